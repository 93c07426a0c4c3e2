// How soon the start page's figure is drawn for somebody who was never there, beside a page that draws
// the same picture in a few lines of its own.
import { duration, quantile } from "./report.js";
import { serve } from "./server.js";

const ROUNDS = 7;
const PAGES = { ours: "dist/index.html", byHand: "benches/browser/handmade.html" };
/** How many times as late as the page by hand it may be, and how many bytes it may take. */
const SLOWER = 1.3;
const MOST_BYTES = 110_000;
/** Bytes a second and milliseconds of a telephone on a train. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };
const NETWORKS = { "fast network": undefined, "1.6 Mbit/s, 150 ms": SLOW };

/** The first field of colours is followed by a frame that shows it, and lines drawn with it. */
function noteFirstPicture() {
  const { putImageData } = CanvasRenderingContext2D.prototype;
  const note = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => Object.assign(globalThis, { firstPicture: performance.now() });
    port2.postMessage(null);
  });
  const once = function (...given) {
    CanvasRenderingContext2D.prototype.putImageData = putImageData;
    OffscreenCanvasRenderingContext2D.prototype.putImageData = putImageData;
    note();
    return putImageData.apply(this, given);
  };
  CanvasRenderingContext2D.prototype.putImageData = once;
  OffscreenCanvasRenderingContext2D.prototype.putImageData = once;
}

/** Milliseconds and bytes in a context of its own, in which nothing is kept. */
async function opened(browser, address, network) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  if (network) await session.send("Network.emulateNetworkConditions", network);
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(noteFirstPicture);
  await page.goto(address, { waitUntil: "commit" });
  const time = await (await page.waitForFunction(() => globalThis.firstPicture)).jsonValue();
  const found = { time, bytes };
  await context.close();
  return found;
}

/** @param {import("@playwright/test").Browser} browser @returns {Promise<import("./report.js").Limit[]>} */
export async function measureFirstPicture(browser) {
  const server = await serve({ packed: true });
  const limits = [];
  const bytes = { ours: 0, byHand: 0 };
  for (const [network, conditions] of Object.entries(NETWORKS)) {
    console.error(`(g) First picture, ${network}`);
    const times = { ours: /** @type {number[]} */ ([]), byHand: /** @type {number[]} */ ([]) };
    // The first round is the server's: it packs.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [name, path] of Object.entries(PAGES)) {
        const found = await opened(browser, `${server.origin}/${path}`, conditions);
        if (round > 0) times[name].push(found.time);
        bytes[name] = found.bytes;
      }
    }
    const [ours, byHand] = [times.ours, times.byHand].map((all) => quantile(all, 0.5));
    const ratio = ours / byHand;
    limits.push({
      title: `(g) First picture, nothing kept, ${network}`,
      measured: `${duration(ours)}, ${ratio.toFixed(1)} × a page by hand (${duration(byHand)})`,
      limit: `${SLOWER} ×`,
      kept: ratio <= SLOWER,
    });
  }
  await server.close();
  const kilobytes = (/** @type {number} */ count) => `${(count / 1000).toFixed(1)} kB`;
  limits.push({
    title: "(g) Bytes until then, packed with brotli, heads of answers included",
    measured: `${kilobytes(bytes.ours)}; the page by hand ${kilobytes(bytes.byHand)}`,
    limit: kilobytes(MOST_BYTES),
    kept: bytes.ours <= MOST_BYTES,
  });
  return limits;
}
