// The package in Chromium: in a page, in a worker, on what the layout hides; and in a worker of Node's.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

import { chromium } from "playwright-core";

import { folder, page } from "./packages.npm.mjs";
import { serve } from "./server.mjs";

const sample = page("sample-news");
const TITLE = "After ninety years, the tide mill grinds again";

const WORKER = `
import { extractHtml, init, render } from "/index.js";
const read = async ({ html, url }) => {
  await init(["html", "save"]);
  const { article } = extractHtml(html, { url });
  return { title: article.title, words: article.wordCount, epub: render(article, "epub").length, text: render(article, "text") };
};
const told = (page) => read(page).catch((error) => ({ error: String(error) }));
`;

const mornings = (/** @type {number[]} */ days) => days.map((day) => `<p>The heron came to the weir on the ${day}th morning and stood there, grey and still, until the miller opened the sluice and the water took the fish away.</p>`).join("");
const HIDDEN = `<!doctype html><meta charset="utf-8"><title>A heron on the weir</title><style>.x7 { display: none }</style><h1>A heron on the weir</h1>
<article>${mornings([4, 5, 6, 7])}
<p class="x7">On the morning after that the rain came over the hills, the mill stood under water up to its door, and nobody saw the heron at all.</p>
${mornings([8, 9, 10, 11])}</article>`;

suite("chromium: the package in a page", () => {
  /** @type {import("playwright-core").Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;

  before(async () => {
    const pages = { "/": sample.html, "/hidden.html": HIDDEN, "/worker.js": { body: `${WORKER} onmessage = async ({ data }) => postMessage(await told(data));` } };
    server = await serve(pages, [folder]);
    browser = await chromium.launch({ executablePath: process.env.LEDE_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** @param {string} path @param {string} code what is evaluated there, as an async function of the package */
  async function inPage(path, code) {
    const tab = await browser.newPage();
    /** @type {string[]} */ const said = [];
    tab.on("console", (message) => said.push(message.text()));
    tab.on("pageerror", (error) => said.push(String(error)));
    try {
      await tab.goto(`${server.origin}${path}`);
      const answer = await tab.evaluate(`(async () => { const lede = await import("/index.js"); ${code} })()`);
      return { answer: /** @type {any} */ (answer), said: said.filter((line) => !line.includes("404")) };
    } finally {
      await tab.close();
    }
  }

  test("chromium: a page reads itself, and stays as it was", async () => {
    const { answer, said } = await inPage("/", `
      await lede.init();
      const before = document.documentElement.outerHTML;
      const { article, kept, isPart } = lede.extract(document);
      return { article, kept, isPart, same: before === document.documentElement.outerHTML };`);
    assert.equal(answer.article.title, TITLE);
    assert.equal(answer.article.wordCount, 542);
    assert.equal(answer.article.url, `${server.origin}/`);
    assert.deepEqual([answer.isPart, answer.same], [false, true]);
    assert.deepEqual(said, []);
  });

  test("chromium: what the layout hides is hidden, unless it is left aside", async () => {
    const { answer } = await inPage("/hidden.html", `
      await lede.init();
      const text = (options) => lede.extract(document, options).article.textContent;
      return [text({}), text({ layout: false })];`);
    assert.ok(!answer[0].includes("rain came") && answer[0].includes("8th morning"), answer[0]);
    assert.ok(answer[1].includes("rain came"), answer[1]);
  });

  test("chromium: without a module the error says what to do", async () => {
    const { answer } = await inPage("/", `try { lede.extract(document); return "no error"; } catch (error) { return error.message; }`);
    assert.match(answer, /await init\(\["read"\]\)/);
  });

  test("chromium: a module from a Response, from bytes, from a compiled module", async () => {
    for (const source of ["fetch('/engine/lede_bg.wasm')", "(await fetch('/engine/lede_bg.wasm')).arrayBuffer()", "WebAssembly.compileStreaming(fetch('/engine/lede_bg.wasm'))", "'/engine/lede_bg.wasm'"]) {
      const { answer, said } = await inPage("/", `await lede.init({ read: ${source} }); return lede.extract(document).article.title;`);
      assert.deepEqual([answer, said], [TITLE, []], source);
    }
  });

  test("chromium: the drop-in for Readability in a page", async () => {
    const { answer } = await inPage("/", `
      const { Readability, init } = await import("/readability.js");
      let early = "";
      try { new Readability(document).parse(); } catch (error) { early = error.message; }
      await init();
      const { content, ...rest } = new Readability(document).parse();
      return { early, rest };`);
    assert.match(answer.early, /await init/);
    assert.equal(answer.rest.title, TITLE);
    assert.equal(answer.rest.length, answer.rest.textContent.length);
  });

  test("chromium: a worker reads HTML and makes files", async () => {
    const { answer, said } = await inPage("/", `
      const worker = new Worker("/worker.js", { type: "module" });
      worker.postMessage(${JSON.stringify(sample)});
      return new Promise((done, failed) => { worker.onmessage = ({ data }) => done(data); worker.onerror = (event) => failed(new Error(event.message)); });`);
    assert.deepEqual([answer.error, answer.title, answer.words], [undefined, TITLE, 542]);
    assert.ok(answer.epub > 1000);
    assert.match(answer.text, /Volunteers in Pellow Haven/);
    assert.deepEqual(said, []);
  });
});

test("a worker of Node's reads HTML and makes files", async () => {
  const code = `import { parentPort } from "node:worker_threads";
    ${WORKER.replace("/index.js", pathToFileURL(join(folder, "index.js")).href)}
    parentPort.once("message", async (page) => parentPort.postMessage(await told(page)));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  worker.postMessage(sample);
  const answer = await new Promise((done, failed) => worker.once("message", done).once("error", failed));
  await worker.terminate();
  assert.deepEqual([answer.error, answer.title, answer.words], [undefined, TITLE, 542]);
});
