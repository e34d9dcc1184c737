// The workbench around the ratings, as an analyst of a district and the leader of a school go through it: with the sample
// district, which is made from student files, and with school-level results of a large city's form.
import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/accessibility.js";
import { file, type Dropped } from "./support/fictional.js";
import { expect, test } from "./support/site.js";

const narrow = { width: 320, height: 700 };

const toSample = async (page: Page): Promise<void> => {
  await page.locator("section[aria-labelledby=students-sample] button").click();
  const next = page.locator(".eh-next a[href*='#/rate?']").first();
  await expect(next).toBeVisible({ timeout: 40_000 });
  await next.click();
  await expect(page.locator(".eh-ratings tbody tr")).toHaveCount(40);
};

const toSchool = async (page: Page, school: string): Promise<void> => {
  await page.goto(`${page.url().split("#")[0] ?? ""}#/school?id=${school}`);
  await expect(page.locator("eh-trace")).toBeVisible();
};

/** Results of invented schools under the names of Chicago's elementary measures, in twenty networks. */
const cityOf = (schools: number): Dropped[] => {
  const subjects = ["Reading", "Math"].flatMap((subject) => [
    `National School Growth Percentile - ${subject}`,
    `African-American Growth Percentile - ${subject}`,
    `Hispanic Growth Percentile - ${subject}`,
    `English Learner Growth Percentile - ${subject}`,
    `Diverse Learner Growth Percentile - ${subject}`,
    `National School Attainment %ile - ${subject} (Grades 3-8)`,
    `National School Attainment %ile - ${subject} (Grade 2)`,
  ]);
  const numbers = [
    ...subjects,
    "Percent of Students Meeting/Exceeding National Average Growth Norms",
    "Average Daily Attendance Rate (Grades K-8)",
    "Data Quality Index Score",
  ];
  const ids = Array.from({ length: schools }, (_, place) => String(500_000 + place));
  // As many networks as a city may have: too many for a chart, not for a choice.
  const list = ids.map((id, place) => `${id},Invented School ${id},elementary,Network ${String(1 + (place % 20))}`);
  const results = ids.flatMap((id, place) => [
    ...numbers.map((name, at) => `${id},"${name}",${String(1 + ((place * 37 + at * 11) % 99))},97`),
    `${id},"My Voice, My School 5 Essentials Survey",Organized,`,
  ]);
  return [
    file("schools.csv", ["school_id,school_name,model,network", ...list, ""].join("\n")),
    file("results.csv", ["school_id,indicator,score,participation_rate", ...results, ""].join("\n")),
  ];
};

/** What the address says of the view. */
const settings = (page: Page): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(page.url().split("?")[1] ?? ""));

const names = (page: Page) => page.locator(".eh-ratings tbody th");
const behind = (page: Page) => page.locator("section[aria-labelledby=behind]");
const told = (page: Page) => page.locator(".eh-table__said");

test("behind each measure of a school stand its students by group: how many, what they give, and who was left out", async ({
  open,
  page,
}) => {
  await open("/students");
  await toSample(page);
  // A high school of the ordinary size.
  await toSchool(page, "1104");
  const table = page.getByRole("table", { name: "The students behind each measure" });
  const row = (name: string | RegExp) => table.getByRole("row", { name });
  await expect(table.locator("caption")).toHaveText("The students behind each measure");
  await expect(table.getByRole("rowheader", { name: "All students" })).toHaveCount(2);
  await expect(row(/^All students/).first()).toHaveText(
    /All students\s+291\s+34\s+yes: 20 are needed\s+6 excused\s*11 not tested\s*22 without a full/,
  );
  await expect(row(/^Students who met or exceeded the standard in math/)).toHaveText(
    /293\s+≈ 13.652\s+Met: 34 · Exceeded: 6 · Approached: 79 · Did Not Meet: 174\s+yes: 10 are needed\s+8 excused\s*8 not tested\s*23 without/,
  );
  await expect(row(/^Students who missed a tenth/)).toHaveText(
    /458\s+≈ 22.052\s+101 of them did, 357 did not\s+yes: 10 are needed\s+nobody/,
  );
  // A measure that reaches its scale through a choice is among those that would change the rating.
  const changes = page.locator("section[aria-labelledby=changes]");
  await expect(changes.getByRole("rowheader", { name: "Median growth percentile in math" }).first()).toBeVisible();
  await expect(changes).not.toContainText("These measures count too");
  // Of what its model does not ask for nothing is told: this one has no elementary grades, that one no graduates.
  await expect(row(/^Graduation in four years/)).toHaveCount(1);
  await toSchool(page, "1018");
  await expect(row(/^Graduation in four years/)).toHaveCount(0);
  // A long page: its parts are a press away.
  const parts = page.getByRole("navigation", { name: "On this page" });
  await parts.getByRole("button", { name: "Try it out: what if?" }).click();
  await expect(page.getByRole("heading", { name: "Try it out: what if?" })).toBeFocused();
  // A very small school: its groups show on the device, marked, and the years together stand beside the one year.
  await expect(behind(page)).toContainText(
    "Working copy, not for publication. The smallest group here has one result.",
  );
  await expect(row(/^All students 9/)).toHaveText(/9\s+73\s+No: 20 are needed, so it is not used/);
  await expect(row(/^All students, 3 years together/).first()).toHaveText(/25\s+54\s+yes: 20 are needed/);
  await expect(row(/^Growth of English learners in English/)).toHaveText(/1\s+9\s+No: 20 are needed/);
  await expect(page.locator(".eh-working-copy")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 673, height: 900 });
  await page.emulateMedia({ media: "print" });
  await expect(table).toBeVisible();
  // On a sheet of A4 every column is seen.
  const box = await table.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(673);
  await expect(page.locator(".eh-working-copy")).toBeVisible();
  await expect(behind(page).getByText("Working copy, not for publication.")).toBeVisible();
});

test("a school of school-level files has no students to tell of", async ({ open, page }) => {
  await open("/rate");
  await page.getByRole("button", { name: "Try with a fictional example" }).click();
  await expect(names(page)).toHaveCount(12);
  await toSchool(page, "1001");
  await expect(behind(page)).toHaveCount(0);
  // But who runs it stands at its head.
  await expect(page.locator(".eh-school__head")).toContainText("Governance: district-run");
});

test("the sample's table is narrowed by governance, span, model, region and rating together, and says so in the address", async ({
  open,
  page,
}) => {
  await open("/students");
  await toSample(page);
  const choose = (label: string, value: string | { readonly label: string }) =>
    page.getByLabel(label, { exact: true }).selectOption(value);
  await choose("Governance", "charter");
  await expect(names(page)).toHaveCount(11);
  await choose("Model", { label: "Elementary school" });
  await expect(names(page)).toHaveText([
    "Birch Academy",
    "Fir Charter School",
    "Pawpaw Charter Elementary",
    "Tupelo Charter Elementary",
    "Yew Charter Elementary",
  ]);
  await choose("Rating", { label: "Priority support" });
  await expect(told(page)).toHaveText(
    /2 of 40 schools\s+· Model: Elementary school · Governance: charter · Rating: Priority support\s+Show all/,
  );
  await page.getByRole("button", { name: "Score" }).click();
  await expect(names(page)).toHaveText(["Fir Charter School", "Pawpaw Charter Elementary"]);
  const kept = { sort: "-score", model: "elementary", rating: "rating Priority support" };
  await expect.poll(() => settings(page)).toMatchObject({ ...kept, only: expect.stringMatching(/^\w+$/) });
  // Nothing that the files say stands there.
  expect(page.url()).not.toMatch(/charter/i);
  const address = page.url();
  await page.getByLabel("Search by name or number").fill("fir");
  await expect(names(page)).toHaveText(["Fir Charter School"]);
  await expect(told(page)).toContainText("name or number has “fir”");
  await names(page).first().getByRole("link").click();
  await expect(page.locator("eh-trace")).toBeVisible();
  await page.getByRole("link", { name: "All schools" }).click();
  await expect(names(page)).toHaveText(["Fir Charter School"]);
  await expect.poll(() => settings(page)).toMatchObject(kept);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(names(page)).toHaveCount(40);
  await expect.poll(() => settings(page)).toEqual({ sort: "-score" });
  // An address that was kept brings the choices back, and the order.
  await page.goto(address);
  await expect(names(page)).toHaveText(["Fir Charter School", "Pawpaw Charter Elementary"]);
  await expect(page.getByLabel("Governance", { exact: true })).toHaveValue("charter");
  await page.getByRole("button", { name: "Show all" }).click();
  await choose("Region", "North");
  await choose("School model", "project-based");
  await expect(told(page)).toContainText("School model: project-based · Region: North");
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
});

test("how the ratings are shared out among district-run, charter and innovation schools: words, chart, table", async ({
  open,
  page,
}) => {
  await open("/students");
  await toSample(page);
  await page.getByText("Do charter schools score higher than district-run ones?", { exact: true }).click();
  const body = page.locator(".eh-question[open]");
  await expect(body.locator("li").first()).toHaveText(
    /With “Exceeds expectations”: district-run 5 of 21; charter 6 of 11; innovation 1 of 8\./,
  );
  await expect(body.locator("li").nth(1)).toHaveText(/With “Priority support”: .*innovation 0 of 8\./);
  await expect(page.locator("#by-group-text")).toContainText("charter (11): Exceeds expectations 6");
  await expect(page.getByRole("row", { name: /^innovation 8 1 13% 3 38% 4 50% 0 0 2\.7$/ })).toBeVisible();
  await body.getByRole("button", { name: "innovation" }).click();
  await expect(names(page)).toHaveCount(8);
  await expect(told(page)).toContainText("8 of 40 schools");
  await expect(page.getByRole("columnheader", { name: "Governance" })).toHaveCount(2);
  await page.locator(".eh-ratings").getByRole("button", { name: "Governance" }).click();
  await expect(page.locator(".eh-ratings tbody tr").first()).toContainText("innovation");
  await expectAccessible(page);
});

test("moving a measure that student files gave re-rates at once, by keyboard too, and says what changed", async ({
  open,
  page,
}) => {
  await open("/students");
  await toSample(page);
  await toSchool(page, "1003");
  const said = page.locator("section[aria-labelledby=what-if] [role=status]");
  await expect(said).toHaveText("");
  const slider = page.getByRole("slider", { name: "Median growth percentile in math" });
  await slider.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("PageDown");
  await page.keyboard.press("Home");
  await expect(said).toHaveText(
    /^The rating would change from “Meets expectations” to “Approaching”\. The score would be \d/,
  );
  const steps = page.getByRole("table", { name: "What would come out otherwise" });
  await expect(steps).toContainText("Growth in math: points");
  await expect(steps.getByRole("rowheader", { name: "Rating by score", exact: true })).toBeVisible();
  // The school's own rating is as it was.
  await expect(page.locator(".eh-result")).toContainText("Meets expectations");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(said).toHaveText("");
});

test("of schools side by side, and of one, only what is looked up on a scale is called points, and every value has its number", async ({
  open,
  page,
}) => {
  await open("/students");
  await toSample(page);
  await page.goto(`${page.url().split("#")[0] ?? ""}#/rate/compare?schools=1018|1104`);
  await expect(page.getByRole("row", { name: /Growth in math/ })).toHaveText(
    /56\s+3 points ▲ most\s+24 students\s*31\s+1 point ▼ fewest\s+293 students/,
  );
  const participation = page.getByRole("row", { name: /Participation in math, rounded up/ });
  await expect(participation).toContainText("98");
  await expect(participation).not.toContainText("point");
  await expectAccessible(page);
  await toSchool(page, "1104");
  const cells = page
    .locator(".eh-indicators")
    .getByRole("row", { name: /^Participation in math, rounded up/ })
    .locator("td");
  await expect(cells.first()).toHaveText(/^\s*98\s*$/);
  await expect(cells.nth(2)).toHaveText(/^\s*$/);
});

test("what was noticed in student files stands under its severity, errors first, each with its line and what to do", async ({
  open,
  page,
}) => {
  const heading =
    "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,gradeLevelWhenAssessed,assessmentPerformanceLevelIdentifier,sex,englishLearnerStatus";
  const bad: Dropped = file(
    "bad.csv",
    [
      heading,
      "1,1001,2026,Math,3,Met,F,N",
      "2,1001,2026,Math,3,Met,F,perhaps",
      "3,,2026,Math,3,Met,F,N",
      "4,1001,2026,Math,3,Met,F,N",
      "4,1001,2026,Math,3,Below,F,N",
      "5,1001,soon,Math,3,Met,F,N",
      ",1001,2026,Math,3,Met,F,N",
      "1,1001,2026,Math,3,Met,F,N",
      "6,1001,2026,,3,Met,F,N",
      "",
    ].join("\n"),
  );
  await open("/students");
  await page.locator("#student-input").setInputFiles([bad]);
  const section = page.locator("section[aria-labelledby=student-notices]");
  const headings = section.locator(".eh-severity");
  await expect(headings.first()).toContainText("error");
  const order = (await headings.allInnerTexts()).map((text) => text.trim().split(" ").at(-1)?.replace(/s$/, ""));
  expect(order).toEqual(["error", "warning", "note"].filter((each) => order.includes(each)));
  expect(order.length).toBeGreaterThan(1);
  // Before going on to the ratings, the reader is told that there is something, and led there.
  await expect(page.locator("section[aria-labelledby=students-counted]")).toContainText(
    /Look at these first: One error · /,
  );
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page.locator("#student-notices")).toBeFocused();
  const lost = section.locator(".eh-notice").filter({ hasText: "records.without-school" });
  await expect(lost).toContainText(/line 4|Lines?: 4|4/);
  await expect(lost.locator(".eh-notice__remedy")).not.toBeEmpty();
  // What is more than a few kinds of one severity is folded.
  const fold = section.locator(".eh-severity--warning ~ .eh-fold").first();
  await expect(fold.locator(".eh-notice").first()).toBeHidden();
  await fold.getByText(/^\s*Show \d more kinds\s*$/).click();
  await expect(fold.locator(".eh-notice").first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
});

test("a city's school-level results are narrowed by network, and the table bears no mark of student files", async ({
  open,
  page,
}) => {
  await open("/rate");
  await page.locator("#file-input").setInputFiles(cityOf(60));
  await expect(names(page)).toHaveCount(50);
  const choice = page.getByLabel("network", { exact: true });
  await expect(choice.locator("option")).toHaveCount(21);
  await expect(choice.locator("option").nth(2)).toHaveText("Network 2");
  await choice.selectOption("Network 7");
  await expect(names(page)).toHaveCount(3);
  await expect(told(page)).toContainText("3 of 60 schools");
  await expect(page.getByRole("columnheader", { name: "network" })).toBeVisible();
  await expect(page.locator(".eh-working-copy")).toHaveCount(0);
  await expectAccessible(page);
});

test("every page of ratings from student files bears the mark, on the screen and on paper", async ({ open, page }) => {
  await open("/students");
  await toSample(page);
  const base = page.url().split("#")[0] ?? "";
  for (const path of ["/rate", "/school?id=1104", "/rate/compare?schools=1104|1101", "/rate/frameworks", "/students"]) {
    await page.goto(`${base}#${path}`);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator(".eh-working-copy")).toContainText("Working copy, not for publication.");
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".eh-working-copy")).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    // Each sheet of paper bears it, and so does the name under which the browser would save a print.
    const printed = await page.evaluate(() => {
      window.dispatchEvent(new Event("beforeprint"));
      const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
      const { title } = document;
      window.dispatchEvent(new Event("afterprint"));
      return { rules: rules.join(" "), title, after: document.title };
    });
    expect(printed.rules).toContain("Working copy, not for publication. It is made from student records");
    expect(printed.title).toBe(`WORKING-COPY ${printed.after}`);
  }
  await page.goto(`${base}#/policies`);
  await expect(page.locator(".eh-working-copy")).toHaveCount(0);
});

test("all of it speaks Spanish", async ({ open, page }) => {
  await open("/students?lang=es");
  await toSample(page);
  await page.getByLabel("Gobierno escolar", { exact: true }).selectOption("charter");
  await expect(told(page)).toContainText("Gobierno escolar: charter");
  await page.goto(`${page.url().split("#")[0] ?? ""}#/school?id=1018&lang=es`);
  await expect(page.locator("eh-trace")).toBeVisible();
  await expect(behind(page)).toContainText("El grupo más pequeño tiene un resultado.");
  await expect(
    behind(page)
      .getByRole("row", { name: /^Todos los estudiantes, 3 años juntos/ })
      .first(),
  ).toContainText("25");
  await expectAccessible(page);
});
