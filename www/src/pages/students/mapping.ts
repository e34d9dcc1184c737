import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type {
  ColumnGuess,
  ColumnValues,
  DecimalMark,
  DuplicateRule,
  KnownElement,
  MappingDraft,
  Notice,
  Proposal,
  StudentTable,
} from "../../../../pkg/records/records.js";
import { noticeList } from "../../elements/notice-list.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import type { Chosen } from "../../students/protocol.js";
import { proposalOf, readBy, tryMapping, valuesOf } from "../../students/mappings.js";
import type { StudentFile } from "../../students/students.js";
import { language } from "../../text/language.js";
import { id, t } from "../../text/messages.js";
import { words } from "../../text/words.js";
import { elementGroups, elementName, elementWords } from "./elements.js";
import { columnValues } from "./mapping-values.js";

const TABLES: readonly (readonly [StudentTable, string])[] = [
  ["assessments", id("student-map-assessments")],
  ["students", id("student-map-students")],
  ["enrollments", id("student-map-enrollments")],
  ["attendance", id("student-map-attendance")],
  ["outcomes", id("student-map-outcomes")],
  ["interim", id("student-map-interim")],
  ["schools", id("student-map-schools")],
];

const OF_A_TEST: readonly string[] = [
  "schoolYear",
  "assessmentAcademicSubject",
  "assessmentTitle",
  "assessmentPeriod",
  "gradeLevelWhenAssessed",
  "schoolIdentifier",
];

/** What is often the same in all rows of a file. */
const CONSTANTS: Readonly<Partial<Record<StudentTable, readonly string[]>>> = {
  assessments: OF_A_TEST,
  interim: OF_A_TEST,
};
const OTHERWISE: readonly string[] = ["schoolYear", "schoolIdentifier", "gradeLevelWhenAssessed"];

const RULES: readonly (readonly [DuplicateRule, string])[] = [
  ["highest-score", id("student-map-duplicates-highest-score")],
  ["lowest-score", id("student-map-duplicates-lowest-score")],
];

/** A column as the reader says it is. */
export interface DraftColumn {
  readonly guess: ColumnGuess;
  /** `""` where it is left out. */
  readonly element: string;
  readonly digits: string;
  readonly mark: DecimalMark | undefined;
  readonly values: ColumnValues;
}

interface Draft {
  readonly title: string;
  readonly table: StudentTable;
  readonly columns: readonly DraftColumn[];
  readonly constants: Readonly<Record<string, string>>;
  readonly duplicates: DuplicateRule | undefined;
}

const MARKS: readonly (readonly [DecimalMark, string])[] = [
  ["point", id("student-map-mark-point")],
  ["comma", id("student-map-mark-comma")],
];

const STUDENT = "studentIdentifier";

/** In a file with more columns than this, those that are left out at first stand folded. */
const MANY = 30;

/** Each column has dozens of choices, so that only so many are drawn at a time and the page is never kept waiting. */
const AT_A_TIME = 8;

const begun = ({ layout, columns }: Proposal): Draft => ({
  title: words(layout.title),
  table: layout.table,
  columns: columns.map((guess) => ({
    guess,
    element: guess.element ?? "",
    digits: guess.digits === null || guess.digits === undefined ? "" : String(guess.digits),
    mark: guess.decimalMark ?? undefined,
    values: guess.values,
  })),
  constants: layout.constants ?? {},
  duplicates: layout.duplicates,
});

/** What the module makes a mapping of. It keeps of the values only what may be kept. */
const told = ({ title, table, columns, constants, duplicates }: Draft): MappingDraft => ({
  title,
  table,
  columns: columns
    .filter(({ element }) => element !== "")
    .map(({ guess, element, digits, mark, values }) => {
      const count = Number.parseInt(digits, 10);
      return {
        heading: guess.heading,
        element,
        values: Object.fromEntries(values.texts.flatMap(([text, value]) => (value === null ? [] : [[text, value]]))),
        ...(count >= 1 && count <= 40 ? { digits: count } : {}),
        ...(mark === undefined ? {} : { decimalMark: mark }),
      };
    }),
  constants: Object.fromEntries(Object.entries(constants).filter(([, value]) => value.trim() !== "")),
  ...(duplicates === undefined ? {} : { duplicates }),
});

/** The texts that were not understood in reading, by the names of their elements. */
const unread = ({ imported }: StudentFile, element: string): readonly string[] =>
  imported.notices.flatMap(({ code, arguments: args }) =>
    code === "records.unknown-value" && args["element"] === element ? [String(args["value"])] : [],
  );

/** What was said so far, of forms that were left without being done with: in memory alone, as long as the page is open. */
const left = new WeakMap<Chosen, Draft>();

let made = 0;

/** Asks a person what the columns of a student file are and what their texts mean, beside a proposal. */
class StudentMappingForm extends SiteElement {
  static override properties = {
    file: { attribute: false },
    needed: { type: Boolean },
    _proposal: { state: true },
    _draft: { state: true },
    _problems: { state: true },
    _told: { state: true },
    _drawn: { state: true },
    _unfolded: { state: true },
  };
  declare file: StudentFile;
  /** Whether the file isn't read at all without an answer. */
  declare needed: boolean;
  declare _proposal: Proposal | undefined;
  declare _draft: Draft | undefined;
  /** What is wrong with the draft as it is. */
  declare _problems: readonly Notice[];
  /** Whether the reader pressed the button with that. */
  declare _told: boolean;
  /** How many columns are drawn already. */
  declare _drawn: number;
  /** Whether those that were left out at first are shown. */
  declare _unfolded: boolean;

  readonly #id = `student-map-${String((made += 1))}`;
  #elements: readonly KnownElement[] = [];
  /** How many columns are to be drawn. */
  #toDraw = 0;
  #asked: string | undefined;

  constructor() {
    super();
    this.needed = false;
    this._problems = [];
    this._told = false;
    this._drawn = AT_A_TIME;
    this._unfolded = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this._drawn < this.#toDraw) setTimeout(() => (this._drawn += AT_A_TIME));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("file") || this.#asked === this.file.chosen.name) return;
    this.#asked = this.file.chosen.name;
    this._draft = undefined;
    void this.#begin(this.file);
  }

  async #begin(file: StudentFile): Promise<void> {
    const proposing = await proposalOf(file);
    if (proposing === undefined || this.file.chosen.name !== file.chosen.name) return;
    this.#elements = proposing.elements;
    if (proposing.answer.type === "failure") {
      this._problems = proposing.answer.notices;
      return;
    }
    const proposal = proposing.answer.value;
    const before = left.get(file.chosen);
    if (before !== undefined) {
      this._proposal = proposal;
      this._draft = before;
      await this.#check();
      return;
    }
    const draft = begun(proposal);
    const student = draft.columns.find(({ element }) => element === STUDENT)?.guess.heading;
    // What was not understood further down stands with the other values.
    const columns = await Promise.all(
      draft.columns.map(async (column) => {
        const more = unread(file, column.element);
        const of = { heading: column.guess.heading, element: column.element, student, more };
        const values = more.length === 0 ? undefined : await valuesOf(file, of);
        return values === undefined ? column : { ...column, values };
      }),
    );
    this._proposal = proposal;
    this._draft = { ...draft, columns };
    await this.#check();
  }

  #change(changes: Partial<Draft>): void {
    if (this._draft === undefined) return;
    this._draft = { ...this._draft, ...changes };
    left.set(this.file.chosen, this._draft);
    void this.#check();
  }

  /** What is still missing is said while the reader works on it. */
  async #check(): Promise<void> {
    const draft = this._draft;
    if (draft === undefined) return;
    const answer = await tryMapping(this.file, told(draft));
    // A later change has its own answer.
    if (answer !== undefined && draft === this._draft) this._problems = answer.type === "failure" ? answer.notices : [];
  }

  #changeColumn(place: number, changes: Partial<DraftColumn>): void {
    const columns = this._draft?.columns ?? [];
    this.#change({ columns: columns.map((column, at) => (at === place ? { ...column, ...changes } : column)) });
  }

  async #choose(place: number, element: string): Promise<void> {
    const before = this._draft?.columns[place]?.element;
    this.#changeColumn(place, { element, values: { texts: [], withheld: false } });
    const columns = this._draft?.columns ?? [];
    const student = columns.find((column) => column.element === STUDENT)?.guess.heading;
    // Which texts tell who somebody is depends on the column that numbers the students.
    const all = element === STUDENT || before === STUDENT;
    for (const [at, column] of columns.entries()) {
      if ((at !== place && !all) || column.element === "") continue;
      const more = unread(this.file, column.element);
      const of = { heading: column.guess.heading, element: column.element, student, more };
      const values = await valuesOf(this.file, of);
      if (values !== undefined && this._draft?.columns[at]?.element === column.element)
        this.#changeColumn(at, { values: at === place ? values : said(values, this._draft.columns[at]?.values) });
    }
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this._draft === undefined) return;
    const notices = await readBy(this.file, told(this._draft));
    if (notices === undefined) return;
    this._problems = notices;
    this._told = notices.length > 0;
    if (notices.length === 0) this.#done();
    else {
      await this.updateComplete;
      this.querySelector<HTMLElement>(".eh-map__problems")?.focus();
    }
  };

  #done(): void {
    left.delete(this.file.chosen);
    this.dispatchEvent(new CustomEvent("eh-done"));
  }

  override render(): TemplateResult {
    const { _draft: draft, _proposal: proposal, file } = this;
    const name = file.imported.file;
    if (draft === undefined || proposal === undefined)
      return html`<div class="eh-map">
        ${this._problems.length > 0 ? noticeList(this._problems, { file: name }) : html`<p role="status">${t("student-map-wait")}</p>`}
      </div>`;
    return html`<form class="eh-map" aria-label=${t("student-map-label", { name })} @submit=${this.#submit} novalidate>
      <p>${t("student-map-lead")}</p>
      ${this.#problems(name)} ${this.#table(draft)} ${this.#columns(draft)} ${this.#constants(draft)}
      ${draft.table === "assessments" ? this.#duplicates(draft) : nothing} ${this.#rows(proposal)}
      <div>
        <label class="usa-label" for="${this.#id}-title">${t("student-map-title")}</label>
        <span class="usa-hint" id="${this.#id}-title-hint">${t("student-map-title-hint")}</span>
        <input
          class="usa-input"
          id="${this.#id}-title"
          aria-describedby="${this.#id}-title-hint"
          autocomplete="off"
          .value=${draft.title}
          @change=${(event: Event) => this.#change({ title: (event.currentTarget as HTMLInputElement).value })}
        />
      </div>
      <div class="eh-acts">
        <button class="usa-button" type="submit">${t("map-submit")}</button>
        ${
          this.needed
            ? nothing
            : html`<button class="usa-button usa-button--outline" type="button" @click=${() => this.#done()}>
                ${t("map-cancel")}
              </button>`
        }
      </div>
    </form>`;
  }

  #problems(name: string): TemplateResult {
    // Here people see columns, not the document that comes of it.
    const problems = this._problems.map((notice): Notice => {
      const { column } = notice.place;
      return { ...notice, place: column === undefined ? {} : { column } };
    });
    const list = noticeList(problems, { file: name, labels: elementWords(), asHeaded: true });
    return html`<div class="eh-map__problems" role=${this._told ? "alert" : "status"} tabindex="-1">
      ${
        this._problems.length === 0
          ? nothing
          : html`<p class="eh-map__missing">${t("student-map-problems")}</p>
              ${list}`
      }
    </div>`;
  }

  #table(draft: Draft): TemplateResult {
    return html`<fieldset class="usa-fieldset">
      <legend class="usa-legend">${t("student-map-table")}</legend>
      ${TABLES.map(
        ([table, label]) =>
          html`<div class="usa-radio">
            <input
              class="usa-radio__input"
              id="${this.#id}-${table}"
              type="radio"
              name="${this.#id}-table"
              .checked=${draft.table === table}
              @change=${() => this.#change({ table })}
            />
            <label class="usa-radio__label" for="${this.#id}-${table}">${t(label)}</label>
          </div>`,
      )}
    </fieldset>`;
  }

  #columns(draft: Draft): TemplateResult {
    const all = draft.columns.map((column, place) => ({ column, place }));
    // What is chosen later stays where it is.
    const folded = ({ column: { guess } }: (typeof all)[number]): boolean =>
      all.length > MANY && !guess.private && (guess.element === null || guess.element === undefined);
    const rest = all.filter(folded);
    const first = all.filter((each) => !folded(each));
    this.#toDraw = first.length + (this._unfolded ? rest.length : 0);
    const list = (columns: typeof all): TemplateResult =>
      html`<ul class="eh-map__columns">
        ${columns.map(({ column, place }) => guard([column, language.value], () => this.#column(column, place)))}
      </ul>`;
    return html`<fieldset class="usa-fieldset">
      <legend class="usa-legend">${t("student-map-columns")}</legend>
      <p class="usa-hint">${t("student-map-columns-hint")}</p>
      ${list(first.slice(0, this._drawn))}
      ${
        rest.length === 0
          ? nothing
          : html`<details
              class="eh-map__held"
              @toggle=${(event: Event) => {
                if ((event.currentTarget as HTMLDetailsElement).open) this._unfolded = true;
              }}
            >
              <summary>${t("student-map-rest", { count: rest.length })}</summary>
              ${this._unfolded ? list(rest.slice(0, Math.max(0, this._drawn - first.length))) : nothing}
            </details>`
      }
    </fieldset>`;
  }

  #column(column: DraftColumn, place: number): TemplateResult {
    const { guess, element, values, digits } = column;
    const key = `${this.#id}-column-${String(place)}`;
    const filled = html`<span class="eh-quiet">${t("student-map-filled", { count: guess.filled })}</span>`;
    if (guess.private)
      return html`<li class="eh-map__column">
        <p class="eh-map__heading">${guess.heading}</p>
        <p class="eh-quiet">${t("student-map-never")}</p>
      </li>`;
    const known = this.#elements.find((each) => each.element === element);
    const number = known?.kind === "number" || known?.kind === "percentile";
    const identifier = known?.kind === "student" || known?.kind === "identifier";
    return html`<li class="eh-map__column">
      <div>
        <label class="usa-label eh-map__heading" for=${key}>${guess.heading}</label>
        ${filled}
      </div>
      <div>
        <select
          class="usa-select"
          id=${key}
          @change=${(event: Event) => void this.#choose(place, (event.currentTarget as HTMLSelectElement).value)}
        >
          <option value="" .selected=${element === ""}>${t("student-map-out")}</option>
          ${guard([element, language.value], () =>
            elementGroups().map(
              (group) =>
                html`<optgroup label=${group.label}>
                  ${group.elements.map(
                    ([name, text]) => html`<option value=${name} .selected=${name === element}>${text}</option>`,
                  )}
                </optgroup>`,
            ),
          )}
        </select>
        ${
          identifier
            ? html`<label class="usa-label" for="${key}-digits">${t("student-map-digits")}</label>
                <span class="usa-hint" id="${key}-digits-hint">${t("student-map-digits-hint")}</span>
                <input
                  class="usa-input eh-map__digits"
                  id="${key}-digits"
                  aria-describedby="${key}-digits-hint"
                  inputmode="numeric"
                  maxlength="2"
                  .value=${digits}
                  @change=${(event: Event) =>
                    this.#changeColumn(place, { digits: (event.currentTarget as HTMLInputElement).value })}
                />`
            : nothing
        }
        ${number && guess.commas ? this.#mark(key, place, column) : nothing}
        ${columnValues(key, guess.heading, known, values, (text, value) =>
          this.#changeColumn(place, {
            values: { ...values, texts: values.texts.map((each) => (each[0] === text ? [text, value] : each)) },
          }),
        )}
      </div>
    </li>`;
  }

  #mark(key: string, place: number, { mark }: DraftColumn): TemplateResult {
    return html`<label class="usa-label" for="${key}-mark">${t("student-map-mark")}</label>
      <span class="usa-hint" id="${key}-mark-hint">${t("student-map-mark-hint")}</span>
      <select
        class="usa-select"
        id="${key}-mark"
        aria-describedby="${key}-mark-hint"
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          this.#changeColumn(place, { mark: MARKS.find(([each]) => each === value)?.[0] });
        }}
      >
        <option value="" .selected=${mark === undefined}>${t("student-map-mark-none")}</option>
        ${MARKS.map(([each, label]) => html`<option value=${each} .selected=${mark === each}>${t(label)}</option>`)}
      </select>`;
  }

  #constants(draft: Draft): TemplateResult | typeof nothing {
    const mapped = new Set(draft.columns.map(({ element }) => element));
    const offered = [...new Set([...(CONSTANTS[draft.table] ?? OTHERWISE), ...Object.keys(draft.constants)])];
    const open = offered.filter((element) => !mapped.has(element));
    if (open.length === 0) return nothing;
    return html`<fieldset class="usa-fieldset">
      <legend class="usa-legend">${t("student-map-constants")}</legend>
      <p class="usa-hint">${t("student-map-constants-hint")}</p>
      <div class="eh-map__grid">
        ${open.map(
          (element) =>
            html`<div>
              <label class="usa-label" for="${this.#id}-${element}">${elementName(element)}</label>
              <input
                class="usa-input"
                id="${this.#id}-${element}"
                autocomplete="off"
                .value=${draft.constants[element] ?? ""}
                @change=${(event: Event) =>
                  this.#change({
                    constants: { ...draft.constants, [element]: (event.currentTarget as HTMLInputElement).value },
                  })}
              />
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  #duplicates(draft: Draft): TemplateResult {
    const key = `${this.#id}-duplicates`;
    return html`<div>
      <label class="usa-label" for=${key}>${t("student-map-duplicates")}</label>
      <select
        class="usa-select"
        id=${key}
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          this.#change({ duplicates: RULES.find(([rule]) => rule === value)?.[0] });
        }}
      >
        <option value="" .selected=${draft.duplicates === undefined}>${t("student-map-duplicates-none")}</option>
        ${RULES.map(
          ([rule, label]) => html`<option value=${rule} .selected=${draft.duplicates === rule}>${t(label)}</option>`,
        )}
      </select>
    </div>`;
  }

  /** The first rows, so that one sees what stands where without seeing of whom. */
  #rows(proposal: Proposal): TemplateResult {
    return html`${guard([proposal, language.value], () => this.#masked(proposal))}`;
  }

  #masked({ columns, masked }: Proposal): TemplateResult {
    return html`<details class="eh-map__held" open>
      <summary>${t("student-map-rows")}</summary>
      <p class="usa-hint">${t("student-map-rows-hint")}</p>
      <eh-scroll label=${t("student-map-rows")}>
        <table class="usa-table eh-table eh-map__rows">
          <thead>
            <tr>
              ${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${masked.map(
              (row) =>
                html`<tr>
                  ${columns.map((_, place) => html`<td>${row[place] ?? ""}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </eh-scroll>
    </details>`;
  }
}

/** The texts as they are listed now, with what the reader said of them before. */
const said = (values: ColumnValues, before: ColumnValues | undefined): ColumnValues => {
  const known = new Map(before?.texts);
  return { ...values, texts: values.texts.map(([text, value]) => [text, known.get(text) ?? value]) };
};

customElements.define("eh-student-mapping", StudentMappingForm);
