// Which entries show, and in what order: pure functions of the entries and of what was chosen.

/**
 * @typedef {object} Choice
 * @property {"all" | "unread" | "favourites" | "archive"} view
 * @property {string} tag
 * @property {string} site
 * @property {string} author
 * @property {string} lang
 * @property {string} from a date
 * @property {string} to
 * @property {string} sort
 * @property {string} query
 * @property {"list" | "grid"} layout
 */

/** @type {Choice} */
export const STANDARD = { view: "all", tag: "", site: "", author: "", lang: "", from: "", to: "", sort: "newest", query: "", layout: "list" };

const VIEWS = /** @type {Record<string, (entry: LedeEntry) => boolean>} */ ({
  all: () => true,
  unread: ({ unread, archived }) => unread && !archived,
  favourites: ({ favourite }) => favourite,
  archive: ({ archived }) => archived,
});
export const VIEW_NAMES = /** @type {Choice["view"][]} */ (Object.keys(VIEWS));

const titles = new Intl.Collator(undefined, { numeric: true });
/** @type {Record<string, (a: LedeEntry, b: LedeEntry) => number>} */
const SORTS = {
  newest: (a, b) => b.saved - a.saved,
  oldest: (a, b) => a.saved - b.saved,
  published: (a, b) => (b.published || "").localeCompare(a.published || "") || b.saved - a.saved,
  title: (a, b) => titles.compare(a.title, b.title),
  shortest: (a, b) => a.words - b.words || b.saved - a.saved,
};
export const SORT_NAMES = Object.keys(SORTS);

const DAY = 86_400_000;

/** A day's beginning where the user is. @param {string} date */
const dayOf = (date) => new Date(`${date}T00:00`).getTime();

/** @param {LedeEntry} entry */
const language = ({ lang }) => lang.split("-")[0];

/**
 * @param {LedeEntry[]} entries @param {Choice} choice
 * @param {Map<number, number> | null} scores of what was searched for, by the entries' numbers; null where nothing was
 * @returns {LedeEntry[]}
 */
export function chosen(entries, choice, scores = null) {
  const kept = entries.filter((entry) => isChosen(entry, choice) && (scores === null || scores.has(entry.n ?? -1)));
  if (scores !== null && choice.sort === STANDARD.sort) return kept.sort((a, b) => (scores.get(b.n ?? -1) ?? 0) - (scores.get(a.n ?? -1) ?? 0));
  return kept.sort(SORTS[choice.sort] ?? SORTS.newest);
}

/** @param {LedeEntry} entry @param {Choice} choice */
function isChosen(entry, { view, tag, site, author, lang, from, to }) {
  if (entry.trashed !== undefined || !(VIEWS[view] ?? VIEWS.all)(entry)) return false;
  if ((tag !== "" && !entry.tags.includes(tag)) || (site !== "" && entry.site !== site)) return false;
  if ((author !== "" && !entry.authors.includes(author)) || (lang !== "" && language(entry) !== lang)) return false;
  return !(entry.saved < dayOf(from)) && !(entry.saved >= dayOf(to) + DAY);
}

/** What there is to choose from, each with how many have it, by name. @param {LedeEntry[]} entries */
export function offered(entries) {
  /** @type {Record<"tag" | "site" | "author" | "lang", Map<string, number>>} */
  const counts = { tag: new Map(), site: new Map(), author: new Map(), lang: new Map() };
  for (const entry of entries.filter(({ trashed }) => trashed === undefined)) {
    const values = { tag: entry.tags, site: [entry.site], author: entry.authors, lang: [language(entry)] };
    for (const [name, list] of Object.entries(values)) {
      const count = counts[/** @type {"tag"} */ (name)];
      for (const value of list) if (value) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** A choice as the end of the page's address, so that one comes back to it. @param {Choice} choice */
export function told(choice) {
  const differing = Object.entries(choice).filter(([name, value]) => value !== /** @type {any} */ (STANDARD)[name]);
  return new URLSearchParams(differing).toString();
}

/** @param {string} hash @returns {Choice} */
export function heard(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const known = Object.keys(STANDARD).map((name) => [name, given.get(name) ?? /** @type {any} */ (STANDARD)[name]]);
  const choice = /** @type {Choice} */ (Object.fromEntries(known));
  const isDate = (/** @type {string} */ text) => /^\d{4}-\d\d-\d\d$/.test(text);
  return {
    ...choice,
    view: VIEW_NAMES.includes(choice.view) ? choice.view : "all",
    sort: SORT_NAMES.includes(choice.sort) ? choice.sort : "newest",
    layout: choice.layout === "grid" ? "grid" : "list",
    from: isDate(choice.from) ? choice.from : "",
    to: isDate(choice.to) ? choice.to : "",
  };
}
