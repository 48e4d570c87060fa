// How far articles were read: kept by their addresses, the newest alone.

import { all, change } from "./store.js";

/** How many articles are remembered. */
const MOST = 300;
/** What is longer is no address to come back to. */
export const MAX_ADDRESS = 2000;
const MAX_WORDS = 100;

/**
 * What an article's place is kept under. What a page says of its address is believed within its own site.
 *
 * @param {any} article @param {string | undefined} page @returns {string} without a fragment
 */
export function addressOf({ canonicalUrl, url }, page = "") {
  const own = [canonicalUrl, url].find((claim) => isOfSite(claim, page)) ?? page;
  return own.replace(/#.*/s, "");
}

/**
 * @param {any} value `{ address, place }`; without a place it is forgotten
 * @param {import("./routes.js").Asker} asker
 */
export async function keepPlace({ address, place }, { url, isPrivate }) {
  if (isPrivate || typeof address !== "string" || address.length > MAX_ADDRESS || !isOfSite(address, url)) return;
  let isNew = false;
  await change(`place:${address}`, (was) => {
    isNew = was === undefined;
    return checked(place);
  });
  if (isNew) await forgetOldest();
}

/** @param {any} place @returns {LedePlace & { time: number } | undefined} */
function checked(place) {
  if (typeof place?.words !== "string") return undefined;
  const { index, part, share, length } = place;
  if (![index, part, share, length].every(Number.isFinite)) return undefined;
  return { index, part, share, length, words: place.words.slice(0, MAX_WORDS), time: Date.now() };
}

async function forgetOldest() {
  const places = Object.entries(await all("place:")).sort(([, a], [, b]) => b.time - a.time);
  for (const [address] of places.slice(MOST)) await change(`place:${address}`, () => undefined);
}

/** @param {any} claim @param {string | undefined} page */
export function isOfSite(claim, page) {
  const [there, here] = [claim, page].map((address) => {
    const { protocol, host } = URL.canParse(address) ? new URL(address) : { protocol: "", host: "" };
    return protocol && `${protocol}//${host}`;
  });
  return there === here && there !== "";
}
