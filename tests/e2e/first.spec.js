// The start page's picture comes with the first program; the rest of a release's engine follows.
import { existsSync, readFileSync } from "node:fs";
import { firstPictureFiles } from "../../tools/sizes.js";
import { call, drawn, element, expect, open, pixels, readout, test } from "./figure.js";

const REST = "downhill_rest.wasm";
/** Reading every pixel of large canvases takes a while on a busy machine. */
const READING = { timeout: 30_000 };
/** What is asked for while the first picture is looked at. */
const AFTER = [REST, "figure/print.js"];

// `trunk build` without --release splits nothing.
test.skip(!existsSync(`dist/${REST}`), "the engine of this build is whole");

/** Holds the rest back until told; `asked` says whether a page wanted it. */
async function holdRest(page) {
  const hold = { asked: false, release: () => {} };
  const released = new Promise((done) => {
    hold.release = () => done(undefined);
  });
  await page.route(`**/${REST}`, async (route) => {
    hold.asked = true;
    await released;
    await route.continue();
  });
  return hold;
}

/** What is said aloud comes when there is time for it, sooner or later. */
const words = (page) => page.locator(".figure").evaluate((figure) => {
  const said = figure.querySelector("[role=status].unseen, [aria-live=polite]")?.innerText ?? "";
  return said ? figure.innerText.replace(said, "").trim() : figure.innerText.trim();
});

async function pictures(page) {
  const canvases = page.locator(".stage canvas, .chart canvas");
  return Promise.all((await canvases.all()).map(async (canvas) => [...await pixels(canvas)]));
}

const SCREENS = [
  { name: "a desktop", width: 1280, height: 800, colorScheme: "light" },
  { name: "a phone in the dark", width: 390, height: 844, colorScheme: "dark" },
  { name: "a tablet", width: 820, height: 1180, colorScheme: "light" },
  { name: "half a desktop", width: 930, height: 700, colorScheme: "light" },
  { name: "a wall", width: 1920, height: 1080, colorScheme: "dark" },
];

for (const { name, width, height, colorScheme } of SCREENS) {
  test(`on ${name}, the start page is drawn before the rest is there, and works after`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    test.slow();
    const hold = await holdRest(page);
    await page.goto("index.html");
    await expect.poll(() => hold.asked).toBe(true);
    await expect.poll(async () => (await pictures(page))[0].length, READING).toBeGreaterThan(20);
    await drawn(page);
    const seen = async () => ({ words: await words(page), pictures: await pictures(page) });
    const before = await seen();
    expect(await page.locator(".figure").evaluate((figure) => figure.inert)).toBe(true);
    expect(await readout(page)).toBeUndefined();

    hold.release();
    await element(page).evaluate((figure) => figure.ready);
    expect(await page.locator(".figure").evaluate((figure) => figure.inert)).toBe(false);
    await expect.poll(seen, READING).toEqual(before);
    expect((await call(page, "step", 3)).iteration).toBe(3);
  });
}

test("a call made while only the picture is there waits for the figure", async ({ page }) => {
  const hold = await holdRest(page);
  await page.goto("index.html");
  await expect.poll(() => hold.asked).toBe(true);
  const stepped = call(page, "step", 2);
  hold.release();
  expect((await stepped).iteration).toBe(2);
});

test("another figure asks for both parts at once", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  const hold = await holdRest(page);
  await page.route("**/downhill_bg.wasm", async (route) => {
    await expect.poll(() => hold.asked).toBe(true);
    await route.continue();
  });
  hold.release();
  await open(page, "data=houses&at=2");
  expect(asked).toContain(REST);
  expect((await readout(page)).iteration).toBe(2);
});

test("a first program that breaks gives way to a fresh one with the rest", async ({ page, noise }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.route(/downhill\.js$/, async (route) => {
    const answer = await route.fetch();
    const broken = "\nLab.prototype.draw = () => { throw new WebAssembly.RuntimeError('unreachable'); };";
    await route.fulfill({ response: answer, body: (await answer.text()) + broken });
  });
  await open(page);
  expect(noise.splice(0)).toEqual(["RuntimeError: unreachable"]);
  expect(asked.filter((address) => address.includes("downhill.js?"))).toHaveLength(1);
  expect((await pictures(page))[0].length).toBeGreaterThan(20);
  expect((await call(page, "step")).iteration).toBe(1);
});

test("what the first picture needs is what tools/sizes.js adds up", async ({ page, baseURL }) => {
  const asked = new Set();
  page.on("request", (request) => asked.add(request.url().slice(baseURL.length)));
  const hold = await holdRest(page);
  await page.goto("index.html");
  await expect.poll(() => hold.asked).toBe(true);
  // Chromium without a window asks for no icon.
  const pictured = [...asked].filter((file) => ![...AFTER, "favicon.svg"].includes(file)).sort();
  const needed = firstPictureFiles("dist").filter((file) => file !== "favicon.svg").sort();
  expect(pictured).toEqual(needed);
  // What the page itself names is not waited for twice.
  const html = readFileSync("dist/index.html", "utf8");
  expect(needed.filter((file) => file !== "index.html" && !html.includes(`"${file}"`))).toEqual([]);
  hold.release();
  await element(page).evaluate((figure) => figure.ready);
});
