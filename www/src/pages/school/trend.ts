// A school over the years: its score, or its rating, of each year, by the framework that rates this one.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { BriefAnswer, Shown, Trend } from "../../../../pkg/evenhand.js";
import { brokenLine } from "../../elements/broken-line.js";
import { ratingBadge } from "../../elements/rating-badge.js";
import "../../elements/scroll-region.js";
import { t } from "../../text/messages.js";
import { near } from "../../text/numbers.js";
import { shownText } from "../../text/shown.js";
import { trendRemarks } from "../rate/trend-question.js";

const SIZE = { width: 400, height: 210, left: 30, right: 30, top: 44, bottom: 30 } as const;

/** The ratings of more years than these would cover each other; the table has them. */
const MOST_NAMED = 4;

const scoreOf = (answer: BriefAnswer | null | undefined): Shown | undefined =>
  answer?.score?.kind === "number" ? answer.score : undefined;

/** The height at which an answer is drawn: its score; where the school has none in any year, its level. */
const heightOf = (answer: BriefAnswer | null | undefined, byScore: boolean): number | undefined => {
  if (answer == null) return undefined;
  const { rating } = answer;
  if (!byScore) return rating.kind === "rating" ? rating.level : undefined;
  return answer.score?.kind === "number" ? near(answer.score.exact) : undefined;
};

const chart = (
  years: readonly string[],
  answers: readonly (BriefAnswer | null | undefined)[],
  title: string,
): TemplateResult | typeof nothing => {
  const byScore = answers.some((answer) => scoreOf(answer) !== undefined);
  const heights = answers.map((answer) => heightOf(answer, byScore));
  const known = heights.filter((height) => height !== undefined);
  if (known.length === 0) return nothing;
  const room = (Math.max(...known) - Math.min(...known)) * 0.15 || 0.5;
  const [low, high] = [Math.min(...known) - room, Math.max(...known) + room];
  const { width, height, left, right, top, bottom } = SIZE;
  const x = (place: number): number =>
    years.length === 1 ? width / 2 : left + 24 + (place * (width - left - right - 48)) / (years.length - 1);
  const y = (value: number): number => height - bottom - ((value - low) / (high - low)) * (height - bottom - top);
  const line = brokenLine(heights, x, y);
  const text = (answer: BriefAnswer | null | undefined): string =>
    answer == null
      ? t("trend-nothing")
      : `${shownText(answer.rating)}${scoreOf(answer) === undefined ? "" : ` (${shownText(answer.score ?? answer.rating)})`}`;
  return html`<figure class="eh-figure">
    <svg class="eh-years" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="years-title years-text">
      ${svg`<title id="years-title">${title}</title><desc id="years-text">${years.map((year, place) => `${year}: ${text(answers[place])}`).join("; ")}</desc>
        <path class="eh-bars__axis" d="M${left} ${height - bottom}H${width - right}" /><path class="eh-years__line" d=${line} />`}
      ${years.map((year, place) => {
        const value = heights[place];
        const answer = answers[place];
        return svg`<text class="eh-scatter__tick" x=${x(place)} y=${height - 8} text-anchor="middle">${year}</text>${
          value === undefined || answer == null
            ? svg`<text class="eh-years__none" x=${x(place)} y=${height - bottom - 10} text-anchor="middle">–</text>`
            : svg`<circle class="eh-years__dot" cx=${x(place)} cy=${y(value)} r="5.5" />
                <text class="eh-years__rating" x=${x(place)} y=${y(value) - 26} text-anchor="middle">${byScore ? shownText(answer.score ?? answer.rating) : ""}</text>
                <text class="eh-years__label" x=${x(place)} y=${y(value) - 12} text-anchor="middle">${years.length > MOST_NAMED ? "" : shownText(answer.rating)}</text>`
        }`;
      })}
    </svg>
  </figure>`;
};

/** The place of the school is that among all schools. */
export const trendPart = (trend: Trend | null | undefined, place: number): TemplateResult => {
  const years = trend?.years ?? [];
  const answers = years.map((_, year) => trend?.answers[place]?.[year]);
  const title = t("trend-heading");
  const empty = trend !== undefined && years.length < 2;
  return html`<section class="eh-part ${empty ? "eh-screen-only" : ""}" aria-labelledby="trend">
    <h2 id="trend" class="eh-part__title">${title}</h2>
    ${
      trend == null || empty
        ? html`<p class="eh-quiet" role="status">
            ${trend === undefined ? t("question-working") : t("trend-one-year")}
          </p>`
        : html`<p class="eh-part__lead">${t("trend-lead")}</p>
            ${trendRemarks(trend)}
            <div class="eh-distribution">
              ${chart(years, answers, title)}
              <eh-scroll label=${title}>
                <table class="usa-table usa-table--borderless eh-table">
                  <caption class="usa-sr-only">
                    ${title}
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">${t("trend-year")}</th>
                      <th scope="col">${t("column-rating")}</th>
                      <th scope="col" class="eh-number">${t("column-score")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${years.map((year, at) => {
                      const answer = answers[at];
                      return html`<tr>
                        <th scope="row">${year}</th>
                        <td>
                          ${
                            answer == null
                              ? html`<span class="eh-quiet"
                                  >${trend.measures[at] === 0 ? t("trend-no-measures") : t("trend-nothing")}</span
                                >`
                              : ratingBadge(answer.rating, answer.standing)
                          }
                        </td>
                        <td class="eh-number">
                          ${scoreOf(answer) === undefined ? "–" : shownText(answer?.score ?? { kind: "word", word: "" })}
                        </td>
                      </tr>`;
                    })}
                  </tbody>
                </table>
              </eh-scroll>
            </div>`
    }
  </section>`;
};
