import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Notice, PolicySummary, Severity } from "../../../../pkg/evenhand.js";
import { effectiveSentence } from "../../document/document.js";
import { download } from "../../elements/download.js";
import { engine } from "../../engine/client.js";
import { SiteElement } from "../../shell/element.js";
import { href } from "../../shell/location.js";
import { hasRoute } from "../../shell/routes.js";
import { shippedGuide, shippedSchemas } from "../../shell/program-files.js";
import { stage } from "../../shell/readiness.js";
import { id, t } from "../../text/messages.js";
import { noticeRemedy, noticeWords } from "../../text/notice.js";
import { plainText } from "../../text/sentence.js";
import { words } from "../../text/words.js";
import { isOwn, policies } from "../../workbench/policies.js";
import { excerpt } from "./excerpt.js";
import { openPolicyFiles, openings, putAway, type Opening } from "./openings.js";
import { fileName } from "./policy-file.js";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: id("policies-error"),
  warning: id("policies-warning"),
  info: id("policies-info"),
};

/** So many notices of one file are drawn at once. */
const SHOWN = 50;

/** All open policies, and the place where an author opens one's own. */
class Policies extends SiteElement {
  #chosen: readonly string[] = [];
  #effective = new Map<string, string | undefined>();
  #over = false;

  protected override watched() {
    return [stage, policies, openings];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const kind of ["dragover", "dragleave", "drop"] as const) window.addEventListener(kind, this.#drag);
  }

  override disconnectedCallback(): void {
    for (const kind of ["dragover", "dragleave", "drop"] as const) window.removeEventListener(kind, this.#drag);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#chosen = this.#chosen.filter((key) => policies.value.some((each) => each.key === key));
    for (const { key, fingerprint } of policies.value) {
      if (this.#effective.has(fingerprint)) continue;
      this.#effective.set(fingerprint, undefined);
      void this.#askEffective(key, fingerprint);
    }
  }

  async #askEffective(key: string, fingerprint: string): Promise<void> {
    const answer = await engine.workbench.document(key).catch(() => undefined);
    if (answer?.type !== "success") return;
    const sentence = effectiveSentence(answer.value.definition.effective);
    if (sentence === undefined) return;
    this.#effective.set(fingerprint, plainText(sentence));
    this.requestUpdate();
  }

  /** A file may be dropped anywhere on the page. */
  readonly #drag = (event: DragEvent): void => {
    const files = event.dataTransfer?.types.includes("Files") === true;
    const over = event.type === "dragover" && files;
    if (event.type === "drop" && files && stage.value === "ready") this.#open([...(event.dataTransfer?.files ?? [])]);
    if (over !== this.#over) {
      this.#over = over;
      this.requestUpdate();
    }
  };

  readonly #choose = (event: Event): void => {
    const field = event.currentTarget as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = "";
    this.#open(files);
  };

  #open(files: readonly File[]): void {
    void openPolicyFiles(files).then(async () => {
      await this.updateComplete;
      const told = this.querySelector<HTMLElement>(".eh-opening");
      told?.scrollIntoView({ block: "start" });
      told?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
    });
  }

  readonly #mark = (event: Event): void => {
    const { value, checked } = event.currentTarget as HTMLInputElement;
    const others = this.#chosen.filter((key) => key !== value);
    // Of three, the one that was chosen first gives way.
    this.#chosen = checked ? [...others, value].slice(-2) : others;
    this.requestUpdate();
  };

  async #save(summary: PolicySummary): Promise<void> {
    const text = await engine.workbench.policyText(summary.key);
    if (text !== undefined) download(fileName(summary), new Blob([text], { type: "application/json" }));
  }

  override render(): TemplateResult {
    return html`
      <div class="eh-page eh-width eh-article eh-policies">
        <h1>${t("policies-heading")}</h1>
        <p class="eh-lead">${t("policies-lead")}</p>
        ${this.#results()}
        <h2>${t("policies-open-ones")}</h2>
        ${
          policies.value.length === 0
            ? html`<p role="status">${stage.value === "ready" ? t("policies-none") : t("policies-loading")}</p>`
            : html`<ul class="eh-policy-list">
                ${policies.value.map((summary) => this.#card(summary))}
              </ul>`
        }
        ${policies.value.length > 1 ? this.#compare() : nothing}
        <h2>${t("policies-own-heading")}</h2>
        <p>${t("policies-own-text")}</p>
        ${this.#dropZone()}
        <h3 class="eh-policies__more">${t("policies-write")}</h3>
        <ul class="eh-doc__list">
          <li>${t("policies-write-start")}</li>
          ${shippedGuide() === undefined ? nothing : html`<li><a href=${href("/guide")}>${t("policies-write-guide")}</a></li>`}
          ${[...shippedSchemas()].map(
            ([name, bytes]) => html`<li>
              ${t("policies-write-schema")}
              <button type="button" class="usa-button usa-button--unstyled" @click=${() => download(name, new Blob([bytes], { type: "application/schema+json" }))}>
                ${t("policies-schema-download", { name })}
              </button>
            </li>`,
          )}
          <li><a href=${href("/notices")}>${t("policies-notices")}</a></li>
        </ul>
      </div>
    `;
  }

  #card(summary: PolicySummary): TemplateResult {
    const { key } = summary;
    const title = words(summary.title);
    const effective = this.#effective.get(summary.fingerprint);
    const which = html`<span class="usa-sr-only"> ${title} ${summary.version}</span>`;
    return html`<li class="eh-policy">
      <p class="eh-policy__kind">${isOwn(key) ? t("policies-own") : t("policies-shipped")}</p>
      <h3 class="eh-policy__title"><a href=${href("/policy", { key })}>${title}</a></h3>
      <p class="eh-policy__facts">${words(summary.authority)} · ${summary.version}${effective === undefined ? nothing : html` · ${effective}`}</p>
      ${summary.about ? html`<p class="eh-policy__about">${words(summary.about)}</p>` : nothing}
      <p class="eh-buttons">
        <a class="usa-button" href=${href("/policy", { key })}>${t("policies-read")}${which}</a>
        ${
          hasRoute("/rate")
            ? html`<a class="usa-button usa-button--outline" href=${href("/rate", { policy: key })}>${t("policies-rate")}${which}</a>`
            : nothing
        }
        <button type="button" class="usa-button usa-button--unstyled" @click=${() => void this.#save(summary)}>
          ${t("policies-download")}${which}
        </button>
      </p>
      ${
        policies.value.length > 1
          ? html`<div class="usa-checkbox eh-policy__compare">
              <input class="usa-checkbox__input" type="checkbox" id=${`compare-${key}`} .value=${key} .checked=${this.#chosen.includes(key)} @change=${this.#mark} />
              <label class="usa-checkbox__label" for=${`compare-${key}`}>${t("policies-compare-this")}${which}</label>
            </div>`
          : nothing
      }
    </li>`;
  }

  #compare(): TemplateResult {
    const [before, after] = this.#chosen;
    return html`<div class="eh-compare-bar">
      <p role="status">${t("policies-compare-chosen", { count: this.#chosen.length })}</p>
      ${
        before === undefined || after === undefined
          ? nothing
          : html`<a class="usa-button" href=${href("/policies/compare", { before, after })}>${t("policies-compare")}</a>`
      }
    </div>`;
  }

  #dropZone(): TemplateResult {
    const ready = stage.value === "ready";
    return html`<div class=${this.#over ? "eh-drop eh-drop--over" : "eh-drop"}>
      <input
        class="eh-drop__input"
        id="policy-file"
        type="file"
        accept=".json,application/json"
        multiple
        ?disabled=${!ready}
        @change=${this.#choose}
        aria-describedby="policy-file-hint"
      />
      <label class="eh-drop__label usa-button" for="policy-file">${t("policies-drop")}</label>
      <p class="eh-drop__hint" id="policy-file-hint">${ready ? t("policies-drop-hint") : t("policies-loading")}</p>
    </div>`;
  }

  #results(): TemplateResult | typeof nothing {
    if (openings.value.length === 0) return nothing;
    return html`<section class="eh-opened" aria-labelledby="opened">
      <h2 id="opened">${t("policies-opened")}</h2>
      ${openings.value.map((opening) => this.#opening(opening))}
    </section>`;
  }

  #opening(opening: Opening): TemplateResult {
    const { name, text, answer } = opening;
    const count = (severity: Severity): number => answer.notices.filter((each) => each.severity === severity).length;
    const errors = count("error");
    const sorted = SEVERITIES.flatMap((severity) => answer.notices.filter((notice) => notice.severity === severity));
    const summary = answer.type === "success" ? answer.value : undefined;
    const key = summary?.key ?? "";
    return html`<article class=${summary === undefined ? "eh-opening eh-opening--error" : "eh-opening"}>
      <h3 tabindex="-1">${
        summary === undefined
          ? t("policies-not-opened", { name })
          : t("policies-is-open", { title: `${words(summary.title)} ${summary.version}` })
      }</h3>
      <p role="status">
        ${
          summary === undefined
            ? t("policies-not-opened-text", { count: errors })
            : t("policies-is-open-text", { warnings: count("warning"), name })
        }
      </p>
      <p class="eh-buttons">
        ${
          summary === undefined
            ? nothing
            : html`<a class="usa-button" href=${href("/policy", { key })}>${t("policies-read")}</a>
                ${hasRoute("/rate") ? html`<a class="usa-button usa-button--outline" href=${href("/rate", { policy: key })}>${t("policies-rate")}</a>` : nothing}`
        }
        <button type="button" class="usa-button usa-button--unstyled" @click=${() => putAway(name)}>${t("policies-put-away")}</button>
      </p>
      ${
        sorted.length === 0
          ? nothing
          : html`<ol class="eh-findings">
              ${sorted.slice(0, SHOWN).map((notice) => this.#finding(notice, text))}
            </ol>`
      }
      ${sorted.length > SHOWN ? html`<p>${t("policies-more-notices", { count: sorted.length - SHOWN })}</p>` : nothing}
    </article>`;
  }

  #finding(notice: Notice, text: string): TemplateResult {
    const { line, pointer } = notice.place;
    const placed = line !== undefined || (pointer ?? "") !== "";
    return html`<li class=${`eh-finding eh-finding--${notice.severity}`}>
      <p class="eh-finding__kind">${t(SEVERITY_NAMES[notice.severity])}</p>
      <p class="eh-finding__words">${noticeWords(notice)}</p>
      ${
        placed
          ? html`<p class="eh-finding__place">
              ${line === undefined ? nothing : t("policies-line", { line: String(line) })}
              ${pointer === undefined || pointer === "" ? nothing : html`<code>${pointer}</code>`}
            </p>`
          : nothing
      }
      ${excerpt(text, notice)}
      <p class="eh-finding__remedy">${noticeRemedy(notice)}</p>
      <p class="eh-finding__code"><a href=${href("/notices", { code: notice.code })}>${notice.code}</a></p>
    </li>`;
  }
}

customElements.define("eh-policies", Policies);
