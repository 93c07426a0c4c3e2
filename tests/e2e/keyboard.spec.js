// Everything without a mouse: tab stops, single keys on the map, handles, and where the focus is seen.
import { button, call, drawn, expect, open, readout, startOnMap, test } from "./figure.js";

/** The focused element inside the figure, or on the page around it. */
const focused = (page) => page.evaluate(() => {
  let inner = document.activeElement;
  while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
  return inner?.getAttribute("aria-label") ?? inner?.textContent ?? "";
});

/** Presses Tab until the focus is on something so named. */
async function tabTo(page, name, key = "Tab") {
  const passed = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (name.test(at)) return passed;
    passed.push(at);
  }
  throw new Error(`no tab stop ${name} among ${passed.join(" | ")}`);
}

test("the map: keys run, pause, step, step back, and are listed", async ({ page }) => {
  await open(page);
  await tabTo(page, /^Map of the cost/);
  for (const key of [".", ".", "."]) await page.keyboard.press(key);
  expect((await readout(page)).iteration).toBe(3);
  await page.keyboard.press(",");
  expect((await readout(page)).iteration).toBe(2);

  await page.keyboard.press("Space");
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(3);
  await page.keyboard.press("Space");
  const { iteration } = await readout(page);
  await page.waitForTimeout(300);
  expect((await readout(page)).iteration).toBe(iteration);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys on the map" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await focused(page)).toMatch(/^Map of the cost/);
});

test("arrows move the selected start on the map, Escape puts it back, Enter keeps it", async ({ page }) => {
  await open(page);
  await call(page, "step", 4);
  const walking = await readout(page);
  await tabTo(page, /^Map of the cost/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Escape");
  expect(await readout(page), "as if nothing had been pressed").toEqual(walking);

  await call(page, "reset");
  const { point } = await readout(page);
  const [x, y] = await startOnMap(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const moved = (await readout(page)).point;
  expect(moved.w).toBeGreaterThan(point.w);
  expect(moved.b).toBeLessThan(point.b);
  const [right, down] = await startOnMap(page);
  expect(right - x).toBeCloseTo(4, 0);
  expect(down - y).toBeCloseTo(24, 0);
});

test("each start is a tab stop with a spoken name and place, and arrows act on it only", async ({ page }) => {
  await open(page);
  await tabTo(page, /^Start of run 2/);
  expect(await focused(page)).toMatch(/^Start of run 2 at −0\.04, 0\.05\./);
  const before = (await readout(page)).runs;
  await page.keyboard.press("Shift+ArrowLeft");
  const { runs } = await readout(page);
  expect(runs[0].point).toEqual(before[0].point);
  expect(runs[1].point.w).toBeLessThan(before[1].point.w);
  expect(runs[1].point.b).toBeCloseTo(before[1].point.b, 2);
  await drawn(page);
  expect(await focused(page), "the name keeps up").not.toContain("−0.04,");
});

test("a figure can be set up and run with the keyboard alone", async ({ page }) => {
  await open(page);
  await tabTo(page, /^Cost$/);
  await page.keyboard.type("Himmel");
  await expect(page.getByLabel("Cost", { exact: true })).toHaveValue("himmelblau");

  await tabTo(page, /^One step$/);
  await page.keyboard.press("Enter");
  expect((await readout(page)).iteration).toBe(1);
  await tabTo(page, /^To the end$/);
  await page.keyboard.press("Space");
  await expect.poll(async () => (await readout(page)).stopped).toBe("converged");

  await tabTo(page, /^Step shown$/);
  await page.keyboard.press("Home");
  expect((await readout(page)).iteration).toBe(0);
  await page.keyboard.press("ArrowRight");
  expect((await readout(page)).iteration).toBe(1);

  const { alpha } = await readout(page);
  await tabTo(page, /logarithmic$/);
  await page.keyboard.press("ArrowLeft");
  expect((await readout(page)).alpha).toBeLessThan(alpha);
  await tabTo(page, /^Learning rate alpha$/);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("0.003");
  await tabTo(page, /^Update rule$/);
  expect((await readout(page)).alpha).toBe(0.003);
  await page.keyboard.press("ArrowDown");
  expect((await readout(page)).rule).toBe("sequential");

  const { runs } = await readout(page);
  await tabTo(page, /^\+ Start$/);
  await page.keyboard.press("Enter");
  expect((await readout(page)).runs).toHaveLength(runs.length + 1);
  await tabTo(page, /^Start, x$/);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("-3");
  await page.keyboard.press("Enter");
  expect((await readout(page)).runs.at(-1).point.x).toBe(-3);
});

test("single keys are heard on the map only", async ({ page }) => {
  await open(page);
  await page.getByLabel("Start, w").focus();
  await page.keyboard.type(".,?");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await readout(page)).iteration).toBe(0);
});

test("the focus is seen on every tab stop", async ({ page }) => {
  await open(page);
  const unseen = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      let inner = document.activeElement;
      while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
      if (!inner || inner === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(inner);
      return { name: inner.getAttribute("aria-label") ?? inner.textContent, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
    });
    if (!stop) break;
    if (!stop.seen) unseen.push(stop.name);
  }
  expect(unseen).toEqual([]);
});

test("the line on the data plot moves by its handles", async ({ page }) => {
  await open(page, "cost=regression&start=100,100");
  await tabTo(page, /^Middle of the line/);
  await page.keyboard.press("ArrowUp");
  const { point } = await readout(page);
  expect(point.b).toBeGreaterThan(100);
  expect(point.w).toBeCloseTo(100, 6);
});

test("a key that the focused control uses stays in the figure, others go on to the page", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("keydown", ({ key }) => heard.push(key));
  });
  const heardOf = async (...keys) => {
    await page.evaluate(() => heard.splice(0));
    for (const key of keys) await page.keyboard.press(key);
    return page.evaluate(() => heard);
  };
  await page.locator(".stage").focus();
  expect(await heardOf(".", ",", " ", " ", "ArrowLeft", "Enter", "n", "PageDown", "Control+ArrowLeft")).toEqual(["n", "PageDown", "Control", "ArrowLeft"]);
  await page.getByRole("textbox", { name: "Learning rate alpha", exact: true }).focus();
  expect(await heardOf("0", ".", "f", "ArrowRight", " ", "Escape")).toEqual(["Escape"]);
  await page.getByRole("slider", { name: "Learning rate alpha, logarithmic" }).focus();
  expect(await heardOf("ArrowRight", "PageDown", "b")).toEqual(["b"]);
  await button(page, "One step").focus();
  expect(await heardOf("Enter", " ", "ArrowRight", "Tab")).toEqual(["ArrowRight", "Tab"]);
});
