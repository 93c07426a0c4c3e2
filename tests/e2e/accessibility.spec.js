// What axe can find, in every look the page has.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, expect, open, test } from "./figure.js";

async function expectNoViolations(page) {
  await drawn(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

/** In which light, what to look at, and what to do before looking. */
const LOOKS = [
  ["light", "as it opens", "", () => {}],
  ["dark", "at the end of a run", "", (page) => call(page, "step", 100_000)],
  ["dark", "with notices and an error in the formula", "colour=red&formula=x^", () => {}],
  ["light", "data", "cost=regression", (page) => call(page, "step", 3)],
  ["light", "one parameter, basic controls", "cost=curve&controls=basic", (page) => page.getByText("More", { exact: true }).click()],
  ["dark", "three parameters, unfolded", "cost=three", (page) => page.locator("summary").evaluateAll((folds) => folds.forEach((fold) => fold.click()))],
  ["light", "diverged, on a projector", "cost=bowl&alpha=1.3&size=projector", (page) => call(page, "step", 1000)],
];

for (const [scheme, name, link, prepare] of LOOKS) {
  test(`axe finds nothing, ${scheme}: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, link);
    await prepare(page);
    await expectNoViolations(page);
  });
}

test("the page for frames is as good", async ({ page }) => {
  await page.goto("embed.html?colour=red");
  await expect(page.getByRole("link", { name: "Open in Downhill" })).toBeVisible();
  await expectNoViolations(page);
});

test("the trouble message is as good", async ({ page, noise }) => {
  await page.route("**/downhill_bg.wasm", (route) => route.abort());
  await page.goto("index.html");
  await expect(button(page, "Reload the figure")).toBeVisible();
  await expectNoViolations(page);
  noise.splice(0);
});
