// In the options: whether settings and choices go to the person's other devices.

import { api } from "../background/api.js";
import { change, get } from "../background/store.js";
import { find, word } from "./dom.js";

const box = /** @type {HTMLInputElement} */ (find("sync-on"));

/** @type {Record<string, string>} */
const PROBLEMS = { Large: "autoSyncLarge", Failed: "autoSyncFailed", Newer: "autoSyncNewer" };

export async function showSync() {
  await draw();
  api.storage.local.onChanged.addListener((changes) => void (Object.keys(changes).some((key) => key.startsWith("sync:")) && draw()));
  box.addEventListener("change", async () => {
    if (box.checked) return change("sync:on", () => true);
    for (const key of ["sync:on", "sync:base", "sync:problem"]) await change(key, () => undefined);
  });
}

async function draw() {
  const [on, problem] = await Promise.all([get("sync:on"), get("sync:problem")]);
  box.checked = on === true;
  const known = PROBLEMS[problem];
  find("sync-status").textContent = on === true && known !== undefined ? word(known) : "";
}
