// What the library takes from an article: the entry that lists show, and the fields that are looked in. Stored articles
// of an earlier format are brought to today's when they are read.

/** The Article JSON that is written today: docs/article.md. */
export const FORMAT = 1;

/** Each brings an article from the format it stands under to the next. @type {Record<number, (article: any) => any>} */
const STEPS = {};

/** @param {any} article @returns {any} */
export function current(article, steps = STEPS, format = FORMAT) {
  let now = article;
  while (Number.isInteger(now?.format) && now.format < format) {
    const step = steps[now.format];
    if (step === undefined) break;
    now = { ...step(now), format: now.format + 1 };
  }
  return now;
}

const MOST_EXCERPT = 220;
/** How much more than a word in the text one in these says. */
const [IN_TITLE, IN_NAMES] = [8, 4];

/** @param {unknown} value @returns {string} */
const text = (value) => (typeof value === "string" ? value : "");

/** An address of the web; nothing else is one to go to. @param {unknown} address */
function webAddress(address) {
  const url = URL.canParse(text(address)) ? new URL(text(address)) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** What an article is known by: its canonical address where that is of the same site, without a place in it. @param {any} article */
export function addressOf({ canonicalUrl, url }) {
  const [canonical, own] = [webAddress(canonicalUrl), webAddress(url)];
  const chosen = canonical !== undefined && (own === undefined || canonical.host === own.host) ? canonical : own;
  return chosen === undefined ? "" : chosen.href.replace(/#.*/s, "");
}

/** @param {any} article @returns {Omit<LedeEntry, "id" | "saved" | "tags" | "pictures" | "size" | "sha256">} */
export function entryOf(article) {
  const address = addressOf(article);
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : "";
  return {
    address,
    url: text(article.url),
    host,
    title: text(article.title),
    byline: text(article.byline),
    authors: Array.isArray(article.authors) ? article.authors.map(text).filter(Boolean) : [],
    site: text(article.siteName) || host,
    lang: text(article.lang),
    dir: article.dir === "rtl" ? "rtl" : "ltr",
    published: text(article.publishedTime),
    excerpt: (text(article.excerpt) || plain(article)).slice(0, MOST_EXCERPT),
    words: Number(article.wordCount) || 0,
    minutes: Number(article.readingMinutes) || 0,
    unread: true,
    archived: false,
    favourite: false,
  };
}

/**
 * @param {any} article @param {any[]} annotations
 * @returns {import("./index/segment.js").Fields}
 */
export function fieldsOf(article, annotations = []) {
  const { title, byline, siteName, section, tags } = article;
  const names = [byline, siteName, section, ...(Array.isArray(tags) ? tags : [])].map(text).join("\n");
  const notes = annotations.map((note) => text(note?.body?.value)).join("\n");
  return [[text(title), IN_TITLE], [names, IN_NAMES], [notes, IN_NAMES], [text(article.excerpt), 1], [plain(article), 1]];
}

/** The text of an article, a line a block, as it is looked in and quoted from. @param {any} article @returns {string} */
export function plain(article) {
  /** @type {string[]} */ const parts = [];
  for (const block of Array.isArray(article?.body) ? article.body : []) {
    gather(block, parts);
    parts.push("\n");
  }
  return parts.join("").replace(/[ \t]*\n\s*/g, "\n").trim();
}

/** Values that are told and are no text. */
const SILENT = new Set(["href", "src", "language", "mathml", "poster", "rule", "reading"]);
/** Where a new line begins. */
const LINES = new Set(["paragraph", "heading", "items", "terms", "meaning", "rows", "caption", "summary", "quote", "code", "content"]);
/** Inlines hold lines of their own: those go on. */
const INLINE = new Set(["link", "ruby"]);

/** @param {any} value @param {string[]} parts @param {string} [within] */
function gather(value, parts, within = "") {
  if (value === "lineBreak") parts.push("\n");
  else if (typeof value === "string") parts.push(value);
  else if (Array.isArray(value)) for (const one of value) gather(one, parts, within);
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (SILENT.has(name) || typeof inner === "number") continue;
      if (name === "target" || inner === "break") continue;
      gather(inner, parts, name);
      if (LINES.has(name) && !INLINE.has(within)) parts.push("\n");
    }
  }
}
