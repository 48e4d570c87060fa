// The library's database: what is added comes back whole, changes hold, what is deleted can be brought back, pictures are
// kept once, and nothing is written half.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inBoth, until } from "./browser.mjs";
import { article, call, empty as emptied, handedDist, openLibrary } from "./library.mjs";

const FERRY = article("The ferry", "The ferry across the Oder has not run since the flood.");
const NET = article("The net", "He mends nets for people who do not fish.");

inBoth({}, ({ name, browser }) => {
  const empty = () => emptied(browser());

  test(`${name}: an article comes back whole, with its pictures, its marks and its notes`, async () => {
    await empty();
    const note = { type: "Annotation", body: { type: "TextualBody", value: "Ask the ferryman" }, target: { source: FERRY.url } };
    const got = await call(browser(), async ({ store }, given, annotation) => {
      const pictures = [{ src: "https://post.example/a.png", type: "image/png", bytes: Uint8Array.of(1, 2, 3) }];
      const { id } = await store.add(given, { pictures, annotations: [annotation], tags: [" river ", "river", "a,b"], favourite: true, saved: 5 });
      const { pictures: kept, ...rest } = await store.get(id);
      return { ...rest, kept: kept.map((/** @type {any} */ { src, type, bytes }) => [src, type, [...bytes]]), isWhole: await store.isWhole(id) };
    }, FERRY, note);
    assert.deepEqual(got.article, FERRY);
    assert.deepEqual(got.annotations, [note]);
    assert.deepEqual(got.kept, [["https://post.example/a.png", "image/png", [1, 2, 3]]]);
    const { tags, favourite, unread, saved, title, host, words } = got.entry;
    assert.deepEqual({ tags, favourite, unread, saved, title, host, words }, { tags: ["river", "a b"], favourite: true, unread: true, saved: 5, title: "The ferry", host: "post.example", words: 10 });
    assert.equal(got.isWhole, true);
  });

  test(`${name}: a damaged copy is told`, async () => {
    await empty();
    const isWhole = await call(browser(), async ({ store }, given) => {
      const { id } = await store.add(given);
      const database = await store.database();
      const text = await database.get("texts", id);
      await database.put("texts", { ...text, article: text.article.replace("Oder", "Elbe") });
      return store.isWhole(id);
    }, FERRY);
    assert.equal(isWhole, false);
  });

  test(`${name}: of the same address it asks, updates, or keeps both`, async () => {
    await empty();
    const seen = await call(browser(), async ({ store }, first, second) => {
      const { id } = await store.add(first, { tags: ["river"], saved: 1 });
      const asked = await store.add(second, { saved: 2 });
      const before = (await store.entries()).length;
      const updated = await store.add(second, { same: "update", saved: 3 });
      const now = await store.get(id);
      await store.add(second, { same: "both", saved: 4 });
      return { id, already: asked.already[0].id, asked: asked.id ?? null, before, updated: updated.id, tags: now.entry.tags, text: now.article.body, all: (await store.entries()).length };
    }, FERRY, { ...NET, url: `${FERRY.url}#top`, canonicalUrl: null });
    assert.equal(seen.already, seen.id);
    assert.equal(seen.asked, null);
    assert.equal(seen.before, 1);
    assert.equal(seen.updated, seen.id, "the entry stays");
    assert.deepEqual(seen.tags, ["river"], "and so do its tags");
    assert.deepEqual(seen.text, NET.body);
    assert.equal(seen.all, 2);
  });

  test(`${name}: a picture of several articles is kept once, as long as one shows it`, async () => {
    await empty();
    const counts = await call(browser(), async ({ store }, a, b) => {
      const picture = (/** @type {string} */ src) => ({ src, type: "image/png", bytes: Uint8Array.of(9, 9) });
      const first = await store.add(a, { pictures: [picture("https://x.example/1"), picture("https://x.example/2")] });
      const second = await store.add(b, { pictures: [picture("https://x.example/3")] });
      const count = async () => (await (await store.database()).getAll("pictures")).map((/** @type {any} */ { uses }) => uses);
      const seen = [await count()];
      for (const { id } of [first, second]) {
        await store.trash([id]);
        await store.purge(Infinity);
        seen.push(await count());
      }
      return seen;
    }, FERRY, NET);
    assert.deepEqual(counts, [[2], [1], []]);
  });

  test(`${name}: what is deleted comes back, until it is purged`, async () => {
    await empty();
    const seen = await call(browser(), async ({ store }, given) => {
      const { id } = await store.add(given, { tags: ["x"] });
      await store.trash([id], 1000);
      const [gone] = await store.entries();
      const found = (await store.find(given)).length;
      await store.restore([id]);
      const [back] = await store.entries();
      const none = await store.purge(Infinity);
      await store.trash([id], 1000);
      const early = await store.purge(999);
      const purged = await store.purge(1000);
      return { gone: gone.trashed, found, back: back.trashed ?? null, tags: back.tags, none, early, purged, text: (await store.get(id)) ?? null };
    }, FERRY);
    assert.deepEqual(seen, { gone: 1000, found: 0, back: null, tags: ["x"], none: 0, early: 0, purged: 1, text: null });
  });

  test(`${name}: nothing is written of a private window, and a full disk changes nothing`, async () => {
    await empty();
    const seen = await call(browser(), async ({ store }, a, b) => {
      const why = (/** @type {Promise<any>} */ work) => work.then(() => "done", (/** @type {any} */ error) => error.why);
      await store.add(a);
      const hidden = await why(store.add(b, { isPrivate: true }));
      // As a browser that has no room any more: in the middle of a change, after some of it was taken.
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (/** @type {any[]} */ ...values) {
        if (this.name === "texts") throw new DOMException("no room", "QuotaExceededError");
        return put.apply(this, /** @type {any} */ (values));
      };
      const full = await why(store.add(b));
      const again = await why(store.add({ ...a, title: "Changed" }, { same: "update" }));
      IDBObjectStore.prototype.put = put;
      const database = await store.database();
      const count = async (/** @type {string} */ of) => (await database.getAllKeys(of)).length;
      const left = { articles: await count("articles"), texts: await count("texts"), pictures: await count("pictures"), segments: await count("segments") };
      return { hidden, full, again, left, title: (await store.entries())[0].title, after: await why(store.add(b)) };
    }, FERRY, NET);
    const { left: { segments, ...left }, ...rest } = seen;
    assert.deepEqual(rest, { hidden: "Private", full: "Full", again: "Full", title: "The ferry", after: "done" });
    assert.deepEqual(left, { articles: 1, texts: 1, pictures: 0 });
    assert.ok(segments > 0);
  });

  test(`${name}: a library of the first version gets its index, and its texts are found`, async () => {
    await empty();
    const found = await call(browser(), async ({ store, schema, keep, search }, given) => {
      (await store.database()).close();
      await new Promise((resolve) => (indexedDB.deleteDatabase(schema.NAME).onsuccess = resolve));
      const old = await new Promise((resolve) => {
        const request = indexedDB.open(schema.NAME, 1);
        request.onupgradeneeded = () => void schema.STEPS[0](request.result);
        request.onsuccess = () => resolve(request.result);
      });
      const write = old.transaction(["articles", "texts"], "readwrite");
      write.objectStore("articles").put({ id: "one", address: given.url, title: given.title, pictures: [], tags: [], saved: 1 });
      write.objectStore("texts").put({ id: "one", format: 1, article: JSON.stringify(given), annotations: [] });
      await new Promise((resolve) => (write.oncomplete = resolve));
      old.close();
      const database = await schema.openLibrary({ gone() {} });
      await keep.tend(database);
      const { scores } = await new search.Searcher(async () => database).find("ferry");
      const entries = await database.getAll("articles");
      database.close();
      return entries.filter((/** @type {any} */ { n }) => scores.has(n)).map((/** @type {any} */ { title }) => title);
    }, FERRY);
    assert.deepEqual(found, ["The ferry"]);
    await openLibrary(browser());
  });

  test(`${name}: another window is told, and changes of both hold`, async () => {
    await empty();
    await call(browser(), async ({ store }, made) => {
      // Under another address it is another copy, with a connection and a channel of its own, as in another window.
      const other = await import(/** @type {string} */ (new URL("store.js?other", location.href).href));
      const { dataset } = document.documentElement;
      store.watch(() => void (dataset.told = String(Number(dataset.told ?? 0) + 1)));
      const both = made.flatMap((/** @type {any} */ it, /** @type {number} */ at) => [store, other][at % 2].add(it));
      // The same address from both at once: one of them is told of the other.
      const same = await Promise.all([store.add(made[0]), other.add(made[0])]);
      if (same.filter(({ id }) => id !== undefined).length > 1) throw new Error("two copies of one address");
      await Promise.all(both);
    }, Array.from({ length: 20 }, (_, at) => article(`Window ${at}`, `Text ${at}`)));
    const seen = await call(browser(), async ({ store }) => {
      const entries = await store.entries();
      return { many: entries.length, numbers: new Set(entries.map((/** @type {any} */ { n }) => n)).size };
    });
    assert.deepEqual(seen, { many: 20, numbers: 20 }, "each once, and each with a number of its own");
    await until(() => browser().evaluate(() => document.documentElement.dataset.told ?? 0), (told) => Number(told) >= 10, "the first window is told of the other's");
  });
}, { distOf: handedDist });
