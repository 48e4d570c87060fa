// What the background keeps of how far articles were read.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** @type {Map<string, any>} */
const stored = new Map();
const local = {
  get: async (/** @type {string | null} */ key) => Object.fromEntries(key === null ? stored : stored.has(key) ? [[key, stored.get(key)]] : []),
  set: async (/** @type {object} */ values) => Object.entries(values).forEach(([key, value]) => stored.set(key, value)),
  remove: async (/** @type {string} */ key) => void stored.delete(key),
};
/** @type {any} */ (globalThis).chrome = { storage: { local } };
const { addressOf, keepPlace } = await import("../../extension/background/place.js");

const place = { index: 3, part: 0.5, share: 0.4, length: 9000, words: "It rang eleven times" };
const asker = /** @type {any} */ ({ url: "https://news.example/a?page=2#top", isPrivate: false });

beforeEach(() => stored.clear());

test("an article's address is its own claim within its site, and the page's otherwise", () => {
  assert.equal(addressOf({ canonicalUrl: "https://news.example/a#b", url: "https://news.example/a?x" }, asker.url), "https://news.example/a");
  assert.equal(addressOf({ canonicalUrl: "https://other.example/a", url: "https://news.example/a?x" }, asker.url), "https://news.example/a?x");
  assert.equal(addressOf({ canonicalUrl: "no address" }, asker.url), "https://news.example/a?page=2");
});

test("a place is kept and forgotten", async () => {
  await keepPlace({ address: "https://news.example/a", place: { ...place, more: "of it" } }, asker);
  const { time, ...kept } = stored.get("place:https://news.example/a");
  assert.deepEqual(kept, place);
  assert.ok(Date.now() - time < 60_000);
  await keepPlace({ address: "https://news.example/a", place: null }, asker);
  assert.equal(stored.size, 0);
});

test("nothing is kept of private windows, other sites, and what is no place", async () => {
  await keepPlace({ address: "https://news.example/a", place }, { ...asker, isPrivate: true });
  await keepPlace({ address: "https://other.example/a", place }, asker);
  await keepPlace({ address: `https://news.example/${"a".repeat(3000)}`, place }, asker);
  await keepPlace({ address: "https://news.example/a", place: { ...place, index: "3" } }, asker);
  await keepPlace({ address: "https://news.example/a", place: { ...place, share: NaN } }, asker);
  assert.equal(stored.size, 0);
});

test("the newest 300 stay", async () => {
  for (let n = 0; n < 300; n += 1) stored.set(`place:https://news.example/${n}`, { ...place, time: n });
  stored.set("settings", { size: 120 });
  await keepPlace({ address: "https://news.example/new", place }, asker);
  assert.equal(stored.size, 301);
  assert.ok(stored.has("place:https://news.example/new") && stored.has("settings") && !stored.has("place:https://news.example/0"));
});
