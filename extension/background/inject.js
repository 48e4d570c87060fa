// Scripts and styles for a tab's page, and functions called there, in the extension's own world.

import { api } from "./api.js";
import { Refused } from "./notice.js";

/** Chromium refuses the first script after a click now and then, and takes it a moment later. */
const RETRY_MS = [50, 150];

/** @param {chrome.tabs.Tab} tab @param {"USER" | "AUTHOR"} origin @param {string} file */
export function addStyle(tab, origin, file) {
  return patiently(() => api.scripting.insertCSS({ target: { tabId: id(tab) }, origin, files: [file] }));
}

/** Injects scripts; the answer is the value of the last. @param {chrome.tabs.Tab} tab @param {string[]} files */
export async function inject(tab, files) {
  // From the root, since Firefox takes them from where the page stands that asks.
  const paths = files.map((file) => `/${file}`);
  const results = await patiently(() => api.scripting.executeScript({ target: { tabId: id(tab) }, files: paths, injectImmediately: true }));
  return answer(results);
}

/**
 * Calls a function in the tab's page, in the extension's own world.
 *
 * @template {any[]} A
 * @param {chrome.tabs.Tab} tab @param {(...parameters: A) => any} func @param {A} args
 */
export async function run(tab, func, args) {
  return answer(await api.scripting.executeScript({ target: { tabId: id(tab) }, func, args, injectImmediately: true }));
}

/** @param {any[]} results one, of the tab's main frame @returns {any} */
function answer([result]) {
  // On its own pages Firefox runs nothing, and says nothing.
  if (result === undefined) throw new Refused("browser");
  // Firefox reports what a script throws; Chromium only that there is no result.
  if (result.error) throw new Error(`in the page: ${result.error.message ?? result.error}`);
  return result.result ?? undefined;
}

/** @template R @param {() => Promise<R>} attempt @returns {Promise<R>} */
async function patiently(attempt) {
  for (const pause of RETRY_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (!/Cannot access contents of the page/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return attempt();
}

/** @param {chrome.tabs.Tab} tab */
function id(tab) {
  if (tab.id === undefined) throw new Refused("browser");
  return tab.id;
}
