// What is new since the last version: a line above the options, until it has been seen. Nothing else tells of it.

import { api } from "../background/api.js";
import { change, get } from "../background/store.js";
import { find, word } from "./dom.js";

export async function showNews() {
  const { version } = api.runtime.getManifest();
  const place = find("news");
  place.hidden = [undefined, version].includes(await get("seen"));
  find("news-text").textContent = word("newsText").replace("{version}", version);
  find("news-seen").addEventListener("click", async () => {
    await change("seen", () => version);
    place.hidden = true;
    // The button is gone, and the focus must be somewhere.
    const title = find("title");
    title.tabIndex = -1;
    title.focus();
  });
}
