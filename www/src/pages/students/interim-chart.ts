// A small line for each standard or goal area, all on one scale. The table beside has the numbers.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { InterimAnswer, PartResults } from "../../../../pkg/records/records.js";
import { brokenLine } from "../../elements/broken-line.js";
import { t } from "../../text/messages.js";
import { near } from "../../text/numbers.js";
import { meanWords, partWords } from "./interim-words.js";

const SIZE = { width: 220, height: 96, side: 26, top: 26, bottom: 22 } as const;

const height = ({ cycles }: PartResults, place: number): number | undefined => {
  const mean = cycles[place]?.mean;
  return mean?.kind === "mean" ? near(mean.value) : undefined;
};

export const interimChart = (answer: InterimAnswer): TemplateResult | typeof nothing => {
  const { cycles, parts, order } = answer;
  const all = parts.flatMap((part) => cycles.flatMap((_, place) => height(part, place) ?? []));
  // Without an order there is no way from one to the next.
  if (cycles.length < 2 || order === "unknown" || all.length === 0) return nothing;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const x = (place: number): number => SIZE.side + (place * (SIZE.width - 2 * SIZE.side)) / (cycles.length - 1);
  const y = (value: number): number =>
    SIZE.height - SIZE.bottom - ((value - low) / (high - low || 1)) * (SIZE.height - SIZE.top - SIZE.bottom);
  const one = (part: PartResults): TemplateResult => {
    const heights = cycles.map((_, place) => height(part, place));
    const line = brokenLine(heights, x, y);
    const text = cycles
      .map(({ name }, place) => {
        const mean = part.cycles[place]?.mean;
        return mean === undefined ? "" : `${name}: ${meanWords(mean, answer).text}`;
      })
      .join("; ");
    return html`<li>
      <p class="eh-interim__area">${partWords(part)}</p>
      <svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${partWords(part)}: ${text}">
        ${svg`<path class="eh-bars__axis" d="M8 ${SIZE.height - SIZE.bottom + 6}H${SIZE.width - 8}" /><path class="eh-years__line" d=${line} />`}
        ${heights.map((value, place) => {
          const mean = part.cycles[place]?.mean;
          return value === undefined || mean === undefined
            ? svg`<text class="eh-years__none" x=${x(place)} y=${SIZE.height - SIZE.bottom} text-anchor="middle">–</text>`
            : svg`<circle class="eh-years__dot" cx=${x(place)} cy=${y(value)} r="4" /><text class="eh-years__label" x=${x(place)} y=${y(value) - 10} text-anchor="middle">${meanWords(mean, answer).text.replace(" %", "")}</text>`;
        })}
        ${cycles.map((_, place) => svg`<text class="eh-scatter__tick" x=${x(place)} y=${SIZE.height - 3} text-anchor="middle">${place + 1}</text>`)}
      </svg>
    </li>`;
  };
  return html`<figure class="eh-figure">
    <ul class="eh-interim__lines">
      ${parts.map(one)}
    </ul>
    <figcaption class="eh-quiet">
      ${t("interim-chart", { cycles: cycles.map(({ name }, place) => `${String(place + 1)} = ${name}`).join(", ") })}
    </figcaption>
  </figure>`;
};
