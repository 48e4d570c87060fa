// One page, many parsers: what the package makes of a document of jsdom's, linkedom's or happy-dom's is what it makes of the
// HTML; no document is changed; hostile ones are pages like others.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { pathToFileURL } from "node:url";

import { Window } from "happy-dom";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";

import { folder, load, PAGES, page } from "./packages.npm.mjs";

const lede = await load();
const names = readdirSync(PAGES).filter((name) => name.endsWith(".html")).map((name) => name.slice(0, -".html".length));

/** @type {Record<string, (page: { html: string, url: string }) => any>} */
const PARSERS = {
  jsdom: ({ html, url }) => new JSDOM(html, { url: url || "https://page.example/" }).window.document,
  linkedom: ({ html }) => parseHTML(html).document,
  "happy-dom": ({ html, url }) => {
    const window = new Window({ url: url || "https://page.example/", settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true, disableCSSFileLoading: true, disableIframePageLoading: true } });
    window.document.write(html);
    return window.document;
  },
};

/** Frames, shadow roots and style rules are what a file has and these documents have not, or otherwise. */
const OTHERWISE = /<(iframe|frame)|shadowrootmode|<style|<noscript|<svg|<math|<plaintext|<frameset/i;

for (const [name, parse] of Object.entries(PARSERS)) {
  test(`${name}: the sample page is read, and stays as it was`, () => {
    const sample = page("sample-news");
    const document = parse(sample);
    const before = document.documentElement.outerHTML;
    const { article } = lede.extract(document, { url: sample.url });
    const { article: ofHtml } = lede.extractHtml(sample.html, { url: sample.url, layout: false });
    for (const field of ["title", "byline", "publishedTime", "siteName", "lang", "wordCount", "textContent", "content"]) assert.deepEqual(article[field], ofHtml[field], field);
    assert.equal(document.documentElement.outerHTML, before);
  });
}

test("jsdom: every page of ours that has no frames or style rules gives what its HTML gives", () => {
  /** @type {string[]} */ const other = [];
  let count = 0;
  for (const name of names) {
    const one = page(name);
    if (OTHERWISE.test(one.html)) continue;
    count += 1;
    const url = one.url || "https://page.example/";
    const { article } = lede.extract(PARSERS.jsdom?.(one), { url });
    const { article: ofHtml } = lede.extractHtml(one.html, { url, layout: false });
    if (JSON.stringify(article) !== JSON.stringify(ofHtml)) other.push(name);
  }
  assert.ok(count > 100, `${count} pages`);
  assert.deepEqual(other, []);
});

suite("what may go wrong", () => {
  test("bytes are read in their encoding", () => {
    const words = "Der Müller öffnete die Schleuse, und das Wasser trug die Blätter über das Wehr hinaus. ".repeat(8);
    const bytes = Buffer.from(`<html><title>Über das Wehr</title><body><h1>Über das Wehr</h1><p>${words}</p><p>${words}</p></body></html>`, "latin1");
    assert.equal(lede.extractHtml(bytes, { charset: "iso-8859-1" }).article.title, "Über das Wehr");
    assert.equal(lede.extractHtml(bytes).article.title, "Über das Wehr");
  });

  test("a form whose controls bear the names of its properties hides nothing", () => {
    const one = page("xss-forms-that-clobber-the-document");
    const { article } = lede.extract(PARSERS.jsdom?.(one), { url: one.url });
    assert.equal(article.title, lede.extractHtml(one.html, { url: one.url, layout: false }).article.title);
  });

  test("deep, broken and empty pages come to an end, and the next page is read", () => {
    const deep = `<title>Deep</title>${"<div>".repeat(100_000)}text${"<b><i>".repeat(20_000)}`;
    for (const html of [deep, "", "<", "\u0000<p>", "\ud800<p>lone", `<table>${"<tr><td><table>".repeat(5000)}`, "<svg>".repeat(30_000), "<p>x".repeat(20_000)]) {
      assert.equal(typeof lede.extractHtml(html).article.length, "number");
    }
    assert.equal(lede.extractHtml(page("sample-news").html).article.wordCount, 542);
  });

  test("what is no document or no module is named", async () => {
    assert.throws(() => lede.extract({}), /must be a document/);
    assert.throws(() => lede.extract(undefined), /must be a document/);
    await assert.rejects(lede.init(["reading"]), /there are read, html and save/);
    assert.throws(() => lede.render(lede.extractHtml("<p>x").article, "docx"), /no format "docx"/);
  });

  test("where there are no files the error names the call that is missing", () => {
    const code = `process.getBuiltinModule = undefined; const { extractHtml } = await import(${JSON.stringify(pathToFileURL(join(folder, "index.js")).href)});
      try { extractHtml("<p>"); } catch (error) { console.log(error.message); }`;
    assert.match(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }), /await init\(\["html"\]\)/);
  });

  test("initSync takes bytes, init a compiled module; a second call changes nothing", () => {
    const file = (/** @type {string} */ name) => JSON.stringify(join(folder, `engine/${name}_bg.wasm`));
    const code = `process.getBuiltinModule = undefined; const { readFileSync } = await import("node:fs");
      const { extractHtml, init, initSync, render } = await import(${JSON.stringify(pathToFileURL(join(folder, "index.js")).href)});
      initSync({ html: readFileSync(${file("html")}) });
      await init({ save: new WebAssembly.Module(readFileSync(${file("save")})) });
      await init({ save: undefined });
      console.log(render(extractHtml("<title>T</title><p>" + "A heron stood on the weir. ".repeat(30)).article, "text"));`;
    assert.match(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }), /A heron stood on the weir/);
  });
});

test("every format, and what goes with it", () => {
  const sample = page("sample-news");
  const { article, kept } = lede.extractHtml(sample.html, { url: sample.url });
  const extras = { saved: new Date("2026-11-27T09:30:00Z"), kept };
  for (const [format, begins] of [["html", "<!DOCTYPE html>"], ["markdown", "---\n"], ["text", article.title], ["json", "{"]]) {
    const file = lede.render(article, format, extras);
    assert.ok(file.toLowerCase().startsWith(String(begins).toLowerCase()), `${format}: ${file.slice(0, 40)}`);
    assert.deepEqual([lede.verify(file).state, lede.verify(file).saved], ["intact", "2026-11-27T09:30:00Z"], format);
    assert.equal(lede.verify(file.replaceAll("bakery", "backery")).state, "changed", format);
  }
  const epub = lede.render(article, "epub", extras);
  assert.equal(Buffer.from(epub.slice(0, 2)).toString(), "PK");
  assert.equal(lede.verify(epub).state, "intact");
  assert.ok(lede.book([article, article], { title: "Twice", saved: 0 }).length > epub.length);
  assert.match(lede.citation(article, "apa", extras.saved), /Orchard, T\./);
  assert.equal(lede.fileName(article, "{date} {title}", extras.saved), `2026-04-18 ${article.title}`);
  assert.equal(lede.version(), JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version);
});
