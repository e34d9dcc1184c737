// What a document is made of, before it is drawn: the page renders it, and the tests read it.
import type { Sentence } from "../text/sentence.js";

export interface Paragraph {
  readonly kind: "paragraph";
  readonly sentence: Sentence;
  /** A doubt stands out. */
  readonly tone?: "doubt" | "quiet";
}

export interface List {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly Sentence[];
}

export interface Table {
  readonly kind: "table";
  readonly anchor?: string;
  readonly caption: Sentence;
  readonly columns: readonly { readonly title: Sentence; readonly number?: boolean }[];
  readonly rows: readonly (readonly Sentence[])[];
  /** The places in the document that the rows are. */
  readonly anchors?: readonly (string | undefined)[];
  readonly total?: readonly Sentence[];
}

/** Something with a heading of its own within a section. */
export interface Entry {
  readonly kind: "entry";
  readonly anchor?: string;
  /** Further names that stand in this entry, so that links to them arrive here. */
  readonly anchors?: readonly string[];
  readonly title: Sentence;
  /** The number in a series, such as the steps of a rating. */
  readonly step?: number;
  readonly blocks: readonly Block[];
}

/** Blocks that stay together, such as a scale and what it is used for. */
export interface Group {
  readonly kind: "group";
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | List | Table | Entry | Group;

export interface Section {
  readonly anchor: string;
  readonly title: Sentence;
  readonly blocks: readonly Block[];
  /** Narrow tables stand side by side, as in a handbook. */
  readonly sideBySide?: boolean;
}

export const paragraph = (sentence: Sentence, tone?: Paragraph["tone"]): Paragraph =>
  tone === undefined ? { kind: "paragraph", sentence } : { kind: "paragraph", sentence, tone };

export const list = (items: readonly Sentence[], ordered = false): List => ({ kind: "list", ordered, items });
