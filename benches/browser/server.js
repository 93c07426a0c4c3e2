// Serves the clone on a free port: with clocks as fine as a browser allows, and, where asked, packed
// as a good host packs files.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const CLONE = fileURLToPath(new URL("../../", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
// A page that nothing else can look into gets a clock of microseconds.
const ALONE = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** @param {{ packed?: boolean }} [how] */
export async function serve({ packed = false } = {}) {
  /** @type {Map<string, Buffer>} */
  const kept = new Map();
  const bytes = (path) => {
    if (!kept.has(path)) kept.set(path, packed ? brotliCompressSync(readFileSync(path)) : readFileSync(path));
    return /** @type {Buffer} */ (kept.get(path));
  };
  const server = createServer(({ url }, response) => {
    const path = decodeURIComponent(new URL(url ?? "", "http://host").pathname);
    try {
      const body = bytes(join(CLONE, path));
      response.writeHead(200, { ...ALONE, ...(packed && { "content-encoding": "br" }), "content-type": `${TYPES[extname(path)] ?? "text/plain"}; charset=utf-8`, "content-length": body.length });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}
