// How high a frame should be: the page for frames says so, and no way of following it makes the frame grow for ever.
import { expect, test } from "./figure.js";
import { command, framed, inside, settled, takeHeard } from "./framing.js";

// Scrollbars take width as they do on most desks; a frame that fits its figure has none.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ["--hide-scrollbars"] });
  },
});

/** The page around does what it is told, or adds a margin of its own. */
function follow(page, margin = 0) {
  return page.evaluate((margin) => {
    const obeyed = ({ data, source }) => {
      if (data.type !== "gradient-descent:resize") return;
      document.querySelectorAll("iframe")[Array.from(frames).indexOf(source)].style.height = `${data.height + margin}px`;
    };
    addEventListener("message", obeyed);
    for (const [index] of Array.from(frames).entries()) order("readout", undefined, index);
  }, margin);
}

/** What a frame needs and what it has; wide enough always. */
function fit(page, frame = 0) {
  return inside(page, frame).evaluate(() => {
    const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
    const stage = document.querySelector("gradient-descent").shadowRoot.querySelector(".stage");
    const run = document.querySelector("gradient-descent").shadowRoot.querySelector(".run").getBoundingClientRect();
    return {
      needs: Math.ceil(document.body.getBoundingClientRect().height), has: innerHeight, overflows: scrollHeight > innerHeight || scrollWidth > clientWidth,
      wide: scrollWidth - innerWidth, map: stage.clientHeight, mapWidth: stage.clientWidth, run: run.bottom,
    };
  });
}

for (const width of [320, 390, 800, 1000]) {
  test(`a frame ${width} wide gets just the height it needs, and follows what opens and closes`, async ({ page }) => {
    await framed(page, { query: "?controls=all&id=tall", width, height: 150 });
    await follow(page);
    await settled(page);
    const first = await fit(page);
    expect([first.needs, first.overflows]).toEqual([first.has, false]);
    const [last] = (await takeHeard(page, "resize")).slice(-1);
    expect(last).toEqual({ frame: 0, type: "resize", id: "tall", height: first.has, subject: "lti.frameResize" });

    await command(page, "set", { colour: "red" });
    await settled(page);
    const noticed = await fit(page);
    expect(noticed.has, "room for the notice").toBeGreaterThan(first.has + 20);
    expect([noticed.needs, noticed.overflows, noticed.map]).toEqual([noticed.has, false, first.map]);
    await inside(page).getByRole("button", { name: "Dismiss" }).click();
    await settled(page);
    expect(await fit(page)).toEqual(first);

    await command(page, "set", { show: "basic,slices" });
    await expect(inside(page).locator(".slices canvas").first()).toBeVisible({ timeout: 15_000 });
    await settled(page);
    const opened = await fit(page);
    expect(opened.has, "room for an instrument").toBeGreaterThan(first.has + 100);
    expect([opened.needs, opened.overflows]).toEqual([opened.has, false]);

    await page.evaluate(() => document.querySelector("iframe").width = 600);
    await settled(page);
    const other = await fit(page);
    expect([other.needs, other.overflows, other.wide]).toEqual([other.has, false, 0]);
    const told = (await takeHeard(page, "resize")).map(({ height }) => height);
    expect(told.length, "few in all").toBeLessThan(30);
    expect(told.every(Number.isInteger)).toBe(true);
  });
}

test("whatever height a frame begins with, and whatever margin is added, it settles at the same", async ({ page }) => {
  const starts = [150, 420, 2400];
  await framed(page, ...starts.map((height) => ({ width: 900, height, query: "?cost=bowl" })));
  await follow(page, 40);
  await settled(page);
  const fits = await Promise.all(starts.map((_, frame) => fit(page, frame)));
  const told = await takeHeard(page, "resize");
  for (const [frame, { has, overflows }] of fits.entries()) {
    expect([has, overflows]).toEqual([fits[0].has, false]);
    expect(told.filter((message) => message.frame === frame).length).toBeLessThan(6);
  }
  await page.waitForTimeout(500);
  expect(await takeHeard(page, "resize"), "nothing more to say").toEqual([]);
});

test("in a frame of fixed height the map makes the best of it, and what is told does not depend on it", async ({ page }) => {
  const sizes = [[400, 300], [600, 450], [700, 500], [900, 600], [900, 700], [900, 900]];
  await framed(page, ...sizes.map(([width, height]) => ({ width, height, attributes: 'style="float: left"' })));
  await settled(page);
  const told = await takeHeard(page, "resize");
  const said = (frame) => {
    const heights = told.filter((message) => message.frame === frame).map(({ height }) => height);
    expect(heights.every((height, at) => height !== heights[at - 1]), "no height is told twice").toBe(true);
    return heights.at(-1);
  };
  for (const [frame, [, height]] of sizes.entries()) {
    const { map, mapWidth, run, wide, overflows } = await fit(page, frame);
    expect(run, `${height}: Run is in sight`).toBeLessThan(height);
    expect(map).toBeGreaterThanOrEqual(160);
    expect(map).toBeLessThanOrEqual(Math.max(mapWidth, 520));
    expect(wide, "nothing is wider than the frame").toBeLessThanOrEqual(0);
    if (said(frame) <= height) expect(overflows, `${height}: what fits is not scrolled`).toBe(false);
  }
  expect(said(4), "the same width, the same height told").toBe(said(5));
});

test("a fixed frame keeps its map and its place while somebody works in it", async ({ page }) => {
  await framed(page, { width: 700, height: 500 });
  await settled(page);
  const before = await fit(page);
  await inside(page).evaluate(() => scrollTo(0, 200));
  await command(page, "set", { alpha: "fast" });
  await command(page, "step", 3);
  await settled(page);
  const after = await fit(page);
  expect(after.map).toBe(before.map);
  expect(await inside(page).evaluate(() => scrollY)).toBeGreaterThanOrEqual(200);
  await page.evaluate(() => document.querySelector("iframe").height = 640);
  await settled(page);
  expect((await fit(page)).map).toBeGreaterThan(before.map + 60);
});

test("the whole screen and back: no other height is told", async ({ page }) => {
  await framed(page, { query: "?size=projector", width: 700, height: 500, attributes: 'allow="fullscreen"' });
  await settled(page);
  const before = await fit(page);
  await takeHeard(page);
  await inside(page).getByRole("button", { name: "Full screen" }).click();
  const isFull = () => inside(page).evaluate(() => document.fullscreenElement !== null);
  await expect.poll(isFull).toBe(true);
  await expect.poll(async () => (await fit(page)).map).toBeGreaterThan(before.map + 50);
  await inside(page).getByRole("button", { name: "Leave full screen" }).click();
  await expect.poll(isFull).toBe(false);
  await expect.poll(async () => (await fit(page)).map).toBe(before.map);
  await settled(page);
  expect(await takeHeard(page, "resize")).toEqual([]);
});
