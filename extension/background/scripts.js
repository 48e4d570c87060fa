// What is injected into a page, and when. `./build.sh check` weighs these lists.

/** What reads a page. */
export const READ = ["dom", "layout", "writer", "snapshot"].map((name) => `content/${name}.js`);
/** Before the reader shows: they read the page and show its article. */
export const FIRST = [
  ...READ,
  ...["memory", "seal"].map((name) => `content/${name}.js`),
  ...["blocks", "dress", "view"].map((name) => `reader/${name}.js`),
  "content/page.js",
];
/** What begins a reading; each takes a page in its own way. */
export const TAKE_PAGE = ["content/take-page.js"];
export const TAKE_SELECTION = ["content/selection.js", "content/take-selection.js"];
export const TAKE_LINK = ["content/link.js"];

/** Once the reader shows: all that one may do there besides reading. */
export const TOOLS = [
  ...["ask", "hush", "scroll", "late"].map((name) => `content/${name}.js`),
  ...["show", "icons", "bar", "panel", "settings", "font", "vertical"].map((name) => `reader/tools/${name}.js`),
  ...["place", "outline", "progress", "footnotes", "lightbox", "previews", "selection", "marks", "shortcuts"].map((name) => `reader/tools/${name}.js`),
  // What holds the rest stands last, and its entries come after it.
  ...["print", "later", "auto", "more", "doubt", "leftout", "comments"].map((name) => `reader/tools/${name}.js`),
];

/** What draws the rest of an article that is too long to be drawn at once. */
export const REST = ["reader/tools/rest.js"];

/** What an element is, and what names it again: for choosing by hand. */
export const PICK = ["content/picker.js"];

/** What most readings do without, styles among it: it is fetched when it is first used. @type {Record<string, string[]>} */
export const LATER = {
  listen: ["voices", "parts", "speech", "listen"].map((name) => `reader/tools/${name}.js`),
  line: ["reader/tools/line.js"],
  anew: ["content/anew.js"],
  pages: [...TAKE_LINK, "reader/tools/pages.js"],
  picker: [...PICK, "reader/tools/correct.js", "reader/tools/picker.css"],
  marks: [...["copy", "marks-text", "marks-box", "marks-panel"].map((name) => `reader/tools/${name}.js`), "reader/tools/marks.css"],
  save: ["copy", "save"].map((name) => `reader/tools/${name}.js`),
};

/** What starts by itself on pages that are cleaned without a press, by what is done there. Styles may stand here too. */
export const AUTO_READER = ["content/auto/veil.css", "content/dom.js", "content/ask.js", ...["write", "look", "begin"].map((name) => `content/auto/${name}.js`)];
export const AUTO_TIDY = AUTO_READER;
export const TAKE_AUTO = ["content/auto/take.js"];
/** What tidies it, once it is one. */
export const TIDY = ["flow", "cover", "live", "mark", "tidy"].map((name) => `content/auto/${name}.js`);
export const TIDY_STYLE = "content/auto/tidy.css";
export const TIDY_MARK_STYLE = "content/auto/mark.css";

export const STYLE = ["reader/reader.css", "reader/print.css"];
export const TOOLS_STYLE = "reader/tools.css";
/** Of the page itself. */
export const PAGE_STYLE = "content/page.css";
/** Of the sheets on which it is printed. */
export const PAPER_STYLE = "content/paper.css";
