// Student files of an unknown kind: somebody says what their columns are, keeps that for next year, and may keep the rows.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Dropped } from "./support/fictional.js";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { expect, ready, test } from "./support/site.js";
import { workbook } from "./support/zipped.js";

/** A district's own export: 120 rows of sixty students with invented names. */
const rows = (year: string): string => {
  const lines = ["Student Number,Last Name,Campus Code,Year,Content,Test Grade,Scale Score,Level,Lunch,Ethnic Code,EL"];
  for (let row = 0; row < 120; row += 1) {
    const student = Math.floor(row / 2);
    lines.push(
      [
        `77${String(1000 + student)}`,
        `Zyxwv${String(student)}`,
        `0${String(210 + (student % 2))}`,
        year,
        ["Math", "ELA"][row % 2],
        ["KG", "03", "4"][student % 3],
        412 + row,
        ["Low", "Middle", "Top"][row % 3],
        ["F", "R", "P"][student % 3],
        1 + (student % 3),
        ["Y", "N"][student % 2],
      ].join(","),
    );
  }
  return `${lines.join("\n")}\n`;
};

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const json = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

const add = async (page: Page, ...files: readonly Dropped[]): Promise<void> => {
  await expect(page.locator("#student-input")).toBeEnabled();
  await page.locator("#student-input").setInputFiles([...files]);
};

const form = (page: Page) => page.locator("form.eh-map");
const toRatings = (page: Page) => page.getByRole("link", { name: "Rate by" }).first();
const sum = (page: Page) => page.locator("#student-accounts + p");
const all = "120 rows were read: 120 kept and 0 left out, each for one reason.";

const saved = async (page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> => {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
};

/** Says by keyboard what the codes of the proposal mean, and reads the file. */
const fillIn = async (page: Page): Promise<void> => {
  await expect(form(page)).toBeVisible();
  for (const [code, race] of [
    ["1", "Asian"],
    ["2", "Black or African American"],
    ["3", "White"],
  ] as const) {
    await page.getByLabel(`“${code}” in Ethnic Code means`).focus();
    await page.keyboard.type(race.slice(0, 5));
    await expect(page.getByLabel(`“${code}” in Ethnic Code means`)).toHaveValue(race);
  }
  await page.getByRole("button", { name: "Read the file this way" }).focus();
  await page.keyboard.press("Enter");
};

test("an unknown file is proposed right, said by keyboard, counted and rated", async ({ open, page }) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  await expect(form(page)).toBeVisible();
  const chosen = (heading: string) => form(page).getByLabel(heading, { exact: true });
  for (const [heading, element] of [
    ["Student Number", "studentIdentifier"],
    ["Campus Code", "schoolIdentifier"],
    ["Year", "schoolYear"],
    ["Content", "assessmentAcademicSubject"],
    ["Test Grade", "gradeLevelWhenAssessed"],
    ["Scale Score", "assessmentResultScoreValue"],
    ["Level", "assessmentPerformanceLevelIdentifier"],
    ["Lunch", "economicDisadvantageStatus"],
    ["Ethnic Code", "raceAndEthnicity"],
    ["EL", "englishLearnerStatus"],
  ] as const)
    await expect(chosen(heading)).toHaveValue(element);
  // A name is never read, and nobody can choose it.
  const names = form(page).locator(".eh-map__column", { hasText: "Last Name" });
  await expect(names).toContainText("Never read");
  await expect(names.locator("select, input")).toHaveCount(0);
  await expect(page.getByLabel("“F” in Lunch means")).toHaveValue("Yes");
  await expect(page.getByLabel("“P” in Lunch means")).toHaveValue("No");
  // Ten rows, masked.
  await expect(form(page).locator(".eh-map__rows tbody tr")).toHaveCount(10);
  await expect(form(page).locator(".eh-map__rows tbody tr").first()).toHaveText(/^\s*999999\s*9999\s*9999-99\s*xxxx/);
  expect(await page.locator("body").innerText()).not.toMatch(/Zyxwv|77100\d|77101\d/);

  await fillIn(page);
  await expect(sum(page)).toHaveText(all);
  await expect(form(page)).toHaveCount(0);
  await expect(page.locator(".eh-file__name").first()).toBeFocused();
  await expect(page.locator("#students-counted + p")).toContainText("2 schools");
  await toRatings(page).click();
  await expect(page.locator(".eh-summary")).toContainText("2 schools");
  await expect(page.locator(".eh-working-copy")).toBeVisible();
});

test("a form that is left half filled is as it was when one comes back, and begins anew when it was given up", async ({
  open,
  page,
}) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  const column = (heading: string) => form(page).getByLabel(heading, { exact: true });
  await column("Level").selectOption("assessmentPeriod");
  await page.getByLabel("“1” in Ethnic Code means").selectOption("Asian");
  await form(page).getByText("A student’s result in a cycle of interim tests").click();
  await page.getByLabel("Name of this mapping").fill("Our spring test");
  await page.locator("nav a[href*='#/policies']").first().click();
  await expect(form(page)).toHaveCount(0);
  await page.goBack();
  await expect(column("Level")).toHaveValue("assessmentPeriod");
  await expect(page.getByLabel("“1” in Ethnic Code means")).toHaveValue("Asian");
  await expect(page.getByLabel("“2” in Ethnic Code means")).toHaveValue("?");
  await expect(form(page).getByRole("radio", { name: "A student’s result in a cycle of interim tests" })).toBeChecked();
  await expect(page.getByLabel("Name of this mapping")).toHaveValue("Our spring test");
  // Another file that is added meanwhile changes nothing of it.
  await add(page, csv("autumn.csv", rows("2024-25")));
  await expect(page.locator(".eh-file")).toHaveCount(2);
  await expect(column("Level")).toHaveValue("assessmentPeriod");
  const kept = await page.evaluate(async () => [
    localStorage.length + sessionStorage.length,
    (await indexedDB.databases()).length,
    JSON.stringify(history.state),
  ]);
  expect(kept).toEqual([0, 0, "null"]);

  // Of a file that is read already, the form can be given up.
  await page.getByRole("button", { name: "Remove autumn.csv" }).click();
  await form(page).getByText("A student’s test result").click();
  await column("Level").selectOption("assessmentPerformanceLevelIdentifier");
  await fillIn(page);
  await expect(page.locator(".eh-file__name").first()).toBeFocused();
  await page.getByRole("button", { name: "Read it differently: spring.csv" }).click();
  await column("Level").selectOption("assessmentPeriod");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Read it differently: spring.csv" }).click();
  await expect(column("Level")).toHaveValue("assessmentPerformanceLevelIdentifier");
});

test("decimal commas are proposed, asked where they are unclear, and read exactly; a mark is no level", async ({
  open,
  page,
}) => {
  const lines = (score: (row: number) => string) =>
    [
      "Student Number;Campus Code;Year;Content;Test Grade;Scale Score;Level",
      ...Array.from(
        { length: 40 },
        (_, row) => `77${String(1000 + row)};0210;2024;Math;3;${score(row)};${["Low", "Top", "*"][row % 3] ?? ""}`,
      ),
      "",
    ].join("\n");
  await open("/students");
  await add(
    page,
    csv(
      "comma.csv",
      lines((row) => `${String(412 + row)},5`),
    ),
  );
  const mark = form(page).getByLabel("What stands before the decimals?");
  await expect(mark).toHaveValue("comma");
  // A mark where levels stand is proposed as nothing, in sight.
  await expect(form(page).getByLabel("“*” in Level means")).toHaveValue("");
  await expect(form(page).getByLabel("“Low” in Level means")).toHaveValue("Low");
  await expect(form(page)).toContainText("One of them is taken for nothing");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Read the file this way" }).click();
  await expect(sum(page)).toHaveText("40 rows were read: 40 kept and 0 left out, each for one reason.");
  await page.getByRole("button", { name: "Remove all student files" }).click();
  await page.getByRole("button", { name: "Remove the mapping comma" }).click();

  await add(
    page,
    csv(
      "unclear.csv",
      lines((row) => `1,${String(250 + row)}`),
    ),
  );
  await page.getByRole("button", { name: "Say what its columns are: unclear.csv" }).click();
  await expect(mark).toHaveValue("");
  await page.getByRole("button", { name: "Read the file this way" }).click();
  await expect(sum(page)).toHaveText("40 rows were read: 0 kept and 40 left out, each for one reason.");
  await expect(page.locator(".eh-notice", { hasText: "records.unclear-commas" })).toContainText("1,250 may be");
  await expect(page.locator(".eh-file__name").first()).toBeFocused();
  await page.getByRole("button", { name: "Read it differently: unclear.csv" }).click();
  await mark.selectOption("point");
  await page.getByRole("button", { name: "Read the file this way" }).click();
  await expect(sum(page)).toHaveText("40 rows were read: 40 kept and 0 left out, each for one reason.");
  await expect(page.locator(".eh-file__name").first()).toBeFocused();

  // Where no number has a comma, nothing is asked.
  await add(page, csv("plain.csv", lines((row) => `${String(412 + row)}.5`).replace("Level", "Band")));
  await page.getByRole("button", { name: "Say what its columns are: plain.csv" }).click();
  await expect(form(page).getByLabel("Scale Score", { exact: true })).toHaveValue("assessmentResultScoreValue");
  await expect(mark).toHaveCount(0);
});

test("what is missing or said twice is told, with the focus, and nothing is read", async ({ open, page }) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  await form(page).getByLabel("Content", { exact: true }).selectOption("");
  const problems = form(page).locator(".eh-map__problems");
  await expect(problems).toContainText("It is not said where “Subject” is");
  await form(page).getByLabel("Level", { exact: true }).selectOption("gradeLevelWhenAssessed");
  await page.getByRole("button", { name: "Read the file this way" }).click();
  await expect(problems).toBeFocused();
  await expect(problems).toContainText("More than one column is said to be “Grade”: Test Grade and Level");
  await expect(sum(page)).toHaveCount(0);
  await expectAccessible(page);
  await form(page).getByLabel("Level", { exact: true }).selectOption("");
  await form(page).getByLabel("Subject", { exact: true }).fill("Math");
  await form(page).getByLabel("Subject", { exact: true }).blur();
  await expect(problems).toHaveText("");
  await fillIn(page);
  // Without the subject that tells them apart, rows of one student contradict each other.
  await expect(sum(page)).toHaveText("120 rows were read: 0 kept and 120 left out, each for one reason.");
});

test("a saved mapping holds no student's value and reads next year's file at once, before or after it", async ({
  open,
  page,
}) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  await fillIn(page);
  await expect(sum(page)).toHaveText(all);
  const mapping = await saved(page, () => page.getByRole("button", { name: "Save this mapping: spring" }).click());
  expect(mapping.name).toBe("mapping-spring.json");
  expect(mapping.text).not.toMatch(/Zyxwv|77\d{4}|"4\d\d"|"5\d\d"/);
  expect(JSON.parse(mapping.text)).toMatchObject({
    evenhand: "layout/1",
    columns: { raceAndEthnicity: { heading: ["Ethnic Code"], values: { 3: "White" } } },
  });

  await page.reload();
  await ready(page);
  await add(page, json(mapping.name, mapping.text));
  await expect(page.locator(".eh-mappings")).toContainText("spring");
  await add(page, csv("next.csv", rows("2024-25")));
  await expect(sum(page)).toHaveText(all);
  await expect(form(page)).toHaveCount(0);
  await expect(page.locator("#students-counted + p")).toContainText("2025");

  await page.reload();
  await ready(page);
  await add(page, csv("next.csv", rows("2024-25")));
  await expect(form(page)).toBeVisible();
  await add(page, json(mapping.name, mapping.text));
  await expect(sum(page)).toHaveText(all);

  // What is no mapping is told where it is wrong.
  await add(page, json("wrong.json", mapping.text.replace('"raceAndEthnicity"', '"raceAndEthnicty"')));
  const refusal = page.locator(".eh-refusal");
  await expect(refusal).toContainText("wrong.json is no mapping that can be used");
  await expect(refusal).toContainText("/columns/raceAndEthnicty");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close the message about wrong.json" }).click();
  await expect(refusal).toHaveCount(0);
  await expect(sum(page)).toHaveText(all);
});

test("values that are not understood lead back to the form; a known file can be read differently", async ({
  open,
  page,
}) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  await expect(form(page)).toBeVisible();
  await page.getByRole("button", { name: "Read the file this way" }).click();
  await expect(sum(page)).toHaveText(all);
  await expect(page.locator(".eh-file__said", { hasText: "3 values were not understood" })).toBeVisible();
  await expect(page.locator(".eh-notice", { hasText: "records.unknown-value" })).toContainText(
    "for “Race or ethnicity”",
  );
  await page.getByRole("button", { name: "Say what they mean: the values in spring.csv" }).click();
  await fillIn(page);
  await expect(page.locator(".eh-notice", { hasText: "records.unknown-value" })).toHaveCount(0);
  await expect(sum(page)).toHaveText(all);
  await page.getByRole("button", { name: "Read it differently: spring.csv" }).click();
  await expect(page.getByLabel("“2” in Ethnic Code means")).toHaveValue("Black or African American");
  await form(page).getByLabel("Lunch", { exact: true }).selectOption("");
  await page.getByRole("button", { name: "Read the file this way" }).click();
  await expect(form(page)).toHaveCount(0);
  await expect(sum(page)).toHaveText(all);
});

test("a session keeps the mappings, and the student files only if the reader asks for it", async ({ open, page }) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  await fillIn(page);
  await toRatings(page).click();
  await expect(page.locator(".eh-summary")).toContainText("2 schools");
  const save = () => page.locator(".eh-exports").getByRole("button", { name: "Save" }).first().click();
  const without = await saved(page, save);
  expect(without.name).toMatch(/^WORKING-COPY-/);
  expect(JSON.parse(without.text)).toMatchObject({
    studentFiles: [],
    mappings: [expect.stringContaining("Ethnic Code")],
  });
  expect(without.text).not.toMatch(/Zyxwv|771\d{3}/);
  const box = page.getByLabel("Also keep the student files themselves in it");
  await expect(box).not.toBeChecked();
  await expect(page.locator("#session-rows-warning")).toContainText("spring.csv");
  await expectAccessible(page);
  await page.locator("label[for='session-rows']").click();
  const whole = await saved(page, save);
  expect(whole.name).toMatch(/^STUDENT-RECORDS-/);
  const [kept] = (JSON.parse(whole.text) as { studentFiles: { base64: string }[] }).studentFiles;
  expect(Buffer.from(kept?.base64 ?? "", "base64").toString()).toBe(rows("2023-24"));

  // Without the rows: ratings and mappings, and the year's files are read at once.
  await page.reload();
  await ready(page);
  await page.locator("#file-input").setInputFiles(json("session.json", without.text));
  await expect(page.locator(".eh-summary")).toContainText("2 schools");
  await page.goto(page.url().replace(/#.*/, "#/students"));
  await expect(page.locator(".eh-mappings")).toContainText("spring");
  await expect(page.locator(".eh-file__name")).toHaveText(["spring"]);
  await add(page, csv("next.csv", rows("2024-25")));
  await expect(sum(page)).toHaveText(all);

  // With them: they are read again, as they were.
  await page.reload();
  await ready(page);
  await page.goto(page.url().replace(/#.*/, "#/rate"));
  await page.locator("#file-input").setInputFiles(json("session.json", whole.text));
  await expect(page.locator(".eh-summary")).toContainText("2 schools");
  await page.goto(page.url().replace(/#.*/, "#/students"));
  await expect(sum(page)).toHaveText(all);
  await expect(page.locator("#students-counted + p")).toContainText("2024");

  // A session of before has neither.
  const old = JSON.parse(without.text) as Record<string, unknown>;
  delete old["mappings"];
  delete old["studentFiles"];
  await page.goto(page.url().replace(/#.*/, "#/rate"));
  await page.locator("#file-input").setInputFiles(json("session.json", JSON.stringify(old)));
  await expect(page.locator(".eh-summary")).toContainText("2 schools");
  await page.goto(page.url().replace(/#.*/, "#/students"));
  await expect(page.locator(".eh-mappings")).toHaveCount(0);
  await expect(sum(page)).toHaveCount(0);
});

test("a year that stands in no column is asked for in each file", async ({ open, page }) => {
  await open("/students");
  const without = (year: string): string => rows(year).replaceAll(`,${year},`, ",").replace(",Year,", ",");
  await add(page, csv("scores 2023-24.csv", without("2023-24")));
  // It is proposed from the file's name.
  await expect(form(page).getByLabel("School year", { exact: true })).toHaveValue("2024");
  await fillIn(page);
  await expect(sum(page)).toHaveText(all);
  const mapping = await saved(page, () => page.getByRole("button", { name: "Save this mapping" }).click());
  await page.reload();
  await ready(page);
  await add(page, json(mapping.name, mapping.text), csv("next.csv", without("2024-25")));
  await expect(form(page)).toBeVisible();
  await expect(page.locator(".eh-notice", { hasText: "records.year-not-in-file" })).toContainText("It said 2024");
  await expect(form(page).locator(".eh-map__problems")).toContainText("It is not said where “School year” is");
  const year = form(page).getByLabel("School year", { exact: true });
  await expect(year).toHaveValue("");
  await year.fill("2024-25");
  await page.getByRole("button", { name: "Read the file this way" }).click();
  await expect(sum(page)).toHaveText(all);
  await expect(page.locator("#students-counted + p")).toContainText("2025");
  await expect(page.locator(".eh-notice", { hasText: "records.unknown-value" })).toHaveCount(0);
});

test("a sheet of a workbook is said, read, kept in a session and read again", async ({ open, page }) => {
  const table = rows("2023-24")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  await open("/students");
  const book = { name: "book.xlsx", mimeType: "application/octet-stream", buffer: workbook({ Scores: table }) };
  await add(page, book);
  await fillIn(page);
  await expect(sum(page)).toHaveText(all);
  await toRatings(page).click();
  await page.locator("label[for='session-rows']").click();
  const whole = await saved(page, () => page.getByRole("button", { name: "Save this session" }).click());
  await page.reload();
  await ready(page);
  await page.locator("#file-input").setInputFiles(json("session.json", whole.text));
  await expect(page.locator(".eh-summary")).toContainText("2 schools");
  await page.goto(page.url().replace(/#.*/, "#/students"));
  await expect(sum(page)).toHaveText(all);
  await expect(page.locator(".eh-notice", { hasText: "records.unknown-value" })).toHaveCount(0);
});

test("a framework dropped beside student files goes where it belongs; a broken mapping is told", async ({
  open,
  page,
}) => {
  await open("/students");
  const shipped = readFileSync(new URL("../policies/fictional-riverbend.json", import.meta.url), "utf8");
  const framework = JSON.stringify({
    ...(JSON.parse(shipped) as Record<string, unknown>),
    id: "my-own",
    title: "Our own yardstick",
  });
  await add(page, json("framework.json", framework), json("broken.json", "{"), csv("spring.csv", rows("2023-24")));
  await expect(form(page)).toBeVisible();
  await expect(page.locator(".eh-refusal")).toHaveCount(1);
  await expect(page.locator(".eh-refusal")).toContainText("broken.json is no mapping that can be used");
  await page.goto(page.url().replace(/#.*/, "#/policies"));
  await expect(page.locator("body")).toContainText("Our own yardstick");
});

test("the form is accessible, reachable with the keyboard, and fits a narrow screen, in both languages", async ({
  open,
  page,
}) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  await expect(form(page)).toBeVisible();
  await form(page).evaluate((all) => all.querySelectorAll("details").forEach((each) => (each.open = true)));
  await expectAccessible(page);
  await tabThrough(page);
  await expectAllReached(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("speaks Spanish", async ({ open, page }) => {
  await open("/students?lang=es");
  await add(page, csv("primavera.csv", rows("2023-24")));
  await expect(form(page)).toContainText("¿Qué son las columnas?");
  await expect(form(page).locator("option:checked", { hasText: "Nivel de logro" })).toHaveCount(1);
  await expect(form(page).locator(".eh-map__column", { hasText: "Last Name" })).toContainText("Nunca se lee");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Leer el archivo así" }).click();
  await expect(sum(page)).toContainText("120 conservadas");
  await expect(page.locator(".eh-mappings")).toContainText("Sus asignaciones");
});

test("what somebody said of a file stays while others come and go", async ({ open, page }) => {
  await open("/students");
  await add(page, csv("spring.csv", rows("2023-24")));
  await expect(form(page)).toBeVisible();
  await form(page).getByLabel("Lunch", { exact: true }).selectOption("");
  await add(page, csv("colours.csv", "tray,colour\n1,red\n2,blue\n"));
  await expect(page.locator(".eh-file--waiting")).toHaveCount(2);
  await expect(form(page)).toHaveCount(1);
  await expect(form(page).getByLabel("Lunch", { exact: true })).toHaveValue("");
  // Those that stay are read again, by another worker.
  await page.getByRole("button", { name: "Remove colours.csv" }).click();
  await expect(page.locator(".eh-file--waiting")).toHaveCount(1);
  await fillIn(page);
  await expect(sum(page)).toHaveText(all);
});
