// A figure on a page of each host, built by the host's own tool: it is shown, clicked, runs to its
// end, tells the page its numbers, has the height it needs, and asks nothing of anybody else.
import { expect, test as base } from "@playwright/test";
import { pixels } from "../e2e/figure.js";
import { PAGES } from "./hosts.js";

const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const known = [baseURL, `http://127.0.0.1:${process.env.DOWNHILL_PORT}/`].map((address) => new URL(address).origin);
    const noise = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) noise.push(message.text());
    });
    page.on("pageerror", (error) => noise.push(String(error)));
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!["data:", "blob:"].includes(protocol) && !known.includes(origin)) noise.push(`asked ${request.url()}`);
    });
    await use(page);
    expect(noise).toEqual([]);
  },
});

/** What the page has been told last, as it writes it down itself. */
const told = async (page) => JSON.parse(await page.locator("#seen").first().textContent() || "null");

/** The figure, in the page itself or in its frame. */
const figureOf = (page, way) => (way.startsWith("frame") ? page.frameLocator("iframe") : page).locator("gradient-descent");

/** A place on the map in parts of its width and height, as a place on the page. */
async function onMap(figure, across, down) {
  const { x, y, width, height } = await figure.locator(".stage").boundingBox();
  return [x + across * width, y + down * height];
}

/** Where the first start is seen. */
async function startSeen(figure) {
  const { x, y, width, height } = await figure.locator(".handle").first().boundingBox();
  return [x + width / 2, y + height / 2];
}

const distance = ([x, y], [u, v]) => Math.hypot(x - u, y - v);

for (const { host, way, address } of PAGES) {
  test(`${host}, ${way}`, async ({ page }) => {
    await page.goto(address);
    const figure = figureOf(page, way);
    await expect.poll(() => told(page), "the page hears that the figure stands").toMatchObject({ iteration: 0, point: { x: 0, y: 0 } });
    await expect.poll(async () => (await pixels(figure.locator(".stage canvas").first())).size, "relief").toBeGreaterThan(100);

    await figure.scrollIntoViewIfNeeded();
    const place = await onMap(figure, 0.7, 0.3);
    await page.mouse.click(...place);
    await expect.poll(async () => distance(await startSeen(figure), place), "the start moves under the pointer").toBeLessThan(1.5);
    await expect.poll(async () => (await told(page)).point.x).toBeGreaterThan(0.5);

    await figure.getByRole("button", { name: "Run", exact: true }).click();
    await expect.poll(async () => (await told(page)).stopped).toBe("converged");
    const { point, gradientNorm, iteration } = await told(page);
    expect(distance([point.x, point.y], [3, 2]), "Himmelblau’s minimum on the upper right").toBeLessThan(1e-6);
    expect(gradientNorm).toBeLessThanOrEqual(1e-6);
    expect(iteration).toBeGreaterThan(5);

    await hasRoom(page, figure, way);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `target/hosts/${host}-${way.replaceAll(" ", "-")}.png`, fullPage: host !== "reveal" });
  });
}

const built = (host) => PAGES.some((page) => page.host === host);

test("plain, a frame with no script around it", async ({ page }) => {
  test.skip(!built("plain"));
  for (const [width, name] of [[1280, "wide"], [390, "narrow"]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("plain/alone.html");
    const figure = page.frameLocator("iframe").locator("gradient-descent");
    await figure.evaluate((element) => element.ready);
    await figure.getByRole("button", { name: "Run", exact: true }).click();
    await expect.poll(() => figure.evaluate((element) => element.readout.stopped)).toBe("converged");
    expect(await figure.evaluate((element) => {
      const map = element.shadowRoot.querySelector(".hero").getBoundingClientRect();
      return { map: map.bottom <= innerHeight, full: document.body.scrollHeight > 0.7 * innerHeight, wide: document.documentElement.scrollWidth <= innerWidth };
    }), "map and controls in sight, the frame filled").toEqual({ map: true, full: true, wide: true });
    await page.screenshot({ path: `target/hosts/plain-alone-${name}.png`, fullPage: true });
  }
});

test("plain, a frame one of whose files comes late still says that it is ready", async ({ page }) => {
  test.skip(!built("plain"));
  await page.route("**/embed/height.js", async (route) => {
    await new Promise((later) => setTimeout(later, 3000));
    await route.continue();
  });
  await page.goto("plain/frame.html");
  await expect.poll(() => told(page)).toMatchObject({ iteration: 0 });
});

test("reveal, on a deck of any size: clicks land where they are seen", async ({ page }) => {
  test.skip(!built("reveal"));
  await page.goto("reveal/index.html#/element");
  const figure = page.locator("gradient-descent");
  await figure.evaluate((element) => element.ready);
  for (const [width, height] of [[640, 400], [1280, 800], [1920, 1200]]) {
    await page.setViewportSize({ width, height });
    const scale = await page.evaluate(() => window.Reveal.getScale());
    for (const place of [[0.2, 0.2], [0.8, 0.3], [0.5, 0.9]]) {
      await expect.poll(async () => {
        const at = await onMap(figure, ...place);
        await page.mouse.click(...at);
        return distance(await startSeen(figure), at);
      }, `${place} at scale ${scale}`).toBeLessThan(1.5);
    }
  }
});

test("reveal, keys: those that the focused control uses are the figure's, all others the deck's", async ({ page }) => {
  test.skip(!built("reveal"));
  await page.goto("reveal/index.html#/element");
  const figure = page.locator("gradient-descent");
  await figure.evaluate((element) => element.ready);
  const slide = () => page.evaluate(() => window.Reveal.getCurrentSlide().id);
  const iteration = () => figure.evaluate((element) => element.readout.iteration);

  await figure.locator(".stage").focus();
  for (const key of [".", ".", ".", ","]) await page.keyboard.press(key);
  expect(await iteration()).toBe(2);
  await page.keyboard.press("ArrowRight");
  expect(await figure.evaluate((element) => element.readout.point.x), "the start has moved").toBeGreaterThan(0);
  await page.keyboard.press("Space");
  await expect.poll(iteration).toBeGreaterThan(2);
  const rate = figure.getByRole("textbox", { name: "Learning rate alpha", exact: true });
  await rate.fill("");
  await rate.pressSequentially("0.02");
  await rate.press("Enter");
  expect(await figure.evaluate((element) => element.readout.alpha)).toBe(0.02);
  expect([await slide(), await page.locator(".reveal.paused").count()]).toEqual(["element", 0]);

  await figure.evaluate((element) => element.reset());
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press(".");
  await expect(page.locator(".reveal.paused"), "the deck’s own full stop").toHaveCount(1);
  await page.keyboard.press(".");
  await page.keyboard.press("ArrowRight");
  await expect.poll(slide).toBe("frame");
  expect(await iteration()).toBe(0);

  await page.keyboard.press("ArrowLeft");
  await figure.locator(".stage").focus();
  await page.keyboard.press("PageDown");
  await expect.poll(slide, "a key of no use to the map").toBe("frame");
});

/** Nothing of the figure is cut off, and it has no scrollbar of its own. */
async function hasRoom(page, figure, way) {
  await expect.poll(() => figure.evaluate((element) => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const inner = element.shadowRoot.querySelector(".figure").getBoundingClientRect();
    const outer = element.getBoundingClientRect();
    return {
      wide: scrollWidth <= innerWidth,
      high: parent === window || scrollHeight <= innerHeight,
      inside: inner.height <= outer.height + 0.5 && inner.width <= outer.width + 0.5,
    };
  }), way).toEqual({ wide: true, high: true, inside: true });
}
