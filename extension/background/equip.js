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
 * @returns {Promise<LedeEquipment>}
 */
export async function equipment(url, found, { isOfSite }) {
  const address = addressOf(found.article, url);
  const [css, words, place, marks] = await Promise.all([styleText(TOOLS_STYLE), toolWords(), get(`place:${address}`), marksOf(address)]);
  return { css, words, table: SETTINGS, isOfSite, address, place, marks };
}

/** The text of a style sheet: it goes along as data, since a page's policy may forbid the sheet itself. @param {string} path */
export async function styleText(path) {
  return (await fetch(api.runtime.getURL(path))).text();
}
