// Fog: nothing but the ground around the feet, until the reader says "I am at the bottom".
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, pixels, readout, test } from "./figure.js";

const setting = (page, key) => element(page).evaluate((figure, name) => figure.state.settings[name], key);
const ground = (page) => page.locator(".stage canvas").first();
const panel = (page) => page.locator(".instrument.fog");

async function openFog(page, query) {
  await open(page, query);
  await expect(panel(page).getByText("Find the way down")).toBeVisible();
  await drawn(page);
}

test("the whole game by keyboard: turn, step, claim, compare", async ({ page }) => {
  await openFog(page, "cost=bowl&start=1,1&show=basic,fog");
  for (const gone of ["Cost by step", "The next step"]) await expect(page.getByText(gone, { exact: true })).toBeHidden();
  await expect(page.locator(".caption")).toContainText("Only the ground around your feet is seen");
  const knob = panel(page).getByRole("slider");
  await knob.focus();
  for (let presses = 0; presses < 15; presses += 1) await page.keyboard.press("Shift+ArrowRight");
  await expect(panel(page).locator(".compass-reading")).toContainText("225°");
  await button(page, "Step this way").focus();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("Enter");
  const { hand, iteration } = await readout(page);
  expect([hand.steps, iteration]).toEqual([4, 0]);
  await button(page, "I am at the bottom").focus();
  await page.keyboard.press("Enter");

  const comparison = page.locator(".instrument.compass .compass-against");
  await expect(comparison).toContainText("By hand: 4 steps to J");
  await expect(comparison).toContainText("you are not there yet");
  await expect(comparison).toContainText("where it converged");
  await expect(comparison).toBeFocused();
  expect(await setting(page, "show")).toBe("basic,compass");
  expect((await readout(page)).stopped).toBe("converged");
  expect((await readout(page)).hand, "the steps by hand stay").toEqual(hand);
  await expect(page.locator(".caption")).toContainText("dashed line with squares");
});

test("in fog the map has one colour but for the clearing, and it moves with the feet", async ({ page }) => {
  await openFog(page, "cost=himmelblau&start=-1,-1&alpha=0.01&show=basic,fog&direction=45");
  const seen = await pixels(ground(page));
  const all = [...seen.values()].reduce((sum, count) => sum + count);
  expect(Math.max(...seen.values()) / all, "fog").toBeGreaterThan(0.85);
  const before = await ground(page).evaluate((canvas) => canvas.toDataURL());
  await button(page, "Step this way").click();
  await drawn(page);
  expect(await ground(page).evaluate((canvas) => canvas.toDataURL())).not.toBe(before);
  await button(page, "Fog").click();
  await drawn(page);
  const clear = await pixels(ground(page));
  expect(Math.max(...clear.values()) / all).toBeLessThan(0.3);
});

test("instruments that would tell are covered while the fog stands, and come back", async ({ page }) => {
  await openFog(page, "show=basic,compass,fog");
  await expect(panel(page).getByRole("slider"), "one dial is enough").toBeHidden();
  await expect(page.locator(".instrument.compass").getByRole("slider")).toBeVisible();
  await call(page, "step", 5);
  await expect(page.locator(".now")).toBeHidden();
  await expect(button(page, "Show steepest descent")).toBeHidden();
  await button(page, "Fog").click();
  await expect(page.locator(".now")).toBeVisible();
  expect(await setting(page, "show")).toBe("basic,compass");
});

for (const [scheme, width] of [["light", 1280], ["dark", 390]]) {
  test(`axe finds nothing, ${scheme}, ${width} pixels wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    await openFog(page, "show=basic,fog&hand=0,100,120");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    expect(await element(page).evaluate((figure) => figure.scrollWidth - figure.clientWidth)).toBe(0);
  });
}
