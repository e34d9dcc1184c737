import { html, type TemplateResult } from "lit";
import { SiteElement } from "../shell/element.js";
import { href } from "../shell/location.js";
import { t } from "../text/messages.js";

/** For an address that names no page. */
class NotFound extends SiteElement {
  override render(): TemplateResult {
    return html`
      <div class="eh-page eh-width eh-article">
        <h1>${t("not-found-heading")}</h1>
        <p class="eh-lead">${t("not-found-lead")}</p>
        <p><a class="usa-button" href=${href("/")}>${t("not-found-home")}</a></p>
      </div>
    `;
  }
}

customElements.define("eh-not-found", NotFound);
