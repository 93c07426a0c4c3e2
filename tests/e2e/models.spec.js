// Models on data: what is settled about them, and lists of many parameters.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, readout, test } from "./figure.js";

const settings = (page) => page.getByRole("group", { name: "Model" });
const link = (page) => element(page).evaluate((figure) => figure.link);

test("a network's settings are offered, change it, and can be undone", async ({ page }) => {
  await open(page, "data=xor");
  await expect(settings(page).getByLabel("Hidden units")).toHaveValue("2");
  await expect(settings(page).getByLabel("Loss")).toHaveValue("squared");
  expect(Object.keys((await readout(page)).point)).toHaveLength(9);

  await settings(page).getByLabel("Hidden units").fill("3");
  await settings(page).getByLabel("Hidden units").press("Enter");
  await expect.poll(async () => Object.keys((await readout(page)).point).length).toBe(13);
  expect(await link(page)).toContain("hidden=3");

  await button(page, "Undo").click();
  expect(Object.keys((await readout(page)).point)).toHaveLength(9);
  await expect(settings(page).getByLabel("Hidden units")).toHaveValue("2");
});

test("what is not allowed is told and changes nothing", async ({ page }) => {
  await open(page, "data=xor");
  await settings(page).getByLabel("Hidden units").fill("99");
  await settings(page).getByLabel("Hidden units").press("Enter");
  await expect(page.getByText("a whole number from 1 to 8")).toBeVisible();
  await expect(settings(page).getByLabel("Hidden units")).toHaveValue("2");
  expect(Object.keys((await readout(page)).point)).toHaveLength(9);
});

test("each model offers its own settings; formulas have none", async ({ page }) => {
  await open(page, "data=houses");
  await expect(settings(page).getByLabel("Loss")).toBeVisible();
  await settings(page).getByLabel("Loss").selectOption("huber");
  await expect(settings(page).getByLabel("δ")).toHaveValue("1");
  await page.getByRole("combobox", { name: "Cost" }).selectOption("polynomial");
  await expect(settings(page).getByLabel("Degree")).toHaveValue("2");
  await page.getByRole("combobox", { name: "Cost" }).selectOption("logistic");
  await expect(settings(page).getByLabel("Loss")).toHaveCount(0);
  await expect(settings(page).locator("label")).toHaveText(["Standardise features", "Rows a step"]);
  await page.getByRole("combobox", { name: "Cost" }).selectOption("bowl");
  await expect(settings(page)).toBeHidden();
});

test("standardised features make a round bowl: one step is enough", async ({ page }) => {
  await open(page, "data=houses");
  await settings(page).getByLabel("Standardise features").check();
  await drawn(page);
  const { iteration, stopped } = await call(page, "step", 5000);
  expect([iteration, stopped]).toEqual([1, "converged"]);
  await settings(page).getByLabel("Standardise features").uncheck();
  expect((await call(page, "step", 5000)).iteration).toBe(1763);
});

test("steps can look at some rows only, which are told", async ({ page }) => {
  await open(page, "data=houses&standardise=on&alpha=0.3");
  const rows = settings(page).getByLabel("Rows a step");
  await expect(rows).toHaveValue("6");
  await rows.fill("1");
  await rows.press("Enter");
  await expect(page.getByText(/Each step looks at 1 of 6 rows only, drawn by lot; the next at row \d\./)).toBeVisible();
  expect(await link(page)).toContain("batch=1");
  await call(page, "step", 40);
  const by = (await readout(page)).point;
  await open(page, await link(page));
  expect((await readout(page)).point, "a link draws the same rows").toEqual(by);

  await settings(page).getByLabel("Rows a step").fill("0");
  await settings(page).getByLabel("Rows a step").press("Enter");
  await expect(page.getByText("a whole number from 1 to 1000000")).toBeVisible();
  await expect(settings(page).getByLabel("Rows a step")).toHaveValue("1");
  await settings(page).getByLabel("Rows a step").fill("60");
  await settings(page).getByLabel("Rows a step").press("Enter");
  await expect(settings(page).getByLabel("Rows a step"), "all there are").toHaveValue("6");
  await expect(page.getByText("Each step looks at")).toHaveCount(0);
});

test("many parameters stand in a list, and any two can be the axes", async ({ page }) => {
  await open(page, "data=xor&at=150");
  const list = page.getByRole("region", { name: "Parameters" });
  await expect(list.getByRole("row")).toHaveCount(10);
  const { point, gradient } = await readout(page);
  const cells = await list.getByRole("row").nth(8).getByRole("cell").allTextContents();
  const number = (text) => Number(text.replace("−", "-"));
  expect(number(cells[0])).toBeCloseTo(point.v2, 3);
  expect(number(cells[1])).toBeCloseTo(gradient.v2, 5);

  await expect(button(page, "Show w 11 across")).toHaveAttribute("aria-pressed", "true");
  await button(page, "Show v 2 across").click();
  await expect.poll(() => link(page)).toContain("axes=v2,w12");
  await expect(list).toContainText("The map is a slice: v₂ across, w₁₂ up");
  // What stands on the other axis changes places.
  await button(page, "Show v 2 up").click();
  await expect.poll(() => link(page)).toContain("axes=w12,v2");
  expect((await readout(page)).point, "no run depends on the axes").toEqual(point);
});

test("swapped units make one more run, the same network elsewhere", async ({ page }) => {
  await open(page, "data=xor");
  await button(page, "Swap units 1 and 2").click();
  const { runs } = await call(page, "step", 200);
  expect(runs).toHaveLength(2);
  expect(runs[1].cost).toBe(runs[0].cost);
  expect([runs[1].point.w11, runs[1].point.v2]).toEqual([runs[0].point.w21, runs[0].point.v1]);
});

for (const [scheme, query] of [["light", "data=xor&at=20"], ["dark", "data=circles&at=100"], ["light", "data=orings&at=10"]]) {
  test(`axe finds nothing, ${scheme}: ${query}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, query);
    await expect(settings(page)).toBeVisible();
    await drawn(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  });
}

test("on a phone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "data=circles&at=100");
  await expect(page.getByRole("region", { name: "Parameters" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("the path, the map and the run can be taken away", async ({ page }) => {
  await open(page, "data=houses&at=3");
  await page.getByText("Take it with you").click();
  const taken = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  };
  const csv = await taken("Path as CSV");
  expect(csv.name).toBe("path.csv");
  const lines = csv.bytes.toString().trim().split("\r\n");
  expect(lines).toHaveLength(5);
  expect(Number(lines[4].split(",")[1])).toBe((await readout(page)).point.w);
  const program = (await taken("Python program")).bytes.toString();
  expect(program).toContain("import numpy as np");
  expect(program).toContain("data=houses");
  await page.getByLabel("Width of the picture").fill("400");
  await page.getByLabel("Height of the picture").fill("300");
  expect((await taken("Map as SVG")).bytes.toString()).toMatch(/^<svg [^>]*width="400"/);
  const png = (await taken("Map as PNG")).bytes;
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([400, 300]);
  expect(png.length).toBeGreaterThan(5000);
});
