// Are the schools getting better? All ratings of each year, by the framework that rates this one.
import { html, nothing, type TemplateResult } from "lit";
import type { Trend } from "../../../../pkg/evenhand.js";
import { t } from "../../text/messages.js";
import type { Rated } from "../../workbench/workspace.js";
import { count, sharesAmong, tallyOf } from "./distribution.js";
import { shareBars } from "./share-bars.js";

/** What is to be said of the years of a trend, beside their ratings. */
export const trendRemarks = ({ years, measures, undated }: Trend): TemplateResult => {
  const absent = years.filter((_, place) => measures[place] === 0);
  const same = Math.max(0, ...undated.filter((_, place) => (measures[place] ?? 0) > 0));
  return html`${absent.length === 0 ? nothing : html`<p class="eh-quiet">${t("trend-absent", { years: absent.join(", ") })}</p>`}
  ${same === 0 ? nothing : html`<p class="eh-quiet">${t("trend-undated", { count: same })}</p>`}`;
};

export const trendQuestion = (rated: Rated, trend: Trend): TemplateResult => {
  const { years, answers, measures } = trend;
  if (years.length < 2) return html`<p class="eh-empty">${t("trend-one-year")}</p>`;
  const tallies = years.map(() => tallyOf([]));
  const together = tallyOf([]);
  for (const school of answers)
    school.forEach((answer, place) => {
      const tally = tallies[place];
      if (answer !== null && tally !== undefined) count(tally, answer);
    });
  for (const { kinds } of tallies) for (const kind of kinds.values()) count(together, kind.school, kind.count);
  const rows = years.map((name, place) => ({
    name,
    tally: tallies[place] ?? tallyOf([]),
    ...(measures[place] === 0 ? { note: t("trend-no-measures") } : {}),
  }));
  // The last two years that have ratings.
  const [now, before] = years.flatMap((_, place) => ((rows[place]?.tally.all ?? 0) > 0 ? [place] : [])).reverse();
  return html`
    ${now === undefined || before === undefined ? nothing : html`<p class="eh-answer">${movesWords(trend, before, now)}</p>`}
    <p class="eh-quiet">${t("trend-lead")}</p>
    ${trendRemarks(trend)}
    ${shareBars("by-year", t("question-trend"), rows, sharesAmong(rated.document, together), {
      first: t("trend-year"),
    })}
  `;
};

/** How many schools rose and fell between two years, among those with a rating of the same scale in both. */
const movesWords = ({ years, answers }: Trend, before: number, now: number): string => {
  const moves = { up: 0, down: 0, same: 0 };
  for (const school of answers) {
    const [old, last] = [school[before]?.rating, school[now]?.rating];
    if (old?.kind === "rating" && last?.kind === "rating" && old.scale === last.scale)
      moves[last.level > old.level ? "up" : last.level < old.level ? "down" : "same"] += 1;
  }
  return t("trend-moves", {
    before: years[before] ?? "",
    now: years[now] ?? "",
    all: moves.up + moves.down + moves.same,
    ...moves,
  });
};
