// One operator, one sentence: what a rule does, in the words of the field.
import type { Condition, Effect, Finding, Operand, Scale, WeightsChoice, Words } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { listed, say, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";
import { list, paragraph, type Block } from "./blocks.js";
import { conditionSentence } from "./condition.js";
import type { Footnotes } from "./footnotes.js";
import type { Names, RuleNode } from "./names.js";
import { scaleTable } from "./scale.js";

/** What an operator does with a part that is missing, where the policy does not say. */
export type MissingKind = "parts" | "best" | "eligible" | "weighted-mean" | "weighted-sum" | "single" | "none";

export interface Told {
  readonly blocks: readonly Block[];
  readonly missing: MissingKind;
}

/** An author's sentence within another one has no full stop of its own. */
export const embedded = (words: Words): string => inLanguage(words).replace(/\.$/, "");

/** Result of a rule: "the rating “Level 1”". */
export const findingSentence = (finding: Finding, names: Names): Sentence => {
  if ("value" in finding) return names.operand(finding.value);
  if ("rating" in finding) return say(id("doc-finding-rating"), { rating: names.rating(finding.rating) });
  if ("outcome" in finding) return say(id("doc-finding-outcome"), { outcome: names.outcome(finding.outcome) });
  if ("absent" in finding)
    return say(id("doc-finding-absent"), { reason: say(id("doc-reason"), { reason: finding.absent }) });
  return say(id("doc-finding-unknown"), { words: embedded(finding.unknown) });
};

const givesOf = (scale: Scale | undefined): "points" | "rating" => {
  const rated =
    (scale?.ratings ?? null) !== null || (scale?.bands ?? []).some((band) => (band.rating ?? null) !== null);
  return rated ? "rating" : "points";
};

const effectSentence = (effect: Effect, names: Names): Sentence => {
  if ("atMost" in effect) return say(id("doc-effect-at-most"), { bound: findingSentence(effect.atMost, names) });
  if ("atLeast" in effect) return say(id("doc-effect-at-least"), { bound: findingSentence(effect.atLeast, names) });
  if ("lower" in effect) return say(id("doc-effect-lower"), { count: effect.lower });
  if ("raise" in effect) return say(id("doc-effect-raise"), { count: effect.raise });
  return say(id("doc-effect-becomes"), { finding: findingSentence(effect.becomes, names) });
};

/** Tells a rule's operator. `subject` stands for its single input where several rules are told at once. */
export const operatorBlocks = (node: RuleNode, names: Names, notes: Footnotes, subject?: Sentence): Told => {
  const { definition } = names;
  const when = (condition: Condition<Operand>): Sentence => conditionSentence(condition, names, notes);
  const of = (operand: Operand): Sentence => subject ?? names.operand(operand);
  const parts = (operands: readonly Operand[]): Sentence => listed(names.operands(operands));
  const among = (condition: Condition<Operand> | null | undefined): Sentence =>
    condition ? say(id("doc-among-some"), { condition: when(condition) }) : say(id("doc-among-all"));
  const within = (facts: readonly Operand[] | undefined): Block[] =>
    facts?.length ? [paragraph(say(id("doc-op-within"), { facts: parts(facts) }))] : [];
  const told = (missing: MissingKind, sentence: Sentence, ...more: Block[]): Told => ({
    blocks: [paragraph(sentence), ...more],
    missing,
  });
  const weighted = (choice: WeightsChoice, single: string, first: string, missing: MissingKind): Told => {
    if (typeof choice === "string") return told(missing, say(single, { weights: [names.titled("weights", choice)] }));
    const cases = choice.map(({ when: condition, weights }) => {
      const table: Sentence = [names.titled("weights", weights)];
      return condition
        ? say(id("doc-weights-when"), { condition: when(condition), weights: table })
        : say(id("doc-weights-otherwise"), { weights: table });
    });
    return told(missing, say(first), list(cases, true));
  };

  if ("value" in node) return told("single", say(id("doc-op-value"), { of: of(node.value) }));
  if ("scale" in node) {
    const { scale } = node;
    if (typeof scale === "string") {
      const title: Sentence = [names.titled("scales", scale)];
      const gives = givesOf(definition.scales[scale]);
      return told("single", say(id("doc-op-scale"), { scale: title, of: of(node.of), gives }));
    }
    const sentence = say(id("doc-op-scale-inline"), { of: of(node.of), gives: givesOf(scale) });
    return told("single", sentence, ...scaleTable(scale, sentence, names, notes));
  }
  if ("grid" in node) {
    const gives = (definition.grids[node.grid]?.ratings ?? null) === null ? "points" : "rating";
    const grid: Sentence = [names.titled("grids", node.grid)];
    return told(
      "single",
      say(id("doc-op-grid"), { grid, gives, row: names.operand(node.row), column: names.operand(node.column) }),
    );
  }
  if ("weightedMean" in node) {
    return weighted(node.weightedMean, id("doc-op-weighted-mean"), id("doc-op-weighted-mean-cases"), "weighted-mean");
  }
  if ("weightedSum" in node) {
    return weighted(node.weightedSum, id("doc-op-weighted-sum"), id("doc-op-weighted-sum-cases"), "weighted-sum");
  }
  if ("sum" in node) return told("parts", say(id("doc-op-sum"), { parts: parts(node.sum) }));
  if ("mean" in node) return told("parts", say(id("doc-op-mean"), { parts: parts(node.mean) }));
  if ("bestOf" in node) return told("best", say(id("doc-op-best"), { parts: parts(node.bestOf) }));
  if ("worstOf" in node) return told("best", say(id("doc-op-worst"), { parts: parts(node.worstOf) }));
  if ("subtract" in node) {
    const [first = "", ...rest] = node.subtract;
    return told("parts", say(id("doc-op-subtract"), { first: names.operand(first), rest: parts(rest) }));
  }
  if ("multiply" in node) return told("parts", say(id("doc-op-multiply"), { parts: parts(node.multiply) }));
  if ("divide" in node) {
    const [dividend = "", divisor = ""] = node.divide;
    return told(
      "parts",
      say(id("doc-op-divide"), { dividend: names.operand(dividend), divisor: names.operand(divisor) }),
    );
  }
  if ("earnedOverEligible" in node) {
    const pairs = node.earnedOverEligible.map(({ earned, eligible }) =>
      say(id("doc-op-earned-part"), { earned: names.operand(earned), eligible: names.operand(eligible) }),
    );
    const { times } = node;
    const sentence = times ? say(id("doc-op-earned-times"), { times: names.operand(times) }) : say(id("doc-op-earned"));
    return told("eligible", sentence, list(pairs));
  }
  if ("choose" in node) {
    const cases = node.choose.map((each) =>
      say(id("doc-op-choose-case"), { condition: when(each.when), finding: findingSentence(each.then, names) }),
    );
    const otherwise = node.otherwise ?? { absent: "not-applicable" as const };
    const last = say(id("doc-op-choose-otherwise"), { finding: findingSentence(otherwise, names) });
    return told("none", say(id("doc-op-choose")), list([...cases, last], true));
  }
  if ("gate" in node) {
    return told(
      "none",
      say(id("doc-op-gate"), { of: of(node.gate), condition: when(node.when), effect: effectSentence(node, names) }),
    );
  }
  if ("limit" in node) {
    const { limit, atLeast, atMost } = node;
    const low = atLeast ? names.operand(atLeast) : undefined;
    const high = atMost ? names.operand(atMost) : undefined;
    if (low !== undefined && high !== undefined) {
      return told("single", say(id("doc-op-limit"), { of: of(limit), low, high }));
    }
    if (low !== undefined) return told("single", say(id("doc-op-limit-low"), { of: of(limit), low }));
    if (high !== undefined) return told("single", say(id("doc-op-limit-high"), { of: of(limit), high }));
    return told("single", say(id("doc-op-value"), { of: of(limit) }));
  }
  if ("count" in node) {
    return told("none", say(id("doc-op-count")), list(node.count.map(when)));
  }
  if ("countPresent" in node) {
    return told("none", say(id("doc-op-count-present"), { parts: parts(node.countPresent) }));
  }
  if ("holds" in node) return told("none", say(id("doc-op-holds"), { condition: when(node.holds) }));
  if ("raiseDenominator" in node) {
    const { raiseDenominator, to, by } = node;
    const participation = by ? names.operand(by) : say(id("doc-its-participation"));
    return told(
      "single",
      say(id("doc-op-raise-denominator"), { of: of(raiseDenominator), by: participation, to: names.operand(to) }),
    );
  }
  if ("percentile" in node) {
    const reference: Sentence = [names.titled("references", node.in)];
    return told(
      "single",
      say(id("doc-op-percentile"), { of: of(node.percentile), reference, method: node.method ?? "below" }),
    );
  }
  if ("rank" in node) {
    return told(
      "none",
      say(id("doc-op-rank"), {
        of: names.operand(node.rank),
        among: among(node.among),
        first: node.first ?? "highest",
      }),
      ...within(node.within),
    );
  }
  if ("percentRank" in node) {
    return told(
      "none",
      say(id("doc-op-percent-rank"), {
        of: names.operand(node.percentRank),
        among: among(node.among),
        method: node.method ?? "below",
      }),
      ...within(node.within),
    );
  }
  if ("lowest" in node) {
    return told(
      "none",
      say(id("doc-op-lowest"), {
        share: [share(node.lowest)],
        of: names.operand(node.of),
        among: among(node.among),
        mode: node.roundCount ?? "up",
        ties: node.ties ?? "included",
        gives: node.gives ?? "yes-no",
      }),
      ...within(node.within),
    );
  }
  if ("nearest" in node) {
    const sentence = say(id("doc-op-nearest"), {
      of: names.operand(node.nearest),
      index: names.operand(node.index),
      count: node.schools,
      gives: node.gives ?? "mean",
      among: among(node.among),
    });
    return told("none", sentence, ...within(node.within));
  }
  const combined = say(id("doc-op-parts"), {
    of: names.operand(node.parts),
    link: names.operand(node.link),
    combine: node.combine,
    among: among(node.among),
  });
  const by = node.weightBy ? [paragraph(say(id("doc-op-parts-weight"), { weight: names.operand(node.weightBy) }))] : [];
  return told("none", combined, ...by);
};

/** The engine writes a share as a decimal or a fraction; a reader knows it as a percentage: `0.05` is 5%. */
export const share = (written: string): string => {
  const [, whole, decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(written) ?? [];
  if (whole === undefined) return written;
  const digits = decimals.padEnd(2, "0");
  const percent = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  return digits.length > 2 ? `${percent}.${digits.slice(2)}%` : `${percent}%`;
};
