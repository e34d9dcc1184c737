/** A rule on the stays of students at schools, in sentences. */

import type { EnrollmentRule, FullYear } from "../../../pkg/evenhand.js";
import { formatDayOfYear, id } from "../text/messages.js";
import { listed, say, type Sentence } from "../text/sentence.js";
import { share } from "./operator.js";

const fullYearSentences = ({ from, through, gapDays, on, leastDays, ofDays }: FullYear): Sentence[] => {
  const sentences: Sentence[] = [];
  if (from && through) {
    const days = { from: formatDayOfYear(from), through: formatDayOfYear(through) };
    sentences.push(say(id("doc-enrollment-from"), { ...days, gap: gapDays ?? 0 }));
  }
  if (on?.length) {
    const days = listed(
      on.map((day) => [formatDayOfYear(day)]),
      "conjunction",
    );
    sentences.push(say(id("doc-enrollment-on"), { days }));
  }
  if (leastDays) {
    sentences.push(
      ofDays
        ? say(id("doc-enrollment-share"), { least: share(leastDays), of: ofDays })
        : say(id("doc-enrollment-days"), { least: leastDays }),
    );
  }
  return sentences;
};

/** What a rule says, each in a sentence of its own. */
export const enrollmentSentences = ({ fullYear, countsAt, openEnded }: EnrollmentRule): Sentence[] => {
  const sentences = fullYear ? fullYearSentences(fullYear) : [];
  if (countsAt === "most-days") sentences.push(say(id("doc-enrollment-most-days")));
  else if (countsAt) sentences.push(say(id("doc-enrollment-counts-on"), { day: formatDayOfYear(countsAt) }));
  if (openEnded === true) sentences.push(say(id("doc-enrollment-open-ended")));
  return sentences;
};
