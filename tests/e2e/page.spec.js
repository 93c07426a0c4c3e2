// The page as a whole: it is served right, asks no other host for anything, and keeps strict company.
import { call, drawn, expect, open, test } from "./figure.js";

test("opens quietly, every file in place", async ({ page, noise }) => {
  page.on("response", (response) => {
    if (!response.ok()) noise.push(`${response.status()} ${response.url()}`);
  });
  const engine = page.waitForResponse((response) => response.url().endsWith("downhill_bg.wasm"));
  await open(page);
  expect((await engine).headers()["content-type"]).toBe("application/wasm");
  await page.waitForLoadState("networkidle");
  await expect(page).toHaveTitle(/Downhill/);
});

test("works under a policy that allows no inline script or style, which it never tries", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`));
  });
  await page.route(/\.html/, async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:";
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await open(page, "cost=regression&controls=all");
  await call(page, "step", 30);
  await drawn(page);
  expect(await page.evaluate(() => refused)).toEqual([]);
});
