// Simultaneous against sequential updates, in the browser.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, pixels, readout, test } from "./figure.js";

const panel = (page) => page.locator("section.two-rules");

test("the second value of houses is 20.9 and not 47, and both runs end alike", async ({ page }) => {
  await open(page, "data=houses&alpha=0.1&start=0,0&show=basic,two-rules");
  await expect(panel(page)).toContainText("b becomes 20.9, not 47, because ∂J/∂b was measured at a point that had already moved");
  await expect(panel(page).locator(".moved")).toHaveCount(1);
  await expect(panel(page).getByText("Run to the end")).toBeVisible();
  await call(page, "step", Infinity);
  await expect(panel(page)).toContainText("Both end at the same minimum, w 209.4, b 2.423: simultaneous after 1763 steps");
});

test("where costs must not be compiled, the map of starts is filled in slices", async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.Module = class {
      constructor() {
        throw new WebAssembly.CompileError("forbidden");
      }
    };
  });
  await open(page, "cost=himmelblau&alpha=0.015&steps=200&show=basic,two-rules");
  const sentence = panel(page).locator(".starts-sentence");
  await expect(sentence).toContainText("% done");
  await expect(sentence).toContainText("from 61 × 61 starts at α = 0.015", { timeout: 15_000 });
});

test("the map of starts is filled, and a start where they differ is one press away", async ({ page }) => {
  await open(page, "cost=himmelblau&alpha=0.015&steps=200&show=basic,two-rules");
  const sentence = panel(page).locator(".starts-sentence");
  const next = button(page, "Start where they differ");
  await expect(next).toHaveAttribute("aria-disabled", "false");
  await next.focus();
  await page.keyboard.press("Enter");
  await drawn(page);
  const { point } = await readout(page);
  await call(page, "step", Infinity);
  await expect(panel(page)).toContainText("They end at different minima: simultaneous at");
  await expect(sentence).toContainText("from 61 × 61 starts at α = 0.015", { timeout: 15_000 });
  const counts = await panel(page).locator(".legend b").allTextContents();
  expect(counts.map(Number).reduce((sum, count) => sum + count)).toBe(61 * 61);

  // A click on the map starts there: its middle is the middle of the window.
  const box = await panel(page).locator(".starts-map").boundingBox();
  await panel(page).locator(".starts-map").click({ position: { x: box.width * 0.75, y: box.height / 2 } });
  const there = (await readout(page)).point;
  expect(there.x).toBeGreaterThan(1);
  expect(there.x).not.toBe(point.x);
  expect(await element(page).evaluate((figure) => figure.readout.iteration)).toBe(0);
});

test("every picture is drawn, and nothing is left to draw for one parameter", async ({ page }) => {
  await open(page, "cost=valleys&show=basic,two-rules");
  await call(page, "step", 3);
  await drawn(page);
  for (const canvas of await panel(page).locator("canvas").all()) expect((await pixels(canvas)).size).toBeGreaterThan(3);
  await element(page).evaluate((figure) => figure.setAttribute("cost", "curve"));
  await expect(panel(page).getByText("With one parameter there is no order")).toBeVisible();
  await expect(panel(page).locator(".two-rules-body")).toBeHidden();
});

test("axe finds nothing", async ({ page }) => {
  test.slow();
  await open(page, "cost=bowl&show=basic,two-rules");
  await call(page, "step", 5);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
