// The list of news sites: who they are, in good order, and nothing of how they are read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { patternOf } from "../../extension/shared/auto.js";

const FILE = new URL("../../extension/data/news-sites.json", import.meta.url);
/** @type {Record<string, string>[]} */
const SITES = JSON.parse(readFileSync(FILE, "utf8"));
/** What the list is to hold at least. */
const [LEAST_SITES, LEAST_COUNTRIES, LEAST_LANGUAGES] = [400, 40, 30];

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

test("sites are sorted, and none stands there twice", () => {
  const hosts = SITES.map(({ host = "" }) => host);
  assert.deepEqual(hosts, [...new Set(hosts)].sort());
});

test("each row is a host, a language and a country, and nothing else", () => {
  for (const row of SITES) {
    const { host = "", lang = "", country = "" } = row;
    assert.deepEqual(Object.keys(row), ["host", "lang", "country"], host);
    assert.equal(patternOf(host), host, "a host as choices have it");
    assert.match(host, /^[a-z0-9.-]+\.[a-z]{2,}$/);
    assert.match(country, /^[A-Z]{2}$/, host);
    assert.match(lang, /^[a-z]{2,3}$/, host);
    assert.ok(countries.of(country) !== undefined && languages.of(lang) !== undefined, host);
  }
});

test("a code that is none is found", () => {
  assert.equal(countries.of("QX"), undefined);
  assert.equal(languages.of("qqx"), undefined);
});

test("the list is broad", () => {
  const many = (/** @type {string} */ name) => new Set(SITES.map((row) => row[name])).size;
  assert.ok(SITES.length >= LEAST_SITES, String(SITES.length));
  assert.ok(many("country") >= LEAST_COUNTRIES, String(many("country")));
  assert.ok(many("lang") >= LEAST_LANGUAGES, String(many("lang")));
});

test("where it comes from is told beside it", () => {
  assert.match(readFileSync(new URL("news-sites.md", FILE), "utf8"), /put together by hand/);
});
