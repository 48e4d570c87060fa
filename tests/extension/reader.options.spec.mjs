// The options page: what is remembered of sites is listed, removed, exported and imported, and a bad file loses nothing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inBoth, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const RULES = {
  format: "lede-rules",
  version: 1,
  sites: {
    "brim.example": [
      { selector: "article > div.related", act: "drop", made: "2026-03-02" },
      { selector: "#note", act: "keep" },
    ],
    "kessel.example": [{ selector: "p.notice", act: "drop" }],
  },
};

inBoth({}, ({ name, browser }) => {
  test(`${name}: rules are imported, listed, exported and removed`, async () => {
    await openOptions(browser());
    assert.match(await text(browser()), /kept on this machine[^]*None yet/);
    await choose(browser(), JSON.stringify(RULES));
    await until(() => text(browser()), (shown) => /Rules of this file: 3/.test(shown), "the rules are imported");
    await until(() => text(browser()), (shown) => /brim\.example[^]*Leave out[^]*article > div\.related[^]*Mar 2, 2026[^]*Keep[^]*#note[^]*kessel\.example/.test(shown), "they are listed");
    assert.deepEqual(await exported(browser()), RULES);
    await press(browser(), "#rule-list li button");
    await until(() => text(browser()), (shown) => !shown.includes("div.related"), "one is removed");
    await openOptions(browser());
    assert.deepEqual(Object.values((await exported(browser())).sites).flat().length, 2);
    await press(browser(), "#remove-all");
    assert.equal(Object.keys((await exported(browser())).sites).length, 2, "the first press only asks");
    await press(browser(), "#remove-all");
    await until(() => text(browser()), (shown) => /None yet[^]*Removed/.test(shown), "all are removed");
  });

  test(`${name}: a file that is no good says why, and nothing is lost`, async () => {
    await openOptions(browser());
    await choose(browser(), JSON.stringify(RULES));
    const status = () => browser().evaluate(() => document.querySelector("#status")?.textContent);
    await until(status, (shown) => /Imported/.test(String(shown)), "the rules are imported");
    await until(() => exported(browser()), ({ sites }) => Object.keys(sites).length === 2, "and can be exported");
    const bad = (/** @type {any} */ rule) => JSON.stringify({ ...RULES, sites: { "good.example": RULES.sites["kessel.example"], "bad.example": [rule] } });
    for (const [file, why] of [
      ["{", /no JSON/],
      ["null", /no file of Lede/],
      ["[]", /no file of Lede/],
      [JSON.stringify({ ...RULES, version: 2 }), /no file of Lede/],
      [bad({ selector: "p", act: "burn" }), /bad\.example/],
      [bad({ selector: "p[", act: "drop" }), /bad\.example/],
      [bad({ selector: 7, act: "drop" }), /bad\.example/],
      [bad({ selector: "p", act: "drop", made: "<b>" }), /bad\.example/],
      [JSON.stringify({ ...RULES, sites: { "a/b": [] } }), /a\/b/],
    ]) {
      await choose(browser(), String(file));
      await until(status, (shown) => /** @type {RegExp} */ (why).test(String(shown)), String(why));
      assert.deepEqual(await exported(browser()), RULES);
    }
  });
});

/** @param {Browser} browser */
async function openOptions(browser) {
  await browser.open(await browser.ownAddress("options/options.html"));
  await until(() => browser.evaluate(() => document.querySelector("#site-list")?.childElementCount), (many) => Number(many) > 0, "the options show");
}

/** @param {Browser} browser */
const text = (browser) => browser.evaluate(() => document.body.innerText);

/** What the link to export holds. @param {Browser} browser @returns {Promise<any>} */
const exported = async (browser) =>
  JSON.parse(await browser.evaluate(async () => (await fetch(/** @type {HTMLAnchorElement} */ (document.querySelector("#export")).href)).text()));

/** Chooses a file. @param {Browser} browser @param {string} content */
const choose = (browser, content) =>
  browser.evaluate((given) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("#import"));
    const files = new DataTransfer();
    files.items.add(new File([given], "rules.json"));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, content);

/** @param {Browser} browser @param {string} selector */
async function press(browser, selector) {
  const { x, y } = await browser.evaluate((name) => {
    const element = /** @type {Element} */ (document.querySelector(name));
    element.scrollIntoView({ block: "center" });
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  await browser.click(x, y);
}
