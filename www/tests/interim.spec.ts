// The mid-year view: one school's interim results by standard and student group, for teachers, on the device only.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { expect, test } from "./support/site.js";

const answer = (page: Page) => page.locator(".eh-answer");
const areas = (page: Page) => page.locator("#interim-areas ~ eh-scroll tbody tr");
const groups = (page: Page) => page.locator("#interim-groups ~ eh-scroll tbody tr");

const loadSample = async (page: Page): Promise<void> => {
  await page.locator("#interim-sample ~ button").click();
  await expect(answer(page).first()).toBeVisible({ timeout: 40_000 });
};

test("one click shows a school's cycles; no host is asked for anything", async ({ open, page, site }) => {
  await open("/");
  await page.getByRole("link", { name: "See interim results mid-year" }).click();
  await expect(page.locator("h1")).toHaveText("Interim results");
  await expect(page.getByText("For teachers, on this device only")).toBeVisible();
  const before = site.arrivals.length;
  await loadSample(page);
  await expect(page.locator("#interim-school option")).toHaveCount(4);
  await expect(page.locator("#interim-said")).toHaveText("Birch Academy: ELA, 2026 (Riverbend Check-In)");
  // The numbers are those of a plain reckoning: see tests/sample_district.rs.
  await expect(answer(page)).toHaveText([
    "Since Cycle 2, ELA rose by 2.2 percentage points on average in the 87 students who took both.",
    "Of 4 standards or goal areas that both cycles asked, 3 rose and 1 fell: ELA.3 Writing with evidence.",
    "In Cycle 3, 64.4 % are on track: 232 of 360 results of a student in a standard.",
  ]);
  await expect(areas(page)).toHaveCount(5);
  await expect(areas(page).last().locator("td").first()).toHaveText("not asked");
  await expect(page.locator(".eh-interim__lines svg")).toHaveCount(5);
  await expect(page.locator(".eh-working-copy")).toBeVisible();

  await page.locator("#interim-subject").selectOption("Math");
  await expect(page.locator("#interim-said")).toContainText("Math, 2026");
  await page.locator("#interim-cycle").selectOption({ label: "Cycle 1" });
  await expect(answer(page).first()).toHaveText("Cycle 1 is the first cycle, so there is no growth yet.");
  await page.locator("#interim-cycle").selectOption({ label: "Cycle 3" });
  await expect(areas(page).last().locator("td").nth(3)).toHaveText("not asked in the last cycle");
  // A standard by student group, and a lowest result instead of what the file says.
  await page.locator("#interim-part").selectOption({ label: "MATH.1 Numbers and operations" });
  await expect(groups(page).filter({ hasText: "English learner" })).toHaveCount(1);
  await page.getByText("A lowest result that you choose").click();
  await expect(areas(page).first().locator("td").last()).toHaveText("not chosen");
  await page.locator("#interim-least").fill("60");
  await page.locator("#interim-least").press("Enter");
  await expect(areas(page).first().locator("td").last()).toContainText(/% ?\d+ of \d+/);
  await expect(answer(page).last()).toContainText("students.");

  // The test of goal areas with levels: what counts as on track is the reader's to say.
  await page.locator("#interim-test").selectOption("Riverbend Interim");
  await expect(page.getByText("Nothing is shown until you choose.")).toBeVisible();
  await page.getByText("Levels that you choose").click();
  await page.getByText("On Track", { exact: true }).click();
  await expect(areas(page).first().locator("td").last()).toContainText("%");
  expect(site.arrivals.slice(before).filter(({ url }) => url !== "/sw.js")).toEqual([]);
});

test("the file of a school says in its name and in each row that it is a working copy", async ({ open, page }) => {
  await open("/students/interim");
  await loadSample(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tables as CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("WORKING-COPY-interim-Birch-Academy-ELA-2026.csv");
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines.slice(1)) expect(line).toContain("not for publication");
  expect(lines[1]).toContain("All areas together,56.3,90,61.2,89,63.5,90,2.2,87,64.4,360");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".eh-working-copy")).toBeVisible();
  await expect(page.getByText("For teachers, on this device only").first()).toBeVisible();
  await expect(page.locator(".eh-print-note")).toContainText("small groups");
});

test("teaches what file it needs, and the example is such a file", async ({ open, page }) => {
  await open("/students/interim");
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download a tiny example" }).click(),
  ]);
  const buffer = readFileSync(await file.path());
  await page.getByRole("link", { name: "Add student files" }).click();
  await expect(page.locator("#student-input")).toBeEnabled();
  await page.locator("#student-input").setInputFiles({ name: "interim-example.csv", mimeType: "text/csv", buffer });
  await expect(page.locator(".eh-file")).toContainText("Evenhand interim results · interim results");
  await page.getByRole("link", { name: "See interim results" }).click();
  await expect(answer(page)).toHaveText([
    "Since Cycle 1, Reading rose by 6.7 percentage points on average in the 2 students who took both.",
    "Of 2 standards or goal areas that both cycles asked, 1 rose and 1 fell: RI.2 Main idea.",
    "In Cycle 2, 75.0 % are on track: 3 of 4 results of a student in a standard.",
  ]);
  await expect(page.locator(".eh-working-copy")).toBeVisible();
  // A file without such results leads back to what is needed.
  await page.goBack();
  await page.getByRole("button", { name: "Remove all student files" }).click();
  const other =
    "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentResultScoreValue\n1,A,2026,Math,400\n";
  await page
    .locator("#student-input")
    .setInputFiles({ name: "other.csv", mimeType: "text/csv", buffer: Buffer.from(other) });
  await page.getByRole("link", { name: "See interim results" }).click();
  await expect(page.getByText("have no interim results")).toBeVisible();
});

test("is accessible, reachable with the keyboard, fits a narrow screen, and speaks Spanish", async ({ open, page }) => {
  await open("/students/interim?lang=es");
  await expect(page.locator("h1")).toHaveText("Resultados intermedios");
  await loadSample(page);
  await expect(answer(page).first()).toHaveText(
    "Desde Cycle 2, ELA subió 2.2 puntos porcentuales en promedio en los 87 estudiantes que hicieron ambas pruebas.",
  );
  await expectAccessible(page);
  await tabThrough(page);
  await expectAllReached(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

const HEADINGS =
  "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentTitle,learningStandardItemCode," +
  "assessmentAdministrationName,assessmentAdministrationStartDate,assessmentPointsEarned,assessmentPointsPossible," +
  "assessmentOnTrackStatus,englishLearnerStatus";

const checks = {
  name: "checks.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    `${HEADINGS}\n${[1, 2, 3]
      .flatMap((student) =>
        [1, 2, 3].map(
          (cycle) =>
            `${String(student)},North,2026,Reading,Six-week check,RL.1,Cycle ${String(cycle)},2025-1${String(cycle - 1)}-10,5,10,Yes,No`,
        ),
      )
      .join("\n")}\n`,
  ),
};

test("interim results alone are no ratings: the page says so and leads to the mid-year view", async ({
  open,
  page,
}) => {
  await open("/students");
  await page.locator("#student-input").setInputFiles(checks);
  await expect(page.locator("#students-counted + p")).toContainText("interim results only");
  await expect(page.locator("body")).not.toContainText("0 schools");
  await expect(page.getByRole("link", { name: "Rate by" })).toHaveCount(0);
  await page.getByRole("link", { name: "See interim results" }).click();
  // Nothing rose and nothing fell; what all share is told, and is not unknown.
  await expect(answer(page).first()).toHaveText(
    "Since Cycle 2, Reading did not change, to one decimal, on average in the 3 students who took both.",
  );
  await expect(page.locator("#interim-groups ~ p")).toHaveText(
    "All students here are alike in what the files tell of them: English learner: No. So the numbers above are theirs.",
  );
});

test("on a phone a table says that there is more beside it, and the keyboard reaches it", async ({ open, page }) => {
  await open("/students/interim");
  await loadSample(page);
  const table = page.locator("#interim-areas ~ eh-scroll");
  const hint = () => table.evaluate((region) => getComputedStyle(region, "::before").content);
  expect(await hint()).toBe("none");
  for (const [width, language, words] of [
    [390, "en", "Wider than the screen"],
    [320, "es", "Más ancho que la pantalla"],
  ] as const) {
    await page.setViewportSize({ width, height: 760 });
    await page.getByRole("link", { name: language === "en" ? "English" : "Español" }).click();
    await expect.poll(hint).toContain(words);
    await expectNoSidewaysScroll(page);
    await table.focus();
    const first = table.locator("tbody th").first();
    const before = await first.boundingBox();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
    await table.evaluate((region) => region.scrollTo({ left: 10_000 }));
    // The last column is in sight, and what the row is of, too.
    await expect(table.locator("tbody tr").first().locator("td").last()).toBeInViewport({ ratio: 0.9 });
    expect((await first.boundingBox())?.x).toBeCloseTo(before?.x ?? -1, 0);
    await expectAccessible(page);
  }
});
