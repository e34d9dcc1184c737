import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { LANGUAGE_NAMES, LANGUAGES, language } from "../text/language.js";
import { t } from "../text/messages.js";
import { workspace } from "../workbench/workspace.js";
import { SiteElement } from "./element.js";
import { changeSettings, href, place } from "./location.js";
import { mark } from "./mark.js";
import { printNote } from "./print-note.js";
import { engineCrashed, offline, reloaded, stage } from "./readiness.js";
import { ROUTES, routeFor, type Route } from "./routes.js";
import { setTitle } from "./title.js";
import { isWorkingCopy } from "./working-copy.js";
import "./network-status.js";

/** What surrounds every page: header, navigation, messages about the program itself, footer. */
class Shell extends SiteElement {
  #shown: string | undefined;
  #named: string | undefined;

  protected override watched() {
    return [place, stage, offline, engineCrashed, reloaded, printNote, workspace];
  }

  override render(): TemplateResult {
    const route = routeFor(place.value.path);
    return html`
      <a class="usa-skipnav" href="#main" @click=${this.#skip}>${t("skip-to-main")}</a>
      ${this.#header(route)}
      <main id="main" tabindex="-1">${this.#messages()} ${this.#workingCopy()} ${route.render()}</main>
      ${this.#footer()}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const route = routeFor(place.value.path);
    document.documentElement.lang = language.value;
    const arrived = this.#shown !== undefined && this.#shown !== place.value.path;
    // A page may give itself a closer name after this, such as a school's.
    const named = `${place.value.path} ${language.value}`;
    if (this.#named !== named) setTitle(t(route.title));
    this.#named = named;
    this.#shown = place.value.path;
    if (arrived) void this.#announce();
  }

  /** After going to another page, reading goes on at its heading. */
  async #announce(): Promise<void> {
    const page = this.querySelector("main > :last-child");
    if (page instanceof SiteElement) await page.updateComplete;
    window.scrollTo(0, 0);
    const heading = page?.querySelector("h1");
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  // The address after the `#` names a page, so the skip link moves the focus itself.
  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector("main")?.focus();
  };

  #header(route: Route): TemplateResult {
    return html`
      <header class="eh-header">
        <div class="eh-header__bar eh-width">
          <a class="eh-brand" href=${href("/")} aria-label=${t("brand-home")}>
            ${mark()}<span class="eh-brand__name">Evenhand</span>
          </a>
          <nav class="eh-nav" aria-label=${t("navigation-label")}>
            <ul>
              ${ROUTES.map((each) =>
                each.navigation === undefined
                  ? nothing
                  : html`<li>
                      <a href=${href(each.path)} aria-current=${each === route ? "page" : nothing}
                        >${t(each.navigation)}</a
                      >
                    </li>`,
              )}
            </ul>
          </nav>
          <nav class="eh-languages" aria-label=${t("language-label")}>
            <ul>
              ${LANGUAGES.map(
                (each) =>
                  html`<li>
                    <a
                      lang=${each}
                      hreflang=${each}
                      href=${href(place.value.path, { ...Object.fromEntries(place.value.settings), lang: each })}
                      aria-current=${each === language.value ? "true" : nothing}
                      @click=${(event: Event) => {
                        event.preventDefault();
                        changeSettings({ lang: each });
                      }}
                      >${LANGUAGE_NAMES[each]}</a
                    >
                  </li>`,
              )}
            </ul>
          </nav>
        </div>
        <div class="eh-strip">
          <div class="eh-width"><eh-network-status></eh-network-status></div>
        </div>
      </header>
    `;
  }

  /** On the screen and on paper. */
  #workingCopy(): TemplateResult | typeof nothing {
    return isWorkingCopy()
      ? html`<div class="eh-working-copy">
          <div class="eh-width">
            <p><strong>${t("working-copy")}</strong> ${t("working-copy.text")}</p>
          </div>
        </div>`
      : nothing;
  }

  #messages(): TemplateResult {
    const alert = (kind: string, heading: string, text: string, button?: TemplateResult): TemplateResult => html`
      <div class="eh-width">
        <div class="usa-alert usa-alert--${kind} eh-message" role=${kind === "error" ? "alert" : "status"}>
          <div class="usa-alert__body">
            <h2 class="usa-alert__heading">${heading}</h2>
            <p class="usa-alert__text">${text}</p>
            ${button ?? nothing}
          </div>
        </div>
      </div>
    `;
    return html`
      ${stage.value === "failed" ? alert("error", t("start-failed"), t("start-failed.remedy")) : nothing}
      ${stage.value === "not-closed" ? alert("error", t("not-closed"), t("not-closed.remedy")) : nothing}
      ${
        engineCrashed.value
          ? alert(
              "warning",
              t("engine-crashed"),
              reloaded.value === "all" ? t("engine-crashed-reloaded") : t("engine-crashed.remedy"),
              html`<button class="usa-button usa-button--outline" @click=${() => engineCrashed.set(false)}>
                ${t("put-away")}
              </button>`,
            )
          : nothing
      }
      ${offline.value === "new-edition-waits" ? alert("info", t("new-edition"), t("new-edition.remedy")) : nothing}
    `;
  }

  #footer(): TemplateResult {
    return html`
      <footer class="eh-footer">
        <div class="eh-width eh-footer__grid">
          <div>
            <p class="eh-footer__promise">${t("footer-promise")}</p>
            <p><a href=${href("/your-data")}>${t("footer-how")}</a></p>
          </div>
          <p class="eh-footer__version">${t("footer-version", { version: __VERSION__ })}<br />${t("footer-license")}</p>
        </div>
      </footer>
      <div class="eh-print-note" aria-hidden="true">
        <p>${t("print-origin", { version: __VERSION__ })}</p>
        ${printNote.value.map((line) => html`<p>${line}</p>`)}
      </div>
    `;
  }
}

customElements.define("eh-shell", Shell);
