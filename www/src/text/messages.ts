import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { LANGUAGES, LOCALE_TAGS, language, type Language } from "./language.js";

export type Values = Record<string, FluentVariable>;

const bundles = new Map<Language, FluentBundle>();

/** Takes the texts of all `.ftl` files. Both languages are held, since none can be fetched later. */
export const readMessages = (sources: ReadonlyMap<Language, readonly string[]>): void => {
  for (const each of LANGUAGES) {
    const bundle = new FluentBundle(LOCALE_TAGS[each], { useIsolating: false });
    for (const source of sources.get(each) ?? []) bundle.addResource(new FluentResource(source));
    bundles.set(each, bundle);
  }
};

const lookUp = (bundle: FluentBundle | undefined, id: string, values: Values | undefined): string | undefined => {
  const [name = id, attribute] = id.split(".", 2);
  const message = bundle?.getMessage(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (bundle === undefined || pattern === undefined || pattern === null) return undefined;
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, values ?? null, errors);
  for (const error of errors) console.warn(`message ${id}: ${error.message}`);
  return text;
};

/** Whether there are words for this id in the reader's language, or in English. `name.attribute` asks for a part. */
export const hasMessage = (id: string): boolean =>
  [language.value, "en" as const].some((each) => {
    const [name = id, attribute] = id.split(".", 2);
    const message = bundles.get(each)?.getMessage(name);
    return attribute === undefined ? message?.value != null : message?.attributes[attribute] !== undefined;
  });

/** The words for a message id in the reader's language; in English where a translation is missing; else the id itself. */
export const t = (id: string, values?: Values): string =>
  lookUp(bundles.get(language.value), id, values) ?? lookUp(bundles.get("en"), id, values) ?? id;

/** The particular values of a variable for which a message has words of their own. */
export const choicesOf = (id: string, variable: string): readonly string[] => {
  const [name = id, attribute] = id.split(".", 2);
  const message = (bundles.get(language.value) ?? bundles.get("en"))?.getMessage(name);
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (typeof part !== "object" || part === null || !("type" in part) || part.type !== "select") return;
    const { selector, variants } = part as unknown as Select;
    if (selector.type === "var" && selector.name === variable)
      found.push(...variants.map(({ key }) => String(key.value)));
    for (const variant of variants) visit(variant.value);
  };
  visit(attribute === undefined ? message?.value : message?.attributes[attribute]);
  return found;
};

/** How the library keeps a choice between variants. */
interface Select {
  readonly selector: { readonly type: string; readonly name?: string };
  readonly variants: readonly { readonly key: { readonly value: unknown }; readonly value: unknown }[];
}

/** Marks a message id that is kept for later, so that the test of the texts sees it. */
export const id = <Id extends string>(name: Id): Id => name;

/** Making one takes far longer than using it. */
const formats = new Map<string, Intl.NumberFormat>();

export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string => {
  const key = `${language.value} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(LOCALE_TAGS[language.value], options);
  formats.set(key, format);
  return format.format(value);
};

/** An ISO day such as `2026-03-01`, read as that day wherever the reader is. */
export const formatDay = (day: string): string =>
  new Intl.DateTimeFormat(LOCALE_TAGS[language.value], { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

/** A day of every year such as `10-01`: "October 1". */
export const formatDayOfYear = (day: string): string =>
  new Intl.DateTimeFormat(LOCALE_TAGS[language.value], { month: "long", day: "numeric", timeZone: "UTC" }).format(
    new Date(`2000-${day}`),
  );
