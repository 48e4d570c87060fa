// From a click to the reader: the tab's page is read there, its article found here, and shown there. Nothing is kept
// between clicks; whether the reader is on is known in the tab alone.

import { load } from "./engine.js";
import { equipment, styleText } from "./equip.js";
import { extracted, snapshotOf } from "./extraction.js";
import { addStyle, inject, run } from "./inject.js";
import { Refused, tell, unmark } from "./notice.js";
import { rulesFor } from "./rules.js";
import { FIRST, LATER, PAGE_STYLE, PAPER_STYLE, REST, STYLE, TAKE_AUTO, TAKE_LINK, TAKE_PAGE, TAKE_SELECTION, TOOLS } from "./scripts.js";
import { settingsFor } from "./settings.js";
import { sliced } from "./slices.js";
import { openMarked } from "./tabs.js";
import { noteFor, noteKey, words } from "./words.js";

/** @param {chrome.tabs.Tab} tab */
export const readPage = (tab) => read(tab, () => inject(tab, [...FIRST, ...TAKE_PAGE]), {});

/** @param {chrome.tabs.Tab} tab */
export const readSelection = (tab) => read(tab, () => inject(tab, [...FIRST, ...TAKE_SELECTION]), { scope: "selection" });

/**
 * The page behind a link: fetched with the rights of the page that shows the link, so one of the same origin. Another
 * opens in a tab of its own, where the user has to ask again.
 *
 * @param {chrome.tabs.Tab} tab @param {string} url
 */
export async function readLink(tab, url) {
  if (!isSameOrigin(tab.url, url)) return openMarked(tab, url);
  await read(
    tab,
    async () => {
      await inject(tab, [...FIRST, ...TAKE_LINK]);
      return run(tab, (address) => globalThis.lede?.takeLink(address), [url]);
    },
    { layout: false },
  );
}

/**
 * A reading that someone has asked for: whatever comes of it is told.
 *
 * @param {chrome.tabs.Tab} tab @param {() => Promise<LedeTaken | undefined>} take
 * @param {{ scope?: string, layout?: boolean }} options
 */
async function read(tab, take, options) {
  try {
    await shown(tab, take, options, () => {
      unmark(tab);
      return true;
    });
  } catch (error) {
    await tell(tab, error);
  }
}

/**
 * A reading that nobody has asked for: only of what may be read so, and where nothing comes of it nothing is said.
 *
 * @param {chrome.tabs.Tab} tab @returns {Promise<boolean>} whether the reader is on
 */
export async function readByItself(tab) {
  try {
    return await shown(tab, () => inject(tab, [...FIRST, ...TAKE_AUTO]), {}, (found) => found.mayAct);
  } catch (error) {
    console.warn("the page was not read:", error);
    return false;
  }
}

/**
 * @param {chrome.tabs.Tab} tab @param {() => Promise<LedeTaken | undefined>} take
 * @param {{ scope?: string, layout?: boolean }} options @param {(found: { mayAct: boolean }) => boolean} isWanted
 * @returns {Promise<boolean>} whether the reader has come to be on
 */
async function shown(tab, take, options, isWanted) {
  load().catch(() => {}); // It is waited for, and a failure seen, further down.
  const [taken, kit] = await Promise.all([take(), kitFor(tab)]);
  if (taken?.left) return false;
  if (taken?.snapshot === undefined) throw new Refused(taken?.cannot ?? "failed");
  // Not before the page has been read: a new sheet has the browser reckon all of its styles anew.
  const hidden = addStyle(tab, "USER", PAGE_STYLE);
  const [{ show, given, found }] = await Promise.all([made(tab, taken, options, kit), hidden]);
  if (!isWanted(found)) return false;
  // Where the user has gone on meanwhile, another page stands there, which knows nothing of all this.
  const { first: drawn, rest } = sliced(show.article.body);
  const isOn = await run(tab, (given) => globalThis.lede?.page?.enter(given) ?? false, [rest.length === 0 ? show : { ...show, drawn }]);
  if (isOn === undefined) throw new Error("the reader could not be shown");
  if (isOn && rest.length > 0) await draw(tab, taken.token, rest);
  if (isOn) await equip(tab, taken.token, given());
  return isOn;
}

/** What is needed besides the page. @param {chrome.tabs.Tab} tab */
async function kitFor(tab) {
  const [css, settings, rules] = await Promise.all([styleText(...STYLE), settingsFor(tab.url), rulesFor(tab.url)]);
  return { css, settings, rules };
}

/**
 * What a page that was read comes to: what is shown, and what the tools will be given.
 *
 * @param {chrome.tabs.Tab} tab @param {LedeTaken} taken @param {{ scope?: string, layout?: boolean }} options
 * @param {Awaited<ReturnType<typeof kitFor>>} kit
 */
async function made(tab, taken, options, { css, settings, rules }) {
  const found = await extracted(tab, /** @type {LedeSnapshot} */ (taken.snapshot), options, rules);
  const { article } = found;
  const show = { token: taken.token, article, css, settings: settings.values, words: words(), note: noteFor(article, taken, options) };
  return { show, found, given: () => equipment(tab.url, found, settings, options, tab.incognito) };
}

/** The article of a tab's page, which is not shown. @param {chrome.tabs.Tab} tab @returns {Promise<any>} */
export async function foundIn(tab) {
  return extracted(tab, await snapshotOf(tab, () => globalThis.lede.take()), {});
}

/**
 * The same for a page that has changed while its reader is on: it was read there, and is shown from there.
 *
 * @param {LedeTaken} taken @param {import("./routes.js").Asker} asker
 * @returns {Promise<LedeAgain>}
 */
export async function again(taken, { tab, url }) {
  const here = { ...tab, url };
  const { show, given } = await made(here, taken, {}, await kitFor(here));
  const isNone = ["noteEmpty", "noteNoArticle"].includes(noteKey(show.article, taken, {}) ?? "");
  return { show, given: await given(), isNone };
}

/** @param {string | undefined} here @param {string} there */
export function isSameOrigin(here, there) {
  const [a, b] = [here, there].map((url) => (url !== undefined && URL.canParse(url) ? new URL(url).origin : "null"));
  return a === b && a !== "null";
}

/**
 * Brings the tools, once the article shows. Without them it can be read all the same: whoever has left meanwhile needs
 * no answer.
 *
 * @param {chrome.tabs.Tab} tab @param {number | undefined} token @param {Promise<LedeEquipment>} given
 */
async function equip(tab, token, given) {
  try {
    const [tools] = await Promise.all([given, inject(tab, TOOLS), addStyle(tab, "AUTHOR", PAPER_STYLE)]);
    await run(tab, (bring) => globalThis.lede?.page?.equip(bring.token, bring.tools) ?? false, [{ token, tools }]);
  } catch (error) {
    console.warn("the reader's tools are missing:", error);
  }
}

/**
 * The rest of a long article, one slice after the other, before there are tools that want to know all of it. Whoever
 * leaves, or goes on to another page, needs no more.
 *
 * @param {chrome.tabs.Tab} tab @param {number | undefined} token @param {LedeSlice[]} rest
 */
async function draw(tab, token, rest) {
  await inject(tab, REST);
  for (const slice of rest) {
    const add = (/** @type {any} */ token, /** @type {LedeSlice} */ slice) => globalThis.lede?.token === token && globalThis.lede.rest(globalThis.lede.story, slice);
    if ((await run(tab, add, [token, slice])) !== true) return;
  }
}

/**
 * More tools, for a reader that asks for them.
 *
 * @param {chrome.tabs.Tab} tab @param {unknown} name
 * @returns {Promise<string | undefined>} their style; nothing where there are no such tools
 */
export async function bring(tab, name) {
  if (typeof name !== "string" || !Object.hasOwn(LATER, name)) return undefined;
  const isStyle = (/** @type {string} */ file) => file.endsWith(".css");
  const files = LATER[name] ?? [];
  const [css] = await Promise.all([styleText(...files.filter(isStyle)), inject(tab, files.filter((file) => !isStyle(file)))]);
  return css;
}
