// The student files that the reader added, and what became of their rows. The records stay in their worker, which is
// started with the first file; what was counted in them goes to the engine, for all open policies.
import type {
  BesideSession,
  ImportedFile,
  InterimAnswer,
  InterimQuestion,
  InterimSchool,
  Notice,
  Settled,
} from "../../../pkg/records/records.js";
import { contentOf, entriesOf, type Told } from "../container/entries.js";
import { engine } from "../engine/client.js";
import { containers } from "../shell/program-files.js";
import { Store } from "../shell/store.js";
import { policies } from "../workbench/policies.js";
import { addFiles, ask, choosePolicy, countedDocument, setCells, workspace } from "../workbench/workspace.js";
import type { Chosen, Progress } from "./protocol.js";
import { Ended, Reader } from "./reader.js";

export interface StudentFile {
  readonly imported: ImportedFile;
  /** To read it again when another one is taken away. */
  readonly chosen: Chosen;
}

/** Entries of an archive that were not used: most archives hold such, and nobody wants to be asked about each. */
export interface Passed {
  readonly name: string;
  readonly entries: readonly string[];
}

/** How a kind of file is read, as the reader made it or opened it. */
export interface StudentMapping {
  readonly id: string;
  readonly title: string;
  /** Its document. */
  readonly text: string;
  /** Whether files are read by it unasked. One that says of a file what no column says is for that file alone. */
  readonly forAll: boolean;
}

/** A file that holds no mapping that can be used. */
export interface RefusedMapping {
  readonly name: string;
  readonly notices: readonly Notice[];
}

/** Which counts are used where a session that was opened brought some and the files give others. */
export type Used =
  /** The session's, because it was chosen. */
  | "session"
  /** Those of the files, because it was chosen. */
  | "files"
  /** Both: no student can be in both. */
  | "both"
  /** Those of the files: they are the very ones that the session was counted from. */
  | "again"
  /** The session's, until somebody says which. */
  | "asked";

/** How the files' counts stand to those of an opened session. */
export interface Beside {
  readonly beside: BesideSession;
  readonly used: Used;
}

export interface Students {
  readonly files: readonly StudentFile[];
  readonly mappings: readonly StudentMapping[];
  readonly refused: readonly RefusedMapping[];
  readonly settled: Settled | undefined;
  readonly beside: Beside | undefined;
  /** The names of files that the browser could not read. */
  readonly unreadable: readonly string[];
  /** What is told of workbooks and archives as a whole. */
  readonly told: readonly Told[];
  /** The entries of archives that are of no known kind, where others are. */
  readonly passed: readonly Passed[];
  readonly work: "reading" | "counting" | undefined;
  readonly progress: Progress | undefined;
  /** What the reader stopped, or what stopped by itself. */
  readonly trouble: "cancelled" | "crashed" | undefined;
  readonly sample: boolean;
  /** The keys of the policies that ask for something of student files. */
  readonly asking: readonly string[];
}

const NONE: Students = {
  files: [],
  mappings: [],
  refused: [],
  settled: undefined,
  beside: undefined,
  unreadable: [],
  told: [],
  passed: [],
  work: undefined,
  progress: undefined,
  trouble: undefined,
  sample: false,
  asking: [],
};

export const students = new Store<Students>(NONE);

/** Nothing but what the reader said of kinds of files, which outlasts the files. */
const emptied = (): Students => {
  const { mappings, refused, beside } = students.value;
  return { ...NONE, mappings, refused, beside };
};

export const patch = (changes: Partial<Students>): void => students.set({ ...students.value, ...changes });

export const reader = new Reader(
  (progress) => patch({ progress }),
  (lost) => void inTurn(() => Promise.reject(lost)),
);

/** The framework of the sample district. */
const SAMPLE_POLICY = "fictional-riverbend-students";

/** Whether a file says something of schools rather than of students: then the engine reads it too. */
const isOfSchools = ({ imported }: StudentFile): boolean => imported.account?.table === "schools";

/** Whether nobody knows what a file is, though nothing is wrong with it. */
const isUnknown = ({ imported }: StudentFile): boolean =>
  (imported.account === null || imported.account === undefined) &&
  !imported.notices.some(({ severity }) => severity === "error");

let last: Promise<unknown> = Promise.resolve();

/** Counts how often everything was replaced at once: what was under way before has nothing to say any more. */
let replaced = 0;

/** After a crash nothing of the records is left, and that is said. */
const over = async (error: unknown): Promise<void> => {
  if (error instanceof containers().ContainerEnded) reader.end();
  else if (!(error instanceof Ended)) throw error;
  students.set({ ...emptied(), trouble: error.message === "ended" ? undefined : "crashed" });
  await uncount();
};

/** One thing after another. */
export const inTurn = (task: () => Promise<void>): Promise<void> => {
  const turn = last.then(async () => {
    const at = replaced;
    try {
      await task();
    } catch (error) {
      if (at !== replaced && error instanceof Ended) return;
      await over(error);
    } finally {
      patch({ work: undefined, progress: undefined });
    }
  });
  last = turn.catch(() => undefined);
  return turn;
};

/** Whether what is counted on the workbench comes from here, and not from a session alone that was opened. */
let ours = false;

/** What the session had counted. It is given up for what the files give only by whoever opened it. */
let session: string | undefined;

/** Which of the two was chosen. */
let said: "session" | "files" | undefined;

/** Takes what was counted in these files off the workbench. What a session brought stays, or comes back. */
const uncount = async (): Promise<void> => {
  said = undefined;
  patch({ beside: undefined });
  if (ours) await setCells(session);
  ours = false;
};

/** What stands on the workbench, now that the files give this. */
const placed = async (document: string): Promise<string> => {
  if (!ours) session ??= countedDocument();
  if (session === undefined) return document;
  const [beside, sum] = await reader.beside(session, document);
  const used = beside.how === "same-files" ? "again" : (said ?? (sum === null ? "asked" : "both"));
  patch({ beside: { beside, used } });
  return used === "both" ? (sum ?? session) : used === "asked" || used === "session" ? session : document;
};

/** Counts what the open policies ask for, and hands it to the engine. */
const count = async (): Promise<void> => {
  patch({ work: "counting" });
  if (!students.value.files.some(({ imported }) => imported.account !== null && imported.account !== undefined)) {
    await uncount();
    return;
  }
  const at = replaced;
  const plan = await ask(() => engine.workbench.cellPlan([]));
  if (plan === undefined || at !== replaced) return;
  const document = await placed(await reader.count(plan));
  if (at !== replaced) return;
  await setCells(document);
  ours = true;
  const asking: string[] = [];
  for (const { key } of policies.value) {
    const of = await ask(() => engine.workbench.cellPlan([key]));
    if (of !== undefined && of.slices.length > 0) asking.push(key);
  }
  patch({ asking });
};

export const read = async (chosen: readonly Chosen[]): Promise<void> => {
  patch({ work: "reading", trouble: undefined, unreadable: [] });
  const forAll = students.value.mappings.filter((mapping) => mapping.forAll).map(({ text }) => text);
  const { imported, unreadable, settled } = await reader.read(chosen, forAll);
  const all = imported.flatMap((file): StudentFile[] => {
    const of = chosen.find(({ name }) => name === file.file);
    return of === undefined ? [] : [{ imported: file, chosen: of }];
  });
  const { files, passed } = passOver(all);
  patch({
    files: [...students.value.files, ...files],
    passed: [...students.value.passed.filter(({ name }) => !passed.some((one) => one.name === name)), ...passed],
    settled,
    unreadable,
    trouble: imported.length + unreadable.length < chosen.length ? "cancelled" : undefined,
  });
  const known = new Set(workspace.value.files.map(({ summary }) => summary.name));
  const ofSchools = files.filter((file) => isOfSchools(file) && !known.has(file.chosen.name));
  const bytes = await Promise.all(ofSchools.map(({ chosen }) => contentOf(chosen)));
  if (bytes.length > 0)
    await addFiles(bytes.map((content, place) => new File([content], ofSchools[place]?.chosen.name ?? "")));
  await count();
};

/** Takes out the unknown entries of those workbooks and archives of which others are known. */
const passOver = (all: readonly StudentFile[]): { files: readonly StudentFile[]; passed: readonly Passed[] } => {
  const containerOf = ({ chosen }: StudentFile): string | undefined => chosen.within?.container;
  const known = new Set(
    all.filter(({ imported }) => imported.account !== null && imported.account !== undefined).map(containerOf),
  );
  const isPassed = (file: StudentFile): boolean =>
    containerOf(file) !== undefined && known.has(containerOf(file)) && isUnknown(file);
  const passed = new Map<string, string[]>();
  for (const { chosen } of all.filter(isPassed)) {
    const name = chosen.within?.container ?? "";
    passed.set(name, [...(passed.get(name) ?? []), chosen.name.slice(name.length).replace(/^ › /, "")]);
  }
  return {
    files: all.filter((file) => !isPassed(file)),
    passed: [...passed].map(([name, entries]) => ({ name, entries })),
  };
};

/** Reads files again from the beginning, and no others. */
export const readOnly = async (chosen: readonly Chosen[], sample: boolean, told?: readonly Told[]): Promise<void> => {
  reader.end();
  // What was told of a workbook or archive goes with the last of its entries.
  const within = new Set(chosen.map((file) => file.within?.container));
  const before = students.value;
  students.set({
    ...emptied(),
    sample,
    told: told ?? before.told.filter(({ name }) => within.has(name)),
    passed: before.passed.filter(({ name }) => within.has(name)),
  });
  if (chosen.length > 0) await read(chosen);
  else await count();
};

/** A file, to be read by this mapping if somebody made one for it. */
export const asSaid = (file: Chosen, mapping: string | null | undefined): Chosen =>
  mapping === null || mapping === undefined ? file : { ...file, mapping };

/** A session that is being opened comes first: it takes the place of everything that is there. */
const afterSession = (): Promise<unknown> => ask(() => Promise.resolve());

/** Adds the files that the reader chose or dropped. One of the same name takes the place of the other. */
export const addStudentFiles = (files: readonly File[]): Promise<void> =>
  inTurn(async () => {
    patch({ work: "reading" });
    await afterSession();
    patch({ work: "reading" });
    const { chosen, told } = await entriesOf(files.map((file): Chosen => ({ name: file.name, content: file })));
    const names = new Set(chosen.map(({ name }) => name));
    const { files: before, told: toldBefore } = students.value;
    const said = new Map(before.map((file) => [file.chosen.name, file.chosen.mapping]));
    // A file that was mended is read as somebody said of it before.
    const withSaid = chosen.map((file): Chosen => asSaid(file, said.get(file.name)));
    const kept = before.filter((file) => !names.has(file.chosen.name));
    const again = new Set(files.map(({ name }) => name));
    const allTold = [...toldBefore.filter(({ name }) => !again.has(name)), ...told];
    if (kept.length < before.length) await readOnly([...kept.map((file) => file.chosen), ...withSaid], false, allTold);
    else {
      patch({ told: allTold });
      if (chosen.length > 0) await read(chosen);
    }
  });

/** Takes a file away. The others are read again, because their rows may have been compared with its own. */
export const removeStudentFile = (name: string): Promise<void> =>
  inTurn(async () => {
    const removed = students.value.files.find(({ chosen }) => chosen.name === name);
    const kept = students.value.files.filter((file) => file !== removed);
    // One that gave no rows changes nothing for the others.
    if (removed !== undefined && isUnknown(removed) && removed.chosen.within === undefined) {
      patch({ files: kept });
      return;
    }
    await readOnly(
      kept.map(({ chosen }) => chosen),
      students.value.sample,
    );
  });

/** Takes all away, at once, whatever is under way. The worker ends, and the records with it. */
export const removeStudentFiles = (): Promise<void> => {
  reader.end();
  return inTurn(() => readOnly([], false));
};

/** Says which counts are used: the session's or those of the files. */
export const use = (which: "session" | "files"): Promise<void> =>
  inTurn(async () => {
    said = which;
    await count();
  });

export const cancelReading = (): void => reader.cancel();

/** Loads the sample district, in place of other student files. Its files are made on this device. */
export const loadSampleDistrict = (): Promise<void> =>
  inTurn(async () => {
    await afterSession();
    reader.end();
    students.set({ ...emptied(), sample: true, work: "reading" });
    await read(await reader.sample());
    const policy = policies.value.find(({ id }) => id === SAMPLE_POLICY);
    // As long as a session's counts are used, its framework is, too.
    const { beside } = students.value;
    const asks = beside?.used === "asked" || beside?.used === "session";
    if (policy !== undefined && !asks) await choosePolicy(policy.key);
  });

// A policy that is opened later may ask for something that was not counted.
policies.watch(() => {
  if (students.value.files.length > 0) void inTurn(count);
});

/** Everything is replaced at once, whatever is under way. */
export const replaceStudents = (mappings: readonly StudentMapping[], files: () => Promise<readonly Chosen[]>): void => {
  replaced += 1;
  ours = false;
  session = undefined;
  said = undefined;
  reader.end();
  students.set({ ...NONE, mappings });
  void inTurn(async () => {
    const chosen = await files();
    if (chosen.length > 0) await read(chosen);
  });
};

/** Asks the records something that changes nothing, after whatever is under way. None where there are no records. */
const asked = <Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> => {
  const turn = last.then(async () => {
    if (students.value.files.length === 0) return undefined;
    const at = replaced;
    try {
      return await question();
    } catch (error) {
      if (at === replaced || !(error instanceof Ended)) await over(error);
      return undefined;
    }
  });
  last = turn.catch(() => undefined);
  return turn;
};

/** The schools that have interim results. */
export const interimSchools = (): Promise<readonly InterimSchool[] | undefined> => asked(() => reader.interimSchools());

/** The mid-year view of one school. */
export const interim = async (question: InterimQuestion): Promise<InterimAnswer | undefined> =>
  (await asked(() => reader.interim(question))) ?? undefined;

/** A table as CSV that no spreadsheet runs. */
export const csvOf = (headings: readonly string[], cells: readonly string[]): Promise<string | undefined> =>
  asked(() => reader.csv(headings, cells));

let had = false;
// Where the workbench was given something else instead, such as an example, the records go too.
workspace.watch(({ cells }) => {
  if (cells === undefined && had && students.value.work === undefined && students.value.files.length > 0) {
    reader.end();
    students.set({ ...emptied(), beside: undefined });
  }
  had = cells !== undefined;
  if (had) return;
  ours = false;
  session = undefined;
  said = undefined;
});
