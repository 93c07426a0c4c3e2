// Serves the built hosts, and Downhill's files from another origin. The hosts name that origin as a
// course would, by a fixed address; here it is replaced by the one that was free.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const DOCUMENTED = "https://downhill.example/";
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** @param {string} folder @param {(path: string, type: string, response: import("node:http").ServerResponse) => unknown} send */
async function serve(folder, send) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    const named = join(folder, normalize(decodeURIComponent(pathname)));
    const asked = pathname.endsWith("/") ? `${named}index.html` : extname(named) ? named : `${named}.html`;
    const found = await stat(asked).catch(() => undefined);
    // Browsers ask for an icon of their own accord.
    if (!found?.isFile()) return response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    const type = TYPES[extname(asked)] ?? "application/octet-stream";
    await send(asked, type, response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server.address().port;
}

const downhill = await serve("dist", (path, type, response) => {
  response.writeHead(200, { "Content-Type": type, "Access-Control-Allow-Origin": "*" });
  createReadStream(path).pipe(response);
});

const hosts = await serve("target/hosts", async (path, type, response) => {
  const page = type.startsWith("text/html");
  const body = page ? (await readFile(path, "utf8")).replaceAll(DOCUMENTED, `http://127.0.0.1:${downhill}/`) : await readFile(path);
  response.writeHead(200, { "Content-Type": type }).end(body);
});

console.log(`Downhill :${downhill} hosts :${hosts}`);
