// How long the reader takes from a press to the article, in Chromium, and how smoothly a very long one scrolls:
// `./build.sh bench` prints it. Pages are those of LEDE_CORPUS where it is set, else those of tests/pages.
//
// The clock starts when the press is given to the browser, so the browser's own way to the extension is in it, and stops
// when the reader has been drawn once. Each page is opened several times, and the first, when everything is still cold,
// does not count.

import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { isOn, left, start, until } from "./browser.mjs";
import { articles, median, now, pressedUntilDrawn, quantile, told } from "./measure.mjs";
import { PAGES, serve } from "./server.mjs";

/** @typedef {import("./chromium.mjs").Chromium} Chromium */
/** @typedef {{ begin: number, end: number, what: string }} Call */

const MOST_PAGES = 40;
const TIMES = 4;
/** What a press may take, in the middle, in milliseconds. */
const BAR = 50;
const WORDS = 100_000;
const FRAMES = 300;

const pages = articles(MOST_PAGES);
const server = await serve({ ...pages, "/long.html": long() });
const browser = /** @type {Chromium} */ (await start("chromium"));
try {
  await opening(Object.keys(pages));
  await scrolling();
} finally {
  await browser.close();
  await server.close();
}

/** An article that nobody reads in one go. */
function long() {
  // Of words that our own pages use, in an order of their own: what a text says twice is taken for a copy.
  const names = readdirSync(PAGES).filter((name) => name.endsWith(".html"));
  const told = names.flatMap((name) => [...readFileSync(join(PAGES, name), "utf8").matchAll(/<p>([A-Z][^<]{80,})<\/p>/g)].map(([, text = ""]) => text));
  const words = told.flatMap((text) => text.match(/[a-z]{2,}/g) ?? []);
  let seed = 1;
  const next = (/** @type {number} */ below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const sentence = () => {
    const said = Array.from({ length: 9 + next(14) }, (_, at) => `${words[next(words.length)]}${at % 7 === 5 ? "," : ""}`).join(" ");
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  };
  const parts = [];
  for (let [count, at] = [0, 1]; count < WORDS; at += 1) {
    const paragraph = Array.from({ length: 3 + next(4) }, sentence).join(" ");
    count += paragraph.split(" ").length;
    parts.push(`${at % 10 === 1 ? `<h2>Mile ${parts.length}</h2>` : ""}<p>${paragraph}</p>`);
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Down the river</title></head><body><article><h1>Down the river</h1>${parts.join("")}</article></body></html>`;
}

/** @param {string[]} paths */
async function opening(paths) {
  /** @type {Record<string, number[]>} */ const times = {};
  const add = (/** @type {string} */ name, /** @type {number} */ time) => (times[name] ??= []).push(time);
  let count = 0;
  for (const path of paths) {
    try {
      await browser.open(`${server.origin}${path}`);
      const runs = [];
      for (let run = 0; run <= TIMES; run += 1) {
        runs.push(await once());
        // The first press has opened the page to the extension.
        if (run === 0) await inTab(timeEntering);
      }
      const warm = runs.slice(1).filter((run) => run !== null);
      if (warm.length === 0) continue;
      for (const name of Object.keys(warm[0] ?? {})) add(name, median(warm.map((run) => run[name] ?? 0)));
      add("  reading alone, without its injection", await snapshotTime());
      count += 1;
    } catch (error) {
      console.log(`${path}: ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log(`from the press to the article: ${count} pages, medians of ${TIMES} warm openings each; load ${told(loadavg()[0] ?? 0)} on ${availableParallelism()} cores`);
  for (const [name, all] of Object.entries(times)) {
    console.log(`${name.padEnd(52)} median ${told(median(all))} ms   90 %: ${told(quantile(all, 0.9))} ms   fastest ${told(Math.min(...all))} ms`);
  }
  console.log(`the bar is ${BAR} ms: ${median(times["press to the first frame"] ?? []) <= BAR ? "held" : "not held"}`);
}

/** One opening and leaving. @returns {Promise<Record<string, number> | null>} what each part took */
async function once() {
  await browser.inBackground(listenIn);
  const { pressed, ...shown } = await pressedUntilDrawn(browser);
  // The tools come after it.
  await pause(150);
  const making = (await inTab(() => /** @type {any} */ (globalThis).entering)) ?? 0;
  const calls = /** @type {Call[]} */ (await browser.inBackground(() => /** @type {any} */ (globalThis).calls));
  await browser.press();
  await left(browser);
  const [take, enter] = [calls.find(({ what }) => what.includes("take-page")), calls.find(({ what }) => what === "function")];
  if (take === undefined || enter === undefined) return null;
  return {
    "press to the first frame": shown.drawn - pressed,
    "  from the press to the background": take.begin - pressed,
    "  injecting and reading the page": take.end - take.begin,
    "  finding the article": enter.begin - take.end,
    "  the article's way to the tab": shown.there - enter.begin - making,
    "  making the reader and putting it in": making,
    "  laying it out and drawing it": shown.drawn - shown.there,
  };
}

/** In the background: writes down when scripts are run. Stays until the background is stopped. */
function listenIn() {
  const it = /** @type {any} */ (globalThis);
  it.calls = [];
  if (it.isListening) return;
  it.isListening = true;
  const run = chrome.scripting.executeScript.bind(chrome.scripting);
  const time = () => performance.timeOrigin + performance.now();
  /** @type {any} */ (chrome.scripting).executeScript = async (/** @type {any} */ how) => {
    const call = { begin: time(), end: 0, what: how.files?.join(" ") ?? "function" };
    it.calls.push(call);
    try {
      return await run(how);
    } finally {
      call.end = time();
    }
  };
}

/** Where the extension's scripts are: writes down how long entering takes. */
function timeEntering() {
  const { page } = /** @type {any} */ (globalThis).lede;
  const { enter } = page;
  page.enter = (/** @type {any} */ show) => {
    const begin = performance.now();
    const isOn = enter(show);
    /** @type {any} */ (globalThis).entering = performance.now() - begin;
    return isOn;
  };
}

/** What reading the page takes in the page itself. */
async function snapshotTime() {
  const times = await inTab(() =>
    Array.from({ length: 5 }, () => {
      const begin = performance.now();
      /** @type {any} */ (globalThis).lede.take();
      return performance.now() - begin;
    }),
  );
  return median(times);
}

/** Runs a function where the extension's scripts are. @param {() => any} run @returns {Promise<any>} */
function inTab(run) {
  // What is sent to the background is text.
  const code = `async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    const [result] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: ${run} });
    return result.result;
  }`;
  return browser.inBackground(/** @type {any} */ (code));
}

async function scrolling() {
  await browser.open(`${server.origin}/long.html`);
  const begin = now();
  await browser.press();
  await until(() => isOn(browser), (on) => on, "the reader", 30);
  const opened = now() - begin;
  await pause(1500);
  const { gaps, tasks, words } = await scrolled();
  if (words < 0.9 * WORDS) throw new Error(`only ${words} words of the long article show`);
  const late = gaps.filter((gap) => gap > 25).length;
  console.log(`scrolling ${words} words (opened in ${told(opened)} ms): ${FRAMES} frames, median ${told(median(gaps))} ms, 95 %: ${told(quantile(gaps, 0.95))} ms, longest ${told(Math.max(...gaps))} ms, ${late} late`);
  console.log(`tasks over 50 ms meanwhile: ${tasks.length}${tasks.length > 0 ? ` (longest ${told(Math.max(...tasks))} ms)` : ""}; load ${told(loadavg()[0] ?? 0)}`);
}

/** Scrolls by a good deal in every frame, through all of it. */
async function scrolled() {
  const seen = await browser.inReader(async (root, frames) => {
    const scroller = /** @type {HTMLElement} */ (root.querySelector(".scroller"));
    /** @type {number[]} */ const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: "longtask" });
    const step = (scroller.scrollHeight - scroller.clientHeight) / frames;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    /** @type {number[]} */ const gaps = [];
    let last = Number(await frame());
    for (let count = 0; count < frames; count += 1) {
      scroller.scrollTo({ top: step * count, behavior: "instant" });
      const at = Number(await frame());
      gaps.push(at - last);
      last = at;
    }
    observer.disconnect();
    return { gaps, tasks, words: (root.querySelector("article")?.textContent ?? "").split(/\s+/).length };
  }, FRAMES);
  if (seen === undefined) throw new Error("the reader is not on");
  return seen;
}
