// A notice arrives as a code with typed values; its words and its remedy stand in `locales/*/notices/`.
import type { Argument, Notice } from "../../../pkg/evenhand.js";
import { LOCALE_TAGS, language } from "./language.js";
import { t, type Values } from "./messages.js";

/** The variant that a message names for an argument that may be missing. */
const NOTHING = "none";

/** Exact numbers stay as the engine wrote them; counts take the reader's way of writing and the right plural. */
export const noticeValue = (value: Argument, localeTag: string): string | number => {
  if (Array.isArray(value) && value.length === 0) return NOTHING;
  if (Array.isArray(value)) return new Intl.ListFormat(localeTag, { type: "conjunction" }).format(value);
  return value === "" ? NOTHING : value;
};

/** The message id of a code: `tables.empty-file` is `tables-empty-file`. */
export const messageOf = (code: string): string => code.replaceAll(".", "-");

const valuesOf = (notice: Notice): Values =>
  Object.fromEntries(
    Object.entries(notice.arguments).map(([name, value]) => [name, noticeValue(value, LOCALE_TAGS[language.value])]),
  );

/** What is wrong, in the reader's words. */
export const noticeWords = (notice: Notice): string => t(messageOf(notice.code), valuesOf(notice));

/** How to mend it. */
export const noticeRemedy = (notice: Notice): string => t(`${messageOf(notice.code)}.remedy`, valuesOf(notice));
