// One interface for both browsers, so that a test is written once:
//
//   inBoth({ "/page.html": "…" }, ({ name, browser, url }) => test(`${name}: …`, async () => { await browser().open(url("/page.html")); … }));
//
// `open(url)`, `press()` (the toolbar button, really pressed: by that alone the page is open to the extension),
// `evaluate(f, …)` (in the page's own world), `inReader(f, …)` (on the reader's closed shadow root), `screenshot()`.

import { after, before, describe } from "node:test";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";

import { Chromium } from "./chromium.mjs";
import { Firefox } from "./firefox.mjs";
import { serve } from "./server.mjs";

/** @typedef {{ program: string, dist: string, headless: boolean, isForTests?: boolean, proxy?: string, profile?: string, keepsFirst?: boolean }} Start `proxy`: HOST:PORT; `profile`: a folder to begin with; `keepsFirst`: the page that is shown once after installing stays open */
/** @typedef {Chromium | Firefox} Browser */
/** @typedef {"chromium" | "firefox"} Name */
/**
 * What a test is given: pages of its own origin, and of another.
 *
 * @typedef {{ name: Name, browser: () => Browser, url: (path: string) => string, elsewhere: (path: string) => string }} Given
 */

/** The unpacked extensions: LEDE_DIST is Chromium's, with Firefox's beside it, or the folder that holds both. */
const DIST = process.env.LEDE_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** @type {Record<Name, { variable: string, programs: string[], start: (start: Start) => Promise<Browser> }>} */
const KINDS = {
  chromium: { variable: "LEDE_CHROMIUM", programs: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], start: Chromium.start },
  firefox: { variable: "LEDE_FIREFOX", programs: ["/usr/bin/firefox-esr", "/usr/bin/firefox"], start: Firefox.start },
};

/** Where the packages and both unpacked extensions are. */
export const DIST_ROOT = DIST.replace(/\/(chromium|firefox)?\/?$/, "");

export const NAMES = /** @type {Name[]} */ (Object.keys(KINDS));

/** @param {Name} name @param {Partial<Start>} how @returns {Promise<Browser>} */
export async function start(name, { headless = true, keepsFirst = false, ...how } = {}) {
  const given = { program: program(name), dist: dist(name), headless, ...how };
  const browser = await KINDS[name].start(given);
  // Other extensions than ours have no such page.
  if (!keepsFirst && existsSync(`${given.dist}/first`)) await closeFirst(browser);
  return browser;
}

/** Closes the page that is shown once after installing, which would stand before all others. @param {Browser} browser */
export async function closeFirst(browser) {
  const isShown = () => browser.inOwnPage(() => chrome.storage.local.get("seen").then(({ seen }) => seen !== undefined));
  await until(isShown, Boolean, "the background has run");
  // The tab that was opened beside it may have been taken for it.
  await browser.newTab();
  await browser.inOwnPage(async () => {
    const tabs = await chrome.tabs.query({});
    const first = tabs.filter(({ url = "" }) => url.endsWith("/first/first.html"));
    await chrome.tabs.remove(first.map(({ id }) => Number(id)));
  });
}

/** @param {Name} name */
export function program(name) {
  const { variable, programs } = KINDS[name];
  const path = process.env[variable] ?? programs.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`no ${name} is here: set ${variable}`);
  return path;
}

/** @param {Name} name */
export function dist(name) {
  const path = `${DIST_ROOT}/${name}`;
  if (!existsSync(`${path}/manifest.json`)) throw new Error(`${path} is no extension: run ./build.sh first`);
  return path;
}

/**
 * A suite for each browser, which is started once for it, with a server for pages.
 *
 * @param {Record<string, import("./server.mjs").Page | import("./server.mjs").Answer | string>} pages @param {(given: Given) => void} tests
 * @param {{ headless?: boolean, abreast?: boolean, distOf?: (name: Name) => string }} how
 *   `abreast`: both at once, where tests share nothing and need no window of their own; `distOf`: another extension than
 *   the one that is built
 */
export function inBoth(pages, tests, { headless = true, abreast = false, distOf = dist } = {}) {
  const suites = () => {
    for (const name of NAMES) describe(name, { concurrency: 1 }, () => inOne(pages, tests, name, () => start(name, { headless, dist: distOf(name) })));
  };
  describe("in both", { concurrency: abreast ? NAMES.length : 1 }, suites);
}

/**
 * @param {Record<string, import("./server.mjs").Page | import("./server.mjs").Answer | string>} pages @param {(given: Given) => void} tests
 * @param {Name} name @param {() => Promise<Browser>} begin
 */
function inOne(pages, tests, name, begin) {
  /** @type {Browser | undefined} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>> | undefined} */ let server;
  before(async () => {
    server = await serve(pages);
    browser = await begin();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  tests({
    name,
    browser: () => /** @type {Browser} */ (browser),
    url: (path) => `${server?.origin}${path}`,
    elsewhere: (path) => `${server?.otherOrigin}${path}`,
  });
}

/**
 * Waits until something holds, and says what it was otherwise.
 *
 * @template T @param {() => T | Promise<T>} look @param {(seen: Awaited<T>) => unknown} holds @param {string} what
 * @returns {Promise<Awaited<T>>}
 */
export async function until(look, holds, what, seconds = 10) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s; last seen ${JSON.stringify(seen)?.slice(0, 300)}`);
    await sleep(30);
  }
}

/** The reader's text, once it is on. @param {Browser} browser @returns {Promise<string>} */
export async function readerText(browser) {
  const read = () => browser.inReader((root) => /** @type {HTMLElement} */ (root.querySelector(".scroller"))?.innerText);
  return (await until(read, (text) => text !== undefined && text !== null, "the reader shows")) ?? "";
}

/** Whether the reader is on, and what its head says. @param {Browser} browser */
export function readerState(browser) {
  return browser.inReader((root) => {
    const said = (/** @type {string} */ selector) => root.querySelector(selector)?.textContent ?? "";
    const { lang, dir } = /** @type {HTMLElement} */ (root.querySelector("article"));
    return {
      title: said("h1"),
      byline: said(".byline"),
      date: root.querySelector("time")?.getAttribute("datetime") ?? "",
      shownDate: said("time"),
      minutes: said(".minutes"),
      site: said(".site"),
      note: said(".note"),
      lang,
      dir,
      isModal: root.querySelector("dialog")?.matches(":modal") ?? false,
    };
  });
}

/** @param {Browser} browser */
export async function isOn(browser) {
  return (await browser.inReader(() => true)) === true;
}

/** Presses the button and waits until the reader is on. @param {Browser} browser */
export async function enter(browser) {
  await browser.press();
  await until(() => isOn(browser), (on) => on, "the reader is on");
}

/** Clicks on a part of the reader, as a user does. @param {Browser} browser @param {string} selector */
export async function clickIn(browser, selector) {
  const place = await browser.inReader((root, name) => {
    // The first line of what has several.
    const { x, y, width, height } = /** @type {DOMRect} */ (/** @type {Element} */ (root.querySelector(name)).getClientRects()[0]);
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  if (place === undefined) throw new Error("the reader is not on");
  await browser.click(place.x, place.y);
}

/** Clicks on a part of the page, once it is there, as a user does. @param {Browser} browser @param {string} selector */
export async function clickOn(browser, selector) {
  const { x, y } = await until(
    () =>
      browser.evaluate((name) => {
        const element = document.querySelector(name);
        element?.scrollIntoView({ block: "center" });
        const box = element?.getBoundingClientRect();
        return box === undefined ? { x: 0, y: 0 } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }, selector),
    (place) => place.x > 0,
    `${selector} shows`,
  );
  await browser.click(x, y);
}

/** What reads a page, in the order in which the scripts build on each other. */
const SCRIPTS = ["dom", "layout", "selection", "writer", "snapshot", "take-page"].map((name) => `content/${name}.js`);

/** The page as the extension reads it, once a press has opened it to the extension. @param {Browser} browser */
export async function snapshotOf(browser) {
  // Where the reader is on, the first only leaves it.
  const taken = await until(() => browser.take(SCRIPTS), (it) => it?.snapshot !== undefined, "the page is read");
  return /** @type {LedeSnapshot} */ (taken.snapshot);
}

/**
 * Turns on what is cleaned without a press, as if it had been chosen and allowed, and waits until its scripts stand ready.
 *
 * @param {Browser} browser @param {Partial<LedeChoices>} choices @param {string[]} origins the hosts that are open to Lede
 */
export async function turnOn(browser, choices, origins) {
  await browser.grant(origins);
  await browser.inOwnPage((auto, asked) => chrome.storage.local.set({ auto, "auto:asked": asked }), { version: 1, news: "off", newsOff: [], everywhere: "off", sites: {}, ...choices }, origins);
  await until(() => registered(browser), (scripts) => scripts.length > 0, "its scripts are registered");
}

/** The scripts that start by themselves. @param {Browser} browser */
export function registered(browser) {
  return browser.inOwnPage(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return scripts.map(({ id, matches = [], excludeMatches = [] }) => ({ id, matches, excludeMatches })).sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}

/** The hosts that are open to Lede. @param {Browser} browser */
export async function grantedTo(browser) {
  return (await browser.inOwnPage(async () => (await chrome.permissions.getAll()).origins ?? [])).sort();
}

/** Waits until the reader is off. @param {Browser} browser */
export async function left(browser) {
  await until(() => isOn(browser), (on) => !on, "the reader is off");
}
