// Serves the clone on a free port: with clocks as fine as a browser allows, and, where asked, as a good
// host does: packed, and over HTTP/2, which browsers speak only through TLS.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const CLONE = fileURLToPath(new URL("../../", import.meta.url));
const TEXT = "; charset=utf-8";
// Browsers compile wasm while it arrives only if its type says nothing more.
const TYPES = { ".html": `text/html${TEXT}`, ".js": `text/javascript${TEXT}`, ".css": `text/css${TEXT}`, ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
// A page that nothing else can look into gets a clock of microseconds.
const ALONE = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** A key and a certificate that nobody vouches for, made anew each time. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "downhill-"));
  const [key, cert] = ["key", "cert"].map((name) => join(folder, name));
  try {
    const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    execFileSync("openssl", [...made, "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert], { stdio: "pipe" });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {{ packed?: boolean, protocol?: "HTTP/1.1" | "HTTP/2" }} [how] */
export async function serve({ packed = false, protocol = "HTTP/1.1" } = {}) {
  /** @type {Map<string, Buffer>} */
  const kept = new Map();
  const bytes = (path) => {
    if (!kept.has(path)) kept.set(path, packed ? brotliCompressSync(readFileSync(path)) : readFileSync(path));
    return /** @type {Buffer} */ (kept.get(path));
  };
  const answer = ({ url }, response) => {
    const path = decodeURIComponent(new URL(url ?? "", "http://host").pathname);
    try {
      const body = bytes(join(CLONE, path));
      response.writeHead(200, { ...ALONE, ...(packed && { "content-encoding": "br" }), "content-type": TYPES[extname(path)] ?? `text/plain${TEXT}`, "content-length": body.length });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  const secure = protocol === "HTTP/2";
  const server = secure ? createSecureServer(certificate(), answer) : createServer(answer);
  const sockets = new Set();
  server.on(secure ? "secureConnection" : "connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `${secure ? "https" : "http"}://127.0.0.1:${address.port}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      for (const socket of sockets) socket.destroy();
    }),
  };
}
