// What a page that may be cleaned without a press asks, and what is done there. Whether anything is to be done is looked
// up each time: what a person has chosen may have changed since the page's scripts began.

import { choices, newsHosts } from "./auto.js";
import { showState } from "./badge.js";
import { load } from "./engine.js";
import { styleText } from "./equip.js";
import { extracted } from "./extraction.js";
import { addStyle, inject, run } from "./inject.js";
import { readByItself } from "./reader.js";
import { PICK, READ, TAKE_AUTO, TIDY, TIDY_MARK_STYLE, TIDY_STYLE } from "./scripts.js";
import { tidyWords } from "./words.js";
import { modeFor } from "../shared/auto.js";

/** @typedef {import("./routes.js").Asker} Asker */

/** @type {Record<string, (value: any, asker: Asker) => Promise<any>>} */
const QUESTIONS = {
  /** What is to be done on such a page. */
  mode: async (_, asker) => ({ mode: await modeOf(asker) }),
  /** Does it: the page may be an article. */
  page: async (_, asker) => {
    const mode = await modeOf(asker);
    const here = { ...asker.tab, url: asker.url };
    const isTidy = mode === "tidy" && (await tidy(here));
    // The reader says so itself.
    if (isTidy) await showState(here, "tidy");
    return { mode, isOn: isTidy || (mode === "reader" && (await readByItself(here))) };
  },
  /** `{ taken }`: the plan of a page that is tidied already and has changed, or of a part that has come. */
  again: async ({ taken }, asker) => {
    if ((await modeOf(asker)) !== "tidy" || taken?.snapshot === undefined) return { token: taken?.token, mayAct: false, plan: null };
    const { plan, mayAct } = await extracted({ ...asker.tab, url: asker.url }, taken.snapshot, {});
    return { token: taken.token, mayAct, plan };
  },
  /** What finds a name for a part that is to be kept. */
  picker: async (_, { tab }) => void (await inject(tab, PICK)),
};

/** @param {any} value @param {Asker} asker @returns {Promise<any>} */
export async function askedByPage(value, asker) {
  const question = typeof value?.how === "string" && Object.hasOwn(QUESTIONS, value.how) ? QUESTIONS[value.how] : undefined;
  return question?.(value, asker);
}

/** @param {Asker} asker */
async function modeOf({ url }) {
  return modeFor(url, await choices(), await newsHosts());
}

/** @param {chrome.tabs.Tab} tab @returns {Promise<boolean>} whether the page is tidied */
async function tidy(tab) {
  load().catch(() => {}); // It is waited for, and a failure seen, further down.
  const taken = /** @type {LedeTaken | undefined} */ (await inject(tab, [...READ, ...TAKE_AUTO]));
  if (taken?.snapshot === undefined) return false;
  const [found, css, words] = await Promise.all([extracted(tab, taken.snapshot, {}), styleText(TIDY_MARK_STYLE), tidyWords(), addStyle(tab, "USER", TIDY_STYLE), inject(tab, TIDY)]);
  if (!found.mayAct) return false;
  const isClosed = found.article.isAccessibleForFree === false;
  const given = { token: taken.token, plan: found.plan, css, words, isClosed, mayKeep: !tab.incognito };
  return (await run(tab, (given) => globalThis.lede?.tidy?.begin(given) ?? false, [given])) ?? false;
}
