// The hill in 3-D: turned by hand, by sliders and by buttons, and linked with the map.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, pixels, readout, test } from "./figure.js";

const panel = (page) => page.getByRole("region", { name: "Hill in 3-D" });
const stage = (page) => page.locator(".hill-stage");
const setting = (page, key) => element(page).evaluate((figure, name) => figure.state.settings[name], key);

/** The page with an open hill, once it is drawn and at rest. */
async function openHill(page, query = "") {
  await open(page, `show=basic,hill${query && `&${query}`}`);
  await expect(panel(page).getByRole("slider").first()).toBeVisible();
  await stage(page).scrollIntoViewIfNeeded();
  await expect.poll(async () => (await pixels(stage(page).locator("canvas").first())).size).toBeGreaterThan(200);
}

test("the button opens it, and it says how it is drawn", async ({ page }) => {
  await open(page);
  await button(page, "Hill in 3-D").click();
  await expect(panel(page)).toContainText("Height is J");
  await expect(panel(page)).toContainText("J is drawn");
  await expect(panel(page)).toContainText("You look down at the hill at 40 degrees");
});

test("sliders and buttons turn it, and the link keeps the view", async ({ page }) => {
  await openHill(page);
  const turn = page.getByRole("slider", { name: "Turn of the hill" });
  await turn.focus();
  await page.keyboard.press("ArrowRight");
  await expect(turn).toHaveAttribute("aria-valuetext", "turned −34 degrees");
  expect(await setting(page, "camera")).toBe("-34,40");
  await button(page, "Turn left").click();
  expect(await setting(page, "camera")).toBe("-19,40");
  await button(page, "From above").click();
  expect(await setting(page, "camera")).toBe("0,90");
  expect(await element(page).evaluate((figure) => figure.link)).toContain("camera=0,90");
  await button(page, "Reset the view").click();
  expect(await setting(page, "camera")).toBeUndefined();
});

test("dragging turns and tilts it as one thing to undo, and steps go on", async ({ page }) => {
  await openHill(page);
  const box = await stage(page).boundingBox();
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 240, box.y + 210, { steps: 4 });
  await page.mouse.up();
  expect(await setting(page, "camera")).toBe("-15,45");
  await button(page, "Undo").click();
  expect(await setting(page, "camera")).toBeUndefined();
  const before = await pixels(stage(page).locator("canvas").nth(1));
  await call(page, "step", 10);
  await drawn(page);
  const after = await pixels(stage(page).locator("canvas").nth(1));
  expect([...after]).not.toEqual([...before]);
});

test("a click moves the selected start to the ground under the pointer", async ({ page }) => {
  // From straight above, unturned, the middle of the picture is the middle of the window.
  await openHill(page, "cost=bowl&camera=0,90");
  const box = await stage(page).boundingBox();
  await page.mouse.click(box.x + box.width / 2 + 40, box.y + box.height / 2);
  const { point } = await readout(page);
  expect(point.w).toBeGreaterThan(0.2);
  expect(Math.abs(point.b)).toBeLessThan(0.1);
  await page.mouse.click(box.x + 5, box.y + 5);
  expect((await readout(page)).point).toEqual(point);
});

test("where there is no hill a sentence says why", async ({ page }) => {
  await open(page, "show=basic,hill&cost=curve");
  await expect(panel(page)).toContainText("a curve needs no third dimension");
  await expect(stage(page)).toBeHidden();
  await open(page, "show=basic,hill,fog");
  await expect(panel(page)).toContainText("fog");
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openHill(page, "cost=three&at=3");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}
