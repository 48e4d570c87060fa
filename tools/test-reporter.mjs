// A reporter for node's test runner: a line a test, failures with their causes, and closing lines in cargo's words, so
// that build.sh reads one form. It also tells which browsers were named: `test("firefox: ...")`, or a suite of that
// name, is a test on Firefox.

import { inspect } from "node:util";

const BROWSERS = ["chromium", "firefox"];
const SHOWN_AGAIN = 4;
const CAUSE_LINES = 8;

/** @param {AsyncIterable<any>} events */
export default async function* report(events) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const browsers = new Set();
  /** @type {string[]} */ const failures = [];
  for await (const { type, data } of events) {
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    const result = outcome(type, data);
    if (result === undefined) continue;
    for (const browser of BROWSERS) {
      if (result !== "skipped" && new RegExp(`^${browser}\\b`, "i").test(data.name)) browsers.add(browser);
    }
    if (result === "failed" ? isOnlyAbove(data) : data.details.type === "suite") continue;
    count[result] += 1;
    yield `${"  ".repeat(data.nesting)}${result === "passed" ? "ok" : result} - ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    if (result !== "failed") continue;
    const why = cause(data);
    failures.push(`failed - ${data.name}\n${why.split("\n", CAUSE_LINES).join("\n")}\n`);
    yield `${why}\n`;
  }
  // Once more at the end: what is shown of a long log is its end.
  yield* failures.slice(0, SHOWN_AGAIN);
  yield `test result: ${count.passed} passed; ${count.failed} failed; ${count.skipped} skipped\n`;
  yield `browsers: ${[...browsers].join(" ")}\n`;
}

/**
 * @param {string} type @param {any} data
 * @returns {"passed" | "failed" | "skipped" | undefined} nothing for a file: node counts one without a test as passed
 */
function outcome(type, data) {
  if (data.skip !== undefined || data.todo !== undefined) return "skipped";
  if (type === "test:fail") return "failed";
  const isFile = data.nesting === 0 && data.file !== undefined && data.file.endsWith(data.name);
  return isFile ? undefined : "passed";
}

/** What fails since a test in it does: that one is counted. @param {any} data */
function isOnlyAbove(data) {
  return data.details.error?.failureType === "subtestsFailed";
}

/** @param {any} data */
function cause(data) {
  const error = data.details.error?.cause ?? data.details.error;
  return inspect(error, { colors: false }).replace(/^/gm, "      ");
}
