// A value of the engine in the reader's words.
import type { Reason, Shown, Standing } from "../../../pkg/evenhand.js";
import { id, t } from "./messages.js";
import { shortNumber, wholeNumber } from "./numbers.js";
import { words } from "./words.js";

const REASONS: Readonly<Record<Reason, string>> = {
  "not-reported": id("reason-not-reported"),
  "too-few-students": id("reason-too-few-students"),
  "low-response": id("reason-low-response"),
  "not-tested": id("reason-not-tested"),
  "not-applicable": id("reason-not-applicable"),
  withheld: id("reason-withheld"),
  "missing-parts": id("reason-missing-parts"),
  "not-computable": id("reason-not-computable"),
  "not-asked": id("reason-not-asked"),
  "not-supplied": id("reason-not-supplied"),
  unreadable: id("reason-unreadable"),
  undetermined: id("reason-undetermined"),
  "rule-unknown": id("reason-rule-unknown"),
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
      return number(shown.exact);
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
