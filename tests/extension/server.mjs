// A web server for the tests: the files of tests/pages, and pages that a test brings along, with any headers.

import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ body: string | Buffer, headers?: Record<string, string>, delay?: number, status?: number }} Page */
/** An answer by hand, for what no server should do. @typedef {(response: import("node:http").ServerResponse, request: import("node:http").IncomingMessage) => void} Answer */

/** Pages to read, and pages for tests of the extension alone. */
export const PAGES = fileURLToPath(new URL("../pages", import.meta.url));
const OWN_PAGES = fileURLToPath(new URL("pages", import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wav": "audio/wav",
  ".webm": "video/webm",
};

/**
 * @param {Record<string, Page | Answer | string>} [pages] by path; a string is an HTML page
 * @param {string[]} [folders] whose files are served, the first that has one
 */
export async function serve(pages = {}, folders = [PAGES, OWN_PAGES]) {
  /** @type {string[]} */ const seen = [];
  const server = createServer((request, response) => {
    seen.push(`http://${request.headers.host}${request.url}`);
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const page = pages[path] ?? file(path, folders);
    if (page === null) return void response.writeHead(404).end();
    if (typeof page === "function") return page(response, request);
    const { body, headers = {}, delay = 0, status = 200 } = typeof page === "string" ? { body: page } : page;
    // No charset: a page says it itself, as its file does.
    const type = { "content-type": typeof page === "string" ? "text/html; charset=utf-8" : (TYPES[extname(path)] ?? "text/html; charset=utf-8") };
    setTimeout(() => response.writeHead(status, { ...type, ...headers }).end(body), delay);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    pages,
    /** The addresses that were asked for, in order. */
    seen,
    /** Two names for the same server are two origins. */
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** @param {string} path @param {string[]} folders @returns {Page | null} */
function file(path, folders) {
  for (const folder of folders) {
    const name = join(folder, normalize(path));
    if (name.startsWith(folder) && statSync(name, { throwIfNoEntry: false })?.isFile()) return { body: readFileSync(name) };
  }
  return null;
}
