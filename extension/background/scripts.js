// What is injected into a page, and when. `./build.sh check` weighs these lists.

/** Before the reader shows: they read the page and show its article. */
export const FIRST = [
  ...["dom", "layout", "writer", "snapshot", "memory", "seal"].map((name) => `content/${name}.js`),
  ...["blocks", "dress", "view"].map((name) => `reader/${name}.js`),
  "content/page.js",
];
/** What begins a reading; each takes a page in its own way. */
export const TAKE_PAGE = ["content/take-page.js"];
export const TAKE_SELECTION = ["content/selection.js", "content/take-selection.js"];
export const TAKE_LINK = ["content/link.js"];

/** Once the reader shows: all that one may do there besides reading. */
export const TOOLS = [
  ...["ask", "late"].map((name) => `content/${name}.js`),
  ...["show", "icons", "bar", "panel", "settings", "font", "vertical"].map((name) => `reader/tools/${name}.js`),
  ...["place", "outline", "progress", "footnotes", "lightbox", "previews", "selection", "marks", "shortcuts"].map((name) => `reader/tools/${name}.js`),
  // What holds the rest stands last, and its entries come after it.
  ...["print", "later", "auto", "more", "doubt", "leftout", "comments"].map((name) => `reader/tools/${name}.js`),
];

/** What most readings do without, styles among it: it is fetched when it is first used. @type {Record<string, string[]>} */
export const LATER = {
  listen: ["voices", "parts", "speech", "listen"].map((name) => `reader/tools/${name}.js`),
  line: ["reader/tools/line.js"],
  anew: ["content/anew.js"],
  pages: [...TAKE_LINK, "reader/tools/pages.js"],
  picker: ["content/picker.js", "reader/tools/correct.js", "reader/tools/picker.css"],
  marks: [...["text", "box", "panel"].map((name) => `reader/tools/marks-${name}.js`), "reader/tools/marks.css"],
};

/** What starts by itself on pages that are cleaned without a press, by what is done there. Styles may stand here too. */
export const AUTO_READER = ["content/auto/veil.js"];
export const AUTO_TIDY = ["content/auto/veil.js"];

export const STYLE = ["reader/reader.css", "reader/print.css"];
export const TOOLS_STYLE = "reader/tools.css";
/** Of the page itself. */
export const PAGE_STYLE = "content/page.css";
/** Of the sheets on which it is printed. */
export const PAPER_STYLE = "content/paper.css";
