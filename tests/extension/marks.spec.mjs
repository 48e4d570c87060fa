// What the background keeps of highlights, and what it lets through.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** @type {Map<string, any>} */
const stored = new Map();
const local = {
  get: async (/** @type {string} */ key) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
  set: async (/** @type {object} */ values) => Object.entries(values).forEach(([key, value]) => stored.set(key, value)),
  remove: async (/** @type {string} */ key) => void stored.delete(key),
};
/** @type {any} */ (globalThis).chrome = { storage: { local } };
const { askedOfMarks, marksOf } = await import("../../extension/background/marks.js");

const address = "https://news.example/a";
const key = `marks:${address}`;
const asker = /** @type {any} */ ({ url: `${address}?page=2`, isPrivate: false });
const text = "\nIt rang eleven times, a little after four.\nNobody wants to ask.";
const make = async () => (await askedOfMarks({ how: "make", text, span: [7, 23], ink: "green" }, asker)).note;
const keep = (/** @type {any} */ note, by = asker, at = address) => askedOfMarks({ how: "keep", address: at, note }, by);

beforeEach(() => stored.clear());

test("a highlight becomes an annotation of the W3C's and comes back as it was", async () => {
  const note = await make();
  assert.equal(note.exact, "g eleven times,");
  await keep({ ...note, text: "Eleven!", more: "of it" });
  const [annotation] = stored.get(key);
  const { created } = note;
  const selector = [
    { type: "TextQuoteSelector", exact: "g eleven times,", prefix: "\nIt ran", suffix: " a little after four.\nNobody wan" },
    { type: "TextPositionSelector", start: 7, end: 22 },
  ];
  const body = { type: "TextualBody", value: "Eleven!", format: "text/plain", purpose: "commenting" };
  assert.deepEqual(annotation, { "@context": "http://www.w3.org/ns/anno.jsonld", id: note.id, type: "Annotation", created, motivation: "commenting", body, colour: "green", target: { source: address, selector } });
  assert.deepEqual(await marksOf(address), [{ ...note, text: "Eleven!" }]);
  await askedOfMarks({ how: "forget", address, note }, asker);
  assert.equal(stored.size, 0);
});

test("nothing is kept of private windows, other sites, and what is no highlight", async () => {
  const note = await make();
  await keep(note, { ...asker, isPrivate: true });
  await keep(note, asker, "https://other.example/a");
  for (const wrong of [{ exact: "" }, { exact: "a".repeat(10_001) }, { text: "a".repeat(10_001) }, { ink: "url(x)" }, { start: -1 }, { prefix: 5 }, { id: null }]) {
    await keep({ ...note, ...wrong });
  }
  assert.equal(await askedOfMarks({ how: "toString" }, asker), undefined);
  assert.equal(stored.size, 0);
});

test("what is stored is checked, and there are at most a thousand", async () => {
  const note = await make();
  await keep(note);
  const [annotation] = stored.get(key);
  stored.set(key, [null, 5, {}, { ...annotation, target: { selector: {} } }, { ...annotation, colour: "pink" }, annotation]);
  assert.deepEqual(await marksOf(address), [note]);
  stored.set(key, { length: 3 });
  assert.deepEqual(await marksOf(address), []);
  stored.set(key, Array.from({ length: 1000 }, (_, n) => ({ ...annotation, id: `n${n}` })));
  await keep(note);
  assert.equal(stored.get(key).length, 1000);
});

test("signs of Markdown in the words are words", async () => {
  const note = { ...(await make()), exact: "a *b* <i>\nc", text: "# no heading" };
  const { markdown } = await askedOfMarks({ how: "tell", address, title: "A_title", notes: [note] }, asker);
  assert.equal(markdown, `# A\\_title\n\n<${address}>\n\n> a \\*b\\* \\<i\\>\n> c\n\n\\# no heading\n`);
});
