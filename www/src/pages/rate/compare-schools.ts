import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { RatedSchool, Shown, Step, Trace } from "../../../../pkg/evenhand.js";
import { ratingBadge } from "../../elements/rating-badge.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { changeSettings, href, place } from "../../shell/location.js";
import { printNote } from "../../shell/print-note.js";
import { t } from "../../text/messages.js";
import { near, pluralOf } from "../../text/numbers.js";
import { shownText } from "../../text/shown.js";
import { words } from "../../text/words.js";
import { chosenSchools, MOST_COMPARED } from "../../workbench/questions.js";
import { explain, workspace, type Rated } from "../../workbench/workspace.js";
import { givesPoints, measureBelow, stepAt, stepWords } from "../school/trace-walk.js";
import { noteRatings } from "./rate.js";
import { groupingsBeside, groupOf, scoreText } from "./table-view.js";

/** The address at which these schools stand side by side. */
export const comparePath = (schools: readonly string[]): string =>
  href("/rate/compare", { schools: schools.join("|") });

/** What stands in a row for one school. */
interface Cell {
  /** The step whose result is compared. */
  readonly step: Step;
  /** The measure below it. */
  readonly measure: Step | undefined;
  /** Whether it is worth points. */
  readonly points: boolean;
}

interface Row {
  readonly label: string;
  readonly cells: readonly (Cell | undefined)[];
}

interface Side {
  readonly school: RatedSchool;
  readonly trace: Trace | undefined;
}

const same = (a: Shown | undefined, b: Shown | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const cellDiffers = (cells: readonly (Cell | undefined)[]): boolean =>
  cells.some(
    (cell) => !same(cell?.step.value, cells[0]?.step.value) || !same(cell?.measure?.value, cells[0]?.measure?.value),
  );

/** The parts of all schools' models by indicator, each part once, in the order in which it is met. */
const rowsOf = (sides: readonly Side[]): ReadonlyMap<string, readonly Row[]> => {
  const indicators = new Map<string, Map<string, (Cell | undefined)[]>>();
  sides.forEach(({ trace }, side) => {
    if (trace === undefined) return;
    for (const { label, parts } of trace.indicators) {
      const rows = indicators.get(words(label)) ?? new Map<string, (Cell | undefined)[]>();
      indicators.set(words(label), rows);
      for (const part of parts) {
        const step = stepAt(trace, part);
        if (step === undefined) continue;
        const measure = measureBelow(trace, part);
        // Two models may work the same measure out by other scales.
        const key = stepWords(step);
        const cells = rows.get(key) ?? sides.map(() => undefined);
        cells[side] ??= { step, measure: measure === step ? undefined : measure, points: givesPoints(trace, part) };
        rows.set(key, cells);
      }
    }
  });
  return new Map([...indicators].map(([name, rows]) => [name, [...rows].map(([label, cells]) => ({ label, cells }))]));
};

/** Up to four schools side by side, with what differs marked. */
class CompareSchools extends SiteElement {
  static override properties = { _traces: { state: true }, _differing: { state: true } };
  declare _traces: ReadonlyMap<string, Trace>;
  declare _differing: boolean;
  #asked: { readonly result: unknown; readonly schools: string } | undefined;

  constructor() {
    super();
    this._traces = new Map();
    this._differing = false;
  }

  protected override watched() {
    return [workspace, place];
  }

  override disconnectedCallback(): void {
    printNote.set([]);
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { rated } = workspace.value;
    if (rated !== undefined) noteRatings(rated);
  }

  #wanted(rated: Rated): readonly string[] {
    const wanted = (place.value.settings.get("schools") ?? "").split("|");
    return [...new Set(wanted)].filter((school) => rated.schools.has(school)).slice(0, MOST_COMPARED);
  }

  #ask(rated: Rated, schools: readonly string[]): void {
    const wanted = schools.join("|");
    if (this.#asked?.result === rated.result && this.#asked.schools === wanted) return;
    if (this.#asked?.result !== rated.result) this._traces = new Map();
    this.#asked = { result: rated.result, schools: wanted };
    for (const school of schools)
      void explain(school).then((explained) => {
        if (explained != null && this.#asked?.result === rated.result)
          this._traces = new Map([...this._traces, [school, explained.trace]]);
      });
  }

  override render(): TemplateResult {
    const { rated, work } = workspace.value;
    if (rated === undefined)
      return html`<div class="eh-page eh-width eh-article">
        <h1>${t("sides-heading")}</h1>
        <p class="eh-lead">${work === undefined ? t("school-nothing.text") : t("work-rating")}</p>
        <p><a class="usa-button" href=${href("/rate")}>${t("school-nothing.act")}</a></p>
      </div>`;
    const wanted = this.#wanted(rated);
    this.#ask(rated, wanted);
    const sides = wanted.flatMap((id): Side[] => {
      const school = rated.schools.get(id);
      return school === undefined ? [] : [{ school, trace: this._traces.get(id) }];
    });
    return html`<div class="eh-page eh-width eh-work">
      <p class="eh-screen-only"><a class="usa-link" href=${href("/rate")}>${t("school-back")}</a></p>
      <div class="eh-work__head">
        <h1>${t("sides-heading")}</h1>
        <p class="eh-lead">${sides.length < 2 ? t("sides-choose") : t("sides-lead")}</p>
      </div>
      ${sides.length === 0 ? nothing : this.#table(rated, sides)}
    </div>`;
  }

  #remove(school: string): void {
    const left = chosenSchools.value.filter((each) => each !== school);
    chosenSchools.set(left);
    const schools = (place.value.settings.get("schools") ?? "").split("|").filter((each) => each !== school);
    changeSettings({ schools: schools.join("|") });
  }

  #table(rated: Rated, sides: readonly Side[]): TemplateResult {
    const { definition } = rated.document;
    const all = rated.result.ratings.schools;
    const row = (
      label: string,
      cells: readonly (TemplateResult | string)[],
      differs: boolean,
    ): TemplateResult | typeof nothing =>
      this._differing && !differs
        ? nothing
        : html`<tr class=${differs ? "eh-differs" : ""}>
            <th scope="row">${label}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`;
    const plain = (label: string, texts: readonly string[]): TemplateResult | typeof nothing =>
      texts.every((text) => text === "") ? nothing : row(label, texts, new Set(texts).size > 1);
    const model = ({ model: name }: RatedSchool): string =>
      name === null ? "" : words(definition.models[name]?.label ?? name);
    const models = new Set(sides.map(({ school }) => school.model)).size;
    const ratings = sides.map(({ school }) => school.rating);
    return html`
      ${models > 1 ? html`<p class="eh-quiet">${t("sides-models")}</p>` : nothing}
      <div class="usa-checkbox eh-inline eh-screen-only">
        <input
          class="usa-checkbox__input"
          id="sides-differing"
          type="checkbox"
          .checked=${this._differing}
          @change=${(event: Event) => {
            this._differing = (event.currentTarget as HTMLInputElement).checked;
          }}
        />
        <label class="usa-checkbox__label" for="sides-differing">${t("sides-differing")}</label>
      </div>
      <eh-scroll label=${t("sides-heading")}>
        <table class="usa-table eh-table eh-sides">
          <caption class="usa-sr-only">
            ${t("sides-heading")}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("indicators-measure")}</th>
              ${sides.map(
                ({ school }) =>
                  html`<th scope="col">
                    <a href=${href("/school", { id: school.school })}>${school.name ?? school.school}</a>
                    <button
                      class="usa-button usa-button--unstyled eh-screen-only"
                      type="button"
                      aria-label=${t("sides-remove-named", { name: school.name ?? school.school })}
                      @click=${() => this.#remove(school.school)}
                    >
                      ${t("file-remove")}
                    </button>
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${row(
              t("column-rating"),
              sides.map(({ school }) => ratingBadge(school.rating, school.standing)),
              ratings.some((rating) => !same(rating, ratings[0])),
            )}
            ${plain(
              t("column-score"),
              sides.map(({ school }) => scoreText(school)),
            )}
            ${plain(
              t("column-published"),
              sides.map(({ school }) => school.published ?? ""),
            )}
            ${plain(
              t("column-model"),
              sides.map(({ school }) => model(school)),
            )}
            ${groupingsBeside(rated.groupings, all).map((grouping) =>
              plain(
                words(grouping.label),
                sides.map(({ school }) => groupOf(grouping, all.indexOf(school)) ?? ""),
              ),
            )}
            ${plain(
              t("column-labels"),
              sides.map(({ school }) => school.labels.map(words).join(", ")),
            )}
          </tbody>
          ${[...rowsOf(sides)].map(([indicator, rows]) => {
            const left = this._differing ? rows.filter(({ cells }) => cellDiffers(cells)) : rows;
            return left.length === 0
              ? nothing
              : html`<tbody>
                  <tr class="eh-table__group">
                    <th scope="rowgroup" colspan=${sides.length + 1}>${indicator}</th>
                  </tr>
                  ${left.map(({ label, cells }) => row(label, marked(cells), cellDiffers(cells)))}
                </tbody>`;
          })}
        </table>
      </eh-scroll>
      ${sides.some(({ trace }) => trace === undefined) ? html`<p role="status">${t("question-working")}</p>` : nothing}
    `;
  }
}

/** The cells of a row; where points differ, the most and the fewest are marked. More points are always better. */
const marked = (cells: readonly (Cell | undefined)[]): readonly TemplateResult[] => {
  const points = cells.map((cell) =>
    cell?.measure !== undefined && cell.points && cell.step.value.kind === "number"
      ? near(cell.step.value.exact)
      : undefined,
  );
  const known = points.filter((each) => each !== undefined);
  const [most, fewest] = [Math.max(...known), Math.min(...known)];
  return cells.map((cell, place) => {
    if (cell === undefined) return html`<span class="eh-quiet">–</span>`;
    const { step, measure } = cell;
    const n = (measure ?? step).observed?.n;
    // A value of few students is to be read otherwise than one of many.
    const students =
      n == null ? nothing : html`<span class="eh-quiet eh-beside">${t("beside-n", { n: pluralOf(n) })}</span>`;
    if (measure === undefined || !cell.points) return html`${shownText(step.value)} ${students}`;
    const mark =
      most === fewest ? undefined : points[place] === most ? "most" : points[place] === fewest ? "fewest" : undefined;
    return html`${shownText(measure.value)}
    ${
      measure.value.kind === "absent"
        ? nothing
        : html`<span class="eh-beside ${mark === undefined ? "eh-quiet" : `eh-mark--${mark}`}"
            >${t("sides-points", { points: shownText(step.value), count: points[place] ?? 0 })}${
              mark === undefined
                ? nothing
                : html` <span>${mark === "most" ? t("sides-most") : t("sides-fewest")}</span>`
            }</span
          >`
    }
    ${students}`;
  });
};

customElements.define("eh-compare-schools", CompareSchools);
