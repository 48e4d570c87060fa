// The browser is killed at random moments while articles are saved, changed, imported and deleted and pages saved in bulk,
// and opened anew in the same profile: whatever was told to be saved is there, nothing is half, pictures are counted
// right, and what was still to be saved is saved now.

import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { start, until } from "./browser.mjs";
import { begun, call, handedDist, openLibrary } from "./library.mjs";
import { numbers } from "./library.made.mjs";

/** Fifty moments in all, in two files for each browser, since one may take eight minutes at most. LEDE_KILLS sets another number for each. */
const MOMENTS = { chromium: 14, firefox: 11 };
const LATEST_MS = 1400;
/** Pages that are saved in bulk at each, and their text. */
const PAGES = 4;
const STORY = "<p>The ferry across the Oder has not run since the flood, and this is its second version: the ferryman, whose father had the same post, now mends nets for people who do not fish.</p>".repeat(5);

/** @param {import("./browser.mjs").Name} name @param {number} seed by which the moments are drawn */
export function killed(name, seed) {
  const times = Number(process.env.LEDE_KILLS ?? MOMENTS[name]);
  test(`${name}: killed at ${times} moments, the library is whole each time`, { timeout: 400_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), `lede-killed-${name}-`));
    const dist = handedDist(name);
    const told = await listener();
    const random = numbers(Number(process.env.LEDE_SEED ?? seed));
    try {
      for (let time = 0; time < times; time += 1) {
        const browser = await opened(name, { profile, dist }, told.ids, time);
        await call(browser, begin, told.origin, time, PAGES);
        await sleep(random() * LATEST_MS);
        await browser.kill();
      }
      await (await opened(name, { profile, dist }, told.ids, times)).close();
      assert.ok(told.ids.size > times, `${told.ids.size} were saved`);
      assert.ok(told.pages.size > times, `${told.pages.size} pages were asked for`);
    } finally {
      await told.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/**
 * A kill in the middle of a record, made by hand: the log of the database ends with the head of a record and a part of it.
 * Opened, the log is written on behind that; opened once more, the database is found damaged, and thrown away.
 */
export function torn() {
  test("chromium: a database that the browser throws away is made anew from its copies", async () => {
    const profile = mkdtempSync(join(tmpdir(), "lede-torn-"));
    const how = { profile, dist: handedDist("chromium") };
    const told = await listener();
    let times = 0;
    /** @param {(browser: import("./browser.mjs").Browser) => Promise<void>} act */
    const once = async (act) => {
      const browser = await opened("chromium", how, told.ids, times);
      times += 1;
      await act(browser).finally(() => browser.kill());
    };
    /** @type {string[]} */ let before = [];
    try {
      await once(async (browser) => {
        await call(browser, begin, told.origin, 0, 0);
        await until(async () => told.ids.size, (size) => size > 40, "articles are saved");
      });
      await once(async (browser) => {
        before = (await call(browser, state)).entries;
        await call(browser, witness);
      });
      tear(profile);
      await once(async (browser) => {
        assert.equal((await call(browser, state)).isWitness, true, "what is torn is passed over");
        // Little, so that it goes into the same log.
        await call(browser, witness);
      });
      await once(async (browser) => {
        const after = await call(browser, state);
        assert.equal(after.isWitness, false, "the database is another one");
        assert.deepEqual(before.filter((it) => !after.entries.includes(it)), []);
      });
    } finally {
      await told.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/** @param {string} profile */
function tear(profile) {
  const folder = join(profile, "Default/IndexedDB");
  const [database = ""] = readdirSync(folder).filter((name) => /^chrome-extension_.*\.leveldb$/.test(name));
  const logs = readdirSync(join(folder, database)).filter((name) => name.endsWith(".log"));
  assert.equal(logs.length, 1, logs.join());
  // A checksum, a length, and what it is: a whole record.
  appendFileSync(join(folder, database, String(logs[0])), Buffer.from([1, 2, 3, 4, 64, 0, 1, ...Array(50).fill(7)]));
}

/** What only this database holds. @param {any} modules */
const witness = async ({ store }) => void (await (await store.database()).put("state", true, "witness"));

/** @param {any} modules @returns {Promise<{ entries: string[], isWitness: boolean }>} */
async function state({ store }) {
  const database = await store.database();
  const told = (/** @type {LedeEntry} */ { id, title, saved, tags, pictures }) => JSON.stringify([id, title, saved, tags, pictures]);
  return { entries: (await store.entries()).map(told), isWitness: (await database.get("state", "witness")) === true };
}

/** The browser opened anew, with nothing wrong in the library. @param {import("./browser.mjs").Name} name @param {{ profile: string, dist: string }} how @param {Set<string>} ids @param {number} time */
async function opened(name, how, ids, time) {
  const browser = await start(name, how);
  try {
    await openLibrary(browser);
    // The page first purges what was deleted long ago: an entry that goes while it is looked at would seem damaged.
    await begun(browser);
    await until(() => call(browser, waiting), (many) => many === 0, "what was to be saved is saved", 60);
    assert.deepEqual(await call(browser, faults, [...ids]), [], `after ${time} kills`);
    return browser;
  } catch (error) {
    await browser.kill();
    throw error;
  }
}

/** How many pages wait to be saved. @param {any} modules @returns {Promise<number>} */
const waiting = async ({ queue }) => (await queue.tasks()).filter((/** @type {any} */ { state }) => state === "waiting").length;

/** Hears what the page tells to be saved, at once, and keeps it while browsers come and go. Has pages to save, too. */
async function listener() {
  /** @type {Set<string>} */ const ids = new Set();
  /** @type {Set<string>} */ const pages = new Set();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (!pathname.startsWith("/page-")) {
      ids.add(searchParams.get("id") ?? "");
      return void response.end();
    }
    pages.add(pathname);
    response.setHeader("content-type", "text/html").end(`<!doctype html><html lang="en"><title>${pathname.slice(1)} of many</title><article><h1>${pathname.slice(1)} of many</h1>${STORY}</article></html>`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { ids, pages, origin: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) };
}

/** Saves, imports, changes and deletes without an end, and some pages in bulk. @param {any} modules @param {string} origin @param {number} time @param {number} pages */
function begin({ store, keep, queue }, origin, time, pages) {
  const tell = (/** @type {string} */ id) => void fetch(`${origin}/?id=${encodeURIComponent(id)}`, { mode: "no-cors", keepalive: true }).catch(() => {});
  const made = (/** @type {string} */ id, version = 1) => ({ format: 1, url: `https://post.example/${id}`, title: `${id} version ${version}`, wordCount: 400, body: [{ paragraph: [{ text: `${id} word${version} `.repeat(400) }] }] });
  const picture = (/** @type {number} */ at) => ({ src: `https://post.example/${at % 3}.png`, type: "image/png", bytes: new Uint8Array(60_000).fill(at % 3) });
  const extras = (/** @type {number} */ at) => ({ pictures: [picture(at), picture(at + 1)] });
  const one = async (/** @type {number} */ at) => {
    const id = `${time}-${at}`;
    await store.add(made(id), extras(at));
    tell(id);
    await store.add(made(id, 2), { ...extras(at + 1), same: "update" });
  };
  const crowd = async (/** @type {number} */ at) => {
    const ids = Array.from({ length: 20 }, (_, i) => `${time}-${at}-${i}`);
    await store.addAll(ids.map((id, i) => ({ article: made(id), extras: extras(i) })));
    for (const id of ids) tell(id);
  };
  const passing = async (/** @type {number} */ at) => {
    const { id } = await store.add(made(`passing-${time}-${at}`), extras(at));
    await store.trash([id], 1);
    await store.purge(1);
  };
  const bulk = async () => {
    await queue.enqueue(Array.from({ length: pages }, (_, at) => ({ url: `${origin}/page-${time}-${at}`, title: "", extras: {} })));
    await queue.work(() => {});
  };
  void bulk();
  void (async () => {
    for (let at = 0; ; at += 1) await Promise.all([one(at), crowd(at), passing(at), keep.tend(await store.database())]);
  })();
}

/** Whatever is not as it should be. @param {any} modules @param {string[]} ids what was told to be saved @returns {Promise<string[]>} */
async function faults({ store, search: { Searcher }, keep, queue }, ids) {
  const database = await store.database();
  const [entries, texts, pictures] = await Promise.all(["articles", "texts", "pictures"].map((name) => database.getAll(name)));
  /** @type {string[]} */ const found = [];
  const hold = (/** @type {boolean} */ isRight, /** @type {string} */ fault) => void (isRight || found.push(fault));
  const titles = new Set(entries.map((/** @type {any} */ { title }) => title.split(" ")[0]));
  for (const id of ids) hold(titles.has(id), `${id} was saved and is gone`);
  hold(titles.size === entries.length, "an address is there twice");
  for (const { url, state } of await queue.tasks()) hold(["saved", "there"].includes(state) && titles.has(new URL(url).pathname.slice(1)), `${url} is ${state}`);
  const has = new Set(texts.map((/** @type {any} */ { id }) => id));
  for (const { id, title } of entries) hold(has.has(id), `${title} has no text`);
  hold(texts.length === entries.length, `${texts.length} texts of ${entries.length} articles`);
  /** @type {Map<string, number>} */ const uses = new Map();
  for (const { pictures: shown } of entries) for (const hash of new Set(shown.map((/** @type {any} */ it) => it.hash))) uses.set(String(hash), (uses.get(String(hash)) ?? 0) + 1);
  for (const { hash, uses: counted, bytes } of pictures) hold(counted === uses.get(hash) && bytes.length === 60_000, `a picture counts ${counted} for ${uses.get(hash)}`);
  for (const hash of uses.keys()) hold(pictures.some((/** @type {any} */ it) => it.hash === hash), "a picture is gone");
  for (const { id, title } of entries.slice(-30)) hold(await store.isWhole(id), `${title} is damaged`);
  await keep.tend(database);
  const { scores } = await new Searcher(store.database).find("version");
  for (const { n, title } of entries) hold(scores.has(n), `${title} is not found`);
  return found.slice(0, 10);
}
