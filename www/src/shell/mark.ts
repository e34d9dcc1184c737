import { svg, html, type TemplateResult } from "lit";

/** The sign of the product: bars of different length, held against one line. */
export const mark = (): TemplateResult => html`
  <svg class="eh-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    ${svg`
      <rect class="eh-mark__ground" width="32" height="32" rx="7" />
      <path class="eh-mark__bars" d="M7 10.5h9M7 16h14M7 21.5h6" />
      <path class="eh-mark__line" d="M24.5 6.5v19" />
    `}
  </svg>
`;
