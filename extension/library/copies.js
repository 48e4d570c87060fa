// A second copy of the library, in Chromium, in the browser's cache storage. A LevelDB whose writer was killed in the middle
// of a record goes on writing behind the torn end, and takes its own file for damaged when it is opened the next time:
// Chromium then throws the database away, all of it (https://github.com/google/leveldb/issues/1287). A cache keeps each
// thing in a file of its own, so that a kill can harm that one alone. What the database holds is what holds; copies follow
// it, and make it anew where it has been thrown away. Firefox keeps its databases in SQLite, and needs none of this.

import { release, use } from "./uses.js";

/** @typedef {import("./schema.js").Database} Database */

const CACHE = "library";
/** Where copies are said to be from: a cache takes nothing but addresses of the web, and asks nobody for them. */
const PLACE = "https://library.invalid/";
const [MEND, SWEEP] = ["lede-library-mend", "lede-library-sweep"];
/** In the store `state`: that this database has all that there were copies of. */
export const FILLED = "filled";
/** Articles that are put back in one transaction. */
const AT_ONCE = 50;
/** Articles that are copied side by side. */
const ABREAST = 10;
const OF_ARTICLE = ["articles", "texts", "pictures"];

/** Chromium alone has this. */
const isNeeded = () => "userAgentData" in navigator;

/** @param {"entry" | "text" | "picture"} kind @param {string} id */
const placeOf = (kind, id) => `${PLACE}${kind}/${encodeURIComponent(id)}`;

/** What there are copies of: ids, and for pictures hashes. @param {Cache} cache */
async function copied(cache) {
  const keys = { entry: new Set(), text: new Set(), picture: new Set() };
  for (const { url } of await cache.keys()) {
    const [kind = "", id = ""] = url.slice(PLACE.length).split("/");
    if (Object.hasOwn(keys, kind)) keys[/** @type {keyof typeof keys} */ (kind)].add(decodeURIComponent(id));
  }
  return /** @type {Record<"entry" | "text" | "picture", Set<string>>} */ (keys);
}

/** @param {any} value */
const json = (value) => new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });

/**
 * Copies what the database holds of some articles now. It fails in silence, say on a full disk: the article is saved
 * nevertheless, and `sweep` tries again.
 *
 * @param {Database} database @param {string[]} ids @param {{ isEntryAlone?: boolean }} [how] whether nothing but entries has changed
 */
export async function follow(database, ids, { isEntryAlone = false } = {}) {
  if (!isNeeded()) return;
  try {
    const cache = await caches.open(CACHE);
    for (let at = 0; at < ids.length; at += ABREAST) {
      await Promise.all(ids.slice(at, at + ABREAST).map((id) => copy(cache, database, id, isEntryAlone)));
    }
  } catch {
    // See above.
  }
}

/** The entry comes last: what has one is whole. @param {Cache} cache @param {Database} database @param {string} id @param {boolean} isEntryAlone */
async function copy(cache, database, id, isEntryAlone) {
  const [entry, text] = await Promise.all([database.get("articles", id), isEntryAlone ? undefined : database.get("texts", id)]);
  if (entry === undefined) return void (await Promise.all([cache.delete(placeOf("entry", id)), cache.delete(placeOf("text", id))]));
  if (text !== undefined) {
    await cache.put(placeOf("text", id), json(text));
    for (const { hash } of entry.pictures) await copyPicture(cache, database, hash);
  }
  await cache.put(placeOf("entry", id), json(entry));
}

/** @param {Cache} cache @param {Database} database @param {string} hash what is in a picture, so it never changes */
async function copyPicture(cache, database, hash) {
  const place = placeOf("picture", hash);
  if ((await cache.match(place)) !== undefined) return;
  const picture = await database.get("pictures", hash);
  if (picture !== undefined) await cache.put(place, new Response(picture.bytes, { headers: { "content-type": picture.type } }));
}

/** Copies what is not copied yet, and deletes copies of what is gone. @param {Database} database */
export async function sweep(database) {
  if (!isNeeded()) return;
  await navigator.locks.request(SWEEP, { ifAvailable: true }, async (lock) => {
    if (lock === null || (await database.get("state", FILLED)) !== true) return;
    const cache = await caches.open(CACHE);
    // First what there are copies of, then what there is: what is saved meanwhile is not taken for gone.
    const { entry, text, picture } = await copied(cache);
    const keys = async (/** @type {string} */ store) => new Set((await database.getAllKeys(store)).map(String));
    const [ids, hashes] = [await keys("articles"), await keys("pictures")];
    const missing = [...ids].filter((id) => !entry.has(id) || !text.has(id));
    const gone = [...entry, ...text].filter((id) => !ids.has(id));
    await follow(database, [...new Set([...missing, ...gone])]);
    for (const hash of picture) if (!hashes.has(hash)) await cache.delete(placeOf("picture", hash));
  });
}

/** Puts back what there are copies of, into a database that is new. It may stop at any moment, and goes on from there. @param {Database} database */
export async function fill(database) {
  if (!isNeeded() || (await database.get("state", FILLED)) === true) return;
  await navigator.locks.request(MEND, async () => {
    if ((await database.get("state", FILLED)) === true) return;
    const cache = await caches.open(CACHE);
    const ids = [...(await copied(cache)).entry];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const found = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => taken(cache, id)));
      await putBack(database, found.filter((it) => it !== undefined));
    }
    await database.put("state", true, FILLED);
  });
}

/** An article from its copies; undefined where they are not whole. @param {Cache} cache @param {string} id */
async function taken(cache, id) {
  try {
    const [entry, text] = await Promise.all(["entry", "text"].map(async (kind) => (await cache.match(placeOf(/** @type {any} */ (kind), id)))?.json()));
    if (entry?.id !== id || text?.id !== id) return undefined;
    const hashes = new Set(entry.pictures.map((/** @type {any} */ picture) => picture.hash));
    const pictures = await Promise.all([...hashes].map((hash) => takenPicture(cache, String(hash))));
    return { entry, text, pictures: pictures.filter((it) => it !== undefined) };
  } catch {
    return undefined;
  }
}

/** @param {Cache} cache @param {string} hash */
async function takenPicture(cache, hash) {
  const copied = await cache.match(placeOf("picture", hash));
  if (copied === undefined) return undefined;
  return { hash, type: copied.headers.get("content-type") ?? "", bytes: new Uint8Array(await copied.arrayBuffer()) };
}

/** @param {Database} database @param {NonNullable<Awaited<ReturnType<typeof taken>>>[]} found */
async function putBack(database, found) {
  const transaction = /** @type {any} */ (database.transaction([...OF_ARTICLE, "unindexed"], "readwrite", { durability: "strict" }));
  const articles = transaction.objectStore("articles");
  for (const { entry, text, pictures } of found) {
    const was = await articles.get(entry.id);
    // An update that was copied, and lost again by the database, is newer; what has come since is newer than its copy.
    if (was !== undefined && was.saved >= entry.saved) continue;
    if (was !== undefined) await release(transaction, was);
    for (const picture of pictures) await use(transaction, picture.hash, 1, picture);
    // Its number was of the index that is gone.
    await articles.put({ ...entry, n: undefined });
    await transaction.objectStore("texts").put(text);
    await transaction.objectStore("unindexed").put(true, entry.id);
  }
  await transaction.done;
}
