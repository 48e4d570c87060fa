// Where in a text the words that were looked for stand: the part of it that holds most of them, and what to mark there.

import { eachWord } from "./words.js";

/** @typedef {{ text: string, isMarked: boolean }} Piece */

const LENGTH = 220;
/** So many letters stand before the first word. */
const BEFORE = 40;
/** Longer texts are looked through only so far. */
const MOST = 200_000;

/**
 * @param {string} text @param {Map<string, number>} words with the trust in each
 * @returns {[number, number][]} where they stand, in order; those that overlap are one
 */
export function places(text, words) {
  /** @type {[number, number][]} */ const found = [];
  eachWord(text.slice(0, MOST), (word, start, end) => {
    if (!words.has(word)) return;
    const last = found.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  });
  return found;
}

/** @param {string} text @param {[number, number][]} found in order @returns {Piece[]} empty where nothing was found */
export function excerpt(text, found) {
  const [first] = found;
  if (first === undefined) return [];
  let [best, most] = [first[0], 0];
  for (const [i, [start]] of found.entries()) {
    let kinds = new Set();
    for (let j = i; j < found.length && (found[j]?.[1] ?? 0) < start + LENGTH - BEFORE; j += 1) {
      const [from, to] = found[j] ?? [0, 0];
      kinds = kinds.add(text.slice(from, to).toLowerCase());
    }
    if (kinds.size > most) [best, most] = [start, kinds.size];
  }
  const begin = wordStart(text, Math.max(0, best - BEFORE));
  return pieces(text, found, begin, Math.min(text.length, begin + LENGTH));
}

/** All of a text, say a headline, in pieces. @param {string} text @param {Map<string, number>} words @returns {Piece[]} */
export const marked = (text, words) => pieces(text, places(text, words), 0, text.length);

/** @param {string} text @param {[number, number][]} found @param {number} begin @param {number} end @returns {Piece[]} */
function pieces(text, found, begin, end) {
  /** @type {Piece[]} */ const all = [];
  const put = (/** @type {number} */ from, /** @type {number} */ to, /** @type {boolean} */ isMarked) => void (to > from && all.push({ text: text.slice(from, to), isMarked }));
  let at = begin;
  if (begin > 0) all.push({ text: "… ", isMarked: false });
  for (const [from, to] of found) {
    if (from < at || from >= end) continue;
    put(at, from, false);
    put(from, to, true);
    at = to;
  }
  put(at, Math.max(at, end), false);
  if (end < text.length) all.push({ text: " …", isMarked: false });
  return all;
}

/** @param {string} text @param {number} at */
function wordStart(text, at) {
  if (at === 0) return 0;
  const space = text.slice(at, at + BEFORE / 2).search(/\s/);
  return space < 0 ? at : at + space + 1;
}
