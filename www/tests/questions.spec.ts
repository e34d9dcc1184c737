// Questions to the ratings: kinds of schools, two measures, years, schools and frameworks side by side, and what if.
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { file, framework, FRAMEWORK, schools, type Dropped } from "./support/fictional.js";
import { expect, test } from "./support/site.js";

const HEADER = "valley_number,valley_name,Year,Governance,Region,valley_math,valley_reading";

/** Two years of six schools: Alpha rises, Beta falls, Zeta is new. Of 2028 there is no measure. */
const YEARS = file(
  "years.csv",
  `${HEADER}
101,Alpha School,2029,district,North,40,40
102,Beta School,2029,charter,South,90,85
103,Gamma School,2029,district,North,60,20
104,Delta School,2029,charter,South,60,60
105,Epsilon School,2029,district,South,85,90
101,Alpha School,2030,district,North,90,85
102,Beta School,2030,charter,South,55,60
103,Gamma School,2030,district,North,60,20
104,Delta School,2030,charter,South,60,60
105,Epsilon School,2030,district,South,85,90
106,Zeta School,2030,charter,North,20,95
105,Epsilon School,2028,district,South,,
`,
);

/** The same framework, stricter: three points from 95 on instead of 80. */
const STRICTER = file(
  "stricter.json",
  FRAMEWORK.replace('"2030"', '"2031"').replace('"atLeast": "80"', '"atLeast": "95"'),
);

const add = async (page: Page, ...files: readonly Dropped[]): Promise<void> => {
  await page.locator("#file-input").setInputFiles([...files]);
};

const rated = async (page: Page): Promise<void> => {
  await add(page, framework(), YEARS);
  await expect(page.locator(".eh-ratings tbody tr")).toHaveCount(6);
};

const ask = async (page: Page, question: string): Promise<void> => {
  await page.getByText(question, { exact: true }).click();
};

const answer = (page: Page) => page.locator(".eh-question[open] .eh-answer");

const narrow = { width: 320, height: 700 };

const toSchool = async (page: Page, name: string): Promise<void> => {
  await page.locator(".eh-ratings").getByRole("link", { name }).click();
  await expect(page.locator("eh-trace")).toBeVisible();
};

test("the table is filtered by whatever kinds of schools the files tell of", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  const names = page.locator(".eh-ratings tbody th");
  await page.getByLabel("Governance", { exact: true }).selectOption("charter");
  await expect(names).toHaveText(["Beta School", "Delta School", "Zeta School"]);
  await page.getByLabel("Region", { exact: true }).selectOption("North");
  await expect(names).toHaveText(["Zeta School"]);
  await expect(page.getByText("1 of 6 schools")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(names).toHaveCount(6);
});

test("kinds of schools are compared in words, in a chart and in a table", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await ask(page, "Do charter schools score higher than district-run ones?");
  await expect(answer(page)).toHaveText("The middle score: district 3; charter 2.");
  await expect(page.getByText("Fewer than five schools, so read with care: district, charter.")).toBeVisible();
  await expect(page.locator("#by-group-text")).toHaveText("district (3): Strong 2, Steady 1; charter (3): Steady 3");
  await expect(page.getByRole("row", { name: /^district 3 2 67% 1 33% 3$/ })).toBeVisible();
  await page.getByLabel("Compare by").selectOption("Region");
  await expect(page.getByRole("heading", { name: "Do schools score differently by Region?" })).toBeVisible();
  await expect(page.locator("#by-group-text")).toContainText("North (3)");
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
});

test("without kinds of schools, the page says which column would tell them", async ({ open, page }) => {
  await open("/rate");
  await add(page, framework(), schools());
  await ask(page, "Do some kinds of schools score higher than others?");
  await expect(page.getByText(/Add a file with a column such as “Governance”/)).toBeVisible();
});

test("two measures stand against each other, one dot a school, with the schools of each part", async ({
  open,
  page,
}) => {
  await open("/rate");
  await rated(page);
  await ask(page, "Do two measures go together?");
  // The middles: math 60, reading 72.5. Only Zeta is above the one and below the other.
  await expect(answer(page)).toHaveText(
    "One school is in the upper half by “Proficient in reading”, though in the lower half by “Proficient in math”.",
  );
  await expect(page.locator("#scatter-text")).toHaveText(/^6 schools\. High by “Proficient in reading”, low/);
  const corner = page.getByRole("row", { name: /^High by “Proficient in reading”, low by “Proficient in math” 1/ });
  await corner.getByText("Show them").click();
  await expect(corner.getByRole("link", { name: "Zeta School" })).toBeVisible();
  // Pointing at a dot names the school.
  const chart = page.locator(".eh-scatter");
  const box = await chart.boundingBox();
  if (box === null) throw new Error("no chart");
  // The dot that stands furthest to the left is Zeta.
  const at = await chart.locator("path.eh-dot").evaluateAll((paths) => {
    const starts = paths.flatMap((path) => [...(path.getAttribute("d") ?? "").matchAll(/M([\d.]+) ([\d.]+)/g)]);
    const [x, y] = starts.map(([, x, y]) => [Number(x), Number(y)] as const).sort((a, b) => a[0] - b[0])[0] ?? [0, 0];
    return { x, y };
  });
  const scale = box.width / 400;
  await page.mouse.move(box.x + (at.x + 2) * scale, box.y + (at.y + 2) * scale);
  await expect(page.locator(".eh-scatter__said")).toHaveText(
    /Zeta School\s*: Proficient in reading\s+95, Proficient in math\s+20/,
  );
  await page.getByLabel("Across").selectOption("All schools: Score");
  await expect(answer(page)).toContainText("Score");
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
});

test("the years are rated by one framework, and a year without measures says so", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await ask(page, "Are the schools getting better?");
  await expect(answer(page)).toHaveText(
    "From 2029 to 2030: 1 up, 1 down, 3 unchanged, of 5 schools rated in both years.",
  );
  await expect(page.getByText("The files have none of the framework’s measures for 2028.")).toBeVisible();
  await expect(page.locator("#by-year-text")).toContainText("2029 (5): Strong 2, Steady 2, Weak 1");
  await expect(page.locator("#by-year-text")).toContainText("2030 (6): Strong 2, Steady 4");
  await expectAccessible(page);
});

test("with one year only, the page says how to see a trend", async ({ open, page }) => {
  await open("/rate");
  await add(page, framework(), schools());
  await ask(page, "Are the schools getting better?");
  await expect(page.getByText(/Add files of earlier years, with a column such as “Year”/)).toBeVisible();
  await toSchool(page, "Alpha School");
  await expect(page.locator("section[aria-labelledby=trend]")).toContainText("Add files of earlier years");
});

test("up to four schools stand side by side, with what differs marked", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  const box = (name: string) => page.getByRole("checkbox", { name: `Compare ${name}` });
  await box("Alpha School").check();
  await expect(page.getByText("Choose one more school.")).toBeVisible();
  for (const name of ["Beta School", "Gamma School", "Delta School"]) await box(name).check();
  await expect(page.getByText("Chosen to compare (4 of 4):")).toBeVisible();
  await expect(box("Zeta School")).toBeDisabled();
  await box("Gamma School").uncheck();
  await expect(box("Zeta School")).toBeEnabled();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Compare side by side" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Schools side by side");
  const math = page.getByRole("row", { name: /Proficient in math/ });
  await expect(math).toHaveText(/90\s+3 points\s+▲ most\s*55\s+2 points\s+▼ fewest\s*60\s+2 points\s+▼ fewest/);
  await expect(page.getByRole("row", { name: /^≠ Rating Strong Steady Steady/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Model/ })).toBeVisible();
  await page.getByText("Only what differs").click();
  await expect(page.getByRole("row", { name: /Model/ })).toHaveCount(0);
  await expectAccessible(page);
  await tabThrough(page);
  await expectAllReached(page);
  await page.getByRole("button", { name: "Remove Alpha School from the comparison" }).click();
  await expect(page.locator(".eh-sides thead th")).toHaveCount(3);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
});

test("another framework shows which schools move, from what to what, and why", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await page.locator("#file-input").setInputFiles([STRICTER]);
  await expect(page.getByText("Test Valley framework, 2031").first()).toBeVisible();
  await page.getByRole("link", { name: "What would another framework say?" }).click();
  await expect(page.getByText("Choose a second framework.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Compared with").selectOption("Test Valley framework, 2030");
  // By the stricter one Alpha and Epsilon have two points for each measure, by the other three.
  await expect(page.locator(".eh-summary")).toHaveText("2 of 6 schools move: 2 up, 0 down.");
  await expect(page.locator(".eh-moved tbody tr")).toHaveCount(2);
  await expect(page.getByRole("row", { name: /^Alpha School Steady .*up to Strong 2\.0 → 3\.0/ })).toContainText(
    "Proficient in math: points 2 → 3",
  );
  await expect(page.locator(".eh-crossing .eh-crossing--moves")).toHaveText("2");
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("link", { name: "What differs between the two documents" }).click();
  await expect(page.getByText("95").first()).toBeVisible();
});

test("a school shows its years, and says which the files do not have", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await toSchool(page, "Alpha School");
  const part = page.locator("section[aria-labelledby=trend]");
  await expect(part.locator("desc")).toHaveText("2028: nothing in the files; 2029: Weak (1.0); 2030: Strong (3.0)");
  await expect(part.getByRole("row", { name: "2029 Weak 1.0" })).toBeVisible();
  await expect(part.getByRole("row", { name: /^2028/ })).toContainText("no measures in the files");
  await expectAccessible(page);
});

test("what if: a measure is moved by the keyboard, and the answer says what would change", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await toSchool(page, "Beta School");
  const part = page.locator("eh-what-if");
  await expect(part).toContainText("Move a measure to begin.");
  await expect(part).toContainText("now: 55 · 0 to 100");
  const slider = part.getByRole("slider", { name: "Proficient in math" });
  const number = part.getByRole("spinbutton", { name: "Proficient in math, as a number" });
  await slider.focus();
  await page.keyboard.press("End");
  await expect(number).toHaveValue("100");
  await expect(part.getByRole("status")).toHaveText(
    /The rating would change from “Steady” to “Strong”\.\s+The score would be 2\.5 \(\+0\.5\)\./,
  );
  await expect(part.getByRole("row", { name: "Proficient in math 55 100" })).toBeVisible();
  await expect(part.getByRole("row", { name: "Proficient in math: points 2 3" })).toBeVisible();
  await expect(part.getByRole("row", { name: "Rating Steady Strong" })).toBeVisible();
  // The school's rating is what it was.
  await expect(page.locator(".eh-result")).toContainText("Steady");
  await expectAccessible(page);
  // A number may be typed; one that can't be is refused with what to do.
  await number.fill("79.5");
  await expect(part.getByRole("status")).toContainText("The rating would stay “Steady”.");
  await number.fill("101");
  await expect(part.getByRole("alert")).toContainText("Type a number within the measure’s range");
  await part.getByRole("button", { name: "Reset Proficient in math" }).click();
  await expect(slider).toBeFocused();
  await expect(number).toHaveValue("55");
  await expect(part).toContainText("Move a measure to begin.");
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
});

test("what is only tried out is printed as such, and otherwise not at all", async ({ open, page }) => {
  await open("/rate");
  await rated(page);
  await toSchool(page, "Beta School");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Try it out: what if?", includeHidden: true })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("spinbutton", { name: "Proficient in math, as a number" }).fill("95");
  await expect(page.locator("eh-what-if")).toContainText("The rating would change");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("This is only tried out.")).toBeVisible();
  await expect(page.getByText("Proficient in reading").locator("visible=true").first()).toBeVisible();
  await expect(page.locator(".eh-lever").filter({ hasText: "Proficient in reading" })).toBeHidden();
});

test("all of it is there in Spanish", async ({ open, page }) => {
  await open("/rate?lang=es");
  await rated(page);
  await ask(page, "¿Obtienen las escuelas chárter mejores puntajes que las del distrito?");
  await expect(answer(page)).toHaveText("El puntaje del medio: district 3; charter 2.");
  await page.getByRole("checkbox", { name: "Comparar Alpha School" }).check();
  await page.getByRole("checkbox", { name: "Comparar Beta School" }).check();
  await page.getByRole("link", { name: "Comparar lado a lado" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Escuelas lado a lado");
  await expect(page.getByRole("row", { name: /Competentes: math/ })).toContainText("▲ más");
  await page.getByRole("link", { name: "Alpha School" }).click();
  await expect(page.getByRole("heading", { name: "A lo largo de los años" })).toBeVisible();
  await page.getByRole("slider", { name: "Competentes: math" }).focus();
  await page.keyboard.press("Home");
  await expect(page.locator("eh-what-if").getByRole("status")).toContainText(
    "La calificación pasaría de “Fuerte” a “Estable”.",
  );
  await expectAccessible(page);
});
