// Keys of the browser's own, a line each. Those for listening have none until someone chooses one in the browser's list
// of shortcuts, where media keys may be chosen: taken by themselves they would be missed by every player of music.

import { api } from "./api.js";
import { run } from "./inject.js";
import { savePage } from "./save.js";

/** @type {Record<string, (tab: chrome.tabs.Tab) => Promise<unknown>>} */
const COMMANDS = {
  "save-page": (tab) => savePage(tab, { to: "file", from: "reader" }),
  "listen-toggle": (tab) => listen(tab, "toggle"),
  "listen-back": (tab) => listen(tab, "back"),
  "listen-on": (tab) => listen(tab, "on"),
};

/** @param {string} command @param {chrome.tabs.Tab} [tab] */
export async function commanded(command, tab) {
  const [front] = tab === undefined ? await api.tabs.query({ active: true, currentWindow: true }) : [tab];
  if (front !== undefined && Object.hasOwn(COMMANDS, command)) await COMMANDS[command]?.(front);
}

/** Where no reader is on there is nothing to hear. @param {chrome.tabs.Tab} tab @param {"toggle" | "back" | "on"} how */
function listen(tab, how) {
  return run(tab, (what) => void globalThis.lede?.hear?.(what), [how]).catch(() => {});
}
