// What the mid-year view needs, where there is nothing to show yet.
import { html, type TemplateResult } from "lit";
import { download } from "../../elements/download.js";
import { href } from "../../shell/location.js";
import { loadSampleDistrict } from "../../students/students.js";
import { t } from "../../text/messages.js";

/** Three students, two cycles, two standards. Nobody in it exists. */
const EXAMPLE = `studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentTitle,learningStandardItemCode,assessmentAdministrationName,assessmentAdministrationStartDate,assessmentPointsEarned,assessmentPointsPossible,assessmentOnTrackStatus,englishLearnerStatus
1,North,2026,Reading,Six-week check,RL.1 Key ideas,Cycle 1,2025-10-10,4,10,No,Yes
1,North,2026,Reading,Six-week check,RI.2 Main idea,Cycle 1,2025-10-10,3,5,Yes,Yes
2,North,2026,Reading,Six-week check,RL.1 Key ideas,Cycle 1,2025-10-10,6,10,Yes,No
2,North,2026,Reading,Six-week check,RI.2 Main idea,Cycle 1,2025-10-10,4,5,Yes,No
3,North,2026,Reading,Six-week check,RL.1 Key ideas,Cycle 1,2025-10-10,8,10,Yes,No
1,North,2026,Reading,Six-week check,RL.1 Key ideas,Cycle 2,2025-11-21,7,10,Yes,Yes
1,North,2026,Reading,Six-week check,RI.2 Main idea,Cycle 2,2025-11-21,2,5,No,Yes
2,North,2026,Reading,Six-week check,RL.1 Key ideas,Cycle 2,2025-11-21,6,10,Yes,No
2,North,2026,Reading,Six-week check,RI.2 Main idea,Cycle 2,2025-11-21,4,5,Yes,No
3,North,2026,Reading,Six-week check,RL.1 Key ideas,Cycle 2,2025-11-21,,10,,No
`;

/** The columns of the example, with what each is. */
const columns = (): readonly (readonly [string, string])[] => [
  ["studentIdentifier, schoolIdentifier", t("interim-column-who")],
  ["schoolYear", t("interim-column-year")],
  ["assessmentAcademicSubject, assessmentTitle", t("interim-column-what")],
  ["learningStandardItemCode", t("interim-column-standard")],
  ["assessmentAdministrationName, assessmentAdministrationStartDate", t("interim-column-cycle")],
  ["assessmentPointsEarned, assessmentPointsPossible", t("interim-column-points")],
  ["assessmentResultScoreValue", t("interim-column-score")],
  ["assessmentOnTrackStatus, assessmentPerformanceLevelIdentifier", t("interim-column-on-track")],
  ["sex, englishLearnerStatus, …", t("interim-column-groups")],
];

/** `files` says whether student files are there, just none with interim results. */
export const interimBeginning = (files: boolean, ready: boolean): TemplateResult => html`
  ${files ? html`<p class="eh-part__lead">${t("interim-none-in-files")}</p>` : ""}
  <div class="eh-columns">
    <section class="eh-card" aria-labelledby="interim-needs">
      <h2 id="interim-needs">${t("interim-needs")}</h2>
      <p>${t("interim-needs.text")}</p>
      <dl class="eh-interim__columns">
        ${columns().map(
          ([names, meaning]) =>
            html`<div>
              <dt><code>${names}</code></dt>
              <dd>${meaning}</dd>
            </div>`,
        )}
      </dl>
      <p>${t("interim-nwea")}</p>
      <p>
        <a class="usa-button" href=${href("/students")}>${t("interim-add")}</a>
        <button
          class="usa-button usa-button--outline"
          type="button"
          @click=${() => download("interim-example.csv", new Blob([EXAMPLE], { type: "text/csv;charset=utf-8" }))}
        >
          ${t("interim-example")}
        </button>
      </p>
    </section>
    <section class="eh-card eh-card--quiet" aria-labelledby="interim-sample">
      <h2 id="interim-sample">${t("students-sample")}</h2>
      <p>${t("interim-sample.text")}</p>
      <button
        class="usa-button usa-button--outline"
        type="button"
        ?disabled=${!ready}
        @click=${() => void loadSampleDistrict()}
      >
        ${t("students-sample-button")}
      </button>
    </section>
  </div>
`;
