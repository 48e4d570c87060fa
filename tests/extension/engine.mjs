// The extension's engine in Node, for tests: the same files as in the packages.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @type {any} */
let engine;

/** @param {string} folder the unpacked extension */
export async function loadEngine(folder) {
  // Written by the build as a file of a package that says nothing of its kind: read it as a module all the same.
  const source = readFileSync(join(folder, "engine/lede.js"), "utf8").replaceAll("import.meta.url", '"file:///"');
  engine = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  engine.initSync({ module: readFileSync(join(folder, "engine/lede_bg.wasm")) });
}

/** @param {LedeSnapshot} snapshot @param {object} options @returns {any} */
export const extract = (snapshot, options) => engine.extract(snapshot, options).article;

/** @param {LedeSnapshot} snapshot @returns {string} */
export const outline = (snapshot) => engine.outline(snapshot);

/** @param {any} article @param {"html" | "markdown" | "text"} format @returns {string} */
export const render = (article, format) => engine.render(article, format);
