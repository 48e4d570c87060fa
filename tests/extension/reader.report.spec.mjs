// The copy of a page for a report: no word of the page is in it, and Lede reads it as it reads the page.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { axe, loadAxe, openDist, PAGES as SHARED, press, read, TAGS } from "./a11y.mjs";
import { inBoth, isOn, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const P = "Marguerite Oduya mended the sluice at Kelderby on Tuesday, and 1,482 people came to see the water rise past the old stone.";
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sluice mended at Kelderby</title><meta name="author" content="Marguerite Oduya">
  <meta property="og:type" content="article"><meta name="csrf" content="SecretToken"><script>const hiddenSecret = 1;</script><style>.gone { display: none }</style></head><body>
  <nav class="site-nav"><a href="/user/marguerite?token=SecretToken">Marguerite</a></nav>
  <article class="story by-marguerite" id="post-48213" data-user="SecretUser"><h1>Sluice mended at Kelderby</h1><p class="byline">By Marguerite Oduya</p>
  <figure><img src="/picture.svg" width="640" height="360" alt="The sluice at Kelderby"></figure>${`<p>${P}</p>`.repeat(6)}<p class="gone">Concealed sentence nobody sees</p>
  <p class="share"><a href="#">Email this chronicle</a><a href="#">Post it</a><a href="#">Copy link</a></p>
  <form><input value="SecretValue" name="mail"><textarea>Private draft</textarea></form><p>Привет из Кельдерби, 東京の水門.</p></article>
  <aside class="related"><h2>Related</h2><ul><li><a href="https://other.example/x">Another story elsewhere altogether</a></li></ul></aside></body></html>`;

/** Pages of ours, without those that are about bytes and not about structure. */
const OWN = fileURLToPath(new URL("../pages", import.meta.url));
/** So many of a hundred of our own pages must give the same text from their copies, by nine words of ten. */
const MOST_ALIKE = 80;

inBoth(
  { ...SHARED, "/report.html": PAGE },
  ({ name, browser, url }) => {
    test(`${name}: from the reader's menu comes a copy that holds no word of the page, and shows before it is saved`, async () => {
      const copy = await copyOf(browser(), url("/report.html"));
      const said = await saidIn(browser());
      const words = new Set(wordsIn(PAGE.replace(/<(style|script)[^]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ")));
      assert.ok(words.size > 20);
      assert.deepEqual(wordsIn(said.text).filter((word) => words.has(word)), []);
      for (const secret of ["Secret", "Marguerite", "marguerite", "Oduya", "Kelderby", "48213", "127.0.0.1", "localhost", "hiddenSecret", "other.example", "Private", "Кельдерби", "東京"]) {
        assert.ok(!copy.includes(secret), `the copy holds ${secret}`);
      }
      assert.ok(said.addresses.length >= 3);
      assert.deepEqual(said.addresses.filter((address) => !/^#$|^https:\/\/(elsewhere\.)?example\.test\//.test(address)), []);
      assert.deepEqual(said.names, ["site-nav", "story", "post-00000", "byline", "gone", "share", "related"], "names stay, without those that say who and without numbers");
      assert.equal(said.hidden, 1, "what the page hides is hidden");
      assert.deepEqual([said.scripts, said.paragraphs], [0, 10], "structure stays, scripts go");
      assert.ok(/\p{Script=Cyrillic}{6}/u.test(said.text) && /\p{Script=Han}{2}/u.test(said.text), "scripts stay what they are");
      assert.equal(said.saved, copy, "what is saved is what is shown");
      const made = JSON.parse(/<!--\n([^]*?)\n-->/.exec(copy)?.[1] ?? "");
      assert.equal(made.must_keep.length, (await browser().evaluate(() => document.querySelectorAll("#made li:not(.out)").length)));
      assert.ok(made.must_keep.length >= 7 && made.notes.pageType === "article", JSON.stringify(made.notes));
    });

    test(`${name}: names of parts go where that is wanted`, async () => {
      await browser().evaluate(() => /** @type {HTMLElement} */ (document.getElementById("names")).click());
      const copy = await until(() => browser().evaluate(() => document.getElementById("copy")?.textContent ?? ""), (text) => !text.includes("class="), "names are gone");
      assert.ok(copy.includes("<article>") && !/ (class|id)=/.test(copy));
    });

    test(`${name}: axe finds nothing on it, and it fits a narrow window`, async () => {
      await loadAxe(browser());
      for (const dark of [false, true]) {
        await browser().setDark(dark);
        const { faults, passed } = await axe(browser(), { values: TAGS, type: "tag" }, "body");
        assert.deepEqual(faults, []);
        assert.ok(passed.length > 5);
      }
      await browser().setDark(false);
      await browser().resize(360, 740);
      assert.ok(await browser().evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await browser().resize(1280, 800);
    });

    test(`${name}: the reader goes on as if nothing had been asked of it`, async () => {
      await browser().useTab("/report.html");
      assert.equal(await isOn(browser()), true);
      await browser().key("o");
      await until(() => browser().inReader((root) => root.querySelector(".left-out") !== null), Boolean, "what was left out shows");
    });

    if (name === "chromium") {
      test("chromium: Lede reads the copies of our own pages as it reads the pages", { timeout: 300_000 }, async (context) => {
        await browser().newTab();
        await browser().open(await browser().ownAddress("report/report.html"));
        const names = readdirSync(OWN).filter((file) => file.endsWith(".html") && !file.startsWith("encoding-"));
        const { alike, leaks } = await browser().evaluate(compare, names.map((file) => readFileSync(`${OWN}/${file}`, "utf8")));
        assert.deepEqual(leaks, [], "no word of any page is in its copy");
        const rows = names.map((file, at) => ({ file, f1: alike[at] ?? -1 })).filter(({ f1 }) => f1 >= 0);
        const share = (100 * rows.filter(({ f1 }) => f1 >= 0.9).length) / rows.length;
        const mean = rows.reduce((sum, { f1 }) => sum + f1, 0) / rows.length;
        context.diagnostic(`${rows.length} pages with a text; ${share.toFixed(1)} of 100 alike by nine words of ten, mean ${mean.toFixed(3)}`);
        context.diagnostic(rows.filter(({ f1 }) => f1 < 0.9).map(({ file, f1 }) => `${file} ${f1.toFixed(2)}`).join(", "));
        assert.ok(rows.length > 250 && share >= MOST_ALIKE, `${share.toFixed(1)} of 100`);
      });
    }
  },
  { distOf: openDist },
);

/** Opens the copy of a page by the reader's menu. @param {Browser} browser @param {string} url @returns {Promise<string>} */
async function copyOf(browser, url) {
  await read(browser, url);
  await press(browser, ".more");
  await until(() => browser.inReader((root) => root.querySelector(".entry.report")?.checkVisibility()), Boolean, "the menu is open");
  await press(browser, ".entry.report");
  await browser.useTab("report/report.html#tab=");
  // The tab begins as an empty page, which goes while it is asked.
  return until(() => browser.evaluate(() => document.getElementById("copy")?.textContent ?? "").catch(() => ""), (text) => text !== "", "the copy shows", 30);
}

/** What the copy says to a reader, and what would be saved. @param {Browser} browser */
function saidIn(browser) {
  return browser.evaluate(async () => {
    const copy = new DOMParser().parseFromString(document.getElementById("copy")?.textContent ?? "", "text/html");
    const all = [...copy.querySelectorAll("*")];
    const values = (/** @type {string[]} */ ...names) => all.flatMap((element) => names.flatMap((name) => element.getAttribute(name) ?? []));
    const save = /** @type {HTMLAnchorElement} */ (document.getElementById("save"));
    return {
      text: [copy.documentElement.textContent, ...values("alt", "title", "aria-label"), ...[...copy.querySelectorAll("meta:not([property='og:type'])")].map((it) => it.getAttribute("content") ?? "")].join(" "),
      addresses: values("href", "src"),
      names: values("class", "id"),
      hidden: copy.querySelectorAll("[hidden]").length,
      scripts: copy.querySelectorAll("script, style").length,
      paragraphs: copy.querySelectorAll("p").length,
      saved: await (await fetch(save.href)).text(),
    };
  });
}

/** Words of two letters and more. @param {string} text */
function wordsIn(text) {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]{2,}/gu)].map(String);
}

/**
 * Of each page, how alike its text and its copy's are once the same words are replaced; -1 where it has none. And words of
 * pages that their copies hold: of three letters and more, since there are not so many shorter ones.
 *
 * @param {string[]} pages
 */
async function compare(pages) {
  const own = (/** @type {string} */ path) => /** @type {Promise<any>} */ (import(chrome.runtime.getURL(path)));
  for (const file of ["dom", "layout", "writer", "snapshot"]) {
    await new Promise((resolve) => {
      const script = Object.assign(document.createElement("script"), { src: `/content/${file}.js`, onload: resolve });
      document.head.append(script);
    });
  }
  const [{ extract }, { copyOf: copied }, { piecesOf }] = await Promise.all([own("background/engine.js"), own("report/copy.js"), own("report/made.js")]);
  const taken = (/** @type {string} */ html, /** @type {string} */ url) => globalThis.lede.take(new DOMParser().parseFromString(html, "text/html"), { url, layout: false }).snapshot;
  const textOf = async (/** @type {any} */ snapshot) => {
    const { article } = await extract(snapshot, { now: Date.now(), content: false, layout: false });
    return piecesOf(article.body).map((/** @type {{ text: string }} */ { text }) => text).join("\n");
  };
  const bag = (/** @type {string} */ text) => {
    /** @type {Map<string, number>} */ const counts = new Map();
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const size = (/** @type {Map<string, number>} */ counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const spoken = (/** @type {string} */ html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const silent of page.querySelectorAll("script, style, template, noscript, iframe")) silent.remove();
    const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    /** @type {Set<string>} */ const words = new Set();
    while (walker.nextNode()) for (const [word] of (walker.currentNode.nodeValue ?? "").toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]{3,}/gu)) words.add(word);
    return words;
  };
  /** @type {number[]} */ const alike = [];
  /** @type {string[]} */ const leaks = [];
  for (const html of pages) {
    const snapshot = taken(html, "https://paper.example/story.html");
    const { word, html: copy } = copied(snapshot, [], { hasNames: true });
    const [a, b] = [bag(word(await textOf(snapshot))), bag(await textOf(taken(copy, "https://example.test/")))];
    const both = [...a].reduce((sum, [key, count]) => sum + Math.min(count, b.get(key) ?? 0), 0);
    const mine = spoken(html);
    leaks.push(...[...spoken(copy)].filter((word) => mine.has(word)));
    alike.push(size(a) === 0 ? -1 : (2 * both) / (size(a) + size(b)));
  }
  return { alike, leaks };
}
