// Lede's engine: the core in Rust, compiled to WebAssembly. It runs here and not beside the page, since a page's policy
// may forbid WebAssembly to everything in it. It keeps nothing from call to call, so it may be lost with the worker.

import init, * as engine from "../engine/lede.js";

/** @type {Promise<unknown> | undefined} */
let loaded;

/**
 * The article of a page.
 *
 * @param {LedeSnapshot} snapshot
 * @param {{ now?: number, content?: boolean, layout?: boolean, scope?: string, keep?: number[], drop?: number[],
 *   candidate?: 0 | 1, leftOut?: boolean, comments?: boolean }} options
 * @returns {Promise<{ article: any, plan: LedePlan, mayAct: boolean, candidates: number, kept: number, hasComments?: boolean, comments?: any[],
 *   pagination?: LedePagination | null }>}
 */
export async function extract(snapshot, options) {
  await load();
  try {
    return engine.extract(snapshot, options);
  } catch (error) {
    // After a trap the instance's memory is in no state to be used again.
    if (error instanceof WebAssembly.RuntimeError) engine.__wbg_reset_state();
    throw error;
  }
}

/**
 * The same of a document that a page of Lede's has parsed from a file.
 *
 * @param {Document} document @param {string} url
 * @returns {Promise<any>} the article
 */
export async function extractDocument(document, url) {
  await load();
  try {
    return /** @type {any} */ (engine.extractDocument(document, url, { now: Date.now(), content: false, layout: false })).article;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) engine.__wbg_reset_state();
    throw error;
  }
}

/** Loads the engine where it is not loaded yet: called early, it is ready by the time the page has been read. */
export function load() {
  loaded ??= init().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}
