// A page read once more while its reader is on: with what was left out, by the other reading, with what was chosen by
// hand, or for what readers say of it.

import { extracted } from "./extraction.js";

/**
 * @param {import("./extraction.js").Wish & { snapshot: LedeSnapshot }} asked from the page @param {import("./routes.js").Asker} asker
 * @returns {Promise<any>} the article, what else was found, and whether that is less sure than it might be
 */
export async function reread({ snapshot, ...wish }, { tab }) {
  const { article, candidates, comments, kept } = await extracted(tab, snapshot, wish);
  return { article, candidates, comments, kept };
}
