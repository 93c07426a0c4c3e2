// Where no figure can run, a picture and a sentence stand in its place, never a blank.
import { fileURLToPath } from "node:url";
import { button, element, expect, host, open, readout, test } from "./figure.js";

/** Waits for a picture to be there, not only its frame. */
async function expectPicture(image) {
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate(({ naturalWidth }) => naturalWidth)).toBeGreaterThan(0);
  expect((await image.getAttribute("alt")).length).toBeGreaterThan(40);
}

const PAGES = ["index.html", "learn.html"];

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  for (const name of PAGES) {
    test(`${name} shows a picture and what it needs`, async ({ page, noise }) => {
      await page.goto(name);
      await expect(page.getByText("needs JavaScript and WebAssembly")).toBeVisible();
      await expect(page.locator(".waiting img")).toBeVisible();
      await expect(page.locator(".waiting img")).toHaveJSProperty("naturalWidth", 640);
      // The engine was fetched ahead of a script that never ran.
      noise.splice(0);
    });
  }

  test("an element on a page shows that page's own words", async ({ page }) => {
    await host(page, '<gradient-descent cost="bowl">A bowl, in my own words.</gradient-descent>');
    await expect(page.getByText("A bowl, in my own words.")).toBeVisible();
  });
});

for (const name of PAGES) {
  test(`from disk ${name} shows a picture and what to open instead`, async ({ page, noise }) => {
    await page.goto(new URL(`../../dist/${name}`, import.meta.url).href);
    await expect(page.getByText("gradient-descent.html")).toBeVisible();
    await expectPicture(page.locator(".waiting img"));
    expect(fileURLToPath(page.url())).toContain(name);
    noise.splice(0);
  });
}

test("nobody who gets the figure fetches the picture", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page);
  await page.waitForTimeout(300);
  expect(asked.filter((address) => address.includes("pictures/"))).toEqual([]);
});

test("the picture is that of the device's light", async ({ page, noise }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.route("**/gradient-descent.js", (route) => route.abort());
  await page.goto("index.html").catch(() => {});
  await expectPicture(page.locator(".waiting img"));
  expect(await page.locator(".waiting img").evaluate(({ currentSrc }) => currentSrc)).toContain("valleys-dark.svg");
  noise.splice(0);
});

test("blocked on its way, the engine can be asked for again", async ({ page, noise }) => {
  await page.route("**/downhill_bg.wasm", (route) => route.abort());
  await page.goto("index.html");
  await expect(page.locator(".trouble")).toContainText("could not be loaded");
  await expectPicture(page.locator(".trouble img"));
  await page.unroute("**/downhill_bg.wasm");
  await button(page, "Reload the figure").click();
  await element(page).evaluate((figure) => figure.ready);
  expect((await readout(page)).iteration).toBe(0);
  await expect(page.locator(".trouble")).toHaveCount(0);
  noise.splice(0);
});

test("scrolled away and back, a figure in trouble does not try by itself", async ({ page, noise }) => {
  let asked = 0;
  await page.route("**/downhill_bg.wasm", (route) => {
    asked += 1;
    return route.abort();
  });
  await host(page, '<gradient-descent></gradient-descent><div id="rest"></div>');
  await page.evaluate(() => document.querySelector("#rest").style.setProperty("height", "9000px"));
  await expect(page.locator(".trouble")).toBeVisible();
  const before = asked;
  await page.evaluate(() => scrollTo(0, 9000));
  await page.waitForTimeout(300);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300);
  expect(asked).toBe(before);
  noise.splice(0);
});

test("a browser without WebAssembly is told so", async ({ page, noise }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto("index.html");
  await expect(page.locator(".trouble")).toContainText("needs WebAssembly, which this browser does not have");
  await expectPicture(page.locator(".trouble img"));
  noise.splice(0);
});

test("a policy that forbids WebAssembly is named", async ({ page, noise }) => {
  await host(page, "<gradient-descent></gradient-descent>", { "content-security-policy": "default-src 'self'; img-src 'self' data:" });
  await expect(page.locator(".trouble")).toContainText("'wasm-unsafe-eval'");
  await expectPicture(page.locator(".trouble img"));
  noise.splice(0);
});

test("where the page's policy forbids the picture too, its words stand", async ({ page, noise }) => {
  await host(page, "<gradient-descent></gradient-descent>", { "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'" });
  await expect(page.locator(".trouble")).toContainText("'wasm-unsafe-eval'");
  await expect(page.getByAltText("A map of a hilly cost with two valleys.", { exact: false })).toBeAttached();
  noise.splice(0);
});
