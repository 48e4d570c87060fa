// A page of Lede's that makes a copy of a tab's page for a report (`#tab=NUMBER`): without its words, shown before it is
// saved, and sent nowhere.

import { api } from "../background/api.js";
import { extracted, snapshotOf } from "../background/extraction.js";
import { Refused } from "../background/notice.js";
import { dressPage, find, make, word } from "../options/dom.js";
import { copyOf } from "./copy.js";
import { asComment, madeOf, piecesOf } from "./made.js";

dressPage(word("reportTitle"));
const isNamed = /** @type {HTMLInputElement} */ (find("names"));
const save = /** @type {HTMLAnchorElement} */ (find("save"));

try {
  const page = await pageOf(Number(new URLSearchParams(location.hash.slice(1)).get("tab")));
  show(page);
  isNamed.addEventListener("change", () => show(page));
  find("all").hidden = false;
} catch (error) {
  // Where the page is gone or none of those that can be read, there is nothing to be mended.
  if (!(error instanceof Refused)) console.info(error);
  find("said").textContent = word("saveNoPage");
}

/** @param {number} id @returns {Promise<{ snapshot: LedeSnapshot, article: any }>} */
async function pageOf(id) {
  const tab = await api.tabs.get(id);
  const snapshot = await snapshotOf(tab, takeBeside);
  const { article } = await extracted(tab, snapshot, { leftOut: true });
  return { snapshot, article };
}

/** Reads the page, also while its reader is on, which goes by an earlier reading: that one stays. Runs in the page. */
function takeBeside() {
  const { lede } = globalThis;
  const { token, elements, again } = lede;
  const taken = lede.take();
  if (token !== undefined) Object.assign(lede, { token, elements, again });
  return taken;
}

/** @param {{ snapshot: LedeSnapshot, article: any }} page */
function show({ snapshot, article }) {
  const { hostname } = new URL(snapshot.url);
  const { word: replaced, html } = copyOf(snapshot, [hostname, article.siteName ?? "", article.byline ?? ""], { hasNames: isNamed.checked });
  const pieces = piecesOf(article.body);
  const file = `${asComment(madeOf(article, pieces, replaced))}${html}`;
  find("copy").textContent = file;
  find("made").replaceChildren(...pieces.map((piece) => row(replaced(piece.text), piece.isKept)));
  URL.revokeObjectURL(save.href);
  save.href = URL.createObjectURL(new Blob([file], { type: "text/html;charset=utf-8" }));
}

/** @param {string} text @param {boolean} isKept */
function row(text, isKept) {
  const what = make("b", {}, word(isKept ? "reportKept" : "reportLeft"));
  return make("li", isKept ? {} : { class: "out" }, what, make("span", { dir: "auto" }, text));
}
