import { html, nothing, type TemplateResult } from "lit";
import { SiteElement } from "../../shell/element.js";
import { FileDrop } from "../../elements/file-drop.js";
import { noticeList } from "../../elements/notice-list.js";
import { t } from "../../text/messages.js";
import { words } from "../../text/words.js";
import { policies } from "../../workbench/policies.js";
import {
  addFiles,
  dismissRefusal,
  removeFile,
  workspace,
  type OpenFile,
  type Refusal,
} from "../../workbench/workspace.js";
import "./mapping.js";

/** The reader's files: where they are dropped, what was recognized in each, and what is wrong with any. */
class Files extends SiteElement {
  static override properties = {
    folded: { type: Boolean },
    open: { type: Boolean },
    _unfolded: { state: true },
    _mapping: { state: true },
  };
  /** Whether there is nothing to be done here, so that the ratings can have the room. */
  declare folded: boolean;
  /** Whether files may be taken. */
  declare open: boolean;
  declare _unfolded: boolean;
  declare _mapping: number | undefined;

  constructor() {
    super();
    this.folded = false;
    this.open = false;
    this._unfolded = false;
    this._mapping = undefined;
  }

  protected override watched() {
    return [workspace, policies];
  }

  readonly #drop = new FileDrop(this, (files) => {
    if (this.open) void addFiles(files);
  });

  override render(): TemplateResult {
    const { files, choices, refusals, undo } = workspace.value;
    const short = this.folded && !this._unfolded;
    const rows = files.reduce((sum, { summary }) => sum + summary.rows, 0);
    return html`
      <section class="eh-part" aria-labelledby="files">
        <div class="eh-part__head">
          <h2 id="files" class="eh-part__title">${t("files-heading")}</h2>
          ${
            files.length === 0
              ? nothing
              : html`<p class="eh-part__said">${t("files-said", { files: files.length, rows })}</p>`
          }
          ${
            this.folded
              ? html`${short ? this.#zone("tiny") : nothing}<button
                    class="usa-button usa-button--unstyled"
                    type="button"
                    aria-expanded=${short ? "false" : "true"}
                    @click=${() => (this._unfolded = !this._unfolded)}
                  >
                    ${short ? t("files-unfold") : t("files-fold")}
                  </button>`
              : nothing
          }
        </div>
        ${
          short
            ? nothing
            : html`${this.#zone(files.length > 0 ? "small" : "large")}
                <ul class="eh-files">
                  ${files.map((file) => this.#file(file))}
                </ul>`
        }
        ${choices.map((choice) => html`<eh-container-choice .choice=${choice}></eh-container-choice>`)}
        ${refusals.map((refusal) => this.#refusal(refusal))}
        <div role="status">
          ${
            undo === undefined
              ? nothing
              : html`<p class="eh-undo">
                  ${undo.what === "removed" ? t("undo-removed", { name: undo.name }) : undo.what === "session" ? t("undo-session") : t("undo-example")}
                  <button class="usa-button usa-button--unstyled" type="button" @click=${() => void undo.run()}>
                    ${t("undo")}
                  </button>
                </p>`
          }
        </div>
      </section>
    `;
  }

  #zone(size: "large" | "small" | "tiny"): TemplateResult {
    const over = this.#drop.over && this.open;
    return html`<div class="eh-drop eh-drop--${size} ${over ? "eh-drop--over" : ""}">
      <input
        class="eh-drop__input"
        id="file-input"
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.json,.xlsx,.xlsm,.xls,.zip,text/csv,application/json"
        aria-describedby="file-hint"
        ?disabled=${!this.open}
        @change=${(event: Event) => {
          const input = event.currentTarget as HTMLInputElement;
          const chosen = [...(input.files ?? [])];
          // The same file may be chosen again after it was mended.
          input.value = "";
          if (chosen.length > 0) void addFiles(chosen);
        }}
      />
      <label class="eh-drop__label usa-button ${size === "large" ? "" : "usa-button--outline"}" for="file-input"
        >${size === "large" ? t("files-add") : t("files-add-more")}</label
      >
      <p class="eh-drop__hint ${size === "tiny" ? "usa-sr-only" : ""}" id="file-hint">
        ${over ? t("files-drop-now") : t("files-drop")}
      </p>
    </div>`;
  }

  #file({ summary, told = [] }: OpenFile): TemplateResult {
    const { mapping, recognition } = summary;
    const notices = [...told, ...summary.notices];
    const matched = policies.value.find(({ id }) => id === recognition.matched);
    const needed = mapping === null;
    const mapping_ = needed || this._mapping === summary.file;
    const school = mapping?.identifier.map(({ column }) => `“${column}”`).join(" + ") ?? "";
    const said = needed
      ? t("file-needs-mapping")
      : mapping.shape === "long"
        ? t("file-long", { school, measure: mapping.measure ?? "" })
        : t("file-wide", { school });
    const worst = notices[0] === undefined ? nothing : noticeList(notices, { file: summary.name });
    return html`<li class="eh-file ${needed ? "eh-file--waiting" : ""}">
      <div class="eh-file__line">
        <div class="eh-file__what">
          <h3 class="eh-file__name">${summary.name}</h3>
          <p class="eh-file__said">
            ${t("file-rows", { rows: summary.rows, columns: summary.headers.length })}
            ${matched === undefined ? nothing : html`· ${t("file-matched", { policy: words(matched.title) })}`}
          </p>
          <p class="eh-file__said">${said}</p>
        </div>
        <div class="eh-file__acts">
          ${
            needed
              ? nothing
              : html`<button
                  class="usa-button usa-button--unstyled"
                  type="button"
                  aria-expanded=${mapping_ ? "true" : "false"}
                  aria-label=${t("file-map-named", { name: summary.name })}
                  @click=${() => (this._mapping = mapping_ ? undefined : summary.file)}
                >
                  ${t("file-map")}
                </button>`
          }
          <button
            class="usa-button usa-button--unstyled"
            type="button"
            aria-label=${t("file-remove-named", { name: summary.name })}
            @click=${() => void removeFile(summary.file)}
          >
            ${t("file-remove")}
          </button>
        </div>
      </div>
      ${worst}
      ${
        mapping_
          ? html`<eh-mapping
              .summary=${summary}
              @eh-done=${() => {
                this._mapping = undefined;
              }}
            ></eh-mapping>`
          : nothing
      }
    </li>`;
  }

  #refusal({ name, notices, trouble }: Refusal): TemplateResult {
    return html`<div class="eh-refusal" role="alert">
      <div class="eh-file__line">
        <h3 class="eh-file__name">${t("file-refused", { name })}</h3>
        <button
          class="usa-button usa-button--unstyled"
          type="button"
          aria-label=${t("file-dismiss-named", { name })}
          @click=${() => dismissRefusal(name)}
        >
          ${t("file-dismiss")}
        </button>
      </div>
      ${
        trouble === "unreadable"
          ? html`<p>${t("file-unreadable")}</p>`
          : trouble === "crashed"
            ? html`<p>${t("file-crashed")}</p>`
            : nothing
      }
      ${noticeList(notices, { file: name })}
    </div>`;
  }
}

customElements.define("eh-files", Files);
