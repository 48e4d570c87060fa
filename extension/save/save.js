// A page of Lede's on which a tab's article is saved (`#tab=NUMBER&to=file`, or `library`): it reads the tab, makes the file
// and gives it. It works in the background and goes by itself; it comes to the front where it has to ask or could not do it.

import { api } from "../background/api.js";
import { keepSettings, settingsFor } from "../background/settings.js";
import { add } from "../library/store.js";
import { dressPage, find, make, shownNumber, word } from "../options/dom.js";
import { allFitting } from "./convert.js";
import { deliver } from "./deliver.js";
import { file, fileName } from "./engine.js";
import { FORMATS } from "./formats.js";
import { openHosts, originOf } from "./hosts.js";
import { addressesOf, gather } from "./pictures.js";
import { getter, sourceOf, tellIn } from "./source.js";
import { zipped } from "./zip.js";

/** @typedef {import("./source.js").Source} Source */
/** @typedef {import("./convert.js").Picture} Picture */
/** What has become of it, and when the file has left this page. @typedef {{ text: string, taken?: Promise<unknown> }} Done */
/** @typedef {{ url: string, why: import("./pictures.js").Why }} Missing */

const job = new URLSearchParams(location.hash.slice(1));

/** @param {string} text @param {Record<string, string>} gaps */
const filled = (text, gaps) => text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);

/** Puts a question; the first answer is the one that is meant most. @template T @param {string} title @param {string} text @param {string[]} rows @param {[string, () => T | Promise<T>][]} answers @returns {Promise<T>} */
async function ask(title, text, rows, answers) {
  find("what").textContent = title;
  find("said").textContent = text;
  find("list").replaceChildren(...rows.map((row) => make("li", { dir: "auto" }, row)));
  await toFront();
  const answer = await new Promise((resolve) => {
    const buttons = answers.map(([label, act]) => {
      const button = make("button", { type: "button" }, label);
      // Called at once: what it asks the browser, it asks by right of this press.
      button.addEventListener("click", () => resolve(act()));
      return button;
    });
    find("answers").replaceChildren(...buttons);
    buttons[0]?.focus();
  });
  for (const place of ["said", "list", "answers"]) find(place).replaceChildren();
  find("what").textContent = word("saveWorking");
  return answer;
}

async function toFront() {
  const own = await api.tabs.getCurrent();
  if (own?.id !== undefined) await api.tabs.update(own.id, { active: true });
}

/** @param {Source} source @param {boolean} isForBook @param {boolean} mayAsk */
async function picturesOf({ tab, article }, isForBook, mayAsk) {
  const addresses = addressesOf(article);
  const get = getter(tab);
  let { found, missing } = await gather(addresses, get);
  const closed = missing.filter(({ why }) => why === "Host").map(({ url }) => url);
  if (closed.length > 0 && mayAsk && (await mayOpen(closed, tab))) {
    const again = await gather(closed, get);
    found = [...found, ...again.found].toSorted((a, b) => addresses.indexOf(a.url) - addresses.indexOf(b.url));
    missing = [...missing.filter(({ why }) => why !== "Host"), ...again.missing];
  }
  const { pictures, missing: none } = await allFitting(found, isForBook);
  return { count: addresses.length, pictures, missing: [...missing, ...none] };
}

/** Asks for the sites of some pictures, and says why. @param {string[]} urls @param {chrome.tabs.Tab} tab @returns {Promise<boolean>} */
function mayOpen(urls, tab) {
  const origins = [...new Set(urls.map(originOf))];
  const hosts = [...new Set(urls.map((url) => new URL(url).hostname))];
  return ask(word("saveAskTitle"), filled(word("saveAskWhy"), { n: shownNumber(urls.length) }), hosts, [
    [word("saveAskAllow"), () => openHosts(origins)],
    [word("saveAskWithout"), () => false],
    [word("saveAskNever"), () => keepSettings({ saveAsk: false }, { url: tab.url, isPrivate: tab.incognito }, false).then(() => false)],
  ]);
}

/** @param {Source} source @param {Record<string, any>} settings @param {number} saved @returns {Promise<Done>} */
async function toFile(source, settings, saved) {
  const { article, kept, annotations } = source;
  const format = FORMATS[job.get("format") ?? ""] ?? /** @type {import("./formats.js").Format} */ (FORMATS[settings.saveFormat]);
  const none = { count: 0, pictures: /** @type {Picture[]} */ ([]), missing: /** @type {Missing[]} */ ([]) };
  const { count, pictures, missing } = format.hasPictures ? await picturesOf(source, format.core === "epub", settings.saveAsk) : none;
  const isBeside = format.ending === "zip";
  const named = pictures.map((picture, at) => ({ ...picture, ...(isBeside ? { name: `pictures/${String(at + 1).padStart(3, "0")}.${picture.ending}` } : {}) }));
  const told = missing.map(({ url, why }) => ({ url, why: word(`saveWhy${why}`) }));
  const words = { highlights: word("saveHighlights"), missing: word("saveMissingTitle") };
  const bytes = await file(article, format.core, { saved, kept, annotations, pictures: named, missing: told, words });
  const path = await fileName(article, settings.saveName, saved);
  const all = isBeside ? zipped(`${path.replace(/^.*\//s, "")}.md`, bytes, named, saved) : bytes;
  const { name, taken } = await deliver(all, `${path}.${format.ending}`, format.type);
  return { text: [filled(word("saveDone"), { name }), ...tellMissing(missing, count)].join(" "), taken };
}

/** @param {Source} source @param {Record<string, any>} settings @param {number} saved @returns {Promise<Done>} */
async function toLibrary(source, settings, saved) {
  const { tab, article, kept, annotations } = source;
  const { count, pictures, missing } = await picturesOf(source, false, settings.saveAsk);
  const taken = pictures.map(({ url, mime, bytes }) => ({ src: url, type: mime, bytes }));
  const put = (/** @type {"ask" | "update" | "both"} */ same) => add(article, { pictures: taken, saved, kept, annotations, isPrivate: tab.incognito, same });
  const { already } = await put("ask");
  if (already !== undefined) {
    const rows = already.map(({ title, saved: when }) => `${title} — ${new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(when)}`);
    const done = await ask(word("saveSameTitle"), "", rows, [
      [word("saveUpdate"), () => put("update")],
      [word("saveBoth"), () => put("both")],
      [word("saveCancel"), () => null],
    ]);
    if (done === null) return { text: "" };
  }
  return { text: [word("saveAdded"), ...tellMissing(missing, count)].join(" ") };
}

/** @param {Missing[]} missing @param {number} count */
function tellMissing(missing, count) {
  if (missing.length === 0) return [];
  const reasons = [...new Set(missing.map(({ why }) => word(`saveWhy${why}`)))].join(", ");
  return [filled(word("saveMissing"), { n: shownNumber(missing.length), all: shownNumber(count), why: reasons })];
}

async function main() {
  const source = await sourceOf(Number(job.get("tab")), job.get("from") === "reader").catch((error) => {
    console.error(error);
    throw new Error(word("saveNoPage"), { cause: error });
  });
  const { values } = await settingsFor(source.tab.url);
  const { text, taken } = await (job.get("to") === "library" ? toLibrary : toFile)(source, values, Date.now());
  if (text !== "") await tellIn(source.tab, text);
  await taken;
  const own = await api.tabs.getCurrent();
  if (own?.id !== undefined) await api.tabs.remove(own.id);
}

dressPage(word("saveMenu"));
find("what").textContent = word("saveWorking");
try {
  await main();
} catch (error) {
  console.error(error);
  const { why, message } = /** @type {any} */ (error);
  find("what").textContent = word("saveFailed");
  // The library says by a word what one may do about it.
  find("said").textContent = (why && word(`libraryWrong${why}`)) || message;
  await toFront();
}
