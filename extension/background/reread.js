// A page read once more while its reader is on: with what was left out, by the other reading, with what was chosen by
// hand, or for what readers say of it.

import { api } from "./api.js";
import { extract } from "./engine.js";
import { styleText } from "./equip.js";
import { ruled } from "./rules.js";
import { PICKER, PICKER_STYLE } from "./scripts.js";

/**
 * @param {any} asked the snapshot and what is wished, from the page @param {chrome.tabs.Tab} tab
 * @returns {Promise<any>} the article, what else was found, and whether that is less sure than it might be
 */
export async function reread({ snapshot, scope, layout, candidate, leftOut, comments, keep, drop }, tab) {
  const rules = scope === undefined ? await ruled(tab) : {};
  const options = {
    ...{ now: Date.now(), content: false, layout: layout !== false, leftOut: leftOut === true, comments: comments === true },
    ...(scope === "selection" ? { scope } : {}),
    candidate: /** @type {0 | 1} */ (candidate === 1 ? 1 : 0),
    keep: [...but(rules.keep, drop), ...numbers(keep)],
    drop: [...but(rules.drop, keep), ...numbers(drop)],
  };
  const { article, candidates, comments: said } = await extract(snapshot, options);
  return { article, candidates, comments: said };
}

/** @param {chrome.tabs.Tab} tab @returns {Promise<string>} the picker's style, once its scripts are there */
export async function bringPicker({ id }) {
  const injected = api.scripting.executeScript({ target: { tabId: Number(id) }, files: PICKER, injectImmediately: true });
  const [css] = await Promise.all([styleText(PICKER_STYLE), injected]);
  return css;
}

/** A rule gives way to what the person has chosen now. @param {number[]} [ruled] @param {unknown} [chosen] */
function but(ruled = [], chosen) {
  const others = new Set(numbers(chosen));
  return ruled.filter((at) => !others.has(at));
}

/** @param {unknown} list @returns {number[]} */
function numbers(list) {
  return Array.isArray(list) ? list.filter(Number.isInteger) : [];
}
