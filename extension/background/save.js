// Saving, as the reader, the menus and the shortcut ask for it. The work is done on a page of Lede's (save/save.js), which
// this opens behind the tab; what only makes a text is done here.

import { api } from "./api.js";
import { tell } from "./notice.js";
import { wordsNamed } from "./words.js";
import { citation, file, fileName } from "../save/engine.js";
import { FORMATS, STYLES } from "../save/formats.js";
import { filledLink, isLink, obsidianLink } from "../save/links.js";
import { settingsFor } from "./settings.js";
import { beside } from "./tabs.js";

/** What files say of themselves, which is not copied: at the beginning of Markdown, at the end of text. */
const [FRONT_MATTER, PROVENANCE] = [/^---\n[^]*?\n---\n+/, /\n-- \nLede\n(?![^]*\n-- \nLede\n)[^]*$/];

/** @param {chrome.tabs.Tab} tab @param {Record<string, string>} how `to`: file or library; `from`: the reader, where it is on; `format` */
export async function savePage(tab, how = { to: "file" }) {
  // Where the page is not open to Lede nothing can be read, and the page that works would only stand there.
  try {
    await api.scripting.executeScript({ target: { tabId: Number(tab.id) }, func: () => true });
  } catch (error) {
    return tell(tab, error);
  }
  const query = new URLSearchParams({ ...how, tab: String(tab.id) });
  await api.tabs.create({ url: api.runtime.getURL(`save/save.html#${query}`), active: false, ...beside(tab) });
}

/** @param {any} value `{ how, … }` @param {import("./routes.js").Asker} asker */
export async function askedToSave({ how, ...value }, asker) {
  return typeof how === "string" && Object.hasOwn(HOW, how) ? HOW[how]?.(value, asker) : undefined;
}

/** @type {Record<string, (value: any, asker: import("./routes.js").Asker) => any>} */
const HOW = {
  /** What the reader's panel is made of. */
  kit: async (_, { url }) => {
    const words = await wordsNamed("save");
    const formats = Object.entries(FORMATS).map(([format, { name, word = "" }]) => [format, name ?? words[word]]);
    const { values } = await settingsFor(url);
    return { words, formats, styles: Object.entries(STYLES), hasLink: isLink(values.saveLink) };
  },
  /** `{ to, format }`: the article as the reader shows it. */
  keep: ({ to, format }, { tab }) => savePage(tab, { to: to === "library" ? "library" : "file", from: "reader", ...(Object.hasOwn(FORMATS, format) ? { format } : {}) }),
  /** `{ article, as, style, quote }`: what is copied. */
  text: async ({ article, as, style, quote }) => {
    if (as === "note") return { text: await textOf(article, "markdown") };
    if (as === "markdown") return { text: (await textOf(article, "markdown")).replace(FRONT_MATTER, "") };
    if (as === "rich") return { text: await plain(article), html: /<article[^]*<\/article>/.exec(await textOf(article, "html"))?.[0] };
    const text = typeof quote === "string" && quote !== "" ? quote : await plain(article);
    return { text: `${text}\n\n${await citation(article, String(style), Date.now())}` };
  },
  /** `{ article, to, isCopied }`: opens another program. Obsidian takes long notes from the clipboard alone. */
  send: async ({ article, to, isCopied }, { url, tab }) => {
    const { values } = await settingsFor(url);
    const link =
      to === "obsidian"
        ? obsidianLink(await fileName(article, values.saveName, Date.now()), isCopied === true ? null : await textOf(article, "markdown"))
        : filledLink(values.saveLink, { article, text: await plain(article), markdown: await textOf(article, "markdown") });
    if (!isLink(link)) return false;
    // What opens a program leaves the tab as it is.
    if (/^https?:/.test(link)) await api.tabs.create({ url: link });
    else await api.tabs.update(Number(tab.id), { url: link });
    return true;
  },
  options: () => api.runtime.openOptionsPage(),
};

/** @param {any} article @param {string} format @returns {Promise<string>} as the file would hold it, without pictures */
async function textOf(article, format) {
  return new TextDecoder().decode(await file(article, format, { saved: Date.now() }));
}

/** Without what the file says at its end. @param {any} article */
async function plain(article) {
  return (await textOf(article, "text")).replace(PROVENANCE, "").trim();
}
