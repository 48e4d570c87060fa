// Makes dist/npm/, the package for npm: packages/lede-reader/ as it is, the extension's walk over a page as a module, the
// engine's three modules, and the version.
//
//   node npm.mjs --root CHECKOUT --engine DIR --out DIST/npm

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** What of extension/content/ reads a page, in the order in which it is injected. */
const WALK = ["dom.js", "layout.js", "writer.js", "snapshot.js"];
/** What these take from around them; each document brings its own. */
const AROUND = ["globalThis", "Node", "Element", "Document", "HTMLSlotElement", "HTMLIFrameElement", "HTMLImageElement", "DOMParser", "getComputedStyle", "performance"];
const MODULES = ["lede", "html", "save"];

const options = parseArgs({ options: { root: { type: "string" }, engine: { type: "string" }, out: { type: "string" } } });
const { root = ".", engine = "", out = "dist/npm" } = options.values;

const from = join(root, "packages/lede-reader");
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "engine"), { recursive: true });
for (const name of readdirSync(from)) copyFileSync(join(from, name), join(out, name));
copyFileSync(join(root, "LICENSE"), join(out, "LICENSE"));
writeFileSync(join(out, "walk.js"), walk());
writeFileSync(join(out, "package.json"), manifest());
for (const name of MODULES) {
  for (const file of [`${name}.js`, `${name}.d.ts`, `${name}_bg.wasm`]) copyFileSync(join(engine, file), join(out, "engine", file));
}
console.log(`    ${out}: ${MODULES.length} modules, ${readdirSync(out).length} files beside them`);

/** The extension's scripts, unchanged, in a function that gives them their surroundings. */
function walk() {
  const scripts = WALK.map((name) => `// extension/content/${name}\n${readFileSync(join(root, "extension/content", name), "utf8")}`);
  return `// Written by tools/npm.mjs.

/** @param {any} around */
export function walker({ ${AROUND.join(", ")} }) {
${scripts.join("\n")}
return globalThis.lede.take;
}
`;
}

/** The version stands in Cargo.toml alone. */
function manifest() {
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
  if (version === undefined) throw new Error("Cargo.toml states no version");
  return `${JSON.stringify({ ...JSON.parse(readFileSync(join(from, "package.json"), "utf8")), version }, null, 2)}\n`;
}
