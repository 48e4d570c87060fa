// What is carried between a person's devices by the browser's own sync, as data: a flat record, how two of them come
// together, and how one is parted into items that the browser takes.

import { standard, validChoices } from "./auto.js";
import { valid } from "./settings.js";

/** @typedef {Record<string, string | number | boolean>} Flat */

/** Of the items below. */
export const SYNC_VERSION = 1;
/** What browsers take: of an item with its name, of all of them; a little less, since not all count alike. */
const [ITEM_BYTES, ALL_BYTES] = [7800, 98_000];
const HEAD = "head";
/** What is a matter of the device. */
const NOT_CARRIED = new Set(["voices", "remoteVoices"]);

/** @param {LedeChoices} choices @param {Record<string, any>} settings @returns {Flat} only what differs from the defaults */
export function flat(choices, settings) {
  const { news, everywhere, newsOff, sites } = choices;
  const modes = Object.entries({ news, everywhere }).filter(([, mode]) => mode !== "off");
  return Object.fromEntries([
    ...modes.map(([name, mode]) => [`auto.${name}`, mode]),
    ...newsOff.map((host) => [`auto.newsOff:${host}`, true]),
    ...Object.entries(sites).map(([site, mode]) => [`auto.sites:${site}`, mode]),
    ...Object.entries(valid(settings)).filter(([name]) => !NOT_CARRIED.has(name)).map(([name, value]) => [`settings:${name}`, value]),
  ]);
}

/** The other way round; what is none goes. @param {Flat} record @returns {{ choices: LedeChoices, settings: Record<string, any> }} */
export function unflat(record) {
  const part = (/** @type {string} */ prefix) =>
    Object.entries(record).flatMap(([name, value]) => (name.startsWith(prefix) ? [/** @type {[string, any]} */ ([name.slice(prefix.length), value])] : []));
  const { news = "off", everywhere = "off" } = Object.fromEntries(part("auto."));
  const newsOff = part("auto.newsOff:").map(([host]) => host);
  const choices = validChoices({ ...standard(), news, everywhere, newsOff, sites: Object.fromEntries(part("auto.sites:")) });
  const settings = valid(Object.fromEntries(part("settings:").filter(([name]) => !NOT_CARRIED.has(name))));
  return { choices, settings };
}

/**
 * What has changed here since both were the same, and what has changed there. Where both have, this device is believed.
 *
 * @param {Flat} base @param {Flat} here @param {Flat} there @returns {Flat}
 */
export function merged(base, here, there) {
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])].toSorted();
  const pairs = names.map((name) => /** @type {const} */ ([name, here[name] === base[name] ? there[name] : here[name]]));
  return /** @type {Flat} */ (Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
}

/** @param {Flat} a @param {Flat} b */
export function isSame(a, b) {
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value);
}

/**
 * The items of a record: a head, and parts that bear its mark, so that those of another writing are told from them.
 *
 * @param {Flat} record @param {string} mark @returns {Record<string, any> | null} null where the browser would not take it
 */
export function packed(record, mark) {
  /** @type {[string, Flat[string]][][]} */ const parts = [[]];
  let size = 0;
  for (const pair of Object.entries(record)) {
    const bytes = bytesOf(pair);
    if (bytes > ITEM_BYTES) return null;
    if (size + bytes > ITEM_BYTES) [size] = [0, parts.push([])];
    size += bytes;
    parts.at(-1)?.push(pair);
  }
  const head = { version: SYNC_VERSION, mark, parts: parts.length };
  const items = { [HEAD]: head, ...Object.fromEntries(parts.map((pairs, at) => [`part${at}`, { mark, pairs }])) };
  return bytesOf(items) > ALL_BYTES ? null : items;
}

/** @param {any} value */
function bytesOf(value) {
  return new TextEncoder().encode(JSON.stringify(value)).length + 1;
}

/**
 * @param {Record<string, any>} items all that the browser's sync holds
 * @returns {{ record: Flat } | "empty" | "partial" | "newer"} `partial`: the rest is still to come
 */
export function unpacked(items) {
  const head = items[HEAD];
  if (!Number.isInteger(head?.version)) return "empty";
  if (head.version > SYNC_VERSION) return "newer";
  const parts = Array.from({ length: Math.min(Number(head.parts) || 0, 512) }, (_, at) => items[`part${at}`]);
  if (!parts.every((part) => part?.mark === head.mark && Array.isArray(part?.pairs))) return "partial";
  return { record: Object.fromEntries(parts.flatMap(({ pairs }) => pairs).filter((pair) => Array.isArray(pair) && typeof pair[0] === "string")) };
}
