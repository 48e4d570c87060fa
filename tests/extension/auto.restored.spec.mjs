// What is cleaned without a press is as it was once that is turned off: to the letter, with no node removed, on each of the
// invented papers (world/).

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { inBoth, turnOn, until } from "./browser.mjs";
import { html, late, settled, view } from "./world/look.mjs";
import { storiesOf } from "./world/pages.mjs";
import { ORIGINS, serveWorld } from "./world/serve.mjs";
import { SITES } from "./world/sites.mjs";

/** @type {Awaited<ReturnType<typeof serveWorld>>} */ let world;
before(async () => {
  world = await serveWorld();
});
after(() => world?.close());

/** A page's source with a line for each element, so that a difference is seen. @param {string} source */
const parts = (source) => source.replaceAll("<", "\n<");

inBoth({}, ({ name, browser }) => {
  /** Pages as they are without Lede. @type {Map<string, string>} */
  const plain = new Map();

  test(`${name}: nothing is done where nothing was chosen`, async () => {
    for (const site of SITES) {
      const url = world.url(site, storiesOf(site)[0] ?? "");
      await browser().open(url);
      await late(browser());
      plain.set(url, await html(browser()));
      assert.doesNotMatch(plain.get(url) ?? "", / data-lede-|<lede-/, url);
    }
  });

  test(`${name}: turned off, each page is as it was, and no node was ever removed`, async () => {
    for (const site of SITES.filter(({ traits }) => !traits.includes("app"))) {
      const url = world.url(site, storiesOf(site)[0] ?? "");
      await turnOn(browser(), { sites: { localhost: "tidy" } }, ORIGINS);
      await browser().open(url);
      assert.equal(await settled(browser()), "tidy", url);
      await late(browser());
      const { seen } = await view(browser());
      assert.equal(seen.removed, 0, url);
      await browser().inOwnPage(() => chrome.storage.local.remove("auto"));
      await until(() => html(browser()), (is) => !/ data-lede-|<lede-/.test(is), `${url} is left`);
      assert.equal(parts(await html(browser())), parts(plain.get(url) ?? ""), url);
    }
  });
});
