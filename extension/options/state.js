// What Lede's pages must know before a press, since a press has no time to wait: what is chosen, what is allowed, and which
// sites are news.

import { api } from "../background/api.js";
import { choices, granted, newsSites } from "../background/auto.js";
import { standard } from "../shared/auto.js";
import { missingOrigins } from "../shared/auto-hosts.js";

/** @type {{ choices: LedeChoices, open: string[], news: { host: string, lang: string, country: string }[], hosts: Set<string> }} */
export const state = { choices: standard(), open: [], news: [], hosts: new Set() };

/** Draws now, and whenever something of it has changed. @param {() => void} draw */
export async function watch(draw) {
  const look = async () => {
    [state.choices, state.open] = await Promise.all([choices(), granted()]);
    draw();
  };
  state.news = await newsSites();
  state.hosts = new Set(state.news.map(({ host }) => host));
  await look();
  api.storage.local.onChanged.addListener((changes) => void ("auto" in changes && look()));
  api.permissions.onAdded.addListener(look);
  api.permissions.onRemoved.addListener(look);
}

/** Those that are not allowed yet. @param {string[]} needed */
export function missing(needed) {
  return missingOrigins(needed, state.open);
}
