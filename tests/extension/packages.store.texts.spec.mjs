// What the stores are given: nothing missing, nothing too long, every picture of its size.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { dist } from "./browser.mjs";
import { ICON_SIZES, TILES } from "./pictures.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const json = (/** @type {string} */ path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const store = json("store/store.json");
const locales = readdirSync(join(ROOT, "extension/_locales")).sort();

/** The narrowest limit of the three, in characters: Chrome's summary, Mozilla's name, Edge's least and most of a description. */
const LIMITS = { name: 45, summary: 132, descriptionLeast: 250, descriptionMost: 10_000 };
/** What a store's form takes for a reason. */
const LONGEST_REASON = 1000;

test("there is a listing in every language of the interface, and in no other", () => {
  assert.deepEqual(readdirSync(join(ROOT, "store/listings")).map((name) => name.replace(".json", "")).sort(), locales);
});

for (const locale of locales) {
  test(`${locale}: the texts fit, and say all that English says`, () => {
    const { name, description: summary } = json(`extension/_locales/${locale}/messages.json`);
    const { description } = json(`store/listings/${locale}.json`);
    assert.ok(name.message.length > 0 && name.message.length <= LIMITS.name);
    assert.ok(summary.message.length > 0 && summary.message.length <= LIMITS.summary);
    const whole = description.join("\n\n");
    assert.ok(whole.length >= LIMITS.descriptionLeast && whole.length <= LIMITS.descriptionMost, `${whole.length} characters`);
    assert.equal(description.length, json("store/listings/en.json").description.length);
    for (const said of [/Alt\+/, /EPUB/, /Markdown/]) assert.match(whole, said);
    if (locale !== "en") assert.notDeepEqual(description, json("store/listings/en.json").description);
  });
}

test("every permission has its reason, and none that is not asked for", () => {
  const { permissions, optional_permissions: optional, optional_host_permissions: hosts } = json("extension/manifest.json");
  assert.deepEqual(Object.keys(store.permissions).sort(), [...permissions, ...optional, ...hosts].sort());
  for (const reason of [...Object.values(store.permissions), store.singlePurpose]) assert.ok(reason.length > 30 && reason.length <= LONGEST_REASON, reason);
});

test("nothing is collected, in Firefox's own words too", () => {
  const { browser_specific_settings: settings } = JSON.parse(readFileSync(join(dist("firefox"), "manifest.json"), "utf8"));
  assert.deepEqual(settings.gecko.data_collection_permissions, { required: store.privacy.firefoxDataCollection });
  assert.deepEqual([store.privacy.collects, store.privacy.firefoxDataCollection], [[], ["none"]]);
});

test("every picture has the size that a store wants", () => {
  for (const [name, width, height] of TILES) assert.deepEqual(sizeOf(`store/images/${name}-${width}x${height}.png`), [width, height]);
  assert.ok(store.screenshots.length >= 3 && store.screenshots.length <= 5);
  for (const path of store.screenshots) assert.deepEqual(sizeOf(path), [1280, 800], path);
  for (const size of ICON_SIZES) assert.deepEqual(sizeOf(`extension/icons/${size}.png`), [size, size]);
  assert.deepEqual(Object.keys(json("extension/manifest.json").icons).map(Number), ICON_SIZES);
});

/** Of a PNG. @param {string} path */
function sizeOf(path) {
  const data = readFileSync(join(ROOT, path));
  assert.equal(data.toString("latin1", 1, 4), "PNG", path);
  return [data.readUInt32BE(16), data.readUInt32BE(20)];
}
