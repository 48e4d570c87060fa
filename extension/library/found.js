// What was searched for: the scores of what was found, and where in an entry the words stand, told when its row shows.

import { database, get } from "./store.js";
import { plain } from "./article.js";
import { excerpt, marked, places } from "./index/excerpt.js";
import { tend } from "./index/keep.js";
import { Searcher } from "./index/search.js";
import { drawn } from "./rows.js";

/** Texts that were looked into for one question. */
const MOST = 400;

const searcher = new Searcher(database);
/** @type {Map<string, number>} */ let words = new Map();
/** @type {Map<string, Node[] | (Node | string)[]>} */ let known = new Map();
let turn = 0;

/**
 * @param {string} query
 * @returns {Promise<Map<number, number> | null | undefined>} null where nothing is asked; undefined where another question
 *   has come meanwhile
 */
export async function searched(query) {
  const mine = (turn += 1);
  const found = query.trim() === "" ? null : await searcher.find(query);
  if (mine !== turn) return undefined;
  words = found?.words ?? new Map();
  known = new Map();
  return found?.scores ?? null;
}

/** Marks what was found in a row, once its text has been read. @param {LedeEntry} entry @param {HTMLElement} title @param {HTMLElement} text */
export function markFound(entry, title, text) {
  if (words.size === 0) return;
  title.replaceChildren(...drawn(marked(title.textContent ?? "", words)));
  if (entry.words === 0) return;
  const [mine, before] = [words, known.get(entry.id)];
  if (before !== undefined) return void text.replaceChildren(...before.map((piece) => (typeof piece === "string" ? piece : piece.cloneNode(true))));
  get(entry.id).then((whole) => {
    if (mine !== words || whole === undefined) return;
    const full = plain(whole.article);
    const pieces = drawn(excerpt(full, places(full, words)));
    if (pieces.length === 0) return;
    if (known.size < MOST) known.set(entry.id, pieces.map((piece) => (typeof piece === "string" ? piece : piece.cloneNode(true))));
    text.replaceChildren(...pieces);
  }, console.warn);
}

/** Called where a question is about to come. */
export const prepareSearch = () => searcher.prepare();

/** Indexes what is not yet. */
export const tendIndex = async () => tend(await database());
