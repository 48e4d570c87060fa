// What the reader asks of the background, a line each. The reader stands in a page's process: what it says is checked
// like anything that comes from there, and it is told nothing that is not of its own page.

import { api } from "./api.js";
import { openAsk } from "./auto-menu.js";
import { askedByPage } from "./auto-page.js";
import { showState } from "./badge.js";
import { fontFaces } from "./fonts.js";
import { askedOfMarks } from "./marks.js";
import { keepPlace } from "./place.js";
import { furtherPage } from "./pages.js";
import { again, bring } from "./reader.js";
import { openReport } from "./report.js";
import { reread } from "./reread.js";
import { keepRules } from "./rules.js";
import { askedToSave } from "./save.js";
import { forgetSite, keepSettings, ownSite, resetSettings } from "./settings.js";

/**
 * @typedef {{ url: string | undefined, isPrivate: boolean, tab: chrome.tabs.Tab }} Asker
 * @type {Record<string, (value: any, asker: Asker) => Promise<any>>}
 */
const ROUTES = {
  /** `{ values, isOfSite }` */
  settings: ({ values, isOfSite }, asker) => keepSettings(values, asker, isOfSite === true),
  /** Gives this site settings of its own: those it has now. */
  ownSite: (_, asker) => ownSite(asker),
  /** Gives the settings of all sites back to this one. */
  forgetSite: (_, { url }) => forgetSite(url),
  /** `{ address, place }` */
  place: keepPlace,
  resetSettings: (_, { url }) => resetSettings(url),
  font: () => fontFaces(),
  /** Tools that come when they are first used: their scripts come, and their style is told. */
  bring: (name, { tab }) => bring(tab, name),
  /** The page once more, by other wishes: background/reread.js. */
  reread,
  /** What was chosen by hand, for the site from now on. */
  rules: keepRules,
  /** `{ how, address, … }` */
  marks: askedOfMarks,
  /** The tab's page, as it is by now: content/anew.js. */
  again,
  /** `{ how, … }` */
  save: askedToSave,
  /** `{ snapshot }` of a further page of the article. */
  page: furtherPage,
  /** A page that may be cleaned without a press. */
  auto: askedByPage,
  /** What the button says of the page: background/badge.js. */
  autoBadge: (state, { tab }) => showState(tab, state),
  /** Leads to the page that makes a copy of this one for a report. */
  report: (_, { tab }) => openReport(tab),
  /** Leads to the page that asks whether this site is to be cleaned so. */
  autoAsk: (_, { tab, url }) => openAsk("site", { ...tab, url }),
};

/**
 * Only our own scripts are answered, and of a tab only what stands in it itself: they run in none of its frames.
 *
 * @param {unknown} message `{ ask, value }` @param {chrome.runtime.MessageSender} sender @param {(answer: any) => void} answer
 */
export function asked(message, { id, tab, url, frameId }, answer) {
  const { ask, value } = /** @type {{ ask?: unknown, value?: unknown }} */ (message ?? {});
  const route = typeof ask === "string" && Object.hasOwn(ROUTES, ask) ? ROUTES[ask] : undefined;
  if (id !== api.runtime.id || tab === undefined || frameId !== 0 || route === undefined) return false;
  const asker = { url: tab.url ?? url, isPrivate: tab.incognito, tab };
  // What is of no shape that a route knows may throw before there is a promise.
  Promise.resolve().then(() => route(value ?? {}, asker)).then(
    (done) => answer({ done }),
    (error) => {
      console.error(error);
      answer({ failed: String(error) });
    },
  );
  return true;
}
