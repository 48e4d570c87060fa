// Pages that mean harm (tests/hostile), through the whole extension: pressed, read, shown, saved. A canary tells whether
// any script of theirs ran, the server what was asked for, and the reader's elements are held against a fixed list.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { attacks, served } from "./attacks.mjs";
import { dist, enter, NAMES, snapshotOf, start, until } from "./browser.mjs";
import { extract, file, loadEngine } from "./engine.mjs";
import { serve } from "./server.mjs";
import { faultsIn, LIST } from "./hostile.mjs";

const ATTACKS = attacks();
const PURIFY = readFileSync(fileURLToPath(new URL("node_modules/dompurify/dist/purify.min.js", import.meta.url)));
/** How long something may take that should not happen. */
const PAUSE_MS = 40;
/** The same, of a page by itself. */
const ALONE_MS = 2000;
const FRAMES = 50;
/** What saved files begin with, for the canary to come first and the policy, which alone would be enough, to be away. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

await loadEngine(dist("chromium"));

describe("in both", { concurrency: NAMES.length }, () => {
  for (const name of NAMES) describe(name, { concurrency: 1 }, () => inBrowser(name));
});

/** @param {import("./browser.mjs").Name} name */
function inBrowser(name) {
  /** @type {import("./browser.mjs").Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  /** What the reader showed, and the file that was saved, by attack. @type {Map<string, { shown: string, saved: string }>} */
  const made = new Map();

  before(async () => {
    server = await serve({ "/blank.html": "<!doctype html><title>Blank</title>", "/purify.js": { body: PURIFY } });
    for (const attack of ATTACKS) server.pages[`/${attack.name}.html`] = { body: served(attack, `${server.otherOrigin}/evil`), headers: { "content-type": "text/html" } };
    browser = await start(name);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const fired = () => browser.evaluate(() => /** @type {string[]} */ (/** @type {any} */ (window).fired));
  /** What a page does that nobody reads. @param {string} address */
  const doneAlone = async (address) => {
    const from = server.seen.length;
    await browser.open(address);
    await browser.evaluate(setCanary);
    await new Promise((resolve) => setTimeout(resolve, ALONE_MS));
    return { ran: await fired(), asked: server.seen.slice(from) };
  };

  for (const { name: attack } of ATTACKS) {
    test(`${name}: ${attack} does nothing`, async () => {
      const address = `${server.origin}/${attack}.html`;
      await browser.open(address);
      // What the page begins by itself has begun.
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      await browser.evaluate(setCanary);
      const asked = server.seen.length;
      await enter(browser);
      const read = await browser.inReaderApart(faultsIn, LIST);
      assert.ok(read !== undefined);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      assert.deepEqual(read.faults, [], "nothing but what is on the list");
      const ran = await fired();
      const others = server.seen.slice(asked).filter((url) => !read.pictures.includes(url) && !url.includes("/evil/own/"));
      const article = extract(await snapshotOf(browser), { now: Date.parse("2026-11-28T12:00:00Z"), content: false });
      made.set(attack, { shown: read.html, saved: new TextDecoder().decode(file(article, "html")) });
      // A page may well act by itself, some time after it has loaded: then it does so without a press, too.
      const alone = others.length + ran.length === 0 ? { ran, asked: others } : await doneAlone(address);
      assert.deepEqual(ran.filter((it) => !alone.ran.includes(it)), [], "no script ran");
      assert.deepEqual(others.filter((url) => !alone.asked.includes(url)), [], "nothing was asked for but the pictures that show");
    });
  }

  test(`${name}: purifying changes nothing`, async () => {
    await browser.open(`${server.origin}/blank.html`);
    await browser.evaluate((src) => new Promise((resolve) => {
      const script = document.createElement("script");
      Object.assign(script, { src, onload: resolve });
      document.head.append(script);
    }), `${server.origin}/purify.js`);
    const all = [...made].flatMap(([attack, { shown, saved }]) => [
      [`${attack}, shown`, shown],
      [`${attack}, saved`, /<article[^]*<\/article>/.exec(saved)?.[0] ?? ""],
    ]);
    assert.equal(all.length, 2 * ATTACKS.length, "of every attack");
    assert.deepEqual(await browser.evaluate(purified, all), []);
    // What would be changed is seen to be.
    const guards = await browser.evaluate(() => 1 + Number("setHTML" in Element.prototype));
    assert.equal((await browser.evaluate(purified, [["x", "<p>a<img src=x onerror=y></p>"], ["y", "<p>fine</p>"]])).length, guards);
    console.log(`${name}: ${guards === 2 ? "its own sanitizer looks too" : "it has no sanitizer of its own"}`);
  });

  test(`${name}: what was saved runs nothing and asks for nothing, without its policy too`, async () => {
    for (const [attack, { saved }] of made) {
      assert.match(saved, POLICY);
      const open = saved.replace(POLICY, "<script>pwned = () => parent.fired.push(location.pathname)</script>");
      server.pages[`/saved/${attack}.html`] = open;
    }
    for (const attacks of someOf([...made.keys()])) {
      const frames = attacks.map((attack) => `<iframe src="/saved/${attack}.html"></iframe>`);
      server.pages["/saved.html"] = `<!doctype html><title>Saved</title><script>fired = []</script>${frames.join("")}`;
      const asked = server.seen.length;
      await browser.open(`${server.origin}/saved.html`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      assert.deepEqual(await browser.evaluate(() => /** @type {any} */ (window).fired), []);
      const paths = server.seen.slice(asked).map((url) => new URL(url).pathname);
      assert.equal(paths.filter((path) => path.startsWith("/saved/")).length, attacks.length, "all frames");
      assert.deepEqual(paths.filter((path) => !path.startsWith("/saved") && path !== "/favicon.ico"), []);
    }
  });

  test(`${name}: the same from the disk, as it was saved`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "lede-hostile-"));
    try {
      const names = [...made].map(([attack, { saved }]) => {
        const path = `${attack.replace("/", "-")}.html`;
        writeFileSync(join(folder, path), saved);
        return path;
      });
      const asked = server.seen.length;
      for (const [at, some] of someOf(names).entries()) {
        writeFileSync(join(folder, `all-${at}.html`), `<!doctype html><title>All</title>${some.map((path) => `<iframe src="${path}"></iframe>`).join("")}`);
        await browser.open(`file://${folder}/all-${at}.html`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        assert.equal(await browser.evaluate(() => frames.length), some.length);
      }
      assert.deepEqual(server.seen.slice(asked), []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test(`${name}: the canary, the list and the server can tell`, async () => {
    await browser.open(`${server.origin}/blank.html`);
    await browser.evaluate(setCanary);
    const asked = server.seen.length;
    await browser.evaluate((evil) => {
      const host = document.createElement("lede-reader");
      document.documentElement.append(host);
      const root = host.attachShadow({ mode: "closed" });
      root.innerHTML = `<article><p onclick="x">a</p><img src="${evil}/x" onerror="pwned()"><a href="javascript:x">b</a><svg></svg></article>`;
    }, `${server.otherOrigin}/evil`);
    const read = await browser.inReaderApart(faultsIn, LIST);
    assert.equal(read?.faults.length, 4, read?.faults.join("\n"));
    await until(() => browser.evaluate(() => /** @type {any} */ (window).fired.length), (count) => count === 1, "the canary");
    assert.deepEqual(server.seen.slice(asked), [`${server.otherOrigin}/evil/x`]);
  });
}

/** As many as a page loads at once. @template T @param {T[]} all @returns {T[][]} */
function someOf(all) {
  return Array.from({ length: Math.ceil(all.length / FRAMES) }, (_, at) => all.slice(at * FRAMES, (at + 1) * FRAMES));
}

/** From now on whatever an attack runs is told. What it ran in its own page before is the page's matter. */
function setCanary() {
  const page = /** @type {any} */ (window);
  page.fired = [];
  page.pwned = (/** @type {unknown} */ what) => page.fired.push(String(what ?? "ran"));
}

/**
 * Those that DOMPurify, and the browser's own sanitizer where there is one, would change.
 *
 * @param {string[][]} all a name, and markup
 */
function purified(all) {
  const { DOMPurify } = /** @type {any} */ (window);
  /** What it does not know, and what the reader may have: MathML's semantics, a link that stays in its tab. */
  const more = { ADD_TAGS: ["semantics", "annotation", "none"], ADD_ATTR: ["target", "encoding"] };
  const inert = document.implementation.createHTMLDocument("");
  /** As the browser's own sanitizer leaves it, where it has one: told what the reader may have, it guards the rest by itself. @param {string} html */
  const safe = (html) => {
    const place = /** @type {any} */ (inert.createElement("div"));
    place.setHTML(html, { sanitizer: new /** @type {any} */ (window).Sanitizer({ comments: true, removeElements: [], removeAttributes: [] }) });
    return place.innerHTML;
  };
  const canGuard = "setHTML" in Element.prototype && "Sanitizer" in window;
  const parsed = (/** @type {string} */ html) => new DOMParser().parseFromString(html, "text/html").body.innerHTML;
  const changed = [];
  for (const [name, html = ""] of all) {
    const [was, pure] = [parsed(html), parsed(DOMPurify.sanitize(html, more))];
    if (was !== pure) changed.push(`${name}: by DOMPurify: ${was.slice(0, 2000)}\n${pure.slice(0, 2000)}`);
    const guarded = canGuard ? safe(was) : was;
    if (was !== guarded) changed.push(`${name}: by the browser: ${was.slice(0, 2000)}\n${guarded.slice(0, 2000)}`);
  }
  return changed;
}
