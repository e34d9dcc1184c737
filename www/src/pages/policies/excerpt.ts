// The part of a policy's text that a notice speaks of: some lines with their numbers, the place marked.
import { html, nothing, type TemplateResult } from "lit";
import type { Notice } from "../../../../pkg/evenhand.js";
import { t } from "../../text/messages.js";

/** Lines shown before and after the one that is meant. */
const AROUND = 2;
/** Of a very long line, so many characters around the place. */
const WINDOW = 320;

export interface ExcerptLine {
  readonly number: number;
  readonly before: string;
  /** What is marked; empty where only the line is known. */
  readonly marked: string;
  readonly after: string;
  readonly meant: boolean;
}

/** Where in the line the thing is that a notice names: its own words first, then the last name of its pointer. */
const placeIn = (line: string, notice: Notice): [number, number] => {
  const { position } = notice.arguments;
  if (notice.code === "policy.not-json" && typeof position === "number") {
    const start = Math.min(Math.max(position - 1, 0), Math.max(line.length - 1, 0));
    return [start, start + 1];
  }
  const name = notice.place.pointer?.split("/").at(-1)?.replaceAll("~1", "/").replaceAll("~0", "~");
  const named = ["name", "field", "key", "written", "found"].map((argument) => notice.arguments[argument]);
  for (const wanted of [...named, name]) {
    if (typeof wanted !== "string" || wanted === "") continue;
    for (const text of [`"${wanted}"`, wanted]) {
      const start = line.indexOf(text);
      if (start >= 0 && !/^\d+$/.test(text)) return [start, start + text.length];
    }
  }
  return [0, 0];
};

const cut = (line: string, [start, end]: readonly [number, number]): Pick<ExcerptLine, "before" | "marked" | "after"> => {
  const from = line.length > WINDOW ? Math.max(0, start - WINDOW / 2) : 0;
  const to = line.length > WINDOW ? Math.min(line.length, Math.max(end, from) + WINDOW / 2) : line.length;
  return {
    before: (from > 0 ? "… " : "") + line.slice(from, start),
    marked: line.slice(start, end),
    after: line.slice(end, to) + (to < line.length ? " …" : ""),
  };
};

export const excerptLines = (text: string, notice: Notice): readonly ExcerptLine[] => {
  const meant = notice.place.line;
  const lines = text.split(/\r\n|\n|\r/);
  if (meant === undefined || meant < 1 || meant > lines.length) return [];
  const first = Math.max(1, meant - AROUND);
  return lines.slice(first - 1, meant + AROUND).map((line, place) => {
    const number = first + place;
    const at: [number, number] = number === meant ? placeIn(line, notice) : [0, 0];
    return { number, ...cut(line, at), meant: number === meant };
  });
};

export const excerpt = (text: string, notice: Notice): TemplateResult | typeof nothing => {
  const lines = excerptLines(text, notice);
  if (lines.length === 0) return nothing;
  return html`<figure class="eh-excerpt">
    <figcaption class="usa-sr-only">${t("policies-excerpt", { line: String(notice.place.line) })}</figcaption>
    ${lines.map(
      ({ number, before, marked, after, meant }) =>
        html`<div class=${meant ? "eh-excerpt__line eh-excerpt__line--meant" : "eh-excerpt__line"}><span class="eh-excerpt__number">${number}</span><code>${before}${marked === "" ? nothing : html`<mark>${marked}</mark>`}${after}</code></div>`,
    )}
  </figure>`;
};
