// The page that is shown once, after installing: how to read, to clean, to save, and where the button is. It asks nothing.

import { api } from "../background/api.js";
import { dressPage, find, word } from "../options/dom.js";

dressPage(word("firstTitle"));
await Promise.all([showKeys(), showPin()]);

/** The keys as they are set by now; on a phone there are none. */
async function showKeys() {
  const commands = (await api.commands?.getAll()) ?? [];
  const keys = Object.fromEntries(commands.map(({ name = "", shortcut = "" }) => [name, shortcut]));
  show("key-read", keys._execute_action);
  show("key-save", keys["save-page"]);
}

/** @param {string} place @param {string} [key] */
function show(place, key = "") {
  find(place).textContent = key;
  find(place).hidden = key === "";
}

/** How the button comes to stand beside the address, where it does not stand there yet. */
async function showPin() {
  const { isOnToolbar = false } = (await api.action.getUserSettings?.()) ?? {};
  find("pin-how").textContent = word(api.runtime.getURL("").startsWith("moz-") ? "firstPinFirefox" : "firstPinChromium");
  find("pin").hidden = isOnToolbar;
}
