import { html, nothing, type TemplateResult } from "lit";
import type { Citation, Input, PolicyDocument, RoundingMode, Step, Trace } from "../../../../pkg/evenhand.js";
import { SiteElement } from "../../shell/element.js";
import { href } from "../../shell/location.js";
import { formatDay, id, t } from "../../text/messages.js";
import { shortNumber, wholeNumber } from "../../text/numbers.js";
import { shownText, shownWhole } from "../../text/shown.js";
import { words } from "../../text/words.js";
import { ratingBadge } from "../../elements/rating-badge.js";
import { conditionTree } from "./condition.js";
import { bandsOf, boundsWords, citationsAt, givesWords, nameWords, stepAt, stepWords } from "./trace-walk.js";

/** What each operator does, in a sentence. */
const OPERATORS: Readonly<Record<string, string>> = {
  fact: id("trace-op-fact"),
  measure: id("trace-op-measure"),
  value: id("trace-op-value"),
  scale: id("trace-op-scale"),
  grid: id("trace-op-grid"),
  weightedMean: id("trace-op-weighted-mean"),
  weightedSum: id("trace-op-weighted-sum"),
  sum: id("trace-op-sum"),
  mean: id("trace-op-mean"),
  bestOf: id("trace-op-best-of"),
  worstOf: id("trace-op-worst-of"),
  subtract: id("trace-op-subtract"),
  multiply: id("trace-op-multiply"),
  divide: id("trace-op-divide"),
  earnedOverEligible: id("trace-op-earned-over-eligible"),
  choose: id("trace-op-choose"),
  gate: id("trace-op-gate"),
  limit: id("trace-op-limit"),
  count: id("trace-op-count"),
  countPresent: id("trace-op-count-present"),
  holds: id("trace-op-holds"),
  raiseDenominator: id("trace-op-raise-denominator"),
  percentile: id("trace-op-percentile"),
  rank: id("trace-op-rank"),
  percentRank: id("trace-op-percent-rank"),
  lowest: id("trace-op-lowest"),
  nearest: id("trace-op-nearest"),
  parts: id("trace-op-parts"),
  models: id("trace-op-models"),
};

const ROUNDINGS: Readonly<Record<RoundingMode, string>> = {
  "half-up": id("trace-round-half-up"),
  "half-even": id("trace-round-half-even"),
  up: id("trace-round-up"),
  down: id("trace-round-down"),
  truncate: id("trace-round-truncate"),
};

/** A source with its place, its day, and whether its text was read. */
export const citationItem = (citation: Citation, note = false): TemplateResult => html`
  <li>
    ${
      citation.url === undefined
        ? html`<cite>${citation.title}</cite>`
        : html`<a href=${citation.url} rel="noreferrer noopener" target="_blank"><cite>${citation.title}</cite></a>`
    }${citation.locator === undefined ? nothing : html`, ${citation.locator}`},
    ${t("trace-citation-as-of", { day: formatDay(citation.asOf) })}${citation.read ? nothing : html` · <strong>${t("trace-citation-not-read")}</strong>`}
    ${!note || citation.note === undefined ? nothing : html`<span class="eh-quiet eh-beside">${citation.note}</span>`}
  </li>
`;

/** The whole way from the rating down to what the files say, to be unfolded step by step. */
class TraceTree extends SiteElement {
  static override properties = {
    trace: { attribute: false },
    document: { attribute: false },
    _only: { state: true },
  };
  declare trace: Trace;
  declare document: PolicyDocument;
  declare _only: boolean;
  #told = new Set<number>();

  constructor() {
    super();
    this._only = false;
  }

  #all(open: boolean): void {
    for (const details of this.querySelectorAll<HTMLDetailsElement>("details.eh-step")) details.open = open;
  }

  override render(): TemplateResult {
    this.#told = new Set();
    const { trace } = this;
    return html`
      <div class="eh-acts eh-screen-only">
        <button class="usa-button usa-button--outline" type="button" @click=${() => this.#all(true)}>
          ${t("trace-open-all")}
        </button>
        <button class="usa-button usa-button--outline" type="button" @click=${() => this.#all(false)}>
          ${t("trace-close-all")}
        </button>
        <div class="usa-checkbox eh-inline">
          <input
            class="usa-checkbox__input"
            id="trace-only"
            type="checkbox"
            .checked=${this._only}
            @change=${(event: Event) => (this._only = (event.currentTarget as HTMLInputElement).checked)}
          />
          <label class="usa-checkbox__label" for="trace-only">${t("trace-only")}</label>
        </div>
      </div>
      <ul class="eh-trace">
        ${this.#step(trace.rating, undefined, 0)}
      </ul>
    `;
  }

  #step(place: number, input: Input | undefined, depth: number): TemplateResult | typeof nothing {
    const step = stepAt(this.trace, place);
    if (step === undefined) return nothing;
    const decisive = input === undefined ? step.decisive : input.decisive && step.decisive;
    if (this._only && !decisive && depth > 0) return nothing;
    const told = this.#told.has(place);
    this.#told.add(place);
    const first = this.trace.firstDifference === place && !told;
    const line = html`
      <span class="eh-step__name ${decisive ? "eh-decides" : ""}">${stepWords(step)}</span>
      <span class="eh-step__value"
        >${step.value.kind === "rating" || step.value.kind === "outcome" ? ratingBadge(step.value) : shownText(step.value)}</span
      >
      ${input?.weight === undefined ? nothing : html`<span class="eh-quiet">${t("step-weight", { weight: shortNumber(input.weight.effective) })}</span>`}
      ${decisive ? html`<span class="eh-mark-decides">${t("trace-decisive")}</span>` : nothing}
      ${step.unverified ? html`<span class="usa-tag eh-tag eh-tag--warn">${t("trace-unverified")}</span>` : nothing}
      ${step.overridden === undefined ? nothing : html`<span class="usa-tag eh-tag eh-tag--warn">${t("overridden")}</span>`}
      ${first ? html`<span class="usa-tag eh-tag eh-tag--warn">${t("first-difference")}</span>` : nothing}
    `;
    if (told)
      return html`<li class="eh-step eh-step--again">${line} <span class="eh-quiet">${t("step-above")}</span></li>`;
    const below = step.inputs.flatMap((each) => (each.step === null ? [] : [[each.step, each] as const]));
    return html`<li>
      <details class="eh-step" ?open=${depth < 2 || first}>
        <summary>${line}</summary>
        <div class="eh-step__body">
          ${this.#rule(step)}
          ${
            below.length === 0
              ? nothing
              : html`<ul class="eh-trace">
                  ${below.map(([under, each]) => this.#step(under, each, depth + 1))}
                </ul>`
          }
        </div>
      </details>
    </li>`;
  }

  /** The rule, what was done to its result, what was published, and by whose authority. */
  #rule(step: Step): TemplateResult {
    const { penalty, rounding, moves, conditions, observed, overridden, published, comparedWith, notes, row } = step;
    const operator = OPERATORS[step.operator];
    const numbers = step.inputs.flatMap(({ number, role }) =>
      number === undefined || role !== "part" ? [] : [number],
    );
    const chosen = step.chosen === undefined ? undefined : step.inputs[step.chosen];
    const won = chosen?.step === undefined ? undefined : stepAt(this.trace, chosen.step);
    const band = row === undefined || row.place.length !== 1 ? undefined : bandsOf(this.trace, row)[row.place[0] ?? -1];
    const table = step.weights === undefined ? undefined : this.document.definition.weights[step.weights]?.label;
    return html`
      <p>
        ${observed !== undefined ? nothing : operator === undefined ? step.operator : t(operator)}
        ${table === undefined || table === null ? nothing : t("step-weights-table", { table: words(table) })}
        ${numbers.length === 0 ? nothing : t("step-numbers", { numbers: numbers.join(", ") })}
      </p>
      ${observed === undefined ? nothing : this.#observed(step)}
      ${
        row === undefined
          ? nothing
          : band === undefined
            ? html`<p>${t("step-looked-up", { value: shortNumber(row.value) })}</p>`
            : band.lower === null && band.upper === null
              ? html`<p>${t("step-row-word", { row: band.gives })}</p>`
              : html`<p>
                  ${t("step-row", { value: wholeNumber(row.value), row: boundsWords(band), gives: givesWords(this.document, band.gives) })}
                </p>`
      }
      ${conditions === undefined ? nothing : conditions.map(({ root }) => conditionTree(root, this.document))}
      ${
        step.operator === "choose"
          ? html`<p>
              ${step.chosen === undefined ? t("step-otherwise") : t("step-case", { number: step.chosen + 1 })}
            </p>`
          : won === undefined || (step.operator !== "bestOf" && step.operator !== "worstOf")
            ? nothing
            : html`<p>${t("step-won", { name: stepWords(won) })}</p>`
      }
      ${step.beforeGate === undefined ? nothing : html`<p>${t("step-before-gate", { value: shownText(step.beforeGate) })}</p>`}
      ${
        moves === undefined || moves.length === 0
          ? nothing
          : html`<p>${t("step-moves")}</p>
              <ul class="usa-list">
                ${moves.map(
                  ({ from, to, amount, citations }) =>
                    html`<li>
                      ${t("step-move", { amount: wholeNumber(amount), from: nameWords(this.document, from), to: nameWords(this.document, to) })}
                      ${citationsAt(this.trace, citations).map(({ title, locator }) => html`<span class="eh-quiet">(${title}${locator === undefined ? nothing : `, ${locator}`})</span>`)}
                    </li>`,
                )}
              </ul>`
      }
      ${
        penalty === undefined
          ? nothing
          : html`<p>
              ${
                penalty.points === "0"
                  ? t("step-no-penalty", { by: shortNumber(penalty.by) })
                  : t("step-penalty", {
                      by: shortNumber(penalty.by),
                      points: wholeNumber(penalty.points),
                      before: wholeNumber(penalty.before),
                      after: wholeNumber(penalty.after),
                    })
              }
            </p>`
      }
      ${
        rounding === undefined
          ? nothing
          : html`<p>
              ${t("step-rounding", { before: wholeNumber(rounding.before), after: rounding.after, places: rounding.rule.to, mode: t(ROUNDINGS[rounding.rule.mode]) })}
            </p>`
      }
      ${
        comparedWith === undefined
          ? nothing
          : html`<p>
              ${t("step-compared-with", { count: comparedWith.count })}
              ${comparedWith.schools.map((school, place) => html`${place === 0 ? "" : ", "}<a href=${href("/school", { id: school })}>${school}</a>`)}
            </p>`
      }
      ${(notes ?? []).map((note) => html`<p class="eh-step__note">${words(note)}</p>`)}
      ${step.unverified ? html`<p class="eh-step__note"><strong>${t("trace-unverified-text")}</strong></p>` : nothing}
      ${
        overridden === undefined
          ? nothing
          : html`<p class="eh-step__note">
              <strong
                >${t("step-overridden", { computed: overridden.computed, who: overridden.who, when: formatDay(overridden.when) })}</strong
              >
              ${overridden.why}
            </p>`
      }
      ${
        // The line above has the result; only what had to be shortened there is told again.
        shownWhole(step.value) === shownText(step.value)
          ? nothing
          : html`<p class="eh-step__out">${t("step-result", { value: shownWhole(step.value) })}</p>`
      }
      ${
        published === undefined
          ? nothing
          : html`<p>
              ${t("step-published", { published: published.published === "" ? t("agreement-nothing") : published.published })}
              <span class="eh-agrees eh-agrees--${published.agrees ? "yes" : "no"}"
                >${published.agrees ? t("published-agrees") : t("published-differs")}</span
              >
            </p>`
      }
      ${
        step.citations.length === 0
          ? nothing
          : html`<ul class="eh-citations" aria-label=${t("trace-citations")}>
              ${citationsAt(this.trace, step.citations).map((citation) => citationItem(citation))}
            </ul>`
      }
    `;
  }

  #observed({ observed, value }: Step): TemplateResult | typeof nothing {
    if (observed === undefined) return nothing;
    const { text, file, line, column, n, participation, responseRate, basis } = observed;
    const where = file === null ? undefined : { file, line: String(line ?? ""), column: column ?? "" };
    return html`<p>
      ${
        where === undefined
          ? // What is counted in student records needs no file that says it.
            value.kind === "absent" && basis !== "computed"
            ? t("observed-nowhere")
            : nothing
          : text === null || text === ""
            ? t("observed-blank", where)
            : t("observed-text", { ...where, text })
      }
      ${n === undefined ? nothing : t("observed-n", { n })}
      ${participation === undefined ? nothing : t("observed-participation", { participation: wholeNumber(participation) })}
      ${responseRate === undefined ? nothing : t("observed-response", { rate: wholeNumber(responseRate) })}
      ${basis === "computed" ? t("observed-computed") : basis === "supposed" ? t("observed-supposed") : nothing}
    </p>`;
  }
}

customElements.define("eh-trace", TraceTree);
