// What dragging α costs while the map shows basins: the work of the page's thread in each frame, how
// soon the map changes, how soon it is as fine as it gets, and how soon it is complete.
import { duration, quantile } from "./report.js";

/** CSS pixels of the map along each side. */
const SIDE = 600;
const DRAGGED = 90;
const SINGLE = 5;
const FRAME_MILLISECONDS = 1000 / 60;
const MOST = { work: 8, first: FRAME_MILLISECONDS, finest: 100 };

const HOST = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
  <script type="module" src="gradient-descent.js"></script><style>body { margin: 0 } gradient-descent { --map-height: ${SIDE}px; }</style></head>
  <body><gradient-descent cost="himmelblau" alpha="0.01" show="basic,basins">A figure</gradient-descent></body></html>`;

/** Gives the figure the width at which its map is square. @param {number} side */
async function square(side) {
  const figure = /** @type {HTMLElement} */ (document.querySelector("gradient-descent"));
  const canvas = figure.shadowRoot?.querySelector(".stage canvas");
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  for (let width = 1000, round = 0; round < 8; round += 1) {
    figure.style.width = `${width}px`;
    await frame();
    width += (side - (canvas?.getBoundingClientRect().width ?? 0)) / 0.7;
  }
  const { width, height } = /** @type {Element} */ (canvas).getBoundingClientRect();
  return [width, height];
}

/** Notes when the map's colours change, how many there are across and when all is walked, and moves α. */
async function prepare() {
  const { Lab } = await import(new URL("downhill.js", document.baseURI).href);
  const { putImageData } = CanvasRenderingContext2D.prototype;
  const painted = [];
  CanvasRenderingContext2D.prototype.putImageData = function (...given) {
    if (this.canvas.className === "basins") painted.push({ at: performance.now(), across: this.canvas.width });
    return putImageData.apply(this, given);
  };
  const { workBasins } = Lab.prototype;
  Lab.prototype.workBasins = function (...given) {
    const more = workBasins.apply(this, given);
    if (!more) globalThis.complete ??= performance.now();
    return more;
  };
  const move = (part) => {
    const slider = document.querySelector("gradient-descent").shadowRoot.querySelector("input[type=range][aria-label*=alpha]");
    slider.value = String(Number(slider.min) + (Number(slider.max) - Number(slider.min)) * part);
    painted.length = 0;
    globalThis.complete = undefined;
    performance.mark("dragged");
    const begun = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    return begun;
  };
  Object.assign(globalThis, { painted, move });
}

/** Milliseconds that the page's thread worked in each frame of a trace, from the first mark on; a busy machine does not count. */
function workByFrame(events) {
  const mark = events.find(({ name, cat }) => name === "dragged" && cat.includes("user_timing"));
  const here = events.filter(({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts >= mark.ts);
  const tasks = here.filter(({ name }) => name === "RunTask");
  const begins = here.filter(({ name }) => name === "BeginMainThreadFrame").map(({ ts }) => ts).sort((one, other) => one - other);
  const frames = begins.map(() => 0);
  for (const { ts, dur, tdur } of tasks) {
    const frame = begins.findLastIndex((begin) => begin <= ts + dur);
    if (frame >= 0) frames[frame] += tdur / 1000;
  }
  return frames.slice(0, -1);
}

/** @param {import("@playwright/test").Browser} browser @param {string} origin @returns {Promise<import("./report.js").Limit[]>} */
export async function measureDragging(browser, origin) {
  console.error("Dragging α");
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: HOST }));
  await page.goto(`${origin}/dist/host.html`);
  await page.locator("gradient-descent").evaluate((figure) => figure.ready);
  const sides = await page.evaluate(square, SIDE);
  if (sides.some((side) => Math.abs(side - SIDE) > 2)) throw new Error(`The map has ${sides} pixels.`);
  await page.evaluate(prepare);
  await page.waitForTimeout(1000);
  const single = await changes(page);
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline", "devtools.timeline.frame", "disabled-by-default-devtools.timeline.frame", "blink.user_timing"] });
  await page.evaluate(async (count) => {
    for (let round = 0; round < count; round += 1) {
      globalThis.move(0.3 + 0.004 * (round % 60));
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, DRAGGED);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  await page.close();
  const work = quantile(workByFrame(traceEvents), 0.95);
  const first = quantile(single.map((one) => one.first), 0.5);
  const finest = quantile(single.map((one) => one.finest), 0.5);
  const complete = quantile(single.map((one) => one.complete), 0.5);
  const limit = (title, time, most) => ({ title, measured: duration(time), limit: duration(most), kept: time <= most });
  return [
    limit(`α dragged with basins, ${SIDE} × ${SIDE}: work in a frame, 95th percentile`, work, MOST.work),
    limit("The same: from input to the first new colours", first, MOST.first),
    limit("The same: from input to a colour for each pixel, every start near an edge walked", finest, MOST.finest),
    { title: "The same: from input to every start walked", measured: duration(complete) },
  ];
}

/** α changed once, and then waited for the map. @param {import("@playwright/test").Page} page */
async function changes(page) {
  const found = [];
  for (let round = 0; round < SINGLE; round += 1) {
    found.push(await page.evaluate(async (part) => {
      const begun = globalThis.move(part);
      // The last picture is drawn after the last walk.
      while (!(globalThis.painted.at(-1)?.at > globalThis.complete)) await new Promise((done) => setTimeout(done, 20));
      const { painted, complete } = globalThis;
      const finest = painted.find(({ across }) => across === painted.at(-1).across);
      return { first: painted[0].at - begun, finest: finest.at - begun, complete: complete - begun };
    }, 0.3 + 0.02 * round));
  }
  return found;
}
