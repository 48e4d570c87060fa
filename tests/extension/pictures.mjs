// Pictures that are made from the extension itself: its icons, from one drawing, and what the stores show of it.
//
//   node pictures.mjs icons|store

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { start } from "./browser.mjs";
import { withPalette } from "./png.mjs";
import { serve } from "./server.mjs";

/** @typedef {import("./chromium.mjs").Chromium} Chromium */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ICONS = join(ROOT, "extension/icons");
export const ICON_SIZES = [16, 32, 48, 96, 128];
/** What the stores want: a small tile and a wide one. @type {[string, number, number][]} */
export const TILES = [["tile", 440, 280], ["marquee", 1400, 560]];

const drawing = readFileSync(join(ICONS, "icon.svg"), "utf8");
const picture = (/** @type {string} */ name) => ({ body: readFileSync(join(ROOT, "docs/screenshots", name)), headers: { "content-type": "image/png" } });

/** A tile: the drawing and the name beside the reader as it is. */
const TILE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lede</title><style>
  * { margin: 0; box-sizing: border-box }
  body { width: 100vw; height: 100vh; overflow: hidden; display: grid; grid-template-columns: 42% 1fr; align-items: center;
    background: #dfeaf1; color: #14324a; font-family: "Noto Sans", system-ui, sans-serif }
  .name { padding-left: 12% }
  .mark { width: 26vw; max-width: 190px; margin-left: -4% }
  h1 { font: 700 12vw/1 "Noto Serif", Georgia, serif; font-size: clamp(44px, 8vw, 104px) }
  p { margin-top: 0.5em; font-size: clamp(15px, 2.3vw, 32px); line-height: 1.3 }
  .shots { position: relative; height: 100% }
  .shots img { position: absolute; width: 128%; border-radius: 10px; box-shadow: 0 0 0 1px #14324a44 }
  .shots img:first-child { top: 34%; left: 24% }
  .shots img:last-child { top: 10%; left: 6% }
</style><div class="name"><img class="mark" src="/icon.svg" alt=""><h1>Lede</h1><p>The article, and nothing else.</p></div>
<div class="shots"><img src="/dark.png" alt=""><img src="/light.png" alt=""></div></html>`;

/** @param {string} what */
async function main(what) {
  const browser = /** @type {Chromium} */ (await start("chromium"));
  try {
    if (what === "icons") await icons(browser);
    else if (what === "store") await tiles(browser);
    else throw new Error("pictures.mjs makes icons or store");
  } finally {
    await browser.close();
  }
}

/** Of a desk, however narrow. @param {Chromium} browser @param {number} width @param {number} height */
const sized = (browser, width, height) => browser.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });

/** @param {Chromium} browser */
async function icons(browser) {
  for (const size of ICON_SIZES) {
    await sized(browser, size, size);
    // On nothing, so that any toolbar shows through.
    await browser.send("Emulation.setDefaultBackgroundColorOverride", { color: { r: 0, g: 0, b: 0, a: 0 } });
    const html = `<style>*{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}">`;
    await browser.open(`data:text/html;base64,${Buffer.from(html).toString("base64")}`);
    await pause(300);
    writeFileSync(join(ICONS, `${size}.png`), await browser.screenshot());
  }
}

/** @param {Chromium} browser */
async function tiles(browser) {
  const images = { "/icon.svg": { body: drawing, headers: { "content-type": "image/svg+xml" } }, "/light.png": picture("news-1280-light.png"), "/dark.png": picture("long-read-1280-dark.png") };
  const server = await serve({ "/tile.html": TILE, ...images });
  const out = join(ROOT, "store/images");
  mkdirSync(out, { recursive: true });
  for (const [name, width, height] of TILES) {
    await sized(browser, width, height);
    await browser.open(`${server.origin}/tile.html`);
    await pause(500);
    writeFileSync(join(out, `${name}-${width}x${height}.png`), withPalette(await browser.screenshot()));
  }
  await server.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2] ?? "");
