// The package for npm, as `build.sh packages` has made it: where it lies, and what its tests share.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PAGES = join(ROOT, "tests/pages");

/** The folder: LEDE_NPM, or where the build puts it. */
export const folder = process.env.LEDE_NPM ?? join(ROOT, "dist/npm");
if (!existsSync(join(folder, "index.js"))) throw new Error("the npm package is not built: run ./build.sh packages");

/** A module of the package's. @param {string} name @returns {Promise<any>} */
export const load = (name = "index") => import(pathToFileURL(join(folder, `${name}.js`)).href);

/** A page of ours, and its address. @param {string} name */
export function page(name) {
  const html = readFileSync(join(PAGES, `${name}.html`), "utf8");
  const { url = "" } = JSON.parse(readFileSync(join(PAGES, `${name}.expected.json`), "utf8"));
  return { html, url };
}

/** Runs something in an empty folder. @template T @param {(folder: string) => Promise<T> | T} run */
export async function inFolder(run) {
  const empty = mkdtempSync(join(tmpdir(), "lede-npm-"));
  try {
    return await run(empty);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

/** The archive that npm would publish, made in a folder; and what npm says of it. @param {string} into @returns {{ archive: string, files: { path: string, size: number }[], size: number }} */
export function pack(into) {
  const said = execFileSync("npm", ["pack", "--json", "--pack-destination", into], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename, files, size }] = JSON.parse(said);
  return { archive: join(into, filename), files, size };
}

/** A project that has nothing but the package, installed from its archive without a network. @param {string} empty */
export function project(empty) {
  writeFileSync(join(empty, "package.json"), JSON.stringify({ name: "empty", version: "1.0.0", private: true, type: "module" }));
  const { archive } = pack(empty);
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", archive], { cwd: empty, stdio: ["ignore", "pipe", "pipe"] });
}
