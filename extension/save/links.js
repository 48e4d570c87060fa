// Addresses that open another program with an article in them.

/** Longer ones are refused by some systems, or cut. */
const MOST = 20_000;
/** What such an address may not be: these are the browser's own. */
const OWN = /^(about|blob|chrome|chrome-extension|data|file|javascript|moz-extension|resource|view-source):/i;

/** @param {unknown} link */
export function isLink(link) {
  return typeof link === "string" && /^[a-z][a-z0-9+.-]*:./i.test(link) && !OWN.test(link);
}

/** A note in Obsidian. @param {string} path its name, and folders @param {string | null} content none: what is on the clipboard */
export function obsidianLink(path, content) {
  const text = content === null ? "clipboard" : `content=${encodeURIComponent(cut(content))}`;
  return `obsidian://new?file=${encodeURIComponent(path)}&${text}`;
}

/**
 * A person's own address, its gaps filled: `{url}`, `{title}`, `{author}`, `{site}`, `{date}`, `{text}`, `{markdown}`.
 *
 * @param {string} template @param {{ article: any, text: string, markdown: string }} given
 */
export function filledLink(template, { article, text, markdown }) {
  const { canonicalUrl, url, title, byline, siteName, publishedTime } = article;
  /** @type {Record<string, unknown>} */
  const gaps = { url: canonicalUrl ?? url, title, author: byline, site: siteName, date: publishedTime?.slice(0, 10), text: cut(text), markdown: cut(markdown) };
  return template.trim().replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(gaps, name) ? encodeURIComponent(String(gaps[name] ?? "")) : gap));
}

/** Never within a letter of two halves, which could not be encoded. @param {string} text */
const cut = (text) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text).toWellFormed();
