// What a session holds of student files: mappings and, if the reader wants it, the files themselves. Their bytes stand in
// it as base64, which is written and read here, in the worker, so that the page never waits for it.
import type { Session } from "../../../pkg/evenhand.js";

/** A table in a student file, and the mapping by which it is read, if somebody made one. */
export interface StudentTablePart {
  readonly name: string;
  readonly mapping: string | null;
}

/** A student file as the reader chose it. */
export interface StudentSource {
  readonly name: string;
  readonly content: Blob;
  readonly parts: readonly StudentTablePart[];
}

/** What a session keeps of student files. */
export interface StudentPart {
  readonly mappings: readonly string[];
  readonly files: readonly StudentSource[];
}

type KeptFile = NonNullable<Session["studentFiles"]>[number];

const encode = (content: Blob): string => {
  const address = new FileReaderSync().readAsDataURL(content);
  return address.slice(address.indexOf(",") + 1);
};

const decode = (text: string): Blob => {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return new Blob([bytes]);
};

/** The files as a session has them. */
export const written = (files: readonly StudentSource[]): KeptFile[] =>
  files.map(({ name, content, parts }) => ({ name, base64: encode(content), parts: [...parts] }));

const isPart = (part: unknown): boolean => {
  const { name, mapping } = (part ?? {}) as Partial<Record<string, unknown>>;
  return typeof name === "string" && (mapping === null || typeof mapping === "string");
};

const isFile = (file: unknown): file is KeptFile => {
  const { name, base64, parts } = (file ?? {}) as Partial<Record<string, unknown>>;
  return typeof name === "string" && typeof base64 === "string" && Array.isArray(parts) && parts.every(isPart);
};

/** A session's text without the student files, which no other part needs to read, and what stands beside them. */
export interface Apart {
  readonly text: string;
  readonly cells: string | null;
  readonly student: StudentPart;
}

const NONE: StudentPart = { mappings: [], files: [] };

/** Takes a session's text apart. One that is no session at all is left as it is, for the engine to tell. */
export const apart = (text: string): Apart => {
  try {
    const session = JSON.parse(text) as Partial<Session> | null;
    const { cells, mappings = [], studentFiles = [] } = session ?? {};
    if (!Array.isArray(studentFiles) || !studentFiles.every(isFile)) return { text: "", cells: null, student: NONE };
    const files = studentFiles.map(({ name, base64, parts }) => ({ name, content: decode(base64), parts }));
    return {
      text: files.length === 0 ? text : JSON.stringify({ ...session, studentFiles: [] }),
      cells: typeof cells === "string" ? cells : null,
      // What else may stand there, the engine tells.
      student: { mappings: Array.isArray(mappings) ? mappings.filter((each) => typeof each === "string") : [], files },
    };
  } catch (error) {
    // `atob` tells of what is no base64 in this way.
    return { text: error instanceof DOMException ? "" : text, cells: null, student: NONE };
  }
};
