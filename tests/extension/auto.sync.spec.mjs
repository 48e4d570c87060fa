// Choices and settings by the browser's own sync: what goes out, what comes in from another device, and what is too much.

import assert from "node:assert/strict";
import { test } from "node:test";

import { grantedTo, inBoth, registered, turnOn, until } from "./browser.mjs";
import { packed, unpacked } from "../../extension/shared/sync.js";

/** @typedef {import("./browser.mjs").Browser} Browser */

inBoth({}, ({ name, browser }) => {
  test(`${name}: nothing is carried unless it is wanted`, async () => {
    await keep(browser(), { auto: { version: 1, news: "off", newsOff: [], everywhere: "off", sites: { "own.example": "off" } } });
    await until(() => registered(browser()), (scripts) => scripts.length === 0, "it has settled");
    assert.deepEqual(await carried(browser()), {});
  });

  test(`${name}: what is kept goes out, and what others have said comes in`, async () => {
    await browser().open(await browser().ownAddress("options/options.html"));
    await browser().evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#sync-on")).click());
    await recorded(browser(), { "auto.sites:own.example": "off" });
    await keep(browser(), { settings: { theme: "dark", voices: "de=Anna" } });
    await recorded(browser(), { "auto.sites:own.example": "off", "settings:theme": "dark" });
    await carry(browser(), packed({ "auto.news": "tidy", "settings:theme": "dark", "settings:size": 120 }, "other") ?? {});
    const here = await until(() => kept(browser()), ({ auto }) => auto?.news === "tidy", "the other's choice is here");
    assert.deepEqual(here.auto.sites, {}, "what the other has taken away goes");
    assert.deepEqual(here.settings, { theme: "dark", size: 120, voices: "de=Anna" });
    assert.deepEqual(await grantedTo(browser()), [], "a choice that came from elsewhere allows nothing here");
    assert.deepEqual(await registered(browser()), []);
    const isMissed = () => browser().evaluate(() => !(/** @type {HTMLElement} */ (document.querySelector("#auto-missing")).hidden));
    await until(isMissed, (missed) => missed, "the options ask for it");
  });

  test(`${name}: what a newer version wrote is left alone, and told`, async () => {
    const newer = { head: { version: 2, mark: "x", parts: 0 } };
    await carry(browser(), newer);
    await until(() => status(browser()), (text) => /newer version/.test(text), "it is told");
    await keep(browser(), { settings: { theme: "sepia" } });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual((await carried(browser())).head, newer.head);
    await browser().inOwnPage(() => chrome.storage.sync.clear());
    await until(() => carried(browser()), (items) => unpacked(items) !== "empty", "what is kept here goes out again");
  });

  test(`${name}: what is too much stays here whole, and is told`, async () => {
    const before = await carried(browser());
    const sites = Object.fromEntries(Array.from({ length: 1900 }, (_, at) => [`a-rather-long-name-of-a-site-that-is-number-${at}.example`, "off"]));
    await keep(browser(), { auto: { version: 1, news: "off", newsOff: [], everywhere: "off", sites } });
    await until(() => status(browser()), (text) => /more than the browser's sync takes/.test(text), "it is told");
    assert.deepEqual(await carried(browser()), before);
    assert.equal(Object.keys((await kept(browser())).auto.sites).length, 1900);
    await keep(browser(), { auto: { version: 1, news: "off", newsOff: [], everywhere: "off", sites: { "own.example": "off" } } });
    await until(() => status(browser()), (text) => text === "", "it is well again");
  });

  test(`${name}: the worker may be stopped at any time`, async () => {
    await turnOn(browser(), { sites: { "own.example": "tidy" } }, ["*://*.own.example/*"]);
    await browser().stopBackground();
    await keep(browser(), { auto: { version: 1, news: "off", newsOff: [], everywhere: "off", sites: { "own.example": "reader" } } });
    await until(() => registered(browser()), ([script]) => script?.id === "auto-reader", "the change is seen");
    await browser().stopBackground();
    await browser().inOwnPage(() => chrome.permissions.remove({ origins: ["*://*.own.example/*"] }));
    await until(() => registered(browser()), (scripts) => scripts.length === 0, "what is no longer allowed is no longer registered");
    assert.equal((await kept(browser())).auto.sites["own.example"], "reader");
  });
});

/** @param {Browser} browser @param {Record<string, any>} values */
const keep = (browser, values) => browser.inOwnPage((all) => chrome.storage.local.set(all), values);
/** What is kept on this device. @param {Browser} browser @returns {Promise<any>} */
const kept = async (browser) => JSON.parse(await browser.inOwnPage(async () => JSON.stringify(await chrome.storage.local.get(["auto", "settings"]))));
/** What the browser's sync holds. @param {Browser} browser @returns {Promise<any>} */
const carried = async (browser) => JSON.parse(await browser.inOwnPage(async () => JSON.stringify(await chrome.storage.sync.get(null))));
/** Another device writes. @param {Browser} browser @param {Record<string, any>} items */
const carry = (browser, items) => browser.inOwnPage((all) => chrome.storage.sync.set(all), items);

/** @param {Browser} browser @param {Record<string, any>} record */
const recorded = (browser, record) =>
  until(() => carried(browser), (items) => JSON.stringify(unpacked(items)) === JSON.stringify({ record }), `${JSON.stringify(record)} is carried`);

/** What the options say of it. @param {Browser} browser */
const status = (browser) => browser.evaluate(() => document.querySelector("#sync-status")?.textContent ?? "");
