// What the reader shows, pressed as a user presses it: pages of every sort, friendly and hostile.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { clickIn, enter, inBoth, isOn, left, readerState, readerText, snapshotOf, until } from "./browser.mjs";
import { PAGES } from "./server.mjs";

const STORY = `
  <h1>The bell that rang by itself</h1>
  <p class="byline">By <a rel="author" href="/mo">Mo Tarn</a></p> <time datetime="2026-03-02T08:30:00+01:00">2 March 2026</time>
  <p>Nobody in Upper Kessel can say who rang the bell on Sunday night, and by now nobody wants to ask. It rang eleven
  times, a little after four, and was heard as far as the mill.</p>
  <p>The sexton, who keeps the only key, was at his sister's in the valley, and there are nine people who had supper with
  him there. The rope was found hanging as he had left it on Saturday, tied up with a red ribbon.</p>
  <p>A clockmaker from the town has looked at the works and found them in order. He thinks of the wind, he says, but he
  would not swear to it, since it had been a quiet night and the louvres have been shut since the autumn.</p>`;
const page = (/** @type {string} */ body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bell that rang by itself</title>${head}</head><body>${body}</body></html>`;
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const OWN = {
  "/strict.html": { body: page(`<article>${STORY}</article>`), headers: { "content-security-policy": STRICT } },
  "/sandboxed.html": { body: page(`<article>${STORY}</article>`), headers: { "content-security-policy": "sandbox" } },
  "/closed.html": page(`<news-story></news-story><div id="plain"></div><div id="covered"><i>What stands here is not drawn, for the root beneath has no slot for it.</i></div><script>
    for (const [name, html] of [["news-story", document.querySelector("template").innerHTML], ["#plain", "<p>And a last word, from a plain element with a closed root of its own, which is long enough to count as text.</p>"], ["#covered", "<p>And the very last word, which covers what its element says to those who look at the source alone.</p>"]]) {
      document.querySelector(name).attachShadow({ mode: "closed" }).innerHTML = html;
    }</script>`).replace("<news-story>", `<template><article>${STORY}<slot></slot></article></template><news-story><p>In the slot stands this, and it belongs to the story as well, since the slot is in the middle of it.</p>`),
  "/framed.html": page(`<p>Outside</p><iframe src="/inner.html" width="800" height="600" title="Story"></iframe>`),
  "/inner.html": page(`<article>${STORY}</article>`),
  "/clobbered.html": page(`<img name="documentElement"><img name="body"><img name="createElement"><img name="head"><img name="title"><form name="querySelector">
    ${["attributes", "childNodes", "firstChild", "lastChild", "nodeName", "nodeType", "parentNode", "localName", "tagName", "getAttribute", "getAttributeNames", "shadowRoot", "previousSibling", "checkVisibility", "textContent"].map((name) => `<input name="${name}">`).join("")}
    <article>${STORY}</article></form>`),
  "/slow.html": { body: page(`<article>${STORY.replaceAll("Kessel", "Nettle")}</article>`), delay: 300 },
  "/modal.html": page(`<dialog id="consent"><p>We value cookies.</p><button>Fine</button></dialog><article>${STORY}</article><script>document.getElementById("consent").showModal();</script>`),
  "/wide.html": page(`<article>${STORY}<pre>${"x".repeat(400)}</pre><table>${`<tr>${"<td>Some words in a cell</td>".repeat(14)}</tr>`.repeat(3)}</table>
    <p>${"Donaudampfschifffahrtsgesellschaftskapitän".repeat(6)}</p><img src="/sample-news.png" width="1600" height="900" alt="A mill"></article>`),
  "/notes.html": page(`<article>${STORY}<p>It has rung before.<sup id="r1"><a href="#n1">1</a></sup></p>${"<p>Long before anyone now living was born, and once in a war, it is told that it did so for a whole night.</p>".repeat(30)}<ol><li id="n1">In the year of the flood, says the chronicle of the parish. <a href="#r1">↩</a></li></ol></article>`),
  "/quiet.html": page(`<article>${STORY}</article><script>window.first = Object.getOwnPropertyNames(window).sort().join();</script>`),
};

inBoth(OWN, ({ name, browser, url }) => {
  for (const slug of ["sample-news", "indonesian-news", "i18n-hebrew-blog-mixed-directions"]) {
    test(`${name}: ${slug} with its title, byline, date and text`, async () => {
      const expected = JSON.parse(readFileSync(join(PAGES, `${slug}.expected.json`), "utf8"));
      await browser().open(url(`/${slug}.html`));
      await enter(browser());
      const shown = await readerState(browser());
      assert.ok(shown !== undefined);
      if (expected.title) assert.equal(shown.title, expected.title);
      if (expected.byline) assert.equal(shown.byline, expected.byline);
      if (expected.publishedTime) assert.equal(shown.date, expected.publishedTime);
      if (expected.dir) assert.equal(shown.dir, expected.dir);
      if (expected.lang) assert.equal(shown.lang.split("-")[0], expected.lang.split("-")[0]);
      assert.equal(shown.isModal, true);
      const text = squeezed(await readerText(browser()));
      for (const words of expected.must_keep ?? []) assert.ok(text.includes(squeezed(words)), `kept: ${words}`);
    });
  }

  for (const path of ["/strict.html", "/sandboxed.html", "/framed.html", "/clobbered.html"]) {
    test(`${name}: ${path} is read and left`, async () => {
      await browser().open(url(path));
      await enter(browser());
      assert.match(await readerText(browser()), /Nobody in Upper Kessel can say[^]*shut since the autumn/);
      const paper = await browser().inReader((root) => getComputedStyle(/** @type {Element} */ (root.querySelector("dialog"))).backgroundColor);
      assert.equal(paper, "rgb(252, 251, 248)", "our style applies");
      await browser().key("Escape");
      await left(browser());
    });
  }

  test(`${name}: text in closed shadow roots and in slots`, async () => {
    await browser().open(url("/closed.html"));
    await enter(browser());
    assert.match(await readerText(browser()), /Nobody in Upper Kessel[^]*since the autumn[^]*In the slot stands this/);
    const { text } = await snapshotOf(browser());
    assert.match(text, /And a last word[^]*And the very last word/);
    assert.doesNotMatch(text, /What stands here is not drawn/);
  });

  test(`${name}: a page that changes while it is read`, async () => {
    await browser().open(url("/inner.html"));
    await enter(browser());
    await browser().evaluate(() => {
      document.body.replaceChildren("All is gone");
      document.title = "Another";
    });
    assert.match(await readerText(browser()), /Nobody in Upper Kessel/);
    await browser().key("Escape");
    await left(browser());
    assert.equal(await browser().evaluate(() => document.body.textContent), "All is gone");
  });

  test(`${name}: a double press leaves the reader on or off, never in between`, async () => {
    await browser().open(url("/inner.html"));
    for (let times = 0; times < 5; times += 1) {
      await Promise.all([browser().press(), browser().press()]);
      await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
      const seen = await browser().evaluate(() => [document.querySelectorAll("lede-reader").length, document.documentElement.hasAttribute("data-lede")]);
      assert.deepEqual(seen, (await isOn(browser())) ? [1, true] : [0, false]);
    }
    if (!(await isOn(browser()))) await enter(browser());
    await browser().press();
    await left(browser());
  });

  test(`${name}: a press while the next page loads shows nothing of the last one`, async () => {
    await browser().open(url("/inner.html"));
    await browser().evaluate(() => void setTimeout(() => location.assign("/slow.html")));
    await browser().press();
    // Between two pages there is none to ask.
    const at = () => browser().evaluate(() => document.readyState === "complete" && location.pathname).catch(() => "");
    await until(at, (path) => path === "/slow.html", "the next page");
    // The press may still come to something there: another would then leave it again.
    const isShown = await until(() => isOn(browser()), (on) => on, "the reader", 2).then(() => true, () => false);
    if (!isShown) await enter(browser());
    assert.match(await readerText(browser()), /Nobody in Upper Nettle/);
  });

  test(`${name}: a dialog of the page, open before or opened meanwhile, is not in the way`, async () => {
    await browser().open(url("/modal.html"));
    await enter(browser());
    assert.equal((await readerState(browser()))?.isModal, true);
    await browser().evaluate(() => {
      const late = document.createElement("dialog");
      late.append(document.createElement("input"));
      document.body.append(late);
      late.showModal();
    });
    const onTop = () => browser().evaluate(() => document.elementFromPoint(400, 400)?.localName);
    await until(onTop, (top) => top === "lede-reader", "the reader is on top");
    await browser().key("Escape");
    await left(browser());
    assert.equal(await browser().evaluate(() => document.querySelectorAll("dialog:modal").length), 2);
  });

  for (const [width, height] of [[1280, 900], [360, 740], [320, 600]]) {
    test(`${name}: nothing is wider than a window of ${width} px`, async () => {
      await browser().resize(Number(width), Number(height));
      await browser().open(url("/wide.html"));
      await enter(browser());
      const wide = await browser().inReader((root) => {
        const scroller = /** @type {Element} */ (root.querySelector(".scroller"));
        const inBox = (/** @type {Element} */ element) => element.closest(".wide") !== null;
        const out = [...root.querySelectorAll("article *")].filter((it) => !inBox(it) && it.getBoundingClientRect().right > innerWidth + 1);
        return [scroller.scrollWidth - scroller.clientWidth, out.map((it) => it.localName).join()];
      });
      assert.deepEqual(wide, [0, ""]);
      await browser().resize(1280, 813);
    });
  }

  test(`${name}: a link to a note is followed within the reader`, async () => {
    await browser().open(url("/notes.html"));
    const address = await browser().evaluate(() => location.href);
    await enter(browser());
    const scrolled = () => browser().inReader((root) => /** @type {Element} */ (root.querySelector(".scroller")).scrollTop);
    const link = 'article a[href="#lede-n1"]';
    await browser().inReader((root, selector) => root.querySelector(selector)?.scrollIntoView({ block: "center", behavior: "instant" }), link);
    const before = Number(await scrolled());
    await clickIn(browser(), link);
    // With the tools it opens in place, and leads on from there.
    await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    if (await browser().inReader((root) => root.querySelector(".footnote") !== null)) await clickIn(browser(), ".footnote > a");
    await until(scrolled, (top) => Number(top) > before + 300, "the note is scrolled to");
    assert.equal(await browser().evaluate(() => location.href), address);
  });

  test(`${name}: the page's own world holds nothing of Lede`, async () => {
    await browser().open(url("/quiet.html"));
    await enter(browser());
    const found = await browser().evaluate(() => ({
      globals: Object.getOwnPropertyNames(window).sort().filter((key) => !`${/** @type {any} */ (window).first},first`.split(",").includes(key)),
      expandos: [...document.querySelectorAll("*")].flatMap((it) => Object.getOwnPropertyNames(it)),
      root: /** @type {Element} */ (document.querySelector("lede-reader")).shadowRoot,
      styles: document.styleSheets.length + document.adoptedStyleSheets.length,
    }));
    assert.deepEqual(found, { globals: [], expandos: [], root: null, styles: 0 });
  });
});

/** @param {string} text */
function squeezed(text) {
  return text.replace(/\s+/g, " ").trim();
}
