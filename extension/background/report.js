// Opens the page on which a copy of a tab's page is made for a report.

import { api } from "./api.js";

/** @param {chrome.tabs.Tab} tab */
export async function openReport(tab) {
  // Chromium has none of Lede's pages in private windows: it opens them in another.
  const place = tab.incognito ? {} : { index: tab.index + 1, openerTabId: Number(tab.id), windowId: tab.windowId };
  await api.tabs.create({ url: api.runtime.getURL(`report/report.html#tab=${tab.id}`), ...place });
}
