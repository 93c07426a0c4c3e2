// How soon figures are seen in the built page and how smoothly a page with many scrolls, by hand:
// `node tests/e2e/many.mjs` after `make dist`. Twenty figures below each other against one alone: from the
// start of the page to the first frame in which every figure in the window has its picture; then, all of the
// page scrolled through, the times between frames.
import { measured } from "./measured.mjs";

const ROUNDS = 5;
const COSTS = ["valleys", "himmelblau", "bowl", "ravine", "rosenbrock", "saddle", "camel", "beale", "plateau", "curve"];

const { browser, address, close } = await measured();

/** @param {number} count @param {string} style */
const hostPage = (count, style) => `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">
  <script type="module" src="gradient-descent.js"></script><style>${style}</style></head><body>
  ${Array.from({ length: count }, (_, index) => `<p>Figure ${index + 1}</p><gradient-descent cost="${COSTS[index % COSTS.length]}">A figure</gradient-descent>`).join("")}</body></html>`;

/** A page of a context of its own, so that nothing is kept from the last. */
async function opened(count, style) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: hostPage(count, style) }));
  await page.addInitScript(() => {
    const drawn = (figure) => (figure.shadowRoot?.querySelector(".stage canvas:nth-child(2)")?.width ?? 0) > 300;
    const inWindow = (figure) => {
      const { top, bottom } = figure.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    globalThis.times = {};
    const look = () => {
      const seen = [...document.querySelectorAll("gradient-descent")].filter(inWindow);
      if (seen.some(drawn)) times.first ??= performance.now();
      if (seen.length > 0 && seen.every(drawn)) times.all ??= performance.now();
      times.seen ??= times.all && seen.length;
      if (!times.all) requestAnimationFrame(look);
    };
    document.addEventListener("DOMContentLoaded", look);
  });
  await page.goto(new URL("host.html", address).href);
  await page.waitForFunction(() => globalThis.times.all);
  return { page, context };
}

const median = (list) => list.toSorted((one, other) => one - other)[list.length >> 1];

for (const [name, style] of [["below each other", ""], ["small, a dozen in the window", "body { display: grid; grid-template-columns: repeat(4, 1fr) } p { display: none } gradient-descent { --map-height: 150px; height: 380px; overflow: hidden }"]]) {
  const found = {};
  for (const count of [1, 20]) {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { page, context } = await opened(count, style);
      times.push(await page.evaluate(() => globalThis.times));
      await context.close();
    }
    found[count] = { first: median(times.map(({ first }) => first)), all: median(times.map(({ all }) => all)), seen: times[0].seen };
    console.log(`${name}: ${count} on the page, ${found[count].seen} in the window: first picture ${found[count].first.toFixed(0)} ms, all in the window ${found[count].all.toFixed(0)} ms`);
  }
  console.log(`${name}: ratio ${(found[20].first / found[1].first).toFixed(2)} for the first, ${(found[20].all / found[1].all).toFixed(2)} for all in the window`);
}

for (const run of ["", " while the first runs"]) {
  const { page, context } = await opened(20, "");
  await page.waitForTimeout(1000);
  const frames = await page.evaluate(async (running) => {
    if (running) document.querySelector("gradient-descent").run();
    const times = [];
    let last = performance.now();
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
      scrollBy(0, 40);
      const now = await new Promise((done) => requestAnimationFrame(done));
      times.push(now - last);
      last = now;
    }
    return times;
  }, run !== "");
  frames.sort((one, other) => one - other);
  const at = (part) => frames[Math.floor(part * (frames.length - 1))].toFixed(1);
  const built = await page.evaluate(() => [...document.querySelectorAll("gradient-descent")].filter(({ readout }) => readout).length);
  console.log(`scrolling past 20, 40 pixels a frame${run}: ${frames.length} frames, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms; ${built} built at the end`);
  await context.close();
}

await close();
