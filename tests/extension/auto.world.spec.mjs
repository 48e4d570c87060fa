// In a world of invented papers (world/), pages are cleaned without a press: every story and nothing else, with nothing of
// the story lost and nothing flashing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";

import { inBoth, isOn, turnOn, until } from "./browser.mjs";
import { commandLine } from "./commandline.mjs";
import { LONGEST_MS, clean, html, isOverdue, late, settled, unfolded } from "./world/look.mjs";
import { pagesOf, storiesOf, textsOf } from "./world/pages.mjs";
import { ORIGINS, serveWorld } from "./world/serve.mjs";
import { SITES } from "./world/sites.mjs";

const MOST_SHIFT = 0.02;

/** @type {Awaited<ReturnType<typeof serveWorld>>} */ let world;
before(async () => {
  world = await serveWorld();
});
after(() => world?.close());

/**
 * A story, tidied. After a second a page is shown, come what may, and then nothing of it moves: a machine that is very busy,
 * or has just begun, gets other chances.
 *
 * @param {import("./browser.mjs").Browser} browser @param {string} url
 */
const inTime = async (browser, url) => {
  for (let tries = 1; ; tries += 1) {
    await browser.open(url);
    assert.equal(await settled(browser), "tidy", url);
    await late(browser);
    const seen = await clean(browser, url);
    if (!isOverdue(seen.seen) || tries === 3) return seen;
  }
};

/**
 * The paragraphs of a page's article, from the page as it was sent: what Tidy has done to it plays no part.
 *
 * @param {string} page @param {string} url @returns {string[]}
 */
const articleOf = (page, url) => {
  const { textContent } = JSON.parse(execFileSync(commandLine(), ["clean", "--url", url, "-"], { input: page, encoding: "utf8" }));
  const lines = textContent.split("\n").map((/** @type {string} */ line) => line.replace(/\s+/g, " ").trim());
  // Of a film the text has but its file's name, and the page the film.
  return lines.filter((/** @type {string} */ line) => line !== "" && !/^\S+\.webm$/.test(line));
};

inBoth({}, ({ name, browser }) => {
  test(`${name}: the story alone is left, in the middle and whole, and nothing flashes`, async () => {
    await turnOn(browser(), { sites: { localhost: "tidy" } }, ORIGINS);
    for (const site of SITES) {
      for (const [at, path] of storiesOf(site).entries()) {
        const url = world.url(site, path);
        const seen = await inTime(browser(), url);
        const { title, lead, paragraphs } = /** @type {import("./world/texts.mjs").Story} */ (textsOf(site)[at]);
        const printed = site.traits.includes("paywall") ? paragraphs.slice(0, 4) : paragraphs;
        for (const piece of [title, lead, ...printed]) assert.ok(seen.text.includes(piece), `${url}: ${piece}`);
        // What comes by script is not in the page as it was sent.
        const told = site.traits.includes("late") ? printed : articleOf(world.html(site, path), url);
        assert.ok(told.length >= printed.length, `${url}: the article has ${told.length} paragraphs`);
        const text = await unfolded(browser());
        for (const piece of told) assert.ok(text.includes(piece), `${url}: of the article: ${piece}`);
        assert.deepEqual(seen.lost, [], url);
        assert.equal(seen.comments, 0, url);
        assert.equal(seen.playing, 0, url);
        assert.ok(seen.seen.shifts < MOST_SHIFT, `${url}: shifted by ${seen.seen.shifts}`);
        assert.ok(seen.seen.moved < MOST_SHIFT, `${url}: the text has moved by ${seen.seen.moved}`);
        assert.ok(seen.seen.veiled < LONGEST_MS, `${url}: not seen for ${seen.seen.veiled} ms`);
        if (isOverdue(seen.seen)) continue;
        assert.equal(seen.seen.flashed, 0, `${url}: clutter was drawn in so many frames`);
        assert.ok(seen.off < 60 && seen.width > 400 && seen.width < 900, `${url}: ${seen.off} px from the middle, ${seen.width} px wide`);
        assert.ok(seen.sideways <= 0 && seen.top < 200, `${url}: ${seen.top} px above the headline`);
      }
    }
  });

  test(`${name}: pages that are no story are left as they are`, async () => {
    for (const site of SITES) {
      const others = Object.keys(pagesOf(site)).filter((path) => !storiesOf(site).includes(path));
      for (const path of others) {
        await browser().open(world.url(site, path));
        assert.equal(await settled(browser()), "off", world.url(site, path));
        assert.doesNotMatch(await html(browser()), / data-lede-|<lede-/, path);
      }
    }
  });

  test(`${name}: where the reader is chosen it opens by itself, on stories alone`, async () => {
    await turnOn(browser(), { sites: { localhost: "reader" } }, ORIGINS);
    for (const site of SITES) {
      const url = world.url(site, storiesOf(site)[0] ?? "");
      await browser().open(url);
      await until(() => isOn(browser()), (on) => on, `the reader at ${url}`);
      const text = await browser().inReader((root) => root.querySelector("article")?.textContent ?? "");
      const { paragraphs } = /** @type {import("./world/texts.mjs").Story} */ (textsOf(site)[0]);
      assert.ok(text?.includes(paragraphs[0] ?? ""), url);
      await browser().open(world.url(site, "/"));
      assert.equal(await settled(browser()), "off", site.host);
      assert.equal(await isOn(browser()), false, site.host);
    }
  });
});
