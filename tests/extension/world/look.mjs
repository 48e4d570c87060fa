// What tests of this world ask of a page.

import { until } from "../browser.mjs";

/** @typedef {import("../browser.mjs").Browser} Browser */

/** What has become of the page, once that is decided. @param {Browser} browser */
export const settled = (browser) =>
  until(() => browser.inContent(() => globalThis.lede?.auto?.state ?? "none"), (state) => !["none", "waiting", "asking"].includes(state), "the page is decided about");

/** Waits for what the site's own scripts bring late. @param {Browser} browser */
export const late = (browser) => until(() => browser.evaluate(() => /** @type {any} */ (globalThis).seen.isLate), (is) => is, "what is late has come");

/** What the veil may last, as the page sees it, whose scripts begin later; and what it lasts on a machine that is very busy. */
const VEIL_MS = 600;
export const LONGEST_MS = 2000;
/** Whether a page was shown before it was decided about. @param {{ veiled: number }} seen */
export const isOverdue = ({ veiled }) => veiled > VEIL_MS;

/** @param {Browser} browser */
export const html = (browser) => browser.evaluate(() => document.documentElement.outerHTML);

/** What a reader sees of the page, and what the page has seen. @param {Browser} browser */
export const view = (browser) =>
  browser.evaluate(() => {
    const isSeen = (/** @type {Element} */ it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const named = (/** @type {Element} */ it) => it.id || it.className || it.localName;
    const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)];
    const box = document.querySelector("article p:not(.standfirst)")?.getBoundingClientRect() ?? new DOMRect();
    return {
      text: document.body.innerText.replace(/\s+/g, " "),
      clutter: all("[data-clutter]").filter(isSeen).map(named),
      lost: all("[data-story]").filter((it) => !isSeen(it)).map(named),
      comments: all("[data-comments]").filter(isSeen).length,
      off: Math.abs((box.left + box.right) / 2 - document.documentElement.clientWidth / 2),
      width: box.width,
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      top: document.querySelector("h1")?.getBoundingClientRect().top ?? 0,
      locked: [document.documentElement, document.body].some((it) => getComputedStyle(it).overflowY === "hidden"),
      playing: [...document.querySelectorAll("video")].filter((it) => !it.paused).length,
      seen: /** @type {any} */ (globalThis).seen,
    };
  });

/** Waits until nothing that is to go is seen, and the page can be scrolled. @param {Browser} browser @param {string} what */
export const clean = (browser, what) => until(() => view(browser), ({ clutter, locked }) => clutter.length === 0 && !locked, `no clutter: ${what}`);

/** The text that is seen, in frames too, once what the site itself has folded is opened, as a reader may. @param {Browser} browser @returns {Promise<string>} */
export const unfolded = (browser) =>
  browser.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const frames = [...document.querySelectorAll("iframe")].filter((frame) => frame.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    return [document, ...frames.map((frame) => frame.contentDocument)].map((page) => page?.body.innerText.replace(/\s+/g, " ")).join(" ");
  });
