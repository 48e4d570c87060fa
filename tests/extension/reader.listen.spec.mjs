// Listening and line focus. Browsers without a window have no voices, or some for tests: mostly a voice of our own
// speaks, which says nothing until it is told to.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickIn, enter, inBoth, left, until } from "./browser.mjs";
import { speaker } from "./speaker.mjs";
import { tone } from "./tone.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const LONG = `${"The keeper counted the boats as they came in, and wrote each of them down in the book that lay by the window of the tower, as he had done on every evening of the year, ".repeat(3)}and then he slept.`;
const STORY = `<h1>The keeper of the light</h1>
  <p>Mr. Hollis has kept the light at Gull Point since 1987. He does not <em>count</em> the nights! Who would, with so many of them behind one?</p>
  <p>${LONG}</p>
  <pre>lamp.on(); lamp.turn(360);</pre>
  <p>On the last evening he went up once more. The lamp was lit by a clock by then, and there was nothing for him to do.</p>
  ${"<p>Below the tower the sea went on as it had before there was a tower. It would have been a good evening to stay, he said later, had he been asked.</p>".repeat(12)}
  <p>The very last words of this story stand here. Nobody has ever read them aloud before, nor will they again.</p>`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The keeper of the light</title></head><body><article>${STORY}</article></body></html>`;

inBoth({ "/story.html": page, "/tone.wav": { body: tone(60) } }, ({ name, browser, url }) => {
  const read = async (path = "/story.html") => {
    await browser().open(url(path));
    await enter(browser());
    await until(() => browser().inReader((root) => root.querySelector(".listen") !== null), (there) => there, "the tools are there");
  };
  // Each time at an address of its own: where one has listened to, there it would go on.
  let times = 0;
  const begin = async () => {
    await read(`/story.html?${(times += 1)}`);
    await browser().inContent(speaker);
    await browser().key("k");
    await said((texts) => texts.length === 1);
  };
  const spoken = async () => /** @type {any} */ (await browser().inContent(() => /** @type {any} */ (globalThis).fake.told()));
  /** @param {(texts: string[]) => boolean} holds */
  const said = (holds) => until(async () => (await spoken()).said.map((/** @type {any} */ { text }) => text), holds, "it is said");
  const end = () => browser().inContent(() => /** @type {any} */ (globalThis).fake.end());

  test(`${name}: where there is no voice, it says so`, async () => {
    await read("/indonesian-news.html");
    await browser().key("k");
    const problem = () => browser().inReader((root) => root.querySelector(".problem")?.textContent ?? "");
    assert.equal(await until(problem, (text) => text, "a message"), "There is no voice for Indonesian on this device.");
    assert.equal(await browser().inReader((root) => root.querySelector(".listen-panel .row")?.checkVisibility()), true, "the speed is there");
    await browser().key("Escape");
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: sentence by sentence, without code, with marks that go along`, async () => {
    await begin();
    await end();
    await said((texts) => texts.length === 2);
    for (let times = 0; times < 3; times += 1) await end();
    const { said: all } = await spoken();
    assert.deepEqual(all.slice(0, 4).map((/** @type {any} */ { text }) => text.trim()), [
      "The keeper of the light",
      "Mr. Hollis has kept the light at Gull Point since 1987.",
      "He does not count the nights!",
      "Who would, with so many of them behind one?",
    ]);
    assert.ok(all[4].text.length < 270, "long sentences come in parts");
    assert.deepEqual([all[1].voice, all[1].lang, all[1].rate], ["Anna", "en-GB", 1]);
    for (let times = 0; times < 8 && !(await spoken()).said.at(-1).text.startsWith("On the last"); times += 1) await end();
    const texts = (await spoken()).said.map((/** @type {any} */ { text }) => text);
    assert.equal(texts.slice(4, -1).join(""), LONG);
    assert.match(texts.at(-1), /^On the last evening he went up once more/);
  });

  test(`${name}: the word is marked where it stands`, async () => {
    await begin();
    for (const count of [2, 3]) {
      await end();
      await said((texts) => texts.length === count);
    }
    const look = async () => {
      // The sentence may not have begun the first time, and a line that comes into view is drawn anew.
      await browser().inContent(() => /** @type {any} */ (globalThis).fake.word("He does not ".length, 5));
      return browser().inReader((root) => {
        const edges = (/** @type {Element | null | undefined} */ it) => {
          const { left, right } = /** @type {Element} */ (it).getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        };
        return [edges(root.querySelector(".spoken .word")), edges(root.querySelector("article em")), root.querySelectorAll(".spoken .sentence").length];
      });
    };
    const places = await until(look, (it) => String(it?.[0]) === String(it?.[1]), "the mark is where the word is");
    assert.ok(Number(places?.[2]) >= 1);
  });

  test(`${name}: pause, on, paragraphs, stop`, async () => {
    await begin();
    await browser().key("k");
    assert.equal((await spoken()).isSpeaking, false, "paused");
    await browser().key("k");
    await said((texts) => texts.length === 2);
    await browser().key(";");
    await browser().key(";");
    await said((texts) => texts.at(-1)?.startsWith("The keeper counted") ?? false);
    await browser().key("j");
    await said((texts) => texts.at(-1)?.startsWith("Mr. Hollis") ?? false);
    await browser().key("l");
    await until(() => browser().inReader((root) => root.activeElement?.getAttribute("aria-label")), (label) => label === "Pause", "the focus is on the button that pauses");
    await clickIn(browser(), ".controls .tool:last-child");
    assert.equal((await spoken()).isSpeaking, false);
    assert.equal(await browser().inReader((root) => root.querySelector(".spoken") === null), true);
    await browser().key("Escape");
    await browser().key("Escape");
    await left(browser());
  });

  test(`${name}: voices that send the text away are used only where that is allowed`, async () => {
    await read();
    await browser().inContent(speaker);
    await browser().key("l");
    const options = () => browser().inReader((root) => [...root.querySelectorAll(".listen-panel option")].map((it) => it.textContent));
    assert.deepEqual(await until(options, (list) => (list?.length ?? 0) > 0, "the list"), ["Anna", "Bert"]);
    await clickIn(browser(), ".listen-panel .check input");
    assert.deepEqual(await until(options, (list) => list?.length === 3, "the longer list"), ["Anna", "Bert", "Cloud — sends the text to its maker"]);
    await clickIn(browser(), ".listen-panel .check input");
    await until(options, (list) => list?.length === 2, "the shorter list");
  });

  test(`${name}: it begins at what one sees, or at what is selected`, async () => {
    await read();
    await browser().inContent(speaker);
    await browser().inReader((root) => [...root.querySelectorAll("article > p")].at(-1)?.scrollIntoView({ block: "start", behavior: "instant" }));
    await browser().key("k");
    await said((texts) => /^(The very last|Below the tower)/.test(texts[0] ?? ""));
    await browser().inReader((root) => {
      const text = /** @type {Text} */ (root.querySelectorAll("article > p")[2]?.firstChild);
      const at = text.data.indexOf("The lamp") + 4;
      getSelection()?.setBaseAndExtent(text, at, text, at + 4);
    });
    await browser().key("l");
    await until(() => browser().inReader((root) => root.querySelector(".controls") !== null), (there) => there, "the panel");
    await clickIn(browser(), ".controls .tool:last-child");
    await browser().key("k");
    await said((texts) => texts.at(-1)?.startsWith("The lamp was lit") ?? false);
  });

  test(`${name}: leaving ends it, and the page finds nothing`, async () => {
    await read();
    const html = () => browser().evaluate(() => document.documentElement.outerHTML);
    await browser().key("Escape");
    await left(browser());
    const was = await html();
    await begin();
    assert.equal(await browser().evaluate(() => CSS.highlights?.size ?? 0), 0, "no range of ours is the page's too");
    await browser().key("Escape");
    await left(browser());
    assert.deepEqual([await spoken().then((it) => [it.isSpeaking, it.said.length]), await html()], [[false, 1], was]);
  });

  test(`${name}: line focus goes along by keys, and is off again after five lines`, async () => {
    await read();
    const band = () =>
      browser().inReader((root) => {
        const [above, below] = [...root.querySelectorAll(".shade")].map((it) => it.getBoundingClientRect());
        return above === undefined || below === undefined ? null : { from: above.bottom, lines: below.top - above.bottom };
      });
    const settled = async () => {
      await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
      return band();
    };
    await browser().key("f");
    const one = await until(band, (it) => it, "the shades");
    const first = await settled();
    assert.ok(one && first && first.lines > 15 && first.lines < 80, JSON.stringify(first));
    await browser().key("ArrowDown");
    const next = await settled();
    const top = await browser().inReader((root) => /** @type {Element} */ (root.querySelector(".scroller")).scrollTop);
    assert.ok(next && (next.from - first.from > 10 || Number(top) > 10), JSON.stringify([first, next, top]));
    await browser().key("f");
    assert.ok(Number((await settled())?.lines) > first.lines * 2);
    await browser().key("f");
    await browser().key("f");
    await until(band, (it) => !it, "no shades");
  });

  test(`${name}: a page that watches itself is as it was, after all tools`, async () => {
    await browser().open(url("/watchful.html"));
    await browser().evaluate(() => /** @type {any} */ (window).begin());
    const state = () => browser().evaluate(() => /** @type {any} */ (window).state());
    const was = await state();
    await enter(browser());
    await until(() => browser().inReader((root) => root.querySelector(".listen") !== null), (there) => there, "the tools are there");
    await browser().inContent(speaker);
    await browser().key("k");
    await said((texts) => texts.length === 1);
    await browser().key("f");
    await browser().key("ArrowDown");
    await clickIn(browser(), ".tool.more");
    await clickIn(browser(), ".close");
    await left(browser());
    await browser().evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    assert.deepEqual(await state(), was);
    assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).seen()), []);
  });

  // Chromium has no voices for tests.
  if (name === "firefox") test(`${name}: the browser's own speech, to the end`, async () => {
    const firefox = browser();
    await read();
    await firefox.inReader((root) => [...root.querySelectorAll("article > p")].at(-1)?.scrollIntoView({ block: "start", behavior: "instant" }));
    await firefox.key("l");
    await until(() => firefox.inReader((root) => root.querySelectorAll(".listen-panel option").length), (count) => Number(count) > 0, "voices");
    await firefox.inContent(() => {
      const { lede } = /** @type {any} */ (globalThis);
      const { utterance } = lede.speaker;
      /** @type {string[]} */ const log = (/** @type {any} */ (globalThis).heard = []);
      lede.speaker.utterance = (/** @type {string} */ text) => {
        const made = utterance(text);
        for (const type of ["start", "end", "error"]) made.addEventListener(type, () => log.push(type));
        return made;
      };
    });
    await firefox.key("k");
    const heard = () => firefox.inContent(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).heard));
    await until(() => firefox.inReader((root) => root.querySelector(".listen")?.hasAttribute("data-on") ?? true), (on) => !on, "the end");
    const log = await heard();
    assert.ok(log.length >= 4 && log.length % 2 === 0 && log.every((type, at) => type === (at % 2 === 0 ? "start" : "end")), log.join());
  });
});
