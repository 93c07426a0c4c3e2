// Twins, rain and when to stop: what is pressed, what is said, and how it looks to axe.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, pixels, readout, test } from "./figure.js";

const card = (page, id) => page.locator(`.instrument.${id}`);

/** The panel, once its module has been loaded and shown. */
async function opened(page, id, query = "") {
  await open(page, `show=basic,${id}&controls=all${query && `&${query}`}`);
  await expect(card(page, id).locator(".note").first()).not.toBeEmpty();
  return card(page, id);
}

test("twin starts: a pair of the cost's own, a twin beside any start, and where each ends", async ({ page }) => {
  const twins = await opened(page, "twins", "start=1,1");
  await expect(twins).toContainText("There is one run.");
  await expect(twins.locator("canvas")).toBeHidden();
  await button(page, "Twin starts").click();
  expect((await readout(page)).runs.map(({ point }) => point)).toEqual([{ w: 0.06, b: -0.02 }, { w: -0.04, b: 0.05 }]);
  await expect(twins).toContainText("They are 0.1221 apart.");
  await call(page, "step", 100_000);
  await expect(twins.getByRole("status")).toHaveText("Both runs ended in minima, each in one of its own: the deeper is run 1’s, by 0.5493.");
  await expect(twins.locator("tbody tr")).toHaveCount(2);
  await expect(twins.locator("tbody tr").nth(1)).toContainText("a minimum, after");
  // The second run's line and marker are drawn in its colour.
  expect((await pixels(twins.locator("canvas"))).get("#12386b")).toBeGreaterThan(100);
  await button(page, "A twin beside run 1").click();
  const [one, other] = (await readout(page)).runs;
  expect(other.point).toEqual({ w: 0.09, b: one.point.b });
  await button(page, "Undo").click();
  expect((await readout(page)).runs[1].point).toEqual({ w: -0.04, b: 0.05 });
});

test("rain falls at a press, is counted, and can be watched backwards", async ({ page }) => {
  const rain = await opened(page, "rain", "cost=himmelblau&start=0,0");
  await button(page, "Let it rain").click();
  await expect(rain).toContainText("All 300 have ended", { timeout: 15_000 });
  await expect(rain.locator("tbody tr")).toHaveCount(4);
  const counts = await rain.locator("tbody td:nth-child(4)").allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(300);
  await expect(button(page, "Again")).toBeVisible();
  const { iteration, runs } = await readout(page);
  expect(iteration).toBeGreaterThan(runs[0].iteration);
  expect(runs).toHaveLength(1);
  // The second valley's count is on the map; on the first stands the walker.
  expect((await pixels(page.locator(".stage canvas").last())).get("#c1e415")).toBeGreaterThan(30);
  await call(page, "back", iteration - 5);
  await expect(rain).toContainText("Iteration 5: 300 of 300 still walk.");
  await expect(rain.locator("tbody tr")).toHaveCount(0);
  await button(page, "Another rain").click();
  await expect(rain.getByLabel("Seed")).toHaveValue("2");
  await button(page, "Pause").click();
  expect(await element(page).evaluate((figure) => figure.link)).toContain("seed=2");
});

test("rain that is far behind catches up without being asked, and fog hides it", async ({ page }) => {
  const rain = await opened(page, "rain", "cost=rosenbrock&at=300");
  await expect(rain).toContainText("Iteration 300: 300 of 300 still walk.");
  await open(page, "show=basic,rain,fog");
  await expect(rain).toHaveText(/Hidden while the fog stands/);
});

test("asked at step 10 the houses look done and are not", async ({ page }) => {
  const stopping = await opened(page, "stopping", "data=houses&alpha=0.1");
  await call(page, "step", 10);
  const answer = stopping.getByRole("status");
  await button(page, "Is it done?").click();
  await expect(answer).toHaveText(/from 124800 to 1955 in 10 steps.*it looks done\. But.*not done\.$/);
  await expect(stopping.getByRole("progressbar")).toHaveAttribute("aria-valuetext", /6\.2 million times the tolerance/);
  await call(page, "step", 1);
  await expect(answer).toBeEmpty();
  await call(page, "step", 100_000);
  await expect(stopping).toContainText("rises all around: a minimum.");
  await expect(stopping).toContainText("the least J there is for these data, 1736");
  await call(page, "back", 1753);
  await button(page, "Is it done?").click();
  await expect(answer).toContainText("until it ends at iteration 1763: w from 182.8 to 209.4, b from 67.49 to 2.423.");
});

test("the tolerance is a choice, by keys too", async ({ page }) => {
  const stopping = await opened(page, "stopping", "cost=bowl");
  await button(page, "Ten times the tolerance").click();
  const field = stopping.getByRole("textbox", { name: "Tolerance" });
  await expect(field).toHaveValue("0.00001");
  await button(page, "A tenth of the tolerance").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await expect(field).toHaveValue("1e-7");
  await field.fill("0,5");
  await field.press("Enter");
  await expect(field).toHaveValue("0.5");
  await call(page, "step", 1000);
  expect((await readout(page)).gradientNorm).toBeLessThanOrEqual(0.5);
  await field.fill("soon");
  await field.press("Enter");
  await expect(field).toHaveValue("0.5");
});

for (const [scheme, query, steps] of [["light", "cost=curve&size=projector", 12], ["dark", "cost=himmelblau", 30]]) {
  test(`axe finds nothing, ${scheme}: twins, rain and stopping ${query}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, `show=basic,twins,rain,stopping&controls=all&${query}`);
    await expect(card(page, "stopping").locator(".note").first()).not.toBeEmpty();
    await call(page, "step", steps);
    await button(page, "Is it done?").click();
    await drawn(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}

test("nothing is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "show=basic,twins,rain,stopping");
  await expect(card(page, "stopping").locator(".note").first()).not.toBeEmpty();
  await call(page, "step", 150);
  await drawn(page);
  const out = await page.evaluate(() => {
    const parts = [...document.querySelector("gradient-descent").shadowRoot.querySelectorAll(".card, button, input, canvas, .marked-table")];
    return parts.filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 0.5).map((part) => part.className || part.tagName);
  });
  expect(out).toEqual([]);
});
