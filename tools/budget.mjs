// node budget.mjs FILE RAW GZIP: prints a module's size and fails when it is over one of the two limits, in kB of 1000.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [file = "", rawLimit, gzipLimit] = process.argv.slice(2);
const bytes = readFileSync(file);
const sizes = [
  { name: "raw", size: bytes.length, limit: Number(rawLimit) },
  // By gzip itself: the zlib in Node is tuned for speed and differs from one version to the next.
  { name: "gzipped", size: execFileSync("gzip", ["-9", "-c", file], { maxBuffer: 1e8 }).length, limit: Number(gzipLimit) },
];

const told = sizes.map(({ name, size, limit }) => `${(size / 1000).toFixed(1)} kB ${name} (at most ${limit})`);
console.log(`    module: ${told.join(", ")}`);
// Written so that a limit that is no number refuses too.
process.exitCode = sizes.every(({ size, limit }) => size <= limit * 1000) ? 0 : 1;
