// How soon something is seen over a cold cache, by hand: `node tests/e2e/first.mjs` after `make dist`.
// The start page, and a figure on a host's page, against a page that draws the same hill in nothing but
// JavaScript (by-hand.html); at the network's full speed and at that of a slow telephone. Files are packed
// with brotli. A time is that of the first frame after the picture was drawn, from the start of navigation.
import { readFileSync } from "node:fs";
import { measured } from "./measured.mjs";

const ROUNDS = Number(process.argv[2] ?? 5);
/** 1.6 Mbit a second, and 150 ms there and back. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
const NETWORKS = { "at full speed": undefined, "slow network": SLOW };
const HOST = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><script type="module" src="gradient-descent.js"></script></head>
  <body><gradient-descent>A figure</gradient-descent></body></html>`;
const PAGES = { "by hand": "by-hand.html", "start page": "index.html", "host page": "host.html" };

const pages = { "/by-hand.html": readFileSync(new URL("by-hand.html", import.meta.url), "utf8"), "/host.html": HOST };
const { browser, address, close } = await measured({}, pages, true);

/** Notes when the page's own canvas, or its figure's map, is drawn, and when a figure is live. */
function watch() {
  globalThis.times = {};
  const look = () => {
    const figure = document.querySelector("gradient-descent");
    const canvas = figure?.shadowRoot?.querySelector(".stage canvas:nth-child(2)");
    if (globalThis.drawn || (canvas && canvas.width > 300)) globalThis.times.seen ??= performance.now();
    if (globalThis.drawn || figure?.readout) globalThis.times.live ??= performance.now();
    if (!globalThis.times.seen || !globalThis.times.live) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** One visit in a context of its own, so that nothing is kept from the last. */
async function visit(page, network) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Network.enable");
  if (network) await session.send("Network.emulateNetworkConditions", network);
  await tab.addInitScript(watch);
  await tab.goto(new URL(page, address).href);
  await tab.waitForFunction(() => globalThis.times.seen && globalThis.times.live, undefined, { timeout: 60_000 });
  const found = await tab.evaluate(() => ({
    ...globalThis.times,
    files: performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd <= globalThis.times.seen).length,
  }));
  await context.close();
  return found;
}

// Files are packed when they are first asked for.
for (const page of Object.values(PAGES)) await visit(page);

const median = (list) => list.toSorted((one, other) => one - other)[list.length >> 1];

for (const [network, conditions] of Object.entries(NETWORKS)) {
  const found = Object.fromEntries(Object.keys(PAGES).map((name) => [name, /** @type {any[]} */ ([])]));
  // One after the other, so that what else the machine does meets all alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, page] of Object.entries(PAGES)) found[name].push(await visit(page, conditions));
  }
  const seen = (name) => median(found[name].map((times) => times.seen));
  for (const name of Object.keys(PAGES)) {
    const live = median(found[name].map((times) => times.live));
    console.log(`${network}, ${name}: seen after ${seen(name).toFixed(0)} ms (${(seen(name) / seen("by hand")).toFixed(2)} × by hand), live after ${live.toFixed(0)} ms, ${found[name][0].files} more files`);
  }
}
await close();
