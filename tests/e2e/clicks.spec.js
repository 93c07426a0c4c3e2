// The starts, by mouse: click, drag, add, choose, remove, take back.
import { button, call, drawn, element, expect, host, onMap, open, readout, startOnMap, test } from "./figure.js";

const starts = async (page) => {
  await call(page, "reset");
  return (await readout(page)).runs.map(({ point }) => point);
};

async function expectNear(place, wanted) {
  expect(Math.hypot(place[0] - wanted[0], place[1] - wanted[1])).toBeLessThan(1.5);
}

test("a click moves the selected start there, the others stay", async ({ page }) => {
  await open(page);
  await call(page, "step", 5);
  const before = await starts(page);
  await call(page, "step", 5);

  await page.mouse.click(...await onMap(page, 300, 100));

  expect((await readout(page)).iteration, "the walk begins anew").toBe(0);
  const after = await starts(page);
  expect(after[0]).not.toEqual(before[0]);
  expect(after[1]).toEqual(before[1]);
  await expectNear(await startOnMap(page, 0), [300, 100]);
});

test("to the right is more of the first parameter, upwards more of the second, in equal scales", async ({ page }) => {
  await open(page);
  const at = async (x, y) => {
    await page.mouse.click(...await onMap(page, x, y));
    return (await starts(page))[0];
  };
  const corner = await at(200, 300);
  const right = await at(400, 300);
  const up = await at(200, 100);
  expect(right.w).toBeGreaterThan(corner.w);
  expect(right.b).toBe(corner.b);
  expect(up.b).toBeGreaterThan(corner.b);
  expect(up.w).toBe(corner.w);
  expect((up.b - corner.b) / (right.w - corner.w)).toBeCloseTo(1, 1);
});

test("Shift and a click add a start; a chip chooses which one clicks move; its cross removes it", async ({ page }) => {
  await open(page);
  await page.keyboard.down("Shift");
  await page.mouse.click(...await onMap(page, 500, 120));
  await page.keyboard.up("Shift");
  expect(await starts(page)).toHaveLength(3);
  await expectNear(await startOnMap(page, 2), [500, 120]);

  const before = await starts(page);
  await button(page, "Run 2").click();
  await expect(button(page, "Run 2")).toHaveAttribute("aria-pressed", "true");
  await page.mouse.click(...await onMap(page, 150, 250));
  const moved = await starts(page);
  expect([moved[0], moved[2]]).toEqual([before[0], before[2]]);
  await expectNear(await startOnMap(page, 1), [150, 250]);

  await button(page, "Remove start 2").click();
  expect(await starts(page)).toEqual([before[0], before[2]]);
});

test("the last start cannot be removed", async ({ page }) => {
  await open(page, "cost=bowl");
  await expect(page.getByRole("button", { name: /^Remove start/ })).toHaveCount(0);
});

test("the button adds a start which is then the selected one", async ({ page }) => {
  await open(page);
  await button(page, "+ Start").click();
  expect(await starts(page)).toHaveLength(3);
  await expect(button(page, "Run 3")).toHaveAttribute("aria-pressed", "true");
  await page.mouse.click(...await onMap(page, 420, 60));
  await expectNear(await startOnMap(page, 2), [420, 60]);
});

test("when no more starts fit, the page says so", async ({ page }) => {
  await open(page);
  for (let presses = 0; presses < 80 && await page.locator(".notice").count() === 0; presses += 1) {
    await button(page, "+ Start").click();
    await drawn(page);
  }
  await expect(page.locator(".notice")).toContainText("No more starts fit");
});

test("a start can be dragged, and Escape puts it back", async ({ page }) => {
  await open(page, "cost=himmelblau&start=-1,2");
  const [x, y] = await startOnMap(page);
  await page.mouse.move(...await onMap(page, x, y));
  await page.mouse.down();
  await page.mouse.move(...await onMap(page, x + 60, y + 40), { steps: 4 });
  await page.mouse.up();
  await expectNear(await startOnMap(page), [x + 60, y + 40]);

  await page.mouse.down();
  await page.mouse.move(...await onMap(page, x + 90, y + 90), { steps: 4 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expectNear(await startOnMap(page), [x + 60, y + 40]);
});

test("undo takes back one thing at a time, the example everything", async ({ page }) => {
  await open(page);
  const opened = await starts(page);
  await expect(button(page, "Undo")).toHaveAttribute("aria-disabled", "true");
  await page.mouse.click(...await onMap(page, 300, 100));
  const once = await starts(page);
  const [x, y] = await startOnMap(page);
  await page.mouse.move(...await onMap(page, x, y));
  await page.mouse.down();
  await page.mouse.move(...await onMap(page, x + 80, y + 40), { steps: 5 });
  await page.mouse.up();
  const twice = await starts(page);
  expect(twice).not.toEqual(once);

  await button(page, "Undo").click();
  expect(await starts(page), "a drag is one thing").toEqual(once);
  await button(page, "Undo").click();
  expect(await starts(page)).toEqual(opened);

  await page.mouse.click(...await onMap(page, 100, 100));
  await button(page, "+ Start").click();
  await page.getByLabel("Learning rate alpha", { exact: true }).fill("0.2");
  await page.keyboard.press("Enter");
  await button(page, "Back to the example").click();
  expect(await starts(page)).toEqual(opened);
  expect((await readout(page)).alpha).toBe(0.08);
});

test("random starts come from the seed, zero is zero, and numbers can be typed", async ({ page }) => {
  await open(page, "seed=7");
  await button(page, "Random").click();
  const drawnOnce = (await starts(page))[0];
  await open(page, "seed=7");
  await button(page, "Random").click();
  expect((await starts(page))[0]).toEqual(drawnOnce);

  await button(page, "At zero").click();
  expect((await starts(page))[0]).toEqual({ w: 0, b: 0 });

  await page.getByLabel("Start, w").fill("−1,5");
  await page.keyboard.press("Enter");
  expect((await starts(page))[0]).toEqual({ w: -1.5, b: 0 });
  await page.getByLabel("Start, b").fill("here");
  await page.keyboard.press("Enter");
  await expect(page.locator(".notice")).toContainText("here");
  expect((await starts(page))[0]).toEqual({ w: -1.5, b: 0 });
});

test("where clicks plant a flag, the starts stay, and keys can plant and move it too", async ({ page }) => {
  await open(page, "click=guess");
  const before = await starts(page);
  await call(page, "step", 3);

  await page.mouse.click(...await onMap(page, 300, 100));
  const planted = (await readout(page)).guess;
  expect(planted.distance).toBeGreaterThan(0);
  await page.keyboard.press("ArrowRight");
  const moved = (await readout(page)).guess;
  expect(moved.point.w).toBeGreaterThan(planted.point.w);
  expect(moved.point.b).toBeCloseTo(planted.point.b, 9);
  expect((await readout(page)).iteration, "the walk goes on").toBe(3);

  await page.keyboard.press("Escape");
  expect((await readout(page)).guess).toEqual(planted);
  expect(await starts(page)).toEqual(before);
});

test("where clicks do nothing, neither clicks nor arrows change the figure", async ({ page }) => {
  await open(page, "click=nothing");
  const before = await page.evaluate(() => document.querySelector("gradient-descent").link);
  await page.mouse.click(...await onMap(page, 300, 100));
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate(() => document.querySelector("gradient-descent").link)).toBe(before);
});

for (const scaled of ["transform: scale(.6)", "transform: scale(1.7)", "zoom: 1.4"]) {
  test(`on a page that shows the figure with ${scaled}, clicks and drags land where they are seen`, async ({ page }) => {
    await host(page, `<gradient-descent cost="bowl" controls="none" show="field,path"></gradient-descent>`);
    await page.addStyleTag({ content: `gradient-descent { ${scaled}; transform-origin: 0 0; width: 500px; }` });
    await element(page).evaluate((figure) => figure.ready);
    await drawn(page);
    const box = await page.locator(".stage").boundingBox();
    const across = (x, y) => [box.x + x * box.width, box.y + y * box.height];
    const middle = async () => {
      await drawn(page);
      const handle = await page.locator(".handle").first().boundingBox();
      return [handle.x + handle.width / 2, handle.y + handle.height / 2];
    };
    await page.mouse.click(...across(0.75, 0.25));
    await expectNear(await middle(), across(0.75, 0.25));

    await page.mouse.down();
    await page.mouse.move(...across(0.3, 0.6), { steps: 4 });
    await page.mouse.up();
    await expectNear(await middle(), across(0.3, 0.6));
  });
}
