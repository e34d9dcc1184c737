import { html, nothing, type TemplateResult } from "lit";
import type { RecordAccount, StudentTable } from "../../../../pkg/records/records.js";
import type { Notice } from "../../../../pkg/evenhand.js";
import { passedPart } from "../../container/passed.js";
import { FileDrop } from "../../elements/file-drop.js";
import { noticesBySeverity, severitiesSaid } from "../../elements/notice-list.js";
import { SiteElement } from "../../shell/element.js";
import { href } from "../../shell/location.js";
import { stage } from "../../shell/readiness.js";
import { take } from "../../students/mappings.js";
import {
  cancelReading,
  loadSampleDistrict,
  removeStudentFile,
  removeStudentFiles,
  students,
  type StudentFile,
} from "../../students/students.js";
import { formatNumber, id, t } from "../../text/messages.js";
import { words } from "../../text/words.js";
import { policies } from "../../workbench/policies.js";
import { workspace } from "../../workbench/workspace.js";
import { accountsPart } from "./accounts.js";
import { besidePart } from "./beside.js";
import { elementWords } from "./elements.js";
import "./mapping.js";
import { mappingsPart } from "./mappings.js";

const TABLES: Readonly<Record<StudentTable, string>> = {
  assessments: id("student-table-assessments"),
  students: id("student-table-students"),
  enrollments: id("student-table-enrollments"),
  attendance: id("student-table-attendance"),
  outcomes: id("student-table-outcomes"),
  schools: id("student-table-schools"),
  interim: id("student-table-interim"),
};

/** Whether a file waits for somebody to say what its columns are. */
const isUnknown = ({ imported: { account, proposal } }: StudentFile): boolean =>
  (account === null || account === undefined) && proposal !== null && proposal !== undefined;

const megabytes = (bytes: number): string => formatNumber(bytes / 1e6, { maximumFractionDigits: 1 });

/** The file whose form was open when the page was left. */
let opened: string | null | undefined;

/** Files with a row a student: what was recognized, what became of the rows, what was counted, and on to the ratings. */
class StudentsPage extends SiteElement {
  static override properties = { _mapping: { state: true } };
  /** The file whose form is open: the first that waits for an answer, until the reader opens or closes another. */
  declare _mapping: string | null | undefined;

  readonly #drop = new FileDrop(this, (files) => this.#take(files));

  override connectedCallback(): void {
    super.connectedCallback();
    if (students.value.files.some(({ imported }) => imported.file === opened)) this._mapping = opened;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    opened = this._mapping;
  }

  protected override watched() {
    return [students, workspace, policies, stage];
  }

  #take(files: readonly File[]): void {
    if (this.#takes() && files.length > 0) void take(files);
  }

  #takes(): boolean {
    return stage.value === "ready";
  }

  override render(): TemplateResult {
    const { files, settled, beside, work, trouble, unreadable, told, passed, mappings, refused } = students.value;
    const waiting = files.find((file) => isUnknown(file));
    const mapped = this._mapping === undefined ? waiting?.imported.file : this._mapping;
    const notices: readonly Notice[] = [
      ...told.flatMap(({ notices }) => notices),
      ...files.flatMap(({ imported }) => imported.notices),
      ...(settled?.notices ?? []),
    ];
    const accounts = settled?.accounts ?? [];
    return html`
      <div class="eh-page eh-width eh-work">
        <div class="eh-work__head">
          <h1>${t("students-heading")}</h1>
          <p class="eh-lead">${t("students-lead")}</p>
          <p class="eh-quiet eh-privacy">${t("students-privacy")}</p>
        </div>
        ${this.#progress()}
        <div role="status">
          ${work === undefined && trouble === "cancelled" ? html`<p class="eh-undo">${t("students-cancelled")}</p>` : nothing}
        </div>
        ${trouble === "crashed" ? html`<div class="eh-refusal" role="alert"><p>${t("students-crashed")}</p></div>` : nothing}
        ${unreadable.map(
          (name) => html`<div class="eh-refusal" role="alert"><p>${t("students-unreadable", { name })}</p></div>`,
        )}
        <section class="eh-part" aria-labelledby="student-files">
          <div class="eh-part__head">
            <h2 id="student-files" class="eh-part__title">${t("students-files")}</h2>
            ${
              files.length === 0
                ? nothing
                : html`<button
                    class="usa-button usa-button--unstyled eh-screen-only"
                    type="button"
                    @click=${() => void removeStudentFiles()}
                  >
                    ${t("students-remove-all")}
                  </button>`
            }
          </div>
          ${this.#zone(files.length === 0)}
          <ul class="eh-files">
            ${files.map((file) => this.#file(file, file.imported.file === mapped))}
          </ul>
          ${passedPart(passed)} ${mappingsPart(mappings, refused)}
        </section>
        ${files.length === 0 ? this.#beginning() : nothing} ${beside === undefined ? nothing : besidePart(beside)}
        ${accounts.length > 0 && work !== "reading" && beside?.used !== "asked" ? this.#next(notices, accounts) : nothing}
        ${accounts.length > 0 ? accountsPart(accounts, notices) : nothing}
        ${
          notices.length > 0
            ? html`<section class="eh-part" aria-labelledby="student-notices">
                <h2 id="student-notices" class="eh-part__title">${t("students-notices")}</h2>
                ${noticesBySeverity(notices, { labels: elementWords(), asHeaded: true })}
              </section>`
            : accounts.length > 0
              ? html`<div class="eh-part"><p>${t("students-no-notices")}</p></div>`
              : nothing
        }
      </div>
    `;
  }

  #progress(): TemplateResult | typeof nothing {
    const { work, progress } = students.value;
    if (work === undefined) return nothing;
    if (work === "counting" || progress === undefined)
      return html`<p class="eh-reading">${work === "counting" ? t("students-counting") : t("students-beginning")}</p>`;
    const { name, at, of, bytes, size, rows } = progress;
    return html`<div class="eh-reading">
      <label for="reading">${t("students-reading", { name, at, of })}</label>
      <progress id="reading" max=${Math.max(size, 1)} .value=${bytes}></progress>
      <p>
        ${t("students-read-so-far", { done: megabytes(bytes), size: megabytes(size), rows })}
        <button class="usa-button usa-button--unstyled" type="button" @click=${cancelReading}>
          ${t("students-cancel")}
        </button>
      </p>
    </div>`;
  }

  #zone(large: boolean): TemplateResult {
    const over = this.#drop.over && this.#takes();
    return html`<div
      class="eh-drop eh-screen-only eh-drop--${large ? "large" : "small"} ${over ? "eh-drop--over" : ""}"
    >
      <input
        class="eh-drop__input"
        id="student-input"
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.json,.xlsx,.xlsm,.xls,.zip,text/csv,application/json"
        aria-describedby="student-hint"
        ?disabled=${!this.#takes()}
        @change=${(event: Event) => {
          const input = event.currentTarget as HTMLInputElement;
          const chosen = [...(input.files ?? [])];
          // The same file may be chosen again after it was mended.
          input.value = "";
          this.#take(chosen);
        }}
      />
      <label class="eh-drop__label usa-button ${large ? "" : "usa-button--outline"}" for="student-input"
        >${large ? t("students-add") : t("files-add-more")}</label
      >
      <p class="eh-drop__hint" id="student-hint">${over ? t("files-drop-now") : t("files-drop")}</p>
    </div>`;
  }

  #file(student: StudentFile, mapping: boolean): TemplateResult {
    const { imported } = student;
    const { file, title, account } = imported;
    const unknown = account === null || account === undefined;
    const readable = !unknown || isUnknown(student);
    return html`<li class="eh-file ${unknown ? "eh-file--waiting" : ""}">
      <div class="eh-file__line">
        <div class="eh-file__what">
          <h3 class="eh-file__name">${file}</h3>
          <p class="eh-file__said">
            ${
              unknown
                ? t("students-unknown")
                : html`${title === null ? nothing : html`${words(title)} · `}${t(TABLES[account.table])} ·
                  ${t("students-rows", { rows: account.read })}`
            }
          </p>
          ${this.#unread(student)}
        </div>
        <div class="eh-file__acts eh-screen-only">
          ${
            readable
              ? html`<button
                  class="usa-button usa-button--unstyled"
                  type="button"
                  aria-expanded=${mapping ? "true" : "false"}
                  aria-label=${unknown ? t("student-map-first-named", { name: file }) : t("student-map-named", { name: file })}
                  @click=${() => (this._mapping = mapping ? null : file)}
                >
                  ${unknown ? t("student-map-first") : t("student-map")}
                </button>`
              : nothing
          }
          <button
            class="usa-button usa-button--unstyled"
            type="button"
            aria-label=${t("file-remove-named", { name: file })}
            @click=${() => void removeStudentFile(file)}
          >
            ${t("file-remove")}
          </button>
        </div>
      </div>
      ${
        mapping && readable
          ? html`<eh-student-mapping
              class="eh-screen-only"
              .file=${student}
              ?needed=${unknown}
              @eh-done=${() => void this.#mapped(file)}
            ></eh-student-mapping>`
          : nothing
      }
    </li>`;
  }

  /** Values that were not understood: the form says what they mean. */
  #unread({ imported: { file, notices } }: StudentFile): TemplateResult | typeof nothing {
    const count = notices.filter(({ code }) => code === "records.unknown-value").length;
    if (count === 0) return nothing;
    const more = notices.some(({ code }) => code === "records.more-unknown-values");
    return html`<p class="eh-file__said">
      ${more ? t("student-map-unread-many") : t("student-map-unread", { count })}
      <button
        class="usa-button usa-button--unstyled eh-screen-only"
        type="button"
        aria-label=${t("student-map-unread-named", { name: file })}
        @click=${() => (this._mapping = file)}
      >
        ${t("student-map-unread-do")}
      </button>
    </p>`;
  }

  /** The form is done with: what it was about has the focus next. */
  async #mapped(file: string): Promise<void> {
    this._mapping = students.value.files.some((other) => isUnknown(other)) ? undefined : null;
    await this.updateComplete;
    const [name] = [...this.querySelectorAll<HTMLElement>(".eh-file__name")].filter(
      ({ textContent }) => textContent === file,
    );
    name?.setAttribute("tabindex", "-1");
    name?.focus();
  }

  #beginning(): TemplateResult {
    return html`<div class="eh-columns">
      <section class="eh-card" aria-labelledby="students-what">
        <h2 id="students-what">${t("students-what")}</h2>
        <ul class="usa-list">
          <li>${t("students-what-tests")}</li>
          <li>${t("students-what-others")}</li>
          <li>${t("students-what-own")}</li>
          <li>${t("students-what-not")}</li>
        </ul>
      </section>
      <section class="eh-card eh-card--quiet" aria-labelledby="students-sample">
        <h2 id="students-sample">${t("students-sample")}</h2>
        <p>${t("students-sample.text")}</p>
        <button
          class="usa-button usa-button--outline"
          type="button"
          ?disabled=${!this.#takes()}
          @click=${() => void loadSampleDistrict()}
        >
          ${t("students-sample-button")}
        </button>
      </section>
    </div>`;
  }

  readonly #showNotices = (): void => {
    const heading = this.querySelector<HTMLElement>("#student-notices");
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  };

  /** What was counted, and by which frameworks it can be rated. */
  #next(notices: readonly Notice[], accounts: readonly RecordAccount[]): TemplateResult | typeof nothing {
    const { cells, chosen } = workspace.value;
    const { asking, sample } = students.value;
    if (cells === undefined) return nothing;
    const interim = html`<li>
      <a class="usa-button usa-button--outline" href=${href("/students/interim")}>${t("interim-link")}</a>
    </li>`;
    if (cells.schools === 0) {
      const ofInterim = accounts.some(({ table }) => table === "interim");
      return html`<section class="eh-part" aria-labelledby="students-counted">
        <h2 id="students-counted" class="eh-part__title">${t("students-counted")}</h2>
        <p class="eh-part__lead">${ofInterim ? t("students-only-interim") : t("students-nothing-counted")}</p>
        ${
          ofInterim
            ? html`<ul class="eh-next eh-screen-only">
                ${interim}
              </ul>`
            : nothing
        }
      </section>`;
    }
    const fitting = policies.value.filter(({ key }) => asking.includes(key));
    // The sample has a framework of its own, and that one only is made for it.
    const first = sample ? fitting.filter(({ key }) => key === chosen) : [];
    const offered = first.length > 0 ? first : fitting;
    return html`<section class="eh-part" aria-labelledby="students-counted">
      <h2 id="students-counted" class="eh-part__title">${t("students-counted")}</h2>
      <p class="eh-part__lead">
        ${t("students-counted-said", { schools: cells.schools, years: cells.years.length, list: cells.years.join(", ") })}
      </p>
      ${
        notices.some(({ severity }) => severity !== "info")
          ? html`<p>
              <strong>${t("students-look", { list: severitiesSaid(notices) })}</strong>
              <button class="usa-button usa-button--unstyled eh-screen-only" type="button" @click=${this.#showNotices}>
                ${t("students-look-show")}
              </button>
            </p>`
          : nothing
      }
      <p>${first.length > 0 ? t("students-rate-sample") : t("students-rate")}</p>
      <ul class="eh-next eh-screen-only">
        ${offered.map(
          (policy) =>
            html`<li>
              <a class="usa-button" href=${href("/rate", { policy: policy.key })}
                >${t("students-rate-by", { policy: words(policy.title) })}</a
              >
            </li>`,
        )}
        ${interim}
      </ul>
    </section>`;
  }
}

customElements.define("eh-students", StudentsPage);
