// axe finds nothing in the mark on a tidied page: shut, open, and after a part was shown again; in light and dark, and with
// forced colours.

import assert from "node:assert/strict";
import { test } from "node:test";

import { axe, loadAxe, openDist, PAGES, TAGS } from "./a11y.mjs";
import { inBoth, turnOn, until } from "./browser.mjs";

const HOST = "lede-tidy";
const ORIGIN = "*://127.0.0.1/*";

inBoth(
  { "/axe.js": PAGES["/axe.js"] },
  ({ name, browser, url }) => {
    /** Presses what there is by this name in the mark. @param {string} selector */
    const press = (selector) => browser().inMark((root, what) => /** @type {HTMLElement} */ (root.querySelector(what)).click(), selector);
    const isThere = (/** @type {string} */ selector) => until(() => browser().inMark((root, what) => root.querySelector(what) !== null, selector), (it) => it === true, `${selector} in the mark`);

    /** @param {string} what */
    const look = async (what) => {
      /** @type {string[]} */ const faults = [];
      const see = async (/** @type {string} */ how) => {
        const found = await axe(browser(), { values: TAGS, type: "tag" }, HOST);
        faults.push(...found.faults.map((fault) => `${what}, ${how}: ${fault}`));
        assert.ok(found.passed.some((target) => target.includes(HOST) && target.includes("pill")), `${what}, ${how}: the mark is seen`);
      };
      await see("light");
      await browser().setDark(true);
      await see("dark");
      await browser().setDark(false);
      await browser().setForced(true);
      await see("forced colours");
      await browser().setForced(false);
      assert.deepEqual(faults, []);
    };

    test(`${name}: nothing in the mark on a tidied page, whatever is open`, async () => {
      await turnOn(browser(), { sites: { "127.0.0.1": "tidy" } }, [ORIGIN]);
      await browser().open(url("/indonesian-news.html"));
      await isThere(".pill");
      await loadAxe(browser());
      await look("shut");
      await press(".pill");
      await isThere("section:not([hidden]) li button");
      await look("open");
      await press("li button");
      await look("with a part that shows again");
    });

    test(`${name}: axe looks into the mark, and finds faults there`, async () => {
      await browser().inMark((root) => {
        const [act] = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".acts button"));
        if (act !== undefined) act.style.cssText = "color: #999; background: #fff";
        act?.before(document.createElement("button"));
      });
      const { faults } = await axe(browser(), { values: TAGS, type: "tag" }, HOST);
      for (const rule of ["button-name", "color-contrast"]) assert.ok(faults.some((fault) => fault.startsWith(rule)), rule);
    });
  },
  { abreast: true, distOf: openDist },
);
