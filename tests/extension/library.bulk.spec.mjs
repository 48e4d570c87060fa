// Saving many pages: open tabs and addresses, a few of a host at a time; one that fails stops no other; what was begun
// goes on after the page was closed.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { inBoth, until } from "./browser.mjs";
import { begun, call, empty, handedDist, openLibrary, press } from "./library.mjs";
import { PNG } from "./save.mjs";

const TEXT = "The ferry across the Oder has not run since the flood, and the ferryman, whose father and grandfather had the same post, now mends nets for people who do not fish. ".repeat(6);
/** One that is there, one that is none, one that is gone. */
const SHOWN = [
  ["/whole.png", "Nobody in the two villages has asked for the bridge that the county offers, since a bridge would bring the lorries, and the lorries would bring the noise of the motorway to both of them."],
  ["/picture", "What the people miss is the bell: it rang at six, at noon and at six again, and whoever worked in the fields knew by it when the day was over and the horses had to be led home."],
  ["/gone.png", "The county says that it will look into the matter in spring, when the water is low enough to see what is left of the piers, the landing stage and the chain on which the ferry hung."],
].map(([src, text]) => `<figure><img src="${src}" width="600" height="400" alt="${src}"></figure><p>${text}</p>`).join("");
const page = (/** @type {string} */ title, more = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1><p>${TEXT}</p><p>${TEXT}</p>${more}</article></body></html>`;

/** A server that counts how many it serves at once. */
const served = { now: 0, most: 0, delay: 100 };
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  served.now += 1;
  served.most = Math.max(served.most, served.now);
  setTimeout(() => {
    served.now -= 1;
    if (path.startsWith("/gone")) response.writeHead(404).end();
    else if (path.startsWith("/cut")) request.destroy();
    else if (path.startsWith("/whole.png")) response.writeHead(200, { "content-type": "image/png" }).end(PNG);
    else if (path.startsWith("/picture")) response.writeHead(200, { "content-type": "image/png" }).end("x");
    else if (path.startsWith("/empty")) response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>x</title>");
    else response.writeHead(200, { "content-type": "text/html" }).end(page(`Page ${path.slice(1)}`, path === "/shown" ? SHOWN : ""));
  }, served.delay);
});
let origin = "";
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

inBoth({ "/tab-1.html": page("Tab one"), "/tab-2.html": page("Tab two") }, ({ name, browser, url }) => {
  const enqueue = (/** @type {string[]} */ urls) => call(browser(), ({ queue }, all) => queue.enqueue(all.map((it) => ({ url: it, title: it, extras: { tags: ["bulk"], saved: 5 } }))), urls);
  const states = () => call(browser(), async ({ queue }) => Object.fromEntries((await queue.tasks()).map((/** @type {any} */ { url: it, state, why }) => [new URL(it).pathname, why ?? state])));
  const saved = () => call(browser(), async ({ store }) => (await store.entries()).map((/** @type {any} */ { title }) => title).sort());

  test(`${name}: pages are saved, at most two of a host at once, and bad ones are told`, async () => {
    await empty(browser());
    Object.assign(served, { most: 0, delay: 100 });
    await enqueue(["1", "2", "3", "4", "gone", "cut", "picture", "empty"].map((path) => `${origin}/${path}`));
    await call(browser(), ({ queue }) => queue.work(() => {}));
    assert.deepEqual(await states(), { "/1": "saved", "/2": "saved", "/3": "saved", "/4": "saved", "/gone": "Reach", "/cut": "Reach", "/picture": "Kind", "/empty": "Article" });
    assert.deepEqual(await saved(), ["Page 1", "Page 2", "Page 3", "Page 4"]);
    assert.ok(served.most <= 2, `${served.most} at once`);
    // The report stands on the page until it is closed.
    await openLibrary(browser());
    await begun(browser());
    const report = () => browser().evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#tasks")).innerText);
    await until(report, (it) => /4[^]*8[^]*4/.test(it), "what has come of it is told");
    assert.equal(await browser().evaluate(() => document.querySelectorAll("#tasks li").length), 4);
    // The same again: what is there is not saved twice.
    await enqueue([`${origin}/1`]);
    await call(browser(), ({ queue }) => queue.work(() => {}));
    assert.equal((await saved()).length, 4);
  });

  test(`${name}: their pictures are saved with them, and how much of the page was kept`, async () => {
    await empty(browser());
    served.delay = 20;
    await enqueue([`${origin}/shown`]);
    await call(browser(), ({ queue }) => queue.work(() => {}));
    const { pictures, kept, shown } = await call(browser(), async ({ store }) => {
      const [{ id }] = await store.entries();
      const { article, pictures: all, kept: share } = await store.get(id);
      return { pictures: all.map((/** @type {any} */ { src, type, bytes }) => [new URL(src).pathname, type, bytes.length]), kept: share, shown: JSON.stringify(article.body).split('"src"').length - 1 };
    });
    assert.deepEqual(pictures, [["/whole.png", "image/png", PNG.length]]);
    assert.equal(shown, 3, "what could not be had is still named");
    assert.ok(kept > 0.5 && kept <= 1, String(kept));
    await openLibrary(browser());
    await begun(browser());
    const report = () => browser().evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#tasks")).innerText);
    await until(report, (it) => /\/shown – 2 of 3 pictures could not be saved: not reachable, not a picture\./.test(it), "those that are missing are told");
  });

  test(`${name}: what was begun goes on when the page is opened anew, and can be cancelled`, async () => {
    await empty(browser());
    served.delay = 250;
    await enqueue(Array.from({ length: 12 }, (_, at) => `${origin}/again-${at}`));
    await call(browser(), ({ queue }) => void queue.work(() => {}));
    await until(saved, (titles) => titles.length >= 2, "the first are saved");
    // The page goes in the middle; opened anew, it goes on by itself.
    await openLibrary(browser());
    served.delay = 20;
    await until(saved, (titles) => titles.length === 12, "all are saved", 20);
    assert.equal(new Set(await saved()).size, 12, "each once");
    served.delay = 300;
    await enqueue(Array.from({ length: 12 }, (_, at) => `${origin}/stop-${at}`));
    await openLibrary(browser());
    await until(() => browser().evaluate(() => document.querySelector("#tasks progress") !== null), (it) => it, "it is told how far it is");
    await press(browser(), "#tasks button");
    await until(() => call(browser(), async ({ queue }) => (await queue.tasks()).filter((/** @type {any} */ { state }) => state === "waiting").length), (many) => many === 0, "nothing waits any more");
    assert.ok((await saved()).length < 24);
  });

  test(`${name}: open tabs are offered, and those that are chosen are saved as they stand`, async () => {
    await empty(browser());
    await browser().open(url("/tab-1.html"));
    await browser().evaluate(() => {
      const p = document.createElement("p");
      p.textContent = "Written later: the keeper of the lighthouse has painted the door green, as it was before the war, and says that ships will find it by that. Nobody has told him that the harbour was closed in spring, when the dredger sank at its mouth.";
      document.querySelector("article")?.append(p);
    });
    await browser().newTab();
    await openLibrary(browser());
    await begun(browser());
    await press(browser(), "#bulk");
    await press(browser(), "#bulk-tabs");
    await until(() => browser().evaluate(() => [...document.querySelectorAll("dialog .option")].map((it) => it.textContent)), (seen) => seen?.includes("Tab one"), "tabs are offered");
    await press(browser(), "#bulk-save");
    await until(saved, (titles) => titles.includes("Tab one"), "the tab is saved");
    const text = await call(browser(), async ({ store }) => JSON.stringify((await store.get((await store.entries())[0].id)).article.body));
    assert.match(text, /Written later/, "as it stands in the tab");
  });

  test(`${name}: a folder of bookmarks is saved, with its name as a tag`, async () => {
    await empty(browser());
    served.delay = 20;
    await call(browser(), async ({ api }, base) => {
      const folder = await api.bookmarks.create({ title: "Boats" });
      for (const at of [1, 2]) await api.bookmarks.create({ parentId: folder.id, title: `Mark ${at}`, url: `${base}/mark-${at}` });
    }, origin);
    await openLibrary(browser());
    await begun(browser());
    await press(browser(), "#bulk");
    await press(browser(), "#bulk-bookmarks");
    await until(() => browser().evaluate(() => [...document.querySelectorAll("#bulk-folder option")].map((it) => it.textContent).join()), (text) => /Boats/.test(text ?? ""), "the folder is offered");
    await browser().evaluate(() => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector("#bulk-folder"));
      select.value = [...select.options].find(({ text }) => /Boats/.test(text))?.value ?? "";
    });
    await press(browser(), "#bulk-save");
    await until(saved, (titles) => titles.length === 2, "both are saved");
    assert.deepEqual(await call(browser(), async ({ store }) => (await store.entries()).map((/** @type {any} */ { tags }) => tags)), [["Boats"], ["Boats"]]);
  });

  test(`${name}: texts come to addresses that were imported`, async () => {
    await empty(browser());
    served.delay = 20;
    const seen = await call(browser(), async ({ store, queue }, address) => {
      const { id } = await store.add({ format: 1, url: address, title: "An address", body: [] }, { tags: ["kept"], saved: 7, archived: true, unread: false });
      await queue.enqueue([{ url: address, title: "An address", entry: id, extras: { tags: ["kept"], saved: 7, archived: true, unread: false } }]);
      await queue.work(() => {});
      const entries = await store.entries();
      const { title, tags, saved: time, archived, words } = entries[0];
      return { many: entries.length, same: entries[0].id === id, title, tags, time, archived, hasText: words > 100 };
    }, `${origin}/late`);
    assert.deepEqual(seen, { many: 1, same: true, title: "Page late", tags: ["kept"], time: 7, archived: true, hasText: true });
  });
}, { distOf: handedDist });
