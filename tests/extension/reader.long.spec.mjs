// Articles that are too long to be drawn at once: their beginning shows, the rest comes in slices, and in the end all is
// there as it would be otherwise.

import assert from "node:assert/strict";
import { test } from "node:test";

import { sliced } from "../../extension/background/slices.js";
import { enter, inBoth, until } from "./browser.mjs";

const text = (/** @type {string} */ text) => ({ text });
const many = (/** @type {number} */ count, /** @type {(at: number) => unknown} */ make) => Array.from({ length: count }, (_, at) => make(at));
const words = (/** @type {number} */ count) => many(count, (at) => `word${at}`).join(" ");

/** Blocks by what is too much in them. @type {Record<string, any>} */
const LONG = {
  paragraphs: many(20_000, (at) => ({ paragraph: [text(`The ${at}th of them.`)] })),
  line: [{ paragraph: [text(words(500_000))] }],
  word: [{ paragraph: [text("😀".repeat(1_000_000))] }],
  inlines: [{ paragraph: many(30_000, (at) => ({ strong: [text(`${at} `)] })) }],
  list: [{ list: { items: many(10_000, (at) => [{ paragraph: [text(`Item ${at}`)] }]) } }],
  table: [{ table: { caption: [text("A table")], rows: many(3000, (at) => many(5, (side) => ({ header: at === 0, content: [{ paragraph: [text(`${at}, ${side}`)] }] }))) } }],
  code: [{ code: { language: "c", text: many(300_000, (at) => `line ${at};`).join("\n") } }],
  quote: [{ quote: many(10_000, (at) => ({ paragraph: [text(`Said ${at}`)] })) }],
  definitions: [{ definitions: many(5000, (at) => ({ terms: [[text(`Term ${at}`)]], meaning: [{ paragraph: [text("A meaning.")] }] })) }],
};

/** All texts in order. @param {any} value @returns {string} */
const textOf = (value) => {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(textOf).join("") : "";
};

for (const [name, body] of Object.entries(LONG)) {
  test(`${name}: slices hold all that there is, and begin small`, () => {
    const { first, rest } = sliced([{ heading: { level: 2, content: [text("Before")] } }, ...body, { paragraph: [text("After")] }]);
    assert.ok(rest.length > 0);
    assert.ok(JSON.stringify(first).length < JSON.stringify(body).length / 3);
    const whole = [first, ...rest.map(({ blocks }) => blocks)].map((blocks) => blocks.map((/** @type {any} */ block) => textOf({ ...block, ...(block.code && { code: block.code.text }) })).join("")).join("");
    const { language, ...code } = body[0].code ?? {};
    assert.ok(whole === `Before${language === undefined ? textOf(body) : textOf(code)}After`, "another text");
    // No sign is torn.
    assert.ok(whole.isWellFormed() && [first, rest].every((part) => JSON.stringify(part).search(/\\ud[89a-f]/) < 0));
  });
}

test("an article of a usual length is drawn at once", () => {
  const body = many(300, (at) => ({ paragraph: [text(`${at} ${words(80)}`)] }));
  assert.deepEqual(sliced(body), { first: body, rest: [] });
});

const SENTENCE = "The old lighthouse was sold on Tuesday for the price of its iron, which was more than anybody had paid for the light. ";
const STORY = `<h1>The lighthouse that was sold by weight</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>`;
const page = (/** @type {string} */ inside) => `<!doctype html><html lang=en><meta charset=utf-8><title>The lighthouse</title><article>${STORY}${inside}</article>`;
const PAGES = {
  "/paragraphs.html": page(many(6000, (at) => `<p>Paragraph ${at} says that ${SENTENCE}</p>`).join("")),
  "/table.html": page(`<table><tr>${"<th>A head".repeat(6)}${many(2500, (at) => `<tr>${many(6, (side) => `<td>Cell ${at} and ${side}`).join("")}`).join("")}</table>`),
  "/line.html": page(`<p>${many(12_000, (at) => `${at} <b>times</b> they said so, and `).join("")}</p>`),
};

inBoth(PAGES, ({ name, browser, url }) => {
  /** What is in the reader's article. */
  const shown = () =>
    browser().inReader((root) => {
      const story = /** @type {HTMLElement} */ (root.querySelector("article"));
      const { children, textContent } = story;
      const kinds = ["p", "table", "tr", "thead tr", "b, strong"].map((kind) => story.querySelectorAll(kind).length);
      return { kinds, blocks: children.length, text: textContent ?? "", hasTools: root.querySelector(".bar")?.childElementCount !== 1 };
    });
  /** The same, once the tools have come: they come last. */
  const whole = async () => {
    const seen = await until(shown, (it) => it?.hasTools, "the tools have come", 60);
    assert.ok(seen);
    return seen;
  };

  test(`${name}: paragraphs that come later stand in their order`, async () => {
    await browser().open(url("/paragraphs.html"));
    await enter(browser());
    const { text } = await whole();
    const numbers = [...text.matchAll(/Paragraph (\d+) says/g)].map(([, number]) => Number(number));
    // The engine may take the last for a closing line.
    assert.ok(numbers.length > 5900 && numbers.every((number, at) => number === at), `${numbers.length} numbers`);
  });

  test(`${name}: a long table is one table`, async () => {
    await browser().open(url("/table.html"));
    await enter(browser());
    const { kinds: [, tables, rows, heads], text } = await whole();
    assert.deepEqual([tables, rows, heads], [1, 2501, 1]);
    const numbers = [...text.matchAll(/Cell (\d+) and 0/g)].map(([, number]) => Number(number));
    assert.ok(numbers.length === 2500 && numbers.every((number, at) => number === at), `${numbers.length} numbers`);
  });

  test(`${name}: a long line is one paragraph, and is left at once`, async () => {
    await browser().open(url("/line.html"));
    await enter(browser());
    const { kinds: [, , , , bold], text } = await whole();
    assert.equal(bold, 12_000);
    assert.ok(text.includes("11999 times they said so"));
    await browser().press();
    await until(() => browser().evaluate(() => document.querySelector("lede-reader")), (it) => it === null, "left");
  });
});
