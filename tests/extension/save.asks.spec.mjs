// Saving where something has to be asked: for the sites of pictures, and where the library has the article already. And what
// is copied and sent.

import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";

import { clickOn, grantedTo, inBoth, until } from "./browser.mjs";
import { choose, figure, folder, openPanel, page, PNG, pressIn, prose, said, saved } from "./save.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const CORS = { "access-control-allow-origin": "*", "content-type": "image/png" };
/** The other site's port is known once the server runs. @type {Record<string, any>} */
const PAGES = {
  "/a.png": { body: PNG },
  "/open.png": { body: PNG, headers: CORS },
  "/closed.png": { body: PNG },
  "/plain.html": page(`${prose()}${figure("/a.png")}${prose()}<p>It is <em>slow</em>.</p>`, "Of one site"),
  "/take": "<!doctype html><title>Taken</title>",
};

inBoth(PAGES, ({ name, browser, url, elsewhere }) => {
  const path = folder();
  before(async () => {
    await browser().downloadTo(path);
    PAGES["/two.html"] = page(`${prose()}${figure(elsewhere("/open.png"))}${prose()}${figure(elsewhere("/closed.png"))}${prose()}`, "Of two sites");
  });
  // The page that saved the last one stays until the browser has the file, and would be taken for the next.
  beforeEach(() => until(() => browser().tabs("save/save.html"), (count) => count === 0, "the last one's page is gone"));
  const pictures = (/** @type {Buffer} */ bytes) => bytes.toString("utf8").match(/src="data:image\/png;base64,/g)?.length ?? 0;
  const toFile = () => saved(path, () => pressIn(browser(), "Save as a file"));
  const answer = async (/** @type {number} */ which) => {
    await browser().useTab("save/save.html");
    await clickOn(browser(), `#answers button:nth-of-type(${which})`);
  };
  const stored = (/** @type {string} */ key) => browser().inOwnPage(async (it) => /** @type {any} */ ((await chrome.storage.local.get(it))[it]), key);

  test(`${name}: what another site lets be read is saved; for the rest it asks, and saves without`, async () => {
    await openPanel(browser(), url("/two.html"));
    const { bytes } = await saved(path, async () => {
      await pressIn(browser(), "Save as a file");
      await browser().useTab("save/save.html");
      const text = await until(() => browser().evaluate(() => document.body?.innerText ?? ""), (it) => /localhost/.test(it), "it asks");
      assert.match(text, /shows 1 pictures[^]*localhost/);
      await answer(2);
    });
    assert.equal(pictures(bytes), 1);
    assert.match(bytes.toString("utf8"), /closed\.png<\/a> – on a site that is not open to Lede/);
    assert.deepEqual(await grantedTo(browser()), []);
    await browser().useTab("/two.html");
    await until(() => said(browser()), (it) => /1 of 2 pictures could not be saved/.test(it ?? ""), "the panel says so");
  });

  test(`${name}: allowed once it asks no more, and what was allowed stays`, async () => {
    await openPanel(browser(), url("/two.html"));
    await browser().consent(["*://localhost/*"]);
    const { bytes } = await saved(path, async () => {
      await pressIn(browser(), "Save as a file");
      await answer(1);
    });
    assert.equal(pictures(bytes), 2);
    await browser().useTab("/two.html");
    const again = await toFile();
    assert.equal(pictures(again.bytes), 2);
    // What is chosen of cleaning without a press changes, and gives back what it does not need.
    await browser().inOwnPage(() => chrome.storage.local.set({ auto: { version: 1, news: "off", newsOff: [], everywhere: "off", sites: { "brim.example": "off" } } }));
    await until(() => stored("save:origins"), (it) => it?.length === 1, "it is remembered");
    assert.deepEqual(await grantedTo(browser()), ["*://localhost/*"]);
    await browser().inOwnPage(async () => {
      await chrome.storage.local.clear();
      await chrome.permissions.remove({ origins: ["*://localhost/*"] });
    });
  });

  test(`${name}: told to never ask, it saves without`, async () => {
    await openPanel(browser(), url("/two.html"));
    await saved(path, async () => {
      await pressIn(browser(), "Save as a file");
      await answer(3);
    });
    await browser().useTab("/two.html");
    assert.equal((await stored("settings")).saveAsk, false);
    assert.equal(pictures((await toFile()).bytes), 1);
    await browser().inOwnPage(() => chrome.storage.local.clear());
  });

  test(`${name}: into the library, and where it is there already it asks: update or keep both`, async () => {
    await openPanel(browser(), url("/plain.html"));
    const add = async () => {
      await browser().useTab("/plain.html");
      await pressIn(browser(), "Add to the library");
    };
    const kept = async () => {
      await browser().useTab("/plain.html");
      return browser().inOwnPage(entriesOf);
    };
    await add();
    await until(() => said(browser()), (it) => it === "Added to the library.", "it is added");
    assert.deepEqual(await kept(), [{ title: "Of one site", pictures: 1 }]);
    await add();
    await answer(1);
    await until(() => browser().tabs("save/save.html"), (count) => count === 0, "it is updated");
    assert.equal((await kept()).length, 1);
    await add();
    await answer(2);
    await until(() => browser().tabs("save/save.html"), (count) => count === 0, "both are kept");
    assert.equal((await kept()).length, 2);
    await browser().useTab("/plain.html");
  });

  test(`${name}: copied as Markdown, with formatting, with a citation`, async () => {
    await openPanel(browser(), url("/plain.html"));
    const copied = async (/** @type {string} */ words) => {
      await browser().inReader((root) => /** @type {Element} */ (root.querySelector(".save-panel [role=status]")).replaceChildren());
      await pressIn(browser(), words);
      await until(() => said(browser()), (it) => it === "Copied", "it is copied");
      // Chromium gives the clipboard to no page that has not asked.
      return name === "firefox" ? browser().evaluate(async () => Object.fromEntries(await Promise.all((await navigator.clipboard.read())[0]?.types.map(async (type) => [type, await (await (await navigator.clipboard.read())[0]?.getType(type))?.text()]) ?? []))) : undefined;
    };
    const markdown = await copied("Copy as Markdown");
    const rich = await copied("Copy with formatting");
    await choose(browser(), "saveStyle", "bibtex");
    const cited = await copied("Copy text with citation");
    if (name !== "firefox") return;
    assert.match(markdown["text/plain"], /^# Of one site\n[^]*It is \*slow\*\./);
    assert.match(rich["text/html"], /<em>slow<\/em>/);
    assert.match(rich["text/plain"], /^Of one site\n[^]*It is slow\.$/);
    assert.match(cited["text/plain"], /It is slow\.\n\n@\w+\{[^]*Of one site/);
  });

  test(`${name}: sent to a program of one's own`, async () => {
    const saveLink = `${url("/take")}?u={url}&t={title}`;
    await browser().inOwnPage((link) => chrome.storage.local.set({ settings: { saveLink: link } }), saveLink);
    await openPanel(browser(), url("/plain.html"));
    await pressIn(browser(), "Send to my program");
    await browser().useTab("/take?");
    const given = new URL(await browser().evaluate(() => location.href)).searchParams;
    assert.deepEqual([given.get("u"), given.get("t")], [url("/plain.html"), "Of one site"]);
    await browser().inOwnPage(() => chrome.storage.local.clear());
  });

  test(`${name}: names of files are chosen in the options, and wrong addresses of programs refused`, async () => {
    await browser().open(await browser().ownAddress("options/options.html"));
    const put = async (/** @type {string} */ id, /** @type {string} */ value) => {
      await clickOn(browser(), id);
      await browser().evaluate(
        (field, text) => {
          const input = /** @type {HTMLInputElement} */ (document.querySelector(field));
          input.value = text;
          input.dispatchEvent(new Event("change"));
        },
        id,
        value,
      );
    };
    await put("#save-link", "javascript:alert(1)");
    await until(() => browser().evaluate(() => document.querySelector("#save-status")?.textContent), (it) => /no address/.test(it ?? ""), "it is refused");
    await put("#save-name", "{site}/{title}");
    await until(() => stored("settings"), (it) => it?.saveName === "{site}/{title}" && it.saveLink === undefined, "the name is kept");
    // Chromium lets no test say yes to this permission.
    if (name === "firefox") {
      await browser().consent([]);
      await clickOn(browser(), "#save-folders");
      await until(() => browser().inOwnPage(() => chrome.permissions.contains({ permissions: ["downloads"] })), (it) => it, "downloads are allowed");
    }
    await openPanel(browser(), url("/plain.html"));
    const { name: called } = await toFile();
    assert.equal(called, name === "firefox" ? "The Bay Post/Of one site.html" : "Of one site.html");
    await browser().inOwnPage(() => chrome.storage.local.clear());
  });
});

/** What the library holds, by the database itself. */
async function entriesOf() {
  const { name = "" } = (await indexedDB.databases())[0] ?? {};
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const entries = await new Promise((resolve) => {
    const all = database.transaction("articles").objectStore("articles").getAll();
    all.onsuccess = () => resolve(all.result);
  });
  database.close();
  return entries.map((/** @type {any} */ { title, pictures }) => ({ title, pictures: pictures.length }));
}
