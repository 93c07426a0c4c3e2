// What every end-to-end test stands on: a page that must stay quiet, and the figure on it.
import { expect, test as base } from "@playwright/test";

export { expect };

/**
 * `noise` holds what a page complained of, and what it asked of other hosts. A test that provokes
 * some takes it out; whatever is left at the end fails the test.
 */
export const test = base.extend({
  noise: async ({}, use) => {
    await use([]);
  },
  page: async ({ page, baseURL, noise }, use) => {
    const home = new URL(baseURL).origin;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) noise.push(message.text());
    });
    page.on("pageerror", (error) => noise.push(String(error)));
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== "data:" && origin !== home) noise.push(`asked ${request.url()}`);
    });
    await use(page);
    expect(noise).toEqual([]);
  },
});

export const element = (page) => page.locator("gradient-descent");

/** The public page with these settings, once the figure stands and is drawn. */
export async function open(page, query = "") {
  await page.goto(query ? `index.html?${query}` : "index.html");
  await element(page).evaluate((figure) => figure.ready);
  await drawn(page);
}

/** Another page of the same origin, made for one test. */
export async function host(page, body, headers = {}) {
  const html = `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">
    <script type="module" src="gradient-descent.js"></script></head><body>${body}</body></html>`;
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: html, headers }));
  await page.goto("host.html");
}

/** Two frames later what was asked for is on the screen. */
export function drawn(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

export const readout = (page) => element(page).evaluate((figure) => figure.readout);

/** Calls a method of the element; gives the readout it promises. */
export function call(page, method, ...given) {
  return element(page).evaluate((figure, [name, values]) => figure[name](...values), [method, given]);
}

export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** A place on the map, from its corner in CSS pixels, as a place on the page. */
export async function onMap(page, x, y) {
  const box = await page.locator(".stage").boundingBox();
  return [box.x + x, box.y + y];
}

/** Where a run's start is drawn: its handle's middle, from the corner of the map. */
export async function startOnMap(page, run = 0) {
  await drawn(page);
  const stage = await page.locator(".stage").boundingBox();
  const handle = await page.locator(`.handle[data-run="${run}"]`).boundingBox();
  return [handle.x + handle.width / 2 - stage.x, handle.y + handle.height / 2 - stage.y];
}

/** How many pixels of a canvas have which colour, as `#rrggbb`; clear ones are left out. */
export async function pixels(canvas) {
  const counted = await canvas.evaluate((drawn) => {
    // Read from a copy: reading a canvas back and back makes the browser draw it another way.
    const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext("2d", { willReadFrequently: true });
    if (drawn.width === 0 || drawn.height === 0) return [];
    copy.drawImage(drawn, 0, 0);
    const { data } = copy.getImageData(0, 0, drawn.width, drawn.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] !== 255) continue;
      const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts];
  });
  return new Map(counted.map(([colour, count]) => [`#${colour.toString(16).padStart(6, "0")}`, count]));
}

/** A number as people read it, with a true minus and perhaps a power of ten, and half its last digit. */
export function shownNumber(text) {
  const [, mantissa, power] = /^([−\d.]+)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text) ?? [];
  if (mantissa === undefined) throw new Error(`“${text}” is no number`);
  const exponent = Number([...(power ?? "⁰")].map((sign) => (sign === "⁻" ? "-" : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign))).join(""));
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return { value: Number(mantissa.replace("−", "-")) * 10 ** exponent, half: 0.5 * 10 ** (exponent - decimals) };
}

/** Checks that a text shows this number, rounded to the digits it has. */
export function expectShown(text, number) {
  const { value, half } = shownNumber(text.trim());
  expect(Math.abs(value - number), `${text} shows ${number}`).toBeLessThanOrEqual(half * 1.000001);
}
