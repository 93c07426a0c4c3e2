// What docs/embedding.md shows is what works: each recipe, cut out of the document, runs as a page of
// its own; each piece said to be from a host's project stands in it.
import { readFileSync } from "node:fs";
import { drawn, element, expect, test } from "./figure.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const embedding = read("docs/embedding.md");
const [, recipes] = /^## Recipes\n(.*?)^## /ms.exec(embedding);

/** Title and page of each recipe. */
const RECIPES = new Map([...recipes.matchAll(/^### (.+?)\n.*?^```html\n(.*?)^```$/gms)].map(([, title, page]) => [title, page]));

/** Opens a recipe as a course page beside `dist/` would be; the address in the document is only an example. */
async function cook(page, title) {
  const body = RECIPES.get(title).replaceAll("https://downhill.example/", "").replace("<title>", '<link rel="icon" href="data:,"><title>');
  await page.route("**/recipe.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("recipe.html");
}

/** @type {Record<string, (page: import("@playwright/test").Page) => Promise<void>>} */
const TASTES = {
  async "Show only the map"(page) {
    await element(page).evaluate((figure) => figure.ready);
    await drawn(page);
    await expect(page.locator(".stage")).toBeVisible();
    await expect(element(page).locator("button:visible, input:visible, select:visible")).toHaveCount(await page.locator(".handle:visible").count());
    const figure = await element(page).boundingBox();
    const map = await page.locator(".stage").boundingBox();
    expect(map.width, "nothing stands beside it").toBeGreaterThan(0.9 * figure.width);
  },

  async "Two figures that share α"(page) {
    const [bowl, ravine] = [element(page).first(), element(page).last()];
    for (const figure of [bowl, ravine]) await figure.evaluate((it) => it.ready);
    const alpha = (figure) => figure.evaluate((it) => it.readout.alpha);
    const field = (figure) => figure.getByRole("textbox", { name: "Learning rate alpha", exact: true });
    for (const [from, to, rate] of [[bowl, ravine, "0.25"], [ravine, bowl, "0.05"], [bowl, ravine, "0.25"]]) {
      await field(from).fill(rate);
      await field(from).press("Enter");
      await expect.poll(() => alpha(to)).toBe(Number(rate));
      expect(await alpha(from)).toBe(Number(rate));
    }
  },

  async "A button of your own that steps"(page) {
    await page.locator("body > button").click();
    await expect(page.locator("body > output")).toHaveText(/^After 10 steps J is \d/);
    await page.locator("body > button").click();
    await expect(page.locator("body > output")).toHaveText(/^After 20 steps J is \d/);
  },

  async "The same through a frame"(page) {
    const figure = page.frameLocator("iframe").locator("gradient-descent");
    await figure.evaluate((it) => it.ready);
    for (const steps of [10, 20]) {
      await page.locator("body > button").click();
      await expect(page.locator("body > output")).toHaveText(new RegExp(`^After ${steps} steps J is \\d`));
    }
    expect(await figure.evaluate((it) => it.readout.iteration)).toBe(20);
  },

  async "Keep a student's answer"(page) {
    const handedIn = [];
    await page.route("**/answers", (route) => {
      handedIn.push(JSON.parse(route.request().postData()));
      return route.fulfill({ status: 204 });
    });
    await element(page).evaluate((figure) => figure.ready);
    await drawn(page);
    const { x, y, width, height } = await page.locator(".stage").boundingBox();
    await page.mouse.click(x + 0.7 * width, y + 0.3 * height);
    await page.getByLabel("Your name").fill("A");
    await page.getByRole("button", { name: "Hand in" }).click();
    await expect(page.locator("form output")).toHaveText("Handed in.");
    const { guess } = await element(page).evaluate((figure) => figure.readout);
    expect(handedIn).toEqual([{ student: "A", guess: guess.point, figure: await element(page).evaluate((figure) => figure.link) }]);
    expect(guess.point.x).toBeGreaterThan(0);
  },
};

test("each recipe of the document is tried here", () => {
  expect(Object.keys(TASTES)).toEqual([...RECIPES.keys()]);
});

for (const [title, taste] of Object.entries(TASTES)) {
  test(`recipe: ${title}`, async ({ page }) => {
    await cook(page, title);
    await taste(page);
  });
}

/** Without the spaces that a piece's place in its file gives each line. */
const flush = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n");

/** A file's text; a notebook's is what stands in its cells. */
function textOf(path) {
  if (!path.endsWith(".ipynb")) return read(path);
  return JSON.parse(read(path)).cells.map(({ source }) => source.join("")).join("\n");
}

const pieces = [...embedding.matchAll(/<!-- from (\S+) -->\n```\w+\n(.*?)^```$/gms)];

test("what the document shows of a host stands in that host's project", () => {
  expect(new Set(pieces.map(([, path]) => path.split("/")[2]))).toEqual(new Set(["plain", "mkdocs", "sphinx", "jupyter", "reveal", "docusaurus"]));
  for (const [, path, piece] of pieces) expect(flush(textOf(path)), path).toContain(flush(piece));
});
