// Scales as tables: the bounds of each row in words, and what it gives.
import type { Band, GridKey, Scale } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { say, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";
import { paragraph, type Block, type Table } from "./blocks.js";
import type { Footnotes } from "./footnotes.js";
import type { Names } from "./names.js";
import { roundingSentence } from "./rounding.js";

/** Where a row begins or ends, and whether that value belongs to it. */
interface End {
  readonly value: string;
  readonly included: boolean;
}

interface Bounds {
  readonly lower?: End;
  readonly upper?: End;
}

type Bounded = Pick<Band & GridKey, "atLeast" | "above" | "atMost" | "below">;

const end = (included: string | null | undefined, excluded: string | null | undefined): End | undefined => {
  if (included !== null && included !== undefined) return { value: included, included: true };
  if (excluded !== null && excluded !== undefined) return { value: excluded, included: false };
  return undefined;
};

const written = (row: Bounded): Bounds => {
  const lower = end(row.atLeast, row.above);
  const upper = end(row.atMost, row.below);
  return { ...(lower ? { lower } : {}), ...(upper ? { upper } : {}) };
};

/** Which end every row names, where all name the same one. The last row may name none: it takes what is left. */
const namedEnd = (rows: readonly Bounds[]): "lower" | "upper" | undefined => {
  const last = rows.at(-1);
  const named = last !== undefined && last.lower === undefined && last.upper === undefined ? rows.slice(0, -1) : rows;
  if (named.every(({ lower, upper }) => lower !== undefined && upper === undefined)) return "lower";
  if (named.every(({ lower, upper }) => lower === undefined && upper !== undefined)) return "upper";
  return undefined;
};

/** Whether a reader must know that the first row that fits applies. */
const overlapping = (rows: readonly Bounded[]): boolean => rows.length > 1 && namedEnd(rows.map(written)) === undefined;

/**
 * The rows' bounds for a reader. Rows are read from the top, so a handbook's "90 or more, 70 or more" means "70 up to 90":
 * where all rows name one end only, the other end is the row's above. Any other table is shown as it is written.
 */
export const readableBounds = (rows: readonly Bounded[]): readonly Bounds[] => {
  const all = rows.map(written);
  const flipped = (each: End | undefined): End | undefined =>
    each === undefined ? undefined : { value: each.value, included: !each.included };
  const bounds = (lower: End | undefined, upper: End | undefined): Bounds => ({
    ...(lower ? { lower } : {}),
    ...(upper ? { upper } : {}),
  });
  switch (namedEnd(all)) {
    case "lower":
      return all.map(({ lower }, place) => bounds(lower, flipped(all[place - 1]?.lower)));
    case "upper":
      return all.map(({ upper }, place) => bounds(flipped(all[place - 1]?.upper), upper));
    default:
      return all;
  }
};

export const boundsSentence = ({ lower, upper }: Bounds): Sentence => {
  if (lower === undefined && upper === undefined) return say(id("doc-bounds-any"));
  if (upper === undefined && lower !== undefined) {
    return lower.included
      ? say(id("doc-bounds-at-least"), { low: lower.value })
      : say(id("doc-bounds-above"), { low: lower.value });
  }
  if (lower === undefined && upper !== undefined) {
    return upper.included
      ? say(id("doc-bounds-at-most"), { high: upper.value })
      : say(id("doc-bounds-below"), { high: upper.value });
  }
  const ends = { low: lower?.value ?? "", high: upper?.value ?? "" };
  if (lower?.included === true) {
    return upper?.included === true ? say(id("doc-bounds-from-to"), ends) : say(id("doc-bounds-from-up-to"), ends);
  }
  return upper?.included === true ? say(id("doc-bounds-above-to"), ends) : say(id("doc-bounds-above-up-to"), ends);
};

const bandGives = (band: Band, names: Names): Sentence => {
  if ((band.points ?? null) !== null) return [band.points ?? ""];
  if ((band.rating ?? null) !== null) return names.ratingCell(band.rating ?? "");
  if ((band.outcome ?? null) !== null) return names.outcome(band.outcome ?? "");
  if (band.unknown) return say(id("doc-finding-unknown"), { words: inLanguage(band.unknown).replace(/\.$/, "") });
  return say(id("doc-none"));
};

/** A scale as a table, and how a value is read in it. */
export const scaleTable = (
  scale: Scale,
  caption: Sentence,
  names: Names,
  notes: Footnotes,
  anchor?: string,
): Block[] => {
  const bands = scale.bands ?? [];
  const lookup = Object.entries(scale.lookup ?? {});
  const linear = scale.linear ?? [];
  const rated = (scale.ratings ?? null) !== null;
  const gives = { title: rated ? say(id("doc-column-rating")) : say(id("doc-column-points")), number: !rated };
  const value = { title: say(id("doc-column-value")) };
  const around: Block[] = [];
  if (scale.roundValue)
    around.push(paragraph(say(id("doc-scale-round"), { rounding: roundingSentence(scale.roundValue) })));
  let table: Table;
  if (linear.length > 0) {
    around.push(paragraph(say(id("doc-scale-linear"))));
    const rows = linear.map(({ value: at, points }): Sentence[] => [[at], [points]]);
    table = { kind: "table", caption, columns: [{ ...value, number: true }, gives], rows };
  } else if (lookup.length > 0) {
    const rows = lookup.map(([word, worth]): Sentence[] => [
      names.literal(word),
      rated ? names.ratingCell(worth) : names.operand(worth),
    ]);
    table = { kind: "table", caption, columns: [value, gives], rows };
  } else {
    const bounds = readableBounds(bands);
    const labelled = bands.some(({ label }) => label);
    const rows = bands.map((band, place): Sentence[] => {
      const cells = [boundsSentence(bounds[place] ?? {}), bandGives(band, names)];
      return labelled ? [...cells, band.label ? [inLanguage(band.label)] : say(id("doc-none"))] : cells;
    });
    const columns = [value, gives, ...(labelled ? [{ title: say(id("doc-column-called")) }] : [])];
    table = { kind: "table", caption, columns, rows };
    if (overlapping(bands)) around.push(paragraph(say(id("doc-scale-first-row")), "quiet"));
    if (scale.wholeNumbers === true) around.push(paragraph(say(id("doc-scale-whole")), "quiet"));
  }
  const marks = notes.cite(scale.cite);
  return [{ ...table, caption: [...caption, ...marks], ...(anchor === undefined ? {} : { anchor }) }, ...around];
};
