// node copy-sources.mjs CHECKOUT DESTINATION: the files of the source zip, laid out as they are in the checkout.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { sourceFiles } from "./sources.mjs";

const [checkout = ".", destination = ""] = process.argv.slice(2);
for (const [name, { data, executable }] of sourceFiles(checkout)) {
  mkdirSync(dirname(join(destination, name)), { recursive: true });
  writeFileSync(join(destination, name), data, { mode: executable ? 0o755 : 0o644 });
}
