import { html, nothing, type TemplateResult } from "lit";
import type { Agreement, Difference } from "../../../../pkg/evenhand.js";
import { href } from "../../shell/location.js";
import { id, t } from "../../text/messages.js";
import { shortNumber } from "../../text/numbers.js";
import { words } from "../../text/words.js";
import type { Rated } from "../../workbench/workspace.js";

type Stage = "points" | "weights" | "scores" | "ratings";

const STAGES: readonly (readonly [Stage, string])[] = [
  ["points", id("agreement-points")],
  ["weights", id("agreement-weights")],
  ["scores", id("agreement-scores")],
  ["ratings", id("agreement-ratings")],
];

/** Differences beyond these are told as a number. */
const LISTED = 200;

const stageOf = ({ document }: Rated, { kind, node }: Agreement): Stage => {
  if (kind === "weight") return "weights";
  const models = Object.values(document.definition.models);
  if (models.some(({ rating }) => rating === node)) return "ratings";
  return models.some(({ score }) => score === node) ? "scores" : "points";
};

interface Listed extends Difference {
  readonly what: string;
}

/** How the computed results stand against the published ones, step by step, with every difference. */
export const agreementPart = (rated: Rated): TemplateResult | typeof nothing => {
  const { agreements } = rated;
  if (agreements === undefined || agreements.length === 0) return nothing;
  const { labels } = rated.document;
  const name = (node: string): string => words(labels[node] ?? node);
  const rows = STAGES.map(([stage, label]) => {
    const of = agreements.filter((agreement) => stageOf(rated, agreement) === stage);
    return {
      label,
      compared: of.reduce((sum, { compared }) => sum + compared, 0),
      agreeing: of.reduce((sum, { agreeing }) => sum + agreeing, 0),
      differences: of.flatMap(({ node, part, differences }) =>
        differences.map((difference): Listed => ({ ...difference, what: name(part ?? node) })),
      ),
    };
  }).filter(({ compared }) => compared > 0);
  const compared = rows.reduce((sum, row) => sum + row.compared, 0);
  const agreeing = rows.reduce((sum, row) => sum + row.agreeing, 0);
  return html`<section class="eh-part" aria-labelledby="agreement">
    <h2 id="agreement" class="eh-part__title">${t("agreement-heading")}</h2>
    <p class="eh-part__lead">
      ${agreeing === compared ? t("agreement-all", { compared }) : t("agreement-some", { compared, differing: compared - agreeing })}
    </p>
    <eh-scroll label=${t("agreement-heading")}>
      <table class="usa-table eh-table">
        <thead>
          <tr>
            <th scope="col">${t("agreement-step")}</th>
            <th scope="col" class="eh-number">${t("agreement-compared")}</th>
            <th scope="col" class="eh-number">${t("agreement-agreeing")}</th>
            <th scope="col" class="eh-number">${t("agreement-differing")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, compared, agreeing }) =>
              html`<tr>
                <th scope="row">${t(label)}</th>
                <td class="eh-number">${compared}</td>
                <td class="eh-number">${agreeing}</td>
                <td class="eh-number">${compared - agreeing}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </eh-scroll>
    ${rows.map(({ label, differences }) =>
      differences.length === 0
        ? nothing
        : html`<details class="eh-fold">
            <summary>${t("agreement-differences", { step: t(label), count: differences.length })}</summary>
            ${listed(rated, differences)}
          </details>`,
    )}
  </section>`;
};

const listed = ({ schools }: Rated, differences: readonly Listed[]): TemplateResult => {
  // Where a calculation parts from the published one comes before what only follows from it.
  const sorted = [...differences].sort((a, b) => Number(b.first) - Number(a.first));
  return html`<eh-scroll label=${t("agreement-list")}>
      <table class="usa-table eh-table">
        <thead>
          <tr>
            <th scope="col">${t("column-school")}</th>
            <th scope="col">${t("agreement-result")}</th>
            <th scope="col">${t("agreement-published")}</th>
            <th scope="col">${t("agreement-computed")}</th>
            <th scope="col">${t("agreement-where")}</th>
          </tr>
        </thead>
        <tbody>
          ${sorted.slice(0, LISTED).map(({ school, what, published, computed, first }) => {
            const named = schools.get(school)?.name;
            return html`<tr>
              <th scope="row"><a href=${href("/school", { id: school })}>${named ?? school}</a></th>
              <td>${what}</td>
              <td>${published === "" ? t("agreement-nothing") : published}</td>
              <td>${computed === "" ? t("agreement-nothing") : shortNumber(computed)}</td>
              <td>${first ? html`<strong>${t("agreement-first")}</strong>` : t("agreement-follows")}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </eh-scroll>
    ${differences.length > LISTED ? html`<p>${t("notice-more", { count: differences.length - LISTED })}</p>` : nothing}`;
};
