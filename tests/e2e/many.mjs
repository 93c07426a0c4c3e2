// How soon figures are seen in the built page and how smoothly a page with many scrolls, by hand:
// `node tests/e2e/many.mjs` after `make dist`. Twenty figures below each other against one alone: from the
// start of the page to the first frame in which every figure in the window has its picture; then, all of the
// page scrolled through, the times between frames, beside those of as many still canvases.
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

/** Scrolls a page from top to bottom; the times between frames, sorted. @param {import("@playwright/test").Page} page */
async function scrolled(page) {
  const frames = await page.evaluate(async () => {
    const times = [];
    let last = performance.now();
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
      scrollBy(0, 40);
      const now = await new Promise((done) => requestAnimationFrame(done));
      times.push(now - last);
      last = now;
    }
    return times;
  });
  return frames.toSorted((one, other) => one - other);
}

/** @param {string} name @param {number[]} frames */
function tell(name, frames) {
  const at = (part) => frames[Math.floor(part * (frames.length - 1))].toFixed(1);
  console.log(`scrolling past 20 ${name}, 40 pixels a frame: ${frames.length} frames, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms`);
}

{
  // What no figure can be better than: canvases of the same size and number that are never drawn again.
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(`<style>div { position: relative; height: 760px } canvas { position: absolute; width: 650px; height: 500px }</style>
    ${"<div><canvas width=1300 height=1000></canvas><canvas width=1300 height=1000></canvas></div>".repeat(20)}
    <script>for (const canvas of document.querySelectorAll("canvas")) canvas.getContext("2d").fillRect(9, 9, 1100, 800)</script>`);
  await page.waitForTimeout(1000);
  tell("pairs of still canvases", await scrolled(page));
  await page.close();
}
for (const name of ["figures", "figures, the first running", "figures built before"]) {
  const { page, context } = await opened(20, "");
  await page.waitForTimeout(1000);
  if (name.endsWith("running")) await page.evaluate(() => document.querySelector("gradient-descent").run());
  if (name.endsWith("before")) {
    await page.evaluate(() => Promise.all([...document.querySelectorAll("gradient-descent")].map(({ ready }) => ready)));
    await scrolled(page);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(1000);
  }
  tell(name, await scrolled(page));
  await context.close();
}

await close();
