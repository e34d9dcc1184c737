// Every policy reads as a document: whole sentences, no name that leads nowhere, no text without a translation.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { PolicyDocument, Rounding } from "../../../pkg/evenhand.js";
import type { Block, Section } from "../../src/document/blocks.js";
import type { Sentence } from "../../src/text/sentence.js";

vi.stubGlobal("navigator", { languages: ["en"] });
const { LANGUAGES, language } = await import("../../src/text/language.js");
const { readMessages } = await import("../../src/text/messages.js");
const { plainText, say } = await import("../../src/text/sentence.js");
const { readable } = await import("../../src/document/document.js");
const { readableBounds, boundsSentence } = await import("../../src/document/scale.js");
const { roundingSentence } = await import("../../src/document/rounding.js");
const engine = await import("../../../pkg/evenhand.js");

const www = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(www, path), "utf8");
const declarations = readFileSync(join(www, "../pkg/evenhand.d.ts"), "utf8");

const documentOf = (text: string): PolicyDocument => {
  const workbench = new engine.Workbench();
  const opened = workbench.openPolicy(text);
  if (opened.type === "failure") throw new Error(JSON.stringify(opened.notices));
  const answer = workbench.document(opened.value.key);
  if (answer.type === "failure") throw new Error(JSON.stringify(answer.notices));
  workbench.free();
  return answer.value;
};

interface Collected {
  readonly sentences: string[];
  readonly links: string[];
  readonly anchors: string[];
}

const collect = (sections: readonly Section[]): Collected => {
  const found: Collected = { sentences: [], links: [], anchors: [] };
  const sentence = (each: Sentence): void => {
    found.sentences.push(plainText(each));
    for (const part of each) {
      if (typeof part !== "string" && part.kind === "name" && part.to !== undefined) found.links.push(part.to);
    }
  };
  const anchors = (...names: (string | undefined)[]): void => {
    found.anchors.push(...names.filter((name) => name !== undefined));
  };
  const block = (each: Block): void => {
    if (each.kind === "paragraph") sentence(each.sentence);
    else if (each.kind === "list") each.items.forEach(sentence);
    else if (each.kind === "table") {
      anchors(each.anchor, ...(each.anchors ?? []));
      sentence(each.caption);
      each.columns.forEach(({ title }) => sentence(title));
      for (const row of each.rows) {
        expect(row, plainText(each.caption)).toHaveLength(each.columns.length);
        row.forEach(sentence);
      }
      each.total?.forEach(sentence);
    } else if (each.kind === "group") each.blocks.forEach(block);
    else {
      anchors(each.anchor, ...(each.anchors ?? []));
      sentence(each.title);
      each.blocks.forEach(block);
    }
  };
  for (const { anchor, title, blocks } of sections) {
    anchors(anchor);
    sentence(title);
    blocks.forEach(block);
  }
  return found;
};

const examples = existsSync(join(www, "policies/examples"))
  ? readdirSync(join(www, "policies/examples")).filter((name) => name.endsWith(".json"))
  : [];
const shipped = readdirSync(join(www, "policies")).filter(
  (name) => name.endsWith(".json") && !name.endsWith(".schema.json"),
);
const policies: [string, string][] = [
  ...shipped.map((name): [string, string] => [name, read(`policies/${name}`)]),
  ["every-operator.json", read("tests/policies/every-operator.json")],
  ...examples.map((name): [string, string] => [
    `examples/${name}`,
    JSON.stringify((JSON.parse(read(`policies/examples/${name}`)) as { framework: unknown }).framework),
  ]),
];

beforeAll(() => {
  engine.initSync({ module: readFileSync(join(www, "../pkg/evenhand_bg.wasm")) });
  const sources = LANGUAGES.map((each) => {
    const folder = join(www, "locales", each);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ftl"));
    return [each, files.map((path) => readFileSync(join(folder, path), "utf8"))] as const;
  });
  readMessages(new Map(sources));
});

describe.each(LANGUAGES)("in %s", (each) => {
  beforeAll(() => language.set(each));

  it.each(policies)("%s reads as a document", (_, text) => {
    const warn = vi.spyOn(console, "warn");
    const { sections, sources } = readable(documentOf(text));
    const { sentences, links, anchors } = collect(sections);
    if (process.env["EVENHAND_SHOW"] !== undefined) console.log(sentences.join("\n"));
    expect(sections.length).toBeGreaterThan(3);
    expect(warn.mock.calls).toEqual([]);
    expect(sentences.filter((sentence) => sentence.trim() === "")).toEqual([]);
    expect(
      sentences.filter((sentence) => /\{ ?\$|\bdoc-[a-z]|undefined|null|NaN|\[object|[\uE000\uE001]/.test(sentence)),
    ).toEqual([]);
    // An id without words shows itself.
    expect(new Set(anchors).size).toBe(anchors.length);
    expect([...new Set(links)].filter((link) => !anchors.includes(link))).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
    warn.mockRestore();
  });

  it("tells rules of one form together, and no others", () => {
    const { sections } = readable(documentOf(read("policies/chicago-sqrp-2019.json")));
    const entries = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "entry" ? block.blocks : [])),
    );
    const groups = entries.flatMap((entry) =>
      entry.kind === "entry" && entry.anchor !== undefined ? [[entry.anchor, ...(entry.anchors ?? [])]] : [],
    );
    const group = (name: string): readonly string[] | undefined =>
      groups.find((each) => each.includes(`nodes/${name}`));
    expect(group("elementary.growth.reading.points")).toHaveLength(6);
    expect(group("elementary.growth.reading.hispanic.points")).toHaveLength(8);
    // Here scale and measure have one name, and the scales differ.
    expect(group("survey.points")).toEqual(["nodes/survey.points"]);
  });

  it("tells each rule once", () => {
    const document = documentOf(read("policies/chicago-sqrp-2019.json"));
    const { anchors } = collect(readable(document).sections);
    for (const name of Object.keys(document.definition.nodes)) {
      expect(
        anchors.filter((anchor) => anchor === `nodes/${name}`),
        name,
      ).toHaveLength(1);
    }
  });

  const choices = (type: string): string[] => {
    const declared = new RegExp(`export type ${type} = ([^;]+);`).exec(declarations)?.[1] ?? "";
    return [...declared.matchAll(/"([^"]+)"/g)].flatMap(([, value]) => value ?? []);
  };

  it.each([
    ["Reason", "doc-reason", "reason", {}],
    ["Unit", "doc-unit", "unit", {}],
    ["FactKind", "doc-fact-kind", "kind", {}],
    ["Statistic", "doc-computed", "statistic", { of: "COLUMN", counts: "VALUES", per: "DIVISOR", least: "SHARE" }],
    ["Excused", "doc-computed-participation", "rule", {}],
    ["Prefer", "doc-prefer", "prefer", {}],
    ["Between", "doc-reference-between", "between", {}],
    ["PercentileMethod", "doc-op-percentile", "method", { of: "A", reference: "B" }],
    ["RankFrom", "doc-op-rank", "first", { of: "A", among: "B" }],
    ["NearestGives", "doc-op-nearest", "gives", { of: "A", index: "B", count: 3, among: "C" }],
    ["Combine", "doc-op-parts", "combine", { of: "A", among: "B", link: "C" }],
    ["Ties", "doc-op-lowest", "ties", { of: "A", among: "B", mode: "up", share: "5%", gives: "yes-no" }],
    ["LowestGives", "doc-op-lowest", "gives", { of: "A", among: "B", mode: "up", share: "5%", ties: "included" }],
    ["WhenUnknown", "doc-when-unknown", "counts", { condition: "A" }],
    ["Attribute", "doc-attribute", "attribute", { name: "A" }],
  ])("says every %s differently", (type, id, name, others) => {
    const values = choices(type);
    expect(values.length).toBeGreaterThan(1);
    const said = values.map((value) => plainText(say(id, { ...others, [name]: value })));
    expect(new Set(said).size).toBe(values.length);
    // In the reader's words, not in the file's.
    expect(said.filter((text) => values.some((value) => value.includes("-") && text.includes(value)))).toEqual([]);
  });

  it("says every rounding differently", () => {
    const modes = choices("RoundingMode") as Rounding["mode"][];
    const said = modes.flatMap((mode) => [0, 1, 2].map((to) => plainText(roundingSentence({ to, mode }))));
    expect(modes).toHaveLength(5);
    expect(new Set(said).size).toBe(15);
  });
});

describe("the fixture with every operator", () => {
  it("has every operator, modifier, effect and test that the language has", () => {
    const { definition } = documentOf(read("tests/policies/every-operator.json"));
    const keys = new Set<string>();
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === "object" && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          if (inner !== null) keys.add(key);
          visit(inner);
        }
      }
    };
    visit(definition.nodes);
    const body = (name: string): string =>
      new RegExp(`export interface ${name} [^{]*\\{([\\s\\S]*?)\\n\\}`).exec(declarations)?.[1] ?? "";
    const fields = (name: string): string[] =>
      [...body(name).matchAll(/^ {4}(\w+)\??:/gm)].flatMap(([, field]) => field ?? []);
    const operators =
      /export type Operator = ([^;]+);/
        .exec(declarations)?.[1]
        ?.split("|")
        .map((name) => name.trim()) ?? [];
    expect(operators.length).toBeGreaterThan(20);
    const wanted = [...operators.flatMap(fields), ...fields("Modifiers"), ...fields("Needs"), ...fields("Penalty")];
    for (const type of ["Effect", "Test", "Finding", "Missing"]) {
      const union = new RegExp(`export type ${type} = ([^;]+);`).exec(declarations)?.[1] ?? "";
      wanted.push(...[...union.matchAll(/\{ (\w+):/g)].flatMap(([, key]) => key ?? []));
    }
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe("the bounds of a scale's rows", () => {
  const told = (rows: Parameters<typeof readableBounds>[0]): string[] =>
    readableBounds(rows).map((bounds) => plainText(boundsSentence(bounds)));
  beforeAll(() => language.set("en"));

  it("come from the row above where each row names its lower end", () => {
    expect(told([{ atLeast: "90" }, { atLeast: "70" }, {}])).toEqual([
      "90 or more",
      "70 up to, not including, 90",
      "less than 70",
    ]);
  });

  it("come from the row above where each row names its upper end", () => {
    expect(told([{ atMost: "2" }, { below: "4" }, {}])).toEqual([
      "2 or less",
      "more than 2 and less than 4",
      "4 or more",
    ]);
  });

  it("stand as written where rows name both ends or change their kind", () => {
    expect(told([{ atLeast: "1", atMost: "2" }, { above: "2" }, {}])).toEqual(["1 to 2", "more than 2", "any value"]);
  });
});
