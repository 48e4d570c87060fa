// What a person has chosen on a site, for good: names of elements (CSS selectors) that are kept or left out wherever they
// are found there. A reading asks for them before it asks the engine; where a site has none, that is one look into the
// storage and nothing in the page.

import { api } from "./api.js";
import { siteOf } from "./settings.js";
import { change, get } from "./store.js";
import { joined, validRules } from "../shared/rules.js";

/** @param {string | undefined} url @returns {Promise<LedeRule[]>} */
export async function rulesFor(url) {
  return validRules(await get(`rules:${siteOf(url)}`));
}

/** @param {unknown} rules @param {{ url: string | undefined, isPrivate: boolean }} asker @returns {Promise<boolean>} whether they are kept */
export async function keepRules(rules, { url, isPrivate }) {
  const added = validRules(rules);
  if (isPrivate || siteOf(url) === "" || added.length === 0) return false;
  const made = new Date().toISOString().slice(0, 10);
  await change(`rules:${siteOf(url)}`, (was) => joined(validRules(was), added.map((rule) => ({ ...rule, made }))));
  return true;
}

/**
 * The elements that a site's rules mean in the page that was read last, by their numbers there.
 *
 * @param {chrome.tabs.Tab} tab @param {LedeRule[]} rules @returns {Promise<{ keep?: number[], drop?: number[] }>}
 */
export async function ruled({ id }, rules) {
  if (rules.length === 0 || id === undefined) return {};
  const [found] = await api.scripting.executeScript({ target: { tabId: id }, func: resolve, args: [rules], injectImmediately: true });
  return found?.result ?? {};
}

/** Runs in the page. @param {LedeRule[]} rules */
function resolve(rules) {
  const { elements } = globalThis.lede;
  /** What means so many is too vague to have been chosen. */
  const MOST = 100;
  const { querySelectorAll } = Document.prototype;
  const page = elements[0]?.ownerDocument ?? document;
  /** @type {{ keep: number[], drop: number[] }} */ const numbers = { keep: [], drop: [] };
  /** @type {Map<Element, number>} */ const places = new Map(elements.map((element, at) => [element, at]));
  for (const { selector, act } of rules) {
    try {
      const found = [...querySelectorAll.call(page, selector)].map((element) => places.get(element));
      if (found.length <= MOST) numbers[act].push(...found.filter((at) => at !== undefined));
    } catch {
      // No selector of this browser's.
    }
  }
  return numbers;
}
