// Finding one's way in the reader: contents, progress, the place where one was, notes, pictures, links, keys.

import assert from "node:assert/strict";
import { test } from "node:test";

import { tone } from "./tone.mjs";
import { clickIn, enter, inBoth, left, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const told = (/** @type {number} */ n) =>
  `<p id="p${n}">Paragraph ${n}. Long before anyone now living was born, and once in a war, it is told that the bell did so for a whole night, and nobody could be found who had touched the rope, though the whole village had been out in the street to see.</p>`;
const many = (/** @type {number} */ from, /** @type {number} */ to) => Array.from({ length: to - from }, (_, index) => told(from + index)).join("");
const picture = (/** @type {string} */ name, caption = "") =>
  `<figure><img src="/${name}.svg" width="800" height="500" alt="A ${name}">${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
const STORY = `<p>Nobody in Upper Kessel can say who rang the bell.<sup id="r1"><a href="#n1">1</a></sup> It was heard as far as
  <a href="https://bücher.example/a/mill?with=query">the mill</a>, and on <a href="/other.html">the other page</a>.</p>
  ${many(0, 5)}<h2>Before the war</h2>${many(5, 12)}<h4>In the valley</h4>${picture("mill", "The mill, seen from the church.")}${many(12, 18)}<h3>In the town</h3>${many(18, 26)}${picture("map")}
  <h2>After the war</h2>${many(26, 40)}<h3>The clock</h3>${many(40, 60)}
  <ol><li id="n1">In the year of the flood, says the chronicle of the parish. <a href="#r1">↩</a></li></ol>`;
const page = (/** @type {string} */ story) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bell that rang by itself</title></head><body><article><h1>The bell that rang by itself</h1>${story}</article></body></html>`;
const svg = (/** @type {string} */ colour) => ({
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="800" height="500" fill="${colour}"/></svg>`,
});

const OWN = {
  "/way.html": page(STORY),
  "/grown.html": page(STORY),
  "/plain.html": page(many(0, 4)),
  "/tone.wav": { body: tone(60) },
  "/mill.svg": svg("teal"),
  "/map.svg": svg("olive"),
};

inBoth(OWN, ({ name, browser, url }) => {
  test(`${name}: the contents, nested, lead to their headings`, async () => {
    await open(browser(), url("/way.html?0"));
    await browser().key("c");
    const shown = await browser().inReader((root) =>
      [...root.querySelectorAll(".outline-panel a")].map((link) => {
        let depth = 0;
        for (let at = link.closest("ol"); at !== null; at = at.parentElement?.closest("ol") ?? null) depth += 1;
        return `${depth} ${link.textContent}`;
      }),
    );
    assert.deepEqual(shown, ["1 Before the war", "2 In the valley", "2 In the town", "1 After the war", "2 The clock"]);
    await browser().key("Tab");
    await browser().key("Tab");
    await browser().key("Enter");
    await until(() => focused(browser()), (it) => it === "In the town", "the heading has the focus");
    // The page ranks "In the valley" lower; nested without gaps, both are of level 3.
    await until(() => top(browser(), "h3 ~ h3"), (it) => Math.abs(Number(it)) < 120, "the heading is on top");
    await browser().key("c");
    assert.deepEqual(await current(browser()), ["In the town"]);
    assert.equal(await focused(browser()), "In the town");
    await browser().inReader((root) => root.querySelector("h2 ~ h2")?.scrollIntoView({ behavior: "instant" }));
    await until(() => current(browser()), (it) => String(it) === "After the war", "the mark moves along");
    await browser().key("Escape");
    assert.equal(await browser().inReader((root) => root.activeElement?.className), "tool outline");
    await open(browser(), url("/plain.html"));
    assert.equal(await browser().inReader((root) => /** @type {HTMLElement | null} */ (root.querySelector(".outline"))?.hidden), true, "none where there are no headings");
  });

  test(`${name}: the line on top and the minutes that are left`, async () => {
    await open(browser(), url("/way.html?1"));
    const shown = () =>
      browser().inReader((root) => {
        const line = /** @type {HTMLElement} */ (root.querySelector(".progress"));
        return { share: new DOMMatrix(getComputedStyle(line).transform).a, left: root.querySelector(".left")?.textContent };
      });
    const first = await shown();
    assert.ok(first !== undefined && first.share < 0.01, JSON.stringify(first));
    assert.match(first.left ?? "", /^1\d min left$/);
    await scroll(browser(), 0.5);
    const half = await until(shown, (it) => (it?.share ?? 0) > 0.3, "half is read");
    assert.match(half?.left ?? "", /^[5-9] min left$/);
    await scroll(browser(), 1);
    await until(shown, (it) => it?.share === 1 && it.left === "", "all is read");
  });

  test(`${name}: one comes back to the line where one was, in a page that has changed too`, async () => {
    for (const path of ["/way.html", "/grown.html"]) {
      await open(browser(), url(path));
      await bring(browser(), "Paragraph 30.");
      await browser().key("Escape");
      await left(browser());
      OWN["/grown.html"] = page(`${many(100, 103)}${STORY}`);
      await open(browser(), url(path));
      await until(() => top(browser(), "p", "Paragraph 30."), (it) => Math.abs(Number(it)) < 4, `${path}: back at the line`);
    }
    OWN["/grown.html"] = page(many(200, 290));
    await open(browser(), url("/grown.html"));
    assert.equal(await browser().inReader((root) => root.querySelector(".scroller")?.scrollTop), 0, "another article is not taken for it");
    await open(browser(), url("/way.html"));
    await browser().resize(700, 700);
    await until(() => top(browser(), "p", "Paragraph 30."), (it) => Math.abs(Number(it)) < 4, "the line stays on top");
    await browser().resize(1280, 813);
    await until(() => top(browser(), "p", "Paragraph 30."), (it) => Math.abs(Number(it)) < 4, "and stays again");
  });

  test(`${name}: a place named in the address comes first, and what was read to its end begins anew`, async () => {
    await open(browser(), url("/way.html#n1"));
    await until(() => top(browser(), "li"), (it) => Number(it) < 800 && Number(it) > -100, "the note is in view");
    await scroll(browser(), 1);
    await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    await browser().key("Escape");
    await left(browser());
    await open(browser(), url("/way.html"));
    assert.equal(await browser().inReader((root) => root.querySelector(".scroller")?.scrollTop), 0);
  });

  test(`${name}: a note opens beneath its line, and the focus comes back`, async () => {
    await open(browser(), url("/way.html?2"));
    const note = () => browser().inReader((root) => /** @type {HTMLElement | null} */ (root.querySelector(".footnote"))?.innerText ?? "");
    await clickIn(browser(), "sup a");
    assert.match(String(await until(note, Boolean, "the note")), /^In the year of the flood, says the chronicle of the parish\.\s+Go to the note$/);
    assert.equal(await browser().inReader((root) => root.querySelector("sup a")?.getAttribute("aria-expanded")), "true");
    await browser().key("Escape");
    assert.equal(await note(), "");
    assert.equal(await focused(browser()), "1");
    await browser().key("Enter");
    await until(note, Boolean, "the note by key");
    await browser().key("Tab");
    assert.equal(await focused(browser()), "Go to the note");
    await browser().key("Enter");
    await until(() => top(browser(), "li"), (it) => Number(it) < 800, "the note itself");
    assert.equal(await note(), "");
  });

  test(`${name}: pictures large, one after the other`, async () => {
    await open(browser(), url("/way.html?3"));
    await browser().inReader((root) => root.querySelector("figure img")?.scrollIntoView({ block: "center", behavior: "instant" }));
    await clickIn(browser(), "figure img");
    assert.deepEqual(await large(browser()), ["A mill", "The mill, seen from the church.", "Picture 1 of 2", false]);
    assert.equal(await browser().inReader((root) => root.querySelector(".scroller")?.matches("[inert]")), true);
    await browser().key("ArrowRight");
    assert.deepEqual(await large(browser()), ["A map", "A map", "Picture 2 of 2", false]);
    await browser().key("ArrowRight");
    await browser().key("+");
    assert.equal((await large(browser()))?.[3], true);
    for (let times = 0; times < 4; times += 1) await browser().key("+");
    const scrolled = () => browser().inReader((root) => root.querySelector(".stage")?.scrollLeft ?? 0);
    const was = Number(await scrolled());
    await browser().point([500, 400], [700, 450]);
    await until(scrolled, (it) => Math.abs(Number(it) - was - 200) < 5, "it is dragged");
    await browser().key("c");
    assert.equal(await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector(".outline-panel")).hidden), true, "the reader's keys rest");
    await browser().key("Escape");
    assert.equal(await large(browser()), undefined);
    assert.equal(await browser().inReader((root) => root.activeElement?.classList.contains("enlarge")), true);
    await browser().key("Enter");
    assert.equal((await large(browser()))?.[0], "A mill");
    await browser().key("Escape");
    await browser().key("c");
    assert.equal(await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector(".outline-panel")).hidden), false);
  });

  test(`${name}: where a link leads is told, and nothing asked for`, async () => {
    await open(browser(), url("/way.html?4"));
    const line = () => browser().inReader((root) => /** @type {HTMLElement | null} */ (root.querySelector(".preview:not([hidden])"))?.innerText ?? "");
    const over = async (/** @type {string} */ selector) => {
      const place = await browser().inReader((root, it) => {
        // A link may be of two lines.
        const { x, y } = /** @type {Element} */ (root.querySelector(it)).getClientRects()[0] ?? { x: 0, y: 0 };
        return [x + 4, y + 4];
      }, selector);
      await browser().point(/** @type {[number, number]} */ (place));
    };
    await over("article p:not([class]) a[target]");
    await until(line, (it) => it === "xn--bcher-kva.example/a/mill?with=query", "the link's address");
    await over("h1");
    await until(line, (it) => it === "", "nothing where no link is");
    await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector('a[href$="other.html"]')).focus());
    await until(line, (it) => /^This site\s*\/other\.html$/.test(it ?? ""), "the link with the focus");
    const asked = await browser().evaluate(() => performance.getEntriesByType("resource").map((it) => new URL(it.name).pathname));
    assert.deepEqual(asked.filter((path) => !path.endsWith(".svg") && path !== "/favicon.ico"), []);
  });

  // What is stored can be set from outside in Chromium alone.
  if (name === "chromium") test(`${name}: progress and previews can be done without`, async () => {
    const { inBackground } = /** @type {import("./chromium.mjs").Chromium} */ (browser());
    const set = (/** @type {object} */ settings) => inBackground.call(/** @type {any} */ (browser()), (values) => chrome.storage.local.set({ settings: values }), settings);
    await set({ progress: false, previews: false });
    await open(browser(), url("/way.html?9"));
    await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector('a[href$="other.html"]')).focus());
    await scroll(browser(), 0.5);
    const shown = await browser().inReader((root) => [...root.querySelectorAll(".progress, .left, .preview")].filter((it) => it.checkVisibility()).length);
    assert.equal(shown, 0);
    await set({});
  });

  test(`${name}: all keys on one sheet`, async () => {
    await open(browser(), url("/way.html?5"));
    await browser().key("?");
    const sheet = await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector(".shortcuts-panel")).innerText);
    assert.match(sheet ?? "", /c\s+Contents[^]*\?\s+Keys[^]*Esc\s+Back to the page/);
    await browser().key("?");
    assert.equal(await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector(".shortcuts-panel")).hidden), true);
  });

  test(`${name}: nothing is kept from the browser's search`, async () => {
    await open(browser(), url("/way.html?7"));
    const hidden = await browser().inReader((root) => [...root.querySelectorAll("article *")].filter((it) => !it.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })).map((it) => it.outerHTML));
    assert.deepEqual(hidden, []);
    // No protocol opens Chromium's search.
    if (name === "chromium") return;
    const { inChrome } = /** @type {import("./firefox.mjs").Firefox} */ (browser());
    await inChrome.call(/** @type {any} */ (browser()), async (words) => {
      // @ts-expect-error names of the browser's own window
      const bar = await Services.wm.getMostRecentWindow("navigator:browser").gBrowser.getFindBar();
      bar.startFind();
      bar._findField.value = words;
      bar._find();
    }, "says the chronicle");
    await until(() => browser().inReader((root) => root.querySelector(".scroller")?.scrollTop), (it) => Number(it) > 2000, "what is found is in view");
  });

  test(`${name}: contents, notes and pictures leave nothing behind`, async () => {
    await browser().open(url("/way.html?8"));
    const state = () =>
      browser().evaluate(() => [document.documentElement.outerHTML, Object.getOwnPropertyNames(window).length, document.adoptedStyleSheets.length, scrollY, location.href, history.length]);
    const was = await state();
    await enter(browser());
    await until(() => browser().inReader((root) => root.querySelector(".shortcuts") !== null), Boolean, "the tools");
    for (const key of ["c", "Enter", "?", "Escape", "c"]) await browser().key(/** @type {any} */ (key));
    for (const selector of ["sup a", ".enlarge"]) {
      await browser().inReader((root, it) => /** @type {HTMLElement} */ (root.querySelector(it)).focus(), selector);
      await browser().key("Enter");
    }
    await until(() => large(browser()), Boolean, "the picture");
    await browser().press();
    await left(browser());
    assert.deepEqual(await state(), was);
  });

  test(`${name}: after all of it the page is as it was`, async () => {
    await browser().open(url("/watchful.html"));
    await browser().evaluate(() => /** @type {any} */ (window).begin());
    const was = await browser().evaluate(() => /** @type {any} */ (window).state());
    await enter(browser());
    await until(() => browser().inReader((root) => root.querySelector(".shortcuts") !== null), Boolean, "the tools");
    for (const key of ["?", "Escape", "Tab", "Tab", "PageDown"]) await browser().key(/** @type {any} */ (key));
    await browser().point([300, 300]);
    await scroll(browser(), 0.6);
    await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await browser().key("Escape");
    await left(browser());
    await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).state()), was);
    assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).seen()), []);
  });

  // A phone that draws a page as wide as it is, and shrinks it, is played by Chromium alone.
  if (name === "chromium") {
    test("chromium: a page from right to left that is wider than the phone is covered by the reader", async () => {
      await browser().resize(360, 740);
      for (const dir of ["ltr", "rtl"]) {
        OWN["/plain.html"] = page(`${many(0, 4)}<p style="width: 1200px">Wide.</p>`).replace("<html", `<html dir="${dir}"`);
        await open(browser(), url("/plain.html"));
        const edges = await browser().inReader((root) => {
          const { x, right } = /** @type {Element} */ (root.querySelector("dialog")).getBoundingClientRect();
          return [Math.round(x), Math.round(right - innerWidth)].map(Math.abs);
        });
        assert.deepEqual(edges, [0, 0], dir);
        await browser().key("Escape");
        await left(browser());
      }
      await browser().resize(1280, 813);
    });
  }
});

/** Opens a page and the reader, with its tools. @param {Browser} browser @param {string} address */
async function open(browser, address) {
  await browser.open("about:blank");
  await browser.open(address);
  await enter(browser);
  await until(() => browser.inReader((root) => root.querySelector(".shortcuts") !== null), Boolean, "the tools");
}

/** @param {Browser} browser */
const focused = (browser) => browser.inReader((root) => root.activeElement?.textContent);

/** @param {Browser} browser */
const current = (browser) => browser.inReader((root) => [...root.querySelectorAll("[aria-current]")].map((it) => it.textContent));

/** How far below the top of the view an element is. @param {Browser} browser @param {string} selector @param {string} [text] */
function top(browser, selector, text = "") {
  const look = (/** @type {ShadowRoot} */ root, /** @type {string} */ it, /** @type {string} */ words) =>
    [...root.querySelectorAll(`article ${it}`)].find((element) => element.textContent?.startsWith(words))?.getBoundingClientRect().top;
  return browser.inReader(look, selector, text);
}

/** @param {Browser} browser @param {string} text */
async function bring(browser, text) {
  await browser.inReader((root, words) => {
    const element = [...root.querySelectorAll("article p")].find((it) => it.textContent?.startsWith(words));
    root.querySelector(".scroller")?.scrollBy({ top: element?.getBoundingClientRect().top, behavior: "instant" });
  }, text);
  await browser.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
}

/** @param {Browser} browser @param {number} share */
function scroll(browser, share) {
  return browser.inReader((root, part) => {
    const scroller = /** @type {Element} */ (root.querySelector(".scroller"));
    scroller.scrollTo({ top: part * (scroller.scrollHeight - scroller.clientHeight), behavior: "instant" });
  }, share);
}

/** What the large picture shows, and whether it is larger than the view. @param {Browser} browser */
const large = (browser) =>
  browser.inReader((root) => {
    const box = root.querySelector(".lightbox");
    if (box === null) return undefined;
    const said = (/** @type {string} */ it) => box.querySelector(it)?.textContent;
    return [box.querySelector("img")?.alt, said(".caption"), said(".count"), box.querySelector(".zoomed") !== null];
  });
