// The context menus: the page, a selection, a link.

import { api } from "./api.js";
import { readLink, readPage, readSelection } from "./reader.js";

/** @type {[string, "page" | "selection" | "link"][]} */
const MENUS = [
  ["menuPage", "page"],
  ["menuSelection", "selection"],
  ["menuLink", "link"],
];

export function makeMenus() {
  api.contextMenus?.removeAll(() => {
    for (const [id, context] of MENUS) {
      api.contextMenus.create({ id, title: api.i18n.getMessage(id), contexts: [context], documentUrlPatterns: ["*://*/*", "file:///*"] });
    }
  });
}

/** @param {chrome.contextMenus.OnClickData} info @param {chrome.tabs.Tab} [tab] */
export async function chosen({ menuItemId, linkUrl = "" }, tab) {
  if (tab === undefined) return;
  if (menuItemId === "menuPage") await readPage(tab);
  if (menuItemId === "menuSelection") await readSelection(tab);
  if (menuItemId === "menuLink") await readLink(tab, linkUrl);
}
