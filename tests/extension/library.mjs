// What the library's tests share: the built extension with a script beside it that hands its modules to a test, and how a
// test calls them on the library's page.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { dist, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */
/** @typedef {import("./browser.mjs").Name} Name */

const MODULES = {
  ...{ store: "store", keep: "index/keep", search: "index/search", excerpt: "index/excerpt", article: "article", schema: "schema" },
  ...{ take: "transfer/take", write: "transfer/write", queue: "queue", fflate: "../vendor/fflate" },
};
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));

/**
 * The built extension, with the modules in reach of tests and axe beside it; it has the rights already that are asked for
 * at a press, since no test can answer the browser's question.
 *
 * @param {Name} name
 */
export function handedDist(name) {
  const folder = mkdtempSync(join(tmpdir(), "lede-library-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(dist(name), folder, { recursive: true });
  const imports = Object.entries(MODULES).map(([as, file]) => `import * as ${as} from "./${file}.js";`);
  const hand = `globalThis.library = { ${Object.keys(MODULES).join(", ")}, api: globalThis.browser ?? chrome };`;
  writeFileSync(join(folder, "library/handed.js"), `${imports.join("\n")}\n${hand}\n`);
  writeFileSync(join(folder, "axe.js"), AXE);
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const { permissions, optional_permissions = [], optional_host_permissions = [], ...rest } = manifest;
  const given = { ...rest, permissions: [...permissions, "bookmarks"], optional_permissions, optional_host_permissions };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...given, host_permissions: ["*://*/*"] }));
  return folder;
}

/** Opens the library with its modules in reach. @param {Browser} browser */
export async function openLibrary(browser, hash = "") {
  // Only another address loads a page anew.
  await browser.open("about:blank");
  await browser.open((await browser.ownAddress("library/library.html")) + hash);
  await hand(browser);
}

/** Once a page of the library's has loaded. @param {Browser} browser */
export async function hand(browser) {
  await browser.evaluate(() => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = "handed.js";
    document.head.append(script);
  });
  await until(() => browser.evaluate(() => "library" in globalThis), (it) => it, "the modules are there");
}

/**
 * Runs a function with the modules.
 *
 * @template {any[]} A @template R
 * @param {Browser} browser @param {(modules: any, ...parameters: A) => R} run @param {A} parameters
 * @returns {Promise<any>}
 */
export function call(browser, run, ...parameters) {
  const code = `(async (...parameters) => JSON.parse(JSON.stringify((await (${run})(globalThis.library, ...parameters)) ?? null)))`;
  return evaluateCode(browser, code, parameters);
}

/** @param {Browser} browser @param {string} code @param {any[]} parameters */
function evaluateCode(browser, code, parameters) {
  // Both browsers take a function as its text.
  return /** @type {any} */ (browser).evaluate({ toString: () => code }, ...parameters);
}

/** Everything is gone. @param {Browser} browser */
export async function empty(browser, hash = "") {
  await openLibrary(browser, hash);
  await call(browser, async ({ store, queue }) => {
    const database = await store.database();
    // What is still being saved, or just being copied, would come back.
    await queue.cancel();
    await navigator.locks.request("lede-library-tasks", async () => {});
    await navigator.locks.request("lede-library-sweep", async () => {
      await caches.delete("library");
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names, "readwrite");
      for (const name of names) transaction.objectStore(name).clear();
      await transaction.done;
    });
  });
}

/** The page's titles, from the first on. @param {Browser} browser */
export const titles = (browser) => browser.evaluate(() => [...document.querySelectorAll("#list h2 a")].map((link) => link.textContent));

/** Waits until the page has begun. @param {Browser} browser */
export const begun = (browser) => until(() => browser.evaluate(() => document.documentElement.dataset.ready), (it) => it === "", "the library shows");

/** @param {Browser} browser @param {string} selector */
export async function press(browser, selector) {
  const place = await browser.evaluate((name) => {
    const element = document.querySelector(name);
    element?.scrollIntoView({ block: "center", behavior: "instant" });
    const box = element?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  if (place === undefined || place === null) throw new Error(`there is no ${selector}`);
  await browser.click(place.x, place.y);
}

/** An article with a text. @param {string} title @param {string} text @param {Record<string, any>} more */
export function article(title, text, more = {}) {
  const url = `https://post.example/${encodeURIComponent(title)}`;
  return { format: 1, url, canonicalUrl: url, title, siteName: "The Post", authors: [], lang: "en", dir: "ltr", wordCount: 10, readingMinutes: 1, body: [{ paragraph: [{ text }] }], ...more };
}
