// What the page and the worker say to each other.

/** The two compiled modules that make the engine: one rates, the other reads school-level files. */
export interface Modules {
  readonly engine: WebAssembly.Module;
  readonly tables: WebAssembly.Module;
}

/** The first message: the compiled modules, which the worker itself could no longer fetch. */
export interface Start {
  readonly kind: "start";
  readonly modules: Modules;
}

export interface Call {
  readonly kind: "call";
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
  /** Whether the answer is to be a file: its JSON is written where it came from, so the page never waits for it. */
  readonly asFile?: boolean;
}

/**
 * - `refused`: the engine answered that it cannot, with its reasons.
 * - `crashed`: a fault in the engine itself; it was started anew and has forgotten what it held.
 * - `stopped`: the reader stopped the work.
 * - `unavailable`: the engine is not running.
 */
export type FailureKind = "refused" | "crashed" | "stopped" | "unavailable";

/** The names that lead to a list within an answer. */
export type Path = readonly string[];

/** Reading a message keeps the page waiting, so no list in a message is longer than this. */
export const PIECE = 1_000;

/** A long list travels in pieces, ahead of the answer that it belongs to. */
export interface Piece {
  readonly id: number;
  readonly path: Path;
  readonly piece: readonly unknown[];
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly kind: FailureKind; readonly reason: unknown };

/** The worker's answer to `Start` carries this id. */
export const START_ID = 0;

/** Stands before the names of the workbench's methods. */
export const WORKBENCH = "workbench.";
