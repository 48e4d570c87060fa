// Export and import: what was exported comes back whole; lists of others come in; files that mean harm, or are damaged, do
// none.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inBoth, until } from "./browser.mjs";
import { article, begun, call, empty, handedDist, openLibrary, press, titles } from "./library.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const NOTE = {
  ...{ "@context": "http://www.w3.org/ns/anno.jsonld", id: "urn:uuid:1", type: "Annotation", created: "2026-01-01T00:00:00Z", motivation: "commenting", colour: "yellow" },
  body: { type: "TextualBody", value: "Ask him", format: "text/plain", purpose: "commenting" },
  target: { source: "https://post.example/Alder", selector: [{ type: "TextQuoteSelector", exact: "ferry", prefix: "The ", suffix: " rests" }, { type: "TextPositionSelector", start: 4, end: 9 }] },
};

/** Takes files in, and tells what came of it. @param {Browser} browser @param {[string, string | number[]][]} files */
const imported = (browser, files) =>
  call(browser, async ({ take, store }, given) => {
    const list = given.map(([name, content]) => new File([typeof content === "string" ? content : Uint8Array.from(content)], name, { lastModified: 1.7e12 }));
    const { added, there, wrong } = await take.take(list, new AbortController().signal, () => {});
    const entries = (await store.entries()).map((/** @type {any} */ { title, url, tags, saved, unread, archived, favourite, words }) => ({ title, url, tags, saved, unread, archived, favourite, words }));
    return { added, there, wrong, entries: entries.sort((/** @type {any} */ a, /** @type {any} */ b) => (a.url < b.url ? -1 : 1)) };
  }, files);

inBoth({}, ({ name, browser }) => {
  test(`${name}: JSON Lines bring everything back: texts, pictures, marks, notes`, async () => {
    await empty(browser());
    const seen = await call(browser(), async ({ store, write, take, api }, given, note) => {
      const { id } = await store.add(given, { saved: 1_700_000_000_000, tags: ["river"], favourite: true, pictures: [{ src: "https://post.example/a.png", type: "image/png", bytes: Uint8Array.of(1, 2, 3) }] });
      await api.storage.local.set({ [`marks:${given.url}`]: [note] });
      const blob = await write.write([id], "jsonl", new AbortController().signal, () => {});
      await api.storage.local.remove(`marks:${given.url}`);
      await store.trash([id]);
      await store.purge(Infinity);
      const file = new File([blob], write.fileName("jsonl", 0));
      const first = await take.take([file], new AbortController().signal, () => {});
      const again = await take.take([file], new AbortController().signal, () => {});
      const [entry] = await store.entries();
      const whole = await store.get(entry.id);
      return { name: file.name, counts: [first.added, again.added, again.there], entry, article: whole.article, bytes: [...whole.pictures[0].bytes], marks: (await api.storage.local.get(null))[`marks:${given.url}`] };
    }, article("Alder", "The ferry rests in the reeds."), NOTE);
    assert.equal(seen.name, "lede-jsonl-1970-01-01.jsonl");
    assert.deepEqual(seen.counts, [1, 0, 1], "what is there stays as it is");
    assert.deepEqual(seen.article.body, [{ paragraph: [{ text: "The ferry rests in the reeds." }] }]);
    assert.deepEqual(seen.bytes, [1, 2, 3]);
    const { title, tags, favourite, saved } = seen.entry;
    assert.deepEqual({ title, tags, favourite, saved }, { title: "Alder", tags: ["river"], favourite: true, saved: 1_700_000_000_000 });
    assert.deepEqual(seen.marks, [NOTE]);
  });

  test(`${name}: zips of Markdown and HTML hold each article under a name of its own`, async () => {
    await empty(browser());
    const seen = await call(browser(), async ({ store, write, fflate }, given) => {
      const twin = { ...given, url: `${given.url}?2`, canonicalUrl: null };
      for (const it of [given, twin]) await store.add(it, { saved: Date.UTC(2026, 0, 2) });
      const ids = (await store.entries()).map((/** @type {any} */ { id }) => id);
      const names = [];
      for (const format of ["markdown", "html"]) {
        const bytes = new Uint8Array(await (await write.write(ids, format, new AbortController().signal, () => {})).arrayBuffer());
        names.push(...Object.entries(fflate.unzipSync(bytes)).map(([file, data]) => [file, new TextDecoder().decode(/** @type {any} */ (data)).includes("rests in the reeds")]));
      }
      return names;
    }, article('A: "B" / C', "The ferry rests in the reeds."));
    assert.deepEqual(seen.sort(), [["2026-01-02 The Post A B C (2).html", true], ["2026-01-02 The Post A B C (2).md", true], ["2026-01-02 The Post A B C.html", true], ["2026-01-02 The Post A B C.md", true]]);
    const back = await call(browser(), async ({ store, write, take }) => {
      const ids = (await store.entries()).map((/** @type {any} */ { id }) => id);
      const blob = await write.write(ids, "html", new AbortController().signal, () => {});
      await store.trash(ids);
      await store.purge(Infinity);
      const { added } = await take.take([new File([blob], "all.zip")], new AbortController().signal, () => {});
      return { added, titles: (await store.entries()).map((/** @type {any} */ { title }) => title) };
    });
    assert.ok(back.added >= 1 && back.titles.every((/** @type {string} */ title) => title.includes("C")), JSON.stringify(back));
  });

  test(`${name}: an EPUB has a chapter for each article, and Markdown its pictures beside it`, async () => {
    await empty(browser());
    const src = "https://post.example/a.png";
    const png = [...Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")];
    const body = [{ paragraph: [{ text: "The ferry rests in the reeds." }] }, { figure: { images: [{ src, alt: "The ferry" }] } }];
    const seen = await call(browser(), async ({ store, write, fflate }, made, bytes, address) => {
      for (const it of made) await store.add(it, { saved: Date.UTC(2026, 0, 2), pictures: [{ src: address, type: "image/png", bytes: Uint8Array.from(bytes) }] });
      const ids = (await store.entries()).map((/** @type {any} */ { id }) => id);
      const unzipped = async (/** @type {string} */ format) => {
        const blob = await write.write(ids, format, new AbortController().signal, () => {});
        return Object.entries(fflate.unzipSync(new Uint8Array(await blob.arrayBuffer()))).map(([file, data]) => [file, new TextDecoder().decode(/** @type {any} */ (data))]);
      };
      return { epub: await unzipped("epub"), markdown: await unzipped("markdown") };
    }, [article("Alder", "", { body }), article("Birch", "", { body })], png, src);
    assert.deepEqual(seen.epub[0], ["mimetype", "application/epub+zip"]);
    assert.equal(seen.epub.filter((/** @type {string[]} */ [file = "", text = ""]) => /\.xhtml$/.test(file) && text.includes("rests in the reeds")).length, 2);
    const pictures = seen.markdown.map((/** @type {string[]} */ [file]) => file).filter((/** @type {string} */ file) => file.startsWith("pictures/"));
    assert.equal(pictures.length, 1, "once, though two show it");
    for (const [, text] of seen.markdown.filter((/** @type {string[]} */ [file = ""]) => file.endsWith(".md"))) assert.ok(text.includes(pictures[0]), text);
  });

  test(`${name}: lists of Pocket, Instapaper and bookmarks come in with tags and times`, async () => {
    await empty(browser());
    const { added, wrong, entries } = await imported(browser(), [
      ["pocket.csv", 'title,url,time_added,tags,status\r\n"Nets, mended",https://a.example/1,1700000000,wood|river,unread\r\nOld,https://a.example/2,1600000000,,archive\r\n'],
      ["instapaper.csv", 'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://b.example/1,"Say ""hello""",,Starred,1700000001,"[""x"",""y""]"\nhttps://b.example/2,Far,,Rivers,1700000002,[]\n'],
      ["ril_export.html", '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="https://c.example/1" time_added="1700000003" tags="p,q">One</a></li></ul><h1>Read Archive</h1><ul><li><a href="https://c.example/2" time_added="1700000004" tags="">Two</a></li></ul></body></html>'],
      ["bookmarks.html", '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>Bookmarks</H1><DL><p><DT><H3>Boats</H3><DL><p><DT><A HREF="https://d.example/1" ADD_DATE="1700000005">Raft</A><DT><A HREF="javascript:alert(1)">No</A><DT><A HREF="place:sort=8">No</A></DL><p></DL>'],
    ]);
    assert.equal(added, 7);
    assert.deepEqual(wrong, []);
    const plain = entries.map((/** @type {any} */ { url, title, tags, saved, unread, archived, favourite }) => [url, title, tags, saved / 1000, unread, archived, favourite]);
    assert.deepEqual(plain, [
      ["https://a.example/1", "Nets, mended", ["wood", "river"], 1700000000, true, false, false],
      ["https://a.example/2", "Old", [], 1600000000, false, true, false],
      ["https://b.example/1", 'Say "hello"', ["x", "y"], 1700000001, true, false, true],
      ["https://b.example/2", "Far", ["Rivers"], 1700000002, true, false, false],
      ["https://c.example/1", "One", ["p", "q"], 1700000003, true, false, false],
      ["https://c.example/2", "Two", [], 1700000004, false, true, false],
      ["https://d.example/1", "Raft", ["Boats"], 1700000005, true, false, false],
    ]);
    await openLibrary(browser());
    await begun(browser());
    assert.equal((await titles(browser()))?.length, 7);
    assert.equal(await browser().evaluate(() => document.querySelector("#list a")?.getAttribute("href")), "https://d.example/1", "of what has no text yet the page itself opens");
  });

  test(`${name}: a saved page becomes an article`, async () => {
    await empty(browser());
    const text = "The ferry across the Oder has not run since the flood, and the ferryman, whose father and grandfather had the same post, now mends nets for people who do not fish. ".repeat(6);
    const page = `<!-- saved from url=(0030)https://post.example/the-ferry --><!doctype html><html lang="en"><head><title>The ferry</title><script>globalThis.harmed = 1</script></head><body><nav><a href="/">Home</a></nav><article><h1>The ferry</h1><p>${text}</p><p>${text}</p><img src="x" onerror="harmed = 1"></article></body></html>`;
    const { added, entries } = await imported(browser(), [["the-ferry.html", page], ["style.css", "p {}"], ["broken.jsonl", '{"article": 7}\n{\n\n{"article": {"title": "Only a title"}}\n']]);
    assert.equal(added, 2);
    assert.equal(entries.at(-1).title, "The ferry");
    assert.equal(entries.at(-1).url, "https://post.example/the-ferry");
    assert.ok(entries.at(-1).words > 100);
    assert.equal(await browser().evaluate(() => "harmed" in globalThis), false);
  });

  test(`${name}: files that mean harm do none`, async () => {
    await empty(browser());
    const deep = (/** @type {number} */ many) => "[".repeat(many) + "]".repeat(many);
    const quotes = Array.from({ length: 200 }).reduce((inner) => [{ quote: inner }], [{ paragraph: [{ text: "deep" }] }]);
    const evil = {
      ...{ format: 1e9, url: "javascript:alert(1)", canonicalUrl: "data:text/html,x", title: { toString: "x" }, authors: "x", body: quotes, wordCount: -1, dir: "\"><img>", lang: 7 },
      image: { url: "file:///etc/passwd" },
    };
    const links = { format: 1, url: "https://post.example/links", title: "<img src=x onerror=harmed=1>", wordCount: 3, body: [{ paragraph: [{ link: { href: "javascript:harmed=1", content: [{ text: "press" }] } }, { image: { src: "data:text/html,<script>harmed=1</script>" } }, { script: "harmed=1" }, { __proto__: { text: "x" } }, null, 7] }, { figure: null }, { list: { items: "x" } }, { table: { rows: [[null]] } }, { heading: { level: 99, content: [{ text: "High" }] } }] };
    const picture = { src: "https://post.example/p", type: "text/html", base64: "PHNjcmlwdD4=" };
    const lines = [evil, links].map((it) => JSON.stringify({ article: it, saved: "x", tags: [{}, "ok"], pictures: [picture, null].filter(Boolean), annotations: [{ type: "Annotation", target: null }, 5] }));
    const { added, wrong, entries } = await imported(browser(), [
      ["evil.jsonl", [...lines, deep(100_000), '{"article":null}', '{"__proto__":{"polluted":1},"article":{"__proto__":{"polluted":1},"title":"p"}}'].join("\n")],
      ["not.zip", "PK no zip at all"],
      ["quote.csv", 'url,title\n"https://a.example/never ends'],
      ["list.csv", "a,b\n1,2\n"],
    ]);
    assert.equal(await browser().evaluate(() => "harmed" in globalThis || "polluted" in {}), false);
    assert.equal(added, 3);
    assert.ok(wrong.includes("not.zip") && wrong.includes("list.csv") && wrong.includes("evil.jsonl:3") && wrong.includes("evil.jsonl:4"), JSON.stringify(wrong));
    assert.deepEqual(entries.map((/** @type {any} */ { url }) => url), ["", "", "https://post.example/links"]);
    const id = await call(browser(), async ({ store }) => {
      const [entry] = (await store.entries()).filter((/** @type {any} */ { url }) => url !== "");
      const { article: kept, pictures } = await store.get(entry.id);
      if (pictures.length > 0 || JSON.stringify(kept).includes("javascript:")) throw new Error(JSON.stringify(kept));
      return entry.id;
    });
    await browser().open(`${await browser().ownAddress("library/read.html")}?id=${id}`);
    const text = await until(() => browser().inReader((root) => root.querySelector("article")?.textContent), (it) => it !== undefined, "it opens");
    assert.match(text ?? "", /<img src=x onerror=harmed=1>[^]*press[^]*High/, "what it says is text");
    assert.equal(await browser().inReader((root) => root.querySelectorAll("article a[href^='javascript']").length), 0);
  });

  test(`${name}: the dialogs import and export`, async () => {
    await empty(browser());
    await openLibrary(browser());
    await begun(browser());
    await press(browser(), "#import");
    await browser().evaluate(() => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector("#import-files"));
      const files = new DataTransfer();
      files.items.add(new File(["title,url,time_added,tags,status\nNets,https://a.example/1,1700000000,,unread\n"], "pocket.csv"));
      input.files = files.files;
      input.dispatchEvent(new Event("change"));
    });
    await until(() => browser().evaluate(() => document.querySelector("#fetch-texts")?.textContent), (text) => /1/.test(text ?? ""), "the text can be fetched");
    await browser().key("Escape");
    await until(() => titles(browser()), (seen) => seen?.length === 1, "it is listed");
    await press(browser(), "#export");
    await press(browser(), "#export-all");
    const link = () => browser().evaluate(() => document.querySelector("#download")?.getAttribute("download"));
    assert.match(String(await until(link, (it) => it, "a file is made")), /^lede-jsonl-\d{4}-\d\d-\d\d\.jsonl$/);
  });
}, { distOf: handedDist });
