// Opens the page on which a copy of a tab's page is made for a report.

import { api } from "./api.js";
import { beside } from "./tabs.js";

/** @param {chrome.tabs.Tab} tab */
export async function openReport(tab) {
  await api.tabs.create({ url: api.runtime.getURL(`report/report.html#tab=${tab.id}`), ...beside(tab) });
}
