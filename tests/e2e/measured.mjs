// The built page in a browser, for what is timed by hand: served from `dist/`, without the test runner.
import { chromium } from "@playwright/test";
import { serve } from "./server.mjs";

/**
 * The browser, the address of the page, and how to end both.
 * @param {Parameters<typeof serve>} served
 */
export async function measured(...served) {
  const server = await serve(...served);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, address: `${server.origin}/index.html`, close };
}
