// The parts of the Rate and School pages that need no page: numbers in words, and how the table is looked at.
import { describe, expect, it, vi } from "vitest";
import type { RatedSchool } from "../../../pkg/evenhand.js";

vi.stubGlobal("navigator", { languages: ["en"] });
const { fieldNumber, near, shortNumber, signed, wholeNumber } = await import("../../src/text/numbers.js");
const { entriesOf, FIRST_VIEW, plain, viewed } = await import("../../src/pages/rate/table-view.js");
const { levelClass } = await import("../../src/elements/rating-badge.js");
const { words } = await import("../../src/text/words.js");

const school = (
  id: string,
  name: string,
  level: number | undefined,
  score: string | undefined,
  agrees: boolean | null = null,
): RatedSchool => ({
  school: id,
  name,
  model: "all",
  standing: level === undefined ? "not-rated" : "rated",
  rating:
    level === undefined
      ? { kind: "absent", reason: "missing-parts" }
      : { kind: "rating", scale: "s", level, levels: 3, rating: `L${String(level)}`, label: `L${String(level)}` },
  score: score === undefined ? null : { kind: "number", exact: score },
  labels: [],
  overridden: false,
  published: agrees === null ? null : "L1",
  agrees,
});

const SCHOOLS = [
  school("003", "Álamo", 2, "10", true),
  school("001", "birch", 0, "9.5", false),
  school("002", "Cedar", undefined, undefined),
];

const ids = (changes: Partial<typeof FIRST_VIEW>): string[] =>
  viewed(
    entriesOf(SCHOOLS, () => "All"),
    { ...FIRST_VIEW, ...changes },
  ).map((each) => each.school);

describe("the table's view", () => {
  it("sorts numbers as numbers, ratings by their level, and names without case and accents", () => {
    expect(ids({})).toEqual(["001", "002", "003"]);
    expect(ids({ sort: "score" })).toEqual(["002", "001", "003"]);
    expect(ids({ sort: "score", down: true })).toEqual(["003", "001", "002"]);
    expect(ids({ sort: "rating", down: true })).toEqual(["003", "001", "002"]);
    expect(ids({ sort: "school" })).toEqual(["003", "001", "002"]);
    expect(ids({ sort: "agrees" })).toEqual(["001", "003", "002"]);
  });

  it("searches every word, in any order, in names and numbers", () => {
    expect(ids({ search: "ALAMO" })).toEqual(["003"]);
    expect(ids({ search: "00 Ced" })).toEqual(["002"]);
    expect(ids({ search: "cedar 003" })).toEqual([]);
    expect(plain("Ñandú")).toBe("nandu");
  });

  it("filters by rating, standing and agreement", () => {
    expect(ids({ rating: "s L2" })).toEqual(["003"]);
    expect(ids({ rating: "standing not-rated" })).toEqual(["002"]);
    expect(ids({ standing: "rated" })).toEqual(["001", "003"]);
    expect(ids({ agreement: "differs" })).toEqual(["001"]);
    expect(ids({ agreement: "unpublished" })).toEqual(["002"]);
    // What no school has, since another framework was chosen, narrows nothing.
    expect(ids({ model: "other" })).toEqual(["001", "002", "003"]);
    expect(ids({ rating: "other L9", standing: "rated" })).toEqual(["001", "003"]);
  });

  it("leaves the schools themselves in their order", () => {
    ids({ sort: "score" });
    expect(SCHOOLS.map((each) => each.school)).toEqual(["003", "001", "002"]);
  });
});

describe("numbers in words", () => {
  it("shows what is exact as it is, and marks what is not", () => {
    expect(shortNumber("3.45")).toBe("3.45");
    expect(shortNumber("-0.5")).toBe("-0.5");
    expect(shortNumber("5/3")).toBe("≈ 1.667");
    // More digits than a float has room for.
    expect(near(`${"1".repeat(400)}/${"2".repeat(401)}`)).toBeCloseTo(0.05, 12);
    expect(near(`-${"6".repeat(320)}/${"2".repeat(320)}`)).toBeCloseTo(-3, 12);
    expect(near(`1/${"9".repeat(400)}`)).toBe(0);
    expect(shortNumber("0.123456")).toBe("≈ 0.123");
    expect(shortNumber("1000")).toBe("1000");
  });

  it("keeps the whole truth in explanations", () => {
    expect(wholeNumber("5/3")).toBe("5/3 (≈ 1.667)");
    expect(wholeNumber("0.123456")).toBe("0.123456");
    expect(wholeNumber(`${"1".repeat(30)}/${"3".repeat(30)}`)).toMatch(/^≈ 0\.333$/);
  });

  it("gives differences their sign", () => {
    expect(signed("2")).toBe("+2");
    expect(signed("-2/3")).toBe("≈ −0.667");
    expect(signed("2/3")).toBe("≈ +0.667");
    expect(fieldNumber("7800/109")).toBe("71.56");
    expect(fieldNumber("53.50")).toBe("53.50");
    expect(fieldNumber("")).toBe("");
  });
});

it("five looks serve scales of any length, the highest always the last", () => {
  expect([0, 1, 2].map((level) => levelClass(level, 3))).toEqual(["eh-level-1", "eh-level-3", "eh-level-5"]);
  expect([0, 6].map((level) => levelClass(level, 7))).toEqual(["eh-level-1", "eh-level-5"]);
  expect(levelClass(0, 1)).toBe("eh-level-5");
});

it("a policy's words come in the reader's language, else in English, else in what there is", () => {
  const of = (texts: Record<string, string>): string => words(texts as never);
  expect(words("plain")).toBe("plain");
  expect(of({ es: "uno", en: "one" })).toBe("one");
  expect(of({ fr: "un", "en-US": "one" })).toBe("one");
  expect(of({ fr: "un" })).toBe("un");
});
