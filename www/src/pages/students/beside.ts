import { html, nothing, type TemplateResult } from "lit";
import type { Side } from "../../../../pkg/records/records.js";
import { use, type Beside, type Used } from "../../students/students.js";
import { id, t } from "../../text/messages.js";
import { noticeRemedy, noticeWords } from "../../text/notice.js";

/** What is told of the counts that are used. */
const USED: Readonly<Record<Used, string>> = {
  asked: id("student-beside-asked"),
  session: id("student-beside-session-used"),
  files: id("student-beside-files-used"),
  both: id("student-beside-both"),
  again: id("student-beside-again"),
};

const side = (heading: string, { files, years, schools }: Side): TemplateResult =>
  html`<div>
    <dt>${heading}</dt>
    <dd>
      ${t("student-beside-side", { schools, years: years.length, list: years.join(", ") })}
      ${files.length === 0 ? nothing : t("student-beside-from", { count: files.length, list: files.join(", ") })}
    </dd>
  </div>`;

const choice = (which: "session" | "files", label: string, first: boolean): TemplateResult =>
  html`<button
    class="usa-button ${first ? "" : "usa-button--outline"}"
    type="button"
    @click=${async (event: Event) => {
      const part = (event.currentTarget as HTMLElement).closest<HTMLElement>(".eh-session-counts");
      await use(which);
      // The buttons are others now: what became of it has the focus.
      part?.querySelector<HTMLElement>(".eh-session-counts__said")?.focus();
    }}
  >
    ${label}
  </button>`;

/** A session that was opened brought counts, and the files give others: which are used, or the question which. */
export const besidePart = ({ beside, used }: Beside): TemplateResult =>
  html`<section class="eh-part eh-session-counts eh-session-counts--${used}" aria-labelledby="student-beside">
    <h2 id="student-beside" class="eh-part__title">
      ${used === "asked" ? t("student-beside-question") : t("student-beside-heading")}
    </h2>
    <p class="eh-session-counts__said" role=${used === "asked" ? "alert" : "status"} tabindex="-1">${t(USED[used])}</p>
    <dl class="eh-session-counts__sides">
      ${side(t("student-beside-session"), beside.session)} ${side(t("student-beside-files"), beside.files)}
    </dl>
    ${
      used === "asked"
        ? beside.notices.map(
            (notice) => html`<p class="eh-session-counts__why">${noticeWords(notice)} ${noticeRemedy(notice)}</p>`,
          )
        : nothing
    }
    <div class="eh-acts eh-screen-only">
      ${used === "asked" || used === "files" ? choice("session", used === "asked" ? t("student-beside-keep") : t("student-beside-back"), used === "asked") : nothing}
      ${used === "asked" || used === "session" ? choice("files", t("student-beside-replace"), false) : nothing}
    </div>
  </section>`;
