// The words of the mid-year view: what the records answer as codes and exact decimals, as people read it.
import type {
  CycleOrder,
  InterimAnswer,
  PartResults,
  ShownChange,
  ShownMean,
  ShownShare,
} from "../../../../pkg/records/records.js";
import { id, t } from "../../text/messages.js";
import { signed } from "../../text/numbers.js";
import { valueName } from "./elements.js";

/** A grade such as `03` is the third. */
export const valueWords = (value: string): string => valueName(value.replace(/^0(?=\d$)/, ""));

const ORDERS: Readonly<Record<CycleOrder, string | undefined>> = {
  single: undefined,
  day: id("interim-order-day"),
  number: id("interim-order-number"),
  layout: id("interim-order-layout"),
  name: id("interim-order-name"),
  unknown: id("interim-order-unknown"),
};

/** By what the cycles stand in order. */
export const orderWords = (order: CycleOrder): string | undefined => {
  const known = ORDERS[order];
  return known === undefined ? undefined : t(known);
};

export const partWords = ({ kind, name }: PartResults): string =>
  kind === "whole" ? t("interim-whole") : kind === "together" ? t("interim-together") : name;

/** A number with the students it is of, or why there is none. */
export interface Said {
  readonly text: string;
  readonly n?: string;
  /** The same for another program: the plain decimal, and how many. */
  readonly plain?: readonly [string, number];
}

const ofStudents = (n: number): string => t("interim-n", { n });

export const meanWords = (mean: ShownMean, { measure }: InterimAnswer): Said =>
  mean.kind === "mean"
    ? {
        text: measure === "points" ? `${mean.value} %` : mean.value,
        n: ofStudents(mean.n),
        plain: [mean.value, mean.n],
      }
    : { text: mean.kind === "not-asked" ? t("interim-not-asked") : t("interim-no-result") };

const NO_CHANGE: Readonly<Record<Exclude<ShownChange["kind"], "change">, string>> = {
  first: id("interim-first"),
  "order-unknown": id("interim-no-order"),
  "not-asked": id("interim-not-asked"),
  "not-asked-before": id("interim-not-asked-before"),
  "nobody-in-both": id("interim-nobody"),
};

/** A change with its sign; one that is 0 to one decimal has none. */
const changeText = (value: string, direction: number): string => (direction === 0 ? value : signed(value));

export const changeWords = (change: ShownChange): Said =>
  change.kind === "change"
    ? {
        text: changeText(change.value, change.direction),
        n: ofStudents(change.n),
        plain: [change.value, change.n],
      }
    : { text: t(NO_CHANGE[change.kind]) };

export const shareWords = (share: ShownShare): Said =>
  share.kind === "share"
    ? {
        text: `${share.value} %`,
        n: t("interim-of", { yes: share.yes, n: share.n }),
        plain: [share.value, share.n],
      }
    : { text: share.kind === "not-chosen" ? t("interim-not-chosen") : t("interim-not-said") };

/** The answer in sentences, for one cycle. */
export const sentences = (answer: InterimAnswer, subject: string, at: number): readonly string[] => {
  const [all] = answer.parts;
  const shown = all?.cycles[at];
  const summary = answer.summaries[at];
  if (all === undefined || shown === undefined || summary === undefined) return [];
  const now = answer.cycles[at]?.name ?? "";
  const before = answer.cycles[at - 1]?.name ?? "";
  const { change, onTrack } = shown;
  const said: string[] = [];
  switch (change.kind) {
    case "change": {
      const direction = change.direction > 0 ? "up" : change.direction < 0 ? "down" : "same";
      const value = change.value.replace(/^-/, "");
      said.push(t("interim-answer", { before, subject, direction, value, unit: answer.measure, n: change.n }));
      break;
    }
    case "first":
      said.push(t("interim-answer-first", { now }));
      break;
    case "order-unknown":
      said.push(t("interim-order-unknown"));
      break;
    default:
      said.push(t("interim-answer-nobody", { before, now }));
  }
  const { rose, fell, same } = summary;
  const areas = rose.length + fell.length + same.length;
  if (areas > 0)
    said.push(t("interim-answer-areas", { rose: rose.length, fell: fell.length, areas, list: fell.join("; ") }));
  if (onTrack.kind === "share") {
    const results = all.kind === "together" && answer.onTrack?.by !== "at-least" ? "results" : "students";
    said.push(t("interim-answer-on-track", { value: onTrack.value, yes: onTrack.yes, n: onTrack.n, results, now }));
  }
  return said;
};
