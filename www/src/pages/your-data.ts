import { html, type TemplateResult } from "lit";
import { SiteElement } from "../shell/element.js";
import { offline, stage } from "../shell/readiness.js";
import { t } from "../text/messages.js";

/** What happens to the reader's files, how that is kept, how to check it, and what it cannot cover. */
class YourData extends SiteElement {
  protected override watched() {
    return [stage, offline];
  }

  override render(): TemplateResult {
    const network = {
      loading: t("your-data-now-loading"),
      ready: t("your-data-now-ready"),
      "not-closed": t("your-data-now-not-closed"),
      failed: t("your-data-now-failed"),
    }[stage.value];
    const kept = {
      waiting: t("your-data-offline-waiting"),
      kept: t("your-data-offline-kept"),
      "new-edition-waits": t("your-data-offline-new"),
      unavailable: t("your-data-offline-unavailable"),
    }[offline.value];
    return html`
      <div class="eh-page eh-width eh-article">
        <h1>${t("your-data-heading")}</h1>
        <p class="eh-lead">${t("your-data-lead")}</p>

        <h2>${t("your-data-now")}</h2>
        <dl class="eh-facts">
          <div>
            <dt>${t("your-data-network")}</dt>
            <dd>${network}</dd>
          </div>
          <div>
            <dt>${t("your-data-offline")}</dt>
            <dd>${kept}</dd>
          </div>
          <div>
            <dt>${t("your-data-storage")}</dt>
            <dd>${t("your-data-storage.text")}</dd>
          </div>
        </dl>

        <h2>${t("your-data-how")}</h2>
        <ol class="eh-steps">
          <li>${t("your-data-step-fetch")}</li>
          <li>${t("your-data-step-close")}</li>
          <li>${t("your-data-step-try")}</li>
          <li>${t("your-data-step-open")}</li>
        </ol>

        <h2>${t("your-data-check")}</h2>
        <ol class="eh-steps">
          <li>${t("your-data-check-offline")}</li>
          <li>${t("your-data-check-tools")}</li>
          <li>${t("your-data-check-source")}</li>
        </ol>

        <h2>${t("your-data-limits")}</h2>
        <ul class="usa-list">
          <li>${t("your-data-limit-navigation")}</li>
          <li>${t("your-data-limit-browser")}</li>
          <li>${t("your-data-limit-host")}</li>
          <li>${t("your-data-limit-update")}</li>
          <li>${t("your-data-limit-saved")}</li>
        </ul>
      </div>
    `;
  }
}

customElements.define("eh-your-data", YourData);
