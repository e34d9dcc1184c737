// A policy as a document to read. Nothing is worked out here: the definition that the engine runs is put into words.
import type { PolicyDocument } from "../../../pkg/evenhand.js";
import { formatDay, id } from "../text/messages.js";
import { listed, say, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";
import { list, paragraph, type Block, type Entry, type Section } from "./blocks.js";
import { doubtBlocks } from "./doubts.js";
import { Footnotes, type Footnote } from "./footnotes.js";
import { Names, anchorOf } from "./names.js";
import { RuleTeller, modelAudience } from "./rules.js";
import { Tables } from "./tables.js";

export interface ReadableSource {
  readonly title: string;
  readonly url?: string;
  readonly asOf: string;
  readonly read: boolean;
  readonly note?: string;
}

export interface ReadableDocument {
  readonly title: string;
  readonly authority: string;
  readonly version: string;
  readonly about: string | undefined;
  readonly effective: Sentence | undefined;
  readonly fingerprint: string;
  readonly sections: readonly Section[];
  readonly footnotes: readonly Footnote[];
  readonly sources: readonly ReadableSource[];
}

/** "from July 1, 2018 until June 30, 2019" */
export const effectiveSentence = (effective: PolicyDocument["definition"]["effective"]): Sentence | undefined => {
  const { from, until } = effective ?? {};
  if (from && until) return say(id("doc-effective-both"), { from: formatDay(from), until: formatDay(until) });
  if (from) return say(id("doc-effective-from"), { from: formatDay(from) });
  return until ? say(id("doc-effective-until"), { until: formatDay(until) }) : undefined;
};

/** Scale → the rules that read it. */
const scaleUsers = (names: Names): Map<string, string[]> => {
  const users = new Map<string, string[]>();
  for (const name of Object.keys(names.definition.nodes)) {
    const node = names.node(name);
    if (node === undefined) continue;
    const scales = ["scale" in node ? node.scale : undefined, node.penalty?.scale];
    for (const scale of scales) {
      if (typeof scale === "string") users.set(scale, [...(users.get(scale) ?? []), name]);
    }
  }
  return users;
};

const models = (names: Names, notes: Footnotes): Block[] => {
  const teller = new RuleTeller(names, notes);
  const entries = Object.entries(names.definition.models).map(([name, model], place): Entry => {
    const answers = model.score
      ? say(id("doc-model-rating-score"), { rating: names.operand(model.rating), score: names.operand(model.score) })
      : say(id("doc-model-rating"), { rating: names.operand(model.rating) });
    const groups = (model.indicators ?? []).map(({ label, parts }) =>
      say(id("doc-model-indicator"), {
        label: [{ kind: "strong", text: inLanguage(label) }],
        parts: listed(parts.map((part): Sentence => [names.link(names.entry(part))])),
      }),
    );
    return {
      kind: "entry",
      anchor: anchorOf("models", name),
      title: [inLanguage(model.label), ...notes.cite(model.cite)],
      blocks: [
        paragraph(modelAudience(model, place === 0, names, notes)),
        paragraph(answers),
        ...(groups.length === 0 ? [] : [paragraph(say(id("doc-model-indicators"))), list(groups)]),
        paragraph(say(id("doc-model-how"))),
        ...teller.model(model),
      ],
    };
  });
  const untold = Object.keys(names.definition.nodes).filter((name) => !teller.told.has(name));
  if (untold.length === 0) return entries;
  const rest: Entry = {
    kind: "entry",
    anchor: "other-rules",
    title: say(id("doc-other-rules")),
    blocks: [paragraph(say(id("doc-other-rules-how"))), ...teller.from(untold)],
  };
  return [...entries, rest];
};

export const readable = (document: PolicyDocument): ReadableDocument => {
  const { definition, summary } = document;
  const names = new Names(document);
  const notes = new Footnotes(definition.sources);
  const tables = new Tables(names, notes);
  const many = Object.keys(definition.models).length;
  const section = (anchor: string, title: Sentence, blocks: readonly Block[], sideBySide = false): Section[] =>
    blocks.length === 0 ? [] : [{ anchor, title, blocks, sideBySide }];
  // The order of the calls is the order of the footnotes.
  const sections = [
    ...section("ratings", say(id("doc-ratings")), tables.ratings()),
    ...section("models", say(id("doc-models"), { count: many }), models(names, notes)),
    ...section("weights", say(id("doc-weights")), tables.weights(), true),
    ...section("redistributions", say(id("doc-redistributions")), tables.redistributions()),
    ...section("scales", say(id("doc-scales")), tables.scales(scaleUsers(names)), true),
    ...section("grids", say(id("doc-grids")), tables.grids()),
    ...section("measures", say(id("doc-measures")), [
      ...tables.measures(),
      ...tables.minimums(),
      ...tables.enrollments(),
    ]),
    ...section("references", say(id("doc-references")), tables.references()),
    ...section("labels", say(id("doc-labels")), tables.labels()),
    ...section("overrides", say(id("doc-overrides")), tables.overrides()),
    ...section("files", say(id("doc-files")), tables.facts()),
    ...section("published", say(id("doc-published")), tables.published()),
  ];
  const doubts = doubtBlocks(names, notes);
  const doubt =
    doubts.length === 0 ? [paragraph(say(id("doc-doubts-none")))] : [paragraph(say(id("doc-doubts-how"))), ...doubts];
  return {
    title: inLanguage(summary.title),
    authority: inLanguage(summary.authority),
    version: summary.version,
    about: summary.about ? inLanguage(summary.about) : undefined,
    effective: effectiveSentence(definition.effective),
    fingerprint: summary.fingerprint,
    sections: [...sections, ...section("doubts", say(id("doc-doubts")), doubt)],
    footnotes: notes.all,
    sources: Object.values(notes.sources).map(({ title, url, asOf, read, note }) => ({
      title,
      asOf,
      read,
      ...(url ? { url } : {}),
      ...(note ? { note } : {}),
    })),
  };
};
