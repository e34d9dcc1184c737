import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { SiteElement } from "../../shell/element.js";
import { changeSettings, href, place } from "../../shell/location.js";
import { printNote } from "../../shell/print-note.js";
import { shippedSamples } from "../../shell/program-files.js";
import { stage } from "../../shell/readiness.js";
import { formatDay, t } from "../../text/messages.js";
import { noticeList, noticesBySeverity } from "../../elements/notice-list.js";
import { today } from "../../elements/download.js";
import { words } from "../../text/words.js";
import { choosePolicy, loadExample, stopWork, workspace, type Rated } from "../../workbench/workspace.js";
import { policies } from "../../workbench/policies.js";
import { agreementPart } from "./agreement.js";
import { accountPart } from "./accounts.js";
import { choosePart } from "./choose.js";
import { distribution } from "./distribution.js";
import { exportPart } from "./export.js";
import "./files.js";
import "./questions.js";
import "./ratings-table.js";

/** What stands under every print of these ratings. */
export const noteRatings = ({ result }: Rated): void =>
  printNote.set([
    t("print-policy", {
      policy: words(result.policy.title),
      version: result.policy.version,
      fingerprint: result.policy.fingerprint,
    }),
    t("print-files", {
      files: [
        ...workspace.value.files.flatMap(({ summary }) => (summary.mapping === null ? [] : [summary])),
        ...(workspace.value.cells?.files ?? []),
      ]
        .map(({ name, fingerprint }) => `${name} (${fingerprint})`)
        .join(", "),
    }),
    t("print-day", { day: formatDay(today()) }),
  ]);

/** Files, then the framework, then the ratings: each step opens the next. */
class RatePage extends SiteElement {
  /** The address's wish for a framework is followed once, and only when that framework is open. */
  #followed: string | undefined;

  protected override watched() {
    return [workspace, policies, stage, place];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followed = undefined;
  }

  override disconnectedCallback(): void {
    printNote.set([]);
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { rated } = workspace.value;
    if (rated === undefined) printNote.set([]);
    else noteRatings(rated);
    this.#followAddress();
  }

  override render(): TemplateResult {
    const { files, cells, rated, failure, told, work, refusals, choices } = workspace.value;
    const empty = files.length === 0 && cells === undefined;
    const open = stage.value === "ready";
    const settled =
      rated !== undefined &&
      refusals.length + choices.length === 0 &&
      files.every(({ summary }) => summary.mapping !== null);
    return html`
      <div class="eh-page eh-width eh-work">
        <div class="eh-work__head">
          <h1>${t("rate-heading")}</h1>
          ${empty ? html`<p class="eh-lead">${t("rate-lead")}</p>` : nothing}
        </div>
        ${this.#working(work)}
        ${
          cells === undefined
            ? nothing
            : html`<p class="eh-part__lead eh-screen-only">
                ${t("rate-counted", { files: cells.files.length, schools: cells.schools })}
                <a href=${href("/students")}>${t("rate-counted-link")}</a>
              </p>`
        }
        <eh-files class="eh-screen-only" .folded=${settled} .open=${open}></eh-files>
        ${told.length > 0 ? html`<div class="eh-screen-only">${noticeList(told)}</div>` : nothing}
        ${empty ? this.#example(open) : choosePart()}
        ${
          failure.length > 0
            ? html`<section class="eh-part" aria-label=${t("rate-failed")}>${noticeList(failure)}</section>`
            : nothing
        }
        ${rated === undefined ? nothing : this.#results(rated)}
      </div>
    `;
  }

  #followAddress(): void {
    if (place.value.settings.get("example") !== null && stage.value === "ready") {
      changeSettings({ example: undefined });
      void loadExample(shippedSamples());
    }
    const wanted = place.value.settings.get("policy") ?? undefined;
    if (wanted === undefined || wanted === this.#followed) return;
    if (!policies.value.some(({ key }) => key === wanted)) return;
    this.#followed = wanted;
    if (workspace.value.chosen !== wanted) void choosePolicy(wanted);
  }

  #working(work: string | undefined): TemplateResult {
    const text =
      work === "reading"
        ? t("work-reading")
        : work === "rating"
          ? t("work-rating")
          : work === "saving"
            ? t("work-saving")
            : "";
    return html`<div class="eh-working" role="status">
      ${
        work === undefined
          ? nothing
          : html`<p class="eh-working__line">
              <span class="eh-working__sign" aria-hidden="true"></span>${text}
              <button class="usa-button usa-button--unstyled" type="button" @click=${() => void stopWork()}>
                ${t("work-stop")}
              </button>
            </p>`
      }
    </div>`;
  }

  #example(open: boolean): TemplateResult {
    const samples = shippedSamples();
    return html`<div class="eh-columns">
      <section class="eh-card" aria-labelledby="rate-what">
        <h2 id="rate-what">${t("rate-what")}</h2>
        <ul class="usa-list">
          <li>${t("rate-what-wide")}</li>
          <li>${t("rate-what-long")}</li>
          <li>${t("rate-what-published")}</li>
          <li>${t("rate-what-session")}</li>
        </ul>
      </section>
      ${
        samples.size === 0
          ? nothing
          : html`<section class="eh-card eh-card--quiet" aria-labelledby="rate-example">
              <h2 id="rate-example">${t("rate-example")}</h2>
              <p>${t("rate-example.text")}</p>
              <button
                class="usa-button usa-button--outline"
                type="button"
                ?disabled=${!open}
                @click=${() => void loadExample(samples)}
              >
                ${t("example-button")}
              </button>
            </section>`
      }
    </div>`;
  }

  #results(rated: Rated): TemplateResult {
    const { schools } = rated.result.ratings;
    const { labels } = rated.document;
    const grave = rated.notices.filter(({ severity }) => severity !== "info");
    const notes = rated.notices.filter(({ severity }) => severity === "info");
    return html`
      <section class="eh-part" aria-labelledby="ratings">
        <h2 id="ratings" class="eh-part__title">${t("ratings-heading")}</h2>
        ${distribution(rated)} ${noticesBySeverity(grave, { schools: true, labels })}
        <eh-ratings-table .rated=${rated}></eh-ratings-table>
        ${
          notes.length === 0
            ? nothing
            : html`<details class="eh-fold">
                <summary>${t("ratings-notes", { count: notes.length })}</summary>
                ${noticeList(notes, { schools: true, labels })}
              </details>`
        }
        ${schools.length === 0 ? nothing : exportPart(rated)}
      </section>
      ${
        schools.length < 2
          ? nothing
          : html`<section class="eh-part" aria-labelledby="questions">
              <h2 id="questions" class="eh-part__title">${t("questions-heading")}</h2>
              <eh-questions .rated=${rated}></eh-questions>
            </section>`
      }
      ${agreementPart(rated)} ${accountPart(rated)}
    `;
  }
}

customElements.define("eh-rate", RatePage);
