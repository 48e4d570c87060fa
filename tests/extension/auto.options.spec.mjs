// What is cleaned without a press is chosen in the options, on the page that asks, and from the button's menu: what is
// allowed after each choice is what it needs, and it is given back with it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { clickIn, clickOn as press, enter, grantedTo, inBoth, left, registered, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

/** @type {{ host: string, country: string }[]} */
const NEWS = JSON.parse(readFileSync(new URL("../../extension/data/news-sites.json", import.meta.url), "utf8"));
const ALL = "*://*/*";
const originOf = (/** @type {string} */ host) => `*://*.${host}/*`;
/** Of one country, of whose sites one is left out. */
const GERMAN = NEWS.filter(({ country }) => country === "DE").map(({ host }) => host);

inBoth({}, ({ name, browser, url }) => {
  test(`${name}: a site of one's own is allowed alone, and given back`, async () => {
    await openOptions(browser());
    await browser().consent([originOf("brim.example")]);
    await type(browser(), "https://www.Brim.example/");
    await press(browser(), "#auto-add-mode [data-mode=tidy]");
    await granted(browser(), [originOf("brim.example")]);
    assert.deepEqual((await registered(browser())).map(({ id, matches }) => [id, matches]), [["auto-tidy", [originOf("brim.example")]]]);
    assert.deepEqual((await stored(browser())).sites, { "brim.example": "tidy" });
    await press(browser(), "#auto-sites [data-mode=off]");
    await granted(browser(), []);
    assert.deepEqual((await stored(browser())).sites, { "brim.example": "off" }, "off is kept: it holds against all others");
    await press(browser(), "#auto-sites li > button");
    await until(() => stored(browser()), (kept) => kept === undefined, "nothing is kept of it");
  });

  test(`${name}: what is no site is said, and what is refused changes nothing`, async () => {
    await openOptions(browser());
    await type(browser(), "no site at all");
    await press(browser(), "#auto-add-mode [data-mode=reader]");
    await status(browser(), /no address of a site: no site at all/);
    assert.equal(await stored(browser()), undefined);
  });

  test(`${name}: news sites are asked for all at once, but for those that are left out`, async () => {
    await openOptions(browser());
    await browser().consent([ALL]);
    const [left = "", ...others] = GERMAN;
    assert.ok(others.length > 0);
    await press(browser(), "#auto-count");
    await tick(browser(), left);
    await until(() => stored(browser()), (kept) => kept?.newsOff.length === 1, "one is left out");
    await granted(browser(), []);
    await press(browser(), "#auto-news-mode [data-mode=reader]");
    const wanted = NEWS.filter(({ host }) => host !== left).map(({ host }) => originOf(host));
    await granted(browser(), wanted);
    await until(() => registered(browser()), ([script]) => script?.matches.length === wanted.length, "all of them are registered");
    await tick(browser(), left);
    await granted(browser(), [...wanted, originOf(left)]);
    await press(browser(), "#auto-news-mode [data-mode=off]");
    await granted(browser(), []);
    assert.deepEqual(await registered(browser()), []);
  });

  test(`${name}: all sites, and what was chosen before is missed where the browser took it back with them`, async () => {
    await browser().consent([ALL]);
    await browser().open(await browser().ownAddress("ask/ask.html#all"));
    await press(browser(), "#choices [data-mode=reader]");
    await granted(browser(), [ALL]);
    await openOptions(browser());
    await type(browser(), "brim.example");
    await press(browser(), "#auto-add-mode [data-mode=tidy]");
    await until(() => registered(browser()), (scripts) => scripts.length === 2, "both are registered");
    await press(browser(), "#auto-all-mode [data-mode=off]");
    await until(() => grantedTo(browser()), (origins) => !origins.includes(ALL), "all sites are given back");
    const isMissed = () => browser().evaluate(() => !(/** @type {HTMLElement} */ (document.querySelector("#auto-missing")).hidden));
    if (await isMissed()) await press(browser(), "#auto-allow");
    await granted(browser(), [originOf("brim.example")]);
    await until(isMissed, (missed) => !missed, "nothing is missing");
    await press(browser(), "#auto-sites li > button");
    await granted(browser(), []);
  });

  test(`${name}: the reader leads to a page that asks for its site`, async () => {
    await browser().consent(["*://127.0.0.1/*"]);
    await browser().open(url("/sample-news.html"));
    await enter(browser());
    await until(() => browser().inReader((root) => root.querySelector(".tool.more") !== null), (there) => there, "the tools are there");
    await clickIn(browser(), ".tool.more");
    await clickIn(browser(), ".entry.auto");
    const { url: there } = await until(() => browser().frontTab(), (tab) => tab.url.includes("/ask/"), "the page that asks");
    assert.match(there, /ask\.html#site=127\.0\.0\.1$/);
    await browser().key("Escape");
    await left(browser());
  });
});

/** @param {Browser} browser @param {string[]} origins */
const granted = (browser, origins) =>
  until(() => grantedTo(browser), (now) => JSON.stringify(now) === JSON.stringify(origins.toSorted()), `${origins.length} hosts are allowed`);

/** What is kept of the choices. @param {Browser} browser @returns {Promise<any>} */
const stored = async (browser) => (await browser.inOwnPage(async () => ({ kept: (await chrome.storage.local.get("auto")).auto ?? null }))).kept ?? undefined;

/** @param {Browser} browser @param {RegExp} what */
const status = (browser, what) =>
  until(() => browser.evaluate(() => document.querySelector("#auto-status")?.textContent ?? ""), (text) => what.test(text), String(what));

/** @param {Browser} browser */
async function openOptions(browser) {
  await browser.open(await browser.ownAddress("options/options.html"));
  await until(() => browser.evaluate(() => document.querySelector("#auto-news-mode [aria-pressed]") !== null), (there) => there, "the options show");
}

/** @param {Browser} browser @param {string} text */
const type = (browser, text) =>
  browser.evaluate((given) => void (/** @type {HTMLInputElement} */ (document.querySelector("#auto-site")).value = given), text);

/** Ticks a news site, or unticks it. @param {Browser} browser @param {string} host */
async function tick(browser, host) {
  await browser.evaluate((name) => {
    const label = [...document.querySelectorAll("#auto-countries label")].find((it) => it.textContent?.trim().startsWith(`${name} `));
    for (let around = label?.closest("details"); around; around = around.parentElement?.closest("details")) around.open = true;
    document.querySelector("[data-test]")?.removeAttribute("data-test");
    label?.setAttribute("data-test", "");
  }, host);
  await press(browser, "[data-test] input");
}
