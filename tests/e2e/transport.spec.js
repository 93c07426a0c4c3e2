// The clock: step, back, timeline, reset, to the end; and the numbers, which always show the same moment.
import { button, call, drawn, expect, expectShown, open, readout, test } from "./figure.js";

const timeline = (page) => page.getByRole("slider", { name: "Step shown" });

async function expectNumbersOf(page, run) {
  await drawn(page);
  expectShown(await page.locator("dd.parameter-0").innerText(), run.point.w);
  expectShown(await page.locator("dd.parameter-1").innerText(), run.point.b);
  expectShown(await page.locator("dd.cost-value").innerText(), run.cost);
  expectShown(await page.locator("dd.slope-value").innerText(), run.gradientNorm);
  const partials = await page.locator(".partials span").allInnerTexts();
  expect(partials.map((text) => text.split(" = ")[0])).toEqual(["∂J/∂w", "∂J/∂b"]);
  expectShown(partials[0].split(" = ")[1], run.gradient.w);
  expectShown(partials[1].split(" = ")[1], run.gradient.b);
}

test("step and back by the buttons show the same numbers both ways", async ({ page }) => {
  await open(page);
  const seen = [await readout(page)];
  for (let steps = 1; steps <= 4; steps += 1) {
    await button(page, "One step").click();
    seen.push(await readout(page));
    expect(seen[steps].iteration).toBe(steps);
    await expectNumbersOf(page, seen[steps].runs[0]);
    await expect(page.locator(".step-count")).toHaveText(`step ${steps}`);
  }
  for (let steps = 3; steps >= 0; steps -= 1) {
    await button(page, "One step back").click();
    expect(await readout(page)).toEqual(seen[steps]);
  }
  await button(page, "One step back").click({ force: true });
  expect(await readout(page), "nothing lies before the start").toEqual(seen[0]);
});

test("each step is the old point less alpha times the gradient", async ({ page }) => {
  await open(page);
  let before = await readout(page);
  for (let steps = 0; steps < 5; steps += 1) {
    const after = await call(page, "step");
    for (const name of ["w", "b"]) {
      expect(after.point[name]).toBe(before.point[name] - before.alpha * before.gradient[name]);
    }
    expect(after.gradientNorm).toBeCloseTo(Math.hypot(after.gradient.w, after.gradient.b), 12);
    before = after;
  }
});

test("to the end, scrub anywhere, and back to the start", async ({ page }) => {
  await open(page);
  const tenth = await call(page, "step", 10);
  await button(page, "To the end").click();
  await expect(button(page, "Again")).toBeVisible();
  const ended = await readout(page);
  expect(ended.runs.every(({ stopped }) => stopped === "converged")).toBe(true);
  await expectNumbersOf(page, ended.runs[0]);
  await expect(timeline(page)).toHaveAttribute("max", String(ended.iteration));

  await timeline(page).fill("10");
  expect(await readout(page)).toEqual(tenth);
  await expectNumbersOf(page, tenth.runs[0]);
  await timeline(page).fill(String(ended.iteration));
  expect(await readout(page)).toEqual(ended);

  await button(page, "Back to the start").click();
  const { iteration, runs } = await readout(page);
  expect([iteration, runs[0].stopped]).toEqual([0, null]);
  await expect(button(page, "Run")).toBeVisible();
});

test("the numbers are those of the selected run", async ({ page }) => {
  await open(page);
  const { runs } = await call(page, "step", 30);
  await button(page, "Run 2").click();
  await expectNumbersOf(page, runs[1]);
  await expect(page.getByRole("heading", { name: "Now, run 2" })).toBeVisible();
});

test("another learning rate walks anew and stays at the same iteration", async ({ page }) => {
  await open(page);
  const before = await call(page, "step", 6);
  await page.getByLabel("Learning rate alpha", { exact: true }).fill("0.02");
  await page.keyboard.press("Enter");
  const after = await readout(page);
  expect([after.alpha, after.iteration]).toEqual([0.02, 6]);
  expect(after.point).not.toEqual(before.point);

  await page.getByRole("slider", { name: "Learning rate alpha, logarithmic" }).press("ArrowRight");
  expect((await readout(page)).alpha).toBeGreaterThan(0.02);
  await expect(page.getByLabel("Learning rate alpha", { exact: true })).toHaveValue(String((await readout(page)).alpha));
});

test("the update rule is set with this moment's numbers", async ({ page }) => {
  await open(page, "cost=bowl&start=2,1&alpha=0.1");
  // J = w² + b²: ∂J/∂w = 4, so w becomes 2 − 0.1 · 4.
  await expect(page.locator(".update-row").first()).toHaveText(/w.*2−0\.1·4=1\.6/);
  await button(page, "One step").click();
  await expect(page.locator(".update-row").first()).toHaveText(/w.*1\.6−0\.1·3\.2=1\.28/);
});
