import { html, nothing, type TemplateResult } from "lit";
import type { PolicyDocument, Test, Truth, VerdictNode } from "../../../../pkg/evenhand.js";
import { language, LOCALE_TAGS } from "../../text/language.js";
import { id, t } from "../../text/messages.js";
import { words } from "../../text/words.js";
import { nameWords } from "./trace-walk.js";

const TRUTHS: Readonly<Record<Truth, string>> = {
  met: id("truth-met"),
  "not-met": id("truth-not-met"),
  undetermined: id("truth-undetermined"),
};

const list = (values: readonly string[]): string =>
  new Intl.ListFormat(LOCALE_TAGS[language.value], { type: "disjunction" }).format(values.map((value) => `“${value}”`));

const testWords = (name: string, test: Test): string => {
  if ("atLeast" in test) return t("verdict-test-at-least", { name, value: test.atLeast });
  if ("atMost" in test) return t("verdict-test-at-most", { name, value: test.atMost });
  if ("above" in test) return t("verdict-test-above", { name, value: test.above });
  if ("below" in test) return t("verdict-test-below", { name, value: test.below });
  if ("equals" in test) return t("verdict-test-equals", { name, value: test.equals });
  if ("in" in test) return t("verdict-test-in", { name, values: list(test.in) });
  if ("contains" in test) return t("verdict-test-contains", { name, value: test.contains });
  if ("containsAny" in test) return t("verdict-test-contains-any", { name, values: list(test.containsAny) });
  return test.known ? t("verdict-test-known", { name }) : t("verdict-test-not-known", { name });
};

const demand = (node: VerdictNode<string>, document: PolicyDocument): string => {
  const { rule } = node;
  switch (rule.kind) {
    case "all":
      return t("verdict-rule-all");
    case "any":
      return t("verdict-rule-any");
    case "not":
      return t("verdict-rule-not");
    case "atLeast":
      return t("verdict-rule-at-least", { count: rule.count });
    case "fact":
      return testWords(nameWords(document, rule.fact), rule.test);
  }
};

/** A condition with the answer to each of its parts, and the values that were found. */
export const conditionTree = (node: VerdictNode<string>, document: PolicyDocument, top = true): TemplateResult => {
  const { rule, truth, decisive, parts, label } = node;
  const actual = rule.kind === "fact" ? (rule.actual ?? t("condition-no-value")) : undefined;
  const line = html`<span class="eh-truth eh-truth--${truth}">${t(TRUTHS[truth])}</span>
    <span class=${decisive ? "eh-decides" : ""}
      >${label === undefined ? demand(node, document) : `${words(label)}: ${demand(node, document)}`}</span
    >
    ${actual === undefined ? nothing : html`<span class="eh-quiet">${t("condition-actual", { actual })}</span>`}
    ${rule.kind === "fact" && rule.actual === undefined && rule.whenUnknown !== undefined && truth !== "undetermined" ? html`<span class="eh-quiet">${rule.whenUnknown === "met" ? t("condition-unknown-met") : t("condition-unknown-not-met")}</span>` : nothing}
    ${decisive && !top ? html`<span class="eh-mark-decides">${t("trace-decisive")}</span>` : nothing}`;
  return top
    ? html`<div class="eh-condition">${line}${inner(parts, document)}</div>`
    : html`<li>${line}${inner(parts, document)}</li>`;
};

const inner = (parts: readonly VerdictNode<string>[], document: PolicyDocument): TemplateResult | typeof nothing =>
  parts.length === 0
    ? nothing
    : html`<ul>
        ${parts.map((part) => conditionTree(part, document, false))}
      </ul>`;
