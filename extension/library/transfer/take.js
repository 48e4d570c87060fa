// Files taken into the library: some articles at a time, each time one transaction. What is there already stays as it is.

import { adoptMarks } from "../../background/marks.js";
import { addressOf } from "../article.js";
import { addAll } from "../store.js";
import { named } from "../errors.js";
import { isOfUse, read } from "./read.js";

const [AT_ONCE, AT_ONCE_LETTERS] = [50, 20_000_000];

/** @typedef {{ added: number, there: number, wrong: string[], done: number, all: number }} Report `done` and `all` of bytes */

/**
 * @param {File[]} files @param {AbortSignal} signal @param {(report: Report) => unknown} told
 * @returns {Promise<Report & { full?: boolean }>}
 */
export async function take(files, signal, told) {
  const wanted = files.length === 1 ? files : files.filter(({ name }) => isOfUse(name));
  /** @type {Report} */ const report = { added: 0, there: 0, wrong: [], done: 0, all: wanted.reduce((sum, { size }) => sum + size, 0) };
  /** @type {{ article: any, extras: any }[]} */ let some = [];
  let letters = 0;
  const put = async () => {
    const answers = await addAll(some);
    const added = answers.filter(({ id }) => id !== undefined).length;
    for (const [at, { article, extras }] of some.entries()) {
      if (answers[at]?.id !== undefined) await adoptMarks(addressOf(article), extras.annotations ?? []);
    }
    report.added += added;
    report.there += answers.length - added;
    [some, letters] = [[], 0];
    told(report);
  };
  try {
    for (const file of wanted) {
      for await (const item of read(file)) {
        if (signal.aborted) return report;
        if ("wrong" in item) report.wrong.push(item.wrong);
        else some.push(item);
        letters += "article" in item ? item.article.body.length * 500 + (item.extras.pictures ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0) : 0;
        if (some.length >= AT_ONCE || letters > AT_ONCE_LETTERS) await put();
      }
      report.done += file.size;
      told(report);
    }
    if (some.length > 0 && !signal.aborted) await put();
  } catch (error) {
    if (named(error).why !== "Full") throw error;
    return { ...report, full: true };
  }
  return report;
}
