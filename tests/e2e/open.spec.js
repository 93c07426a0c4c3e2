// The first minute: what stands there on opening, and what Run makes of it.
import { button, drawn, element, expect, open, readout, test } from "./figure.js";

/** From the sheet of `valleys`. */
const DEEP = { at: { w: 1.5120303, b: -0.5039874 }, cost: -1.0912139 };
const SHALLOW = { at: { w: -1.4016547, b: 0.8010074 }, cost: -0.5419167 };

test("opens on two valleys with two starts a hair apart, which end in different minima", async ({ page }) => {
  await open(page);
  const [first, second] = (await readout(page)).runs;
  expect(Math.hypot(first.point.w - second.point.w, first.point.b - second.point.b)).toBeLessThan(0.15);
  await expect(page.getByLabel("Cost", { exact: true })).toHaveValue("valleys");

  const pressed = Date.now();
  await button(page, "Run").click();
  await expect(button(page, "Pause")).toBeVisible();
  await expect(button(page, "Again")).toBeVisible({ timeout: 12_000 });
  expect(Date.now() - pressed, "steps are seen as steps").toBeGreaterThan(1000);

  const { runs } = await readout(page);
  for (const [run, minimum] of [[runs[0], DEEP], [runs[1], SHALLOW]]) {
    expect(run.stopped).toBe("converged");
    expect(run.point.w).toBeCloseTo(minimum.at.w, 4);
    expect(run.point.b).toBeCloseTo(minimum.at.b, 4);
    expect(run.cost).toBeCloseTo(minimum.cost, 6);
  }
  await expect(page.locator(".caption")).toHaveText(/Run 1 converged:.*J −1\.091.*Run 2 converged:.*J −0\.5419/);
  await expect(page.locator(".verdict")).toContainText("a minimum");

  await button(page, "Again").click();
  await expect(button(page, "Pause")).toBeVisible();
  expect((await readout(page)).iteration, "again from the start").toBeLessThan(10);
});

test("a paused run stays where it is and goes on from there", async ({ page }) => {
  await open(page);
  await button(page, "Run").click();
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(2);
  await button(page, "Pause").click();
  const { iteration } = await readout(page);
  await page.waitForTimeout(400);
  expect((await readout(page)).iteration).toBe(iteration);
  await button(page, "Run").click();
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(iteration);
});

test("a run of a hundred thousand steps ends within the promised time", async ({ page }) => {
  // With this tolerance it uses up all its steps.
  await open(page, "cost=rosenbrock&alpha=0.0001&tolerance=1e-300&steps=100000");
  const pressed = Date.now();
  const { iteration } = await element(page).evaluate((figure) => figure.run());
  expect(iteration).toBe(100_000);
  expect(Date.now() - pressed).toBeLessThan(12_000);
});

test("playback goes as fast as asked", async ({ page }) => {
  await open(page, "speed=200&tolerance=1e-300&steps=1000000");
  await button(page, "Run").click();
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(50);
  await element(page).evaluate((figure) => figure.reset());
  const started = Date.now();
  await button(page, "Run").click();
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(200);
  expect(Date.now() - started, "200 steps take a second, and no less").toBeGreaterThan(900);
});

test("with reduced motion a run is there at once", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await button(page, "Run").click();
  await expect(button(page, "Again")).toBeVisible({ timeout: 1000 });
  expect((await readout(page)).runs.map(({ stopped }) => stopped)).toEqual(["converged", "converged"]);
});

test("a figure out of sight holds its run", async ({ page }) => {
  await open(page);
  await button(page, "Run").click();
  await element(page).evaluate((figure) => { figure.style.marginTop = "5000px"; });
  await page.waitForTimeout(300);
  const { iteration } = await readout(page);
  await page.waitForTimeout(500);
  expect((await readout(page)).iteration).toBe(iteration);
  await element(page).evaluate((figure) => { figure.style.marginTop = ""; });
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(iteration);
});

test("at 1280 × 800 everything of the first view is seen without scrolling", async ({ page, viewport }) => {
  test.skip(viewport.width < 1280, "for a wide window");
  await open(page);
  await drawn(page);
  for (const part of [".stage", ".transport", ".tune", ".now", ".update", ".charts", ".starts"]) {
    const box = await page.locator(part).boundingBox();
    expect(box.y + box.height, part).toBeLessThanOrEqual(800);
  }
});
