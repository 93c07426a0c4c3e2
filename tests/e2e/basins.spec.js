// Which valley every start of the map comes to, in the browser.
import AxeBuilder from "@axe-core/playwright";
import { call, drawn, element, expect, onMap, open as openFigure, pixels, readout, test } from "./figure.js";

// A small map has few starts.
test.use({ viewport: { width: 600, height: 800 } });

const panel = (page) => page.locator("section.basins");
async function open(page, query) {
  await openFigure(page, query);
  await element(page).evaluate((figure) => figure.style.setProperty("--map-height", "200px"));
}

const rows = (page) => panel(page).locator("tbody tr");
const finished = (page) => expect(panel(page)).toContainText("each walked to its end", { timeout: 30_000 });

/** How many starts are listed for each valley. */
async function counts(page) {
  const texts = await panel(page).locator("tbody tr td:nth-child(4)").allTextContents();
  return texts.map(Number);
}

test("both valleys are listed and coloured, and every start is in one", async ({ page }) => {
  await open(page, "cost=valleys&show=basic,basins");
  await finished(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("w 1.512, b −0.504");
  const [, columns, lines] = (await panel(page).locator(".note:not([hidden])").innerText()).match(/^(\d+) × (\d+)/);
  expect((await counts(page)).reduce((sum, count) => sum + count)).toBe(columns * lines);
  // A start is a pixel, and lies under the map's window.
  const colours = page.locator(".stage canvas.basins");
  expect(await colours.evaluate(({ width, height }) => [width, height])).toEqual([Number(columns), Number(lines)]);
  const counted = await pixels(colours);
  expect([...counted.values()].reduce((sum, count) => sum + count)).toBe(columns * lines);
  expect(counted.size).toBeGreaterThan(20);
  await element(page).evaluate((figure) => figure.setAttribute("show", "basic"));
  await drawn(page);
  await expect(colours).toBeHidden();
  await expect(panel(page)).toBeHidden();
});

test("a click starts a walk to the valley whose colour the place has", async ({ page }) => {
  await open(page, "cost=valleys&start=0,1&show=basic,basins");
  await finished(page);
  const stage = await page.locator(".stage").boundingBox();
  for (const [part, valley] of [[0.2, -1.402], [0.8, 1.512]]) {
    await page.mouse.click(...await onMap(page, stage.width * part, stage.height * 0.5));
    await call(page, "step", Infinity);
    expect((await readout(page)).point.w).toBeCloseTo(valley, 2);
  }
});

test("another learning rate makes other basins, and one parameter has none", async ({ page }) => {
  await open(page, "cost=himmelblau&steps=200&show=basic,basins");
  await finished(page);
  const before = await counts(page);
  await element(page).evaluate((figure) => figure.setAttribute("alpha", "0.017"));
  await expect(panel(page)).toContainText("with α 0.017", { timeout: 30_000 });
  expect(await counts(page)).not.toEqual(before);
  await expect(panel(page).locator(".others")).toContainText("diverged");
  await element(page).evaluate((figure) => figure.setAttribute("cost", "curve"));
  await expect(panel(page)).toContainText("With one parameter the map is a curve");
});

test("axe finds nothing", async ({ page }) => {
  await open(page, "cost=bowl&show=basic,basins");
  await finished(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
