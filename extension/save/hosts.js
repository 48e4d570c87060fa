// The sites whose pictures may be fetched, by the person's leave: remembered, so that what was allowed for pictures is not
// given back with what cleaning without a press no longer needs.

import { api } from "../background/api.js";
import { requestHosts } from "../background/hosts.js";
import { get } from "../background/store.js";

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

/** Asks for the hosts of pictures, within a press. @param {string[]} origins @returns {Promise<boolean>} */
export const openHosts = (origins) => requestHosts(KEY, origins);
