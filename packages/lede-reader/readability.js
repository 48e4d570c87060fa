// Lede behind the interface of Mozilla's Readability.js, for programs that call it. README.md says what its options do here.

import { extract, init } from "./index.js";
import { said } from "./dom.js";

export { init };

const MIN_CHARACTERS = 500;
/** What Readability.js puts round every article. */
const [PAGE_ID, PAGE_CLASS] = ["readability-page-1", "page"];
const FRAMES = new Set(["iframe", "embed", "object"]);
/** Odds below which a page is surely no article: src/lib.rs has the same. */
const UNLIKELY = 0.3;
const MIN_LENGTH = 140;
const MIN_SCORE = 20;

/** @typedef {import("./readability.d.ts").Options<any>} Options */

export class Readability {
  #document;
  /** @type {Options} */
  #options;

  /** @param {Document} document @param {Options} [options] */
  constructor(document, options = {}) {
    if (!document?.documentElement) throw new Error("First argument to Readability constructor should be a document object.");
    this.#document = document;
    this.#options = options ?? {};
  }

  /** The article, or null where there is none. The document stays as it is. */
  parse() {
    this.#refuseTooMany();
    const { charThreshold, debug = false } = this.#options;
    const found = this.#found(charThreshold ?? MIN_CHARACTERS);
    if (debug) tell(found);
    const { article } = found;
    const text = article.textContent ?? "";
    if (text === "" || text.length < (charThreshold ?? 1)) return null;
    return {
      title: article.title ?? this.#document.title ?? "",
      byline: article.byline,
      dir: article.dir,
      lang: article.lang,
      content: this.#content(article.content ?? ""),
      textContent: text,
      length: text.length,
      excerpt: article.excerpt,
      siteName: article.siteName,
      publishedTime: article.publishedTime,
    };
  }

  #refuseTooMany() {
    const { maxElemsToParse = 0 } = this.#options;
    if (maxElemsToParse <= 0) return;
    const count = this.#document.getElementsByTagName("*").length;
    if (count > maxElemsToParse) throw new Error(`Aborting parsing document; ${count} elements found`);
  }

  /** The first reading; where it is short and there is a second that is longer, that one. @param {number} least */
  #found(least) {
    const how = /** @type {any} */ (this.#how());
    const first = extract(this.#document, how);
    if (first.article.length >= least || first.candidates < 2) return first;
    const second = extract(this.#document, { ...how, candidate: 1 });
    return second.article.length > first.article.length ? second : first;
  }

  /** What of the page is not read, or otherwise. */
  #how() {
    const { disableJSONLD = false, allowedVideoRegex } = this.#options;
    const isData = (/** @type {any} */ element, /** @type {string} */ name) => disableJSONLD && name === "script" && isJsonLd(element);
    if (allowedVideoRegex === undefined) return { leavesOut: (/** @type {any} */ element) => isData(element, said(element, "localName")) };
    const isOther = (/** @type {any} */ element) => !holds(element, allowedVideoRegex);
    return {
      leavesOut(/** @type {any} */ element) {
        const name = said(element, "localName");
        return isData(element, name) || (FRAMES.has(name) && isOther(element));
      },
      // A frame that is allowed counts as a film, whoever's it is.
      change: { localName: (/** @type {any} */ element, /** @type {string} */ name) => (FRAMES.has(name) && !isOther(element) ? "video" : name) },
    };
  }

  /** The article's HTML in Readability's wrapper, or what the caller's own serializer makes of it. @param {string} html */
  #content(html) {
    const { serializer, keepClasses = false, classesToPreserve = [] } = this.#options;
    const wrapped = `<div id="${PAGE_ID}" class="${PAGE_CLASS}">${html}</div>`;
    if (serializer === undefined && !keepClasses && classesToPreserve.length === 0) return wrapped;
    const root = elementsOf(this.#document, wrapped);
    if (keepClasses) giveClasses(this.#document, root, () => true);
    else if (classesToPreserve.length > 0) giveClasses(this.#document, root, (name) => classesToPreserve.includes(name));
    return serializer === undefined ? root.innerHTML : serializer(root);
  }
}

/** For `debug`. @param {import("./index.d.ts").Extraction} found */
function tell({ article, candidates, kept }) {
  const { pageType, articleProbability, confidence, wordCount } = article;
  console.log("Reader: (Readability)", { pageType, articleProbability, confidence, wordCount, candidates, kept });
}

/** @param {any} element */
const isJsonLd = (element) => (element.getAttribute("type") ?? "").trim().toLowerCase().startsWith("application/ld+json");

/** Whether one of an element's attributes matches. @param {any} element @param {RegExp} pattern */
function holds(element, pattern) {
  return element.getAttributeNames().some((/** @type {string} */ name) => {
    // A pattern with the flag g begins where it ended.
    pattern.lastIndex = 0;
    return pattern.test(element.getAttribute(name) ?? "");
  });
}

/** HTML of ours as elements, in a document where pictures do not load and nothing runs. @param {Document} page @param {string} html */
function elementsOf(page, html) {
  const inert = page.implementation?.createHTMLDocument?.("") ?? page;
  const root = inert.createElement("div");
  root.innerHTML = html;
  return root;
}

/**
 * The article is built anew, so its elements have no classes. Each is given those of the page's element of the same name that
 * says the same.
 *
 * @param {Document} page @param {HTMLElement} root @param {(name: string) => boolean} isWanted
 */
function giveClasses(page, root, isWanted) {
  /** @type {Map<string, string[]>} */
  const known = new Map();
  for (const element of page.querySelectorAll("[class]")) {
    const classes = classesOf(element).filter(isWanted).join(" ");
    if (classes === "") continue;
    for (const key of keysOf(element)) known.set(key, [...(known.get(key) ?? []), classes]);
  }
  for (const element of root.querySelectorAll(`#${PAGE_ID} *`)) {
    const classes = keysOf(element).map((key) => known.get(key)?.shift()).find((one) => one !== undefined);
    if (classes !== undefined) element.setAttribute("class", classes);
  }
}

/** @param {Element} element */
const classesOf = (element) => (element.getAttribute("class") ?? "").split(/\s+/).filter((name) => name !== "");

/** By what an element of the page is known again: a picture by its address, others by their text. @param {any} element */
function keysOf(element) {
  const name = said(element, "localName");
  const addresses = [element.getAttribute("src"), element.src].filter((address) => typeof address === "string" && address !== "");
  if (addresses.length > 0) return [...new Set(addresses)].map((address) => `${name} @${address}`);
  const text = (said(element, "textContent") ?? "").replaceAll(/\s+/g, " ").trim();
  return text === "" ? [] : [`${name} ${text}`];
}

/**
 * Whether a page is likely to have an article, by the length of what would be shown: each block that is long enough counts by
 * the root of what it is longer.
 *
 * @type {typeof import("./readability.d.ts").isProbablyReaderable}
 */
export function isProbablyReaderable(document, options = {}) {
  const { minContentLength = MIN_LENGTH, minScore = MIN_SCORE, visibilityChecker } = typeof options === "function" ? { visibilityChecker: options } : options;
  const isSeen = visibilityChecker;
  // The head is never seen, and tells what the page is.
  const leavesOut = isSeen && ((/** @type {any} */ element) => document.body?.contains(element) === true && element !== document.body && !isSeen(element));
  const { article } = extract(document, /** @type {any} */ ({ leavesOut }));
  if (article.articleProbability < UNLIKELY) return false;
  const lengths = (article.textContent ?? "").split("\n\n").map((block) => block.length - minContentLength);
  return lengths.reduce((sum, more) => sum + Math.sqrt(Math.max(more, 0)), 0) > minScore;
}
