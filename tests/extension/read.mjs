// `./build.sh read`: opens a page in Chromium with Lede and presses its button.
//
//   node read.mjs --page URL|FILE [--headless] [--out DIR]
//
// With a window, the reader stays open until the browser is closed. Without one, the article as the browser reads it is
// written to DIR as HTML and Markdown, and a picture of the reader.

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { closeFirst, dist, enter, program, snapshotOf } from "./browser.mjs";
import { Chromium } from "./chromium.mjs";
import { extract, file, loadEngine } from "./engine.mjs";
import { serve } from "./server.mjs";

const { values } = parseArgs({
  options: { page: { type: "string" }, headless: { type: "boolean", default: false }, out: { type: "string", default: "out" } },
});

try {
  if (values.page === undefined) throw new Error("--page URL or FILE is missing");
  await main(values.page, values);
} catch (error) {
  console.error(`read.mjs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** @param {string} page @param {{ headless: boolean, out: string }} options */
async function main(page, { headless, out }) {
  const isFile = !page.includes("://");
  const server = isFile ? await serve({}, [dirname(resolve(page))]) : undefined;
  const address = server === undefined ? page : `${server.origin}/${encodeURIComponent(basename(page))}`;
  const browser = await Chromium.start({ program: program("chromium"), dist: dist("chromium"), headless, isForTests: false });
  process.once("SIGINT", () => void browser.close());
  try {
    await closeFirst(browser);
    await browser.open(address);
    await enter(browser).catch(async () => {
      throw new Error(`no reader shows; the toolbar button says: ${(await browser.toolbar()).title}`);
    });
    if (headless) await write(browser, join(out, nameOf(page)));
    else await browser.ended();
  } finally {
    await browser.close();
    await server?.close();
  }
}

/** @param {Chromium} browser @param {string} path without an ending */
async function write(browser, path) {
  mkdirSync(dirname(path), { recursive: true });
  // Pictures load as they come into view; those of the first screen are worth waiting for.
  await new Promise((done) => setTimeout(done, 1000));
  writeFileSync(`${path}.png`, await browser.screenshot());
  await loadEngine(dist("chromium"));
  const article = extract(await snapshotOf(browser), { now: Date.now() });
  writeFileSync(`${path}.html`, file(article, "html"));
  writeFileSync(`${path}.md`, file(article, "markdown"));
  for (const [label, value] of Object.entries(told(article))) console.log(`${label}: ${value ?? "not given"}`);
  for (const ending of ["html", "md", "png"]) console.log(`${path}.${ending}`);
}

/** @param {any} article */
function told({ title, byline, publishedTime, readingMinutes }) {
  return { Title: title, Byline: byline, Date: publishedTime, "Reading time": `${readingMinutes} min` };
}

/** What files are named after: the page's last part, without its ending. @param {string} page */
function nameOf(page) {
  const path = page.includes("://") ? new URL(page).pathname : page;
  const name = basename(path).replace(/\.\w+$/, "").replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return name === "" ? "page" : name;
}
