// The library: saved articles on this device. Background and pages use it alike; it is the only code that changes the
// database (schema.js). Every change is one transaction: killed at any moment, it was made whole or not at all, and two
// windows never see half of one. Whoever shows the library is told of changes (`watch`).
//
// To add an article from the background:
//
//   import { add } from "../library/store.js";
//   const { id, already } = await add(article, { pictures, saved: Date.now(), annotations, isPrivate: tab.incognito });
//
//   article        the Article JSON, with its `body` (`content` and `textContent` are not kept)
//   pictures       [{ src, type, bytes }]: `src` as the article has it, `bytes` a Uint8Array; each is kept once
//   saved          milliseconds; now by default
//   kept           the article's share of the page's words
//   annotations    highlights and notes, as the W3C has them
//   tags, unread, archived, favourite     of the entry
//   isPrivate      of a private window: then nothing is written, and it fails with LibraryError "Private"
//   same           what to do where the same address is saved already: "ask" (the default: nothing is written, and
//                  `already` lists the entries), "update" (the newest of them gets the new text and keeps its id, tags
//                  and marks), "both"
//
// What fails, fails as LibraryError (errors.js) with `why`, and has changed nothing.

import { addressOf, current, entryOf, fieldsOf, FORMAT } from "./article.js";
import { fill, follow } from "./copies.js";
import { LibraryError, named } from "./errors.js";
import { putSegment } from "./index/keep.js";
import { segmentOf } from "./index/segment.js";
import { openLibrary } from "./schema.js";
import { onceEach, release, use } from "./uses.js";

/** @typedef {import("./schema.js").Database} Database */
/** @typedef {{ src: string, type: string, bytes: Uint8Array<ArrayBuffer> }} Picture */
/** @typedef {{ pictures?: Picture[], saved?: number, kept?: number, annotations?: any[], tags?: string[], unread?: boolean, archived?: boolean,
 *   favourite?: boolean, isPrivate?: boolean, same?: "ask" | "update" | "both" }} Extras */
/** @typedef {{ id?: string, already?: LedeEntry[] }} Added */

const TO_ADD = ["articles", "texts", "pictures", "segments", "postings", "unindexed", "state"];
const CHANNEL = "lede-library";
/** What of an entry its owner may change. */
const MARKS = ["archived", "favourite", "unread", "tags"];
export const MOST_TAGS = 50;

/** @type {Promise<Database> | undefined} */
let opened;

/** The database, for what reads it besides (index/search.js, background/bulk.js). */
export function database() {
  opened ??= filled().catch((error) => {
    opened = undefined;
    throw named(error);
  });
  return opened;
}

async function filled() {
  const database = await openLibrary({ gone: () => void (opened = undefined) });
  await fill(database);
  return database;
}

/**
 * One transaction; for the queue too.
 *
 * @template T
 * @param {string[]} stores @param {(transaction: any) => Promise<T>} work waits for nothing but the transaction's requests
 * @returns {Promise<T>}
 */
export async function write(stores, work) {
  try {
    return await written(stores, work);
  } catch (error) {
    // A database that was closed is opened anew. And Firefox takes nothing in the transaction after one that found no room,
    // so that one can delete in it.
    if (!(error instanceof LibraryError) || error.why !== "Gone") throw error;
    return written(stores, work);
  }
}

/** @template T @param {string[]} stores @param {(transaction: any) => Promise<T>} work @returns {Promise<T>} */
async function written(stores, work) {
  const transaction = (await database()).transaction(stores, "readwrite", { durability: "strict" });
  // idb's own promise is told of a request that fails, when why is not yet known.
  const ended = new Promise((resolve) => ["complete", "abort"].forEach((event) => transaction.addEventListener(event, resolve)));
  try {
    const done = await work(transaction);
    await transaction.done;
    return done;
  } catch (error) {
    // What failed in the middle takes all before it back.
    try {
      transaction.abort();
    } catch {
      // It has been, and by that it failed: why is known once it has ended.
    }
    transaction.done.catch(() => {});
    await ended;
    throw named(transaction.error ?? error);
  }
}

/** @param {any} article @param {Extras} extras @returns {Promise<Added>} */
export async function add(article, extras = {}) {
  const [added] = await addAll([{ article, extras }]);
  return added ?? {};
}

/**
 * Several, all in one transaction.
 *
 * @param {{ article: any, extras?: Extras }[]} items
 * @returns {Promise<Added[]>} one each
 */
export async function addAll(items) {
  if (items.some(({ extras }) => extras?.isPrivate)) throw new LibraryError("Private", "nothing is kept of private windows");
  const ready = await Promise.all(items.map(({ article, extras = {} }) => prepared(article, extras)));
  const segment = segmentOf(ready.map(({ fields }) => fields));
  const added = await write(TO_ADD, async (transaction) => {
    const base = (await transaction.objectStore("state").get("number")) ?? 0;
    await transaction.objectStore("state").put(base + ready.length, "number");
    const answers = [];
    for (const [at, item] of ready.entries()) answers.push(await put(transaction, item, base + at + 1));
    if (answers.some(({ id }) => id !== undefined)) await putSegment(transaction, segment, base + 1, ready.length);
    return answers;
  });
  const ids = added.flatMap(({ id }) => id ?? []);
  await follow(await database(), ids);
  if (ids.length > 0) tell({ ids });
  return added;
}

/** All that takes time, before the transaction. @param {any} article @param {Extras} extras */
async function prepared(article, extras) {
  const kept = { ...current(article) };
  // Both are made from the body.
  delete kept.content;
  delete kept.textContent;
  const { saved = Date.now(), kept: share, annotations = [], same = "ask" } = extras;
  const json = JSON.stringify(kept);
  const pictures = await Promise.all((extras.pictures ?? []).map(async (picture) => ({ ...picture, hash: await sha256(picture.bytes) })));
  const size = json.length + pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const shown = pictures.map(({ src, hash }) => ({ src, hash }));
  const entry = { ...entryOf(kept), ...marksOf(extras), saved, size, pictures: shown, sha256: await sha256(new TextEncoder().encode(json)) };
  const text = { format: kept.format ?? FORMAT, article: json, annotations, kept: share };
  return { address: addressOf(kept), entry, text, pictures, same, fields: fieldsOf(kept, annotations) };
}

/** @param {any} transaction @param {Awaited<ReturnType<typeof prepared>>} item @param {number} n @returns {Promise<Added>} */
async function put(transaction, { address, entry, text, pictures, same }, n) {
  const articles = transaction.objectStore("articles");
  const before = same === "both" || address === "" ? [] : (await articles.index("address").getAll(address)).filter(isThere);
  if (before.length > 0 && same === "ask") return { already: before };
  const was = before.toSorted((/** @type {LedeEntry} */ a, /** @type {LedeEntry} */ b) => b.saved - a.saved)[0];
  const id = was?.id ?? crypto.randomUUID();
  for (const { hash, type, bytes } of onceEach(pictures)) await use(transaction, hash, 1, { hash, type, bytes });
  if (was !== undefined) await release(transaction, was);
  const { archived, favourite, tags } = was ?? entry;
  await articles.put({ ...entry, archived, favourite, tags, id, n });
  await transaction.objectStore("texts").put({ id, ...text });
  await transaction.objectStore("unindexed").delete(id);
  return { id };
}

/** @param {LedeEntry} entry */
const isThere = (entry) => entry.trashed === undefined;

/** Only what may be there, as it may be. @param {any} values @returns {any} */
function marksOf({ tags, unread = true, archived = false, favourite = false }) {
  return { tags: validTags(tags), unread: unread === true, archived: archived === true, favourite: favourite === true };
}

/** @param {any} tags @returns {string[]} */
export function validTags(tags) {
  const texts = Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
  return [...new Set(texts.map((tag) => tag.normalize().replace(/[\s,]+/g, " ").trim().slice(0, 60)).filter(Boolean))].slice(0, MOST_TAGS);
}

/** Every entry, those in the trash too. @returns {Promise<LedeEntry[]>} */
export async function entries() {
  return (await database()).getAll("articles");
}

/** What is saved of an address. @param {any} article or an object with its `url` @returns {Promise<LedeEntry[]>} */
export async function find(article) {
  return (await (await database()).getAllFromIndex("articles", "address", addressOf(article))).filter(isThere);
}

/**
 * An article, whole.
 *
 * @param {string} id
 * @returns {Promise<{ entry: LedeEntry, article: any, annotations: any[], kept?: number, pictures: Picture[] } | undefined>}
 */
export async function get(id) {
  const transaction = (await database()).transaction(["articles", "texts", "pictures"]);
  const [entry, text] = await Promise.all([transaction.objectStore("articles").get(id), transaction.objectStore("texts").get(id)]);
  if (entry === undefined || text === undefined) return undefined;
  const found = await Promise.all(entry.pictures.map(async (/** @type {any} */ { src, hash }) => ({ src, ...(await transaction.objectStore("pictures").get(hash)) })));
  const pictures = found.filter(({ bytes }) => bytes !== undefined).map(({ src, type, bytes }) => ({ src, type, bytes }));
  return { entry, article: current(JSON.parse(text.article)), annotations: text.annotations ?? [], kept: text.kept, pictures };
}

/** Whether the text of a copy is still what was saved. It finds damage; it is no signature. @param {string} id */
export async function isWhole(id) {
  const transaction = (await database()).transaction(["articles", "texts"]);
  const [entry, text] = await Promise.all([transaction.objectStore("articles").get(id), transaction.objectStore("texts").get(id)]);
  return entry !== undefined && text !== undefined && entry.sha256 === (await sha256(new TextEncoder().encode(text.article)));
}

/**
 * Changes the marks of entries.
 *
 * @param {string[]} ids @param {Partial<LedeEntry> | ((entry: LedeEntry) => Partial<LedeEntry>)} values of archived, favourite, unread, tags
 */
export function mark(ids, values) {
  return changed(ids, (entry) => {
    const given = typeof values === "function" ? values(entry) : values;
    const known = Object.fromEntries(Object.entries(given).filter(([name]) => MARKS.includes(name)));
    return { ...entry, ...marksOf({ ...entry, ...known }) };
  });
}

/** Deletes, so that it can be undone: `restore`, until `purge`. @param {string[]} ids */
export const trash = (ids, now = Date.now()) => changed(ids, (entry) => ({ ...entry, trashed: now }));

/** @param {string[]} ids */
export const restore = (ids) =>
  changed(ids, (entry) => {
    const back = { ...entry };
    delete back.trashed;
    return back;
  });

/** @param {string[]} ids @param {(entry: any) => LedeEntry} change */
async function changed(ids, change) {
  await write(["articles"], async (transaction) => {
    const articles = transaction.objectStore("articles");
    for (const id of ids) {
      const entry = await articles.get(id);
      if (entry !== undefined) await articles.put(change(entry));
    }
  });
  await follow(await database(), ids, { isEntryAlone: true });
  tell({ ids });
}

/** What was deleted before a time goes for good. @param {number} before */
export async function purge(before) {
  const gone = (await entries()).filter(({ trashed }) => trashed !== undefined && trashed <= before).map(({ id }) => id);
  if (gone.length === 0) return 0;
  await write(["articles", "texts", "pictures", "unindexed"], async (transaction) => {
    for (const id of gone) {
      const entry = await transaction.objectStore("articles").get(id);
      // It may have been restored meanwhile.
      if (entry?.trashed === undefined) continue;
      await release(transaction, entry);
      for (const store of ["articles", "texts", "unindexed"]) await transaction.objectStore(store).delete(id);
    }
  });
  await follow(await database(), gone);
  tell({ ids: gone });
  return gone.length;
}

/** What the library takes, and what the browser gives. */
export async function usage() {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { used: usage, quota, isPersistent: (await navigator.storage.persisted?.()) ?? false };
}

/** @param {(change: { ids?: string[] }) => void} listener told of what other windows, or the background, have changed */
export function watch(listener) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data ?? {});
  return () => channel.close();
}

/** @type {BroadcastChannel | undefined} */
let channel;

/** @param {{ ids?: string[] }} change */
function tell(change) {
  channel ??= new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
