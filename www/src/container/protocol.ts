// What the page, the worker that opens workbooks and archives, and who reads their entries say to each other.
import type { Contents, Notice } from "../../../pkg/container/container.js";

export type Ask =
  /** The compiled module, since the worker itself can fetch nothing, and the file. The answer: `Contents`. */
  | { readonly ask: "open"; readonly module: WebAssembly.Module; readonly name: string; readonly file: Blob }
  /** The whole of an entry. The answer: `Whole`. */
  | { readonly ask: "whole"; readonly entry: number }
  /** An entry in pieces, to whoever has the other end of the port. No answer. */
  | { readonly ask: "stream"; readonly entry: number; readonly port: MessagePort };

/** An entry, unpacked. With an error among the notices none of it may be used. */
export interface Whole {
  readonly content: Blob;
  readonly notices: readonly Notice[];
}

export type Said = { readonly answer: Contents | Whole } | { readonly crashed: string };

/** What comes through the port for each message that asks for more. */
export type Piece =
  /** `done` tells how far the entry is read, of its size. */
  | { readonly bytes: Uint8Array; readonly done: number }
  | { readonly end: readonly Notice[] }
  /** The worker is gone, and the rest will never come. */
  | { readonly crashed: string };
