// What the library's tests share: the built extension with a script beside it that hands its modules to a test, and how a
// test calls them on the library's page.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { dist, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */
/** @typedef {import("./browser.mjs").Name} Name */

const MODULES = { store: "store", keep: "index/keep", search: "index/search", excerpt: "index/excerpt", article: "article", schema: "schema" };
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));

/** The built extension, with the modules in reach of tests and axe beside it. @param {Name} name */
export function handedDist(name) {
  const folder = mkdtempSync(join(tmpdir(), "lede-library-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(dist(name), folder, { recursive: true });
  const imports = Object.entries(MODULES).map(([as, file]) => `import * as ${as} from "./${file}.js";`);
  const hand = `globalThis.library = { ${Object.keys(MODULES).join(", ")}, api: globalThis.browser ?? chrome };`;
  writeFileSync(join(folder, "library/handed.js"), `${imports.join("\n")}\n${hand}\n`);
  writeFileSync(join(folder, "axe.js"), AXE);
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

/** An article with a text. @param {string} title @param {string} text @param {Record<string, any>} more */
export function article(title, text, more = {}) {
  const url = `https://post.example/${encodeURIComponent(title)}`;
  return { format: 1, url, canonicalUrl: url, title, siteName: "The Post", authors: [], lang: "en", dir: "ltr", wordCount: 10, readingMinutes: 1, body: [{ paragraph: [{ text }] }], ...more };
}
