// Pages that grow, in Chromium: what reading one takes in the page, what the engine takes, and how much memory.

import { enter, left, snapshotOf } from "./browser.mjs";
import { callingEngine, loadingEngine, worldOf } from "./rivals.world.mjs";

/** Bytes. A browser takes minutes to lay out more of what is not flat. */
const SIZES = [10_000, 100_000, 1_000_000];
const LARGEST = [...SIZES, 10_000_000];
const DEPTH = 5000;
const WORDS = "river stone harbour window letter morning engine garden winter paper bridge market copper silver island railway teacher doctor village mountain forest kitchen candle journey summer captain painter weather".split(" ");

/** How pages are built: paragraphs side by side, towers of elements, many small elements. @type {Record<string, (word: () => string, bytes: number) => string>} */
const SHAPES = {
  flat: (word) => `<p>The ${Array.from({ length: 50 }, word).join(" ")}.</p>\n`,
  deep: (word, bytes) => `${"<div>".repeat(Math.min(DEPTH, bytes / 40))}<p>The ${Array.from({ length: 80 }, word).join(" ")}.</p>${"</div>".repeat(Math.min(DEPTH, bytes / 40))}\n`,
  wide: (word) => `<div>${Array.from({ length: 20 }, () => `<span>${word()} and more</span> `).join("")}</div>\n`,
};

/** @param {string} shape @param {number} bytes */
function pageOf(shape, bytes) {
  let seed = 1;
  const word = () => WORDS[(seed = (seed * 48_271) % 2_147_483_647) % WORDS.length] ?? "";
  const parts = [];
  for (let length = 0; length < bytes; length += parts.at(-1)?.length ?? bytes) parts.push(SHAPES[shape]?.(word, bytes) ?? "");
  return `<!doctype html><html lang="en"><head><title>Down the river</title></head><body><article><h1>Down the river</h1>${parts.join("")}</article></body></html>`;
}

/**
 * @param {import("./chromium.mjs").Chromium} browser @param {Awaited<ReturnType<typeof import("./server.mjs").serve>>} server
 * @returns {Promise<{ memory: number, growth_browser: number, growth_rows: object[] }>}
 */
export async function grown(browser, server) {
  await browser.open(`${server.origin}/blank.html`);
  await enter(browser);
  await browser.press();
  await left(browser);
  /** @type {Awaited<ReturnType<typeof measured>>[]} */ const rows = [];
  /** @type {number[]} */ const costs = [];
  for (const shape of Object.keys(SHAPES)) {
    /** @type {(typeof rows)[number] | undefined} */ let last;
    for (const bytes of shape === "flat" ? LARGEST : SIZES) {
      const row = await measured(browser, server, shape, bytes);
      console.log(`${shape.padEnd(6)}${String(bytes).padStart(10)} B   snapshot ${row.snapshot.toFixed(1)} ms   engine ${row.engine.toFixed(1)} ms   memory ${row.memory_of_page.toFixed(2)} of the page`);
      rows.push(row);
      if (last !== undefined) costs.push((row.snapshot + row.engine) / (last.snapshot + last.engine));
      last = row;
    }
  }
  // Below that the module's own tables weigh more than the page.
  const memory = Math.max(...rows.filter(({ bytes }) => bytes >= 1_000_000).map((row) => row.memory_of_page));
  return { memory: Math.round(memory * 100) / 100, growth_browser: Math.round(Math.max(...costs) * 100) / 100, growth_rows: rows };
}

/**
 * @param {import("./chromium.mjs").Chromium} browser @param {Awaited<ReturnType<typeof import("./server.mjs").serve>>} server
 * @param {string} shape @param {number} bytes
 */
async function measured(browser, server, shape, bytes) {
  server.pages["/grown.html"] = pageOf(shape, bytes);
  await browser.open(`${server.origin}/grown.html`);
  const snapshot = await snapshotOf(browser);
  const took = await browser.inContent(() => Math.min(...Array.from({ length: 3 }, () => {
    const began = performance.now();
    /** @type {any} */ (globalThis).lede.take();
    return performance.now() - began;
  })));
  const world = await worldOf(browser);
  const { memory } = await world(loadingEngine(server.origin));
  await world(`globalThis.snapshot = ${JSON.stringify(snapshot)}; undefined`);
  const engine = bytes > 1e6 ? (await world(ONCE)) : (await world(callingEngine)).warm;
  const after = await world("exported.memory.buffer.byteLength");
  return { shape, bytes, snapshot: took, engine, memory_of_page: (after - memory) / bytes };
}

/** Large pages are long enough as they are: the faster of two calls. */
const ONCE = `(() => Math.min(...Array.from({ length: 2 }, () => {
  const began = performance.now();
  engine.extract(snapshot, { now: Date.now(), content: false, layout: true });
  return performance.now() - began;
})))()`;
