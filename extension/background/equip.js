// What the reader's tools are given when they come, once the article shows.

import { api } from "./api.js";
import { SETTINGS } from "../shared/settings.js";
import { toolWords } from "./words.js";
import { TOOLS_STYLE } from "./scripts.js";

/**
 * @param {string | undefined} url @param {any} found what the engine has answered @param {{ isOfSite: boolean }} settings
 * @param {LedeReading["asked"]} asked how the page was read @param {boolean} isPrivate
 * @returns {Promise<LedeEquipment>}
 */
export async function equipment(url, found, { isOfSite }, asked, isPrivate) {
  const { candidates = 1, hasComments = false } = found;
  const [css, words] = await Promise.all([styleText(TOOLS_STYLE), toolWords()]);
  return { css, words, table: SETTINGS, isOfSite, reading: { candidates, hasComments, asked, mayKeep: !isPrivate } };
}

/** The text of a style sheet: it goes along as data, since a page's policy may forbid the sheet itself. @param {string} path */
export async function styleText(path) {
  return (await fetch(api.runtime.getURL(path))).text();
}
