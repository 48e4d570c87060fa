// Highlights and notes: kept by the article's address as the W3C's annotations, and found again in its text. What comes
// from a page, and what is stored, is checked alike.

import { isOfSite, MAX_ADDRESS } from "./place.js";
import { find, quoteOf } from "./quote.js";
import { change, get } from "./store.js";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const INKS = ["yellow", "green", "blue", "red"];
/** Of an article's highlights, of letters, of the text in which they are looked for. */
const [MOST, MAX_TEXT, MAX_ARTICLE] = [1000, 10_000, 20_000_000];
const MAX_AROUND = 64;
/** So long may looking take for all that did not stay as it was; the background has other things to do as well. */
const [LOOK_MS, SLICE_MS] = [4000, 40];

/**
 * @param {any} value `{ how, address, … }`
 * @param {import("./routes.js").Asker} asker
 */
export async function askedOfMarks({ how, ...value }, asker) {
  return typeof how === "string" && Object.hasOwn(HOW, how) ? HOW[how]?.(value, asker) : undefined;
}

/** @type {Record<string, (value: any, asker: import("./routes.js").Asker) => any>} */
const HOW = {
  /** Where the notes' words are in a text: `{ text, notes }`. */
  find: ({ text, notes }) => findAll(isText(text, MAX_ARTICLE) ? text : "", valid(notes)),
  /** A new one, of a part of a text: `{ text, span, ink }`. */
  make: async ({ text, span, ink }) => make(text, span, ink),
  /** `{ address, note }` */
  keep: async ({ address, note }, asker) => {
    const [checked] = valid([note]);
    if (checked === undefined || !mayKeep(address, asker)) return;
    await change(`marks:${address}`, (was) => {
      const others = without(was, checked.id);
      return others.length < MOST ? [...others, annotation(checked, address)] : was;
    });
  },
  /** `{ address, note }` */
  forget: async ({ address, note }, asker) => {
    if (mayKeep(address, asker)) await change(`marks:${address}`, (was) => without(was, note?.id));
  },
  /** All of them as Markdown, and as the W3C has them: `{ address, title, notes }`. */
  tell: async ({ address, title, notes }) => {
    const all = valid(notes);
    return { markdown: markdown(String(title), String(address), all), annotations: all.map((note) => annotation(note, String(address))) };
  },
};

/** @param {string} address @returns {Promise<LedeNote[]>} */
export async function marksOf(address) {
  return ((await get(`marks:${address}`)) ?? []).slice?.(0, MOST).flatMap(noteOf) ?? [];
}

/** The same as annotations. @param {string} address @returns {Promise<any[]>} */
export const marksAt = async (address) => (await marksOf(address)).map((note) => annotation(note, address));

/** Annotations that came with a saved article, where there are none at its address. @param {string} address @param {any[]} annotations */
export async function adoptMarks(address, annotations) {
  const notes = annotations.flatMap(noteOf).map((note) => annotation(note, address));
  if (address === "" || address.length > MAX_ADDRESS || notes.length === 0) return;
  await change(`marks:${address}`, (was) => (Array.isArray(was) && was.length > 0 ? was : notes.slice(0, MOST)));
}

/** @param {any} address @param {import("./routes.js").Asker} asker */
function mayKeep(address, { url, isPrivate }) {
  return !isPrivate && isText(address, MAX_ADDRESS) && isOfSite(address, url);
}

/** @param {any} was @param {any} id @returns {any[]} */
function without(was, id) {
  return Array.isArray(was) ? was.filter((mark) => mark?.id !== id) : [];
}

/** @param {any} value @param {number} most */
function isText(value, most, least = 0) {
  return typeof value === "string" && value.length <= most && value.length >= least;
}

/** Those that are notes, with nothing else in them. @param {any} notes @returns {LedeNote[]} */
function valid(notes) {
  if (!Array.isArray(notes)) return [];
  return notes.slice(0, MOST).flatMap((note) => {
    const { id, created, ink, text, exact, prefix, suffix, start } = note ?? {};
    const isNote =
      isText(id, 100, 1) && isText(created, 40) && INKS.includes(ink) && isText(text, MAX_TEXT) && isText(exact, MAX_TEXT, 1) &&
      isText(prefix, MAX_AROUND) && isText(suffix, MAX_AROUND) && Number.isInteger(start) && start >= 0;
    return isNote ? [{ id, created, ink, text, exact, prefix, suffix, start }] : [];
  });
}

/** @param {LedeNote} note @param {string} source */
function annotation({ id, created, ink, text, exact, prefix, suffix, start }, source) {
  const selector = [
    { type: "TextQuoteSelector", exact, prefix, suffix },
    { type: "TextPositionSelector", start, end: start + exact.length },
  ];
  const body = text === "" ? {} : { body: { type: "TextualBody", value: text, format: "text/plain", purpose: "commenting" } };
  const motivation = text === "" ? "highlighting" : "commenting";
  return { "@context": CONTEXT, id, type: "Annotation", created, motivation, ...body, colour: ink, target: { source, selector } };
}

/** @param {any} stored an annotation @returns {LedeNote[]} none where it is no such */
function noteOf(stored) {
  const { id, created, colour, body, target } = stored ?? {};
  const [quote, position] = Array.isArray(target?.selector) ? target.selector : [];
  return valid([{ id, created, ink: colour, text: body?.value ?? "", ...quote, start: position?.start }]);
}

/** @param {any} text @param {any} span @param {any} ink */
function make(text, span, ink) {
  if (!isText(text, MAX_ARTICLE) || !Array.isArray(span) || !span.every(Number.isInteger)) return null;
  const words = text.slice(span[0], Math.min(span[1], span[0] + MAX_TEXT));
  const start = span[0] + words.length - words.trimStart().length;
  const end = start + words.trim().length;
  const [note] = valid([{ id: `urn:uuid:${crypto.randomUUID()}`, created: new Date().toISOString(), ink, text: "", ...quoteOf(text, [start, end]) }]);
  return note === undefined ? null : { note, at: [start, end] };
}

/** @param {string} text @param {LedeNote[]} notes */
async function findAll(text, notes) {
  const began = Date.now();
  let turn = began;
  /** @type {([number, number] | null)[]} */ const spans = [];
  for (const note of notes) {
    spans.push(find(text, note, Date.now() - began < LOOK_MS));
    if (Date.now() - turn < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    turn = Date.now();
  }
  return spans;
}

/** @param {string} title @param {string} address @param {LedeNote[]} notes */
function markdown(title, address, notes) {
  const plain = (/** @type {string} */ text) => text.replace(/[\\`*_[\]<>#]/g, "\\$&");
  const parts = notes.flatMap(({ exact, text }) => [plain(exact).replace(/^/gm, "> "), ...(text === "" ? [] : [plain(text)])]);
  return [...(title === "" ? [] : [`# ${plain(title)}`]), `<${address}>`, ...parts].join("\n\n") + "\n";
}
