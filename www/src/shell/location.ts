// Where the reader is, kept after the `#`: that part of an address never reaches a host.
import { isLanguage, language, preferredLanguage } from "../text/language.js";
import { Store } from "./store.js";

export interface Place {
  /** `/`, `/rate`, `/policies`, … */
  readonly path: string;
  /** View settings such as `lang`, a sort order or a school's number. Never anything from a file. */
  readonly settings: URLSearchParams;
}

export const readPlace = (hash: string): Place => {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { path: path === "" ? "/" : path, settings: new URLSearchParams(query) };
};

export const place = new Store<Place>(readPlace(window.location.hash));

/** The address of a page. A language the reader chose stays chosen. */
export const href = (path: string, settings: Readonly<Record<string, string>> = {}): string => {
  const all = new URLSearchParams(settings);
  const chosen = place.value.settings.get("lang");
  if (isLanguage(chosen) && !all.has("lang")) all.set("lang", chosen);
  const query = all.toString();
  return `#${path}${query === "" ? "" : `?${query}`}`;
};

/** Changes view settings of this page without adding a step to the browser's history. */
export const changeSettings = (changes: Readonly<Record<string, string | undefined>>): void => {
  const settings = new URLSearchParams(place.value.settings);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) settings.delete(name);
    else settings.set(name, value);
  }
  const query = settings.toString();
  window.history.replaceState(null, "", `#${place.value.path}${query === "" ? "" : `?${query}`}`);
  arrive();
};

const arrive = (): void => {
  const now = readPlace(window.location.hash);
  const chosen = now.settings.get("lang");
  language.set(isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages));
  place.set(now);
};

export const followAddress = (): void => {
  window.addEventListener("hashchange", arrive);
  arrive();
};
