// What standardising does: both bowls of a model beside each other, and a button between them.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, pixels, readout, test } from "./figure.js";

const fold = (page) => page.locator("details.standardising");
const row = (page, name) => fold(page).getByRole("row", { name: new RegExp(`^${name}`) });
const link = (page) => element(page).evaluate((figure) => figure.link);

async function unfold(page, query) {
  await open(page, query);
  await page.getByText("What standardising does").click();
  await drawn(page);
}

test("the round and the stretched bowl stand beside each other in pictures and numbers", async ({ page }) => {
  await unfold(page, "data=houses");
  await expect(fold(page).locator("canvas")).toHaveCount(2);
  const numbers = async (name) => (await row(page, name).getByRole("cell").allTextContents()).map(Number);
  await expect(row(page, "as measured")).toBeVisible();
  expect(await numbers("as measured")).toEqual([72.83, 8.534, 0.3089, 252]);
  expect(await numbers("standardised")).toEqual([1, 1, 2, 1]);
  for (const canvas of await fold(page).locator("canvas").all()) {
    expect((await pixels(canvas)).size).toBeGreaterThan(200);
  }
  await expect(fold(page)).toContainText("Standardising makes it round");
});

test("the largest α is where walks turn from settling to diverging", async ({ page }) => {
  await unfold(page, "data=houses&steps=100000");
  const largest = Number(await row(page, "as measured").getByRole("cell").nth(2).textContent());
  const ending = async (alpha) => {
    await element(page).evaluate((figure, value) => figure.setAttribute("alpha", value), String(alpha));
    return (await call(page, "step", 100_000)).stopped;
  };
  expect(await ending(0.99 * largest)).toBe("converged");
  expect(await ending(1.01 * largest)).toBe("diverged");
});

test("its button standardises the figure and takes it back, the numbers stay", async ({ page }) => {
  await unfold(page, "data=penguins");
  await expect(fold(page).getByRole("figure", { name: "as measured, as in the figure now" })).toBeVisible();
  const before = await fold(page).getByRole("table").textContent();
  await button(page, "Standardise the features").click();
  await expect.poll(() => link(page)).toContain("standardise=on");
  await expect(page.getByLabel("Standardise features")).toBeChecked();
  await expect(fold(page).getByRole("figure", { name: "standardised, as in the figure now" })).toBeVisible();
  expect(await fold(page).getByRole("table").textContent()).toBe(before);
  const alpha = Number(await row(page, "standardised").getByRole("cell").nth(2).textContent());
  expect((await readout(page)).alpha, "the figure opens with less").toBeLessThan(alpha);
  await button(page, "Take the features as measured").click();
  await expect.poll(() => link(page)).toContain("standardise=off");
  await expect(page.getByLabel("Standardise features")).not.toBeChecked();
});

test("with other losses it says that the curvature is the minimum's; networks have no one bowl", async ({ page }) => {
  await unfold(page, "data=orings");
  await expect(fold(page)).toContainText("these are the curvatures at the minimum");
  await unfold(page, "data=xor");
  await expect(fold(page)).toContainText("network’s ground has many minima");
  await expect(fold(page).getByRole("table")).toBeHidden();
});

test("nothing of it is asked for before it is unfolded", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page, "data=houses");
  await expect(page.getByText("What standardising does")).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/bowls.js"))).toEqual([]);
  await page.getByText("What standardising does").click();
  await expect(row(page, "as measured")).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/bowls.js"))).toHaveLength(1);
});

for (const [scheme, query] of [["light", "data=houses"], ["dark", "data=penguins&standardise=on"]]) {
  test(`axe finds nothing, ${scheme}: ${query}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await unfold(page, query);
    await expect(row(page, "as measured")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}

test("on a phone both bowls stand beside each other, and nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await unfold(page, "data=penguins");
  await expect(row(page, "as measured")).toBeVisible();
  const [one, other] = await Promise.all([0, 1].map((index) => fold(page).locator("canvas").nth(index).boundingBox()));
  expect(Math.abs(other.y - one.y)).toBeLessThan(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
