// What the modules' crates may be: from the registry, under a free licence, and not among those that cost too much. And of
// all packages that anything here is built or tested with: that their lockfile says from where they are, and their hash.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Crates kept out of the extension's modules, and why. @type {Record<string, (version: string) => string | false>} */
const BANNED = {
  chrono: () => "jiff is the one for dates",
  html5ever: () => "378 kB; the browser has parsed the page already",
  icu_normalizer: () => "160 kB of Unicode tables",
  idna: () => "100 kB of Unicode tables; the browser resolves addresses",
  regex: () => "255 kB",
  url: () => "30 kB; the browser has a parser of its own",
};

/** A crate may offer several; one of these must be enough. */
const LICENCES = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Unicode-3.0", "Unlicense", "Zlib"];

const CARGO_LOCKS = ["Cargo.lock", "fuzz/Cargo.lock", "tools/bindgen/Cargo.lock"];
const NPM = "tests/extension";

const inExtension = shippedWith("saving");
// The npm package brings a parser along, and what that needs.
const inNpm = shippedWith("html");
const faults = [
  ...inExtension.flatMap((crate) => [...bansOf(crate), ...faultsOf(crate)]),
  ...inNpm.flatMap(faultsOf),
  ...CARGO_LOCKS.flatMap(faultsOfCargoLock),
  ...faultsOfNpm(),
];
for (const fault of faults) console.error(fault);
console.log(`${inExtension.length} crates in the modules, ${inNpm.length} in the one that reads HTML`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** The crates of a module that is built with a feature. @param {string} feature @returns {any[]} */
function shippedWith(feature) {
  const metadata = cargoMetadata(feature);
  const shipped = new Set(crates(metadata));
  return metadata.packages.filter((/** @type {any} */ one) => shipped.has(one.id));
}

/** @param {string} feature */
function cargoMetadata(feature) {
  const parameters = ["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown", `--features=${feature}`];
  return JSON.parse(execFileSync("cargo", parameters, { encoding: "utf8", maxBuffer: 1 << 28 }));
}

/** What Lede needs when it runs, and what that needs. @param {any} metadata @returns {string[]} */
function crates({ resolve }) {
  const nodes = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const found = new Set([resolve.root]);
  for (const id of found) {
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some((/** @type {any} */ kind) => kind.kind === null)) found.add(pkg);
    }
  }
  return [...found];
}

/** @param {any} crate @returns {string[]} */
function bansOf({ name, version }) {
  const banned = BANNED[name]?.(version);
  return banned ? [`${name} ${version}: banned from the extension's modules: ${banned}`] : [];
}

/** @param {any} crate @returns {string[]} */
function faultsOf({ name, version, license, source }) {
  const faults = [];
  if (!isFree(license)) faults.push(`${name} ${version}: its licence is ${license}`);
  if (source !== null && !source.startsWith("registry+")) faults.push(`${name} ${version}: comes from ${source}`);
  return faults;
}

/** "(MIT OR Apache-2.0) AND Unicode-3.0": each part of the `AND` must offer one. @param {string | null} expression */
function isFree(expression) {
  const parts = (expression ?? "").replaceAll(/[()]/g, "").split(" AND ");
  return parts.every((part) => part.split(/ OR |\//).some((name) => LICENCES.includes(name.trim())));
}

/** All but our own are from the registry, with a hash. @param {string} path @returns {string[]} */
function faultsOfCargoLock(path) {
  const packages = readFileSync(path, "utf8").split("[[package]]").slice(1);
  if (packages.length === 0) return [`${path} names no packages`];
  return packages.flatMap((text) => {
    const said = (/** @type {string} */ key) => new RegExp(`^${key} = "(.*)"$`, "m").exec(text)?.[1];
    const [name = "", source, checksum] = ["name", "source", "checksum"].map(said);
    if (source === undefined) return name.startsWith("lede") ? [] : [`${path}: ${name} is from a folder`];
    const isRight = source === "registry+https://github.com/rust-lang/crates.io-index" && /^[0-9a-f]{64}$/.test(checksum ?? "");
    return isRight ? [] : [`${path}: ${name} comes from ${source}, with the hash ${checksum}`];
  });
}

/** Versions are said to the last number, and each package has its hash and comes from no other place. @returns {string[]} */
function faultsOfNpm() {
  const [wanted, lock] = ["package.json", "package-lock.json"].map((name) => JSON.parse(readFileSync(`${NPM}/${name}`, "utf8")));
  const loose = Object.entries(wanted.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)));
  const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
  const unknown = locked.filter(([, { integrity = "", resolved = "https://registry.npmjs.org/" }]) => !/^sha512-/.test(integrity) || !resolved.startsWith("https://registry.npmjs.org/"));
  return [...loose.map(([name, version]) => `${NPM}: ${name} ${version} is no version`), ...unknown.map(([path]) => `${NPM}: ${path} has no hash, or another source`)];
}
