// Files of saved articles, with what the library keeps beside them.

import * as saving from "../../save/engine.js";

/** @typedef {NonNullable<Awaited<ReturnType<typeof import("../store.js").get>>>} Whole */

/** @param {Whole} whole @param {Map<string, string>} [names] where pictures lie beside the file, by their addresses */
const extrasOf = ({ entry, annotations, kept, pictures }, names) => ({
  saved: entry.saved,
  annotations,
  kept,
  pictures: pictures.map(({ src, type, bytes }) => ({ url: src, mime: type, bytes, name: names?.get(src) })),
});

/** @param {Whole} whole @param {"markdown" | "html"} format @param {Map<string, string>} [names] @returns {Promise<Uint8Array<ArrayBuffer>>} */
export function file(whole, format, names) {
  return saving.file(whole.article, format, extrasOf(whole, names));
}

/** @param {Whole[]} all @param {string} title @returns {Promise<Uint8Array<ArrayBuffer>>} an EPUB, a chapter each */
export function book(all, title) {
  return saving.book(all.map(({ article }) => article), { title, saved: Date.now(), each: all.map((whole) => extrasOf(whole)) });
}
