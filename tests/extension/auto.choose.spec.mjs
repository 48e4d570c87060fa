// A choice and its permission, with a browser that answers as it is told: what a yes keeps, what a no undoes, and that only
// what was asked for is given back.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** What the browser holds, and how it answers. @type {{ kept: Record<string, any>, origins: string[], scripts: any[], answer: () => Promise<boolean> }} */
const browser = { kept: {}, origins: [], scripts: [], answer: async () => true };
const OTHERS = "*://*.others.example/*";
const OWN = "*://*.own.example/*";

/** As much of the browser as choices need; asking for a permission grants it where the answer is yes. */
const fake = {
  runtime: { getURL: (/** @type {string} */ path) => path },
  storage: {
    local: {
      get: async (/** @type {string} */ key) => structuredClone({ [key]: browser.kept[key] }),
      set: async (/** @type {object} */ values) => void Object.assign(browser.kept, structuredClone(values)),
      remove: async (/** @type {string} */ key) => void delete browser.kept[key],
    },
  },
  permissions: {
    getAll: async () => ({ origins: [...browser.origins] }),
    request: async (/** @type {{ origins: string[] }} */ { origins }) => {
      if (!(await browser.answer())) return false;
      browser.origins = [...new Set([...browser.origins, ...origins])];
      return true;
    },
    remove: async (/** @type {{ origins: string[] }} */ { origins }) => void (browser.origins = browser.origins.filter((origin) => !origins.includes(origin))),
  },
  scripting: {
    getRegisteredContentScripts: async () => browser.scripts,
    registerContentScripts: async (/** @type {any[]} */ added) => void browser.scripts.push(...added),
    updateContentScripts: async (/** @type {any[]} */ changed) => void (browser.scripts = browser.scripts.map((was) => changed.find(({ id }) => id === was.id) ?? was)),
    unregisterContentScripts: async (/** @type {{ ids: string[] }} */ { ids }) => void (browser.scripts = browser.scripts.filter(({ id }) => !ids.includes(id))),
  },
};
Object.assign(globalThis, { chrome: fake, fetch: async () => ({ json: async () => [{ host: "brim.example", lang: "en", country: "GB" }] }) });

const { choose, ofSite } = await import("../../extension/background/choose.js");
const { settle } = await import("../../extension/background/auto.js");

beforeEach(() => Object.assign(browser, { kept: {}, origins: [OTHERS], scripts: [], answer: async () => true }));

test("a yes holds, and its scripts are registered", async () => {
  assert.equal(await choose(ofSite("own.example", "tidy"), [OWN]), true);
  await settle();
  assert.deepEqual(browser.kept.auto.sites, { "own.example": "tidy" });
  assert.deepEqual(browser.origins, [OTHERS, OWN]);
  assert.deepEqual(browser.scripts.map(({ id, matches }) => [id, matches]), [["auto-tidy", [OWN]]]);
});

test("a no undoes the choice, and nothing of it stays", async () => {
  browser.answer = async () => false;
  assert.equal(await choose(ofSite("own.example", "tidy"), [OWN]), false);
  assert.deepEqual(browser.kept, {});
  browser.answer = () => Promise.reject(new Error("no press"));
  assert.equal(await choose((was) => ({ ...was, everywhere: "reader" }), ["*://*/*"]), false);
  assert.deepEqual(browser.kept, {});
});

test("the choice is kept while the question stands, and a later one is not undone with it", async () => {
  /** @type {(answer: boolean) => void} */ let say = () => {};
  browser.answer = () => new Promise((resolve) => void (say = resolve));
  const first = choose(ofSite("own.example", "tidy"), [OWN]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(browser.kept.auto.sites, { "own.example": "tidy" });
  await settle();
  assert.deepEqual(browser.scripts, [], "what is not allowed yet does nothing");
  assert.equal(await choose(ofSite("never.example", "off"), []), true);
  say(false);
  assert.equal(await first, false);
  assert.deepEqual(browser.kept.auto.sites, { "never.example": "off", "own.example": "tidy" });
});

test("what was asked for is given back, and what other parts of Lede were given stays", async () => {
  await choose(ofSite("own.example", "reader"), [OWN]);
  await choose((was) => ({ ...was, news: "tidy" }), ["*://*.brim.example/*"]);
  await settle();
  assert.deepEqual(browser.scripts.map(({ id }) => id), ["auto-reader", "auto-tidy"]);
  await choose(ofSite("own.example", undefined), []);
  await settle();
  assert.deepEqual(browser.origins, [OTHERS, "*://*.brim.example/*"]);
  assert.deepEqual(browser.kept["auto:asked"], ["*://*.brim.example/*"]);
  await choose((was) => ({ ...was, news: "off" }), []);
  await settle();
  assert.deepEqual(browser.origins, [OTHERS]);
  assert.deepEqual(browser.scripts, []);
  assert.deepEqual(browser.kept, {}, "where nothing is chosen, nothing is kept");
});
