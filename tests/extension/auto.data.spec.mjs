// Choices as data: what holds for a page, which hosts that needs, what a file and the browser's sync hold.

import assert from "node:assert/strict";
import { test } from "node:test";

import { exportedChoices, importedChoices, migrated, modeFor, patternOf, standard, validChoices, VERSION } from "../../extension/shared/auto.js";
import { covers, missingOrigins, neededOrigins, registrations, spareOrigins } from "../../extension/shared/auto-hosts.js";
import { flat, merged, packed, unflat, unpacked } from "../../extension/shared/sync.js";

const NEWS = new Set(["brim.example", "kessel.example"]);
/** @param {Partial<LedeChoices>} some @returns {LedeChoices} */
const choices = (some) => ({ ...standard(), ...some });

test("a site is a host and maybe a path, however it was typed", () => {
  for (const [typed, pattern] of [
    ["https://www.Brim.example/", "brim.example"],
    [" brim.example ", "brim.example"],
    ["*.brim.example/*", "brim.example"],
    ["*://*.brim.example/*", "brim.example"],
    ["http://127.0.0.1:8080/", "127.0.0.1"],
    ["localhost", "localhost"],
    ["brim.example/blog", "brim.example/blog*"],
    ["https://brim.example/a/*/b?c=1#d", "brim.example/a/*/b?c=1"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["www.example", "www.example"],
    ["", null],
    ["no site", null],
    ["someone@brim.example", null],
    ["[::1]", null],
    ["javascript:alert(1)", null],
    [`${"a".repeat(300)}.example`, null],
  ]) {
    assert.equal(patternOf(String(typed)), pattern, String(typed));
  }
});

test("own sites hold before news sites, news sites before all others, and the closer before the wider", () => {
  const all = choices({
    news: "reader",
    newsOff: ["kessel.example"],
    everywhere: "tidy",
    sites: { "brim.example/video*": "off", "shop.brim.example": "off", "own.example": "reader", "deep.own.example": "off", "own.example/x/*": "tidy" },
  });
  for (const [url, mode] of [
    ["https://www.brim.example/story", "reader"],
    ["https://brim.example/video/1", "off"],
    ["https://shop.brim.example/", "off"],
    ["https://notbrim.example/", "tidy"],
    ["https://kessel.example/", "tidy"],
    ["http://own.example:8080/x/y", "tidy"],
    ["http://own.example/y/x/", "reader"],
    ["http://deep.own.example/x/y", "off"],
    ["file:///brim.example", "off"],
    ["about:blank", "off"],
    ["no address", "off"],
  ]) {
    assert.equal(modeFor(url, all, NEWS), mode, url);
  }
  assert.equal(modeFor("https://kessel.example/", choices({ news: "tidy", newsOff: ["kessel.example"] }), NEWS), "off");
  assert.equal(modeFor(undefined, choices({ everywhere: "tidy" }), NEWS), "off");
});

test("what is stored and damaged loses only what is damaged", () => {
  assert.deepEqual(validChoices(undefined), standard());
  assert.deepEqual(validChoices("tidy"), standard());
  const stored = { version: 1, news: "burn", newsOff: ["b.example", 7, "b.example", "a b"], everywhere: "tidy", sites: { "a.example": "off", "b.example": "burn", "a b": "off", "WWW.c.example": "off" } };
  assert.deepEqual(validChoices(stored), choices({ everywhere: "tidy", newsOff: ["b.example"], sites: { "a.example": "off" } }));
  assert.deepEqual(validChoices({ version: 99, news: "tidy", more: 1 }), choices({ news: "tidy" }), "a newer version's is read as far as it is understood");
});

test("each version becomes the next", () => {
  const steps = [(/** @type {any} */ was) => ({ ...was, version: 2, first: true }), (/** @type {any} */ was) => ({ ...was, version: 3, second: was.first })];
  assert.deepEqual(migrated({ version: 1 }, steps), { version: 3, first: true, second: true });
  assert.deepEqual(migrated({ version: 2 }, steps), { version: 3, second: undefined });
  assert.deepEqual(migrated({ version: 3 }, steps), { version: 3 });
  assert.deepEqual(migrated({ version: VERSION }), { version: VERSION });
});

test("a file is taken wholly or not at all", () => {
  const all = choices({ news: "tidy", newsOff: ["brim.example"], everywhere: "off", sites: { "own.example/x*": "reader", "own.example": "off" } });
  assert.deepEqual(importedChoices(exportedChoices(all)), { choices: validChoices(all) });
  const file = JSON.parse(exportedChoices(all));
  const wrong = (/** @type {any} */ other) => importedChoices(JSON.stringify({ ...file, ...other }));
  assert.deepEqual(importedChoices("{"), { wrong: "Json" });
  assert.deepEqual(importedChoices("null"), { wrong: "Format" });
  assert.deepEqual(wrong({ format: "lede-rules" }), { wrong: "Format" });
  assert.deepEqual(wrong({ version: VERSION + 1 }), { wrong: "Format" });
  assert.deepEqual(wrong({ news: "burn" }), { wrong: "Format" });
  assert.deepEqual(wrong({ sites: [] }), { wrong: "Format" });
  assert.deepEqual(wrong({ sites: { "own.example": "off", "no site": "off" } }), { wrong: "Site", where: "no site" });
  assert.deepEqual(wrong({ sites: { "own.example": "burn" } }), { wrong: "Site", where: "own.example" });
  assert.deepEqual(wrong({ newsOff: ["a/b"] }), { wrong: "Site", where: "a/b" });
});

test("exactly the hosts that are chosen are needed", () => {
  assert.deepEqual(neededOrigins(standard(), NEWS), []);
  const own = { "own.example/x*": "tidy", "own.example": "reader", "127.0.0.1": "tidy", "never.example": "off" };
  assert.deepEqual(neededOrigins(choices({ sites: /** @type {any} */ (own) }), NEWS), ["*://*.own.example/*", "*://127.0.0.1/*"]);
  assert.deepEqual(neededOrigins(choices({ news: "tidy", newsOff: ["brim.example"] }), NEWS), ["*://*.kessel.example/*"]);
  assert.deepEqual(neededOrigins(choices({ news: "tidy", everywhere: "reader" }), NEWS), ["*://*/*"]);
});

test("what covers what", () => {
  for (const [wide, narrow, isCovered] of /** @type {const} */ ([
    ["<all_urls>", "*://*.a.example/*", true],
    ["*://*/*", "https://a.example/*", true],
    ["*://*.a.example/*", "*://*.b.a.example/*", true],
    ["*://*.a.example/*", "*://a.example/*", true],
    ["*://a.example/*", "*://*.a.example/*", false],
    ["*://*.a.example/*", "*://*.aa.example/*", false],
    ["https://*.a.example/*", "*://*.a.example/*", false],
    ["*://*.a.example/*", "*://*/*", false],
    ["*://127.0.0.1/*", "*://127.0.0.1/*", true],
  ])) {
    assert.equal(covers(wide, narrow), isCovered, `${wide} ${narrow}`);
  }
  assert.deepEqual(missingOrigins(["*://*.a.example/*", "*://*.b.example/*"], ["*://*.b.example/*"]), ["*://*.a.example/*"]);
  assert.deepEqual(spareOrigins(["*://*.a.example/*"], ["*://*/*", "*://*.a.example/*", "moz-extension://x/*"]), ["*://*/*"]);
});

test("scripts are registered for what is chosen and granted", () => {
  const all = choices({ news: "reader", everywhere: "tidy", sites: { "own.example": "off", "blog.own.example": "tidy", "brim.example": "tidy" } });
  assert.deepEqual(registrations(all, NEWS, []), []);
  assert.deepEqual(registrations(all, NEWS, ["*://*/*"]), [
    { mode: "reader", matches: ["*://*.brim.example/*", "*://*.kessel.example/*"], excludeMatches: ["*://*.own.example/*", "*://*.blog.own.example/*", "*://*.brim.example/*"] },
    // What stands within what is left out is not left out with it: the page asks once more, and is told.
    { mode: "tidy", matches: ["*://*/*"], excludeMatches: ["*://*.kessel.example/*"] },
  ]);
  const few = registrations(choices({ everywhere: "tidy" }), NEWS, ["https://a.example/*", "*://*.kessel.example/*"]);
  assert.deepEqual(few, [{ mode: "tidy", matches: ["https://a.example/*", "*://*.kessel.example/*"], excludeMatches: [] }]);
});

test("choices and settings become a flat record, and come back", () => {
  const all = choices({ news: "tidy", newsOff: ["brim.example"], sites: { "own.example": "off" } });
  const settings = { theme: "dark", size: 120, voices: "de=Anna", remoteVoices: true };
  const record = flat(all, settings);
  assert.deepEqual(record, { "auto.news": "tidy", "auto.newsOff:brim.example": true, "auto.sites:own.example": "off", "settings:theme": "dark", "settings:size": 120 });
  assert.deepEqual(unflat(record), { choices: all, settings: { theme: "dark", size: 120 } });
  assert.deepEqual(unflat({ "auto.news": "burn", "auto.sites:a b": "off", "settings:theme": "red", "settings:remoteVoices": true, other: 1 }), { choices: standard(), settings: {} });
});

test("two devices come together: each change counts, deletions too, and this device where both changed", () => {
  const base = { a: 1, b: 1, c: 1, d: 1 };
  const here = { a: 2, c: 1, d: 3, e: 1 };
  const there = { a: 1, b: 1, d: 2, f: 1 };
  assert.deepEqual(merged(base, here, there), { a: 2, d: 3, e: 1, f: 1 });
  assert.deepEqual(merged({}, { a: 1 }, { a: 2, b: 2 }), { a: 1, b: 2 });
  assert.deepEqual(merged(base, base, base), base);
});

test("items are as small as browsers want them, and what is too much is refused whole", () => {
  const many = (/** @type {number} */ count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`auto.sites:site-number-${at}.example`, "tidy"]));
  const items = packed(many(1500), "one") ?? {};
  assert.ok(Object.keys(items).length > 5);
  for (const [key, value] of Object.entries(items)) assert.ok(key.length + JSON.stringify(value).length <= 8192, key);
  assert.ok(JSON.stringify(items).length <= 102_400);
  assert.deepEqual(unpacked(items), { record: many(1500) });
  assert.equal(packed(many(3000), "one"), null);
  assert.equal(packed({ long: "x".repeat(9000) }, "one"), null);
});

test("what has come only in part is not taken, nor what a newer version wrote", () => {
  const items = packed(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`auto.sites:site-number-${at}.example`, "tidy"])), "one") ?? {};
  const other = packed({ "auto.news": "tidy" }, "two") ?? {};
  assert.equal(unpacked({}), "empty");
  assert.equal(unpacked({ ...items, part1: undefined }), "partial");
  assert.equal(unpacked({ ...items, part0: other.part0 }), "partial");
  assert.equal(unpacked({ ...items, head: { ...items.head, version: 2 } }), "newer");
  assert.deepEqual(unpacked({ ...items, ...other }), { record: { "auto.news": "tidy" } });
});
