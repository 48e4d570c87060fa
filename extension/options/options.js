// The options: what Lede has been told to remember of sites, to look through, to take back, and to carry elsewhere.

import { all, change } from "../background/store.js";
import { exported, imported, joined, validRules } from "../shared/rules.js";
import { showAuto } from "./auto.js";
import { dressPage, find, language, make, shownNumber, word } from "./dom.js";
import { showNews } from "./news.js";
import { showSave } from "./save.js";
import { showSync } from "./sync.js";

/** Larger files are none of ours. */
const MAX_FILE = 2_000_000;

dressPage(word("optionsTitle"));

const [ruleList, siteList, status, removeAll] = [find("rule-list"), find("site-list"), find("status"), find("remove-all")];
const exporter = /** @type {HTMLAnchorElement} */ (find("export"));
const importer = /** @type {HTMLInputElement} */ (find("import"));

/** @param {string} text @param {string} about what it is a button of, for those who hear it alone @param {() => Promise<unknown>} act */
function remover(text, about, act) {
  const button = make("button", { type: "button", "aria-label": `${text}: ${about}` }, text);
  button.addEventListener("click", async () => {
    await act();
    say(word("optionsRemoved"));
    await draw();
    // The button is gone, and the focus must be somewhere.
    status.tabIndex = -1;
    status.focus();
  });
  return button;
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
}

/** @returns {Promise<Record<string, LedeRule[]>>} */
async function allRules() {
  const sites = Object.entries(await all("rules:")).map(([site, rules]) => /** @type {[string, LedeRule[]]} */ ([site, validRules(rules)]));
  return Object.fromEntries(sites.filter(([, rules]) => rules.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function draw() {
  const rules = await allRules();
  const settings = Object.keys(await all("site:")).toSorted();
  fill(ruleList, Object.entries(rules).map(([site, list]) => siteOfRules(site, list)));
  fill(siteList, settings.length === 0 ? [] : [make("ul", {}, ...settings.map(siteOfSettings))]);
  removeAll.hidden = Object.keys(rules).length === 0;
  removeAll.textContent = word("optionsRemoveAll");
  URL.revokeObjectURL(exporter.href);
  exporter.href = URL.createObjectURL(new Blob([exported(rules)], { type: "application/json" }));
}

/** @param {HTMLElement} place @param {Node[]} content */
function fill(place, content) {
  place.replaceChildren(...(content.length > 0 ? content : [make("p", { class: "none" }, word("optionsNone"))]));
}

/** @param {string} site @param {LedeRule[]} rules */
function siteOfRules(site, rules) {
  const rows = rules.map(({ selector, act, made }) => {
    const without = (/** @type {any} */ was) => validRules(was).filter((rule) => rule.selector !== selector);
    const date = made === undefined ? [] : [make("time", { datetime: made }, shown(made))];
    const what = make("span", {}, word(act === "keep" ? "optionsKeep" : "optionsDrop"));
    const name = make("code", { class: "grow", dir: "ltr" }, selector);
    return make("li", {}, what, name, ...date, remover(word("optionsRemove"), `${site} ${selector}`, () => change(`rules:${site}`, without)));
  });
  const all = remover(word("optionsRemoveSite"), site, () => change(`rules:${site}`, () => undefined));
  return make("section", {}, make("div", { class: "head" }, make("h3", { class: "grow" }, site), all), make("ul", {}, ...rows));
}

/** @param {string} date */
function shown(date) {
  const time = new Date(`${date}T00:00Z`);
  return Number.isNaN(time.getTime()) ? date : new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(time);
}

/** @param {string} site */
function siteOfSettings(site) {
  return make("li", {}, make("span", { class: "grow" }, site), remover(word("optionsRemove"), site, () => change(`site:${site}`, () => undefined)));
}

/** All go by two presses, since there is no way back. */
removeAll.addEventListener("click", async () => {
  if (removeAll.textContent !== word("optionsSure")) {
    removeAll.textContent = word("optionsSure");
    return;
  }
  for (const site of Object.keys(await allRules())) await change(`rules:${site}`, () => undefined);
  say(word("optionsRemoved"));
  await draw();
  importer.focus();
});
removeAll.addEventListener("blur", () => void (removeAll.textContent = word("optionsRemoveAll")));

/** One after the other, so that what is told last is of the file chosen last. */
let taking = Promise.resolve();
importer.addEventListener("change", () => {
  const [file] = importer.files ?? [];
  // The same file may be chosen again, once it was put right.
  importer.value = "";
  if (file === undefined) return;
  taking = taking.then(async () => (file.size > MAX_FILE ? say(word("optionsBadSize")) : take(await file.text()))).catch((error) => say(String(error)));
});

/** @param {string} text */
async function take(text) {
  const found = imported(text);
  if ("wrong" in found) return say(word(`optionsBad${found.wrong}`).replace("{site}", found.where ?? ""));
  const wrong = Object.entries(found.sites).find(([, rules]) => !rules.every(({ selector }) => isSelector(selector)));
  if (wrong !== undefined) return say(word("optionsBadRule").replace("{site}", wrong[0].slice(0, 100)));
  for (const [site, rules] of Object.entries(found.sites)) await change(`rules:${site}`, (was) => joined(validRules(was), rules));
  const count = Object.values(found.sites).reduce((sum, rules) => sum + rules.length, 0);
  say(word("optionsImported").replace("{n}", shownNumber(count)));
  await draw();
}

/** @param {string} selector */
function isSelector(selector) {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

await Promise.all([draw(), showAuto(), showNews(), showSave(), showSync()]);
