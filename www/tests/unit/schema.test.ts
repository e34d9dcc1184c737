// The JSON Schema, which editors read as an author writes, holds for every policy and example that comes with the project.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

interface Framework {
  evenhand?: unknown;
  nodes: Record<string, Record<string, unknown>>;
}

const policies = fileURLToPath(new URL("../../policies", import.meta.url));
const read = (file: string): unknown => JSON.parse(readFileSync(join(policies, file), "utf8"));
const documents = (folder: string): string[] =>
  readdirSync(join(policies, folder)).filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json"));

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
// A date's form is in its pattern; formats are words to the schema's reader only.
ajv.addFormat("date", true);
for (const format of ["uint8", "uint32", "uint"]) ajv.addFormat(format, true);
const validate = ajv.compile(read("framework.schema.json") as AnySchema);

const problems = (framework: unknown): readonly unknown[] =>
  validate(framework)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);

describe("the schema of frameworks", () => {
  it.each(documents("."))("holds for the policy %s", (file) => {
    expect(problems(read(file))).toEqual([]);
  });

  it.each(documents("examples"))("holds for the example %s", (file) => {
    const example = read(join("examples", file)) as { framework: unknown };
    expect(problems(example.framework)).toEqual([]);
  });

  const first = (): Framework => (read("examples/first-framework.json") as { framework: Framework }).framework;

  it("finds a misspelt operator, a misspelt field and a number that is none", () => {
    for (const mistake of [
      { weightedMeans: "school" },
      { weightedMean: "school", rounds: { to: 1, mode: "half-up" } },
      { weightedMean: "school", round: { to: 1, mode: "half up" } },
      { scale: { bands: [{ atLeast: "ninety", points: 5 }] }, of: "reading" },
    ]) {
      const framework = first();
      framework.nodes["score"] = mistake;
      expect(problems(framework), JSON.stringify(mistake)).not.toEqual([]);
    }
    expect(problems({ ...first(), evenhand: "framework/2" })).not.toEqual([]);
    expect(problems(first())).toEqual([]);
  });
});
