// The release in Firefox: the offline files from disk and in a locked frame, `dist/` from a server.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const ROOT = new URL("../../", import.meta.url);
const DIST = new URL("dist/", ROOT).href;
const RESULTS = new URL("target/firefox/", ROOT);
const golden = JSON.parse(readFileSync(new URL("../golden-links.json", import.meta.url), "utf8"));

let browser;
let server;
let served;

before(async () => {
  mkdirSync(RESULTS, { recursive: true });
  server = spawn("sirv", [fileURLToPath(ROOT), "--dev", "--host", "127.0.0.1", "--port", "0"]);
  const address = await new Promise((found, lost) => {
    server.stdout.on("data", (text) => /http:\/\/127\.0\.0\.1:\d+/.test(text) && found(/http:\/\/127\.0\.0\.1:\d+/.exec(text)[0]));
    server.on("error", lost);
  });
  served = `${address}/dist/`;
  browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr", headless: true });
});

after(async () => {
  await browser?.close();
  server?.kill();
});

/** A page that must stay quiet and ask only itself; a picture of it stays in target/firefox. */
async function visit(address, name, work) {
  const page = await browser.newPage();
  const noise = [];
  page.on("console", (message) => ["error", "warn", "warning"].includes(message.type()) && noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("request", (request) => {
    const near = request.isNavigationRequest() || ["data:", served].some((start) => request.url().startsWith(start));
    if (!near) noise.push(`asked ${request.url()}`);
  });
  try {
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(address);
    await work(page);
    await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, RESULTS)) });
    assert.deepEqual(noise, []);
  } finally {
    await page.close();
  }
}

const standing = (frame) => frame.$eval("gradient-descent", (figure) => figure.ready);
const numbers = ({ point, cost, gradientNorm, stopped }) => [...Object.values(point), cost, gradientNorm, stopped];

/** Clicked, the start goes there; run, some of the golden figures end as the native engine's, to the last bit. */
async function works(page) {
  const first = await standing(page);
  const stage = await page.waitForSelector(">>> .stage");
  const { x, y } = await stage.boundingBox();
  await page.mouse.click(x + 250, y + 150);
  const clicked = await page.$eval("gradient-descent", (figure) => figure.readout);
  assert.notDeepEqual(clicked.point, first.point);
  const run = await page.waitForSelector(">>> button.run");
  await run.click();
  await page.waitForFunction(() => document.querySelector("gradient-descent").readout.stopped === "converged", { timeout: 20_000 });
  const link = await page.$eval("gradient-descent", (figure) => figure.link);
  for (const { link: query, figure: wanted } of golden.slice(0, 20).filter((_, row) => row % 5 === 0)) {
    const runs = await page.$eval("gradient-descent", async (figure, query) => {
      figure.link = query;
      return (await figure.step(Infinity)).runs;
    }, query);
    assert.deepEqual(runs.map(numbers), wanted.moments.at(-1).runs.map(numbers), query);
  }
  await page.$eval("gradient-descent", (figure, query) => { figure.link = query; return figure.step(Infinity); }, link);
}

test("the offline file from disk", () => visit(`${DIST}gradient-descent.html`, "disk", works));

test("the offline file from disk, opened and kept by its address", () =>
  visit(`${DIST}gradient-descent.html?cost=bowl&alpha=0.25`, "address", async (page) => {
    assert.equal((await standing(page)).alpha, 0.25);
    await page.$eval("gradient-descent", (figure) => figure.startAt([0.5, 0.25]));
    await page.waitForFunction(() => location.hash.includes("start=0.5,0.25"));
    await page.reload();
    const kept = await standing(page);
    assert.deepEqual([kept.alpha, kept.point], [0.25, { w: 0.5, b: 0.25 }]);
  }));

test("the offline file in a locked frame", async () => {
  const host = new URL("locked.html", RESULTS);
  writeFileSync(host, `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="1200" height="760" src="${DIST}gradient-descent.html"></iframe>`);
  await visit(host.href, "locked", async (page) => {
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await frame.waitForSelector("gradient-descent");
    await standing(frame);
    const end = await frame.$eval("gradient-descent", (figure) => figure.run());
    assert.equal(end.stopped, "converged");
  });
});

test("the lesson's offline file from disk", () =>
  visit(`${DIST}gradient-descent-lesson.html#chapter-3`, "lesson", async (page) => {
    await page.waitForSelector("gradient-descent");
    await standing(page);
    assert.match(await page.$eval(".chapter .number", ({ textContent }) => textContent), /^Chapter 3/);
  }));

test("the playground from a server", () => visit(`${served}index.html`, "playground", works));
test("the lesson from a server", () =>
  visit(`${served}learn.html?chapter=2`, "lesson-served", async (page) => {
    await page.waitForSelector("gradient-descent");
    await standing(page);
  }));
test("the offline file from a server", () => visit(`${served}gradient-descent.html`, "served", works));
