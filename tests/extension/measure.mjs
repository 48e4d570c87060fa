// What the measurements share: which pages, the middle of many times, when the reader has been drawn.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

import { PAGES } from "./server.mjs";

/** Articles by path, of LEDE_CORPUS where it is set, else of our own. @param {number} most @returns {Record<string, { body: Buffer }>} */
export function articles(most) {
  const corpus = process.env.LEDE_CORPUS;
  return corpus === undefined ? own(most) : collected(join(corpus, "wcxb"), most);
}

/** @param {number} most */
function own(most) {
  const names = readdirSync(PAGES).filter((name) => /^(sample|indonesian|i18n|date|code|math|footnotes)/.test(name) && name.endsWith(".html"));
  return Object.fromEntries(names.slice(0, most).map((name) => [`/own/${name}`, { body: readFileSync(join(PAGES, name)) }]));
}

/** Articles of the corpus, evenly from its whole. @param {string} folder @param {number} most */
function collected(folder, most) {
  const names = readdirSync(join(folder, "ground-truth")).sort();
  const isArticle = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, "ground-truth", name), "utf8"))._internal.page_type.primary === "article";
  const all = names.filter(isArticle);
  const step = Math.max(1, Math.floor(all.length / most));
  const chosen = all.filter((_, at) => at % step === 0).slice(0, most).map((name) => name.replace(".json", ""));
  const files = readdirSync(join(folder, "html"));
  return Object.fromEntries(
    chosen.flatMap((name) => {
      const file = files.find((it) => it.startsWith(`${name}.`));
      if (file === undefined) return [];
      const data = readFileSync(join(folder, "html", file));
      return [[`/corpus/${name}.html`, { body: file.endsWith(".gz") ? gunzipSync(data) : data }]];
    }),
  );
}

/** A press that shows nothing until then is given up. */
const PATIENCE_MS = 20_000;

/**
 * A press of the button, until the reader has been drawn.
 *
 * @param {import("./browser.mjs").Browser} browser @returns {Promise<{ pressed: number, there: number, drawn: number }>} times by `now`
 */
export async function pressedUntilDrawn(browser) {
  await browser.evaluate(watch);
  // Asked once, and not again and again: that would be in the way.
  const waiting = browser.evaluate(() => /** @type {any} */ (globalThis).shown);
  const pressed = now();
  await browser.press();
  const shown = await Promise.race([waiting, pause(PATIENCE_MS, null, { ref: false })]);
  if (shown === null) throw new Error("the reader does not show");
  return { pressed, ...shown };
}

/** In the page: tells when the reader is there, and when it has been drawn. */
function watch() {
  const time = () => performance.timeOrigin + performance.now();
  /** @type {any} */ (globalThis).shown = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector("lede-reader") === null) return;
      observer.disconnect();
      const there = time();
      // A message that is sent within a frame comes after it has been drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ there, drawn: time() });
        port2.postMessage(0);
      });
    });
    observer.observe(document.documentElement, { childList: true });
  });
}

/** The time by the clock that pages have too. */
export function now() {
  return performance.timeOrigin + performance.now();
}

/** @param {number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param {number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** @param {number} value */
export function told(value) {
  return value.toFixed(1);
}
