// Searching the library: words of every script, begun, mistyped, in several segments of the index and after changes.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { inBoth, until } from "./browser.mjs";
import { article, call, empty, handedDist } from "./library.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const TEXTS = {
  ferry: ["The ferry", "The ferryman, whose grandfather had the same post, now mends nets beside the river."],
  bridge: ["A new bridge", "Engineers of the municipality have inspected the foundations of the bridge."],
  umlaut: ["Die Fähre", "Der Fährmann flickt Netze für Leute, die nicht fischen. Die Straße ist gesperrt."],
  french: ["Le passeur", "L’élève du passeur répare les filets, cœur léger, près de l’île."],
  russian: ["Паром", "Паромщик чинит сети, а ребёнок смотрит на реку."],
  arabic: ["صاحب العبّارة", "يصلح صاحب العبّارة الشباك في المدينة القديمة منذ الفيضان."],
  hebrew: ["המעבורת", "בעל המעבורת מתקן רשתות ליד הנהר."],
  japanese: ["渡し船の船長", "渡し船の船長は国立公園の川で網を直している。東京都の図書館に通う。"],
  chinese: ["渡船", "渡船的船长在国家公园的河边修补渔网，他常去北京的图书馆。"],
  thai: ["เรือข้ามฟาก", "คนพายเรือซ่อมแหอยู่ริมแม่น้ำ เขาชอบไปห้องสมุดที่กรุงเทพมหานคร"],
  korean: ["나룻배", "나룻배 사공은 서울에서 그물을 고친다."],
  hindi: ["नाव", "नाविक नदी के किनारे जाल की मरम्मत करता है।"],
};

/** What is asked, what is found first, what must not be found. @type {[string, (keyof typeof TEXTS)[], (keyof typeof TEXTS)[]?][]} */
const QUESTIONS = [
  ["ferryman", ["ferry"], ["bridge"]],
  ["FERRYMAN nets", ["ferry"]],
  ["ferrym", ["ferry"]],
  ["bridge river", []],
  // Slips: a letter more, less, another, changed about, two, the first.
  ["ferryyman", ["ferry"]],
  ["grandfater", ["ferry"]],
  ["foundatoins", ["bridge"]],
  ["muncipallity", ["bridge"]],
  ["gerryman", ["ferry"]],
  ["erryman", ["ferry"]],
  ["fahrmann", ["umlaut"]],
  ["Fährmann", ["umlaut"]],
  ["strasse", ["umlaut"]],
  ["eleve", ["french"]],
  ["coeur", ["french"]],
  ["ребенок", ["russian"]],
  ["паромщек", ["russian"]],
  ["مدينة", ["arabic"]],
  ["المدينة", ["arabic"]],
  ["العبارة", ["arabic"]],
  ["المعبورت", []],
  ["מעבורת", ["hebrew"]],
  ["רשתות", ["hebrew"]],
  ["図書館", ["japanese"]],
  ["国立公園", ["japanese"], ["chinese"]],
  ["公園", ["japanese"]],
  ["船長", ["japanese"]],
  ["图书馆", ["chinese"]],
  ["国家公园", ["chinese"], ["japanese"]],
  ["北京 渔网", ["chinese"]],
  ["川", ["japanese"]],
  ["図書缶に通う", ["japanese"], ["chinese"]],
  ["แม่น้ำ", ["thai"]],
  ["ห้องสมุด", ["thai"]],
  ["서울", ["korean"]],
  ["नदी", ["hindi"]],
];

inBoth({}, ({ name, browser }) => {
  before(async () => {
    await empty(browser());
    // One by one, so that there are segments to join.
    await call(browser(), async ({ store }, articles) => {
      for (const it of articles) await store.add(it);
    }, Object.entries(TEXTS).map(([, [title = "", text = ""]]) => article(title, text)));
  });

  for (const [query, found, not = []] of QUESTIONS) {
    test(`${name}: ${query}`, async () => {
      const titles = await search(browser(), query);
      assert.deepEqual(titles.slice(0, found.length), found.map((key) => TEXTS[key][0]));
      if (found.length === 0) assert.deepEqual(titles, []);
      for (const key of not) assert.ok(!titles.includes(TEXTS[key][0] ?? ""), `${titles} has ${key}`);
    });
  }

  test(`${name}: joined segments find the same, without what was deleted`, async () => {
    // The page tends the index by itself as articles come; whoever comes second leaves it to that.
    const segments = () => call(browser(), async ({ store, keep }) => {
      await keep.tend(await store.database());
      return (await (await store.database()).getAllKeys("segments")).length;
    });
    await until(segments, (many) => many < 8, "a segment for each article has become less");
    for (const [query, [key]] of QUESTIONS) if (key !== undefined) assert.equal((await search(browser(), query))[0], TEXTS[key][0], query);
    await call(browser(), async ({ store }, title) => {
      await store.trash((await store.entries()).filter((/** @type {any} */ it) => it.title === title).map((/** @type {any} */ { id }) => id));
      await store.purge(Infinity);
    }, TEXTS.bridge[0]);
    assert.deepEqual(await search(browser(), "foundations"), []);
  });

  test(`${name}: a text that was changed is found by its new words alone`, async () => {
    await call(browser(), async ({ store }, changed) => store.add(changed, { same: "update" }), article("The ferry", "A lighthouse keeper paints."));
    assert.deepEqual(await search(browser(), "lighthouse"), ["The ferry"]);
    assert.deepEqual(await search(browser(), "grandfather"), []);
  });

  test(`${name}: what was found is marked, in the part of the text that holds it`, async () => {
    const marked = await call(browser(), ({ excerpt }, text) => {
      const words = new Map([["lighthouse", 1], ["岬", 1], ["立公", 1], ["公園", 1]]);
      return [text, "東京の国立公園と岬。"].map((it) => excerpt.excerpt(it, excerpt.places(it, words)).filter((/** @type {any} */ { isMarked }) => isMarked).map((/** @type {any} */ piece) => piece.text));
    }, `${"Nothing is here. ".repeat(200)}Then the Lighthouse stands. ${"And nothing more. ".repeat(100)}`);
    assert.deepEqual(marked, [["Lighthouse"], ["立公園", "岬"]]);
    const excerpt = await call(browser(), ({ excerpt: it }, text) => it.excerpt(text, it.places(text, new Map([["lighthouse", 1]]))).map((/** @type {any} */ piece) => piece.text).join(""), `${"Nothing is here. ".repeat(200)}Then the Lighthouse stands. ${"And nothing more. ".repeat(100)}`);
    assert.match(excerpt, /^… .*Then the Lighthouse stands.* …$/);
    assert.ok(excerpt.length < 300);
  });
}, { distOf: handedDist, abreast: true });

/** The titles that a question finds, the best first. @param {Browser} browser @param {string} query @returns {Promise<string[]>} */
function search(browser, query) {
  return call(browser, async ({ store, search: { Searcher } }, asked) => {
    const { scores } = await new Searcher(store.database).find(asked);
    const entries = (await store.entries()).filter((/** @type {any} */ { n }) => scores.has(n));
    return entries.sort((/** @type {any} */ a, /** @type {any} */ b) => scores.get(b.n) - scores.get(a.n)).map((/** @type {any} */ { title }) => title);
  }, query);
}
