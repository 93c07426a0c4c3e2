// What docs/embedding.md tells people to paste, taken out of the document and tried.
import { readFile } from "node:fs/promises";
import { expect, test } from "./figure.js";
import { inside, settled } from "./framing.js";

const DOCUMENT = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");

/** The first block of code below a heading; the document's folder is the app's own here. */
function block(heading) {
  const [, below] = DOCUMENT.split(`\n${heading}\n`);
  return /```\w+\n([\s\S]*?)```/.exec(below)[1].replaceAll("downhill/", "");
}

const FRAME = block("## In an iframe");
const SCRIPT = block("### Height that follows");

/** A course page as wide as its window, without a word of style or script but what was pasted. */
async function pasted(page, width, body) {
  await page.setViewportSize({ width, height: 800 });
  await page.route("**/course.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html><html lang="en"><head><title>Course</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
  }));
  await page.goto("course.html");
  await inside(page).locator(".stage").waitFor();
  await inside(page).locator(".way-out a").waitFor();
  await settled(page);
}

const boxes = async (page) => ({
  frame: await page.locator("iframe").boundingBox(),
  run: await inside(page).getByRole("button", { name: "Run", exact: true }).boundingBox(),
  alpha: await inside(page).locator("input.alpha").boundingBox(),
});

test("the line for a frame is one line, and has what a good frame has", async () => {
  expect(FRAME.trim().split("\n").length).toBe(1);
  for (const attribute of ["title=", 'loading="lazy"', 'allow="fullscreen"', "aspect-ratio"]) expect(FRAME).toContain(attribute);
});

for (const width of [390, 700, 1000]) {
  test(`the line alone shows map, buttons and α in a page ${width} wide`, async ({ page }) => {
    await pasted(page, width, FRAME);
    const { frame, run, alpha } = await boxes(page);
    expect(frame.width).toBe(width - 16);
    expect(frame.height).toBeGreaterThanOrEqual(540);
    for (const part of [run, alpha]) expect(part.y + part.height).toBeLessThan(frame.y + frame.height);
    await inside(page).getByRole("button", { name: "One step", exact: true }).click();
    await expect(inside(page).locator(".step-count")).toHaveText("step 1");
  });

  test(`the script makes that frame as high as its figure, ${width} wide`, async ({ page }) => {
    await pasted(page, width, SCRIPT + FRAME);
    const needs = () => inside(page).evaluate(() => [Math.ceil(document.body.getBoundingClientRect().height), innerHeight]);
    await expect.poll(async () => new Set(await needs()).size).toBe(1);
    const [before] = await needs();
    await inside(page).locator("gradient-descent").evaluate((figure) => figure.setAttribute("controls", "none"));
    await expect.poll(async () => (await needs()).map((height) => height < before - 40)).toEqual([true, true]);
    await expect.poll(async () => new Set(await needs()).size).toBe(1);
  });
}

test("the command is obeyed", async ({ page }) => {
  await pasted(page, 800, FRAME);
  await page.evaluate(`const frame = document.querySelector("iframe"); ${block("### Commands in")}`);
  await expect(inside(page).locator(".step-count")).toHaveText("step 10");
});
