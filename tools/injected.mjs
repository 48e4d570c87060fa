// Weighs what is injected into a page, in kB of 1000, and fails when it is over its limits: what has to be there before
// the article shows, and everything there is. The lists are those that the background injects by.

import { statSync } from "node:fs";

import * as lists from "../extension/background/scripts.js";

/** Of scripts, before the first paint. */
const FIRST_LIMIT = 60_000;
/** Of scripts and styles, all that may ever come into a page. */
const ALL_LIMIT = 140_000;

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
const all = names(lists);
const [styles, scripts] = [weigh(all.filter(isStyle)), weigh(all.filter((file) => !isStyle(file)))];
const always = weigh(Object.entries(lists).flatMap(([name, list]) => (ALWAYS.test(name) ? names(list) : [])));

console.log(`before the article shows: ${kilo(first)} kB of scripts (at most ${kilo(FIRST_LIMIT)})`);
console.log(`in all: ${kilo(scripts + styles)} kB (at most ${kilo(ALL_LIMIT)}), ${kilo(scripts)} kB of scripts and ${kilo(styles)} kB of styles`);
console.log(`of it only when it is asked for: ${kilo(scripts + styles - always)} kB`);
// Written so that a size that is no number refuses too.
process.exitCode = first > 0 && first <= FIRST_LIMIT && scripts + styles <= ALL_LIMIT ? 0 : 1;
