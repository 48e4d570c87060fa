// What the choices of shared/auto.js mean in the browser's terms: the hosts that must be open to Lede, and the pages on
// which its scripts start. Pure, like the choices.

import { isWithin, parted } from "./auto.js";

/** Every page there is. */
export const EVERYWHERE = "*://*/*";
const NUMBERS = /^\d+(\.\d+){3}$/;

/** A site as browsers write it. @param {string} site its host, and maybe a path */
export function matchPattern(site) {
  const [host, path] = parted(site);
  // There is nothing below an address of numbers.
  return `*://${NUMBERS.test(host) ? "" : "*."}${host}${path === "" ? "/*" : path}`;
}

/** The permission that a site needs: browsers know no paths there. @param {string} site */
export function originOf(site) {
  return matchPattern(parted(site)[0]);
}

/** Those that some choices need, and no others. @param {LedeChoices} choices @param {Iterable<string>} news @returns {string[]} */
export function neededOrigins({ everywhere, sites, ...choices }, news) {
  if (everywhere !== "off") return [EVERYWHERE];
  const own = Object.entries(sites).flatMap(([site, mode]) => (mode === "off" ? [] : [originOf(site)]));
  return [...new Set([...own, ...newsSites(choices, news).map(originOf)])].toSorted();
}

/** The news sites that are chosen. @param {Pick<LedeChoices, "news" | "newsOff">} choices @param {Iterable<string>} news */
function newsSites({ news: mode, newsOff }, news) {
  const off = new Set(newsOff);
  return mode === "off" ? [] : [...news].filter((host) => !off.has(host));
}

/** @param {string[]} needed @param {string[]} granted @returns {string[]} what is needed and not granted */
export function missingOrigins(needed, granted) {
  return needed.filter((origin) => !granted.some((wide) => covers(wide, origin)));
}

/** @param {string[]} needed @param {string[]} granted @returns {string[]} what is granted and no longer needed */
export function spareOrigins(needed, granted) {
  return granted.filter((origin) => /^(\*|https?):/.test(origin) && !needed.some((wide) => covers(wide, origin)));
}

/** Whether one pattern of hosts holds all of another. @param {string} wide @param {string} narrow */
export function covers(wide, narrow) {
  const [a, b] = [partsOf(wide), partsOf(narrow)];
  if (a.scheme !== "*" && a.scheme !== b.scheme) return false;
  if (a.host === "*") return true;
  if (!a.isBelow) return a.host === b.host && !b.isBelow;
  return b.host !== "*" && isWithin(b.host, a.host);
}

/** @param {string} pattern */
function partsOf(pattern) {
  const [, scheme = "", below, host = ""] = /^([^:]+):\/\/(\*\.)?([^/]+)/.exec(pattern === "<all_urls>" ? EVERYWHERE : pattern) ?? [];
  return { scheme, host, isBelow: below !== undefined };
}

/**
 * Where scripts start by themselves: what is chosen, of what is granted. Where choices stand within one another it may be a
 * little more than is chosen, since a pattern that leaves pages out leaves out all below; `modeFor` has the last word.
 *
 * @param {LedeChoices} choices @param {Iterable<string>} news @param {string[]} granted
 * @returns {{ mode: "reader" | "tidy", matches: string[], excludeMatches: string[] }[]}
 */
export function registrations(choices, news, granted) {
  const modes = /** @type {const} */ (["reader", "tidy"]);
  return modes.flatMap((mode) => {
    const matches = [...new Set(chosen(choices, news, mode).flatMap((pattern) => within(pattern, granted)))];
    return matches.length === 0 ? [] : [{ mode, matches, excludeMatches: leftOut(choices, news, mode) }];
  });
}

/** @param {LedeChoices} choices @param {Iterable<string>} news @param {LedeMode} mode */
function chosen(choices, news, mode) {
  if (choices.everywhere === mode) return [EVERYWHERE];
  const own = Object.entries(choices.sites).flatMap(([site, is]) => (is === mode ? [matchPattern(site)] : []));
  return [...own, ...(choices.news === mode ? newsSites(choices, news).map(matchPattern) : [])];
}

/** What of a pattern is granted. @param {string} pattern @param {string[]} granted */
function within(pattern, granted) {
  return granted.some((wide) => covers(wide, pattern)) ? [pattern] : granted.filter((narrow) => covers(pattern, narrow));
}

/** @param {LedeChoices} choices @param {Iterable<string>} news @param {LedeMode} mode */
function leftOut(choices, news, mode) {
  const own = Object.entries(choices.sites);
  const same = own.flatMap(([site, is]) => (is === mode ? [parted(site)] : []));
  const others = own.filter(([site, is]) => is !== mode && !same.some((it) => isBelow(it, parted(site)))).map(([site]) => matchPattern(site));
  const isOtherNews = choices.everywhere === mode && choices.news !== "off" && choices.news !== mode;
  const hosts = isOtherNews ? newsSites(choices, news).filter((host) => !same.some(([own]) => isWithin(own, host))) : [];
  return [...new Set([...others, ...hosts.map(matchPattern)])];
}

/** Whether one site may stand within another. @param {[string, string]} site @param {[string, string]} above */
function isBelow([host, path], [aboveHost, abovePath]) {
  if (host === aboveHost) return path.length > abovePath.length;
  return isWithin(host, aboveHost);
}
