// Serves this world: each site on a name of its own below localhost.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { pagesOf } from "./pages.mjs";
import { SITES } from "./sites.mjs";

const FILM = readFileSync(fileURLToPath(new URL("../pages/colours.webm", import.meta.url)));

export async function serveWorld() {
  const pages = new Map(SITES.map((site) => [site.host, pagesOf(site)]));
  const server = createServer((request, response) => {
    const { hostname, pathname } = new URL(request.url ?? "/", `http://${request.headers.host}`);
    if (pathname === "/colours.webm") return void response.writeHead(200, { "content-type": "video/webm" }).end(FILM);
    const body = pages.get(hostname.split(".")[0] ?? "")?.[pathname];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" }).end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    /** @param {import("./sites.mjs").Site} site @param {string} path */
    url: (site, path) => `http://${site.host}.localhost:${port}${path}`,
    /** A page as it is sent. @param {import("./sites.mjs").Site} site @param {string} path */
    html: (site, path) => pages.get(site.host)?.[path] ?? "",
    pages,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** What is open to Lede in the tests of this world. */
export const ORIGINS = ["*://*.localhost/*"];
