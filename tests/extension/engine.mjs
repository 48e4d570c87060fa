// The extension's engine in Node, for tests: the same files as in the packages.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @type {any} */
let engine;
/** @type {any} */
let saving;

/** @param {string} folder the unpacked extension */
export async function loadEngine(folder) {
  engine = await loadModule(folder, "lede");
  saving = await loadModule(folder, "save");
}

/** @param {string} folder @param {string} name */
async function loadModule(folder, name) {
  // Written by the build as a file of a package that says nothing of its kind: read it as a module all the same.
  const source = readFileSync(join(folder, `engine/${name}.js`), "utf8").replaceAll("import.meta.url", '"file:///"');
  const loaded = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  loaded.initSync({ module: readFileSync(join(folder, `engine/${name}_bg.wasm`)) });
  return loaded;
}

/** @param {LedeSnapshot} snapshot @param {object} options @returns {any} */
export const extract = (snapshot, options) => engine.extract(snapshot, options).article;

/** @param {LedeSnapshot} snapshot @returns {string} */
export const outline = (snapshot) => engine.outline(snapshot);

/** @param {any} article @param {"html" | "markdown" | "text" | "json" | "epub"} format @param {object} [extras] @returns {Uint8Array} */
export const file = (article, format, extras = {}) => saving.file(article, format, extras);
