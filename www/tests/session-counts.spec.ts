// A session that was opened brings counts. Student files never take their place unasked.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { expect, ready, test } from "./support/site.js";

const HEADINGS =
  "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,gradeLevelWhenAssessed," +
  "assessmentResultScoreValue,assessmentPerformanceLevelIdentifier";

const file = (name: string, year: number, schools: readonly string[], from = 1) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      HEADINGS,
      ...schools.map((school, place) => `${String(from + place)},${school},${String(year)},Math,3,510,Met`),
      "",
    ].join("\n"),
  ),
});
type File = ReturnType<typeof file>;

const before = file("before.csv", 2025, ["1001", "1002", "1003"]);
const corrected = file("corrected.csv", 2025, ["1001", "1001"], 50);
const elsewhere = file("elsewhere.csv", 2025, ["2001"], 70);
const next = file("next-year.csv", 2026, ["1001", "1002"]);

const go = (page: Page, to: string) => page.goto(page.url().replace(/#.*/, `#${to}`));

const add = async (page: Page, ...files: readonly File[]): Promise<void> => {
  await expect(page.locator("#student-input")).toBeEnabled();
  await page.locator("#student-input").setInputFiles([...files]);
  await expect(page.locator(".eh-reading")).toHaveCount(0);
  await expect(page.locator(".eh-file__name", { hasText: files.at(-1)?.name ?? "" })).toBeVisible();
};

/** The session of somebody who had counted a file of three schools. */
const saved = async (page: Page): Promise<Buffer> => {
  await add(page, before);
  await page.locator(".eh-next a[href*='#/rate?']").first().click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".eh-exports").getByRole("button", { name: "Save" }).first().click(),
  ]);
  return readFileSync(await download.path());
};

const withSession = async (page: Page, language = "en", wait = true): Promise<void> => {
  const buffer = await saved(page);
  await page.reload();
  await ready(page);
  await go(page, "/rate");
  await page.locator("#file-input").setInputFiles({ name: "session.json", mimeType: "application/json", buffer });
  if (wait) await expect(page.locator("body")).toContainText("counted for 3 schools");
  await go(page, `/students?lang=${language}`);
};

/** For how many schools the ratings are made. */
const rated = async (page: Page, words: string): Promise<void> => {
  await go(page, "/rate");
  await expect(page.locator("body")).toContainText(words);
  await go(page, "/students");
};

const used = (page: Page) => page.locator(".eh-session-counts__said");

test("files of the same schools and year are asked about; nothing changes until somebody chose", async ({
  open,
  page,
}) => {
  await open("/students");
  await withSession(page);
  await add(page, corrected);
  await expect(page.getByRole("alert")).toContainText("The session that you opened has counts already");
  const part = page.locator(".eh-session-counts");
  await expect(part).toContainText(/The session\s+3 schools, school year 2025\.\s+File: before\.csv\./);
  await expect(part).toContainText(/These files\s+One school, school year 2025\.\s+File: corrected\.csv\./);
  await expect(part).toContainText("Both count the students of one same school in 2025");
  // There is nothing to be rated yet but the session.
  await expect(page.locator("#students-counted")).toHaveCount(0);
  await expectAccessible(page);
  await rated(page, "Rated from one student file, counted for 3 schools.");
  await expect(part).toBeVisible();

  // With the keyboard: the focus goes to what became of it.
  await page.getByRole("button", { name: "Keep the session’s counts" }).focus();
  await page.keyboard.press("Enter");
  await expect(used(page)).toContainText("The session’s counts are used.");
  await expect(used(page)).toBeFocused();
  await rated(page, "counted for 3 schools.");
  // A further file is no reason to ask again.
  await add(page, elsewhere);
  await expect(used(page)).toContainText("The session’s counts are used.");
  await rated(page, "counted for 3 schools.");

  await page.getByRole("button", { name: "Replace them by these files’ counts" }).click();
  await expect(used(page)).toContainText("They took the place of the session’s.");
  await expect(used(page)).toBeFocused();
  await rated(page, "Rated from 2 student files, counted for 2 schools.");
  await page.getByRole("button", { name: "Go back to the session’s counts" }).click();
  await expect(used(page)).toContainText("The session’s counts are used.");
  await rated(page, "counted for 3 schools.");

  // What a session brought comes back when the files go.
  await page.getByRole("button", { name: "Replace them by these files’ counts" }).click();
  await expect(used(page)).toContainText("They took the place of the session’s.");
  await page.getByRole("button", { name: "Remove all student files" }).click();
  await expect(part).toHaveCount(0);
  await rated(page, "counted for 3 schools.");
});

test("files that are added while the session is still being opened wait for it", async ({ open, page }) => {
  await open("/students");
  await withSession(page, "en", false);
  await add(page, corrected);
  await expect(page.getByRole("alert")).toContainText("The session that you opened has counts already");
});

test("files of another school in the same year are asked about: a student may be in both", async ({ open, page }) => {
  await open("/students");
  await withSession(page);
  await add(page, elsewhere);
  await expect(page.locator(".eh-session-counts")).toContainText("A student who changed schools may count in both.");
  await expect(page.getByRole("button", { name: "Keep the session’s counts" })).toBeVisible();
});

test("files of another year are added, and it says so; the session’s own files are counted again", async ({
  open,
  page,
}) => {
  await open("/students");
  await withSession(page);
  await add(page, next);
  await expect(used(page)).toContainText("These files were added to the session’s counts, and both are used.");
  await expect(used(page)).toHaveRole("status");
  await rated(page, "Rated from 2 student files, counted for 3 schools.");
  await expect(page.locator("#students-counted + p")).toContainText("3 schools and 2 school years");
  // The sum is gone as soon as a further file is of the session's year.
  await add(page, corrected);
  await expect(page.getByRole("alert")).toContainText("The session that you opened has counts already");
  await rated(page, "Rated from one student file, counted for 3 schools.");
  await page.getByRole("button", { name: "Remove corrected.csv" }).click();
  await expect(used(page)).toContainText("both are used");
  await page.getByRole("button", { name: "Remove all student files" }).click();
  await expect(page.locator(".eh-session-counts")).toHaveCount(0);

  await add(page, before);
  await expect(used(page)).toContainText("The session was counted from these same files.");
  await rated(page, "Rated from one student file, counted for 3 schools.");
});

test("the sample district doesn't take a session's place unasked, nor its framework", async ({ open, page }) => {
  await open("/students");
  await withSession(page);
  await page.getByRole("button", { name: "Load the sample district" }).click();
  await expect(page.getByRole("alert")).toContainText("has counts already", { timeout: 40_000 });
  await rated(page, "counted for 3 schools.");
  await page.getByRole("button", { name: "Replace them by these files’ counts" }).click();
  await expect(used(page)).toContainText("They took the place");
  await rated(page, "counted for 40 schools.");
});

test("the question is reached with the keyboard, fits a narrow screen, and is asked in Spanish", async ({
  open,
  page,
}) => {
  await open("/students");
  await withSession(page, "es");
  await add(page, corrected);
  await expect(page.getByRole("alert")).toContainText("La sesión que abrió ya tiene recuentos");
  await expect(page.getByRole("button", { name: "Conservar los recuentos de la sesión" })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await tabThrough(page);
  await expectAllReached(page);
});
