// A page of the web as an article: from an open tab as it stands there, or from its address, fetched and parsed here.
// What a document that was parsed here says runs nowhere: it has no window.

import { api } from "../background/api.js";
import { extract, extractDocument } from "../background/engine.js";
import { fitting } from "../save/convert.js";
import { addressesOf, fetchBytes, gather } from "../save/pictures.js";

/** From the root: Firefox takes other paths from where this page lies. */
const SCRIPTS = ["dom", "layout", "writer", "snapshot", "take-copy"].map((name) => `/content/${name}.js`);
const MOST_BYTES = 20_000_000;
const [PATIENCE_MS, AGAIN_MS] = [30_000, 500];

/** Why a page can't be saved: messages `libraryCannot…` say so. */
export class PageError extends Error {
  /** @param {"Reach" | "Kind" | "Article" | "Size"} why @param {string} message */
  constructor(why, message) {
    super(message);
    this.why = why;
  }
}

/** What a page holds. @typedef {{ article: any, kept: number }} Found */

/** @param {number} tabId @returns {Promise<Found>} */
export async function fromTab(tabId) {
  const [result] = await within(api.scripting.executeScript({ target: { tabId }, files: SCRIPTS, injectImmediately: true }));
  const taken = /** @type {LedeTaken | undefined} */ (result?.result);
  if (taken?.snapshot === undefined) throw new PageError("Reach", "the tab's page can't be read");
  return withText(await extract(taken.snapshot, { now: Date.now(), content: false }));
}

/** @param {string} url @param {AbortSignal} signal @returns {Promise<Found>} */
export async function fromAddress(url, signal) {
  // What breaks off is asked for once more; where it did since this page goes, that never comes to pass, and it waits.
  const page = await fetched(url, signal).catch(async (error) => {
    if (signal.aborted || error instanceof PageError) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return fetched(url, signal).catch((again) => {
      throw signal.aborted || again instanceof PageError ? again : new PageError("Reach", `${url}: ${again}`);
    });
  });
  return withText(await fromHtml(page.bytes, page.url, page.charset));
}

/** @param {string} url @param {AbortSignal} signal */
async function fetched(url, signal) {
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]), credentials: "include", redirect: "follow" });
  if (!response.ok) throw new PageError("Reach", `${url}: ${response.status}`);
  const type = response.headers.get("content-type") ?? "text/html";
  if (!/html/i.test(type)) throw new PageError("Kind", `${url}: ${type}`);
  return { bytes: await bytesOf(response), url: response.url || url, charset: /charset=["']?([\w-]+)/i.exec(type)?.[1] };
}

/** @param {Uint8Array} bytes @param {string} url @param {string} [charset] @returns {Promise<Found>} perhaps without a text */
export async function fromHtml(bytes, url, charset) {
  return extractDocument(new DOMParser().parseFromString(decoded(bytes, charset), "text/html"), url);
}

/** @param {Found} found */
function withText(found) {
  if (found.article.body.length === 0) throw new PageError("Article", "there is no article");
  return found;
}

/**
 * Its pictures, fetched by Lede's right to read these pages; what can't be had stays a link, and is counted.
 *
 * @param {any} article @returns {Promise<{ pictures: import("./store.js").Picture[], count: number, missing: import("../save/pictures.js").Why[] }>}
 */
export async function picturesOf(article) {
  const addresses = addressesOf(article);
  const { found, missing } = await gather(addresses, async (url, { bytes, ms }) => {
    const { data, why } = await fetchBytes(url, bytes, ms);
    if (data === undefined) return { why: why === undefined || why === "Refused" ? "Network" : why };
    return { bytes: /** @type {any} */ (Uint8Array).fromBase64(data) };
  });
  const fitted = await Promise.all(found.map((picture) => fitting(picture, false)));
  const pictures = fitted.flatMap((picture) => (picture === undefined ? [] : [{ src: picture.url, type: picture.mime, bytes: picture.bytes }]));
  const none = fitted.filter((picture) => picture === undefined).map(() => /** @type {const} */ ("Kind"));
  return { pictures, count: addresses.length, missing: [...missing.map(({ why }) => why), ...none] };
}

/** @param {Response} response */
async function bytesOf(response) {
  const parts = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) throw new PageError("Size", `more than ${MOST_BYTES} bytes`);
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {Uint8Array} bytes @param {string} [charset] what came along with it */
export function decoded(bytes, charset) {
  const [a, b] = bytes;
  const mark = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : undefined;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const said = mark ?? charset ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(said).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // An encoding that there is not.
  }
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function within(work) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new PageError("Reach", "the tab does not answer")), PATIENCE_MS));
  return Promise.race([work, /** @type {Promise<never>} */ (late)]);
}
