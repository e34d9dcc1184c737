// A value of the engine in the reader's words.
import type { Reason, Shown, Standing } from "../../../pkg/evenhand.js";
import { id, t } from "./messages.js";
import { shortNumber, wholeNumber } from "./numbers.js";
import { words } from "./words.js";

const REASONS: Readonly<Record<Reason, string>> = {
  "not-reported": id("absent-not-reported"),
  "too-few-students": id("absent-too-few-students"),
  "low-response": id("absent-low-response"),
  "not-tested": id("absent-not-tested"),
  "not-applicable": id("absent-not-applicable"),
  withheld: id("absent-withheld"),
  "missing-parts": id("absent-missing-parts"),
  "not-computable": id("absent-not-computable"),
  "not-asked": id("absent-not-asked"),
  "not-supplied": id("absent-not-supplied"),
  unreadable: id("absent-unreadable"),
  undetermined: id("absent-undetermined"),
  "rule-unknown": id("absent-rule-unknown"),
};

/** Why there is no value. */
export const reasonWords = (reason: Reason): string => t(REASONS[reason]);

const STANDINGS: Readonly<Record<Standing, string>> = {
  rated: id("standing-rated"),
  outcome: id("standing-outcome"),
  "not-rated": id("standing-not-rated"),
  undetermined: id("standing-undetermined"),
};

/** What became of a school. */
export const standingWords = (standing: Standing): string => t(STANDINGS[standing]);

const textOf = (shown: Shown, number: (exact: string) => string): string => {
  switch (shown.kind) {
    case "number":
      return number(shown.written ?? shown.exact);
    case "rating":
    case "outcome":
      return words(shown.label);
    case "word":
      return shown.word;
    case "absent":
      return reasonWords(shown.reason);
  }
};

/** For tables. */
export const shownText = (shown: Shown): string => textOf(shown, shortNumber);

/** For explanations. */
export const shownWhole = (shown: Shown): string => textOf(shown, wholeNumber);
