import { defineConfig } from "@playwright/test";

// Without these Chromium will not start as root, or talks to its maker while tests run.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A browser on a busy machine may be late once. What passes at the second try is listed as flaky.
  retries: 1,
  reporter: "list",
  webServer: {
    // The whole clone is served, so that the app under test lives in a sub-folder (`dist/`), as on
    // a course site. Port 0 takes a free one, so that two clones can be tested at once.
    command: "sirv . --dev --host 127.0.0.1 --port 0",
    wait: { stdout: /127\.0\.0\.1:(?<downhill_port>\d+)/ },
  },
  use: {
    baseURL: `http://127.0.0.1:${process.env.DOWNHILL_PORT}/dist/`,
    browserName: "chromium",
    launchOptions: { executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args },
  },
  projects: [
    { name: "desktop", testIgnore: "phone.spec.js", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      testMatch: ["phone.spec.js", "accessibility.spec.js", "lesson.spec.js"],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
