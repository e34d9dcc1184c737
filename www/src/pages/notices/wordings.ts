// All that a notice code may say. A real notice has values; here their names stand in their places.
import type { NoticeCode } from "../../../../pkg/evenhand.js";
import { language } from "../../text/language.js";
import { choicesOf, formatNumber, t, type Values } from "../../text/messages.js";
import { messageOf } from "../../text/notice.js";

export interface Wordings {
  readonly words: string;
  readonly remedy: string;
  /** What it says for particular values. */
  readonly variants: readonly { readonly words: string; readonly remedy: string | undefined }[];
  /** Everything, to search in. */
  readonly texts: readonly string[];
}

const known = new Map<string, Wordings>();

/** Messages bend words after counts, so a count must be a number: one that stands in no text, replaced afterwards. */
const FIRST_NUMBER = 987_001;

/** "one" and "other" only bend a word after its number. */
const PLURALS = new Set(["zero", "one", "two", "few", "many", "other"]);

export const wordings = (notice: NoticeCode): Wordings => {
  const key = `${language.value} ${notice.code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const message = messageOf(notice.code);
  const placeholders: Values = {};
  const numbers = new Map<number, string>();
  for (const [name, kind] of notice.arguments) {
    if (kind === "count") numbers.set(FIRST_NUMBER + numbers.size, name);
    placeholders[name] = kind === "count" ? FIRST_NUMBER + numbers.size - 1 : `‹${name}›`;
  }
  /** The message with names in the place of values. */
  const text = (id: string, values: Values): string =>
    [...numbers].reduce(
      (so, [number, name]) => {
        for (const written of [formatNumber(number), String(number)]) so = so.replaceAll(written, `‹${name}›`);
        return so;
      },
      t(id, values),
    );
  const words = text(message, placeholders);
  const remedy = text(`${message}.remedy`, placeholders);
  const variants: { words: string; remedy: string | undefined }[] = [];
  const seen = new Set([`${words} ${remedy}`]);
  for (const [name] of notice.arguments) {
    const choices = new Set([...choicesOf(message, name), ...choicesOf(`${message}.remedy`, name)]);
    for (const choice of choices) {
      if (PLURALS.has(choice)) continue;
      const values = { ...placeholders, [name]: choice };
      const variant = { words: text(message, values), remedy: text(`${message}.remedy`, values) };
      if (seen.has(`${variant.words} ${variant.remedy}`)) continue;
      seen.add(`${variant.words} ${variant.remedy}`);
      variants.push({ words: variant.words, remedy: variant.remedy === remedy ? undefined : variant.remedy });
    }
  }
  const texts = [words, remedy, ...variants.flatMap((each) => [each.words, each.remedy ?? ""])];
  const told = { words, remedy, variants, texts };
  known.set(key, told);
  return told;
};
