// A page that tells what cleaning without a press means, and asks: for a site (`#site=HOST`), for news sites (`#news`) or
// for all (`#all`). Scripts beside a page can't ask the browser, and its own prompt gives no reason.

import { choose, ofSite } from "../background/choose.js";
import { dressPage, find, make, word } from "../options/dom.js";
import { MODE_WORDS, modeButtons } from "../options/modes.js";
import { missing, state, watch } from "../options/state.js";
import { patternOf, standard } from "../shared/auto.js";
import { neededOrigins } from "../shared/auto-hosts.js";

/** @typedef {{ title: string, edit: (mode: LedeMode) => (choices: LedeChoices) => LedeChoices, now: (choices: LedeChoices) => LedeMode | undefined }} Scope */

const [, name = "", value = ""] = /^#(\w+)=?(.*)$/.exec(location.hash) ?? [];
const site = patternOf(value);
/** @type {Scope} */
const NEWS = { title: word("autoMenuNews"), edit: (news) => (choices) => ({ ...choices, news }), now: ({ news }) => news };
/** @type {Scope} */
const ALL = { title: word("autoMenuAll"), edit: (everywhere) => (choices) => ({ ...choices, everywhere }), now: ({ everywhere }) => everywhere };

/** @param {string} site @returns {Scope} */
const ofOne = (site) => ({ title: word("autoAskSite").replace("{site}", site), edit: (mode) => ofSite(site, mode), now: ({ sites }) => sites[site] });

const scope = name === "all" ? ALL : name === "site" && site !== null ? ofOne(site) : NEWS;

/** @param {LedeMode} mode */
async function press(mode) {
  const edit = scope.edit(mode);
  // What else is chosen is not asked for here.
  const needed = neededOrigins(edit({ ...standard(), newsOff: state.choices.newsOff }), state.hosts);
  const isChosen = await choose(edit, missing(needed));
  find("status").textContent = word(!isChosen ? "autoRefused" : mode === "off" ? "autoTurnedOff" : "autoAllowed");
}

addEventListener("hashchange", () => location.reload());
dressPage(scope.title);
find("what").append(scope.title);
for (const { name: mode, help } of MODE_WORDS) find("meanings").append(make("dt", {}, word(mode)), make("dd", {}, word(help)));
const buttons = modeButtons(find("choices"), press);
await watch(() => buttons.show(scope.now(state.choices)));
