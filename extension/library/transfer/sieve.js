// Articles that come from a file, made into what the Article JSON allows (docs/article.md) and nothing else: what has
// another shape is left out, what is too deep or too long is cut. The reader builds elements from a fixed list besides.

const DEEPEST = 32;
const [MOST_TEXT, MOST_ITEMS] = [1_000_000, 20_000];
const KINDS = new Set(["article", "forum", "product", "collection", "listing", "documentation", "service"]);

/** @param {unknown} value @param {number} most */
const text = (value, most = MOST_TEXT) => (typeof value === "string" ? value.slice(0, most) : "");
/** @param {unknown} value */
const orNull = (value) => (typeof value === "string" ? value.slice(0, 10_000) : null);
/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value.slice(0, MOST_ITEMS) : []);
/** @param {unknown} value */
const whole = (value, least = 0, most = 1e9) => (Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined);

/** @param {unknown} value @returns {string} of the web, of mail, or a place in the article */
function address(value) {
  const href = text(value, 10_000);
  return /^(https?:\/\/|mailto:|#)/i.test(href) ? href : "";
}

/** @param {unknown} value @returns {any} an object that has no keys of its own making */
const object = (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {});

/** Fields that have no value are left out. @param {Record<string, any>} fields */
const filled = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** @param {unknown} value @param {number} depth @returns {any[]} */
const inlines = (value, depth) => (depth > DEEPEST ? [] : list(value).flatMap((piece) => inline(piece, depth + 1)));

/** @type {Record<string, (value: any, depth: number) => any>} */
const INLINES = {
  text: (value) => text(value),
  link: (value, depth) => ({ href: address(object(value).href), content: inlines(object(value).content, depth) }),
  target: (value) => text(value, 200),
  ruby: (value) => list(value).map((part) => ({ base: text(object(part).base, 1000), reading: text(object(part).reading, 1000) })),
  image: (value) => image(value),
  math: (value) => math(value),
  ...Object.fromEntries(["strong", "emphasis", "code", "sub", "sup", "mark", "deleted", "underline", "quote"].map((name) => [name, inlines])),
};

/** @param {any} piece @param {number} depth @returns {any[]} */
function inline(piece, depth) {
  if (piece === "lineBreak") return [piece];
  const [kind = ""] = Object.keys(object(piece));
  return Object.hasOwn(INLINES, kind) ? [{ [kind]: INLINES[kind](piece[kind], depth) }] : [];
}

/** @param {any} value */
function image(value) {
  const { src, alt, width, height } = object(value);
  const source = address(src);
  return filled({ src: /^https?:/i.test(source) ? source : "", alt: typeof alt === "string" ? text(alt, 10_000) : undefined, width: whole(width, 1, 100_000), height: whole(height, 1, 100_000) });
}

/** @param {any} value */
function math(value) {
  const { tex, mathml } = object(value);
  return filled({ tex: typeof tex === "string" ? text(tex, 100_000) : undefined, mathml: mathml === undefined || mathml === null ? undefined : mathNode(mathml, 0) });
}

/** @param {any} value @param {number} depth @returns {any} */
function mathNode(value, depth) {
  const { tag, text: words, children } = object(value);
  return filled({
    tag: text(tag, 40),
    text: typeof words === "string" ? text(words, 10_000) : undefined,
    children: depth < DEEPEST && Array.isArray(children) ? list(children).map((child) => mathNode(child, depth + 1)) : undefined,
  });
}

/** @param {any} value @param {number} depth @returns {any[]} */
const blocks = (value, depth) => (depth > DEEPEST ? [] : list(value).flatMap((one) => block(one, depth + 1)));

/** @type {Record<string, (value: any, depth: number) => any>} */
const BLOCKS = {
  heading: (value, depth) => ({ level: whole(object(value).level, 2, 6) ?? 2, content: inlines(object(value).content, depth) }),
  paragraph: inlines,
  list: (value, depth) => filled({ start: whole(object(value).start, -1e9), items: list(object(value).items).map((item) => blocks(item, depth)) }),
  definitions: (value, depth) =>
    list(value).map((group) => ({ terms: list(object(group).terms).map((term) => inlines(term, depth)), meaning: blocks(object(group).meaning, depth) })),
  quote: blocks,
  code: (value) => filled({ language: typeof object(value).language === "string" ? text(value.language, 40).replace(/[^\w+#.-]/g, "") : undefined, text: text(object(value).text) }),
  table: (value, depth) => filled({ caption: Array.isArray(object(value).caption) ? inlines(value.caption, depth) : undefined, rows: list(object(value).rows).map((row) => list(row).map((cell) => tableCell(cell, depth))) }),
  figure: (value, depth) => filled({ images: list(object(value).images).map(image), caption: Array.isArray(object(value).caption) ? inlines(value.caption, depth) : undefined }),
  embed: (value) => filled({ href: address(object(value).href), title: text(object(value).title, 10_000), poster: address(object(value).poster) || undefined }),
  math: (value) => math(value),
  details: (value, depth) => ({ summary: inlines(object(value).summary, depth), content: blocks(object(value).content, depth) }),
};

/** @param {any} one @param {number} depth @returns {any[]} */
function block(one, depth) {
  if (one === "break") return [one];
  const [kind = ""] = Object.keys(object(one));
  return Object.hasOwn(BLOCKS, kind) ? [{ [kind]: BLOCKS[kind](one[kind], depth) }] : [];
}

/** @param {any} cell @param {number} depth */
function tableCell(cell, depth) {
  const { header, colspan, rowspan, content } = object(cell);
  return filled({ header: header === true ? true : undefined, colspan: whole(colspan, 1, 1000), rowspan: whole(rowspan, 1, 1000), content: blocks(content, depth) });
}

/** @param {any} value @returns {any} an Article JSON; of what is none, one that says nothing */
export function sieved(value) {
  const given = object(value);
  const names = ["title", "byline", "siteName", "publishedTime", "modifiedTime", "lang", "excerpt", "section", "license"];
  const web = (/** @type {unknown} */ href) => (/^https?:\/\//i.test(text(href)) ? text(href, 10_000) : null);
  const { url, alt, caption, credit } = object(given.image);
  return {
    format: whole(given.format, 0, 1000) ?? 1,
    url: web(given.url),
    canonicalUrl: web(given.canonicalUrl),
    ...Object.fromEntries(names.map((name) => [name, orNull(given[name])])),
    authors: list(given.authors).map((name) => text(name, 1000)).filter(Boolean),
    tags: list(given.tags).map((tag) => text(tag, 1000)).filter(Boolean),
    dir: given.dir === "rtl" || given.dir === "ltr" ? given.dir : null,
    image: web(url) === null ? null : { url: web(url), alt: orNull(alt), caption: orNull(caption), credit: orNull(credit) },
    isAccessibleForFree: typeof given.isAccessibleForFree === "boolean" ? given.isAccessibleForFree : null,
    pageType: KINDS.has(given.pageType) ? given.pageType : "article",
    articleProbability: share(given.articleProbability),
    confidence: share(given.confidence),
    length: whole(given.length) ?? 0,
    wordCount: whole(given.wordCount) ?? 0,
    readingMinutes: whole(given.readingMinutes) ?? 0,
    body: blocks(given.body, 0),
  };
}

/** @param {unknown} value */
const share = (value) => (typeof value === "number" && value >= 0 && value <= 1 ? value : 1);
