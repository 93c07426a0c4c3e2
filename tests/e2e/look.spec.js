// Light, dark and large: what is really painted, read back pixel by pixel.
import { readFileSync } from "node:fs";
import { button, call, drawn, element, expect, open, pixels, test } from "./figure.js";

/** The palette as the page has it, a test in Rust compares it with the engine's: `{ w: { light, dark }, … }`. */
const PALETTE = Object.fromEntries(
  [...readFileSync(new URL("../../www/palette.css", import.meta.url), "utf8").split("}")[0].matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)]
    .map(([, name, light, dark]) => [name, { light, dark }]),
);

const ground = (page) => page.locator(".stage canvas").first();
const walk = (page) => page.locator(".stage canvas").nth(1);

const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;

/** How bright a picture is on the whole, from 0 to 255. */
function brightness(colours) {
  let sum = 0;
  let count = 0;
  for (const [colour, times] of colours) {
    sum += times * [1, 3, 5].reduce((total, at) => total + parseInt(colour.slice(at, at + 2), 16) / 3, 0);
    count += times;
  }
  return sum / count;
}

async function colourOf(page, selector, property = "color") {
  return page.locator(selector).first().evaluate((part, name) => getComputedStyle(part)[name], property);
}

for (const mode of ["light", "dark"]) {
  test(`${mode}: page, numbers, field and walkers wear the palette`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: mode });
    await open(page);
    await call(page, "step", 25);
    await drawn(page);
    expect(await colourOf(page, "body", "backgroundColor")).toBe(rgb(PALETTE.paper[mode]));
    expect(await colourOf(page, "body")).toBe(rgb(PALETTE.ink[mode]));
    expect(await colourOf(page, ".transport .run", "backgroundColor")).toBe(rgb(PALETTE.action[mode]));
    expect(await colourOf(page, "dd.parameter-0")).toBe(rgb(PALETTE.w[mode]));
    expect(await colourOf(page, "dd.parameter-1")).toBe(rgb(PALETTE.b[mode]));

    const field = await pixels(ground(page));
    expect(field.size, "a field of many colours").toBeGreaterThan(200);
    const walkers = await pixels(walk(page));
    for (const run of ["run-1", "run-2"]) expect(walkers.get(PALETTE[run][mode]) ?? 0, run).toBeGreaterThan(20);
  });
}

test("the map in the dark is darker than in the light, and follows the device while open", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  const light = brightness(await pixels(ground(page)));
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(async () => brightness(await pixels(ground(page)))).toBeLessThan(light - 40);
  await expect.poll(() => colourOf(page, "dd.parameter-0")).toBe(rgb(PALETTE.w.dark));
});

test("the theme of a link, of an attribute and of the button win over the device's", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "theme=dark");
  expect(await colourOf(page, "dd.parameter-0")).toBe(rgb(PALETTE.w.dark));
  expect(await colourOf(page, "body", "backgroundColor"), "the page around it goes along").toBe(rgb(PALETTE.paper.dark));
  await element(page).evaluate((figure) => figure.setAttribute("theme", "light"));
  await expect.poll(() => colourOf(page, "dd.parameter-0")).toBe(rgb(PALETTE.w.light));

  await open(page);
  await button(page, "Colours: automatic").click();
  await button(page, "Colours: light").click();
  await expect(button(page, "Colours: dark")).toBeVisible();
  expect(await colourOf(page, "body", "backgroundColor")).toBe(rgb(PALETTE.paper.dark));
  await expect.poll(() => colourOf(page, "dd.parameter-0")).toBe(rgb(PALETTE.w.dark));
  await page.reload();
  await element(page).evaluate((figure) => figure.ready);
  expect(await colourOf(page, "body", "backgroundColor"), "remembered").toBe(rgb(PALETTE.paper.dark));
});

test("field, contours, path and values can each be left out", async ({ page }) => {
  const painted = async (query, canvas) => {
    await open(page, query);
    await call(page, "step", 30);
    await drawn(page);
    return pixels(canvas(page));
  };
  const sum = (colours) => [...colours.values()].reduce((total, count) => total + count, 0);
  const whole = await painted("show=field,contours", ground);
  const field = await painted("show=field", ground);
  const bare = await painted("show=none", ground);
  expect(bare.size).toBeLessThan(field.size / 2);
  expect([...whole.keys()].length).not.toBe([...field.keys()].length);
  const path = await painted("show=path,labels", walk);
  const walker = await painted("show=none", walk);
  expect(sum(path)).toBeGreaterThan(sum(walker) + 100);
});

test("the path is drawn where the walk went, and cut where it leaves the map", async ({ page }) => {
  // Twice as far and to the other side with every step: it leaves the map to the left and right.
  await open(page, "cost=bowl&start=1,0&alpha=1.5");
  await call(page, "step", 6);
  await drawn(page);
  const edges = await walk(page).evaluate((canvas) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const columns = [];
    for (let x = 0; x < canvas.width; x += 1) {
      for (let y = 0; y < canvas.height; y += 1) {
        if (data[4 * (y * canvas.width + x) + 3] > 128) {
          columns.push(x / canvas.width);
          break;
        }
      }
    }
    return [columns[0], columns.at(-1)];
  });
  expect(edges[0], "up to the frame on the left, not over the labels").toBeGreaterThan(0.02);
  expect(edges[0]).toBeLessThan(0.2);
  expect(edges[1]).toBeGreaterThan(0.9);
});

test("twice the device pixels draw the same picture twice as fine", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, deviceScaleFactor: 2, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await open(page);
  const { width, height, css } = await ground(page).evaluate((canvas) => ({ width: canvas.width, height: canvas.height, css: [canvas.clientWidth, canvas.clientHeight] }));
  expect([width, height]).toEqual(css.map((side) => 2 * side));
  expect((await pixels(ground(page))).size).toBeGreaterThan(200);
  await context.close();
});

test("projector size makes text and controls larger", async ({ page }) => {
  await open(page);
  const normal = parseFloat(await colourOf(page, "dd.cost-value", "fontSize"));
  await open(page, "size=projector");
  expect(parseFloat(await colourOf(page, "dd.cost-value", "fontSize"))).toBeGreaterThan(1.2 * normal);
});

test("powers of ten are left to numbers that need them", async ({ page }) => {
  await open(page, "alpha=0.005");
  await expect(page.getByLabel("Learning rate alpha", { exact: true })).toHaveValue("0.005");
});

test("no control under the map moves while a run plays and ends", async ({ page }) => {
  await open(page);
  const places = () => page.locator(".transport button, .timeline input, .tune input").evaluateAll((parts) => parts.map((part) => {
    const { x, y } = part.getBoundingClientRect();
    return `${Math.round(x)} ${Math.round(y)}`;
  }));
  const before = await places();
  for (const steps of [1, 20, 100, 2000]) {
    await call(page, "step", steps);
    await drawn(page);
    expect(await places(), `${steps} steps on`).toEqual(before);
  }
});
