// What is to be saved: the article that a tab's reader shows, as it shows it, else that of its page; with its highlights,
// and with its pictures, fetched where the page has them already.

import { api } from "../background/api.js";
import { askedOfMarks, marksOf } from "../background/marks.js";
import { mark } from "../background/notice.js";
import { addressOf } from "../background/place.js";
import { run } from "../background/inject.js";
import { foundIn } from "../background/reader.js";
import { isOpen } from "./hosts.js";
import { fetchBytes } from "./pictures.js";

/** @typedef {{ tab: chrome.tabs.Tab, article: any, kept: number, annotations: object[] }} Source */

/** @param {number} tabId @param {boolean} isShown whether the reader's own is meant @returns {Promise<Source>} */
export async function sourceOf(tabId, isShown) {
  const tab = await api.tabs.get(tabId);
  const shown = isShown ? await run(tab, () => globalThis.lede?.saving?.(), []) : undefined;
  const { article, kept } = shown ?? (await foundIn(tab));
  return { tab, article, kept, annotations: shown?.annotations ?? (await annotationsOf(article, tab)) };
}

/** @param {any} article @param {chrome.tabs.Tab} tab @returns {Promise<object[]>} */
async function annotationsOf(article, tab) {
  const address = addressOf(article, tab.url);
  const notes = await marksOf(address);
  const told = await askedOfMarks({ how: "tell", address, title: article.title ?? "", notes }, { url: tab.url, isPrivate: tab.incognito, tab });
  return told.annotations;
}

/**
 * Fetches pictures in the page, as the page itself would, and where that is refused by Lede's own right, if it has one.
 *
 * @param {chrome.tabs.Tab} tab @returns {import("./pictures.js").Get}
 */
export function getter(tab) {
  return async (url, { bytes, ms }) => {
    const inPage = await run(tab, fetchBytes, [url, bytes, ms]).catch(() => undefined);
    const isAllowed = inPage?.data === undefined && [undefined, "Refused"].includes(inPage?.why) && (await isOpen(url));
    const got = isAllowed ? await fetchBytes(url, bytes, ms) : inPage;
    if (got?.data !== undefined) return { bytes: /** @type {any} */ (Uint8Array).fromBase64(got.data) };
    const isElsewhere = new URL(url).origin !== new URL(tab.url ?? "about:blank").origin;
    return { why: (got?.why ?? "Refused") !== "Refused" ? got.why : isElsewhere && !isAllowed ? "Host" : "Network" };
  };
}

/** Says in the tab what has become of it: in its reader, else by the toolbar button. @param {chrome.tabs.Tab} tab @param {string} text */
export async function tellIn(tab, text) {
  // Whoever has gone on meanwhile is told nothing there.
  const now = await api.tabs.get(Number(tab.id)).catch(() => undefined);
  if (now === undefined || now.url !== tab.url) return;
  const isTold = await run(tab, (words) => globalThis.lede?.saved?.(words) ?? false, [text]).catch(() => false);
  if (isTold !== true) await mark(tab, text, "✓").catch(() => {});
}
