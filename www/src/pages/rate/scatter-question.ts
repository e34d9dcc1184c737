// Who grows, whatever the results? Two measures against each other, one dot a school.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Grouping, Numbers, PolicyDocument } from "../../../../pkg/evenhand.js";
import "../../elements/scroll-region.js";
import { href } from "../../shell/location.js";
import { formatNumber, t } from "../../text/messages.js";
import { near } from "../../text/numbers.js";
import { shownText } from "../../text/shown.js";
import { words } from "../../text/words.js";
import type { Rated } from "../../workbench/workspace.js";

/** What can stand on an axis: the scores and all measures that are numbers, by name. */
export const axesOf = ({ definition, labels }: PolicyDocument): ReadonlyMap<string, string> => {
  const label = (name: string): string => words(labels[name] ?? name);
  const found = new Map<string, string>();
  for (const { score, label: model } of Object.values(definition.models))
    if (score !== null && score in definition.nodes) found.set(score, `${words(model)}: ${label(score)}`);
  for (const [name, { unit }] of Object.entries(definition.measures))
    if (unit !== "category") found.set(name, label(name));
  return found;
};

const GROWTH = /growth|sgp|mgp|progress/i;
const STATUS = /attain|status|proficien|achiev|perform|mastery/i;

/** Growth against status where the measures' names tell which they are; else the first two measures. */
export const firstAxes = (
  axes: ReadonlyMap<string, string>,
  document: PolicyDocument,
): readonly [string, string] | undefined => {
  const measures = [...axes.keys()].filter((name) => name in document.definition.measures);
  const across = measures.find((name) => STATUS.test(name) && !GROWTH.test(name));
  const up = measures.find((name) => GROWTH.test(name));
  if (across !== undefined && up !== undefined) return [across, up];
  const [first, second] = measures;
  return first === undefined || second === undefined ? undefined : [first, second];
};

export const scatterTitle = ([across, up]: readonly [string, string]): string =>
  GROWTH.test(up) && STATUS.test(across) ? t("question-growth") : t("question-two");

export interface Dots {
  readonly axes: readonly [string, string];
  readonly across: Numbers;
  readonly up: Numbers;
}

interface Dot {
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

const SIZE = { width: 400, height: 330, left: 60, bottom: 60, top: 8, right: 10 } as const;
const R = 4.5;

/** A shape for each group, so that groups are told apart without colour. */
const SHAPES: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0`,
  (x, y) => `M${x - R} ${y - R}h${2 * R}v${2 * R}h${-2 * R}z`,
  (x, y) => `M${x} ${y - R - 1}l${R + 1} ${2 * R + 1}h${-2 * R - 2}z`,
  (x, y) => `M${x} ${y - R - 1.5}l${R + 1} ${R + 1.5}l${-R - 1} ${R + 1.5}l${-R - 1} ${-R - 1.5}z`,
];

/** More dots than these are drawn as small squares, which the browser lays out in far less time. */
const MANY = 2_000;
const SMALL = (x: number, y: number): string => `M${String(x - 1.5)} ${String(y - 1.5)}h3v3h-3z`;

/** Round numbers for an axis. */
const ticks = (low: number, high: number): readonly number[] => {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, place) => (first + place) * step);
};

const rangeOf = (values: readonly number[]): readonly [number, number] => {
  // Not spread into a call: there may be thousands.
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const room = (high - low) * 0.05 || 1;
  return [low - room, high + room];
};

/** The four corners in which the middles of both measures divide the schools. */
const CORNERS = [
  { up: true, across: false },
  { up: true, across: true },
  { up: false, across: false },
  { up: false, across: true },
] as const;

const cornerWords = (up: boolean, across: boolean, names: Readonly<Record<"up" | "across", string>>): string =>
  up
    ? across
      ? t("corner-both", names)
      : t("corner-up", names)
    : across
      ? t("corner-across", names)
      : t("corner-neither", names);

export const scatterQuestion = (
  rated: Rated,
  axes: ReadonlyMap<string, string>,
  chosen: readonly [string, string],
  shown: Dots | undefined,
  grouping: Grouping | undefined,
  pointed: number | undefined,
  choose: (axes: readonly [string, string]) => void,
  point: (place: number | undefined) => void,
): TemplateResult => {
  const select = (id: string, label: string, now: string, set: (name: string) => void): TemplateResult =>
    html`<div class="eh-field">
      <label class="usa-label" for=${id}>${label}</label>
      <select
        class="usa-select"
        id=${id}
        @change=${(event: Event) => set((event.currentTarget as HTMLSelectElement).value)}
      >
        ${[...axes].map(([name, text]) => html`<option value=${name} ?selected=${name === now}>${text}</option>`)}
      </select>
    </div>`;
  return html`
    <div class="eh-fields eh-screen-only">
      ${select("axis-up", t("axis-up"), chosen[1], (name) => choose([chosen[0], name]))}
      ${select("axis-across", t("axis-across"), chosen[0], (name) => choose([name, chosen[1]]))}
    </div>
    ${shown === undefined ? html`<p class="eh-empty" role="status">${t("question-working")}</p>` : drawn(rated, axes, shown, grouping, pointed, point)}
  `;
};

/** All that a chart needs but the words; worked out once, since the reader's pointer makes it drawn again and again. */
interface Plot {
  readonly grouping: Grouping | undefined;
  readonly dots: readonly Dot[];
  readonly middle: Readonly<Record<"x" | "y", number>>;
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly groups: readonly string[];
  readonly paths: ReadonlyMap<number, string>;
  readonly corners: readonly { readonly up: boolean; readonly across: boolean; readonly dots: readonly Dot[] }[];
}

const plots = new WeakMap<Dots, Plot>();

const plotOf = (shown: Dots, grouping: Grouping | undefined): Plot => {
  const known = plots.get(shown);
  if (known !== undefined && known.grouping === grouping) return known;
  const { across, up } = shown;
  const dots = across.values.flatMap((x, place): Dot[] => {
    const y = up.values[place];
    return x.kind === "number" && y?.kind === "number" ? [{ place, x: near(x.exact), y: near(y.exact) }] : [];
  });
  const middle = { x: median(across), y: median(up) };
  const [left, right] = rangeOf(dots.map(({ x }) => x));
  const [low, high] = rangeOf(dots.map(({ y }) => y));
  const { width, height, left: margin, bottom, top, right: rim } = SIZE;
  const toX = (x: number): number =>
    Math.round((margin + ((x - left) / (right - left)) * (width - margin - rim)) * 10) / 10;
  const toY = (y: number): number =>
    Math.round((height - bottom - ((y - low) / (high - low)) * (height - bottom - top)) * 10) / 10;
  const groups = grouping?.values.slice(0, SHAPES.length) ?? [];
  const paths = new Map<number, string>();
  // Schools at the same point are drawn once.
  const drawn = new Set<string>();
  for (const { place, x, y } of dots) {
    const own = grouping === undefined ? 0 : (grouping.of[place] ?? -1);
    // Schools of no drawn group are points of their own colour.
    const group = own < SHAPES.length ? own : -1;
    const shape = dots.length > MANY ? SMALL : (SHAPES[group] ?? SHAPES[0]);
    const path = shape?.(toX(x), toY(y)) ?? "";
    if (drawn.has(path)) continue;
    drawn.add(path);
    paths.set(group, (paths.get(group) ?? "") + path);
  }
  const corners = CORNERS.map((corner) => ({
    ...corner,
    dots: dots.filter(({ x, y }) => y >= middle.y === corner.up && x >= middle.x === corner.across),
  }));
  const plot = {
    grouping,
    dots,
    middle,
    across: [left, right],
    up: [low, high],
    toX,
    toY,
    groups,
    paths,
    corners,
  } as const;
  plots.set(shown, plot);
  return plot;
};

/** Works a chart out ahead of its drawing, which takes time enough by itself. */
export const preparePlot = (shown: Dots, grouping: Grouping | undefined): void => void plotOf(shown, grouping);

/** Cuts a text between words, at about the half, where it is too long for a line; what no two lines hold is cut off. */
const inLines = (text: string, most: number): readonly string[] => {
  if (text.length <= most) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = text.length / 2;
  const at = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? most;
  const fit = (line: string): string => (line.length <= most ? line : `${line.slice(0, most - 1)}…`);
  return [fit(text.slice(0, at)), fit(text.slice(at + 1))];
};

const axisName = (text: string, x: number, y: number, most: number): readonly TemplateResult[] =>
  inLines(text, most).map(
    (line, place) => svg`<text class="eh-scatter__axis" x=${x} y=${y + place * 15} text-anchor="middle">${line}</text>`,
  );

/** The dot that the pointer is at, if it is near to one. */
const nearest = ({ dots, toX, toY }: Plot, event: PointerEvent): Dot | undefined => {
  const box = (event.currentTarget as SVGElement).getBoundingClientRect();
  const scale = SIZE.width / box.width;
  const [px, py] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  let best: Dot | undefined;
  let least = 400;
  for (const dot of dots) {
    const distance = (toX(dot.x) - px) ** 2 + (toY(dot.y) - py) ** 2;
    if (distance < least) [best, least] = [dot, distance];
  }
  return best;
};

const drawn = (
  { result, document }: Rated,
  axes: ReadonlyMap<string, string>,
  dotsShown: Dots,
  grouping: Grouping | undefined,
  pointed: number | undefined,
  point: (place: number | undefined) => void,
): TemplateResult => {
  const {
    axes: [acrossName, upName],
    across,
    up,
  } = dotsShown;
  const { schools } = result.ratings;
  const names = { across: axes.get(acrossName) ?? acrossName, up: axes.get(upName) ?? upName };
  const plot = plotOf(dotsShown, grouping);
  const { dots, middle, toX, toY, groups, paths, corners } = plot;
  if (dots.length === 0) return html`<p class="eh-empty">${t("scatter-none", names)}</p>`;
  const { width, height, left: margin, bottom, top, right: rim } = SIZE;
  const name = (place: number): string => schools[place]?.name ?? schools[place]?.school ?? "";
  const now = dots.find(({ place }) => place === pointed);
  const title = t("scatter-title", names);
  const said = corners
    .map((corner) => `${cornerWords(corner.up, corner.across, names)}: ${String(corner.dots.length)}`)
    .join("; ");
  const pointAt = (event: PointerEvent): void => point(nearest(plot, event)?.place);
  return html`
    <p class="eh-answer">${t("scatter-answer", { ...names, count: corners[0]?.dots.length ?? 0 })}</p>
    <div class="eh-distribution">
      <figure class="eh-figure">
        <svg
          class="eh-scatter"
          viewBox="0 0 ${width} ${height}"
          role="img"
          aria-labelledby="scatter-title scatter-text"
          @pointermove=${pointAt}
          @pointerdown=${pointAt}
        >
          ${svg`<title id="scatter-title">${title}</title><desc id="scatter-text">${t("scatter-text", { count: dots.length })} ${said}</desc>`}
          ${ticks(...plot.across).map(
            (tick) =>
              svg`<path class="eh-scatter__grid" d="M${toX(tick)} ${top}V${height - bottom}" /><text class="eh-scatter__tick" x=${toX(tick)} y=${height - bottom + 16} text-anchor="middle">${formatNumber(tick)}</text>`,
          )}
          ${ticks(...plot.up).map(
            (tick) =>
              svg`<path class="eh-scatter__grid" d="M${margin} ${toY(tick)}H${width - rim}" /><text class="eh-scatter__tick" x=${margin - 6} y=${toY(tick) + 4} text-anchor="end">${formatNumber(tick)}</text>`,
          )}
          ${svg`<path class="eh-scatter__middle" d="M${toX(middle.x)} ${top}V${height - bottom}M${margin} ${toY(middle.y)}H${width - rim}" />
            ${axisName(names.across, (margin + width - rim) / 2, height - 22, 44)}
            <g transform="rotate(-90)">${axisName(names.up, -(top + height - bottom) / 2, 12, 36)}</g>`}
          ${[...paths].map(([group, path]) => svg`<path class="eh-dot eh-dot--${group} ${dots.length > MANY ? "eh-dot--many" : ""}" d=${path} />`)}
          ${now === undefined ? nothing : svg`<path class="eh-dot--now" d=${SHAPES[0]?.(toX(now.x), toY(now.y)) ?? ""} />`}
        </svg>
        ${
          groups.length === 0
            ? nothing
            : html`<ul class="eh-legend" aria-hidden="true">
                ${groups.map(
                  (group, at) =>
                    html`<li>
                      <svg width="14" height="14">
                        <path class="eh-dot eh-dot--${at}" d=${SHAPES[at]?.(7, 7) ?? ""} />
                      </svg>
                      ${group}
                    </li>`,
                )}
              </ul>`
        }
        <p class="eh-quiet eh-scatter__said eh-screen-only">
          ${
            now === undefined || pointed === undefined
              ? t("scatter-point")
              : html`<a class="usa-link" href=${href("/school", { id: schools[pointed]?.school ?? "" })}
                    >${name(pointed)}</a
                  >: ${names.up} ${shown(up, pointed)}, ${names.across} ${shown(across, pointed)}`
          }
        </p>
        <p class="eh-quiet">
          ${t("scatter-middle")}${dots.length < schools.length ? html` ${t("scatter-without", { count: schools.length - dots.length })}` : nothing}
        </p>
      </figure>
      <eh-scroll label=${title}
        ><table class="usa-table usa-table--borderless eh-table">
          <caption class="usa-sr-only">
            ${title}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t("corner-heading")}</th>
              <th scope="col" class="eh-number">${t("distribution-schools")}</th>
              <th scope="col">${t("corner-which")}</th>
            </tr>
          </thead>
          <tbody>
            ${corners.map(
              (corner) =>
                html`<tr>
                  <th scope="row">${cornerWords(corner.up, corner.across, names)}</th>
                  <td class="eh-number">${corner.dots.length}</td>
                  <td>
                    ${
                      corner.dots.length === 0
                        ? nothing
                        : html`<details class="eh-corner">
                            <summary aria-label="${t("corner-show")}: ${cornerWords(corner.up, corner.across, names)}">
                              ${t("corner-show")}
                            </summary>
                            <ul class="usa-list usa-list--unstyled">
                              ${corner.dots.slice(0, MOST).map(
                                ({ place }) =>
                                  html`<li>
                                    <a class="usa-link" href=${href("/school", { id: schools[place]?.school ?? "" })}
                                      >${name(place)}</a
                                    >
                                    <span class="eh-quiet">${shown(up, place)} · ${shown(across, place)}</span>
                                  </li>`,
                              )}
                            </ul>
                            ${corner.dots.length > MOST ? html`<p class="eh-quiet">${t("notice-more", { count: corner.dots.length - MOST })}</p>` : nothing}
                          </details>`
                    }
                  </td>
                </tr>`,
            )}
          </tbody>
        </table></eh-scroll
      >
    </div>
    ${models(document) ? html`<p class="eh-quiet">${t("scatter-models")}</p>` : nothing}
  `;
};

/** So many schools of a corner are listed. */
const MOST = 50;

/** Whether there are several models, whose measures may not be the same. */
const models = ({ definition }: PolicyDocument): boolean => Object.keys(definition.models).length > 1;

const median = ({ median: middle }: Numbers): number => (middle?.kind === "number" ? near(middle.exact) : 0);

const shown = ({ values }: Numbers, place: number): string => {
  const value = values[place];
  return value === undefined ? "" : shownText(value);
};
