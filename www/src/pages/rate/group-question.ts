// Do some kinds of schools score higher than others? The ratings of each kind side by side.
import { html, nothing, type TemplateResult } from "lit";
import type { Grouping } from "../../../../pkg/evenhand.js";
import { t } from "../../text/messages.js";
import { shortNumber } from "../../text/numbers.js";
import { words } from "../../text/words.js";
import type { Rated } from "../../workbench/workspace.js";
import { count, sharesOf, tallyOf } from "./distribution.js";
import { shareBars } from "./share-bars.js";
import { FIRST_VIEW, governanceOf, isGovernance, tableView } from "./table-view.js";

/** The grouping to begin with: by who runs the schools, where the files tell. */
export const firstGrouping = (groupings: readonly Grouping[]): Grouping | undefined =>
  governanceOf(chartable(groupings)) ?? chartable(groupings)[0];

/** More groups than these are no chart that a person could look over. */
const MOST_GROUPS = 12;

/** Of the groupings by which the table is narrowed, those that make a chart. */
export const chartable = (groupings: readonly Grouping[]): readonly Grouping[] =>
  groupings.filter(({ values }) => values.length <= MOST_GROUPS);

export const groupTitle = (grouping: Grouping): string =>
  isGovernance(grouping) ? t("question-governance") : t("question-group", { kind: words(grouping.label) });

/** Fewer schools than these say little about a kind of school. */
const FEW = 5;

/** Narrows the table of ratings to the schools of a kind. */
const showOnly = ({ name }: Grouping, value: string): void => {
  tableView.set({ ...FIRST_VIEW, groups: { [name]: value } });
  document.querySelector("#ratings-table")?.scrollIntoView({ block: "start" });
};

/** The choice of the grouping, the answer in a sentence, the chart and its table. */
export const groupQuestion = (rated: Rated, chosen: Grouping, choose: (name: string) => void): TemplateResult => {
  const { schools } = rated.result.ratings;
  const tallies = chosen.values.map(() => tallyOf([]));
  schools.forEach((school, place) => {
    const tally = tallies[chosen.of[place] ?? -1];
    if (tally !== undefined) count(tally, school);
  });
  const rows = chosen.values.map((name, group) => {
    const median = chosen.medians[group];
    const tally = tallies[group] ?? tallyOf([]);
    return { name, tally, median, ...(median == null ? {} : { last: shortNumber(median) }) };
  });
  const scored = rows.filter(({ median }) => median != null);
  const without = schools.length - rows.reduce((sum, { tally }) => sum + tally.all, 0);
  // The two ends of the scale say the most in a sentence; the chart has what lies between.
  const levels = sharesOf(rated).filter(({ key }) => !/^(?:outcome|standing|value) /.test(key));
  const ends = [...new Set([levels[0], levels.at(-1)])].flatMap((end) => (end === undefined ? [] : [end]));
  const few = rows.filter(({ tally }) => tally.all < FEW);
  return html`
    ${
      chartable(rated.groupings).length < 2
        ? nothing
        : html`<div class="eh-field eh-screen-only">
            <label class="usa-label" for="question-group">${t("question-by")}</label>
            <select
              class="usa-select"
              id="question-group"
              @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
            >
              ${chartable(rated.groupings).map(({ name, label }) => html`<option value=${name} ?selected=${name === chosen.name}>${words(label)}</option>`)}
            </select>
          </div>`
    }
    ${
      scored.length === 0
        ? nothing
        : html`<p class="eh-answer">
            ${t("question-medians", {
              list: scored.map(({ name, last = "" }) => t("question-median", { name, score: last })).join("; "),
            })}
          </p>`
    }
    ${
      ends.length < 2
        ? nothing
        : html`<ul class="usa-list eh-answer__more">
            ${ends.map(
              ({ key, name }) =>
                html`<li>
                  ${t("question-end", {
                    rating: name,
                    list: rows
                      .map(({ name, tally: { all, kinds } }) =>
                        t("question-of", { name, count: kinds.get(key)?.count ?? 0, all }),
                      )
                      .join("; "),
                  })}
                </li>`,
            )}
          </ul>`
    }
    ${few.length === 0 ? nothing : html`<p class="eh-quiet">${t("question-few", { list: few.map(({ name }) => name).join(", ") })}</p>`}
    ${without === 0 ? nothing : html`<p class="eh-quiet">${t("question-without", { count: without })}</p>`}
    <p class="eh-screen-only">
      ${t("question-show")}
      ${chosen.values.map(
        (value) =>
          html`<button
            class="usa-button usa-button--unstyled eh-show"
            type="button"
            @click=${() => showOnly(chosen, value)}
          >
            ${value}
          </button> `,
      )}
    </p>
    ${shareBars("by-group", groupTitle(chosen), rows, sharesOf(rated), {
      first: words(chosen.label),
      ...(scored.length === 0 ? {} : { last: t("question-middle") }),
    })}
  `;
};
