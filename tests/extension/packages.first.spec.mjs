// The page that is shown once after installing, and the line in the options after an update.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { clickOn, dist, NAMES, start, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const FIRST = "first/first.html";

for (const name of NAMES) {
  describe(name, { concurrency: 1 }, () => {
    /** @type {Browser} */ let browser;
    before(async () => {
      browser = await start(name, { keepsFirst: true });
    });
    after(() => browser?.close());

    const seen = () => browser.inOwnPage(() => chrome.storage.local.get("seen").then((kept) => kept.seen));

    test(`${name}: installing opens it, and nothing after that does`, async () => {
      const { version } = JSON.parse(readFileSync(`${dist(name)}/manifest.json`, "utf8"));
      await until(() => browser.tabs(FIRST), (count) => count === 1, "the page stands in a tab");
      assert.equal(await until(seen, Boolean, "the version is kept"), version);
      await browser.loadExtension();
      await pause(1500);
      assert.ok((await browser.tabs(FIRST)) <= 1, "loaded once more, it opens no other");
    });

    test(`${name}: it tells the keys as they are set, and how the button stays in sight`, async () => {
      await browser.open(await browser.ownAddress(FIRST));
      const told = await until(
        () => browser.evaluate(() => ({ key: document.getElementById("key-read")?.textContent, pin: document.getElementById("pin-how")?.textContent ?? "", asks: document.querySelectorAll("button, input").length })),
        ({ key }) => key !== "",
        "the page is dressed",
      );
      assert.match(told.key ?? "", /Alt\+Shift\+L/);
      assert.match(told.pin, name === "firefox" ? /Pin to Toolbar/ : /the pin beside Lede/);
      assert.equal(told.asks, 0, "nothing is asked");
    });

    test(`${name}: in every language it fits one screen of a desk, and a narrow one in width`, async () => {
      for (const [width, height] of /** @type {[number, number][]} */ ([[1280, 800], [360, 740]])) {
        await browser.resize(width, height);
        await browser.open(await browser.ownAddress(FIRST));
        for (const language of readdirSync(`${dist(name)}/_locales`)) {
          const messages = JSON.parse(readFileSync(`${dist(name)}/_locales/${language}/messages.json`, "utf8"));
          const words = Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
          const { over, wide, count } = await browser.evaluate(speak, words, language, name);
          assert.ok(count >= 10, `${count} texts are replaced`);
          assert.ok(wide <= 0, `${language} at ${width}: ${wide} px too wide`);
          if (width > 1000) assert.ok(over <= 0, `${language}: ${over} px below the screen`);
        }
      }
      await browser.resize(1280, 800);
    });

    test(`${name}: after an update the options say what is new until that has been seen, and nothing else does`, async () => {
      const options = await browser.ownAddress("options/options.html");
      const isShown = () => browser.evaluate(() => ({ isShown: document.getElementById("news")?.checkVisibility(), text: document.getElementById("news-text")?.textContent ?? "" }));
      const current = await seen();
      await browser.open(options);
      await until(isShown, ({ text }) => text !== "", "the options are dressed");
      assert.equal((await isShown()).isShown, false, "after installing nothing is new");
      await browser.inOwnPage(() => chrome.storage.local.set({ seen: "0.0.1" }));
      await browser.open(options);
      const { text } = await until(isShown, (it) => it.isShown, "the line shows");
      assert.ok(text.includes(String(current)), text);
      await clickOn(browser, "#news-seen");
      await until(isShown, (it) => it.isShown === false, "the line goes");
      assert.equal(await seen(), current);
      assert.equal(await browser.evaluate(() => document.activeElement?.id), "title");
      await browser.open(options);
      await until(isShown, (it) => it.text !== "", "the options are dressed");
      assert.equal((await isShown()).isShown, false);
    });
  });
}

/**
 * Has the page speak another language; the answer is by how many pixels it is too high and too wide.
 *
 * @param {Record<string, string>} words @param {string} language @param {string} browser
 */
function speak(words, language, browser) {
  document.documentElement.dir = ["ar", "he"].includes(language) ? "rtl" : "ltr";
  document.documentElement.lang = language.replace("_", "-");
  const places = [...document.querySelectorAll("[data-word]")];
  for (const place of places) place.textContent = words[place.getAttribute("data-word") ?? ""] ?? "";
  const pin = /** @type {HTMLElement} */ (document.getElementById("pin"));
  pin.hidden = false;
  /** @type {HTMLElement} */ (document.getElementById("pin-how")).textContent = words[browser === "firefox" ? "firstPinFirefox" : "firstPinChromium"] ?? "";
  const { scrollHeight, scrollWidth } = document.documentElement;
  return { over: scrollHeight - innerHeight, wide: scrollWidth - innerWidth, count: places.filter((place) => place.textContent !== "").length };
}
