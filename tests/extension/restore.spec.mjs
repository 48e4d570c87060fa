// Leaving the reader gives the page back exactly as it was, and the page has not noticed: for each way of leaving, on a
// page that watches itself closely (pages/watchful.html).

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickIn, enter, inBoth, isOn, left, readerText, until } from "./browser.mjs";
import { tone } from "./tone.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

/** @type {Record<string, (browser: Browser) => Promise<void>>} */
const WAYS = {
  "by the button": (browser) => clickIn(browser, ".close"),
  "by Esc": (browser) => browser.key("Escape"),
  "by the toolbar": (browser) => browser.press(),
  "by the toolbar, the background stopped before": async (browser) => {
    await browser.stopBackground();
    await browser.press();
  },
};

const PAGES = {
  "/tone.wav": { body: tone(60) },
  "/plain.html": "<!doctype html><title>Plain</title><body><p>Text that is read, and read again, and then some more of it.<p id=second>Another paragraph of text, as long as the first one or a little longer.",
};

inBoth(PAGES, ({ name, browser, url }) => {
  for (const [way, leave] of Object.entries(WAYS)) {
    test(`${name}: everything is as it was, left ${way}`, async () => {
      const was = await begin(browser(), url);
      await enter(browser());
      await pause(browser(), 300);
      assert.deepEqual((await state(browser())).playing, [true, false], "what is heard pauses, what is silent plays on");
      await leave(browser());
      await left(browser());
      await pause(browser(), 200);
      assert.deepEqual(await state(browser()), was);
      assert.deepEqual(await seen(browser()), []);
    });
  }

  test(`${name}: in the reader and out ten times leaves nothing behind`, async () => {
    const was = await begin(browser(), url);
    for (let times = 0; times < 10; times += 1) {
      await enter(browser());
      await browser().key("Escape");
      await left(browser());
    }
    await pause(browser(), 200);
    assert.deepEqual(await state(browser()), was);
    assert.deepEqual(await seen(browser()), []);
  });

  test(`${name}: a field tells of its change when the focus leaves it for good, once`, async () => {
    await begin(browser(), url);
    await enter(browser());
    await browser().key("Escape");
    await left(browser());
    await browser().key("Tab");
    await pause(browser(), 100);
    const told = (await seen(browser())).filter((/** @type {string} */ line) => /^(change|blur) at INPUT/.test(line));
    assert.deepEqual(told, ["change at INPUT", "blur at INPUT"]);
  });

  test(`${name}: keys, clicks and copying in the reader are not told to the page`, async () => {
    await begin(browser(), url);
    await enter(browser());
    for (const key of /** @type {const} */ (["a", "PageDown", "Enter", "Tab", " "])) await browser().key(key);
    await browser().click(300, 300);
    await browser().inReader((root) => getSelection()?.selectAllChildren(/** @type {Element} */ (root.querySelector("p"))));
    await pause(browser(), 100);
    // The last key was a space on the button to leave, since Tab had come to it; or it was a page further down.
    if (await isOn(browser())) await browser().key("Escape");
    await left(browser());
    await pause(browser(), 200);
    assert.deepEqual(await seen(browser()), []);
  });

  test(`${name}: a selection in the page comes back`, async () => {
    await browser().open(url("/plain.html"));
    const selection = () =>
      browser().evaluate(() => {
        const { anchorNode, anchorOffset, focusNode, focusOffset } = /** @type {Selection} */ (getSelection());
        return [anchorNode?.textContent, anchorOffset, focusNode?.textContent, focusOffset];
      });
    await browser().evaluate(() => {
      const [first, second] = [...document.querySelectorAll("p")].map((it) => /** @type {Text} */ (it.firstChild));
      getSelection()?.setBaseAndExtent(/** @type {Text} */ (second), 9, /** @type {Text} */ (first), 5);
    });
    const was = await selection();
    await enter(browser());
    await browser().inReader((root) => getSelection()?.selectAllChildren(/** @type {Element} */ (root.querySelector("p"))));
    await browser().key("Escape");
    await left(browser());
    assert.deepEqual(await selection(), was);
  });

  test(`${name}: focus within a closed shadow tree and within a frame comes back`, async () => {
    await browser().open(url("/watchful.html"));
    for (const id of ["shadow", "frame"]) {
      await browser().evaluate((name) => /** @type {any} */ (window).focusIn(name), id);
      const where = () => browser().evaluate((name) => /** @type {any} */ (window).isFocusedIn(name), id);
      assert.equal(await where(), true, id);
      await enter(browser());
      assert.equal(await where(), false, id);
      await browser().key("Escape");
      await left(browser());
      assert.equal(await where(), true, id);
      assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).innerLog), [], id);
    }
  });

  test(`${name}: the reader goes when the page throws it out, and the page stays usable`, async () => {
    for (const act of [
      () => document.querySelector("lede-reader")?.remove(),
      () => document.documentElement.replaceChildren(document.createElement("body")),
      () => void document.replaceChild(document.createElement("html"), document.documentElement),
      () => void (document.open(), document.write("<p>new"), document.close()),
    ]) {
      await browser().open(url("/plain.html"));
      await enter(browser());
      await browser().evaluate(act);
      await left(browser());
      assert.equal(await browser().evaluate(() => document.documentElement.hasAttribute("data-lede")), false, String(act));
      assert.equal(await browser().evaluate(() => getComputedStyle(document.documentElement).overflow), "visible", String(act));
    }
  });

  test(`${name}: the reader stays for a new fragment and where the text stays, and goes when the page becomes another without one`, async () => {
    await browser().open(url("/plain.html"));
    await enter(browser());
    await browser().evaluate(() => history.pushState(null, "", "#fragment"));
    await pause(browser(), 100);
    assert.equal(await isOn(browser()), true);
    await browser().evaluate(() => history.pushState(null, "", "/another"));
    await pause(browser(), 1500);
    assert.equal(await isOn(browser()), true);
    await browser().evaluate(() => {
      history.pushState(null, "", "/empty");
      document.body.replaceChildren();
    });
    await left(browser());
    assert.equal(await browser().evaluate(() => document.documentElement.hasAttribute("data-lede")), false);
  });

  test(`${name}: after the extension was reloaded the old reader can be left, and a press shows a new one`, async () => {
    await browser().open(url("/plain.html"));
    const was = await browser().evaluate(() => document.documentElement.outerHTML);
    const width = () => browser().evaluate(() => [document.documentElement.clientWidth, getComputedStyle(document.documentElement).overflow]);
    const before = await width();
    await enter(browser());
    await browser().loadExtension();
    await browser().key("Escape");
    await until(() => browser().inReader((root) => root.querySelector("dialog")?.matches(":modal")), (on) => !on, "Esc closes the orphan");
    assert.deepEqual(await width(), before);
    await enterAnew(browser());
    await browser().loadExtension();
    await enterAnew(browser());
    assert.match(await readerText(browser()), /Text that is read/);
    await browser().key("Escape");
    await left(browser());
    assert.equal(await browser().evaluate(() => document.documentElement.outerHTML), was);
  });
});

/** Opens the page and does on it what a user may have done. @param {Browser} browser @param {(path: string) => string} url */
async function begin(browser, url) {
  await browser.open(url("/watchful.html"));
  await browser.evaluate(() => /** @type {any} */ (window).begin());
  return state(browser);
}

/** A reader that works, where perhaps one stands that does not. @param {Browser} browser */
async function enterAnew(browser) {
  await browser.evaluate(() => void (/** @type {any} */ (window).old = document.querySelector("lede-reader")));
  await browser.press();
  const isNew = () => browser.evaluate(() => document.querySelector("lede-reader") !== /** @type {any} */ (window).old);
  await until(async () => (await isNew()) && (await isOn(browser)), (on) => on, "a new reader shows");
}

/** @param {Browser} browser @param {number} ms */
const pause = (browser, ms) => browser.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);

/** @param {Browser} browser */
const state = (browser) => browser.evaluate(() => /** @type {any} */ (window).state());

/** What the page has noticed. @param {Browser} browser */
const seen = (browser) => browser.evaluate(() => /** @type {any} */ (window).seen());
