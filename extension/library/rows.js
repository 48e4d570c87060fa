// A row of the library: an entry as elements.

import { button, date, icon, make, number, word } from "./make.js";

/** @typedef {import("./index/excerpt.js").Piece} Piece */
/**
 * What a row may ask for.
 *
 * @typedef {{ isChosen: (id: string) => boolean, choose: (id: string, isOn: boolean) => void, mark: (id: string, values: Partial<LedeEntry>) => void,
 *   remove: (id: string) => void, tag: (id: string) => void, picture: (entry: LedeEntry, place: HTMLElement) => void,
 *   found: (entry: LedeEntry, title: HTMLElement, excerpt: HTMLElement) => void }} Asks
 */

/** @param {LedeEntry} entry @param {Asks} asks */
export function row(entry, asks) {
  const { id, title, url, dir, lang, excerpt, tags, words } = entry;
  const name = title || url;
  const link = make("a", { href: words > 0 ? `read.html?id=${encodeURIComponent(id)}` : entry.address, dir: "auto", lang: lang || undefined }, name);
  const text = make("p", { class: "excerpt", dir, lang: lang || undefined }, words > 0 ? excerpt : word("libraryNoText"));
  const box = make("input", { type: "checkbox", "aria-label": word("librarySelectOne", { title: name }) });
  box.checked = asks.isChosen(id);
  box.addEventListener("change", () => asks.choose(id, box.checked));
  const picture = make("div", { class: "picture", "aria-hidden": "true" });
  const element = make(
    "li",
    { class: entry.unread ? "unread" : undefined, "data-id": id },
    make("label", { class: "choose" }, box),
    picture,
    make("div", { class: "text" }, heading(entry, link), make("p", { class: "facts" }, ...facts(entry)), text, tagList(tags)),
    acts(entry, name, asks),
  );
  asks.picture(entry, picture);
  asks.found(entry, link, text);
  return element;
}

/** @param {LedeEntry} entry @param {HTMLElement} link */
function heading({ unread }, link) {
  return make("h2", {}, ...(unread ? [make("span", { class: "dot", role: "img", "aria-label": word("libraryUnread") })] : []), link);
}

/** @param {LedeEntry} entry @returns {Node[]} */
function facts({ site, byline, saved, minutes }) {
  const told = [site, byline, date(saved), minutes > 0 ? word("minutes", { n: number(minutes) }) : ""].filter(Boolean);
  return told.map((text) => make("span", {}, make("bdi", {}, text)));
}

/** @param {string[]} tags */
function tagList(tags) {
  return make("p", { class: "tags" }, ...tags.map((tag) => make("span", { class: "tag", dir: "auto" }, tag)));
}

/** @param {LedeEntry} entry @param {string} name @param {Asks} asks */
function acts({ id, favourite, archived, unread }, name, asks) {
  const act = (/** @type {Parameters<typeof icon>[0]} */ sign, /** @type {string} */ text, /** @type {() => void} */ press, /** @type {boolean | undefined} */ isOn) => {
    const element = button("", press, { class: "act", title: text, "aria-label": `${text}: ${name}`, "aria-pressed": isOn === undefined ? undefined : String(isOn) });
    element.append(icon(sign));
    return element;
  };
  return make(
    "div",
    { class: "buttons" },
    act("star", word("libraryFavourite"), () => asks.mark(id, { favourite: !favourite }), favourite),
    act("archive", word("libraryArchive"), () => asks.mark(id, { archived: !archived }), archived),
    act("unread", word("libraryUnread"), () => asks.mark(id, { unread: !unread }), unread),
    act("tags", word("libraryEditTags"), () => asks.tag(id), undefined),
    act("delete", word("libraryDelete"), () => asks.remove(id), undefined),
  );
}

/** @param {Piece[]} pieces @returns {(Node | string)[]} */
export const drawn = (pieces) => pieces.map(({ text, isMarked }) => (isMarked ? make("mark", {}, text) : text));
