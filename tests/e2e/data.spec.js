// Costs made from data: the line and the point on the map are one thing.
import { call, drawn, expect, onMap, open, readout, test } from "./figure.js";

const HOUSES = "cost=regression&data=houses&start=100,100";

test("a drag of the line moves the point on the map, and a click on the map the line", async ({ page }) => {
  await open(page, HOUSES);
  const plot = page.getByRole("tabpanel", { name: "Data" }).locator(".chart");
  await expect(plot).toBeVisible();
  const box = await plot.boundingBox();
  const pixels = () => plot.locator("canvas").evaluate((canvas) => canvas.toDataURL());

  // Somewhere on the plot the pointer finds the line: its middle shifts, so b moves and w stays.
  const grabbed = async () => {
    for (let y = 4; y < box.height; y += 6) {
      await page.mouse.move(box.x + box.width * 0.53, box.y + y);
      if (await plot.evaluate((stage) => stage.classList.contains("grab"))) return y;
    }
    throw new Error("the line's middle cannot be taken hold of");
  };
  const y = await grabbed();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.53, box.y + y - 20, { steps: 3 });
  await page.mouse.up();
  const dragged = (await readout(page)).point;
  expect(dragged.b).toBeGreaterThan(100);
  expect(dragged.w).toBeCloseTo(100, 6);

  await drawn(page);
  const before = await pixels();
  await page.mouse.click(...await onMap(page, 200, 120));
  await drawn(page);
  expect((await readout(page)).point).not.toEqual(dragged);
  expect(await pixels(), "the line was drawn anew").not.toBe(before);
});

test("numbers and captions carry the data's units", async ({ page }) => {
  await open(page, HOUSES);
  await expect(page.locator(".numbers dt").first()).toHaveText("w ($1000 per 1000 sq ft)");
  await expect(page.locator(".numbers dt").nth(1)).toHaveText("b ($1000)");
  await expect(page.getByRole("tabpanel", { name: "Data" }).locator(".note")).not.toBeEmpty();
});

test("a reader's own rows make a line through them", async ({ page }) => {
  await open(page, "data=1,3;2,5;3,7&alpha=0.2&steps=100000&tolerance=1e-10");
  const { point, cost } = await call(page, "step", 100_000);
  expect(point.w).toBeCloseTo(2, 8);
  expect(point.b).toBeCloseTo(1, 8);
  expect(cost).toBeCloseTo(0, 12);
  await expect(page.getByLabel("Data", { exact: true }).first()).toBeVisible();
});

test("the menus offer every cost, rule and data set, and opening each keeps the page quiet", async ({ page }) => {
  await open(page);
  const values = (label) => page.getByLabel(label, { exact: true }).locator("option:not([disabled])").evaluateAll((options) => options.map(({ value }) => value));
  const costs = await values("Cost");
  expect(costs).toEqual(expect.arrayContaining(["valleys", "bowl", "ravine", "himmelblau", "rosenbrock", "saddle", "camel", "rastrigin", "beale", "plateau", "regression"]));
  for (const cost of costs.filter((id) => id !== "formula")) {
    await page.getByLabel("Cost", { exact: true }).selectOption(cost);
    const { iteration } = await call(page, "step", 3);
    expect(iteration, cost).toBe(3);
    await drawn(page);
  }
  await page.getByLabel("Cost", { exact: true }).selectOption("regression");
  await drawn(page);
  const sets = await page.locator("select.data option").evaluateAll((options) => options.map(({ value }) => value));
  expect(sets.length).toBeGreaterThanOrEqual(3);
  for (const set of sets.filter((id) => id !== "own-data")) {
    await page.locator("select.data").selectOption(set);
    expect((await call(page, "step", 3)).iteration, set).toBe(3);
    await drawn(page);
  }
  expect(await values("Update rule")).toEqual(expect.arrayContaining(["simultaneous", "sequential"]));
});

test("a formula is typed in, its errors are told where they are, and the menu leaves it again", async ({ page }) => {
  await open(page);
  await page.getByLabel("Cost", { exact: true }).selectOption("formula");
  const field = page.getByLabel("Your formula");
  await expect(field).toBeFocused();
  await field.fill("x^2 + !y");
  await page.keyboard.press("Enter");
  await expect(page.locator(".field-error")).toContainText("“!” cannot stand here");
  expect(await field.evaluate((input) => [input.selectionStart, input.selectionEnd])).toEqual([6, 7]);
  expect(Object.keys((await readout(page)).point), "the last good cost stays").toEqual(["w", "b"]);

  await field.fill("(speed-3)^2 + theta^2");
  await page.keyboard.press("Enter");
  await expect(page.locator(".field-error")).toBeHidden();
  expect(await call(page, "step", 2000).then(({ point }) => Object.keys(point))).toEqual(["speed", "theta"]);

  await page.getByLabel("Cost", { exact: true }).selectOption("bowl");
  await expect(field).toBeHidden();
  expect(Object.keys((await readout(page)).point)).toEqual(["w", "b"]);
});
