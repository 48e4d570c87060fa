// What all of the library's pages are made with: elements, words of the user's language, numbers and dates in it.

import { api } from "../background/api.js";

export const language = api.i18n.getUILanguage();

/** @param {string} name @param {Record<string, string | number>} gaps */
export function word(name, gaps = {}) {
  return Object.entries(gaps).reduce((text, [gap, value]) => text.replaceAll(`{${gap}}`, String(value)), api.i18n.getMessage(name));
}

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name @param {Record<string, string | undefined>} attributes left out where undefined @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** @param {string} id @returns {HTMLElement} */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} text @param {() => unknown} press @param {Record<string, string | undefined>} attributes */
export function button(text, press, attributes = {}) {
  const element = make("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", press);
  return element;
}

/** Paths of 24 by 24. */
const ICONS = {
  star: "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z",
  archive: "M3.5 4.5h17v4h-17zM5 8.5v11h14v-11M9.5 12.5h5",
  unread: "M12 6a6 6 0 100 12 6 6 0 000-12z",
  tags: "M3.5 12.5v-9h9l8 8-9 9zM8 8h.01",
  delete: "M4.5 6.5h15M9 6.5v-3h6v3M6.5 6.5l1 14h9l1-14M10 10.5v6M14 10.5v6",
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const numbers = new Intl.NumberFormat(language);
const dates = new Intl.DateTimeFormat(language, { dateStyle: "medium" });

/** @param {number} value */
export const number = (value) => numbers.format(value);

/** @param {number} time in milliseconds */
export const date = (time) => (Number.isFinite(time) ? dates.format(time) : "");

/** @param {number} bytes */
export function size(bytes) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** power;
  return new Intl.NumberFormat(language, { style: "unit", unit: units[power], unitDisplay: "short", maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 }).format(value);
}

/** The page in the user's language: what its elements say stands in `data-word`, `data-label` and `data-hint`. */
export function dressPage() {
  document.documentElement.lang = language;
  document.documentElement.dir = word("@@bidi_dir");
  for (const place of document.querySelectorAll("[data-word]")) place.append(word(place.getAttribute("data-word") ?? ""));
  for (const place of document.querySelectorAll("[data-hint]")) place.setAttribute("placeholder", word(place.getAttribute("data-hint") ?? ""));
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", word(place.getAttribute("data-label") ?? ""));
}

/** @type {number} */
let toastTimer = 0;

/**
 * Tells something at the foot of the page, perhaps with something to do about it. It stays while it has the focus or the
 * pointer.
 *
 * @param {string} text @param {{ word: string, press: () => unknown }} [act]
 */
export function toast(text, act) {
  const place = byId("toast");
  const close = () => place.replaceChildren();
  const later = () => {
    clearTimeout(toastTimer);
    toastTimer = window.setTimeout(() => (place.matches(":hover, :focus-within") ? later() : close()), act === undefined ? 8_000 : 20_000);
  };
  const acts = act === undefined ? [] : [button(act.word, () => (close(), act.press()))];
  place.replaceChildren(make("span", {}, text), ...acts);
  later();
}
