// node budget.mjs FILE RAW GZIP [MODEL MODEL_RAW]: prints a module's size and fails when it is over one of its limits, in
// kB of 1000. The limits are for the code: the learned model that the module holds comes on top, with a limit of its own.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const [file = "", rawLimit, gzipLimit, model, modelLimit] = process.argv.slice(2);
// By gzip itself: the zlib in Node is tuned for speed and differs from one version to the next.
const gzipped = (/** @type {string} */ path) => execFileSync("gzip", ["-9", "-c", path], { maxBuffer: 1e8 }).length;
const raw = (/** @type {string} */ path) => readFileSync(path).length;
const learned = model === undefined ? { raw: 0, gzipped: 0 } : { raw: raw(model), gzipped: gzipped(model) };
const sizes = [
  { name: "raw", size: raw(file), limit: Number(rawLimit) * 1000 + learned.raw },
  { name: "gzipped", size: gzipped(file), limit: Number(gzipLimit) * 1000 + learned.gzipped },
  ...(model === undefined ? [] : [{ name: "of it the model", size: learned.raw, limit: Number(modelLimit) * 1000 }]),
];

const kilo = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
const told = sizes.map(({ name, size, limit }) => `${kilo(size)} kB ${name} (at most ${kilo(limit)})`);
console.log(`    ${basename(file, "_bg.wasm")}: ${told.join(", ")}`);
// Written so that a limit that is no number refuses too.
process.exitCode = sizes.every(({ size, limit }) => size <= limit) ? 0 : 1;
