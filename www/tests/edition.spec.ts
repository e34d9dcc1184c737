// A new edition on the host waits until no page of the old one is open; the work in an open page goes on undisturbed.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startSite } from "./support/server.js";
import { expect, ready, test } from "./support/site.js";

const worker = readFileSync(fileURLToPath(new URL("../dist/sw.js", import.meta.url)), "utf8");

test("a new edition waits, says so, and takes over at the next visit", async ({ context, page }) => {
  const extras: Record<string, { type: string; body: string }> = {};
  const site = await startSite({ extras });
  await page.goto(site.origin);
  await ready(page);
  await expect(page.getByText("A new version of Evenhand is ready")).toHaveCount(0);
  const editions = (): Promise<string[]> => page.evaluate(async () => (await caches.keys()).sort());
  const [first] = await editions();

  extras["/sw.js"] = { type: "text/javascript", body: worker.replace(/EDITION = "[^"]+"/, 'EDITION = "newer"') };
  await page.reload();
  await ready(page);
  await expect(page.getByText("A new version of Evenhand is ready")).toBeVisible({ timeout: 20_000 });
  expect(await editions()).toHaveLength(2);

  await page.close();
  const next = await context.newPage();
  await next.goto(site.origin);
  await ready(next);
  await expect.poll(() => next.evaluate(async () => caches.keys()), { timeout: 20_000 }).not.toContain(first);
  await expect(next.getByText("A new version of Evenhand is ready")).toHaveCount(0);
  await site.close();
});
