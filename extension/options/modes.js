// The three ways, as buttons in a row of which one is pressed: in the options, and on the page that asks.

import { make, word } from "./dom.js";

/** @type {{ mode: LedeMode, name: string, help: string }[]} */
export const MODE_WORDS = [
  { mode: "reader", name: "autoReader", help: "autoReaderHelp" },
  { mode: "tidy", name: "autoTidy", help: "autoTidyHelp" },
  { mode: "off", name: "autoOff", help: "autoOffHelp" },
];

/**
 * @param {HTMLElement} place @param {(mode: LedeMode) => void} press while the press is being handled
 * @returns {{ show: (now: LedeMode | undefined) => void }}
 */
export function modeButtons(place, press) {
  const buttons = MODE_WORDS.map(({ mode, name }) => {
    const button = make("button", { type: "button", class: "mode", "data-mode": mode }, word(name));
    button.addEventListener("click", () => press(mode));
    return button;
  });
  place.append(...buttons);
  return {
    show(now) {
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.mode === now));
    },
  };
}
