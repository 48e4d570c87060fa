// The library's page: what is saved is listed, searched, filtered, marked, deleted with a way back, and opened in the
// reader; ten thousand are as smooth as ten; all by keys; and axe finds nothing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inBoth, isOn, readerText, until } from "./browser.mjs";
import { article, begun, call, empty, handedDist, openLibrary, press, titles } from "./library.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 10, 12);
const MADE = [
  article("Alder", "The ferry across the Oder rests in the reeds.", { siteName: "Harbour Post", authors: ["Ilse Kranz"], byline: "Ilse Kranz", wordCount: 900 }),
  article("Birch", "Nets are mended for people who do not fish.", { siteName: "Harbour Post", authors: ["Jan Lind"], byline: "Jan Lind", wordCount: 100 }),
  article("Cedar", "Die Fähre liegt im Schilf.", { siteName: "Sakanoue", lang: "de", authors: ["Ilse Kranz"], byline: "Ilse Kranz", wordCount: 500 }),
];

inBoth({}, ({ name, browser }) => {
  /** Three articles, a day apart. */
  const filled = async (hash = "") => {
    await empty(browser());
    await call(browser(), async ({ store }, made, first, day) => {
      for (const [at, it] of made.entries()) await store.add(it, { saved: first + at * day, tags: at === 0 ? ["river"] : [] });
    }, MADE, FIRST, DAY);
    await openLibrary(browser(), hash);
    await begun(browser());
  };
  const shows = (/** @type {string[]} */ wanted) => until(() => titles(browser()), (seen) => JSON.stringify(seen) === JSON.stringify(wanted), `${wanted} show`);
  const choose = (/** @type {string} */ selector, /** @type {string} */ value) =>
    browser().evaluate((place, chosen) => {
      const control = /** @type {HTMLInputElement} */ (document.querySelector(place));
      control.value = chosen;
      control.dispatchEvent(new Event(control.type === "search" ? "input" : "change"));
    }, selector, value);
  const type = (/** @type {string} */ text) => choose("#query", text);

  test(`${name}: it lists, sorts and filters, and comes back to the same`, async () => {
    await filled();
    await shows(["Cedar", "Birch", "Alder"]);
    await choose("#sort", "shortest");
    await shows(["Birch", "Cedar", "Alder"]);
    await choose("#filter-author", "Ilse Kranz");
    await shows(["Cedar", "Alder"]);
    await choose("#filter-lang", "en");
    await shows(["Alder"]);
    await openLibrary(browser(), await browser().evaluate(() => location.hash));
    await shows(["Alder"]);
    await press(browser(), "#clear");
    await shows(["Birch", "Cedar", "Alder"]);
    await choose("#filter-site", "Sakanoue");
    await shows(["Cedar"]);
    await choose("#filter-site", "");
    await choose("#filter-from", "2026-01-11");
    await choose("#filter-to", "2026-01-11");
    await shows(["Birch"]);
    await press(browser(), "#clear");
    await choose("#filter-tag", "river");
    await shows(["Alder"]);
  });

  test(`${name}: it searches as one types, and marks what it has found`, async () => {
    await filled();
    await type("fery");
    await shows(["Alder"]);
    const marks = () => browser().evaluate(() => [...document.querySelectorAll("#list mark")].map((it) => it.textContent));
    assert.deepEqual(await until(marks, (seen) => seen?.length === 1, "it is marked"), ["ferry"]);
    await type("nothing like it");
    await until(() => browser().evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#none")).innerText), (text) => text !== "", "that nothing matches is told");
    await type("");
    await shows(["Cedar", "Birch", "Alder"]);
  });

  test(`${name}: marks hold, views follow them, and what is deleted comes back`, async () => {
    await filled();
    const act = (/** @type {string} */ title, /** @type {number} */ at) => press(browser(), `#list li:nth-child(${["Cedar", "Birch", "Alder"].indexOf(title) + 1}) .act:nth-child(${at})`);
    await act("Birch", 1);
    await act("Cedar", 2);
    await until(() => call(browser(), async ({ store }) => (await store.entries()).filter((/** @type {any} */ it) => it.favourite || it.archived).length), (many) => many === 2, "both are marked");
    await press(browser(), "[data-view=favourites]");
    await shows(["Birch"]);
    await press(browser(), "[data-view=archive]");
    await shows(["Cedar"]);
    await press(browser(), "[data-view=unread]");
    await shows(["Birch", "Alder"]);
    await press(browser(), "[data-view=all]");
    await shows(["Cedar", "Birch", "Alder"]);
    await act("Birch", 5);
    await shows(["Cedar", "Alder"]);
    await press(browser(), "#toast button");
    await shows(["Cedar", "Birch", "Alder"]);
    assert.equal(await call(browser(), async ({ store }) => (await store.entries()).find((/** @type {any} */ it) => it.title === "Birch").favourite), true);
    // What was deleted and not brought back is gone after a while.
    await act("Birch", 5);
    await shows(["Cedar", "Alder"]);
    await call(browser(), async ({ store }) => store.purge(Date.now()));
    assert.equal(await call(browser(), async ({ store }) => (await (await store.database()).getAllKeys("texts")).length), 2);
  });

  test(`${name}: several are chosen, and tagged in one go`, async () => {
    await filled();
    for (const at of [1, 2]) await press(browser(), `#list li:nth-child(${at}) input`);
    await until(() => browser().evaluate(() => document.querySelector("#chosen-count")?.textContent), (text) => /2/.test(text ?? ""), "two are chosen");
    await browser().evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll("#chosen button")].at(-2)).click());
    await browser().evaluate(() => {
      /** @type {HTMLInputElement} */ (document.querySelector("#tag-field")).value = "wood, slow";
      /** @type {HTMLElement} */ (document.querySelector("dialog button.main")).click();
    });
    await choose("#filter-tag", "");
    const tags = () => call(browser(), async ({ store }) => Object.fromEntries((await store.entries()).map((/** @type {any} */ { title, tags: all }) => [title, all])));
    assert.deepEqual(await until(tags, ({ Cedar }) => Cedar.length > 0, "they are tagged"), { Alder: ["river"], Birch: ["wood", "slow"], Cedar: ["wood", "slow"] });
  });

  test(`${name}: keys lead through the list, delete, and take that back`, async () => {
    await filled();
    await shows(["Cedar", "Birch", "Alder"]);
    await browser().evaluate(() => document.querySelector("#list")?.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true })));
    const focused = () => browser().evaluate(() => document.activeElement?.textContent ?? "");
    assert.equal(await focused(), "Cedar");
    await browser().key("ArrowDown");
    assert.equal(await focused(), "Birch");
    await browser().evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true })));
    await shows(["Cedar", "Alder"]);
    assert.equal(await focused(), "Alder", "the focus stays in the list");
    await browser().evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true })));
    await shows(["Cedar", "Birch", "Alder"]);
  });

  test(`${name}: an article opens in the reader, with its own pictures and marks, asks for nothing, and is read then`, async () => {
    await empty(browser());
    const src = "https://pictures.example/a.png";
    const png = [...Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")];
    const body = [{ figure: { images: [{ src, alt: "The ferry" }] } }, { figure: { images: [{ src: "https://pictures.example/gone.png", alt: "A lost one" }] } }, { paragraph: [{ text: "The ferry rests in the reeds." }] }];
    const id = await call(browser(), async ({ store }, given, bytes, picture) => (await store.add(given, { pictures: [{ src: picture, type: "image/png", bytes: Uint8Array.from(bytes) }] })).id, article("Alder", "", { body }), png, src);
    await browser().open(`${await browser().ownAddress("library/read.html")}?id=${id}`);
    assert.match(await readerText(browser()), /Alder[^]*The ferry rests in the reeds/);
    const seen = await until(() => browser().inReader((root) => ({ srcs: [...root.querySelectorAll("img")].map((img) => [img.src.replace(/:.*/, ""), img.naturalWidth]), missing: root.querySelector(".missing")?.textContent, tools: root.querySelectorAll(".bar button").length })), (it) => Number(it?.tools) > 3 && it?.srcs[0]?.[1] === 1, "the picture and the tools are there");
    assert.deepEqual(seen?.srcs, [["blob", 1]]);
    assert.equal(seen?.missing, "A lost one");
    const asked = await browser().evaluate(() => performance.getEntriesByType("resource").map((it) => it.name).filter((address) => /^https?:/.test(address)));
    assert.deepEqual(asked, []);
    await until(() => browser().inReader((root) => root.querySelector(".marks") !== null), (it) => it, "highlights can be made");
    await openLibrary(browser());
    assert.equal(await call(browser(), async ({ store }) => (await store.entries())[0].unread), false);
  });

  test(`${name}: Esc leads back to the list`, async () => {
    await filled();
    await shows(["Cedar", "Birch", "Alder"]);
    await press(browser(), "#list li:nth-child(2) a");
    await until(() => isOn(browser()), (on) => on, "the article opens");
    await until(() => browser().inReader((root) => root.querySelectorAll(".bar button").length), (many) => Number(many) > 3, "the tools are there");
    await browser().key("Escape");
    // While the tab goes there, nobody, or nothing, may answer.
    const place = () => browser().evaluate(() => location.pathname).catch(() => "");
    await until(place, (path) => String(path).endsWith("library.html"), "the list is there again");
    await shows(["Cedar", "Birch", "Alder"]);
  });

  test(`${name}: of ten thousand only those in view are elements, also at the end`, async () => {
    await empty(browser());
    await call(browser(), async ({ store }) => {
      // Entries alone: no text is looked at here.
      const transaction = (await store.database()).transaction("articles", "readwrite");
      const entry = { address: "", url: "", host: "", byline: "", authors: [], site: "The Post", lang: "en", dir: "ltr", published: "", excerpt: "…", words: 9, minutes: 1, unread: true, archived: false, favourite: false, tags: [], pictures: [], size: 1, sha256: "" };
      for (let at = 0; at < 10_000; at += 1) transaction.store.put({ ...entry, id: `n${at}`, n: at + 1, title: `Number ${at}`, saved: 1e12 - at });
      await transaction.done;
    });
    await openLibrary(browser());
    await begun(browser());
    const rows = () => browser().evaluate(() => document.querySelectorAll("#list > li").length);
    assert.ok((await rows()) < 60);
    await browser().evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    await until(() => titles(browser()), (seen) => seen?.at(-1) === "Number 9999", "the last one shows");
    assert.ok((await rows()) < 60);
    assert.equal(await browser().evaluate(() => document.querySelector("#list > li:last-child")?.getAttribute("aria-posinset")), "10000");
  });

  for (const [width, dark] of /** @type {[number, boolean][]} */ ([[1280, false], [360, true]])) {
    test(`${name}: axe finds nothing at ${width} pixels, ${dark ? "dark" : "light"}, with dialogs`, async () => {
      await browser().resize(width, 800);
      await browser().setDark(dark);
      await filled(dark ? "#layout=grid" : "");
      await shows(["Cedar", "Birch", "Alder"]);
      await press(browser(), "#list li:nth-child(1) input");
      await browser().evaluate(async () => {
        const script = document.createElement("script");
        script.src = "../axe.js";
        document.head.append(script);
        await new Promise((resolve) => (script.onload = resolve));
      });
      for (const opener of ["", "#import", "#export", "#bulk", "#list .act:nth-child(4)"]) {
        if (opener !== "") await browser().evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), opener);
        const faults = await browser().evaluate(async () => {
          const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
          return violations.map((/** @type {any} */ it) => `${it.id}: ${it.nodes.map((/** @type {any} */ node) => node.html).join(" ").slice(0, 300)}`);
        });
        assert.deepEqual(faults, [], opener);
        assert.ok(await browser().evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${opener}: nothing is wider than the window`);
        await browser().evaluate(() => document.querySelector("dialog")?.close());
      }
      await browser().resize(1280, 900);
      await browser().setDark(false);
    });
  }
}, { distOf: handedDist });
