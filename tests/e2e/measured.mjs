// The built page in a browser, for what is timed by hand: served from `dist/`, without the test runner.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/** The browser, the address of the page, and how to end both. */
export async function measured() {
  const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
  const server = createServer(({ url }, response) => {
    const path = new URL(url, "http://host").pathname;
    response.setHeader("content-type", TYPES[extname(path)] ?? "text/plain");
    createReadStream(join(dist, path)).on("error", () => response.writeHead(404).end()).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { browser, address: `http://127.0.0.1:${server.address().port}/index.html`, close };
}
