// Serves a built folder on a free port of this machine: another origin than the one the tests run on.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/**
 * @param {Record<string, string>} [headers] sent with every answer
 * @param {Record<string, string>} [pages] HTML by its path, besides the files
 * @param {boolean} [packed] as hosts on the open web do it, with brotli
 */
export async function serve(headers = {}, pages = {}, packed = false) {
  /** @type {Map<string, Buffer>} */
  const kept = new Map();
  const pack = (/** @type {string} */ path) => {
    if (!kept.has(path)) kept.set(path, brotliCompressSync(pages[path] ?? readFileSync(join(DIST, path))));
    return kept.get(path);
  };
  const server = createServer(({ url }, response) => {
    const path = new URL(url, "http://host").pathname;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("content-type", TYPES[extname(path)] ?? "text/plain");
    if (packed && (pages[path] || existsSync(join(DIST, path)))) response.setHeader("content-encoding", "br").end(pack(path));
    else if (pages[path]) response.end(pages[path]);
    else createReadStream(join(DIST, path)).on("error", () => response.writeHead(404).end()).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}
