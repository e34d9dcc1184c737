// Conditions as sentences.
import type { Comparison, Condition, Operand } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { listed, say, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";
import type { Footnotes } from "./footnotes.js";
import type { Names } from "./names.js";

type FactCondition = Condition<Operand>;

const comparison = ({ fact: name, test, whenUnknown }: Comparison<Operand>, names: Names): Sentence => {
  const fact = names.operand(name);
  const one = (written: string): Sentence => names.literal(written, name);
  const several = (written: readonly string[]): Sentence => listed(written.map(one), "disjunction");
  const compared = (): Sentence => {
    if ("atLeast" in test) return say(id("doc-test-at-least"), { fact, value: one(test.atLeast) });
    if ("atMost" in test) return say(id("doc-test-at-most"), { fact, value: one(test.atMost) });
    if ("above" in test) return say(id("doc-test-above"), { fact, value: one(test.above) });
    if ("below" in test) return say(id("doc-test-below"), { fact, value: one(test.below) });
    if ("equals" in test) return say(id("doc-test-equals"), { fact, value: one(test.equals) });
    if ("in" in test) return say(id("doc-test-in"), { fact, value: several(test.in) });
    if ("contains" in test) return say(id("doc-test-contains"), { fact, value: one(test.contains) });
    if ("containsAny" in test) return say(id("doc-test-contains"), { fact, value: several(test.containsAny) });
    return say(test.known ? id("doc-test-known") : id("doc-test-not-known"), { fact });
  };
  if ((whenUnknown ?? undefined) === undefined) return compared();
  return say(id("doc-when-unknown"), { condition: compared(), counts: whenUnknown as string });
};

/** Parts that are themselves made of parts stand in brackets, so that "and" and "or" cannot be mistaken. */
const part = (condition: FactCondition, names: Names, notes: Footnotes): Sentence => {
  const text = conditionSentence(condition, names, notes);
  const { rule } = condition;
  const simple = rule.kind === "fact" || (rule.kind !== "not" && rule.parts.length === 1);
  return simple ? text : ["(", ...text, ")"];
};

/** A condition as part of a sentence: "the score is 90 or more and …". */
export const conditionSentence = (condition: FactCondition, names: Names, notes: Footnotes): Sentence => {
  const { rule } = condition;
  const parts = (of: readonly FactCondition[]): Sentence[] => of.map((each) => part(each, names, notes));
  const written = (): Sentence => {
    switch (rule.kind) {
      case "all":
        return listed(parts(rule.parts), "conjunction");
      case "any":
        return listed(parts(rule.parts), "disjunction");
      case "not":
        return say(id("doc-condition-not"), { condition: conditionSentence(rule.part, names, notes) });
      case "atLeast":
        return say(id("doc-condition-at-least"), { count: rule.count, parts: listed(parts(rule.parts)) });
      case "fact":
        return comparison(rule, names);
    }
  };
  const marked = [...written(), ...notes.citations(condition.citations)];
  const { label } = condition;
  if ((label ?? undefined) === undefined || label === undefined) return marked;
  return say(id("doc-condition-labelled"), { label: inLanguage(label), condition: marked });
};
