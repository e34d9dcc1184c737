import { html, nothing, type TemplateResult } from "lit";
import type { ContainerEntry } from "../../../pkg/container/container.js";
import { noticeList } from "../elements/notice-list.js";
import { SiteElement } from "../shell/element.js";
import { formatNumber, t } from "../text/messages.js";
import { addEntries, dismissChoice, type Choice } from "../workbench/workspace.js";

/** The entry that is most likely meant: the largest. */
const likely = (entries: readonly ContainerEntry[]): number =>
  entries.reduce((best, { size }, place) => (size > (entries[best]?.size ?? 0) ? place : best), 0);

let made = 0;

/** Which sheets of a workbook, or files of an archive, are to be added. */
class ContainerChoice extends SiteElement {
  static override properties = { choice: { attribute: false }, _nothing: { state: true } };
  declare choice: Choice;
  /** Whether the reader pressed the button with nothing chosen. */
  declare _nothing: boolean;
  /** Several may stand on the page. */
  readonly #id = `choice-${String((made += 1))}`;

  constructor() {
    super();
    this._nothing = false;
  }

  #add(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const chosen = [...form.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => Number(value));
    this._nothing = chosen.length === 0;
    if (this._nothing) form.querySelector("input")?.focus();
    else void addEntries(this.choice, chosen);
  }

  override render(): TemplateResult {
    const { name, entries, notices, kind } = this.choice;
    const sheets = kind === "workbook";
    const best = likely(entries);
    const count = entries.length;
    return html`<form class="eh-choice" @submit=${(event: SubmitEvent) => this.#add(event)}>
      <fieldset class="usa-fieldset" aria-describedby=${this._nothing ? `${this.#id}-nothing` : nothing}>
        <legend class="eh-choice__legend">
          ${sheets ? t("choice-sheets", { name, count }) : t("choice-files", { name, count })}
        </legend>
        ${entries.map(
          ({ name: entry, rows, size }, place) =>
            html`<div class="usa-checkbox">
              <input
                class="usa-checkbox__input"
                type="checkbox"
                id="${this.#id}-${place}"
                value=${place}
                .checked=${place === best}
                @change=${() => (this._nothing = false)}
              />
              <label class="usa-checkbox__label" for="${this.#id}-${place}"
                >${entry}
                <span class="usa-checkbox__label-description"
                  >${
                    rows === null
                      ? t("choice-size", {
                          size: formatNumber(Math.max(size / 1e6, 0.1), { maximumFractionDigits: 1 }),
                        })
                      : t("choice-rows", { rows })
                  }</span
                ></label
              >
            </div>`,
        )}
      </fieldset>
      <p class="eh-choice__nothing" id="${this.#id}-nothing" role="alert" ?hidden=${!this._nothing}>
        ${t("choice-nothing")}
      </p>
      <p class="eh-choice__acts">
        <button class="usa-button" type="submit">${sheets ? t("choice-add-sheets") : t("choice-add-files")}</button>
        <button class="usa-button usa-button--unstyled" type="button" @click=${() => dismissChoice(this.choice)}>
          ${t("choice-cancel")}
        </button>
      </p>
      ${noticeList(notices, { file: name })}
    </form>`;
  }
}

customElements.define("eh-container-choice", ContainerChoice);
