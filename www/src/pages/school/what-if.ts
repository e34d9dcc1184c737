import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type {
  BriefAnswer,
  Notice,
  PolicyDocument,
  RatedSchool,
  Step,
  Trace,
  WhatIf,
} from "../../../../pkg/evenhand.js";
import { noticeList } from "../../elements/notice-list.js";
import { ratingBadge } from "../../elements/rating-badge.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { id, t } from "../../text/messages.js";
import { fieldNumber, near, signed } from "../../text/numbers.js";
import { shownText, standingWords } from "../../text/shown.js";
import { whatIf } from "../../workbench/questions.js";
import { bandsOf, nameWords } from "./trace-walk.js";

/** What can be moved: a measure of the school, or the participation rate beside it. */
interface Lever {
  /** As a definition refers to it. */
  readonly name: string;
  readonly step: Step;
  readonly unit: string | undefined;
  readonly low: number;
  readonly high: number;
  readonly size: number;
  readonly words: readonly string[];
  /** What stands there as it is. */
  readonly now: string;
}

const UNITS: Readonly<Record<string, string>> = {
  percent: id("unit-percent"),
  percentile: id("unit-percentile"),
  points: id("unit-points"),
  "scale-score": id("unit-scale-score"),
  students: id("unit-students"),
};

const decimals = (text: string): number => text.split(".")[1]?.length ?? 0;

/** From where to where a measure may be moved: by the framework; else as far as its scale goes. */
const rangeOf = (
  step: Step,
  trace: Trace,
  range: readonly [string, string] | null | undefined,
  unit: string,
): readonly [number, number] => {
  if (range != null) return [near(range[0]), near(range[1])];
  if (unit === "percent") return [0, 100];
  if (unit === "percentile") return [1, 99];
  const now = step.value.kind === "number" ? [near(step.value.exact)] : [];
  const place = trace.steps.indexOf(step);
  const bounds = trace.steps
    .filter(({ inputs }) => inputs.some(({ step: below }) => below === place))
    .flatMap(({ row }) => bandsOf(trace, row))
    .flatMap(({ lower, upper }) => [lower, upper])
    .flatMap((end) => (end === null ? [] : [near(end[0])]));
  const all = [...now, ...bounds];
  if (all.length === 0) return [0, 100];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low) / 4 || Math.abs(high) || 1;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
};

/** The measures first, then the participation rates. */
const leversOf = (trace: Trace, document: PolicyDocument): readonly Lever[] => {
  const levers = allLevers(trace, document);
  const beside = ({ step }: Lever): boolean => step.attribute === "participation";
  return [...levers.filter((lever) => !beside(lever)), ...levers.filter(beside)];
};

const allLevers = (trace: Trace, { definition }: PolicyDocument): readonly Lever[] =>
  trace.steps.flatMap((step): Lever[] => {
    if (step.operator !== "measure" || step.years !== 0) return [];
    const participation = step.attribute === "participation";
    if (!participation && step.attribute !== "value") return [];
    const measure = definition.measures[step.name];
    if (measure === undefined) return [];
    const unit = participation ? "percent" : (measure.unit ?? "number");
    const [low, high] = rangeOf(step, trace, participation ? undefined : measure.range, unit);
    const now = step.value.kind === "number" ? step.value.exact : step.value.kind === "word" ? step.value.word : "";
    const whole = unit === "percentile" || unit === "students";
    return [
      {
        name: participation ? `${step.name}#participation` : step.name,
        step,
        unit: UNITS[unit],
        low,
        high,
        size: whole ? 1 : 10 ** -Math.min(2, Math.max(1, decimals(now))),
        words: unit === "category" ? (measure.categories ?? []) : [],
        now,
      },
    ];
  });

/** Measures to move, and at once what the framework would say. Nothing of it is ever taken for the rating. */
class WhatIfPart extends SiteElement {
  static override properties = {
    school: { attribute: false },
    trace: { attribute: false },
    document: { attribute: false },
    _changes: { state: true },
    _answer: { state: true },
    _failed: { state: true },
  };
  declare school: RatedSchool;
  declare trace: Trace;
  declare document: PolicyDocument;
  declare _changes: Readonly<Record<string, string>>;
  declare _answer: WhatIf | undefined;
  declare _failed: readonly Notice[];

  #levers: readonly Lever[] = [];
  #asking = false;

  constructor() {
    super();
    this._changes = {};
    this._failed = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("trace")) return;
    this.#levers = leversOf(this.trace, this.document);
    this._changes = {};
    this._answer = undefined;
    this._failed = [];
  }

  #set(name: string, text: string | undefined): void {
    const { [name]: _, ...others } = this._changes;
    const lever = this.#levers.find((each) => each.name === name);
    // What is as it was is no change; an empty field waits for its number.
    this._changes = text === undefined || text === lever?.now || text === "" ? others : { ...others, [name]: text };
    void this.#ask();
  }

  /** Asks for the latest values; while one answer is on its way, later moves wait for it together. */
  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    let asked: Readonly<Record<string, string>> | undefined;
    while (asked !== this._changes) {
      asked = this._changes;
      const { trace } = this;
      const answer = Object.keys(asked).length === 0 ? undefined : await whatIf(this.school.school, asked);
      if (trace !== this.trace) continue;
      this._failed = answer?.type === "failure" ? answer.notices : [];
      this._answer = answer?.type === "success" ? answer.value : undefined;
    }
    this.#asking = false;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.#levers.length === 0) return nothing;
    const moved = Object.keys(this._changes).length > 0;
    return html`<section class="eh-part ${moved ? "" : "eh-screen-only"}" aria-labelledby="what-if">
      <h2 id="what-if" class="eh-part__title">${t("what-if-heading")}</h2>
      <p class="eh-part__lead">${t("what-if-lead")}</p>
      <div class="eh-what-if">
        <div class="eh-levers">${this.#levers.map((lever, place) => this.#lever(lever, place))}</div>
        <div class="eh-what-if__said">
          <p class="usa-sr-only" role="status">${this.#said(moved)}</p>
          ${this.#result(moved)}
        </div>
      </div>
    </section>`;
  }

  #lever({ name, step, unit, low, high, size, words, now }: Lever, place: number): TemplateResult {
    const label = nameWords(this.document, name);
    const changed = this._changes[name];
    const text = changed ?? fieldNumber(now);
    const field = `lever-${String(place)}`;
    const was = now === "" || step.value.kind === "number" ? shownText(step.value) : now;
    const set = (event: Event): void =>
      this.#set(name, (event.currentTarget as HTMLInputElement | HTMLSelectElement).value);
    const reset = html`<button
      class="usa-button usa-button--unstyled eh-screen-only"
      type="button"
      ?disabled=${changed === undefined}
      aria-label=${t("what-if-reset-named", { name: label })}
      @click=${() => {
        this.#set(name, undefined);
        this.querySelector<HTMLElement>(`#${field}`)?.focus();
      }}
    >
      ${t("what-if-reset")}
    </button>`;
    return html`<div class="eh-lever ${changed === undefined ? "eh-screen-only" : "eh-lever--moved"}">
      <div class="eh-lever__head">
        <label class="eh-lever__name" for=${field}>${label}</label>
        <span class="eh-lever__was eh-quiet" id="${field}-was"
          >${t("what-if-now", { value: was })}${words.length > 0 ? nothing : html` · ${t("row-from-to", { lower: low, upper: high })}`}</span
        >
      </div>
      ${
        words.length > 0
          ? html`<select class="usa-select" id=${field} aria-describedby="${field}-was" .value=${text} @change=${set}>
              ${now === "" ? html`<option value="" ?selected=${text === ""}>${was}</option>` : nothing}
              ${words.map((word) => html`<option value=${word} ?selected=${word.toLowerCase() === text.toLowerCase()}>${word}</option>`)}
            </select>`
          : html`<input
                class="usa-range eh-screen-only"
                id=${field}
                type="range"
                min=${low}
                max=${high}
                step=${size}
                aria-describedby="${field}-was"
                aria-valuetext=${unit === undefined ? text || was : `${text || was} ${t(unit)}`}
                .value=${text === "" ? String((low + high) / 2) : text}
                @input=${set}
              />
              <span class="eh-lever__number"
                ><input
                  class="usa-input"
                  type="number"
                  step="any"
                  inputmode="decimal"
                  aria-label=${t("what-if-number", { name: label })}
                  .value=${text}
                  @input=${set}
                />
                ${unit === undefined ? nothing : html`<span>${t(unit)}</span>`}</span
              >`
      }
      ${reset}
    </div>`;
  }

  /** What a listener hears: in a place of its own that stays, since what comes and goes isn't always spoken. */
  #said(moved: boolean): string {
    return moved && this._answer !== undefined ? changeWords(this._answer) : "";
  }

  #result(moved: boolean): TemplateResult {
    const { _answer: answer } = this;
    if (this._failed.length > 0)
      return html`<div class="eh-what-if__answer" role="alert">
        ${noticeList(this._failed, { labels: this.document.labels })}
      </div>`;
    if (!moved || answer === undefined)
      return html`<p class="eh-what-if__answer">
        ${this.school.overridden ? t("what-if-overridden") : t("what-if-none")}
      </p>`;
    const { after, changed } = answer;
    return html`<div class="eh-what-if__answer">
        <p class="eh-what-if__rating">
          <span class="eh-quiet">${t("what-if-would")}</span> ${ratingBadge(after.rating, after.standing)}
        </p>
        <p>${changeWords(answer)}</p>
        <button
          class="usa-button usa-button--outline eh-screen-only"
          type="button"
          @click=${() => {
            this._changes = {};
            void this.#ask();
            this.querySelector<HTMLElement>("#lever-0")?.focus();
          }}
        >
          ${t("what-if-reset-all")}
        </button>
      </div>
      <div class="eh-what-if__steps">
        <eh-scroll label=${t("what-if-steps")}>
          <table class="usa-table usa-table--borderless eh-table">
            <caption>
              ${t("what-if-steps")}
            </caption>
            <thead>
              <tr>
                <th scope="col">${t("agreement-step")}</th>
                <th scope="col" class="eh-number">${t("changes-now")}</th>
                <th scope="col" class="eh-number">${t("changes-then")}</th>
              </tr>
            </thead>
            <tbody>
              ${changed.map(
                ({ name, before: old, after: now }) =>
                  html`<tr>
                    <th scope="row">${this.#stepName(name, answer.trace)}</th>
                    <td class="eh-number">${shownText(old)}</td>
                    <td class="eh-number"><strong>${shownText(now)}</strong></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </eh-scroll>
        <p class="eh-quiet">${t("what-if-not-stored")}</p>
      </div>`;
  }

  /** A measure and its points bear the same label; the points are told by what they are. */
  #stepName(name: string, { steps, rating, score }: Trace): string {
    const label = nameWords(this.document, name);
    const step = steps.findIndex((each) => each.name === name && each.years === 0 && each.attribute === "value");
    if (step === rating) return t("column-rating");
    if (step === score) return t("column-score");
    const { operator, value } = steps[step] ?? {};
    const isLookedUp = operator === "scale" || operator === "grid" || operator === "percentile";
    return isLookedUp && value?.kind !== "rating" ? t("what-if-points", { name: label }) : label;
  }
}

/** What changes with the rating and the score. */
const changeWords = ({ before, after, scoreChange }: WhatIf): string => {
  const same = JSON.stringify(before.rating) === JSON.stringify(after.rating);
  const rating = same
    ? t("what-if-same", { rating: answerWords(before) })
    : t("what-if-changed", { before: answerWords(before), after: answerWords(after) });
  if (after.score === null || after.score.kind === "absent") return rating;
  const score = shownText(after.score);
  return `${rating} ${
    scoreChange === null || scoreChange === "0"
      ? t("what-if-score-same", { score })
      : t("what-if-score", { score, change: signed(scoreChange) })
  }`;
};

const answerWords = ({ rating, standing }: BriefAnswer): string =>
  rating.kind === "absent" ? standingWords(standing) : shownText(rating);

customElements.define("eh-what-if", WhatIfPart);
