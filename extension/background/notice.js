// What is said where no script may run, so that a click is never without an answer: by the toolbar button's badge and
// tooltip, which always work, and by a small popup where the browser opens one.

import { api } from "./api.js";

/** A page that can't be read, and why: the end of a message's name. */
export class Refused extends Error {
  /** @param {string} why */
  constructor(why) {
    super(`the page can't be read: ${why}`);
    this.why = why;
  }
}

/** @param {chrome.tabs.Tab} tab @param {unknown} error */
export async function tell(tab, error) {
  const why = error instanceof Refused ? error.why : reason(tab, String(error));
  if (why === null) return;
  if (why === "failed") console.error(error);
  const key = `cannot${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  await Promise.allSettled([mark(tab, api.i18n.getMessage(key)), popUp(tab, key)]);
}

/**
 * What a browser's refusal means. Nothing: the user has gone on, and wants no answer any more.
 *
 * @param {chrome.tabs.Tab} tab @param {string} message
 */
function reason({ url = "" }, message) {
  if (/No tab with id|Invalid tab ID|was removed|Frame with ID 0 was removed|destroyed|navigat/i.test(message)) return null;
  if (/^file:/.test(url) || /file URL/i.test(message)) return "file";
  if (/\.pdf($|[?#])/i.test(url)) return "pdf";
  if (/Cannot access|cannot be scripted|Missing host permission|extensions gallery|Cannot script/i.test(message)) return "browser";
  return "failed";
}

/** @param {chrome.tabs.Tab} tab @param {string} title */
export async function mark({ id: tabId }, title, text = "!") {
  // The mark comes last: whoever sees it finds the words there.
  await Promise.all([
    api.action.setBadgeBackgroundColor({ tabId, color: "#14567f" }),
    api.action.setTitle({ tabId, title }),
  ]);
  await api.action.setBadgeText({ tabId, text });
}

/** @param {chrome.tabs.Tab} tab */
export function unmark({ id: tabId }) {
  const gone = [api.action.setBadgeText({ tabId, text: "" }), api.action.setTitle({ tabId, title: api.i18n.getMessage("action") })];
  // The tab may be closed by now.
  return Promise.allSettled(gone);
}

/** The popup is the tab's for as long as its page stays: the next press opens it again. @param {chrome.tabs.Tab} tab @param {string} key */
async function popUp({ id: tabId, windowId }, key) {
  await api.action.setPopup({ tabId, popup: `notice/notice.html#${key}` });
  await api.action.openPopup({ windowId });
}
