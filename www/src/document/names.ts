// How the document calls what a policy names, and where in the document it stands.
import type { Attribute, Measure, Modifiers, Operator, PolicyDocument } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { plainText, say, type Name, type Sentence } from "../text/sentence.js";
import { words as inLanguage } from "../text/words.js";

/** A node as it stands in a definition: one operator and its modifiers. */
export type RuleNode = Operator & Modifiers;

export type SectionName =
  | "facts"
  | "measures"
  | "nodes"
  | "scales"
  | "grids"
  | "ratings"
  | "outcomes"
  | "weights"
  | "redistributions"
  | "references"
  | "minimums"
  | "enrollments"
  | "models";

/** The place of an entry in the document. */
export const anchorOf = (section: SectionName, name: string): string => `${section}/${name}`;

/** An operand taken apart: `name#attribute@years`. */
interface Reference {
  readonly name: string;
  readonly attribute: Attribute;
  readonly years: number;
}

const referenceOf = (operand: string): Reference => {
  const [, name = operand, attribute = "value", years = "0"] =
    /^([^#@]*)(?:#([a-z-]+))?(?:@(-?\d+))?$/.exec(operand) ?? [];
  return { name, attribute: attribute as Attribute, years: Number(years) };
};

const isNumber = (text: string): boolean => /^-?[\d.]/.test(text);

export class Names {
  constructor(private readonly document: PolicyDocument) {}

  get definition(): PolicyDocument["definition"] {
    return this.document.definition;
  }

  node(name: string): RuleNode | undefined {
    return this.definition.nodes[name];
  }

  measure(operand: string): Measure | undefined {
    return this.definition.measures[referenceOf(operand).name];
  }

  /** The bare name under which an operand stands in the definition. */
  entry(operand: string): string {
    return referenceOf(operand).name;
  }

  /** The section in which an operand's name stands; none for a number. */
  section(operand: string): "facts" | "measures" | "nodes" | undefined {
    const { name } = referenceOf(operand);
    return (["nodes", "measures", "facts"] as const).find((section) => Object.hasOwn(this.definition[section], name));
  }

  /** What a person calls it. */
  label(name: string): string {
    const words = this.document.labels[name];
    return words === undefined ? name : inLanguage(words);
  }

  /** Whether a rule has no name of its own and is called by the measure whose points it gives. */
  givesPointsOf(name: string): boolean {
    const node = this.node(name);
    return (
      node !== undefined && "scale" in node && (node.label ?? undefined) === undefined && this.label(name) !== name
    );
  }

  /** Its name, leading to where it is told. */
  link(name: string, section: "facts" | "measures" | "nodes" | undefined = this.section(name)): Name {
    const text = this.label(name);
    const kind = text === name ? "code" : "name";
    return section === undefined ? { kind, text } : { kind, text, to: anchorOf(section, name) };
  }

  /** A number, or the name of a value: with the participation or the year that is meant. */
  operand(operand: string): Sentence {
    const { name, attribute, years } = referenceOf(operand);
    const section = this.section(operand);
    if (section === undefined) return [isNumber(operand) ? operand : { kind: "code", text: operand }];
    const value: Sentence = this.givesPointsOf(name)
      ? say(id("doc-points-for"), { name: [this.link(name)] })
      : [this.link(name)];
    const meant = attribute === "value" ? value : say(id("doc-attribute"), { attribute, name: value });
    if (years === 0) return meant;
    return say(years < 0 ? id("doc-years-before") : id("doc-years-after"), { name: meant, count: Math.abs(years) });
  }

  operands(operands: readonly string[]): Sentence[] {
    return operands.map((operand) => this.operand(operand));
  }

  /** The sign that a number of this operand's kind carries. */
  percent(operand: string): boolean {
    const { attribute } = referenceOf(operand);
    if (attribute === "participation" || attribute === "response-rate") return true;
    return attribute === "value" && this.measure(operand)?.unit === "percent";
  }

  /** A value as a policy writes it, beside what it is compared with. */
  literal(written: string, comparedWith?: string): Sentence {
    if (!isNumber(written)) return [{ kind: "quote", text: this.ratingWords(written) }];
    const percent = comparedWith !== undefined && this.percent(comparedWith) && !written.endsWith("%");
    return [percent ? `${written}%` : written];
  }

  /** A rating's words, where the text names a rating. */
  ratingWords(written: string): string {
    for (const scale of Object.values(this.definition.ratings)) {
      const level = scale.lowestFirst.find(({ rating, also }) => rating === written || also?.includes(written));
      if (level !== undefined) return level.label ? inLanguage(level.label) : level.rating;
    }
    return written;
  }

  /** A rating where it stands by itself in a table. */
  ratingCell(written: string): Sentence {
    return [{ kind: "name", text: this.ratingWords(written), to: "ratings" }];
  }

  rating(written: string): Sentence {
    return [{ kind: "quote", text: this.ratingWords(written), to: "ratings" }];
  }

  outcome(name: string): Sentence {
    const outcome = this.definition.outcomes[name];
    const text = outcome === undefined ? name : inLanguage(outcome.label);
    return [{ kind: "quote", text, to: "ratings" }];
  }

  /** The name of a table, a scale and the like: its own words, or the name under which it stands. */
  titled(
    section: "scales" | "grids" | "weights" | "references" | "redistributions" | "minimums" | "enrollments",
    name: string,
  ): Name {
    const entry = this.definition[section][name];
    const label = entry !== undefined && "label" in entry ? entry.label : undefined;
    const text = label ? inLanguage(label) : spoken(name);
    const title = section === "redistributions" ? plainText(say(id("doc-redistribution-title"), { name: text })) : text;
    return { kind: "name", text: title, to: anchorOf(section, name) };
  }
}

/** A name made of small letters, hyphens and dots, as words. */
export const spoken = (name: string): string => {
  const words = name.replace(/[-._]+/g, " ").trim();
  return words === "" ? name : words[0]!.toUpperCase() + words.slice(1);
};
