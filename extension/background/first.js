// What is said of a version, once: after installing, a page that tells how to begin; after an update, nothing but a line
// in the options until it has been seen (options/news.js).

import { api } from "./api.js";
import { change, get } from "./store.js";

/** @param {chrome.runtime.InstalledDetails} details */
export async function installed({ reason, previousVersion = "" }) {
  // Known already: an extension that is loaded again from a folder is "installed" each time.
  if ((await get("seen")) !== undefined) return;
  if (reason === "install") await api.tabs.create({ url: api.runtime.getURL("first/first.html") });
  await change("seen", () => (reason === "install" ? api.runtime.getManifest().version : previousVersion));
}
