// Student files are read here, away from the page, chunk by chunk. The worker has no network: the blob it runs from
// inherits the page's closed policy. It ends when the reader takes the files away, and its memory with it.
import { StudentFiles, initSync, sampleFiles } from "../../../pkg/records/records.js";
import type { ImportedFile } from "../../../pkg/records/records.js";
import type { Ask, Chosen, Said, Taken } from "./protocol.js";

/** Large enough that calls cost nothing, small enough to be cancelled at once. */
const CHUNK = 2 << 20;

let students: StudentFiles | undefined;
let cancelled = false;

const say = (said: Said): void => (self as unknown as Worker).postMessage(said);

/** None where the file was given up. The next chunk is fetched while one is read. */
const readOne = async (
  into: StudentFiles,
  { name, content }: Chosen,
  at: number,
  of: number,
): Promise<ImportedFile | undefined> => {
  const piece = (from: number): Promise<ArrayBuffer> => content.slice(from, from + CHUNK).arrayBuffer();
  into.begin(name, content.size);
  try {
    let coming = piece(0);
    for (let from = 0; from < content.size; from += CHUNK) {
      const bytes = await coming;
      if (cancelled) return undefined;
      coming = piece(from + CHUNK);
      const { rows, stopped } = into.push(new Uint8Array(bytes));
      say({ progress: { name, at, of, bytes: Math.min(from + CHUNK, content.size), size: content.size, rows } });
      if (stopped) break;
    }
    await coming;
  } finally {
    if (cancelled) into.cancel();
  }
  return into.finish();
};

const read = async (into: StudentFiles, files: readonly Chosen[]): Promise<Taken> => {
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
      return read(students, asked.files);
    case "sample": {
      const texts = sampleFiles();
      return texts.flatMap((name, place): Chosen[] =>
        place % 2 === 0 ? [{ name, content: new Blob([texts[place + 1] ?? ""]) }] : [],
      );
    }
    case "count":
      return students.count(asked.plan);
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
