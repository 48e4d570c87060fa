// What the tests of accessibility share: the reader with its root open, so that axe can look into it, a page that holds
// everything an article may, and ways through all that the reader opens.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { clickIn, dist, enter, isOn, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */
/** @typedef {import("./browser.mjs").Name} Name */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
/** The picture of the pages. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675" viewBox="0 0 16 9"><path fill="#8fb4c9" d="M0 0h16v9H0z"/><path fill="#31566b" d="M0 6l5-3 4 3 3-2 4 3v2H0z"/></svg>`;

/** WCAG 2.2 AA, each rule there is for it. */
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** axe looks into open roots alone, and for what is drawn where into what stands in the body. */
/** @type {Record<string, [string, string][]>} */
const SEAMS = {
  "content/page.js": [
    ['mode: "closed"', 'mode: "open"'],
    ["html.append(host)", "document.body.append(host)"],
    ["host.parentNode === html", "host.parentNode === document.body"],
  ],
  "content/auto/write.js": [
    ['mode: "closed"', 'mode: "open"'],
    ["append.call(document.documentElement, host)", "append.call(document.body, host)"],
  ],
};

/** The built extension with its root open and in the body, with axe beside it, and nothing else changed. @param {Name} name */
export function openDist(name) {
  const folder = mkdtempSync(join(tmpdir(), "lede-open-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(dist(name), folder, { recursive: true });
  for (const [name, seams] of Object.entries(SEAMS)) {
    const file = join(folder, name);
    let code = readFileSync(file, "utf8");
    for (const [is, becomes] of seams) {
      const parts = code.split(is);
      assert.equal(parts.length, 2, `${is} stands once in ${name}`);
      code = parts.join(becomes);
    }
    writeFileSync(file, code);
  }
  // The extension's own pages take no script from elsewhere.
  writeFileSync(join(folder, "axe.js"), AXE);
  return folder;
}

/** The extension's own pages. @param {Name} name */
export function ownPages(name) {
  return readdirSync(dist(name), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
}

const EN = {
  title: "The ferryman mends nets",
  text: "The ferry across the Oder has not run since the flood, and the ferryman, whose father and grandfather had the same post, now mends nets for people who do not fish. He says that he does not mind, and that the river will come back to its bed when it has seen enough of the fields.",
  short: "Upriver",
};
const AR = {
  title: "صاحب العبّارة يصلح الشباك",
  text: "لم تعمل العبّارة منذ الفيضان، وصاحبها الذي كان أبوه وجدّه في المهنة نفسها يصلح الآن الشباك لأناس لا يصطادون. يقول إنه لا يبالي، وإن النهر سيعود إلى مجراه حين يكتفي من رؤية الحقول.",
  short: "عند المنبع",
};

/** A page with all that an article may hold. @param {"en" | "ar"} lang */
const page = (lang) => {
  const { title, text, short } = lang === "ar" ? AR : EN;
  const p = `<p>${text}</p>`;
  const linked = `<p>${text.slice(0, 90)} <a href="/other.html">${short}</a> ${text.slice(90)} <mark>${short}</mark> <code>net = 40</code> <sup id="r1"><a href="#n1">1</a></sup></p>`;
  const figure = `<figure><img src="/picture.svg" width="1200" height="675" alt="${short}"><figcaption>${text.slice(0, 60)}</figcaption></figure>`;
  const table = `<table><caption>${short}</caption><tr>${`<th>${short}</th>`.repeat(9)}</tr>${`<tr>${"<td>1 234</td>".repeat(9)}</tr>`.repeat(3)}</table>`;
  return `<!doctype html><html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <style>img { max-width: 100%; height: auto; } pre, table { display: block; overflow: auto; }</style><title>${title}</title><meta name="author" content="Ilse Kranz"><meta property="article:published_time" content="2026-03-04T08:00:00Z"></head><body>
    <button id="outside">Page</button><article><h1>${title}</h1>${p}${linked}${figure}<h2>${short}</h2>${p}<blockquote>${p}</blockquote><pre><code>${"net = mesh * 40; ".repeat(20)}
sea = net / 12</code></pre><h3>${short} 2</h3>${p}<ul><li>${text.slice(0, 80)}</li><li>${text.slice(80, 160)}</li></ul>${table}
    <dl><dt>${short}</dt><dd>${text}</dd></dl><details><summary>${short} 3</summary>${p}</details><h2>${short} 4</h2>${figure.replace("picture", "picture-2")}${p.repeat(6)}
    <section class="footnotes"><ol><li id="n1">${text} <a href="#r1">↩</a></li></ol></section></article></body></html>`;
};

/** @type {Record<string, any>} */
export const PAGES = {
  "/axe.js": { body: AXE },
  "/en.html": page("en"),
  "/ar.html": page("ar"),
  "/picture.svg": { body: PICTURE, headers: { "content-type": "image/svg+xml" } },
  "/picture-2.svg": { body: PICTURE.replace("#8fb4c9", "#d8b48a"), headers: { "content-type": "image/svg+xml" } },
};

/** Opens a page in the reader, with its tools. @param {Browser} browser @param {string} [url] the page that is there already */
export async function read(browser, url) {
  if (url !== undefined) await browser.open(url);
  await enter(browser);
  const count = () => browser.inReader((root) => root.querySelectorAll(".bar button").length);
  // Tools come after the article: one after the other, in one go.
  for (let [last, now] = [-1, 0]; last !== now; await pause(250)) [last, now] = [now, (await count()) ?? 0];
}

/** The buttons that open something, by their names for CSS. What prints is left alone. @param {Browser} browser */
export async function openers(browser) {
  const found = await browser.inReader((root) => {
    const tools = [...root.querySelectorAll(".bar .tool")].filter((it) => it.checkVisibility() && !/print/i.test(it.className));
    return tools.map((it) => `.${[...it.classList].join(".")}`);
  });
  return found ?? [];
}

/** Everything in the text that a press may open. */
const IN_TEXT = ["article figure:not(.embed) img", 'article sup a[href^="#"]'];

/** How the reader stands: what is open in it. @param {Browser} browser */
export function standing(browser) {
  return browser.inReader((root) => {
    const open = [...root.querySelectorAll("dialog dialog[open], [role=dialog], [role=alertdialog], [role=menu], [popover]:popover-open")];
    return [...open, ...root.querySelectorAll("[aria-expanded=true]")].filter((it) => it.checkVisibility()).map((it) => it.className || it.id || it.localName);
  });
}

/** What a panel holds that leads on: each is pressed too. What prints is left alone, and what leads to a tab of its own. */
const ENTRY = ".entry:not([aria-keyshortcuts=p], .auto, .report)";

/**
 * Opens all there is, one after the other, and closes it by Esc.
 *
 * @param {Browser} browser @param {(what: string) => Promise<void>} look
 * @returns {Promise<string[]>} what was open
 */
export async function throughAll(browser, look) {
  /** @type {string[]} */ const seen = [];
  const see = async (/** @type {string} */ what) => {
    await look(what);
    seen.push(what);
  };
  for (const selector of [...(await openers(browser)), ...IN_TEXT]) {
    if (!(await open(browser, selector))) continue;
    const count = (await browser.inReader((root, name) => [...root.querySelectorAll(name)].filter((it) => it.checkVisibility()).length, ENTRY)) ?? 0;
    await see(selector);
    await closeAll(browser);
    for (let at = 0; at < count; at += 1) {
      await open(browser, selector);
      await browser.inReader((root, name, index) => [...root.querySelectorAll(name)].filter((it) => it.checkVisibility())[index]?.setAttribute("data-next", ""), ENTRY, at);
      if (!(await press(browser, "[data-next]"))) break;
      await pause(800);
      await browser.inReader((root) => root.querySelector("[data-next]")?.removeAttribute("data-next"));
      await see(`${selector}, entry ${at + 1}`);
      await closeAll(browser);
    }
  }
  return seen;
}

/** Opens something; the answer is whether it is something that opens. @param {Browser} browser @param {string} selector */
async function open(browser, selector) {
  if (!(await press(browser, selector))) return false;
  const isPanel = await browser.inReader((root, name) => root.querySelector(name)?.hasAttribute("aria-expanded"), selector);
  const count = () => standing(browser).then((it) => (it ?? []).length);
  if (isPanel) await until(count, (it) => it > 0, `${selector} opens something`);
  await pause(400);
  return (await count()) > 0;
}

/** Presses what there is by this name, as a user does. @param {Browser} browser @param {string} selector */
export async function press(browser, selector) {
  const isThere = await browser.inReader((root, name) => {
    const element = root.querySelector(name);
    // In a panel that is higher than the window too.
    element?.scrollIntoView({ block: element.closest("article") ? "center" : "nearest", behavior: "instant" });
    return element?.checkVisibility() ?? false;
  }, selector);
  if (!isThere) return false;
  // Scrolling hides the bar, and it takes a moment to come back.
  await pause(100);
  await browser.inReader((root) => root.querySelector(".bar")?.classList.remove("away"));
  await pause(250);
  await clickIn(browser, selector);
  return true;
}

/** @param {Browser} browser */
export async function closeAll(browser) {
  for (let times = 0; times < 4 && ((await standing(browser)) ?? []).length > 0; times += 1) {
    await browser.key("Escape");
    await pause(150);
  }
  assert.deepEqual(await until(() => standing(browser), (open) => (open ?? []).length === 0, "Esc closes what was opened"), []);
  assert.equal(await isOn(browser), true, "Esc closes what was opened, not the reader");
}

/** axe, in the page. @param {Browser} browser */
export async function loadAxe(browser) {
  await browser.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        Object.assign(script, { src: "/axe.js", onload: () => resolve(true), onerror: reject });
        document.head.append(script);
      }),
  );
}

/**
 * axe's findings in the reader or elsewhere, in the page's own world: there an open root is seen as any other.
 *
 * @param {Browser} browser @param {{ values: string[], type: "tag" | "rule" }} runOnly @param {string} within
 * @returns {Promise<{ faults: string[], passed: string[] }>}
 */
export function axe(browser, runOnly, within = "lede-reader") {
  return browser.evaluate(async (only, selector) => {
    const options = { runOnly: only, resultTypes: ["violations", "passes"], ...(only.type === "tag" ? { rules: { "target-size": { enabled: true } } } : {}) };
    const { violations, passes } = await /** @type {any} */ (globalThis).axe.run(document.querySelector(selector), options);
    const where = (/** @type {any} */ { target }) => target.flat().join(" ");
    const told = (/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id} at ${where(node)}: ${[...node.any, ...node.all, ...node.none].map(({ message }) => message).join("; ")}`);
    return { faults: violations.flatMap(told), passed: passes.flatMap((/** @type {any} */ { nodes }) => nodes.map(where)) };
  }, runOnly, within);
}
