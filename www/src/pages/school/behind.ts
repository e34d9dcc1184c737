// The students behind a school's measures: how many of which group, what they give, and who was left out. Numbers only.
import { html, nothing, type TemplateResult } from "lit";
import type { Computed, CountedMeasure, Measure, PolicyDocument, Step, Trace } from "../../../../pkg/evenhand.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { formatNumber, id, t } from "../../text/messages.js";
import { shortNumber } from "../../text/numbers.js";
import { shownText } from "../../text/shown.js";
import { nameWords } from "./trace-walk.js";

/** A measure with how it is computed, and what the rating makes of it. */
interface Row {
  readonly counted: CountedMeasure;
  readonly computed: Computed;
  readonly measure: Measure;
  readonly step: Step;
}

/** Measures that count the same of different students stand together. */
interface Family {
  readonly label: string;
  readonly rows: readonly Row[];
}

const isOfAll = ({ computed }: Row): boolean =>
  Object.keys(computed.group ?? {}).length === 0 && (computed.anyGroup ?? []).length === 0;

/** What is counted, whoever the students are. */
const whatIs = ({ group: _, anyGroup: __, years: ___, ...what }: Computed): string => JSON.stringify(what);

/** The measures of the school's own model; what stands behind others says nothing of its rating. */
const rowsOf = (counted: readonly CountedMeasure[], { steps }: Trace, { definition }: PolicyDocument): readonly Row[] =>
  counted.flatMap((counted): Row[] => {
    const measure = definition.measures[counted.measure];
    const step = steps.find(
      ({ name, attribute, years }) => name === counted.measure && attribute === "value" && years === 0,
    );
    return step === undefined || measure?.computed == null || !isThere(counted)
      ? []
      : [{ counted, computed: measure.computed, measure, step }];
  });

/** Whether the school has anything of a measure. */
const isThere = ({ n, others }: CountedMeasure): boolean => n > 0 || others.some(([, count]) => count > 0);

const familiesOf = (rows: readonly Row[], document: PolicyDocument): readonly Family[] => {
  const families = new Map<string, Row[]>();
  for (const row of rows) {
    const key = whatIs(row.computed);
    families.set(key, [...(families.get(key) ?? []), row]);
  }
  return [...families.values()].map((rows) => {
    const all = rows.filter(isOfAll);
    const first = all[0] ?? rows[0];
    // All students first, then the groups in the framework's order.
    return {
      label: first === undefined ? "" : nameWords(document, first.counted.measure),
      rows: [...all, ...rows.filter((row) => !all.includes(row))],
    };
  });
};

const LEFT_OUT: Readonly<Record<string, string>> = {
  "part-year": id("behind-part-year"),
  "part-year-or-unknown": id("behind-part-year-or-unknown"),
  "too-few-days": id("behind-too-few-days"),
  "no-percentile": id("behind-no-percentile"),
  "no-stay": id("behind-no-stay"),
  "not-tested": id("behind-not-tested"),
  excused: id("behind-excused"),
};

/** The words as the framework lists them, so that levels stand in their order. */
const inOrder = ({ computed, counted }: Row): readonly (readonly [string, number])[] => {
  const told = [...(computed.counts ?? []), ...Object.keys(computed.worth ?? {}), ...(computed.others ?? [])];
  const order = told.map((word) => word.toLowerCase());
  const at = ([word]: readonly [string, number]): number => {
    const place = order.indexOf(word.toLowerCase());
    return place < 0 ? order.length : place;
  };
  return [...counted.words].sort((a, b) => at(a) - at(b));
};

/** How many have which word. */
const wordsOf = (row: Row): string => {
  const { words } = row.counted;
  if (row.computed.statistic !== "chronic-absence")
    return inOrder(row)
      .map(([word, count]) => t("behind-word", { word, count }))
      .join(" · ");
  const of = (wanted: string): number => words.find(([word]) => word === wanted)?.[1] ?? 0;
  return t("behind-chronic", { yes: of("yes"), no: of("no") });
};

/** The section of a school's page. */
class Behind extends SiteElement {
  static override properties = {
    behind: { attribute: false },
    trace: { attribute: false },
    document: { attribute: false },
  };
  declare behind: readonly CountedMeasure[];
  declare trace: Trace;
  declare document: PolicyDocument;

  override render(): TemplateResult | typeof nothing {
    const rows = rowsOf(this.behind, this.trace, this.document);
    if (rows.length === 0) return nothing;
    const smallest = Math.min(...rows.map(({ counted: { n } }) => n).filter((n) => n > 0));
    return html`<section class="eh-part" aria-labelledby="behind">
      <h2 id="behind" class="eh-part__title">${t("behind-heading")}</h2>
      <p class="eh-part__lead">${t("behind-lead")}</p>
      <p class="eh-behind__copy">
        <strong>${t("working-copy")}</strong>
        ${Number.isFinite(smallest) ? t("behind-smallest", { n: smallest }) : nothing}
      </p>
      <eh-scroll label=${t("behind-heading")}>
        <table class="usa-table eh-table eh-behind">
          <caption class="usa-sr-only">
            ${t("behind-heading")}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("behind-measure")}</th>
              <th scope="col" class="eh-number">${t("behind-n")}</th>
              <th scope="col">${t("behind-gives")}</th>
              <th scope="col">${t("behind-enough")}</th>
              <th scope="col">${t("behind-left-out")}</th>
            </tr>
          </thead>
          ${familiesOf(rows, this.document).map((family) => this.#family(family))}
        </table>
      </eh-scroll>
    </section>`;
  }

  #family({ label, rows }: Family): TemplateResult {
    const [only] = rows;
    if (rows.length === 1 && only !== undefined)
      return html`<tbody>
        ${this.#row(only, label, "")}
      </tbody>`;
    return html`<tbody>
      <tr class="eh-table__group">
        <th scope="rowgroup" colspan="5">${label}</th>
      </tr>
      ${rows.map((row) => this.#row(row, this.#groupWords(row), "eh-behind__group"))}
    </tbody>`;
  }

  #groupWords(row: Row): string {
    if (!isOfAll(row)) return nameWords(this.document, row.counted.measure);
    const years = row.computed.years ?? 1;
    return years < 2 ? t("behind-all") : t("behind-all-years", { years });
  }

  #row(row: Row, label: string, look: string): TemplateResult {
    const { counted, step } = row;
    return html`<tr class=${step.value.kind === "absent" ? "eh-row--absent" : ""}>
      <th scope="row" class=${look}>${label}</th>
      <td class="eh-number">${formatNumber(counted.n)}</td>
      <td>
        ${counted.gives === null ? "–" : shownText(counted.gives)}
        ${counted.words.length === 0 ? nothing : html`<span class="eh-quiet eh-beside">${wordsOf(row)}</span>`}
      </td>
      <td>${this.#enough(row)}</td>
      <td>${leftOut(counted)}</td>
    </tr>`;
  }

  #enough({ step, counted: { n }, measure: { minimum } }: Row): string {
    const { value, observed } = step;
    if (observed?.basis === "reported") return t("behind-reported", { value: shownText(value) });
    if (n === 0) return "–";
    const least = minimum == null ? undefined : this.document.definition.minimums[minimum]?.n;
    const number = least == null ? undefined : shortNumber(least);
    if (value.kind === "absent")
      return value.reason === "too-few-students" && number !== undefined
        ? t("behind-too-few", { least: number })
        : shownText(value);
    return number === undefined ? t("behind-no-minimum") : t("behind-enough-yes", { least: number });
  }
}

/** Who isn't among those that count, as far as the counts tell. */
const leftOut = ({ others }: CountedMeasure): TemplateResult | string => {
  const told = others.flatMap(([word, count]) => {
    const said = LEFT_OUT[word];
    return said === undefined || count === 0 ? [] : [t(said, { count })];
  });
  if (told.length === 0) return t(others.length === 0 ? "behind-not-told" : "behind-nobody");
  return html`<ul class="eh-reasons">
    ${told.map((text) => html`<li>${text}</li>`)}
  </ul>`;
};

customElements.define("eh-behind", Behind);
