// What Lede has made of a page, in the words of its copy: what stayed, what went, how sure it was.

import { api } from "../background/api.js";

/** Of a part so much is told: enough to find it again. */
const MOST = 60;

/** @typedef {{ text: string, isKept: boolean }} Piece */

/** Blocks that hold others: which. @type {Record<string, (value: any) => any[]>} */
const HOLDS = {
  quote: (blocks) => blocks,
  list: ({ items }) => items.flat(),
  details: ({ content }) => content,
  definitions: (groups) => groups.flatMap((/** @type {any} */ { terms, meaning }) => [...terms.map((/** @type {any} */ paragraph) => ({ paragraph })), ...meaning]),
  table: ({ rows }) => rows.flat().flatMap((/** @type {any} */ { content }) => content),
};
/** Keys of inlines, and of blocks without others, whose strings are read. */
const READ = new Set(["text", "base", "tex", "title"]);

/** @param {any[]} blocks docs/article.md @returns {Piece[]} its paragraphs and the like, with what was left out */
export function piecesOf(blocks, isKept = true) {
  return blocks.flatMap((block) => {
    const [[kind = "", value] = []] = typeof block === "object" ? Object.entries(block) : [];
    if (kind === "leftOut") return piecesOf(value.content, false);
    const held = HOLDS[kind];
    if (held !== undefined) return piecesOf(held(value), isKept);
    const text = textOf(value).replace(/\s+/g, " ").trim();
    return text === "" ? [] : [{ text, isKept }];
  });
}

/** @param {any} node @returns {string} */
function textOf(node) {
  if (node === "lineBreak") return " ";
  if (Array.isArray(node)) return node.map(textOf).join("");
  if (typeof node !== "object" || node === null) return "";
  return Object.entries(node).map(([key, value]) => (typeof value === "string" ? (READ.has(key) ? value : "") : textOf(value))).join("");
}

/**
 * The expectation of a page of tests/pages, as far as Lede's own reading goes: whoever mends it turns round what is wrong.
 *
 * @param {any} article @param {Piece[]} pieces @param {(text: string) => string} word
 */
export function madeOf(article, pieces, word) {
  const told = (/** @type {boolean} */ isKept) => pieces.filter((piece) => piece.isKept === isKept).map(({ text }) => word(begin(text)));
  const { pageType, articleProbability, confidence, wordCount, title, byline } = article;
  return {
    kind: "report",
    url: "https://example.test/",
    notes: { lede: api.runtime.getManifest().version, browser: browser(), pageType, articleProbability, confidence, wordCount },
    title: title === null ? null : word(title),
    byline: byline === null ? null : word(byline),
    must_keep: told(true),
    must_drop: told(false),
  };
}

/** Its first words, whole. @param {string} text */
function begin(text) {
  if (text.length <= MOST) return text;
  const cut = text.lastIndexOf(" ", MOST);
  return text.slice(0, cut > 0 ? cut : MOST);
}

/** Which one, and nothing else of what it says of itself. */
function browser() {
  return /(Firefox|Chrome)\/\d+/.exec(navigator.userAgent)?.[0] ?? "";
}

/** As a comment at a page's head, which it can't end. @param {object} made */
export function asComment(made) {
  return `<!--\n${JSON.stringify(made, null, 2).replaceAll("--", "-\\u002d")}\n-->\n`;
}
