// Slices, the sums behind a step, and the length of a step: what they show is what the walk does.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, expect, expectShown, open, pixels, readout, test } from "./figure.js";

const card = (page, name) => page.getByRole("region", { name, exact: true });
const walker = (page, name) => page.getByRole("slider", { name: `Walker along ${name}`, exact: true });

async function expectNoViolations(page) {
  await drawn(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

test("slices follow the clock, with each partial derivative as a number", async ({ page }) => {
  await open(page, "show=basic,slices");
  const slices = card(page, "Slices");
  await expect(walker(page, "w")).toBeVisible();
  for (const steps of [0, 3, 20]) {
    const { gradient } = await call(page, "step", steps);
    await drawn(page);
    for (const [index, name] of ["w", "b"].entries()) {
      const text = await slices.locator(".slice-slope").nth(index).textContent();
      expect(text).toContain(`∂J/∂${name} = `);
      expectShown(text.split("= ")[1], gradient[name]);
      const said = await walker(page, name).getAttribute("aria-valuetext");
      expect(said).toContain(`Along ${name}, with `);
      await expect(slices.locator(".slice .note").nth(index)).toHaveText(said);
    }
  }
  // Tangents have the colours of their parameters.
  for (const [index, colour] of ["#0068a8", "#8a3c8f"].entries()) {
    const counted = await pixels(slices.locator("canvas").nth(index));
    expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(500);
    expect(counted.get(colour) ?? 0, colour).toBeGreaterThan(0);
  }
});

test("arrow keys and a drag move the walker along one parameter only", async ({ page }) => {
  await open(page, "cost=bowl&start=-1,1&show=basic,slices");
  await expect(walker(page, "w")).toBeVisible();
  await call(page, "step", 2);
  const before = (await readout(page)).point;
  await walker(page, "w").focus();
  await page.keyboard.press("ArrowRight");
  let after = await readout(page);
  expect(after.iteration, "its run starts there").toBe(0);
  expect(after.point.w).toBeGreaterThan(before.w);
  expect(after.point.b).toBe(before.b);

  // Where the walker is drawn is found as the pointer finds it.
  const stage = walker(page, "b");
  await stage.scrollIntoViewIfNeeded();
  const box = await stage.boundingBox();
  const found = async () => {
    for (let x = 10; x < box.width; x += 24) {
      for (let y = 10; y < box.height; y += 24) {
        await page.mouse.move(box.x + x, box.y + y);
        if (await stage.evaluate((on) => on.classList.contains("grab"))) return [box.x + x, box.y + y];
      }
    }
    throw new Error("the walker cannot be taken hold of");
  };
  const [x, y] = await found();
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 3 });
  await page.mouse.up();
  const dragged = await readout(page);
  expect(dragged.point.b).toBeLessThan(after.point.b);
  expect(dragged.point.w).toBe(after.point.w);
});

test("the offer opens a saddle that every slice hides", async ({ page }) => {
  await open(page, "cost=himmelblau&show=basic,slices");
  await button(page, "Try w² + b² + 3wb").click();
  await call(page, "step", 30);
  const { runs } = await readout(page);
  expect(runs[0].point).toEqual({ w: 0, b: 0 });
  expect(runs[1].cost).toBeLessThan(-0.1);
  await expect(card(page, "Slices")).toContainText("yet it is no minimum");
  await expect(button(page, "Try w² + b² + 3wb")).toBeHidden();
});

test("more than six parameters stand on pages, one has a sentence", async ({ page }) => {
  await open(page, `formula=${encodeURIComponent("a^2+b^2+c^2+d^2+f^2+g^2+h^2")}&show=slices`);
  await expect(page.locator(".slice")).toHaveCount(6);
  await button(page, "Next").click();
  await expect(page.locator(".slice")).toHaveCount(1);
  await expect(page.locator(".slice-head")).toContainText("J along h");
  await open(page, "cost=curve&show=slices,sums,step-length");
  await expect(card(page, "Slices")).toContainText("one parameter");
  await expect(card(page, "Sums")).toContainText("no rows");
  await expect(card(page, "Step length").locator("dd").first()).toHaveText("0.05");
});

test("the rows' shares add up to the slopes of the step", async ({ page }) => {
  await open(page, "data=houses&alpha=0.1&show=basic,sums");
  const sums = card(page, "Sums");
  await expect(sums.locator("tbody tr")).toHaveCount(6);
  const { gradient } = await call(page, "step", 2);
  await drawn(page);
  const total = await sums.locator("tfoot td").allTextContents();
  expectShown(total[4], gradient.w);
  expectShown(total[5], gradient.b);
  const next = await sums.locator(".sums-next").textContent();
  const { point } = await call(page, "step");
  const [, w, b] = /Step 3 leads to w (\S+), b (\S+): J/.exec(next);
  expectShown(w, point.w);
  expectShown(b, point.b);
  const table = page.getByRole("region", { name: "The rows and their shares" });
  await table.focus();
  await expect(table).toBeFocused();

  await open(page, "data=penguins&show=basic,sums");
  await expect(card(page, "Sums").locator("tbody tr")).toHaveCount(13);
  await expect(card(page, "Sums").locator("tbody th").last()).toHaveText("the other 330 rows");
});

test("the step shrinks while α stays, and the chart moves the clock", async ({ page }) => {
  await open(page, "cost=bowl&start=2,1&alpha=0.1&show=basic,step-length");
  const numbers = card(page, "Step length").locator("dd");
  await expect(numbers.first()).toHaveText("0.1");
  const lengths = [];
  for (let step = 0; step < 3; step += 1) {
    const { gradientNorm } = await call(page, "step");
    await drawn(page);
    expectShown(await numbers.nth(2).textContent(), 0.1 * gradientNorm);
    lengths.push(gradientNorm);
  }
  expect(lengths[2]).toBeLessThan(lengths[0]);
  await expect(card(page, "Step length")).toContainText("α is not the length of the step");
  const chart = page.getByRole("slider", { name: "Step shown in the chart of step lengths" });
  await chart.focus();
  await page.keyboard.press("ArrowLeft");
  expect((await readout(page)).iteration).toBe(2);
  await page.keyboard.press("Home");
  expect((await readout(page)).iteration).toBe(0);
  await page.keyboard.press("End");
  expect((await readout(page)).iteration).toBe(3);
  const box = await chart.boundingBox();
  await page.mouse.click(box.x + 60, box.y + 60);
  expect((await readout(page)).iteration).toBeLessThan(3);
});

test("axe finds nothing in slices, sums and step length, in the dark on a projector", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "data=houses&size=projector&show=basic,slices,sums,step-length");
  await expect(card(page, "Step length").locator("dd").first()).toBeVisible();
  await call(page, "step", 4);
  await expectNoViolations(page);
});
