// What a page that may be cleaned without a press is told.

import { choices, newsHosts } from "./auto.js";
import { modeFor } from "../shared/auto.js";

/** @param {any} _value @param {import("./routes.js").Asker} asker @returns {Promise<{ mode: LedeMode }>} */
export async function askedByPage(_value, { url }) {
  return { mode: modeFor(url, await choices(), await newsHosts()) };
}
