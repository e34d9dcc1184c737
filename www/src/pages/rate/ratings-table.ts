import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Grouping, RatedSchool, Standing } from "../../../../pkg/evenhand.js";
import { ratingBadge } from "../../elements/rating-badge.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { href } from "../../shell/location.js";
import { language } from "../../text/language.js";
import { id, t } from "../../text/messages.js";
import { standingWords } from "../../text/shown.js";
import { words } from "../../text/words.js";
import { schoolOrder, type Rated } from "../../workbench/workspace.js";
import { chosenSchools, chooseSchool, MOST_COMPARED } from "../../workbench/questions.js";
import { comparePath } from "./compare-schools.js";
import { sharesOf } from "./distribution.js";
import {
  entriesOf,
  FIRST_VIEW,
  governanceOf,
  groupingsBeside,
  groupOf,
  publishedText,
  scoreText,
  tableView,
  viewed,
  type Column,
  type TableView,
} from "./table-view.js";
import { ViewAddress } from "./view-address.js";

/** Few enough that the page answers at once, however many schools there are. */
const ROWS = 50;

const COLUMNS: readonly (readonly [Column, string])[] = [
  ["school", id("column-school")],
  ["rating", id("column-rating")],
  ["score", id("column-score")],
  ["agrees", id("column-published")],
  // Called as the files or the framework call it.
  ["governance", ""],
  ["model", id("column-model")],
  ["id", id("column-id")],
];

/** `Network 9` before `Network 10`. */
const byName = new Intl.Collator(undefined, { numeric: true });

/** A choice that narrows the table: what it is about, what there is to choose, and what is chosen. */
interface Filter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly now: string;
  readonly set: (value: string) => void;
}

const STANDINGS: readonly Standing[] = ["rated", "outcome", "not-rated", "undetermined"];

/** All schools with their ratings: sorted, filtered and searched, a page at a time. */
class RatingsTable extends SiteElement {
  static override properties = { rated: { attribute: false }, _all: { state: true } };
  declare rated: Rated;
  /** On paper all rows stand, whatever page the screen shows. */
  declare _all: boolean;

  #entries: ReturnType<typeof entriesOf> = [];
  #seen: { result: unknown; language: string } | undefined;
  /** What the groupings were chosen from. */
  #grouped: unknown;
  #groupings: readonly Grouping[] = [];
  #governance: Grouping | undefined;
  /** The place of each school among all of them, by which the groupings go. */
  #places: ReadonlyMap<string, number> = new Map();
  #published = false;
  #shown: readonly RatedSchool[] = [];
  readonly #address = new ViewAddress();
  #view: TableView | undefined;

  constructor() {
    super();
    this._all = false;
  }

  protected override watched() {
    return [tableView, chosenSchools];
  }

  readonly #beforePrint = (): void => {
    this._all = true;
    // The browser prints as soon as this returns.
    this.performUpdate();
  };
  readonly #afterPrint = (): void => {
    this._all = false;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#address.start();
    window.addEventListener("beforeprint", this.#beforePrint);
    window.addEventListener("afterprint", this.#afterPrint);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("beforeprint", this.#beforePrint);
    window.removeEventListener("afterprint", this.#afterPrint);
    this.#address.end();
    super.disconnectedCallback();
  }

  #modelName(model: string | null): string {
    const label = model === null ? undefined : this.rated.document.definition.models[model]?.label;
    return label === undefined ? (model ?? "") : words(label);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { result, groupings } = this.rated;
    if (this.#seen?.result !== result || this.#seen.language !== language.value) {
      const names = new Map<string | null, string>();
      this.#entries = entriesOf(result.ratings.schools, (model) => {
        const known = names.get(model) ?? this.#modelName(model);
        names.set(model, known);
        return known;
      });
      this.#places = new Map(result.ratings.schools.map(({ school }, place) => [school, place]));
      this.#published = result.ratings.schools.some(({ agrees }) => agrees !== null);
      this.#seen = { result, language: language.value };
      this.#view = undefined;
    }
    if (this.#grouped !== groupings) {
      this.#groupings = groupingsBeside(groupings, result.ratings.schools);
      this.#governance = governanceOf(groupings);
      this.#address.know(groupings);
      this.#grouped = groupings;
      this.#view = undefined;
    }
    const view = tableView.value;
    const same = this.#view !== undefined && { ...this.#view, page: 0 };
    if (same === false || JSON.stringify(same) !== JSON.stringify({ ...view, page: 0 })) {
      this.#shown = viewed(this.#entries, view, groupings);
      schoolOrder.set(this.#shown.map(({ school }) => school));
    }
    this.#view = view;
  }

  #set(changes: Partial<TableView>): void {
    tableView.set({ ...tableView.value, page: 0, ...changes });
  }

  override render(): TemplateResult {
    const shown = this.#shown;
    const view = tableView.value;
    const pages = Math.max(1, Math.ceil(shown.length / ROWS));
    const page = Math.min(view.page, pages - 1);
    const rows = this._all ? shown : shown.slice(page * ROWS, (page + 1) * ROWS);
    const all = this.rated.result.ratings.schools;
    const filters = this.#filters(view);
    const chosenWords = filters.flatMap(({ label, options, now }) => {
      const chosen = options.find(([value]) => value === now);
      return now === "" || chosen === undefined ? [] : [t("table-chosen", { what: label, value: chosen[1] })];
    });
    if (view.search !== "") chosenWords.unshift(t("table-searched", { text: view.search }));
    const narrowed = chosenWords.length > 0;
    return html`
      ${this.#choices(view, filters)}
      <p class="eh-table__said" role="status">
        ${
          narrowed
            ? html`${t("table-filtered", { shown: shown.length, all: all.length })}
                <span>· ${chosenWords.join(" · ")}</span>`
            : t("table-all", { all: all.length })
        }
        ${
          narrowed
            ? html`<button
                class="usa-button usa-button--unstyled eh-screen-only"
                type="button"
                @click=${() => tableView.set({ ...FIRST_VIEW, sort: view.sort, down: view.down })}
              >
                ${t("table-clear")}
              </button>`
            : nothing
        }
      </p>
      ${all.length < 2 ? nothing : html`<p class="eh-quiet eh-screen-only">${t("chosen-hint", { most: MOST_COMPARED })}</p>`}
      ${
        shown.length === 0
          ? html`<p class="eh-empty">${t("table-none")}</p>`
          : html`<eh-scroll id="ratings-table" label=${t("table-caption")}>
              <table class="usa-table eh-table eh-ratings">
                <caption class="usa-sr-only" id="ratings-caption">
                  ${t("table-caption")}
                </caption>
                <thead>
                  <tr>
                    <td class="eh-screen-only"><span class="usa-sr-only">${t("chosen-column")}</span></td>
                    ${this.#columns().map((column) => this.#header(column, view))}
                    <th scope="col">${t("column-labels")}</th>
                  </tr>
                </thead>
                <tbody>
                  ${repeat(
                    rows,
                    ({ school }) => school,
                    (school) => this.#row(school),
                  )}
                </tbody>
              </table>
            </eh-scroll>`
      }
      ${pages > 1 ? this.#pager(page, pages, shown.length) : nothing} ${this.#chosen()}
    `;
  }

  /** What the files don't tell has no column. */
  #columns(): readonly (readonly [Column, string])[] {
    const governance = this.#governance;
    return COLUMNS.flatMap(([column, label]): (readonly [Column, string])[] =>
      column === "governance"
        ? governance === undefined
          ? []
          : [[column, words(governance.label)]]
        : column === "agrees" && !this.#published
          ? []
          : [[column, t(label)]],
    );
  }

  /** What the table can be narrowed by: only what tells the schools apart. */
  #filters(view: TableView): readonly Filter[] {
    const { document, result } = this.rated;
    const schools = result.ratings.schools;
    const models = [...new Set(schools.map(({ model }) => model))].filter((model) => model !== null);
    const standings = STANDINGS.filter((standing) => schools.some((school) => school.standing === standing));
    const filter = (
      name: "model" | "rating" | "standing" | "agreement",
      label: string,
      options: readonly (readonly [string, string])[],
    ): Filter => ({ name, label, options, now: view[name], set: (value) => this.#set({ [name]: value }) });
    const ratings = sharesOf(this.rated).filter(({ count }) => count > 0);
    return [
      ...(models.length > 1
        ? [
            filter(
              "model",
              t("column-model"),
              models.map((model) => [model, words(document.definition.models[model]?.label ?? model)]),
            ),
          ]
        : []),
      ...this.#groupings.map(({ name, label, values }, place): Filter => ({
        name: `group-${String(place)}`,
        label: words(label),
        options: [...values].sort(byName.compare).map((value) => [value, value]),
        now: view.groups[name] ?? "",
        set: (value) => this.#set({ groups: { ...tableView.value.groups, [name]: value } }),
      })),
      filter(
        "rating",
        t("column-rating"),
        ratings.map(({ key, name }) => [key, name]),
      ),
      ...(standings.length > 1
        ? [
            filter(
              "standing",
              t("filter-standing"),
              standings.map((standing) => [standing, standingWords(standing)]),
            ),
          ]
        : []),
      ...(this.#published
        ? [
            filter("agreement", t("column-published"), [
              ["agrees", t("published-agrees")],
              ["differs", t("published-differs")],
              ["unpublished", t("published-none")],
            ]),
          ]
        : []),
    ];
  }

  #choices(view: TableView, filters: readonly Filter[]): TemplateResult {
    return html`<div class="eh-filters eh-screen-only" role="search" aria-label=${t("filter-label")}>
      <div class="eh-filter eh-filter--search">
        <label class="usa-label" for="filter-search">${t("filter-search")}</label>
        <input
          class="usa-input"
          id="filter-search"
          type="search"
          autocomplete="off"
          .value=${view.search}
          @input=${(event: Event) => this.#set({ search: (event.currentTarget as HTMLInputElement).value })}
        />
      </div>
      ${filters.map(
        ({ name, label, options, now, set }) =>
          html`<div class="eh-filter">
            <label class="usa-label" for="filter-${name}">${label}</label>
            <select
              class="usa-select"
              id="filter-${name}"
              @change=${(event: Event) => set((event.currentTarget as HTMLSelectElement).value)}
            >
              <option value="" ?selected=${!options.some(([value]) => value === now)}>${t("filter-all")}</option>
              ${options.map(([value, text]) => html`<option value=${value} ?selected=${now === value}>${text}</option>`)}
            </select>
          </div>`,
      )}
    </div>`;
  }

  #header([column, label]: readonly [Column, string], view: TableView): TemplateResult {
    const sorted = view.sort === column;
    return html`<th
      scope="col"
      class=${column === "score" ? "eh-number" : nothing}
      aria-sort=${sorted ? (view.down ? "descending" : "ascending") : nothing}
    >
      <button
        class="eh-sort ${sorted ? (view.down ? "eh-sort--down" : "eh-sort--up") : ""}"
        type="button"
        @click=${() => this.#set({ sort: column, down: sorted ? !view.down : column === "score" || column === "rating" })}
      >
        ${label}<span class="eh-sort__sign" aria-hidden="true"></span>
      </button>
    </th>`;
  }

  #placeOf({ school }: RatedSchool): number {
    return this.#places.get(school) ?? -1;
  }

  #row(school: RatedSchool): TemplateResult {
    const { rating, standing, agrees, overridden, labels } = school;
    const name = school.name === null || school.name === "" ? school.school : school.name;
    const chosen = chosenSchools.value;
    const among = chosen.includes(school.school);
    return html`<tr>
      <td class="eh-screen-only eh-pick">
        <label
          ><span class="usa-sr-only">${t("chosen-choose", { name })}</span
          ><input
            type="checkbox"
            .checked=${among}
            ?disabled=${!among && chosen.length >= MOST_COMPARED}
            @change=${(event: Event) => chooseSchool(school.school, (event.currentTarget as HTMLInputElement).checked)}
        /></label>
      </td>
      <th scope="row"><a href=${href("/school", { id: school.school })}>${name}</a></th>
      <td>
        ${ratingBadge(rating, standing)}${overridden ? html` <span class="usa-tag eh-tag">${t("overridden")}</span>` : nothing}
      </td>
      <td class="eh-number">${scoreText(school)}</td>
      ${
        this.#published
          ? html`<td>
              ${
                agrees === null
                  ? html`<span class="eh-quiet">${t("published-none")}</span>`
                  : html`${publishedText(school)}
                      <span class="eh-agrees eh-agrees--${agrees ? "yes" : "no"}"
                        >${agrees ? t("published-agrees") : t("published-differs")}</span
                      >`
              }
            </td>`
          : nothing
      }
      ${this.#governance === undefined ? nothing : html`<td>${groupOf(this.#governance, this.#placeOf(school)) ?? ""}</td>`}
      <td>${this.#modelName(school.model)}</td>
      <td class="eh-figures">${school.school}</td>
      <td>${labels.map(words).join(", ")}</td>
    </tr>`;
  }

  /** Which schools are chosen to stand side by side; it stays in sight while the reader goes through the table. */
  #chosen(): TemplateResult {
    const { schools } = this.rated;
    const chosen = chosenSchools.value.filter((school) => schools.has(school));
    const names = chosen.map((school) => schools.get(school)?.name ?? school);
    return html`<div class="eh-chosen eh-screen-only" ?data-empty=${chosen.length === 0}>
      <p role="status">
        ${
          chosen.length === 0
            ? nothing
            : html`<span class="eh-quiet">${t("chosen-said", { count: chosen.length })}</span> ${names.join(", ")}`
        }
      </p>
      ${
        chosen.length === 0
          ? nothing
          : html`${
                chosen.length === 1
                  ? html`<span class="eh-quiet">${t("chosen-more")}</span>`
                  : html`<a class="usa-button" href=${comparePath(chosen)}>${t("chosen-compare")}</a>`
              }
              <button class="usa-button usa-button--unstyled" type="button" @click=${() => chosenSchools.set([])}>
                ${t("chosen-clear")}
              </button>`
      }
    </div>`;
  }

  #pager(page: number, pages: number, count: number): TemplateResult {
    const go = (to: number): void => {
      tableView.set({ ...tableView.value, page: to });
      this.querySelector("#ratings-table")?.scrollIntoView({ block: "nearest" });
    };
    return html`<nav class="eh-pager eh-screen-only" aria-label=${t("pager-label")}>
      <button class="usa-button usa-button--outline" type="button" ?disabled=${page === 0} @click=${() => go(page - 1)}>
        ${t("pager-previous")}
      </button>
      <p>${t("pager-now", { from: page * ROWS + 1, to: Math.min(count, (page + 1) * ROWS), count })}</p>
      <button
        class="usa-button usa-button--outline"
        type="button"
        ?disabled=${page >= pages - 1}
        @click=${() => go(page + 1)}
      >
        ${t("pager-next")}
      </button>
    </nav>`;
  }
}

customElements.define("eh-ratings-table", RatingsTable);
