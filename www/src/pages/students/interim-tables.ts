// The tables of the mid-year view: cycles as columns, growth since the last cycle, and the share on track.
import { html, nothing, type TemplateResult } from "lit";
import type { InterimAnswer, PartResults } from "../../../../pkg/records/records.js";
import "../../elements/scroll-region.js";
import { formatDay, t } from "../../text/messages.js";
import { elementName } from "./elements.js";
import { changeWords, meanWords, partWords, shareWords, valueWords, type Said } from "./interim-words.js";

/** A row of either table. */
export interface Row {
  /** What stands above rows of one kind. */
  readonly heading?: string;
  readonly name: string;
  readonly results: PartResults;
  /** Whether it sums the others up. */
  readonly all?: boolean;
}

export const areaRows = (answer: InterimAnswer): readonly Row[] =>
  answer.parts.map((results) => ({
    name: partWords(results),
    results,
    all: results.kind !== "area" && answer.parts.length > 1,
  }));

export const groupRows = (answer: InterimAnswer, part: number): readonly Row[] =>
  answer.groups.flatMap(({ element, value, parts }, place) => {
    const results = parts[part];
    if (results === undefined) return [];
    const first = answer.groups[place - 1]?.element !== element;
    return [{ ...(first ? { heading: elementName(element) } : {}), name: valueWords(value), results }];
  });

const cell = ({ text, n }: Said): TemplateResult =>
  n === undefined
    ? html`<td class="eh-number eh-quiet">${text}</td>`
    : html`<td class="eh-number">${text}<span class="eh-interim__n">${n}</span></td>`;

/** The headings of the numbers, in the order of the cells. */
export const columnHeadings = (answer: InterimAnswer, at: number): readonly string[] => [
  ...answer.cycles.map(({ name }) => name),
  at === 0 ? t("interim-growth") : t("interim-growth-since", { before: answer.cycles[at - 1]?.name ?? "" }),
  t("interim-on-track-in", { now: answer.cycles[at]?.name ?? "" }),
];

export const saidOf = (answer: InterimAnswer, at: number, { cycles }: PartResults): readonly Said[] => {
  const now = cycles[at];
  return [
    ...cycles.map(({ mean }) => meanWords(mean, answer)),
    ...(now === undefined ? [] : [changeWords(now.change), shareWords(now.onTrack)]),
  ];
};

export const interimTable = (
  answer: InterimAnswer,
  at: number,
  rows: readonly Row[],
  title: string,
  first: string,
): TemplateResult => html`
  <eh-scroll label=${title}>
    <table class="usa-table eh-table eh-interim__table">
      <caption class="usa-sr-only">
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${columnHeadings(answer, at).map((heading, place) => {
            const day = answer.cycles[place]?.day;
            return html`<th scope="col" class="eh-number">
              ${heading}${day == null || day === heading ? nothing : html`<span class="eh-interim__n">${formatDay(day)}</span>`}
            </th>`;
          })}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ heading, name, results, all = false }) =>
            html`${
                heading === undefined
                  ? nothing
                  : html`<tr class="eh-interim__kind">
                      <th scope="rowgroup" colspan=${answer.cycles.length + 3}>${heading}</th>
                    </tr>`
              }
              <tr class=${all ? "eh-interim__all" : ""}>
                <th scope="row">${name}</th>
                ${saidOf(answer, at, results).map(cell)}
              </tr>`,
        )}
      </tbody>
    </table>
  </eh-scroll>
`;
