import { html, nothing, svg, type TemplateResult } from "lit";
import type { BriefAnswer, PolicyDocument, Shown } from "../../../../pkg/evenhand.js";
import "../../elements/scroll-region.js";
import { ratingClass } from "../../elements/rating-badge.js";
import { language } from "../../text/language.js";
import { formatNumber, t } from "../../text/messages.js";
import { shownText, standingWords } from "../../text/shown.js";
import { words } from "../../text/words.js";
import type { Rated } from "../../workbench/workspace.js";
import { shareKey, tableView } from "./table-view.js";

export interface Share {
  /** One word for it, the same for all schools that have it. */
  readonly key: string;
  readonly name: string;
  readonly look: string;
  readonly count: number;
}

const known = new WeakMap<object, { language: string; shares: readonly Share[] }>();

/** How many schools have which answer: ratings from the highest on, then the other answers. Counted once. */
export const sharesOf = (rated: Rated): readonly Share[] => {
  const before = known.get(rated.result);
  if (before?.language === language.value) return before.shares;
  const shares = sharesAmong(rated.document, tallyOf(rated.result.ratings.schools));
  known.set(rated.result, { language: language.value, shares });
  return shares;
};

/** How many answers of each kind there are, with one of the kind. */
export interface Tally {
  all: number;
  readonly kinds: Map<string, { count: number; readonly school: BriefAnswer }>;
}

/** Adds an answer to a tally. */
export const count = (tally: Tally, school: BriefAnswer, times = 1): void => {
  const key = shareKey(school);
  const known = tally.kinds.get(key);
  if (known === undefined) tally.kinds.set(key, { count: times, school });
  else known.count += times;
  tally.all += times;
};

export const tallyOf = (schools: Iterable<BriefAnswer>): Tally => {
  const tally: Tally = { all: 0, kinds: new Map() };
  for (const school of schools) count(tally, school);
  return tally;
};

/** The same among any answers by a framework. */
export const sharesAmong = ({ definition }: PolicyDocument, { kinds }: Tally): readonly Share[] => {
  const counts = new Map(kinds);
  const shares: Share[] = [];
  // Ratings that no school has are shown too, on the scales that are in use.
  const scales = new Set(
    [...counts.values()].flatMap(({ school: { rating } }) => (rating.kind === "rating" ? [rating.scale] : [])),
  );
  for (const scale of scales) {
    const levels = definition.ratings[scale]?.lowestFirst ?? [];
    for (const [level, { rating, label }] of [...levels.entries()].reverse()) {
      const shown: Shown = { kind: "rating", scale, level, levels: levels.length, rating, label: label ?? rating };
      const key = `${scale} ${rating}`;
      shares.push({ key, name: words(label ?? rating), look: ratingClass(shown), count: counts.get(key)?.count ?? 0 });
      counts.delete(key);
    }
  }
  const order = (key: string): number => (key.startsWith("outcome") ? 0 : key.startsWith("standing") ? 1 : -1);
  for (const [key, { count, school }] of [...counts].sort(([a], [b]) => order(a) - order(b)))
    shares.push({
      key,
      name: school.rating.kind === "absent" ? standingWords(school.standing) : shownText(school.rating),
      look: ratingClass(school.rating),
      count,
    });
  return shares;
};

/** "589 schools: 577 rated, 12 Inability to Rate" */
export const summarySentence = (rated: Rated, shares: readonly Share[]): string => {
  const { schools } = rated.result.ratings;
  const count = schools.filter(({ standing }) => standing === "rated").length;
  const others = shares
    .filter(({ key, count }) => count > 0 && (key.startsWith("outcome") || key.startsWith("standing")))
    .map(({ name, count: of }) => t("summary-other", { count: of, name }));
  return t("summary", { schools: schools.length, rated: count, others: others.length, list: others.join(", ") });
};

const BAR = { height: 24, gap: 9, width: 420, right: 48 } as const;
/** About the width of a letter, to leave room for the names. */
const LETTER = 7.6;

const chart = (shares: readonly Share[]): TemplateResult => {
  const most = Math.max(1, ...shares.map(({ count }) => count));
  const height = shares.length * (BAR.height + BAR.gap);
  const longest = Math.max(...shares.map(({ name }) => name.length));
  const left = Math.min(210, Math.max(70, 16 + LETTER * longest));
  const room = BAR.width - left - BAR.right;
  return html`<svg
    class="eh-bars"
    viewBox="0 0 ${BAR.width} ${height}"
    role="img"
    aria-labelledby="distribution-title distribution-text"
    preserveAspectRatio="xMinYMin meet"
  >
    ${svg`<title id="distribution-title">${t("distribution-title")}</title>
      <desc id="distribution-text">${shares.map(({ name, count }) => `${name}: ${String(count)}`).join("; ")}</desc>
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="eh-hatch__ground" width="7" height="7" /><path class="eh-hatch__line" d="M0 0v7" />
        </pattern>
        <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect class="eh-hatch__ground" width="7" height="7" /><circle class="eh-hatch__dot" cx="3.5" cy="3.5" r="1.4" />
        </pattern>
      </defs>`}
    ${shares.map(({ name, count, look }, place) => {
      const y = place * (BAR.height + BAR.gap);
      const length = Math.max(count === 0 ? 0 : 3, (room * count) / most);
      return svg`<text class="eh-bars__name" x=${left - 12} y=${y + BAR.height / 2 + 5} text-anchor="end">${name}</text>
        <rect class="eh-bars__bar ${look}" x=${left} y=${y} width=${length} height=${BAR.height} rx="4" />
        <text class="eh-bars__count" x=${left + length + 8} y=${y + BAR.height / 2 + 5}>${count}</text>`;
    })}
    ${svg`<path class="eh-bars__axis" d="M${left} 0V${height - BAR.gap}" />`}
  </svg>`;
};

/** The sentence, the chart, and the same numbers as a table. */
export const distribution = (rated: Rated): TemplateResult => {
  const shares = sharesOf(rated);
  const { schools, year } = rated.result.ratings;
  const all = schools.length;
  return html`
    <p class="eh-summary">${summarySentence(rated, shares)}</p>
    <p class="eh-part__said">
      ${words(rated.document.summary.title)},
      ${rated.result.policy.version}${year === null ? nothing : html` · ${t("summary-year", { year })}`}
    </p>
    <div class="eh-distribution">
      <figure class="eh-figure">${chart(shares)}</figure>
      <eh-scroll label=${t("distribution-title")}
        ><table class="usa-table usa-table--borderless eh-table eh-distribution__table">
          <caption class="usa-sr-only">
            ${t("distribution-title")}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("column-rating")}</th>
              <th scope="col" class="eh-number">${t("distribution-schools")}</th>
              <th scope="col" class="eh-number">${t("distribution-share")}</th>
            </tr>
          </thead>
          <tbody>
            ${shares.map(
              ({ key, name, count, look }) =>
                html`<tr>
                  <th scope="row">
                    ${
                      count === 0
                        ? html`<span class="eh-badge ${look}">${name}</span>`
                        : html`<button
                            type="button"
                            class="eh-badge eh-badge--act ${look}"
                            aria-label=${t("distribution-show", { name })}
                            @click=${() => {
                              tableView.set({ ...tableView.value, rating: key, page: 0 });
                              document.querySelector("#ratings-table")?.scrollIntoView({ block: "start" });
                            }}
                          >
                            ${name}
                          </button>`
                    }
                  </th>
                  <td class="eh-number">${formatNumber(count)}</td>
                  <td class="eh-number">
                    ${all === 0 ? "" : formatNumber(count / all, { style: "percent", maximumFractionDigits: 1 })}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table></eh-scroll
      >
    </div>
  `;
};
