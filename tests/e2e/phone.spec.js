// A phone in the hand: one column, thumbs for targets, a finger that taps, drags and scrolls.
import { button, call, drawn, expect, onMap, open, readout, startOnMap, test } from "./figure.js";

const LINKS = ["", "cost=regression", "cost=three", "cost=curve", "size=projector", "colour=red&alpha=fast", "formula=(x%2By%2Bz-11)^2*exp(-x^2-y^2-z^2)%2Bsin(x)^2"];

for (const width of [390, 320]) {
  test(`nothing is wider than a screen of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const link of LINKS) {
      await open(page, link);
      await call(page, "step", 10);
      await drawn(page);
      const wide = await page.evaluate(() => {
        const { scrollWidth } = document.documentElement;
        const parts = [...document.querySelector("gradient-descent").shadowRoot.querySelectorAll(".card, button, select, input, canvas")];
        const out = parts.filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 0.5);
        return { scrollWidth, inner: innerWidth, out: out.map((part) => part.className || part.tagName) };
      });
      expect(wide, link).toEqual({ scrollWidth: wide.inner, inner: width, out: [] });
    }
  });
}

test("map first, then the transport in the first view, then numbers, then charts", async ({ page }) => {
  await open(page);
  const top = async (selector) => (await page.locator(selector).boundingBox()).y;
  const order = [await top(".stage"), await top(".transport"), await top(".now"), await top(".charts")];
  expect(order).toEqual([...order].sort((one, other) => one - other));
  const { y, height } = await page.locator(".transport").boundingBox();
  expect(y + height).toBeLessThanOrEqual(844);
});

test("targets are large enough for a finger", async ({ page }) => {
  for (const link of ["", "cost=regression", "colour=red"]) {
    await open(page, link);
    const small = await page.evaluate(() => {
      const inside = document.querySelector("gradient-descent").shadowRoot;
      return [document, inside].flatMap((root) => [...root.querySelectorAll("a, button, select, input, summary")])
        .filter((part) => part.checkVisibility())
        .map((part) => [part, part.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([part, { width, height }]) => `${part.getAttribute("aria-label") ?? part.textContent}: ${width} × ${height}`);
    });
    expect(small, link).toEqual([]);
  }
});

test("a tap moves the selected start there", async ({ page }) => {
  await open(page);
  const other = (await readout(page)).runs[1].point;
  await page.touchscreen.tap(...await onMap(page, 90, 60));
  const [x, y] = await startOnMap(page);
  expect(Math.hypot(x - 90, y - 60)).toBeLessThan(1.5);
  expect((await readout(page)).runs[1].point).toEqual(other);
});

test("a finger that starts on a start drags it, any other scrolls the page", async ({ page, context }) => {
  await open(page, "cost=himmelblau&start=0,0");
  const touch = await context.newCDPSession(page);
  const drag = async (from, to) => {
    const point = ([x, y]) => [{ x, y }];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(from) });
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point(from.map((side, axis) => side + part * (to[axis] - side))) });
    }
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await drawn(page);
  };
  const [x, y] = await startOnMap(page);
  await drag(await onMap(page, x, y), await onMap(page, x + 50, y - 40));
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const [right, up] = await startOnMap(page);
  expect(Math.hypot(right - x - 50, up - y + 40)).toBeLessThan(2);

  const { point } = await readout(page);
  await drag(await onMap(page, 40, 200), await onMap(page, 40, 60));
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect((await readout(page)).point).toEqual(point);
});

test("a finger scrolls the page from the middle of any instrument's picture", async ({ page, context }) => {
  await open(page, "data=houses&show=basic,compass,slices,hill,rates,two-rules,step-length,stopping,twins");
  await call(page, "step", 5);
  await expect(page.locator(".starts-sentence")).not.toBeEmpty();
  await page.waitForTimeout(500);
  const touch = await context.newCDPSession(page);
  const pictures = page.locator(".instrument :is(.chart, .hill-stage)");
  let tried = 0;
  for (let index = 0; index < await pictures.count(); index += 1) {
    const picture = pictures.nth(index);
    if (!await picture.isVisible()) continue;
    await picture.evaluate((part) => part.scrollIntoView({ block: "center" }));
    await drawn(page);
    const box = await picture.boundingBox();
    const before = await page.evaluate(() => scrollY);
    // Beside the middle: there, a slice has its walker and the compass its needle.
    const [x, y] = [box.x + 0.3 * box.width, box.y + 0.55 * box.height];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    for (const up of [20, 50, 90, 140]) await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: y - up }] });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect.poll(() => page.evaluate(() => scrollY), await picture.getAttribute("class")).toBeGreaterThan(before + 50);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(8);
});

test("runs to the end under the thumb", async ({ page }) => {
  await open(page);
  await button(page, "To the end").tap();
  await expect(button(page, "Again")).toBeVisible();
  await button(page, "Again").tap();
  await expect(button(page, "Pause")).toBeVisible();
});
