// A notice of the engine becomes words and a remedy in the reader's language.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Notice } from "../../../pkg/evenhand.js";

vi.stubGlobal("navigator", { languages: ["en"] });
const { LANGUAGES, language } = await import("../../src/text/language.js");
const { readMessages } = await import("../../src/text/messages.js");
const { messageOf, noticeRemedy, noticeValue, noticeWords } = await import("../../src/text/notice.js");

const locales = fileURLToPath(new URL("../../locales", import.meta.url));
const notice: Notice = { code: "tables.empty-file", severity: "error", place: {}, arguments: {} };

describe("a notice", () => {
  beforeAll(() => {
    const sources = LANGUAGES.map((each) => {
      const files = readdirSync(join(locales, each), { recursive: true, encoding: "utf8" });
      const texts = files.filter((path) => path.endsWith(".ftl")).map((path) => join(locales, each, path));
      return [each, texts.map((path) => readFileSync(path, "utf8"))] as const;
    });
    readMessages(new Map(sources));
  });

  it("has its words and its remedy in the language of the moment", () => {
    language.set("en");
    expect(noticeWords(notice)).toBe("This file is empty.");
    const english = noticeRemedy(notice);
    language.set("es");
    expect(noticeWords(notice)).not.toBe("This file is empty.");
    expect(noticeRemedy(notice)).not.toBe(english);
    expect(noticeRemedy(notice)).not.toContain("tables");
  });

  it("names its message by its code", () => {
    expect(messageOf("tables.empty-file")).toBe("tables-empty-file");
  });

  it("hands values over as the messages expect them", () => {
    expect(noticeValue("", "en-US")).toBe("none");
    expect(noticeValue("5/3", "en-US")).toBe("5/3");
    expect(noticeValue(1234, "en-US")).toBe(1234);
    expect(noticeValue(["a", "b", "c"], "en-US")).toBe("a, b, and c");
    expect(noticeValue(["a", "b", "c"], "es-US")).toBe("a, b y c");
  });

  it("says one line of one row, and lines of several", () => {
    const numbers = { columns: 3, lowest: 1, highest: 9, digits: 4, cells: 2, year: 2024 };
    const texts = { element: "e", value: "v", test: "t", subject: "s", grade: "3", mapping: "m", found: "f" };
    const others = {
      ...numbers,
      ...texts,
      expected: "x",
      groups: ["a"],
      schools: ["b"],
      headings: ["c"],
      formats: ["d"],
    };
    const said = (code: string, count: number, lines: string[]): string =>
      noticeWords({ ...notice, code, arguments: { ...others, column: "h", count, lines } });
    const codes = [...readFileSync(join(locales, "en/notices/records.ftl"), "utf8").matchAll(/^(records-[a-z-]+) =/gm)]
      .map(([, id]) => (id ?? "").replace("-", "."))
      .filter((code) => / 57\b/.test(said(code, 1, ["57"])));
    expect(codes.length).toBeGreaterThan(20);
    for (const each of LANGUAGES) {
      language.set(each);
      for (const code of codes) {
        const one = said(code, 1, ["57"]);
        expect(one).not.toMatch(/\b(lines|líneas) 57/i);
        expect(one).not.toMatch(
          /They were left out|Quedaron fuera|row that stand |row that say |fila que están|fila que dicen/,
        );
        expect(said(code, 2, ["57", "58"])).toMatch(/(lines|líneas) 57/i);
      }
    }
  });

  it("names the columns that are looked for where there are any", () => {
    language.set("en");
    const missing = (columns: string[]): string =>
      noticeRemedy({
        ...notice,
        code: "framework.measure-not-in-file",
        arguments: { measure: "m", columns, schools: 2 },
      });
    expect(missing(["A", "B"])).toMatch(/holds it\. The framework looks for: A and B\.$/);
    expect(missing([])).toMatch(/holds it\.$/);
  });

  it("does not say that a column is missing where nobody is told to be untested", () => {
    const told = (element: string): string =>
      noticeWords({
        ...notice,
        code: "framework.not-in-records",
        arguments: { measure: "m", element, wanted: [], found: [] },
      });
    for (const each of LANGUAGES) {
      language.set(each);
      expect(told("assessmentRegistrationParticipationIndicator")).not.toMatch(/column|columna/);
      expect(told("migrantStatus")).toMatch(/column|columna/);
    }
  });
});
