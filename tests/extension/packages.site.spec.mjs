// The site that is made from the project's pages: its links lead somewhere, and it runs nothing.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { axe, loadAxe, PAGES as SHARED, TAGS } from "./a11y.mjs";
import { start } from "./browser.mjs";
import { serve } from "./server.mjs";

const tool = fileURLToPath(new URL("../../tools/site.mjs", import.meta.url));
const { buildSite, PAGES } = await import(pathToFileURL(tool).href);
const out = mkdtempSync(join(tmpdir(), "lede-site-"));
const REPOSITORY = /^https:\/\/github\.com\/lede-reader\/lede\/(blob|tree)\/main\/([^#]*)/;

before(() => void buildSite(out));
after(() => rmSync(out, { recursive: true, force: true }));

test("every link leads somewhere, and to a place that is there", () => {
  assert.deepEqual(broken(out), []);
});

test("a link that leads nowhere is found", () => {
  const file = join(out, "safari.html");
  const was = readFileSync(file, "utf8");
  writeFileSync(file, was.replace("</main>", '<a href="none.html">x</a><a href="index.html#no-such-place">y</a><img src="none.png" alt=""></main>'));
  assert.equal(broken(out).length, 3);
  writeFileSync(file, was);
});

test("no page runs or fetches anything but its own style and pictures", () => {
  for (const [, file] of PAGES) {
    const html = readFileSync(join(out, file), "utf8");
    assert.doesNotMatch(html, /<script|<iframe|\son\w+=|style=/i, file);
    assert.match(html, /<html lang="en">[^]*<title>[^<]+<\/title>[^]*<h1/, file);
    assert.deepEqual([...html.matchAll(/<img[^>]*>/g)].filter(([img]) => !/alt="[^"]+"/.test(img ?? "")), [], file);
  }
  const style = readFileSync(join(out, "site.css"), "utf8");
  assert.ok(!/url\(|@import/.test(style) && style.includes("light-dark("));
});

test("chromium: axe finds nothing, light and dark, and nothing is too wide for a phone", async () => {
  const server = await serve({ "/axe.js": SHARED["/axe.js"], "/site.css": { body: readFileSync(join(out, "site.css")), headers: { "content-type": "text/css" } } }, [out]);
  const browser = await start("chromium");
  try {
    for (const [, file] of PAGES) {
      await browser.resize(360, 740);
      // axe is a script, and the pages allow none: it comes into a copy without that line.
      const html = readFileSync(join(out, file), "utf8");
      writeFileSync(join(out, `open-${file}`), html.replace(/<meta http-equiv[^>]*>/, ""));
      await browser.open(`${server.origin}/open-${file}`);
      assert.ok(await browser.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} fits 360 px`);
      await loadAxe(browser);
      for (const dark of [false, true]) {
        await browser.setDark(dark);
        assert.deepEqual((await axe(browser, { values: TAGS, type: "tag" }, "body")).faults, [], file);
      }
      rmSync(join(out, `open-${file}`));
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

/** Links and pictures that lead nowhere. @param {string} folder */
function broken(folder) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  return PAGES.flatMap((/** @type {string[]} */ [, file = ""]) => {
    const html = readFileSync(join(folder, file), "utf8");
    const targets = [...html.matchAll(/<(?:a|img|link)\b[^>]*\b(?:href|src)="([^"]*)"/g)].map(([, target]) => target ?? "");
    return targets.filter((target) => !leads(folder, file, target, root)).map((target) => `${file}: ${target}`);
  });
}

/** @param {string} folder @param {string} file @param {string} target @param {string} root */
function leads(folder, file, target, root) {
  const [, , own] = REPOSITORY.exec(target) ?? [];
  if (own !== undefined) return existsSync(join(root, own));
  if (/^(https|mailto):/.test(target)) return true;
  const [path = "", place] = target.split("#");
  const there = join(folder, path === "" ? file : path);
  return existsSync(there) && (place === undefined || readFileSync(there, "utf8").includes(`id="${decodeURIComponent(place)}"`));
}
