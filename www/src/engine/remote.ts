// The workbench as the page sees it: the same methods as the worker's class, each answered later. Its type is made from the
// class, whose types are made from the Rust code: nothing is written down twice.
import type { Workbench } from "./joined.js";
import { WORKBENCH } from "./protocol.js";

/** Bytes may also cross as a file, which the worker reads by itself. */
type Sent<Arg> = Arg extends Uint8Array | number[] ? Uint8Array | Blob : Arg;

type Sending<Args extends readonly unknown[]> = { [Place in keyof Args]: Sent<Args[Place]> };

type Later<Method> = Method extends (...args: infer Args) => infer Answer
  ? (...args: Sending<Args>) => Promise<Answer>
  : never;

type Filed<Method> = Method extends (...args: infer Args) => unknown
  ? (...args: Sending<Args>) => Promise<Blob>
  : never;

export type RemoteWorkbench = { readonly [Name in Exclude<keyof Workbench, "free" | symbol>]: Later<Workbench[Name]> };

/** Methods whose answers come as JSON files. */
export type RemoteFiles = { readonly [Name in "session" | "exportRatings"]: Filed<Workbench[Name]> };

/** Turns each method into a call. */
export const remoteWorkbench = <Remote extends object>(
  call: (method: string, args: readonly unknown[]) => Promise<unknown>,
): Remote =>
  new Proxy({} as Remote, {
    get: (_, name) =>
      // A `then` would make the workbench look like an answer that is still to come.
      typeof name === "string" && name !== "then"
        ? (...args: readonly unknown[]) => call(`${WORKBENCH}${name}`, args)
        : undefined,
  });
