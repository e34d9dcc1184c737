import { defineConfig } from "@playwright/test";
import { LAUNCH } from "./tests/support/browser.js";

export default defineConfig({
  testDir: "tests",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  timeout: 60_000,
  // A loaded machine is slow, and no test judges a time.
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: "list",
  use: { browserName: "chromium", launchOptions: LAUNCH, locale: "en-US", viewport: { width: 1280, height: 900 } },
});
