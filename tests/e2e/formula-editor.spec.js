// A formula of one's own: read at every key, drawn when typing pauses.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, readout, test } from "./figure.js";

/** Twelve parameters, 500 characters. */
const LONG = `J(${Array.from({ length: 12 }, (_, index) => `w${index + 1}`).join(",")}) = ${Array.from({ length: 12 }, (_, index) => `(w${index + 1} - ${index + 0.5})^2*(1 + 0.25sin(2w${((index + 1) % 12) + 1} + 0.75))`).join(" + ")}`;

/** The page with the editor opened from the menu. */
async function opened(page, query = "") {
  await open(page, query);
  await page.getByLabel("Cost", { exact: true }).selectOption("formula");
  const field = page.getByLabel("Your formula");
  await expect(field).toBeFocused();
  return field;
}

const settings = (page) => element(page).evaluate((figure) => figure.state.settings);
const names = (page) => page.getByRole("list", { name: "Parameters", exact: true }).getByRole("listitem").allTextContents();
const error = (page) => page.locator(".field-error");

async function expectNoViolations(page) {
  await drawn(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

test("while typing, the formula is set with its derivatives and the figure follows", async ({ page }) => {
  const field = await opened(page);
  await field.pressSequentially("(x-300)^2 + (y+20)^2");
  expect(await names(page)).toEqual(["x", "y"]);
  await expect(page.locator(".typeset-line")).toHaveCount(3);
  await expect(page.locator(".typeset-line").nth(1)).toContainText("partial derivative by x: 2 times");
  await expect.poll(async () => (await settings(page)).formula).toBe("(x-300)^2 + (y+20)^2");
  await expect(field, "the focus stays where one types").toBeFocused();
  const { start, alpha, window: shown } = await settings(page);
  expect([start, alpha, shown].every(Boolean), "what was chosen stands in the link").toBe(true);
  const [left, right, low, high] = shown.split(",").map(Number);
  expect(left < 300 && 300 < right && low < -20 && -20 < high).toBe(true);
  const end = await call(page, "step", 1000);
  expect(end.stopped).toBe("converged");
  expect(end.point.x).toBeCloseTo(300, 4);
});

test("an error is underlined where it is, the last good picture stays, and a press takes what was meant", async ({ page }) => {
  const field = await opened(page);
  await field.fill("x^2 + y^2");
  await expect.poll(async () => (await settings(page)).formula).toBe("x^2 + y^2");
  await field.fill("x^2 + sinn(y)");
  await expect(error(page)).toHaveText("“sinn” is not a function here; sin is.");
  await expect(page.locator(".behind mark")).toHaveText("sinn");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await page.waitForTimeout(500);
  expect((await settings(page)).formula, "the last good one stays").toBe("x^2 + y^2");
  await expect(page.locator(".typeset")).toHaveClass(/stale/);

  await button(page, "Take the suggestion x^2 + sin(y)").click();
  await expect(field).toHaveValue("x^2 + sin(y)");
  await expect(error(page)).toBeHidden();
  expect((await settings(page)).formula).toBe("x^2 + sin(y)");
});

test("what reads well but may not be meant is asked", async ({ page }) => {
  const field = await opened(page);
  await field.fill("x2 + y2");
  await expect(page.locator(".formula-note")).toContainText("not as a power");
  expect(await names(page)).toEqual(["x₂", "y₂"]);
  await button(page, "Take the suggestion x^2 + y^2").click();
  expect(await names(page)).toEqual(["x", "y"]);
});

test("one typing session is one undo", async ({ page }) => {
  const field = await opened(page);
  await field.pressSequentially("x^2", { delay: 30 });
  await expect.poll(async () => (await settings(page)).formula).toBe("x^2");
  await field.pressSequentially(" + y^2", { delay: 30 });
  await expect.poll(async () => (await settings(page)).formula).toBe("x^2 + y^2");
  await page.keyboard.press("Enter");
  await field.pressSequentially(" + x", { delay: 30 });
  await expect.poll(async () => (await settings(page)).formula).toBe("x^2 + y^2 + x");
  await button(page, "Undo").click();
  expect((await settings(page)).formula).toBe("x^2 + y^2");
  await expect(field).toHaveValue("x^2 + y^2");
  await button(page, "Undo").click();
  expect((await settings(page)).formula).toBeUndefined();
  await expect(field).toBeHidden();
});

test("a declared order is the order of the parameters, up to twelve", async ({ page }) => {
  const field = await opened(page);
  await field.fill("J(w, b) = b^2 + (w-1)^2");
  await page.keyboard.press("Enter");
  expect(Object.keys((await readout(page)).point)).toEqual(["w", "b"]);
  await field.fill(LONG);
  await page.keyboard.press("Enter");
  expect(Object.keys((await readout(page)).point)).toHaveLength(12);
  expect(await names(page)).toHaveLength(12);
  await expect(page.locator(".typeset-line")).toHaveCount(13);
});

test("another cost by a link or the menu closes the field with its error", async ({ page }) => {
  await open(page, "formula=x%5E%5E2");
  await expect(error(page)).toContainText("cannot be read");
  await expect(page.getByLabel("Your formula")).toHaveValue("x^^2");
  await element(page).evaluate((figure) => {
    figure.link = "cost=himmelblau";
  });
  await drawn(page);
  await expect(error(page)).toBeHidden();
  await expect(page.getByLabel("Your formula")).toBeHidden();
});

test("a link with a formula opens with the editor, and a formula from outside stands in it", async ({ page }) => {
  await open(page, "formula=x%5E2%2By%5E2");
  const field = page.getByLabel("Your formula");
  await expect(field).toHaveValue("x^2+y^2");
  expect((await settings(page)).alpha, "the published defaults").toBe("0.01");
  await element(page).evaluate((figure) => figure.setAttribute("formula", "a^2"));
  await expect(field).toHaveValue("a^2");
});

test("examples are there to begin with, and each walks down", async ({ page }) => {
  await opened(page);
  const examples = page.getByRole("group", { name: "Examples" }).getByRole("button");
  const count = await examples.count();
  expect(count).toBeGreaterThan(4);
  for (let index = 0; index < count; index += 1) {
    await examples.nth(index).click();
    const { cost } = await readout(page);
    expect((await call(page, "step", 300)).cost).toBeLessThan(cost);
  }
});

test("ground without J is hatched, and caption and verdict say why", async ({ page }) => {
  const field = await opened(page);
  await field.fill("ln(x) + x^2 + y^2");
  await page.keyboard.press("Enter");
  await drawn(page);
  await expect(page.locator(".caption")).toContainText("ln(x) has no value for x ≤ 0");
  await element(page).evaluate((figure) => {
    figure.setAttribute("start", "0.1,1");
    figure.setAttribute("alpha", "0.1");
  });
  expect((await call(page, "step", 1000)).stopped).toBe("diverged");
  await drawn(page);
  await expect(page.locator(".figure")).toContainText("over the edge of J");
});

test("what is typed is told aloud after a pause, not at every key", async ({ page }) => {
  const field = await opened(page);
  await page.locator(".formula-field [role=status]").evaluate((voice) => {
    window.heard = [];
    new MutationObserver(() => window.heard.push(voice.textContent)).observe(voice, { childList: true, characterData: true, subtree: true });
  });
  await field.pressSequentially("x^2 + sinn(y", { delay: 40 });
  await expect.poll(() => page.evaluate(() => window.heard.length)).toBe(1);
  expect(await page.evaluate(() => window.heard[0])).toMatch(/“sinn” is not a function.*Did you mean x\^2 \+ sin\(y\)/);
});

test("by keyboard alone: from the field to the suggestion and on", async ({ page }) => {
  const field = await opened(page);
  await field.fill("sin x");
  await page.keyboard.press("Tab");
  await expect(button(page, "Take the suggestion sin(x)")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("sin(x)");
});

for (const [scheme, width, text] of [["light", 1280, "x^2 + 0,5 sin x"], ["dark", 1280, "x^2 + xy + y^2"], ["light", 390, LONG], ["dark", 390, "(x + 1"]]) {
  test(`axe finds nothing and nothing is wider than the page: ${scheme}, ${width}, ${text.slice(0, 12)}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    const field = await opened(page);
    await field.fill(text);
    await page.waitForTimeout(400);
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("where the editor cannot be loaded, what is wrong is said all the same", async ({ page, noise }) => {
  await page.route("**/editors/formula.js", (route) => route.abort());
  await open(page, "formula=x%5E%5E2");
  await expect(error(page)).toContainText("cannot be read");
  noise.splice(0);
});
