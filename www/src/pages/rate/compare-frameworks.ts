import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type {
  DifferingStep,
  Movement,
  Moves,
  Notice,
  PolicySummary,
  RatedSchool,
  Shown,
} from "../../../../pkg/evenhand.js";
import { noticeList } from "../../elements/notice-list.js";
import { ratingBadge } from "../../elements/rating-badge.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { changeSettings, href, place } from "../../shell/location.js";
import { printNote } from "../../shell/print-note.js";
import { t } from "../../text/messages.js";
import { shownText, standingWords } from "../../text/shown.js";
import { words } from "../../text/words.js";
import { policies } from "../../workbench/policies.js";
import { compareRatings } from "../../workbench/questions.js";
import { workspace, type Rated } from "../../workbench/workspace.js";
import { noteRatings } from "./rate.js";
import { shareKey } from "./table-view.js";

/** Rows enough to read at once; the rest follow when asked for. */
const FIRST = 50;

const SIGNS: Readonly<Record<Moves, string>> = { up: "↑", down: "↓", otherwise: "↔", stays: "" };

/** What another framework says of the same schools: which of them move, from what to what, and why. */
class CompareFrameworks extends SiteElement {
  static override properties = { _moved: { state: true }, _failed: { state: true }, _all: { state: true } };
  declare _moved: readonly Movement[] | undefined;
  declare _failed: readonly Notice[];
  declare _all: boolean;
  #asked: { readonly result: unknown; readonly other: string } | undefined;

  constructor() {
    super();
    this._failed = [];
    this._all = false;
  }

  protected override watched() {
    return [workspace, place, policies];
  }

  readonly #beforePrint = (): void => {
    this._all = true;
    // The browser prints as soon as this returns.
    this.performUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.#beforePrint);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("beforeprint", this.#beforePrint);
    printNote.set([]);
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { rated } = workspace.value;
    if (rated !== undefined) noteRatings(rated);
  }

  #ask(rated: Rated, { key, fingerprint }: PolicySummary): void {
    const other = `${key} ${fingerprint}`;
    if (this.#asked?.result === rated.result && this.#asked.other === other) return;
    const asked = { result: rated.result, other };
    this.#asked = asked;
    this._moved = undefined;
    this._failed = [];
    this._all = false;
    void compareRatings(key).then((answer) => {
      if (this.#asked !== asked || answer === undefined) return;
      if (answer.type === "success") this._moved = answer.value;
      else this._failed = answer.notices;
    });
  }

  override render(): TemplateResult {
    const { rated, work } = workspace.value;
    if (rated === undefined)
      return html`<div class="eh-page eh-width eh-article">
        <h1>${t("moves-heading")}</h1>
        <p class="eh-lead">${work === undefined ? t("school-nothing.text") : t("work-rating")}</p>
        <p><a class="usa-button" href=${href("/rate")}>${t("school-nothing.act")}</a></p>
      </div>`;
    const { policy } = rated.result;
    const others = policies.value.filter(({ key }) => key !== policy.key);
    const wanted = place.value.settings.get("with") ?? "";
    const other = others.find(({ key }) => key === wanted);
    if (other !== undefined) this.#ask(rated, other);
    return html`<div class="eh-page eh-width eh-work">
      <p class="eh-screen-only"><a class="usa-link" href=${href("/rate")}>${t("school-back")}</a></p>
      <div class="eh-work__head">
        <h1>${t("moves-heading")}</h1>
        <p class="eh-lead">${t("moves-lead")}</p>
      </div>
      <dl class="eh-facts eh-versus">
        <div>
          <dt>${t("moves-now")}</dt>
          <dd>${words(policy.title)}, ${policy.version}</dd>
        </div>
        <div>
          <dt><label for="moves-with">${t("moves-with")}</label></dt>
          <dd>
            <select
              class="usa-select"
              id="moves-with"
              @change=${(event: Event) => changeSettings({ with: (event.currentTarget as HTMLSelectElement).value || undefined })}
            >
              <option value="" ?selected=${other === undefined}>${t("moves-choose")}</option>
              ${others.map(({ key, title, version }) => html`<option value=${key} ?selected=${key === wanted}>${words(title)}, ${version}</option>`)}
            </select>
          </dd>
        </div>
      </dl>
      ${
        other === undefined
          ? html`<p class="eh-empty">
              ${t("moves-empty")} <a class="usa-link" href=${href("/policies")}>${t("moves-open")}</a>
            </p>`
          : this._failed.length > 0
            ? noticeList(this._failed)
            : this._moved === undefined
              ? html`<p class="eh-empty" role="status">${t("question-working")}</p>`
              : this.#result(rated, other, this._moved)
      }
    </div>`;
  }

  #result(rated: Rated, other: PolicySummary, all: readonly Movement[]): TemplateResult {
    const link = html`<a
      class="usa-link"
      href=${href("/policies/compare", { before: rated.result.policy.key, after: other.key })}
      >${t("moves-documents")}</a
    >`;
    if (all.every(({ after }) => after.standing === "undetermined"))
      return html`<p class="eh-empty" role="status">${t("moves-unfit")} ${link}</p>`;
    const moved = all.filter(({ moves }) => moves !== "stays");
    const count = (kind: Moves): number => moved.filter(({ moves }) => moves === kind).length;
    const rows = this._all ? moved : moved.slice(0, FIRST);
    return html`
      <p class="eh-summary" role="status">
        ${t("moves-summary", { moved: moved.length, all: all.length, up: count("up"), down: count("down"), otherwise: count("otherwise") })}
      </p>
      <p class="eh-part__said">${t("moves-same-data")} ${link}</p>
      ${moved.length === 0 ? nothing : html`${crossing(all)} ${this.#moved(rated, rows, moved.length)}`}
    `;
  }

  #moved(rated: Rated, rows: readonly Movement[], count: number): TemplateResult {
    return html`<section class="eh-part" aria-labelledby="moved">
      <h2 id="moved" class="eh-part__title">${t("moves-which")}</h2>
      <eh-scroll label=${t("moves-which")}>
        <table class="usa-table eh-table eh-moved">
          <thead>
            <tr>
              <th scope="col">${t("column-school")}</th>
              <th scope="col">${t("moves-from")}</th>
              <th scope="col">${t("moves-to")}</th>
              <th scope="col">${t("moves-scores")}</th>
              <th scope="col">${t("moves-why")}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(({ school, before, after, moves, reasons }) => {
              const known: RatedSchool | undefined = rated.schools.get(school);
              const score = (shown: Shown | null): string =>
                shown === null || shown.kind === "absent" ? "–" : shownText(shown);
              return html`<tr>
                <th scope="row"><a href=${href("/school", { id: school })}>${known?.name ?? school}</a></th>
                <td>${ratingBadge(before.rating, before.standing)}</td>
                <td>
                  <span class="eh-move eh-move--${moves}"
                    ><span aria-hidden="true">${SIGNS[moves]}</span>
                    <span class="usa-sr-only">${movesWords(moves)}</span></span
                  >
                  ${ratingBadge(after.rating, after.standing)}
                </td>
                <td class="eh-figures">${score(before.score)} → ${score(after.score)}</td>
                <td>
                  ${
                    reasons.length === 0
                      ? html`<span class="eh-quiet">${t("moves-no-common")}</span>`
                      : html`<ul class="usa-list usa-list--unstyled">
                          ${reasons.map((reason) => html`<li>${reasonWords(rated, reason)}</li>`)}
                        </ul>`
                  }
                </td>
              </tr>`;
            })}
          </tbody>
        </table>
      </eh-scroll>
      ${
        rows.length < count
          ? html`<button class="usa-button usa-button--outline" type="button" @click=${() => (this._all = true)}>
              ${t("moves-all", { count })}
            </button>`
          : nothing
      }
    </section>`;
  }
}

/** A measure and its points bear the same label; the points are told by what they are. */
const reasonWords = ({ document }: Rated, { name, label, before, after }: DifferingStep): string => {
  const node = document.definition.nodes[name];
  const step = node !== undefined && "scale" in node ? t("what-if-points", { name: words(label) }) : words(label);
  return `${step} ${shownText(before)} → ${shownText(after)}`;
};

const movesWords = (moves: Moves): string =>
  moves === "up"
    ? t("moves-up")
    : moves === "down"
      ? t("moves-down")
      : moves === "otherwise"
        ? t("moves-otherwise")
        : "";

/** Where a rating stands in the table: the highest first, what is no rating last. */
const order = (shown: Shown): number => (shown.kind === "rating" ? -shown.level : shown.kind === "outcome" ? 1 : 2);

/** How many schools go from which answer to which. */
const crossing = (all: readonly Movement[]): TemplateResult => {
  const counts = new Map<string, number>();
  const [rows, columns] = (["before", "after"] as const).map((side) => {
    const found = new Map<string, Movement["before"]>();
    for (const movement of all) found.set(shareKey(movement[side]), movement[side]);
    return [...found].sort(([, a], [, b]) => order(a.rating) - order(b.rating));
  });
  for (const { before, after } of all) {
    const key = `${shareKey(before)}\n${shareKey(after)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const stays = new Set(
    all.filter(({ moves }) => moves === "stays").map(({ before, after }) => `${shareKey(before)}\n${shareKey(after)}`),
  );
  const name = ({ rating, standing }: Movement["before"]): string =>
    rating.kind === "absent" ? standingWords(standing) : shownText(rating);
  return html`<section class="eh-part" aria-labelledby="crossing">
    <h2 id="crossing" class="eh-part__title">${t("moves-crossing")}</h2>
    <p class="eh-part__lead">${t("moves-crossing-lead")}</p>
    <eh-scroll label=${t("moves-crossing")}>
      <table class="usa-table eh-table eh-crossing">
        <thead>
          <tr>
            <th scope="col">${t("moves-from-to")}</th>
            ${columns?.map(([, answer]) => html`<th scope="col" class="eh-number">${name(answer)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows?.map(
            ([row, answer]) =>
              html`<tr>
                <th scope="row">${name(answer)}</th>
                ${columns?.map(([column]) => {
                  const key = `${row}\n${column}`;
                  const count = counts.get(key) ?? 0;
                  return html`<td
                    class="eh-number ${count === 0 ? "eh-quiet" : stays.has(key) ? "eh-crossing--stays" : "eh-crossing--moves"}"
                  >
                    ${count}
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </eh-scroll>
  </section>`;
};

customElements.define("eh-compare-frameworks", CompareFrameworks);
