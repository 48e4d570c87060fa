// The sites whose pictures may be fetched, by the person's leave: remembered, so that what was allowed for pictures is not
// given back with what cleaning without a press no longer needs.

import { api } from "../background/api.js";
import { change, get } from "../background/store.js";

const KEY = "save:origins";

/** @returns {Promise<string[]>} what is allowed for pictures, as the browser writes it */
export async function pictureOrigins() {
  const kept = await get(KEY);
  return Array.isArray(kept) ? kept.filter((origin) => typeof origin === "string") : [];
}

/** @param {string} url */
export const originOf = (url) => `*://${new URL(url).hostname}/*`;

/** Whether Lede itself may fetch from there. @param {string} url */
export function isOpen(url) {
  return api.permissions.contains({ origins: [originOf(url)] }).catch(() => false);
}

/** Asks the browser, which answers only within a press. @param {string[]} origins @returns {Promise<boolean>} */
export async function openHosts(origins) {
  // Before anything is waited for.
  const answer = api.permissions.request({ origins }).catch(() => false);
  await change(KEY, (was) => [...new Set([...(Array.isArray(was) ? was : []), ...origins])]);
  if (await answer) return true;
  await change(KEY, (was) => (Array.isArray(was) ? was.filter((/** @type {string} */ origin) => !origins.includes(origin)) : undefined));
  return false;
}
