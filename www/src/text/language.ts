import { Store } from "../shell/store.js";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words, so these two never go through translation. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", es: "Español" };

/** For numbers and dates. Spanish as written in the United States: 1,234.5, as in the districts' own files. */
export const LOCALE_TAGS: Readonly<Record<Language, string>> = { en: "en-US", es: "es-US" };

export const isLanguage = (value: string | null | undefined): value is Language =>
  LANGUAGES.some((language) => language === value);

/** The first language of the reader's browser that we speak. */
export const preferredLanguage = (wanted: readonly string[]): Language => {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split("-")[0];
    if (isLanguage(primary)) return primary;
  }
  return "en";
};

export const language = new Store<Language>(preferredLanguage(navigator.languages));
