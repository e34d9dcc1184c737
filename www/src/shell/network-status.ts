import { html, type TemplateResult } from "lit";
import { t } from "../text/messages.js";
import { SiteElement } from "./element.js";
import { href } from "./location.js";
import { offline, stage } from "./readiness.js";

/** One line that says in words whether the page can send anything. */
class NetworkStatus extends SiteElement {
  protected override watched() {
    return [stage, offline];
  }

  override render(): TemplateResult {
    const now = stage.value;
    const words = {
      loading: t("network-loading"),
      ready: t("network-closed"),
      "not-closed": t("network-open"),
      failed: t("network-failed"),
    }[now];
    return html`
      <p class="eh-network eh-network--${now}">
        <span class="eh-network__sign" aria-hidden="true"></span>
        <span role="status">${words}</span>
        <a href=${href("/your-data")}>${t("network-why")}</a>
      </p>
    `;
  }
}

customElements.define("eh-network-status", NetworkStatus);
