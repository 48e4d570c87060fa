// The engine's part that saves: a module of its own, loaded when something is saved and not before. It keeps nothing from
// call to call.

import init, * as engine from "../engine/save.js";
import { moduleOf } from "../shared/module.js";

const { call } = moduleOf(init, engine.__wbg_reset_state);

/**
 * @typedef {{ url: string, mime: string, bytes: Uint8Array<ArrayBuffer>, name?: string }} Picture
 * @typedef {{ saved?: number, pictures?: Picture[], missing?: { url: string, why: string }[], annotations?: object[], kept?: number,
 *   words?: { highlights: string, missing: string } }} Extras
 */

/** An article as a file's bytes. @param {any} article @param {string} format @param {Extras} extras */
export const file = (article, format, extras) => call(() => /** @type {Uint8Array<ArrayBuffer>} */ (engine.file(article, format, extras)));

/** Several as one EPUB, a chapter each; `each` has what belongs to them, in their order. @param {any[]} articles @param {{ title: string, saved: number, each: Extras[] }} extras */
export const book = (articles, extras) => call(() => /** @type {Uint8Array<ArrayBuffer>} */ (engine.book(articles, extras)));

/** As a line of a bibliography. @param {any} article @param {string} style @param {number} saved */
export const citation = (article, style, saved) => call(() => engine.citation(article, style, saved));

/** The name of its file, without the ending. @param {any} article @param {string} template @param {number} saved */
export const fileName = (article, template, saved) => call(() => engine.fileName(article, template, saved));
