// A page is read in three ways: by the extension's script in a browser, by the module's own walk over a DOM, by the
// command line from the file. All three must come to the same document and the same article, on every page of ours:
// then whatever is measured on files holds for browsers.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import { commandLine } from "./commandline.mjs";
import { dist, enter, inBoth, snapshotOf, until } from "./browser.mjs";
import { extract, loadEngine, outline } from "./engine.mjs";
import { PAGES } from "./server.mjs";

const CLI = commandLine();
const NOW = "2026-11-25T12:00:00Z";

/** Where the ways differ by right, page by page: which, and why. @type {Record<string, { way: "live" | "file", why: string }>} */
const EXCEPTIONS = {
  "shadow-roots-inside-roots.html": { way: "live", why: "closed shadow roots are out of the module's reach" },
  "xss-forms-that-clobber-the-document.html": { way: "live", why: "the module asks the document for its root, and a form answers" },
};

/** Pages whose policy forbids the module: they are parsed within another page. */
const FORBIDDING = new Set(["xss-base-href-javascript.html"]);

const slugs = readdirSync(PAGES).filter((name) => name.endsWith(".html"));

const engine = dist("chromium");
const OWN = {
  "/blank.html": "<!doctype html><title>Blank</title>",
  "/parity.js": { body: 'import init, * as engine from "/engine/lede.js"; await init(); globalThis.engine = engine;' },
  "/engine/lede.js": { body: readFileSync(join(engine, "engine/lede.js")) },
  "/engine/lede_bg.wasm": { body: readFileSync(join(engine, "engine/lede_bg.wasm")) },
};

await loadEngine(engine);

inBoth(OWN, ({ name, browser, url }) => {
  // From a press on, the pages of its site are open to the extension in that tab.
  before(async () => {
    await browser().open(url("/blank.html"));
    await enter(browser());
  });

  for (const slug of slugs) {
    test(`${name}: ${slug}`, async () => {
      const address = url(`/${slug}`);
      await browser().open(address);
      const snapshot = await snapshotOf(browser());
      if (FORBIDDING.has(slug)) await browser().open(url("/blank.html"));
      const live = await walked(address, FORBIDDING.has(slug));
      const file = fromFile(slug, address);

      sameOutline(slug, "live", live.outline, outline(snapshot));
      sameOutline(slug, "file", file.outline, outline(snapshot));
      const read = extract(snapshot, { now: Date.parse(NOW), content: false, layout: false });
      if (EXCEPTIONS[slug]?.way !== "live") assert.deepEqual(live.article, read, `${slug}: live and snapshot`);
      if (EXCEPTIONS[slug]?.way !== "file") assert.deepEqual(file.article, read, `${slug}: file and snapshot`);

      const drawn = extract(snapshot, { now: Date.parse(NOW), content: false });
      for (const line of lost(read, drawn)) console.log(`${name}: ${slug}: ${line}`);
    });
  }

  /** The module's own walk over the page, or over the page parsed in another. @param {string} address @param {boolean} isParsed */
  const walked = async (address, isParsed) => {
    await browser().evaluate((source) => {
      // By prototypes: some pages hide the document's own functions.
      const script = Document.prototype.createElement.call(document, "script");
      script.setAttribute("type", "module");
      script.setAttribute("src", source);
      const { firstElementChild: html } = /** @type {any} */ (document);
      Element.prototype.append.call(html, script);
      script.remove();
    }, url("/parity.js"));
    await until(() => browser().evaluate(() => "engine" in globalThis), (is) => is, "the engine is there");
    return browser().evaluate(
      async (href, parse, now) => {
        const { outlineDocument, extractDocument } = /** @type {any} */ (globalThis).engine;
        const page = parse ? new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html") : document;
        return {
          outline: outlineDocument(page, href),
          article: extractDocument(page, href, { now: Date.parse(now), content: false }).article,
        };
      },
      address,
      isParsed,
      NOW,
    );
  };
}, { abreast: true });

/** The command line's reading. @param {string} slug @param {string} address */
function fromFile(slug, address) {
  const run = (/** @type {string[]} */ ...parameters) =>
    execFileSync(CLI, [...parameters, "--url", address, join(PAGES, slug)], { encoding: "utf8", maxBuffer: 1 << 28 });
  const article = JSON.parse(run("clean", "--body", "--without-layout", "--now", NOW));
  for (const name of ["id", "content", "textContent"]) delete article[name];
  return { outline: run("outline"), article };
}

/**
 * The documents; where they differ by right the articles may come out alike all the same.
 * @param {string} slug @param {"live" | "file"} way
 * @param {unknown} other @param {unknown} snapshot
 */
function sameOutline(slug, way, other, snapshot) {
  const exception = EXCEPTIONS[slug];
  if (exception?.way === way) assert.notDeepEqual(other, snapshot, `${slug} is an exception no more: ${exception.why}`);
  else assert.deepEqual(other, snapshot, `${slug}: ${way} and snapshot`);
}

/** What the layout hides: lines that are in one text alone. @param {any} read @param {any} drawn @returns {string[]} */
function lost(read, drawn) {
  const lines = (/** @type {any} */ article) => article.body.map((/** @type {unknown} */ block) => JSON.stringify(block));
  const [all, some] = [new Set(lines(read)), new Set(lines(drawn))];
  const cut = (/** @type {string} */ line) => (line.length > 160 ? `${line.slice(0, 160)}…` : line);
  return [
    ...[...all].filter((line) => !some.has(line)).map((line) => `without layout alone: ${cut(line)}`),
    ...[...some].filter((line) => !all.has(line)).map((line) => `with layout alone: ${cut(line)}`),
  ];
}
