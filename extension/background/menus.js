// The context menus: the page, a selection, a link, and the toolbar button.

import { api } from "./api.js";
import { autoChosen, autoMenus, markMenus } from "./auto-menu.js";
import { openReport } from "./report.js";
import { readLink, readPage, readSelection } from "./reader.js";
import { savePage } from "./save.js";

/** @type {[string, "page" | "selection" | "link"][]} */
const MENUS = [
  ["menuPage", "page"],
  ["menuSelection", "selection"],
  ["menuLink", "link"],
];

const LIBRARY = "libraryOpen";
const REPORT = "toolReport";

export function makeMenus() {
  api.contextMenus?.removeAll(() => {
    for (const [id, context] of MENUS) {
      api.contextMenus.create({ id, title: api.i18n.getMessage(id), contexts: [context], documentUrlPatterns: ["*://*/*", "file:///*"] });
    }
    api.contextMenus.create({ id: "menuSave", title: api.i18n.getMessage("saveMenu"), contexts: ["action"] });
    for (const entry of autoMenus()) api.contextMenus.create(entry);
    // Chromium takes six at the button, and these are the fifth and the sixth.
    for (const id of [LIBRARY, REPORT]) api.contextMenus.create({ id, title: api.i18n.getMessage(id), contexts: ["action"] });
    markMenus();
  });
}

/** @param {chrome.contextMenus.OnClickData} info @param {chrome.tabs.Tab} [tab] */
export async function chosen({ menuItemId, linkUrl = "" }, tab) {
  if (tab === undefined) return;
  // Nothing may be waited for before: it asks the browser, by right of this press.
  if (String(menuItemId).startsWith("auto-")) return autoChosen(String(menuItemId), tab);
  if (menuItemId === LIBRARY) await api.tabs.create({ url: api.runtime.getURL("library/library.html"), index: tab.index + 1 });
  if (menuItemId === REPORT) await openReport(tab);
  if (menuItemId === "menuSave") await savePage(tab, { to: "file", from: "reader" });
  if (menuItemId === "menuPage") await readPage(tab);
  if (menuItemId === "menuSelection") await readSelection(tab);
  if (menuItemId === "menuLink") await readLink(tab, linkUrl);
}
