// What Lede's own pages share: words in the user's language, and elements.

import { api } from "../background/api.js";

export const word = (/** @type {string} */ name) => api.i18n.getMessage(name);
export const language = api.i18n.getUILanguage();
/** @param {number} number */
export const shownNumber = (number) => new Intl.NumberFormat(language).format(number);
export const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Puts the words where the page wants them. @param {string} title */
export function dressPage(title) {
  document.documentElement.lang = language;
  document.documentElement.dir = word("@@bidi_dir");
  for (const place of document.querySelectorAll("[data-word]")) place.append(word(place.getAttribute("data-word") ?? ""));
  document.title = title;
}

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name @param {Record<string, string>} attributes @param {(Node | string)[]} children
 */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
