// The settings as they hold for a page, and how a change is kept: for all sites, or for the page's own.

import { complete, SETTINGS, valid } from "../shared/settings.js";
import { change, get } from "./store.js";

/** What settings of a site's own are kept under, and rules. @param {string | undefined} url */
export function siteOf(url = "") {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

/**
 * @param {string | undefined} url
 * @returns {Promise<{ values: Record<string, any>, isOfSite: boolean }>} all settings, and whether the site has its own
 */
export async function settingsFor(url) {
  const [everywhere, here] = await Promise.all([get("settings"), get(`site:${siteOf(url)}`)]);
  return { values: complete(everywhere, here), isOfSite: here !== undefined };
}

/**
 * @param {Record<string, any>} values those that change @param {string | undefined} url of the page where they do
 * @param {boolean} isOfSite whether they hold there alone
 */
export async function keepSettings(values, url, isOfSite) {
  const change_ = (/** @type {any} */ was) => ({ ...valid(was), ...valid(values) });
  if (isOfSite) return change(`site:${siteOf(url)}`, change_);
  return change("settings", (was) => differing(change_(was)));
}

/** Without a site's own, it follows all others. @param {string | undefined} url */
export async function forgetSite(url) {
  await change(`site:${siteOf(url)}`, () => undefined);
  return settingsFor(url);
}

/** @param {Record<string, any>} values */
function differing(values) {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => SETTINGS[name]?.standard !== value));
}
