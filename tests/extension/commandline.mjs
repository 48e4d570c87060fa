// The command line, for tests that compare with it.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Its program: what LEDE_CLI names, or what cargo has built last. */
export function commandLine() {
  const program = process.env.LEDE_CLI ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "lede")).find((path) => existsSync(path));
  if (program === undefined) throw new Error("the command line is not built: run `cargo build --release`, or name it by LEDE_CLI");
  return program;
}
