// Draws a document: sections, tables and sentences with their links and footnotes.
import { html, nothing, type TemplateResult } from "lit";
import "../elements/scroll-region.js";
import { id, t } from "../text/messages.js";
import { plainText, type Inline, type Sentence } from "../text/sentence.js";
import type { Block, Entry, Section, Table } from "./blocks.js";
import type { Footnote } from "./footnotes.js";

/** The element's id for a place in the document. */
export const elementId = (anchor: string): string => `at-${anchor}`;

/** Only what a browser opens as a page of the web becomes a link. */
export const isWebAddress = (address: string | undefined): address is string => /^https?:\/\//.test(address ?? "");

export const outsideLink = (address: string, text: string): TemplateResult =>
  html`<a class="usa-link" href=${address} target="_blank" rel="noopener noreferrer"
    >${text}<span class="usa-sr-only"> ${t("policies-new-window")}</span></a
  >`;

export class Renderer {
  readonly #footnotes: ReadonlyMap<number, Footnote>;

  constructor(
    footnotes: readonly Footnote[],
    /** The address of a place in this document. */
    private readonly address: (anchor: string) => string,
  ) {
    this.#footnotes = new Map(footnotes.map((each) => [each.number, each]));
  }

  sentence(sentence: Sentence): TemplateResult {
    return html`${sentence.map((each, place) => this.#inline(each, sentence[place - 1]))}`;
  }

  #inline(each: Inline, before: Inline | undefined): TemplateResult | string {
    if (typeof each === "string") return each;
    if (each.kind === "note") {
      const note = this.#footnotes.get(each.number);
      const title = note === undefined ? "" : [note.title, note.locator].filter(Boolean).join(", ");
      const follows = typeof before === "object" && before.kind === "note";
      return html`<sup class="eh-note-mark"
        >${follows ? ", " : nothing}<a
          href=${this.address(`note-${String(each.number)}`)}
          aria-label=${t("policies-note", { number: String(each.number), title })}
          >${each.number}</a
        ></sup
      >`;
    }
    const link = each.to === undefined ? each.text : html`<a href=${this.address(each.to)}>${each.text}</a>`;
    switch (each.kind) {
      case "quote":
        return html`<q>${link}</q>`;
      case "code":
        return html`<code>${link}</code>`;
      case "strong":
        return html`<strong>${link}</strong>`;
      default:
        return each.to === undefined ? html`<span class="eh-name">${each.text}</span>` : html`${link}`;
    }
  }

  /** `level` is that of the headings within the block. */
  block(block: Block, level: 3 | 4): TemplateResult {
    switch (block.kind) {
      case "paragraph":
        return html`<p class=${block.tone === undefined ? nothing : `eh-doc__${block.tone}`}>
          ${this.sentence(block.sentence)}
        </p>`;
      case "list": {
        const items = block.items.map((item) => html`<li>${this.sentence(item)}</li>`);
        return block.ordered
          ? html`<ol class="eh-doc__list">
              ${items}
            </ol>`
          : html`<ul class="eh-doc__list">
              ${items}
            </ul>`;
      }
      case "table":
        return this.#table(block);
      case "entry":
        return this.#entry(block, level);
      case "group":
        return html`<div class="eh-doc__group">${block.blocks.map((each) => this.block(each, level))}</div>`;
    }
  }

  #entry(entry: Entry, level: 3 | 4): TemplateResult {
    const title = html`${this.sentence(entry.title)}`;
    const heading = level === 3 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
    return html`
      <section
        class=${`eh-doc__entry${entry.step === undefined ? "" : " eh-doc__entry--step"}`}
        id=${entry.anchor === undefined ? nothing : elementId(entry.anchor)}
        tabindex="-1"
      >
        ${(entry.anchors ?? []).map((anchor) => html`<span id=${elementId(anchor)} tabindex="-1"></span>`)} ${heading}
        ${entry.blocks.map((block) => this.block(block, 4))}
      </section>
    `;
  }

  #table(table: Table): TemplateResult {
    const numbers = table.columns.map(({ number }) => number === true);
    const cell = (sentence: Sentence, place: number): TemplateResult =>
      place === 0
        ? html`<th scope="row" class=${numbers[0] === true ? "eh-number" : nothing}>${this.sentence(sentence)}</th>`
        : html`<td class=${numbers[place] === true ? "eh-number" : nothing}>${this.sentence(sentence)}</td>`;
    return html`
      <eh-scroll class="eh-scroll" label=${plainText(table.caption)}>
        <table
          class=${`usa-table usa-table--borderless eh-doc__table${numbers.length > 3 && !numbers.some(Boolean) ? " eh-doc__table--wide" : ""}`}
          id=${table.anchor === undefined ? nothing : elementId(table.anchor)}
          tabindex="-1"
        >
          <caption>
            ${this.sentence(table.caption)}
          </caption>
          <thead>
            <tr>
              ${table.columns.map(
                ({ title, number }) =>
                  html`<th scope="col" class=${number === true ? "eh-number" : nothing}>${this.sentence(title)}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map((row, place) => {
              const anchor = table.anchors?.[place];
              return html`<tr
                id=${anchor === undefined ? nothing : elementId(anchor)}
                tabindex=${anchor === undefined ? nothing : "-1"}
              >
                ${row.map(cell)}
              </tr>`;
            })}
          </tbody>
          ${
            table.total === undefined
              ? nothing
              : html`<tfoot>
                  <tr>
                    ${table.total.map(cell)}
                  </tr>
                </tfoot>`
          }
        </table>
      </eh-scroll>
    `;
  }

  section(section: Section): TemplateResult {
    return html`
      <section class="eh-doc__section" id=${elementId(section.anchor)} tabindex="-1">
        <h2>${this.sentence(section.title)}</h2>
        ${
          section.sideBySide === true
            ? html`<div class="eh-doc__side-by-side">${section.blocks.map((block) => this.block(block, 3))}</div>`
            : section.blocks.map((block) => this.block(block, 3))
        }
      </section>
    `;
  }

  footnotes(): TemplateResult {
    return html`<ol class="eh-doc__notes">
      ${[...this.#footnotes.values()].map(
        (note) =>
          html`<li id=${elementId(`note-${String(note.number)}`)} tabindex="-1">
            ${[note.title, note.locator].filter(Boolean).join(", ")}. ${note.remark ?? nothing}
            ${note.read ? nothing : html`<strong class="eh-doc__unread">${t(id("policies-not-read"))}</strong>`}
          </li>`,
      )}
    </ol>`;
  }
}
