// The library in files: JSON Lines, from which it comes back whole, with pictures and notes; and zips of Markdown or HTML
// for whatever else reads them.

import { Zip, ZipDeflate } from "../../vendor/fflate.js";
import { marksAt } from "../../background/marks.js";
import { rendered } from "../../background/engine.js";
import { get } from "../store.js";

/** @typedef {"jsonl" | "markdown" | "html"} Format */

const ENDINGS = { jsonl: "jsonl", markdown: "zip", html: "zip" };
const INNER = { markdown: "md", html: "html" };

/** @param {Format} format @param {number} [now] */
export const fileName = (format, now = Date.now()) => `lede-${format}-${new Date(now).toISOString().slice(0, 10)}.${ENDINGS[format]}`;

/**
 * @param {string[]} ids @param {Format} format @param {AbortSignal} signal @param {(done: number) => unknown} told
 * @returns {Promise<Blob | undefined>} nothing where it was cancelled
 */
export function write(ids, format, signal, told) {
  return format === "jsonl" ? lines(ids, signal, told) : zipped(ids, format, signal, told);
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
async function record({ entry, article, pictures }) {
  const { saved, tags, unread, archived, favourite, address } = entry;
  const base64 = (/** @type {Uint8Array} */ bytes) => /** @type {any} */ (bytes).toBase64();
  return {
    ...{ lede: 1, saved, tags, unread, archived, favourite },
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
      const file = new ZipDeflate(nameOf(whole.entry, INNER[format], names), { level: 6 });
      file.mtime = clockTime(whole.entry.saved);
      zip.add(file);
      file.push(new TextEncoder().encode(await rendered(whole.article, format)), true);
    }
    told(at + 1);
  }
  zip.end();
  return new Blob(parts, { type: "application/zip" });
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
