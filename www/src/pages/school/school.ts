import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type {
  Change,
  Citation,
  PolicyDocument,
  RatedSchool,
  SchoolExplained,
  Trace,
  Trend,
} from "../../../../pkg/evenhand.js";
import { noticeList } from "../../elements/notice-list.js";
import { ratingBadge } from "../../elements/rating-badge.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { href, place } from "../../shell/location.js";
import { printNote } from "../../shell/print-note.js";
import { setTitle } from "../../shell/title.js";
import { formatDay, t } from "../../text/messages.js";
import { pluralOf, shortNumber, signed } from "../../text/numbers.js";
import { shownText, standingWords } from "../../text/shown.js";
import { words } from "../../text/words.js";
import { trend } from "../../workbench/questions.js";
import { explain, schoolOrder, workspace, type Rated } from "../../workbench/workspace.js";
import { noteRatings } from "../rate/rate.js";
import { groupingsBeside, groupOf, scoreText } from "../rate/table-view.js";
import { miniChart, scoreChart } from "./band-chart.js";
import { conditionTree } from "./condition.js";
import {
  bandsOf,
  givesPoints,
  measureBelow,
  nameWords,
  scaleOfScore,
  stepAt,
  stepWords,
  weightOf,
} from "./trace-walk.js";
import "./override.js";
import { citationItem } from "./trace-tree.js";
import { trendPart } from "./trend.js";
import "./what-if.js";

/** One school: its rating, what it is made of, how it came about, and what would change it. */
class SchoolPage extends SiteElement {
  static override properties = { _explained: { state: true }, _trend: { state: true }, _parts: { state: true } };
  declare _explained: SchoolExplained | null | undefined;
  declare _trend: Trend | null | undefined;
  /** The headings that stand on the page, in their order, for going straight to one. */
  declare _parts: readonly string[];

  #asked: { school: string; result: unknown } | undefined;

  constructor() {
    super();
    this._parts = [];
  }

  protected override watched() {
    return [workspace, place, schoolOrder];
  }

  override disconnectedCallback(): void {
    printNote.set([]);
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { rated } = workspace.value;
    const school = rated?.schools.get(place.value.settings.get("id") ?? "");
    if (rated === undefined || school === undefined) return;
    setTitle(school.name ?? school.school);
    noteRatings(rated);
    void this.#findParts();
  }

  #headings(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".eh-part > h2")];
  }

  /** Some parts are elements of their own, which are drawn a little later. */
  async #findParts(): Promise<void> {
    for (const part of this.querySelectorAll("eh-behind, eh-what-if"))
      if (part instanceof SiteElement) await part.updateComplete;
    const parts = this.#headings().map(({ textContent }) => textContent.trim());
    if (parts.join("|") !== this._parts.join("|")) this._parts = parts;
  }

  #ways(): TemplateResult | typeof nothing {
    const go = (place: number): void => {
      const heading = this.#headings()[place];
      if (heading === undefined) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: "start" });
    };
    return this._parts.length < 3
      ? nothing
      : html`<nav class="eh-ways eh-screen-only" aria-label=${t("school-parts")}>
          <ul>
            ${this._parts.map(
              (part, place) =>
                html`<li>
                  <button class="usa-button usa-button--unstyled" type="button" @click=${() => go(place)}>
                    ${part}
                  </button>
                </li>`,
            )}
          </ul>
        </nav>`;
  }

  /** Asks the engine once for each school and rating. */
  #ask(school: string, rated: Rated): void {
    if (this.#asked?.school === school && this.#asked.result === rated.result) return;
    const asked = { school, result: rated.result };
    this.#asked = asked;
    this._explained = undefined;
    void explain(school).then((explained) => {
      if (this.#asked === asked) this._explained = explained ?? null;
    });
    void trend(rated).then((found) => {
      if (this.#asked === asked) this._trend = found ?? null;
    });
  }

  override render(): TemplateResult {
    const { rated, work } = workspace.value;
    const school = place.value.settings.get("id") ?? "";
    if (rated === undefined) {
      return html`<div class="eh-page eh-width eh-article">
        <h1>${t("school-nothing")}</h1>
        <p class="eh-lead">${work === undefined ? t("school-nothing.text") : t("work-rating")}</p>
        <p><a class="usa-button" href=${href("/rate")}>${t("school-nothing.act")}</a></p>
      </div>`;
    }
    const found = rated.schools.get(school);
    if (found === undefined) {
      return html`<div class="eh-page eh-width eh-article">
        <h1>${t("school-unknown", { school })}</h1>
        <p class="eh-lead">${t("school-unknown-text")}</p>
        <p><a class="usa-button" href=${href("/rate")}>${t("school-back")}</a></p>
      </div>`;
    }
    this.#ask(school, rated);
    const explained = this._explained;
    return html`
      <article class="eh-page eh-width eh-work eh-school">
        ${this.#neighbours(found)} ${this.#head(found, rated, explained)} ${this.#ways()}
        ${
          explained === undefined
            ? html`<p role="status" class="eh-empty">${t("school-explaining")}</p>`
            : explained === null
              ? html`<p class="eh-empty">${t("school-not-explained")}</p>`
              : this.#parts(found, rated, explained)
        }
      </article>
    `;
  }

  #neighbours({ school }: RatedSchool): TemplateResult {
    const order = schoolOrder.value;
    const at = order.indexOf(school);
    const link = (to: string | undefined, label: string, rel: string): TemplateResult | typeof nothing =>
      to === undefined
        ? nothing
        : html`<a class="usa-link" rel=${rel} href=${href("/school", { id: to })}>${label}</a>`;
    return html`<nav class="eh-neighbours eh-screen-only" aria-label=${t("school-neighbours")}>
      <a class="usa-link" href=${href("/rate")}>${t("school-back")}</a>
      <span class="eh-neighbours__way">
        ${at < 0 ? nothing : link(order[at - 1], t("school-previous"), "prev")}
        ${at < 0 ? nothing : html`<span class="eh-quiet">${t("school-place", { place: at + 1, all: order.length })}</span>`}
        ${at < 0 ? nothing : link(order[at + 1], t("school-next"), "next")}
      </span>
    </nav>`;
  }

  #head(
    school: RatedSchool,
    { result, document, groupings }: Rated,
    explained: SchoolExplained | null | undefined,
  ): TemplateResult {
    const model = school.model === null ? undefined : document.definition.models[school.model]?.label;
    // Who runs it, where it is, and what else the files say of its kind.
    const among = result.ratings.schools.indexOf(school);
    const kinds = groupingsBeside(groupings, result.ratings.schools).flatMap((grouping) => {
      const value = groupOf(grouping, among);
      return value === undefined ? [] : [t("table-chosen", { what: words(grouping.label), value })];
    });
    const own = result.ratings.notices.filter(({ place }) => place.school === school.school);
    const step =
      explained === undefined || explained === null ? undefined : stepAt(explained.trace, explained.trace.rating);
    const score = scoreText(school);
    const overridden = step?.overridden;
    const meaning = meaningOf(school, document.definition);
    return html`
      <header class="eh-school__head">
        <div>
          <h1>${school.name ?? school.school}</h1>
          <p class="eh-quiet">
            ${t("school-number", { school: school.school })}${model === undefined ? nothing : html` · ${words(model)}`}
            · ${words(document.summary.title)},
            ${result.policy.version}${result.ratings.year === null ? nothing : html` · ${t("summary-year", { year: result.ratings.year })}`}
          </p>
          ${kinds.length === 0 ? nothing : html`<p class="eh-quiet">${kinds.join(" · ")}</p>`}
          ${school.labels.map((label) => html`<span class="usa-tag eh-tag">${words(label)}</span> `)}
        </div>
        <dl class="eh-result">
          <div>
            <dt>${t("column-rating")}</dt>
            <dd class="eh-result__rating">${ratingBadge(school.rating, school.standing)}</dd>
          </div>
          ${
            score === ""
              ? nothing
              : html`<div>
                  <dt>${t("column-score")}</dt>
                  <dd class="eh-result__score">${score}</dd>
                </div>`
          }
          ${
            school.agrees === null
              ? nothing
              : html`<div>
                  <dt>${t("column-published")}</dt>
                  <dd>
                    ${school.published === "" ? t("agreement-nothing") : school.published}
                    <span class="eh-agrees eh-agrees--${school.agrees ? "yes" : "no"}"
                      >${school.agrees ? t("published-agrees") : t("published-differs")}</span
                    >
                  </dd>
                </div>`
          }
        </dl>
      </header>
      ${meaning === undefined ? nothing : html`<p class="eh-part__lead">${meaning}</p>`}
      ${
        school.standing === "rated" || school.standing === "outcome"
          ? nothing
          : html`<p class="eh-part__lead">
              <strong>${standingWords(school.standing)}.</strong> ${shownText(school.rating)}.
            </p>`
      }
      ${
        overridden === undefined
          ? nothing
          : html`<div class="usa-alert usa-alert--warning usa-alert--slim">
              <div class="usa-alert__body">
                <p class="usa-alert__text">
                  ${t("step-overridden", { computed: overridden.computed, who: overridden.who, when: formatDay(overridden.when) })}
                  ${overridden.why}
                </p>
              </div>
            </div>`
      }
      ${noticeList(own, { labels: document.labels })}
    `;
  }

  #parts(school: RatedSchool, rated: Rated, { trace, changes, unlisted, behind }: SchoolExplained): TemplateResult {
    const scale = scaleOfScore(trace);
    const differs = stepAt(trace, trace.firstDifference);
    return html`
      ${
        trace.waitsFor.length === 0
          ? nothing
          : html`<section class="eh-part" aria-labelledby="waits">
              <h2 id="waits" class="eh-part__title">${t("waits-heading")}</h2>
              <ul class="usa-list">
                ${trace.waitsFor.map((name) => html`<li>${nameWords(rated.document, name)}</li>`)}
              </ul>
            </section>`
      }
      ${
        scale === undefined
          ? nothing
          : html`<section class="eh-part" aria-labelledby="scale">
              <h2 id="scale" class="eh-part__title">${t("scale-heading")}</h2>
              ${scoreChart(bandsOf(trace, scale.row), scale.row.value, t("scale-heading"), rated.document)}
            </section>`
      }
      ${trace.indicators.length === 0 ? nothing : this.#indicators(trace, rated.document)}
      ${
        // Its script is that of the student files.
        behind.length === 0
          ? nothing
          : html`<eh-behind .behind=${behind} .trace=${trace} .document=${rated.document}></eh-behind>`
      }
      ${
        differs?.published === undefined
          ? nothing
          : html`<section class="eh-part" aria-labelledby="difference">
              <h2 id="difference" class="eh-part__title">${t("difference-heading")}</h2>
              <p>
                ${t("difference-text", {
                  name: stepWords(differs),
                  published: differs.published.published === "" ? t("agreement-nothing") : differs.published.published,
                  computed:
                    differs.published.computed === ""
                      ? t("agreement-nothing")
                      : shortNumber(differs.published.computed),
                })}
              </p>
            </section>`
      }
      ${trendPart(this._trend, rated.result.ratings.schools.indexOf(school))}
      ${this.#changes(
        changes,
        unlisted.filter((name) => trace.steps.some((step) => step.name === name)),
        rated.document,
      )}
      <eh-what-if .school=${school} .trace=${trace} .document=${rated.document}></eh-what-if>
      <section class="eh-part" aria-labelledby="trace">
        <h2 id="trace" class="eh-part__title">${t("trace-heading")}</h2>
        <p class="eh-part__lead">${t("trace-lead")}</p>
        ${
          trace.model === null
            ? nothing
            : html`<div class="eh-model">
                <p>${t("trace-model")}</p>
                ${conditionTree(trace.model.root, rated.document)}
              </div>`
        }
        <eh-trace .trace=${trace} .document=${rated.document}></eh-trace>
      </section>
      ${sources(trace)}
      <eh-override class="eh-screen-only" .school=${school} .rated=${rated}></eh-override>
      <div class="eh-acts eh-screen-only">
        <button class="usa-button usa-button--outline" type="button" @click=${() => window.print()}>
          ${t("school-print")}
        </button>
      </div>
    `;
  }

  #indicators(trace: Trace, document: PolicyDocument): TemplateResult {
    return html`<section class="eh-part" aria-labelledby="indicators">
      <h2 id="indicators" class="eh-part__title">${t("indicators-heading")}</h2>
      <eh-scroll label=${t("indicators-heading")}>
        <table class="usa-table eh-table eh-indicators">
          <caption class="usa-sr-only">
            ${t("indicators-heading")}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("indicators-measure")}</th>
              <th scope="col" class="eh-number">${t("indicators-value")}</th>
              <th scope="col">${t("indicators-scale")}</th>
              <th scope="col" class="eh-number">${t("indicators-points")}</th>
              <th scope="col" class="eh-number">${t("indicators-weight")}</th>
              <th scope="col" class="eh-number">${t("indicators-product")}</th>
            </tr>
          </thead>
          ${trace.indicators.map(
            ({ label, parts }) =>
              html`<tbody>
                <tr class="eh-table__group">
                  <th scope="rowgroup" colspan="6">${words(label)}</th>
                </tr>
                ${parts.map((part) => this.#indicator(trace, part, document))}
              </tbody>`,
          )}
        </table>
      </eh-scroll>
    </section>`;
  }

  #indicator(trace: Trace, part: number, document: PolicyDocument): TemplateResult | typeof nothing {
    const step = stepAt(trace, part);
    if (step === undefined) return nothing;
    const measure = measureBelow(trace, part);
    const weight = weightOf(trace, part);
    const points = givesPoints(trace, part);
    const observed = measure?.observed;
    const beside = [
      observed?.n == null ? undefined : t("beside-n", { n: pluralOf(observed.n) }),
      observed?.participation == null
        ? undefined
        : t("beside-participation", { participation: shortNumber(observed.participation) }),
      observed?.responseRate == null ? undefined : t("beside-response", { rate: shortNumber(observed.responseRate) }),
    ].filter((text) => text !== undefined);
    const absent = measure?.value.kind === "absent";
    const moved = weight !== undefined && weight.table !== weight.effective;
    return html`<tr class=${step.value.kind === "absent" ? "eh-row--absent" : ""}>
      <th scope="row">
        ${stepWords(step)}
        ${beside.length === 0 ? nothing : html`<span class="eh-quiet eh-beside">${beside.join(", ")}</span>`}
      </th>
      <td class=${absent ? "" : "eh-number"}>
        ${measure === undefined || measure === step || !points ? shownText(step.value) : shownText(measure.value)}
      </td>
      <td>
        ${step.row === undefined ? nothing : miniChart(bandsOf(trace, step.row), step.row.value, stepWords(step), document)}
      </td>
      <td class="eh-number">
        ${!points ? nothing : step.value.kind === "absent" ? "–" : shownText(step.value)}
        ${step.penalty === undefined || step.penalty.points === "0" ? nothing : html`<span class="eh-quiet eh-beside">${t("beside-penalty", { points: shortNumber(step.penalty.points) })}</span>`}
      </td>
      <td class="eh-number">
        ${
          weight === undefined
            ? nothing
            : moved
              ? html`${shortNumber(weight.effective)}
                  <span class="eh-quiet eh-beside">${t("weight-was", { weight: shortNumber(weight.table) })}</span>`
              : shortNumber(weight.effective)
        }
      </td>
      <td class="eh-number">${weight?.product == null ? nothing : shortNumber(weight.product)}</td>
    </tr>`;
  }

  #changes(changes: readonly Change[], unlisted: readonly string[], document: PolicyDocument): TemplateResult {
    const sorted = [...changes].sort((a, b) => Number(b.rating !== null) - Number(a.rating !== null));
    return html`<section class="eh-part" aria-labelledby="changes">
      <h2 id="changes" class="eh-part__title">${t("changes-heading")}</h2>
      <p class="eh-part__lead">${changes.length === 0 ? t("changes-none") : t("changes-lead")}</p>
      ${
        changes.length === 0
          ? nothing
          : html`<eh-scroll label=${t("changes-heading")}>
              <table class="usa-table eh-table">
                <caption class="usa-sr-only">
                  ${t("changes-heading")}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${t("indicators-measure")}</th>
                    <th scope="col" class="eh-number">${t("changes-now")}</th>
                    <th scope="col" class="eh-number">${t("changes-then")}</th>
                    <th scope="col" class="eh-number">${t("changes-distance")}</th>
                    <th scope="col" class="eh-number">${t("changes-score")}</th>
                    <th scope="col">${t("column-rating")}</th>
                  </tr>
                </thead>
                <tbody>
                  ${sorted.map(
                    ({ measure, attribute, now, then, distance, score, scoreChange, rating }) =>
                      html`<tr>
                        <th scope="row">
                          ${nameWords(document, attribute === "value" ? measure : `${measure}#${attribute}`)}
                        </th>
                        <td class="eh-number">${shownText(now)}</td>
                        <td class="eh-number">${shownText(then)}</td>
                        <td class="eh-number">${distance === null ? nothing : signed(distance)}</td>
                        <td class="eh-number">
                          ${score === null ? nothing : shownText(score)}
                          ${scoreChange === null || scoreChange === "0" ? nothing : html`<span class="eh-quiet">(${signed(scoreChange)})</span>`}
                        </td>
                        <td>
                          ${rating !== null ? ratingBadge(rating) : html`<span class="eh-quiet">${t("changes-same")}</span>`}
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </eh-scroll>`
      }
      ${
        unlisted.length === 0
          ? nothing
          : html`<p>${t("changes-unlisted")}</p>
              <ul class="usa-list">
                ${unlisted.map((name) => html`<li>${nameWords(document, name)}</li>`)}
              </ul>`
      }
    </section>`;
  }
}

/** Every source of the trace once, with what there is to know about it. */
const sources = (trace: Trace): TemplateResult | typeof nothing => {
  const found = new Map<string, Citation>();
  for (const { locator: _, ...source } of trace.citations) found.set(JSON.stringify(source), source);
  if (found.size === 0) return nothing;
  return html`<section class="eh-part" aria-labelledby="sources">
    <h2 id="sources" class="eh-part__title">${t("trace-citations")}</h2>
    <ul class="usa-list eh-sources">
      ${[...found.values()].map((source) => citationItem(source, true))}
    </ul>
  </section>`;
};

/** What the rating or outcome means, in the framework's own words. */
const meaningOf = (
  { rating }: RatedSchool,
  { ratings, outcomes }: Rated["document"]["definition"],
): string | undefined => {
  const meaning =
    rating.kind === "rating"
      ? ratings[rating.scale]?.lowestFirst[rating.level]?.meaning
      : rating.kind === "outcome"
        ? outcomes[rating.outcome]?.meaning
        : undefined;
  return meaning === undefined || meaning === null ? undefined : words(meaning);
};

customElements.define("eh-school", SchoolPage);
