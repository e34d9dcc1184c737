import { html, nothing, type TemplateResult } from "lit";
import type { PolicySummary } from "../../../../pkg/evenhand.js";
import { t } from "../../text/messages.js";
import { words } from "../../text/words.js";
import { policies } from "../../workbench/policies.js";
import { chooseColumn, choosePolicy, chooseYear, workspace } from "../../workbench/workspace.js";

/** Which framework the schools are rated by, of which year, and where the measures are that it did not find. */
export const choosePart = (): TemplateResult => {
  const { chosen, rated, suggested } = workspace.value;
  const all = [...policies.value].sort((a, b) => rank(a, suggested) - rank(b, suggested));
  const now = all.find(({ key }) => key === chosen);
  return html`<section class="eh-part" aria-labelledby="framework">
    <div class="eh-part__head">
      <h2 id="framework" class="eh-part__title">${t("framework-heading")}</h2>
      ${now === undefined ? nothing : html`<p class="eh-part__said">${words(now.title)}, ${now.version}</p>`}
    </div>
    ${
      chosen === undefined
        ? html`<p class="eh-part__lead">
            ${suggested.length === 0 ? t("framework-none-suggested") : t("framework-several")}
          </p>`
        : nothing
    }
    ${
      rated === undefined
        ? html`<div class="eh-choices">${all.map((policy) => choice(policy, chosen, suggested))}</div>`
        : html`<details class="eh-fold eh-screen-only">
            <summary>${t("framework-change")}</summary>
            <div class="eh-choices">${all.map((policy) => choice(policy, chosen, suggested))}</div>
          </details>`
    }
    ${years()} ${missing()}
  </section>`;
};

const rank = ({ key }: PolicySummary, suggested: readonly string[]): number => {
  const place = suggested.indexOf(key);
  return place === -1 ? suggested.length : place;
};

const choice = (policy: PolicySummary, chosen: string | undefined, suggested: readonly string[]): TemplateResult => {
  const key = `policy-${policy.key}`;
  return html`<div class="usa-radio eh-choice">
    <input
      class="usa-radio__input usa-radio__input--tile"
      type="radio"
      name="policy"
      id=${key}
      .checked=${policy.key === chosen}
      @change=${() => void choosePolicy(policy.key)}
    />
    <label class="usa-radio__label" for=${key}>
      ${words(policy.title)} <span class="eh-quiet">${policy.version}</span>
      ${suggested.includes(policy.key) ? html`<span class="usa-tag eh-tag">${t("framework-suggested")}</span>` : nothing}
      <span class="usa-checkbox__label-description">${words(policy.authority)}</span>
    </label>
  </div>`;
};

const years = (): TemplateResult | typeof nothing => {
  const { rated } = workspace.value;
  if (rated === undefined || rated.result.ratings.year === null) return nothing;
  const { years, ratings } = rated.result;
  return html`<div class="eh-field eh-screen-only">
    <label class="usa-label" for="year">${t("year-label")}</label>
    <select
      class="usa-select"
      id="year"
      @change=${(event: Event) => void chooseYear((event.currentTarget as HTMLSelectElement).value)}
    >
      ${years.map((year) => html`<option value=${year} ?selected=${year === ratings.year}>${year}</option>`)}
    </select>
  </div>`;
};

/** The measures that no file has, each with the columns that could be it. */
const missing = (): TemplateResult | typeof nothing => {
  const { rated, choosing } = workspace.value;
  if (rated === undefined) return nothing;
  const told = rated.result.ratings.notices.filter(({ code }) => code === "framework.measure-not-in-file");
  const lacking = told.flatMap(({ arguments: { measure } }) => (typeof measure === "string" ? [measure] : []));
  const chosen = Object.keys(choosing.columns ?? {});
  const measures = [...new Set([...lacking, ...chosen])];
  if (measures.length === 0) return nothing;
  const { labels, definition } = rated.document;
  // A notice may call the measure by its label; the choice is by its name.
  const names = measures.flatMap((measure) =>
    measure in definition.measures || measure in definition.facts
      ? [measure]
      : Object.keys(definition.measures).filter((name) => words(labels[name] ?? name) === measure),
  );
  const columns = [...new Set([...rated.result.unreadColumns, ...Object.values(choosing.columns ?? {})])].sort();
  if (names.length === 0) return nothing;
  return html`<details class="eh-fold eh-screen-only" ?open=${chosen.length > 0}>
    <summary>${t("match-heading", { count: lacking.length })}</summary>
    <p>${columns.length === 0 ? t("match-no-columns") : t("match-lead")}</p>
    ${
      columns.length === 0
        ? nothing
        : html`<div class="eh-map__grid">
            ${[...new Set(names)].map((name) => {
              const now = choosing.columns?.[name] ?? "";
              return html`<div>
                <label class="usa-label" for="match-${name}">${words(labels[name] ?? name)}</label>
                <select
                  class="usa-select"
                  id="match-${name}"
                  @change=${(event: Event) => {
                    const column = (event.currentTarget as HTMLSelectElement).value;
                    void chooseColumn(name, column === "" ? undefined : column);
                  }}
                >
                  <option value="" ?selected=${now === ""}>${t("match-none")}</option>
                  ${columns.map((column) => html`<option value=${column} ?selected=${column === now}>${column}</option>`)}
                </select>
              </div>`;
            })}
          </div>`
    }
  </details>`;
};
