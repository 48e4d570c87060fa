// Where Lede errs: what was left out can be seen and kept, the page can be corrected by hand, and what was chosen can hold
// for the site. The page is told nothing of it, and is afterwards as it was.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickIn, enter, inBoth, left, readerText, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const STORY = `
  <h1>The ferry that came back empty</h1>
  <p>Nobody on the quay at Lower Brim could say on Sunday where the ferry had been, and by Monday nobody asked. It had cast
  off at seven with nobody aboard, and was seen from the mill at ten, going upstream.</p>
  <p>The ferryman, who keeps the only key, was at his sister's in the valley, and there are nine people who had supper with
  him there. The chain was found hanging as he had left it on Saturday, tied up with a red ribbon.</p>
  <p class="correction-wanted" id="wrong">This paragraph about a sale of wool at half its price has nothing to do with the ferry, and yet it
  stands in the midst of the story, where a careless hand has put it some time ago.</p>
  <p>A clockmaker from the town has looked at the winch and found it in order. He thinks of the current, he says, but he
  would not swear to it, since the river had been low and the sluices have been shut since the autumn.</p>`;
const ASIDE = `<aside class="side-note"><p>A note on ferries: the oldest of them crossed here when there was no bridge, and carried salt, and once a bear, whom the ferryman did not charge.</p></aside>`;
const RELATED = `<div class="related-links"><h2>Related stories</h2><ul>${["mill", "weir", "bridge", "toll"].map((it) => `<li><a href="/${it}">What became of the old ${it}</a></li>`).join("")}</ul></div>`;
const WATCH = `<script>
  window.log = [];
  for (const type of ["click", "mousedown", "pointermove", "pointerdown", "keydown", "keyup", "focus", "blur", "focusin", "scroll", "wheel"])
    for (const place of [document, document.documentElement]) place.addEventListener(type, (event) => log.push(type + " at " + event.target.nodeName), true);
  new MutationObserver((records) => log.push(...records.filter(({ target }) => target !== document.documentElement).map(({ target }) => "changed " + target.nodeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;
const page = (/** @type {string} */ body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry that came back empty</title>${head}<style>a { display: inline-block }</style></head><body>${body}${WATCH}</body></html>`;
const TALL = `<div style="height: 3000px">Below</div>`;

const PAGES = {
  "/ferry.html": page(`<main><article>${STORY}${RELATED}</article>${ASIDE}</main><footer>Brim Herald, all rights reserved.</footer>${TALL}`),
  "/again.html": page(`<main><article>${STORY.replaceAll("ferry", "barge")}${RELATED}</article></main>`),
  "/modal.html": page(`<dialog id="consent"><p>We value cookies.</p></dialog><article>${STORY}</article><script>document.getElementById("consent").showModal();</script>`),
  "/named.html": page(`<article>${STORY}<div id="x9f3a" class="css-1x9z sc-bdVaJa kqxzjt promo-box">${"<p>Wool by the bale, and cheaper than it was. Ask at the mill, and tell them who sent you, for they like to know.</p>".repeat(2)}</div></article><input id="field">`),
};

inBoth(PAGES, ({ name, browser, url }) => {
  test(`${name}: a part is left out by the mouse, for the site, and the page knows nothing`, async () => {
    await browser().open(url("/ferry.html"));
    await browser().evaluate(() => (scrollTo(0, 40), new Promise((resolve) => setTimeout(resolve, 300))));
    const was = await browser().evaluate(() => [document.documentElement.outerHTML, scrollX, scrollY]);
    await browser().evaluate(() => void /** @type {any} */ (window).log.splice(0));
    await enter(browser());
    assert.match(await readerText(browser()), /sale of wool/);
    await startPicking(browser());
    const middle = await browser().evaluate(() => {
      const { x, y, width, height } = /** @type {Element} */ (document.getElementById("wrong")).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await browser().click(middle.x, middle.y);
    await until(() => count(browser(), ".pick.drop"), (many) => many === 1, "the part is shaded");
    const framed = () =>
      browser().inReader((root) => {
        const [pick, cursor] = [".pick", ".cursor"].map((it) => /** @type {Element} */ (root.querySelector(it)).getBoundingClientRect());
        return [pick?.x, pick?.y, cursor?.width].map((it) => Math.round(Number(it))).join();
      });
    const box = () =>
      browser().evaluate(() => {
        const { x, y, width } = /** @type {Element} */ (document.getElementById("wrong")).getBoundingClientRect();
        return [x, y, width].map(Math.round).join();
      });
    const placed = await box();
    await until(framed, (seen) => seen === placed, "the frame is where the part is");
    // By the wheel the page scrolls, and the frame with it.
    await browser().wheel(middle.x, middle.y, 120);
    await until(box, (seen) => seen !== placed, "the page scrolls");
    await until(async () => (await framed()) === (await box()), (is) => is, "the frame follows");
    await done(browser());
    await until(() => readerText(browser()), (text) => !text.includes("sale of wool"), "the part is gone");
    assert.match(await readerText(browser()), /Nobody on the quay[^]*since the autumn/);
    await until(() => count(browser(), ".offer button"), (many) => many === 2, "it is asked whether to remember");
    await clickIn(browser(), ".offer button");
    await until(() => offered(browser()), (text) => /Remembered/.test(text), "it is remembered");
    await browser().key("Escape");
    await browser().key("Escape");
    await left(browser());
    await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.deepEqual(await browser().evaluate(() => [document.documentElement.outerHTML, scrollX, scrollY]), was);
    assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).log), []);
  });

  test(`${name}: the rule holds on another page of the site`, async () => {
    await browser().open(url("/again.html"));
    await enter(browser());
    const text = await readerText(browser());
    assert.match(text, /where the barge had been/);
    assert.doesNotMatch(text, /sale of wool/);
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: a part is added by the keyboard, undone, and added again`, async () => {
    await browser().open(url("/ferry.html"));
    await enter(browser());
    await startPicking(browser());
    await browser().key("k");
    // From the middle of the window to the outermost, and from there to what stands beside the article.
    for (let steps = 0; steps < 7; steps += 1) await browser().key("ArrowUp");
    for (let steps = 0; steps < 3; steps += 1) await browser().key("ArrowLeft");
    assert.match(await told(browser()), /^main The ferry/);
    await browser().key("ArrowDown");
    await browser().key("ArrowRight");
    assert.match(await told(browser()), /^aside A note on ferries/);
    await browser().key("Enter");
    await until(() => count(browser(), ".pick.keep"), (many) => many === 1, "the part is shaded");
    await browser().key("u");
    await until(() => count(browser(), ".pick"), (many) => many === 0, "the choice is taken back");
    await browser().key("Enter");
    await browser().key("d");
    await until(() => readerText(browser()), (text) => text.includes("once a bear"), "the part is in the article");
    await browser().key("Escape");
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: Esc leaves the picker, the button leaves all`, async () => {
    await browser().open(url("/ferry.html"));
    await enter(browser());
    await startPicking(browser());
    await browser().key("ArrowDown");
    await browser().key("Enter");
    await browser().key("Escape");
    await until(() => count(browser(), ".picker"), (many) => many === 0, "the picker is gone");
    assert.equal(await browser().inReader((root) => root.querySelector("dialog")?.matches(":modal")), true);
    await startPicking(browser());
    await browser().press();
    await left(browser());
    const overflow = await browser().evaluate(() => [getComputedStyle(document.documentElement).overflow, document.documentElement.hasAttribute("data-lede")]);
    assert.deepEqual(overflow, ["visible", false]);
  });

  test(`${name}: a rule names a part by what people have called it`, async () => {
    await browser().open(url("/named.html"));
    await enter(browser());
    await startPicking(browser());
    const { x, y } = await browser().evaluate(() => {
      const box = /** @type {Element} */ (document.querySelector(".promo-box p")).getBoundingClientRect();
      return { x: box.x + 5, y: box.y + 5 };
    });
    await browser().click(x, y);
    await browser().key("ArrowUp");
    await browser().key("u");
    await browser().key("Enter");
    await browser().key("d");
    await until(() => count(browser(), ".offer button"), (many) => many === 2, "it is asked whether to remember");
    await browser().key("Enter");
    await until(() => offered(browser()), (text) => /Remembered/.test(text), "it is remembered");
    await browser().press();
    await left(browser());
    await browser().open(await browser().ownAddress("options/options.html"));
    const named = () => browser().evaluate(() => [...document.querySelectorAll("code")].map((it) => it.textContent).join());
    await until(named, (list) => list.includes("div.promo-box"), "the rule is listed");
    assert.doesNotMatch(await named(), /x9f3a|css-|sc-|kqxzjt/);
  });

  test(`${name}: the focus stays with the picker, and keys never reach the page's fields`, async () => {
    await browser().open(url("/named.html"));
    await enter(browser());
    await startPicking(browser());
    await browser().evaluate(() => document.getElementById("field")?.focus());
    await until(() => browser().inReader((root) => root.activeElement?.className), (at) => at === "surface", "the focus is back");
    for (let times = 0; times < 3; times += 1) await browser().key("Tab");
    await browser().key("a");
    assert.equal(await browser().evaluate(() => /** @type {HTMLInputElement} */ (document.getElementById("field")).value), "");
    await browser().key("Escape");
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: a dialog of the page does not keep one from choosing by keys`, async () => {
    await browser().open(url("/modal.html"));
    await enter(browser());
    await startPicking(browser());
    await browser().key("ArrowDown");
    await browser().key("Enter");
    await until(() => count(browser(), ".pick"), (many) => many === 1, "a part is chosen");
    await browser().key("Escape");
    await browser().key("Escape");
    await left(browser());
    assert.equal(await browser().evaluate(() => document.querySelector("dialog")?.matches(":modal")), true);
  });

  test(`${name}: what was left out shows with its reason, and is kept by a press`, async () => {
    await browser().open(url("/ferry.html"));
    await enter(browser());
    assert.doesNotMatch(await readerText(browser()), /old weir/);
    await ready(browser());
    await browser().key("o");
    await until(() => count(browser(), ".left-out"), (many) => Number(many) > 0, "what was left out shows");
    const text = await readerText(browser());
    assert.match(text, /old weir/);
    const at = await browser().inReader((root) => [...root.querySelectorAll(".left-out")].findIndex((it) => it.textContent.includes("weir")));
    await browser().inReader((root, index) => void root.querySelectorAll(".left-out")[Number(index)]?.querySelector("button")?.setAttribute("id", "keep"), at);
    await browser().inReader((root) => root.querySelector("#keep")?.scrollIntoView({ block: "center", behavior: "instant" }));
    await clickIn(browser(), "#keep");
    const kept = () => browser().inReader((root) => [...root.querySelectorAll("article a")].some((it) => it.textContent.includes("weir") && it.closest(".left-out") === null));
    await until(kept, (is) => is, "the part is in the story");
    await browser().key("o");
    if ((await count(browser(), ".left-out")) !== 0) await browser().key("o");
    await browser().press();
    await left(browser());
  });

  test(`${name}: where Lede is not sure it offers correction`, async () => {
    await browser().open(url("/no-article-directory.html"));
    await enter(browser());
    await ready(browser());
    assert.equal((await choices(browser()))?.at(-1), "Correct the article");
    await clickIn(browser(), ".note button:last-child");
    await until(() => count(browser(), ".picker"), (many) => many === 1, "the picker is there");
    await browser().press();
    await left(browser());
  });

  test(`${name}: where there is another reading it shows, and the first again`, async () => {
    await browser().open(url("/no-article-directory.html"));
    await enter(browser());
    await ready(browser());
    assert.deepEqual(await choices(browser()), ["Show the other candidate", "Correct the article"]);
    const first = await readerText(browser());
    await clickIn(browser(), ".note button");
    await until(() => choices(browser()), (words) => words?.[0] === "Show the first candidate", "the other one shows");
    assert.notEqual((await readerText(browser())).length, first.length);
    await clickIn(browser(), ".note button");
    await until(() => readerText(browser()), (text) => text === first, "the first one shows");
    await browser().press();
    await left(browser());
  });
});

/** What the buttons at the note say. @param {Browser} browser */
const choices = (browser) => browser.inReader((root) => [...root.querySelectorAll(".note button")].map((it) => it.textContent ?? ""));

/** The tools are there. @param {Browser} browser */
const ready = (browser) => until(() => count(browser, ".tool, .said"), (many) => Number(many) > 0, "the tools are there");

/** @param {Browser} browser */
async function startPicking(browser) {
  await ready(browser);
  await browser.key("x");
  await until(() => count(browser, ".picker"), (many) => many === 1, "the picker is there");
}

/** @param {Browser} browser */
const done = (browser) => clickIn(browser, ".pick-bar button:last-of-type");

/** @param {Browser} browser @param {string} selector */
const count = (browser, selector) => browser.inReader((root, what) => root.querySelectorAll(what).length, selector);

/** What the picker is at. @param {Browser} browser */
const told = async (browser) => (await browser.inReader((root) => root.querySelector(".pick-bar p")?.textContent)) ?? "";

/** @param {Browser} browser */
const offered = async (browser) => (await browser.inReader((root) => root.querySelector(".offer")?.textContent)) ?? "";
