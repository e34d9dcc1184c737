// What a column of student files can be has its words, whichever element and value the module knows.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { StudentFiles, initSync } from "../../../pkg/records/records.js";

const file = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));

// The texts ask the browser for the reader's language.
vi.stubGlobal("navigator", { languages: ["en"] });
const { ELEMENT_NAMES, valueName } = await import("../../src/pages/students/elements.js");

describe("the elements of student files", () => {
  beforeAll(() => {
    initSync({ module: file("pkg/records/records_bg.wasm") });
  });

  it("have words, each once", () => {
    const known = new StudentFiles().elements().map(({ element }) => element);
    expect([...ELEMENT_NAMES].sort()).toEqual([...known].sort());
  });

  it("have values with words, but for grades", () => {
    const choices = new StudentFiles().elements().flatMap(({ kind, choices }) => (kind === "grade" ? [] : choices));
    // Without texts at hand, a value that has words answers with the id of the message.
    expect(choices.filter((value) => !/^(?:mean|element)-/.test(valueName(value)))).toEqual([]);
  });
});
