// Excel workbooks and zip archives: taken apart on the device by a worker that is gone afterwards, and read like any file.
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { framework, SCHOOLS, type Dropped } from "./support/fictional.js";
import { noteLongestTask } from "./support/main-thread.js";
import { expect, test } from "./support/site.js";
import { slowReading } from "./support/slow-reading.js";
import { workbook, zip, type CellOf } from "./support/zipped.js";

const dropped = (name: string, buffer: Buffer): Dropped => ({ name, mimeType: "application/octet-stream", buffer });

const HEADER = ["valley_number", "valley_name", "valley_math", "valley_reading", "valley_published"];
/** As `SCHOOLS`, one of them in percentages, one below an empty row, one with an error. */
const TABLE: readonly (readonly CellOf[])[] = [
  HEADER,
  [101, "Alpha School", { percent: 0.9 }, { percent: 0.85 }, "Strong"],
  [102, "Beta School", 55, 60, "Strong"],
  [],
  [103, "Gamma School", 20, 10, "Weak"],
  [104, "Delta School", 70, { error: "#N/A" }, ""],
];

const summary = (page: Page) => page.locator(".eh-summary");
const RATED = "4 schools: 3 rated, 1 Not rated";
/** The engine's stays; on the student pages that of the records, too. */
const expectWorkers = (page: Page, count: number) => expect.poll(() => page.workers().length).toBe(count);

const add = async (page: Page, ...files: readonly Dropped[]): Promise<void> => {
  const input = page.locator("#file-input, #student-input");
  await expect(input).toBeEnabled();
  await input.setInputFiles([...files]);
};

test("a workbook of one sheet is rated at once, and the worker that read it is gone", async ({ open, page, site }) => {
  await open("/rate");
  const before = site.arrivals.length;
  const began: string[] = [];
  page.on("worker", (worker) => began.push(worker.url()));
  await add(page, framework(), dropped("schools.xlsx", workbook({ Measures: TABLE })));
  await expect(summary(page)).toHaveText(RATED);
  const alpha = page.locator(".eh-ratings tbody tr").first();
  await expect(alpha).toHaveText(/Alpha School\s+Strong\s+3\.0\s+Strong\s+agrees/);
  expect(began).toHaveLength(1);
  await expectWorkers(page, 1);
  expect(site.arrivals.slice(before).filter(({ url }) => url !== "/sw.js")).toEqual([]);
  await page.getByRole("button", { name: "Show and change files" }).click();
  await expect(page.getByRole("heading", { name: "schools.xlsx" })).toBeVisible();
  await expect(page.locator(".eh-notice", { hasText: "container.error-cells" })).toContainText("D6");
  await expectAccessible(page);
});

test("of several sheets the reader chooses", async ({ open, page }) => {
  await open("/rate");
  const book = workbook({ Notes: [["See the handbook"]], "2030 <final>": TABLE, Empty: [] });
  await add(page, framework(), dropped("schools.xlsx", book));
  const choice = page.getByRole("group", { name: "schools.xlsx has 2 sheets." });
  await expect(choice.getByRole("checkbox")).toHaveCount(2);
  await expectWorkers(page, 1);
  // The larger is proposed.
  await expect(choice.getByLabel("2030 <final> 6 rows")).toBeChecked();
  await expect(choice.getByLabel("Notes one row")).not.toBeChecked();
  await expect(page.locator(".eh-notice", { hasText: "container.empty-sheets" })).toContainText("Empty");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await tabThrough(page);
  await expectAllReached(page);
  // By keyboard: nothing chosen is told, then one is.
  await choice.getByLabel("2030 <final>").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Add the chosen sheets" }).press("Enter");
  await expect(page.getByText("Choose at least one of them.")).toBeVisible();
  await expect(choice.getByLabel("Notes one row")).toBeFocused();
  await choice.getByLabel("2030 <final>").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Add the chosen sheets" }).press("Enter");
  await expect(summary(page)).toHaveText(RATED);
  await expect(choice).toHaveCount(0);
  await expectWorkers(page, 1);
  await page.getByRole("button", { name: "Show and change files" }).click();
  await expect(page.getByRole("heading", { name: "schools.xlsx › 2030 <final>" })).toBeVisible();
});

test("a choice can be left, in Spanish too", async ({ open, page }) => {
  await open("/rate?lang=es");
  const archive = zip({ "a.csv": SCHOOLS, "b.csv": SCHOOLS, "leame.pdf": "%PDF" });
  await add(page, dropped("todo.zip", archive));
  await expect(page.getByText("todo.zip contiene 2 archivos. ¿Cuáles contienen medidas de escuelas?")).toBeVisible();
  await expect(page.getByText("Un archivo del zip no es una tabla y quedó fuera: leame.pdf.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "No agregar ninguno" }).click();
  await expect(page.locator(".eh-choice")).toHaveCount(0);
  await expect(page.locator(".eh-file")).toHaveCount(0);
});

test("after a crash of the engine a workbook's sheet is read again, and what was told of it stays", async ({
  open,
  page,
}) => {
  await open("/rate");
  await add(page, framework(), dropped("schools.xlsx", workbook({ Measures: TABLE })));
  await expect(summary(page)).toHaveText(RATED);
  const next = page.waitForEvent("worker");
  await page.workers()[0]?.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error("a fault made by the test");
      }, 0),
  );
  await next;
  await expect(page.getByText("has read your files again")).toBeVisible();
  await expect(page.locator(".eh-ratings tbody tr")).toHaveCount(4);
  await page.getByRole("button", { name: "Show and change files" }).click();
  await expect(page.locator(".eh-notice", { hasText: "container.error-cells" })).toContainText("D6");
});

const OLD = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
const LOCKED = Buffer.concat([OLD, Buffer.from("EncryptedPackage", "utf16le")]);
const broken = zip({ "schools.csv": SCHOOLS });
broken[60] = 0;

for (const [what, name, bytes, told] of [
  ["an old workbook", "old.xls", OLD, /older Office version.*Excel Workbook \(\*\.xlsx\)/s],
  ["a workbook with a password", "locked.xlsx", LOCKED, /has a password.*clear the password/s],
  ["a zip file that breaks off", "cut.zip", broken.subarray(0, 80), /is damaged.*Get the file again/s],
  ["a zip file with a broken entry", "bad.zip", broken, /“schools\.csv” is damaged.*Get the file again/s],
  [
    "a zip file within a zip file",
    "nest.zip",
    zip({ "more.zip": "PK" }),
    /no table in this zip.*not opened: more\.zip/s,
  ],
  ["a Word document", "letter.docx", zip({ "word/document.xml": "<w/>" }), /another kind \(Word, \.docx\)/],
  ["an empty workbook", "none.xlsx", workbook({ One: [] }), /No sheet of this workbook has anything/],
] as const) {
  test(`${what} is refused by its name, with what to do, and nothing is lost`, async ({ open, page }) => {
    await open("/rate");
    await add(page, framework(), dropped("schools.zip", zip({ "schools.csv": SCHOOLS })));
    await expect(summary(page)).toHaveText(RATED);
    await add(page, dropped(name, bytes));
    const refusal = page.getByRole("alert").filter({ hasText: `${name} was not added` });
    await expect(refusal).toHaveText(told);
    await expect(summary(page)).toHaveText(RATED);
    await expectWorkers(page, 1);
    await expectAccessible(page);
  });
}

// Student files.

const sum = (page: Page) => page.locator("#student-accounts + p");

const STUDENT_HEADER = [
  "studentIdentifier",
  "schoolIdentifier",
  "schoolYear",
  "assessmentAcademicSubject",
  "gradeLevelWhenAssessed",
  "assessmentResultScoreValue",
];
const studentRows = (rows: number): string =>
  [
    STUDENT_HEADER.join(","),
    ...Array.from({ length: rows }, (_, row) => `${String(row)},1001,2026,Math,3,510`),
    "",
  ].join("\n");

test("a zip of student files is read entry by entry, and what is not known is named once", async ({
  open,
  page,
  site,
}) => {
  await open("/students");
  const before = site.arrivals.length;
  const roster =
    "sourcedId,enabledUser,orgSourcedIds,role,username,grades\n7,true,1001,student,x,03\n8,true,1001,teacher,y,\n";
  const archive = zip({
    "tests/2026.csv": studentRows(12),
    "users.csv": roster,
    "manifest.csv": "propertyName,value\nmanifest.version,1.0\n",
    "classes.csv": "sourcedId,title\n1,Math\n",
    "read me.pdf": "%PDF",
  });
  await add(page, dropped("export.zip", archive));
  await expect(sum(page)).toHaveText("14 rows were read: 13 kept and 1 left out, each for one reason.");
  await expect(page.locator(".eh-file__name")).toHaveText(["export.zip › tests/2026.csv", "export.zip › users.csv"]);
  await expect(page.getByText(/2 parts of export\.zip are of no known kind/)).toContainText(
    "manifest.csv, classes.csv",
  );
  await expect(page.locator(".eh-notice", { hasText: "container.left-out" })).toContainText("read me.pdf");
  // The engine's and that of the records: the one that unpacked is gone.
  await expectWorkers(page, 2);
  expect(site.arrivals.slice(before).filter(({ url }) => url !== "/sw.js")).toEqual([]);
  await expectAccessible(page);
  // Taken away one by one, the other is read again, from the zip.
  await page.getByRole("button", { name: "Remove export.zip › users.csv" }).click();
  await expect(sum(page)).toHaveText("12 rows were read: 12 kept and 0 left out, each for one reason.");
  await expect(page.locator(".eh-file")).toHaveCount(1);
  await expectWorkers(page, 2);
  // The same archive again is no second one.
  await add(page, dropped("export.zip", archive));
  await expect(sum(page)).toHaveText("14 rows were read: 13 kept and 1 left out, each for one reason.");
  await expect(page.getByText(/2 parts of export\.zip are of no known kind/)).toHaveCount(1);
  await page.getByRole("button", { name: "Remove all student files" }).click();
  await expectWorkers(page, 1);
});

test("the sheets of a workbook are read, and lines are the sheets' rows", async ({ open, page }) => {
  await open("/students");
  const row = (student: CellOf, year: CellOf): readonly CellOf[] => [student, 1001, year, "Math", "03", 510];
  const book = workbook({
    Grade3: [STUDENT_HEADER, row(1, 2026), [], row(2, 2026), row(3, "soon")],
    Grade4: [["District export"], [], STUDENT_HEADER, row(4, 2026)],
  });
  await add(page, dropped("tests.xlsx", book));
  await expect(sum(page)).toHaveText("4 rows were read: 3 kept and 1 left out, each for one reason.");
  await expect(page.locator(".eh-file__name")).toHaveText(["tests.xlsx › Grade3", "tests.xlsx › Grade4"]);
  await expect(page.locator(".eh-reasons li", { hasText: "without a school year" })).toContainText("Line: 5");
  await expectWorkers(page, 2);
});

test("of a broken sheet no row is kept, and the rest is", async ({ open, page }) => {
  await open("/students");
  const bytes = zip({ "good.csv": studentRows(3), "bad.csv": studentRows(4) });
  bytes[bytes.lastIndexOf("510")] = 0x39;
  await add(page, dropped("both.zip", bytes));
  await expect(sum(page)).toHaveText("3 rows were read: 3 kept and 0 left out, each for one reason.");
  await expect(page.locator(".eh-notice", { hasText: "container.damaged-entry" })).toContainText(
    "“bad.csv” is damaged",
  );
  await expect(page.locator(".eh-file")).toHaveCount(2);
  await add(page, dropped("old.xls", OLD));
  await expect(page.locator(".eh-notice", { hasText: "container.old-workbook" })).toContainText("old.xls");
  await expect(page.locator(".eh-file")).toHaveCount(2);
  await expectWorkers(page, 2);
});

test("a large zip shows how far it is, keeps the page free, sends nothing, and can be cancelled", async ({
  open,
  page,
  site,
  sink,
}) => {
  await open("/students");
  await add(page, dropped("small.csv", Buffer.from(studentRows(3))));
  await expect(sum(page)).toContainText("3 rows were read");
  const archive = dropped("large.zip", zip({ "large.csv": studentRows(900_000) }));
  const runOn = await slowReading(page);
  await add(page, archive);
  await expect(page.locator("progress")).toBeVisible();
  await expectWorkers(page, 3);
  // From the very worker that unpacks.
  const before = site.arrivals.length;
  for (const host of [sink, site]) {
    const tried = await page
      .workers()
      .at(-1)
      ?.evaluate(
        (to) => fetch(`${to}/attempt`, { method: "POST", mode: "no-cors" }).then(String, () => "refused"),
        host.origin,
      );
    expect(tried).toBe("refused");
  }
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("You cancelled.")).toBeVisible();
  // What was read before is still there, and nothing of the other.
  await expect(sum(page)).toContainText("3 rows were read");
  await expect(page.locator(".eh-file")).toHaveCount(1);
  await expectWorkers(page, 2);
  await runOn();
  await noteLongestTask(page, async () => {
    await add(page, archive);
    await expect(sum(page)).toContainText("900,003 rows were read", { timeout: 40_000 });
  });
  await expectWorkers(page, 2);
  expect(sink.arrivals).toEqual([]);
  expect(site.arrivals.slice(before).filter(({ url }) => url !== "/sw.js")).toEqual([]);
});
