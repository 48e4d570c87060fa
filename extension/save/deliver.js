// Gives a file to the person, from a page of Lede's: what is made of a page, with one's own notes in it, is nothing that the
// page may see, and by links within it, it could.

import { api } from "../background/api.js";

/** A browser reads the bytes after the press on a link, and does not say when it has: so long for each million of them. */
const [READ_MS, READ_MS_EACH] = [1500, 150];

/** Whether there may be folders, and the browser tells of the end. */
const mayDownload = () => api.permissions.contains({ permissions: ["downloads"] }).catch(() => false);

/**
 * @param {Uint8Array<ArrayBuffer>} bytes @param {string} path with folders, where there may be some @param {string} type
 * @returns {Promise<{ name: string, taken: Promise<unknown> }>} under which name; the browser numbers it where there is such a
 *   file already. Before it is taken this page must not go.
 */
export async function deliver(bytes, path, type) {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  if (await mayDownload()) {
    await downloaded(url, path);
    return { name: path, taken: Promise.resolve() };
  }
  const name = path.replace(/^.*\//s, "");
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  link.click();
  return { name, taken: new Promise((resolve) => setTimeout(resolve, READ_MS + (READ_MS_EACH * bytes.length) / 1e6)) };
}

/** @param {string} url @param {string} filename */
async function downloaded(url, filename) {
  const id = await api.downloads.download({ url, filename, conflictAction: "uniquify", saveAs: false });
  for (;;) {
    const [item] = await api.downloads.search({ id });
    if (item?.state === "complete") return;
    if (item === undefined || item.state === "interrupted") throw new Error(item?.error ?? "the download is gone");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
