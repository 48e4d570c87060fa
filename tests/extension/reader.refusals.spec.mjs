// A press is never without an answer: where nothing can be read, or no article, something says so.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickIn, enter, inBoth, isOn, left, readerState, readerText, until } from "./browser.mjs";

const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/MediaBox[0 0 200 200]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>";

const PAGES = {
  "/file.pdf": { body: PDF, headers: { "content-type": "application/pdf" } },
  "/drawing.svg": { body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">drawn</text></svg>', headers: { "content-type": "image/svg+xml" } },
  "/feed.xml": { body: "<?xml version='1.0'?><rss><channel><title>Feed</title></channel></rss>", headers: { "content-type": "application/xml" } },
  "/plain.txt": { body: "A plain text.\n\nIts second paragraph is somewhat longer than the first.\n", headers: { "content-type": "text/plain" } },
  "/empty.html": "<!doctype html><title></title><body></body>",
  "/list.html": `<!doctype html><title>Links</title><ul>${"<li><a href='/a'>Somewhere</a>".repeat(9)}</ul>`,
};

inBoth(PAGES, ({ name, browser, url }) => {
  const inner = { chromium: "chrome://version/", firefox: "about:license" }[name];
  /** @type {[string, () => string, RegExp][]} */
  const closed = [
    ["a page of the browser", () => inner, /browsers keep extensions out/],
    ["a PDF file", () => url("/file.pdf"), /can't read PDF/],
    ["a drawing", () => url("/drawing.svg"), /no web page/],
    ["a feed", () => url("/feed.xml"), /no web page/],
  ];
  for (const [what, address, word] of closed) {
    test(`${name}: ${what} is answered by a word at the button`, async () => {
      await browser().open(address());
      await browser().press();
      const said = await until(() => browser().toolbar(), ({ badge }) => badge !== "", "a badge");
      assert.equal(said.badge, "!");
      assert.match(said.title, word);
    });
  }

  test(`${name}: the word at the button goes with the page`, async () => {
    await browser().open(url("/drawing.svg"));
    await browser().press();
    await until(() => browser().toolbar(), ({ badge }) => badge === "!", "a badge");
    await browser().open(url("/list.html"));
    await enter(browser());
    assert.deepEqual(await browser().toolbar(), { badge: "", title: "Read this page" });
  });

  /** @type {[string, string, RegExp, RegExp][]} */
  const doubtful = [
    ["plain text", "/plain.txt", /not a web page/, /A plain text\.[^]*Its second paragraph/],
    ["an empty page", "/empty.html", /nothing to read/, /^/],
    ["a page without an article", "/list.html", /No article was found/, /^/],
  ];
  for (const [what, path, note, text] of doubtful) {
    test(`${name}: ${what} is shown with a note`, async () => {
      await browser().open(url(path));
      await enter(browser());
      assert.match((await readerState(browser()))?.note ?? "", note);
      assert.match(await readerText(browser()), text);
      await clickIn(browser(), ".close");
      await left(browser());
      assert.equal(await isOn(browser()), false);
    });
  }
});
