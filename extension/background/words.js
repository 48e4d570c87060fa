// What the reader says in the user's language. The words go along with the article: the reader must not depend on an
// extension that may have been reloaded since.

import { api } from "./api.js";

/** Below these odds the reader says so. */
const ARTICLE_ODDS = 0.4;
const CONFIDENCE = 0.4;
/** Pages that lead to texts and are none. What else is no article (a manual, a thread) can be read all the same. */
const LEADS_ON = ["listing", "collection", "product"];

export function words() {
  return {
    name: said("reader"),
    close: said("close"),
    minutes: said("minutes"),
    locale: api.i18n.getUILanguage(),
    direction: said("@@bidi_dir"),
  };
}

/** What the reader's tools say. */
export const toolWords = () => wordsNamed("tool");

/** What the mark on a tidied page says. */
export async function tidyWords() {
  return { ...(await wordsNamed("tidy")), direction: said("@@bidi_dir") };
}

/** All messages whose names begin so, by these names. @param {string} beginning @returns {Promise<Record<string, string>>} */
export async function wordsNamed(beginning) {
  const messages = await (await fetch(api.runtime.getURL("_locales/en/messages.json"))).json();
  const names = Object.keys(messages).filter((name) => name.startsWith(beginning));
  return Object.fromEntries(names.map((name) => [name, said(name)]));
}

/** @param {string} key */
function said(key) {
  return api.i18n.getMessage(key);
}

/**
 * What stands above the text where there is a doubt; empty where there is none.
 *
 * @param {any} article @param {LedeTaken} taken @param {{ scope?: string }} options
 */
export function noteFor(article, taken, options) {
  const note = noteKey(article, taken, options);
  return note === null ? "" : api.i18n.getMessage(note);
}

/** @param {any} article @param {LedeTaken} taken @param {{ scope?: string }} options */
export function noteKey({ body, pageType, articleProbability, confidence }, { contentType = "text/html", isPart = false }, { scope = "page" }) {
  if (body.length === 0) return "noteEmpty";
  if (isPart) return "notePart";
  if (!/html/.test(contentType)) return "noteKind";
  // What the user has chosen is right.
  if (scope === "selection") return null;
  const unsure = confidence < CONFIDENCE;
  if (articleProbability < ARTICLE_ODDS && (unsure || LEADS_ON.includes(pageType))) return "noteNoArticle";
  return unsure ? "noteUnsure" : null;
}
