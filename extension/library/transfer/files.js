// The module that writes files of articles: loaded when something is exported, and not before.

import init, * as saving from "../../engine/save.js";

/** @typedef {NonNullable<Awaited<ReturnType<typeof import("../store.js").get>>>} Whole */

/** @type {Promise<unknown> | undefined} */
let loaded;

function load() {
  loaded ??= init().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** @param {Whole} whole @param {Map<string, string>} [names] where pictures lie beside the file, by their addresses */
const extrasOf = ({ entry, annotations, pictures }, names) => ({
  saved: entry.saved,
  annotations,
  pictures: pictures.map(({ src, type, bytes }) => ({ url: src, mime: type, bytes, name: names?.get(src) })),
});

/** @param {Whole} whole @param {"markdown" | "html"} format @param {Map<string, string>} [names] @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function file(whole, format, names) {
  await load();
  return /** @type {any} */ (saving.file(whole.article, format, extrasOf(whole, names)));
}

/** @param {Whole[]} all @param {string} title @returns {Promise<Uint8Array<ArrayBuffer>>} an EPUB, a chapter each */
export async function book(all, title) {
  await load();
  return /** @type {any} */ (saving.book(all.map(({ article }) => article), { title, saved: Date.now(), each: all.map((whole) => extrasOf(whole)) }));
}
