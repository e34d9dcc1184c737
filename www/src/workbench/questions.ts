// What a reader asks of the ratings on the screen. An answer is kept as long as the ratings that it belongs to.
import type { Answer, Movement, Numbers, Trend, WhatIf } from "../../../pkg/evenhand.js";
import { engine } from "../engine/client.js";
import { Store } from "../shell/store.js";
import { ask, type Rated } from "./workspace.js";

const trends = new WeakMap<object, Promise<Trend | null | undefined>>();

/** All schools over the years that the files have. */
export const trend = (rated: Rated): Promise<Trend | null | undefined> => {
  const known = trends.get(rated.result);
  if (known !== undefined) return known;
  const asked = ask(() => engine.workbench.trend());
  trends.set(rated.result, asked);
  return asked;
};

/** A measure or a node of all schools. */
export const numbers = (name: string): Promise<Numbers | null | undefined> => ask(() => engine.workbench.numbers(name));

/** What would come out for a school with other values. */
export const whatIf = (
  school: string,
  changes: Readonly<Record<string, string>>,
): Promise<Answer<WhatIf> | undefined> => ask(() => engine.workbench.whatIf(school, changes));

/** The schools by another framework. */
export const compareRatings = (other: string): Promise<Answer<Movement[]> | undefined> =>
  ask(() => engine.workbench.compareRatings(other));

/** As many schools as stand side by side without losing sight. */
export const MOST_COMPARED = 4;

/** The schools that the reader chose to compare. */
export const chosenSchools = new Store<readonly string[]>([]);

export const chooseSchool = (school: string, chosen: boolean): void => {
  const others = chosenSchools.value.filter((each) => each !== school);
  chosenSchools.set(chosen ? [...others, school].slice(0, MOST_COMPARED) : others);
};
