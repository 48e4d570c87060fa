// The toolbar button's own menu: what is to be cleaned without a press, on the site at hand, on news sites, on all sites.

import { api } from "./api.js";
import { choices } from "./auto.js";
import { choose, ofSite } from "./choose.js";
import { mark } from "./notice.js";
import { MODES, patternOf } from "../shared/auto.js";
import { originOf } from "../shared/auto-hosts.js";

/** @typedef {"site" | "news" | "all"} Scope */
/** @type {Record<Scope, { word: string, now?: (choices: LedeChoices) => LedeMode }>} `now`: what is marked as chosen */
const SCOPES = {
  // Which site is at hand is not known before the menu is opened.
  site: { word: "autoMenuSite" },
  news: { word: "autoMenuNews", now: ({ news }) => news },
  all: { word: "autoMenuAll", now: ({ everywhere }) => everywhere },
};
/** @type {Record<LedeMode, string>} */
const WORDS = { off: "autoOff", reader: "autoReader", tidy: "autoTidy" };
const ORDER = MODES.toReversed();

/** What the menu is made of, for `contextMenus.create`. @returns {chrome.contextMenus.CreateProperties[]} */
export function autoMenus() {
  const contexts = /** @type {[`${chrome.contextMenus.ContextType}`]} */ (["action"]);
  return Object.entries(SCOPES).flatMap(([scope, { word, now }]) => [
    { id: `auto-${scope}`, title: api.i18n.getMessage(word), contexts },
    ...ORDER.map((mode) => ({
      ...{ id: `auto-${scope}-${mode}`, parentId: `auto-${scope}`, title: api.i18n.getMessage(WORDS[mode]), contexts },
      ...(now === undefined ? {} : { type: /** @type {const} */ ("radio"), checked: mode === "off" }),
    })),
  ]);
}

/** Marks what is chosen. */
export async function markMenus() {
  const chosen = await choices();
  const marked = Object.entries(SCOPES).flatMap(([scope, { now }]) => (now === undefined ? [] : [`auto-${scope}-${now(chosen)}`]));
  // Where there is no such menu (yet), nothing can be marked.
  await Promise.allSettled(marked.map((id) => api.contextMenus?.update(id, { checked: true })));
}

/** @param {string} id of a menu's entry @param {chrome.tabs.Tab} tab */
export async function autoChosen(id, tab) {
  const [, scope, mode] = /** @type {[string, Scope, LedeMode]} */ (id.split("-"));
  if (scope !== "site") return turn(scope, mode, tab);
  const site = siteOf(tab);
  if (site === null) return mark(tab, api.i18n.getMessage("cannotBrowser"));
  if (tab.incognito) return openAsk("site", tab);
  const isChosen = await choose(ofSite(site, mode), mode === "off" ? [] : [originOf(site)]);
  // Whoever said no may want to know what is asked for, and a browser may not have asked at all.
  if (!isChosen) await openAsk("site", tab);
}

/** What concerns many sites is asked for on a page of Lede's, which tells why. @param {"news" | "all"} scope @param {LedeMode} mode @param {chrome.tabs.Tab} tab */
async function turn(scope, mode, tab) {
  if (mode === "off") await choose((was) => ({ ...was, [scope === "news" ? "news" : "everywhere"]: mode }), []);
  else await openAsk(scope, tab);
  // The entry that was pressed is marked, whatever becomes of it.
  await markMenus();
}

/** Lede's page that tells and asks. @param {Scope} scope @param {chrome.tabs.Tab} tab */
export async function openAsk(scope, tab) {
  if (scope === "site" && tab.incognito) return mark(tab, api.i18n.getMessage("autoPrivate"));
  const site = scope === "site" ? (siteOf(tab) ?? "") : "";
  await api.tabs.create({ url: api.runtime.getURL(`ask/ask.html#${scope}=${site}`), openerTabId: tab.id, index: tab.index + 1 });
}

/** The site of a tab, where it has one that can be chosen. @param {chrome.tabs.Tab} tab */
function siteOf({ url = "" }) {
  return /^https?:/.test(url) ? patternOf(new URL(url).hostname) : null;
}
