// What is kept on this machine, in `storage.local`: the only place that reads or writes it. Changes take turns, so that
// two of them never lose one another.
//
//   settings               what differs from the defaults, on all sites
//   site:HOST              the same, on one site
//   place:ADDRESS          how far an article was read
//   marks:ADDRESS          what was highlighted in it
//   rules:HOST             what is to be left out or kept on a site
//   auto                   what is cleaned without a press (shared/auto.js)
//   auto:asked             the hosts that were asked for to that end
//   save:origins           where pictures may be fetched from, to be saved (save/hosts.js)
//   seen                   the version of which the person knows what is new (first.js)
//   sync:on                whether settings and choices go to the person's other devices (sync.js)
//   sync:base              what this device and the others last agreed on
//   sync:problem           why they do not

import { api } from "./api.js";

/** @type {Promise<unknown>} */
let turn = Promise.resolve();

/** @param {string} key @returns {Promise<any>} undefined where there is nothing */
export async function get(key) {
  return (await api.storage.local.get(key))[key];
}

/** Everything whose name begins so, without that beginning. @param {string} prefix @returns {Promise<Record<string, any>>} */
export async function all(prefix) {
  const entries = Object.entries(await api.storage.local.get(null)).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value]));
}

/**
 * Changes what is kept under a key; what becomes undefined, or empty, is kept no longer.
 *
 * @template T
 * @param {string} key @param {(was: any) => T} change
 * @returns {Promise<T>}
 */
export function change(key, change) {
  const changed = turn.then(async () => {
    const value = change(await get(key));
    if (isEmpty(value)) await api.storage.local.remove(key);
    else await api.storage.local.set({ [key]: value });
    return value;
  });
  turn = changed.catch(() => {});
  return changed;
}

/** @param {any} value */
function isEmpty(value) {
  return value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
