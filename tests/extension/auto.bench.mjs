// What cleaning without a press adds to a page's load, in Chromium: the time of scripts, styles and layout in the page's
// process, against the same pages without it. And what watching a busy page costs once it is tidied.
//
// Pages are stories of LEDE_CORPUS where it is set, and those of the invented papers. `./build.sh bench` prints it.

import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { gunzipSync } from "node:zlib";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { start, turnOn, until } from "./browser.mjs";
import { ORIGINS, serveWorld } from "./world/serve.mjs";
import { storiesOf } from "./world/pages.mjs";
import { SITES } from "./world/sites.mjs";

const MOST_PAGES = 12;
const TIMES = 4;
/** What a page may take more, in milliseconds: in the middle, and at most but for one in twenty. */
const [BAR, HIGH_BAR] = [15, 60];
/** After a page has loaded, until it is measured. */
const AFTER_MS = 700;
/** How long a busy page is watched, and the share of a core that may be spent on it. */
const [BUSY_MS, SHARE] = [10_000, 0.01];

const world = await serveWorld();
const corpus = await serveCorpus(process.env.LEDE_CORPUS);
const browser = /** @type {import("./chromium.mjs").Chromium} */ (await start("chromium"));
const turnTidy = () => turnOn(browser, { sites: { localhost: "tidy" } }, ORIGINS);
const turnOff = () => browser.inOwnPage(() => chrome.storage.local.remove("auto"));
try {
  const pages = [...SITES.map((site) => world.url(site, storiesOf(site)[0] ?? "")), ...corpus.urls];
  await loading(pages);
  await busy();
} finally {
  await browser.close();
  await Promise.all([world.close(), corpus.close()]);
}

/** Articles of the corpus, evenly from its whole. @param {string | undefined} folder */
async function serveCorpus(folder) {
  /** @type {Map<string, Buffer>} */ const pages = new Map();
  if (folder !== undefined) {
    const truths = join(folder, "wcxb/ground-truth");
    const articles = readdirSync(truths).sort().filter((name) => JSON.parse(readFileSync(join(truths, name), "utf8"))._internal.page_type.primary === "article");
    const step = Math.max(1, Math.floor(articles.length / MOST_PAGES));
    const chosen = articles.filter((_, at) => at % step === 0).slice(0, MOST_PAGES).map((name) => name.replace(".json", ""));
    for (const name of chosen) pages.set(`/story/${name}`, gunzipSync(readFileSync(join(folder, "wcxb/html", `${name}.html.gz`))));
  }
  const server = createServer((request, response) => {
    const body = pages.get(request.url ?? "");
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" }).end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    urls: [...pages.keys()].map((path) => `http://corpus.localhost:${port}${path}`),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** @param {string[]} urls @returns {Promise<Map<string, number>>} milliseconds of each, in the middle of some loads */
async function timed(urls) {
  /** @type {Map<string, number>} */ const all = new Map();
  for (const url of urls) {
    const times = [];
    for (let time = 0; time <= TIMES; time += 1) {
      const begun = await browser.spent();
      await browser.open(url);
      await pause(AFTER_MS);
      const ended = await browser.spent();
      // The first load warms the page; another process counts from nothing.
      if (time > 0) times.push((ended - (ended < begun ? 0 : begun)) * 1000);
    }
    all.set(url, quantile(times, 0.5));
  }
  return all;
}

/** @param {string[]} urls */
async function loading(urls) {
  const without = await timed(urls);
  await turnTidy();
  const with_ = await timed(urls);
  const added = urls.map((url) => (with_.get(url) ?? 0) - (without.get(url) ?? 0));
  const [middle, high] = [quantile(added, 0.5), quantile(added, 0.95)];
  console.log(`cleaned without a press: ${urls.length} stories, medians of ${TIMES} loads each; load ${told(loadavg()[0] ?? 0)} on ${availableParallelism()} cores`);
  console.log(`scripts, styles and layout added to the load: median ${told(middle)} ms   95 %: ${told(high)} ms   (without: median ${told(quantile([...without.values()], 0.5))} ms)`);
  console.log(`the bar is ${BAR} ms, and ${HIGH_BAR} ms at 95 %: ${middle < BAR && high < HIGH_BAR ? "held" : "not held"}`);
}

/** A page on which adverts come and go all the time. */
async function busy() {
  const [site] = SITES;
  if (site === undefined) return;
  const spent = async (/** @type {string} */ wanted) => {
    await browser.open(world.url(site, storiesOf(site)[0] ?? ""));
    await pause(1500);
    await until(() => browser.evaluate(() => String(document.querySelector("lede-tidy") !== null)), (is) => is === wanted, "the page is tidied, or not");
    await browser.evaluate(() => {
      const slots = [...document.querySelectorAll("[data-slot], .side-slot"), document.body];
      setInterval(() => {
        for (const slot of slots) {
          slot.querySelector(":scope > .come-and-go")?.remove();
          const ad = document.createElement("div");
          ad.className = "come-and-go";
          ad.textContent = String(Math.random());
          slot.append(ad);
        }
      }, 50);
    });
    const begun = await browser.spent();
    await pause(BUSY_MS);
    return ((await browser.spent()) - begun) / (BUSY_MS / 1000);
  };
  const with_ = await spent("true");
  await turnOff();
  const without = await spent("false");
  console.log(`a busy page, ${BUSY_MS / 1000} s: ${told(without * 100)} % of a core without, ${told(with_ * 100)} % when tidied`);
  console.log(`watching it may take ${SHARE * 100} % more: ${with_ - without < SHARE ? "held" : "not held"}`);
}

/** @param {number[]} values @param {number} part */
function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** @param {number} value */
function told(value) {
  return value.toFixed(1);
}
