// axe finds nothing: in every theme, from left to right and from right to left, with all that opens, in both browsers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { axe, loadAxe, openDist, ownPages, PAGES, read, TAGS, throughAll } from "./a11y.mjs";
import { inBoth, left } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const THEMES = ["system", "light", "sepia", "dark", "black", "contrast", "own"];
/** What a theme may change. */
const COLOURS = ["color-contrast", "link-in-text-block"];

inBoth(
  PAGES,
  ({ name, browser, url }) => {
    for (const lang of ["en", "ar"]) {
      test(`${name}: nothing in any theme, with whatever is open (${lang})`, async (context) => {
        await read(browser(), url(`/${lang}.html`));
        await loadAxe(browser());
        if (lang === "ar") await browser().inReader((root) => root.querySelector("dialog")?.setAttribute("dir", "rtl"));
        /** @type {string[]} */ const faults = [];
        const look = async (/** @type {string} */ what, themes = THEMES) => void faults.push(...(await inThemes(browser(), what, themes)));
        await look("the text");
        // Colours do not change with the direction: what opens is looked at in all of them once.
        const opened = await throughAll(browser(), (what) => look(what, lang === "en" ? THEMES : ["system"]));
        context.diagnostic(`seen: the text ${opened.join(" ")}`);
        assert.deepEqual([...new Set(faults)], []);
        await browser().key("Escape");
        await left(browser());
      });
    }

    for (const path of ownPages(name)) {
      test(`${name}: nothing in the extension's own page ${path}`, async () => {
        await browser().open(await browser().ownAddress(path));
        await loadAxe(browser());
        for (const dark of [false, true]) {
          await browser().setDark(dark);
          const { faults, passed } = await axe(browser(), { values: TAGS, type: "tag" }, "body");
          assert.deepEqual(faults, []);
          assert.ok(passed.length > 0);
        }
        await browser().setDark(false);
      });
    }

    test(`${name}: each theme has its own colours`, async () => {
      await read(browser(), url("/en.html"));
      const papers = new Set();
      for (const theme of THEMES) papers.add(await dress(browser(), theme));
      // "system" looks like "light" here, and "own" begins as "sepia".
      assert.ok(papers.size >= THEMES.length - 2, [...papers].join());
      await browser().key("Escape");
      await left(browser());
    });

    test(`${name}: axe looks into the reader, and finds faults there`, async () => {
      await read(browser(), url("/en.html"));
      await loadAxe(browser());
      const { passed } = await axe(browser(), { values: TAGS, type: "tag" });
      const { passed: legible } = await axe(browser(), { values: COLOURS, type: "rule" });
      assert.ok(legible.length > 5, `colours are seen: ${legible.join()}`);
      for (const part of [".close", "article", "img", "a["]) {
        assert.ok(passed.some((target) => target.includes("lede-reader") && target.includes(part)), `${part} among what passed`);
      }
      await browser().inReader((root) => {
        const button = document.createElement("button");
        button.append(document.createElement("img"));
        const faint = document.createElement("p");
        faint.style.cssText = "color: #999; background: #fff";
        faint.textContent = "Hard to read";
        root.querySelector("article")?.prepend(button, faint);
      });
      const { faults } = await axe(browser(), { values: TAGS, type: "tag" });
      for (const rule of ["button-name", "image-alt", "color-contrast"]) assert.ok(faults.some((fault) => fault.startsWith(rule)), rule);
      await browser().key("Escape");
      await left(browser());
    });

  },
  { abreast: true, distOf: openDist },
);

/** Everything that axe finds, and what it finds in the colours of themes. @param {Browser} browser @param {string} what @param {string[]} themes */
async function inThemes(browser, what, themes) {
  const told = (/** @type {string[]} */ faults, /** @type {string} */ how) => faults.map((fault) => `${what}, ${how}: ${fault}`);
  const all = [];
  const rollUp = await unroll(browser);
  for (const dark of [false, true]) {
    await browser.setDark(dark);
    for (const theme of dark ? ["system"] : themes) {
      await dress(browser, theme);
      const isFirst = theme === "system" && !dark;
      const { faults } = await axe(browser, isFirst ? { values: TAGS, type: "tag" } : { values: COLOURS, type: "rule" });
      all.push(...told(faults, dark ? "system, dark" : theme));
    }
  }
  await browser.setDark(false);
  await dress(browser, "system");
  await browser.setForced(true);
  all.push(...told((await axe(browser, { values: COLOURS, type: "rule" })).faults, "forced colours"));
  await browser.setForced(false);
  await rollUp();
  return all;
}

/** Lays out all that is scrolled out of view: of that axe sees no colours. @param {Browser} browser */
async function unroll(browser) {
  const set = (/** @type {boolean} */ on) =>
    browser.inReader((root, isOn) => {
      const loose = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("dialog, .scroller, .panel"));
      for (const { style } of loose) Object.assign(style, isOn ? { overflow: "visible", maxHeight: "none" } : { overflow: "", maxHeight: "" });
      for (const { style } of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("dialog:modal:has(.scroller), .scroller"))) style.height = isOn ? "auto" : "";
    }, on);
  await set(true);
  return () => set(false);
}

/** Puts a theme on, as reader/dress.js does; the answer is its paper. @param {Browser} browser @param {string} theme */
function dress(browser, theme) {
  return browser.inReader((root, value) => {
    const dialog = /** @type {HTMLElement} */ (root.querySelector("dialog"));
    dialog.dataset.theme = value;
    return getComputedStyle(dialog).backgroundColor;
  }, theme);
}
