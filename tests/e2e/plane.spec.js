// The plane through start, now and minimum, for costs of more than two parameters.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, expectShown, open, pixels, readout, test } from "./figure.js";

const card = (page) => page.getByRole("region", { name: "Plane of the path", exact: true });
const points = (page) => card(page).getByRole("row");
const cells = async (page, row) => (await points(page).nth(row).getByRole("cell").allTextContents());

test("start, now and minimum stand on the plane, and now goes with the clock", async ({ page }) => {
  await open(page, "cost=three&show=basic,plane");
  await expect(points(page)).toHaveCount(4);
  await expect(points(page).nth(3).getByRole("rowheader")).toHaveText("minimum");
  const start = (await readout(page)).point;
  for (const steps of [0, 4, 20]) {
    const { cost, point } = await call(page, "step", steps);
    await drawn(page);
    expectShown((await cells(page, 2))[0], cost);
    const [, along, across] = (await cells(page, 2)).map((text) => Number(text.replace("−", "-")));
    const apart = Math.hypot(...Object.keys(point).map((name) => point[name] - start[name]));
    expect(Math.hypot(along, across), "a distance of parameter space").toBeCloseTo(apart, 2);
  }
  await expect(card(page)).toContainText("the path’s shadow");
  // Paper alone would be one colour.
  expect((await pixels(card(page).locator("canvas"))).size).toBeGreaterThan(200);
});

test("where no minimum is known the run is followed on, and no run is changed", async ({ page }) => {
  await open(page, "data=xor&at=3&show=basic,plane");
  await expect(points(page).nth(3).getByRole("rowheader")).toHaveText("rest");
  await expect(card(page)).toContainText("found by following it on for 807 steps");
  expect((await readout(page)).iteration).toBe(3);
  const { iteration } = await call(page, "step", 100_000);
  expect(iteration).toBe(807);
  await drawn(page);
  expect((await cells(page, 2))[0]).toBe((await cells(page, 3))[0]);
  await expect(card(page)).toContainText("a step before");
});

test("a run that diverges has no plane; another α has one again", async ({ page }) => {
  await open(page, `formula=${encodeURIComponent("a^2+2b^2+c^2")}&start=3,2,1&alpha=1.5&show=basic,plane`);
  await expect(card(page)).toContainText(/diverges after \d+ steps/);
  await expect(card(page).locator("canvas")).toBeHidden();
  await element(page).evaluate((figure) => figure.setAttribute("alpha", "0.1"));
  await expect(points(page).nth(3).getByRole("rowheader")).toHaveText("rest");
  await expect(card(page).locator("canvas")).toBeVisible();
});

test("it opens by its button, stands in the link, and says what two parameters do not need", async ({ page }) => {
  await open(page, "cost=three&controls=all");
  await button(page, "Plane of the path").click();
  await expect(points(page)).toHaveCount(4);
  expect(await element(page).evaluate((figure) => figure.link)).toContain("plane");
  await page.getByRole("combobox", { name: "Cost" }).selectOption("bowl");
  await expect(card(page)).toContainText("This cost has two parameters");
  await expect(card(page).locator("canvas")).toBeHidden();
});

for (const [scheme, query] of [["light", "cost=three&at=25"], ["dark", "data=xor&at=150"]]) {
  test(`axe finds nothing, ${scheme}: ${query}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, `${query}&show=basic,plane`);
    await expect(points(page)).toHaveCount(4);
    await drawn(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}

test("on a phone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "data=circles&at=100&show=basic,plane");
  await expect(points(page)).toHaveCount(4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
