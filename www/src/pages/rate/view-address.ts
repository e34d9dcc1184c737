// How the table is looked at stands in the address, after the `#`, so that it outlives a reload and can be kept as a
// bookmark. Words of the files and what a reader types to search never stand there: a school's kind is told by a mark that
// says nothing by itself.
import type { Grouping } from "../../../../pkg/evenhand.js";
import { changeSettings, place } from "../../shell/location.js";
import { FIRST_VIEW, tableView, type Column, type TableView } from "./table-view.js";

const COLUMNS: readonly Column[] = ["school", "id", "model", "score", "rating", "agrees", "governance"];
const AGREEMENTS: readonly TableView["agreement"][] = ["agrees", "differs", "unpublished"];

const NAMES = ["sort", "model", "rating", "standing", "published", "only"] as const;

type Settings = Readonly<Record<(typeof NAMES)[number], string | undefined>>;

/** Tells a value of a grouping from any other without naming it (FNV-1a). */
const markOf = (grouping: string, value: string): string => {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(`${grouping}\n${value.toLowerCase()}`))
    hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return hash.toString(36);
};

const orNone = (text: string): string | undefined => (text === "" ? undefined : text);

const settingsOf = (view: TableView, unknown: readonly string[]): Settings => {
  const { sort, down, model, rating, standing, agreement, groups } = view;
  const marks = Object.entries(groups).flatMap(([name, value]) => (value === "" ? [] : [markOf(name, value)]));
  return {
    sort: sort === FIRST_VIEW.sort && down === FIRST_VIEW.down ? undefined : `${down ? "-" : ""}${sort}`,
    model: orNone(model),
    rating: orNone(rating),
    standing: orNone(standing),
    published: orNone(agreement),
    only: orNone([...marks, ...unknown].sort().join(".")),
  };
};

/** Keeps the table's view and the address alike, as long as the table is on the page. */
export class ViewAddress {
  /** Marks of the address that no grouping is known for, yet. */
  #unknown: readonly string[] = [];
  #groupings: readonly Grouping[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endings: (() => void)[] = [];

  start(): void {
    this.#arrive();
    this.#endings = [tableView.watch(() => this.#soon()), place.watch(() => this.#arrive())];
  }

  end(): void {
    clearTimeout(this.#timer);
    for (const end of this.#endings) end();
  }

  /** The groupings come after the ratings, and other ones with other files. */
  know(groupings: readonly Grouping[]): void {
    this.#groupings = groupings;
    if (this.#unknown.length === 0) return;
    tableView.set(this.#resolved(tableView.value, this.#unknown));
    // What the files don't tell of is no choice.
    if (groupings.length > 0) this.#unknown = [];
  }

  /** A reader who moves through choices changes the address once. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const settings = settingsOf(tableView.value, this.#unknown);
      if (place.value.path === "/rate" && this.#differs(settings)) changeSettings(settings);
    }, 200);
  }

  #differs(settings: Settings): boolean {
    return NAMES.some((name) => (place.value.settings.get(name) ?? undefined) !== settings[name]);
  }

  /** What the address says counts; where it says nothing, the view stays and is written there. */
  #arrive(): void {
    const { path, settings } = place.value;
    if (path !== "/rate" || !this.#differs(settingsOf(tableView.value, this.#unknown))) return;
    if (!NAMES.some((name) => settings.has(name))) {
      this.#soon();
      return;
    }
    const text = (name: (typeof NAMES)[number]): string => settings.get(name) ?? "";
    const sort = text("sort");
    const column = COLUMNS.find((each) => each === sort.replace(/^-/, ""));
    this.#unknown = [];
    const view = {
      ...FIRST_VIEW,
      search: tableView.value.search,
      ...(column === undefined ? {} : { sort: column, down: sort.startsWith("-") }),
      model: text("model"),
      rating: text("rating"),
      standing: text("standing"),
      agreement: AGREEMENTS.find((each) => each === text("published")) ?? "",
    };
    tableView.set(this.#resolved(view, text("only").split(".").filter(Boolean)));
  }

  #resolved(view: TableView, marks: readonly string[]): TableView {
    const groups = { ...view.groups };
    this.#unknown = marks.filter((mark) => {
      for (const { name, values } of this.#groupings)
        for (const value of values)
          if (markOf(name, value) === mark) {
            groups[name] = value;
            return false;
          }
      return true;
    });
    return { ...view, groups };
  }
}
