// Beside the list: views, filters, and what the library takes.

import { offered, STANDARD, VIEW_NAMES } from "./choice.js";
import { button, byId, language, make, number, size, word } from "./make.js";
import { usage } from "./store.js";

/** @typedef {import("./choice.js").Choice} Choice */

/** @param {string} name */
const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** @param {Choice} choice @param {(change: Partial<Choice>) => void} choose */
export function drawViews({ view }, choose) {
  const items = VIEW_NAMES.map((name) => {
    const press = button(word(`libraryView${capital(name)}`), () => choose({ view: name }), { "aria-current": name === view ? "true" : undefined, "data-view": name });
    return make("li", {}, press);
  });
  keepFocus(byId("views"), items);
}

/** The names of filters, and their words. */
const FILTERS = /** @type {const} */ ([
  ["tag", "libraryTag"],
  ["site", "librarySite"],
  ["author", "libraryAuthor"],
  ["lang", "libraryLanguage"],
]);

const names = new Intl.DisplayNames([language], { type: "language", fallback: "code" });

/** @param {string} code */
function languageName(code) {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // What a page has said, and is none.
  }
}

/** @param {LedeEntry[]} entries @param {Choice} choice @param {(change: Partial<Choice>) => void} choose */
export function drawFilters(entries, choice, choose) {
  const counts = offered(entries);
  const selects = FILTERS.map(([name, label]) => {
    const options = [...counts[name]].map(([value, count]) => ({ value, count, text: name === "lang" ? languageName(value) : value }));
    options.sort((a, b) => a.text.localeCompare(b.text));
    const select = make("select", { id: `filter-${name}` }, make("option", { value: "" }, word("libraryAny")));
    for (const { value, count, text } of options) select.append(make("option", { value }, `${text} (${number(count)})`));
    select.value = choice[name];
    select.addEventListener("change", () => choose({ [name]: select.value }));
    return make("label", {}, make("span", {}, word(label)), select);
  });
  const days = /** @type {const} */ (["from", "to"]).map((name) => {
    const input = make("input", { type: "date", id: `filter-${name}`, value: choice[name] });
    input.addEventListener("change", () => choose({ [name]: input.value }));
    return make("label", {}, make("span", {}, word(name === "from" ? "libraryFrom" : "libraryUntil")), input);
  });
  const { tag, site, author, lang, from, to } = STANDARD;
  const clear = button(word("libraryClear"), () => choose({ tag, site, author, lang, from, to }), { id: "clear" });
  keepFocus(byId("filters"), [...selects, ...days, clear]);
}

/** What is drawn anew keeps the focus where it was. @param {HTMLElement} place @param {Node[]} content */
function keepFocus(place, content) {
  const controls = () => [...place.querySelectorAll("button, select, input")];
  const at = controls().indexOf(/** @type {Element} */ (document.activeElement));
  place.replaceChildren(...content);
  if (at >= 0) /** @type {HTMLElement | undefined} */ (controls()[at])?.focus();
}

export async function drawStorage() {
  const { used, quota, isPersistent } = await usage();
  const rows = [make("p", {}, word("libraryUsed", { used: size(used), quota: size(quota) })), make("p", {}, word(isPersistent ? "libraryKept" : "libraryNotKept"))];
  const ask = button(word("libraryAskKeep"), async () => {
    await navigator.storage.persist?.();
    await drawStorage();
  });
  keepFocus(byId("storage"), isPersistent ? rows : [...rows, ask]);
}
