// What others have saved, from files: Lede's own JSON Lines, tables of Pocket and Instapaper, lists of links in HTML
// (Pocket, bookmarks of any browser), pages as HTML, and zips of any of these. A file says nothing that isn't checked,
// and one that is no good stops no other.

import { unzipSync } from "../../vendor/fflate.js";
import { decoded, fromHtml } from "../pages.js";
import { validTags } from "../store.js";
import { table } from "./csv.js";
import { sieved } from "./sieve.js";

/** @typedef {import("../store.js").Extras} Extras */
/** @typedef {{ article: any, extras: Extras } | { wrong: string }} Item `wrong`: what could not be read, by its name */

const [MOST_FILE, MOST_UNPACKED, MOST_PICTURE] = [1_000_000_000, 2_000_000_000, 30_000_000];
/** What a line may have in letters: an article with its pictures. */
const MOST_LINE = 200_000_000;
const PICTURE_TYPE = /^image\/(png|jpeg|gif|webp|avif|svg\+xml)$/;
const MOST_NOTES = 1000;

/** @param {File} file @returns {AsyncGenerator<Item>} */
export async function* read(file) {
  if (file.size > MOST_FILE) return yield { wrong: file.name };
  if (/\.zip$/i.test(file.name)) return yield* unzipped(file);
  if (/\.(jsonl|ndjson)$/i.test(file.name)) return yield* records(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.csv$/i.test(file.name)) yield* rows(decoded(bytes), file.name);
  else if (/\.x?html?$/i.test(file.name)) yield* page(bytes, file);
  else yield { wrong: file.name };
}

/** What is of no use to us is not told as wrong: a folder holds styles and pictures too. @param {string} name */
export const isOfUse = (name) => /\.(jsonl|ndjson|csv|x?html?|zip)$/i.test(name);

/** @param {File} file @returns {AsyncGenerator<Item>} */
async function* unzipped(file) {
  let size = 0;
  const filter = (/** @type {import("../../vendor/fflate.js").UnzipFileInfo} */ { name, originalSize }) => {
    const isWanted = isOfUse(name) && !/\.zip$/i.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name);
    if (isWanted) size += originalSize;
    return isWanted && size <= MOST_UNPACKED;
  };
  /** @type {Record<string, Uint8Array<ArrayBuffer>>} */ let files;
  try {
    files = /** @type {any} */ (unzipSync(new Uint8Array(await file.arrayBuffer()), { filter }));
  } catch {
    return yield { wrong: file.name };
  }
  for (const [name, bytes] of Object.entries(files)) yield* read(new File([bytes], name.replace(/.*\//s, "")));
}

/** Our own: a line each. @param {File} file @returns {AsyncGenerator<Item>} */
async function* records(file) {
  let [rest, at] = ["", 0];
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value = "" } = await reader.read();
    const lines = (rest + value).split("\n");
    rest = done ? "" : (lines.pop() ?? "");
    for (const line of lines) {
      at += 1;
      if (line.trim() !== "") yield record(line, `${file.name}:${at}`);
    }
    if (done || rest.length > MOST_LINE) return;
  }
}

/** @param {string} line @param {string} name @returns {Item} */
function record(line, name) {
  try {
    const { article, saved, kept, tags, unread, archived, favourite, annotations, pictures } = JSON.parse(line);
    if (typeof article !== "object" || article === null) return { wrong: name };
    const isSaved = Number.isFinite(saved) && saved > 0 && saved < 1e14;
    const extras = {
      ...(isSaved ? { saved } : {}),
      ...(kept >= 0 && kept <= 1 ? { kept } : {}),
      ...{ tags: validTags(tags), unread: unread === true, archived: archived === true, favourite: favourite === true },
      annotations: Array.isArray(annotations) ? annotations.slice(0, MOST_NOTES).flatMap(annotation) : [],
      pictures: Array.isArray(pictures) ? pictures.flatMap(picture) : [],
    };
    return { article: sieved(article), extras };
  } catch {
    return { wrong: name };
  }
}

/** A highlight, as background/marks.js writes it; it is checked again where it is shown. @param {any} value */
function annotation(value) {
  const isOne = typeof value === "object" && value?.type === "Annotation" && JSON.stringify(value).length < 50_000;
  return isOne ? [value] : [];
}

/** @param {any} value @returns {import("../store.js").Picture[]} */
function picture({ src, type, base64 }) {
  if (!/^https?:\/\//i.test(String(src)) || !PICTURE_TYPE.test(String(type)) || String(base64).length > MOST_PICTURE) return [];
  try {
    return [{ src, type, bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) }];
  } catch {
    return [];
  }
}

/** Tables of Pocket (`time_added`, `status`) and Instapaper (`timestamp`, `folder`). @param {string} text @param {string} name @returns {Generator<Item>} */
function* rows(text, name) {
  const all = table(text);
  if (all[0]?.url === undefined) return yield { wrong: name };
  for (const { url, title = "", time_added, timestamp, tags = "", status = "", folder = "" } of all) {
    const isArchived = /^archive/i.test(status || folder);
    const folders = folder === "" || /^(unread|archive|starred)$/i.test(folder) ? [] : [folder];
    yield link(url, title, Number(time_added ?? timestamp), { tags: [...tagsOf(tags), ...folders], archived: isArchived, unread: !isArchived, favourite: /^starred$/i.test(folder) }, name);
  }
}

/** Pocket parts them by bars, others by commas, Instapaper writes a list as JSON has it. @param {string} tags */
const tagsOf = (tags) => tags.replace(/^\[|\]$|"/g, "").split(/[|,]/);

/** @param {Uint8Array} bytes @param {File} file @returns {AsyncGenerator<Item>} */
async function* page(bytes, file) {
  const head = decoded(bytes.subarray(0, 4096));
  const isLinks = /<!DOCTYPE NETSCAPE-Bookmark-file|<title>\s*(Pocket Export|Instapaper: Export)/i.test(head);
  if (isLinks) return yield* links(decoded(bytes), file.name);
  // Browsers write down where a page came from that they save.
  const [, from = ""] = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(head) ?? [];
  try {
    const { article, kept } = await fromHtml(bytes, /^https?:/.test(from) ? from : "");
    if (article.body.length === 0) yield { wrong: file.name };
    else yield { article: { ...article, title: article.title ?? file.name.replace(/\.\w+$/, "") }, extras: { saved: file.lastModified, kept } };
  } catch {
    yield { wrong: file.name };
  }
}

/** A list of links: folders become tags. @param {string} html @param {string} name @returns {Generator<Item>} */
function* links(html, name) {
  const page = new DOMParser().parseFromString(html, "text/html");
  let folder = "";
  for (const element of page.querySelectorAll("h1, h3, a[href]")) {
    if (element.localName !== "a") {
      folder = element.textContent?.trim() ?? "";
      continue;
    }
    const isArchived = /archive/i.test(folder);
    const isFolder = element.closest("dl") !== null && element.closest("dl")?.parentElement?.closest("dl") !== null;
    const said = (/** @type {string} */ attribute) => element.getAttribute(attribute) ?? "";
    const marks = { tags: [...tagsOf(said("tags")), ...(isFolder ? [folder] : [])], archived: isArchived, unread: !isArchived };
    // What is no page of the web (a script, a place of the browser's) is no bookmark to save.
    if (/^https?:/i.test(said("href"))) yield link(said("href"), element.textContent ?? "", Number(said("add_date") || said("time_added")), marks, name);
  }
}

/** An address whose text is still to be fetched. @param {string} url @param {string} title @param {number} seconds @param {Extras} marks @param {string} name @returns {Item} */
function link(url, title, seconds, marks, name) {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { wrong: `${name}: ${url.slice(0, 200)}` };
  const saved = seconds > 0 && seconds < 1e11 ? { saved: seconds * 1000 } : {};
  return { article: sieved({ format: 1, url, title: title.trim() || url, body: [] }), extras: { ...marks, tags: validTags(marks.tags), ...saved } };
}
