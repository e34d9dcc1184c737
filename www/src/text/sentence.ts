// Sentences with names in them that lead somewhere: Fluent gives the words and their order, and the names are put in
// afterwards, so that a translator may move them about.
import { LOCALE_TAGS, language } from "./language.js";
import { t, type Values } from "./messages.js";

/** A name, or something else that stands out of a sentence. */
export interface Name {
  readonly kind: "name" | "quote" | "code" | "strong" | "address";
  readonly text: string;
  /** The place in the same document that it leads to; for an address, the address. */
  readonly to?: string;
}

/** The number of a footnote. */
export interface NoteMark {
  readonly kind: "note";
  readonly number: number;
}

export type Inline = string | Name | NoteMark;
export type Sentence = readonly Inline[];
export type SentenceValue = string | number | Sentence;

// Private characters, which no text has: what stands between them is the place of a value.
const OPEN = "\uE000";
const CLOSE = "\uE001";
const SLOT = /\uE000(\d+)\uE001/;

const filled = (text: string, slots: readonly Sentence[]): Sentence =>
  text.split(SLOT).flatMap((piece, place): Inline[] => {
    if (place % 2 === 1) return [...(slots[Number(piece)] ?? [])];
    return piece === "" ? [] : [piece];
  });

/** The sentence of a message id. Texts and numbers go into the message itself, where they choose its variant. */
export const say = (id: string, values: Readonly<Record<string, SentenceValue>> = {}): Sentence => {
  const slots: Sentence[] = [];
  const plain: Values = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string" || typeof value === "number") plain[name] = value;
    else plain[name] = `${OPEN}${String(slots.push(value) - 1)}${CLOSE}`;
  }
  return filled(t(id, plain), slots);
};

/** Several in a row, with the reader's own "and" or "or". Names that have commas themselves are kept apart by semicolons. */
export const listed = (items: readonly Sentence[], type: "conjunction" | "disjunction" = "conjunction"): Sentence => {
  const commas = items.some((item) => plainText(item).includes(","));
  return new Intl.ListFormat(LOCALE_TAGS[language.value], { type })
    .formatToParts(items.map((_, place) => `${OPEN}${String(place)}${CLOSE}`))
    .flatMap(({ type: kind, value }) =>
      kind === "literal" && commas ? [value.replace(/^,?\s*/, "; ")] : filled(value, items),
    );
};

/** Sentences one after the other. */
export const joined = (sentences: readonly Sentence[]): Sentence =>
  sentences.flatMap((sentence, place) => (place === 0 ? [...sentence] : [" ", ...sentence]));

/** The words alone. */
export const plainText = (sentence: Sentence): string =>
  sentence.map((each) => (typeof each === "string" ? each : each.kind === "note" ? "" : each.text)).join("");
