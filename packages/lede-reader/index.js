// Lede's core for JavaScript: finds the article of a page, and its metadata; writes it as a file.

import { call, init, initSync } from "./engine.js";
import { snapshotOf } from "./dom.js";

export { init, initSync };

const decoder = new TextDecoder();

/**
 * The article of a document.
 *
 * @type {typeof import("./index.d.ts").extract}
 */
export function extract(document, options = {}) {
  const { snapshot, isPart, layout } = snapshotOf(document, options);
  const asked = { ...forEngine(options), layout };
  return { ...call(["read", "html"], (engine) => engine.extract(snapshot, asked)), isPart };
}

/**
 * The article of a page's HTML.
 *
 * @type {typeof import("./index.d.ts").extractHtml}
 */
export function extractHtml(html, options = {}) {
  const { url = "", charset } = options;
  return call(["html"], (engine) => {
    const page = typeof html === "string" ? html : engine.toText(bytesOf(html), charset);
    return { ...engine.extractHtml(page.toWellFormed(), String(url), forEngine(options)), isPart: false };
  });
}

/**
 * An article as a file.
 *
 * @type {any}
 */
export const render = (/** @type {any} */ article, /** @type {string} */ format, /** @type {object} */ extras = {}) => {
  const bytes = call(["save"], (engine) => engine.file(article, format, timed(extras)));
  return format === "epub" ? bytes : decoder.decode(bytes);
};

/** @type {typeof import("./index.d.ts").book} */
export const book = (articles, extras = {}) => call(["save"], (engine) => engine.book(articles, timed({ ...extras, each: extras.each?.map(timed) })));

/** @type {typeof import("./index.d.ts").citation} */
export const citation = (article, style, seen) => call(["save"], (engine) => engine.citation(article, style, milliseconds(seen)));

/** @type {typeof import("./index.d.ts").fileName} */
export const fileName = (article, template = "", saved = undefined) =>
  call(["save"], (engine) => engine.fileName(article, template, milliseconds(saved)));

/** @type {typeof import("./index.d.ts").verify} */
export const verify = (file) => call(["save"], (engine) => engine.verify(typeof file === "string" ? new TextEncoder().encode(file) : bytesOf(file)));

/** @type {typeof import("./index.d.ts").version} */
export const version = () => call(["read", "html", "save"], (engine) => engine.version());

/** What the engine itself is told. @param {any} options */
function forEngine({ now, scope, keep, drop, candidate, leftOut, comments, content, layout }) {
  return { now: milliseconds(now), scope, keep, drop, candidate, leftOut, comments, content, layout };
}

/** @param {any} extras */
function timed(extras) {
  return { ...extras, saved: milliseconds(extras.saved) };
}

/** @param {Date | number | undefined} time */
function milliseconds(time) {
  return time === undefined ? undefined : Number(time);
}

/** @param {ArrayBuffer | ArrayBufferView} data */
function bytesOf(data) {
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}
