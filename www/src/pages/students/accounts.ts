import { html, type TemplateResult } from "lit";
import type { RecordAccount, RecordDropReason } from "../../../../pkg/records/records.js";
import type { Notice } from "../../../../pkg/evenhand.js";
import { LOCALE_TAGS, language } from "../../text/language.js";
import { formatNumber, id, t } from "../../text/messages.js";
import { noticeValue } from "../../text/notice.js";

const REASONS: Readonly<Record<RecordDropReason, string>> = {
  empty: id("student-rows-empty"),
  "too-long": id("student-rows-too-long"),
  truncated: id("student-rows-truncated"),
  "unclosed-quote": id("student-rows-unclosed-quote"),
  "repeated-header": id("student-rows-repeated-header"),
  "not-included": id("student-rows-not-included"),
  "without-student": id("student-rows-without-student"),
  "without-school": id("student-rows-without-school"),
  "without-year": id("student-rows-without-year"),
  "without-subject": id("student-rows-without-subject"),
  "shortened-identifier": id("student-rows-shortened-identifier"),
  "unreadable-number": id("student-rows-unreadable-number"),
  "score-off-scale": id("student-rows-score-off-scale"),
  "unreadable-growth": id("student-rows-unreadable-growth"),
  "impossible-days": id("student-rows-impossible-days"),
  "reversed-stay": id("student-rows-reversed-stay"),
  "without-cycle": id("student-rows-without-cycle"),
  "impossible-points": id("student-rows-impossible-points"),
  "no-room": id("student-rows-no-room"),
  repeated: id("student-rows-repeated"),
  conflicting: id("student-rows-conflicting"),
  superseded: id("student-rows-superseded"),
};

/** The notices that tell of a reason by another name. */
const TOLD_AS: Partial<Record<RecordDropReason, string>> = {
  empty: "empty-rows",
  "too-long": "long-rows",
  truncated: "truncated-row",
  repeated: "repeated-rows",
  conflicting: "conflicting-rows",
  superseded: "superseded-rows",
};

/** The lines of a file's rows that were left out for a reason, as its notice names them. */
const linesOf = (reason: RecordDropReason, file: string, notices: readonly Notice[]): string | undefined => {
  const code = `records.${TOLD_AS[reason] ?? reason}`;
  const told = notices.find((notice) => notice.code === code && notice.place.file === file);
  const lines = told?.arguments["lines"] ?? told?.place.line;
  if (lines === undefined) return undefined;
  return String(noticeValue(Array.isArray(lines) ? lines : String(lines), LOCALE_TAGS[language.value]));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const leftOut = ({ dropped, file }: RecordAccount, notices: readonly Notice[]): TemplateResult | string => {
  const reasons = Object.entries(dropped) as [RecordDropReason, number][];
  if (reasons.length === 0) return t("student-rows-none");
  return html`<ul class="eh-reasons">
    ${reasons.map(([reason, count]) => {
      const lines = linesOf(reason, file, notices);
      return html`<li>
        ${t(REASONS[reason], { count })}${lines === undefined ? "" : html` <span class="eh-quiet">${t("student-rows-lines", { count, lines })}</span>`}
      </li>`;
    })}
  </ul>`;
};

/** What became of every row of every file. The numbers add up, and that is shown rather than claimed. */
export const accountsPart = (accounts: readonly RecordAccount[], notices: readonly Notice[]): TemplateResult => {
  const read = sum(accounts.map((account) => account.read));
  const kept = sum(accounts.map((account) => account.kept));
  const dropped = sum(accounts.flatMap((account) => Object.values(account.dropped)));
  return html`<section class="eh-part" aria-labelledby="student-accounts">
    <h2 id="student-accounts" class="eh-part__title">${t("student-rows-heading")}</h2>
    <p class="eh-part__lead">
      ${read === kept + dropped ? t("student-rows-sum", { read, kept, dropped }) : t("student-rows-off", { read, kept, dropped })}
    </p>
    <eh-scroll label=${t("student-rows-heading")}>
      <table class="usa-table eh-table">
        <caption class="usa-sr-only">
          ${t("student-rows-heading")}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("student-rows-file")}</th>
            <th scope="col" class="eh-number">${t("student-rows-read")}</th>
            <th scope="col" class="eh-number">${t("student-rows-kept")}</th>
            <th scope="col" class="eh-number">${t("student-rows-out")}</th>
            <th scope="col">${t("student-rows-why")}</th>
          </tr>
        </thead>
        <tbody>
          ${accounts.map(
            (account) =>
              html`<tr>
                <th scope="row">${account.file}</th>
                <td class="eh-number">${formatNumber(account.read)}</td>
                <td class="eh-number">${formatNumber(account.kept)}</td>
                <td class="eh-number">${formatNumber(sum(Object.values(account.dropped)))}</td>
                <td>${leftOut(account, notices)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </eh-scroll>
  </section>`;
};
