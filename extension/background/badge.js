// What the toolbar button says of a page that is cleaned without a press: by its badge, and in words for those who do not
// see it. It holds for the tab until another page comes.

import { api } from "./api.js";
import { mark, unmark } from "./notice.js";

/** @type {Record<string, { text: string, word: string }>} */
const STATES = {
  /** An article, of which only a press makes something. */
  reads: { text: "•", word: "autoStateReads" },
  reader: { text: "¶", word: "autoStateReader" },
  tidy: { text: "≡", word: "autoStateTidy" },
  /** Cleaned, and then given back by hand. */
  off: { text: "–", word: "autoStateOff" },
};

/**
 * @param {chrome.tabs.Tab} tab @param {"none" | "reads" | "reader" | "tidy" | "off"} state `none`: nothing is to be said
 */
export async function showState(tab, state) {
  // It comes from a page.
  const known = Object.hasOwn(STATES, state) ? STATES[state] : undefined;
  if (known === undefined) await unmark(tab);
  // The tab may be closed by now.
  else await mark(tab, api.i18n.getMessage(known.word), known.text).catch(() => {});
}
