// Bars that show how the schools of each row are shared out among the answers: a chart, its legend and its table.
import { html, nothing, svg, type TemplateResult } from "lit";
import "../../elements/scroll-region.js";
import { formatNumber, t } from "../../text/messages.js";
import type { Share, Tally } from "./distribution.js";

export interface BarRow {
  readonly name: string;
  readonly tally: Tally;
  /** Said in place of a bar where there is none, or after the name. */
  readonly note?: string;
  /** The value of the table's last column. */
  readonly last?: string;
}

const WIDTH = 400;
const ROW = 58;
const BAR = 28;

/** The looks that have a pattern of their own, so that they are told apart without colour. */
const PATTERNS: Readonly<Record<string, TemplateResult>> = {
  "eh-level-1": svg`<path d="M0 8L8 0" />`,
  "eh-level-2": svg`<circle cx="4" cy="4" r="1.3" />`,
  "eh-level-4": svg`<path d="M0 4H8" />`,
  "eh-level-5": svg`<path d="M4 0V8" />`,
  "eh-level-outcome": svg`<path d="M0 0L8 8" />`,
  "eh-level-none": svg`<circle cx="4" cy="4" r="1.3" />`,
};

/** The patterns once for each chart, since one that is hidden lends none. */
const patterns = (chart: string): TemplateResult =>
  svg`<defs>${Object.entries(PATTERNS).map(
    ([look, drawn]) =>
      svg`<pattern id="${chart}-${look}" class="eh-pattern ${look}" width="8" height="8" patternUnits="userSpaceOnUse">${drawn}</pattern>`,
  )}</defs>`;

const filled = (chart: string, look: string, x: number, y: number, width: number, height: number): TemplateResult => {
  const box = (type: string, fill: string): TemplateResult =>
    svg`<rect class=${type} fill=${fill} x=${x} y=${y} width=${width} height=${height} />`;
  return svg`${box(`eh-bars__bar eh-shares__bar ${look}`, "")}${look in PATTERNS ? box("", `url(#${chart}-${look})`) : nothing}`;
};

const percent = (share: number): string => formatNumber(share, { style: "percent", maximumFractionDigits: 0 });

/** `chart` names it on the page; `first` heads the table's first column, `last` its last one. */
export const shareBars = (
  chart: string,
  title: string,
  rows: readonly BarRow[],
  known: readonly Share[],
  heads: { readonly first: string; readonly last?: string },
): TemplateResult => {
  const drawn = rows.map((row) => ({
    ...row,
    all: row.tally.all,
    counts: new Map([...row.tally.kinds].map(([key, { count }]) => [key, count])),
  }));
  const shares = known.filter(({ key }) => drawn.some(({ counts }) => (counts.get(key) ?? 0) > 0));
  const said = drawn.map(({ name, counts, all, note }) => {
    const parts = shares
      .filter(({ key }) => counts.has(key))
      .map((share) => `${share.name} ${String(counts.get(share.key))}`);
    return `${name} (${String(all)}): ${parts.length === 0 ? (note ?? "") : parts.join(", ")}`;
  });
  return html`<div class="eh-distribution eh-distribution--below">
    <figure class="eh-figure">
      <svg
        class="eh-shares"
        viewBox="0 0 ${WIDTH} ${rows.length * ROW}"
        role="img"
        aria-labelledby="${chart}-title ${chart}-text"
      >
        ${svg`<title id="${chart}-title">${title}</title><desc id="${chart}-text">${said.join("; ")}</desc>${patterns(chart)}`}
        ${drawn.map(({ name, counts, all, note }, place) => {
          const top = place * ROW;
          let x = 0;
          return svg`<text y=${top + 16}><tspan class="eh-shares__name">${name}</tspan><tspan class="eh-shares__n" dx="8">${
            all === 0 ? note : t("shares-schools", { count: all })
          }</tspan></text>
            ${shares.map(({ key, look }) => {
              const count = counts.get(key) ?? 0;
              const width = all === 0 ? 0 : (WIDTH * count) / all;
              const at = x;
              x += width;
              return count === 0
                ? nothing
                : svg`${filled(chart, look, at, top + 23, width, BAR)}${
                    width < 20
                      ? nothing
                      : svg`<rect class="eh-shares__plate" x=${at + width / 2 - 12} y=${top + 29} width="24" height="16" rx="8" /><text class="eh-shares__count" x=${at + width / 2} y=${top + 41.5} text-anchor="middle">${count}</text>`
                  }`;
            })}`;
        })}
      </svg>
      <ul class="eh-legend" aria-hidden="true">
        ${shares.map(
          ({ name, look }, place) =>
            html`<li>
              <svg width="22" height="14">
                ${patterns(`${chart}-${String(place)}`)}${filled(`${chart}-${String(place)}`, look, 0.5, 0.5, 21, 13)}
              </svg>
              ${name}
            </li>`,
        )}
      </ul>
    </figure>
    <eh-scroll label=${title}
      ><table class="usa-table usa-table--borderless eh-table">
        <caption class="usa-sr-only">
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${heads.first}</th>
            <th scope="col" class="eh-number">${t("distribution-schools")}</th>
            ${shares.map(({ name }) => html`<th scope="col" class="eh-number">${name}</th>`)}
            ${heads.last === undefined ? nothing : html`<th scope="col" class="eh-number">${heads.last}</th>`}
          </tr>
        </thead>
        <tbody>
          ${drawn.map(
            ({ name, counts, all, note, last }) =>
              html`<tr>
                <th scope="row">
                  ${name}${note === undefined ? nothing : html`<span class="eh-quiet eh-beside">${note}</span>`}
                </th>
                <td class="eh-number">${all}</td>
                ${shares.map(({ key }) => {
                  const count = counts.get(key) ?? 0;
                  return html`<td class="eh-number">
                    ${count}${count === 0 ? nothing : html` <span class="eh-quiet">${percent(count / all)}</span>`}
                  </td>`;
                })}
                ${heads.last === undefined ? nothing : html`<td class="eh-number">${last ?? "–"}</td>`}
              </tr>`,
          )}
        </tbody>
      </table></eh-scroll
    >
  </div>`;
};
