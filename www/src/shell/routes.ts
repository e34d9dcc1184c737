import { html, svg, type TemplateResult } from "lit";
import { id } from "../text/messages.js";
import type { Door } from "../pages/home.js";
import "../pages/home.js";
import "../pages/rate/compare-frameworks.js";
import "../pages/rate/compare-schools.js";
import "../pages/rate/rate.js";
import "../pages/school/school.js";
import "../pages/notices/notices.js";
import "../pages/policies/compare.js";
import "../pages/policies/guide.js";
import "../pages/policies/policies.js";
import "../pages/policies/policy.js";
import "../pages/your-data.js";
import "../pages/not-found.js";

export interface Route {
  /** Matches this path and everything below it. */
  readonly path: string;
  /** Message ids. */
  readonly title: string;
  readonly render: () => TemplateResult;
  /** Whether what it shows may be made from student rows. */
  readonly ofStudents?: boolean;
  /** The word in the main navigation, where the page stands there. */
  readonly navigation?: string;
  /** Its door on the first page, where it has one. */
  readonly door?: Omit<Door, "path">;
}

const doors = (): readonly Door[] =>
  ROUTES.flatMap(({ path, door }) => (door === undefined ? [] : [{ path, ...door }]));

const ratePicture = (): TemplateResult => html`
  <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
    ${svg`<path class="eh-picture__soft" d="M6 8h36v32H6z" /><path class="eh-picture__line" d="M13 17h16M13 24h22M13 31h11" /><path class="eh-picture__gold" d="M32 13v22" />`}
  </svg>
`;

/** Rows that are counted. */
const studentsPicture = (): TemplateResult => html`
  <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
    ${svg`<path class="eh-picture__soft" d="M6 6h24v36H6z" /><path class="eh-picture__line" d="M11 14h14M11 20h14M11 26h14M11 32h14" /><path class="eh-picture__gold" d="M34 16h8M34 24h8M34 32h8" />`}
  </svg>
`;

/** Three cycles, and the way they take. */
const interimPicture = (): TemplateResult => html`
  <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
    ${svg`<path class="eh-picture__soft" d="M6 8h36v32H6z" /><path class="eh-picture__line" d="M12 32l12-7 12-10" /><path class="eh-picture__gold" d="M12 28v8M24 21v8M36 11v8" />`}
  </svg>
`;

/** A page with a table on it. */
const policiesPicture = (): TemplateResult => html`
  <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
    ${svg`<path class="eh-picture__soft" d="M10 4h20l9 9v31H10z" /><path class="eh-picture__line" d="M16 15h8M16 23h16M16 30h16M16 37h16" /><path class="eh-picture__gold" d="M26 19v22" />`}
  </svg>
`;

/** Every page of the site. A page that is not built yet is not here, and so has no door and no link. */
export const ROUTES: readonly Route[] = [
  { path: "/", title: id("home-title"), render: () => html`<eh-home .doors=${doors()}></eh-home>` },
  {
    path: "/students",
    title: id("students-title"),
    ofStudents: true,
    navigation: id("students-navigation"),
    render: () => html`<eh-students></eh-students>`,
    door: { title: id("students-door"), text: id("students-door-text"), picture: studentsPicture() },
  },
  {
    path: "/students/interim",
    title: id("interim-title"),
    ofStudents: true,
    render: () => html`<eh-interim></eh-interim>`,
    door: { title: id("interim-door"), text: id("interim-door-text"), picture: interimPicture() },
  },
  {
    path: "/rate",
    title: id("rate-title"),
    ofStudents: true,
    navigation: id("rate-navigation"),
    render: () => html`<eh-rate></eh-rate>`,
    door: { title: id("rate-door"), text: id("rate-door-text"), picture: ratePicture() },
  },
  {
    path: "/rate/compare",
    title: id("sides-title"),
    ofStudents: true,
    render: () => html`<eh-compare-schools></eh-compare-schools>`,
  },
  {
    path: "/rate/frameworks",
    title: id("moves-title"),
    ofStudents: true,
    render: () => html`<eh-compare-frameworks></eh-compare-frameworks>`,
  },
  { path: "/school", title: id("school-title"), ofStudents: true, render: () => html`<eh-school></eh-school>` },
  {
    path: "/policies",
    title: id("policies-title"),
    navigation: id("policies-navigation"),
    render: () => html`<eh-policies></eh-policies>`,
    door: { title: id("policies-door"), text: id("policies-door-text"), picture: policiesPicture() },
  },
  {
    path: "/policies/compare",
    title: id("compare-title"),
    render: () => html`<eh-compare></eh-compare>`,
  },
  {
    path: "/policy",
    title: id("policies-document-title"),
    render: () => html`<eh-policy></eh-policy>`,
  },
  {
    path: "/guide",
    title: id("guide-title"),
    render: () => html`<eh-guide></eh-guide>`,
  },
  {
    path: "/notices",
    title: id("notices-title"),
    render: () => html`<eh-notices></eh-notices>`,
  },
  {
    path: "/your-data",
    title: id("your-data-title"),
    navigation: id("your-data-navigation"),
    render: () => html`<eh-your-data></eh-your-data>`,
  },
];

const NOT_FOUND: Route = {
  path: "",
  title: id("not-found-title"),
  render: () => html`<eh-not-found></eh-not-found>`,
};

/** Whether there is such a page, for links to it. */
export const hasRoute = (path: string): boolean => ROUTES.some((route) => route.path === path);

/** The page for a path: the one that matches the longest part of it, in whole steps. */
export const routeFor = (path: string): Route => {
  const matching = ROUTES.filter((route) =>
    route.path === "/" ? path === "/" : path === route.path || path.startsWith(`${route.path}/`),
  );
  return matching.sort((a, b) => b.path.length - a.path.length)[0] ?? NOT_FOUND;
};
