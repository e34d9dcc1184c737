// Student files are read here, away from the page, chunk by chunk. The worker has no network: the blob it runs from
// inherits the page's closed policy. It ends when the reader takes the files away, and its memory with it.
import { StudentFiles, besideSession, initSync, sampleFiles, writeCsv } from "../../../pkg/records/records.js";
import type { ImportedFile } from "../../../pkg/records/records.js";
import { piecesFrom } from "../container/pieces.js";
import type { Ask, Chosen, Given, Proposing, Said, Taken } from "./protocol.js";

/** What came of a file that broke off before its end. */
const NOTHING_OF = { layout: null, title: null, account: undefined, proposal: undefined };

let students: StudentFiles | undefined;
let cancelled = false;

const say = (said: Said): void => (self as unknown as Worker).postMessage(said);

/** A file's bytes as it is. The browser fetches the next piece, of two megabytes at most, while one is read. */
const streamed = async function* (content: Blob): ReturnType<typeof piecesFrom> {
  const reader = content.stream().getReader();
  let done = 0;
  try {
    for (;;) {
      const { value } = await reader.read();
      if (value === undefined) return [];
      done += value.length;
      yield { bytes: value, done };
    }
  } finally {
    await reader.cancel();
  }
};

const piecesOf = ({ content, port }: Given): ReturnType<typeof piecesFrom> =>
  port === undefined ? streamed(content) : piecesFrom(port);

/** None where the file was given up. */
const readOne = async (into: StudentFiles, file: Given, at: number, of: number): Promise<ImportedFile | undefined> => {
  const { name, size, mapping } = file;
  const pieces = piecesOf(file);
  into.begin(name, size, mapping);
  try {
    for (;;) {
      const next = await pieces.next();
      if (cancelled) return undefined;
      if (next.done === true) {
        const told = next.value;
        if (told.some(({ severity }) => severity === "error")) {
          into.cancel();
          return { ...NOTHING_OF, file: name, notices: [...told] };
        }
        const imported = into.finish();
        return { ...imported, notices: [...told, ...imported.notices] };
      }
      const { bytes, done } = next.value;
      const { rows, stopped } = into.push(bytes);
      say({ progress: { name, at, of, bytes: done, size, rows } });
      if (stopped) return into.finish();
    }
  } finally {
    if (cancelled) into.cancel();
    await pieces.return([]);
  }
};

const read = async (into: StudentFiles, files: readonly Given[]): Promise<Taken> => {
  const imported: ImportedFile[] = [];
  const unreadable: string[] = [];
  cancelled = false;
  for (const [place, file] of files.entries()) {
    try {
      const one = await readOne(into, file, place + 1, files.length);
      if (one === undefined) break;
      imported.push(one);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      into.cancel();
      unreadable.push(file.name);
    }
  }
  return { imported, unreadable, settled: into.settle() };
};

/** Looks at a file's beginning only. */
const propose = async (into: StudentFiles, file: Given): Promise<Proposing> => {
  const pieces = piecesOf(file);
  const most = into.sampleSize();
  let head = new Uint8Array();
  try {
    while (head.length < most) {
      const next = await pieces.next();
      if (next.done === true) break;
      const { bytes } = next.value;
      const longer = new Uint8Array(Math.min(head.length + bytes.length, most));
      longer.set(head);
      longer.set(bytes.subarray(0, longer.length - head.length), head.length);
      head = longer;
    }
  } finally {
    await pieces.return([]);
  }
  return { answer: into.propose(file.name, head, file.mapping), elements: into.elements() };
};

const answer = async (asked: Ask): Promise<unknown> => {
  if (asked.ask === "start") {
    initSync({ module: asked.module });
    students = new StudentFiles();
    // The shipped layouts are held against the crate's tests; one that is no good would only be left out.
    for (const layout of asked.layouts) students.addLayout(layout);
    return undefined;
  }
  if (students === undefined) throw new Error("the module is not started");
  switch (asked.ask) {
    case "read":
      students.setMappings([...asked.mappings]);
      return read(students, asked.files);
    case "check":
      return students.checkLayout(asked.text);
    case "propose":
      return propose(students, asked.file);
    case "values": {
      const { heading, element, student, more } = asked.of;
      return students.columnValues(asked.name, heading, element, student, [...more]);
    }
    case "map":
      return students.makeMapping(asked.name, asked.draft);
    case "sample": {
      const texts = sampleFiles();
      return texts.flatMap((name, place): Chosen[] =>
        place % 2 === 0 ? [{ name, content: new Blob([texts[place + 1] ?? ""]) }] : [],
      );
    }
    case "count":
      return students.count(asked.plan);
    case "beside":
      return besideSession(asked.session, asked.files);
    case "interim-schools":
      return students.interimSchools();
    case "interim":
      return students.interim(asked.question);
    case "csv":
      return writeCsv([...asked.headings], [...asked.cells]);
    case "cancel":
      return undefined;
  }
};

self.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  // It has no answer of its own: what it stops has.
  if (data.ask === "cancel") cancelled = true;
  else
    answer(data).then(
      (value) => say({ answer: value }),
      (error: unknown) => say({ crashed: error instanceof Error ? error.message : String(error) }),
    );
});
