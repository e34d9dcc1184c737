import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type {
  InterimAnswer,
  InterimMeasure,
  InterimOffer,
  InterimSchool,
  OnTrackBy,
  OnTrackRule,
} from "../../../../pkg/records/records.js";
import { download, today } from "../../elements/download.js";
import { SiteElement } from "../../shell/element.js";
import { href } from "../../shell/location.js";
import { printNote } from "../../shell/print-note.js";
import { stage } from "../../shell/readiness.js";
import { csvOf, interim, interimSchools, students } from "../../students/students.js";
import { formatDay, id, t } from "../../text/messages.js";
import { interimBeginning } from "./interim-beginning.js";
import { interimChart } from "./interim-chart.js";
import { areaRows, columnHeadings, groupRows, interimTable, saidOf, type Row } from "./interim-tables.js";
import { elementName } from "./elements.js";
import { orderWords, partWords, sentences, valueWords } from "./interim-words.js";

/** What the reader chose. It is held here only: an address may be passed on. */
interface Chosen {
  readonly school: string;
  readonly offer: InterimOffer;
  readonly measure?: InterimMeasure;
  readonly onTrack?: OnTrackRule;
}

const ON_TRACK: Readonly<Record<OnTrackBy, string>> = {
  status: id("interim-on-track-status"),
  levels: id("interim-on-track-levels"),
  "at-least": id("interim-on-track-at-least"),
};

/** More cycles than a year of six weeks each has. */
const MANY = 7;

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement | HTMLInputElement).value;

/** The lists of what can be chosen, each once. */
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Interim results of one school and subject, cycle by cycle: by standard or goal area, and by student group. */
class InterimPage extends SiteElement {
  #schools: readonly InterimSchool[] | undefined;
  #chosen: Chosen | undefined;
  #answer: InterimAnswer | undefined;
  /** The cycle that is looked at, and the part of the table of groups. */
  #at = 0;
  #part = 0;
  /** The records that were asked last; `null` before any were. */
  #seen: unknown = null;

  protected override watched() {
    return [students, stage];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seen = null;
  }

  override disconnectedCallback(): void {
    printNote.set([]);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { settled, work } = students.value;
    if (work !== undefined || settled === this.#seen) return;
    this.#seen = settled;
    void this.#load();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    printNote.set(
      this.#answer === undefined
        ? []
        : [`${t("working-copy")} ${t("interim-private")}`, t("print-day", { day: formatDay(today()) })],
    );
  }

  async #load(): Promise<void> {
    this.#schools = (await interimSchools()) ?? [];
    const before = this.#chosen;
    const school = this.#schools.find((one) => one.id === before?.school) ?? this.#schools[0];
    await this.#choose(school, before?.offer);
  }

  /** Goes to a school, and there to the test that is nearest to what was chosen before: the newest year else. */
  async #choose(school: InterimSchool | undefined, wanted: Partial<InterimOffer> | undefined): Promise<void> {
    const fits = (offer: InterimOffer): number =>
      (["year", "subject", "test"] as const).filter((key) => offer[key] === wanted?.[key]).length;
    const newest = [...(school?.offers ?? [])].sort((a, b) => Number(b.year) - Number(a.year));
    const offer = newest.reduce<InterimOffer | undefined>(
      (best, each) => (best === undefined || fits(each) > fits(best) ? each : best),
      undefined,
    );
    this.#chosen = school === undefined || offer === undefined ? undefined : { school: school.id, offer };
    await this.#ask(true);
  }

  async #ask(anew: boolean): Promise<void> {
    const chosen = this.#chosen;
    const answer =
      chosen === undefined
        ? undefined
        : await interim({
            school: chosen.school,
            ...chosen.offer,
            measure: chosen.measure ?? null,
            onTrack: chosen.onTrack ?? null,
          });
    if (chosen !== this.#chosen) return;
    this.#answer = answer;
    if (anew && answer !== undefined) {
      this.#at = answer.cycles.length - 1;
      this.#part = 0;
    }
    this.requestUpdate();
  }

  #rule(onTrack: OnTrackRule): void {
    if (this.#chosen === undefined) return;
    this.#chosen = { ...this.#chosen, onTrack };
    void this.#ask(false);
  }

  override render(): TemplateResult {
    const { files, work } = students.value;
    const answer = this.#answer;
    return html`
      <div class="eh-page eh-width eh-work">
        <div class="eh-work__head">
          <h1>${t("interim-heading")}</h1>
          <p class="eh-lead">${t("interim-lead")}</p>
          <p class="eh-interim__private"><strong>${t("interim-private")}</strong></p>
        </div>
        ${
          work !== undefined || this.#schools === undefined
            ? html`<p class="eh-reading" role="status">${t("interim-working")}</p>`
            : this.#schools.length === 0 || answer === undefined
              ? interimBeginning(files.length > 0, stage.value === "ready")
              : html`${this.#choices(this.#schools)} ${this.#said(answer)} ${this.#areas(answer)}
                ${this.#groups(answer)} ${this.#export(answer)} ${this.#how(answer)}`
        }
      </div>
    `;
  }

  #select(
    name: string,
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<div class="eh-field">
      <label class="usa-label" for="interim-${name}">${label}</label>
      <select class="usa-select" id="interim-${name}" @change=${(event: Event) => choose(valueOf(event))}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
    </div>`;
  }

  #choices(schools: readonly InterimSchool[]): TemplateResult | typeof nothing {
    const [chosen, answer] = [this.#chosen, this.#answer];
    const school = schools.find((one) => one.id === chosen?.school);
    if (chosen === undefined || school === undefined || answer === undefined) return nothing;
    const { offer } = chosen;
    const years = distinct(school.offers.map(({ year }) => year));
    const inYear = school.offers.filter(({ year }) => year === offer.year);
    const subjects = distinct(inYear.map(({ subject }) => subject));
    const tests = inYear.filter(({ subject }) => subject === offer.subject).map(({ test }) => test);
    const pairs = (texts: readonly string[]): readonly (readonly [string, string])[] =>
      texts.map((text) => [text, text === "" ? t("interim-unnamed") : text]);
    return html`<section class="eh-part eh-screen-only" aria-label=${t("interim-choose")}>
      <div class="eh-fields">
        ${this.#select(
          "school",
          t("interim-school"),
          schools.map(({ id, name }) => [id, name === null || name === id ? id : `${name} (${id})`]),
          school.id,
          (value) =>
            void this.#choose(
              schools.find((one) => one.id === value),
              offer,
            ),
        )}
        ${years.length < 2 ? nothing : this.#select("year", t("interim-year"), pairs(years), offer.year, (year) => void this.#choose(school, { ...offer, year }))}
        ${this.#select("subject", t("interim-subject"), pairs(subjects), offer.subject, (subject) => void this.#choose(school, { ...offer, subject }))}
        ${tests.length < 2 ? nothing : this.#select("test", t("interim-test"), pairs(tests), offer.test, (test) => void this.#choose(school, { ...offer, test }))}
        ${
          answer.cycles.length < 2
            ? nothing
            : this.#select(
                "cycle",
                t("interim-cycle"),
                answer.cycles.map(({ name }, place) => [String(place), name]),
                String(this.#at),
                (place) => {
                  this.#at = Number(place);
                  this.requestUpdate();
                },
              )
        }
        ${
          answer.measures.length < 2
            ? nothing
            : this.#select(
                "measure",
                t("interim-measure"),
                [
                  ["score", t("interim-scores")],
                  ["points", t("interim-points")],
                ],
                answer.measure,
                (measure) => {
                  this.#chosen = { ...chosen, measure: measure === "points" ? "points" : "score" };
                  void this.#ask(false);
                },
              )
        }
      </div>
      ${this.#onTrack(answer)}
    </section>`;
  }

  /** What counts as on track: what the file says, or what the reader says. Nothing is made up. */
  #onTrack(answer: InterimAnswer): TemplateResult {
    const rule = answer.onTrack;
    const ways: readonly OnTrackBy[] = [
      ...(answer.statuses ? (["status"] as const) : []),
      ...(answer.levels.length > 0 ? (["levels"] as const) : []),
      "at-least",
    ];
    return html`<fieldset class="usa-fieldset eh-interim__rule">
      <legend class="usa-legend">${t("interim-on-track")}</legend>
      ${rule == null ? html`<p class="eh-quiet">${t("interim-on-track-ask")}</p>` : nothing}
      ${ways.map(
        (by) =>
          html`<div class="usa-radio">
            <input
              class="usa-radio__input"
              type="radio"
              name="interim-rule"
              id="interim-rule-${by}"
              .checked=${rule?.by === by}
              @change=${() => this.#rule({ by, levels: rule?.levels ?? [], atLeast: rule?.atLeast ?? null })}
            />
            <label class="usa-radio__label" for="interim-rule-${by}">${t(ON_TRACK[by])}</label>
          </div>`,
      )}
      ${
        rule?.by !== "levels"
          ? nothing
          : html`<div class="eh-interim__levels" role="group" aria-label=${t("interim-on-track-levels")}>
              ${answer.levels.map(
                (level, place) =>
                  html`<div class="usa-checkbox">
                    <input
                      class="usa-checkbox__input"
                      type="checkbox"
                      id="interim-level-${place}"
                      .checked=${(rule.levels ?? []).includes(level)}
                      @change=${() =>
                        this.#rule({
                          ...rule,
                          levels: (rule.levels ?? []).includes(level)
                            ? (rule.levels ?? []).filter((one) => one !== level)
                            : [...(rule.levels ?? []), level],
                        })}
                    />
                    <label class="usa-checkbox__label" for="interim-level-${place}">${level}</label>
                  </div>`,
              )}
            </div>`
      }
      ${
        rule?.by !== "at-least"
          ? nothing
          : html`<div class="eh-field">
              <label class="usa-label" for="interim-least"
                >${answer.measure === "points" ? t("interim-least-percent") : t("interim-least-score")}</label
              >
              <input
                class="usa-input"
                id="interim-least"
                inputmode="decimal"
                .value=${rule.atLeast ?? ""}
                @change=${(event: Event) => {
                  const written = valueOf(event).trim().replace(",", ".");
                  this.#rule({ ...rule, atLeast: /^-?\d{1,7}(\.\d{1,6})?$/.test(written) ? written : null });
                }}
              />
            </div>`
      }
    </fieldset>`;
  }

  #said(answer: InterimAnswer): TemplateResult {
    const { subject, test, year } = this.#chosen?.offer ?? { subject: "", test: "", year: "" };
    const said = sentences(answer, subject, this.#at);
    const order = orderWords(answer.order);
    return html`<section class="eh-part" aria-labelledby="interim-said">
      <h2 id="interim-said" class="eh-part__title">
        ${t("interim-of-school", { school: answer.school, subject, year, test: test === "" ? "none" : test })}
      </h2>
      <div role="status">${said.map((sentence) => html`<p class="eh-answer">${sentence}</p>`)}</div>
      ${order === undefined || answer.order === "unknown" ? nothing : html`<p class="eh-quiet">${order}</p>`}
      ${
        answer.cycles.length > MANY && answer.cycles.every(({ name, day }) => name === day)
          ? html`<p class="eh-quiet">${t("interim-many")}</p>`
          : nothing
      }
      ${
        answer.contradicting === 0
          ? nothing
          : html`<p class="eh-quiet">${t("interim-contradicting", { count: answer.contradicting })}</p>`
      }
    </section>`;
  }

  #areas(answer: InterimAnswer): TemplateResult {
    const title = t("interim-by-area");
    return html`<section class="eh-part" aria-labelledby="interim-areas">
      <h2 id="interim-areas" class="eh-part__title">${title}</h2>
      <p class="eh-part__lead">
        ${answer.measure === "points" ? t("interim-shown-points") : t("interim-shown-scores")}
      </p>
      ${interimChart(answer)} ${interimTable(answer, this.#at, areaRows(answer), title, t("interim-area"))}
    </section>`;
  }

  #groups(answer: InterimAnswer): TemplateResult | typeof nothing {
    const title = t("interim-by-group");
    const rows = groupRows(answer, this.#part);
    const alike = answer.toldOfAll
      .map(({ element, value }) => `${elementName(element)}: ${valueWords(value)}`)
      .join("; ");
    return html`<section class="eh-part" aria-labelledby="interim-groups">
      <h2 id="interim-groups" class="eh-part__title">${title}</h2>
      ${
        alike === ""
          ? nothing
          : html`<p>
              ${rows.length === 0 ? t("interim-all-alike", { list: alike }) : t("interim-alike", { list: alike })}
            </p>`
      }
      ${
        rows.length === 0
          ? alike === ""
            ? html`<p>${t("interim-no-groups")} <a href=${href("/students")}>${t("interim-add")}</a></p>`
            : nothing
          : html`${
              answer.parts.length < 2
                ? nothing
                : html`<div class="eh-screen-only">
                    ${this.#select(
                      "part",
                      t("interim-area"),
                      answer.parts.map((part, place) => [String(place), partWords(part)]),
                      String(this.#part),
                      (place) => {
                        this.#part = Number(place);
                        this.requestUpdate();
                      },
                    )}
                  </div>`
            }
            ${interimTable(answer, this.#at, rows, title, t("interim-group"))}`
      }
    </section>`;
  }

  #export(answer: InterimAnswer): TemplateResult {
    return html`<section class="eh-part eh-screen-only" aria-labelledby="interim-export">
      <h2 id="interim-export" class="eh-part__title">${t("interim-take")}</h2>
      <p>${t("interim-take.text")}</p>
      <p class="eh-next">
        <button class="usa-button" type="button" @click=${() => void this.#saveCsv(answer)}>${t("interim-csv")}</button>
        <button class="usa-button usa-button--outline" type="button" @click=${() => window.print()}>
          ${t("export-print")}
        </button>
      </p>
    </section>`;
  }

  /** Every group and area, with the notice in each row. */
  async #saveCsv(answer: InterimAnswer): Promise<void> {
    const { subject, test, year } = this.#chosen?.offer ?? { subject: "", test: "", year: "" };
    const at = this.#at;
    const notice = `${t("working-copy")} ${t("interim-private")}`;
    const numbers = columnHeadings(answer, at).flatMap((heading) => [heading, `${heading}, n`]);
    const headings = [
      t("interim-school"),
      t("interim-year"),
      t("interim-subject"),
      t("interim-test"),
      t("interim-group"),
      t("interim-area"),
      ...numbers,
      t("interim-notice"),
    ];
    const line = (group: string, { name, results }: Row): readonly string[] => [
      answer.school,
      year,
      subject,
      test,
      group,
      name,
      ...saidOf(answer, at, results).flatMap(({ text, plain: [value, n] = [text, 0] }) => [value, String(n)]),
      notice,
    ];
    const everybody = areaRows(answer).flatMap((row) => line(t("interim-everybody"), row));
    const groups = answer.groups.flatMap(({ element, value, parts }) =>
      parts.flatMap((results) =>
        line(`${elementName(element)}: ${valueWords(value)}`, { name: partWords(results), results }),
      ),
    );
    const text = await csvOf(headings, [...everybody, ...groups]);
    const name = [answer.school, subject, year].join("-").replace(/[^\p{L}\p{N}.-]+/gu, "-");
    if (text !== undefined)
      download(`WORKING-COPY-interim-${name}.csv`, new Blob([text], { type: "text/csv;charset=utf-8" }));
  }

  #how(answer: InterimAnswer): TemplateResult {
    const [all] = answer.parts;
    return html`<details class="eh-fold eh-interim__how">
      <summary>${t("interim-how")}</summary>
      <ul class="usa-list">
        <li>${answer.measure === "points" ? t("interim-how-points") : t("interim-how-scores")}</li>
        <li>${t("interim-how-growth")}</li>
        ${all?.kind === "together" ? html`<li>${t("interim-how-together", { measure: answer.measure })}</li>` : nothing}
        <li>${t("interim-how-on-track")} ${all?.kind === "together" ? t("interim-how-results") : ""}</li>
        <li>${t("interim-how-absent")}</li>
        <li>${t("interim-how-rounding")}</li>
      </ul>
    </details>`;
  }
}

customElements.define("eh-interim", InterimPage);
