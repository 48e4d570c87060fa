// Weighs what is injected into a page, in kB of 1000, and fails when it is over its limits: what has to be there before
// the article shows, and everything there is. The lists are those that the background injects by.

import { statSync } from "node:fs";

import * as lists from "../extension/background/scripts.js";

/** Of scripts, before the first paint. */
const FIRST_LIMIT = 60_000;
/** Of scripts, what every reading takes. */
const EVERY_LIMIT = 140_000;
/** Of scripts and styles, what starts by itself on a page that is cleaned without a press. */
const AUTO_LIMIT = 40_000;
/** Of both, what a page takes that is tidied in place: no reader is in it. */
const TIDY_LIMIT = 68_000;
/** Of scripts and styles, all that may ever come into a page: should every tool be used in one reading. */
const ALL_LIMIT = 246_000;

/** The lists that every reading may take; what stands in no other comes when it is first asked for. */
const ALWAYS = /^(FIRST|TAKE_|TOOLS|STYLE|PAGE_STYLE|PAPER_STYLE)/;

/** Whatever a list is made of: names, lists, lists by name. @param {unknown} list @returns {string[]} */
const names = (list) => (typeof list === "string" ? [list] : typeof list === "object" ? Object.values(list ?? {}).flatMap(names) : []);
/** A file counts once, in however many lists it is. @param {string[]} files */
const weigh = (files) => [...new Set(files)].reduce((sum, file) => sum + statSync(new URL(`../extension/${file}`, import.meta.url)).size, 0);
const isStyle = (/** @type {string} */ file) => file.endsWith(".css");
const kilo = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);

const takes = Object.entries(lists).filter(([name]) => name.startsWith("TAKE_"));
const first = Math.max(...takes.map(([, list]) => weigh([...lists.FIRST, ...names(list)])));
const isOfTidy = (/** @type {string} */ name) => /^(AUTO_|TIDY|READ$)/.test(name);
const tidy = weigh([...lists.AUTO_TIDY, ...lists.READ, ...lists.TAKE_AUTO, ...lists.TIDY, lists.TIDY_STYLE, lists.TIDY_MARK_STYLE]);
// No page takes these and every tool of the reader too.
const all = Object.entries(lists).flatMap(([name, list]) => (isOfTidy(name) ? [] : names(list)));
const auto = Math.max(weigh(lists.AUTO_READER), weigh(lists.AUTO_TIDY));
const [styles, scripts] = [weigh(all.filter(isStyle)), weigh(all.filter((file) => !isStyle(file)))];
const always = Object.entries(lists).flatMap(([name, list]) => (ALWAYS.test(name) ? names(list) : []));
const every = weigh(always.filter((file) => !isStyle(file)));

/** @type {[string, number, number][]} */
const told = [
  ["scripts before the article shows", first, FIRST_LIMIT],
  ["scripts of every reading", every, EVERY_LIMIT],
  ["what starts by itself", auto, AUTO_LIMIT],
  ["a page that is tidied, scripts and styles", tidy, TIDY_LIMIT],
  [`all, should every tool be used (${kilo(styles)} kB of it styles)`, scripts + styles, ALL_LIMIT],
];
for (const [name, size, limit] of told) console.log(`${name}: ${kilo(size)} kB (at most ${kilo(limit)})`);
// Written so that a size that is no number refuses too.
process.exitCode = told.every(([, size, limit]) => size > 0 && size <= limit) ? 0 : 1;
