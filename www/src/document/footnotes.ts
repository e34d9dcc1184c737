// Footnotes: each place of a source once, numbered as the document comes to it.
import type { Citation, Cite, Source, Sources } from "../../../pkg/evenhand.js";
import type { NoteMark } from "../text/sentence.js";

export interface Footnote {
  readonly number: number;
  readonly title: string;
  readonly locator?: string;
  readonly url?: string;
  readonly asOf: string;
  /** Whether this place of the text itself was read. */
  readonly read: boolean;
  /** What the policy's author says about this place. */
  readonly remark?: string;
}

type Place = Omit<Footnote, "number">;

/** Absent and `null` are one. */
const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export class Footnotes {
  readonly all: Footnote[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #sources: Readonly<Record<string, Source>>;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  get sources(): Readonly<Record<string, Source>> {
    return this.#sources;
  }

  /** The marks for a rule's citations. */
  cite(cite: Cite | null | undefined): NoteMark[] {
    return (cite ?? []).map(({ source: name, locator, read, note }) => {
      const source = this.#sources[name];
      return this.#mark({
        title: source?.title ?? name,
        asOf: source?.asOf ?? "",
        read: read ?? source?.read ?? false,
        ...(given(locator) ? { locator } : {}),
        ...(given(source?.url) ? { url: source.url } : {}),
        ...(given(note) ? { remark: note } : {}),
      });
    });
  }

  /** The marks for a condition's citations, which arrive with their sources looked up and the notes in one. */
  citations(citations: readonly Citation[]): NoteMark[] {
    return citations.map(({ title, locator, url, asOf, read, note }) => {
      const source = Object.values(this.#sources).find((each) => each.title === title);
      const remark = given(note) && note !== source?.note ? note : undefined;
      return this.#mark({
        title,
        asOf,
        read,
        ...(given(locator) ? { locator } : {}),
        ...(given(url) ? { url } : {}),
        ...(given(remark) ? { remark } : {}),
      });
    });
  }

  #mark(place: Place): NoteMark {
    const key = JSON.stringify([place.title, place.locator, place.read, place.remark]);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.all.length + 1;
      this.#numbers.set(key, number);
      this.all.push({ number, ...place });
    }
    return { kind: "note", number };
  }
}
