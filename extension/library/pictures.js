// The pictures of rows, from the database: read as a row shows, and given back with it.

import { database } from "./store.js";

/** So many stay at hand. */
const MOST = 120;

export function pictures() {
  /** @type {Map<string, Promise<string>>} */ const urls = new Map();
  const read = async (/** @type {string} */ hash) => {
    const picture = await (await database()).get("pictures", hash);
    return picture === undefined ? "" : URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
  };
  /** @param {LedeEntry} entry @param {HTMLElement} place */
  return async (entry, place) => {
    const hash = entry.pictures[0]?.hash;
    place.classList.toggle("none", hash === undefined);
    if (hash === undefined) return;
    const known = urls.get(hash) ?? read(hash);
    urls.delete(hash);
    urls.set(hash, known);
    for (const [oldest, url] of urls) {
      if (urls.size <= MOST) break;
      urls.delete(oldest);
      void url.then((it) => URL.revokeObjectURL(it));
    }
    const src = await known;
    if (src === "") return;
    const img = document.createElement("img");
    img.alt = "";
    img.decoding = "async";
    img.addEventListener("error", () => place.classList.add("none"));
    img.src = src;
    place.replaceChildren(img);
  };
}
