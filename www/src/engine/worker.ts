// The engine's side: one workbench, asked one thing at a time. It has no network: the blob it runs from inherits the page's
// closed policy.
import * as glue from "../../../pkg/evenhand.js";
import { initSync as startTables } from "../../../pkg/tables/tables.js";
import { Workbench } from "./joined.js";
import {
  PIECE,
  START_ID,
  WORKBENCH,
  type Call,
  type FailureKind,
  type Path,
  type Piece,
  type Reply,
  type Start,
} from "./protocol.js";

type Method = (...args: unknown[]) => unknown;

/** What may be called: the functions that the module exports, and the methods of its workbench. */
const methods = new Map<string, Method>();

const reply = (answer: Reply | Piece, transfer: Transferable[] = []): void => {
  (self as unknown as Worker).postMessage(answer, transfer);
};

/** Typed columns are copies made for us, so their memory moves to the page instead of being copied once more. */
const movable = (value: unknown): Transferable[] => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []);

// After a trap, or when the stack ran out, the instance's memory cannot be trusted.
const isCrash = (error: unknown): boolean => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

const fail = (id: number, error: unknown): void => {
  const kind: FailureKind = isCrash(error) ? "crashed" : "refused";
  const reason = error instanceof Error ? error.message : error;
  try {
    reply({ id, ok: false, kind, reason });
  } catch {
    reply({ id, ok: false, kind, reason: String(reason) });
  }
};

/** A method of the class that belongs to nobody else: neither what every object has nor the freeing of memory. */
const isMethod = (name: string): boolean => name !== "constructor" && name !== "free";

const start = ({ modules }: Start): void => {
  glue.initSync({ module: modules.engine });
  startTables({ module: modules.tables });
  for (const [name, value] of Object.entries(glue)) {
    if (typeof value !== "function" || name === "initSync" || name === "default" || name === "Workbench") continue;
    methods.set(name, value as Method);
  }
  const workbench = new Workbench();
  const names = [glue.Workbench.prototype, Workbench.prototype].flatMap((each) => Object.getOwnPropertyNames(each));
  for (const name of names.filter(isMethod)) {
    const method: unknown = Reflect.get(workbench, name);
    if (typeof method === "function") methods.set(`${WORKBENCH}${name}`, method.bind(workbench) as Method);
  }
  reply({ id: START_ID, ok: true, value: [...methods.keys()] });
};

/** Sends the long lists of an answer ahead, in pieces; what is left has empty lists in their places. */
const sendAhead = (id: number, value: unknown, path: Path = []): unknown => {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || value instanceof Blob) return value;
  if (Array.isArray(value)) {
    if (value.length <= PIECE) return value;
    for (let at = 0; at < value.length; at += PIECE) reply({ id, path, piece: value.slice(at, at + PIECE) });
    return [];
  }
  // Lists deeper within are never long.
  if (path.length > 3) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sendAhead(id, part, [...path, name])]));
};

/** A file crosses as a handle and is read here, so that even a large one never keeps the page waiting. */
const read = (arg: unknown): unknown =>
  arg instanceof Blob ? new Uint8Array(new FileReaderSync().readAsArrayBuffer(arg)) : arg;

const call = ({ id, method, args, asFile = false }: Call): void => {
  const run = methods.get(method);
  if (run === undefined) throw new Error(`the engine has no method ${method}`);
  const value = run(...args.map(read));
  if (asFile) reply({ id, ok: true, value: new Blob([JSON.stringify(value)], { type: "application/json" }) });
  else reply({ id, ok: true, value: sendAhead(id, value) }, movable(value));
};

self.addEventListener("message", ({ data }: MessageEvent<Start | Call>) => {
  try {
    if (data.kind === "start") start(data);
    else call(data);
  } catch (error) {
    fail(data.kind === "start" ? START_ID : data.id, error);
  }
});
