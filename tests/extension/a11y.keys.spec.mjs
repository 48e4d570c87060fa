// By keys alone, with large text, in a narrow window, by a finger, and without anything that moves.

import assert from "node:assert/strict";
import { test } from "node:test";

import { closeAll, openers, PAGES, press, read, standing, throughAll } from "./a11y.mjs";
import { inBoth, left, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

/** What a key can get to. */
const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']";
/** More Tabs than there are stops. */
const MANY = 120;
/** WCAG 2.5.8, in CSS pixels. */
const LEAST_TARGET = 24;
/** A window of 1280 × 1024 pixels at 400 %. */
const NARROW = /** @type {const} */ ([320, 256]);

inBoth(PAGES, ({ name, browser, url }) => {
  const leave = async () => {
    await browser().key("Escape");
    await left(browser());
  };

  test(`${name}: Tab comes to every control, shows where it is, and never goes to the page beneath`, async () => {
    await read(browser(), url("/en.html"));
    const { missed, unseen, outside } = await tabThrough(browser(), "dialog");
    assert.deepEqual({ missed, unseen, outside }, { missed: [], unseen: [], outside: [] });
    await leave();
  });

  test(`${name}: every panel opens by key, holds the focus, and gives it back`, async () => {
    await read(browser(), url("/en.html"));
    for (const selector of await openers(browser())) {
      await browser().inReader((root, it) => void (/** @type {HTMLElement} */ (root.querySelector(it)).focus()), selector);
      if (!(await browser().inReader((root) => root.activeElement?.hasAttribute("aria-expanded")))) continue;
      await browser().key("Enter");
      await until(() => standing(browser()), (open) => (open ?? []).length > 0, `${selector} opens`);
      const panel = await browser().inReader((root) => `#${root.activeElement?.closest("[role=dialog], dialog dialog")?.id}`);
      assert.notEqual(panel, "#undefined", `${selector}: the focus is in what it opens`);
      const isFilled = () => browser().inReader((root, it) => root.querySelector(it)?.childElementCount !== 0, String(panel));
      await until(isFilled, (it) => it, `${selector}: what comes later is there`);
      const { missed, unseen, outside } = await tabThrough(browser(), String(panel));
      assert.deepEqual({ selector, missed, unseen, outside }, { selector, missed: [], unseen: [], outside: [] });
      await browser().inReader((root, it) => void /** @type {HTMLElement | null} */ (root.querySelector(`${it} button, ${it} input, ${it} a, ${it}`))?.focus(), String(panel));
      await browser().key("Escape");
      await closeAll(browser());
      assert.equal(await browser().inReader((root, it) => root.activeElement === root.querySelector(it), selector), true, `${selector} has the focus again`);
    }
    await leave();
  });

  test(`${name}: nothing is too small for a finger`, async () => {
    for (const [width, height] of [[1280, 813], [360, 740]]) {
      await browser().resize(Number(width), Number(height));
      await read(browser(), url("/en.html"));
      assert.deepEqual(await small(browser()), [], `the bar, ${width} px`);
      await throughAll(browser(), async (what) => assert.deepEqual(await small(browser()), [], `${what}, ${width} px`));
      await leave();
    }
    await browser().resize(1280, 813);
  });

  for (const [width, height] of [[320, 640], NARROW]) {
    test(`${name}: at ${width} × ${height} px (${height === 256 ? "a window at 400 %" : "a small phone"}) nothing has to be scrolled sideways`, async () => {
      await browser().resize(width, height);
      for (const path of ["/en.html", "/ar.html"]) {
        await read(browser(), url(path));
        assert.deepEqual(await wide(browser()), [], `${path}, the text`);
        await throughAll(browser(), async (what) => assert.deepEqual(await wide(browser()), [], `${path}, ${what}`));
        await leave();
      }
      await browser().resize(1280, 813);
    });
  }

  test(`${name}: whoever wants nothing to move gets that`, async () => {
    // Where the bar makes way.
    await browser().resize(360, 740);
    await browser().setCalm(true);
    await read(browser(), url("/en.html"));
    const look = async (/** @type {string} */ what) => assert.deepEqual(await moving(browser()), [], what);
    await look("the text");
    await throughAll(browser(), look);
    await leave();
    await browser().setCalm(false);
    await read(browser(), url("/en.html"));
    const seen = (await moving(browser())) ?? [];
    assert.ok(seen.some((it) => it.includes("bar")), `others see the bar move, and so does this test: ${seen.join()}`);
    await leave();
    await browser().resize(1280, 813);
  });

  test(`${name}: the bar is there again when a key comes to it`, async () => {
    await browser().resize(360, 740);
    await read(browser(), url("/en.html"));
    await browser().inReader((root) => void root.querySelector(".scroller")?.scrollTo({ top: 900, behavior: "instant" }));
    await browser().inReader((root) => void /** @type {HTMLElement} */ (root.querySelector(".close")).focus());
    const top = () => browser().inReader((root) => /** @type {Element} */ (root.querySelector(".close")).getBoundingClientRect().top);
    await until(top, (it) => Number(it) >= 0, "the button is in view");
    assert.equal(await press(browser(), ".close"), true);
    await left(browser());
    await browser().resize(1280, 813);
  });
}, { abreast: true });

/**
 * Presses Tab from the beginning of something until it is where it was.
 *
 * @param {Browser} browser @param {string} within
 * @returns {Promise<{ missed: string[], unseen: string[], outside: string[] }>} what a key does not come to, what does
 *   not show that it has the focus, and what of the page has had it
 */
async function tabThrough(browser, within) {
  const [seen, unseen, outside] = [new Set(), new Set(), new Set()];
  await browser.inReader((root, selector) => {
    const start = /** @type {HTMLElement} */ (root.querySelector(selector));
    start.tabIndex = -1;
    start.focus();
  }, within);
  for (let times = 0; times < MANY; times += 1) {
    await browser.key("Tab");
    const page = await browser.evaluate(() => document.activeElement?.id ?? "");
    if (page !== "") outside.add(page);
    const stop = await browser.inReader((root, selector) => {
      const element = root.activeElement;
      if (element === null) return null;
      const all = [...root.querySelectorAll(selector)];
      const styles = [element, ...(element.closest("label") ? [/** @type {Element} */ (element.closest("label"))] : [])].map((it) => getComputedStyle(it));
      const isSeen = styles.some((it) => (it.outlineStyle !== "none" && Number.parseFloat(it.outlineWidth) >= 2) || it.boxShadow !== "none");
      // The text itself fills the window: there a ring says nothing.
      return { index: all.indexOf(element), isSeen: isSeen || element.matches(".scroller"), name: `${element.localName}.${element.className}` };
    }, FOCUSABLE);
    if (stop === null || stop === undefined) continue;
    if (!stop.isSeen) unseen.add(stop.name);
    if (seen.has(stop.index) && seen.size > 1 && times > 2 * seen.size) break;
    seen.add(stop.index);
  }
  const missed = await browser.inReader(
    (root, selector, place, indices) =>
      [...root.querySelectorAll(selector)]
        .map((element, index) => ({ element, index }))
        .filter(({ element, index }) => element.closest(place) !== null && !indices.includes(index) && element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled, [tabindex='-1']"))
        // Of radio buttons of one name Tab comes to one.
        .filter(({ element }) => !(element.matches("[type=radio]:not(:checked)")))
        .map(({ element }) => `${element.localName}.${element.className}: ${(element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 40)}`),
    FOCUSABLE,
    within,
    [...seen],
  );
  return { missed: missed ?? [], unseen: [...unseen], outside: [...outside] };
}

/** What is too small to hit; links in a line of text are as high as that. @param {Browser} browser */
function small(browser) {
  return browser.inReader((root, least) => {
    const controls = [...root.querySelectorAll("button, input, select, textarea, [data-press], [role=button]")];
    return controls
      .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && it.closest("article") === null)
      .map((it) => ({ it, boxes: [it, it.closest("label") ?? it].map((box) => box.getBoundingClientRect()) }))
      .filter(({ boxes }) => boxes.every(({ width, height }) => Math.min(width, height) < least))
      .map(({ it, boxes: [box] }) => `${it.localName}.${it.className}: ${Math.round(box?.width ?? 0)} × ${Math.round(box?.height ?? 0)}`);
  }, LEAST_TARGET);
}

/** What reaches beyond the window, or must be scrolled to. @param {Browser} browser */
function wide(browser) {
  return browser.inReader((root) => {
    const name = (/** @type {Element} */ it) => `${it.localName}.${it.className}`;
    const boxes = [...root.querySelectorAll("dialog, .scroller, [role=dialog], dialog dialog")].filter((it) => it.checkVisibility());
    const scrolled = boxes.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => `${name(it)} scrolls`);
    // What is pushed out of view on purpose, for ears alone or until a key comes, is no matter.
    const isMeant = (/** @type {Element} */ it) => it.closest(".wide, .said, .bar.away, math, [hidden], [inert]") !== null;
    const out = [...root.querySelectorAll("dialog *")].filter((it) => {
      const { left, right, width } = it.getBoundingClientRect();
      return width > 1 && it.checkVisibility({ visibilityProperty: true }) && !isMeant(it) && (right > innerWidth + 1 || left < -1);
    });
    return [...scrolled, ...out.slice(0, 5).map((it) => `${name(it)} is outside`)];
  });
}

/** What is set to move. @param {Browser} browser */
function moving(browser) {
  return browser.inReader((root) => {
    const lasts = (/** @type {string} */ durations) => durations.split(",").some((duration) => Number.parseFloat(duration) > 0.01);
    return [...root.querySelectorAll("*")].flatMap((it) => {
      const { transitionDuration, transitionProperty, animationDuration, animationName, scrollBehavior } = getComputedStyle(it);
      const moves = (lasts(transitionDuration) && /all|transform|inset|top|left|width|height|margin|translate|scale|rotate/.test(transitionProperty)) || (animationName !== "none" && lasts(animationDuration));
      return [...(moves ? [`${it.localName}.${it.className}`] : []), ...(scrollBehavior === "smooth" ? [`${it.localName}.${it.className} scrolls smoothly`] : [])];
    });
  });
}
