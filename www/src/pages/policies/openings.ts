// The reader's own policy files as they were dropped: kept while the page is open, so that an author can go and look at
// a policy and find its notices again.
import type { Answer, PolicySummary } from "../../../../pkg/evenhand.js";
import { Store } from "../../shell/store.js";
import { openPolicy } from "../../workbench/policies.js";

export interface Opening {
  /** The file's name. */
  readonly name: string;
  readonly text: string;
  readonly answer: Answer<PolicySummary>;
}

/** The last one first. */
export const openings = new Store<readonly Opening[]>([]);

/** A policy is a text that a person writes; what is larger is some other file. */
const LARGEST = 20_000_000;

/** Reads each file and opens it. A file dropped again takes the place of what it was before. */
export const openPolicyFiles = async (files: readonly File[]): Promise<void> => {
  for (const file of files) {
    const text = await file.slice(0, LARGEST).text();
    const answer = await openPolicy(text);
    openings.set([{ name: file.name, text, answer }, ...openings.value.filter(({ name }) => name !== file.name)]);
  }
};

export const putAway = (name: string): void => {
  openings.set(openings.value.filter((each) => each.name !== name));
};
