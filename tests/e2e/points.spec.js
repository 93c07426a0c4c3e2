// The points of the data, edited on their plot: by mouse, by keys, by fields and by a finger.
import AxeBuilder from "@axe-core/playwright";
import { button, call, drawn, element, expect, open, readout, test } from "./figure.js";

const HOUSES = "data=houses&controls=all";

const plot = (page) => page.getByRole("tabpanel", { name: "Data" }).locator(".chart");
const toggle = (page) => button(page, "Edit points");
const said = (page) => page.locator(".points-said");
const hand = (page) => plot(page).getByRole("button", { name: /^Point/ });
const link = (page) => element(page).evaluate((figure) => figure.link);

/** The rows of the link. */
async function rows(page) {
  const { data } = await element(page).evaluate((figure) => figure.state.settings);
  return data.split(";").slice(1).map((row) => row.split(",").map(Number));
}

async function edit(page, query = HOUSES) {
  await open(page, query);
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
  await toggle(page).click();
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "true");
  await expect(said(page)).toContainText("Point 1 of");
  await plot(page).scrollIntoViewIfNeeded();
  await drawn(page);
}

/** Where the chosen point is drawn, on the page. */
async function place(page) {
  await drawn(page);
  const { x, y, width, height } = await hand(page).boundingBox();
  return [x + width / 2, y + height / 2];
}

test("a point is dragged: line, map and numbers follow, and one undo takes it back", async ({ page }) => {
  await edit(page);
  await call(page, "step", 20);
  const before = { readout: await readout(page), link: await link(page) };
  const map = () => page.locator(".stage canvas").first().evaluate((canvas) => canvas.toDataURL());
  const ground = await map();
  const [x, y] = await place(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  /** @type {number[]} */
  const costs = [];
  for (let way = 10; way <= 60; way += 10) {
    await page.mouse.move(x + way, y - way);
    await drawn(page);
    costs.push((await readout(page)).cost);
  }
  expect(new Set(costs).size, "J follows while the pointer is down").toBe(costs.length);
  await page.mouse.up();
  await drawn(page);
  await expect(said(page)).toContainText(/^Point 1 of 6 moved to size 1\.\d+, price \d+\.$/);
  expect(await map(), "the landscape is another").not.toBe(ground);
  const [first] = await rows(page);
  expect(first[0]).toBeGreaterThan(1);
  expect(first[1]).toBeGreaterThan(250);
  expect((await readout(page)).iteration, "the clock stays").toBe(20);
  expect(await link(page), "names and units stay").toContain("size%20[1000%20sq%20ft],price%20[$1000];");
  expect(await link(page)).toContain("alpha=0.1&");

  // The link alone gives the same figure.
  const [shared, moved] = [await link(page), await readout(page)];
  await button(page, "Undo").first().click();
  expect(await readout(page)).toEqual(before.readout);
  expect(await link(page)).toBe(before.link);
  await open(page, shared);
  expect(await readout(page)).toEqual(moved);
});

test("a click on empty ground adds a point, the button takes it away, and the example comes back", async ({ page }) => {
  await edit(page);
  const example = await link(page);
  const { x, y, width, height } = await plot(page).boundingBox();
  await page.mouse.click(x + width * 0.35, y + height * 0.2);
  await expect(said(page)).toContainText("Point 7 of 7 added at size");
  expect(await rows(page)).toHaveLength(7);
  // A click on a point chooses it and moves nothing.
  const added = await link(page);
  await page.mouse.click(...await place(page));
  await expect(said(page)).toContainText(/^Point 7 of 7: size/);
  expect(await link(page)).toBe(added);
  await button(page, "Delete point").click();
  await expect(said(page)).toContainText("deleted; 6 left.");
  expect(await rows(page)).toHaveLength(6);
  await button(page, "Back to the example").click();
  expect(await link(page)).toBe(example);
});

test("every point is reached, moved, deleted and added with keys alone", async ({ page }) => {
  await edit(page);
  await toggle(page).focus();
  // Tab goes from the button over the tab of the chart to the chosen point.
  for (let steps = 0; steps < 4 && !await hand(page).evaluate((at) => at.matches(":focus")); steps++) await page.keyboard.press("Tab");
  await expect(hand(page)).toBeFocused();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(hand(page)).toHaveAccessibleName(/^Point 3 of 6: size 2, price 480\. Arrow keys move it/);
  await page.keyboard.press("ArrowUp");
  await expect(said(page)).toContainText(/^Point 3 of 6 moved to size 2, price \d+\.$/);
  const [, , [size, price]] = await rows(page);
  expect(size, "what is not moved keeps its digits").toBe(2);
  expect(price).toBeGreaterThan(480);
  await page.keyboard.press("Shift+ArrowRight");
  expect((await rows(page))[2][0]).toBeGreaterThan(2);
  await page.keyboard.press("End");
  await expect(hand(page)).toHaveAccessibleName(/^Point 6 of 6/);
  await page.keyboard.press("Delete");
  expect(await rows(page)).toHaveLength(5);
  await page.keyboard.press("Insert");
  await expect(said(page)).toContainText("Point 6 of 6 added at");
  for (let left = 5; left > 0; left--) await page.keyboard.press("Backspace");
  await expect(said(page)).toContainText("1 left.");
  await page.keyboard.press("Backspace");
  await expect(said(page)).toHaveText("The last point stays: without data there is no cost.");
  expect(await rows(page)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect(toggle(page)).toBeFocused();
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
  // Each was an edit of its own: two moves, a deletion, an addition, five deletions.
  for (let edits = 9; edits > 0; edits--) await button(page, "Undo").first().click();
  expect(await link(page)).toBe(HOUSES);
});

test("fields take numbers, and say what is none", async ({ page }) => {
  await edit(page, "data=orings&controls=all");
  await page.getByRole("textbox", { name: "launch temperature above 70 °F (10 °F)" }).fill("-1,75");
  await page.keyboard.press("Enter");
  await expect(said(page)).toContainText("−1.75");
  expect((await rows(page))[0]).toEqual([-1.75, 0]);
  const kept = await link(page);
  for (const [text, told] of [["2", "Point 1 stays as it was: with cross-entropy, y is from 0 to 1."], ["many", "“many” is no number"]]) {
    await page.getByRole("textbox", { name: "damage" }).fill(text);
    await page.keyboard.press("Enter");
    await expect(said(page)).toContainText(told);
    await expect(page.getByRole("textbox", { name: "damage" })).toHaveValue("0");
    expect(await link(page)).toBe(kept);
  }
});

test("points over two features keep their class, and new ones take the chosen one's", async ({ page }) => {
  await edit(page, "data=xor&controls=all");
  await button(page, "Next point").click();
  await expect(said(page)).toContainText("Point 2 of 4: x1 0, x2 1, y 1.");
  const [x, y] = await place(page);
  await page.mouse.click(x + 40, y + 30);
  await expect(said(page)).toContainText("Point 5 of 5 added at");
  const all = await rows(page);
  // Columns without names of their own have no row of names.
  expect(all.at(-1)?.[2]).toBe(1);
  const [px, py] = await place(page);
  await page.mouse.move(px, py);
  await page.mouse.down();
  await page.mouse.move(px + 30, py - 20, { steps: 3 });
  await page.mouse.up();
  await drawn(page);
  const moved = (await rows(page)).at(-1);
  expect(moved?.[0]).toBeGreaterThan(all.at(-1)?.[0] ?? 0);
  expect(moved?.[2]).toBe(1);
});

test("where points cannot be edited, the button says why", async ({ page }) => {
  for (const [query, told] of [
    ["data=penguins&controls=all", "This plot shows predictions."],
    ["data=houses&standardise=on&controls=all", "while features are not standardised"],
    ["data=houses&controls=all&steps=10", "at most 3000 rows; these are 3001."],
  ]) {
    await open(page, query);
    // Too long for the address of this server.
    if (query.includes("steps")) await call(page, "set", { data: Array.from({ length: 3001 }, (_, row) => `${row},1`).join(";") });
    await expect(toggle(page)).toHaveAttribute("aria-disabled", "true");
    await toggle(page).click({ force: true });
    await expect(said(page)).toContainText(told);
    await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
    await expect(button(page, "Delete point")).toBeHidden();
  }
  await open(page, "data=houses&controls=transport");
  await drawn(page);
  await expect(toggle(page)).toBeHidden();
});

test("other data end or go on with the editing, and the line's handles come back", async ({ page }) => {
  await edit(page);
  await expect(page.getByRole("button", { name: /^Middle of the line/ })).toBeHidden();
  await page.locator("select.data").selectOption("engel");
  await expect(page.getByRole("textbox", { name: "yearly income (1000 francs)" })).toHaveValue("0.4202");
  await page.locator("select.data").selectOption("penguins");
  await expect(button(page, "Delete point")).toBeHidden();
  await page.locator("select.data").selectOption("houses");
  await toggle(page).click();
  await expect(toggle(page)).toHaveAttribute("aria-pressed", "false");
  await drawn(page);
  await expect(page.getByRole("button", { name: /^Middle of the line/ })).toBeVisible();
});

for (const [scheme, width] of /** @type {const} */ ([["light", 1280], ["dark", 390]])) {
  test(`axe finds nothing while points are edited, ${scheme}, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    await edit(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(width);
  });
}

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a tap adds a point, a finger drags one, and elsewhere it scrolls", async ({ page }) => {
    await edit(page);
    const { x, y, width, height } = await plot(page).boundingBox();
    await page.touchscreen.tap(x + width * 0.35, y + height * 0.25);
    await expect(said(page)).toContainText("Point 7 of 7 added at");
    const small = await page.locator(".points button, .points input, .points-toggle").evaluateAll((parts) =>
      parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width < 24 || box.height < 24).length);
    expect(small).toBe(0);

    const [px, py] = await place(page);
    const touch = await page.context().newCDPSession(page);
    const finger = (type, points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    const before = await rows(page);
    await finger("touchStart", [{ x: px + 6, y: py + 6 }]);
    for (let way = 5; way <= 40; way += 5) await finger("touchMove", [{ x: px + 6 + way, y: py + 6 + way }]);
    await finger("touchEnd", []);
    await drawn(page);
    await expect(said(page)).toContainText("Point 7 of 7 moved to");
    const after = await rows(page);
    expect(after[6][0]).toBeGreaterThan(before[6][0]);
    expect(after[6][1]).toBeLessThan(before[6][1]);
    expect(after.slice(0, 6)).toEqual(before.slice(0, 6));

    // A finger on empty ground takes the page along.
    const scrolled = await page.evaluate(() => scrollY);
    const box = await plot(page).boundingBox();
    const [sx, sy] = [box.x + box.width * 0.25, box.y + box.height * 0.25];
    await finger("touchStart", [{ x: sx, y: sy }]);
    for (let way = 10; way <= 120; way += 10) await finger("touchMove", [{ x: sx, y: sy + way }]);
    await finger("touchEnd", []);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(scrolled - 50);
    expect(await rows(page)).toEqual(after);
  });
});
