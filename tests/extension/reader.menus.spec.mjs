// The context menus: a page, a selection, a link.

import assert from "node:assert/strict";
import { test } from "node:test";

import { enter, inBoth, left, readerState, readerText, until } from "./browser.mjs";

const PAGES = {
  "/start.html": `<!doctype html><html lang="en"><title>Start</title><body style="margin: 20px">
    <p id="first">Before the selection. <b>This sentence</b> is selected, and no other. After the selection.</p>
    <p id="second">This paragraph is not selected at all, though it stands on the same page as the one that is.</p>
    <p><a id="link" href="/sample-news.html">A story</a></p></body></html>`,
};

inBoth(PAGES, ({ name, browser, url, elsewhere }) => {
  /** The middle of an element. @param {string} selector */
  const middle = (selector) =>
    browser().evaluate((it) => {
      const { x, y, width, height } = /** @type {Element} */ (document.querySelector(it)).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, selector);

  /** Opens the page, and opens it to the extension: not every browser's menu can be used by a test as by a user. */
  const open = async () => {
    await browser().open(url("/start.html"));
    await enter(browser());
    await browser().press();
    await left(browser());
  };

  test(`${name}: the page`, async () => {
    await open();
    await browser().menu("menuPage", {}, { x: 400, y: 400 });
    assert.match(await readerText(browser()), /Before the selection[^]*not selected at all/);
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: a selection is read alone, cut where it is cut`, async () => {
    await open();
    await browser().evaluate(() => {
      const paragraph = /** @type {Element} */ (document.querySelector("#first"));
      const [bold, rest] = [paragraph.children[0]?.firstChild, paragraph.lastChild];
      getSelection()?.setBaseAndExtent(/** @type {Node} */ (bold), 0, /** @type {Node} */ (rest), " is selected, and no other.".length);
    });
    await browser().menu("menuSelection", {}, await middle("#first b"));
    const text = await readerText(browser());
    assert.match(text, /This sentence is selected, and no other\./);
    assert.doesNotMatch(text, /Before the selection|After the selection|not selected at all/);
    assert.equal((await readerState(browser()))?.note, "");
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: a link to the same site is read over the page`, async () => {
    await open();
    const html = () => browser().evaluate(() => document.documentElement.outerHTML);
    const was = await html();
    await browser().menu("menuLink", { linkUrl: url("/sample-news.html") }, await middle("#link"));
    assert.match(await readerText(browser()), /After ninety years, the tide mill grinds again/);
    assert.equal(await browser().evaluate(() => location.pathname), "/start.html");
    await browser().key("Escape");
    await left(browser());
    assert.equal(await html(), was);
  });

  test(`${name}: a link to another site opens a tab, marked at the button`, async () => {
    await open();
    const there = elsewhere("/sample-news.html");
    await browser().evaluate((address) => /** @type {Element} */ (document.querySelector("#link")).setAttribute("href", address), there);
    await browser().menu("menuLink", { linkUrl: there }, await middle("#link"));
    const said = await until(() => browser().toolbar(), ({ badge }) => badge !== "", "the mark");
    assert.match(said.title, /Press here/);
  });
});
