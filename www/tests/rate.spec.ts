// From files to ratings: what a person does on the Rate page, what is told of files that are no good, and that nothing
// already loaded is lost by them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import {
  file,
  framework,
  FRAMEWORK,
  manySchools,
  schools,
  SCHOOLS,
  withRows,
  type Dropped,
} from "./support/fictional.js";
import { noteLongestTask } from "./support/main-thread.js";
import { expect, test } from "./support/site.js";

const DATA = process.env["EVENHAND_DATA"] ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

const add = async (page: Page, ...files: readonly Dropped[]): Promise<void> => {
  await page.locator("#file-input").setInputFiles([...files]);
};

const summary = (page: Page) => page.locator(".eh-summary");
const rows = (page: Page) => page.locator(".eh-ratings tbody tr");

const rated = async (page: Page): Promise<void> => {
  await add(page, framework(), schools());
  await expect(summary(page)).toHaveText("4 schools: 3 rated, 1 Not rated");
};

test("dropped files are rated at once, with every part of the answer", async ({ open, page }) => {
  await open("/rate");
  await expect(page.locator("#file-input")).toBeEnabled();
  // A real drop, somewhere on the page.
  await page.evaluate(
    (texts) => {
      const data = new DataTransfer();
      for (const [name, text] of texts) data.items.add(new File([text], name));
      document.querySelector("h1")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    },
    [
      ["valley.json", FRAMEWORK],
      ["schools.csv", SCHOOLS],
    ] as const,
  );
  await expect(summary(page)).toHaveText("4 schools: 3 rated, 1 Not rated");
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).first()).toHaveText(/Alpha School\s+Strong\s+3\.0\s+Strong\s+agrees\s+All schools\s+101/);
  await expect(rows(page).nth(1)).toHaveText(/Beta School.*Steady.*Strong\s+differs/s);
  await expect(rows(page).nth(3)).toHaveText(/Delta School.*Not rated/s);
  // The chart says in words what it draws, and its table has the same numbers.
  await expect(page.locator(".eh-bars desc")).toHaveText("Strong: 1; Steady: 1; Weak: 1; Not rated: 1");
  await expect(page.locator(".eh-distribution__table tbody tr").first()).toHaveText(/Strong\s+1\s+25%/);
  await expect(page.getByText("1 of 3 published results differ from the computed ones.")).toBeVisible();
  await page.getByText("Ratings: one difference").click();
  await expect(
    page.getByRole("row", { name: /Beta School Rating Strong Steady The calculation parts here/ }),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: "schools.csv 4 4 None" })).toBeVisible();
  await expectAccessible(page);
});

test("the table is sorted, filtered and searched, and says how much it shows", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  const names = page.locator(".eh-ratings tbody th");
  await page.getByRole("button", { name: "Score" }).click();
  await expect(page.getByRole("columnheader", { name: "Score" })).toHaveAttribute("aria-sort", "descending");
  await expect(names).toHaveText(["Alpha School", "Beta School", "Gamma School", "Delta School"]);
  await page.getByRole("button", { name: "Score" }).click();
  await expect(page.getByRole("columnheader", { name: "Score" })).toHaveAttribute("aria-sort", "ascending");
  await expect(names.nth(1)).toHaveText("Gamma School");
  await page.getByLabel("Search by name or number").fill("gám");
  await expect(names).toHaveText(["Gamma School"]);
  await expect(page.getByText("1 of 4 schools")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(names).toHaveCount(4);
  await page.getByLabel("Published", { exact: true }).selectOption("differs");
  await expect(names).toHaveText(["Beta School"]);
  await page.getByLabel("Published", { exact: true }).selectOption("");
  await page.getByRole("button", { name: "Show only schools with Weak" }).click();
  await expect(names).toHaveText(["Gamma School"]);
  await page.getByLabel("Search by name or number").fill("nobody");
  await expect(page.getByText("No school fits.")).toBeVisible();
  await expectAccessible(page);
});

// Each of these is added to what is there already, and leaves it as it was.
const REFUSED: readonly (readonly [string, Dropped, RegExp])[] = [
  [
    "a broken workbook",
    file("book.xlsx", readFileSync(new URL("support/workbook.xlsx", import.meta.url))),
    /“xl\/workbook\.xml” is damaged.*Get the file again/s,
  ],
  [
    "a binary file",
    file("photo.csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
    /picture.*saved as CSV/s,
  ],
  ["noise", file("noise.csv", new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 9, 0, 7])), /does not hold text/],
  ["an empty file", file("empty.csv", ""), /empty.*add the file again/s],
  [
    "a web page",
    file("login.csv", "<!doctype html><html><body>Log in</body></html>"),
    /web page.*download the data again/s,
  ],
  ["a JSON document of another kind", file("other.json", '{"hello": "world"}'), /JSON document/],
  [
    "a broken framework",
    file("broken.json", FRAMEWORK.replace('"atLeast": "80"', '"atLast": "80"')),
    /atLast.*atLeast/s,
  ],
  ["a session of another version", file("later.json", '{"evenhand":"session/9"}'), /session\/9/],
  ["a broken session", file("cut.json", '{"evenhand":"session/1","policies":['), /session/],
];

for (const [what, dropped, told] of REFUSED) {
  test(`${what} is refused with a notice, and nothing is lost`, async ({ open, page }) => {
    await open("/rate");
    await rated(page);
    await add(page, dropped);
    const refusal = page.getByRole("alert").filter({ hasText: dropped.name });
    await expect(refusal).toContainText(`${dropped.name} was not added`);
    await expect(refusal).toHaveText(told);
    await expect(summary(page)).toHaveText("4 schools: 3 rated, 1 Not rated");
    await expect(page.getByRole("heading", { name: "schools.csv" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: `Close the message about ${dropped.name}` }).click();
    await expect(page.getByRole("alert").filter({ hasText: dropped.name })).toHaveCount(0);
  });
}

test("a file that is no table of schools waits until it is said how to read it, and counts for nothing meanwhile", async ({
  open,
  page,
}) => {
  await open("/rate");
  await rated(page);
  await add(page, file("recipes.csv", "recipe,amount\nflour,100\nsugar,50\n"));
  const item = page.locator(".eh-file").filter({ hasText: "recipes.csv" });
  await expect(item).toContainText("This file is not used yet.");
  await expect(item).toContainText("No column was recognized that tells which school a row is about");
  await expect(summary(page)).toHaveText("4 schools: 3 rated, 1 Not rated");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove recipes.csv" }).click();
  await expect(page.getByRole("heading", { name: "recipes.csv" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "recipes.csv" })).toBeVisible();
});

test("columns that are not recognized are named in a form, wrong choices are told, and the ratings follow", async ({
  open,
  page,
}) => {
  await open("/rate");
  await add(page, framework());
  await add(page, file("odd.csv", "what,who,worth\nvalley_math,7,90\nvalley_reading,7,90\n"));
  const form = page.getByRole("form", { name: "How odd.csv is read" });
  await expect(form).toBeVisible();
  await expect(form.getByRole("row", { name: /what valley_math/ })).toBeVisible();
  await expectAccessible(page);
  await form.getByText("One school and one measure").click();
  await form.getByLabel("Column 1").selectOption("");
  await form.getByLabel("Name of the measure").selectOption("what");
  await form.getByLabel("Value of the measure").selectOption("worth");
  await form.getByRole("button", { name: "Read the file this way" }).click();
  await expect(form.getByRole("alert")).toContainText("It was not said which column tells the school.");
  await form.getByLabel("Column 1").selectOption("who");
  await form.getByLabel("Digits, if fixed").fill("3");
  await form.getByRole("button", { name: "Read the file this way" }).click();
  await page.getByText("Test Valley framework").first().waitFor();
  await expect(summary(page)).toHaveText("1 school: 1 rated");
  await expect(rows(page).first()).toContainText("007");
  await expect(rows(page).first()).toContainText("Strong");
  await page.getByRole("button", { name: "Show and change files" }).click();
  await page.getByRole("button", { name: "Change how it is read: odd.csv" }).click();
  await expect(page.getByLabel("Value of the measure")).toHaveValue("worth");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("form", { name: "How odd.csv is read" })).toHaveCount(0);
});

test("a measure that no file has is told, and is matched with a column by hand", async ({ open, page }) => {
  await open("/rate");
  await add(page, framework(), file("renamed.csv", SCHOOLS.replace("valley_math", "mathematics")));
  await expect(summary(page)).toHaveText("4 schools: 0 rated, 3 Undetermined, 1 Not rated");
  await expect(page.locator(".eh-notice--error")).toContainText("math");
  await page.getByText("One measure is in no file: match it with a column").click();
  await page.getByLabel("Proficient in math").selectOption("mathematics");
  await expect(summary(page)).toHaveText("4 schools: 3 rated, 1 Not rated");
});

test("a score out of scale and a duplicate row are told with their places", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await add(page, file("high.csv", withRows("201,Epsilon School,140,50,")));
  const out = page.locator(".eh-notice").filter({ hasText: "framework.out-of-range" });
  await expect(out).toContainText("140");
  await expect(out).toContainText("high.csv, line 2");
  await expect(out.getByRole("link", { name: "school 201" })).toBeVisible();
  await add(page, file("twice.csv", withRows("301,Zeta School,40,50,", "301,Zeta School,45,50,")));
  const twice = page.locator(".eh-notice").filter({ hasText: "tables.conflicting-cells" });
  await expect(twice).toContainText("“40” here and “45” in line 3");
  await expect(twice).toContainText("twice.csv, line 2");
  // The same file once more is not taken twice.
  await add(page, schools());
  await expect(page.getByRole("alert").filter({ hasText: "schools.csv was not added" })).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
  await expectAccessible(page);
});

test("10,000 schools are rated and looked through; how long the page was busy is noted", async ({ open, page }) => {
  await open("/rate");
  await add(page, framework());
  await noteLongestTask(page, async () => {
    await add(page, file("many.csv", manySchools(10_000)));
    await expect(summary(page)).toHaveText("10,000 schools: 10,000 rated");
    await expect(rows(page)).toHaveCount(50);
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await expect(page.getByText("51 to 100 of 10,000")).toBeVisible();
    await page.getByRole("button", { name: "Score" }).click();
    await page.getByLabel("Search by name or number").fill("19999");
    await expect(rows(page)).toHaveCount(1);
  });
  await page.getByRole("link", { name: "School 19999" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("School 19999");
  await expect(page.getByRole("heading", { name: "How this rating came about" })).toBeVisible();
});

test("long work can be stopped; the files stay, and the ratings come when asked again", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  const restarted = page.waitForEvent("worker");
  // The engine is kept busy, as with a very large file, so that there is something to stop.
  await page.workers()[0]?.evaluate(
    () =>
      void setTimeout(() => {
        const until = Date.now() + 20_000;
        while (Date.now() < until);
      }, 0),
  );
  await add(page, file("more.csv", withRows("701,Iota School,90,90,")));
  await expect(page.getByText("Reading your files…")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await restarted;
  await expect(page.getByText("Reading your files…")).toHaveCount(0);
  await expect(rows(page)).toHaveCount(4);
  await add(page, file("more.csv", withRows("701,Iota School,90,90,")));
  await expect(rows(page)).toHaveCount(5);
});

test("a session saved, everything closed and the session reopened give the same answers", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await page.locator(".eh-ratings tbody a").first().click();
  await page.getByText("Override this rating").click();
  await page.getByLabel("Rating instead").selectOption("Weak");
  await page.getByLabel("Who decided").fill("The board");
  await page.getByLabel("Why").fill("An audit");
  await page.getByRole("button", { name: "Override", exact: true }).click();
  await expect(page.locator(".eh-result")).toContainText("Weak");
  await page.getByRole("link", { name: "All schools" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save this session" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^evenhand-session-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await saved.path(), "utf8");
  const before = await rows(page).allInnerTexts();
  expect(before[0]).toContain("overridden");
  await page.reload();
  await expect(page.locator("#file-input")).toBeEnabled();
  await expect(summary(page)).toHaveCount(0);
  await add(page, file("session.json", text));
  await expect(summary(page)).toHaveText("4 schools: 3 rated, 1 Not rated");
  expect(await rows(page).allInnerTexts()).toEqual(before);
});

test("opening a session takes the place of unsaved work, and that can be undone", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save this session" }).click();
  const text = readFileSync(await (await saving).path(), "utf8");
  await add(page, file("more.csv", withRows("401,Eta School,90,90,")));
  await expect(rows(page)).toHaveCount(5);
  await add(page, file("session.json", text));
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(5);
});

test("ratings are saved as CSV without what a spreadsheet would run, and as JSON with all steps", async ({
  open,
  page,
}) => {
  await open("/rate");
  await add(
    page,
    framework(),
    file("evil.csv", withRows('501,"=HYPERLINK(""http://example.com"")",90,90,', "502,@SUM(A1),50,50,")),
  );
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('=HYPERLINK("http://example.com")');
  let saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Ratings as CSV" }).click();
  let saved = await saving;
  expect(saved.suggestedFilename()).toBe("ratings-test-valley-2030.csv");
  const csv = readFileSync(await saved.path(), "utf8");
  expect(csv).toContain("Strong");
  expect(csv).not.toMatch(/(^|,|")[=@]/m);
  expect(csv).toContain("'@SUM(A1)");
  saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON with all steps" }).click();
  saved = await saving;
  const json = JSON.parse(readFileSync(await saved.path(), "utf8")) as {
    traces: { school: string; trace: { steps: unknown[] } }[];
  };
  expect(json.traces.map(({ school }) => school)).toEqual(["501", "502"]);
  expect(json.traces[0]?.trace.steps.length).toBeGreaterThan(4);
});

test("nothing is asked of any host once files are read, whatever is done with them", async ({
  open,
  page,
  site,
  sink,
}) => {
  await open("/rate");
  site.arrivals.length = 0;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
  });
  await rated(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Ratings as CSV" }).click();
  await saving;
  await page.locator(".eh-ratings tbody a").first().click();
  await page.getByRole("button", { name: "Open all steps" }).click();
  await page.getByRole("link", { name: "Español" }).click();
  await page.waitForTimeout(1_500);
  // The browser itself may look for a new edition of the program; it sends nothing of the reader's.
  expect(asked.filter((url) => !url.endsWith("/sw.js"))).toEqual([]);
  expect(site.arrivals.filter(({ url }) => url !== "/sw.js")).toEqual([]);
  expect(sink.arrivals).toEqual([]);
});

test("the browser asks before unsaved work is thrown away, and not after it was saved", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  const asks: string[] = [];
  page.on("dialog", (dialog) => {
    asks.push(dialog.type());
    void dialog.dismiss();
  });
  await page.locator("h1").click();
  await page.evaluate(() => void setTimeout(() => window.location.reload(), 0));
  await expect.poll(() => asks).toEqual(["beforeunload"]);
  await expect(rows(page)).toHaveCount(4);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save this session" }).click();
  await saving;
  await page.reload();
  await expect(page.locator("#file-input")).toBeEnabled();
  expect(asks).toEqual(["beforeunload"]);
});

test("after a crash of the engine the files are read again and the ratings are back", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  const next = page.waitForEvent("worker");
  await page.workers()[0]?.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error("a fault made by the test");
      }, 0),
  );
  await next;
  await expect(page.getByText("has read your files again")).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await page.locator(".eh-ratings tbody a").first().click();
  await expect(page.getByRole("heading", { name: "How this rating came about" })).toBeVisible();
});

test("all rows are printed, with the framework, the files and the day", async ({ open, page }) => {
  await open("/rate");
  await add(page, framework(), file("many.csv", manySchools(120)));
  await expect(rows(page)).toHaveCount(50);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(await rows(page).count()).toBe(120);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^Framework: Test Valley framework, 2030, fingerprint [0-9a-f]{16}\.$/)).toBeVisible();
  await expect(page.getByText(/^Files and their fingerprints: many\.csv \([0-9a-f]{16}\)\.$/)).toBeVisible();
  await expect(page.locator(".eh-filters")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(rows(page)).toHaveCount(50);
});

for (const language of ["en", "es"]) {
  test(`every state is accessible and fits a screen 320 pixels wide in ${language}`, async ({ open, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(`/rate?lang=${language}`);
    const fits = async (): Promise<void> => {
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    };
    await fits();
    await add(page, framework(), file("empty.csv", ""), file("recipes.csv", "recipe,amount\nflour,100\n"), schools());
    await expect(rows(page)).toHaveCount(4);
    await fits();
    await page.locator(".eh-ratings tbody a").nth(1).click();
    await expect(page.locator("eh-trace")).toBeVisible();
    await fits();
    await page.locator("eh-trace .usa-button").first().click();
    await fits();
  });
}

test("the page speaks Spanish, and so does the framework", async ({ open, page }) => {
  await open("/rate?lang=es");
  await add(page, framework(), schools());
  await expect(summary(page)).toHaveText("4 escuelas: 3 con calificación, 1 Sin calificación");
  await expect(rows(page).first()).toContainText("Fuerte");
  await expect(page.getByText("Marco de Test Valley").first()).toBeVisible();
});

test("with the keyboard alone, from the first page to a school's trace", async ({ open, page }) => {
  await open("/");
  // Asked for in good time: the browser takes a moment to hand its dialog over.
  const choosing = page.waitForEvent("filechooser");
  const press = async (name: string, role: "link" | "button" = "link"): Promise<void> => {
    const target = page.getByRole(role, { name, exact: true }).first();
    for (let presses = 0; presses < 200; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
    await page.keyboard.press("Enter");
  };
  await press("Rate your schools");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rate schools");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  // The field itself takes the focus, and opens the browser's own dialog.
  const input = page.locator("#file-input");
  for (let presses = 0; presses < 50; presses += 1) {
    if (await input.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await (await choosing).setFiles([framework(), schools()]);
  await expect(rows(page)).toHaveCount(4);
  await press("Alpha School");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("Alpha School · Evenhand");
  await press("Open all steps", "button");
  await expect(page.getByText("90 is in the row “80 or more”, which gives 3.")).toBeVisible();
  await tabThrough(page);
  await expectAllReached(page);
});

const CHICAGO = join(DATA, "chicago-sqrp-2019");
const FLORIDA = join(DATA, "florida-school-grades-2022", "schools.csv");

test("Chicago's own files: 589 schools answered as Chicago answered them", async ({ open, page }) => {
  test.skip(!existsSync(CHICAGO), `SKIPPED: no data at ${CHICAGO}; set EVENHAND_DATA`);
  await open("/rate");
  await page
    .locator("#file-input")
    .setInputFiles(
      ["indicators-elementary", "indicators-high", "school-facts", "schools-elementary", "schools-high"].map((name) =>
        join(CHICAGO, `${name}.csv`),
      ),
    );
  await expect(summary(page)).toHaveText("589 schools: 577 rated, 12 Inability to Rate");
  await expect(page.getByRole("row", { name: "Ratings 589 589 0" })).toBeVisible();
  await expect(page.getByText(/All [\d,]+ published results agree with the computed ones\./)).toBeVisible();
  await page.getByLabel("Published", { exact: true }).selectOption("differs");
  await expect(page.getByText("No school fits.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("link", { name: "GLOBAL CITIZENSHIP" }).click();
  await expect(page.locator(".eh-result")).toContainText("Level 1");
  await expect(page.getByText("Parts without a result hand their weight on:")).toBeHidden();
  await page.getByRole("button", { name: "Open all steps" }).click();
  await expect(page.getByText("Parts without a result hand their weight on:")).toBeVisible();
  await expectAccessible(page);
});

test("Florida's own file: every grade answered as Florida answered it", async ({ open, page }) => {
  test.skip(!existsSync(FLORIDA), `SKIPPED: no data at ${FLORIDA}; set EVENHAND_DATA`);
  await open("/rate");
  await page.locator("#file-input").setInputFiles(FLORIDA);
  await expect(summary(page)).toHaveText(/^[\d,]+ schools: 3,368 rated, 41 /);
  await expect(page.getByText(/All [\d,]+ published results agree with the computed ones\./)).toBeVisible();
});
