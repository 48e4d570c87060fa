// What the extension says, in each of its languages: nothing missing, nothing left over.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** @typedef {{ message: string, description?: string, placeholders?: Record<string, { content: string }> }} Message */

const EXTENSION = fileURLToPath(new URL("../../extension", import.meta.url));
const LOCALES = join(EXTENSION, "_locales");
const LANGUAGES = "ar de en es fr he hi id it ja ko nl pl pt_BR ru tr uk zh_CN zh_TW".split(" ");
/** What the stores take. */
const LONGEST_DESCRIPTION = 132;

/** @param {string} locale @returns {Record<string, Message>} */
const messagesOf = (locale) => JSON.parse(readFileSync(join(LOCALES, locale, "messages.json"), "utf8"));
const here = readdirSync(LOCALES).sort();
const english = messagesOf("en");

test("every language is there, and no other", () => {
  assert.deepEqual(here, LANGUAGES);
});

for (const locale of here) {
  const messages = messagesOf(locale);
  const known = Object.keys(messages).filter((name) => name in english);

  test(`${locale} says what English says, no less and no more`, () => {
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort());
  });

  test(`${locale} leaves nothing empty`, () => {
    assert.deepEqual(Object.keys(messages).filter((name) => messages[name]?.message.trim() === ""), []);
  });

  test(`${locale} has the gaps that English has, to be filled by the same things`, () => {
    for (const name of known) assert.deepEqual(gaps(messages[name]), gaps(english[name]), name);
  });

  test(`${locale} describes Lede in ${LONGEST_DESCRIPTION} characters`, () => {
    assert.ok((messages.description?.message ?? "").length <= LONGEST_DESCRIPTION, messages.description?.message);
  });
}

test("every message tells translators what it is for", () => {
  const silent = Object.keys(english).filter((name) => (english[name]?.description ?? "").trim() === "");
  assert.deepEqual(silent, []);
});

test("every message is used", () => {
  const sources = files(EXTENSION).filter(({ name }) => !name.startsWith("_locales/"));
  const isUsed = usesIn(sources.map(({ text }) => text).join("\n"));
  assert.deepEqual(Object.keys(english).filter((name) => !isUsed(name)), []);
  assert.equal(isUsed("cannotNothing"), false, "the search finds what is not used");
});

/** What a message leaves open: `{n}` for the reader, `$KEY$` for the browser. @param {Message | undefined} message */
function gaps({ message, placeholders = {} } = { message: "" }) {
  const contents = Object.entries(placeholders).map(([name, { content }]) => `${name.toLowerCase()}=${content}`);
  return { ours: [...message.matchAll(/\{\w+\}/g)].map(String).sort(), theirs: [...message.matchAll(/\$\w+\$/g)].map(String).sort(), contents: contents.sort() };
}

/**
 * Whether a name is used: in quotes, as a property, in a manifest. Names may be joined too, as `cannot${…}`: then what
 * comes after must be words of the sources by themselves, in quotes or as keys, with a small first letter or a capital.
 *
 * @param {string} sources @returns {(name: string) => boolean}
 */
function usesIn(sources) {
  const code = sources.replace(/^\s*(\/\/|\/?\*).*$/gm, "");
  const words = new Set([...code.matchAll(/__MSG_(\w+?)__|["'`](?!__MSG_)(\w+)["'`]|\b(\w+):|\.(\w+)\b/g)].flatMap(([, ...found]) => found.filter(Boolean)));
  // Lists of words in one string, which is then split.
  for (const [, list] of code.matchAll(/"((?:\w+ )+\w+)"\.split/g)) for (const word of (list ?? "").split(" ")) words.add(word);
  for (const [, names] of code.matchAll(/\{([\w\s,:=]+)\}\s*=\s*(?:\w+\.)*words\b/g)) for (const [name] of (names ?? "").matchAll(/\w+/g)) words.add(name);
  const beginnings = new Set([...code.matchAll(/`([a-z]\w{3,})\$\{/g)].map(([, beginning]) => beginning ?? ""));
  return (name) => {
    if (words.has(name)) return true;
    const begun = [...beginnings].filter((beginning) => name.startsWith(beginning));
    return begun.some((beginning) => isMade(name.slice(beginning.length), words));
  };
}

/** Whether a text is one word after another, each with a capital. @param {string} text @param {Set<string>} words @returns {boolean} */
function isMade(text, words) {
  const ends = [...text.matchAll(/(?=[A-Z])|$/g)].map(({ index }) => index).filter((end) => end > 0);
  return ends.some((end) => {
    const word = text.slice(0, end);
    const isWord = words.has(word) || words.has(word.charAt(0).toLowerCase() + word.slice(1));
    return isWord && (end === text.length || isMade(text.slice(end), words));
  });
}

/** Every text below a folder. @param {string} folder @returns {{ name: string, text: string }[]} */
function files(folder, prefix = "") {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return files(join(folder, entry.name), `${name}/`);
    return [".js", ".json", ".html"].includes(extname(name)) ? [{ name, text: readFileSync(join(folder, entry.name), "utf8") }] : [];
  });
}
