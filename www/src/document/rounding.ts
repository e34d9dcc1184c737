import type { Rounding } from "../../../pkg/evenhand.js";
import { id } from "../text/messages.js";
import { say, type Sentence } from "../text/sentence.js";

/** "rounded to 1 decimal, halves up" */
export const roundingSentence = ({ to, mode }: Rounding): Sentence => say(id("doc-rounding"), { places: to, mode });
