import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Notice, PolicyDocument } from "../../../../pkg/evenhand.js";
import { readable, type ReadableDocument } from "../../document/document.js";
import { Renderer, elementId, isWebAddress, outsideLink } from "../../document/render.js";
import { download } from "../../elements/download.js";
import { engine } from "../../engine/client.js";
import { SiteElement } from "../../shell/element.js";
import { href, place } from "../../shell/location.js";
import { printNote } from "../../shell/print-note.js";
import { hasRoute } from "../../shell/routes.js";
import { stage } from "../../shell/readiness.js";
import { setTitle } from "../../shell/title.js";
import { formatDay, t } from "../../text/messages.js";
import { noticeWords } from "../../text/notice.js";
import { language } from "../../text/language.js";
import { isOwn, policies } from "../../workbench/policies.js";
import { fileName } from "./policy-file.js";

/** One policy as a document: to be read, printed, and checked against the handbook that it came from. */
class Policy extends SiteElement {
  #document: PolicyDocument | undefined;
  #asked: string | undefined;
  #missing = false;
  #shownAt: string | undefined;
  #readable: { readonly of: PolicyDocument; readonly language: string; readonly value: ReadableDocument } | undefined;

  protected override watched() {
    return [place, stage, policies];
  }

  override disconnectedCallback(): void {
    printNote.set([]);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const key = place.value.settings.get("key") ?? "";
    const summary = policies.value.find((each) => each.key === key);
    // A policy that was corrected and opened again has the same key and another fingerprint.
    const wanted = `${key} ${summary?.fingerprint ?? ""}`;
    if (stage.value !== "ready" || this.#asked === wanted) return;
    this.#asked = wanted;
    void this.#load(key);
  }

  async #load(key: string): Promise<void> {
    const answer = await engine.workbench.document(key).catch(() => undefined);
    this.#document = answer?.type === "success" ? answer.value : undefined;
    this.#missing = this.#document === undefined;
    this.requestUpdate();
  }

  #text(document: PolicyDocument): ReadableDocument {
    if (this.#readable?.of !== document || this.#readable.language !== language.value) {
      this.#readable = { of: document, language: language.value, value: readable(document) };
    }
    return this.#readable.value;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const document = this.#document;
    if (document === undefined) return;
    const { title, version, fingerprint } = this.#text(document);
    setTitle(`${title} ${version}`);
    printNote.set([t("policies-print", { title, version, fingerprint })]);
    const at = place.value.settings.get("at") ?? undefined;
    if (at !== this.#shownAt) {
      this.#shownAt = at;
      if (at !== undefined) this.#goTo(at);
    }
  }

  #goTo(at: string): void {
    const target = globalThis.document.getElementById(elementId(at));
    if (target === null) return;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  /** A link to the place where the reader was sent already changes nothing in the address, but leads there again. */
  readonly #again = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const at = place.value.settings.get("at");
    if (at !== null && link?.getAttribute("href") === this.#address(at)) this.#goTo(at);
  };

  readonly #address = (at: string): string => href("/policy", { key: place.value.settings.get("key") ?? "", at });

  readonly #save = async (): Promise<void> => {
    const summary = this.#document?.summary;
    if (summary === undefined) return;
    const text = await engine.workbench.policyText(summary.key);
    if (text !== undefined) download(fileName(summary), new Blob([text], { type: "application/json" }));
  };

  override render(): TemplateResult {
    const document = this.#document;
    if (document === undefined) return this.#empty();
    const text = this.#text(document);
    const renderer = new Renderer(text.footnotes, this.#address);
    const key = document.summary.key;
    return html`
      <div class="eh-page eh-width eh-doc" @click=${this.#again}>
        <header class="eh-doc__head">
          <p class="eh-doc__kind eh-screen-only"><a href=${href("/policies")}>${t("policies-all")}</a></p>
          <h1>${text.title}</h1>
          <p class="eh-doc__authority">${text.authority}</p>
          ${text.about === undefined ? nothing : html`<p class="eh-lead">${text.about}</p>`}
          <dl class="eh-doc__facts">
            <div><dt>${t("policies-version")}</dt><dd>${text.version}</dd></div>
            ${
              text.effective === undefined
                ? nothing
                : html`<div><dt>${t("policies-effective")}</dt><dd>${renderer.sentence(text.effective)}</dd></div>`
            }
            <div><dt>${t("policies-origin")}</dt><dd>${isOwn(key) ? t("policies-own") : t("policies-shipped")}</dd></div>
            <div><dt>${t("policies-fingerprint")}</dt><dd><code>${text.fingerprint}</code></dd></div>
          </dl>
          <p class="eh-buttons eh-screen-only">
            ${hasRoute("/rate") ? html`<a class="usa-button" href=${href("/rate", { policy: key })}>${t("policies-rate")}</a>` : nothing}
            <button type="button" class="usa-button usa-button--outline" @click=${() => window.print()}>${t("policies-print-button")}</button>
            <button type="button" class="usa-button usa-button--outline" @click=${this.#save}>${t("policies-download")}</button>
          </p>
        </header>
        <div class="eh-doc__columns">
          <nav class="eh-doc__contents" aria-label=${t("policies-contents")}>
            <h2>${t("policies-contents")}</h2>
            <ol>
              ${text.sections.map(
                ({ anchor, title, blocks }) => html`<li>
                  <a href=${this.#address(anchor)}>${renderer.sentence(title)}</a>
                  ${
                    anchor === "models" && blocks.length > 1
                      ? html`<ul>
                          ${blocks.map((block) =>
                            block.kind === "entry" && block.anchor !== undefined
                              ? html`<li><a href=${this.#address(block.anchor)}>${renderer.sentence(block.title.filter((each) => typeof each === "string" || each.kind !== "note"))}</a></li>`
                              : nothing,
                          )}
                        </ul>`
                      : nothing
                  }
                </li>`,
              )}
              <li><a href=${this.#address("notes")}>${t("policies-notes")}</a></li>
              <li><a href=${this.#address("sources")}>${t("policies-sources")}</a></li>
            </ol>
          </nav>
          <div class="eh-doc__body">
            ${this.#warnings(document.notices)} ${text.sections.map((section) => renderer.section(section))}
            <section class="eh-doc__section" id=${elementId("notes")} tabindex="-1">
              <h2>${t("policies-notes")}</h2>
              ${renderer.footnotes()}
            </section>
            <section class="eh-doc__section" id=${elementId("sources")} tabindex="-1">
              <h2>${t("policies-sources")}</h2>
              <ul class="eh-doc__sources">
                ${text.sources.map(
                  (source) => html`<li>
                    <p class="eh-doc__source">${isWebAddress(source.url) ? outsideLink(source.url, source.title) : source.title}</p>
                    <p class="eh-doc__quiet">
                      ${t("policies-as-of", { day: formatDay(source.asOf) })}
                      ${source.read ? t("policies-read-itself") : html`<strong class="eh-doc__unread">${t("policies-not-read")}</strong>`}
                    </p>
                    ${isWebAddress(source.url) ? html`<p class="eh-doc__address">${source.url}</p>` : nothing}
                    ${source.note === undefined ? nothing : html`<p>${source.note}</p>`}
                  </li>`,
                )}
              </ul>
            </section>
          </div>
        </div>
      </div>
    `;
  }

  /** What the engine noticed in a policy that opens all the same. */
  #warnings(notices: readonly Notice[]): TemplateResult | typeof nothing {
    const warnings = notices.filter(({ severity }) => severity === "warning");
    if (warnings.length === 0) return nothing;
    return html`<details class="eh-doc__warnings">
      <summary>${t("policies-warnings", { count: warnings.length })}</summary>
      <ul class="eh-doc__list">
        ${warnings.map(
          (notice) => html`<li>${noticeWords(notice)} <a href=${href("/notices", { code: notice.code })}>${notice.code}</a></li>`,
        )}
      </ul>
    </details>`;
  }

  #empty(): TemplateResult {
    const waiting = !this.#missing;
    return html`
      <div class="eh-page eh-width eh-article">
        <h1>${waiting ? t("policies-document-title") : t("policies-missing")}</h1>
        <p class="eh-lead" role="status">${waiting ? t("policies-loading") : t("policies-missing.remedy")}</p>
        <p><a class="usa-button" href=${href("/policies")}>${t("policies-all")}</a></p>
      </div>
    `;
  }
}

customElements.define("eh-policy", Policy);
