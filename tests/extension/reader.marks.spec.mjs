// Highlights and notes: made, kept, found again in a page that has changed, removed and brought back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { clickIn, enter, inBoth, left, until } from "./browser.mjs";
import { tone } from "./tone.mjs";

/** @typedef {import("./browser.mjs").Browser} Browser */

const STORY = [
  `Nobody in Upper Kessel can say who rang the bell on Sunday night, and by now <a href="/other">nobody wants</a> to ask. It rang eleven times, a little after four, and was heard as far as the mill.`,
  `The sexton, who keeps the only key, was at his sister's in the valley, and there are <em>nine people</em> who had supper with him there. The rope was found hanging as he had left it on Saturday.`,
  `A clockmaker from the town has looked at the works and found them in order. He thinks of the wind, he says, but he would not swear to it, since it had been a quiet night.`,
];
const HEBREW = `בסוף השבוע האחרון נערכו תצפיות על ציפורים נודדות בעמק החולה, ומאות משפחות הגיעו למקום משעות הבוקר המוקדמות. המדריכים סיפרו על מסלולי הנדידה ועל החשיבות של שמירה על בתי הגידול הטבעיים.`;
const page = (/** @type {string[]} */ story, lang = "en", dir = "ltr") =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>The bell that rang by itself</title></head><body><article><h1>The bell that rang by itself</h1>${story.map((it) => `<p>${it}</p>`).join("")}</article></body></html>`;

/** @type {Record<string, any>} */
const OWN = {
  "/story.html": page(STORY),
  "/hebrew.html": page([HEBREW, HEBREW.replace("הגיעו", "באו"), HEBREW.replace("האחרון", "הזה")], "he", "rtl"),
  "/strict.html": { body: page(STORY), headers: { "content-security-policy": "default-src 'none'; sandbox" } },
  "/tone.wav": { body: tone(60) },
};

inBoth(OWN, ({ name, browser, url }) => {
  test(`${name}: highlighted by key, with a note, and there again after a reload`, async () => {
    await open(browser(), url("/story.html"));
    await select(browser(), "by now ", "wants to ask");
    await browser().key("h");
    assert.deepEqual(await until(() => marked(browser()), (it) => it?.length === 3, "it is highlighted"), ["yellow:by now ", "yellow:nobody wants", "yellow: to ask"]);
    await until(() => focused(browser()), (it) => it === "inks", "the box has the focus");
    await clickIn(browser(), ".inks [data-ink=blue]");
    await until(() => marked(browser()), (it) => it?.[0] === "blue:by now ", "another colour");
    await clickIn(browser(), ".inks > button:not([data-ink])");
    await until(() => focused(browser()), (it) => it === "TEXTAREA", "the note is written");
    for (const key of "hmo") await browser().key(/** @type {any} */ (key));
    await until(() => browser().inReader((root) => root.querySelector(".noted") !== null), (it) => it, "the note is noted");
    await browser().key("Escape");
    assert.equal(await browser().inReader((root) => root.querySelector(".inks") === null && root.activeElement?.textContent), "by now ");
    await browser().key("Escape");
    await left(browser());
    await open(browser(), url("/story.html"));
    await until(() => marked(browser()), (it) => it?.length === 3 && it[0] === "blue:by now ", "it is there again");
    await browser().key("m");
    await until(() => panel(browser()), (it) => /by now nobody wants to ask.*hmo.*Save/s.test(it ?? ""), "the panel lists it");
    const data = await browser().inReader(async (root) => JSON.parse(await (await fetch(/** @type {HTMLAnchorElement} */ (root.querySelector("[download]")).href)).text()));
    assert.equal(data[0].target.selector[0].exact, "by now nobody wants to ask");
    assert.equal(data[0].body.value, "hmo");
    await clickIn(browser(), ".marks-panel > button");
    await until(() => browser().inReader((root) => root.querySelector(".said")?.textContent), (it) => it === "Copied", "it can be copied");
    // Chromium gives the clipboard to no page that has not asked.
    if (name === "firefox") {
      const text = await browser().evaluate(() => navigator.clipboard.readText());
      assert.equal(text, `# The bell that rang by itself\n\n<${url("/story.html")}>\n\n> by now nobody wants to ask\n\nhmo\n`);
    }
  });

  test(`${name}: found in a page that has changed; what is not found is listed and not forgotten`, async () => {
    OWN["/story.html"] = page(["A paragraph that was not here before, put in at the top by an editor who had something to add to all of this.", ...STORY.map((it) => it.replace("wants</a> to ask", "wished</a> to ask"))]);
    await open(browser(), url("/story.html"));
    await until(() => marked(browser()), (it) => it?.join("|") === "blue:by now |blue:nobody wished|blue: to ask", "found");
    OWN["/story.html"] = page(STORY.map((it) => it.replace(/, and by now.*ask/, "")));
    await open(browser(), url("/story.html"));
    await browser().key("m");
    await until(() => panel(browser()), (it) => /No longer in the text: by now nobody wants to ask/.test(it ?? ""), "listed");
    assert.deepEqual(await marked(browser()), []);
    OWN["/story.html"] = page(STORY);
    await open(browser(), url("/story.html"));
    await until(() => marked(browser()), (it) => it?.length === 3, "found again");
  });

  test(`${name}: removed, brought back, and removed for good`, async () => {
    await open(browser(), url("/story.html"));
    await until(() => marked(browser()), (it) => it?.length === 3, "it is there");
    const text = await story(browser());
    await clickIn(browser(), "mark");
    await clickIn(browser(), ".inks > button:nth-of-type(7)");
    await until(() => marked(browser()), (it) => it?.length === 0, "removed");
    assert.match((await browser().inReader((root) => root.querySelector(".said")?.textContent)) ?? "", /Removed/);
    assert.equal(await story(browser()), text);
    await browser().key("u");
    await until(() => marked(browser()), (it) => it?.length === 3, "brought back");
    await browser().key("m");
    await until(() => panel(browser()), (it) => /hmo/.test(it ?? ""), "with its note");
    await clickIn(browser(), ".marks-panel li > button:last-child");
    await until(() => panel(browser()), (it) => /Select some text/.test(it ?? ""), "the panel is empty");
    await open(browser(), url("/story.html"));
    await browser().key("m");
    await until(() => panel(browser()), (it) => /Select some text/.test(it ?? ""), "still");
  });

  test(`${name}: from right to left, by the box at the selection, on a page that forbids all`, async () => {
    for (const [path, from, to] of /** @type {const} */ ([["/hebrew.html", "תצפיות", "נודדות"], ["/strict.html", "sexton", "nine people"]])) {
      await open(browser(), url(path));
      await select(browser(), from, to);
      await until(() => browser().inReader((root) => root.querySelector(".inks") !== null), (it) => it, "the box comes");
      const box = await browser().inReader((root) => /** @type {Element} */ (root.querySelector(".inks")).getBoundingClientRect().toJSON());
      assert.ok(box !== undefined && box.left >= 0 && box.right <= 1280, JSON.stringify(box));
      await clickIn(browser(), ".inks [data-ink=green]");
      const marks = await until(() => marked(browser()), (it) => (it?.length ?? 0) > 0, path);
      assert.ok(marks?.[0]?.startsWith(`green:${from}`) && marks.at(-1)?.endsWith(to), String(marks));
      await browser().key("Escape");
    }
  });

  test(`${name}: drawn with the mouse; a link in a highlight stays a link, a press beside closes`, async () => {
    await open(browser(), url("/story.html"));
    const place = await browser().inReader((root) => {
      const { left, top } = /** @type {Element} */ (root.querySelector("article > p")).getBoundingClientRect();
      return { left, top };
    });
    assert.ok(place !== undefined);
    const { left: x, top: y } = place;
    await browser().point([x + 300, y + 40], [x + 2, y + 12]);
    await until(() => browser().inReader((root) => root.querySelector(".inks") !== null), (it) => it, "the box comes");
    await browser().click(x + 300, y + 300);
    await until(() => browser().inReader((root) => root.querySelector(".inks") === null), (it) => it, "the box goes");
    await browser().point([x + 300, y + 40], [x + 2, y + 12]);
    await until(() => browser().inReader((root) => root.querySelector(".inks") !== null), (it) => it, "the box comes again");
    await clickIn(browser(), ".inks [data-ink=red]");
    const marks = await until(() => marked(browser()), (it) => it?.[0]?.startsWith("red:Nobody in Upper"), "highlighted");
    await select(browser(), "Nobody in", String(marks?.at(-1)).slice(-8));
    await browser().key("h");
    await until(() => marked(browser()), (it) => it?.[0]?.startsWith("red:Nobody"), "the same again is no other");
    assert.equal((await marked(browser()))?.length, marks?.length);
    assert.equal(await browser().inReader((root) => root.querySelector("a mark")?.hasAttribute("data-press")), false);
    await browser().click(x + 300, y + 300);
    await until(() => browser().inReader((root) => root.querySelector(".inks") === null), (it) => it, "the box goes again");
  });

  test(`${name}: what is selected can be read alone, by the box and by the command, and then all again`, async () => {
    const texts = () => browser().inReader((root) => [...root.querySelectorAll("article > p")].map((it) => it.textContent.slice(0, 10)));
    const all = ["Nobody in ", "The sexton", "A clockmak"];
    await open(browser(), url("/story.html"));
    await select(browser(), "sexton", "nine people");
    await until(() => browser().inReader((root) => root.querySelector(".inks") !== null), (it) => it, "the box comes");
    await clickIn(browser(), ".inks > button:nth-of-type(8)");
    await until(texts, (it) => String(it) === "The sexton", "it stands alone");
    await browser().key("Enter");
    await until(texts, (it) => String(it) === String(all), "all of it is back");
    await select(browser(), "clockmaker", "the works");
    await command(browser());
    await until(texts, (it) => String(it) === "A clockmak", "it stands alone");
    for (let times = 0; times < 2; times += 1) await browser().key("Escape");
    await until(texts, (it) => String(it) === String(all), "all of it is back by Esc");
  });

  // No other browser's window is opened so by a protocol, with the extension in it.
  if (name === "firefox") {
    test(`${name}: of a private window nothing is kept`, async () => {
      const before = await /** @type {any} */ (browser()).kept();
      await /** @type {any} */ (browser()).newPrivateWindow();
      await open(browser(), url("/hebrew.html"));
      await select(browser(), "תצפיות", "נודדות");
      await browser().key("h");
      await until(() => marked(browser()), (it) => (it?.length ?? 0) > 0, "it is highlighted");
      await browser().key("m");
      await until(() => panel(browser()), (it) => /This window is private/.test(it ?? ""), "it says so");
      await browser().inReader((root) => root.querySelector(".scroller")?.scrollTo({ top: 300, behavior: "instant" }));
      for (let times = 0; times < 3; times += 1) await browser().key("Escape");
      await left(browser());
      await browser().press();
      await until(() => marked(browser()), (it) => (it?.length ?? 0) > 0, "as long as the page stays it is there");
      assert.deepEqual(await /** @type {any} */ (browser()).kept(), before);
      await browser().newTab();
    });
  }

  test(`${name}: the page has noticed nothing`, async () => {
    await browser().open(url("/watchful.html"));
    await browser().evaluate(() => /** @type {any} */ (window).begin());
    const state = () => browser().evaluate(() => /** @type {any} */ (window).state());
    const was = await state();
    await enter(browser());
    await until(() => browser().inReader((root) => root.querySelector(".tool.marks") !== null), (it) => it, "the tools are there");
    await browser().inReader((root) => getSelection()?.selectAllChildren(/** @type {Element} */ (root.querySelector("article p:not(header p)"))));
    await browser().key("h");
    await until(() => marked(browser()), (it) => (it?.length ?? 0) > 0, "highlighted");
    await browser().key("Escape");
    await browser().key("Escape");
    await left(browser());
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(await state(), was);
    assert.deepEqual(await browser().evaluate(() => /** @type {any} */ (window).seen()), []);
  });
});

/** Opens a page in the reader, with its tools. @param {Browser} browser @param {string} address */
async function open(browser, address) {
  await browser.open(address);
  await enter(browser);
  await until(() => browser.inReader((root) => root.querySelector(".tool.marks") !== null), (it) => it, "the tools are there");
}

/** The entry of the context menu, on what is selected in the reader. @param {Browser} browser */
async function command(browser) {
  const place = await browser.inReader((root) => {
    const { x, y } = /** @type {Element} */ (root.querySelector("article > p:last-child")).getBoundingClientRect();
    return { x: x + 40, y: y + 10 };
  });
  await browser.menu("menuSelection", {}, /** @type {{ x: number, y: number }} */ (place));
}

/** Selects from the beginning of some words to the end of others. @param {Browser} browser @param {string} from @param {string} to */
async function select(browser, from, to) {
  await browser.inReader(
    (root, first, last) => {
      const story = /** @type {Element} */ (root.querySelector("article"));
      const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
      /** @type {[Node, number][]} */ const ends = [];
      // What is sought may go over several nodes: its first and last words do not.
      const [start, end] = [first.trim().slice(0, 6), last.trim().slice(-6)];
      for (let node; (node = walker.nextNode()) !== null; ) {
        const text = node.textContent ?? "";
        if (ends.length === 0 && text.includes(start)) ends.push([node, text.indexOf(start)]);
        if (ends.length === 1 && text.includes(end)) ends.push([node, text.indexOf(end) + end.length]);
      }
      const [[a, i], [b, j]] = /** @type {[[Node, number], [Node, number]]} */ (ends);
      getSelection()?.setBaseAndExtent(a, i, b, j);
    },
    from,
    to,
  );
}

/** What is highlighted, with its colours. @param {Browser} browser */
function marked(browser) {
  return browser.inReader((root) => [...root.querySelectorAll("article mark[data-ink]")].map((it) => `${/** @type {HTMLElement} */ (it).dataset.ink}:${it.textContent}`));
}

/** @param {Browser} browser */
function focused(browser) {
  return browser.inReader((root) => root.activeElement?.className || root.activeElement?.nodeName);
}

/** @param {Browser} browser */
function panel(browser) {
  return browser.inReader((root) => root.querySelector(".marks-panel")?.textContent);
}

/** @param {Browser} browser */
function story(browser) {
  return browser.inReader((root) => root.querySelector("article")?.textContent);
}
