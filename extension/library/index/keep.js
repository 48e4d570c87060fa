// The index in the database: segments are put there with the articles they are of, joined when there are many, and made
// up for where articles have none yet. It may stop at any moment, and goes on from there.

import { current, fieldsOf } from "../article.js";
import { PART_BYTES } from "../schema.js";
import { joined, segmentOf } from "./segment.js";

/** @typedef {import("../schema.js").Database} Database */
/** @typedef {import("./segment.js").Segment} Segment */
/** @typedef {{ id: number, base: number, size: number, words: string, ends: Uint32Array }} Stored */

/** So many segments of about one size are joined into one. */
const WIDTH = 8;
/** Articles that are indexed in one transaction, where they were not when they came. */
const CATCH_UP = 50;
/** How long other work may have to wait. */
const SLICE_MS = 12;
/** Only one window, or the background, tends the index. */
const LOCK = "lede-library-index";
const TO_JOIN = ["segments", "postings"];

/** @param {any} transaction over segments and postings @param {Segment} segment @param {number} base @param {number} size */
export async function putSegment(transaction, { words, ends, bytes }, base, size) {
  const id = await transaction.objectStore("segments").add({ base, size, words: words.join("\n"), ends });
  const postings = transaction.objectStore("postings");
  const parts = [];
  for (let at = 0, part = 0; at < bytes.length; at += PART_BYTES, part += 1) parts.push(postings.put(bytes.slice(at, at + PART_BYTES), [id, part]));
  await Promise.all(parts);
}

/** A segment's key range among the postings; of some parts, or of all. @param {number} id */
export const partsOf = (id, first = 0, last = Infinity) => IDBKeyRange.bound([id, first], [id, last]);

/** Indexes what is not yet, and joins what has become many. Does nothing where another one is at it. @param {Database} database */
export async function tend(database) {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    while (await catchUp(database));
    while (await join(database));
  });
}

/** @param {Database} database @returns {Promise<boolean>} whether there was something to do */
async function catchUp(database) {
  const stores = ["articles", "texts", "segments", "postings", "unindexed", "state"];
  const transaction = /** @type {any} */ (database.transaction(stores, "readwrite"));
  const store = (/** @type {string} */ name) => transaction.objectStore(name);
  const ids = await store("unindexed").getAllKeys(undefined, CATCH_UP);
  if (ids.length === 0) return false;
  const base = (await store("state").get("number")) ?? 0;
  const fields = [];
  for (const id of ids) {
    const [entry, text] = await Promise.all([store("articles").get(id), store("texts").get(id)]);
    store("unindexed").delete(id);
    if (entry === undefined || text === undefined) continue;
    fields.push(fieldsOf(current(JSON.parse(text.article)), text.annotations));
    await store("articles").put({ ...entry, n: base + fields.length });
  }
  await store("state").put(base + fields.length, "number");
  if (fields.length > 0) await putSegment(transaction, segmentOf(fields), base + 1, fields.length);
  await transaction.done;
  return true;
}

/** @param {number} size */
const levelOf = (size) => Math.floor(Math.log(Math.max(size, 1)) / Math.log(WIDTH));

/** Segments that are to become one; of the lowest level first. @param {Stored[]} segments @returns {Stored[]} */
function many(segments) {
  const levels = Map.groupBy(segments, ({ size }) => levelOf(size));
  const [level] = [...levels.keys()].filter((key) => (levels.get(key)?.length ?? 0) >= WIDTH).sort((a, b) => a - b);
  return level === undefined ? [] : (levels.get(level) ?? []);
}

/**
 * Reads, reckons and only then writes: what is joined never changes, and in the end either it is all there still, and
 * goes, or nothing is done.
 *
 * @param {Database} database @returns {Promise<boolean>}
 */
async function join(database) {
  const chosen = many(await database.getAll("segments"));
  if (chosen.length === 0) return false;
  const living = new Set((await database.getAll("articles")).map(({ n }) => n));
  const whole = await Promise.all(chosen.map((segment) => unpacked(database, segment)));
  const one = await inSlices(joined(whole, (n) => living.has(n)));
  const size = chosen.reduce((sum, segment) => sum + segment.size, 0);
  const transaction = /** @type {any} */ (database.transaction(TO_JOIN, "readwrite"));
  const keys = new Set(await transaction.objectStore("segments").getAllKeys());
  if (!chosen.every(({ id }) => keys.has(id))) return false;
  for (const { id } of chosen) {
    transaction.objectStore("segments").delete(id);
    transaction.objectStore("postings").delete(partsOf(id));
  }
  await putSegment(transaction, one, 0, size);
  await transaction.done;
  return true;
}

/** @param {Database} database @param {Stored} stored @returns {Promise<Segment & { base: number }>} */
async function unpacked(database, { id, base, words, ends }) {
  const parts = await database.getAll("postings", partsOf(id));
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return { base, words: words === "" ? [] : words.split("\n"), ends, bytes };
}

/** @template T @param {Generator<undefined, T>} work @returns {Promise<T>} */
async function inSlices(work) {
  for (let began = performance.now(); ; ) {
    const { done, value } = work.next();
    if (done) return /** @type {T} */ (value);
    if (performance.now() - began < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
}
