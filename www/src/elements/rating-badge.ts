import { html, nothing, type TemplateResult } from "lit";
import type { Shown, Standing } from "../../../pkg/evenhand.js";
import { standingWords, shownText } from "../text/shown.js";

/** The look of a level: five steps from the lowest to the highest, however many levels a framework has. */
export const levelClass = (level: number, levels: number): string =>
  `eh-level-${String(levels <= 1 ? 5 : 1 + Math.round((4 * level) / (levels - 1)))}`;

/** A rating's look; answers that are no rating are drawn otherwise. */
export const ratingClass = (rating: Shown): string =>
  rating.kind === "rating"
    ? levelClass(rating.level, rating.levels)
    : rating.kind === "absent"
      ? "eh-level-none"
      : "eh-level-outcome";

/** A rating as a word on its colour. The word says everything; the colour only helps the eye. */
export const ratingBadge = (rating: Shown, standing?: Standing): TemplateResult =>
  html`<span class="eh-badge ${ratingClass(rating)}"
      >${rating.kind === "absent" && standing !== undefined ? standingWords(standing) : shownText(rating)}</span
    >${rating.kind === "absent" && standing !== undefined ? html` <span class="eh-quiet">${shownText(rating)}</span>` : nothing}`;
