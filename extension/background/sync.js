// Settings and choices on a person's other devices, by the browser's own sync: only where that is wanted. What is kept here
// is the truth; each run compares it with what both last agreed on, so it does not matter when the worker was stopped.

import { api } from "./api.js";
import { kept } from "./choose.js";
import { change, get } from "./store.js";
import { validChoices } from "../shared/auto.js";
import { valid } from "../shared/settings.js";
import { flat, isSame, merged, packed, unflat, unpacked } from "../shared/sync.js";

/** A slider is moved many times in a second, and browsers take few writes in a minute. */
const REST_MS = 1500;
const OURS = ["auto", "settings", "sync:on"];

/** @type {Promise<unknown>} */
let turn = Promise.resolve();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {Record<string, unknown>} changes of what is kept here */
export function syncLater(changes) {
  if (!OURS.some((key) => key in changes)) return;
  clearTimeout(timer);
  timer = setTimeout(sync, "sync:on" in changes ? 0 : REST_MS);
}

/** One run after another. */
export function sync() {
  turn = turn.then(run).catch((error) => console.error(error));
  return turn;
}

async function run() {
  if ((await get("sync:on")) !== true) return;
  const found = unpacked(await api.storage.sync.get(null));
  if (found === "partial") return;
  if (found === "newer") return tell("Newer");
  const base = (await get("sync:base")) ?? {};
  // Where nothing is there any more, nothing has been said.
  const there = found === "empty" ? base : found.record;
  const here = flat(validChoices(await get("auto")), await get("settings"));
  const both = merged(base, here, there);
  if (!isSame(both, here)) await takeIn(both, here);
  if (found === "empty" || !isSame(both, there)) return bringOut(both);
  await agree(both);
}

/** What came from elsewhere; a change that was made here meanwhile stays. @param {Record<string, any>} both @param {Record<string, any>} here */
async function takeIn(both, here) {
  const now = (/** @type {LedeChoices} */ choices, /** @type {any} */ settings) => unflat(merged(here, flat(choices, settings), both));
  await change("auto", (was) => kept(now(validChoices(was), {}).choices));
  await change("settings", (was) => {
    const { voices, remoteVoices } = valid(was);
    const own = Object.fromEntries(Object.entries({ voices, remoteVoices }).filter(([, value]) => value !== undefined));
    return { ...now(validChoices(undefined), was).settings, ...own };
  });
}

/** @param {Record<string, any>} both */
async function bringOut(both) {
  const items = packed(both, crypto.randomUUID());
  if (items === null) return tell("Large");
  try {
    const old = Object.keys(await api.storage.sync.get(null)).filter((name) => !Object.hasOwn(items, name));
    await api.storage.sync.set(items);
    if (old.length > 0) await api.storage.sync.remove(old);
  } catch (error) {
    // Too many writes in a minute, or a browser without an account's room: the next change, or the next start, tries again.
    console.warn("the browser's sync did not take it:", error);
    return tell("Failed");
  }
  await agree(both);
}

/** @param {Record<string, any>} both */
async function agree(both) {
  await change("sync:base", () => both);
  await tell("");
}

/** What the options say of it: the end of a message's name. @param {string} problem */
async function tell(problem) {
  await change("sync:problem", () => (problem === "" ? undefined : problem));
}
