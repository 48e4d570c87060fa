// A page as a file that may be shown to others: its structure without its words, links, pictures, scripts and styles.

import { scrambler, wordsOf } from "./words.js";
import { treeOf } from "./tree.js";

/** @typedef {import("./tree.js").Part} Part */
/** @typedef {{ word: (text: string) => string, name: (names: string) => string, address: (url: string, isPicture: boolean) => string }} Ways how a text, names and addresses are told */

/** Of src/dom/mod.rs: not drawn; drawn small, and large; for screen readers alone. */
const [HIDDEN, SMALL, LARGE, CLIPPED] = [1, 2, 4, 8];
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What bears nothing of an article's structure. */
const DROPPED = new Set("script style template link base object embed canvas noembed noframes datalist".split(" "));
/** What may stand in a page only where it is no page of its own. */
const BECOMES = /** @type {Record<string, string>} */ ({ iframe: "div", slot: "div", noscript: "div" });
/** Attributes whose values are words of a standard's. */
const STANDARD = new Set("role rel itemprop itemscope dir lang scope type open hidden reversed aria-hidden colspan rowspan start width height property".split(" "));
const OF_STANDARD = /^[\w:. %-]{0,40}$/;
/** Only what describes a page by a standard's names. */
const META = /^(og|article|twitter|citation|dc|dcterms|parsely|sailthru):|^(author|byl|date|description|title|robots|language|pubdate|viewport|news_keywords|keywords)$/i;
/** Values of the standards' own: what a page is. */
const KIND = /^(og:type|robots|viewport|og:locale|language)$/i;
const SCHEMA = /^https?:\/\/schema\.org\/\w*$/;
const UNSEEN = /(display:\s*none|visibility:\s*hidden)/i;
const DATE = "2026-01-01T00:00:00Z";
const MEDIA = new Set(["img", "source", "video", "audio"]);
/** @typedef {(value: string, ways: Ways, own: string) => string | undefined} Way */
/** @type {Way} */
const asNames = (value, ways) => ways.name(value) || undefined;
/** @type {Way} */
const asWords = (value, ways) => ways.word(value);
/** How an attribute is told that is not a standard's word; nothing where it is left away. @type {Record<string, Way>} */
const WAYS = {
  class: asNames,
  id: asNames,
  alt: asWords,
  title: asWords,
  "aria-label": asWords,
  content: (value, ways, own) => (own === "meta" ? ways.word(value) : undefined),
  href: (value, ways) => ways.address(value, false),
  src: (value, ways, own) => (MEDIA.has(own) ? ways.address(value, true) : undefined),
  datetime: () => DATE,
  itemtype: (value) => (SCHEMA.test(value) ? value : undefined),
  // A field's name, and a picture's, is the page's own.
  name: (value, _, own) => (own === "meta" && OF_STANDARD.test(value) ? value : undefined),
};
/** Names of elements that no page has made up. */
const PLAIN = /^[a-z][a-z0-9]*$/;

/**
 * @param {LedeSnapshot} snapshot @param {string[]} names words that say who or where, and are no part of the page's structure
 * @param {{ hasNames: boolean, random?: (below: number) => number }} how `hasNames`: classes and ids stay
 * @returns {{ word: (text: string) => string, html: string }} how its words were replaced, and the copy
 */
export function copyOf(snapshot, names, { hasNames, random }) {
  const root = treeOf(snapshot);
  const word = scrambler([...saidIn(root), ...names], random);
  const ways = { word, name: hasNames ? namesWithout(names) : () => "", address: addresses(snapshot.url) };
  const { children } = root;
  return { word, html: `<!doctype html>\n${children.map((child) => told(child, ways, false)).join("")}\n` };
}

/** All texts and values, each by itself. @param {Part} root @returns {Iterable<string>} */
function* saidIn(root) {
  /** @type {(Part | string)[]} */ const left = [root];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (typeof part === "string") {
      yield part;
    } else {
      for (const [, value] of part.attributes) yield value;
      left.push(...part.children);
    }
  }
}

/** @param {Part | string} part @param {Ways} ways @param {boolean} isPre whether white space counts @returns {string} */
function told(part, ways, isPre) {
  if (typeof part === "string") return escaped(ways.word(isPre ? part : part.replace(/\s+/g, " ")));
  const { name: own, children } = part;
  if (DROPPED.has(own) || (own === "meta" && !isKept(part))) return "";
  const name = BECOMES[own] ?? (PLAIN.test(own) || ways.name(own) === own ? own : "div");
  const start = `<${name}${attributesOf(part, ways)}>`;
  if (VOID.has(name)) return start;
  const isInPre = isPre || name === "pre" || name === "textarea";
  const inner = name === "svg" ? "" : children.map((child) => told(child, ways, isInPre)).join("");
  return `${start}${inner}</${name}>`;
}

/** @param {Part} meta */
function isKept({ attributes }) {
  return attributes.some(([name, value]) => (name === "name" || name === "property") && META.test(value));
}

/** @param {Part} part @param {Ways} ways */
function attributesOf(part, ways) {
  const { name: own, flags, attributes } = part;
  /** @type {Map<string, string>} */ const kept = new Map();
  const isKind = attributes.some(([name, value]) => (name === "name" || name === "property") && KIND.test(value));
  for (const [name, value] of attributes) {
    const shown = own === "meta" && name === "content" && isKind && OF_STANDARD.test(value) ? value : valueOf(own, name, value, ways);
    if (shown !== undefined) kept.set(name, shown);
  }
  // A file has no layout: what it says of itself is all there is.
  if (flags & HIDDEN || attributes.some(([name, value]) => name === "style" && UNSEEN.test(value))) kept.set("hidden", "");
  if (flags & CLIPPED) kept.set("class", `${kept.get("class") ?? ""} visually-hidden`.trim());
  if (own === "img" && !kept.has("width") && flags & (SMALL | LARGE)) {
    const [width, height] = flags & LARGE ? ["640", "360"] : ["32", "32"];
    kept.set("width", width).set("height", height);
  }
  return [...kept].map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`)).join("");
}

/** What an attribute says in the copy; nothing where it is left away. @param {string} own @param {string} name @param {string} value @param {Ways} ways */
function valueOf(own, name, value, ways) {
  const way = WAYS[name];
  if (way !== undefined) return way(value, ways, own);
  return STANDARD.has(name) && OF_STANDARD.test(value) ? value : undefined;
}

/**
 * Names of parts as the page has them, but for numbers, which may be somebody's, and for words that say who or where.
 *
 * @param {string[]} names @returns {(value: string) => string}
 */
function namesWithout(names) {
  const told = new Set(names.flatMap((name) => [...wordsOf(name)]).filter((word) => word.length > 2));
  return (value) => {
    const parts = value.split(/\s+/).filter((part) => /^[\w:-]{1,60}$/.test(part));
    const isTold = (/** @type {string} */ part) => part.toLowerCase().split(/[^a-z]+/).some((word) => told.has(word));
    return parts.filter((part) => !isTold(part)).map((part) => part.replace(/\d{3,}/g, (digits) => "0".repeat(digits.length))).join(" ");
  };
}

/** Addresses that lead nowhere: the same for the same, of the site or elsewhere. @param {string} base @returns {(url: string, isPicture: boolean) => string} */
function addresses(base) {
  /** @type {Map<string, string>} */ const given = new Map();
  const host = URL.canParse(base) ? new URL(base).host : "";
  return (url, isPicture) => {
    if (url.startsWith("#")) return "#";
    const whole = URL.canParse(url, base || undefined) ? new URL(url, base || undefined) : null;
    if (whole !== null && !/^(https?|data|blob):$/.test(whole.protocol)) return `${whole.protocol === "mailto:" ? "mailto:nobody@" : "https://"}example.test`;
    const known = given.get(url) ?? `https://${isPicture || (whole?.host ?? host) === host ? "" : "elsewhere."}example.test/${isPicture ? "picture" : "page"}-${given.size + 1}${isPicture ? ".png" : ""}`;
    given.set(url, known);
    return known;
  };
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
