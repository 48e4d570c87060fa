// Asks the browser for hosts, and remembers for what: that alone is given back one day, since other parts of Lede may have
// asked as well.

import { api } from "./api.js";
import { change } from "./store.js";

/**
 * The browser answers only within a press, so nothing may be waited for before. What is asked for is kept while the question
 * stands, so that the answer finds it.
 *
 * @param {string} key where it is remembered @param {string[]} origins
 * @returns {Promise<boolean>} whether they are open
 */
export async function requestHosts(key, origins) {
  const answer = api.permissions.request({ origins }).catch(() => false);
  await change(key, (was) => [...new Set([...(Array.isArray(was) ? was : []), ...origins])]);
  if (await answer) return true;
  await change(key, (was) => (Array.isArray(was) ? was.filter((origin) => !origins.includes(origin)) : undefined));
  return false;
}
