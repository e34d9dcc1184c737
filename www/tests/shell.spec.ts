// The frame of every page: for everybody, in both languages, on any screen.
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { CLOSED, CLOSED_ES, expect, ready, test } from "./support/site.js";

const PAGES = ["/", "/your-data", "/no-such-page"];

for (const path of PAGES) {
  for (const language of ["en", "es"]) {
    test(`axe finds nothing on ${path} in ${language}`, async ({ open, page }) => {
      await open(`${path}?lang=${language}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectAccessible(page);
    });
  }

  test(`${path} is used with the keyboard alone`, async ({ open, page }) => {
    await open(path);
    const visited = await tabThrough(page);
    expect(visited[0]).toBe("Skip to main content");
    await expectAllReached(page);
  });

  test(`${path} fits a screen 320 pixels wide, in both languages`, async ({ open, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(path);
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Español" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test("going to a page moves the focus to its heading and names the window", async ({ open, page }) => {
  await open();
  await expect(page).toHaveTitle("Home · Evenhand");
  await page.getByRole("link", { name: "Your data", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("Your data · Evenhand");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One yardstick for every school");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("Home · Evenhand");
});

test("the skip link leads past the header and keeps the page", async ({ open, page }) => {
  await open("/your-data");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await expect(page).toHaveURL(/#\/your-data$/);
});

test("a language once chosen stays on every page and is kept in the address alone", async ({ open, page }) => {
  await open();
  await expect(page.getByText(CLOSED)).toBeVisible();
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.getByText(CLOSED_ES)).toBeVisible();
  await page.getByRole("link", { name: "Sus datos", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Qué pasa con sus datos");
  await expect(page).toHaveURL(/#\/your-data\?lang=es$/);
  await expect(page).toHaveTitle("Sus datos · Evenhand");
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(stored).toEqual([0, 0, ""]);
});

test.describe("a reader whose browser speaks Spanish", () => {
  test.use({ locale: "es-MX" });
  test("is answered in Spanish", async ({ site, page }) => {
    await page.goto(site.origin);
    await ready(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Una misma vara para todas las escuelas");
  });
});

test("a crash of the engine is told, and a new engine runs", async ({ open, page }) => {
  await open();
  const [engine] = page.workers();
  const next = page.waitForEvent("worker");
  await engine?.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error("a fault made by the test");
      }, 0),
  );
  await next;
  await expect(page.getByText("Something went wrong inside the program")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Close this message" }).click();
  await expect(page.getByText("Something went wrong inside the program")).toHaveCount(0);
});

test("printed, a page shows its content and where it came from, and no navigation", async ({ open, page }) => {
  await open("/your-data");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.locator(".eh-footer")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Made with Evenhand \d+\.\d+\.\d+/)).toBeVisible();
});

test("what is folded on the screen is open on paper, and folded again afterwards", async ({ open, page }) => {
  await open("/your-data");
  const states = await page.evaluate(() => {
    const details = document.createElement("details");
    document.querySelector("main")?.append(details);
    const seen = [details.open];
    window.dispatchEvent(new Event("beforeprint"));
    seen.push(details.open);
    window.dispatchEvent(new Event("afterprint"));
    return [...seen, details.open];
  });
  expect(states).toEqual([false, true, false]);
});
