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

/** The frame's page or the page itself: where the figure is. */
const around = (page, way) => (way.startsWith("frame") ? page.frameLocator(".present iframe, :not(.slides) > iframe").first() : page.locator(":root"));

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
    const figure = around(page, way).locator("gradient-descent:visible");
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
