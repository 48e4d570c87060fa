// `./build.sh screenshots`: pictures of the reader, for docs/screenshots/. Pages of our own, each under the name of its
// site, in Chromium, on a phone and on a desk, light and dark.
//
//   node screenshots.mjs --out DIR [--only SLUG]

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { read } from "./a11y.mjs";
import { left, readerText, snapshotOf, start } from "./browser.mjs";
import { withPalette } from "./png.mjs";
import { proxy } from "./proxy.mjs";

/** @typedef {import("./chromium.mjs").Chromium} Chromium */
/** @typedef {{ slug: string, host: string, settings?: Record<string, any>, at?: string }} Shown `at`: what is scrolled to */

/** @type {Shown[]} */
const SHOWN = [
  { slug: "news", host: "harbourpost.example" },
  { slug: "long-read", host: "smallmachines.example", at: "h2" },
  { slug: "arabic", host: "aldiffa.example" },
  { slug: "japanese", host: "sakanoue.example", settings: { writing: "vertical" } },
  { slug: "tables", host: "slowtimetable.example" },
];
const SIZES = [[360, 740], [1280, 800]];
const PAGES = fileURLToPath(new URL("pages", import.meta.url));

const { values } = parseArgs({ options: { out: { type: "string", default: "docs/screenshots" }, only: { type: "string" } } });

try {
  await main(values);
} catch (error) {
  console.error(`screenshots.mjs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** @param {{ out: string, only?: string | undefined }} options */
async function main({ out, only }) {
  mkdirSync(out, { recursive: true });
  const way = await proxy(({ pathname }) => file(basename(pathname)));
  const browser = /** @type {Chromium} */ (await start("chromium", { proxy: way.address }));
  try {
    for (const shown of SHOWN.filter(({ slug }) => only === undefined || slug === only)) await shoot(browser, shown, out);
    if (only === undefined || only === "library") await shootLibrary(browser, out);
  } finally {
    await browser.close();
    await way.close();
  }
}

/** @param {Chromium} browser @param {Shown} shown @param {string} out */
async function shoot(browser, { slug, host, settings = {}, at }, out) {
  await browser.inBackground((kept) => chrome.storage.local.set({ settings: kept }), settings);
  for (const [width = 0, height = 0] of SIZES) {
    await browser.resize(width, height);
    for (const dark of [false, true]) {
      await browser.setDark(dark);
      await read(browser, `http://${host}/show-${slug}.html`);
      await browser.inReader(toPlace, at ?? "");
      // The bar comes and goes, and pictures load.
      await pause(700);
      const path = join(out, `${slug}-${width}-${dark ? "dark" : "light"}.png`);
      const picture = withPalette(await browser.screenshot());
      writeFileSync(path, picture);
      console.log(`${path}: ${(picture.length / 1000).toFixed(0)} kB`);
      await browser.press();
      await left(browser);
    }
  }
}

/** The library with articles of our own pages in it. @param {Chromium} browser @param {string} out */
async function shootLibrary(browser, out) {
  for (const { slug, host } of SHOWN) await save(browser, `http://${host}/show-${slug}.html`);
  for (const [width = 0, height = 0] of SIZES) {
    await browser.resize(width, height);
    // On a phone in the dark, on a desk in daylight.
    const dark = width < 500;
    await browser.setDark(dark);
    await browser.open(await browser.ownAddress("library/library.html"));
    await pause(700);
    const path = join(out, `library-${width}-${dark ? "dark" : "light"}.png`);
    writeFileSync(path, withPalette(await browser.screenshot()));
    console.log(path);
  }
}

/** Adds the article of a page, with its first picture. @param {Chromium} browser @param {string} url */
async function save(browser, url) {
  await browser.open(url);
  await browser.press();
  await readerText(browser);
  const snapshot = await snapshotOf(browser);
  const picture = await browser.evaluate(async () => {
    const src = document.querySelector("img")?.src;
    if (src === undefined) return undefined;
    const response = await fetch(src);
    return { src, type: response.headers.get("content-type") ?? "", bytes: [...new Uint8Array(await response.arrayBuffer())] };
  });
  await browser.open(await browser.ownAddress("library/library.html"));
  await browser.evaluate(
    async (taken, shown, at) => {
      const own = (/** @type {string} */ path) => /** @type {Promise<any>} */ (import(chrome.runtime.getURL(path)));
      const [{ extract }, { add }] = await Promise.all([own("background/engine.js"), own("library/store.js")]);
      const { article } = await extract(taken, { now: Date.now(), content: false });
      const pictures = shown === undefined ? [] : [{ ...shown, bytes: Uint8Array.from(shown.bytes) }];
      await add(article, { pictures, saved: Date.UTC(2026, 2, 9 - at), favourite: at === 1, unread: at !== 2, tags: at % 2 === 0 ? ["rivers", "to read"] : [] });
    },
    snapshot,
    picture,
    SHOWN.findIndex(({ host }) => url.includes(host)),
  );
}

/** @param {ShadowRoot} root @param {string} at */
async function toPlace(root, at) {
  const story = /** @type {HTMLElement} */ (root.querySelector("article"));
  await Promise.all([...story.querySelectorAll("img")].slice(0, 1).map((img) => img.decode()));
  if (at === "") return;
  const scroller = /** @type {HTMLElement} */ (root.querySelector(".scroller"));
  const place = /** @type {HTMLElement} */ (story.querySelector(at));
  scroller.scrollTo({ top: place.getBoundingClientRect().top + scroller.scrollTop - 40, behavior: "instant" });
}

/** @param {string} name */
function file(name) {
  try {
    return { body: readFileSync(join(PAGES, name)) };
  } catch {
    return undefined;
  }
}
