// What the reader's tools are given when they come, once the article shows.

import { api } from "./api.js";
import { SETTINGS } from "../shared/settings.js";
import { marksOf } from "./marks.js";
import { addressOf } from "./place.js";
import { get } from "./store.js";
import { toolWords } from "./words.js";
import { TOOLS_STYLE } from "./scripts.js";

/**
 * @param {string | undefined} url @param {any} found what the engine has answered @param {{ isOfSite: boolean }} settings
 * @param {LedeReading["asked"]} asked how the page was read @param {boolean} isPrivate
 * @returns {Promise<LedeEquipment>}
 */
export async function equipment(url, found, { isOfSite }, asked, isPrivate) {
  const { candidates = 1, hasComments = false, pagination, kept } = found;
  const address = addressOf(found.article, url);
  const [css, words, place, marks] = await Promise.all([styleText(TOOLS_STYLE), toolWords(), get(`place:${address}`), marksOf(address)]);
  const reading = { candidates, hasComments, asked, mayKeep: !isPrivate, kept };
  return { css, words, table: SETTINGS, isOfSite, address, place, marks, pagination, reading };
}

/** The text of style sheets: it goes along as data, since a page's policy may forbid the sheets themselves. @param {string[]} paths */
export async function styleText(...paths) {
  return (await Promise.all(paths.map(text))).join("\n");
}

/** What was fetched since the background woke: the same sheets go to every page. @type {Map<string, Promise<string>>} */
const texts = new Map();

/** @param {string} path @returns {Promise<string>} */
function text(path) {
  const known = texts.get(path) ?? fetch(api.runtime.getURL(path)).then((answer) => answer.text());
  texts.set(path, known);
  // What has failed is tried again the next time.
  known.catch(() => texts.delete(path));
  return known;
}
