import { html, nothing, type TemplateResult } from "lit";
import type { RatedSchool } from "../../../../pkg/evenhand.js";
import { today } from "../../elements/download.js";
import { SiteElement } from "../../shell/element.js";
import { t } from "../../text/messages.js";
import { words } from "../../text/words.js";
import { override, removeOverride, workspace, type Rated } from "../../workbench/workspace.js";

/** A person may decide otherwise. Who, when and why belong to it, and it shows wherever the rating does. */
class OverrideForm extends SiteElement {
  static override properties = {
    school: { attribute: false },
    rated: { attribute: false },
    _missing: { state: true },
  };
  declare school: RatedSchool;
  declare rated: Rated;
  /** The fields that were left empty. */
  declare _missing: readonly string[];

  constructor() {
    super();
    this._missing = [];
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string): string => {
      const value = data.get(name);
      return typeof value === "string" ? value.trim() : "";
    };
    this._missing = ["rating", "who", "when", "why"].filter((name) => text(name) === "");
    const [first] = this._missing;
    if (first !== undefined) {
      await this.updateComplete;
      this.querySelector<HTMLElement>(`#override-${first}`)?.focus();
      return;
    }
    await override({
      school: this.school.school,
      rating: text("rating"),
      who: text("who"),
      when: text("when"),
      why: text("why"),
    });
    document.querySelector("h1")?.focus();
  };

  override render(): TemplateResult {
    const { definition } = this.rated.document;
    const now = workspace.value.choosing.overrides?.find(({ school }) => school === this.school.school);
    const rule = definition.overrides?.rule;
    const ratings = Object.values(definition.ratings).flatMap(({ lowestFirst }) => [...lowestFirst].reverse());
    const outcomes = Object.entries(definition.outcomes);
    const field = (name: string, label: string, input: TemplateResult): TemplateResult => {
      const missing = this._missing.includes(name);
      return html`<div class="usa-form-group ${missing ? "usa-form-group--error" : ""}">
        <label class="usa-label" for="override-${name}">${label}</label>
        ${missing ? html`<span class="usa-error-message" id="override-${name}-error">${t("override-missing")}</span>` : nothing}
        ${input}
      </div>`;
    };
    const described = (name: string): string | typeof nothing =>
      this._missing.includes(name) ? `override-${name}-error` : nothing;
    return html`<details class="eh-fold" ?open=${now !== undefined}>
      <summary>${t("override-heading")}</summary>
      <p>${rule === undefined || rule === null ? t("override-no-rule") : words(rule)}</p>
      <form class="eh-override" @submit=${this.#submit} novalidate>
        ${field(
          "rating",
          t("override-rating"),
          html`<select class="usa-select" id="override-rating" name="rating" aria-describedby=${described("rating")}>
            <option value="">${t("map-none")}</option>
            ${ratings.map(
              ({ rating, label }) =>
                html`<option value=${rating} ?selected=${now?.rating === rating}>${words(label ?? rating)}</option>`,
            )}
            ${outcomes.map(
              ([name, { label }]) =>
                html`<option value=${name} ?selected=${now?.rating === name}>${words(label)}</option>`,
            )}
          </select>`,
        )}
        ${field(
          "who",
          t("override-who"),
          html`<input
            class="usa-input"
            id="override-who"
            name="who"
            autocomplete="off"
            .value=${now?.who ?? ""}
            aria-describedby=${described("who")}
          />`,
        )}
        ${field(
          "when",
          t("override-when"),
          html`<input
            class="usa-input"
            id="override-when"
            name="when"
            type="date"
            .value=${now?.when ?? today()}
            aria-describedby=${described("when")}
          />`,
        )}
        ${field(
          "why",
          t("override-why"),
          html`<input
            class="usa-input"
            id="override-why"
            name="why"
            autocomplete="off"
            .value=${now?.why ?? ""}
            aria-describedby=${described("why")}
          />`,
        )}
        <div class="eh-acts">
          <button class="usa-button" type="submit">${t("override-submit")}</button>
          ${
            now === undefined
              ? nothing
              : html`<button
                  class="usa-button usa-button--outline"
                  type="button"
                  @click=${() => void removeOverride(this.school.school)}
                >
                  ${t("override-remove")}
                </button>`
          }
        </div>
      </form>
    </details>`;
  }
}

customElements.define("eh-override", OverrideForm);
