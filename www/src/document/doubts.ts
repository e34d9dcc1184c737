// What a reader must not take for certain: texts that were not read, rules that are marked, rows that nobody knows.
import type { Finding } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { say, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";
import { list, paragraph, type Block } from "./blocks.js";
import type { Footnotes } from "./footnotes.js";
import type { Names } from "./names.js";

const isUnknown = (finding: Finding | null | undefined): finding is Extract<Finding, { unknown: unknown }> =>
  finding !== null && finding !== undefined && "unknown" in finding;

/** Everything below a value that states that the sources do not say. */
const unknownsIn = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(unknownsIn);
  const own =
    isUnknown(value as Finding) && (value as { unknown: unknown }).unknown
      ? [inLanguage((value as { unknown: string }).unknown)]
      : [];
  return [...own, ...Object.values(value).flatMap(unknownsIn)];
};

export const doubtBlocks = (names: Names, notes: Footnotes): Block[] => {
  const { definition } = names;
  const marked: Sentence[] = [];
  const silent: Sentence[] = [];
  const tell = (where: Sentence, value: unknown): void => {
    for (const words of unknownsIn(value)) silent.push(say(id("doc-doubt-item"), { where, words }));
  };
  for (const name of Object.keys(definition.nodes)) {
    const node = names.node(name);
    const where: Sentence = [names.link(name, "nodes")];
    if (node?.unverified) marked.push(say(id("doc-doubt-item"), { where, words: inLanguage(node.unverified) }));
    tell(where, node);
  }
  for (const section of ["scales", "redistributions"] as const) {
    for (const [name, entry] of Object.entries(definition[section])) tell([names.titled(section, name)], entry);
  }
  for (const [name, grid] of Object.entries(definition.grids)) {
    const count = grid.cells.flat().filter((cell) => cell === null).length;
    if (count > 0) silent.push(say(id("doc-doubt-grid"), { where: [names.titled("grids", name)], count }));
  }
  const unread: Sentence[] = [
    ...Object.values(notes.sources).flatMap(({ title, read, note }): Sentence[] =>
      read ? [] : [note ? say(id("doc-doubt-source-note"), { title, note }) : say(id("doc-doubt-source"), { title })],
    ),
    ...notes.all.flatMap(({ number, read, title, locator, remark }): Sentence[] => {
      const source = Object.values(notes.sources).find((each) => each.title === title);
      if (read || source?.read !== true) return [];
      const place = locator === undefined ? title : `${title}, ${locator}`;
      const told = remark
        ? say(id("doc-doubt-source-note"), { title: place, note: remark })
        : say(id("doc-doubt-source"), { title: place });
      return [[...told, { kind: "note", number }]];
    }),
  ];
  const part = (title: Sentence, items: readonly Sentence[]): Block[] =>
    items.length === 0 ? [] : [paragraph(title), list(items)];
  return [
    ...part(say(id("doc-doubts-marked")), marked),
    ...part(say(id("doc-doubts-silent")), silent),
    ...part(say(id("doc-doubts-unread")), unread),
  ];
};
