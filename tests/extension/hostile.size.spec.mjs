// Pages that are too much: whatever their size, a press is answered in good time, and page and browser live on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inBoth, isOn, left, readerState, readerText, until } from "./browser.mjs";

/** What is meant to hold is two seconds; what fails is only what is out of all proportion, on any machine. */
const LONGEST_S = 20;
const MEGABYTE = 1 << 20;

const SENTENCE = "The old lighthouse was sold on Tuesday for the price of its iron, which was more than anybody had paid for the light. ";
const HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>The lighthouse</title>";
const STORY = `<h1>The lighthouse that was sold by weight</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>`;
/** A page that a script makes once it is there. @param {string} script */
const made = (script) => `${HEAD}<body><article id=a>${STORY}</article><script>const a = document.getElementById("a"); ${script}</script>`;
const filled = (/** @type {string} */ part, /** @type {number} */ bytes) => part.repeat(Math.ceil(bytes / part.length));

/** @type {Record<string, string>} */
const OWN = {
  "/ten-megabytes.html": `${HEAD}<article>${STORY}${filled(`<p>${SENTENCE.repeat(4)}</p>\n`, 10 * MEGABYTE)}</article>`,
  // Not drawn, since browsers take longer over that than Lede does.
  "/half-a-million.html": made(`const d = document.createElement("div"); d.hidden = true; d.innerHTML = "<b>x</b>".repeat(500000); a.append(d);`),
  "/drawn.html": made(`const d = document.createElement("div"); d.innerHTML = "<b>x</b> ".repeat(70000); a.append(d);`),
  "/one-line.html": `${HEAD}<article>${STORY}<p>${filled("word ", 10 * MEGABYTE)}</p></article>`,
  "/one-word.html": `${HEAD}<article>${STORY}<p>${"x".repeat(10 * MEGABYTE)}</p></article>`,
  // Not of blocks: Chromium's own layout does not outlive four thousand of them, with Lede or without.
  "/five-thousand-deep.html": made(`let at = a; for (let i = 0; i < 5000; i += 1) { const d = document.createElement("span"); at.append(d); at = d; } at.textContent = "deep"`),
  "/giant-table.html": made(`const t = document.createElement("table"); t.innerHTML = ("<tr>" + "<td>7".repeat(50)).repeat(400); a.append(t);`),
  "/wall-of-nothing.html": made(`const p = document.createElement("p"); p.textContent = "\\u200B\\u200D\\u2060".repeat(${MEGABYTE}); a.append(p);`),
  "/data-address.html": made(`const i = new Image(600, 400); i.setAttribute("data-src", "data:image/png;base64," + "A".repeat(200 * ${MEGABYTE})); a.append(i);`),
  "/many-attributes.html": made(`for (let i = 0; i < 2000; i += 1) { const p = document.createElement("p"); p.textContent = "A word."; for (let j = 0; j < 100; j += 1) p.setAttribute("data-" + j, "v".repeat(100)); a.append(p); }`),
  "/linked-data.html": made(`const s = document.createElement("script"); s.type = "application/ld+json"; s.textContent = '{"@type":"NewsArticle","author":' + JSON.stringify(Array.from({ length: 100000 }, (_, i) => ({ name: "N" + i }))) + "}"; a.append(s);`),
  "/mutating.html": made(`setInterval(() => { const p = document.createElement("p"); p.textContent = "${SENTENCE}"; a.append(p); if (a.children.length > 50) a.children[5].remove(); }, 1);`),
  "/endless.html": made(`new IntersectionObserver(() => { const d = document.createElement("div"); d.innerHTML = "<p>${SENTENCE}</p>".repeat(50); a.append(d); a.append(document.getElementById("end")); }).observe(Object.assign(a.appendChild(document.createElement("div")), { id: "end", textContent: "more" }));`),
};

inBoth(OWN, ({ name, browser, url }) => {
  for (const path of Object.keys(OWN)) {
    test(`${name}: ${path} is answered, and left`, async () => {
      await browser().open(url(path));
      const began = Date.now();
      await browser().press();
      const answer = async () => ((await isOn(browser())) ? "on" : (await browser().toolbar()).badge);
      const said = await until(answer, (it) => it !== "", "an answer", LONGEST_S);
      console.log(`${name}: ${path}: ${said} after ${Date.now() - began} ms`);
      assert.equal(said, "on");
      assert.match(await readerText(browser()), /The old lighthouse was sold on Tuesday/);
      console.log(`${name}: ${path}: note "${(await readerState(browser()))?.note}"`);
      await browser().press();
      await left(browser());
      assert.equal(await browser().evaluate(() => document.querySelector("h1")?.textContent), "The lighthouse that was sold by weight");
    });
  }
});
