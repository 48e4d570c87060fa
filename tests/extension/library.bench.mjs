// What a library of 10,000 articles costs, in Chromium: `./build.sh bench` prints how fast they come in, how long a search
// takes, what is held in memory and on the disk, and the same by reading every text through.
//
//   node library.bench.mjs [--articles N]

import { parseArgs } from "node:util";

import { start } from "./browser.mjs";
import { madeArticle } from "./library.made.mjs";

/** @typedef {import("./chromium.mjs").Chromium} Chromium */

const BATCH = 100;
/** What a search may take, and what may be held, in milliseconds and bytes. */
const [BAR_MS, BAR_BYTES] = [50, 100_000_000];
const TIMES = 5;

const { values } = parseArgs({ options: { articles: { type: "string", default: "10000" } } });
const browser = /** @type {Chromium} */ (await start("chromium"));
try {
  await main(Number(values.articles));
} finally {
  await browser.close();
}

/** @param {number} many */
async function main(many) {
  await browser.open(await browser.ownAddress("library/library.html"));
  await fill(many);
  // As it is when the page is opened anew.
  await browser.open(await browser.ownAddress("library/library.html"));
  const before = await browser.memory();
  const queries = questions(many);
  const found = await browser.evaluate(searching, queries, TIMES);
  const held = (await browser.memory()) - before;
  const { usage } = await browser.evaluate(() => navigator.storage.estimate());
  const scan = await browser.evaluate(scanning, queries.slice(0, 4));
  print("list of all read", `${found.list.toFixed(0)} ms`);
  print("reading the words", `${found.prepared.toFixed(1)} ms`, "once, when the field for questions gets the focus");
  print("first search", `${found.first.toFixed(1)} ms`);
  for (const [name, times] of [["search, first time", found.cold], ["search, again", found.warm], ["excerpts of 20", found.excerpts]]) {
    const sorted = /** @type {number[]} */ (times).toSorted((a, b) => a - b);
    const at = (/** @type {number} */ share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
    print(String(name), `${at(0.5)} ms`, `95 of 100 within ${at(0.95)}, all within ${at(1)}`);
  }
  print("plain scan", `${scan.toFixed(0)} ms`, "every text read and looked through");
  print("in memory", `${(held / 1e6).toFixed(1)} MB`, "words, postings, and the list of all");
  print("on the disk", `${((usage ?? 0) / 1e6).toFixed(0)} MB`);
  const slow = [...found.cold, ...found.warm].filter((time) => time > BAR_MS).length;
  if (slow > 0) print("over the bar", `${slow} of ${found.cold.length + found.warm.length}`, `searches took more than ${BAR_MS} ms`);
  if (held > BAR_BYTES) print("over the bar", "", `more than ${BAR_BYTES / 1e6} MB are held`);
  for (const [query, count] of found.counts) if (count === 0) print("found nothing", query);
}

/** @param {number} many */
async function fill(many) {
  let [spent, letters] = [0, 0];
  for (let at = 0; at < many; at += BATCH) {
    const articles = Array.from({ length: Math.min(BATCH, many - at) }, (_, i) => madeArticle(at + i));
    letters += JSON.stringify(articles).length;
    spent += await browser.evaluate(adding, articles);
  }
  const tended = await browser.evaluate(tending);
  print("import", `${Math.round(many / (spent / 1000))} articles a second`, `${many} of ${Math.round(letters / many / 1000)} kB on average`);
  print("joining the index", `${tended.toFixed(0)} ms`);
}

/** @param {any[]} articles */
async function adding(articles) {
  const { addAll } = /** @type {any} */ (await import(chrome.runtime.getURL("library/store.js")));
  const began = performance.now();
  await addAll(articles.map((article) => ({ article })));
  return performance.now() - began;
}

async function tending() {
  const own = (/** @type {string} */ path) => /** @type {Promise<any>} */ (import(chrome.runtime.getURL(path)));
  const [{ database }, { tend }] = await Promise.all([own("library/store.js"), own("library/index/keep.js")]);
  const began = performance.now();
  await tend(await database());
  return performance.now() - began;
}

/** @param {string[]} queries @param {number} times */
async function searching(queries, times) {
  const own = (/** @type {string} */ path) => /** @type {Promise<any>} */ (import(chrome.runtime.getURL(path)));
  const [{ database, entries, get }, { Searcher }, { excerpt, places }, { plain }] = await Promise.all(
    ["library/store.js", "library/index/search.js", "library/index/excerpt.js", "library/article.js"].map(own),
  );
  await database();
  let began = performance.now();
  const took = () => {
    const time = performance.now() - began;
    began = performance.now();
    return time;
  };
  const all = await entries();
  const list = took();
  const byNumber = new Map(all.map((/** @type {LedeEntry} */ entry) => [entry.n, entry]));
  const searcher = new Searcher(database);
  took();
  // As when the field gets the focus.
  await searcher.prepare();
  const prepared = took();
  await searcher.find("qqqqqqqqqqqq");
  const first = took();
  /** @type {[number[], number[], number[], [string, number][]]} */ const [cold, warm, excerpts, counts] = [[], [], [], []];
  for (let time = 0; time < times; time += 1) {
    for (const query of queries) {
      took();
      const { scores, words } = await searcher.find(query);
      const hits = [...scores].sort((a, b) => b[1] - a[1]).filter(([n]) => byNumber.has(n));
      (time === 0 ? cold : warm).push(took());
      if (time > 0) continue;
      counts.push([query, hits.length]);
      for (const [n] of hits.slice(0, 20)) {
        const { article } = await get(byNumber.get(n).id);
        const text = plain(article);
        excerpt(text, places(text, words));
      }
      excerpts.push(took());
    }
  }
  // Held as the page would, while memory is measured.
  Object.assign(globalThis, { held: [all, byNumber, searcher] });
  return { list, prepared, first, cold, warm, excerpts, counts };
}

/** @param {string[]} queries */
async function scanning(queries) {
  const own = (/** @type {string} */ path) => /** @type {Promise<any>} */ (import(chrome.runtime.getURL(path)));
  const [{ database }, { plain }] = await Promise.all(["library/store.js", "library/article.js"].map(own));
  const began = performance.now();
  for (const query of queries) {
    const transaction = (await database()).transaction("texts");
    for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
      plain(JSON.parse(cursor.value.article)).toLowerCase().includes(query);
    }
  }
  return (performance.now() - began) / queries.length;
}

/** What people ask: words of articles that there are, several, begun, mistyped, in other scripts. @param {number} many */
function questions(many) {
  const text = (/** @type {number} */ at) => madeArticle(at).body[0].paragraph[0].text;
  const words = (/** @type {number} */ at) => text(at).split(/[ .]+/);
  const long = (/** @type {number} */ at) => words(at).filter((/** @type {string} */ word) => word.length > 6);
  const english = Array.from({ length: 10 }, (_, i) => Math.floor((i / 10) * many)).map((at) => at - (at % 10));
  const typo = (/** @type {string} */ word) => `${word.slice(0, 2)}${word.slice(3, 4)}${word.slice(2, 3)}${word.slice(4)}`;
  return [
    ...english.map((at) => words(at)[0] ?? ""),
    ...english.map((at) => words(at).slice(0, 3).join(" ")),
    ...english.map((at) => long(at)[0]?.slice(0, 4) ?? ""),
    ...english.map((at) => typo(long(at)[0] ?? "")),
    ...english.map((at) => `${words(at)[1]} ${typo(long(at)[1] ?? "")}`),
    ...english.map((at) => madeArticle(at).byline),
    ...["a", "b", "st", "川", "図書館", "東京大学", "图书馆 北京", "แม่น้ำ", "ประวัติศาสตร์", "المكتبة", "قاهرة"],
  ];
}

/** @param {string} name @param {string} value @param {string} [more] */
function print(name, value, more = "") {
  console.log(`${name.padEnd(22)} ${value.padStart(12)}${more === "" ? "" : `   ${more}`}`);
}
