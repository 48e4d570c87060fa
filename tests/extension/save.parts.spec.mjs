// The parts of saving that need no browser: which pictures there are, what is fetched of them, what they are, and addresses
// that open another program.

import assert from "node:assert/strict";
import { test } from "node:test";

import { kindOf } from "../../extension/save/kinds.js";
import { filledLink, isLink, obsidianLink } from "../../extension/save/links.js";
import { addressesOf, gather, LIMITS } from "../../extension/save/pictures.js";
import { PNG, SVG } from "./save.mjs";

const of = (/** @type {string} */ text) => new TextEncoder().encode(text);
const bytes = (/** @type {number} */ size) => ({ bytes: new Uint8Array(size) });

test("every picture of an article is found once, wherever it stands, and nothing else", () => {
  const image = (/** @type {string} */ src) => ({ src, alt: "" });
  const body = [
    { figure: { images: [image("https://a.example/1.png"), image("https://a.example/2.png")] } },
    { paragraph: [{ link: { href: "https://a.example/no", content: [{ image: image("https://a.example/3.png") }] } }] },
    { list: { items: [[{ paragraph: [{ image: image("https://a.example/1.png") }] }]] } },
    { embed: { href: "https://a.example/film", title: "", poster: "https://a.example/4.png" } },
    { figure: { images: [image("data:image/png;base64,AA")] } },
  ];
  const found = addressesOf({ image: { url: "https://a.example/0.png" }, body });
  assert.deepEqual(found, [0, 1, 2, 3, 4].map((n) => `https://a.example/${n}.png`));
});

test("a picture that fails leaves the others, in the article's order", async () => {
  const { found, missing } = await gather(["slow", "bad", "good"], async (url) => {
    if (url === "bad") throw new Error("no");
    if (url === "slow") await new Promise((resolve) => setTimeout(resolve, 30));
    return bytes(3);
  });
  assert.deepEqual(found.map(({ url }) => url), ["slow", "good"]);
  assert.deepEqual(missing, [{ url: "bad", why: "Network" }]);
});

test("there is an end to how many, how large and how long", async () => {
  const limits = { ...LIMITS, count: 4, bytes: 10, all: 12, ms: 50, allMs: 2000, abreast: 1 };
  const { found, missing } = await gather(["a", "never", "b", "c", "d"], async (url, { bytes: most }) => {
    if (url === "never") await new Promise(() => {});
    return url === "a" ? bytes(10) : url === "b" ? (assert.equal(most, 2), bytes(2)) : bytes(1);
  }, limits);
  assert.deepEqual(found.map(({ url }) => url), ["a", "b"]);
  assert.deepEqual(missing, [{ url: "never", why: "Time" }, { url: "c", why: "Large" }, { url: "d", why: "Many" }]);
});

test("no more are fetched at once than may be", async () => {
  let [now, most] = [0, 0];
  await gather(Array.from({ length: 20 }, (_, n) => `${n}`), async () => {
    most = Math.max(most, (now += 1));
    await new Promise((resolve) => setTimeout(resolve, 2));
    now -= 1;
    return bytes(1);
  });
  assert.equal(most, LIMITS.abreast);
});

test("a picture is what its bytes say", () => {
  assert.equal(kindOf(PNG)?.mime, "image/png");
  assert.equal(kindOf(of("GIF89a......"))?.mime, "image/gif");
  assert.equal(kindOf(of("RIFF....WEBPVP8 "))?.mime, "image/webp");
  assert.equal(kindOf(of(SVG))?.mime, "image/svg+xml");
  assert.equal(kindOf(of(`<?xml version="1.0"?>\n<!-- a -->\n${SVG}`))?.mime, "image/svg+xml");
  for (const none of ["<!doctype html><svg></svg>", "GIF89a", "plain text, and more of it", ""]) assert.equal(kindOf(of(none)), undefined, none);
});

test("an address that opens a program is filled, and is never one of the browser's own", () => {
  const article = { url: "https://a.example/?b=1&c", canonicalUrl: null, title: 'A & "B" {url}', byline: null };
  const given = { article, text: "one two", markdown: "# one" };
  assert.equal(filledLink("app://x?u={url}&t={title}&b={author}&n={none}&m={markdown}", given), "app://x?u=https%3A%2F%2Fa.example%2F%3Fb%3D1%26c&t=A%20%26%20%22B%22%20%7Burl%7D&b=&n={none}&m=%23%20one");
  for (const own of ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "chrome://settings", "", "no address", "moz-extension://x/"]) assert.equal(isLink(own), false, own);
  for (const other of ["https://a.example/?{url}", "obsidian://new?x", "my-app:add?{title}"]) assert.equal(isLink(other), true, other);
});

test("a note for Obsidian is on the clipboard, or in the address as far as that goes", () => {
  assert.equal(obsidianLink("Bay/A & B", null), "obsidian://new?file=Bay%2FA%20%26%20B&clipboard");
  assert.equal(obsidianLink("A", "x y"), "obsidian://new?file=A&content=x%20y");
  const long = obsidianLink("A", `${"a".repeat(19_999)}🚢${"b".repeat(9)}`);
  assert.ok(long.length < 21_000 && isLink(long));
});
