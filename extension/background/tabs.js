// Tabs that are opened: a link to another site, since only there, by the user's own press, may its page be read; and pages
// of Lede's own.

import { api } from "./api.js";
import { mark } from "./notice.js";

/** How long a page may take to load and still be marked. */
const PATIENCE_MS = 20_000;

/** @param {chrome.tabs.Tab} opener @param {string} url */
export async function openMarked(opener, url) {
  const tab = await api.tabs.create({ url, openerTabId: opener.id, index: opener.index + 1 });
  await loaded(tab);
  // A mark that was set before would be gone with the empty page that a tab begins with.
  await mark(tab, await invitation(), "▸").catch(() => {});
}

/**
 * Where a page of Lede's own opens that is about a tab: beside it. Chromium has none of them in private windows: it opens
 * them in another.
 *
 * @param {chrome.tabs.Tab} tab
 */
export function beside(tab) {
  return tab.incognito ? {} : { index: tab.index + 1, openerTabId: Number(tab.id), windowId: tab.windowId };
}

async function invitation() {
  // Firefox for Android has no shortcuts.
  const commands = (await api.commands?.getAll()) ?? [];
  const key = commands.find(({ name }) => name === "_execute_action")?.shortcut;
  return key ? api.i18n.getMessage("pressKey", key) : api.i18n.getMessage("pressHere");
}

/** @param {chrome.tabs.Tab} tab @returns {Promise<void>} */
function loaded({ id }) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, PATIENCE_MS);
    function done() {
      clearTimeout(timer);
      api.tabs.onUpdated.removeListener(updated);
      resolve();
    }
    /** @param {number} tabId @param {{ status?: string }} change */
    function updated(tabId, { status }) {
      if (tabId === id && status === "complete") done();
    }
    api.tabs.onUpdated.addListener(updated);
  });
}
