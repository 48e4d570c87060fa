// How the text looks: themes, fonts, sizes, scripts with ways of their own; and that what was chosen is there next time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { clickIn, enter, inBoth, isOn, left, until } from "./browser.mjs";
import { tone } from "./tone.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const TEXT = "<p>The ferry across the Oder has not run since the flood, and the ferryman, whose father and grandfather had the same post, now mends nets for people who do not fish. He says that he does not mind, and that the river will come back to its bed when it has seen enough of the fields.</p>";
const LINKED = TEXT.replace("the ferryman", '<a href="/more.html">the ferryman</a>').replace("does not mind", "<em>does not mind</em>");
const STORY = `<article><h1>The ferryman mends nets</h1>${TEXT.repeat(2)}${LINKED}<blockquote>${TEXT}</blockquote><pre>net = mesh * 40
sea = net / 12</pre>${TEXT.repeat(2)}<h2>Upriver</h2>${TEXT.repeat(5)}</article>`;
const JA = "<p>渡し船は洪水の年から動いていない。父も祖父も同じ仕事をしていた船頭は、いまは魚を捕らない人たちのために網を繕っている。気にしてはいない、と彼は言う。川は畑を見飽きたら、また元の床に戻るだろうから。</p>";
const AR = "<p>لم تعمل العبّارة منذ الفيضان، وصاحبها الذي كان أبوه وجدّه في المهنة نفسها يصلح الآن الشباك لأناس لا يصطادون. يقول إنه لا يبالي، وإن النهر سيعود إلى مجراه حين يكتفي من رؤية الحقول.</p>";
const page = (/** @type {string} */ body, lang = "en", head = "") =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>The ferryman mends nets</title>${head}</head><body>${body}</body></html>`;
const STRICT = { "content-security-policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" };

const PAGES = {
  "/tone.wav": { body: tone(60) },
  "/story.html": page(STORY),
  "/strict.html": { body: page(`<img name="fonts">${STORY}`), headers: STRICT },
  "/tall.html": page(`${STORY}<div style="height: 3000px"></div>`),
  "/ja.html": page(`<article><h1>網を繕う船頭</h1>${JA.repeat(4)}${JA.replace("彼は言う", "彼は<em>言う</em>")}<pre>net = mesh * 40
sea = net / 12</pre>${JA.repeat(25)}</article>`, "en"),
  "/ar.html": page(`<article><h1>صاحب العبّارة</h1>${AR.repeat(8)}</article>`, "ar"),
};

const THEMES = ["system", "light", "sepia", "dark", "black", "contrast", "own"];

inBoth(PAGES, ({ name, browser, url, elsewhere }) => {
  test(`${name}: a theme is chosen in the panel, by hand, and shows at once`, async () => {
    await open(browser(), url("/story.html"));
    await browser().key("a");
    const focused = () => browser().inReader((root) => /** @type {HTMLInputElement | null} */ (root.activeElement)?.value);
    assert.equal(await until(focused, (it) => it !== undefined, "the focus is in the panel"), "system");
    await clickIn(browser(), ".letters-panel [data-theme=sepia]");
    await until(() => look(browser()), ({ paper }) => paper === "rgb(244, 236, 216)", "the paper is sepia");
    await browser().key("Escape");
    const button = () => browser().inReader((root) => root.activeElement?.getAttribute("aria-expanded"));
    assert.equal(await until(button, (it) => it !== undefined, "the focus is at the button"), "false");
    await leave(browser());
  });

  test(`${name}: what was chosen is there next time, after the background was stopped too`, async () => {
    await open(browser(), url("/story.html"));
    await choose(browser(), { theme: "dark", font: "sans", size: 150, measure: 50 });
    await leave(browser());
    await browser().stopBackground();
    await open(browser(), url("/story.html"));
    const shown = await look(browser());
    assert.equal(shown.paper, "rgb(23, 24, 26)");
    assert.match(shown.family, /^system-ui/);
    await choose(browser(), { leading: 200 });
    await browser().stopBackground();
    await choose(browser(), { leading: 220 });
    await leave(browser());
    // The background has to start for it.
    await pause(1000);
    await open(browser(), url("/story.html"));
    assert.equal((await look(browser())).leading, "2.2", "a change while the background is stopped");
    await reset(browser());
    await leave(browser());
  });

  test(`${name}: settings of one site, and back to those of all`, async () => {
    await open(browser(), url("/story.html"));
    await choose(browser(), { theme: "light" });
    await press(browser(), ".letters-panel .check:last-of-type input");
    await settled(browser(), "Reset this site");
    await choose(browser(), { theme: "black" });
    await leave(browser());
    await open(browser(), elsewhere("/story.html"));
    assert.equal((await look(browser())).paper, "rgb(252, 251, 248)", "another site");
    await choose(browser(), { theme: "sepia" });
    await leave(browser());
    await open(browser(), url("/story.html"));
    assert.equal((await look(browser())).paper, "rgb(0, 0, 0)", "the site");
    await reset(browser(), "Reset this site");
    await until(() => look(browser()), ({ paper }) => paper === "rgb(244, 236, 216)", "the site follows all others");
    await reset(browser());
    await until(() => look(browser()), ({ theme }) => theme === "system", "everything is as at first");
    await leave(browser());
    await open(browser(), elsewhere("/story.html"));
    assert.equal((await look(browser())).theme, "system");
    await leave(browser());
  });

  test(`${name}: every theme can be read`, async () => {
    for (const dark of [false, true]) {
      await browser().setDark(dark);
      await open(browser(), url("/story.html"));
      for (const theme of THEMES) {
        await choose(browser(), { theme });
        for (const [what, ratio] of Object.entries(await contrasts(browser()))) {
          assert.ok(ratio >= (theme === "contrast" ? 7 : 4.5), `${theme}, ${dark ? "dark" : "light"}: ${what} ${ratio}`);
        }
        const link = await browser().inReader((root) => getComputedStyle(/** @type {Element} */ (root.querySelector("p > a[href$='more.html']"))).textDecorationLine);
        assert.equal(link, "underline", theme);
      }
      await reset(browser());
      await leave(browser());
    }
    await browser().setDark(false);
  });

  test(`${name}: the strip beside the page has the theme's colour, and the page its own afterwards`, async () => {
    await browser().open(url("/tall.html"));
    const root = () => browser().evaluate(() => [document.documentElement.outerHTML, getComputedStyle(document.documentElement).backgroundColor]);
    const was = await root();
    await enter(browser());
    await choose(browser(), { theme: "sepia" });
    const isBar = await browser().evaluate(() => document.documentElement.getAttribute("data-lede"));
    if (isBar?.includes("bar")) await until(root, ([, colour]) => colour === "rgb(244, 236, 216)", "the strip");
    await reset(browser());
    await leave(browser());
    assert.deepEqual(await root(), was);
  });

  test(`${name}: own colours, and a word where they are too alike`, async () => {
    await open(browser(), url("/story.html"));
    const [own, hint] = [".letters-panel [role=group]", ".letters-panel [role=status]"];
    const shown = (/** @type {string} */ selector) =>
      browser().inReader((root, it) => /** @type {HTMLElement | null} */ (root.querySelector(it))?.checkVisibility() && root.querySelector(it)?.textContent, selector);
    await choose(browser(), { theme: "light" });
    assert.equal(await shown(own), false);
    await choose(browser(), { theme: "own" });
    assert.ok(await shown(own));
    await browser().inReader((root) => {
      const input = /** @type {HTMLInputElement} */ (root.querySelector(".letters-panel [type=color]"));
      input.value = "#3a3028";
      input.dispatchEvent(new (/** @type {any} */ (input.ownerDocument.defaultView).Event)("input", { bubbles: true }));
    });
    assert.equal((await look(browser())).paper, "rgb(58, 48, 40)");
    assert.match(String(await shown(hint)), /too alike/);
    await reset(browser());
    await leave(browser());
  });

  test(`${name}: + - 0 change the size, and the line at the top stays`, async () => {
    await open(browser(), url("/story.html"));
    const size = async () => Number.parseFloat((await look(browser())).size);
    const was = await size();
    const top = () =>
      browser().inReader((root) => {
        const heading = /** @type {Element} */ (root.querySelector("h2"));
        return Math.abs(Math.round(heading.getBoundingClientRect().top));
      });
    await browser().inReader((root) => root.querySelector("h2")?.scrollIntoView({ block: "start", behavior: "instant" }));
    // The reader hears of it with the next frame.
    await pause(100);
    const before = Number(await top());
    await browser().key("+");
    await browser().key("+");
    await until(size, (it) => Math.abs(it - was * 1.2) < 0.1, "larger");
    // What is between it and the edge has grown like all else.
    assert.ok(Math.abs(Number(await top()) - before * 1.2) < 4, `${await top()} is near ${before * 1.2}`);
    await browser().key("-");
    await until(size, (it) => Math.abs(it - was * 1.1) < 0.1, "smaller");
    assert.equal(await browser().inReader((root) => root.querySelector(".said")?.textContent), "Text size: 110%");
    await browser().key("0");
    await until(size, (it) => Math.abs(it - was) < 0.1, "as at first");
    await leave(browser());
  });

  test(`${name}: lines hold 45 to 75 characters`, async () => {
    await open(browser(), url("/story.html"));
    for (const font of ["serif", "sans", "mono", "dyslexic"]) {
      await choose(browser(), { font });
      if (font === "dyslexic") await until(() => fontCount(browser()), (it) => it === 3, "the faces are there");
      const perLine = await browser().inReader((root) => {
        const paragraph = /** @type {HTMLElement} */ (root.querySelector("article > p"));
        const { lineHeight } = getComputedStyle(paragraph);
        return paragraph.innerText.length / Math.round(paragraph.getBoundingClientRect().height / Number.parseFloat(lineHeight));
      });
      assert.ok(Number(perLine) >= 45 && Number(perLine) <= 75, `${font}: ${perLine}`);
    }
    await reset(browser());
    await leave(browser());
  });

  test(`${name}: OpenDyslexic comes under any policy without a request, and goes`, async () => {
    await browser().open(url("/strict.html"));
    await browser().evaluate(() => {
      const fonts = /** @type {any} */ (Object.getOwnPropertyDescriptor(Document.prototype, "fonts")).get.call(document);
      /** @type {any} */ (window).told = [];
      for (const type of ["loading", "loadingdone", "loadingerror"]) fonts.addEventListener(type, () => /** @type {any} */ (window).told.push(type));
    });
    const state = () =>
      browser().evaluate(() => [document.documentElement.outerHTML, performance.getEntriesByType("resource").length, /** @type {any} */ (window).told.join()]);
    const was = await state();
    await enter(browser());
    assert.equal(await fontCount(browser()), 0);
    await choose(browser(), { font: "dyslexic" });
    await until(() => fontCount(browser()), (it) => it === 3, "the faces are there");
    await choose(browser(), { font: "serif" });
    await until(() => fontCount(browser()), (it) => it === 0, "another font is chosen");
    await choose(browser(), { font: "dyslexic" });
    await until(() => fontCount(browser()), (it) => it === 3, "the faces are there again");
    await leave(browser());
    assert.equal(await fontCount(browser()), 0);
    await enter(browser());
    await until(() => fontCount(browser()), (it) => it === 3, "the faces are there from the start");
    const widths = await browser().inReader((root) => {
      const heading = /** @type {HTMLElement} */ (root.querySelector("h1"));
      const range = heading.ownerDocument.createRange();
      range.selectNodeContents(heading);
      const width = () => range.getBoundingClientRect().width;
      const own = width();
      heading.style.fontFamily = "sans-serif";
      const other = width();
      heading.style.fontFamily = "";
      return [own, other];
    });
    assert.notEqual(widths?.[0], widths?.[1], "the text is drawn in it");
    await reset(browser());
    await leave(browser());
    assert.equal(await fontCount(browser()), 0);
    assert.deepEqual(await state(), was);
  });

  test(`${name}: a page that watches itself sees nothing of all this, and is as it was`, async () => {
    await browser().open(url("/watchful.html"));
    await browser().evaluate(() => /** @type {any} */ (window).begin());
    const state = () => browser().evaluate(() => [/** @type {any} */ (window).state(), document.fonts.size]);
    const was = await state();
    await enter(browser());
    await open_(browser());
    await clickIn(browser(), ".letters-panel [data-theme=black]");
    await until(() => look(browser()), ({ paper }) => paper === "rgb(0, 0, 0)", "the paper is black");
    await browser().key("ArrowRight");
    await until(() => look(browser()), ({ theme }) => theme === "contrast", "the next theme, by key");
    await clickIn(browser(), ".letters-panel [data-font=dyslexic]");
    await until(() => fontCount(browser()), (it) => it === 3, "the faces are there");
    await clickIn(browser(), ".letters-panel [type=range]");
    await until(() => look(browser()), ({ size }) => Number.parseFloat(size) > 30, "larger, by the slider");
    await browser().key("+");
    await leave(browser());
    await pause(400);
    assert.deepEqual(await state(), was);
    assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).seen()), []);
    await open(browser(), url("/story.html"));
    await reset(browser());
    await leave(browser());
  });

  test(`${name}: Japanese in upright lines`, async () => {
    await open(browser(), url("/ja.html"));
    await choose(browser(), { writing: "vertical" });
    const seen = () =>
      browser().inReader((root) => {
        const scroller = /** @type {HTMLElement} */ (root.querySelector(".scroller"));
        const [first, second] = [...root.querySelectorAll("article > p")].map((it) => it.getBoundingClientRect());
        const code = /** @type {Element} */ (root.querySelector("pre"));
        const mode = (/** @type {Element} */ it) => getComputedStyle(it).writingMode;
        return {
          modes: [mode(scroller), mode(code)],
          isLeft: Number(second?.right) <= Number(first?.left),
          over: [scroller.scrollWidth > scroller.clientWidth, scroller.scrollHeight > scroller.clientHeight],
          emphasis: getComputedStyle(/** @type {Element} */ (root.querySelector("em"))).fontStyle,
          left: scroller.scrollLeft,
        };
      });
    const { left: start, ...shape } = /** @type {any} */ (await seen());
    assert.deepEqual(shape, { modes: ["vertical-rl", "horizontal-tb"], isLeft: true, over: [true, false], emphasis: "normal" });
    assert.equal(start, 0);
    await browser().key("a");
    await until(() => browser().inReader((root) => root.activeElement?.matches("input") !== true), (out) => out, "the panel is closed");
    await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector(".scroller")).focus());
    await browser().key("PageDown");
    const paged = await until(seen, (it) => Number(it?.left) < -600, "a page further on");
    await browser().wheel(600, 400, 300);
    await until(seen, (it) => Number(it?.left) <= Number(paged?.left) - 250, "the wheel leads on");
    await choose(browser(), { size: 140 });
    await choose(browser(), { writing: "horizontal" });
    await until(() => mode(browser()), (it) => it === "horizontal-tb", "the lines lie");
    assert.ok(Number(await browser().inReader((root) => root.querySelector(".scroller")?.scrollTop)) > 100, "at the same place");
    await choose(browser(), { writing: "vertical" });
    await leave(browser());
    await open(browser(), url("/story.html"));
    assert.equal(await mode(browser()), "horizontal-tb", "English lies");
    await open_(browser());
    const words = await browser().inReader((root) => root.querySelector(".letters-panel")?.textContent);
    assert.doesNotMatch(String(words), /Vertical/);
    await reset(browser());
    await leave(browser());
  });

  test(`${name}: Arabic letters stay joined`, async () => {
    await open(browser(), url("/ar.html"));
    await choose(browser(), { letters: 10 });
    const spacing = await browser().inReader((root) => getComputedStyle(/** @type {Element} */ (root.querySelector("article > p"))).letterSpacing);
    assert.match(String(spacing), /^(normal|0px)$/);
    await reset(browser());
    await leave(browser());
  });

  test(`${name}: the panel fits in a window of 320 by 256 px`, async () => {
    await browser().resize(320, 256);
    await open(browser(), url("/story.html"));
    await open_(browser());
    const fits = await browser().inReader((root) => {
      const panel = /** @type {HTMLElement} */ (root.querySelector(".letters-panel"));
      const { left, right, bottom } = panel.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && bottom <= innerHeight && panel.scrollWidth <= panel.clientWidth;
    });
    assert.equal(fits, true);
    await browser().resize(1280, 813);
    await leave(browser());
  });
});

/** @param {Browser} browser @param {string} address */
async function open(browser, address) {
  await browser.open(address);
  await enter(browser);
  await until(() => browser.inReader((root) => root.querySelector(".tool.letters") !== null), (it) => it === true, "the tools are there");
}

/** By Esc: once for the panel, where it is open, and once for the reader. @param {Browser} browser */
async function leave(browser) {
  for (let times = 0; times < 2; times += 1) if (await isOn(browser)) await browser.key("Escape");
  await left(browser);
  // What changed last is only being kept.
  await pause(200);
}

/** Opens the panel. @param {Browser} browser */
async function open_(browser) {
  await until(() => browser.inReader((root) => root.querySelector(".tool.letters") !== null), (it) => it === true, "the tools are there");
  const isOpen = () => browser.inReader((root) => root.querySelector(".letters-panel")?.checkVisibility());
  if (await isOpen()) return;
  await browser.key("a");
  await until(isOpen, (it) => it === true, "the panel is open");
}

/** Sets controls of the panel, each in its focus: there the reader tells it of input. @param {Browser} browser @param {Record<string, string | number>} values */
async function choose(browser, values) {
  await open_(browser);
  const isSet = await browser.inReader((root, wanted) => {
    const labels = { size: "Text size", leading: "Line height", measure: "Line width", letters: "Letter spacing", align: "Justified", writing: "Vertical lines" };
    for (const [name, value] of Object.entries(wanted)) {
      const radio = /** @type {HTMLInputElement | null} */ (root.querySelector(`.letters-panel [name="${name}"][value="${value}"]`));
      if (radio !== null) (radio.focus(), radio.click());
      else {
        const rows = [...root.querySelectorAll(".letters-panel .row")];
        const row = rows.find((it) => it.textContent?.startsWith(/** @type {any} */ (labels)[name]));
        const input = /** @type {HTMLInputElement | undefined | null} */ (row?.querySelector("input"));
        if (!input) return `${name}: ${rows.map((it) => it.textContent).join()}`;
        if (input.type === "checkbox") (input.focus(), input.click());
        else {
          input.value = String(value);
          input.dispatchEvent(new (/** @type {any} */ (input.ownerDocument.defaultView).Event)("input", { bubbles: true }));
        }
      }
    }
    return "";
  }, values);
  assert.equal(isSet, "");
}

/** @param {Browser} browser @param {string} selector */
const press = (browser, selector) =>
  browser.inReader((root, it) => {
    const control = /** @type {HTMLElement} */ (root.querySelector(it));
    control.focus();
    control.click();
  }, selector);

/** Waits for the word on the button to reset. @param {Browser} browser @param {string} word */
const settled = (browser, word) =>
  until(() => browser.inReader((root) => root.querySelector(".letters-panel > button")?.textContent), (it) => it === word, `the button says ${word}`);

/** @param {Browser} browser */
async function reset(browser, word = "Reset") {
  await open_(browser);
  await settled(browser, word);
  await browser.inReader((root) => root.querySelector(".letters-panel > button")?.scrollIntoView({ block: "nearest" }));
  await clickIn(browser, ".letters-panel > button");
  await settled(browser, "Reset");
  if (word === "Reset") await until(() => look(browser), ({ theme, font }) => theme === "system" && font === "serif", "everything is as at first");
}

/** @param {Browser} browser */
async function look(browser) {
  const seen = await browser.inReader((root) => {
    const dialog = /** @type {HTMLElement} */ (root.querySelector("dialog"));
    const { fontFamily: family, fontSize: size } = getComputedStyle(/** @type {Element} */ (root.querySelector(".scroller")));
    const { theme, font } = dialog.dataset;
    return { paper: getComputedStyle(dialog).backgroundColor, theme, leading: dialog.style.getPropertyValue("--leading"), font, family, size };
  });
  return /** @type {NonNullable<typeof seen>} */ (seen);
}

/** @param {Browser} browser */
const mode = (browser) => browser.inReader((root) => getComputedStyle(/** @type {Element} */ (root.querySelector(".scroller"))).writingMode);

/** How many fonts the page has. @param {Browser} browser */
const fontCount = (browser) => browser.evaluate(() => /** @type {any} */ (Object.getOwnPropertyDescriptor(Document.prototype, "fonts")).get.call(document).size);

/** The contrast of what stands on what. @param {Browser} browser @returns {Promise<Record<string, number>>} */
async function contrasts(browser) {
  const found = await browser.inReader((root) => {
    const luminance = (/** @type {string} */ colour) => {
      const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((it) => Number(it) / (colour.startsWith("color(") ? 1 : 255));
      const linear = parts.map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
      return 0.2126 * Number(linear[0]) + 0.7152 * Number(linear[1]) + 0.0722 * Number(linear[2]);
    };
    const behind = (/** @type {Element} */ element) => {
      for (let it = /** @type {Element | null} */ (element); it !== null; it = it.parentElement) {
        const { backgroundColor } = getComputedStyle(it);
        if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    const ratio = (/** @type {string} */ selector) => {
      const element = /** @type {Element} */ (root.querySelector(selector));
      const [one, other] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    };
    const names = ["article > p", "article p > a", "blockquote", "pre", ".facts, .site", ".tool", ".panel legend", ...[...root.querySelectorAll(".choice")].map((it) => `.choice[data-theme=${/** @type {HTMLElement} */ (it).dataset.theme}]`).filter((it) => !it.includes("undefined"))];
    return Object.fromEntries(names.map((it) => [it, ratio(it)]));
  });
  return found ?? {};
}
