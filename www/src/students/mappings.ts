// How the reader says what the columns of student files are: a form for a file, mappings that come of it, and those that
// were saved.
import type { Answer, ColumnValues, Layout, MappingDraft, Notice } from "../../../pkg/records/records.js";
import { entriesOf } from "../container/entries.js";
import type { StudentPart, StudentSource } from "../engine/student-part.js";
import { words } from "../text/words.js";
import { addFiles, kindOf, openedPart, studentPart } from "../workbench/workspace.js";
import type { Chosen, OfColumn, Proposing } from "./protocol.js";
import {
  addStudentFiles,
  asSaid,
  inTurn,
  patch,
  read,
  reader,
  readOnly,
  replaceStudents,
  students,
  type StudentFile,
  type StudentMapping,
} from "./students.js";

/** Asks the reader of the records something, in turn. No answer where it ended meanwhile. */
const asked = async <T>(question: () => Promise<T>): Promise<T | undefined> => {
  let answer: T | undefined;
  await inTurn(async () => {
    answer = await question();
  });
  return answer;
};

/** Which worker was asked for a file's proposal: what follows is asked of that one. */
const proposed = new Map<string, number>();

const propose = async (file: StudentFile): Promise<Proposing> => {
  const proposing = await reader.propose(file.chosen);
  proposed.set(file.chosen.name, reader.launched);
  return proposing;
};

/** A worker that took the place of another one has to look at the file's beginning first. */
const prepare = async (file: StudentFile): Promise<void> => {
  if (proposed.get(file.chosen.name) !== reader.launched) await propose(file);
};

/** How a file may be read. */
export const proposalOf = (file: StudentFile): Promise<Proposing | undefined> => asked(() => propose(file));

/** What the texts of a column of it mean. */
export const valuesOf = (file: StudentFile, of: OfColumn): Promise<ColumnValues | undefined> =>
  asked(async () => {
    await prepare(file);
    return reader.values(file.chosen.name, of);
  });

/** The mapping that a draft makes, or what is wrong with it. */
export const tryMapping = (file: StudentFile, draft: MappingDraft): Promise<Answer<string> | undefined> =>
  asked(async () => {
    await prepare(file);
    return reader.map(file.chosen.name, draft);
  });

const mappingOf = (text: string, mine: boolean): StudentMapping => {
  const { id, title, constants } = JSON.parse(text) as Layout;
  const forAll = !mine || Object.keys(constants ?? {}).length === 0;
  return { id, title: words(title), text, forAll };
};

/** Takes a mapping, in place of one of the same name. */
const keep = (mapping: StudentMapping): void =>
  patch({ mappings: [...students.value.mappings.filter(({ id }) => id !== mapping.id), mapping] });

const isRead = ({ imported }: StudentFile): boolean => imported.account !== null && imported.account !== undefined;

/** Reads a file as the reader says. The answer is what is wrong with that; nothing changed then. */
export const readBy = (file: StudentFile, draft: MappingDraft): Promise<readonly Notice[] | undefined> =>
  asked(async () => {
    const { name } = file.chosen;
    await prepare(file);
    const made = await reader.map(name, draft);
    if (made.type === "failure") return made.notices;
    const mapping = mappingOf(made.value, true);
    keep(mapping);
    const { files, sample } = students.value;
    const said = ({ chosen }: StudentFile): Chosen => (chosen.name === name ? asSaid(chosen, mapping.text) : chosen);
    const before = files.find(({ chosen }) => chosen.name === name);
    if (before === undefined) return [];
    if (isRead(before)) await readOnly(files.map(said), sample);
    else {
      // Others of the same kind, which waited for the same answer, are read with it.
      const waiting = files.filter((each) => each === before || (mapping.forAll && !isRead(each)));
      patch({ files: files.filter((each) => !waiting.includes(each)) });
      await read(waiting.map(said));
    }
    return [];
  });

/** Reads everything again, because what is known of kinds of files is another. */
const readAgain = async (): Promise<void> => {
  const { files, sample } = students.value;
  if (files.length > 0)
    await readOnly(
      files.map(({ chosen }) => chosen),
      sample,
    );
};

const refuse = (name: string, notices: readonly Notice[]): void =>
  patch({ refused: [...students.value.refused.filter((each) => each.name !== name), { name, notices }] });

export const dismissRefused = (name: string): void =>
  patch({ refused: students.value.refused.filter((each) => each.name !== name) });

/** Opens files of saved mappings. */
const addMappings = (files: readonly File[]): Promise<void> =>
  inTurn(async () => {
    let added = false;
    for (const file of files) {
      dismissRefused(file.name);
      const text = await file.text().catch(() => undefined);
      if (text === undefined) {
        patch({ unreadable: [...students.value.unreadable.filter((name) => name !== file.name), file.name] });
        continue;
      }
      const notices = await reader.check(text);
      if (notices.length > 0) refuse(file.name, notices);
      else keep(mappingOf(text, false));
      added ||= notices.length === 0;
    }
    if (added) await readAgain();
  });

/** A mapping is forgotten. Files that were read by it keep their rows. */
export const removeMapping = (id: string): void =>
  patch({ mappings: students.value.mappings.filter((mapping) => mapping.id !== id) });

/** Takes whatever the reader chose or dropped: saved mappings first, so that the files beside them are read by them. */
export const take = async (files: readonly File[]): Promise<void> => {
  const documents = files.filter(({ name }) => name.toLowerCase().endsWith(".json"));
  // A file that can't be read is told when it is tried as a mapping.
  const beginnings = documents.map((file) =>
    file
      .slice(0, 4_000)
      .text()
      .catch(() => ""),
  );
  const kinds = (await Promise.all(beginnings)).map(kindOf);
  const others = documents.filter((_, place) => kinds[place] === "session" || kinds[place] === "framework");
  const mappings = documents.filter((file) => !others.includes(file));
  if (mappings.length > 0) await addMappings(mappings);
  const rows = files.filter((file) => !documents.includes(file));
  if (rows.length > 0) await addStudentFiles(rows);
  if (others.length > 0) await addFiles(others);
};

// What a session keeps of this, and what an opened one brings.

const partOf = (files: readonly StudentFile[]): readonly StudentSource[] => {
  const sources = new Map<Blob, StudentSource>();
  for (const { chosen } of files) {
    const { name, content, within, mapping } = chosen;
    const parts = [...(sources.get(content)?.parts ?? []), { name, mapping: mapping ?? null }];
    sources.set(content, { name: within?.container ?? name, content, parts });
  }
  return [...sources.values()];
};

students.watch(({ files, mappings }) => {
  studentPart.set({ mappings: mappings.map(({ text }) => text), files: partOf(files) });
});

/** The tables of the files that a session kept: those that were open, each read as it was. */
const tablesOf = async (files: StudentPart["files"]): Promise<readonly Chosen[]> => {
  const { chosen } = await entriesOf(files.map(({ name, content }) => ({ name, content })));
  const parts = new Map(files.flatMap((file) => file.parts).map(({ name, mapping }) => [name, mapping]));
  return chosen.filter(({ name }) => parts.has(name)).map((file) => asSaid(file, parts.get(file.name)));
};

openedPart.watch((part) => {
  if (part === undefined) return;
  const mappings = part.mappings.flatMap((text) => {
    try {
      return [mappingOf(text, false)];
    } catch {
      return [];
    }
  });
  replaceStudents(mappings, () => tablesOf(part.files));
});
