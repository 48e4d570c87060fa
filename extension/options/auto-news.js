// In the options: the news sites by country, each to be ticked. The boxes are made once and then only set, so that what is
// open stays open and the focus where it is.

import { originOf } from "../shared/auto-hosts.js";
import { find, language, make, shownNumber, word } from "./dom.js";
import { state } from "./state.js";

/** @typedef {(edit: (choices: LedeChoices) => LedeChoices, origins: string[]) => Promise<boolean>} Turn */
/** @typedef {{ box: HTMLInputElement, hosts: string[] }} Box one for a site, or for all of a country */

/** @param {Turn} turn @returns {() => void} what sets the boxes to what is chosen */
export function showNews(turn) {
  /** @type {Box[]} */ const boxes = [];
  return () => {
    if (boxes.length === 0) boxes.push(...makeBoxes(turn));
    setBoxes(boxes);
  };
}

/** @param {Turn} turn @returns {Box[]} */
function makeBoxes(turn) {
  const nameOfCountry = named("region");
  const countries = Object.entries(Object.groupBy(state.news, ({ country }) => country)).map(([code, sites = []]) => ({ name: nameOfCountry(code), sites }));
  const { compare } = new Intl.Collator(language);
  return countries.toSorted((a, b) => compare(a.name, b.name)).flatMap(({ name, sites }) => {
    const all = boxFor(name, sites.map(({ host }) => host), turn);
    const each = sites.map(({ host, lang }) => boxFor(`${host} (${named("language")(lang)})`, [host], turn));
    const list = make("ul", { class: "news" }, ...each.map(({ label }) => make("li", {}, label)));
    const summary = make("summary", {}, name, make("span", { class: "none" }, ` ${shownNumber(sites.length)}`));
    find("auto-countries").append(make("details", {}, summary, make("p", {}, all.label), list));
    return [all, ...each];
  });
}

/** @param {string} text @param {string[]} hosts @param {Turn} turn */
function boxFor(text, hosts, turn) {
  const box = make("input", { type: "checkbox" });
  box.addEventListener("click", async () => {
    const isOn = box.checked;
    // They are asked for where they are to be cleaned; else they are only marked.
    const needed = isOn && state.choices.news !== "off" ? hosts.map(originOf) : [];
    const isChosen = await turn(ticked(hosts, isOn), needed);
    if (!isChosen) box.checked = !isOn;
  });
  return { box, hosts, label: make("label", { class: "check" }, box, ` ${text}`) };
}

/** @param {string[]} hosts @param {boolean} isOn @returns {(choices: LedeChoices) => LedeChoices} */
function ticked(hosts, isOn) {
  const those = new Set(hosts);
  return (choices) => ({ ...choices, newsOff: [...choices.newsOff.filter((host) => !those.has(host)), ...(isOn ? [] : hosts)] });
}

/** @param {Box[]} boxes */
function setBoxes(boxes) {
  const off = new Set(state.choices.newsOff);
  for (const { box, hosts } of boxes) {
    const many = hosts.filter((host) => !off.has(host)).length;
    box.checked = many === hosts.length;
    box.indeterminate = many > 0 && many < hosts.length;
  }
  const chosen = state.news.filter(({ host }) => !off.has(host)).length;
  find("auto-count").textContent = word("autoCount").replace("{n}", shownNumber(chosen)).replace("{all}", shownNumber(state.news.length));
}

/** What a country or a language is called. @param {"region" | "language"} type @returns {(code: string) => string} */
function named(type) {
  const names = new Intl.DisplayNames(language, { type });
  return (code) => names.of(code) ?? code;
}
