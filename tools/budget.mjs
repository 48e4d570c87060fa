// node budget.mjs FILE RAW GZIP: prints a module's size and fails when it is over one of the two limits, in kB of 1000.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [file = "", rawLimit, gzipLimit] = process.argv.slice(2);
const bytes = readFileSync(file);
const sizes = [
  { name: "raw", size: bytes.length, limit: Number(rawLimit) },
  { name: "gzipped", size: gzipSync(bytes, { level: 9 }).length, limit: Number(gzipLimit) },
];

const told = sizes.map(({ name, size, limit }) => `${(size / 1000).toFixed(1)} kB ${name} (at most ${limit})`);
console.log(`    module: ${told.join(", ")}`);
// Written so that a limit that is no number refuses too.
process.exitCode = sizes.every(({ size, limit }) => size <= limit * 1000) ? 0 : 1;
