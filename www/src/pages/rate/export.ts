import { html, type TemplateResult } from "lit";
import { download, WORKING_COPY } from "../../elements/download.js";
import { language } from "../../text/language.js";
import { t } from "../../text/messages.js";
import { ratingsCsv, ratingsJson, workspace, type Rated } from "../../workbench/workspace.js";
import "./save-session.js";

const nameOf = ({ result: { policy, ratings } }: Rated): string =>
  [policy.id, policy.version, ratings.year === null || ratings.year === policy.version ? "" : ratings.year]
    .filter((part) => part !== "")
    .join("-")
    .replace(/[^\p{L}\p{N}.-]+/gu, "-");

/** A file made from student rows says in its name that it is not for publication. */
const markedName = (name: string): string => (workspace.value.cells === undefined ? name : `${WORKING_COPY}-${name}`);

const saveCsv = async (rated: Rated): Promise<void> => {
  const text = await ratingsCsv(language.value);
  if (text !== undefined)
    download(markedName(`ratings-${nameOf(rated)}.csv`), new Blob([text], { type: "text/csv;charset=utf-8" }));
};

const saveJson = async (rated: Rated, traces: boolean): Promise<void> => {
  const file = await ratingsJson(traces);
  if (file !== undefined) download(markedName(`ratings-${nameOf(rated)}${traces ? "-explained" : ""}.json`), file);
};

/** What can be taken away from here, each with a line that says what it is good for. */
export const exportPart = (rated: Rated): TemplateResult => html`
  <section class="eh-exports eh-screen-only" aria-labelledby="export">
    <h3 id="export">${t("export-heading")}</h3>
    <ul>
      <li>
        <eh-save-session></eh-save-session>
      </li>
      <li>
        <button class="usa-button usa-button--outline" type="button" @click=${() => void saveCsv(rated)}>
          ${t("export-csv")}
        </button>
        <p>${t("export-csv.text")}</p>
      </li>
      <li>
        <button class="usa-button usa-button--outline" type="button" @click=${() => void saveJson(rated, false)}>
          ${t("export-json")}
        </button>
        <p>${t("export-json.text")}</p>
      </li>
      <li>
        <button class="usa-button usa-button--outline" type="button" @click=${() => void saveJson(rated, true)}>
          ${t("export-traces")}
        </button>
        <p>${t("export-traces.text")}</p>
      </li>
      <li>
        <button class="usa-button usa-button--outline" type="button" @click=${() => window.print()}>
          ${t("export-print")}
        </button>
        <p>${t("export-print.text")}</p>
      </li>
    </ul>
  </section>
`;
