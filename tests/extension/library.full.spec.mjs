// A library that has filled what the browser gives it: what does not fit is told, nothing saved before is lost, nothing is
// half, and there is room again once there is. The limit is the browser's own, set low.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inBoth } from "./browser.mjs";
import { article, begun, call, handedDist, openLibrary } from "./library.mjs";
import { numbers } from "./library.made.mjs";

/** What the browser gives, and what a picture takes of it, in bytes. */
const [ROOM, PICTURE] = [16_000_000, 700_000];
const MANY = 60;

const random = numbers(5);
/** Words that no two are alike of, so that no browser packs them to nothing. */
const words = () => Array.from({ length: 12 }, () => Math.floor(random() * 36 ** 7).toString(36)).join(" ");
const page = (/** @type {string} */ title) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${Array.from({ length: 500 }, () => `<p>The ferry, ${words()}, has not run, ${words()}, since the flood, ${words()}.</p>`).join("")}</article></body></html>`;

inBoth({ "/one.html": page("Page one"), "/two.html": page("Page two"), "/three.html": page("Page three") }, ({ name, browser, url }) => {
  const limit = async (/** @type {number} */ most) => {
    // On a page that opens no database: what room there is, is remembered with one.
    await browser().open(await browser().ownAddress("notice/notice.html"));
    await browser().limitRoom(most);
    await openLibrary(browser());
    // It has looked for what waits to be saved by then.
    await begun(browser());
  };

  test(`${name}: without room the library says so, stays whole, and takes more once there is room`, async () => {
    await limit(ROOM);
    const stories = Array.from({ length: MANY }, (_, at) => article(`Story ${at}`, `The text of number ${at}. `.repeat(50)));
    await call(browser(), ({ queue }, urls) => queue.enqueue(urls.map((it) => ({ url: it, title: it, extras: {} }))), [url("/one.html"), url("/two.html"), url("/three.html")]);
    const { saved, why } = await call(browser(), fill, stories, PICTURE);
    assert.ok(saved.length >= 3 && saved.length < MANY, `${saved.length} were saved`);
    assert.equal(why, "Full");
    const whole = { titles: saved, texts: saved.length, pictures: saved.length, found: saved.length };
    assert.deepEqual(await call(browser(), state, PICTURE), whole, "what was told to be saved is there, and nothing else");

    const others = stories.map((_, at) => article(`Again ${at}`, "It would fit alone."));
    assert.equal(await call(browser(), addTogether, others, PICTURE), "Full");
    assert.deepEqual(await call(browser(), state, PICTURE), whole, "of many at once all or none");

    await call(browser(), brim);
    const count = async () => (await call(browser(), ({ store }) => store.entries())).length;
    const before = await count();
    const { ended, come } = await call(browser(), worked);
    // One may still fit. Where not even what has become of a page can be written, the work ends and the rest waits.
    const many = (/** @type {string} */ state) => come.filter((/** @type {string} */ it) => it === state).length;
    assert.equal(many("saved") + many("Full") + many("waiting"), 3, String(come));
    assert.ok(many("saved") < 3 && (ended === "Full" || (ended === "done" && many("waiting") === 0)), `${ended}: ${come}`);
    assert.equal(await count(), before + many("saved"));

    await limit(20 * ROOM);
    await call(browser(), ({ queue }) => queue.retry());
    assert.deepEqual(await call(browser(), worked), { ended: "done", come: ["saved", "saved", "saved"] });
    assert.equal(await count(), before + 3);
  });
}, { distOf: handedDist });

/** Saves one after the other until one fails. @param {any} modules @param {any[]} articles @param {number} size */
async function fill({ store }, articles, size) {
  /** @type {string[]} */ const saved = [];
  for (const [at, article] of articles.entries()) {
    try {
      await store.add(article, { pictures: [{ src: `https://post.example/${at}.png`, type: "image/png", bytes: new Uint8Array(size).map((_, i) => (i * i * (at + 3)) >> 7) }] });
      saved.push(article.title);
    } catch (/** @type {any} */ error) {
      return { saved, why: error.why ?? String(error) };
    }
  }
  return { saved, why: "no end" };
}

/** Saves all in one. @param {any} modules @param {any[]} articles @param {number} size */
function addTogether({ store }, articles, size) {
  const bytes = (/** @type {number} */ at) => new Uint8Array(size).map((_, i) => (i * i * (at + 103)) >> 7);
  const items = articles.map((article, at) => ({ article, extras: { pictures: [{ src: `https://post.example/again-${at}.png`, type: "image/png", bytes: bytes(at) }] } }));
  return store.addAll(items).then(() => "saved", (/** @type {any} */ error) => error.why ?? String(error));
}

/** Fills what is left. @param {any} modules */
async function brim({ store }) {
  for (let [size, at] = [100_000, 0]; size >= 1; at += 1) {
    const article = { format: 1, url: `https://post.example/brim-${at}`, title: `Brim ${at}`, wordCount: 1, body: [] };
    const bytes = crypto.getRandomValues(new Uint8Array(Math.min(size, 60_000)));
    await store.add(article, { pictures: [{ src: `${article.url}.png`, type: "image/png", bytes }] }).catch(() => (size = Math.floor(size / 10)));
  }
}

/** Saves the pages that wait. @param {any} modules */
async function worked({ queue }) {
  const ended = await queue.work(() => {}).then(() => "done", (/** @type {any} */ error) => error.why ?? String(error));
  return { ended, come: (await queue.tasks()).map((/** @type {any} */ { state, why }) => why ?? state) };
}

/** What there is: entries that are whole, how many texts and pictures there are, how many are found. @param {any} modules @param {number} size */
async function state({ store, search: { Searcher } }, size) {
  const database = await store.database();
  const entries = (await store.entries()).sort((/** @type {LedeEntry} */ a, /** @type {LedeEntry} */ b) => (a.n ?? 0) - (b.n ?? 0));
  /** @type {string[]} */ const titles = [];
  for (const { id, title } of entries) {
    const isWhole = (await store.isWhole(id)) && (await store.get(id)).pictures[0]?.bytes.length === size;
    titles.push(isWhole ? title : `damaged: ${title}`);
  }
  const { scores } = await new Searcher(store.database).find("text");
  const count = async (/** @type {string} */ of) => (await database.getAllKeys(of)).length;
  return { titles, texts: await count("texts"), pictures: await count("pictures"), found: entries.filter((/** @type {any} */ { n }) => scores.has(n)).length };
}
