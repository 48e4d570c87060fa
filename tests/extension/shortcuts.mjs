// Shortcuts chosen as a person would choose them: in Chromium on its page of them, in Firefox, whose page is the browser's own,
// by what that page calls.

import { Chromium } from "./chromium.mjs";

/** @param {import("./browser.mjs").Browser} browser @param {string} command @param {string} key as manifests write it; the tab may show another page after it */
export async function chooseShortcut(browser, command, key) {
  if (!(browser instanceof Chromium)) {
    const choose = (/** @type {string} */ name, /** @type {string} */ shortcut) => /** @type {any} */ (globalThis).browser.commands.update({ name, shortcut });
    return browser.inOwnPage(choose, command, key);
  }
  const id = await browser.inBackground(() => chrome.runtime.id);
  await browser.open("chrome://extensions/shortcuts");
  await browser.evaluate(
    (/** @type {string} */ extensionId, /** @type {string} */ commandName, /** @type {string} */ keybinding) =>
      /** @type {any} */ (chrome).developerPrivate.updateExtensionCommand({ extensionId, commandName, keybinding }),
    id, command, key,
  );
}
