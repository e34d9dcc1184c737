// The engine's side: one instance of the module, asked one thing at a time. It has no network: the blob it runs from
// inherits the page's closed policy.
import * as glue from "../../../pkg/evenhand.js";
import { START_ID, type Call, type FailureKind, type Reply, type Start } from "./protocol.js";

type Method = (...args: unknown[]) => unknown;

/** What may be called: the functions that the module exports. */
const methods = new Map<string, Method>();

const reply = (answer: Reply, transfer: Transferable[] = []): void => {
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

const start = ({ module }: Start): void => {
  glue.initSync({ module });
  for (const [name, value] of Object.entries(glue)) {
    if (typeof value === "function" && name !== "initSync" && name !== "default") methods.set(name, value as Method);
  }
  reply({ id: START_ID, ok: true, value: [...methods.keys()] });
};

const call = ({ id, method, args }: Call): void => {
  const run = methods.get(method);
  if (run === undefined) throw new Error(`the engine has no method ${method}`);
  const value = run(...args);
  reply({ id, ok: true, value }, movable(value));
};

self.addEventListener("message", ({ data }: MessageEvent<Start | Call>) => {
  try {
    if (data.kind === "start") start(data);
    else call(data);
  } catch (error) {
    fail(data.kind === "start" ? START_ID : data.id, error);
  }
});
