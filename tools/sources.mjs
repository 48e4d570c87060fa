// Which files are the sources: what git tracks, or, outside a git checkout, everything that .gitignore does not name.

import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the packages are made of: a file there that git does not track would be missing from the sources. */
const BUILT_FROM = ["Cargo.lock", "Cargo.toml", "build.sh", "extension", "src", "tools"];

/** @param {string} root @returns {Map<string, import("./zip.mjs").Entry>} */
export function sourceFiles(root) {
  const names = existsSync(join(root, ".git")) ? tracked(root) : notIgnored(root);
  const files = new Map();
  for (const name of names) {
    const stat = lstatSync(join(root, name), { throwIfNoEntry: false });
    // Deleted but still tracked, or a link: neither is a file to pack. BUILD-INFO is written anew.
    if (!stat?.isFile() || name === "BUILD-INFO") continue;
    files.set(name, { data: readFileSync(join(root, name)), executable: (stat.mode & 0o100) !== 0 });
  }
  return files;
}

/** @param {string} root */
function tracked(root) {
  const strangers = git(root, ["ls-files", "-z", "--others", "--exclude-standard", "--", ...BUILT_FROM]);
  if (strangers.length > 0) {
    console.log(`    not in the source zip, since git does not track them: ${strangers.join(" ")}`);
  }
  return git(root, ["ls-files", "-z"]);
}

/** An empty repository elsewhere lets git read this folder's .gitignore files. @param {string} root */
function notIgnored(root) {
  const empty = mkdtempSync(join(tmpdir(), "lede-"));
  try {
    git(root, ["init", "--quiet", "--bare", empty]);
    return git(root, [`--git-dir=${empty}`, "--work-tree=.", "ls-files", "-z", "--others", "--exclude-standard"]);
  } finally {
    rmSync(empty, { recursive: true });
  }
}

/** @param {string} root @param {string[]} parameters @returns {string[]} the names it prints */
function git(root, parameters) {
  // A checkout may belong to another user than the one who builds, as in a container.
  const output = execFileSync("git", ["-c", "safe.directory=*", ...parameters], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return output.split("\0").filter((name) => name !== "");
}
