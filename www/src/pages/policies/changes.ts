// The places where two policies differ, in a reader's words instead of JSON pointers.
import type { DocumentChange, PolicyDocument } from "../../../../pkg/evenhand.js";
import { Names, spoken } from "../../document/names.js";
import { hasMessage, t } from "../../text/messages.js";
import { words } from "../../text/words.js";

export interface ReadableChange {
  readonly kind: "added" | "removed" | "changed";
  /** What was changed: a measure, a rule, a scale, by its name. */
  readonly entry: string | undefined;
  /** Where in it. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly ReadableChange[];
}

const steps = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The title block of a policy has no section of its own. */
const ABOUT = new Set(["evenhand", "$schema", "id", "version", "title", "authority", "about", "effective"]);

/** A field's name in the language, in a reader's words. */
export const fieldWords = (field: string): string => {
  const id = `field-${field.replace(/^\$/, "")}`;
  return hasMessage(id) ? t(id) : field;
};

const sectionTitle = (section: string): string => {
  const id = `section-${section}`;
  return hasMessage(id) ? t(id) : spoken(section);
};

const named = (section: string, name: string, document: PolicyDocument): string | undefined => {
  const { definition } = document;
  const names = new Names(document);
  if (section === "nodes" || section === "measures" || section === "facts") {
    return document.labels[name] === undefined ? undefined : words(document.labels[name]);
  }
  if (section === "models" || section === "outcomes" || section === "labels") {
    const entry = definition[section][name];
    return entry === undefined ? undefined : words(entry.label);
  }
  if (["scales", "grids", "weights", "references", "redistributions", "minimums", "enrollments"].includes(section)) {
    const titled = section as "scales";
    return definition[titled][name] === undefined ? undefined : names.titled(titled, name).text;
  }
  return undefined;
};

/** The rest of a pointer: "row 2, points". */
const pathWords = (rest: readonly string[], label: (name: string) => string): string =>
  rest
    .map((step) => (/^\d+$/.test(step) ? t("compare-item", { number: String(Number(step) + 1) }) : label(step)))
    .join(" › ");

/** A result in words for the eyes: names of things by what a person calls them where the whole text is one name. */
const value = (text: string | null, document: PolicyDocument): string | undefined => {
  if (text === null) return undefined;
  const label = document.labels[text];
  return label === undefined ? text : words(label);
};

export const grouped = (
  changes: readonly DocumentChange[],
  before: PolicyDocument,
  after: PolicyDocument,
): readonly ChangeGroup[] => {
  const groups = new Map<string, ReadableChange[]>();
  for (const change of changes) {
    const [first = "", ...rest] = steps(change.pointer);
    const about = ABOUT.has(first);
    const isList = first === "published";
    const section = about ? t("section-title") : sectionTitle(first);
    const [name, ...inner] = rest;
    const entry =
      about || isList || name === undefined
        ? undefined
        : (named(first, name, after) ?? named(first, name, before) ?? spokenEntry(first, name));
    const label = (step: string): string => {
      const known = after.labels[step] ?? before.labels[step];
      return known === undefined ? fieldWords(step) : words(known);
    };
    const path = about ? pathWords([first, ...rest], label) : pathWords(isList ? rest : inner, label);
    const readable: ReadableChange = {
      kind: change.before === null ? "added" : change.after === null ? "removed" : "changed",
      entry,
      path,
      before: value(change.before, before),
      after: value(change.after, after),
    };
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [readable]);
    else group.push(readable);
  }
  return [...groups].map(([title, all]) => ({ title, changes: all }));
};

const spokenEntry = (section: string, name: string): string => (section === "school" ? fieldWords(name) : spoken(name));
