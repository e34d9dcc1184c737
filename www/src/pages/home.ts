import { html, nothing, svg, type TemplateResult } from "lit";
import { SiteElement } from "../shell/element.js";
import { href } from "../shell/location.js";
import { shippedSamples } from "../shell/program-files.js";
import { stage } from "../shell/readiness.js";
import { t } from "../text/messages.js";

/** Schools as bars against one line: what the product does, in a drawing. */
const BARS = [
  { y: 20, length: 232, above: true },
  { y: 56, length: 148, above: false },
  { y: 92, length: 268, above: true },
  { y: 128, length: 196, above: true },
  { y: 164, length: 92, above: false },
  { y: 200, length: 212, above: true },
] as const;

const picture = (): TemplateResult => html`
  <svg class="eh-hero__picture" viewBox="0 0 320 232" aria-hidden="true" focusable="false">
    ${BARS.map(
      ({ y, length, above }) => svg`
        <rect class="eh-hero__track" x="8" y=${y - 8} width="304" height="16" rx="8" />
        <rect class=${above ? "eh-hero__bar" : "eh-hero__bar eh-hero__bar--below"} x="8" y=${y - 8} width=${length} height="16" rx="8" />
      `,
    )}
    ${svg`<path class="eh-hero__line" d="M176 2v226" />`}
  </svg>
`;

/** A job that somebody came for, in their words (message ids), and the page where it is done. */
export interface Door {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** A drawing of 48 × 48. */
  readonly picture: TemplateResult;
}

/** Asks what the reader wants to do, and has a door for each job. */
class Home extends SiteElement {
  static override properties = { doors: { attribute: false } };
  declare doors: readonly Door[];

  constructor() {
    super();
    this.doors = [];
  }

  /** The example is there once the program files are. */
  protected override watched() {
    return [stage];
  }

  override render(): TemplateResult {
    const { doors } = this;
    return html`
      <div class="eh-page">
        <section class="eh-hero">
          <div class="eh-width eh-hero__grid">
            <div>
              <h1 class="eh-hero__title">${t("home-heading")}</h1>
              <p class="eh-hero__lead">${t("home-lead")}</p>
              ${
                shippedSamples().size === 0
                  ? nothing
                  : html`<p class="eh-hero__try">
                      <a
                        class="usa-button usa-button--outline usa-button--inverse"
                        href=${href("/rate", { example: "1" })}
                        >${t("example-button")}</a
                      >
                    </p>`
              }
            </div>
            ${picture()}
          </div>
        </section>
        ${
          doors.length === 0
            ? nothing
            : html`<section class="eh-section eh-width" aria-labelledby="doors">
                <h2 id="doors">${t("home-question")}</h2>
                <ul class="eh-doors">
                  ${doors.map(
                    (door) =>
                      html`<li class="eh-door">
                        <span class="eh-door__picture" aria-hidden="true">${door.picture}</span>
                        <h3 class="eh-door__title"><a href=${href(door.path)}>${t(door.title)}</a></h3>
                        <p class="eh-door__text">${t(door.text)}</p>
                      </li>`,
                  )}
                </ul>
              </section>`
        }
        <section class="eh-section eh-width" aria-labelledby="ideas">
          <h2 id="ideas">${t("home-ideas")}</h2>
          <ol class="eh-ideas">
            <li>
              <h3>${t("home-idea-policy")}</h3>
              <p>${t("home-idea-policy.text")}</p>
            </li>
            <li>
              <h3>${t("home-idea-exact")}</h3>
              <p>${t("home-idea-exact.text")}</p>
            </li>
            <li>
              <h3>${t("home-idea-steps")}</h3>
              <p>${t("home-idea-steps.text")}</p>
            </li>
            <li>
              <h3>${t("home-idea-device")}</h3>
              <p>${t("home-idea-device.text")}</p>
            </li>
          </ol>
        </section>
      </div>
    `;
  }
}

customElements.define("eh-home", Home);
