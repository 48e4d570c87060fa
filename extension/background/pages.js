// The further pages of an article that is split over several: the reader fetches them with its page's own rights, and
// they are read here.

import { extract } from "./engine.js";
import { optionsFor } from "./extraction.js";
import { isSameOrigin } from "./reader.js";

/**
 * @param {{ snapshot: LedeSnapshot }} page @param {import("./routes.js").Asker} asker
 * @returns {Promise<LedeFurtherPage>}
 */
export async function furtherPage({ snapshot }, { url }) {
  // It may have led elsewhere.
  if (!isSameOrigin(url, snapshot.url)) throw new Error("a page of another site");
  const { article, pagination = null } = await extract(snapshot, optionsFor({ layout: false }));
  return { body: article.body, minutes: article.readingMinutes ?? 0, pagination };
}
