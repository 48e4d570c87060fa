// Shortcuts, pressed on a keyboard: Alt+Shift+L enters and leaves; a media key, once chosen for it, reads aloud.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { inBoth, isOn, left, readerState, until } from "./browser.mjs";
import { openDisplay, pressKey } from "./display.mjs";
import { chooseShortcut } from "./shortcuts.mjs";
import { speaker } from "./speaker.mjs";

/** @type {Awaited<ReturnType<typeof openDisplay>>} */ let display;
before(async () => {
  display = await openDisplay();
});
after(() => display?.close());

inBoth({}, ({ name, browser, url }) => {
  test(`${name}: Alt+Shift+L shows the reader, and again takes it away`, async () => {
    await browser().open(url("/sample-news.html"));
    const html = () => browser().evaluate(() => document.documentElement.outerHTML);
    const was = await html();
    await pressKey(browser().pid, "alt+shift+l");
    await until(() => isOn(browser()), (on) => on, "the reader is on");
    assert.equal((await readerState(browser()))?.title, "After ninety years, the tide mill grinds again");
    await pressKey(browser().pid, "alt+shift+l");
    await left(browser());
    assert.equal(await html(), was);
  });

  test(`${name}: Esc, pressed on the keyboard, leaves`, async () => {
    await pressKey(browser().pid, "alt+shift+l");
    await until(() => isOn(browser()), (on) => on, "the reader is on");
    await pressKey(browser().pid, "Escape");
    await left(browser());
  });

  test(`${name}: media keys read aloud, pause and go on a paragraph, once they are chosen for it`, async () => {
    await chooseShortcut(browser(), "listen-toggle", "MediaPlayPause");
    // Firefox on Linux does not tell one media key from another, where two are chosen.
    const [shortcut, key] = name === "firefox" ? ["Alt+Shift+Y", "alt+shift+y"] : ["MediaNextTrack", "XF86AudioNext"];
    await chooseShortcut(browser(), "listen-on", shortcut);
    await browser().open(url("/sample-news.html"));
    // Where no reader is on, nothing comes of it.
    await pressKey(browser().pid, "XF86AudioPlay");
    await pressKey(browser().pid, "alt+shift+l");
    await until(() => browser().inReader((root) => root.querySelector(".listen") !== null), (there) => there, "the tools are there");
    await browser().inContent(speaker);
    const told = () => browser().inContent(() => /** @type {any} */ (globalThis).fake.told());
    assert.deepEqual(await told(), { said: [], isSpeaking: false });
    await pressKey(browser().pid, "XF86AudioPlay");
    const [first] = (await until(told, ({ said }) => said.length === 1, "something is said")).said;
    await pressKey(browser().pid, key);
    const next = await until(told, ({ said }) => said.length === 2, "the next paragraph is said");
    assert.notEqual(next.said[1].text, first.text);
    await pressKey(browser().pid, "XF86AudioPlay");
    await until(told, ({ isSpeaking }) => !isSpeaking, "it pauses");
    await pressKey(browser().pid, "alt+shift+l");
    await left(browser());
  });
}, { headless: false });
