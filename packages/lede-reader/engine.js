// The three modules of the engine: loaded when they are wanted, and called so that a trap in one call does not spoil the next.

import * as read from "./engine/lede.js";
import * as html from "./engine/html.js";
import * as save from "./engine/save.js";

/** @typedef {"read" | "html" | "save"} Name */

const MODULES = /** @type {Record<Name, any>} */ ({ read, html, save });
/** Where each lies when nothing else is said. Written so that bundlers see and carry the files. */
const FILES = {
  read: () => new URL("./engine/lede_bg.wasm", import.meta.url),
  html: () => new URL("./engine/html_bg.wasm", import.meta.url),
  save: () => new URL("./engine/save_bg.wasm", import.meta.url),
};
/** @type {Set<Name>} */
const loaded = new Set();
/** @type {Map<Name, Promise<unknown>>} */
const loading = new Map();

/** The file system, where there is one: Node, Deno, Bun. A page, or a bundle for one, has none and asks for none. */
const files = () => /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs");

/** Loads modules where they are not loaded yet; what has failed is tried again the next time. @param {Name[] | Partial<Record<Name, any>>} wanted */
export async function init(wanted = ["read"]) {
  const sources = Array.isArray(wanted) ? Object.fromEntries(wanted.map((name) => [name, undefined])) : wanted;
  await Promise.all(Object.entries(sources).map(([name, source]) => load(known(name), source)));
}

/** The same at once: from bytes or a compiled module, or, where there are files, from where they lie. @param {Name[] | Partial<Record<Name, any>>} wanted */
export function initSync(wanted = ["read"]) {
  const sources = Array.isArray(wanted) ? Object.fromEntries(wanted.map((name) => [name, undefined])) : wanted;
  for (const [name, source] of Object.entries(sources)) loadSync(known(name), source);
}

/** @param {string} name @returns {Name} */
function known(name) {
  if (Object.hasOwn(MODULES, name)) return /** @type {Name} */ (name);
  throw new TypeError(`lede: there is no module "${name}": there are read, html and save`);
}

/** @param {Name} name @param {any} source */
function load(name, source) {
  if (loaded.has(name)) return undefined;
  const before = loading.get(name);
  if (before !== undefined) return before;
  const begun = begin(name, source).finally(() => loading.delete(name));
  loading.set(name, begun);
  return begun;
}

/** @param {Name} name @param {any} source a URL or its text, a Response, bytes, a compiled module, or a promise of one; nothing: the file beside this one */
async function begin(name, source) {
  const from = (await source) ?? FILES[name]();
  const address = typeof from === "string" || from instanceof URL ? new URL(String(from), import.meta.url) : null;
  const bytes = address?.protocol === "file:" ? files()?.promises.readFile(address) : undefined;
  await MODULES[name].default({ module_or_path: (await bytes) ?? address ?? from });
  loaded.add(name);
}

/** @param {Name} name @param {any} [source] bytes or a compiled module */
function loadSync(name, source) {
  if (loaded.has(name)) return;
  const from = FILES[name]();
  const system = from.protocol === "file:" ? files() : undefined;
  if (source === undefined && system === undefined) throw notLoaded(name);
  MODULES[name].initSync({ module: source ?? system.readFileSync(from) });
  loaded.add(name);
}

/** @param {Name} name */
function notLoaded(name) {
  return new Error(`lede: the module "${name}" is not loaded: call \`await init(["${name}"])\` first`);
}

/** Which of these modules is there; the first of them, loaded now, where none is. @param {Name[]} names @returns {Name} */
function ready(names) {
  const name = names.find((one) => loaded.has(one)) ?? /** @type {Name} */ (names[0]);
  loadSync(name);
  return name;
}

/** Runs something with one of these modules. @template T @param {Name[]} names @param {(module: any) => T} run @returns {T} */
export function call(names, run) {
  const engine = MODULES[ready(names)];
  try {
    return run(engine);
  } catch (error) {
    // After a trap, or where the stack has ended in its midst, the instance's memory is in no state to be used again.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) engine.__wbg_reset_state();
    throw error;
  }
}
