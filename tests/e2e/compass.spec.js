// The 360° compass: turned, read, stepped with, by mouse, finger and keyboard.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, readout, test } from "./figure.js";

const card = (page) => page.locator(".instrument.compass");
const knob = (page) => card(page).getByRole("slider");
const reading = (page) => card(page).locator(".compass-reading");
const setting = (page, key) => element(page).evaluate((figure, name) => figure.state.settings[name], key);
const expectDirection = (page, degrees) => expect.poll(async () => Number(await setting(page, "direction"))).toBe(degrees);

/** The compass on the bowl x² + y² at (3, 4): steepest descent is 233.13°. */
const BOWL = "formula=x^2%2By^2&start=3,4&alpha=0.05&window=-6,6,-6,6";

async function openCompass(page, query) {
  await open(page, query);
  await expect(reading(page)).toBeVisible();
  await drawn(page);
}

/** The height of the line of words under the ring, in CSS pixels. */
const FOOT = 17;

/** A place of the dial, so many degrees anticlockwise from its right. */
async function onDial(page, degrees, radius = 80) {
  const dial = card(page).locator(".compass-dial");
  await dial.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await dial.boundingBox();
  const angle = (degrees * Math.PI) / 180;
  return [x + width / 2 + radius * Math.cos(angle), y + (height - FOOT) / 2 - radius * Math.sin(angle)];
}

test("its button opens it, and it is closed again", async ({ page }) => {
  await open(page);
  await button(page, "360° compass").click();
  await expect(reading(page)).toContainText("0°, towards larger w: slope");
  await expect(card(page)).toContainText("Steepest at your feet. A longer step may do better another way.");
  await button(page, "360° compass").click();
  await expect(card(page)).toBeHidden();
  expect(await setting(page, "show")).toBe("basic");
});

test("a drag turns it, and the turn is one thing to undo", async ({ page }) => {
  await openCompass(page, `${BOWL}&show=basic,compass&direction=30`);
  await page.mouse.move(...await onDial(page, 30));
  await page.mouse.down();
  for (const degrees of [60, 100, 140, 200]) await page.mouse.move(...await onDial(page, degrees), { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs(Number(await setting(page, "direction")) - 200)).toBeLessThanOrEqual(1);
  await expect(reading(page)).toContainText("towards smaller x and smaller y: slope −");
  await button(page, "Undo").click();
  await expectDirection(page, 30);
});

test("arrow keys turn by a degree, with Shift by 15, and only while the knob has the focus", async ({ page }) => {
  await openCompass(page, `${BOWL}&show=basic,compass`);
  await knob(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  await expectDirection(page, 16);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expectDirection(page, 359);
  await drawn(page);
  await expect(knob(page)).toHaveAttribute("aria-valuenow", "359");
  await expect(knob(page)).toHaveAttribute("aria-valuetext", await reading(page).innerText());
  await button(page, "Step this way").focus();
  await page.keyboard.press("ArrowRight");
  await expectDirection(page, 359);
});

test("the field takes a number, with a sign of degrees or a comma; what is none is told", async ({ page }) => {
  await openCompass(page, `${BOWL}&show=basic,compass`);
  const field = card(page).getByLabel("Direction", { exact: true });
  await field.fill("233,13°");
  await field.press("Enter");
  await expectDirection(page, 233.13);
  await expect(reading(page)).toHaveText("233.1°, towards smaller x and smaller y: slope −10, downhill.");
  await field.fill("left");
  await field.press("Enter");
  await expect(page.locator(".notice")).toContainText("left");
  await expectDirection(page, 233.13);
});

test("steps by hand have the algorithm's own length, can be taken back, and go with the start", async ({ page }) => {
  await openCompass(page, `${BOWL}&show=basic,compass&direction=180`);
  await button(page, "Step this way").click();
  const once = (await readout(page)).hand;
  // ‖∇J‖ = 10 at (3, 4), α = 0.05.
  expect([once.steps, once.point.y]).toEqual([1, 4]);
  expect(once.point.x).toBeCloseTo(2.5, 12);
  expect(once.cost).toBeCloseTo(2.5 ** 2 + 16, 12);
  await expect(card(page).locator(".compass-place")).toContainText("You stand after 1 step by hand: x 2.5, y 4, J 22.25.");
  await button(page, "Step this way").click();
  await button(page, "Step this way").click();
  expect((await readout(page)).hand.steps).toBe(3);
  expect((await readout(page)).iteration, "the algorithm has not moved").toBe(0);
  await button(page, "Take back").click();
  await button(page, "Take back").click();
  expect((await readout(page)).hand).toEqual(once);
  await button(page, "Clear my steps").click();
  expect((await readout(page)).hand).toBeNull();
  await expect(button(page, "Take back")).toHaveAttribute("aria-disabled", "true");
  await button(page, "Step this way").click();
  await call(page, "startAt", [1, 1]);
  expect((await readout(page)).hand).toBeNull();
});

test("steepest descent is hidden until found", async ({ page }) => {
  await openCompass(page, `${BOWL}&show=basic,compass&direction=229`);
  await expect(button(page, "Is this steepest?")).toBeHidden();
  await button(page, "Show steepest descent").click();
  expect((await setting(page, "show")).split(",")).not.toContain("arrow");
  await button(page, "Is this steepest?").click();
  const answer = card(page).locator(".compass-answer");
  await expect(answer).toHaveText("No: you are 4° off. Turn anticlockwise.");
  await knob(page).focus();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(answer, "turned on, the answer is no longer about this").toHaveText("");
  await button(page, "Is this steepest?").click();
  await expect(answer).toContainText("Yes, to within a degree");
  await expect(button(page, "Show steepest descent")).toHaveAttribute("aria-pressed", "true");
  expect(await setting(page, "show")).toBe("basic,compass");
});

test("with one parameter it turns about, and flat ground says so", async ({ page }) => {
  await openCompass(page, "cost=curve&start=1.5&show=basic,compass");
  await expect(reading(page)).toContainText("0°, towards larger w");
  await knob(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(reading(page)).toContainText("180°, towards smaller w");
  await openCompass(page, "cost=saddle&start=0,0&show=basic,compass");
  await expect(reading(page)).toHaveText("The ground is flat here: no direction goes down, and a step would have length 0.");
  await button(page, "Step this way").click({ force: true });
  expect((await readout(page)).hand).toBeNull();
});

test("a finger turns the knob, and everywhere else on the dial scrolls or taps", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await openCompass(page, `${BOWL}&show=basic,compass`);
  const touch = await knob(page).evaluate((handle) => [getComputedStyle(handle).touchAction, getComputedStyle(handle.parentElement).touchAction]);
  expect(touch).toEqual(["none", "auto"]);
  const { width, height } = await knob(page).boundingBox();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(40);
  await page.touchscreen.tap(...await onDial(page, 90));
  await expectDirection(page, 90);
  await context.close();
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openCompass(page, "show=basic,compass&hand=0,100,120&size=projector");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}
