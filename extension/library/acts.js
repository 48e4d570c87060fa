// What can be done with the library as a whole: saving many pages, import, export. Each in a dialog of its own.

import { button, byId, make, number, word } from "./make.js";
import { bulkDialog } from "./bulk.js";
import { fileName, write } from "./transfer/write.js";
import { take } from "./transfer/take.js";
import { enqueue } from "./queue.js";
import { resume } from "./tasks.js";
import { named } from "./errors.js";

/** Addresses without a text that are told one by one. */
const MOST_WRONG = 100;
const FORMATS = /** @type {const} */ (["jsonl", "markdown", "html", "epub"]);

/**
 * The page as its dialogs know it.
 *
 * @typedef {{ entries: () => LedeEntry[], shown: () => LedeEntry[], picked: () => string[], changed: () => Promise<void> }} Page
 */

/** @param {Page} page */
export function drawActs(page) {
  byId("acts").replaceChildren(
    button(word("libraryBulk"), () => bulkDialog(), { id: "bulk" }),
    button(word("libraryImport"), () => importDialog(page), { id: "import" }),
    button(word("libraryExport"), () => exportDialog(page), { id: "export" }),
  );
}

/**
 * A dialog with a title, an end, and a way to stop what it does.
 *
 * @param {string} title @param {Node[]} content @param {AbortController} [abort]
 */
export function open(title, content, abort) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const close = button(word("libraryClose"), () => dialog.close(), { class: "close" });
  const dialog = make("dialog", { "aria-labelledby": "dialog-title" }, make("h2", { id: "dialog-title" }, title), ...content, make("p", { class: "acts" }, close));
  dialog.addEventListener("close", () => {
    abort?.abort();
    dialog.remove();
    (before?.isConnected ? before : byId("list")).focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @param {Page} page */
function importDialog(page) {
  const abort = new AbortController();
  const report = make("div", { class: "report", role: "status" });
  const pick = (/** @type {string} */ id, /** @type {string} */ label, /** @type {Record<string, string>} */ how) => {
    const input = make("input", { type: "file", id, multiple: "", ...how });
    input.addEventListener("change", () => void imported([...(input.files ?? [])], abort, report, page));
    return make("label", { class: "file" }, make("span", {}, word(label)), input);
  };
  const files = pick("import-files", "libraryImportFiles", { accept: ".jsonl,.ndjson,.csv,.html,.htm,.xhtml,.zip" });
  open(word("libraryImport"), [make("p", {}, word("libraryImportHelp")), files, pick("import-folder", "libraryImportFolder", { webkitdirectory: "" }), report], abort);
}

/** @param {File[]} files @param {AbortController} abort @param {HTMLElement} report @param {Page} page */
async function imported(files, abort, report, page) {
  if (files.length === 0) return;
  const progress = make("progress", { max: "1", value: "0", "aria-label": word("libraryImport") });
  const stop = button(word("libraryCancel"), () => abort.abort());
  report.replaceChildren(progress, stop);
  try {
    const { added, there, wrong, full } = await take(files, abort.signal, ({ done, all }) => void (progress.value = all > 0 ? done / all : 0));
    const list = wrong.slice(0, MOST_WRONG).map((name) => make("li", { dir: "auto" }, name));
    report.replaceChildren(
      ...(full ? [make("p", {}, word("libraryWrongFull"))] : []),
      ...(abort.signal.aborted ? [make("p", {}, word("libraryCancelled"))] : []),
      make("p", {}, word("libraryImported", { n: number(added) })),
      ...(there > 0 ? [make("p", {}, word("libraryThere", { n: number(there) }))] : []),
      ...(wrong.length > 0 ? [make("p", {}, word("libraryUnreadable", { n: number(wrong.length) })), make("ul", {}, ...list)] : []),
    );
  } catch (error) {
    console.error(error);
    report.replaceChildren(make("p", {}, word(`libraryWrong${named(error).why}`)));
  }
  await page.changed();
  const fetcher = fetchTexts(page);
  if (fetcher !== undefined) report.append(...fetcher);
}

/** Where only addresses came, a way to fetch their texts. @param {Page} page @returns {Node[] | undefined} */
function fetchTexts(page) {
  const bare = page.entries().filter(({ words, address, trashed }) => words === 0 && address !== "" && trashed === undefined);
  if (bare.length === 0) return undefined;
  const go = button(word("libraryFetch", { n: number(bare.length) }), async () => {
    const { askForPages } = await import("./bulk.js");
    if (!(await askForPages())) return;
    await enqueue(bare.map(({ id, address, title, tags, saved, unread, archived, favourite }) => ({ url: address, title, entry: id, extras: { tags, saved, unread, archived, favourite } })));
    go.closest("dialog")?.close();
    await resume();
  }, { class: "main", id: "fetch-texts" });
  return [make("p", {}, word("libraryFetchWhy")), go];
}

/** @param {Page} page */
function exportDialog(page) {
  const abort = new AbortController();
  const radios = FORMATS.map((format, at) => {
    const input = make("input", { type: "radio", name: "format", value: format, ...(at === 0 ? { checked: "" } : {}) });
    return make("label", { class: "option" }, input, make("span", {}, word(`libraryFormat${format[0].toUpperCase()}${format.slice(1)}`)));
  });
  const report = make("div", { class: "report", role: "status" });
  const start = (/** @type {string[]} */ ids) => () => {
    const format = /** @type {import("./transfer/write.js").Format} */ (dialog.querySelector("input:checked")?.getAttribute("value") ?? "jsonl");
    void exported(ids, format, abort, report);
  };
  const all = page.entries().filter(({ trashed }) => trashed === undefined).map(({ id }) => id);
  const [picked, shown] = [page.picked(), page.shown().map(({ id }) => id)];
  const some = picked.length > 0 ? picked : shown;
  const acts = [button(word("libraryExportAll", { n: number(all.length) }), start(all), { class: "main", id: "export-all" })];
  if (some.length > 0 && some.length < all.length) acts.push(button(word("libraryExportSome", { n: number(some.length) }), start(some), { id: "export-some" }));
  const group = make("fieldset", {}, make("legend", {}, word("libraryFormat")), ...radios);
  const dialog = open(word("libraryExport"), [group, make("p", { class: "acts" }, ...acts), report], abort);
}

/** @param {string[]} ids @param {import("./transfer/write.js").Format} format @param {AbortController} abort @param {HTMLElement} report */
async function exported(ids, format, abort, report) {
  const progress = make("progress", { max: String(ids.length), value: "0", "aria-label": word("libraryExport") });
  report.replaceChildren(progress, button(word("libraryCancel"), () => abort.abort()));
  try {
    const blob = await write(ids, format, abort.signal, (done) => void (progress.value = done));
    if (blob === undefined) return report.replaceChildren(word("libraryCancelled"));
    const href = URL.createObjectURL(blob);
    const link = make("a", { href, download: fileName(format), class: "main", id: "download" }, word("libraryDownload"));
    report.replaceChildren(link);
    link.click();
  } catch (error) {
    console.error(error);
    report.replaceChildren(word("libraryWrongFailed"));
  }
}
