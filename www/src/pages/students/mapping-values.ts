import { html, nothing, type TemplateResult } from "lit";
import type { ColumnValues, KnownElement } from "../../../../pkg/records/records.js";
import { t } from "../../text/messages.js";
import { valueName } from "./elements.js";

type Say = (text: string, value: string | null) => void;

/** One of a few values that the element has. */
const choice = (
  key: string,
  choices: readonly string[],
  text: string,
  value: string | null,
  say: Say,
): TemplateResult =>
  html`<select
    class="usa-select"
    id=${key}
    @change=${(event: Event) => {
      const chosen = (event.currentTarget as HTMLSelectElement).value;
      say(text, chosen === "?" ? null : chosen);
    }}
  >
    <option value="?" .selected=${value === null}>${t("student-map-unknown")}</option>
    ${choices.map((each) => html`<option value=${each} .selected=${value === each}>${valueName(each)}</option>`)}
    <option value="" .selected=${value === ""}>${t("student-map-blank")}</option>
  </select>`;

/** Any text: a level or a subject is called as the framework calls it. */
const free = (key: string, text: string, value: string | null, say: Say): TemplateResult =>
  html`<input
    class="usa-input"
    id=${key}
    autocomplete="off"
    .value=${value ?? ""}
    @change=${(event: Event) => say(text, (event.currentTarget as HTMLInputElement).value.trim())}
  />`;

/** What the texts of a column of few values mean. */
export const columnValues = (
  key: string,
  column: string,
  known: KnownElement | undefined,
  { texts, withheld }: ColumnValues,
  say: Say,
): TemplateResult | typeof nothing => {
  if (known?.named !== true) return nothing;
  if (withheld) return html`<p class="usa-hint">${t("student-map-withheld")}</p>`;
  if (texts.length === 0) return nothing;
  const open = texts.filter(([, value]) => value === null).length;
  const { choices } = known;
  // That a mark is no level is a guess of its own, which has to be seen.
  const nothings = choices.length > 0 ? 0 : texts.filter(([, value]) => value === "").length;
  return html`<details class="eh-map__values" ?open=${open > 0 || nothings > 0}>
    <summary>
      ${open > 0 ? t("student-map-values-open", { count: open }) : t("student-map-values", { count: texts.length })}
    </summary>
    ${nothings > 0 ? html`<p>${t("student-map-values-nothing", { count: nothings })}</p>` : nothing}
    ${choices.length === 0 ? html`<p class="usa-hint">${t("student-map-value-hint")}</p>` : nothing}
    ${texts.map(([text, value], place) => {
      const control = `${key}-value-${String(place)}`;
      return html`<div class="eh-map__value">
        <label class="usa-label" for=${control}
          ><span aria-hidden="true">${t("student-map-value", { text })}</span
          ><span class="usa-sr-only">${t("student-map-value-of", { text, column })}</span></label
        >
        ${choices.length > 0 ? choice(control, choices, text, value, say) : free(control, text, value, say)}
      </div>`;
    })}
  </details>`;
};
