import { html, nothing, type TemplateResult } from "lit";
import { download } from "../../elements/download.js";
import { noticeList } from "../../elements/notice-list.js";
import { dismissRefused, removeMapping } from "../../students/mappings.js";
import type { RefusedMapping, StudentMapping } from "../../students/students.js";
import { t } from "../../text/messages.js";
import { elementWords } from "./elements.js";

const save = ({ title, text }: StudentMapping): void => {
  const name = title.replace(/[^\p{L}\p{N}.-]+/gu, "-");
  download(`mapping-${name}.json`, new Blob([text], { type: "application/json" }));
};

const refusal = ({ name, notices }: RefusedMapping): TemplateResult =>
  html`<div class="eh-refusal" role="alert">
    <div class="eh-file__line">
      <h3 class="eh-file__name">${t("student-mappings-refused", { name })}</h3>
      <button
        class="usa-button usa-button--unstyled"
        type="button"
        aria-label=${t("student-mappings-dismiss-named", { name })}
        @click=${() => dismissRefused(name)}
      >
        ${t("file-dismiss")}
      </button>
    </div>
    ${noticeList(notices, { file: name, labels: elementWords(), asHeaded: true })}
  </div>`;

/** The mappings that the reader made or opened, to be saved for next year. */
export const mappingsPart = (
  mappings: readonly StudentMapping[],
  refused: readonly RefusedMapping[],
): TemplateResult => html`
  ${refused.map(refusal)}
  ${
    mappings.length === 0
      ? nothing
      : html`<section class="eh-mappings eh-screen-only" aria-labelledby="student-mappings">
          <h3 id="student-mappings">${t("student-mappings")}</h3>
          <p>${t("student-mappings-lead")}</p>
          <ul class="eh-files">
            ${mappings.map(
              (mapping) =>
                html`<li class="eh-file">
                  <div class="eh-file__line">
                    <p class="eh-file__name">${mapping.title}</p>
                    <div class="eh-file__acts">
                      <button
                        class="usa-button usa-button--unstyled"
                        type="button"
                        aria-label=${t("student-mappings-save-named", { name: mapping.title })}
                        @click=${() => save(mapping)}
                      >
                        ${t("student-mappings-save")}
                      </button>
                      <button
                        class="usa-button usa-button--unstyled"
                        type="button"
                        aria-label=${t("student-mappings-remove-named", { name: mapping.title })}
                        @click=${() => removeMapping(mapping.id)}
                      >
                        ${t("file-remove")}
                      </button>
                    </div>
                  </div>
                </li>`,
            )}
          </ul>
        </section>`
  }
`;
