// Are the schools getting better? All ratings of each year, by the framework that rates this one.
import { html, nothing, type TemplateResult } from "lit";
import type { BriefAnswer, Trend } from "../../../../pkg/evenhand.js";
import { t } from "../../text/messages.js";
import type { Rated } from "../../workbench/workspace.js";
import { sharesAmong } from "./distribution.js";
import { shareBars } from "./share-bars.js";

const present = (answers: readonly (BriefAnswer | null | undefined)[]): readonly BriefAnswer[] =>
  answers.filter((answer) => answer != null);

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
  const rows = years.map((name, place) => ({
    name,
    answers: present(answers.map((school) => school[place])),
    ...(measures[place] === 0 ? { note: t("trend-no-measures") } : {}),
  }));
  // The last two years that have ratings.
  const [now, before] = years.flatMap((_, place) => ((rows[place]?.answers.length ?? 0) > 0 ? [place] : [])).reverse();
  return html`
    ${now === undefined || before === undefined ? nothing : html`<p class="eh-answer">${movesWords(trend, before, now)}</p>`}
    <p class="eh-quiet">${t("trend-lead")}</p>
    ${trendRemarks(trend)}
    ${shareBars(
      "by-year",
      t("question-trend"),
      rows,
      sharesAmong(
        rated.document,
        rows.flatMap(({ answers: all }) => all),
      ),
      { first: t("trend-year") },
    )}
  `;
};

/** How many schools rose and fell between two years, among those with a rating of the same scale in both. */
const movesWords = ({ years, answers }: Trend, before: number, now: number): string => {
  const moves = answers.flatMap((school) => {
    const [old, last] = [school[before]?.rating, school[now]?.rating];
    return old?.kind === "rating" && last?.kind === "rating" && old.scale === last.scale
      ? [Math.sign(last.level - old.level)]
      : [];
  });
  const count = (sign: number): number => moves.filter((move) => move === sign).length;
  return t("trend-moves", {
    before: years[before] ?? "",
    now: years[now] ?? "",
    all: moves.length,
    up: count(1),
    down: count(-1),
    same: count(0),
  });
};
