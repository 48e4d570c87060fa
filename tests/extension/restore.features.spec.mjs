// Leaving gives the page back exactly as it was after everything that the reader can do was done, on a page that watches
// itself closely (pages/watchful.html) and has something for each of its tools: in one go, with the background stopped
// again and again, and with the extension loaded anew in between.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { clickIn, enter, inBoth, isOn, left, until } from "./browser.mjs";
import { tone } from "./tone.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const told = (/** @type {number} */ n) =>
  `<p>Paragraph ${n}. Long before anyone now living was born, and once in a war, it is told that the bell did so for a whole night, and nobody could be found who had touched the rope, though the whole village had been out in the street to see.</p>`;
const many = (/** @type {number} */ from, /** @type {number} */ to) => Array.from({ length: to - from }, (_, index) => told(from + index)).join("");
const figure = (/** @type {string} */ name) => `<figure><img src="/${name}.svg" width="600" height="300" alt="A ${name}"><figcaption>The ${name}.</figcaption></figure>`;
const COMMENT = (/** @type {number} */ n, /** @type {string} */ who) =>
  `<li id="comment-${n}" class="comment"><div class="comment-author"><b class="fn">${who}</b></div><time datetime="2026-03-0${n}T09:00:00Z">March ${n}</time><div class="comment-content"><p>My father heard the bell too, and counted ${n} strokes of it before he slept.</p></div></li>`;
const STORY = `
  <p>Nobody in Upper Kessel can say who rang the bell.<sup id="r1"><a href="#n1">1</a></sup> It was heard at <a href="https://mill.example/a?b">the mill</a>.</p>
  ${many(0, 3)}<h2>Before the war</h2>${figure("mill")}${many(3, 6)}<h2>After the war</h2>${figure("map")}${many(6, 10)}
  <div class="related-links"><h2>Related stories</h2><ul>${["mill", "weir", "bridge", "toll"].map((it) => `<li><a href="/${it}">What became of the old ${it}</a></li>`).join("")}</ul></div>
  <ol><li id="n1">In the year of the flood, says the chronicle of the parish. <a href="#r1">↩</a></li></ol>`;
const COMMENTS = `<div id="comments" class="comments-area"><h2>2 comments</h2><ol class="comment-list">${COMMENT(5, "Marit Dale")}${COMMENT(6, "Oda Krag")}</ol></div>`;

const WATCHFUL = readFileSync(new URL("pages/watchful.html", import.meta.url), "utf8");
const [HEAD = "", REST = ""] = WATCHFUL.split("<p>Then there is all");
/** The watchful page with more in it, as the first of two. */
const FULL = `${HEAD}${STORY}<p>Then there is all${REST}`.replace("</article>", `</article><nav class="pagination"><b>1</b> <a href="/watchful/page/2">2</a></nav>${COMMENTS}`);
const SECOND = `<!doctype html><html lang="en"><title>The watchful page</title><body><article><h1>The watchful page</h1>${many(20, 24)}</article><nav class="pagination"><a href="/watchful/page/1">1</a> <b>2</b></nav>`;
/** One of which Lede is not sure: the same around a page that leads to others. */
const [, NEWS_HEAD = "", NEWS = ""] = /<head>([^]*)<\/head>\s*<body[^>]*>([^]*)<\/body>/.exec(readFileSync(new URL("../pages/no-article-directory.html", import.meta.url), "utf8")) ?? [];
const DOUBTFUL = WATCHFUL.replace(/<title>[^]*?<meta name="author".*>/, NEWS_HEAD)
  .replace(/<header>.*<\/header>/, "")
  .replace(/<article>[^]*<p><video/, `${NEWS}<div><div class="inner" id="inner"></div><p><video`)
  .replace(/<p>Frames hold[^]*?<iframe/, "<iframe")
  .replace(/<p>Then there[^]*?<\/article>/, '<div style="height: 3000px"></div></div>');

/** @param {string} colour */
const svg = (colour) => ({ body: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="${colour}"/></svg>` });
const PAGES = {
  "/watchful/page/1": FULL,
  "/watchful/page/2": SECOND,
  "/doubtful.html": DOUBTFUL,
  "/mill.svg": svg("teal"),
  "/map.svg": svg("olive"),
  "/tone.wav": { body: tone(60) },
};

/** What is done with each tool, in this order. @type {Record<string, (browser: Browser) => Promise<unknown>>} */
const FEATURES = {
  "settings, themes and the font": async (browser) => {
    await browser.key("a");
    await appears(browser, ".letters-panel input");
    await browser.inReader((root) => root.querySelector(".choice[data-theme=dark]")?.scrollIntoView({ block: "center", behavior: "instant" }));
    await clickIn(browser, ".choice[data-theme=dark] input");
    await appears(browser, "dialog[data-theme=dark]");
    await browser.inReader((root) => root.querySelector(".choice[data-font=dyslexic]")?.scrollIntoView({ block: "center", behavior: "instant" }));
    await clickIn(browser, ".choice[data-font=dyslexic] input");
    await until(() => browser.evaluate(() => document.fonts.size), (count) => count === 3, "the font is there");
    await browser.key("Escape");
    await browser.key("+");
  },
  contents: async (browser) => {
    await browser.key("c");
    if (!(await isSeen(browser, ".outline-panel"))) return;
    await browser.key("Enter");
    await until(() => browser.inReader((root) => root.activeElement?.localName), (name) => /^h\d$/.test(name ?? ""), "the heading has the focus");
  },
  "a note": async (browser) => {
    if (!(await bring(browser, "sup a"))) return;
    await clickIn(browser, "sup a");
    await appears(browser, ".footnote");
    await browser.key("Escape");
  },
  "where a link leads": async (browser) => {
    if (!(await bring(browser, "article a[href^='https://mill']"))) return;
    // What lies under a pointer that rests may move; one that moves finds it.
    let step = 0;
    const over = async () => {
      const { x, y } = await placeOf(browser, "article a[href^='https://mill']");
      await browser.point([x + (step++ % 3), y]);
      return count(browser, ".preview:not([hidden])");
    };
    await until(over, (it) => it > 0, "the line is there");
  },
  pictures: async (browser) => {
    if (!(await bring(browser, "figure img[data-press]:not(.broken)"))) return;
    await clickIn(browser, "figure img[data-press]:not(.broken)");
    await appears(browser, ".lightbox");
    for (const key of /** @type {const} */ (["+", "-", "ArrowRight", "Escape"])) await browser.key(key);
  },
  listening: async (browser) => {
    await browser.key("k");
    // There may be no voice, and then it says so.
    await until(() => browser.inReader((root) => root.querySelector(".spoken i, .problem:not(:empty)") !== null), (is) => is, "it speaks");
    await browser.key("k");
    while (await isSeen(browser, ".panel")) await browser.key("Escape");
  },
  "focus on lines": async (browser) => {
    if ((await count(browser, ".shade")) === 0) await browser.key("f");
    await appears(browser, ".shade");
  },
  "a highlight and a note": async (browser) => {
    await browser.inReader((root) => {
      const walker = document.createTreeWalker(/** @type {Element} */ (root.querySelector("article")), NodeFilter.SHOW_TEXT);
      let text = /** @type {Text} */ (walker.nextNode());
      while (text.length < 12 || text.parentElement?.closest("header, h2, h3, h4")) text = /** @type {Text} */ (walker.nextNode());
      text.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      getSelection()?.setBaseAndExtent(text, 2, text, 10);
    });
    await browser.key("h");
    await appears(browser, ".inks");
    await clickIn(browser, ".inks [data-ink=blue]");
    await appears(browser, "mark[data-ink=blue]");
    await clickIn(browser, ".inks > button:not([data-ink])");
    await until(() => browser.inReader((root) => root.activeElement?.localName), (name) => name === "textarea", "the note is written");
    for (const key of "hmo") await browser.key(/** @type {any} */ (key));
    await browser.key("Escape");
    await browser.key("m");
    await appears(browser, ".marks-panel li");
    await browser.key("Escape");
  },
  "what was left out": async (browser) => {
    await browser.key("o");
    await until(() => count(browser, ".left-out, .offer"), (it) => it > 0, "what was left out shows");
    await browser.key("o");
    await until(() => count(browser, ".left-out"), (it) => it === 0, "and goes");
  },
  "correcting by hand": async (browser) => {
    await browser.key("x");
    await appears(browser, ".picker");
    await browser.key("ArrowDown");
    await browser.wheel(400, 400, 150);
    await browser.key("Enter");
    await appears(browser, ".picker .pick");
    await browser.key("d");
    await appears(browser, ".offer");
    await browser.key("Escape");
  },
  comments: async (browser) => {
    if (!(await bring(browser, ".comments > button"))) return;
    await clickIn(browser, ".comments > button");
    await appears(browser, ".comment");
  },
  "several pages": async (browser) => {
    if (!(await bring(browser, ".pages.end button"))) return;
    await clickIn(browser, ".pages.end button");
    await appears(browser, ".page-break");
  },
  paper: (browser) => browser.print(),
  "what is selected": async (browser) => {
    await browser.inReader((root) => getSelection()?.selectAllChildren(/** @type {Element} */ (root.querySelector("article p:last-of-type"))));
    await browser.key("Tab");
  },
};

inBoth(PAGES, ({ name, browser, url }) => {
  for (const path of ["/watchful/page/1", "/doubtful.html"]) {
    test(`${name}: everything is as it was, whatever was done (${path})`, async () => {
      const was = await begin(browser(), url(path));
      await read(browser());
      for (const [feature, use] of Object.entries(FEATURES)) await named(feature, use(browser()));
      assert.equal(await count(browser(), ".choices button"), path === "/doubtful.html" ? 1 : 0, "only one page is in doubt");
      await leave(browser());
      await same(browser(), was);
    });
  }

  test(`${name}: a page in doubt is as it was after its other reading`, async () => {
    await browser().open(url("/no-article-directory.html"));
    const html = () => browser().evaluate(() => document.documentElement.outerHTML);
    const was = await html();
    await read(browser());
    await clickIn(browser(), ".choices button");
    await until(() => browser().inReader((root) => root.querySelector(".choices button")?.textContent), (word) => /first/.test(word ?? ""), "the other candidate shows");
    await leave(browser());
    assert.equal(await html(), was);
  });

  test(`${name}: everything is as it was, the background stopped before each thing that was done`, async () => {
    const was = await begin(browser(), url("/watchful/page/1"));
    await read(browser());
    for (const [feature, use] of Object.entries(FEATURES)) {
      await browser().stopBackground();
      await named(feature, use(browser()));
    }
    await browser().stopBackground();
    await browser().press();
    await left(browser());
    await same(browser(), was);
  });

  test(`${name}: after an update the reader does what it can, and the page comes back`, async () => {
    const was = await begin(browser(), url("/watchful/page/1"));
    await read(browser());
    for (const [feature, use] of Object.entries(FEATURES).slice(0, 8)) await named(feature, use(browser()));
    await browser().loadExtension();
    for (const key of /** @type {const} */ (["a", "Escape", "c", "Escape", "o", "x", "k", "+", "PageDown"])) {
      // Where its scripts have ended, Esc is the browser's, and closes it.
      if (await browser().inReader((root) => root.querySelector("dialog")?.open)) await browser().key(key);
    }
    if (await browser().inReader((root) => root.querySelector("dialog")?.open)) await clickIn(browser(), ".close");
    await until(async () => (await browser().inReader((root) => root.querySelector("dialog")?.matches(":modal"))) ?? false, (on) => !on, "the old reader closes");
    await browser().evaluate(() => void (/** @type {any} */ (window).old = document.querySelector("lede-reader")));
    await browser().press();
    const isNew = () => browser().evaluate(() => document.querySelector("lede-reader") !== /** @type {any} */ (window).old);
    await until(async () => (await isNew()) && (await isOn(browser())), (on) => on, "a new reader shows");
    // With its tools comes what takes back what the old one left.
    await until(() => browser().inReader((root) => root.querySelector(".tool.more") !== null), (it) => it, "its tools are there");
    await leave(browser());
    await browser().evaluate(() => delete (/** @type {any} */ (window).old));
    const { html, sameNodes, form, scroll, width, loads, fonts } = await state(browser());
    const { html: a, sameNodes: b, form: c, scroll: d, width: e, loads: f, fonts: g } = was;
    assert.deepEqual({ html, sameNodes, form, scroll, width, loads, fonts }, { html: a, sameNodes: b, form: c, scroll: d, width: e, loads: f, fonts: g });
    // In Firefox the scripts of the old one end with it, and it can hide no more. In Chromium the field tells of its change
    // as the new one comes: to whom it owes that, the old one alone knows.
    if (name === "chromium") assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).seen()), ["change at INPUT"]);
    await browser().evaluate(() => addEventListener("pointerdown", () => void (/** @type {any} */ (window).hears = true)));
    await browser().click(2, 2);
    assert.equal(await browser().evaluate(() => /** @type {any} */ (window).hears), true, "neither reader keeps anything from the page");
  });
});

/** Opens the page and does on it what a user may have done. @param {Browser} browser @param {string} address */
async function begin(browser, address) {
  await browser.open(address);
  await browser.evaluate(() => /** @type {any} */ (window).begin());
  return state(browser);
}

/** The reader with its tools. @param {Browser} browser */
async function read(browser) {
  await enter(browser);
  await appears(browser, ".tool.more");
}

/** Esc, until nothing is left to close. @param {Browser} browser */
async function leave(browser) {
  for (let times = 0; times < 8 && (await isOn(browser)); times += 1) {
    await browser.key("Escape");
    await sleep(50);
  }
  await left(browser);
}

/** @param {Browser} browser @param {any} was */
async function same(browser, was) {
  await sleep(300);
  assert.deepEqual(await state(browser), was);
  assert.deepEqual(await browser.evaluate(() => /** @type {any} */ (window).seen()), []);
}

/** @param {Browser} browser */
const state = (browser) => browser.evaluate(() => ({ .../** @type {any} */ (window).state(), fonts: document.fonts.size, title: document.title, address: location.href }));

/** A failure says in which feature it was. @param {string} feature @param {Promise<unknown>} done */
async function named(feature, done) {
  try {
    await done;
  } catch (error) {
    throw new Error(`in "${feature}"`, { cause: error });
  }
}

/** @param {Browser} browser @param {string} selector */
const count = async (browser, selector) => Number(await browser.inReader((root, what) => root.querySelectorAll(what).length, selector));

/** @param {Browser} browser @param {string} selector */
const appears = (browser, selector) => until(() => count(browser, selector), (it) => it > 0, `${selector} is there`);

/** @param {Browser} browser @param {string} selector */
const isSeen = (browser, selector) => browser.inReader((root, what) => [...root.querySelectorAll(what)].some((it) => it.checkVisibility()), selector);

/** Brings something into view; whether it is there at all. @param {Browser} browser @param {string} selector */
async function bring(browser, selector) {
  const isThere = () =>
    browser.inReader((root, what) => {
      const element = root.querySelector(what);
      element?.scrollIntoView({ block: "center", behavior: "instant" });
      return element !== null;
    }, selector);
  const found = await isThere();
  // Pictures that come have moved it meanwhile.
  await sleep(100);
  await isThere();
  return found;
}

/** @param {Browser} browser @param {string} selector */
async function placeOf(browser, selector) {
  const place = await browser.inReader((root, what) => {
    const { x, y, width, height } = /** @type {DOMRect} */ (/** @type {Element} */ (root.querySelector(what)).getClientRects()[0]);
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  return /** @type {{ x: number, y: number }} */ (place);
}
