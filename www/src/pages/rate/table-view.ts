// How the table of ratings is looked at: kept while the reader is at a school and comes back.
import type { BriefAnswer, Grouping, RatedSchool } from "../../../../pkg/evenhand.js";
import { Store } from "../../shell/store.js";
import { near } from "../../text/numbers.js";
import { shownText } from "../../text/shown.js";

/** What the entries hold a key of, and who runs the schools. */
export type Column = keyof Entry["keys"] | "governance";

export interface TableView {
  readonly sort: Column;
  readonly down: boolean;
  readonly search: string;
  readonly model: string;
  readonly rating: string;
  readonly standing: string;
  readonly agreement: "" | "agrees" | "differs" | "unpublished";
  /** What a grouping must say of a school, by the grouping's name. */
  readonly groups: Readonly<Record<string, string>>;
  readonly page: number;
}

export const FIRST_VIEW: TableView = {
  sort: "id",
  down: false,
  search: "",
  model: "",
  rating: "",
  standing: "",
  agreement: "",
  groups: {},
  page: 0,
};

export const tableView = new Store<TableView>(FIRST_VIEW);

/** What a school counts as: its rating or outcome; without either, what became of it. */
export const shareKey = ({ rating, standing }: BriefAnswer): string =>
  rating.kind === "rating"
    ? `${rating.scale} ${rating.rating}`
    : rating.kind === "outcome"
      ? `outcome ${rating.outcome}`
      : rating.kind === "absent"
        ? `standing ${standing}`
        : `value ${shownText(rating)}`;

/** Texts without case and accents, so that they are found and sorted as people expect. */
export const plain = (text: string): string =>
  // Most names need no more than this, and there may be thousands of them.
  /^[ -~]*$/.test(text) ? text.toLowerCase() : text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

interface Entry {
  readonly school: RatedSchool;
  /** Its place among all schools, by which the groupings go. */
  readonly place: number;
  readonly found: string;
  readonly keys: Readonly<Record<"school" | "id" | "model" | "score" | "rating" | "agrees", string | number>>;
}

/** What sorting and searching need, made once for each rating, since comparing whole schools would be slow. */
export const entriesOf = (
  schools: readonly RatedSchool[],
  modelName: (model: string | null) => string,
): readonly Entry[] =>
  schools.map((school, place) => {
    const { rating, score, agrees } = school;
    const name = plain(school.name ?? "");
    return {
      school,
      place,
      found: `${name} ${plain(school.school)}`,
      keys: {
        school: name,
        id: plain(school.school),
        model: plain(modelName(school.model)),
        score: score?.kind === "number" ? near(score.exact) : -Infinity,
        // Answers that are no rating come below the lowest.
        rating: rating.kind === "rating" ? rating.level : rating.kind === "outcome" ? -1 : -2,
        agrees: agrees === null ? 2 : agrees ? 1 : 0,
      },
    };
  });

const agreementOf = ({ agrees }: RatedSchool): TableView["agreement"] =>
  agrees === null ? "unpublished" : agrees ? "agrees" : "differs";

const modelOf = ({ model }: RatedSchool): string => model ?? "";

/** The groupings that say more than the models do. */
export const groupingsBeside = (
  groupings: readonly Grouping[],
  schools: readonly RatedSchool[],
): readonly Grouping[] => {
  const models = new Set(schools.map(({ model }) => model)).size;
  return groupings.filter(
    ({ of, values }) =>
      values.length !== models ||
      new Set(schools.map(({ model }, place) => `${String(of[place])} ${model ?? ""}`)).size > models,
  );
};

/** Whether a grouping is by who runs the schools. */
export const isGovernance = ({ values }: Grouping): boolean =>
  values.some((value) => /charter/i.test(value)) && values.some((value) => /district/i.test(value));

/** The grouping that tells who runs the schools: by what it says, else by its name. */
export const governanceOf = (groupings: readonly Grouping[]): Grouping | undefined =>
  groupings.find(isGovernance) ?? groupings.find(({ name }) => /govern|charter|operator|network/i.test(name));

/** What a grouping says of a school. */
export const groupOf = ({ values, of }: Grouping, place: number): string | undefined => values[of[place] ?? -1];

/** The schools that the view lets through, in its order; equal ones by their identifier. */
export const viewed = (
  entries: readonly Entry[],
  view: TableView,
  groupings: readonly Grouping[] = [],
): readonly RatedSchool[] => {
  // A choice that the files or the framework no longer offer lets everything through.
  const chosen = groupings.filter(({ name, values }) => values.includes(view.groups[name] ?? ""));
  const checks: readonly (readonly [string, (school: RatedSchool) => string])[] = [
    [view.model, modelOf],
    [view.standing, ({ standing }) => standing],
    [view.rating, shareKey],
  ];
  const wanted = checks.filter(([value, of]) => value !== "" && entries.some(({ school }) => of(school) === value));
  // Whether any result differs is a question of its own, and none is an answer.
  if (view.agreement !== "" && entries.some(({ school: { agrees } }) => agrees !== null))
    wanted.push([view.agreement, agreementOf]);
  const parts = plain(view.search)
    .split(/\s+/)
    .filter((part) => part !== "");
  const kept = entries.filter(
    ({ school, found, place }) =>
      wanted.every(([value, of]) => of(school) === value) &&
      chosen.every((grouping) => groupOf(grouping, place) === view.groups[grouping.name]) &&
      parts.every((part) => found.includes(part)),
  );
  const { sort, down } = view;
  const sign = down ? -1 : 1;
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
  const governance = governanceOf(groupings);
  const key = ({ keys, place }: Entry): string | number =>
    sort !== "governance" ? keys[sort] : governance === undefined ? "" : plain(groupOf(governance, place) ?? "");
  kept.sort((a, b) => sign * compare(key(a), key(b)) || compare(a.keys.id, b.keys.id));
  return kept.map(({ school }) => school);
};

/** The published rating beside the computed one. */
export const publishedText = ({ published }: RatedSchool): string => (published === null ? "" : published);

export const scoreText = ({ score }: RatedSchool): string =>
  score === null || score.kind === "absent" || score.kind === "outcome" ? "" : shownText(score);
