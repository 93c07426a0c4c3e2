// Looking closer at the map: wheel, fingers, dragging, buttons and keys; and that no walk depends on it.
import { button, call, drawn, element, expect, onMap, open, readout, startOnMap, test } from "./figure.js";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The window asked for; of the data sheet's, only if it was asked for. */
const windowOf = (page) => element(page).evaluate((figure) => figure.state.settings.window?.split(",").map(Number));
const sides = ([left, right, low, high]) => [right - left, high - low];

/** Zooming comes after the first picture. */
async function openZoom(page, query) {
  await open(page, query);
  await expect(page.locator(".zoom button")).toHaveCount(3);
  await drawn(page);
}

async function wheel(page, [x, y], ticks, key = "Control") {
  await page.mouse.move(x, y);
  await page.keyboard.down(key);
  for (let tick = 0; tick < Math.abs(ticks); tick += 1) await page.mouse.wheel(0, ticks > 0 ? -100 : 100);
  await page.keyboard.up(key);
  await drawn(page);
}

async function expectNear(place, wanted, reach = 1) {
  expect(Math.hypot(place[0] - wanted[0], place[1] - wanted[1]), `${place} near ${wanted}`).toBeLessThan(reach);
}

for (const [name, query] of [
  ["a formula", "cost=himmelblau&start=0,0"],
  ["data", "cost=regression"],
  ["a curve", "cost=curve"],
  ["three parameters", "cost=three"],
]) {
  test(`Ctrl and the wheel zoom ${name} about the pointer, to and fro`, async ({ page }) => {
    await openZoom(page, query);
    // Where the start stands there is a place to look at.
    const at = await startOnMap(page);
    const before = await windowOf(page);
    expect(before).toBeUndefined();
    const [left, top] = await onMap(page, 0, 0);
    // A wheel's event tells whole pixels: half of one is lost along each axis, and grows with the factor.
    const pointer = [Math.round(left + at[0]), Math.round(top + at[1])];
    const factor = Math.exp(5 * 0.25);
    await wheel(page, pointer, 5);
    const away = [at[0] - (pointer[0] - left), at[1] - (pointer[1] - top)];
    await expectNear(await startOnMap(page), [at[0] + away[0] * (factor - 1), at[1] + away[1] * (factor - 1)], Math.SQRT1_2 * (factor - 1) + 0.3);
    const close = sides(await windowOf(page));
    await wheel(page, pointer, -5);
    await expectNear(await startOnMap(page), at, 0.6);
    const back = sides(await windowOf(page));
    for (const axis of [0, 1]) expect(back[axis] / close[axis]).toBeCloseTo(factor, 3);
  });
}

test("Cmd and the wheel zoom as well; a touchpad's small steps are small", async ({ page }) => {
  await openZoom(page, "cost=himmelblau");
  await wheel(page, await onMap(page, 200, 150), 1, "Meta");
  const one = sides(await windowOf(page));
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -3);
  await page.keyboard.up("Control");
  await drawn(page);
  expect(one[0] / sides(await windowOf(page))[0]).toBeCloseTo(Math.exp(0.03), 4);
});

test("the plain wheel scrolls the page", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 500 });
  await openZoom(page, "cost=himmelblau");
  await page.mouse.move(...await onMap(page, 200, 100));
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await windowOf(page)).toBeUndefined();
});

test("a drag of the ground takes it along, a click still starts there, a start is still dragged", async ({ page }) => {
  await openZoom(page, "cost=himmelblau&start=0,0");
  const { point } = await readout(page);
  const start = await startOnMap(page);
  const [x, y] = await onMap(page, 120, 90);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const part of [0.2, 0.6, 1]) await page.mouse.move(x + 90 * part, y + 40 * part);
  await expect(page.locator(".stage")).toHaveClass(/panning/);
  await page.mouse.up();
  await expect(page.locator(".stage")).not.toHaveClass(/panning/);
  await expectNear(await startOnMap(page), [start[0] + 90, start[1] + 40]);
  expect((await readout(page)).point, "the ground moved, not the start").toEqual(point);

  await page.mouse.click(...await onMap(page, 300, 200));
  await expectNear(await startOnMap(page), [300, 200], 1.5);
  const moved = await windowOf(page);
  const [right, down] = await onMap(page, 300, 200);
  await page.mouse.move(right, down);
  await page.mouse.down();
  await page.mouse.move(right + 30, down, { steps: 3 });
  await page.mouse.up();
  await expectNear(await startOnMap(page), [330, 200], 1.5);
  expect(await windowOf(page)).toEqual(moved);
});

test("each gesture is one edit; Escape takes back a drag that goes on", async ({ page }) => {
  await openZoom(page, "cost=himmelblau&start=0,0&controls=all");
  const undo = button(page, "Undo");
  // One notch: on a machine that is busy a second one may come after a rest.
  await wheel(page, await onMap(page, 200, 150), 1);
  const close = await windowOf(page);
  const [x, y] = await onMap(page, 300, 200);
  const drag = async (release) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 80, y + 30, { steps: 5 });
    await release();
    await page.mouse.up();
    await drawn(page);
  };
  await drag(() => {});
  expect(await windowOf(page)).not.toEqual(close);
  await undo.click();
  expect(await windowOf(page)).toEqual(close);
  await page.locator(".stage").focus();
  await drag(() => page.keyboard.press("Escape"));
  expect(await windowOf(page)).toEqual(close);
  await undo.click();
  expect(await windowOf(page)).toBeUndefined();
  await expect(undo).toHaveAttribute("aria-disabled", "true");
});

test("buttons and keys: in, out, to all sides, and the whole map", async ({ page }) => {
  await openZoom(page, "cost=himmelblau&start=0,0");
  const whole = button(page, "The whole map");
  await expect(whole).toHaveAttribute("aria-disabled", "true");
  await button(page, "Zoom in").click();
  await button(page, "Zoom in").press("Space");
  const [width] = sides(await windowOf(page));
  await button(page, "Zoom out").press("Enter");
  expect(sides(await windowOf(page))[0] / width).toBeCloseTo(1.6, 3);
  expect((await readout(page)).iteration, "Space pressed the button and nothing else").toBe(0);
  await whole.click();
  expect(await windowOf(page)).toBeUndefined();
  await expect(whole).toBeFocused();

  const stage = page.locator(".stage");
  await stage.focus();
  const at = await startOnMap(page);
  await page.keyboard.press("+");
  await expectNear(await startOnMap(page), at);
  await page.keyboard.press("-");
  const [left, , low] = await windowOf(page);
  await page.keyboard.press("d");
  expect((await windowOf(page))[0]).toBeGreaterThan(left);
  await page.keyboard.press("w");
  expect((await windowOf(page))[2]).toBeGreaterThan(low);
  await expect(page.getByRole("status").filter({ hasText: /^x from .* to .*, y from .* to / })).toHaveCount(1);
  await page.keyboard.press("a");
  await page.keyboard.press("s");
  const returned = await windowOf(page);
  expect(returned[0]).toBeCloseTo(left, 3);
  expect(returned[2]).toBeCloseTo(low, 3);
  await page.keyboard.press("0");
  expect(await windowOf(page)).toBeUndefined();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("the whole map");
});

test("a zoomed view is a link, and no step of any walk depends on it", async ({ page }) => {
  await openZoom(page, "cost=himmelblau&start=0,0");
  await call(page, "step", 25);
  const walked = await readout(page);
  await wheel(page, await onMap(page, 320, 140), 12);
  expect(await readout(page)).toEqual(walked);
  const link = await element(page).evaluate((figure) => figure.link);
  const asked = await windowOf(page);
  await expect.poll(() => page.evaluate(() => location.search)).toContain("window=");
  await open(page, link);
  expect(await windowOf(page)).toEqual(asked);
  expect(await readout(page)).toEqual(walked);
});

test("the limits are said in words once, and the view stays", async ({ page }) => {
  await openZoom(page, "cost=himmelblau&start=3,2&window=2.999999999995,3.000000000005,1.999999999995,2.000000000005");
  const at = await onMap(page, ...await startOnMap(page));
  await wheel(page, at, 8);
  const said = page.locator(".zoom-limit");
  await expect(said).toContainText("This is the closest view");
  await expect(page.locator(".notice")).toHaveCount(0);
  const closest = await windowOf(page);
  await wheel(page, at, 2);
  expect(await windowOf(page)).toEqual(closest);
  await wheel(page, at, -1);
  await expect(said).toBeHidden();

  await open(page, "cost=himmelblau&window=-2e7,2e7,-2e7,2e7");
  await expect(button(page, "Zoom out")).toBeVisible();
  for (let press = 0; press < 2; press += 1) await button(page, "Zoom out").click();
  await expect(said).toContainText("This is the widest view");
});

test("where only rounding is left to see, the caption says so", async ({ page }) => {
  await open(page, "cost=valleys&window=0.1,0.2,0.1,0.2");
  await expect(page.locator(".caption")).not.toContainText("64-bit");
  await open(page, "formula=1%2Bx^2%2By^2&window=-1e-9,1e-9,-1e-9,1e-9");
  await expect(page.locator(".caption")).toContainText("64-bit");
});

test("hidden without controls and on a projector; the wheel works there too", async ({ page }) => {
  for (const query of ["controls=none", "size=projector", "controls=transport"]) {
    await openZoom(page, query);
    await expect(page.locator(".zoom button").first(), query).toBeHidden();
  }
  await wheel(page, await onMap(page, 200, 150), 2);
  expect(await windowOf(page)).toHaveLength(4);
});

test.describe("two fingers", () => {
  test.use(PHONE);

  test("pinch zooms and moves the map, and the page stays; one finger scrolls it", async ({ page, context }) => {
    await openZoom(page, "cost=himmelblau&start=0,0");
    const touch = await context.newCDPSession(page);
    const send = (type, ...places) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: places.map(([x, y], id) => ({ x, y, id })) });
    const start = await startOnMap(page);
    const [x, y] = await onMap(page, ...start);
    // Both fingers beside the start, which stays between them.
    const fingers = (apart, [right, down] = [0, 0]) => [[x - apart + right, y - 25 + down], [x + apart + right, y + 25 + down]];
    await send("touchStart", fingers(40)[0]);
    await send("touchStart", ...fingers(40));
    for (const apart of [50, 65, 80]) await send("touchMove", ...fingers(apart));
    await send("touchMove", ...fingers(80, [20, 15]));
    await send("touchEnd", fingers(80, [20, 15])[0]);
    await send("touchEnd");
    await drawn(page);
    await expectNear(await startOnMap(page), [start[0] + 20, start[1] + 15], 1.5);
    expect((await readout(page)).point, "no tap").toEqual({ x: 0, y: 0 });
    expect(await page.evaluate(() => [scrollY, visualViewport.scale])).toEqual([0, 1]);
    const close = await windowOf(page);

    const [across, up] = await onMap(page, 60, 200);
    await send("touchStart", [across, up]);
    for (const by of [20, 60, 120]) await send("touchMove", [across, up - by]);
    await send("touchEnd");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    expect(await windowOf(page)).toEqual(close);
  });
});
