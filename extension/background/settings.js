// The settings as they hold for a page, and how a change is kept: for all sites, or for the page's own.

import { complete, LOOK, SETTINGS, valid } from "../shared/settings.js";
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
 * How texts look may be a site's own; what else one sets holds everywhere. Of a site that is read in a private window
 * nothing is kept.
 *
 * @param {Record<string, any>} values those that change @param {{ url: string | undefined, isPrivate: boolean }} asker
 * @param {boolean} isOfSite whether the site of the page has its own
 */
export async function keepSettings(values, { url, isPrivate }, isOfSite) {
  const [here, everywhere] = isOfSite ? parted(valid(values)) : [{}, valid(values)];
  const add = (/** @type {any} */ was) => differing({ ...valid(was), ...everywhere });
  if (Object.keys(everywhere).length > 0) await change("settings", add);
  if (Object.keys(here).length > 0 && !isPrivate) await change(`site:${siteOf(url)}`, (was) => ({ ...valid(was), ...here }));
}

/** From now on the site has its own settings: those it has. @param {{ url: string | undefined, isPrivate: boolean }} asker */
export async function ownSite({ url, isPrivate }) {
  const { values } = await settingsFor(url);
  if (!isPrivate) await change(`site:${siteOf(url)}`, () => parted(values)[0]);
  return settingsFor(url);
}

/** Without a site's own, it follows all others. @param {string | undefined} url */
export async function forgetSite(url) {
  await change(`site:${siteOf(url)}`, () => undefined);
  return settingsFor(url);
}

/** The look of texts as it was at first: on the site, where it has its own, else on all. @param {string | undefined} url */
export async function resetSettings(url) {
  const { isOfSite } = await settingsFor(url);
  if (isOfSite) return forgetSite(url);
  await change("settings", (was) => parted(valid(was))[1]);
  return settingsFor(url);
}

/** What is look, and what is not. @param {Record<string, any>} values */
function parted(values) {
  const part = (/** @type {boolean} */ isLook) => Object.fromEntries(Object.entries(values).filter(([name]) => LOOK.has(name) === isLook));
  return [part(true), part(false)];
}

/** @param {Record<string, any>} values */
function differing(values) {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => SETTINGS[name]?.standard !== value));
}
