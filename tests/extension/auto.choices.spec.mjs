// What is allowed and registered follows what is chosen, and is taken back with it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { grantedTo, inBoth, registered, turnOn, until } from "./browser.mjs";

inBoth({}, ({ name, browser }) => {
  test(`${name}: nothing is granted at first, and nothing registered`, async () => {
    assert.deepEqual(await grantedTo(browser()), []);
    assert.deepEqual(await registered(browser()), []);
  });

  test(`${name}: scripts start on what is chosen and allowed, and nowhere else`, async () => {
    await turnOn(browser(), { sites: { "brim.example": "tidy", "kessel.example": "reader", "never.example": "tidy" } }, ["*://*.brim.example/*", "*://*.kessel.example/*"]);
    assert.deepEqual(await until(() => registered(browser()), (all) => all.length === 2, "both are registered"), [
      { id: "auto-reader", matches: ["*://*.kessel.example/*"], excludeMatches: ["*://*.brim.example/*", "*://*.never.example/*"] },
      { id: "auto-tidy", matches: ["*://*.brim.example/*"], excludeMatches: ["*://*.kessel.example/*"] },
    ]);
    await browser().grant(["*://*.other.example/*"]);
    await browser().inOwnPage(() => chrome.storage.local.remove("auto"));
    await until(() => grantedTo(browser()), (origins) => origins.length === 1, "what was asked for is given back");
    assert.deepEqual(await grantedTo(browser()), ["*://*.other.example/*"], "what others have asked for stays");
    await until(() => registered(browser()), (scripts) => scripts.length === 0, "and nothing is registered");
  });
});
