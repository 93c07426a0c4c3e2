import { defineConfig } from "@playwright/test";
import root from "../../playwright.config.js";

export default defineConfig({
  ...root,
  testDir: ".",
  outputDir: "../../test-results/hosts",
  // A page of a course is heavier than a bare one, and much else may run on the machine.
  timeout: 120_000,
  expect: { timeout: 40_000 },
  webServer: {
    command: "node tests/hosts/serve.js",
    cwd: "../..",
    wait: { stdout: /Downhill :(?<downhill_port>\d+) hosts :(?<hosts_port>\d+)/ },
  },
  use: { ...root.use, baseURL: `http://127.0.0.1:${process.env.HOSTS_PORT}/`, viewport: { width: 1280, height: 800 } },
  projects: [{ name: "hosts" }],
});
