import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { DocumentChange, PolicyDocument, PolicySummary } from "../../../../pkg/evenhand.js";
import { engine } from "../../engine/client.js";
import { SiteElement } from "../../shell/element.js";
import { changeSettings, href, place } from "../../shell/location.js";
import { stage } from "../../shell/readiness.js";
import { t } from "../../text/messages.js";
import { words } from "../../text/words.js";
import { policies } from "../../workbench/policies.js";
import { grouped, type ChangeGroup } from "./changes.js";
import "../../elements/scroll-region.js";

interface Compared {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
  readonly changes: readonly DocumentChange[];
}

/** What differs between two policies, or two versions of one, in the order of the document. */
class Compare extends SiteElement {
  #asked: string | undefined;
  #compared: Compared | undefined;

  protected override watched() {
    return [place, stage, policies];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const [before, after] = this.#chosen();
    const wanted = [before, after].map((each) => `${each?.key ?? ""} ${each?.fingerprint ?? ""}`).join(" | ");
    if (stage.value !== "ready" || wanted === this.#asked) return;
    this.#asked = wanted;
    this.#compared = undefined;
    if (before !== undefined && after !== undefined) void this.#ask(before.key, after.key);
  }

  #chosen(): [PolicySummary | undefined, PolicySummary | undefined] {
    const named = (name: string): PolicySummary | undefined =>
      policies.value.find(({ key }) => key === place.value.settings.get(name));
    return [named("before"), named("after")];
  }

  async #ask(before: string, after: string): Promise<void> {
    const asked = this.#asked;
    const { workbench } = engine;
    const [changes, old, now] = await Promise.all([
      workbench.comparePolicies(before, after),
      workbench.document(before),
      workbench.document(after),
    ]);
    if (asked !== this.#asked) return;
    if (changes.type === "success" && old.type === "success" && now.type === "success") {
      this.#compared = { before: old.value, after: now.value, changes: changes.value };
    }
    this.requestUpdate();
  }

  #select(name: "before" | "after", label: string): TemplateResult {
    const chosen = place.value.settings.get(name) ?? "";
    return html`<div class="eh-compare__side">
      <label class="usa-label" for=${`side-${name}`}>${label}</label>
      <select
        class="usa-select"
        id=${`side-${name}`}
        .value=${chosen}
        @change=${(event: Event) => changeSettings({ [name]: (event.currentTarget as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${chosen === ""}>${t("compare-choose")}</option>
        ${policies.value.map(
          ({ key, title, version }) =>
            html`<option value=${key} ?selected=${key === chosen}>${words(title)} · ${version}</option>`,
        )}
      </select>
    </div>`;
  }

  override render(): TemplateResult {
    const [before, after] = this.#chosen();
    return html`
      <div class="eh-page eh-width eh-article eh-compare">
        <p class="eh-doc__kind eh-screen-only"><a href=${href("/policies")}>${t("policies-all")}</a></p>
        <h1>${t("compare-heading")}</h1>
        <p class="eh-lead">${t("compare-lead")}</p>
        <div class="eh-compare__sides">
          ${this.#select("before", t("compare-before"))} ${this.#select("after", t("compare-after"))}
          <button
            type="button"
            class="usa-button usa-button--outline"
            ?disabled=${before === undefined || after === undefined}
            @click=${() => changeSettings({ before: after?.key, after: before?.key })}
          >
            ${t("compare-swap")}
          </button>
        </div>
        ${this.#result(before, after)}
      </div>
    `;
  }

  #result(before: PolicySummary | undefined, after: PolicySummary | undefined): TemplateResult {
    const status = (text: string): TemplateResult => html`<p class="eh-compare__status" role="status">${text}</p>`;
    if (stage.value !== "ready") return status(t("policies-loading"));
    if (before === undefined || after === undefined) {
      return policies.value.length < 2 ? status(t("compare-too-few")) : status(t("compare-choose-two"));
    }
    const compared = this.#compared;
    if (compared === undefined) return status(t("compare-working"));
    if (compared.changes.length === 0) return status(t("compare-same"));
    return html`
      ${status(t("compare-count", { count: compared.changes.length }))}
      ${grouped(compared.changes, compared.before, compared.after).map((group) => this.#group(group))}
    `;
  }

  #group(group: ChangeGroup): TemplateResult {
    return html`<section class="eh-compare__group">
      <h2>${group.title} <span class="eh-compare__many">${group.changes.length}</span></h2>
      <eh-scroll class="eh-scroll" label=${group.title}>
        <table class="usa-table usa-table--borderless eh-doc__table eh-compare__table">
          <thead>
            <tr>
              <th scope="col">${t("compare-what")}</th>
              <th scope="col">${t("compare-how")}</th>
              <th scope="col">${t("compare-before")}</th>
              <th scope="col">${t("compare-after")}</th>
            </tr>
          </thead>
          <tbody>
            ${group.changes.map(
              (change) => html`<tr>
                <th scope="row">
                  ${change.entry === undefined ? nothing : html`<span class="eh-compare__entry">${change.entry}</span>`}
                  ${change.path === "" ? nothing : html`<span class="eh-compare__path">${change.path}</span>`}
                </th>
                <td><span class=${`eh-change eh-change--${change.kind}`}>${
                  { added: t("compare-added"), removed: t("compare-removed"), changed: t("compare-changed") }[change.kind]
                }</span></td>
                <td>${change.before === undefined ? "–" : html`<del>${change.before}</del>`}</td>
                <td>${change.after === undefined ? "–" : html`<ins>${change.after}</ins>`}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </eh-scroll>
    </section>`;
  }
}

customElements.define("eh-compare", Compare);
