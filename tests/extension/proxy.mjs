// The only way out of a browser of the tests: a proxy that answers for what sites it likes, under any name, and lets
// nothing out. What it is asked for, it writes down.

import { createServer } from "node:http";
import { extname } from "node:path";

/** @type {Record<string, string>} */
const TYPES = { ".svg": "image/svg+xml" };

/** @param {(url: URL) => import("./server.mjs").Page | string | undefined} answer nothing: there is no such page */
export async function proxy(answer) {
  /** @type {string[]} */ const seen = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const url = new URL(request.url ?? "/", "http://proxy.example");
    const page = answer(url);
    if (page === undefined) return void response.writeHead(404).end();
    const { body, headers = {} } = typeof page === "string" ? { body: page } : page;
    response.writeHead(200, { "content-type": TYPES[extname(url.pathname)] ?? "text/html; charset=utf-8", ...headers }).end(body);
  });
  server.on("connect", (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    // A browser that closes hangs up, and nobody has to know.
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { seen, address: `127.0.0.1:${port}`, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) };
}
