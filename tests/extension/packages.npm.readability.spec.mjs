// The drop-in for Readability.js: its fields, what its documentation promises of each option, and both on the same pages.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

import * as mozilla from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

import { load, page } from "./packages.npm.mjs";

const { Readability, isProbablyReaderable } = await load("readability");

const URL_OF_PAGE = "https://weir.example/herons/";
const SENTENCE = "The heron came to the weir at dawn and stood there, grey and still, until the miller opened the sluice and the water took the fish away.";
const paragraphs = (/** @type {number} */ count) => Array.from({ length: count }, (_, at) => `<p>${SENTENCE.replace("heron", `heron of day ${at + 1}`)}</p>`).join("\n");

/** @param {string} story @param {string} [head] */
const html = (story, head = "") => `<!doctype html><html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><title>A heron on the weir</title>
<meta name="author" content="Ann Marsh"><meta property="og:site_name" content="The Weir"><meta name="description" content="A bird and a miller.">
<meta property="article:published_time" content="2026-03-04T05:06:07Z">${head}</head>
<body><nav><a href="/a">Home</a> <a href="/b">Birds</a></nav><main><article><h1>A heron on the weir</h1>${story}</article></main><footer><p>Printed by the miller</p></footer></body></html>`;

/** @param {string} source */
const documentOf = (source, url = URL_OF_PAGE) => new JSDOM(source, { url, virtualConsole: new VirtualConsole() }).window.document;

/** @param {string} source @param {any} [options] */
const parsed = (source, options) => new Readability(documentOf(source), options).parse();

const FIELDS = ["title", "byline", "dir", "lang", "content", "textContent", "length", "excerpt", "siteName", "publishedTime"];

test("it has the fields of Readability.js, with the same values where the page says them", () => {
  const ours = parsed(html(paragraphs(8)));
  const theirs = new mozilla.Readability(documentOf(html(paragraphs(8)))).parse();
  assert.deepEqual(Object.keys(ours).sort(), Object.keys(theirs ?? {}).sort());
  assert.deepEqual(Object.keys(ours).sort(), [...FIELDS].sort());
  for (const field of ["title", "byline", "dir", "lang", "excerpt", "siteName", "publishedTime"]) assert.deepEqual(ours[field], /** @type {any} */ (theirs)[field], field);
  assert.equal(ours.length, ours.textContent.length);
  assert.match(ours.content, /^<div id="readability-page-1" class="page">/);
});

test("the document stays as it was", () => {
  const document = documentOf(html(paragraphs(8)));
  const before = document.documentElement.outerHTML;
  new Readability(document, { keepClasses: true, serializer: (/** @type {any} */ root) => root, allowedVideoRegex: /x/, disableJSONLD: true }).parse();
  assert.equal(document.documentElement.outerHTML, before);
});

test("what is no document is refused as there", () => {
  for (const Each of [Readability, mozilla.Readability]) {
    assert.throws(() => new Each(/** @type {any} */ (undefined)), /First argument to Readability constructor should be a document object/);
    assert.throws(() => new Each(/** @type {any} */ ({})), /First argument to Readability constructor should be a document object/);
  }
});

test("a page without text gives null", () => {
  assert.equal(parsed("<!doctype html><title>Nothing</title><body></body>"), null);
});

suite("options", () => {
  test("maxElemsToParse: larger documents are refused, in the same words", () => {
    const source = html(paragraphs(8));
    const most = documentOf(source).getElementsByTagName("*").length;
    const said = (/** @type {any} */ Each) => {
      try {
        return new Each(documentOf(source), { maxElemsToParse: most - 1 }).parse();
      } catch (error) {
        return /** @type {Error} */ (error).message;
      }
    };
    assert.match(said(Readability), /Aborting parsing document/);
    assert.equal(said(Readability), said(mozilla.Readability));
    assert.notEqual(parsed(source, { maxElemsToParse: most }), null);
    assert.notEqual(parsed(source, { maxElemsToParse: 0 }), null);
  });

  test("charThreshold: a text with fewer characters is no result", () => {
    const { length } = parsed(html(paragraphs(8)));
    assert.equal(parsed(html(paragraphs(8)), { charThreshold: length + 1 }), null);
    assert.equal(parsed(html(paragraphs(8)), { charThreshold: length }).length, length);
    assert.ok(parsed(html(paragraphs(2))).length < 500, "unless it is said, a short one is given");
  });

  test("classesToPreserve and keepClasses: those classes, all, none", () => {
    const story = `<p class="lead drop-cap">${SENTENCE} So it went.</p>${paragraphs(6)}<blockquote class="pull"><p class="drop-cap">A heron has time, and a miller has none.</p></blockquote><figure><img class="wide photo" src="/heron.jpg" alt="A heron" width="800" height="500"><figcaption class="note">A heron at the weir, in the morning.</figcaption></figure>`;
    const classes = (/** @type {any} */ options) => [...documentOf(parsed(html(story), options).content).querySelectorAll("#readability-page-1 [class]")].map((element) => `${element.localName}.${element.className}`);
    assert.deepEqual(classes({}), []);
    assert.deepEqual(classes({ classesToPreserve: ["drop-cap", "photo"] }), ["p.drop-cap", "p.drop-cap", "img.photo"]);
    assert.deepEqual(classes({ keepClasses: true }), ["p.lead drop-cap", "blockquote.pull", "p.drop-cap", "img.wide photo", "figcaption.note"]);
  });

  test("serializer: what it makes of the root is the content", () => {
    const root = parsed(html(paragraphs(8)), { serializer: (/** @type {any} */ element) => element }).content;
    assert.equal(root.nodeType, 1);
    assert.equal(root.firstChild.id, "readability-page-1");
    assert.equal(parsed(html(paragraphs(8)), { serializer: (/** @type {any} */ element) => element.querySelectorAll("p").length }).content, 8);
    assert.equal(root.innerHTML, parsed(html(paragraphs(8))).content);
  });

  test("disableJSONLD: what stands there alone is not read", () => {
    const data = JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: "A heron on the weir", author: { "@type": "Person", name: "Ben Reed" }, datePublished: "2026-07-08" });
    const source = html(paragraphs(8), `<script type="application/ld+json">${data}</script>`).replace(/<meta (name="author"|property="article:published_time")[^>]*>/g, "");
    for (const Each of [Readability, mozilla.Readability]) {
      const found = (/** @type {any} */ options) => /** @type {any} */ (new Each(documentOf(source), options).parse());
      assert.equal(found({}).byline, "Ben Reed", Each.name);
      assert.equal(found({}).publishedTime.slice(0, 10), "2026-07-08");
      assert.notEqual(found({ disableJSONLD: true }).byline, "Ben Reed");
      assert.ok(!found({ disableJSONLD: true }).publishedTime);
    }
  });

  test("allowedVideoRegex: frames that match are in, others are not", () => {
    const frame = (/** @type {string} */ src) => `<iframe src="${src}" width="640" height="360" title="Film"></iframe>`;
    const source = html(`${paragraphs(4)}${frame("https://www.youtube.com/embed/abc123xyz00")}${paragraphs(2)}${frame("https://films.weir.example/embed/77")}${paragraphs(2)}`);
    const films = (/** @type {any} */ options) => {
      const { content } = parsed(source, options);
      return [content.includes("youtube.com"), content.includes("films.weir.example")];
    };
    assert.deepEqual(films({}), [true, false]);
    assert.deepEqual(films({ allowedVideoRegex: /films\.weir\.example/g }), [false, true]);
    assert.deepEqual(films({ allowedVideoRegex: /weir\.example|youtube/ }), [true, true]);
    assert.deepEqual(films({ allowedVideoRegex: /nowhere/ }), [false, false]);
  });

  test("debug: what was made of the page is printed, and nothing without it", (context) => {
    const log = context.mock.method(console, "log", () => undefined);
    parsed(html(paragraphs(8)));
    assert.equal(log.mock.callCount(), 0);
    parsed(html(paragraphs(8)), { debug: true });
    assert.ok(log.mock.callCount() > 0);
  });

  test("nbTopCandidates and linkDensityModifier change nothing", () => {
    assert.deepEqual(parsed(html(paragraphs(8)), { nbTopCandidates: 1, linkDensityModifier: 0.5 }), parsed(html(paragraphs(8))));
  });
});

suite("isProbablyReaderable", () => {
  const story = () => documentOf(page("sample-news").html);

  test("a story is, a page of links and an empty one are not", () => {
    const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}">A heron on weir number ${at}</a></li>`).join("");
    for (const each of [isProbablyReaderable, mozilla.isProbablyReaderable]) {
      assert.equal(each(story()), true);
      assert.equal(each(documentOf("<!doctype html><title>x</title>")), false);
      assert.equal(each(documentOf(`<!doctype html><title>All weirs</title><ul>${links}</ul>`)), false);
    }
  });

  test("minContentLength, minScore and visibilityChecker have their say", () => {
    for (const each of [isProbablyReaderable, mozilla.isProbablyReaderable]) {
      assert.equal(each(story(), { minContentLength: 100_000 }), false, "no block is so long");
      assert.equal(each(story(), { minScore: 100_000 }), false);
      assert.equal(each(documentOf(html(paragraphs(8))), { minContentLength: 20, minScore: 40 }), true);
      assert.equal(each(story(), { visibilityChecker: () => false }), false);
      assert.equal(each(story(), (/** @type {any} */ node) => !["p", "article"].includes(node.localName)), false, "no text is seen");
      assert.equal(each(story(), { visibilityChecker: () => true }), true);
    }
    assert.equal(isProbablyReaderable(story(), { visibilityChecker: (/** @type {any} */ node) => node.localName !== "p" }), false, "no paragraph is seen");
  });
});

// ------------------------------------------------------------------ both on the same pages

const CORPUS = process.env.LEDE_CORPUS ?? fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const SAMPLE = 120;

/** Words, as many times as they occur. @param {string} text */
function bagOf(text) {
  /** @type {Map<string, number>} */
  const bag = new Map();
  let count = 0;
  for (const [word] of text.toLowerCase().matchAll(/[\p{Alphabetic}\p{M}\p{N}_]+/gu)) {
    bag.set(word, (bag.get(word) ?? 0) + 1);
    count += 1;
  }
  return { bag, count };
}

/** The harmonic mean of precision and recall of the words. @param {string} text @param {string} gold */
function f1(text, gold) {
  const [found, wanted] = [bagOf(text), bagOf(gold)];
  if (wanted.count === 0 || found.count === 0) return wanted.count === found.count ? 1 : 0;
  let overlap = 0;
  for (const [word, times] of found.bag) overlap += Math.min(times, wanted.bag.get(word) ?? 0);
  return (2 * overlap) / (found.count + wanted.count);
}

const BLOCK = /<\/?(address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul)\b/gi;

/** The words of what would be shown, of either program alike: blocks are apart. @param {string} content */
const textOf = (content) => documentOf(content.replace(BLOCK, " $&")).body.textContent ?? "";

/**
 * Articles of WCXB, evenly over all of them. The model that ships has learned from these pages too: how it does on pages that it
 * has not seen is told by `./build.sh quality`. Here it is held that the road through the package loses nothing.
 */
function sample() {
  const folder = join(CORPUS, "wcxb");
  const all = readdirSync(join(folder, "ground-truth")).sort().map((name) => ({ id: name.slice(0, -5), ...JSON.parse(readFileSync(join(folder, "ground-truth", name), "utf8")) }));
  const articles = all.filter((one) => (one._internal?.page_type?.primary ?? "article") === "article" && one.ground_truth.main_content);
  return Array.from({ length: SAMPLE }, (_, at) => articles[Math.floor((at * articles.length) / SAMPLE)]).map(({ id, url, ground_truth: gold }) => ({ id, url, gold, html: gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8") }));
}

test("the measure is the harmonic mean of precision and recall", () => {
  assert.equal(f1("a b b c", "a b d"), (2 * 2) / 7);
  assert.equal(f1("", ""), 1);
  assert.equal(f1("a", ""), 0);
  assert.equal(f1("a", "b"), 0);
});

const HAS_CORPUS = existsSync(join(CORPUS, "wcxb"));
test(`on ${SAMPLE} articles of the corpus F1 is no worse, and no field is missing that is there with Readability.js`, { skip: !HAS_CORPUS && "LEDE_CORPUS names no corpus" }, () => {
  const pages = sample();
  assert.equal(pages.length, SAMPLE);
  const sum = { ours: 0, theirs: 0 };
  /** How often each field has a value. */
  const given = new Map(FIELDS.map((field) => [field, { ours: 0, theirs: 0 }]));
  for (const { url, gold, html: source } of pages) {
    // Readability.js changes its document, so ours goes first.
    const document = documentOf(source, url);
    const ours = new Readability(document).parse();
    const theirs = /** @type {any} */ (new mozilla.Readability(document).parse());
    sum.ours += f1(textOf(ours?.content ?? ""), gold.main_content);
    sum.theirs += f1(textOf(theirs?.content ?? ""), gold.main_content);
    for (const [field, count] of given) {
      if (ours?.[field]) count.ours += 1;
      if (theirs?.[field]) count.theirs += 1;
    }
    document.defaultView?.close();
  }
  const [ours, theirs] = [sum.ours / SAMPLE, sum.theirs / SAMPLE];
  console.log(`F1 on ${SAMPLE} articles: Lede ${ours.toFixed(3)}, Readability.js ${theirs.toFixed(3)}`);
  console.log(`fields given: ${[...given].map(([field, count]) => `${field} ${count.ours}/${count.theirs}`).join(", ")}`);
  assert.ok(ours >= theirs, `Lede ${ours}, Readability.js ${theirs}`);
  // The text's own fields are always there; of the others, about as often as there.
  for (const field of ["title", "content", "textContent", "length", "excerpt"]) assert.equal(given.get(field)?.ours, SAMPLE, field);
  for (const [field, count] of given) assert.ok(count.ours >= count.theirs * 0.9, `${field}: ${count.ours} of ours, ${count.theirs} of theirs`);
});
