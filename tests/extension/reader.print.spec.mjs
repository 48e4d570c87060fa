// The reader on paper: the article and no sheet more, whatever the page does on paper itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";

import { clickIn, enter, inBoth, left, until } from "./browser.mjs";

const SENTENCE = "The keeper of the light has kept it for as long as anyone can say, and nobody has counted the nights that he sat there alone. ";
const HEAD = `<meta charset="utf-8"><title>The keeper of the light</title><meta name="author" content="Ann Writer">`;
const page = (/** @type {string} */ body, style = "") => `<!doctype html><html lang="en"><head>${HEAD}<style>${style}</style></head><body>${body}</body></html>`;
const screens = `<nav><ul>${'<li><a href="/else">Else</a></li>'.repeat(900)}</ul></nav>`;
const LINKS = `<p>${SENTENCE}<a href="https://example.org/light">The light</a> and <a href="https://example.org/sea">the sea</a>, and <a href="https://example.org/light">the light again</a>. ${SENTENCE}</p>`;

const PAGES = {
  "/short.html": page(`<article><h1>The keeper of the light</h1>${`<p>${SENTENCE.repeat(2)}</p>`.repeat(4)}</article>${screens}`),
  "/long.html": page(`<article><h1>The keeper of the light</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(40)}</article>${screens}`, "body { columns: 2 } @media print { body { height: 300px; overflow: hidden } }"),
  "/hostile.html": page(`<article><h1>The keeper of the light</h1>${`<p>${SENTENCE.repeat(2)}</p>`.repeat(4)}</article>${screens}`, "@page { size: 9cm 6cm; margin: 0; @top-center { content: 'BUY' } } * { break-after: page }"),
  "/links.html": page(`<article><h1>The keeper of the light</h1>${LINKS}<p>${SENTENCE.repeat(3)}</p><details><summary>More</summary><p>${SENTENCE}</p></details><p>${SENTENCE.repeat(3)}</p></article>`),
};

inBoth(PAGES, ({ name, browser, url }) => {
  const read = async (/** @type {string} */ path) => {
    await browser().open(url(path));
    await enter(browser());
    await until(() => browser().inReader((root) => root.querySelector(".more") !== null), (there) => there, "the tools are there");
  };

  test(`${name}: a short article on a long page is one sheet, and afterwards the page prints as before`, async () => {
    await browser().open(url("/short.html"));
    const before = sheets(await browser().print());
    assert.ok(before.count > 5);
    await enter(browser());
    assert.equal(sheets(await browser().print()).count, 1);
    await browser().key("Escape");
    await left(browser());
    assert.deepEqual(sheets(await browser().print()), before);
  });

  test(`${name}: a long article goes on over its sheets`, async () => {
    await read("/long.html");
    const { count } = sheets(await browser().print());
    assert.ok(count >= 3 && count <= 7, `${count} sheets`);
  });

  test(`${name}: what the page says of its own sheets does not count`, async () => {
    await read("/hostile.html");
    const { count, widths } = sheets(await browser().print());
    // Firefox takes the size of all sheets from the first rule that it finds.
    if (name === "chromium") assert.deepEqual([count, widths], [1, [612]]);
  });

  test(`${name}: with panel, shades and voice marks on it is still one sheet`, async () => {
    await read("/short.html");
    await browser().key("f");
    await clickIn(browser(), ".tool.more");
    await until(() => browser().inReader((root) => root.querySelectorAll(".shade").length), (count) => count === 2, "the shades");
    assert.equal(sheets(await browser().print()).count, 1);
    for (let times = 0; times < 3; times += 1) await browser().key("f");
  });

  test(`${name}: links become notes, and what is folded opens, for as long as is printed`, async () => {
    await read("/links.html");
    await browser().inReader((root) => root.querySelector("details")?.removeAttribute("open"));
    const html = () => browser().inReader((root) => root.querySelector("article")?.outerHTML);
    const was = await html();
    await clickIn(browser(), ".tool.more");
    await clickIn(browser(), ".more-panel .check input");
    const tell = (/** @type {string} */ type) => browser().evaluate((what) => void dispatchEvent(new Event(what)), type);
    await tell("beforeprint");
    const onPaper = await browser().inReader((root) => ({
      notes: [...root.querySelectorAll(".ref")].map((it) => it.textContent),
      list: [...root.querySelectorAll(".refs li")].map((it) => it.textContent),
      isOpen: root.querySelector("details")?.open ?? false,
    }));
    assert.deepEqual(onPaper, { notes: ["[1]", "[2]", "[1]"], list: ["https://example.org/light", "https://example.org/sea"], isOpen: true });
    await tell("afterprint");
    assert.equal(await html(), was);
    await browser().print();
    assert.equal(await html(), was);
    await clickIn(browser(), ".more-panel .check input");
  });

  test(`${name}: the key prints`, async () => {
    await read("/short.html");
    await browser().inContent(() => void (/** @type {any} */ (globalThis).print = () => void (/** @type {any} */ (globalThis).isPrinted = true)));
    await browser().key("p");
    await until(() => browser().inContent(() => /** @type {any} */ (globalThis).isPrinted ?? false), (done) => done, "it is printed");
  });
});

/** How many sheets a PDF has, and how wide they are. @param {Buffer} pdf */
function sheets(pdf) {
  const text = pdf.toString("latin1");
  // Some of what a PDF is made of stands packed within it.
  const packed = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => unpacked(pdf.subarray(index + length)));
  const all = [text, ...packed].join("\n");
  const widths = [...all.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+)/g)].map((match) => Math.round(Number(match[1])));
  return { count: all.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, widths: [...new Set(widths)] };
}

/** @param {Buffer} data */
function unpacked(data) {
  try {
    return inflateSync(data).toString("latin1");
  } catch {
    return "";
  }
}
