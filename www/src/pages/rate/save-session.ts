import { html, nothing, type TemplateResult } from "lit";
import { download, today, WORKING_COPY } from "../../elements/download.js";
import { SiteElement } from "../../shell/element.js";
import { formatNumber, t } from "../../text/messages.js";
import { session, studentPart, workspace } from "../../workbench/workspace.js";

/** As much of student files can be kept, in bytes: the whole session must stay one text that a browser can read. */
const LIMIT = 100e6;

const megabytes = (bytes: number): string => formatNumber(bytes / 1e6, { maximumFractionDigits: 1 });

/** Saves everything, to go on with later: the student files themselves only if the reader asks for that. */
class SaveSession extends SiteElement {
  static override properties = { _rows: { state: true }, _failed: { state: true } };
  declare _rows: boolean;
  declare _failed: boolean;

  constructor() {
    super();
    this._rows = false;
    this._failed = false;
  }

  protected override watched() {
    return [studentPart, workspace];
  }

  readonly #save = async (): Promise<void> => {
    const { files } = studentPart.value;
    const rows = this._rows && files.length > 0;
    this._failed = false;
    try {
      const file = await session(rows);
      // The name says what it holds.
      const mark = rows ? "STUDENT-RECORDS-" : workspace.value.cells === undefined ? "" : `${WORKING_COPY}-`;
      if (file !== undefined) download(`${mark}evenhand-session-${today()}.json`, file);
    } catch (error) {
      if (!rows) throw error;
      this._failed = true;
    }
  };

  override render(): TemplateResult {
    const { files } = studentPart.value;
    const size = files.reduce((sum, { content }) => sum + content.size, 0);
    const large = size > LIMIT;
    const rows = this._rows && files.length > 0;
    return html`<button class="usa-button" type="button" ?disabled=${rows && large} @click=${this.#save}>
        ${t("export-session")}
      </button>
      <p>${t("export-session.text")}</p>
      ${
        files.length === 0
          ? nothing
          : html`<div class="usa-checkbox">
                <input
                  class="usa-checkbox__input"
                  type="checkbox"
                  id="session-rows"
                  aria-describedby="session-rows-warning"
                  .checked=${this._rows}
                  @change=${(event: Event) => {
                    this._rows = (event.currentTarget as HTMLInputElement).checked;
                    this._failed = false;
                  }}
                />
                <label class="usa-checkbox__label" for="session-rows">${t("session-rows")}</label>
              </div>
              <p id="session-rows-warning">
                ${t("session-rows.warning", { files: files.map(({ name }) => name).join(", ") })}
              </p>`
      }
      <p class="eh-choice__nothing" role="alert" ?hidden=${!this._failed && !(rows && large)}>
        ${
          this._failed
            ? t("session-rows-failed")
            : rows && large
              ? t("session-rows-large", { size: megabytes(size), limit: megabytes(LIMIT) })
              : ""
        }
      </p>`;
  }
}

customElements.define("eh-save-session", SaveSession);
