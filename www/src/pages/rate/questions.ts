import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Grouping, Trend } from "../../../../pkg/evenhand.js";
import { SiteElement } from "../../shell/element.js";
import { href } from "../../shell/location.js";
import { language } from "../../text/language.js";
import { t } from "../../text/messages.js";
import { numbers, trend } from "../../workbench/questions.js";
import type { Rated } from "../../workbench/workspace.js";
import { chartable, firstGrouping, groupQuestion, groupTitle } from "./group-question.js";
import { axesOf, firstAxes, preparePlot, scatterQuestion, scatterTitle, type Dots } from "./scatter-question.js";
import { trendQuestion } from "./trend-question.js";

/** Lets the page do what waits before a large answer is drawn. */
const breathe = <T>(answer: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(answer)));

type Question = "group" | "scatter" | "trend";

/** Questions to all ratings at once. Each is worked out when the reader opens it. */
class Questions extends SiteElement {
  static override properties = {
    rated: { attribute: false },
    _open: { state: true },
    _group: { state: true },
    _axes: { state: true },
    _dots: { state: true },
    _pointed: { state: true },
    _trend: { state: true },
  };
  declare rated: Rated;
  declare _open: ReadonlySet<Question>;
  declare _group: string | undefined;
  declare _axes: readonly [string, string] | undefined;
  declare _dots: Dots | undefined;
  declare _pointed: number | undefined;
  declare _trend: Trend | null | undefined;

  #asked: unknown;

  constructor() {
    super();
    this._open = new Set();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#asked === this.rated.result) return;
    // Other ratings: what was worked out belongs to the earlier ones.
    this.#asked = this.rated.result;
    this._dots = this._trend = this._pointed = undefined;
    for (const question of this._open) this.#ask(question);
  }

  #ask(question: Question): void {
    const { rated } = this;
    const current = (): boolean => this.rated.result === rated.result;
    if (question === "trend" && this._trend === undefined)
      void trend(rated)
        .then(breathe)
        .then((answer) => current() && (this._trend = answer ?? null));
    if (question === "scatter") {
      const axes = this.#axes();
      if (axes === undefined || this._dots?.axes === axes) return;
      void Promise.all([numbers(axes[0]), numbers(axes[1])])
        .then(breathe)
        .then(async ([across, up]) => {
          if (across == null || up == null || !current() || this.#axes()?.join() !== axes.join()) return;
          const dots = { axes, across, up };
          preparePlot(dots, this.#grouping());
          this._dots = await breathe(dots);
        });
    }
  }

  #grouping(): Grouping | undefined {
    const groupings = chartable(this.rated.groupings);
    return groupings.find(({ name }) => name === this._group) ?? firstGrouping(groupings);
  }

  #axes(): readonly [string, string] | undefined {
    const axes = axesOf(this.rated.document);
    const { _axes: chosen } = this;
    return chosen?.every((name) => axes.has(name)) === true ? chosen : firstAxes(axes, this.rated.document);
  }

  #fold(question: Question, title: string, body: () => unknown): TemplateResult {
    const open = this._open.has(question);
    return html`<details
      class="eh-question ${open ? "" : "eh-screen-only"}"
      @toggle=${(event: Event) => {
        const now = (event.currentTarget as HTMLDetailsElement).open;
        if (now === this._open.has(question)) return;
        const others = [...this._open].filter((each) => each !== question);
        this._open = new Set(now ? [...others, question] : others);
        if (now) this.#ask(question);
      }}
    >
      <summary><h3>${title}</h3></summary>
      ${open ? html`<div class="eh-question__body">${body()}</div>` : nothing}
    </details>`;
  }

  override render(): TemplateResult {
    const { rated } = this;
    const grouping = this.#grouping();
    const axes = axesOf(rated.document);
    const chosen = this.#axes();
    const working = html`<p class="eh-empty" role="status">${t("question-working")}</p>`;
    return html`
      ${
        grouping === undefined
          ? this.#fold("group", t("question-kinds"), () => html`<p class="eh-empty">${t("question-no-kinds")}</p>`)
          : this.#fold("group", groupTitle(grouping), () =>
              guard([rated.result, grouping, language.value], () =>
                groupQuestion(rated, grouping, (name) => {
                  this._group = name;
                }),
              ),
            )
      }
      ${
        chosen === undefined
          ? nothing
          : this.#fold("scatter", scatterTitle(chosen), () =>
              scatterQuestion(
                rated,
                axes,
                chosen,
                this._dots,
                grouping,
                this._pointed,
                (now) => {
                  this._axes = now;
                  this._pointed = undefined;
                  this.#ask("scatter");
                },
                (place) => {
                  if (place !== undefined) this._pointed = place;
                },
              ),
            )
      }
      ${this.#fold("trend", t("question-trend"), () =>
        this._trend === undefined
          ? working
          : this._trend === null
            ? html`<p class="eh-empty">${t("trend-one-year")}</p>`
            : guard([this._trend, language.value], () => trendQuestion(rated, this._trend as Trend)),
      )}
      <p class="eh-question eh-question--link eh-screen-only">
        <a class="usa-link" href=${href("/rate/frameworks")}>${t("question-frameworks")}</a>
        <span class="eh-quiet">${t("question-frameworks-text")}</span>
      </p>
    `;
  }
}

customElements.define("eh-questions", Questions);
