// The shortcut, pressed on a keyboard: Alt+Shift+L enters and leaves.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { inBoth, isOn, left, readerState, until } from "./browser.mjs";
import { openDisplay, pressKey } from "./display.mjs";

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
}, { headless: false });
