import { html, nothing, type TemplateResult } from "lit";
import type { DropReason } from "../../../../pkg/evenhand.js";
import { id, t } from "../../text/messages.js";
import type { Rated } from "../../workbench/workspace.js";

const REASONS: Readonly<Record<DropReason, string>> = {
  empty: id("dropped-empty"),
  "too-long": id("dropped-too-long"),
  truncated: id("dropped-truncated"),
  "unclosed-quote": id("dropped-unclosed-quote"),
  "without-identifier": id("dropped-without-identifier"),
  "shortened-identifier": id("dropped-shortened-identifier"),
  "repeated-header": id("dropped-repeated-header"),
  "without-measure": id("dropped-without-measure"),
  summary: id("dropped-summary"),
  note: id("dropped-note"),
  "no-room": id("dropped-no-room"),
};

/** What became of every row of every file, and which columns nothing reads: nothing is dropped unsaid. */
export const accountPart = ({ result }: Rated): TemplateResult | typeof nothing => {
  const { accounts, unreadColumns } = result;
  // Student files have their own account, on their own page.
  if (accounts.length === 0) return nothing;
  return html`<section class="eh-part" aria-labelledby="accounts">
    <h2 id="accounts" class="eh-part__title">${t("accounts-heading")}</h2>
    <eh-scroll label=${t("accounts-heading")}>
      <table class="usa-table eh-table">
        <caption class="usa-sr-only">
          ${t("accounts-heading")}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("accounts-file")}</th>
            <th scope="col" class="eh-number">${t("accounts-read")}</th>
            <th scope="col" class="eh-number">${t("accounts-kept")}</th>
            <th scope="col">${t("accounts-dropped")}</th>
          </tr>
        </thead>
        <tbody>
          ${accounts.map(({ file, read, kept, dropped }) => {
            const reasons = Object.entries(dropped) as [DropReason, number][];
            return html`<tr>
              <th scope="row">${file}</th>
              <td class="eh-number">${read}</td>
              <td class="eh-number">${kept}</td>
              <td>
                ${reasons.length === 0 ? t("accounts-none") : reasons.map(([reason, count]) => t(REASONS[reason], { count })).join("; ")}
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </eh-scroll>
    ${
      unreadColumns.length === 0
        ? nothing
        : html`<p class="eh-part__lead">
            ${t("accounts-unread", { count: unreadColumns.length, columns: unreadColumns.map((column) => `“${column}”`).join(", ") })}
          </p>`
    }
  </section>`;
};
