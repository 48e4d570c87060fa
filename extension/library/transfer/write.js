// The library in files: JSON Lines, from which it comes back whole, with pictures and notes; zips of Markdown or HTML and
// an EPUB for whatever else reads them.

import { Zip, ZipDeflate } from "../../vendor/fflate.js";
import { marksAt } from "../../background/marks.js";
import { word } from "../make.js";
import { get } from "../store.js";
import { book, file } from "./files.js";

/** @typedef {"jsonl" | "markdown" | "html" | "epub"} Format */

const ENDINGS = { jsonl: "jsonl", markdown: "zip", html: "zip", epub: "epub" };
const INNER = { markdown: "md", html: "html" };

/** @param {Format} format @param {number} [now] */
export const fileName = (format, now = Date.now()) => `lede-${format}-${new Date(now).toISOString().slice(0, 10)}.${ENDINGS[format]}`;

/**
 * @param {string[]} ids @param {Format} format @param {AbortSignal} signal @param {(done: number) => unknown} told
 * @returns {Promise<Blob | undefined>} nothing where it was cancelled
 */
export function write(ids, format, signal, told) {
  if (format === "jsonl") return lines(ids, signal, told);
  return format === "epub" ? chapters(ids, signal, told) : zipped(ids, format, signal, told);
}

/** @param {string[]} ids @param {AbortSignal} signal @param {(done: number) => unknown} told */
async function chapters(ids, signal, told) {
  const all = [];
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) return undefined;
    const whole = await get(id);
    if (whole !== undefined && whole.article.body.length > 0) all.push(whole);
    told(at + 1);
  }
  return new Blob([await book(all, word("libraryTitle"))], { type: "application/epub+zip" });
}

/** @param {string[]} ids @param {AbortSignal} signal @param {(done: number) => unknown} told */
async function lines(ids, signal, told) {
  /** @type {Blob[]} */ const parts = [];
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) return undefined;
    const whole = await get(id);
    // Blobs may lie on the disk; texts would lie in memory.
    if (whole !== undefined) parts.push(new Blob([`${JSON.stringify(await record(whole))}\n`]));
    told(at + 1);
  }
  return new Blob(parts, { type: "application/jsonl" });
}

/** @param {NonNullable<Awaited<ReturnType<typeof get>>>} whole */
async function record({ entry, article, kept, pictures }) {
  const { saved, tags, unread, archived, favourite, address } = entry;
  const base64 = (/** @type {Uint8Array} */ bytes) => /** @type {any} */ (bytes).toBase64();
  return {
    ...{ lede: 1, saved, kept, tags, unread, archived, favourite },
    annotations: await marksAt(address),
    pictures: pictures.map(({ src, type, bytes }) => ({ src, type, base64: base64(bytes) })),
    article,
  };
}

/** @param {string[]} ids @param {"markdown" | "html"} format @param {AbortSignal} signal @param {(done: number) => unknown} told */
async function zipped(ids, format, signal, told) {
  /** @type {Uint8Array<ArrayBuffer>[]} */ const parts = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
  });
  /** @type {Set<string>} */ const names = new Set();
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) return undefined;
    const whole = await get(id);
    if (whole !== undefined) {
      const beside = format === "markdown" ? picturesBeside(whole, names) : new Map();
      const bytes = await file(whole, format, new Map([...beside].map(([src, { name }]) => [src, name])));
      put(zip, nameOf(whole.entry, INNER[format], names), bytes, whole.entry.saved);
      for (const { name, bytes: picture } of beside.values()) if (picture !== undefined) put(zip, name, picture, whole.entry.saved);
    }
    told(at + 1);
  }
  zip.end();
  return new Blob(parts, { type: "application/zip" });
}

/** @param {Zip} zip @param {string} name @param {Uint8Array} bytes @param {number} time */
function put(zip, name, bytes, time) {
  const entry = new ZipDeflate(name, { level: 6 });
  entry.mtime = clockTime(time);
  zip.add(entry);
  entry.push(bytes, true);
}

/** What pictures are called beside Markdown files, by their hashes; each lies there once. @param {import("./files.js").Whole} whole @param {Set<string>} names */
function picturesBeside({ entry, pictures }, names) {
  /** @type {Map<string, { name: string, bytes: Uint8Array | undefined }>} */ const beside = new Map();
  for (const { src, type, bytes } of pictures) {
    const hash = entry.pictures.find((it) => it.src === src)?.hash ?? "";
    const name = `pictures/${hash.slice(0, 16)}.${type.replace(/^image\/|\+xml$/g, "").replace("jpeg", "jpg")}`;
    // A second one is not packed again, and led to all the same.
    beside.set(src, { name, bytes: names.has(name) ? undefined : bytes });
    names.add(name);
  }
  return beside;
}

/** Zips know times from 1980 to 2099. @param {number} time */
const clockTime = (time) => Math.min(Math.max(time, Date.UTC(1980, 0, 2)), Date.UTC(2099, 0, 1));

/**
 * A name that every system takes: date, site and title, without what is not allowed in one of them, and no other's.
 *
 * @param {LedeEntry} entry @param {string} ending @param {Set<string>} names those that there are; it is added
 */
function nameOf({ saved, site, title, host }, ending, names) {
  const date = new Date(saved).toISOString().slice(0, 10);
  // eslint-disable-next-line no-control-regex -- they are what must not be in a name
  const plain = [date, site || host, title].filter(Boolean).join(" ").normalize("NFC").replace(/[\0-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ");
  const stem = [...plain.replace(/\s+/g, " ").trim()].slice(0, 80).join("").replace(/[. ]+$/, "");
  for (let at = 1; ; at += 1) {
    const name = `${stem}${at > 1 ? ` (${at})` : ""}.${ending}`;
    if (names.has(name.toLowerCase())) continue;
    names.add(name.toLowerCase());
    return name;
  }
}
