import { html, nothing, svg, type TemplateResult } from "lit";
import type { AppliedRow, ShownBand } from "../../../../pkg/evenhand.js";
import { shortNumber, near } from "../../text/numbers.js";
import { t } from "../../text/messages.js";
import { levelClass } from "../../elements/rating-badge.js";
import { boundsWords } from "./trace-walk.js";

interface Drawn {
  readonly band: ShownBand;
  readonly from: number;
  readonly to: number;
  /** Its place among the drawn ones, the lowest values first. */
  readonly place: number;
}

/** The rows from the lowest values on, with open ends made as wide as the others are on average. */
const drawn = ({ bands, value }: AppliedRow): { rows: readonly Drawn[]; low: number; high: number } | undefined => {
  const bounds = bands
    .flatMap(({ lower, upper }) => [lower, upper])
    .flatMap((end) => (end === null ? [] : [near(end[0])]));
  const at = near(value);
  if (bounds.length === 0 || !Number.isFinite(at)) return undefined;
  const inner = { low: Math.min(...bounds), high: Math.max(...bounds) };
  const usual =
    inner.high > inner.low
      ? (inner.high - inner.low) / Math.max(1, new Set(bounds).size - 1)
      : Math.max(1, Math.abs(at - inner.low));
  const low = Math.min(inner.low - (bands.some(({ lower }) => lower === null) ? usual : 0), at);
  const high = Math.max(inner.high + (bands.some(({ upper }) => upper === null) ? usual : 0), at);
  const rows = bands
    .map((band) => ({
      band,
      from: band.lower === null ? low : near(band.lower[0]),
      to: band.upper === null ? high : near(band.upper[0]),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((row, place) => ({ ...row, place }));
  return { rows, low, high };
};

const textOf = (row: AppliedRow): string =>
  t("row-chart-text", {
    value: shortNumber(row.value),
    rows: row.bands.map((band) => `${boundsWords(band)}: ${band.gives}`).join("; "),
  });

const WIDE = { width: 720, top: 40, height: 34 } as const;

/** The score on its scale, large, with every row's bounds and rating. */
export const scoreChart = (row: AppliedRow, name: string): TemplateResult | typeof nothing => {
  const scale = drawn(row);
  if (scale === undefined) return nothing;
  const { rows, low, high } = scale;
  const x = (value: number): number => 8 + ((WIDE.width - 16) * (value - low)) / (high - low);
  const at = x(near(row.value));
  const bottom = WIDE.top + WIDE.height;
  return html`<figure class="eh-figure">
    <div class="eh-scroll" role="region" tabindex="0" aria-label=${name}>
      <svg
        class="eh-scale"
        viewBox="0 0 ${WIDE.width} ${bottom + 34}"
        role="img"
        aria-labelledby="scale-title scale-text"
      >
        ${svg`<title id="scale-title">${name}</title><desc id="scale-text">${textOf(row)}</desc>`}
        ${rows.map(({ band, from, to, place }) => {
          const middle = (x(from) + x(to)) / 2;
          return svg`<rect class="eh-scale__row ${levelClass(place, rows.length)}" x=${x(from) + 1} y=${WIDE.top} width=${Math.max(1, x(to) - x(from) - 2)} height=${WIDE.height} rx="3" />
            <text class="eh-scale__gives ${levelClass(place, rows.length)}" x=${middle} y=${WIDE.top + 22} text-anchor="middle">${band.gives}</text>
            ${place === 0 ? nothing : svg`<text class="eh-scale__bound" x=${x(from)} y=${bottom + 20} text-anchor="middle">${shortNumber(band.lower?.[0] ?? "")}</text>`}`;
        })}
        ${svg`<path class="eh-scale__mark" d="M${at} ${WIDE.top - 4}V${bottom + 4}" />
          <path class="eh-scale__tip" d="M${at - 7} ${WIDE.top - 14}h14l-7 11z" />
          <text class="eh-scale__value" x=${Math.min(WIDE.width - 30, Math.max(30, at))} y="18" text-anchor="middle">${shortNumber(row.value)}</text>`}
      </svg>
    </div>
  </figure>`;
};

/** The same, small, for a line of a table. Its row's number stands in words beside it. */
export const miniChart = (row: AppliedRow | undefined, name: string): TemplateResult | typeof nothing => {
  const scale = row === undefined ? undefined : drawn(row);
  if (row === undefined || scale === undefined) return nothing;
  const { rows, low, high } = scale;
  const x = (value: number): number => 4 + (112 * (value - low)) / (high - low);
  const at = x(near(row.value));
  return html`<svg class="eh-mini" viewBox="0 0 120 22" role="img" aria-label="${name}: ${textOf(row)}">
    ${rows.map(
      ({ from, to, place }) =>
        svg`<rect class="eh-scale__row ${levelClass(place, rows.length)}" x=${x(from) + 0.5} y="9" width=${Math.max(0.5, x(to) - x(from) - 1)} height="9" />`,
    )}
    ${svg`<path class="eh-scale__tip" d="M${at - 4} 0h8l-4 7z" /><path class="eh-scale__mark" d="M${at} 6V21" />`}
  </svg>`;
};
