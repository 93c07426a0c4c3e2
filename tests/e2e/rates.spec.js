// Learning rates: four side by side, and the curve with its handle.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, pixels, readout, test } from "./figure.js";

const panel = (page) => page.locator("section.rates");
const handle = (page) => panel(page).getByRole("slider", { name: "Learning rate on the curve" });
const known = (page) => expect(panel(page)).toContainText("Dots settle");

test("the four rates of houses are named and can be used", async ({ page }) => {
  await open(page, "data=houses&show=basic,rates");
  await known(page);
  for (const name of ["Too small", "Right", "Too large", "Divergent"]) {
    await expect(panel(page).getByRole("heading", { name: new RegExp(`^${name}: α = `) })).toBeVisible();
  }
  await expect(panel(page)).toContainText("2/λmax = 0.3089 for the minimum at w 209.4, b 2.423");
  for (const canvas of await panel(page).locator("canvas").all()) expect((await pixels(canvas)).size).toBeGreaterThan(3);
  const divergent = panel(page).getByRole("button", { name: /^Use α/ }).last();
  const alpha = Number((await divergent.textContent()).split("= ")[1]);
  await divergent.click();
  expect((await readout(page)).alpha).toBe(alpha);
  const { stopped } = await call(page, "step", Infinity);
  expect(stopped).toBe("diverged");
  await expect(handle(page)).toHaveAttribute("aria-valuetext", /diverges after/);
});

test("the handle sets α by keys, by a click and by a pull, each undone at once", async ({ page }) => {
  await open(page, "cost=valleys&show=basic,rates");
  await known(page);
  const alpha = async () => (await readout(page)).alpha;
  await handle(page).focus();
  await page.keyboard.press("ArrowRight");
  const up = await alpha();
  expect(up).toBeGreaterThan(0.08);
  await page.keyboard.press("PageDown");
  expect(await alpha()).toBeLessThan(0.08);
  await page.keyboard.press("End");
  expect(await alpha()).toBeGreaterThan(10);
  await expect(handle(page)).toHaveAttribute("aria-valuetext", /diverges after/);

  const box = await panel(page).locator(".rate-curve").boundingBox();
  await panel(page).locator(".rate-curve").click({ position: { x: box.width * 0.4, y: box.height / 2 } });
  const clicked = await alpha();
  expect(clicked).toBeLessThan(1);
  await drawn(page);
  const place = await handle(page).boundingBox();
  expect(Math.abs(place.x + place.width / 2 - box.x - box.width * 0.4)).toBeLessThan(8);
  await page.mouse.move(box.x + box.width * 0.4, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 100, { steps: 5 });
  await page.mouse.up();
  expect(await alpha()).toBeGreaterThan(clicked);
  await button(page, "Undo").click();
  expect(await alpha()).toBe(clicked);
});

test("past its edge run 1 bounces while run 2 settles", async ({ page }) => {
  await open(page, "cost=valleys&alpha=0.5&show=basic,rates");
  await known(page);
  await expect(handle(page)).toHaveAttribute("aria-valuetext", "α = 0.5 has not settled after 1000 steps.");
  const { runs } = await call(page, "step", Infinity);
  expect(runs.map(({ stopped }) => stopped)).toEqual(["step limit", "converged"]);
});

test("for one parameter the four stand on the curve of J", async ({ page }) => {
  await open(page, "cost=curve&show=basic,rates");
  await known(page);
  await element(page).evaluate((figure) => figure.step(4));
  await drawn(page);
  for (const canvas of await panel(page).locator("canvas").all()) expect((await pixels(canvas)).size).toBeGreaterThan(3);
});

test("axe finds nothing", async ({ page }) => {
  test.slow();
  await open(page, "cost=valleys&show=basic,rates");
  await call(page, "step", 5);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
