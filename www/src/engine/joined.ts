// Files and policies together, as the page knows them. Two modules do the work, so that each stays small: one reads the
// files and puts them together, the other opens policies and rates. Here each is given what it needs of the other.
import { Workbench as Engine } from "../../../pkg/evenhand.js";
import type {
  Answer,
  Choosing,
  FileSummary,
  Mapping,
  PolicySummary,
  RatingResult,
  Session,
  SessionRead,
} from "../../../pkg/evenhand.js";
import { SchoolFiles } from "../../../pkg/tables/tables.js";
import { apart, written, type Apart, type StudentSource } from "./student-part.js";

/** A session that was opened: what a person had chosen and added, the files, and what it has of student files. */
export type OpenedSession = Omit<SessionRead, "hints"> & { files: FileSummary[] } & Omit<Apart, "text">;

/** What stands here in no way of its own, the engine answers. */
export class Workbench extends Engine {
  readonly #files = new SchoolFiles();
  /** Whether the engine lacks the files as they are now. */
  #stale = false;

  #changed(): void {
    this.#stale = true;
    this.clearTable();
  }

  #changedBy<Value>(answer: Answer<Value>): Answer<Value> {
    if (answer.type === "success") this.#changed();
    return answer;
  }

  /** A policy that was opened after a file may know the file's columns. */
  override openPolicy(text: string): Answer<PolicySummary> {
    const answer = super.openPolicy(text);
    if (answer.type === "success") this.#files.setHints(this.layoutHints());
    return this.#changedBy(answer);
  }

  addFile(name: string, bytes: Uint8Array): Answer<FileSummary> {
    return this.#changedBy(this.#files.addFile(name, bytes));
  }

  mapFile(file: number, mapping: Mapping): Answer<FileSummary> {
    return this.#changedBy(this.#files.mapFile(file, mapping));
  }

  removeFile(file: number): void {
    this.#files.removeFile(file);
    this.#changed();
  }

  override clear(): void {
    this.#files.clear();
    super.clear();
    this.#changed();
  }

  files(): FileSummary[] {
    return this.#files.files();
  }

  override suggestedPolicies(): string[] {
    return super.suggestedPolicies(this.#files.matched());
  }

  override rate(policy: string, choosing: Choosing): Answer<RatingResult> {
    if (this.#stale) this.setTable(this.#files.table());
    this.#stale = false;
    const answer = super.rate(policy, choosing);
    if (answer.type === "failure") return answer;
    return { ...answer, notices: [...this.#files.notices(), ...answer.notices] };
  }

  /** The session, with how student files are read, and those files themselves if there are any to be kept. */
  override session(
    chosen: string | null | undefined,
    choosing: Choosing,
    mappings: readonly string[] = [],
    students: readonly StudentSource[] = [],
  ): Session {
    const files = this.#files.session();
    return { ...super.session(chosen, choosing), files, mappings: [...mappings], studentFiles: written(students) };
  }

  /** Opens a saved session in place of what is there. When it can't be opened, everything stays. */
  openSession(source: string | Uint8Array): Answer<OpenedSession> {
    const { text, ...parts } = apart(typeof source === "string" ? source : new TextDecoder().decode(source));
    const read = this.readSession(text);
    if (read.type === "failure") return read;
    const { hints, ...value } = read.value;
    const files = this.#files.openSession(text, hints);
    if (files.type === "failure") return files;
    this.takeSession();
    this.#changed();
    return {
      type: "success",
      value: { ...value, ...parts, files: files.value },
      notices: [...read.notices, ...files.notices],
    };
  }
}
