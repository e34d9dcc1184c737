import { html, nothing, type TemplateResult } from "lit";
import type { Passed } from "../students/students.js";
import { t } from "../text/messages.js";

/** What was not used of archives, one line each. */
export const passedPart = (passed: readonly Passed[]): TemplateResult | typeof nothing =>
  passed.length === 0
    ? nothing
    : html`${passed.map(
        ({ name, entries }) =>
          html`<p class="eh-file__said">
            ${t("students-passed", { name, count: entries.length, list: entries.join(", ") })}
          </p>`,
      )}`;
