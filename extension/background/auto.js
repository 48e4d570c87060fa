// Cleaning without a press: keeps what the browser has registered equal to what is chosen and allowed. It looks at what
// is kept and granted, and at nothing that it remembers, so the worker may be stopped at any time.

import { api } from "./api.js";
import { AUTO_READER, AUTO_TIDY } from "./scripts.js";
import { change, get } from "./store.js";
import { pictureOrigins } from "../save/hosts.js";
import { validChoices } from "../shared/auto.js";
import { neededOrigins, registrations, spareOrigins } from "../shared/auto-hosts.js";

const FILES = { reader: AUTO_READER, tidy: AUTO_TIDY };
const isStyle = (/** @type {string} */ file) => file.endsWith(".css");

/** @type {Promise<unknown>} */
let turn = Promise.resolve();
/** @type {Promise<Set<string>> | undefined} */
let hosts;

/** @returns {Promise<LedeChoices>} */
export async function choices() {
  return validChoices(await get("auto"));
}

/** The hosts of data/news-sites.json. @returns {Promise<Set<string>>} */
export function newsHosts() {
  hosts ??= newsSites().then((sites) => new Set(sites.map(({ host }) => host)));
  return hosts;
}

/** @returns {Promise<{ host: string, lang: string, country: string }[]>} */
export async function newsSites() {
  return (await fetch(api.runtime.getURL("data/news-sites.json"))).json();
}

/** @returns {Promise<string[]>} the hosts that are open to Lede */
export async function granted() {
  return (await api.permissions.getAll()).origins ?? [];
}

/** After a choice, and when the browser starts: what was asked for and no choice needs any more is given back. */
export function settle() {
  return inTurn(async () => {
    const needed = [...neededOrigins(await choices(), await newsHosts()), ...(await pictureOrigins())];
    const asked = new Set(await get("auto:asked"));
    const spare = spareOrigins(needed, await granted()).filter((origin) => asked.has(origin));
    if (spare.length > 0) await giveBack(spare);
    await register();
  });
}

/** @param {string[]} spare */
async function giveBack(spare) {
  await api.permissions.remove({ origins: spare });
  await change("auto:asked", (was) => was.filter((/** @type {string} */ origin) => !spare.includes(origin)));
}

/** After something was granted or taken back, and when Lede is new. */
export function keepRegistered() {
  return inTurn(register);
}

/** One after the other: two at once would register the same twice. @param {() => Promise<void>} act */
function inTurn(act) {
  turn = turn.then(act).catch((error) => console.error(error));
  return turn;
}

async function register() {
  const wanted = registrations(await choices(), await newsHosts(), await granted()).map(scriptFor);
  const here = new Set((await api.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  const gone = [...here].filter((id) => !wanted.some((script) => script.id === id));
  if (gone.length > 0) await api.scripting.unregisterContentScripts({ ids: gone });
  // Updating would keep patterns that are left out only where new ones are given: all are.
  const [changed, added] = [wanted.filter(({ id }) => here.has(id)), wanted.filter(({ id }) => !here.has(id))];
  if (changed.length > 0) await api.scripting.updateContentScripts(changed);
  if (added.length > 0) await api.scripting.registerContentScripts(added);
}

/** @param {ReturnType<typeof registrations>[number]} registration @returns {chrome.scripting.RegisteredContentScript} */
function scriptFor({ mode, matches, excludeMatches }) {
  return {
    id: `auto-${mode}`,
    ...{ matches, excludeMatches, runAt: "document_start", allFrames: false, persistAcrossSessions: true },
    js: FILES[mode].filter((file) => !isStyle(file)),
    css: FILES[mode].filter(isStyle),
  };
}
