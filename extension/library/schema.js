// The library's database: its stores, and how one of an earlier version becomes one of this. A step changes nothing but
// what it names, and all steps of an opening are one transaction: an upgrade that is killed has not begun.
//
//   articles    what lists need, an entry each: LedeEntry in globals.d.ts; by id, and by address
//   texts       { id, format, article, annotations, kept }: the Article JSON as text, highlights as they came along, and the
//               article's share of the page's words
//   pictures    { hash, type, bytes, uses }: once each, by SHA-256; `uses` counts the articles that show it
//   segments    { id, base, size, words, ends }: the index of words without its postings (library/index/segment.js);
//               `words` by lines; `base` is what the numbers of articles in it count from
//   postings    bytes of a segment by [segment, part], PART_BYTES each
//   unindexed   ids of articles that are not in the index yet
//   state       `number`: the last that an article has got in the index; `filled`: library/copies.js
//   tasks       what is still to be saved: background/bulk.js

import { openDB } from "../vendor/idb.js";

/** @typedef {import("../vendor/idb.js").IDBPDatabase<any>} Database */
/** @typedef {import("../vendor/idb.js").IDBPTransaction<any, any, any>} Transaction */

export const NAME = "library";
/** Larger values are kept in files of their own, which is slower in both browsers. */
export const PART_BYTES = 1 << 15;

/** Each brings a database to the next version. @type {((database: Database, transaction: Transaction) => Promise<void>)[]} */
export const STEPS = [
  async (database) => {
    database.createObjectStore("articles", { keyPath: "id" }).createIndex("address", "address");
    database.createObjectStore("texts", { keyPath: "id" });
    database.createObjectStore("pictures", { keyPath: "hash" });
  },
  async (database, transaction) => {
    database.createObjectStore("segments", { keyPath: "id", autoIncrement: true });
    database.createObjectStore("postings");
    database.createObjectStore("unindexed");
    database.createObjectStore("state");
    database.createObjectStore("tasks", { keyPath: "id", autoIncrement: true });
    await forgetIndex(transaction);
  },
];

/** Every article is to be indexed anew. @param {Transaction} transaction that may write to all that has to do with it */
export async function forgetIndex(transaction) {
  const store = (/** @type {string} */ name) => /** @type {any} */ (transaction.objectStore(name));
  const ids = await store("articles").getAllKeys();
  await Promise.all([store("segments").clear(), store("postings").clear(), store("unindexed").clear()]);
  await Promise.all([...ids.map((/** @type {string} */ id) => store("unindexed").put(true, id))]);
}

/**
 * @param {{ gone: () => void }} told `gone`: another window needs a newer version, or the browser has closed it
 * @returns {Promise<Database>}
 */
export function openLibrary({ gone }) {
  return openDB(NAME, STEPS.length, {
    async upgrade(database, from, _to, transaction) {
      for (const step of STEPS.slice(from)) await step(database, /** @type {any} */ (transaction));
    },
    blocking(_current, _blocked, event) {
      /** @type {IDBDatabase} */ (event.target).close();
      gone();
    },
    terminated: gone,
  });
}
