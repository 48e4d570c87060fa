// The packages load without a word in a browser's console, and so do all of their pages.

import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { ownPages, PAGES, read } from "./a11y.mjs";
import { dist, left, NAMES, start, until } from "./browser.mjs";
import { complaintsOf } from "./firefox.chrome.mjs";
import { serve } from "./server.mjs";

/** @typedef {import("./browser.mjs").Name} Name */
/** @typedef {import("./chromium.mjs").Chromium} Chromium */
/** @typedef {import("./firefox.mjs").Firefox} Firefox */

/** Opened without the tab whose page it saves, it rightly complains; save.*.spec.mjs opens it with one. */
const JOB = "save/save.html";

/** A page is loaded before the last of its scripts has run. */
const SETTLED = 1500;

/** Faults that a browser has something to say about: in the manifest, in the background, on a page. */
const PLANTED = {
  manifest: (/** @type {string} */ folder) => {
    const file = join(folder, "manifest.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), no_such_key: true }));
  },
  background: (/** @type {string} */ folder) => appendFileSync(join(folder, "background/index.js"), "\nconsole.warn('planted in the background');\n"),
  page: (/** @type {string} */ folder) => appendFileSync(join(folder, "options/options.js"), "\nnull.planted;\n"),
};

for (const name of NAMES) {
  describe(name, { concurrency: 1 }, () => {
    test(`${name}: says nothing when it is loaded, when a page is read, nor on any page of its own`, async () => {
      assert.deepEqual(await told(name, dist(name), ownPages(name).filter((page) => page !== JOB)), []);
    });

    for (const [where, plant] of Object.entries(PLANTED)) {
      test(`${name}: a fault planted in the ${where} is heard`, async () => {
        const folder = mkdtempSync(join(tmpdir(), "lede-planted-"));
        try {
          cpSync(dist(name), folder, { recursive: true });
          plant(folder);
          const said = (await told(name, folder, ["options/options.html"])).join("\n");
          assert.match(said, where === "manifest" ? /no_such_key/ : where === "page" ? /null|planted/ : /planted in the background/);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
    }
  });
}

/** All warnings and errors. @param {Name} name @param {string} folder @param {string[]} pages */
async function told(name, folder, pages) {
  const browser = await start(name, { dist: folder });
  const server = await serve(PAGES);
  try {
    // Chromium collects what it has to say once it knows of a developer, and then from the next loading on.
    if (name === "chromium") {
      await atExtensions(/** @type {Chromium} */ (browser), "chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }).then(() => [])");
      await browser.loadExtension();
    }
    await read(browser, `${server.origin}/en.html`);
    await browser.key("Escape");
    await left(browser);
    return name === "chromium" ? await ofChromium(/** @type {Chromium} */ (browser), pages) : await ofFirefox(/** @type {Firefox} */ (browser), pages);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What Chromium says while it loads, and what stands in the console of the background and of each page. @param {Chromium} browser @param {string[]} pages */
async function ofChromium(browser, pages) {
  const { devtools } = browser;
  /** @type {string[]} */ const said = await errorsOf(browser);
  const stops = [
    devtools.on("Runtime.consoleAPICalled", ({ type, args }) => void (["warning", "error", "assert"].includes(type) && said.push(args.map((/** @type {any} */ { value, description }) => value ?? description).join(" ")))),
    devtools.on("Runtime.exceptionThrown", ({ exceptionDetails }) => void said.push(exceptionDetails.exception?.description ?? exceptionDetails.text)),
    devtools.on("Log.entryAdded", ({ entry }) => void (["warning", "error"].includes(entry.level) && said.push(`${entry.text} ${entry.url ?? ""}`))),
  ];
  // Whoever begins to listen is told all that was said before.
  const listen = async (/** @type {string} */ targetId) => {
    const { sessionId } = await devtools.send("Target.attachToTarget", { targetId, flatten: true });
    for (const domain of ["Runtime", "Log"]) await devtools.send(`${domain}.enable`, {}, sessionId);
    return sessionId;
  };
  const { targetInfos } = await devtools.send("Target.getTargets");
  const worker = targetInfos.find((/** @type {any} */ { type, url }) => type === "service_worker" && url.endsWith("/background/index.js"));
  await listen(worker.targetId);
  for (const page of pages) {
    const { targetId } = await devtools.send("Target.createTarget", { url: await browser.ownAddress(page) });
    const session = await listen(targetId);
    const loaded = () => devtools.send("Runtime.evaluate", { expression: `document.readyState + document.title`, returnByValue: true }, session);
    await until(loaded, ({ result }) => /^complete./.test(result.value), `${page} is loaded`, 30);
    await pause(SETTLED);
    await devtools.send("Target.closeTarget", { targetId }).catch(() => {});
  }
  for (const stop of stops) stop();
  return [...new Set([...said, ...(await errorsOf(browser))])];
}

/** The list behind "Errors" among Chromium's extensions. @param {Chromium} browser @returns {Promise<string[]>} */
async function errorsOf(browser) {
  const id = new URL(await browser.ownAddress("")).host;
  return atExtensions(browser, `chrome.developerPrivate.getExtensionInfo(${JSON.stringify(id)}).then((it) => [...(it.installWarnings ?? []), ...[...it.manifestErrors, ...it.runtimeErrors].map(({ message }) => message)])`);
}

/** Asks the browser's own page of extensions. @param {Chromium} browser @param {string} expression @returns {Promise<string[]>} */
async function atExtensions({ devtools }, expression) {
  const { targetId } = await devtools.send("Target.createTarget", { url: "chrome://extensions/" });
  const { sessionId } = await devtools.send("Target.attachToTarget", { targetId, flatten: true });
  const asked = () => devtools.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true }, sessionId);
  const { result } = await until(asked, (answer) => Array.isArray(answer.result.value), "an answer of chrome://extensions");
  await devtools.send("Target.closeTarget", { targetId });
  return result.value;
}

/** What stands in Firefox's console that comes from the extension or is about it. @param {Firefox} browser @param {string[]} pages */
async function ofFirefox(browser, pages) {
  for (const page of pages) {
    await browser.open(await browser.ownAddress(page));
    await pause(SETTLED);
  }
  return browser.inChrome(complaintsOf, new URL(await browser.ownAddress("")).host);
}
