import { html, type PropertyValues, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { changeSettings, href, place } from "../../shell/location.js";
import { shippedGuide } from "../../shell/program-files.js";
import { stage } from "../../shell/readiness.js";
import { t } from "../../text/messages.js";

/** The guide to writing a policy. It is one of the program's own files, so its HTML may be taken as it is. */
class Guide extends SiteElement {
  #shown: string | undefined;

  protected override watched() {
    return [place, stage];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const at = place.value.settings.get("at") ?? undefined;
    if (at === this.#shown || shippedGuide() === undefined) return;
    this.#shown = at;
    this.#goTo(at);
  }

  #goTo(at: string | undefined): void {
    const target = at === undefined ? null : document.getElementById(`guide-${at}`);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }

  /** The guide's links know nothing of the language that was chosen. */
  readonly #follow = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-at]") : null;
    if (link === null) return;
    event.preventDefault();
    changeSettings({ at: link.dataset["at"] });
    this.#goTo(link.dataset["at"]);
  };

  override render(): TemplateResult {
    const guide = shippedGuide();
    if (guide === undefined) {
      return html`<div class="eh-page eh-width eh-article">
        <h1>${t("guide-heading")}</h1>
        <p class="eh-lead" role="status">${stage.value === "ready" ? t("guide-missing") : t("guide-loading")}</p>
      </div>`;
    }
    return html`<div class="eh-page eh-width eh-article" @click=${this.#follow}>
      <p class="eh-doc__kind eh-screen-only"><a href=${href("/policies")}>${t("policies-all")}</a></p>
      <div class="eh-guide" lang="en">${unsafeHTML(guide)}</div>
    </div>`;
  }
}

customElements.define("eh-guide", Guide);
