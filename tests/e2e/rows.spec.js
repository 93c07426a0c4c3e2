// A million rows of a page's own: as quick to walk on as six, in bounded memory.
import { button, drawn, element, expect, host, open, pixels, readout, test } from "./figure.js";
import { LARGEST, engineMemory } from "./memory.js";

const ROWS = 1_000_000;

/**
 * Text made in the page, whose fit is known: x = i and y = 2i + 1 + e, where e is +1, −1, −1, +1 over and
 * over, so that w = 2, b = 1 and J = 1/2 at the minimum, exactly.
 */
const rowsInPage = (count, shift = 0) => Array.from({ length: count }, (_, i) => `${i},${2 * i + 1 + shift + (i % 4 % 3 ? -1 : 1)}`).join(";");

/** Gives the element so many rows, as a page does. */
function give(page, count, shift = 0) {
  return element(page).evaluate((figure, [make, ...given]) => figure.set({ data: new Function(`return ${make}`)()(...given), alpha: null }), [String(rowsInPage), count, shift]);
}

const BLANK = '<gradient-descent cost="regression" show="basic,sums" style="width:900px"></gradient-descent>';

test("a million rows given by script, drawn, replaced, asked for, moved and given again", async ({ page }) => {
  test.setTimeout(120_000);
  await host(page, BLANK);
  await element(page).evaluate((figure) => figure.ready);
  const bytes = await engineMemory(page);
  for (const shift of [0, 5, -3]) await give(page, ROWS, shift);
  await give(page, ROWS);
  await drawn(page);
  const known = await element(page).evaluate((figure) => figure.startAt([2, 1]));
  expect(known.cost).toBeCloseTo(0.5, 12);
  expect(known.gradientNorm).toBeLessThan(1e-6);
  await expect(page.locator("#page-data .note")).toContainText("1,000,000 rows: the stronger the shade");
  await expect(page.locator(".sums-table tbody tr")).toHaveCount(13);
  const shades = await pixels(page.locator("#page-data canvas"));
  expect([...shades.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);

  // What is given back is given again, and is the same figure.
  const link = await element(page).evaluate((figure) => figure.link);
  expect(link).toMatch(/data=left-out:1000000-[0-9a-f]{16}(&|$)/);
  expect(link.length).toBeLessThan(200);
  const again = await element(page).evaluate(async (figure) => {
    const { link, state } = figure;
    const problems = [];
    figure.addEventListener("problem", (event) => problems.push(event.detail.message));
    figure.state = state;
    const first = figure.link === link;
    figure.link = link;
    figure.remove();
    await new Promise((gone) => setTimeout(gone, 50));
    const away = figure.link === link;
    document.body.append(figure);
    await figure.step(0);
    return [first, away, figure.link === link, state.settings.data.length > 10_000_000, problems];
  });
  expect(again).toEqual([true, true, true, true, []]);
  expect(await bytes()).toBeLessThanOrEqual(LARGEST);
});

test("a link whose rows are missing says so, and so does who shares it", async ({ page }) => {
  await open(page, "cost=regression&data=left-out:1000000-0123456789abcdef&start=1,2");
  await expect(page.locator(".notice")).toContainText("too many for a link to carry");
  expect((await readout(page)).point).toEqual({ w: 1, b: 2 });
  expect(await element(page).evaluate((figure) => figure.link)).toContain("data=left-out:1000000-0123456789abcdef");
  await button(page, "Share…").click();
  await expect(page.getByRole("dialog")).toContainText("more rows of its own than a link can carry");
});

test("text that is no rows is told, however long, and changes nothing", async ({ page }) => {
  await host(page, BLANK);
  await element(page).evaluate((figure) => figure.ready);
  const told = await element(page).evaluate(async (figure) => {
    const problems = [];
    figure.addEventListener("problem", ({ detail }) => problems.push(detail));
    const before = figure.link;
    await figure.set({ data: "1,2;".repeat(600_000) + "x,3" });
    await figure.set({ data: "1,2;".repeat(1_000_001) });
    await figure.set({ data: "1".repeat(3_000_000) });
    figure.state = { settings: { data: "1,2;3,4,5;".repeat(600_000) } };
    return [problems.map(({ key, value, message }) => [key, value.length < 200, message.slice(-90)]), figure.link === before];
  });
  expect(told[0].map(([key, short]) => [key, short])).toEqual(Array(4).fill(["data", true]));
  const messages = told[0].map(([, , message]) => message);
  expect(messages[0]).toContain("Row 600001: found “x”");
  expect(messages[1]).toContain("at most 1,000,000 rows");
  expect(messages[2]).toContain("at most 100,000 characters in a row");
  expect(messages[3]).toContain("Row 2: found 3 numbers");
});
