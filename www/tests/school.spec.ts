// One school: what its page shows of the fictional example, step by step, and what a person may do there.
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, tabThrough } from "./support/accessibility.js";
import { file, framework, schools, withRows } from "./support/fictional.js";
import { expect, test } from "./support/site.js";

const example = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Try with a fictional example" }).click();
  await expect(page.locator(".eh-summary")).toHaveText("12 schools: 11 rated, 1 Not rated");
};

const go = async (page: Page, school: string): Promise<void> => {
  await page.getByRole("link", { name: school, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(school);
  await expect(page.locator("eh-trace")).toBeVisible();
};

const own = async (page: Page): Promise<void> => {
  await page.locator("#file-input").setInputFiles([framework(), schools()]);
  await expect(page.locator(".eh-summary")).toBeVisible();
};

test("the example opens with one click, and its button is gone once files are there", async ({ open, page }) => {
  await open("/");
  await example(page);
  await expect(page).toHaveURL(/#\/rate$/);
  await expectAccessible(page);
  await go(page, "Dogwood Elementary");
  await expectAccessible(page);
  // Nothing of the reader's is lost by leaving, so the browser does not ask.
  let asked = false;
  page.on("dialog", (dialog) => {
    asked = true;
    void dialog.accept();
  });
  await page.locator("h1").click();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No ratings are open");
  expect(asked).toBe(false);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Rate schools" }).last().click();
  await page.getByRole("button", { name: "Try with a fictional example" }).click();
  await expect(page.locator(".eh-ratings tbody tr")).toHaveCount(12);
});

test("a school shows its score on the scale, its parts with their weights, and every step", async ({ open, page }) => {
  await open("/");
  await example(page);
  await go(page, "Dogwood Elementary");
  await expect(page.locator(".eh-result")).toHaveText(/Meets expectations\s+Score\s+3\.5\s+Published\s+Meets\s+agrees/);
  await expect(page.locator(".eh-scale desc")).toContainText("Value 3.5.");
  // The weight of what too few students stand behind went to the subject as a whole.
  const reading = page.getByRole("row", { name: /^Growth in Reading/ }).first();
  await expect(reading).toContainText("95 students, participation 99 %");
  await expect(reading).toContainText(/25\s+was 20/);
  await expect(page.getByRole("row", { name: /English learners in Reading/ })).toContainText("Too few students");
  await page.getByRole("button", { name: "Open all steps" }).click();
  await expect(page.getByText("Parts without a result hand their weight on:")).toBeVisible();
  await expect(page.getByText(/5 from “Growth of English learners in Reading” to “Growth in Reading”/)).toBeVisible();
  await expect(page.getByText(/The file says “66” \(riverbend-measures\.csv, line \d+, column “.+”\)/)).toBeVisible();
  await page.getByText("Only the steps that decide").click();
  await expect(page.getByText("Rating by attainment, with enough participation")).toHaveCount(0);
  await page.getByText("Only the steps that decide").click();
  await page.getByRole("button", { name: "Close all steps" }).click();
  await expect(page.getByText("Parts without a result hand their weight on:")).toBeHidden();
  await tabThrough(page);
  await expectAllReached(page);
});

test("where the published result differs, the first difference is named", async ({ open, page }) => {
  await open("/");
  await example(page);
  await page.getByLabel("Published", { exact: true }).selectOption("differs");
  await go(page, "Ginkgo Elementary");
  await expect(page.getByText(/The calculation parts first at “.+”: published 2\.\d, computed 3\./)).toBeVisible();
  await expect(page.locator("eh-trace").getByText("first difference")).toHaveCount(1);
});

test("neighbours follow the order of the table, by link and by their words", async ({ open, page }) => {
  await open("/");
  await example(page);
  await page.getByRole("button", { name: "Score" }).click();
  const names = await page.locator(".eh-ratings tbody th").allInnerTexts();
  await go(page, names[1] ?? "");
  await expect(page.getByText("2 of 12")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[2] ?? "");
  await expect(page).toHaveTitle(`${names[2] ?? ""} · Evenhand`);
  await page.getByRole("link", { name: "Previous" }).click();
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[0] ?? "");
  await expect(page.getByRole("link", { name: "Previous" })).toHaveCount(0);
});

test("a rating is overridden with who, when and why, shows it everywhere, and can be taken back", async ({
  open,
  page,
}) => {
  await open("/rate");
  await own(page);
  await go(page, "Alpha School");
  await page.getByText("Override this rating").click();
  await page.getByRole("button", { name: "Override", exact: true }).click();
  await expect(page.getByText("Fill this in.")).toHaveCount(3);
  await expect(page.getByLabel("Rating instead")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Rating instead").selectOption("Weak");
  await page.getByLabel("Who decided").fill("The board");
  await page.getByLabel("When").fill("2030-02-01");
  await page.getByLabel("Why").fill("An audit found wrong data.");
  await page.getByRole("button", { name: "Override", exact: true }).click();
  await expect(page.locator(".eh-result")).toContainText("Weak");
  const said = page.getByText("Overridden by The board on February 1, 2030. The rules gave Strong.");
  await expect(said.first()).toBeVisible();
  await expect(page.getByText("An audit found wrong data.").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "All schools" }).click();
  await expect(page.locator(".eh-ratings tbody tr").first()).toContainText("overridden");
  await go(page, "Alpha School");
  await page.getByRole("button", { name: "Take the override back" }).click();
  await expect(page.locator(".eh-result")).toContainText("Strong");
  await expect(said).toHaveCount(0);
});

test("an override of a school that no file has any more is told", async ({ open, page }) => {
  await open("/rate");
  await own(page);
  await page.locator("#file-input").setInputFiles([file("more.csv", withRows("601,Theta School,90,90,"))]);
  await go(page, "Theta School");
  await page.getByText("Override this rating").click();
  await page.getByLabel("Rating instead").selectOption("Weak");
  await page.getByLabel("Who decided").fill("The board");
  await page.getByLabel("Why").fill("A reason");
  await page.getByRole("button", { name: "Override", exact: true }).click();
  await expect(page.locator(".eh-result")).toContainText("Weak");
  await page.getByRole("link", { name: "All schools" }).click();
  await page.getByRole("button", { name: "Show and change files" }).click();
  await page.getByRole("button", { name: "Remove more.csv" }).click();
  const told = page.locator(".eh-notice--error").filter({ hasText: "framework.override-school" });
  await expect(told).toContainText("601");
  await expect(page.locator(".eh-ratings tbody tr")).toHaveCount(4);
});

test("what would change the rating stands first, with its distance and the new score", async ({ open, page }) => {
  await open("/rate");
  await own(page);
  await go(page, "Beta School");
  const rows = page.locator("section[aria-labelledby=changes] tbody tr");
  await expect(rows.first()).toHaveText(/Proficient in math\s+55\s+80\s+\+25\s+2\.5\s+\(\+0\.5\)\s+Strong/);
  await expect(rows.filter({ hasText: "same rating" }).first()).toBeVisible();
});

test("an address of a school that is not there says what to do", async ({ open, page }) => {
  await open("/rate");
  await own(page);
  await page.goto(`${page.url().split("#")[0] ?? ""}#/school?id=999`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No school 999 in these files");
  await expectAccessible(page);
  await page.getByRole("link", { name: "All schools" }).click();
  await expect(page.locator(".eh-ratings tbody tr")).toHaveCount(4);
});

test("one school is printed with all its steps, and without what is only for the screen", async ({ open, page }) => {
  await open("/rate");
  await own(page);
  await go(page, "Beta School");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const closed = await page.locator("eh-trace details:not([open])").count();
  expect(closed).toBe(0);
  await expect(page.getByText("The file says “55” (schools.csv, line 3, column “valley_math”).")).toBeVisible();
  await expect(page.getByText("Override this rating")).toBeHidden();
  await expect(page.getByRole("link", { name: "Next" })).toBeHidden();
  await expect(page.getByText(/^Framework: Test Valley framework, 2030/)).toBeVisible();
});
