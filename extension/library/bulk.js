// Saving many pages: open tabs, or a folder of bookmarks. What that needs is asked for here, with the reason beside it.

import { api } from "../background/api.js";
import { open } from "./acts.js";
import { button, make, number, word } from "./make.js";
import { enqueue } from "./queue.js";
import { resume } from "./tasks.js";

/** Pages of the web. */
const ORIGINS = ["*://*/*"];

/** Asks for the right to read pages; it must be called by a press. @param {string[]} permissions @returns {Promise<boolean>} */
export const askForPages = (permissions = []) => api.permissions.request({ origins: ORIGINS, permissions: /** @type {any} */ (permissions) });

export function bulkDialog() {
  const place = make("div", { class: "report" });
  const begin = (/** @type {string[]} */ permissions, /** @type {(place: HTMLElement) => Promise<void>} */ offer) => async () => {
    const isGiven = await askForPages(permissions);
    if (isGiven) await offer(place);
    else place.replaceChildren(make("p", { role: "status" }, word("libraryRefused")));
  };
  const acts = [button(word("libraryTabs"), begin([], offerTabs), { id: "bulk-tabs", class: "main" })];
  // Firefox for Android has no bookmarks to give.
  const mayBe = api.bookmarks !== undefined || api.runtime.getManifest().optional_permissions?.includes("bookmarks");
  if (mayBe) acts.push(button(word("libraryBookmarks"), begin(["bookmarks"], offerBookmarks), { id: "bulk-bookmarks", class: "main" }));
  open(word("libraryBulk"), [make("p", {}, word("libraryBulkWhy")), make("p", { class: "acts" }, ...acts), place]);
}

/** @param {string | undefined} url */
const isOfWeb = (url) => /^https?:\/\//.test(url ?? "");

/** @param {HTMLElement} place */
async function offerTabs(place) {
  const tabs = (await api.tabs.query({})).filter(({ url, incognito }) => isOfWeb(url) && !incognito);
  const chosen = tabs.filter(({ highlighted }) => highlighted).length > 1 ? (/** @type {chrome.tabs.Tab} */ tab) => tab.highlighted : () => true;
  const boxes = tabs.map((tab) => {
    const box = make("input", { type: "checkbox" });
    box.checked = chosen(tab);
    return { tab, box, label: make("label", { class: "option" }, box, make("span", { dir: "auto" }, tab.title || tab.url || "")) };
  });
  const all = button(word("librarySelectAll"), () => boxes.forEach(({ box }) => void (box.checked = true)));
  const none = button(word("librarySelectNone"), () => boxes.forEach(({ box }) => void (box.checked = false)));
  const save = button(word("librarySave"), () => {
    const tasks = boxes.filter(({ box }) => box.checked).map(({ tab }) => ({ url: tab.url ?? "", title: tab.title ?? "", tabId: tab.id, extras: { saved: Date.now() } }));
    return begun(save, tasks);
  }, { class: "main", id: "bulk-save" });
  const list = make("fieldset", {}, make("legend", {}, word("libraryTabs")), ...boxes.map(({ label }) => label));
  place.replaceChildren(...(tabs.length > 0 ? [list, make("p", { class: "acts" }, save, all, none)] : [make("p", {}, word("libraryNoTabs"))]));
}

/** @param {HTMLElement} place */
async function offerBookmarks(place) {
  const [root] = await api.bookmarks.getTree();
  const folders = foldersOf(root, "");
  const select = make("select", { id: "bulk-folder" }, ...folders.map(({ id, path, links }) => make("option", { value: id }, `${path} (${number(links.length)})`)));
  const save = button(word("librarySave"), () => {
    const folder = folders.find(({ id }) => id === select.value);
    return begun(save, (folder?.links ?? []).map(({ url = "", title }) => ({ url, title, extras: { tags: folder?.title ? [folder.title] : [], saved: Date.now() } })));
  }, { class: "main", id: "bulk-save" });
  const label = make("label", {}, make("span", {}, word("libraryFolder")), select);
  place.replaceChildren(...(folders.length > 0 ? [make("p", {}, label), make("p", { class: "acts" }, save)] : [make("p", {}, word("libraryNoBookmarks"))]));
}

/**
 * Folders with pages in them, those within others too.
 *
 * @param {chrome.bookmarks.BookmarkTreeNode} node @param {string} path
 * @returns {{ id: string, title: string, path: string, links: chrome.bookmarks.BookmarkTreeNode[] }[]}
 */
function foldersOf({ id, title, children = [] }, path) {
  const here = [path, title].filter(Boolean).join(" / ");
  const links = children.filter(({ url }) => isOfWeb(url));
  return [...(links.length > 0 ? [{ id, title, path: here, links }] : []), ...children.filter(({ url }) => url === undefined).flatMap((child) => foldersOf(child, here))];
}

/** @param {HTMLElement} press @param {import("./queue.js").Task[]} tasks */
async function begun(press, tasks) {
  if (tasks.length === 0) return;
  await enqueue(tasks);
  press.closest("dialog")?.close();
  await resume();
}
