// The button's own menu, and what the button says.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickOn, enter, grantedTo, inBoth, left, registered, until } from "./browser.mjs";

const SITE = "*://127.0.0.1/*";

inBoth({}, ({ name, browser, url }) => {
  const granted = (/** @type {string[]} */ origins) =>
    until(() => grantedTo(browser()), (now) => JSON.stringify(now) === JSON.stringify(origins), `${origins} are allowed`);
  const kept = () => browser().inOwnPage(async () => JSON.stringify((await chrome.storage.local.get("auto")).auto ?? null)).then(JSON.parse);
  const closeTab = (/** @type {number | undefined} */ id) => browser().inOwnPage((tab) => chrome.tabs.remove(tab), Number(id));

  // Chromium's question is answered by no protocol.
  if (name === "firefox") test(`${name}: what the browser itself asks is refused, and then allowed`, async () => {
    const { answer } = /** @type {import("./firefox.mjs").Firefox} */ (browser());
    const said = () => browser().evaluate(() => document.querySelector("#status")?.textContent ?? "");
    await browser().open(`${await browser().ownAddress("ask/ask.html")}#site=127.0.0.1`);
    await clickOn(browser(), "[data-mode=tidy]");
    await answer.call(browser(), false);
    await until(said, (it) => /^Not allowed/.test(it), "it says that nothing was allowed");
    assert.deepEqual(await grantedTo(browser()), []);
    assert.equal(await kept(), null, "nothing is kept that was not allowed");
    assert.deepEqual(await registered(browser()), []);
    await clickOn(browser(), "[data-mode=tidy]");
    await answer.call(browser(), true);
    await granted([SITE]);
    assert.deepEqual((await kept()).sites, { "127.0.0.1": "tidy" });
    await clickOn(browser(), "[data-mode=off]");
    await granted([]);
    await browser().inOwnPage(() => chrome.storage.local.remove("auto"));
  });

  test(`${name}: this site, on and off`, async () => {
    await browser().consent([SITE]);
    // Where no menu can be opened by a test, the page must be open to the extension already.
    await browser().open(url("/sample-news.html"));
    await enter(browser());
    await browser().press();
    await left(browser());
    await browser().actionMenu("auto-site-tidy");
    if (name === "chromium") {
      // The test's way into the menu has not the right of a press, and without it Lede's own page asks.
      const ask = await until(() => browser().frontTab(), (tab) => tab.url.includes("/ask/"), "the page that asks");
      assert.match(ask.url, /#site=127\.0\.0\.1$/);
      assert.equal(await kept(), null, "nothing is kept that was not allowed");
      await closeTab(ask.id);
      await browser().open(ask.url);
      await clickOn(browser(), "[data-mode=tidy]");
    }
    await granted([SITE]);
    assert.deepEqual((await kept()).sites, { "127.0.0.1": "tidy" });
    await until(() => registered(browser()), ([script]) => script?.id === "auto-tidy", "its script is registered");
    await browser().open(url("/sample-news.html"));
    await browser().actionMenu("auto-site-off");
    await granted([]);
    assert.deepEqual((await kept()).sites, { "127.0.0.1": "off" });
    await browser().inOwnPage(() => chrome.storage.local.remove("auto"));
  });

  test(`${name}: what concerns many sites is asked on a page that tells why`, async () => {
    await browser().open(url("/sample-news.html"));
    const before = (await browser().frontTab()).id;
    await browser().actionMenu("auto-news-reader");
    const ask = await until(() => browser().frontTab(), (tab) => tab.url.endsWith("ask/ask.html#news=") && tab.id !== before, "the page that asks");
    assert.equal(await kept(), null);
    await granted([]);
    // The button is that of the tab in front.
    if (name === "chromium") await closeTab(ask.id);
  });

  test(`${name}: the button says what becomes of a page, by its badge and in words`, async () => {
    await browser().open(await browser().ownAddress("notice/notice.html"));
    /** @param {string} state */
    const tell = (state) => browser().evaluate((value) => chrome.runtime.sendMessage({ ask: "autoBadge", value }), state);
    const plain = await browser().toolbar();
    const seen = new Set([JSON.stringify(plain)]);
    for (const [state, words] of /** @type {const} */ ([["reads", /is an article/], ["reader", /opened in the reader/], ["tidy", /has tidied/], ["off", /undone/]])) {
      await tell(state);
      const said = await until(() => browser().toolbar(), ({ title }) => words.test(title), state);
      assert.notEqual(said.badge, "");
      seen.add(JSON.stringify(said));
    }
    assert.equal(seen.size, 5, "each is told from the others");
    for (const state of ["none", "constructor"]) {
      await tell("tidy");
      await tell(state);
      assert.deepEqual(await until(() => browser().toolbar(), ({ badge }) => badge === "", state), plain);
    }
  });
});
