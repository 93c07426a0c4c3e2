// The page as a reader meets it: it opens, says nothing to the console and asks no other host for anything.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

test("opens quietly and stays on its own origin", async ({ page, baseURL }) => {
  const origin = new URL(baseURL).origin;
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    const { origin: target, protocol } = new URL(request.url());
    if (protocol !== "data:" && target !== origin) problems.push(`asked ${request.url()}`);
  });
  page.on("response", (response) => {
    if (!response.ok()) problems.push(`${response.status()} ${response.url()}`);
  });

  const engine = page.waitForResponse((response) => response.url().endsWith("downhill_bg.wasm"));
  await page.goto("index.html");
  expect((await engine).headers()["content-type"]).toBe("application/wasm");
  await page.waitForLoadState("networkidle");

  expect(problems).toEqual([]);
});

test("works under a content security policy that allows no inline script or style", async ({ page }) => {
  const refused = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.route(/\.html$/, async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:";
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });

  await page.goto("index.html");
  await page.waitForLoadState("networkidle");

  expect(refused).toEqual([]);
});

test("has no accessibility problem that axe can find", async ({ page }) => {
  await page.goto("index.html");
  await page.waitForLoadState("networkidle");

  const { violations } = await new AxeBuilder({ page }).analyze();

  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
