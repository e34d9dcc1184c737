// Student files: from files with a row a student to ratings, with every row accounted for, and nothing leaving the device.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { attempts, ATTEMPT_WORKER, FRAME } from "./support/attempts.js";
import { noteLongestTask } from "./support/main-thread.js";
import { startSink, startSite } from "./support/server.js";
import { expect, ready, test } from "./support/site.js";
import { slowReading } from "./support/slow-reading.js";

const HEADINGS =
  "studentIdentifier,firstName,birthdate,schoolIdentifier,schoolYear,assessmentAcademicSubject,gradeLevelWhenAssessed," +
  "assessmentResultScoreValue,assessmentPerformanceLevelIdentifier,studentGrowthPercentile,sex,englishLearnerStatus";

/** Ten rows: four kept, six left out, each for a reason of its own or with its twin. */
const TESTS = [
  HEADINGS,
  "900001,Zebulon,2012-03-04,1001,2026,Math,3,510,Met,50,F,N",
  "900002,Quenby,2012-05-06,1001,2026,Math,3,430,Did Not Meet,20,M,Y",
  "900003,Thaddea,2012-07-08,1002,2026,Math,4,505,Met,61,F,perhaps",
  "900003,Thaddea,2012-07-08,1002,2026,ELA,4,505,Met,61,F,N",
  "900001,Zebulon,2012-03-04,1001,2026,Math,3,510,Met,50,F,N",
  "900004,Ignace,2012-01-01,1001,2026,Math,3,510,Met,50,F,N",
  "900004,Ignace,2012-01-01,1001,2026,Math,3,480,Approached,50,F,N",
  "900005,Ysolde,2012-01-02,,2026,Math,3,510,Met,50,F,N",
  "900006,Ferrand,2012-01-03,1001,soon,Math,3,510,Met,50,F,N",
  ",Nobody,2012-01-03,1001,2026,Math,3,510,Met,50,F,N",
  "",
].join("\n");

const tests = { name: "tests.csv", mimeType: "text/csv", buffer: Buffer.from(TESTS) };
const unknown = { name: "lunch.csv", mimeType: "text/csv", buffer: Buffer.from("tray,colour\n1,red\n2,blue\n") };

/** Like a person, it waits until files can be chosen. */
const add = async (page: Page, ...files: readonly (typeof tests)[]): Promise<void> => {
  await expect(page.locator("#student-input")).toBeEnabled();
  await page.locator("#student-input").setInputFiles([...files]);
};

const sum = (page: Page) => page.locator("#student-accounts + p");
const toRatings = (page: Page) => page.locator(".eh-next a[href*='#/rate?']").first();

const loadSample = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Load the sample district" }).click();
  await expect(toRatings(page)).toBeVisible({ timeout: 40_000 });
};

/** Makes a file of many rows within the page, to be dropped later. */
const makeLarge = (page: Page, rows: number): Promise<void> =>
  page.evaluate(
    ({ headings, rows }) => {
      const parts = [`${headings}\n`];
      for (let from = 0; from < rows; from += 50_000) {
        let part = "";
        for (let row = from; row < Math.min(rows, from + 50_000); row += 1)
          part += `${String(row)},A,2012-03-04,${String(row % 60)},2026,Math,${String(3 + (row % 6))},${String(400 + (row % 200))},Met,${String(1 + (row % 99))},F,N\n`;
        parts.push(part);
      }
      Object.assign(window, { large: new File(parts, "large.csv") });
    },
    { headings: HEADINGS, rows },
  );

const dropLarge = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add((window as unknown as { large: File }).large);
    document.querySelector("h1")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  });

test("one click loads the sample district and leads to its forty ratings; no host is asked for anything", async ({
  open,
  page,
  site,
}) => {
  await open("/students");
  const before = site.arrivals.length;
  await loadSample(page);
  await expect(page.locator(".eh-file")).toHaveCount(7);
  await expect(page.locator(".eh-file").nth(2)).toContainText(
    /riverbend-assessments\.csv\s+Evenhand assessments · test results/,
  );
  await expect(sum(page)).toHaveText("121,199 rows were read: 121,199 kept and 0 left out, each for one reason.");
  await expect(page.locator("#students-counted + p")).toContainText("40 schools and 3 school years");
  await expect(page.locator(".eh-working-copy")).toContainText("Working copy, not for publication.");
  await toRatings(page).click();
  await expect(page.locator(".eh-summary")).toHaveText("40 schools: 39 rated, 1 Not rated: too few results");
  // As worked out from the same files by a plain script: see tests/sample_ratings.rs.
  await expect(page.locator(".eh-ratings tbody tr", { hasText: "1121" })).toContainText("3.65");
  await expect(page.locator(".eh-working-copy")).toBeVisible();
  await page.locator(".eh-ratings tbody a").first().click();
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator(".eh-working-copy")).toBeVisible();
  // The service worker asks for a new edition of the program by itself.
  expect(site.arrivals.slice(before).filter(({ url }) => url !== "/sw.js")).toEqual([]);
});

test("every row is accounted for with its line, and no student's name or number stands anywhere", async ({
  open,
  page,
}) => {
  await open("/students");
  await add(page, tests, unknown);
  await expect(sum(page)).toHaveText("10 rows were read: 4 kept and 6 left out, each for one reason.");
  const row = page.locator("#student-accounts ~ * tbody tr");
  await expect(row).toHaveCount(1);
  await expect(row.locator("td").first()).toHaveText("10");
  await expect(row.locator("li")).toHaveText([
    /^\s*1 without a student number\s+Line: 11\s*$/,
    /^\s*1 without a school\s+Line: 9\s*$/,
    /^\s*1 without a school year\s+Line: 10\s*$/,
    /^\s*1 the same as another row, which counts\s+Line: 6\s*$/,
    /^\s*2 that contradict another row\s+Lines: 7 and 8\s*$/,
  ]);
  const notices = page.locator(".eh-notice");
  await expect(notices.filter({ hasText: "records.private-columns" })).toContainText(/firstName.*birthdate/);
  await expect(notices.filter({ hasText: "records.unknown-value" })).toContainText("“perhaps” is not understood");
  // The gravest come first.
  await expect(notices.first()).toHaveClass(/eh-notice--error/);
  // A file of an unknown kind is told, and leaves the others as they were.
  await expect(page.locator(".eh-file--waiting")).toContainText("lunch.csv");
  await expect(notices.filter({ hasText: "records.not-recognized" })).toContainText("Say what its columns are");
  const everything = await page.locator("body").innerText();
  expect(everything).not.toMatch(/Zebulon|Quenby|Thaddea|Ignace|Ysolde|Ferrand|2012-0|90000\d/);

  await page.getByRole("button", { name: "Remove lunch.csv" }).click();
  await expect(page.locator(".eh-file")).toHaveCount(1);
  await expect(sum(page)).toHaveText("10 rows were read: 4 kept and 6 left out, each for one reason.");
  // The same file again is no second file.
  await add(page, tests);
  await expect(sum(page)).toHaveText("10 rows were read: 4 kept and 6 left out, each for one reason.");
  await expect(page.locator(".eh-file")).toHaveCount(1);
  await page.getByRole("button", { name: "Remove all student files" }).click();
  await expect(page.locator(".eh-file")).toHaveCount(0);
  await expect(page.locator(".eh-working-copy")).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(1);
});

test("what is saved says in its name and in itself that it is a working copy, and opens again as one", async ({
  open,
  page,
}) => {
  await open("/students");
  await loadSample(page);
  await toRatings(page).click();
  await expect(page.locator(".eh-summary")).toContainText("40 schools");
  const saved = async (button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".eh-exports").getByRole("button", { name: button }).first().click(),
    ]);
    return { name: file.suggestedFilename(), path: await file.path() };
  };
  const csv = await saved("CSV");
  expect(csv.name).toMatch(/^WORKING-COPY-ratings-.*\.csv$/);
  const lines = readFileSync(csv.path, "utf8").trim().split("\r\n");
  expect(lines).toHaveLength(41);
  expect(lines[0]).toMatch(/,Notice$/);
  for (const line of lines.slice(1)) expect(line).toContain("not for publication");
  const session = await saved("Save");
  expect(session.name).toMatch(/^WORKING-COPY-evenhand-session-.*\.json$/);
  const text = readFileSync(session.path, "utf8");
  expect(text).toContain("Student data.");
  // Rows and students' numbers stay behind.
  expect(text).not.toContain("studentIdentifier");

  await page.reload();
  await ready(page);
  await expect(page.locator(".eh-working-copy")).toHaveCount(0);
  await page
    .locator("#file-input")
    .setInputFiles({ name: session.name, mimeType: "application/json", buffer: Buffer.from(text) });
  const rated = "40 schools: 39 rated, 1 Not rated: too few results";
  await expect(page.locator(".eh-summary")).toHaveText(rated);
  await expect(page.locator(".eh-working-copy")).toBeVisible();
  // What nobody can read takes nothing of the session's place, nor does taking it away.
  await page.goto(page.url().replace(/#.*/, "#/students"));
  await add(page, { name: "other.csv", mimeType: "text/csv", buffer: Buffer.from("foo,bar\n1,2\n") });
  await expect(page.locator(".eh-file")).toHaveCount(1);
  await page.getByRole("button", { name: "Remove other.csv" }).click();
  await expect(page.locator(".eh-file")).toHaveCount(0);
  await page.goto(page.url().replace(/#.*/, "#/rate"));
  await expect(page.locator(".eh-summary")).toHaveText(rated);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".eh-working-copy")).toBeVisible();
});

test("a large file shows how far it is, never keeps the page waiting, and can be cancelled", async ({ open, page }) => {
  await open("/students");
  await add(page, tests);
  await expect(sum(page)).toContainText("10 rows were read");
  await makeLarge(page, 600_000);
  const runOn = await slowReading(page);
  await dropLarge(page);
  await expect(page.locator("progress")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("You cancelled.")).toBeVisible();
  // What was read before is still there, and nothing of the other.
  await expect(sum(page)).toHaveText("10 rows were read: 4 kept and 6 left out, each for one reason.");
  await expect(page.locator(".eh-file")).toHaveCount(1);

  await runOn();
  await noteLongestTask(page, async () => {
    await dropLarge(page);
    await expect(sum(page)).toContainText("600,010 rows were read", { timeout: 40_000 });
    await expect(page.locator(".eh-reading")).toHaveCount(0);
  });
});

for (const when of ["while it reads", "while nobody asks it anything"]) {
  test(`a fault of the reader is told plainly, and files can be added again: ${when}`, async ({ open, page }) => {
    await open("/students");
    await add(page, tests);
    await expect(sum(page)).toContainText("10 rows were read");
    if (when === "while it reads") {
      await makeLarge(page, 600_000);
      await slowReading(page);
      await dropLarge(page);
      await expect(page.locator("progress")).toBeVisible();
    }
    // Stands in for a panic, which ends with these words of the worker to the page.
    await page
      .workers()
      .at(-1)
      ?.evaluate(() => self.postMessage({ crashed: "unreachable" }));
    await expect(page.getByRole("alert")).toContainText("all student records are gone from its memory");
    await expect(page.locator(".eh-file")).toHaveCount(0);
    await expect(page.locator(".eh-working-copy")).toHaveCount(0);
    await add(page, tests);
    await expect(sum(page)).toContainText("10 rows were read");
  });
}

for (const withHeaders of [true, false]) {
  const host = withHeaders ? "a host that sends the headers" : "a host that sends no headers";
  test(`with student files open nothing arrives anywhere: ${host}`, async ({ page }) => {
    const extras = {
      "/attempt-worker.js": { type: "text/javascript", body: ATTEMPT_WORKER },
      "/frame.html": { type: "text/html", body: FRAME },
    };
    const [site, sink] = await Promise.all([startSite({ withHeaders, extras }), startSink()]);
    await page.goto(`${site.origin}/#/students`);
    await ready(page);
    await add(page, tests);
    await expect(toRatings(page)).toBeVisible();
    const before = site.arrivals.length;
    // From the page, and from the very worker that holds the records.
    for (const host of [sink, site]) {
      await page.evaluate(attempts, { base: `${site.origin}/`, to: host.origin });
      await page
        .workers()
        .at(-1)
        ?.evaluate(async (to) => {
          await fetch(`${to}/attempt?from-worker`, { method: "POST", mode: "no-cors", body: "secret" }).catch(
            () => undefined,
          );
          try {
            new WebSocket(to.replace("http", "ws"));
          } catch {
            // Refused, as it must be.
          }
        }, host.origin);
    }
    await page.waitForTimeout(3_000);
    expect(sink.arrivals).toEqual([]);
    expect(site.arrivals.slice(before)).toEqual([]);
    await Promise.all([site.close(), sink.close()]);
  });
}

test("nothing of the student files is kept in the browser", async ({ open, page }) => {
  await open("/students");
  await add(page, tests);
  await expect(toRatings(page)).toBeVisible();
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    cached: (
      await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      )
    )
      .flat()
      .filter((url) => url.includes("tests.csv")),
  }));
  expect(kept).toEqual({ local: 0, session: 0, cookies: "", databases: 0, cached: [] });
});

test("is accessible, reachable with the keyboard, and fits a narrow screen", async ({ open, page }) => {
  await open("/students");
  await expectAccessible(page);
  await add(page, tests, unknown);
  await expect(toRatings(page)).toBeVisible();
  await expectAccessible(page);
  await tabThrough(page);
  await expectAllReached(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove all student files" }).click();
  await expect(page.locator(".eh-file")).toHaveCount(0);
  await expectNoSidewaysScroll(page);
});

test("speaks Spanish", async ({ open, page }) => {
  await open("/students?lang=es");
  await expect(page.locator("h1")).toHaveText("Archivos de estudiantes");
  await add(page, tests, unknown);
  await expect(sum(page)).toHaveText("Se leyeron 10 filas: 4 conservadas y 6 excluidas, cada una por un solo motivo.");
  await expect(page.locator(".eh-working-copy")).toContainText("Copia de trabajo, no para publicar.");
  await expect(page.locator(".eh-reasons li").last()).toHaveText(/2 que contradicen otra fila\s+Líneas: 7 y 8/);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
