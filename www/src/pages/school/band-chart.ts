import { html, nothing, svg, type TemplateResult } from "lit";
import type { PolicyDocument, ShownBand } from "../../../../pkg/evenhand.js";
import { shortNumber, near } from "../../text/numbers.js";
import { t } from "../../text/messages.js";
import { levelClass } from "../../elements/rating-badge.js";
import { boundsWords, givesWords } from "./trace-walk.js";

interface Drawn {
  readonly band: ShownBand;
  readonly from: number;
  readonly to: number;
  /** How good its result is beside the others', so that lower may be better. */
  readonly look: string;
}

/** The look of each row by what it gives: points by their size, ratings by their level. */
const looks = (bands: readonly ShownBand[], document: PolicyDocument): ReadonlyMap<ShownBand, string> => {
  const points = [...new Set(bands.map(({ gives }) => near(gives)))].sort((a, b) => a - b);
  const scales = Object.values(document.definition.ratings).map(({ lowestFirst }) => lowestFirst);
  const scale = scales.find((levels) => bands.some(({ gives }) => levels.some(({ rating }) => rating === gives))) ?? [];
  return new Map(
    bands.map((band) => {
      const level = scale.findIndex(({ rating }) => rating === band.gives);
      if (level >= 0) return [band, levelClass(level, scale.length)];
      const place = points.indexOf(near(band.gives));
      return [
        band,
        place >= 0 && Number.isFinite(near(band.gives)) ? levelClass(place, points.length) : "eh-level-outcome",
      ];
    }),
  );
};

/** The rows from the lowest values on, with open ends made as wide as the others are on average. */
const drawn = (
  bands: readonly ShownBand[],
  value: string,
  document: PolicyDocument,
): { rows: readonly Drawn[]; low: number; high: number } | undefined => {
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
  const look = looks(bands, document);
  const rows = bands
    .map((band) => ({
      band,
      from: band.lower === null ? low : near(band.lower[0]),
      to: band.upper === null ? high : near(band.upper[0]),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((row) => ({ ...row, look: look.get(row.band) ?? "" }));
  return { rows, low, high };
};

const textOf = (bands: readonly ShownBand[], value: string, document: PolicyDocument): string =>
  t("row-chart-text", {
    value: shortNumber(value),
    rows: bands.map((band) => `${boundsWords(band)}: ${givesWords(document, band.gives)}`).join("; "),
  });

const WIDE = { width: 720, top: 40, height: 34 } as const;

/** The score on its scale, large, with every row's bounds and rating. */
export const scoreChart = (
  bands: readonly ShownBand[],
  value: string,
  name: string,
  document: PolicyDocument,
): TemplateResult | typeof nothing => {
  const scale = drawn(bands, value, document);
  if (scale === undefined) return nothing;
  const { rows, low, high } = scale;
  const x = (value: number): number => 8 + ((WIDE.width - 16) * (value - low)) / (high - low);
  const at = x(near(value));
  const bottom = WIDE.top + WIDE.height;
  return html`<figure class="eh-figure">
    <eh-scroll label=${name}>
      <svg
        class="eh-scale"
        viewBox="0 0 ${WIDE.width} ${bottom + 34}"
        role="img"
        aria-labelledby="scale-title scale-text"
      >
        ${svg`<title id="scale-title">${name}</title><desc id="scale-text">${textOf(bands, value, document)}</desc>`}
        ${rows.map(({ band, from, to, look }, place) => {
          const middle = (x(from) + x(to)) / 2;
          return svg`<rect class="eh-scale__row ${look}" x=${x(from) + 1} y=${WIDE.top} width=${Math.max(1, x(to) - x(from) - 2)} height=${WIDE.height} rx="3" />
            <text class="eh-scale__gives ${look}" x=${middle} y=${WIDE.top + 22} text-anchor="middle">${givesWords(document, band.gives)}</text>
            ${place === 0 ? nothing : svg`<text class="eh-scale__bound" x=${x(from)} y=${bottom + 20} text-anchor="middle">${shortNumber(band.lower?.[0] ?? "")}</text>`}`;
        })}
        ${svg`<path class="eh-scale__mark" d="M${at} ${WIDE.top - 4}V${bottom + 4}" />
          <path class="eh-scale__tip" d="M${at - 7} ${WIDE.top - 14}h14l-7 11z" />
          <text class="eh-scale__value" x=${Math.min(WIDE.width - 30, Math.max(30, at))} y="18" text-anchor="middle">${shortNumber(value)}</text>`}
      </svg>
    </eh-scroll>
  </figure>`;
};

/** The same, small, for a line of a table. Its row's number stands in words beside it. */
export const miniChart = (
  bands: readonly ShownBand[],
  value: string,
  name: string,
  document: PolicyDocument,
): TemplateResult | typeof nothing => {
  const scale = drawn(bands, value, document);
  if (scale === undefined) return nothing;
  const { rows, low, high } = scale;
  const x = (value: number): number => 4 + (112 * (value - low)) / (high - low);
  const at = x(near(value));
  return html`<svg
    class="eh-mini"
    viewBox="0 0 120 22"
    role="img"
    aria-label="${name}: ${textOf(bands, value, document)}"
  >
    ${rows.map(
      ({ from, to, look }) =>
        svg`<rect class="eh-scale__row ${look}" x=${x(from) + 0.5} y="9" width=${Math.max(0.5, x(to) - x(from) - 1)} height="9" />`,
    )}
    ${svg`<path class="eh-scale__tip" d="M${at - 4} 0h8l-4 7z" /><path class="eh-scale__mark" d="M${at} 6V21" />`}
  </svg>`;
};
