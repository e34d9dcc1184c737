// The pages about policies: the list, a policy as a document, one's own policy with its notices, two compared, all notices.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expectAccessible, expectAllReached, expectNoSidewaysScroll, tabThrough } from "./support/accessibility.js";
import { expect, test } from "./support/site.js";

const www = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CHICAGO = readFileSync(www("policies/chicago-sqrp-2019.json"), "utf8");
const EVERY = readFileSync(www("tests/policies/every-operator.json"), "utf8");
const KEY = "chicago-sqrp@SY2018-19";
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;

const choose = async (page: Page, name: string, text: string | Buffer): Promise<void> => {
  await page.setInputFiles("#policy-file", { name, mimeType: "application/json", buffer: Buffer.from(text) });
};

/** Drops a file on something, as a person does with the mouse. */
const drop = async (page: Page, on: string, name: string, text: string): Promise<void> => {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ""], fileName ?? "", { type: "application/json" }));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent(on, "dragover", { dataTransfer: data });
  await page.dispatchEvent(on, "drop", { dataTransfer: data });
};

const checked = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
};

const PAGES: readonly [string, string, string][] = [
  ["/policies", "Policies", "Políticas"],
  [
    `/policy?key=${KEY}`,
    "Chicago School Quality Rating Policy",
    "Política de calificación de la calidad escolar de Chicago",
  ],
  ["/policy?key=none@1", "This policy is not open", "Esta política no está abierta"],
  ["/policies/compare", "What has changed", "Qué ha cambiado"],
  ["/notices", "Everything the program may tell you", "Todo lo que el programa puede decirle"],
];

for (const [path, english, spanish] of PAGES) {
  test(`${path} in both languages: axe finds nothing, and it fits 320 pixels`, async ({ open, page }) => {
    // Axe takes its time over a long document.
    test.slow();
    await open(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(english);
    await checked(page);
    await page.getByRole("link", { name: "Español" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(spanish);
    await checked(page);
  });
}

for (const path of ["/policies", "/policies/compare", `/policy?key=every-operator@1`]) {
  test(`${path} is used with the keyboard alone`, async ({ open, page }) => {
    await open("/policies");
    await choose(page, "every.json", EVERY);
    await expect(page.getByRole("heading", { name: "A policy with every operator 1 is open" })).toBeVisible();
    await page.evaluate((to) => {
      document.querySelector("main")?.setAttribute("data-left", "");
      history.replaceState(null, "", `#${to}`);
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    }, path);
    await page.waitForTimeout(300);
    await tabThrough(page);
    await expectAllReached(page);
  });
}

test("a policy with every operator is a document without a gap in any of both languages", async ({ open, page }) => {
  await open("/policies");
  await choose(page, "every.json", EVERY);
  await page.locator(".eh-opening").getByRole("link", { name: "Read", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A policy with every operator");
  await expect(page).toHaveTitle("A policy with every operator 1 · Evenhand");
  await expect(page.getByText("August 1, 2025 to July 31, 2026")).toBeVisible();
  for (const language of ["English", "Español"]) {
    await page.getByRole("link", { name: language }).click();
    const text = await page.locator("main").innerText();
    expect(text).not.toMatch(/\bdoc-|\bpolicies-[a-z]|\{ ?\$|undefined|\[object/);
    const empty = await page.evaluate(
      () =>
        [...document.querySelectorAll("main p, main li, main td, main th, main caption, main h3, main h4")].filter(
          (each) => each.textContent.trim() === "",
        ).length,
    );
    expect(empty).toBe(0);
  }
  // Every link within the document arrives.
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>(".eh-doc a[href*='at=']")]
      .map((link) => new URLSearchParams(link.hash.split("?")[1]).get("at") ?? "")
      .filter((at) => document.getElementById(`at-${at}`) === null),
  );
  expect(lost).toEqual([]);
  await checked(page);
});

test("a link in a document leads to what it names, each time anew", async ({ open, page }) => {
  await open(`/policy?key=${KEY}`);
  const body = page.locator(".eh-doc__body");
  const scale = body.locator("a", { hasText: /^Meeting growth$/ }).first();
  await scale.click();
  const table = page.locator("[id='at-scales/meeting-growth']");
  await expect(table).toBeInViewport();
  await expect(table).toBeFocused();
  await expect(page).toHaveURL(/at=scales%2Fmeeting-growth/);
  await page.evaluate(() => window.scrollTo(0, 0));
  await scale.click();
  await expect(table).toBeInViewport();
  // A footnote, too.
  await table.locator("sup a").first().click();
  await expect(page.locator(".eh-doc__notes li:focus")).toContainText("page 9");
});

test("a document says the rules as the handbook does", async ({ open, page }) => {
  await open(`/policy?key=${KEY}`);
  const body = page.locator(".eh-doc__body");
  await expect(body).toContainText("The result is rounded to 1 decimal, halves up.");
  await expect(body).toContainText("its participation rate is rounded up to a whole number");
  await expect(page.getByRole("row", { name: "70 up to, not including, 90 4" }).first()).toBeAttached();
  await expect(page.getByRole("row", { name: /^SAT grade 11, math: annual growth 5\/3$/ })).toBeAttached();
  await expect(page.getByRole("table", { name: /^High schools/ }).locator("tfoot")).toHaveText(/Total\s*100/);
  await expect(page.locator("[id='at-doubts']")).toContainText(
    "where the weight of a missing measure of an option school goes",
  );
});

test("a document prints without the page around it, and says from which text it came", async ({ open, page }) => {
  await open(`/policy?key=${KEY}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".eh-header")).toBeHidden();
  await expect(page.locator(".eh-buttons").first()).toBeHidden();
  await expect(
    page.getByText(/Chicago School Quality Rating Policy, version SY2018-19, fingerprint [0-9a-f]{16}/),
  ).toBeVisible();
  await expect(page.locator(".eh-doc__address").first()).toBeVisible();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});

test("one's own policy with errors: each stands at its line, and nothing that was open is lost", async ({
  open,
  page,
}) => {
  await open("/policies");
  const wrong = CHICAGO.replace('"of": "survey"', '"of": "survay"');
  await choose(page, "mine.json", wrong);
  await expect(page.getByRole("heading", { name: "mine.json was not opened" })).toBeFocused();
  const finding = page.locator(".eh-finding", { hasText: "framework.unknown-reference" });
  await expect(finding).toContainText("survay");
  await expect(finding.locator(".eh-excerpt__line--meant .eh-excerpt__number")).toHaveText(
    String(lineOf(wrong, '"survay"')),
  );
  await expect(finding.locator("mark")).toHaveText('"survay"');
  await expect(page.locator(".eh-policy").filter({ hasText: "SY2018-19" })).toBeVisible();
  await checked(page);
});

test("a file that is no policy is answered at its place", async ({ open, page }) => {
  await open("/policies");
  for (const [name, content] of [
    ["broken.json", CHICAGO.replace('"evenhand":', '"evenhand"')],
    ["empty.json", ""],
    ["book.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 255, 254, 253])],
    ["schools.csv", "school_id,rating\n1,A\n"],
  ] as const) {
    await choose(page, name, content);
    await expect(page.getByRole("heading", { name: `${name} was not opened` })).toBeFocused();
    await expect(page.locator(".eh-opening").first().locator(".eh-finding--error").first()).toBeVisible();
  }
  await expect(page.locator(".eh-policy")).not.toHaveCount(0);
  await checked(page);
});

test("one's own policy, dropped anywhere, opens; corrected and dropped again, it takes its place", async ({
  open,
  page,
}) => {
  await open("/policies");
  const before = await page.locator(".eh-policy").count();
  const mine = CHICAGO.replace('"id": "chicago-sqrp"', '"id": "mine"');
  await drop(page, ".eh-footer", "mine.json", mine);
  await expect(page.getByRole("heading", { name: /is open$/ })).toBeFocused();
  await expect(page.locator(".eh-opening")).toContainText("Correct the file and drop it again to replace this policy.");
  await expect(page.locator(".eh-policy")).toHaveCount(before + 1);
  await expect(page.locator(".eh-policy", { hasText: "Your own" })).toHaveCount(1);
  await drop(
    page,
    ".eh-footer",
    "mine.json",
    mine.replace('"en": "Chicago School Quality Rating Policy"', '"en": "My own policy"'),
  );
  await expect(page.getByRole("heading", { name: "My own policy SY2018-19 is open" })).toBeFocused();
  await expect(page.locator(".eh-policy")).toHaveCount(before + 1);
  await expect(page.locator(".eh-finding")).toContainText(["workbench.policy-replaced"]);
  await page.locator(".eh-opening").getByRole("link", { name: "Read", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My own policy");
});

test("a policy is saved as the text that was opened", async ({ open, page }) => {
  await open(`/policy?key=${KEY}`);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download JSON" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("chicago-sqrp-sy2018-19.json");
  expect(readFileSync((await saved.path()) ?? "", "utf8")).toBe(CHICAGO);
});

test("two versions compared: each difference by its name, with both values", async ({ open, page }) => {
  await open("/policies");
  const next = CHICAGO.replace('"version": "SY2018-19"', '"version": "SY2019-20"')
    .replace('{ "atLeast": 90, "points": 5 }', '{ "atLeast": 91, "points": 5 }')
    .replace(
      '"absences": { "Not Enough Data": "low-response" }',
      '"absences": { "Not Enough Data": "low-response", "N/A": "not-applicable" }',
    );
  await choose(page, "next.json", next);
  await page
    .locator(".eh-policy__compare label", { hasText: "Chicago School Quality Rating Policy SY2018-19" })
    .click();
  await page
    .locator(".eh-policy__compare label", { hasText: "Chicago School Quality Rating Policy SY2019-20" })
    .click();
  await page.getByRole("link", { name: "Compare the two" }).click();
  await expect(page.getByText("They differ in 3 places.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Version changed SY2018-19 SY2019-20$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Percentile rows › no\. 1 › at least changed 90 91$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^N\/A added – not-applicable$/ })).toBeVisible();
  await page.getByRole("button", { name: "Swap" }).click();
  await expect(page.getByRole("row", { name: /^N\/A removed not-applicable –$/ })).toBeVisible();
  await page.getByLabel("After").selectOption(`chicago-sqrp@SY2019-20`);
  await expect(page.getByText("The two are the same.")).toBeVisible();
  await page.getByLabel("Before").selectOption(KEY);
  await expect(page.getByText("They differ in 3 places.")).toBeVisible();
  await checked(page);
});

test("all notices stand on one page with words in both languages, can be searched and linked to", async ({
  open,
  page,
}) => {
  await open("/notices?code=framework.weights-total");
  const target = page.locator("[id='code-framework.weights-total']");
  await expect(target).toBeInViewport();
  await expect(target).toBeFocused();
  const codes = await page.locator(".eh-reference__code").allInnerTexts();
  expect(codes.length).toBeGreaterThan(100);
  for (const language of ["Español", "English"]) {
    await page.getByRole("link", { name: language }).click();
    const texts = await page
      .locator(".eh-finding__words, .eh-finding__remedy, .eh-reference__more li")
      .allTextContents();
    // A message without words shows its own id.
    const ids = codes.map((code) => code.replaceAll(".", "-"));
    expect(
      texts.filter((text) => text.trim() === "" || ids.some((id) => text.includes(`${id}.`) || text === id)),
    ).toEqual([]);
    expect(texts.filter((text) => /\{|NUMBER|987/.test(text))).toEqual([]);
  }
  await page.getByLabel("Search").fill("did you mean");
  await expect(
    page
      .locator(".eh-search")
      .getByRole("status")
      .filter({ hasText: /^\s*\d+ notices found\.\s*$/ }),
  ).toBeVisible();
  expect(await page.locator(".eh-finding").count()).toBeLessThan(codes.length);
  await page.getByLabel("Search").fill("nothing is called so");
  await expect(page.getByText("Nothing found. Try another word.")).toBeVisible();
});

test("nothing of a policy that was opened reaches any host", async ({ open, page, site, sink }) => {
  await open("/policies");
  const before = site.arrivals.length;
  await choose(page, "mine.json", EVERY);
  await page.locator(".eh-opening").getByRole("link", { name: "Read", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A policy with every operator");
  await page.waitForTimeout(500);
  expect(site.arrivals.slice(before)).toEqual([]);
  expect(sink.arrivals).toEqual([]);
});

test("one rates with one's own policy at once", async ({ open, page }) => {
  const example = JSON.parse(readFileSync(www("policies/examples/first-framework.json"), "utf8")) as {
    framework: object;
    files: Record<string, string>;
    expect: Record<string, { rating: string }>;
  };
  await open("/policies");
  await choose(page, "mine.json", JSON.stringify({ ...example.framework, id: "mine" }, null, 2));
  await page.locator(".eh-opening").getByRole("link", { name: "Rate with it" }).click();
  const [[name, text] = ["", ""]] = Object.entries(example.files);
  await page.setInputFiles("#file-input", { name, mimeType: "text/csv", buffer: Buffer.from(text) });
  for (const [school, { rating }] of Object.entries(example.expect)) {
    const row = page.getByRole("row").filter({ hasText: school });
    await expect(row.first()).toContainText(rating.startsWith("absent") ? "Not rated" : rating);
  }
});

test("an author finds the schema and the guide", async ({ open, page }) => {
  await open("/policies");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download framework.schema.json" }).click(),
  ]);
  expect(readFileSync((await saved.path()) ?? "", "utf8")).toBe(
    readFileSync(www("policies/framework.schema.json"), "utf8"),
  );
  await page.getByRole("link", { name: "Read the guide to writing a policy" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const places = page.locator(".eh-guide a[data-at]");
  if ((await places.count()) > 0) {
    await places.first().click();
    await expect(page.locator(".eh-guide :focus")).toBeInViewport();
  }
  await checked(page);
});

test("the first page has a door to the policies", async ({ open, page }) => {
  await open();
  await page.getByRole("link", { name: "Read the rules" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Policies");
});
