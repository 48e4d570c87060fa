// A choice of what is cleaned without a press, and the permission that it needs, in one breath: browsers ask only while a
// press is being handled. The choice is kept while the question stands, so that the answer finds it even where the worker
// was stopped meanwhile: what is chosen and not allowed does nothing.

import { requestHosts } from "./hosts.js";
import { change } from "./store.js";
import { standard, validChoices } from "../shared/auto.js";

/**
 * @param {(choices: LedeChoices) => LedeChoices} edit @param {string[]} origins the hosts that the new choice needs
 * @returns {Promise<boolean>} whether it holds; else all is as it was
 */
export async function choose(edit, origins) {
  const answer = ask(origins);
  /** @type {LedeChoices[]} */ let [was, now] = [];
  await change("auto", (stored) => {
    was = validChoices(stored);
    now = validChoices(edit(was));
    return kept(now);
  });
  if (await answer) return true;
  // Unless something else was chosen by then.
  await change("auto", (stored) => (isSame(validChoices(stored), now) ? kept(was) : stored));
  return false;
}

/** Asks for what is to be cleaned without a press; nothing needs no question. @param {string[]} origins @returns {Promise<boolean>} */
export async function ask(origins) {
  return origins.length === 0 || requestHosts("auto:asked", origins);
}

/** What is to be stored of some choices: where nothing is chosen, nothing. @param {LedeChoices | undefined} choices */
export function kept(choices) {
  return isSame(choices, standard()) ? undefined : choices;
}

/** One site's own choice; none gives it back to what holds for all. @param {string} site @param {LedeMode | undefined} mode */
export function ofSite(site, mode) {
  return (/** @type {LedeChoices} */ choices) => {
    const others = Object.entries(choices.sites).filter(([other]) => other !== site);
    return { ...choices, sites: Object.fromEntries([...others, .../** @type {[string, LedeMode][]} */ (mode === undefined ? [] : [[site, mode]])]) };
  };
}

/** @param {LedeChoices | undefined} a @param {LedeChoices | undefined} b they are always written in one order */
function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
