// Saving as files, from the reader and without it: whole, with its pictures, whatever their servers answer.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

import { strFromU8, unzipSync } from "fflate";

import { inBoth, isOn, until } from "./browser.mjs";
import { choose, figure, folder, MODERN, openPanel, page, PNG, pressIn, prose, said, saved, SVG } from "./save.mjs";

const CORS = { "access-control-allow-origin": "*", "content-type": "image/png" };
/** A picture for the page, and without an end for whoever wants to keep it. @type {import("./server.mjs").Answer} */
const forever = (response, { headers }) => {
  response.writeHead(200, { "content-type": "image/png", "cache-control": "no-store" });
  response.write(PNG);
  const more = () => void (!response.destroyed && response.write(Buffer.alloc(1 << 20), more));
  if (headers["sec-fetch-dest"] === "image") response.end();
  else more();
};

/** @type {Record<string, any>} */
const PAGES = {
  "/a.png": { body: PNG },
  "/b.png": { body: PNG, headers: { "content-type": "text/html" } },
  "/drawn": { body: SVG, headers: { "content-type": "image/svg+xml" } },
  "/false.png": { body: "<!doctype html><script>alert(1)</script> no picture at all", headers: { "content-type": "image/png" } },
  "/endless.png": forever,
  "/gone.png": { body: "", status: 404 },
  "/moved.png": { body: "", status: 302, headers: { location: "/a.png" } },
  "/circle.png": { body: "", status: 302, headers: { location: "/circle.png" } },
  "/open.png": { body: PNG, headers: CORS },
  "/story.html": page(`${prose()}${figure("/a.png")}${prose()}${figure("/b.png", "A boat")}${prose()}${figure("/drawn", "A chart")}${prose()}`),
  ...Object.fromEntries(Object.entries(MODERN).map(([path, body]) => [path, { body, headers: { "content-type": `image/${path.split(".")[1]}` } }])),
  "/modern.html": page(`${Object.keys(MODERN).map((src) => `${prose()}${figure(src, src)}`).join("")}${prose()}`, "Pictures of today"),
  "/strict.html": { body: page(`${prose()}${figure("/a.png")}${prose()}`, "Under a strict policy"), headers: { "content-security-policy": "default-src 'none'; img-src 'self'; sandbox" } },
  "/hostile.html": page(["/a.png", "/false.png", "/endless.png", "/gone.png", "/moved.png", "/circle.png"].map((src) => `${prose()}${figure(src, src)}`).join(""), "Hostile pictures"),
  "/names.html": page(prose(5), `CON: "a/b\\c" <d> | e? * .. ${"long ".repeat(80)}🚢.`),
};

inBoth(PAGES, ({ name, browser, url }) => {
  const path = folder();
  before(() => browser().downloadTo(path));
  /** @param {string} format */
  const save = async (format) => {
    await choose(browser(), "saveFormat", format);
    const file = await saved(path, () => pressIn(browser(), "Save as a file"));
    return { ...file, text: file.bytes.toString("utf8") };
  };

  test(`${name}: as HTML it is one file with its pictures, which asks nobody and runs nothing`, async () => {
    await openPanel(browser(), url("/story.html"));
    const { name: called, text } = await save("html");
    assert.match(called, /^2026-03-04 .*The ferry across the bay.*\.html$/);
    assert.equal(text.match(/src="data:image\/png;base64,/g)?.length, 3);
    assert.match(text, /default-src 'none'/);
    assert.match(text, /<meta name="lede:kept" content="(0\.\d+|1)"/);
    assert.match(text, /The ferry has gone across the bay/);
    await until(() => said(browser()), (it) => /^Saved: /.test(it ?? ""), "the panel says so");
    await until(() => browser().tabs("save/save.html"), (count) => count === 0, "the page that works is gone");
    assert.equal(await isOn(browser()), true);
    const copy = join(path, "copy.html");
    // What it would do if it could.
    writeFileSync(copy, text.replace("</body>", `<script>document.title = "run"</script></body>`));
    await browser().cutOff(true);
    await browser().open(`file://${copy}`);
    const seen = await browser().evaluate(() => ({ widths: [...document.images].map((it) => it.naturalWidth), title: document.title, asked: performance.getEntriesByType("resource").filter(({ name: it }) => !it.startsWith("data:")).length }));
    await browser().cutOff(false);
    assert.deepEqual(seen.widths, [128, 128, 600]);
    assert.deepEqual([/ferry/.test(seen.title), seen.asked], [true, 0]);
    if (process.env.LEDE_LOOK) writeFileSync(`${process.env.LEDE_LOOK}/saved-${name}.png`, await browser().screenshot());
  });

  test(`${name}: as EPUB, Markdown, text and JSON`, async () => {
    await openPanel(browser(), url("/story.html"));
    const epub = unzipSync(new Uint8Array((await save("epub")).bytes));
    assert.equal(strFromU8(/** @type {Uint8Array} */ (epub.mimetype)), "application/epub+zip");
    assert.ok(Object.keys(epub).filter((it) => /\.png$/.test(it)).length >= 1);
    const zip = unzipSync(new Uint8Array((await save("zip")).bytes));
    const names = Object.keys(zip);
    assert.deepEqual(names.filter((it) => it.startsWith("pictures/")), ["pictures/001.png", "pictures/002.png", "pictures/003.png"]);
    const markdown = strFromU8(/** @type {Uint8Array} */ (zip[String(names.find((it) => it.endsWith(".md")))]));
    assert.match(markdown, /!\[The pier\]\(<?pictures\/001\.png>?/);
    assert.match((await save("markdown")).text, /^---\n[^]*The ferry has gone/);
    assert.match((await save("text")).text, /The ferry has gone/);
    assert.equal(JSON.parse((await save("json")).text).title ?? JSON.parse((await save("json")).text).article.title, "The ferry across the bay");
  });

  test(`${name}: WebP and AVIF stay in HTML, and become what every reader of books shows in an EPUB`, async () => {
    await openPanel(browser(), url("/modern.html"));
    const { text } = await save("html");
    assert.deepEqual([...text.matchAll(/src="data:(image\/\w+);base64,/g)].map(([, mime]) => mime), ["image/webp", "image/webp", "image/avif"]);
    const epub = Object.entries(unzipSync(new Uint8Array((await save("epub")).bytes)));
    const pictures = epub.filter(([path]) => /\.(png|jpe?g|gif|webp|avif)$/.test(path)).sort(([a], [b]) => (a < b ? -1 : 1));
    assert.deepEqual(pictures.map(([path]) => path.split(".").at(-1)), ["jpg", "png", "jpg"]);
    const seen = await browser().evaluate(looks, pictures.map(([, bytes]) => Buffer.from(bytes).toString("base64")));
    for (const [at, { size, left, right }] of seen.entries()) {
      assert.deepEqual(size, [24, 16]);
      assert.ok(right[2] > right[0] + 40 && right[3] === 255, `${at}: blue on the right: ${right}`);
      assert.ok(at === 1 ? left[3] === 0 : left[0] > left[2] + 40, `${at}: red or nothing on the left: ${left}`);
    }
  });

  test(`${name}: pictures that are none, endless, gone or go in a circle leave the rest whole`, async () => {
    await openPanel(browser(), url("/hostile.html"));
    const { text } = await save("html");
    assert.equal(text.match(/src="data:image\/png;base64,/g)?.length, 2);
    assert.doesNotMatch(text, /alert\(1\)/);
    const told = await until(() => said(browser()), (it) => /^Saved: .*Hostile/.test(it ?? ""), "the panel says so");
    assert.match(told ?? "", /4 of 6 pictures could not be saved: /);
    for (const reason of ["not a picture", "too large", "not reachable"]) assert.ok(told?.includes(reason), reason);
    assert.match(text, /Pictures that could not be saved[^]*endless\.png/);
  });

  test(`${name}: without the reader, from the button's menu, in the format last used; on a page that forbids all`, async () => {
    await browser().inOwnPage(() => chrome.storage.local.set({ settings: { saveFormat: "markdown" } }));
    await openPanel(browser(), url("/strict.html"));
    await browser().key("Escape");
    await browser().key("Escape");
    await until(() => isOn(browser()), (on) => !on, "the reader is off");
    const { name: called, bytes } = await saved(path, () => browser().actionMenu("menuSave"));
    assert.match(called, /Under a strict policy.*\.md$/);
    assert.match(bytes.toString("utf8"), /The ferry has gone/);
    const { title } = await until(() => browser().toolbar(), ({ badge }) => badge === "✓", "the button says so");
    assert.match(title, /^Saved: /);
    await browser().inOwnPage(() => chrome.storage.local.remove("settings"));
  });

  test(`${name}: the name is one that every system takes`, async () => {
    await openPanel(browser(), url("/names.html"));
    const { name: called } = await save("text");
    assert.doesNotMatch(called, /[<>:"/\\|?*]|^\.|\.\.\./);
    assert.ok(Buffer.byteLength(called) <= 255, called);
  });
});

/** Of each picture its size and two of its pixels. @param {string[]} pictures in base64 */
async function looks(pictures) {
  const seen = [];
  for (const picture of pictures) {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))]));
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d"));
    context.drawImage(bitmap, 0, 0);
    const at = (/** @type {number} */ x) => [...context.getImageData(x, 8, 1, 1).data];
    seen.push({ size: [bitmap.width, bitmap.height], left: at(5), right: at(20) });
  }
  return seen;
}
