// Links that course pages may hold: what they open, and that a link rebuilds its figure.
import { button, call, drawn, element, expect, onMap, open, readout, test } from "./figure.js";

const HOUSES = "cost=regression&data=houses&alpha=0.1&start=0,0&steps=100000&tolerance=1e-9";

/** First step from (0, 0): by simultaneous b = 47.0, by sequential b = 20.9, worked out by hand. */
for (const [rule, b] of [["simultaneous", 47.0], ["sequential", 20.9]]) {
  test(`the six houses by the ${rule} rule`, async ({ page }) => {
    await open(page, `${HOUSES}&rule=${rule}`);
    const first = await call(page, "step");
    expect(first.rule).toBe(rule);
    expect(first.point.b).toBeCloseTo(b, 0.05);
    expect(Math.abs(first.point.b - b)).toBeLessThan(0.05);

    const ended = await call(page, "step", 100_000);
    expect(ended.stopped).toBe("converged");
    expect(ended.point.w.toFixed(4)).toBe("209.3629");
    expect(ended.point.b.toFixed(4)).toBe("2.4228");
    expect(ended.gradientNorm).toBeLessThanOrEqual(1e-9);
    await drawn(page);
    await expect(page.locator(".verdict")).toContainText("a minimum");
  });
}

test("Himmelblau's function typed in gives the catalogue's path bit for bit, and its derivative is typeset", async ({ page }) => {
  const path = async (query) => {
    await open(page, query);
    return element(page).evaluate(async (figure) => {
      const readouts = [figure.readout];
      while (readouts.at(-1).stopped === null) readouts.push(await figure.step());
      return readouts;
    });
  };
  const catalogue = await path("cost=himmelblau&start=0,0&alpha=0.01");
  const typed = await path("cost=formula&formula=(x^2%2By-11)^2%2B(x%2By^2-7)^2&start=0,0&alpha=0.01");
  expect(typed).toEqual(catalogue);

  await page.getByText("The formulas").click();
  const partial = page.locator(".partial-line math").nth(1);
  await expect(partial).toBeVisible();
  expect(await partial.evaluate((math) => math.namespaceURI)).toBe("http://www.w3.org/1998/Math/MathML");
  await expect(partial.locator("mfrac").first()).toHaveText("∂J∂x");
  await expect(partial.locator("msup").first()).toBeVisible();
  await expect(partial).toContainText(/=.*x.*y.*11/);
});

test("a plus sign in a link's formula may stand unescaped", async ({ page }) => {
  await open(page, "formula=(x^2+y-11)^2+(x+y^2-7)^2&start=1,1");
  // (1 + 1 − 11)² + (1 + 1 − 7)²
  expect((await readout(page)).cost).toBe(106);
});

test("the address and the copied link hold the figure, and open it again", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
  await open(page, "cost=himmelblau");
  await page.mouse.click(...await onMap(page, 220, 160));
  await page.getByLabel("Update rule").selectOption("sequential");
  await page.getByLabel("Learning rate alpha", { exact: true }).fill("0.004");
  await page.keyboard.press("Enter");
  const there = await call(page, "step", 12);
  await expect.poll(() => page.url()).toContain("at=12");
  const address = page.url();

  await button(page, "Copy link").click();
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

  await page.goto("about:blank");
  await page.goto(address);
  await element(page).evaluate((figure) => figure.ready);
  expect(await readout(page)).toEqual(there);
});

test("a link given a start, alpha and window shows just that", async ({ page }) => {
  await open(page, "cost=rosenbrock&start=-1.5,1.5;0.25,-0.125&alpha=0.0005&at=3&theme=dark&size=projector");
  const { iteration, alpha, runs } = await readout(page);
  expect([iteration, alpha, runs.length]).toEqual([3, 0.0005, 2]);
  await call(page, "reset");
  expect((await readout(page)).runs.map(({ point }) => point)).toEqual([{ x: -1.5, y: 1.5 }, { x: 0.25, y: -0.125 }]);
});

test("run=on starts at once, and a link never says so because of a run that is playing", async ({ page }) => {
  await open(page, "run&at=2");
  await expect(button(page, "Pause")).toBeVisible();
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(2);

  await open(page);
  await button(page, "Run").click();
  await expect.poll(async () => (await readout(page)).iteration).toBeGreaterThan(1);
  expect(await element(page).evaluate((figure) => figure.link)).not.toContain("run");
});

test("show and controls leave out what is not named", async ({ page }) => {
  await open(page, "controls=transport&show=field,values");
  await expect(page.locator(".transport")).toBeVisible();
  for (const hidden of [".timeline", ".tune", ".starts", ".update", ".charts", ".menu.cost"]) {
    await expect(page.locator(hidden), hidden).toBeHidden();
  }
  await expect(page.locator(".now")).toBeVisible();
  await open(page, "controls=basic");
  await expect(page.locator(".tune")).toBeVisible();
  await expect(page.locator(".starts")).toBeHidden();
  await page.getByText("More", { exact: true }).click();
  await expect(page.locator(".starts")).toBeVisible();
  await open(page, "controls=none");
  await expect(page.locator(".transport")).toBeHidden();
});

test("costs of one and of three parameters show all their numbers", async ({ page }) => {
  await open(page, "formula=x^4-3x^2%2Bx&start=1.5");
  await expect(page.locator(".numbers dt")).toHaveText(["x", "cost J", "slope ‖∇J‖"]);
  expect(Object.keys((await call(page, "step")).point)).toEqual(["x"]);
  await page.mouse.click(...await onMap(page, 200, 100));
  expect(Object.keys((await readout(page)).point)).toEqual(["x"]);

  await open(page, "formula=(u-1)^2%2B2(v-2)^2%2B3(w-3)^2&axes=u,w");
  await expect(page.locator(".numbers dt")).toHaveText(["u", "v", "w", "cost J", "slope ‖∇J‖"]);
  await page.mouse.click(...await onMap(page, 200, 100));
  expect((await readout(page)).point.v, "a click on u and w leaves v").toBe(1);
  const ended = await call(page, "step", 100_000);
  expect(ended.point.v).toBeCloseTo(2, 4);
});
