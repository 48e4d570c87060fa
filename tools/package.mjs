// Makes everything under dist/: an unpacked extension and a zip for each browser, and the zip of the sources.
//
//   node package.mjs --root CHECKOUT --engine DIR --info FILE --out DIST
//
// extension/ is copied as it is, the engine and two libraries of npm's beside it, and the manifest merged: common part,
// then the browser's.
// Files that are as they should be are not touched, so that a browser which has dist/ loaded sees no change.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

import { sourceFiles } from "./sources.mjs";
import { zip } from "./zip.mjs";

/** @typedef {import("./zip.mjs").Entry} Entry */
/** @typedef {Map<string, Entry>} Files by name, with forward slashes */

const BROWSERS = ["chromium", "firefox"];
/** What a converter makes an extension of: a folder without a zip (docs/SAFARI.md). */
const CONVERTED = ["safari"];
/** What lies in extension/ for us and not for its users. */
const NOT_SHIPPED = /(^|\/)\.|\.md$|\.d\.ts$|^manifest(\.\w+)?\.json$/;
/** What wasm-bindgen makes and the browser loads; the rest is types. */
const ENGINE = ["lede.js", "lede_bg.wasm", "save.js", "save_bg.wasm"];
/** Libraries that are shipped as npm has them, each with its licence. */
const VENDOR = {
  "idb.js": "idb/build/index.js",
  "idb.LICENSE": "idb/LICENSE",
  "fflate.js": "fflate/esm/browser.js",
  "fflate.LICENSE": "fflate/LICENSE",
};
/** The time of every file in the zips, unless SOURCE_DATE_EPOCH says otherwise: the start of 2026. */
const EPOCH = Number(process.env.SOURCE_DATE_EPOCH ?? 1767225600);

const options = parseArgs({
  options: { root: { type: "string" }, engine: { type: "string" }, info: { type: "string" }, out: { type: "string" } },
});
const { root = ".", engine = "", info = "", out = "dist" } = options.values;

try {
  main();
} catch (error) {
  console.error(`package.mjs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function main() {
  const version = cargoVersion();
  const modules = ENGINE.filter((name) => name.endsWith(".wasm"));
  const made = modules.map((name) => `${sha256(readFileSync(join(engine, name)))}  engine/${name}`);
  for (const browser of BROWSERS) {
    const files = extensionFiles(browser, version);
    sync(join(out, browser), files);
    made.push(pack(`lede-${version}-${browser}.zip`, files));
  }
  for (const browser of CONVERTED) sync(join(out, browser), extensionFiles(browser, version));
  const sources = sourceFiles(root);
  sources.set("BUILD-INFO", { data: Buffer.from(`${readFileSync(info, "utf8")}${made.join("\n")}\n`) });
  pack(`lede-${version}-source.zip`, sources);
  removeOtherZips(version);
}

/** The version in Cargo.toml: the only place that states it. */
function cargoVersion() {
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
  if (version === undefined) throw new Error("Cargo.toml states no version");
  return version;
}

/** @param {string} browser @param {string} version @returns {Files} */
function extensionFiles(browser, version) {
  const from = join(root, "extension");
  /** @type {Files} */
  const files = new Map();
  for (const name of walk(from)) {
    if (!NOT_SHIPPED.test(name)) files.set(name, { data: readFileSync(join(from, name)) });
  }
  for (const name of ENGINE) files.set(`engine/${name}`, { data: readFileSync(join(engine, name)) });
  const packages = join(root, "tests/extension/node_modules");
  for (const [name, file] of Object.entries(VENDOR)) files.set(`vendor/${name}`, { data: readFileSync(join(packages, file)) });
  files.set("manifest.json", { data: manifest(from, browser, version) });
  return files;
}

/** @param {string} from @param {string} browser @param {string} version */
function manifest(from, browser, version) {
  const common = readJson(join(from, "manifest.json"));
  const own = readJson(join(from, `manifest.${browser}.json`));
  for (const stated of [common.version, own.version]) {
    if (stated !== undefined && stated !== version) {
      throw new Error(`a manifest says version ${stated}, Cargo.toml ${version}: leave it out of the manifest`);
    }
  }
  return Buffer.from(`${JSON.stringify({ ...merge(common, own), version }, null, 2)}\n`);
}

/**
 * Objects are merged key by key; anything else, arrays too, is replaced.
 *
 * @param {any} base @param {any} over @returns {any}
 */
function merge(base, over) {
  const isObject = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(base) || !isObject(over)) return over;
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = key in base ? merge(base[key], value) : value;
  return merged;
}

/** @param {string} file @returns {any} */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** Every file below a folder, by its path from there. @param {string} folder @returns {string[]} */
function walk(folder, prefix = "") {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? walk(join(folder, entry.name), `${prefix}${entry.name}/`)
      : [`${prefix}${entry.name}`],
  );
}

/** Makes a folder hold these files and no others. @param {string} folder @param {Files} files */
function sync(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const name of walk(folder)) {
    if (!files.has(name)) rmSync(join(folder, name));
  }
  for (const [name, { data }] of files) write(join(folder, name), data);
}

/** @param {string} file @param {Buffer} data */
function write(file, data) {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() && readFileSync(file).equals(data)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}

/** Writes a zip and returns its line for BUILD-INFO. @param {string} name @param {Files} files */
function pack(name, files) {
  const data = zip(files, EPOCH);
  write(join(out, name), data);
  console.log(`    dist/${name}: ${files.size} files, ${(data.length / 1000).toFixed(1)} kB`);
  return `${sha256(data)}  ${name}`;
}

/** Zips of an earlier version would only be taken for this one's. @param {string} version */
function removeOtherZips(version) {
  for (const name of readdirSync(out)) {
    if (/^lede-.*\.zip$/.test(name) && !name.startsWith(`lede-${version}-`)) rmSync(join(out, name));
  }
}

/** @param {Buffer} data */
function sha256(data) {
  return createHash("sha256").update(data).digest("hex");
}
