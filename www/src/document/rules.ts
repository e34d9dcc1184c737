// How the rating of a kind of school comes about: the rules from the rating down, each once, rules of one form together.
import type { Condition, Finding, Model, Operand } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { listed, say, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";
import { list, paragraph, type Block, type Entry } from "./blocks.js";
import { conditionSentence } from "./condition.js";
import type { Footnotes } from "./footnotes.js";
import { anchorOf, type Names, type RuleNode } from "./names.js";
import { findingSentence, operatorBlocks, type MissingKind } from "./operator.js";
import { roundingSentence } from "./rounding.js";
import { scaleTable } from "./scale.js";

const noResult = (finding: Finding | null | undefined, names: Names): Sentence =>
  finding ? say(id("doc-result-becomes"), { finding: findingSentence(finding, names) }) : say(id("doc-no-result"));

const missingSentence = (node: RuleNode, kind: MissingKind, names: Names): Sentence | undefined => {
  const { missing } = node;
  if (kind === "none") return undefined;
  const single = kind === "single";
  if (missing !== undefined && missing !== "absent" && missing !== "skip") {
    if ("as" in missing) {
      return single
        ? say(id("doc-missing-value-as"), { number: missing.as })
        : say(id("doc-missing-part-as"), { number: missing.as });
    }
    if ("redistribute" in missing) {
      return say(id("doc-missing-redistribute"), { name: [names.titled("redistributions", missing.redistribute)] });
    }
    const result = noResult(missing.becomes, names);
    return single ? say(id("doc-missing-value-becomes"), { result }) : say(id("doc-missing-part-becomes"), { result });
  }
  if (single) return undefined;
  const leavesOut = missing === "skip" || (missing === undefined && (kind === "best" || kind === "eligible"));
  if (!leavesOut) return say(id("doc-missing-part-becomes"), { result: say(id("doc-no-result")) });
  switch (kind) {
    case "eligible":
      return say(id("doc-missing-eligible"));
    case "weighted-mean":
      return say(id("doc-missing-weight-shared"));
    case "weighted-sum":
      return say(id("doc-missing-adds-nothing"));
    default:
      return say(id("doc-missing-left-out"));
  }
};

const modifierBlocks = (
  node: RuleNode,
  kind: MissingKind,
  names: Names,
  notes: Footnotes,
  single?: Operand,
): Block[] => {
  const blocks: Block[] = [];
  const add = (sentence: Sentence | undefined): void => {
    if (sentence !== undefined) blocks.push(paragraph(sentence));
  };
  add(missingSentence(node, kind, names));
  const { needs, penalty, round, ifAbsent, note, unverified } = node;
  if (needs) {
    const otherwise = noResult(needs.otherwise, names);
    const of = (operands: readonly Operand[], type: "conjunction" | "disjunction"): Sentence =>
      listed(names.operands(operands), type);
    if (needs.all?.length) add(say(id("doc-needs-all"), { parts: of(needs.all, "conjunction"), otherwise }));
    if (needs.any?.length) add(say(id("doc-needs-any"), { parts: of(needs.any, "disjunction"), otherwise }));
    if (needs.atLeast) add(say(id("doc-needs-at-least"), { count: needs.atLeast, otherwise }));
  }
  if (penalty) {
    const own = single !== undefined && penalty.by === `${single}#participation`;
    const by = own ? say(id("doc-its-participation")) : names.operand(penalty.by);
    const scale =
      typeof penalty.scale === "string"
        ? say(id("doc-the-scale"), { scale: [names.titled("scales", penalty.scale)] })
        : say(id("doc-this-table"));
    const marks = notes.cite(penalty.cite);
    const told = penalty.round
      ? say(id("doc-penalty-rounded"), { by, scale, rounding: roundingSentence(penalty.round) })
      : say(id("doc-penalty"), { by, scale });
    const floor = penalty.notBelow ? [" ", ...say(id("doc-penalty-floor"), { floor: penalty.notBelow })] : [];
    add([...told, ...floor, ...marks]);
    if (typeof penalty.scale !== "string") {
      blocks.push(...scaleTable(penalty.scale, say(id("doc-penalty-table")), names, notes));
    }
  }
  if (round) add(say(id("doc-round"), { rounding: roundingSentence(round) }));
  if (ifAbsent) add(say(id("doc-if-absent"), { finding: findingSentence(ifAbsent, names) }));
  if (note) blocks.push(paragraph(say(id("doc-note"), { words: inLanguage(note) }), "quiet"));
  if (unverified) blocks.push(paragraph(say(id("doc-unverified"), { words: inLanguage(unverified) }), "doubt"));
  return blocks;
};

/** The one value that a rule reads, where it reads one. */
const singleInput = (node: RuleNode): Operand | undefined => {
  if ("value" in node) return node.value;
  if ("scale" in node) return node.of;
  if ("limit" in node) return node.limit;
  if ("raiseDenominator" in node) return node.raiseDenominator;
  if ("percentile" in node) return node.percentile;
  return undefined;
};

/** Where a rule names its input. A scale may have the same name as a measure, so other keys are left alone. */
const INPUT_KEYS = new Set(["value", "of", "limit", "raiseDenominator", "percentile", "by"]);

/** Rules with the same form differ in their input only. */
const formOf = (node: RuleNode): string | undefined => {
  const input = singleInput(node);
  if (input === undefined) return undefined;
  const same = (key: string, value: unknown): unknown => {
    if (!INPUT_KEYS.has(key) || typeof value !== "string") return value;
    return value === input || value.startsWith(`${input}#`) ? `§${value.slice(input.length)}` : value;
  };
  const { label: _label, ...rest } = node;
  return JSON.stringify(rest, same);
};

const conditionOperands = (condition: Condition<Operand> | null | undefined): Operand[] => {
  if (!condition) return [];
  const { rule } = condition;
  if (rule.kind === "fact") return [rule.fact];
  return (rule.kind === "not" ? [rule.part] : rule.parts).flatMap(conditionOperands);
};

/** Every name that a rule mentions, in the order of its JSON; tables of weights are followed to their parts. */
const inputsOf = (node: RuleNode, names: Names): Operand[] => {
  const { definition } = names;
  const found: Operand[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      if (names.section(value) !== undefined) found.push(value);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      if ("rule" in value) found.push(...conditionOperands(value as Condition<Operand>));
      else for (const [key, inner] of Object.entries(value)) if (!IGNORED.has(key)) visit(inner);
    }
  };
  const choice = "weightedMean" in node ? node.weightedMean : "weightedSum" in node ? node.weightedSum : undefined;
  if (choice === undefined) visit(node);
  else {
    const cases = typeof choice === "string" ? [{ when: null, weights: choice }] : choice;
    for (const { when, weights } of cases) {
      found.push(...conditionOperands(when));
      for (const [part, weight] of Object.entries(definition.weights[weights]?.parts ?? {})) {
        found.push(part);
        visit(weight);
      }
    }
    visit(node.needs);
    visit(node.penalty);
  }
  return found;
};

/** Words and names of other things, which are no values. */
const IGNORED = new Set(["label", "note", "unverified", "cite", "scale", "grid", "in", "ratings", "rating", "outcome"]);

/** The rules that a result rests on, from the top down. */
const reachable = (start: readonly Operand[], names: Names): string[] => {
  const order = new Set<string>();
  // Breadth first: what a rule names is told before what those are made of.
  const waiting = [...start];
  for (let operand = waiting.shift(); operand !== undefined; operand = waiting.shift()) {
    const name = names.entry(operand);
    const node = names.node(name);
    if (node === undefined || order.has(name)) continue;
    order.add(name);
    waiting.push(...inputsOf(node, names));
  }
  return [...order];
};

/** Tells each rule once. What another kind of school shares is pointed at. */
export class RuleTeller {
  readonly #told = new Set<string>();

  constructor(
    private readonly names: Names,
    private readonly notes: Footnotes,
  ) {}

  get told(): ReadonlySet<string> {
    return this.#told;
  }

  /** The rules for a model, and links to those that were told before. */
  model(model: Model): Block[] {
    const start = [model.rating, ...(model.score ? [model.score] : [])];
    return this.from(start);
  }

  from(start: readonly Operand[]): Block[] {
    const all = reachable(start, this.names);
    const fresh = all.filter((name) => !this.#told.has(name));
    // Of what was told before, only what these rules name themselves.
    const named = [...start, ...fresh.flatMap((name) => inputsOf(this.names.node(name)!, this.names))];
    const known = all.filter((name) => this.#told.has(name) && named.some((each) => this.names.entry(each) === name));
    const groups = new Map<string, string[]>();
    for (const name of fresh) {
      const node = this.names.node(name);
      if (node === undefined) continue;
      const key = formOf(node) ?? `only ${name}`;
      groups.set(key, [...(groups.get(key) ?? []), name]);
      this.#told.add(name);
    }
    const entries = [...groups.values()].map((group, place) => this.#entry(group, place + 1));
    if (known.length === 0) return entries;
    const links = known.map((name): Sentence => [this.names.link(name, "nodes")]);
    return [...entries, paragraph(say(id("doc-told-above"), { rules: listed(links) }), "quiet")];
  }

  #title(group: readonly string[]): Sentence {
    const { names } = this;
    const [first = ""] = group;
    const points = group.every((name) => names.givesPointsOf(name));
    if (group.length === 1) {
      // The heading is where the links arrive, so it does not lead anywhere itself.
      const { to: _to, ...name } = names.link(first, "nodes");
      return points ? say(id("doc-rule-points-for"), { name: [name] }) : [name];
    }
    return points
      ? say(id("doc-rule-points-for-several"), { count: group.length })
      : say(id("doc-rule-several"), { count: group.length });
  }

  #entry(group: readonly string[], step: number): Entry {
    const { names, notes } = this;
    const [first = ""] = group;
    const node = names.node(first);
    if (node === undefined) throw new Error(`no rule ${first}`);
    const several = group.length > 1;
    const { blocks, missing } = operatorBlocks(node, names, notes, several ? say(id("doc-each-of-these")) : undefined);
    const marks = notes.cite(node.cite);
    const [head, ...rest] = blocks;
    const marked = head?.kind === "paragraph" ? { ...head, sentence: [...head.sentence, ...marks] } : head;
    const members = several ? [list(group.map((name) => this.#member(name)))] : [];
    return {
      kind: "entry",
      anchor: anchorOf("nodes", first),
      anchors: group.slice(1).map((name) => anchorOf("nodes", name)),
      title: this.#title(group),
      step,
      blocks: [
        ...(marked === undefined ? [] : [marked]),
        ...members,
        ...rest,
        ...modifierBlocks(node, missing, names, notes, singleInput(node)),
      ],
    };
  }

  /** One of several rules of the same form: its input, and its own name where that is another. */
  #member(name: string): Sentence {
    const { names } = this;
    const node = names.node(name);
    const input = node === undefined ? undefined : singleInput(node);
    if (input === undefined) return [names.link(name, "nodes")];
    if (names.label(name) === names.label(names.entry(input))) return names.operand(input);
    const { to: _to, ...own } = names.link(name, "nodes");
    return say(id("doc-member"), { name: [own], input: names.operand(input) });
  }
}

/** Who a kind of school's rules are for. */
export const modelAudience = (model: Model, first: boolean, names: Names, notes: Footnotes): Sentence => {
  if (model.when) return say(id("doc-model-when"), { condition: conditionSentence(model.when, names, notes) });
  return first ? say(id("doc-model-every")) : say(id("doc-model-all"));
};
