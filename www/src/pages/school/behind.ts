// The students behind a school's measures: how many of which group, what they give, and who was left out. Numbers only.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Computed, CountedMeasure, Measure } from "../../../../pkg/evenhand.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { formatNumber, id, t } from "../../text/messages.js";
import { shortNumber } from "../../text/numbers.js";
import { shownText } from "../../text/shown.js";
import { behind } from "../../workbench/questions.js";
import type { Rated } from "../../workbench/workspace.js";
import { nameWords } from "./trace-walk.js";

/** A measure with how it is computed. */
interface Row {
  readonly counted: CountedMeasure;
  readonly computed: Computed;
  readonly measure: Measure;
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

const familiesOf = ({ document }: Rated, counted: readonly CountedMeasure[]): readonly Family[] => {
  const families = new Map<string, Row[]>();
  for (const each of counted) {
    const measure = document.definition.measures[each.measure];
    const computed = measure?.computed;
    if (measure === undefined || computed == null) continue;
    const key = whatIs(computed);
    families.set(key, [...(families.get(key) ?? []), { counted: each, computed, measure }]);
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

const TOOK_PART: Readonly<Record<string, string>> = {
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

/** The section of a school's page. */
class Behind extends SiteElement {
  static override properties = {
    rated: { attribute: false },
    school: { attribute: false },
    _counted: { state: true },
  };
  declare rated: Rated;
  declare school: string;
  declare _counted: readonly CountedMeasure[] | undefined;

  #asked: readonly unknown[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const asked = [this.school, this.rated.result];
    if (asked.every((each, place) => each === this.#asked[place])) return;
    this.#asked = asked;
    this._counted = undefined;
    void behind(this.school).then((counted) => {
      if (this.#asked === asked) this._counted = counted ?? [];
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { _counted: counted } = this;
    // What has no records and isn't asked of this school either says nothing here.
    const families = familiesOf(this.rated, (counted ?? []).filter(isThere));
    if (counted !== undefined && families.length === 0) return nothing;
    const least = Math.min(...families.flatMap(({ rows }) => rows.map(({ counted: { n } }) => n)).filter((n) => n > 0));
    return html`<section class="eh-part" aria-labelledby="behind">
      <h2 id="behind" class="eh-part__title">${t("behind-heading")}</h2>
      <p class="eh-part__lead">${t("behind-lead")}</p>
      ${
        counted === undefined
          ? html`<p class="eh-empty" role="status">${t("question-working")}</p>`
          : html`<p class="eh-behind__copy">
                <strong>${t("working-copy")}</strong>
                ${Number.isFinite(least) ? t("behind-smallest", { n: least }) : nothing}
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
                  ${families.map((family) => this.#family(family))}
                </table>
              </eh-scroll>`
      }
    </section>`;
  }

  #family({ label, rows }: Family): TemplateResult {
    const [only] = rows;
    if (rows.length === 1 && only !== undefined) return html`<tbody>${this.#row(only, label, "")}</tbody>`;
    return html`<tbody>
      <tr class="eh-table__group">
        <th scope="rowgroup" colspan="5">${label}</th>
      </tr>
      ${rows.map((row) => this.#row(row, this.#groupWords(row), "eh-behind__group"))}
    </tbody>`;
  }

  #groupWords(row: Row): string {
    if (!isOfAll(row)) return nameWords(this.rated.document, row.counted.measure);
    const { years } = row.counted;
    return years.length < 2
      ? t("behind-all")
      : t("behind-all-years", { years: years.length, first: years.at(-1) ?? "", last: years[0] ?? "" });
  }

  #row(row: Row, label: string, look: string): TemplateResult {
    const { counted } = row;
    const { n, gives } = counted;
    const small = counted.taken.kind === "absent" && counted.taken.reason === "too-few-students";
    return html`<tr class=${small ? "eh-row--absent" : ""}>
      <th scope="row" class=${look}>${label}</th>
      <td class="eh-number">${formatNumber(n)}</td>
      <td>
        ${n === 0 ? "–" : shownText(gives)}
        ${
          counted.words.length === 0
            ? nothing
            : html`<span class="eh-quiet eh-beside"
                >${inOrder(row)
                  .map(([word, count]) => t("behind-word", { word, count }))
                  .join(" · ")}</span
              >`
        }
      </td>
      <td>${this.#enough(row)}</td>
      <td>${leftOut(counted)}</td>
    </tr>`;
  }

  #enough({ counted: { taken, basis, n }, measure: { minimum } }: Row): string {
    if (basis === "reported") return t("behind-reported", { value: shownText(taken) });
    const least = minimum == null ? undefined : this.rated.document.definition.minimums[minimum]?.n;
    const number = least == null ? undefined : shortNumber(least);
    if (n === 0) return "–";
    if (taken.kind === "absent")
      return taken.reason === "too-few-students" && number !== undefined
        ? t("behind-too-few", { least: number })
        : shownText(taken);
    return number === undefined ? t("behind-no-minimum") : t("behind-enough-yes", { least: number });
  }
}

/** Whether a school has anything of a measure. */
const isThere = ({ n, tookPart, partYear }: CountedMeasure): boolean =>
  n > 0 || tookPart.length > 0 || (partYear ?? 0) > 0;

/** Who isn't among those that count, as far as the counts tell. */
const leftOut = ({ tookPart, partYear }: CountedMeasure): TemplateResult | string => {
  const told = [
    ...(partYear === null || partYear === 0 ? [] : [t("behind-part-year", { count: partYear })]),
    ...tookPart.flatMap(([word, count]) => {
      const said = TOOK_PART[word];
      return said === undefined || count === 0 ? [] : [t(said, { count })];
    }),
  ];
  if (told.length === 0) return partYear === null && tookPart.length === 0 ? "–" : t("behind-nobody");
  return html`<ul class="eh-reasons">
    ${told.map((text) => html`<li>${text}</li>`)}
  </ul>`;
};

customElements.define("eh-behind", Behind);
