// The library's page: the list of what is saved, what of it shows, and what is done with it. All entries are held here
// without their texts; texts stay in the database.

import { api } from "../background/api.js";
import { chosen, heard, SORT_NAMES, told } from "./choice.js";
import { drawActs } from "./acts.js";
import { sweep } from "./copies.js";
import { editTags } from "./tags.js";
import { whyOf } from "./errors.js";
import { markFound, prepareSearch, searched, tendIndex } from "./found.js";
import { button, byId, dressPage, make, number, toast, word } from "./make.js";
import { drawFilters, drawStorage, drawViews } from "./panel.js";
import { pictures } from "./pictures.js";
import { row } from "./rows.js";
import { resume } from "./tasks.js";
import { database, entries, mark, purge, restore, trash, watch } from "./store.js";
import { Windowed } from "./windowed.js";

/** What was deleted longer ago is deleted for good: whoever deleted it has had a way back. */
const WAY_BACK_MS = 5 * 60_000;
/** Changes of other windows come in crowds. */
const CROWD_MS = 150;

/** @type {LedeEntry[]} */ let all = [];
/** @type {LedeEntry[]} */ let shown = [];
/** @type {Map<number, number> | null} */ let scores = null;
/** @type {Set<string>} */ const picked = new Set();
let choice = heard(location.hash);

const query = /** @type {HTMLInputElement} */ (byId("query"));
const sort = /** @type {HTMLSelectElement} */ (byId("sort"));
const list = byId("list");

dressPage();
document.title = word("libraryTitle");

const picture = pictures();
const rows = new Windowed(list, (/** @type {LedeEntry} */ entry) =>
  row(entry, {
    isChosen: (id) => picked.has(id),
    choose,
    mark: (id, values) => act(() => mark([id], values)),
    remove: (id) => remove([id]),
    tag: (id) => tag([id]),
    picture,
    found: markFound,
  }),
);

/** @param {Partial<import("./choice.js").Choice>} change */
async function change(change) {
  choice = { ...choice, ...change };
  history.replaceState(null, "", `#${told(choice)}`);
  if ("query" in change) await search();
  draw();
}

async function search() {
  const found = await searched(choice.query);
  if (found === undefined) return;
  scores = found;
  rows.forget();
}

function draw() {
  shown = chosen(all, choice, scores);
  list.classList.toggle("grid", choice.layout === "grid");
  const isEmpty = shown.length === 0;
  byId("none").hidden = !isEmpty;
  byId("none").textContent = all.some(({ trashed }) => trashed === undefined) ? word("libraryNone") : word("libraryEmpty");
  byId("count").textContent = word("libraryCount", { n: number(shown.length) });
  rows.show(shown);
  drawViews(choice, change);
  drawFiltersAnew();
  drawLayout();
  drawChosen();
}

/** What the filters were drawn of: thousands of authors are not drawn with each letter that is typed. @type {unknown[]} */
let filtered = [];

function drawFiltersAnew() {
  const { tag, site, author, lang, from, to } = choice;
  const now = [all, tag, site, author, lang, from, to];
  if (now.every((value, at) => value === filtered[at])) return;
  filtered = now;
  drawFilters(all, choice, change);
}

function drawLayout() {
  const place = byId("layout");
  if (place.childElementCount === 0) {
    for (const layout of /** @type {const} */ (["list", "grid"])) place.append(button(word(layout === "list" ? "libraryList" : "libraryGrid"), () => change({ layout }), { "data-layout": layout }));
  }
  for (const press of place.children) press.setAttribute("aria-pressed", String(press.getAttribute("data-layout") === choice.layout));
}

function drawChosen() {
  const place = byId("chosen");
  for (const id of picked) if (!shown.some((entry) => entry.id === id)) picked.delete(id);
  place.hidden = picked.size === 0;
  const ids = [...picked];
  const one = (/** @type {string} */ text, /** @type {() => unknown} */ press) => button(word(text), press);
  if (place.childElementCount === 0) {
    const act = (/** @type {Partial<LedeEntry>} */ values) => () => actOn((ids) => mark(ids, values));
    place.append(
      make("span", { id: "chosen-count" }),
      one("librarySelectAll", () => (shown.forEach(({ id }) => picked.add(id)), redraw())),
      one("librarySelectNone", () => (picked.clear(), redraw(), list.focus())),
      one("libraryFavourite", act({ favourite: true })),
      one("libraryArchive", act({ archived: true })),
      one("libraryMarkRead", act({ unread: false })),
      one("libraryEditTags", () => tag([...picked])),
      one("libraryDelete", () => remove([...picked])),
    );
  }
  byId("chosen-count").textContent = word("librarySelected", { n: number(ids.length) });
}

/** The rows anew, though their entries are the same. */
function redraw() {
  for (const [id, { element }] of rows.shown) {
    const box = element.querySelector("input");
    if (box !== null) box.checked = picked.has(id);
  }
  drawChosen();
}

/** @param {string} id @param {boolean} isOn */
function choose(id, isOn) {
  if (isOn) picked.add(id);
  else picked.delete(id);
  drawChosen();
}

/** @param {(ids: string[]) => Promise<unknown>} work */
const actOn = (work) => act(() => work([...picked]));

/** Does something, shows what came of it, and says what went wrong. @param {() => Promise<unknown>} work */
async function act(work) {
  try {
    await work();
  } catch (error) {
    toast(word(`libraryWrong${whyOf(error)}`));
    console.error(error);
  }
  await refresh();
}

/** @param {string[]} ids */
async function remove(ids) {
  const at = Math.max(0, rows.focused());
  const hadFocus = list.contains(document.activeElement) || byId("chosen").contains(document.activeElement);
  await act(() => trash(ids));
  picked.clear();
  drawChosen();
  undoing = () => act(() => restore(ids)).then(() => void (undoing = undefined));
  toast(word("libraryDeleted", { n: number(ids.length) }), { word: word("libraryUndo"), press: () => undoing?.() });
  if (!hadFocus) return;
  if (shown.length > 0) rows.go(Math.min(at, shown.length - 1));
  else list.focus();
}

/** What the last deletion can be taken back by. @type {(() => Promise<void>) | undefined} */
let undoing;

/** @param {string[]} ids */
async function tag(ids) {
  const change = await editTags(all, ids);
  if (change !== undefined) await act(() => mark(ids, change));
}

/** Reads the entries anew. */
async function refresh() {
  const before = new Map(all.map((entry) => [entry.id, entry]));
  // Entries that are the same stay the same, so that their rows do.
  all = (await entries()).map((entry) => {
    const was = before.get(entry.id);
    return was !== undefined && JSON.stringify(was) === JSON.stringify(entry) ? was : entry;
  });
  if (choice.query !== "") await search();
  draw();
}

/** @param {KeyboardEvent} event */
function key(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.matches("input:not([type=checkbox]), select, textarea") || document.querySelector("dialog[open]") !== null) return;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key === "z" && undoing !== undefined) {
    event.preventDefault();
    void undoing();
  } else if (!isCommand && !event.altKey && event.key === "/") {
    event.preventDefault();
    query.focus();
  } else if (!isCommand && !event.altKey && (target === document.body || target.closest("#list") !== null)) walk(event);
}

/** From row to row. @param {KeyboardEvent} event */
function walk(event) {
  const steps = /** @type {Record<string, number>} */ ({ ArrowDown: rows.columns(), j: 1, ArrowUp: -rows.columns(), k: -1 });
  const step = steps[event.key];
  const at = rows.focused();
  if (step !== undefined && shown.length > 0) {
    event.preventDefault();
    rows.go(Math.max(0, Math.min(shown.length - 1, at < 0 ? 0 : at + step)));
  } else if (event.key === "Delete" && at >= 0) void remove([shown[at].id]);
}

async function begin() {
  if (/** @type {any} */ (api.extension)?.inIncognitoContext) {
    byId("none").hidden = false;
    byId("none").textContent = word("libraryWrongPrivate");
    return;
  }
  for (const name of SORT_NAMES) sort.append(make("option", { value: name }, word(`librarySort${name[0].toUpperCase()}${name.slice(1)}`)));
  sort.value = choice.sort;
  query.value = choice.query;
  /** @type {HTMLDetailsElement} */ (byId("more")).open = matchMedia("(min-width: 56rem)").matches || told({ ...choice, query: "" }).includes("=");
  sort.addEventListener("change", () => change({ sort: sort.value }));
  query.addEventListener("focus", prepareSearch);
  query.addEventListener("input", () => change({ query: query.value }));
  addEventListener("keydown", key);
  drawActs({ entries: () => all, shown: () => shown, picked: () => [...picked], changed: refresh });
  await act(() => purge(Date.now() - WAY_BACK_MS));
  let timer = 0;
  watch(() => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void refresh().then(drawStorage).then(tendIndex), CROWD_MS);
  });
  await drawStorage();
  await tendIndex();
  if (choice.query !== "") await change({ query: choice.query });
  document.documentElement.dataset.ready = "";
  void database().then(sweep).catch(console.warn);
  await resume();
}

await begin();
