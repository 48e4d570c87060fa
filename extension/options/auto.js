// In the options: what is cleaned without a press. Each change is one choice; where it needs a permission, the browser is
// asked for exactly that, while the press is being handled.

import { ask, choose, ofSite } from "../background/choose.js";
import { exportedChoices, importedChoices, patternOf, standard } from "../shared/auto.js";
import { EVERYWHERE, neededOrigins, originOf } from "../shared/auto-hosts.js";
import { showNews } from "./auto-news.js";
import { find, make, word } from "./dom.js";
import { MODE_WORDS, modeButtons } from "./modes.js";
import { missing, state, watch } from "./state.js";

/** Larger files are none of ours. */
const MAX_FILE = 2_000_000;

const exporter = /** @type {HTMLAnchorElement} */ (find("auto-export"));
const importer = /** @type {HTMLInputElement} */ (find("auto-import"));
const field = /** @type {HTMLInputElement} */ (find("auto-site"));
const siteList = find("auto-sites");

export async function showAuto() {
  for (const { name, help } of MODE_WORDS) find("auto-meanings").append(make("dt", {}, word(name)), make("dd", {}, word(help)));
  const news = modeButtons(find("auto-news-mode"), (mode) =>
    turn((was) => ({ ...was, news: mode }), neededOrigins({ ...standard(), news: mode, newsOff: state.choices.newsOff }, state.hosts)),
  );
  const all = modeButtons(find("auto-all-mode"), (mode) => turn((was) => ({ ...was, everywhere: mode }), mode === "off" ? [] : [EVERYWHERE]));
  modeButtons(find("auto-add-mode"), add);
  const countries = showNews(turn);
  await watch(() => {
    news.show(state.choices.news);
    all.show(state.choices.everywhere);
    countries();
    drawSites();
    find("auto-missing").hidden = missing(neededOrigins(state.choices, state.hosts)).length === 0;
    URL.revokeObjectURL(exporter.href);
    exporter.href = URL.createObjectURL(new Blob([exportedChoices(state.choices)], { type: "application/json" }));
  });
}

/** @param {(choices: LedeChoices) => LedeChoices} edit @param {string[]} origins that it needs, asked for where they are not allowed yet */
async function turn(edit, origins) {
  const isChosen = await choose(edit, missing(origins));
  say(isChosen ? "" : word("autoRefused"));
  return isChosen;
}

/** @param {string} text */
function say(text) {
  find("auto-status").textContent = text;
}

function drawSites() {
  const focused = document.activeElement?.getAttribute("data-for");
  const rows = Object.entries(state.choices.sites).map(([site, now]) => {
    const group = make("span", { class: "acts", role: "group", "aria-label": site });
    modeButtons(group, (mode) => turn(ofSite(site, mode), mode === "off" ? [] : [originOf(site)])).show(now);
    const remove = make("button", { type: "button", "aria-label": `${word("optionsRemove")}: ${site}` }, word("optionsRemove"));
    remove.addEventListener("click", async () => {
      await turn(ofSite(site, undefined), []);
      field.focus();
    });
    for (const button of group.querySelectorAll("button")) button.setAttribute("data-for", `${site} ${button.dataset.mode}`);
    return make("li", {}, make("code", { class: "grow", dir: "ltr" }, site), group, remove);
  });
  siteList.replaceChildren(...rows);
  // The rows are new, and the focus stays where it was.
  [...siteList.querySelectorAll("button")].find((button) => focused && button.getAttribute("data-for") === focused)?.focus();
}

/** A site of one's own. @param {LedeMode} mode */
async function add(mode) {
  const site = patternOf(field.value);
  if (site === null) {
    say(word("autoBadSite").replace("{site}", field.value.slice(0, 100)));
    field.focus();
    return;
  }
  if (await turn(ofSite(site, mode), mode === "off" ? [] : [originOf(site)])) field.value = "";
}

/** Enter does not say which of the three is meant. */
find("auto-add").addEventListener("submit", (event) => {
  event.preventDefault();
  find("auto-add-mode").querySelector("button")?.focus();
});

find("auto-allow").addEventListener("click", async () => {
  const isAllowed = await ask(missing(neededOrigins(state.choices, state.hosts)));
  say(word(isAllowed ? "autoAllowed" : "autoRefused"));
});

importer.addEventListener("change", async () => {
  const [file] = importer.files ?? [];
  if (file === undefined) return;
  if (file.size > MAX_FILE) say(word("optionsBadSize"));
  else await take(await file.text());
  // The same file may be chosen again, once it was put right.
  importer.value = "";
});

/** What the file says comes first, and own sites that it does not name stay. @param {string} text */
async function take(text) {
  const found = importedChoices(text);
  if ("choices" in found) {
    await choose((was) => ({ ...found.choices, sites: { ...was.sites, ...found.choices.sites } }), []);
    return say(word("autoImported"));
  }
  const words = { Json: "optionsBadJson", Format: "autoBadFormat", Site: "autoBadFileSite" };
  say(word(words[found.wrong]).replace("{site}", found.where ?? ""));
}
