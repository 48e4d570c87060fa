// What the engine is asked of a page: how it was read, by what wishes, and with the rules that hold on its site.

import { extract } from "./engine.js";
import { inject, run } from "./inject.js";
import { Refused } from "./notice.js";
import { ruled, rulesFor } from "./rules.js";
import { READ } from "./scripts.js";

/**
 * How a page is to be read. All of it may come from the page's process: what is none of these is passed over.
 *
 * @typedef {{ scope?: string, layout?: boolean, candidate?: number, leftOut?: boolean, comments?: boolean, keep?: number[], drop?: number[] }} Wish
 */

/**
 * A tab's page, read and not shown.
 *
 * @param {chrome.tabs.Tab} tab @param {() => LedeTaken | undefined} take runs in the page, where the scripts that read are @returns {Promise<LedeSnapshot>}
 */
export async function snapshotOf(tab, take) {
  await inject(tab, READ);
  const taken = await run(tab, take, []);
  if (taken?.snapshot === undefined) throw new Refused(taken?.cannot ?? "failed");
  return taken.snapshot;
}

/**
 * The article of the page that was read last in a tab.
 *
 * @param {chrome.tabs.Tab} tab @param {LedeSnapshot} snapshot @param {Wish} wish @param {LedeRule[]} [rules] of its site, where they are known
 */
export async function extracted(tab, snapshot, wish, rules) {
  // What was selected is wanted as it is.
  const numbers = wish.scope === "selection" ? {} : await ruled(tab, rules ?? (await rulesFor(tab.url)));
  return extract(snapshot, optionsFor(wish, numbers));
}

/**
 * @param {Wish} wish @param {{ keep?: number[], drop?: number[] }} [rules] which give way to what the person has chosen now
 * @returns {Parameters<typeof extract>[1]}
 */
export function optionsFor({ scope, layout, candidate, leftOut, comments, keep, drop }, rules = {}) {
  return {
    ...{ now: Date.now(), content: false, layout: layout !== false, leftOut: leftOut === true, comments: comments === true },
    ...(scope === "selection" ? { scope } : {}),
    candidate: candidate === 1 ? 1 : 0,
    keep: [...but(rules.keep, drop), ...numbers(keep)],
    drop: [...but(rules.drop, keep), ...numbers(drop)],
  };
}

/** @param {number[]} [ruled] @param {unknown} [chosen] */
function but(ruled = [], chosen) {
  const others = new Set(numbers(chosen));
  return ruled.filter((at) => !others.has(at));
}

/** @param {unknown} list @returns {number[]} */
function numbers(list) {
  return Array.isArray(list) ? list.filter(Number.isInteger) : [];
}
