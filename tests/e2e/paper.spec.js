// On paper and on a projector.
import { call, drawn, element, expect, open, pixels, test } from "./figure.js";

const visible = (page, selector) => page.locator(selector).filter({ visible: true });

test("on paper the pictures are SVG at the iteration, and no control is left", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "show=basic,hill&at=7");
  await expect(page.locator(".hill-stage")).toBeVisible();
  await drawn(page);
  const cost = await page.locator("dd.cost-value").innerText();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const printed = visible(page, ".printed svg");
  await expect(printed).toHaveCount(3);
  expect(await printed.first().locator("image").count(), "the map's colours").toBe(1);
  await expect(printed.first()).toContainText(`J ${cost}`);
  await expect(visible(page, "canvas")).toHaveCount(0);
  await expect(visible(page, "button, input, select")).toHaveCount(0);
  const colour = await page.locator(".caption").evaluate((caption) => getComputedStyle(caption).color);
  expect(colour).toBe("rgb(51, 51, 51)");
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);

  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".printed")).toHaveCount(0);
});

test("in the dark, canvases that have no SVG are drawn for white paper as well", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "show=basic,slices&at=3");
  const canvas = page.locator(".instrument.slices canvas").first();
  await expect(canvas).toBeVisible();
  await expect.poll(async () => (await pixels(canvas)).size).toBeGreaterThan(1);
  await drawn(page);
  const dark = await pixels(canvas);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const paper = await pixels(canvas);
  expect([...paper]).not.toEqual([...dark]);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect.poll(async () => [...await pixels(canvas)]).toEqual([...dark]);
});

test("on a projector there are Run, Step, the learning rate and full screen", async ({ page }) => {
  await open(page, "size=projector");
  const names = await visible(page, ".hero button, .hero input, .hero select, .side button:not([role=tab]), .side input")
    .evaluateAll((controls) => controls.map((control) => control.getAttribute("aria-label") ?? control.textContent));
  expect(names.filter((name) => !name.startsWith("Start"))).toEqual([
    "Run", "One step", "Full screen", "Learning rate alpha, logarithmic", "Learning rate alpha",
  ]);
  await expect(visible(page, ".instrument-buttons, .more")).toHaveCount(0);
  await call(page, "step", 3);
  await page.getByRole("button", { name: "Full screen", exact: true }).click();
  await expect(page.getByRole("button", { name: "Leave full screen" })).toBeVisible();
  expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe("gradient-descent");
  await page.getByRole("button", { name: "Leave full screen" }).click();
  await expect(page.getByRole("button", { name: "Full screen", exact: true })).toBeVisible();
});

test("on a projector words and lines have a contrast of 7 to 1", async ({ page }) => {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, "size=projector&data=houses&at=3");
    const low = await element(page).evaluate((host) => {
      const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      const painter = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const luminance = (css) => {
        painter.fillStyle = css;
        painter.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...painter.getImageData(0, 0, 1, 1).data].map((channel) => part(channel / 255));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
          const { backgroundColor } = getComputedStyle(at);
          if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
        }
        return getComputedStyle(host).getPropertyValue("--paper");
      };
      const found = [];
      for (const element of host.shadowRoot.querySelectorAll("*")) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        if (!own || !element.checkVisibility() || element.closest(".unseen")) continue;
        const [one, other] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < 7) found.push(`${element.outerHTML.slice(0, 80)} ${ratio.toFixed(2)}`);
      }
      return found;
    });
    expect(low, scheme).toEqual([]);
  }
});
