import { html, type TemplateResult } from "lit";
import { id } from "../text/messages.js";
import type { Door } from "../pages/home.js";
import "../pages/home.js";
import "../pages/your-data.js";
import "../pages/not-found.js";

export interface Route {
  /** Matches this path and everything below it. */
  readonly path: string;
  /** Message ids. */
  readonly title: string;
  readonly render: () => TemplateResult;
  /** The word in the main navigation, where the page stands there. */
  readonly navigation?: string;
  /** Its door on the first page, where it has one. */
  readonly door?: Omit<Door, "path">;
}

const doors = (): readonly Door[] =>
  ROUTES.flatMap(({ path, door }) => (door === undefined ? [] : [{ path, ...door }]));

/** Every page of the site. A page that is not built yet is not here, and so has no door and no link. */
export const ROUTES: readonly Route[] = [
  { path: "/", title: id("home-title"), render: () => html`<eh-home .doors=${doors()}></eh-home>` },
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

/** The page for a path: the one that matches the longest part of it, in whole steps. */
export const routeFor = (path: string): Route => {
  const matching = ROUTES.filter((route) =>
    route.path === "/" ? path === "/" : path === route.path || path.startsWith(`${route.path}/`),
  );
  return matching.sort((a, b) => b.path.length - a.path.length)[0] ?? NOT_FOUND;
};
