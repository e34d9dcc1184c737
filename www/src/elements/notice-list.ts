import { html, nothing, type TemplateResult } from "lit";
import type { Notice, Place, Severity, Words } from "../../../pkg/evenhand.js";
import { href } from "../shell/location.js";
import { id, t } from "../text/messages.js";
import { noticeRemedy, noticeWords } from "../text/notice.js";
import { words } from "../text/words.js";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const NAMES: Readonly<Record<Severity, string>> = {
  error: id("notice-error"),
  warning: id("notice-warning"),
  info: id("notice-info"),
};

/** More places than this help nobody, and would keep the page waiting. */
const PLACES = 100;
const TEXTS = 12;

const placeWords = (place: Place): string =>
  [
    place.file,
    place.line === undefined ? undefined : t("notice-line", { line: String(place.line) }),
    place.column === undefined ? undefined : t("notice-column", { column: place.column }),
    place.pointer === undefined || place.pointer === "" ? undefined : t("notice-pointer", { pointer: place.pointer }),
  ]
    .filter((part) => part !== undefined)
    .join(", ");

const placeItem = (place: Place, schools: boolean): TemplateResult => {
  const words = placeWords(place);
  const school =
    place.school === undefined
      ? nothing
      : schools
        ? html`<a href=${href("/school", { id: place.school })}>${t("notice-school", { school: place.school })}</a>`
        : t("notice-school", { school: place.school });
  return html`<li>${words}${words !== "" && place.school !== undefined ? ", " : nothing}${school}</li>`;
};

const hasPlace = ({ file, line, column, pointer, school }: Place): boolean =>
  [file, line, column, pointer, school].some((part) => part !== undefined && part !== "");

interface Options {
  /** How people call what notices name, by its name in the framework. */
  readonly labels?: Readonly<Record<string, Words>>;
  /** Whether columns are named as the file heads them, and not by their labels. */
  readonly asHeaded?: boolean;
  /** Whether the schools have pages to be linked to. */
  readonly schools?: boolean;
  /** The file that all of them speak of: then its name isn't repeated. */
  readonly file?: string;
  /** How many texts of a kind stand open. */
  readonly texts?: number;
}

const group = (notices: readonly Notice[], { schools = false, file, texts: most = TEXTS }: Options): TemplateResult => {
  const first = notices[0];
  if (first === undefined) return html``;
  const texts = new Map<string, Notice[]>();
  for (const notice of notices) {
    const words = noticeWords(notice);
    const known = texts.get(words);
    if (known === undefined) texts.set(words, [notice]);
    else known.push(notice);
  }
  const all = [...texts];
  const remedies = new Set(notices.slice(0, PLACES).map(noticeRemedy));
  const shorter = ({ place }: Notice): Place => {
    const { file: named, ...rest } = place;
    return named === file || named === undefined ? rest : place;
  };
  const places = (of: readonly Notice[]): TemplateResult | typeof nothing => {
    const known = of.map(shorter).filter(hasPlace);
    if (known.length === 0) return nothing;
    const [only] = known;
    if (known.length === 1 && only !== undefined)
      return html`<ul class="eh-notice__places">
        ${placeItem(only, schools)}
      </ul>`;
    return html`<details class="eh-notice__more">
      <summary>${t("notice-places", { count: known.length })}</summary>
      <ul class="eh-notice__places">
        ${known.slice(0, PLACES).map((place) => placeItem(place, schools))}
        ${known.length > PLACES ? html`<li>${t("notice-more", { count: known.length - PLACES })}</li>` : nothing}
      </ul>
    </details>`;
  };
  return html`<li class="eh-notice eh-notice--${first.severity}">
    <p class="eh-notice__kind">
      ${t(NAMES[first.severity])}${notices.length > 1 ? html` <span>${t("notice-times", { count: notices.length })}</span>` : nothing}
    </p>
    ${all.slice(0, most).map(
      ([text, of]) =>
        html`<p class="eh-notice__text">${text}</p>
          ${places(of)}`,
    )}
    ${
      all.length > most
        ? html`<details class="eh-notice__more">
            <summary>${t("notice-more", { count: all.length - most })}</summary>
            ${all.slice(most, PLACES).map(
              ([text, of]) =>
                html`<p class="eh-notice__text">${text}</p>
                  ${places(of)}`,
            )}
          </details>`
        : nothing
    }
    ${[...remedies].slice(0, 3).map((remedy) => html`<p class="eh-notice__remedy">${remedy}</p>`)}
    <p class="eh-notice__code">${first.code}</p>
  </li>`;
};

/** The arguments that are lists of names of measures, facts, nodes and student groups. */
const LISTS_OF_NAMES: ReadonlySet<string> = new Set(["measures", "facts", "needs", "groups"]);

/** A notice names measures as the framework does, and elements as the standard; people know them by their labels. */
const labelled = (notice: Notice, labels: Readonly<Record<string, Words>>, asHeaded: boolean): Notice => {
  const label = (text: string): string => (text in labels ? words(labels[text] ?? text) : text);
  const { column } = notice.place;
  return {
    ...notice,
    place: column === undefined || asHeaded ? notice.place : { ...notice.place, column: label(column) },
    arguments: Object.fromEntries(
      Object.entries(notice.arguments).map(([name, value]) => [
        name,
        typeof value === "string" && (name === "measure" || name === "name" || name === "element")
          ? label(value)
          : Array.isArray(value) && LISTS_OF_NAMES.has(name)
            ? value.map(label)
            : value,
      ]),
    ),
  };
};

/** Notices by what they tell, the gravest first. */
const kindsOf = (told: readonly Notice[], { labels, asHeaded = false }: Options): readonly (readonly Notice[])[] => {
  // Thousands of one kind are counted, and only some of them shown.
  const notices = labels === undefined ? told : told.map((notice) => labelled(notice, labels, asHeaded));
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = `${String(SEVERITIES.indexOf(notice.severity))} ${notice.code}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [notice]);
    else known.push(notice);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => of);
};

const listOf = (kinds: readonly (readonly Notice[])[], options: Options): TemplateResult =>
  html`<ul class="eh-notices">
    ${kinds.map((of) => group(of, options))}
  </ul>`;

/** Notices by what they tell, the gravest first; many of one kind stand together, with their places to unfold. */
export const noticeList = (told: readonly Notice[], options: Options = {}): TemplateResult | typeof nothing =>
  told.length === 0 ? nothing : listOf(kindsOf(told, options), options);

const HEADINGS: Readonly<Record<Severity, string>> = {
  error: id("notices-errors"),
  warning: id("notices-warnings"),
  info: id("notices-notes"),
};

/** So many kinds of a severity stand open; whoever has more unfolds them. */
const KINDS: Readonly<Record<Severity, number>> = { error: 5, warning: 3, info: 2 };

/** Where much may have been noticed, one kind must not push the others out of sight. */
const FEW_TEXTS = 4;

/** How many there are of each severity: `3 errors, 8 warnings`. */
export const severitiesSaid = (told: readonly Notice[]): string =>
  SEVERITIES.flatMap((severity) => {
    const count = told.filter((notice) => notice.severity === severity).length;
    return count === 0 ? [] : [t(HEADINGS[severity], { count })];
  }).join(" · ");

/** The same under a heading for each severity, for a page on which much may have been noticed. */
export const noticesBySeverity = (told: readonly Notice[], options: Options = {}): TemplateResult | typeof nothing => {
  if (told.length === 0) return nothing;
  return html`${SEVERITIES.map((severity) => {
    const notices = told.filter((notice) => notice.severity === severity);
    if (notices.length === 0) return nothing;
    const kinds = kindsOf(notices, options);
    // A fold around a single one would be longer than the one.
    const open = kinds.length <= KINDS[severity] + 1 ? kinds.length : KINDS[severity];
    const folded = kinds.slice(open);
    return html`<h3 class="eh-severity eh-severity--${severity}">
        ${t(HEADINGS[severity], { count: notices.length })}
      </h3>
      ${listOf(kinds.slice(0, open), { texts: FEW_TEXTS, ...options })}
      ${
        folded.length === 0
          ? nothing
          : html`<details class="eh-fold">
              <summary>${t("notices-more-kinds", { count: folded.length })}</summary>
              ${listOf(folded, { texts: FEW_TEXTS, ...options })}
            </details>`
      }`;
  })}`;
};
