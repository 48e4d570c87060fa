// What is saved as HTML is valid, by the Nu checker: of every page of ours, and with all that a file can hold besides.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { dist } from "./browser.mjs";
import { commandLine } from "./commandline.mjs";
import { file, loadEngine } from "./engine.mjs";
import { PNG } from "./save.mjs";
import { PAGES } from "./server.mjs";

const CHECKER = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const SAVED = 1_772_611_200_000;

const folder = mkdtempSync(join(tmpdir(), "lede-valid-"));
before(() => loadEngine(dist("chromium")));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the checker finds to be wrong, a line each. @param {string[]} paths @returns {string[]} */
function faultsOf(paths) {
  const { error, status, stderr } = spawnSync("java", ["-Xmx1g", "-jar", CHECKER, "--errors-only", "--also-check-css", "--format", "gnu", ...paths], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (error !== undefined) throw error;
  const faults = stderr.split("\n").filter(Boolean);
  assert.equal(status, faults.length > 0 ? 1 : 0, stderr);
  return faults.map((line) => line.replaceAll(folder, ""));
}

/** The articles of pages of ours, in their order, as JSON from which files are made. @param {string[]} pages @returns {any[]} */
function articlesOf(pages) {
  const addresses = join(folder, "addresses.tsv");
  writeFileSync(addresses, pages.map((page) => `${page.replace(/\.html$/, "")}\thttps://example.org/${page}\n`).join(""));
  const lines = execFileSync(commandLine(), ["clean", "--body", "--urls", addresses, ...pages.map((page) => join(PAGES, page))], { encoding: "utf8", maxBuffer: 1 << 28 }).trimEnd().split("\n");
  assert.equal(lines.length, pages.length);
  return lines.map((line) => JSON.parse(line));
}

/** @param {string} page @returns {any} */
const articleOf = (page) => articlesOf([page])[0];

test("of every page of ours", () => {
  const pages = readdirSync(PAGES).filter((name) => name.endsWith(".html"));
  const paths = articlesOf(pages).map((article, at) => {
    const path = join(folder, pages[at] ?? "");
    writeFileSync(path, file(article, "html", { saved: SAVED }));
    return path;
  });
  assert.ok(paths.length > 250, `${paths.length} pages`);
  assert.deepEqual(faultsOf(paths), []);
});

test("with pictures, those that are missing, highlights and notes", () => {
  const article = articleOf("sample-news.html");
  const [text = ""] = /** @type {string} */ (article.textContent).match(/\w[\w ]{20,60}\w/) ?? [];
  const shown = { ...article, body: [...article.body, { figure: { images: [{ src: "https://example.org/a.png", alt: "A mill" }, { src: "https://example.org/gone.png", alt: "Gone" }] } }] };
  const extras = {
    saved: SAVED,
    kept: 0.6,
    pictures: [{ url: "https://example.org/a.png", mime: "image/png", bytes: new Uint8Array(PNG) }],
    missing: [{ url: "https://example.org/gone.png", why: "not reachable" }],
    annotations: [{ type: "Annotation", target: { selector: [{ type: "TextQuoteSelector", exact: text }] }, body: { type: "TextualBody", value: 'Ask "who" & <why>' } }],
    words: { highlights: "Highlights", missing: "Pictures that could not be saved" },
  };
  const bytes = file(shown, "html", extras);
  const html = new TextDecoder().decode(bytes);
  for (const part of ["data:image/png;base64,", "not reachable", "Ask"]) assert.ok(html.includes(part), part);
  const path = join(folder, "all.html");
  writeFileSync(path, bytes);
  assert.deepEqual(faultsOf([path]), []);
});

test("the checker finds a fault", () => {
  const path = join(folder, "faulty.html");
  writeFileSync(path, new TextDecoder().decode(file(articleOf("sample-news.html"), "html", { saved: SAVED })).replace("</article>", "<p><div></div></p></article>"));
  assert.ok(faultsOf([path]).some((fault) => /No “p” element in scope/.test(fault)));
});
