// Script time of turning the compass in the built page, by hand: `node tests/e2e/turning.mjs` after `make dist`.
// Prints the median and the 95th percentile of many turns: the event and the frame that shows it, in
// time of the page's thread, so that a busy machine does not count.
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const ROUNDS = 120;
const LINKS = ["cost=valleys&at=30", "cost=himmelblau&at=200", "data=houses&at=200", "cost=three", "cost=valleys&hand=0,100,120,140,160&fog=on"];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

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

for (const link of LINKS) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const show = link.includes("fog=on") ? "basic,compass,fog" : "basic,compass";
  await page.goto(`http://127.0.0.1:${server.address().port}/index.html?${link.replace("&fog=on", "")}&show=${show}`);
  await page.locator("gradient-descent").evaluate((figure) => figure.ready);
  await page.locator(".compass-reading").first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration").value;
  };
  const turn = () => page.evaluate(() => new Promise((done) => {
    const knob = document.querySelector("gradient-descent").shadowRoot.querySelector(".instrument.compass .compass-knob");
    knob.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", shiftKey: true, bubbles: true }));
    requestAnimationFrame(() => done());
  }));
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await spent();
    await turn();
    times.push(1000 * (await spent() - before));
  }
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor(part * (times.length - 1))].toFixed(1);
  console.log(link.padEnd(48), `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`);
  await page.close();
}

await browser.close();
server.close();
