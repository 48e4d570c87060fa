// Lede's engine and its rivals in one world of a page, beside the page's own: what each takes there.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { dist } from "./browser.mjs";

/** @typedef {{ first: number, warm: number }} Took milliseconds of the first call, and of one in the middle once warm */

const engine = dist("chromium");

/** So often each is called before and while it is measured. */
const [WARMING, TIMES] = [5, 5];

/** The engine's files, for the server. */
export const ENGINE = {
  "/engine/lede.js": { body: readFileSync(join(engine, "engine/lede.js")) },
  "/engine/lede_bg.wasm": { body: readFileSync(join(engine, "engine/lede_bg.wasm")) },
};

/** Each as its README says. @type {Record<"readability" | "defuddle", { source: string, call: string, version: string }>} */
export const RIVALS = {
  readability: {
    ...packaged("@mozilla/readability", "Readability.js"),
    call: "new rival(document.cloneNode(true)).parse()?.content.length ?? 0",
  },
  defuddle: {
    ...packaged("defuddle", "dist/index.js"),
    call: "new rival(document, { url: document.URL }).parse().content.length",
  },
};

/** @param {string} name @param {string} file */
function packaged(name, file) {
  const folder = fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { source: readFileSync(join(folder, file), "utf8"), version };
}

/** Code that leaves a rival in `rival`. @param {keyof typeof RIVALS} name */
export function loading(name) {
  return `{ const module = { exports: {} }, exports = module.exports; ${RIVALS[name].source}\n; globalThis.rival = module.exports.default ?? module.exports; }`;
}

/** Code that calls it: `{ first, warm, size }`. @param {keyof typeof RIVALS} name */
export const calling = (name) => timing(RIVALS[name].call);

/** Code that loads the engine: how long, in milliseconds, and its memory. */
export function loadingEngine(/** @type {string} */ origin) {
  return `(async () => {
    globalThis.engine = await import(${JSON.stringify(`${origin}/engine/lede.js`)});
    const bytes = await (await fetch(${JSON.stringify(`${origin}/engine/lede_bg.wasm`)})).arrayBuffer();
    const began = performance.now();
    globalThis.exported = await engine.default({ module_or_path: bytes });
    return { instantiate: performance.now() - began, memory: exported.memory.buffer.byteLength };
  })()`;
}

/** Code that calls it on \`snapshot\`, as the extension's background does. */
export const callingEngine = timing("engine.extract(snapshot, { now: Date.now(), content: false, layout: true }).article.wordCount ?? 0");

/** @param {string} call */
function timing(call) {
  return `(async () => {
    const once = () => { const began = performance.now(); globalThis.size = ${call}; return performance.now() - began; };
    const first = once();
    for (let count = 0; count < ${WARMING}; count += 1) once();
    const times = Array.from({ length: ${TIMES} }, once).sort((a, b) => a - b);
    return { first, warm: times[${Math.floor(TIMES / 2)}], size };
  })()`;
}

/**
 * A world of its own in the page that shows, in Chromium. The page's policy does not hold in it.
 *
 * @param {import("./chromium.mjs").Chromium} browser
 * @returns {Promise<(code: string) => Promise<any>>} runs code in it
 */
export async function worldOf(browser) {
  await browser.send("Page.setBypassCSP", { enabled: true });
  const { frameTree } = await browser.send("Page.getFrameTree");
  const { executionContextId } = await browser.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "bench" });
  return async (code) => {
    const { result, exceptionDetails } = await browser.send("Runtime.evaluate", { expression: code, contextId: executionContextId, awaitPromise: true, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
