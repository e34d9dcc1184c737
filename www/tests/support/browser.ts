// Debian's Chromium, started so that it asks nothing of the outside world on its own.
import type { LaunchOptions } from "@playwright/test";

export const LAUNCH: LaunchOptions = {
  executablePath: process.env["EVENHAND_CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
  ],
};
