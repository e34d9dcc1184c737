// What the reader has before them: files, the framework that was chosen, and the ratings. It lives in memory alone, and
// in the session file that the reader saves. Whatever is asked of the engine waits its turn here, so that no answer
// overtakes another.
import type {
  Agreement,
  CellsSummary,
  Choosing,
  FileSummary,
  Grouping,
  Mapping,
  Notice,
  OverrideRequest,
  PolicyDocument,
  RatedSchool,
  RatingResult,
  SchoolExplained,
} from "../../../pkg/evenhand.js";
import type { ContainerEntry, ContainerKind } from "../../../pkg/container/container.js";
import type { Whole } from "../container/protocol.js";
import { isContainer } from "../container/kind.js";
import { engine, Failure } from "../engine/client.js";
import type { StudentPart } from "../engine/student-part.js";
import { containers } from "../shell/program-files.js";
import { reloaded } from "../shell/readiness.js";
import { Store } from "../shell/store.js";
import { openPolicy, policies, policiesOpened, refreshPolicies } from "./policies.js";

export interface OpenFile {
  readonly summary: FileSummary;
  /** Where its bytes are, should they be needed again: the file itself, or its place in the session it came with. */
  readonly source: Blob | number;
  /** What was told of the workbook or archive that it was taken from. */
  readonly told?: readonly Notice[];
}

/** A workbook or an archive of which the reader has yet to say what to add. */
export interface Choice {
  readonly name: string;
  readonly file: Blob;
  readonly kind: ContainerKind;
  readonly entries: readonly ContainerEntry[];
  readonly notices: readonly Notice[];
}

/** A file that was not taken, and why. */
export interface Refusal {
  readonly name: string;
  readonly notices: readonly Notice[];
  /** What no notice of the engine says, because it never came to read the file. */
  readonly trouble?: "unreadable" | "crashed";
}

/** The answers, with the policy as a document that names their parts. */
export interface Rated {
  readonly result: RatingResult;
  readonly notices: readonly Notice[];
  readonly document: PolicyDocument;
  readonly schools: ReadonlyMap<string, RatedSchool>;
  /** The groups that the schools fall into; they come a little later. */
  readonly groupings: readonly Grouping[];
  /** How they stand against the published ones; it comes later still. */
  readonly agreements: readonly Agreement[] | undefined;
}

/** What can be taken back, and how. */
export interface Undo {
  readonly what: "removed" | "session" | "example";
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

export type Work = "reading" | "rating" | "saving";

export interface Workspace {
  readonly files: readonly OpenFile[];
  /** What was counted in student files. Everything made from it is a working copy, not for publication. */
  readonly cells: CellsSummary | undefined;
  readonly choices: readonly Choice[];
  readonly refusals: readonly Refusal[];
  /** The policies that the files seem to be for, the best first. */
  readonly suggested: readonly string[];
  readonly chosen: string | undefined;
  readonly choosing: Choosing;
  readonly rated: Rated | undefined;
  /** Why there are no ratings, where the engine was asked for them. */
  readonly failure: readonly Notice[];
  /** What was told in opening a session or a policy. */
  readonly told: readonly Notice[];
  readonly work: Work | undefined;
  readonly unsaved: boolean;
  readonly undo: Undo | undefined;
}

const EMPTY: Workspace = {
  files: [],
  cells: undefined,
  choices: [],
  refusals: [],
  suggested: [],
  chosen: undefined,
  choosing: {},
  rated: undefined,
  failure: [],
  told: [],
  work: undefined,
  unsaved: false,
  undo: undefined,
};

export const workspace = new Store<Workspace>(EMPTY);

/** What a session would keep of student files. Their own script says it. */
export const studentPart = new Store<StudentPart>({ mappings: [], files: [] });

/** What the session that was opened last kept of them. Their own script takes it. */
export const openedPart = new Store<StudentPart | undefined>(undefined);

/** The order in which the table shows the schools, for going from one to the next. */
export const schoolOrder = new Store<readonly string[]>([]);

const patch = (changes: Partial<Workspace>): void => workspace.set({ ...workspace.value, ...changes });

// One thing after another.

let last: Promise<unknown> = Promise.resolve();

/** Answers nothing where the engine crashed or was stopped: that is told beside, and everything is given to it again. */
const inTurn = <T>(work: Work | undefined, task: () => Promise<T>): Promise<T | undefined> => {
  const turn = last.then(async () => {
    try {
      await restored();
      if (work !== undefined) patch({ work });
      return await task();
    } catch (error) {
      if (error instanceof Failure && error.kind !== "refused") return undefined;
      throw error;
    } finally {
      if (work !== undefined) patch({ work: undefined });
    }
  });
  last = turn.catch(() => undefined);
  return turn;
};

// After a crash or a stop the engine is empty, and is given everything again, except what it crashed on.

let emptied = false;
let restoring = false;
/** The session that some of the files came with. */
let base: Blob | undefined;
/** What was counted in student files, as a document. */
let counted: string | undefined;

const restored = async (): Promise<void> => {
  if (!emptied) return;
  await policiesOpened();
  emptied = false;
  restoring = true;
  const { files, chosen } = workspace.value;
  try {
    const kept: OpenFile[] = [];
    const fromSession = files.filter(({ source }) => typeof source === "number");
    if (base !== undefined && fromSession.length > 0) {
      const answer = await engine.workbench.openSession(base);
      const opened = answer.type === "success" ? answer.value.files : [];
      for (const [place, summary] of opened.entries()) {
        const known = fromSession.find(({ source }) => source === place);
        if (known === undefined) await engine.workbench.removeFile(summary.file);
        else kept.push({ summary: await mapAsBefore(summary, known.summary.mapping), source: place });
      }
    }
    for (const open of files) {
      const { summary, source } = open;
      if (typeof source === "number") continue;
      const answer = await engine.workbench.addFile(summary.name, source);
      if (answer.type === "success") kept.push({ ...open, summary: await mapAsBefore(answer.value, summary.mapping) });
    }
    patch({ files: kept });
    if (counted === undefined) await engine.workbench.clearCells();
    else await engine.workbench.setCells(counted);
    // The ratings on the screen stay; the engine needs them too, to explain a school.
    if (chosen !== undefined && (kept.length > 0 || counted !== undefined) && workspace.value.rated !== undefined)
      await rate();
    reloaded.set(files.length === 0 ? "nothing" : kept.length === files.length ? "all" : "part");
  } catch {
    emptied = false;
    counted = undefined;
    patch({ files: [], cells: undefined, rated: undefined });
    reloaded.set("part");
  } finally {
    restoring = false;
  }
};

const mapAsBefore = async (summary: FileSummary, mapping: Mapping | null): Promise<FileSummary> => {
  if (mapping === null || JSON.stringify(mapping) === JSON.stringify(summary.mapping)) return summary;
  const answer = await engine.workbench.mapFile(summary.file, mapping);
  return answer.type === "success" ? answer.value : summary;
};

engine.onRestart(() => {
  emptied = true;
  // A second fault while things are given again: what is left of it is not tried for ever.
  if (restoring) patch({ files: [], cells: undefined, rated: undefined });
  else void inTurn(undefined, () => Promise.resolve());
});

// Reading and rating.

const refreshFiles = async (): Promise<void> => {
  const now = await engine.workbench.files();
  const files = workspace.value.files.flatMap((open) => {
    const summary = now.find(({ file }) => file === open.summary.file);
    return summary === undefined ? [] : [{ ...open, summary }];
  });
  const suggested = await engine.workbench.suggestedPolicies();
  const { chosen } = workspace.value;
  patch({ files, suggested, chosen: chosen ?? (suggested.length === 1 ? suggested[0] : undefined) });
};

let documents = new Map<string, PolicyDocument>();

const documentOf = async (key: string, fingerprint: string): Promise<PolicyDocument | undefined> => {
  const known = documents.get(`${key} ${fingerprint}`);
  if (known !== undefined) return known;
  const answer = await engine.workbench.document(key);
  if (answer.type === "failure") return undefined;
  documents.set(`${key} ${fingerprint}`, answer.value);
  return answer.value;
};

const rate = async (): Promise<void> => {
  const { chosen, choosing, files, cells } = workspace.value;
  explanations = new Map();
  if (chosen === undefined || !(cells !== undefined || files.some(({ summary }) => summary.mapping !== null))) {
    patch({ rated: undefined, failure: [] });
    return;
  }
  const answer = await engine.workbench.rate(chosen, choosing);
  if (answer.type === "failure") {
    patch({ rated: undefined, failure: answer.notices });
    return;
  }
  const { value: result, notices } = answer;
  const document = await documentOf(result.policy.key, result.policy.fingerprint);
  if (document === undefined) return;
  const schools = new Map(result.ratings.schools.map((school) => [school.school, school]));
  schoolOrder.set([...schools.keys()]);
  let rated: Rated = { result, notices, document, schools, groupings: [], agreements: undefined };
  patch({ rated, failure: [] });
  rated = { ...rated, groupings: await engine.workbench.groupings() };
  patch({ rated });
  patch({ rated: { ...rated, agreements: await engine.workbench.agreements() } });
};

/** What was counted in student files and stands on the workbench, as a document. */
export const countedDocument = (): string | undefined => counted;

/** Puts what was counted in student files on the workbench, in place of what was there, or takes it away. */
export const setCells = (document: string | undefined): Promise<unknown> =>
  inTurn("rating", async () => {
    if (document === counted) return;
    counted = document;
    if (document === undefined) {
      await engine.workbench.clearCells();
      patch({ cells: undefined });
    } else {
      const answer = await engine.workbench.setCells(document);
      if (answer.type === "failure") patch({ cells: undefined, told: answer.notices });
      else patch({ cells: answer.value, unsaved: true });
    }
    await rate();
  });

const rateAgain = (): Promise<unknown> => inTurn("rating", rate);

/** What kind of JSON document a text is, told by its beginning. */
export const kindOf = (text: string): "session" | "framework" | "layout" | undefined => {
  const found = /"evenhand"\s*:\s*"(session|framework|layout)\//.exec(text.slice(0, 4_000))?.[1];
  return found === "session" || found === "framework" || found === "layout" ? found : undefined;
};

const troubleOf = (error: unknown): "unreadable" | "crashed" | undefined =>
  error instanceof containers().ContainerEnded || (error instanceof Failure && error.kind === "crashed")
    ? "crashed"
    : error instanceof Failure && error.kind === "refused"
      ? "unreadable"
      : undefined;

/** Takes one file, whatever it is. A failure leaves everything as it was. */
const take = async (name: string, source: Blob, mine: boolean): Promise<void> => {
  try {
    await restored();
    if (name.toLowerCase().endsWith(".json")) {
      // A session may be large, and is read away from the page.
      const kind = kindOf(await source.slice(0, 4_000).text());
      if (kind === "session") return await takeSession(name, source);
      if (kind === "framework") {
        const answer = await openPolicy(await source.text());
        if (answer.type === "failure") refuse(name, answer.notices);
        else {
          patch({ chosen: answer.value.key, told: answer.notices, unsaved: true });
          forgive(name);
        }
        return;
      }
    }
    if (await isContainer(source)) await takeContainer(name, source);
    else await takeTable(name, source, mine);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined && !(error instanceof DOMException)) throw error;
    refuse(name, [], trouble ?? "unreadable");
  }
};

/** Tells why a file was not added; what was told of it before is over. */
const refuse = (name: string, notices: readonly Notice[], trouble?: Refusal["trouble"]): void =>
  patch({
    refusals: [
      ...workspace.value.refusals.filter((refusal) => refusal.name !== name),
      { name, notices, ...(trouble === undefined ? {} : { trouble }) },
    ],
  });

/** Adds a file of text; `told` is what is known of it already. */
const takeTable = async (name: string, source: Blob, mine: boolean, told: readonly Notice[] = []): Promise<void> => {
  const answer = await engine.workbench.addFile(name, source);
  if (answer.type === "failure") return refuse(name, [...told, ...answer.notices]);
  patch({
    files: [...workspace.value.files, { summary: answer.value, source, ...(told.length > 0 ? { told } : {}) }],
    unsaved: workspace.value.unsaved || mine,
  });
  forgive(name);
};

// Workbooks and archives are taken apart first, each in a worker that ends with it.

/** Adds the only table of a workbook or archive at once; of several the reader chooses. */
const takeContainer = (name: string, file: Blob): Promise<void> =>
  containers().withContainer(name, file, async (container, { kind, entries, notices }) => {
    const others = workspace.value.choices.filter((choice) => choice.name !== name);
    if (kind === null) return refuse(name, notices);
    forgive(name);
    if (entries.length > 1) return patch({ choices: [...others, { name, file, kind, entries, notices }] });
    return takeEntry(container, 0, entries[0], notices);
  });

const takeEntry = async (
  container: { whole(entry: number): Promise<Whole> },
  place: number,
  entry: ContainerEntry | undefined,
  told: readonly Notice[],
): Promise<void> => {
  if (entry === undefined) return;
  const { content, notices } = await container.whole(place);
  const all = [...told, ...notices];
  if (notices.some(({ severity }) => severity === "error")) refuse(entry.file, all);
  else await takeTable(entry.file, content, true, all);
};

/** A file of that name was taken now, so its refusal is over. */
const forgive = (name: string): void =>
  patch({ refusals: workspace.value.refusals.filter((refusal) => refusal.name !== name) });

/** Everything as a file, but for the student files. */
const whole = (): Promise<Blob> => {
  const { chosen, choosing } = workspace.value;
  return engine.files.session(chosen, choosing, studentPart.value.mappings);
};

const takeSession = async (name: string, source: Blob): Promise<void> => {
  const { files, unsaved } = workspace.value;
  const before = files.length > 0 && unsaved ? await whole() : undefined;
  const answer = await engine.workbench.openSession(source);
  if (answer.type === "failure") return refuse(name, answer.notices);
  base = source;
  await refreshPolicies();
  const { value, notices } = answer;
  const cells = await engine.workbench.cells();
  counted = cells === null ? undefined : (value.cells ?? undefined);
  workspace.set({
    ...EMPTY,
    cells: cells ?? undefined,
    work: workspace.value.work,
    refusals: workspace.value.refusals.filter((refusal) => refusal.name !== name),
    files: value.files.map((summary, place) => ({ summary, source: place })),
    chosen: value.chosen ?? undefined,
    choosing: value.choosing,
    // The files' own notices stand with the files.
    told: notices.filter(({ code }) => !code.startsWith("tables.")),
    undo:
      before === undefined
        ? undefined
        : { what: "session", name, run: () => addFiles([new File([before], "session.json")]) },
  });
  openedPart.set(value.student);
};

/** Adds the files that the reader chose or dropped, then rates. */
export const addFiles = (chosen: readonly File[]): Promise<unknown> =>
  inTurn("reading", async () => {
    patch({ undo: undefined, told: [] });
    for (const file of chosen) await take(file.name, file, true);
    await refreshFiles();
    await rate();
  });

/** Loads the fictional example that comes with the site, in place of what is there. */
export const loadExample = (samples: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<unknown> =>
  inTurn("reading", async () => {
    const { files, unsaved } = workspace.value;
    const before = files.length > 0 && unsaved ? await whole() : undefined;
    await engine.workbench.clear();
    counted = undefined;
    workspace.set({ ...EMPTY, work: workspace.value.work });
    for (const [name, bytes] of samples) if (name.endsWith(".csv")) await take(name, new Blob([bytes]), false);
    await refreshFiles();
    const { suggested } = workspace.value;
    patch({ chosen: suggested.find((key) => key.startsWith("fictional")) ?? suggested[0] });
    await rate();
    if (before !== undefined)
      patch({
        undo: { what: "example", name: "", run: () => addFiles([new File([before], "session.json")]) },
      });
  });

export const removeFile = (file: number): Promise<unknown> =>
  inTurn("rating", async () => {
    const open = workspace.value.files.find(({ summary }) => summary.file === file);
    if (open === undefined) return;
    const before = typeof open.source === "number" ? await whole() : undefined;
    await engine.workbench.removeFile(file);
    const files = workspace.value.files.filter((each) => each !== open);
    const back = async (): Promise<unknown> => {
      if (before !== undefined) return addFiles([new File([before], "session.json")]);
      if (typeof open.source === "number") return undefined;
      await addFiles([new File([open.source], open.summary.name)]);
      const again = workspace.value.files.at(-1)?.summary;
      const { mapping } = open.summary;
      return again === undefined || mapping === null ? undefined : mapFile(again.file, mapping);
    };
    patch({ files, unsaved: files.length > 0, undo: { what: "removed", name: open.summary.name, run: back } });
    if (files.length === 0 && workspace.value.cells === undefined) patch({ chosen: undefined, choosing: {} });
    await refreshFiles();
    await rate();
  });

/** Says how a file is read. The answer is what is wrong with it; nothing changed then. */
export const mapFile = (file: number, mapping: Mapping): Promise<readonly Notice[] | undefined> =>
  inTurn("rating", async () => {
    const answer = await engine.workbench.mapFile(file, mapping);
    if (answer.type === "failure") return answer.notices;
    await refreshFiles();
    patch({ unsaved: true });
    await rate();
    return [];
  });

export const dismissRefusal = (name: string): void => forgive(name);

export const dismissChoice = (choice: Choice): void =>
  patch({ choices: workspace.value.choices.filter((each) => each !== choice) });

/** Adds those sheets or files of a workbook or archive that the reader chose. */
export const addEntries = (choice: Choice, chosen: readonly number[]): Promise<unknown> =>
  inTurn("reading", async () => {
    const { name, file, notices } = choice;
    dismissChoice(choice);
    patch({ undo: undefined, told: [] });
    try {
      await containers().withContainer(name, file, async (container, { entries }) => {
        // What is told of the whole stands with the first.
        for (const [turn, place] of chosen.entries())
          await takeEntry(container, place, entries[place], turn === 0 ? notices : []);
      });
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      refuse(name, [], trouble);
    }
    await refreshFiles();
    await rate();
  });

export const choosePolicy = (chosen: string): Promise<unknown> => {
  // What was chosen by hand belongs to the framework it was chosen for.
  const same = workspace.value.chosen === chosen;
  patch({
    chosen,
    choosing: same ? workspace.value.choosing : {},
    unsaved: workspace.value.files.length > 0 || workspace.value.cells !== undefined,
  });
  return rateAgain();
};

const choose = (changes: Partial<Choosing>): Promise<unknown> => {
  patch({ choosing: { ...workspace.value.choosing, ...changes }, unsaved: true });
  return rateAgain();
};

export const chooseYear = (year: string): Promise<unknown> => choose({ year });

/** Says which column holds a measure; without a column: as the framework finds it. */
export const chooseColumn = (measure: string, column: string | undefined): Promise<unknown> => {
  const { [measure]: _, ...columns } = workspace.value.choosing.columns ?? {};
  return choose({ columns: column === undefined ? columns : { ...columns, [measure]: column } });
};

/** Sets a school's override, in place of an earlier one. */
export const override = (request: OverrideRequest & { readonly school: string }): Promise<unknown> => {
  const others = (workspace.value.choosing.overrides ?? []).filter(({ school }) => school !== request.school);
  return choose({ overrides: [...others, request] });
};

export const removeOverride = (school: string): Promise<unknown> =>
  choose({ overrides: (workspace.value.choosing.overrides ?? []).filter((each) => each.school !== school) });

let explanations = new Map<string, SchoolExplained | null>();

/** How a school came to its rating, and what would change it. */
export const explain = (school: string): Promise<SchoolExplained | null | undefined> =>
  inTurn(undefined, async () => {
    const known = explanations.get(school);
    if (known !== undefined) return known;
    const explained = await engine.workbench.explain(school);
    explanations.set(school, explained);
    return explained;
  });

/** Asks the engine something about the ratings that stand on the screen. */
export const ask = <T>(question: () => Promise<T>): Promise<T | undefined> => inTurn(undefined, question);

/** The texts to be saved as files. */
export const ratingsCsv = (language: string): Promise<string | undefined> =>
  inTurn("saving", () => engine.workbench.ratingsCsv(language));

export const ratingsJson = (traces: boolean): Promise<Blob | undefined> =>
  inTurn("saving", () => engine.files.exportRatings(traces));

/** The session as a file, with the student files themselves only if the reader asked for them. */
export const session = (rows: boolean): Promise<Blob | undefined> =>
  inTurn("saving", async () => {
    const { chosen, choosing } = workspace.value;
    const { mappings, files } = studentPart.value;
    const file = await engine.files.session(chosen, choosing, mappings, rows ? files : []);
    patch({ unsaved: false });
    return file;
  });

/** Ends what the engine is doing. It is given the files again. */
export const stopWork = (): Promise<void> => engine.stop();

// A policy that was opened or replaced on another page may read the files in another way.
policies.watch(() => {
  const { files, cells, work } = workspace.value;
  if ((files.length === 0 && cells === undefined) || work !== undefined || emptied || restoring) return;
  documents = new Map();
  void inTurn("rating", async () => {
    await refreshFiles();
    await rate();
  });
});

/** The browser asks before it throws away what was not saved. */
export const warnOfUnsavedWork = (): void => {
  window.addEventListener("beforeunload", (event) => {
    if (workspace.value.unsaved) event.preventDefault();
  });
};
