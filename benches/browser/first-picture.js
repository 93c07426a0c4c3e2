// How soon the start page's figure is drawn for somebody who was never there, beside a page that draws
// the same picture in a few lines of its own.
import { duration, quantile } from "./report.js";
import { serve } from "./server.js";

const ROUNDS = 9;
/** A new window has a browser busy with itself for a while. */
const REST_MILLISECONDS = 1500;
const PAGES = { ours: "dist/index.html", byHand: "benches/browser/handmade.html" };
/** What static hosts speak today, and what small servers of one's own speak. */
const PROTOCOLS = /** @type {const} */ (["HTTP/2", "HTTP/1.1"]);
/** How many times as late as the page by hand it may be, and how many bytes it may take. */
const SLOWER = 1.3;
const MOST_BYTES = 110_000;
/** Bytes a second and milliseconds of a telephone on a train. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };
const NETWORKS = { "fast network": undefined, "1.6 Mbit/s, 150 ms": SLOW };

/** Said by a page, so that nobody looks into it before: that costs the page as much time as its own scripts. */
const SAID = "first picture";

/**
 * The first field of colours is shown by the frame that it was drawn in, or else by the next.
 * @param {string} said
 */
function noteFirstPicture(said) {
  const { putImageData } = CanvasRenderingContext2D.prototype;
  const { requestAnimationFrame } = globalThis;
  let framing = false;
  globalThis.requestAnimationFrame = (work) => requestAnimationFrame((now) => {
    framing = true;
    try {
      work(now);
    } finally {
      framing = false;
    }
  });
  // A message comes after the frame that it is sent in.
  const afterFrame = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => console.log(said, performance.now());
    port2.postMessage(null);
  };
  const note = () => (framing ? afterFrame() : requestAnimationFrame(afterFrame));
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
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  if (network) await session.send("Network.emulateNetworkConditions", network);
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(noteFirstPicture, SAID);
  await new Promise((rested) => setTimeout(rested, REST_MILLISECONDS));
  const said = page.waitForEvent("console", (message) => message.text().startsWith(SAID));
  await page.goto(address, { waitUntil: "commit" });
  const time = Number((await said).text().slice(SAID.length));
  const found = { time, bytes };
  await context.close();
  return found;
}

/** How soon, and how many bytes until then, over one protocol and network. */
async function compare(browser, origin, conditions) {
  const times = { ours: /** @type {number[]} */ ([]), byHand: /** @type {number[]} */ ([]) };
  const bytes = { ours: 0, byHand: 0 };
  // The first round is the server's: it packs.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(PAGES)) {
      const found = await opened(browser, `${origin}/${path}`, conditions);
      if (round > 0) times[name].push(found.time);
      bytes[name] = found.bytes;
    }
  }
  return { times, bytes };
}

/** @param {string} title @returns {import("./report.js").Limit} */
function timeLimit(title, times) {
  const [ours, byHand] = [times.ours, times.byHand].map((all) => quantile(all, 0.5));
  const ratio = ours / byHand;
  const least = Math.min(...times.ours) / Math.min(...times.byHand);
  return {
    title,
    measured: `${duration(ours)}, ${ratio.toFixed(1)} × a page by hand (${duration(byHand)}), by the least ${least.toFixed(1)} ×`,
    limit: `${SLOWER} ×`,
    kept: ratio <= SLOWER,
  };
}

/** @param {import("@playwright/test").Browser} browser @returns {Promise<import("./report.js").Limit[]>} */
export async function measureFirstPicture(browser) {
  const limits = [];
  let bytes = { ours: 0, byHand: 0 };
  for (const protocol of PROTOCOLS) {
    const server = await serve({ packed: true, protocol });
    for (const [network, conditions] of Object.entries(NETWORKS)) {
      const title = `(g) First picture, nothing kept, ${protocol}, ${network}`;
      console.error(title);
      const found = await compare(browser, server.origin, conditions);
      limits.push(timeLimit(title, found.times));
      if (protocol === PROTOCOLS[0]) ({ bytes } = found);
    }
    await server.close();
  }
  const kilobytes = (/** @type {number} */ count) => `${(count / 1000).toFixed(1)} kB`;
  limits.push({
    title: `(g) Bytes until then over ${PROTOCOLS[0]}, packed with brotli, heads of answers included`,
    measured: `${kilobytes(bytes.ours)}; the page by hand ${kilobytes(bytes.byHand)}`,
    limit: kilobytes(MOST_BYTES),
    kept: bytes.ours <= MOST_BYTES,
  });
  return limits;
}
