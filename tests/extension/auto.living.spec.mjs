// Pages that go on changing while they are cleaned, and what a reader can do there: everything again, comments, a part
// that is to stay.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { inBoth, turnOn, until } from "./browser.mjs";
import { clean, html, isOverdue, late, settled, view } from "./world/look.mjs";
import { storiesOf, textsOf } from "./world/pages.mjs";
import { ORIGINS, serveWorld } from "./world/serve.mjs";
import { SITES } from "./world/sites.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */
/** @typedef {import("./world/sites.mjs").Site} Site */

/** @type {Awaited<ReturnType<typeof serveWorld>>} */ let world;
before(async () => {
  world = await serveWorld();
});
after(() => world?.close());

const MOST_SHIFT = 0.02;

/** @param {string} trait */
const siteWith = (trait) => /** @type {Site} */ (SITES.find(({ traits }) => traits.includes(trait)));

/** Opens a site's first story and waits until it is tidied. @param {Browser} browser @param {Site} site @param {string} [after] added to its address */
const tidied = async (browser, site, after = "") => {
  await browser.open(world.url(site, (storiesOf(site)[0] ?? "") + after));
  assert.equal(await settled(browser), "tidy");
};

/** Presses Alt+Shift+K. @param {Browser} browser */
const pressAll = (browser) => browser.chord("K");

inBoth({}, ({ name, browser }) => {
  test(`${name}: a page that becomes another story without loading is tidied anew, and nothing flashes`, async () => {
    await turnOn(browser(), { sites: { localhost: "tidy" } }, ORIGINS);
    const site = siteWith("app");
    await tidied(browser(), site);
    const [, second = ""] = storiesOf(site);
    await browser().evaluate((path) => /** @type {any} */ (globalThis).go(path), second);
    const { paragraphs, title } = /** @type {import("./world/texts.mjs").Story} */ (textsOf(site)[1]);
    await until(() => view(browser()), ({ text }) => text.includes(title) && text.includes(paragraphs[5] ?? ""), "the second story");
    const { seen } = await clean(browser(), second);
    assert.ok(seen.flashed === 0 || isOverdue(seen), `clutter was drawn in ${seen.flashed} frames`);
    await browser().evaluate(() => history.back());
    await until(() => view(browser()), ({ text }) => text.includes(textsOf(site)[0]?.title ?? ""), "the first one again");
    await clean(browser(), "the first one again");
    await browser().evaluate(() => /** @type {any} */ (globalThis).go("/"));
    await until(() => view(browser()), ({ clutter }) => clutter.length > 0, "the front is as it is");
    await until(() => html(browser()), (is) => !/ data-lede-|<lede-/.test(is), "nothing of Lede is left");
  });

  test(`${name}: from a front to a story without loading`, async () => {
    const site = siteWith("app");
    await browser().open(world.url(site, "/"));
    assert.equal(await settled(browser()), "off");
    await browser().evaluate((path) => /** @type {any} */ (globalThis).go(path), storiesOf(site)[0] ?? "");
    await until(() => view(browser()), ({ text }) => text.includes(textsOf(site)[0]?.title ?? ""), "the story");
    await clean(browser(), "the story");
  });

  test(`${name}: the next story below is tidied too`, async () => {
    const site = siteWith("endless");
    await tidied(browser(), site);
    await late(browser());
    await browser().evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const next = textsOf(site)[1]?.paragraphs[5] ?? "";
    await until(() => view(browser()), ({ text }) => text.includes(next), "the next story");
    const seen = await clean(browser(), "two stories");
    assert.ok(seen.text.includes(textsOf(site)[0]?.paragraphs[5] ?? ""));
    assert.equal(seen.seen.removed, 0);
  });

  test(`${name}: posts that are added to a live blog show, and adverts that are do not`, async () => {
    const site = siteWith("live");
    await tidied(browser(), site);
    await late(browser());
    assert.equal(await browser().evaluate(() => document.querySelector("[data-late]")?.checkVisibility()), true);
    await browser().evaluate((ad) => {
      const strip = document.createElement("div");
      strip.className = ad;
      strip.dataset.clutter = "";
      strip.textContent = "Buy";
      document.querySelector(".post")?.before(strip);
    }, site.names.ad ?? "");
    await clean(browser(), "an advert in the story");
  });

  test(`${name}: back and forward, and the page is still tidy`, async () => {
    const site = siteWith("comments");
    await tidied(browser(), site);
    await browser().open(world.url(site, "/"));
    await browser().evaluate(() => history.back());
    await until(() => browser().evaluate(() => document.readyState === "complete" && document.querySelector("h1") !== null), (there) => there, "the story is back");
    assert.equal(await settled(browser()), "tidy");
    await clean(browser(), "back");
  });

  test(`${name}: one key shows everything again, and hides it again`, async () => {
    const site = siteWith("comments");
    await tidied(browser(), site);
    await late(browser());
    await pressAll(browser());
    const bare = await view(browser());
    assert.ok(bare.clutter.length >= 4 && bare.comments === 1, JSON.stringify(bare.clutter));
    await pressAll(browser());
    await clean(browser(), "hidden again");
  });

  test(`${name}: the mark says how many parts are hidden, and shows comments`, async () => {
    const site = siteWith("comments");
    await tidied(browser(), site);
    const said = await until(() => browser().inMark((root) => root.querySelector(".pill")?.textContent ?? ""), (text) => /\d/.test(text ?? ""), "the mark");
    assert.match(said ?? "", /^Hidden: \d+$/);
    await browser().inMark((root) => /** @type {HTMLElement} */ (root.querySelector(".pill")).click());
    const list = await browser().inMark((root) => [...root.querySelectorAll("li")].map((it) => it.textContent ?? ""));
    assert.ok((list?.length ?? 0) >= 3, JSON.stringify(list));
    await browser().inMark((root) => /** @type {HTMLElement} */ (root.querySelectorAll(".acts button")[1]).click());
    assert.equal((await view(browser())).comments, 1);
  });

  test(`${name}: a part that is shown again can be kept for the site`, async () => {
    const site = siteWith("comments");
    await tidied(browser(), site);
    await browser().inMark((root) => /** @type {HTMLElement} */ (root.querySelector(".pill")).click());
    const foot = "© The Harbour Post";
    await browser().inMark((root, text) => /** @type {HTMLElement} */ ([...root.querySelectorAll("li button")].find((it) => it.textContent?.includes(text))).click(), foot);
    await browser().inMark((root) => /** @type {HTMLElement} */ (root.querySelector("li button:focus")).click());
    await until(() => browser().inMark((root) => root.querySelector("[role=status]")?.textContent ?? ""), (text) => text !== "", "it says what came of it");
    await tidied(browser(), site);
    assert.deepEqual((await view(browser())).clutter, [site.names.foot]);
    await browser().inOwnPage(() => chrome.storage.local.get(null).then((all) => chrome.storage.local.remove(Object.keys(all).filter((key) => key.startsWith("rules:")))));
  });

  test(`${name}: a story that comes when the page is seen already does not move`, async () => {
    await tidied(browser(), siteWith("app"), "?slow");
    const { seen } = await clean(browser(), "a late story");
    assert.ok(seen.first < seen.came, `seen first after ${seen.first} ms, the story after ${seen.came}`);
    assert.ok(seen.shifts < MOST_SHIFT, `shifted by ${seen.shifts}`);
    assert.ok(seen.moved < MOST_SHIFT, `the text has moved by ${seen.moved}`);
    // What keeps its room is in view, and gives it back once it is out of it.
    const rooms = () =>
      browser().evaluate(() => {
        const boxes = [...document.querySelectorAll('[data-lede-tidy~="ghost"]')].map((it) => it.getBoundingClientRect()).filter(({ height }) => height > 0);
        const end = document.documentElement.scrollHeight - innerHeight - scrollY;
        return { inside: boxes.filter(({ top, bottom }) => bottom >= 0 && top <= innerHeight).length, outside: boxes.filter(({ top, bottom }) => bottom < 0 || top > innerHeight).length, end };
      });
    const before = await rooms();
    assert.equal(before.outside, 0, `${before.outside} holes out of view`);
    assert.ok(before.inside > 0, "what is in view keeps its room");
    const line = () => browser().evaluate(() => [...document.querySelectorAll("article p")].find((it) => it.getBoundingClientRect().top > 0)?.textContent ?? "");
    await browser().wheel(400, 500, before.end);
    await until(rooms, ({ outside, end }) => outside === 0 && end < 40, "at the end there are no holes out of view");
    const read = await line();
    await sleep(600);
    assert.equal(await line(), read, "and what is read stays where it is");
  });

  test(`${name}: where something was typed the page is left alone`, async () => {
    const site = siteWith("app");
    await browser().open(world.url(site, "/"));
    await settled(browser());
    await browser().evaluate((path) => {
      const field = document.createElement("textarea");
      document.body.append(field);
      field.value = "A letter to the editor";
      /** @type {any} */ (globalThis).go(path);
    }, storiesOf(site)[0] ?? "");
    await until(() => view(browser()), ({ text }) => text.includes(textsOf(site)[0]?.title ?? ""), "the story");
    await until(() => browser().inContent(() => globalThis.lede.auto.state), (state) => state === "off", "it is decided");
    assert.ok((await view(browser())).clutter.length > 0);
  });

  test(`${name}: a story that is not free says so, and what asks to be paid stays`, async () => {
    const site = siteWith("paywall");
    await tidied(browser(), site);
    await browser().inMark((root) => /** @type {HTMLElement} */ (root.querySelector(".pill")).click());
    assert.match((await browser().inMark((root) => /** @type {HTMLElement} */ (root.querySelector(".closed"))?.innerText)) ?? "", /subscribers/);
    assert.deepEqual((await view(browser())).lost, []);
  });

  test(`${name}: what is there to be used can be used`, async () => {
    const site = siteWith("things");
    await tidied(browser(), site);
    await browser().evaluate(() => document.querySelector("#soft")?.scrollIntoView({ block: "center", behavior: "instant" }));
    const place = await browser().evaluate(() => {
      const { x, y, width, height } = /** @type {Element} */ (document.querySelector("#soft")).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await browser().click(place.x, place.y);
    assert.equal(await browser().evaluate(() => document.querySelector("#right")?.textContent), "Right");
  });
});
