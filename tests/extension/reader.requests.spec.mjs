// Nothing is asked of anybody: over a whole session the browser's proxy sees no request but for the article's own
// pictures. It is the only way out, and it answers for the site itself.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { PAGES, read, throughAll } from "./a11y.mjs";
import { left, NAMES, start, until } from "./browser.mjs";
import { proxy } from "./proxy.mjs";

const SITE = "http://story.example";
/** The article's own, the film's still among them. */
const PICTURES = [...["/picture.svg", "/picture-2.svg", "/still.svg"].map((path) => `${SITE}${path}`), "http://pictures.example/large.svg"];
/** Links of every kind, and what a page would like to have fetched. */
const TEMPTING = `<p>See <a href="http://other.example/there">there</a>, <a href="/here">here</a> and <a href="mailto:me@other.example">me</a>.</p>
  <p><img src="/picture.svg" srcset="http://pictures.example/large.svg 2x" alt="Again"><iframe src="http://video.example/embed/1" title="A film" width="400" height="300"></iframe></p>
  <video controls poster="/still.svg"><source src="http://media.example/film.mp4"></video>`;
/** What a browser does by itself, with or without Lede. */
const OF_THE_BROWSER = /^(https?:\/\/)?([\w-]+\.)*(googleapis\.com|google\.com|gvt1\.com|mozilla\.(com|net|org)|firefox\.com)\b/;

for (const name of NAMES) {
  describe(name, () => {
    /** @type {import("./browser.mjs").Browser} */ let browser;
    /** @type {Awaited<ReturnType<typeof proxy>>} */ let way;
    before(async () => {
      /** @type {Record<string, any>} */ const pages = { ...PAGES, "/en.html": PAGES["/en.html"].replace("<blockquote>", `${TEMPTING}<blockquote>`) };
      way = await proxy(({ origin, pathname }) => (origin === SITE ? pages[pathname] : undefined));
      browser = await start(name, { proxy: way.address });
    });
    after(async () => {
      await browser?.close();
      await way?.close();
    });

    test(`${name}: from entering to leaving, with all that opens, nothing is asked for but the article's pictures`, async () => {
      await browser.open(`${SITE}/en.html`);
      assert.ok(way.seen.includes(`GET ${SITE}/en.html`), "the page itself was seen");
      // The page's own go on for a while.
      await quiet(way.seen);
      const before = way.seen.length;
      await read(browser);
      await throughAll(browser, async () => void (await pause(200)));
      await browser.inReader(async (root) => {
        const scroller = /** @type {Element} */ (root.querySelector(".scroller"));
        for (let top = 0; top < scroller.scrollHeight; top += 600) {
          scroller.scrollTo({ top, behavior: "instant" });
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      });
      // Links that get the focus.
      for (const href of ["there", "here"]) {
        const isFocused = await browser.inReader((root, end) => {
          const link = /** @type {HTMLElement} */ (root.querySelector(`a[href$="/${end}"]`));
          link.scrollIntoView({ block: "center", behavior: "instant" });
          link.focus();
          return root.activeElement === link;
        }, href);
        assert.equal(isFocused, true);
        await browser.key("Tab");
        await pause(200);
      }
      await browser.key("Escape");
      await left(browser);
      await quiet(way.seen);
      const asked = way.seen.slice(before).filter((request) => !OF_THE_BROWSER.test(request.replace(/^\w+ /, "")));
      const others = asked.filter((request) => !PICTURES.includes(request.replace("GET ", "")));
      assert.deepEqual(others, []);
    });

    test(`${name}: the proxy sees what does leave the browser`, async () => {
      const before = way.seen.length;
      await browser.evaluate(() => void fetch("http://elsewhere.example/word").catch(() => {}));
      await until(() => way.seen.slice(before), (seen) => seen.includes("GET http://elsewhere.example/word"), "the request");
    });
  });
}

/** Waits until nothing more has come for a second. @param {string[]} seen */
async function quiet(seen) {
  for (let [last, tries] = [-1, 0]; last !== seen.length && tries < 20; tries += 1) {
    last = seen.length;
    await pause(1000);
  }
}
