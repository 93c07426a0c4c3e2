// What axe can find, in every look the page has; and what is said to those who do not see the picture.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, readout, test } from "./figure.js";

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

test("the trouble message is as good", async ({ page, noise }) => {
  await page.route("**/downhill_bg.wasm", (route) => route.abort());
  await page.goto("index.html");
  await expect(button(page, "Reload the figure")).toBeVisible();
  await expectNoViolations(page);
  noise.splice(0);
});

test("the picture is described in words that follow the walk", async ({ page }) => {
  await open(page);
  const stage = page.getByRole("application", { name: /^Map of the cost/ });
  await expect(stage).toHaveAccessibleDescription(/Run 1/);
  const before = await page.locator("#description").textContent();
  await call(page, "step", 7);
  await drawn(page);
  expect(await page.locator("#description").textContent()).not.toBe(before);
  await expect(page.locator("#description")).toContainText("after 7 steps");
});

test("each stop is said at once, the walk at most every two seconds", async ({ page }) => {
  await open(page);
  const said = await element(page).evaluate(async (figure) => {
    const voice = figure.shadowRoot.querySelector("[aria-live=polite]");
    const heard = [];
    new MutationObserver(() => heard.push({ at: performance.now(), text: voice.textContent })).observe(voice, { childList: true, characterData: true, subtree: true });
    await figure.run();
    await new Promise((done) => setTimeout(done, 100));
    return heard;
  });
  expect(said.at(-1).text).toMatch(/converged/i);
  for (let index = 1; index < said.length - 1; index += 1) {
    expect(said[index].at - said[index - 1].at).toBeGreaterThan(1900);
  }
});

test("mathematics has a spoken equivalent, canvases and MathML are not read out", async ({ page }) => {
  await open(page, "cost=bowl&start=2,1&alpha=0.1");
  await expect(page.locator(".update .unseen").first()).toHaveText(/w becomes w minus alpha times .*2 minus 0\.1 times 4 is 1\.6/);
  for (const hidden of await page.locator("canvas, math").all()) await expect(hidden).toHaveAttribute("aria-hidden", "true");
  await expect(page.getByRole("slider", { name: "Step shown" })).toHaveAttribute("aria-valuetext", /step 0 of 0/);
});

test("with forced colours everything is still there", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  await button(page, "One step").click();
  expect((await readout(page)).iteration).toBe(1);
  const chip = button(page, "Run 1");
  const [text, ground] = await chip.evaluate((part) => [getComputedStyle(part).color, getComputedStyle(part).backgroundColor]);
  expect(text).not.toBe(ground);
});
