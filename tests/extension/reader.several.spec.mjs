// Articles that are split over several pages, and pages that go on changing beneath the reader.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickIn, enter, inBoth, isOn, left, readerText, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const told = (/** @type {string} */ name) =>
  `<p>${name}. Long before anyone now living was born, and once in a war, it is told that the bell did so for a whole night, and nobody could be found who had touched the rope, though the whole village had been out in the street to see.</p>`;
const many = (/** @type {string} */ name, count = 6) => Array.from({ length: count }, (_, at) => told(`${name} ${at + 1}`)).join("");
const page = (/** @type {string} */ body, title = "The bell that rang by itself") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const article = (/** @type {string} */ story, title = "The bell that rang by itself") => `<article><h1>${title}</h1><p class="byline">By Mo Tarn</p>${story}</article>`;
const BIO = "<p>Mo Tarn has written of villages, mills and bells for thirty years, and lives in the valley below the church of which all this is told.</p>";

/** A page of several, which leads to all of them. @param {string} path @param {number} own @param {number} count */
const ofSeveral = (path, own, count) => {
  const heading = `<h2>Heading ${own}</h2>`;
  const links = Array.from({ length: count }, (_, at) => (at + 1 === own ? `<b>${own}</b>` : `<a href="${path}/page/${at + 1}">${at + 1}</a>`));
  const note = own < 3 ? `<p>It is told in the chronicle too.<sup><a href="#n1">1</a></sup> So they say in the valley, at the least.</p>` : "";
  const notes = own < 3 ? `<ol><li id="n1">Note of page ${own}, in the chronicle of the parish.</li></ol>` : "";
  return page(`${article(`${many(`Page ${own}, paragraph`)}${heading}${note}${notes}${BIO}`)}<nav class="pagination">${links.join(" ")}</nav>`);
};
/** A page that only leads on. @param {number} own */
const ofChain = (own) => page(`${article(many(`Link ${own}, paragraph`, 3))}<nav class="pagination"><a rel="next" href="/chain/page/${own + 1}">Next page</a></nav>`);

/** A page that becomes another without loading it. */
const APP = page(`<main>${article(many("First", 40))}</main><script>
  const stories = { "/app.html": document.querySelector("main").cloneNode(true) };
  const other = document.createElement("main");
  other.innerHTML = ${JSON.stringify(article(many("Second", 40), "The mill that stood still"))};
  stories["/app/mill"] = other;
  const show = () => setTimeout(() => {
    const story = stories[location.pathname];
    document.title = story ? story.querySelector("h1").textContent : "All stories";
    document.querySelector("main").replaceWith(story ? story.cloneNode(true) : document.createElement("main"));
    scrollTo(0, 0);
  }, 200);
  window.go = (path) => { history.pushState(null, "", path); show(); };
  addEventListener("popstate", show);
</script>`);

/** @type {Record<string, import("./server.mjs").Page | string>} */
const OWN = {
  ...Object.fromEntries([1, 2, 3].map((own) => [`/bell/page/${own}`, ofSeveral("/bell", own, 3)])),
  ...Object.fromEntries([1, 3].map((own) => [`/gap/page/${own}`, ofSeveral("/gap", own, 3)])),
  ...Object.fromEntries([1, 3].map((own) => [`/slow/page/${own}`, ofSeveral("/slow", own, 3)])),
  "/slow/page/2": { body: ofSeveral("/slow", 2, 3), delay: 1500 },
  ...Object.fromEntries([1, 2].map((own) => [`/away/page/${own}`, ofSeveral("/away", own, 2)])),
  ...Object.fromEntries(Array.from({ length: 34 }, (_, at) => [`/chain/page/${at + 1}`, ofChain(at + 1)])),
  "/app.html": APP,
  "/late.html": page("<main></main>"),
  "/growing.html": page(`<main>${article(many("Paragraph", 20))}</main>`),
};

inBoth(OWN, ({ name, browser, url, elsewhere }) => {
  // Chromium leaves out what is null on its way into the page.
  if (name === "chromium") test(`${name}: an article of one page has nothing brought for several`, async () => {
    const own = /** @type {import("./chromium.mjs").Chromium} */ (browser());
    await own.inBackground(() => {
      const seen = /** @type {string[]} */ (/** @type {any} */ (globalThis).brought = []);
      chrome.runtime.onMessage.addListener(({ ask, value }) => void (ask === "bring" && seen.push(value)));
    });
    const brought = () => own.inBackground(() => /** @type {any} */ (globalThis).brought);
    await open(own, url("/growing.html"));
    assert.deepEqual(await brought(), []);
    await own.key("Escape");
    await left(own);
    await open(own, url("/bell/page/1"));
    assert.deepEqual(await brought(), ["pages"]);
  });

  test(`${name}: the pages of an article are joined, each once and in order`, async () => {
    await open(browser(), url("/bell/page/1"));
    assert.equal((await offers(browser())).join(), "Read all pages,Read all pages");
    await clickIn(browser(), ".pages.top button");
    await until(() => offers(browser()), (it) => it?.length === 0, "all pages are here");
    assert.deepEqual(await starts(browser()), ["Page 1, paragraph 1", "Page 2", "Page 2, paragraph 1", "Page 3", "Page 3, paragraph 1"]);
    const text = await readerText(browser());
    for (const once of ["The bell that rang by itself", "Mo Tarn\n", "Mo Tarn has written", "Note of page 2"]) assert.equal(text.split(once).length, 2, once);
    assert.equal(await browser().inReader((root) => root.activeElement?.className), "scroller");
    const roles = await browser().inReader((root) => [...root.querySelectorAll(".page-break")].map((it) => `${it.getAttribute("role")} ${it.getAttribute("aria-label")}`));
    assert.deepEqual(roles, ["separator Page 2", "separator Page 3"]);
    await browser().key("c");
    const contents = await browser().inReader((root) => [...root.querySelectorAll(".outline-panel a")].map((it) => it.textContent));
    assert.deepEqual(contents, ["Heading 1", "Heading 2", "Heading 3"]);
    assert.equal(await browser().inReader((root) => root.querySelectorAll('sup a[role="doc-noteref"]').length), 2);
    await browser().key("Escape");
    const notes = await browser().inReader((root) =>
      [...root.querySelectorAll("sup a")].map((link) => root.querySelector(link.getAttribute("href") ?? "")?.closest("li")?.textContent ?? ""),
    );
    assert.deepEqual(notes?.map((it) => it.slice(0, 14)), ["Note of page 1", "Note of page 2"]);
  });

  test(`${name}: from a page in the middle, by key; the pages before it come before it`, async () => {
    await open(browser(), url("/bell/page/2"));
    await browser().inReader((root) => /** @type {HTMLElement} */ (root.querySelector(".pages.end button")).focus());
    await browser().key("Enter");
    await until(() => offers(browser()), (it) => it?.length === 0, "all pages are here");
    assert.deepEqual(await starts(browser()), ["Page 1, paragraph 1", "Page 2", "Page 2, paragraph 1", "Page 3", "Page 3, paragraph 1"]);
  });

  test(`${name}: a page that does not come leaves a line, and can be had later`, async () => {
    delete OWN["/gap/page/2"];
    await open(browser(), url("/gap/page/1"));
    await clickIn(browser(), ".pages.top button");
    const line = () => browser().inReader((root) => root.querySelector(".page-break:has(button)")?.textContent ?? "");
    assert.equal(await until(line, Boolean, "the line"), "Page 2 could not be loaded.Try again");
    await until(() => starts(browser()), (it) => it?.at(-1) === "Page 3, paragraph 1", "the rest");
    await until(() => browser().inReader((root) => root.querySelector(".said")?.textContent), (it) => it === "Page 2 could not be loaded.", "it is said");
    await browser().inReader((root) => root.querySelector(".page-break button")?.scrollIntoView({ block: "center", behavior: "instant" }));
    await clickIn(browser(), ".page-break button");
    await until(line, Boolean, "the line once more");
    OWN["/gap/page/2"] = ofSeveral("/gap", 2, 3);
    await clickIn(browser(), ".page-break button");
    await until(() => starts(browser()), (it) => it?.join() === "Page 1, paragraph 1,Page 2,Page 2, paragraph 1,Page 3,Page 3, paragraph 1", "all pages in order");
  });

  test(`${name}: loading can be stopped, begun again, and ends when the reader goes`, async () => {
    await open(browser(), url("/slow/page/1"));
    await clickIn(browser(), ".pages.top button");
    assert.equal(await browser().inReader((root) => root.querySelector(".pages.top")?.textContent), "Page 2 of 3Stop");
    await clickIn(browser(), ".pages.top button");
    assert.equal((await offers(browser())).join(), "Read all pages,Read all pages");
    await pause(browser(), 2000);
    assert.deepEqual(await starts(browser()), ["Page 1, paragraph 1"]);
    await clickIn(browser(), ".pages.top button");
    await browser().key("Escape");
    await left(browser());
    await pause(browser(), 2000);
    assert.equal(await isOn(browser()), false);
  });

  test(`${name}: what leads to another site is refused`, async () => {
    OWN["/away/page/2"] = { status: 302, body: "", headers: { location: elsewhere("/bell/page/2") } };
    OWN["/bell/page/2"] = { body: ofSeveral("/bell", 2, 3), headers: { "access-control-allow-origin": "*" } };
    await open(browser(), url("/away/page/1"));
    await clickIn(browser(), ".pages.top button");
    await until(() => starts(browser()), (it) => it?.[1] === "Page 2 could not be loaded.Try again", "the line");
  });

  test(`${name}: pages that only lead on are followed, thirty at the most`, async () => {
    await open(browser(), url("/chain/page/1"));
    await clickIn(browser(), ".pages.top button");
    await until(() => offers(browser()), (it) => it?.length === 0, "the pages are here", 60);
    const marks = await browser().inReader((root) => [...root.querySelectorAll(".page-break")].map((it) => it.textContent));
    assert.deepEqual(marks, Array.from({ length: 29 }, (_, at) => `Page ${at + 2}`));
  });

  test(`${name}: a page that becomes another is shown in place, there and back`, async () => {
    await open(browser(), url("/app.html"));
    await browser().evaluate(() => scrollTo(0, 900));
    await watchGaps(browser());
    await scrollReader(browser(), 2000);
    await browser().evaluate(() => /** @type {any} */ (window).go("/app/mill"));
    await until(() => title(browser()), (it) => it === "The mill that stood still", "the other article");
    assert.equal(await browser().inReader((root) => root.querySelector(".scroller")?.scrollTop), 0);
    assert.equal(await browser().inReader((root) => root.activeElement?.className), "scroller");
    await until(() => browser().inReader((root) => root.querySelector(".progress") !== null), Boolean, "its tools");
    await browser().evaluate(() => history.back());
    await until(() => title(browser()), (it) => it === "The bell that rang by itself", "the first article");
    assert.equal(await browser().evaluate(() => /** @type {any} */ (window).gaps), 0);
    await browser().key("Escape");
    await left(browser());
    assert.equal(await browser().evaluate(() => scrollY), 0, "the page stays where it has come to");
    assert.equal(await browser().evaluate(() => document.documentElement.hasAttribute("data-lede")), false);
  });

  test(`${name}: without an article there the reader goes; with the same one it stays`, async () => {
    await open(browser(), url("/app.html"));
    await browser().evaluate(() => history.replaceState(null, "", "/app.html?from=elsewhere"));
    await pause(browser(), 1500);
    assert.equal(await title(browser()), "The bell that rang by itself");
    await browser().evaluate(() => /** @type {any} */ (window).go("/app/"));
    await left(browser());
  });

  test(`${name}: an article that comes after the press is shown`, async () => {
    await open(browser(), url("/late.html"));
    await browser().evaluate((html) => void (/** @type {Element} */ (document.querySelector("main")).innerHTML = html), article(many("Late", 8)));
    await until(() => readerText(browser()), (it) => /Late 8\./.test(it), "the article");
    assert.equal(await browser().inReader((root) => root.querySelector(".note") === null), true, "there is no doubt any more");
  });

  test(`${name}: text that grows is shown, and one stays at the line`, async () => {
    await open(browser(), url("/growing.html"));
    await browser().inReader((root) => [...root.querySelectorAll("p")].find((it) => it.textContent?.startsWith("Paragraph 12."))?.scrollIntoView({ behavior: "instant" }));
    await pause(browser(), 200);
    await browser().evaluate(
      (before, after) => {
        document.querySelector(".byline")?.insertAdjacentHTML("afterend", before);
        document.querySelector("article")?.insertAdjacentHTML("beforeend", after);
      },
      many("Before", 3),
      many("After", 15),
    );
    await until(() => readerText(browser()), (it) => /Before 1\.[^]*After 15\./.test(it), "the whole text");
    const top = await browser().inReader((root) => [...root.querySelectorAll("p")].find((it) => it.textContent?.startsWith("Paragraph 12."))?.getBoundingClientRect().top);
    assert.ok(Math.abs(Number(top)) < 5, `the line is at ${top}`);
    assert.equal(await browser().inReader((root) => root.activeElement?.className), "scroller");
  });
});

/** Opens a page and the reader, with its tools. @param {Browser} browser @param {string} address */
async function open(browser, address) {
  await browser.open(address);
  await enter(browser);
  await until(() => browser.inReader((root) => root.querySelector(".outline, .shortcuts") !== null), Boolean, "the tools are there");
  const isSeveral = /page\/\d/.test(address);
  if (isSeveral) await until(() => offers(browser), (it) => it?.length === 2, "the pages are offered");
}

/** What the buttons for pages say, those that show. @param {Browser} browser */
const offers = async (browser) =>
  (await browser.inReader((root) => [...root.querySelectorAll(".pages:not([hidden]) button")].map((it) => it.textContent ?? ""))) ?? [];

/** The marks between pages, and what follows each. @param {Browser} browser */
const starts = (browser) =>
  browser.inReader((root) => {
    const blocks = [...root.querySelectorAll("article > :not(header)")];
    const isMark = (/** @type {Element | undefined} */ it) => it?.classList.contains("page-break") ?? false;
    return blocks.filter((it, at) => isMark(it) || at === 0 || isMark(blocks[at - 1])).map((it) => (it.textContent ?? "").split(". Long")[0] ?? "");
  });

/** @param {Browser} browser */
const title = (browser) => browser.inReader((root) => root.querySelector("h1")?.textContent);

/** @param {Browser} browser @param {number} top */
const scrollReader = (browser, top) => browser.inReader((root, to) => root.querySelector(".scroller")?.scrollTo({ top: to, behavior: "instant" }), top);

/** Counts in each frame whether no reader is there. @param {Browser} browser */
const watchGaps = (browser) =>
  browser.evaluate(() => {
    const page = /** @type {any} */ (window);
    page.gaps = 0;
    const look = () => {
      if (document.querySelector("lede-reader") === null || !document.documentElement.hasAttribute("data-lede")) page.gaps += 1;
      if (page.gaps < 3) requestAnimationFrame(look);
    };
    look();
  });

/** @param {Browser} browser @param {number} ms */
const pause = (browser, ms) => browser.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
