// Measures Downhill against others and writes the table of docs/performance.md: `make bench`. With names of
// cases (`node benches/browser/run.js basins`) only these, on the screen; everything has to be built.
import { launch } from "./browser.js";
import { measureDragging } from "./dragging.js";
import { measureFirstPicture } from "./first-picture.js";
import { native } from "./native.js";
import { limitOf, write } from "./report.js";
import { serve } from "./server.js";
import { MEASURED } from "./targets.js";

/** Every row is measured so many times, the rows of a case in turns; fewer when a case takes long. */
const ROUNDS = 15;
const LEAST_ROUNDS = 3;
const CASE_MILLISECONDS = 8_000;
const LONG_MILLISECONDS = 100;

/** @typedef {{ rival: string, variant: string, problem: string, times: number[] }} Found */
/** @typedef {{ title: string, targets: Record<string, number | undefined>, rows: Found[] }} Result */

/** Something that can be timed once, in a page or natively. @typedef {Found & { measure: () => Promise<number> }} Turn */

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);

/** Milliseconds that the page's thread has worked: on a busy machine others do not count. */
async function threadClock(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "ThreadTime").value;
  };
}

/**
 * @param {import("@playwright/test").Page} page @param {import("./targets.js").Measured} measured
 * @param {() => Promise<number>} spent @returns {Promise<{ turns: Turn[], answer: number }>}
 */
async function inPage(page, { id, byClock }, spent) {
  const { found, sum: answer } = await page.evaluate((name) => globalThis.open(name), id);
  const turns = [];
  for (const [index, { rival, variant, wrong, allowed, right, units }] of found.entries()) {
    const problem = wrong > allowed ? `${wrong} of ${right} numbers differ` : "";
    const often = problem ? 0 : await page.evaluate((at) => globalThis.warm(at), index);
    const measure = async () => {
      const before = await spent();
      const passed = await page.evaluate(([at, times]) => globalThis.measure(at, times), [index, often]);
      return (byClock ? passed : await spent() - before) / often / units;
    };
    turns.push({ rival, variant, problem, times: [], measure });
  }
  return { turns, answer };
}

/** @param {import("./targets.js").NativeRow} row @param {number} answer @param {ReturnType<typeof native>} program @returns {Promise<Turn>} */
async function natively({ rival, ready, order, check, units = 1 }, answer, program) {
  const prepare = async () => {
    for (const line of ready) await program.tell(line);
  };
  await prepare();
  let { numbers } = await program.tell(order);
  if (check) ({ numbers } = await program.tell(check));
  const off = Math.abs(sum(numbers) - answer) / Math.abs(answer);
  const problem = off < 1e-4 ? "" : `the answer is off by ${off}`;
  const measure = async () => {
    await prepare();
    // The first time finds nothing in the processor's caches, which matters where it is short.
    const first = (await program.tell(order)).time;
    return (first > LONG_MILLISECONDS ? first : (await program.tell(order)).time) / units;
  };
  return { rival, variant: "", problem, times: [], measure };
}

/** @param {import("./targets.js").Measured} measured @param {import("@playwright/test").Page} page @param {() => Promise<number>} spent @returns {Promise<Result>} */
async function measureCase(measured, page, spent) {
  const { title, targets, native: rows = [] } = measured;
  const program = native();
  const { turns, answer } = await inPage(page, measured, spent);
  for (const row of rows) turns.push(await natively(row, answer, program));
  const right = turns.filter(({ problem }) => !problem);
  const until = performance.now() + CASE_MILLISECONDS;
  for (let round = 0; round < ROUNDS && (round < LEAST_ROUNDS || performance.now() < until); round += 1) {
    // Another row first each time: whoever follows a slow one finds other caches.
    for (let turn = 0; turn < right.length; turn += 1) {
      const { times, measure } = right[(turn + round) % right.length];
      times.push(await measure());
    }
  }
  program.end();
  return { title, targets, rows: turns.map(({ rival, variant, problem, times }) => ({ rival, variant, problem, times })) };
}

const wanted = process.argv.slice(2);
const all = wanted.length === 0;
const chosen = (/** @type {string} */ name) => all || wanted.includes(name);
const begun = performance.now();
const server = await serve();
const browser = await launch();
const page = await browser.newPage();
page.on("pageerror", (error) => console.error(error));
await page.goto(`${server.origin}/benches/browser/index.html`);
await page.locator("html[data-ready]").waitFor();

const spent = await threadClock(page);
const results = [];
const limits = [];
for (const measured of MEASURED.filter(({ id }) => chosen(id))) {
  console.error(measured.title);
  const result = await measureCase(measured, page, spent);
  results.push(result);
  if (measured.most) limits.push(limitOf(result, measured.most));
}
await page.close();
if (chosen("dragging")) limits.push(...await measureDragging(browser, server.origin));
if (chosen("first-picture")) limits.push(...await measureFirstPicture(browser));
write({ results, limits, version: browser.version(), seconds: (performance.now() - begun) / 1000 }, all);
await browser.close();
await server.close();
