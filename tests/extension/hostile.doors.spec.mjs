// The extension's own doors: a page can neither reach what is behind them nor tell that they are there, and what comes
// through them in no known shape does nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { dist, enter, inBoth, left } from "./browser.mjs";

const STORY = `<article><h1>The ferry across the bay</h1>${"<p>The ferry has gone across the bay every morning since the war, and nobody on either shore has ever set a clock by anything else.</p>".repeat(4)}</article>`;
const OWN = { "/quiet.html": `<!doctype html><title>The ferry across the bay</title><script>first = Object.getOwnPropertyNames(window).join()</script>${STORY}` };

/** What a compromised page might say in the name of our scripts: nothing of it has the shape that a route wants. */
const MESSAGES = [
  ...[null, 0, "x", [], {}, { ask: null }, { ask: 7 }, { ask: ["settings"] }, { ask: "" }],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "nothing"].map((ask) => ({ ask })),
  ...["settings", "place", "bring", "reread", "rules", "marks", "again", "save", "page", "auto", "autoBadge"].flatMap((ask) =>
    [undefined, null, 7, "x", [], {}].map((value) => ({ ask, value })),
  ),
  { ask: "settings", value: { values: { theme: "javascript:x", evil: true, __proto__: { a: 1 } } } },
  { ask: "place", value: { address: "https://elsewhere.example/", place: { words: "x", index: 0, part: 0, share: 0, length: 1 } } },
  { ask: "marks", value: { how: "keep", address: "https://elsewhere.example/", note: {} } },
  { ask: "marks", value: { how: "__proto__" } },
  { ask: "rules", value: [{ selector: "<script>", act: "evil" }, { selector: "x".repeat(100_000), act: "drop" }] },
  { ask: "page", value: { snapshot: { version: 1, url: "https://elsewhere.example/", names: "", layout: "", text: "", attrs: "" } } },
  { ask: "save", value: { how: "constructor" } },
  { ask: "bring", value: "../background/index.js" },
];

inBoth(OWN, ({ name, browser, url }) => {
  test(`${name}: before a press a page can't tell that Lede is there`, async () => {
    await browser().open(url("/quiet.html"));
    const icon = await browser().ownAddress("icons/16.png");
    const seen = await browser().evaluate(async (address) => {
      const page = /** @type {any} */ (window);
      const canLoad = await new Promise((resolve) => {
        const img = new Image();
        Object.assign(img, { src: address, onload: () => resolve(true), onerror: () => resolve(false) });
      });
      const canFetch = await fetch(address).then(() => true, () => false);
      const canAsk = await Promise.race([
        new Promise((resolve) => {
          const runtime = page.chrome?.runtime;
          if (runtime?.sendMessage === undefined) return resolve(false);
          runtime.sendMessage(new URL(address).host, { ask: "settings" }, (/** @type {any} */ answer) => resolve(answer !== undefined));
        }),
        new Promise((resolve) => setTimeout(resolve, 500, false)),
      ]);
      const names = Object.getOwnPropertyNames(window).filter((key) => !`${page.first},first`.split(",").includes(key));
      return { canLoad, canFetch, canAsk, names, isMarked: /lede/i.test(document.documentElement.outerHTML), sheets: document.styleSheets.length };
    }, icon);
    assert.deepEqual(seen, { canLoad: false, canFetch: false, canAsk: false, names: [], isMarked: false, sheets: 0 });
  });

  test(`${name}: what comes in no known shape does nothing, and the next press is answered`, async () => {
    const [before, after, answers] = await browser().inOwnPage(async (messages) => {
      const was = await chrome.storage.local.get(null);
      const answers = [];
      for (const message of messages) answers.push(await chrome.runtime.sendMessage(message).catch((error) => ({ failed: String(error) })));
      return [was, await chrome.storage.local.get(null), answers];
    }, MESSAGES);
    assert.deepEqual(after, before, "nothing is kept of it");
    assert.equal(/** @type {any[]} */ (answers).length, MESSAGES.length);
    await browser().open(url("/quiet.html"));
    await enter(browser());
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: the manifest opens no door`, () => {
    const manifest = JSON.parse(readFileSync(`${dist(name)}/manifest.json`, "utf8"));
    for (const door of ["web_accessible_resources", "externally_connectable", "content_scripts", "host_permissions"]) {
      assert.ok(!(door in manifest), door);
    }
    const policy = manifest.content_security_policy.extension_pages;
    for (const part of ["script-src 'self' 'wasm-unsafe-eval'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]) {
      assert.ok(policy.includes(part), part);
    }
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  });
});
