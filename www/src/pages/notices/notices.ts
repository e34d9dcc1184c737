import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { NoticeCode, Severity } from "../../../../pkg/evenhand.js";
import { isWebAddress, outsideLink } from "../../document/render.js";
import { SiteElement } from "../../shell/element.js";
import { href, place } from "../../shell/location.js";
import { noticeCodes } from "../../shell/program-files.js";
import { stage } from "../../shell/readiness.js";
import { hasMessage, id, t } from "../../text/messages.js";
import { wordings } from "./wordings.js";

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: id("policies-error"),
  warning: id("policies-warning"),
  info: id("policies-info"),
};

/** Everything that the program may tell: made from its own list of codes and the words of the reader's language. */
class Notices extends SiteElement {
  #search = "";
  #shown: string | undefined;

  protected override watched() {
    return [place, stage];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const code = place.value.settings.get("code") ?? undefined;
    if (code === this.#shown || noticeCodes().length === 0) return;
    this.#shown = code;
    const target = code === undefined ? null : document.getElementById(`code-${code}`);
    target?.scrollIntoView({ block: "start" });
    target?.focus({ preventScroll: true });
  }

  readonly #find = (event: Event): void => {
    this.#search = (event.currentTarget as HTMLInputElement).value;
    this.requestUpdate();
  };

  override render(): TemplateResult {
    const catalog = noticeCodes();
    const wanted = this.#search.trim().toLocaleLowerCase();
    const found = catalog.filter(
      (each) =>
        wanted === "" || [each.code, ...wordings(each).texts].some((text) => text.toLocaleLowerCase().includes(wanted)),
    );
    const modules = new Map<string, NoticeCode[]>();
    for (const each of found) {
      const module = each.code.slice(0, each.code.indexOf("."));
      modules.set(module, [...(modules.get(module) ?? []), each]);
    }
    return html`
      <div class="eh-page eh-width eh-article eh-reference">
        <h1>${t("notices-heading")}</h1>
        <p class="eh-lead">${t("notices-lead")}</p>
        <div class="eh-search" role="search">
          <label class="usa-label" for="notice-search">${t("notices-search")}</label>
          <input
            class="usa-input"
            id="notice-search"
            type="search"
            autocomplete="off"
            .value=${this.#search}
            @input=${this.#find}
          />
          <p role="status">
            ${
              catalog.length === 0
                ? t("policies-loading")
                : wanted === ""
                  ? t("notices-all", { count: catalog.length })
                  : t("notices-found", { count: found.length })
            }
          </p>
        </div>
        ${[...modules].map(
          ([module, codes]) =>
            html`<section class="eh-reference__module">
              <h2>${hasMessage(`notices-module-${module}`) ? t(`notices-module-${module}`) : module}</h2>
              ${codes.map((each) => this.#entry(each))}
            </section>`,
        )}
      </div>
    `;
  }

  #entry(notice: NoticeCode): TemplateResult {
    const { severity, code, source } = notice;
    const told = wordings(notice);
    return html`<article class=${`eh-finding eh-finding--${severity}`} id=${`code-${code}`} tabindex="-1">
      <h3 class="eh-reference__code"><a href=${href("/notices", { code })}>${code}</a></h3>
      <span class="eh-finding__kind">${t(SEVERITY_NAMES[severity])}</span>
      <p class="eh-finding__words">${told.words}</p>
      <p class="eh-finding__remedy">${told.remedy}</p>
      ${
        told.variants.length === 0
          ? nothing
          : html`<details class="eh-reference__more">
              <summary>${t("notices-variants", { count: told.variants.length })}</summary>
              <ul class="eh-doc__list">
                ${told.variants.map((variant) => html`<li>${variant.words}${variant.remedy === undefined ? nothing : html`<br /><span class="eh-doc__quiet">${variant.remedy}</span>`}</li>`)}
              </ul>
            </details>`
      }
      ${
        source === undefined || source === null
          ? nothing
          : html`<p class="eh-finding__code">
              ${t("notices-source")} ${isWebAddress(source) ? outsideLink(source, source) : source}
            </p>`
      }
    </article>`;
  }
}

customElements.define("eh-notices", Notices);
