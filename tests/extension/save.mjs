// What the tests of saving share: an article with pictures of every sort, and the files that come of it.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { clickIn, enter, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

export const PNG = readFileSync(fileURLToPath(new URL("../../extension/icons/128.png", import.meta.url)));
export const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#c33"/><script>document.title = "run"</script><image href="https://elsewhere.example/seen.png"/></svg>`;
const fromBase64 = (/** @type {string} */ text) => Buffer.from(text, "base64");
/** Of 24 × 16 pixels, red on the left and blue on the right; of the glass one nothing is on the left. */
export const MODERN = {
  "/opaque.webp": fromBase64("UklGRlIAAABXRUJQVlA4IEYAAAAQAwCdASoYABAAPrVInkmnJCKhMAgA4BaJQBdiP/wK0oAA/ucZ7yD+k+xNXIqoruqu//iHKP5dTk3/1r/eXU5Ks2mhBAAA"),
  "/glass.webp": fromBase64("UklGRn4AAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBQAAAABDzD/ERFCSED4v9YD3YKI/gc2A1ZQOCBEAAAAEAMAnQEqGAAQAD61SJ5JpyQioTAIAOAWiUAXYj/8CtKAAP7rWf/SAz4d7uLc/f/xDlH8upyb/61/vLqclWbTQggAAAA="),
  "/photo.avif": fromBase64(
    "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAKwAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAGAAAABAAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAM21kYXQSAAoJGBDv7RAQ0GhAMhxF4eHhiGEkkkmUAAAAV9cqjWvZ8BnmjGc3YUOA",
  ),
};
const SENTENCE = "The ferry has gone across the bay every morning since the war, and nobody on either shore has ever set a clock by anything else. ";

/** @param {string} body @param {string} title @param {string} lang */
export const page = (body, title = "The ferry across the bay", lang = "en") => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
  <meta name="author" content="Ann Writer"><meta property="article:published_time" content="2026-03-04T10:00:00Z"><meta property="og:site_name" content="The Bay Post"></head>
  <body><nav><a href="/else">Else</a></nav><article><h1>${title}</h1><p class="byline">By Ann Writer</p>${body}</article><footer>All rights</footer></body></html>`;
/** @param {string} src */
export const figure = (src, caption = "The pier") => `<figure><img src="${src}" width="600" height="400" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
export const prose = (count = 2) => `<p>${SENTENCE.repeat(count)}</p>`;

/** A folder for downloads, which goes with the process. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "lede-saved-"));
  process.once("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** All files in a folder that are whole, by their paths. @param {string} path @returns {string[]} */
function files(path) {
  return /** @type {string[]} */ (readdirSync(path, { recursive: true })).filter((name) => /\.\w+$/.test(name) && !/\.(crdownload|part|tmp)$/.test(name)).sort();
}

/** The file that comes; those before it go, since a browser that is driven writes over one of the same name. @param {string} path @param {() => Promise<void>} act @returns {Promise<{ name: string, bytes: Buffer }>} */
export async function saved(path, act) {
  for (const name of files(path)) rmSync(join(path, name));
  await act();
  const fresh = await until(
    // A file may get its name between two looks.
    () => files(path).filter((name) => (statSync(join(path, name), { throwIfNoEntry: false })?.size ?? 0) > 0),
    ([name]) => name !== undefined && !files(path).some((other) => other.startsWith(`${name}.`)),
    "the file comes",
    30,
  );
  const name = String(fresh[0]);
  return { name, bytes: readFileSync(join(path, name)) };
}

/** The reader with its panel for saving. @param {Browser} browser @param {string} address */
export async function openPanel(browser, address) {
  await browser.open(address);
  await enter(browser);
  await until(() => browser.inReader((root) => root.querySelector(".tool.save") !== null), (it) => it, "the tools are there");
  await browser.key("s");
  await until(() => browser.inReader((root) => root.querySelectorAll(".save-panel button").length > 5), (it) => it, "the panel");
}

/** Chooses in the panel. @param {Browser} browser @param {string} name @param {string} value */
export function choose(browser, name, value) {
  return browser.inReader(
    (root, setting, to) => {
      const selects = /** @type {HTMLSelectElement[]} */ ([...root.querySelectorAll(".save-panel select")]);
      const select = selects[setting === "saveFormat" ? 0 : 1];
      if (select === undefined) throw new Error("no choice");
      select.value = to;
      select.dispatchEvent(new Event("input", { bubbles: true }));
    },
    name,
    value,
  );
}

/** Presses a button of the panel by its words. @param {Browser} browser @param {string} words */
export async function pressIn(browser, words) {
  await browser.inReader((root, text) => {
    const button = /** @type {HTMLElement} */ ([...root.querySelectorAll(".save-panel button")].find((it) => it.textContent === text));
    button.scrollIntoView({ block: "center", behavior: "instant" });
    for (const it of root.querySelectorAll("[data-pressed]")) it.removeAttribute("data-pressed");
    button.setAttribute("data-pressed", "");
  }, words);
  await clickIn(browser, "[data-pressed]");
}

/** What the panel says has become of it. @param {Browser} browser */
export function said(browser) {
  return browser.inReader((root) => root.querySelector(".save-panel [role=status]")?.textContent ?? "");
}
