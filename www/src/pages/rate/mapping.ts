import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { FileSummary, Mapping, Notice } from "../../../../pkg/evenhand.js";
import { noticeList } from "../../elements/notice-list.js";
import "../../elements/scroll-region.js";
import { SiteElement } from "../../shell/element.js";
import { id, t } from "../../text/messages.js";
import { mapFile } from "../../workbench/workspace.js";

/** Columns that one may choose for one thing each. */
const SINGLE = [
  ["name", id("map-name")],
  ["measure", id("map-measure")],
  ["value", id("map-value")],
  ["year", id("map-year")],
  ["group", id("map-group")],
  ["program", id("map-program")],
] as const;

type Single = (typeof SINGLE)[number][0];

const LONG_ONLY: readonly Single[] = ["measure", "value"];

/** Asks a person how a file is read: a plain form, with what the columns hold beside it. */
class MappingForm extends SiteElement {
  static override properties = {
    summary: { attribute: false },
    _draft: { state: true },
    _notices: { state: true },
  };
  declare summary: FileSummary;
  declare _draft: Mapping;
  declare _notices: readonly Notice[];

  constructor() {
    super();
    this._notices = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("summary");
    if (changed.has("summary") && (before === undefined || before.file !== this.summary.file)) {
      this._draft = this.summary.mapping ?? this.summary.recognition.proposal;
      this._notices = [];
    }
  }

  #change(changes: Partial<Mapping>): void {
    this._draft = { ...this._draft, ...changes };
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { shape, identifier, ignore = [] } = this._draft;
    const mapping: Mapping = { shape, identifier: identifier.filter(({ column }) => column !== "") };
    for (const [name] of SINGLE) {
      const column = this._draft[name];
      if (column !== undefined && column !== "" && (shape === "long" || !LONG_ONLY.includes(name)))
        mapping[name] = column;
    }
    if (ignore.length > 0) mapping.ignore = ignore;
    const notices = await mapFile(this.summary.file, mapping);
    if (notices === undefined) return;
    this._notices = notices;
    if (notices.length === 0) this.dispatchEvent(new CustomEvent("eh-done"));
    else {
      await this.updateComplete;
      this.querySelector<HTMLElement>(".eh-map__problems")?.focus();
    }
  };

  override render(): TemplateResult {
    const { summary, _draft: draft } = this;
    const key = `map-${String(summary.file)}`;
    const long = draft.shape === "long";
    return html`<form
      class="eh-map"
      aria-label=${t("map-label", { name: summary.name })}
      @submit=${this.#submit}
      novalidate
    >
      <p>${t("map-lead")}</p>
      <div class="eh-map__problems" role="alert" tabindex="-1">
        ${this._notices.length === 0 ? nothing : noticeList(this._notices, { file: summary.name })}
      </div>
      <fieldset class="usa-fieldset">
        <legend class="usa-legend">${t("map-shape")}</legend>
        ${(["wide", "long"] as const).map(
          (shape) =>
            html`<div class="usa-radio">
              <input
                class="usa-radio__input"
                id="${key}-${shape}"
                type="radio"
                name="${key}-shape"
                .checked=${draft.shape === shape}
                @change=${() => this.#change({ shape })}
              />
              <label class="usa-radio__label" for="${key}-${shape}"
                >${shape === "wide" ? t("map-wide") : t("map-long")}</label
              >
            </div>`,
        )}
      </fieldset>
      <fieldset class="usa-fieldset">
        <legend class="usa-legend">${t("map-identifier")}</legend>
        <p class="usa-hint" id="${key}-identifier-hint">${t("map-identifier-hint")}</p>
        ${[...draft.identifier, ...(draft.identifier.length === 0 ? [{ column: "" }] : [])].map((part, place) => {
          const set = (changed: Mapping["identifier"][number]): void =>
            this.#change({
              identifier: [...draft.identifier.slice(0, place), changed, ...draft.identifier.slice(place + 1)],
            });
          return html`<div class="eh-map__pair">
            <div>
              <label class="usa-label" for="${key}-id-${place}">${t("map-column-number", { number: place + 1 })}</label>
              ${this.#columns(`${key}-id-${String(place)}`, part.column, (column) => set({ ...part, column }), `${key}-identifier-hint`)}
            </div>
            <div>
              <label class="usa-label" for="${key}-digits-${place}">${t("map-digits")}</label>
              <input
                class="usa-input eh-map__digits"
                id="${key}-digits-${place}"
                inputmode="numeric"
                maxlength="2"
                .value=${part.digits === undefined ? "" : String(part.digits)}
                @change=${(event: Event) => {
                  const digits = Number.parseInt((event.currentTarget as HTMLInputElement).value, 10);
                  set(digits >= 1 && digits <= 40 ? { column: part.column, digits } : { column: part.column });
                }}
              />
            </div>
          </div>`;
        })}
        <button
          class="usa-button usa-button--unstyled"
          type="button"
          @click=${() => this.#change({ identifier: [...draft.identifier, { column: "" }] })}
        >
          ${t("map-identifier-more")}
        </button>
      </fieldset>
      <div class="eh-map__grid">
        ${SINGLE.filter(([name]) => long || !LONG_ONLY.includes(name)).map(
          ([name, label]) =>
            html`<div>
              <label class="usa-label" for="${key}-${name}">${t(label)}</label>
              ${this.#columns(`${key}-${name}`, draft[name] ?? "", (column) => this.#change({ [name]: column }))}
            </div>`,
        )}
      </div>
      ${this.#held()}
      <div class="eh-acts">
        <button class="usa-button" type="submit">${t("map-submit")}</button>
        ${
          summary.mapping === null
            ? nothing
            : html`<button
                class="usa-button usa-button--outline"
                type="button"
                @click=${() => this.dispatchEvent(new CustomEvent("eh-done"))}
              >
                ${t("map-cancel")}
              </button>`
        }
      </div>
    </form>`;
  }

  #columns(key: string, chosen: string, set: (column: string) => void, hint?: string): TemplateResult {
    return html`<select
      class="usa-select"
      id=${key}
      aria-describedby=${hint ?? nothing}
      @change=${(event: Event) => set((event.currentTarget as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${chosen === ""}>${t("map-none")}</option>
      ${this.summary.headers
        .filter((header) => header !== "")
        .map((header) => html`<option value=${header} ?selected=${header === chosen}>${header}</option>`)}
    </select>`;
  }

  /** What each column holds, and whether it is left out. */
  #held(): TemplateResult {
    const { ignore = [] } = this._draft;
    const key = `map-${String(this.summary.file)}`;
    return html`<details class="eh-map__held" open>
      <summary>${t("map-held")}</summary>
      <eh-scroll label=${t("map-held")}>
        <table class="usa-table eh-table">
          <thead>
            <tr>
              <th scope="col">${t("map-held-column")}</th>
              <th scope="col">${t("map-held-samples")}</th>
              <th scope="col" class="eh-number">${t("map-held-filled")}</th>
              <th scope="col">${t("map-held-ignore")}</th>
            </tr>
          </thead>
          <tbody>
            ${this.summary.recognition.columns.map(
              ({ name, samples, filled }, place) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${samples.join(" · ")}</td>
                  <td class="eh-number">${filled}</td>
                  <td>
                    <input
                      type="checkbox"
                      id="${key}-ignore-${place}"
                      aria-label=${t("map-ignore", { column: name })}
                      .checked=${ignore.includes(name)}
                      @change=${(event: Event) => {
                        const left = (event.currentTarget as HTMLInputElement).checked;
                        this.#change({ ignore: left ? [...ignore, name] : ignore.filter((each) => each !== name) });
                      }}
                    />
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </eh-scroll>
    </details>`;
  }
}

customElements.define("eh-mapping", MappingForm);
