// Lede in the browser beside Readability.js and Defuddle, on the same pages in the same run: `./build.sh bench browser`.
// `--json FILE` writes the figures down. docs/PERFORMANCE.md tells what each of them means.
//
// Pages are articles of LEDE_CORPUS where it is set, else of tests/pages. A rival is called in a world of its own of a
// page just loaded, first once and then until it is warm; the engine likewise, on the snapshot that the extension takes of
// the same page; and the extension is pressed on the page, loaded anew. They take turns page by page.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { dist, enter, left, snapshotOf, start } from "./browser.mjs";
import { articles, median, quantile, told } from "./measure.mjs";
import { grown } from "./rivals.growth.mjs";
import { blocked, press } from "./rivals.press.mjs";
import { calling, callingEngine, ENGINE, loading, loadingEngine, RIVALS, worldOf } from "./rivals.world.mjs";
import { serve } from "./server.mjs";

/** @typedef {import("./chromium.mjs").Chromium} Chromium */

const { values: asked } = parseArgs({ options: { json: { type: "string" }, pages: { type: "string", default: "60" } } });
const MOST_PAGES = Number(asked.pages);
/** Starts of the browser, and presses while the worker sleeps. */
const [STARTS, COLD] = [3, 12];
const WARM_PRESSES = 2;

/** What may be, at most: ratios of medians, milliseconds, kB, multiples of a page. @type {Record<string, number>} */
const BARS = {
  engine_vs_readability: 1 / 5,
  engine_vs_defuddle: 1 / 12,
  blocking_vs_readability: 1 / 4,
  ready_vs_readability: 0.6,
  ready_vs_defuddle: 1 / 5,
  paint_ms: 50,
  paint_cold_ms: 120,
  instantiate_ms: 10,
  memory: 6,
  wasm_gz_kb: 330,
};
/** What the ratios are made of. @type {Record<string, [string, string]>} */
const RATIOS = {
  engine_vs_readability: ["engine_warm", "readability_warm"],
  engine_vs_defuddle: ["engine_warm", "defuddle_warm"],
  blocking_vs_readability: ["blocking", "readability_first"],
  ready_vs_readability: ["ready", "readability_first"],
  ready_vs_defuddle: ["ready", "defuddle_first"],
};

const pages = articles(MOST_PAGES);
const server = await serve({ ...pages, ...ENGINE, "/blank.html": "<!doctype html><title>Blank</title><p>Nothing." });
/** Milliseconds by what was measured. @type {Record<string, number[]>} */ const times = {};
const add = (/** @type {string} */ name, /** @type {number} */ time) => void (times[name] ??= []).push(time);
/** @type {Record<string, any>} */ const found = { machine: `${cpus()[0]?.model}, ${availableParallelism()} cores`, load: loadavg()[0], versions: Object.fromEntries(Object.entries(RIVALS).map(([name, { version }]) => [name, version])) };
try {
  // What the others have measured is told all the same.
  for (const part of [starts, inChromium, inFirefox, growing]) {
    await part().catch((error) => {
      console.error(`${part.name}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    });
  }
  tell();
} finally {
  await server.close();
}

/** The first press after the browser has started. */
async function starts() {
  for (const path of Object.keys(pages).slice(0, STARTS)) {
    await withBrowser(async (browser) => {
      found.versions.chromium ??= (await browser.devtools.send("Browser.getVersion")).product;
      await browser.open(`${server.origin}/blank.html`);
      add("instantiate", (await (await worldOf(browser))(loadingEngine(server.origin))).instantiate);
      await browser.open(`${server.origin}${path}`);
      add("paint_first", (await press(browser, false)).drawn);
    });
  }
}

async function inChromium() {
  await withBrowser(async (browser) => {
    // From a press on, the pages of its site are open to the extension in that tab.
    await browser.open(`${server.origin}/blank.html`);
    await enter(browser);
    await keepAwake(browser);
    for (const path of Object.keys(pages)) {
      // A page that something cannot be done with counts nowhere.
      const had = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, all.length]));
      await onPage(browser, `${server.origin}${path}`).catch((error) => {
        console.log(`${path}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
        for (const [name, all] of Object.entries(times)) all.length = had[name] ?? 0;
      });
    }
    for (const path of Object.keys(pages).slice(0, COLD)) {
      await browser.open(`${server.origin}${path}`);
      await browser.stopBackground();
      add("paint_cold", (await press(browser, false)).drawn);
    }
  });
}

/** A worker that is looked at stays. Where the machine is slow it would else sleep between two pages. @param {Chromium} browser */
async function keepAwake({ devtools }) {
  const { targetInfos } = await devtools.send("Target.getTargets");
  const worker = targetInfos.find((/** @type {any} */ { type, url }) => type === "service_worker" && url.endsWith("/background/index.js"));
  await devtools.send("Target.attachToTarget", { targetId: worker.targetId, flatten: true });
}

/** @param {Chromium} browser @param {string} url */
async function onPage(browser, url) {
  for (const name of /** @type {(keyof typeof RIVALS)[]} */ (Object.keys(RIVALS))) {
    await browser.open(url);
    const world = await worldOf(browser);
    await world(loading(name));
    const took = await world(calling(name));
    add(`${name}_first`, took.first);
    add(`${name}_warm`, took.warm);
  }
  await browser.open(url);
  const snapshot = await snapshotOf(browser);
  const world = await worldOf(browser);
  await world(loadingEngine(server.origin));
  await world(`globalThis.snapshot = ${JSON.stringify(snapshot)}; undefined`);
  const engine = await world(callingEngine);
  add("engine_first", engine.first);
  add("engine_warm", engine.warm);
  add("snapshot_warm", median(await browser.inContent(() => Array.from({ length: 5 }, () => {
    const began = performance.now();
    /** @type {any} */ (globalThis).lede.take();
    return performance.now() - began;
  }))));
  await browser.open(url);
  const { ready, drawn } = await press(browser, true);
  add("ready", ready);
  add("paint_fresh", drawn);
  const warm = [];
  for (let count = 0; count < WARM_PRESSES; count += 1) warm.push((await press(browser, true)).drawn);
  add("paint", median(warm));
  await browser.open(url);
  add("blocking", await blocked(browser));
}

/** Pages that grow. */
async function growing() {
  await withBrowser(async (browser) => void Object.assign(found, await grown(browser, server)));
}

/** The engine beside its rivals, in Firefox, in the page's own world: a page whose policy forbids that does not count. */
async function inFirefox() {
  const browser = await start("firefox");
  try {
    await browser.open(`${server.origin}/blank.html`);
    await enter(browser);
    await browser.press();
    await left(browser);
    for (const path of Object.keys(pages)) await onFirefoxPage(browser, `${server.origin}${path}`).catch((error) => console.log(`firefox: ${path}: ${String(error).split("\n")[0]}`));
  } finally {
    await browser.close();
  }
}

/** @param {import("./browser.mjs").Browser} browser @param {string} url */
async function onFirefoxPage(browser, url) {
  await browser.open(url);
  const snapshot = await snapshotOf(browser);
  /** @type {number[]} */ const took = [];
  const evaluate = (/** @type {string} */ code) => inScript(browser, code);
  await evaluate(loadingEngine(server.origin));
  await evaluate(`globalThis.snapshot = ${JSON.stringify(snapshot)}, undefined`);
  took.push((await evaluate(callingEngine)).warm);
  for (const name of /** @type {(keyof typeof RIVALS)[]} */ (Object.keys(RIVALS))) {
    await evaluate(`(() => ${loading(name)})()`);
    took.push((await evaluate(calling(name))).warm);
  }
  ["engine_warm", "readability_warm", "defuddle_warm"].forEach((name, at) => add(`firefox_${name}`, took[at] ?? Number.NaN));
}

/** Runs code as a script of the page's own. @param {import("./browser.mjs").Browser} browser @param {string} code @returns {Promise<any>} */
async function inScript(browser, code) {
  await browser.evaluate((source) => {
    const script = document.createElement("script");
    script.textContent = `globalThis.answer = ${source}`;
    document.documentElement.append(script);
    script.remove();
  }, code);
  return browser.evaluate(async () => /** @type {any} */ (globalThis).answer);
}

/** @param {(browser: Chromium) => Promise<void>} use */
async function withBrowser(use) {
  const browser = /** @type {Chromium} */ (await start("chromium"));
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** Prints all of it, and writes it down where that is asked for. */
function tell() {
  const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, { median_ms: rounded(median(all)), p95_ms: rounded(quantile(all, 0.95)), pages: all.length }]));
  for (const [name, { median_ms, p95_ms, pages: count }] of Object.entries(medians)) console.log(`${name.padEnd(26)} median ${told(median_ms)} ms   95 %: ${told(p95_ms)} ms   of ${count}`);
  const middle = (/** @type {string} */ name) => medians[name]?.median_ms ?? Number.NaN;
  for (const [key, [ours, theirs]] of Object.entries(RATIOS)) found[key] = rounded(middle(ours) / middle(theirs));
  found.firefox_engine_vs_readability = rounded(middle("firefox_engine_warm") / middle("firefox_readability_warm"));
  found.firefox_engine_vs_defuddle = rounded(middle("firefox_engine_warm") / middle("firefox_defuddle_warm"));
  for (const name of ["paint", "paint_cold", "paint_fresh", "paint_first", "instantiate"]) found[`${name}_ms`] = middle(name);
  found.wasm_gz_kb = execFileSync("gzip", ["-9", "-c", join(dist("chromium"), "engine/lede_bg.wasm")], { maxBuffer: 1e8 }).length / 1000;
  found.bars = Object.fromEntries(Object.entries(BARS).map(([key, most]) => [key, { is: found[key], at_most: rounded(most), holds: found[key] <= most, of: RATIOS[key] }]));
  for (const [key, { is, at_most, holds }] of Object.entries(found.bars)) console.log(`${key.padEnd(26)} ${is} (at most ${at_most}): ${holds ? "held" : "not held"}`);
  console.log(`in Firefox the engine takes ${found.firefox_engine_vs_readability} of Readability's time, ${found.firefox_engine_vs_defuddle} of Defuddle's; load ${told(loadavg()[0] ?? 0)}`);
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify({ ...found, medians, load_after: loadavg()[0] }, null, 2)}\n`);
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 1000) / 1000;
}
