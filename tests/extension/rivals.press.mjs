// Presses of the button, measured: when the article has come back to the page, when the reader has been drawn, and how
// long the page's own thread stood still before.

import { setTimeout as pause } from "node:timers/promises";

import { left } from "./browser.mjs";
import { pressedUntilDrawn } from "./measure.mjs";

/** @typedef {import("./chromium.mjs").Chromium} Chromium */

/** In the background: the page tells when the article has come to it. Stays until the background is stopped. */
function tellReady() {
  const it = /** @type {any} */ (globalThis);
  if (it.isTelling) return;
  it.isTelling = true;
  const run = chrome.scripting.executeScript.bind(chrome.scripting);
  /** @type {any} */ (chrome.scripting).executeScript = (/** @type {any} */ how) => {
    if (how.args?.[0]?.article === undefined) return run(how);
    // The same call as `shown` in background/reader.js makes.
    const func = (/** @type {any} */ given) => {
      performance.mark("article ready");
      return globalThis.lede?.page?.enter(given) ?? false;
    };
    return run({ ...how, func });
  };
}

/**
 * A press on the page that shows, and another to leave again. `isAwake`: the background runs, and tells of the article.
 *
 * @param {Chromium} browser @param {boolean} isAwake @returns {Promise<{ ready: number, drawn: number }>} milliseconds from the press
 */
export async function press(browser, isAwake) {
  if (isAwake) await browser.inBackground(tellReady);
  const { pressed, drawn } = await pressedUntilDrawn(browser);
  const ready = await browser.evaluate(() => performance.timeOrigin + (performance.getEntriesByName("article ready").at(-1)?.startTime ?? Number.NaN));
  // The tools come after it.
  await pause(150);
  await browser.press();
  await left(browser);
  return { ready: ready - pressed, drawn: drawn - pressed };
}

/** What the page's thread does for a press until the article is ready, in milliseconds. @param {Chromium} browser */
export async function blocked(browser) {
  const categories = ["disabled-by-default-devtools.timeline", "blink.user_timing", "toplevel"];
  /** @type {any[]} */ const events = [];
  const stop = browser.devtools.on("Tracing.dataCollected", ({ value }) => void events.push(...value));
  await browser.devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: categories, excludedCategories: ["*"] } });
  try {
    await browser.evaluate(() => void performance.mark("pressed"));
    await press(browser, true);
  } finally {
    const ended = browser.devtools.once("Tracing.tracingComplete");
    await browser.devtools.send("Tracing.end");
    await ended;
    stop();
  }
  return tasksBetween(events, "pressed", "article ready");
}

/** The time of a thread's tasks between two of its marks. @param {any[]} events @param {string} from @param {string} to */
function tasksBetween(events, from, to) {
  const begin = events.find(({ name }) => name === from);
  const end = events.find(({ name, ts }) => name === to && ts > (begin?.ts ?? Infinity));
  if (begin === undefined || end === undefined) throw new Error("the trace has no marks");
  const tasks = events.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && pid === begin.pid && tid === begin.tid);
  if (tasks.length === 0) throw new Error("the trace has no tasks");
  const within = tasks.map(({ ts, dur }) => Math.min(ts + dur, end.ts) - Math.max(ts, begin.ts)).filter((time) => time > 0);
  return within.reduce((sum, time) => sum + time, 0) / 1000;
}
