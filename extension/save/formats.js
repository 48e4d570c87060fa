// What an article can be saved as, and what each needs. The choice of one is the setting `saveFormat`.

/**
 * `core`: what the engine calls it; `word`: the message that names it, where it is no name of its own.
 *
 * @typedef {{ name?: string, word?: string, core: string, ending: string, type: string, hasPictures: boolean }} Format
 */

/** @type {Record<string, Format>} */
export const FORMATS = {
  html: { name: "HTML", core: "html", ending: "html", type: "text/html", hasPictures: true },
  epub: { name: "EPUB", core: "epub", ending: "epub", type: "application/epub+zip", hasPictures: true },
  markdown: { name: "Markdown", core: "markdown", ending: "md", type: "text/markdown", hasPictures: false },
  /** Markdown with its pictures beside it. */
  zip: { word: "saveZip", core: "markdown", ending: "zip", type: "application/zip", hasPictures: true },
  text: { word: "saveText", core: "text", ending: "txt", type: "text/plain", hasPictures: false },
  json: { name: "JSON", core: "json", ending: "json", type: "application/json", hasPictures: false },
};

/** Styles of citations, as the engine calls them, and as everybody does. */
export const STYLES = { apa: "APA", mla: "MLA", chicago: "Chicago", bibtex: "BibTeX", ris: "RIS" };
