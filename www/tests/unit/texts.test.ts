// Every text exists in both languages, with the same parts and the same values, and every text that is used exists.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentParser, Transformer, type BaseNode, type Entry, type VariableReference } from "@fluent/syntax";
import { describe, expect, it } from "vitest";

const www = fileURLToPath(new URL("../..", import.meta.url));
const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(join(www, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort();

class Variables extends Transformer {
  readonly names = new Set<string>();
  override visitVariableReference(node: VariableReference): BaseNode {
    this.names.add(node.id.name);
    return node;
  }
}

/** `id` or `id.attribute` → the values it takes. */
const textsOf = (language: string): { texts: Map<string, string[]>; faults: string[] } => {
  const texts = new Map<string, string[]>();
  const faults: string[] = [];
  const add = (name: string, node: BaseNode, file: string): void => {
    if (texts.has(name)) faults.push(`${file}: ${name} stands there twice`);
    const variables = new Variables();
    variables.genericVisit(node);
    texts.set(name, [...variables.names].sort());
  };
  for (const file of filesBelow(`locales/${language}`, ".ftl")) {
    const source = readFileSync(join(www, "locales", language, file), "utf8");
    for (const entry of new FluentParser().parse(source).body as Entry[]) {
      if (entry.type === "Junk") faults.push(`${file}: cannot be read: ${entry.content.slice(0, 80)}`);
      if (entry.type !== "Message" && entry.type !== "Term") continue;
      const name = entry.type === "Term" ? `-${entry.id.name}` : entry.id.name;
      if (entry.value !== null) add(name, entry.value, file);
      for (const attribute of entry.attributes) add(`${name}.${attribute.id.name}`, attribute.value, file);
    }
  }
  return { texts, faults };
};

const en = textsOf("en");
const es = textsOf("es");

/** Every id that the code names in `t("…")`, `id("…")` or `hasMessage("…")`. */
const used = new Map<string, string>();
for (const file of filesBelow("src", ".ts")) {
  const source = readFileSync(join(www, "src", file), "utf8");
  for (const [, id] of source.matchAll(/\b(?:t|id|hasMessage)\(\s*"([^"]+)"/g))
    if (id !== undefined) used.set(id, file);
}

describe("the texts", () => {
  it("can all be read, each only once", () => {
    expect(en.faults).toEqual([]);
    expect(es.faults).toEqual([]);
  });

  it("stand in the same files in both languages", () => {
    expect(filesBelow("locales/es", ".ftl")).toEqual(filesBelow("locales/en", ".ftl"));
  });

  it("exist in both languages with the same values", () => {
    expect(en.texts.size).toBeGreaterThan(50);
    expect(Object.fromEntries([...es.texts].sort())).toEqual(Object.fromEntries([...en.texts].sort()));
  });

  it("exist where the code uses them", () => {
    expect(used.size).toBeGreaterThan(40);
    expect([...used].filter(([id]) => !en.texts.has(id)).map(([id, file]) => `${file}: ${id}`)).toEqual([]);
  });

  it.each(["pages.ftl", "policies.ftl", "document.ftl", "questions.ftl", "students.ftl", "mapping.ftl"])(
    "of %s are all used",
    (file) => {
      const pages = new FluentParser().parse(readFileSync(join(www, "locales/en", file), "utf8")).body as Entry[];
      // The parts of the program give these their names.
      const computed = /^notices-module-/;
      const names = pages.flatMap((entry) =>
        entry.type === "Message" && !computed.test(entry.id.name) ? [entry.id.name] : [],
      );
      const uses = new Set([...used.keys()].map((id) => id.split(".")[0]));
      expect(names.filter((name) => !uses.has(name))).toEqual([]);
    },
  );
});
