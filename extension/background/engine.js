// Lede's engine: the core in Rust, compiled to WebAssembly. It runs here and not beside the page, since a page's policy
// may forbid WebAssembly to everything in it. It keeps nothing from call to call, so it may be lost with the worker.

import init, * as engine from "../engine/lede.js";
import { moduleOf } from "../shared/module.js";

const { load, call } = moduleOf(init, engine.__wbg_reset_state);

/** Loads the engine where it is not loaded yet: called early, it is ready by the time the page has been read. */
export { load };

/**
 * The article of a page.
 *
 * @param {LedeSnapshot} snapshot
 * @param {{ now?: number, content?: boolean, layout?: boolean, scope?: string, keep?: number[], drop?: number[],
 *   candidate?: 0 | 1, leftOut?: boolean, comments?: boolean }} options
 * @returns {Promise<{ article: any, plan: LedePlan, mayAct: boolean, candidates: number, kept: number, hasComments?: boolean, comments?: any[],
 *   pagination?: LedePagination | null }>}
 */
export function extract(snapshot, options) {
  return call(() => engine.extract(snapshot, options));
}

/**
 * The same of a document that a page of Lede's has parsed from a file.
 *
 * @param {Document} document @param {string} url
 * @returns {Promise<{ article: any, kept: number }>}
 */
export function extractDocument(document, url) {
  const options = { now: Date.now(), content: false, layout: false };
  return call(() => engine.extractDocument(document, url, options));
}
