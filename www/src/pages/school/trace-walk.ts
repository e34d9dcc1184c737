// Finding one's way in a trace. Nothing is calculated here; it only looks up what the engine wrote down.
import type {
  AppliedRow,
  Citation,
  Input,
  InputWeight,
  PolicyDocument,
  ShownBand,
  Step,
  Trace,
} from "../../../../pkg/evenhand.js";
import { id, t } from "../../text/messages.js";
import { words } from "../../text/words.js";

export const stepAt = (trace: Trace, place: number | null | undefined): Step | undefined =>
  place === null || place === undefined ? undefined : trace.steps[place];

/** What a step, or a part of it, cites. */
export const citationsAt = (trace: Trace, places: readonly number[]): readonly Citation[] =>
  places.flatMap((place) => trace.citations[place] ?? []);

/** The step that a value was looked up from: the measure below a part, where there is one. */
export const measureBelow = (trace: Trace, place: number): Step | undefined => {
  let step = stepAt(trace, place);
  // A trace has no circles, so the way down is no longer than the trace.
  for (let depth = 0; depth <= trace.steps.length && step !== undefined; depth += 1) {
    if (step.operator === "measure" || step.operator === "fact") return step;
    const of: readonly Input[] = step.inputs.filter(({ role, step: below }) => below !== null && role === "of");
    const parts = step.inputs.filter(({ role, step: below }) => below !== null && role === "part");
    // Of several ways, the one that was taken.
    const taken = step.inputs.find(({ role, step: below }) => below !== null && role === "result");
    const next =
      step.operator === "choose"
        ? taken
        : of.length === 1
          ? of[0]
          : of.length === 0 && parts.length === 1
            ? parts[0]
            : undefined;
    step = stepAt(trace, next?.step);
  }
  return undefined;
};

/** The weight of a part in the step that puts the parts together. */
export const weightOf = (trace: Trace, place: number): InputWeight | undefined => {
  for (const { inputs } of trace.steps)
    for (const input of inputs) if (input.step === place && input.weight !== undefined) return input.weight;
  return undefined;
};

const LOOKED_UP: ReadonlySet<string> = new Set(["scale", "grid", "percentile"]);

/** Whether a part is worth points: it is looked up on a scale, or weighs something. Others are only shown. */
export const givesPoints = (trace: Trace, place: number): boolean => {
  const step = stepAt(trace, place);
  if (step === undefined || step.operator === "measure" || step.operator === "fact") return false;
  return LOOKED_UP.has(step.operator) || step.row !== undefined || weightOf(trace, place) !== undefined;
};

/** The banded scale that turned the score into a rating. */
export const scaleOfScore = (trace: Trace): { step: Step; row: AppliedRow } | undefined => {
  for (const step of trace.steps) {
    const { row } = step;
    if (row === undefined || step.value.kind !== "rating") continue;
    if (step.inputs.some(({ step: below, role }) => below === trace.score && role === "of")) return { step, row };
  }
  return undefined;
};

/** All rows of the scale that a step's value was looked up in; a grid has none. */
export const bandsOf = ({ scales }: Trace, row: AppliedRow | undefined): readonly ShownBand[] =>
  row === undefined || row.rows === null ? [] : (scales[row.rows] ?? []);

/** The bounds of a row in words. */
export const boundsWords = ({ lower, upper }: ShownBand): string => {
  if (lower !== null && upper !== null)
    return lower[1]
      ? upper[1]
        ? t("row-from-to", { lower: lower[0], upper: upper[0] })
        : t("row-from-below", { lower: lower[0], upper: upper[0] })
      : upper[1]
        ? t("row-above-to", { lower: lower[0], upper: upper[0] })
        : t("row-above-below", { lower: lower[0], upper: upper[0] });
  if (lower !== null) return lower[1] ? t("row-from", { lower: lower[0] }) : t("row-above", { lower: lower[0] });
  if (upper !== null) return upper[1] ? t("row-to", { upper: upper[0] }) : t("row-below", { upper: upper[0] });
  return t("row-any");
};

/** What a row gives: points, or a rating by its label. */
export const givesWords = ({ definition }: PolicyDocument, gives: string): string => {
  for (const { lowestFirst } of Object.values(definition.ratings))
    for (const { rating, label } of lowestFirst) if (rating === gives) return words(label ?? rating);
  return gives;
};

/** Attributes of a measure, as a reference writes them. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  participation: id("of-participation"),
  n: id("of-n"),
  "response-rate": id("of-response-rate"),
};

/** A name as a definition writes it (`name#participation`, `name@-1`) in words. */
export const nameWords = (document: PolicyDocument, written: string): string => {
  const found = /^([^#@]*)(?:#([^@]*))?(?:@(.*))?$/.exec(written);
  const [, name = written, attribute, years] = found ?? [];
  const label = document.labels[name];
  let text = label === undefined ? name : words(label);
  const id_ = attribute === undefined ? undefined : ATTRIBUTES[attribute];
  if (id_ !== undefined) text = t(id_, { name: text });
  return years === undefined || years === "0"
    ? text
    : t("years-before", { name: text, years: Math.abs(Number(years)) });
};

/** A step's name in words, with what of a measure it is and of which year. */
export const stepWords = (step: Step): string => {
  const id_ = ATTRIBUTES[step.attribute];
  const text = words(step.label);
  const named = id_ === undefined ? text : t(id_, { name: text });
  return step.years === 0 ? named : t("years-before", { name: named, years: Math.abs(step.years) });
};
