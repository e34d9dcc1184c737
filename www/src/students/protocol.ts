// What the page and the worker of student files say to each other. Records never cross: files go in as handles, and
// accounts, notices and cells come out.
import type {
  Answer,
  CellPlan,
  ImportedFile,
  InterimQuestion,
  KnownElement,
  MappingDraft,
  Proposal,
  Settled,
} from "../../../pkg/records/records.js";

/** A file as the reader chose it. */
export interface Chosen {
  readonly name: string;
  readonly content: Blob;
  /** For a sheet of a workbook or an entry of an archive: which, and its size. The content is the whole file then. */
  readonly within?: { readonly container: string; readonly entry: number; readonly size: number };
  /** The text of the mapping by which somebody said that it is read. */
  readonly mapping?: string;
}

/** A file to be read now. */
export interface Given {
  readonly name: string;
  readonly content: Blob;
  readonly size: number;
  /** Where its bytes come from, if not from the content itself. */
  readonly port?: MessagePort;
  readonly mapping?: string;
}

/** Which column's texts are asked for, as which element. */
export interface OfColumn {
  readonly heading: string;
  readonly element: string;
  /** The heading of the column that numbers the students. */
  readonly student: string | undefined;
  /** Texts that were met further down in the file, and not understood. */
  readonly more: readonly string[];
}

export type Ask =
  /** The compiled module and the layouts' texts: the worker itself can fetch nothing. */
  | { readonly ask: "start"; readonly module: WebAssembly.Module; readonly layouts: readonly string[] }
  /** Reads files, one after the other, by mappings where one fits. The answer: `Taken`. */
  | { readonly ask: "read"; readonly files: readonly Given[]; readonly mappings: readonly string[] }
  /** What is wrong with the text of a mapping. The answer: `Notice[]`. */
  | { readonly ask: "check"; readonly text: string }
  /** Proposes how a file is read. The answer: `Proposing`. */
  | { readonly ask: "propose"; readonly file: Given }
  /** What a column's texts mean, of a file that was proposed. The answer: `ColumnValues`. */
  | { readonly ask: "values"; readonly name: string; readonly of: OfColumn }
  /** Makes a mapping of what somebody said. The answer: `Answer<string>`. */
  | { readonly ask: "map"; readonly name: string; readonly draft: MappingDraft }
  /** Makes the files of the sample district. The answer: `Chosen[]`. */
  | { readonly ask: "sample" }
  /** Gives up the files that are not read yet. What was read stays. */
  | { readonly ask: "cancel" }
  /** Counts the records. The answer: a `cells/1` document. */
  | { readonly ask: "count"; readonly plan: CellPlan }
  /** Whether what was counted can stand beside what a session had counted. The answer: `[BesideSession, string | null]`. */
  | { readonly ask: "beside"; readonly session: string; readonly files: string }
  /** The schools that have interim results. The answer: `InterimSchool[]`. */
  | { readonly ask: "interim-schools" }
  /** The mid-year view of one school. The answer: `InterimAnswer | null`. */
  | { readonly ask: "interim"; readonly question: InterimQuestion }
  /** Writes a table as CSV that no spreadsheet runs. The answer: its text. */
  | { readonly ask: "csv"; readonly headings: readonly string[]; readonly cells: readonly string[] };

/** How a file may be read, and what its columns can be; or what is wrong with it. */
export interface Proposing {
  readonly answer: Answer<Proposal>;
  readonly elements: readonly KnownElement[];
}

/** What became of files. */
export interface Taken {
  readonly imported: readonly ImportedFile[];
  /** The names of those that the browser could not read, e.g. because they changed meanwhile. */
  readonly unreadable: readonly string[];
  readonly settled: Settled;
}

/** How far the reading is. */
export interface Progress {
  readonly name: string;
  /** The file's place among those that are read now, from 1 on. */
  readonly at: number;
  readonly of: number;
  readonly bytes: number;
  readonly size: number;
  readonly rows: number;
}

export type Said =
  | { readonly progress: Progress }
  | { readonly answer: unknown }
  /** A fault of the program: the worker's memory can't be trusted any more. */
  | { readonly crashed: string };
