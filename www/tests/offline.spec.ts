// After the first visit the site needs no host.
import { CLOSED, expect, ready, test } from "./support/site.js";

test("works after the first visit when the host is gone", async ({ open, page, site }) => {
  await open();
  await site.close();
  await page.reload();
  await expect(page.getByText(CLOSED)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Your data", exact: true }).click();
  await expect(page.getByText("You can open this page without a connection.")).toBeVisible();
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Qué pasa con sus datos");
});

test("control: without the first visit there is nothing", async ({ page, site }) => {
  await site.close();
  await expect(page.goto(site.origin)).rejects.toThrow("ERR_CONNECTION_REFUSED");
});

test("opens without the host in a new window and at another page's address", async ({ open, context, site }) => {
  await open();
  await site.close();
  const other = await context.newPage();
  await other.goto(`${site.origin}/index.html#/your-data`);
  await ready(other);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("What happens to your data");
});
