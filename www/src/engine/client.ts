import EngineWorker from "./worker.js?worker&inline";
import { remoteWorkbench, type RemoteFiles, type RemoteWorkbench } from "./remote.js";
import { START_ID, type Call, type FailureKind, type Modules, type Piece, type Reply, type Start } from "./protocol.js";

/** Why a call has no answer. `reason` is what the engine said: its notices where it refused. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly reason: unknown = undefined,
  ) {
    super(typeof reason === "string" ? reason : kind);
    this.name = "Failure";
  }
}

interface Waiting {
  /** The pieces of long lists that came ahead of the answer. */
  readonly pieces: Piece[];
  resolve(value: unknown): void;
  reject(failure: Failure): void;
}

/** Puts the pieces of long lists where they belong. */
const putTogether = (value: unknown, pieces: readonly Piece[]): unknown => {
  for (const { path, piece } of pieces) {
    let at = value;
    for (const name of path) at = (at as Record<string, unknown>)[name];
    for (const item of piece) (at as unknown[]).push(item);
  }
  return value;
};

/**
 * The page's side of the engine. Every call ends: with the engine's answer or with a `Failure`. A crash ends the
 * worker, whose memory cannot be trusted any more, and starts a new one; what had been loaded must be loaded again.
 */
export class EngineClient {
  #modules: Modules | undefined;
  #worker: Worker | undefined;
  #lastId = START_ID;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onCrash = new Set<() => void>();
  readonly #onRestart = new Set<() => void>();

  /** The engine's one workbench: each of its methods, answered by the worker. */
  readonly workbench = remoteWorkbench<RemoteWorkbench>((method, args) => this.call(method, args));

  /** The same, each answered by a JSON file: what is large, and only to be saved. */
  readonly files = remoteWorkbench<RemoteFiles>((method, args) => this.#ask({ method, args, asFile: true }, []));

  constructor(private readonly makeWorker: () => Worker) {}

  /** Starts the engine. Its modules were compiled by the page, since the worker can fetch nothing. */
  async start(modules: Modules): Promise<void> {
    this.#modules = modules;
    await this.#launch();
  }

  /** Called after a crash, when a new engine is running or is about to. */
  onCrash(listener: () => void): () => void {
    this.#onCrash.add(listener);
    return () => void this.#onCrash.delete(listener);
  }

  /** Called whenever a fresh engine took the place of one that crashed or was stopped: its workbench is empty. */
  onRestart(listener: () => void): () => void {
    this.#onRestart.add(listener);
    return () => void this.#onRestart.delete(listener);
  }

  /** Asks the engine. What stands in `transfer` moves to the worker and is empty here afterwards. */
  async call<Answer>(method: string, args: readonly unknown[] = [], transfer: Transferable[] = []): Promise<Answer> {
    return this.#ask({ method, args }, transfer) as Promise<Answer>;
  }

  async #ask(asked: Omit<Call, "kind" | "id">, transfer: Transferable[]): Promise<unknown> {
    const worker = this.#worker;
    if (worker === undefined) throw new Failure("unavailable");
    const message: Call = { kind: "call", id: ++this.#lastId, ...asked };
    return this.#send(worker, message.id, message, transfer);
  }

  /** Ends whatever the engine is doing, at once, and starts a fresh one. */
  async stop(): Promise<void> {
    await this.#restart(new Failure("stopped"));
  }

  async #launch(): Promise<void> {
    if (this.#modules === undefined) throw new Failure("unavailable");
    const worker = this.makeWorker();
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Reply | Piece>) => this.#hear(worker, data));
    worker.addEventListener("messageerror", () => this.#crash(worker, "an answer could not be read"));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#crash(worker, event.message);
    });
    const message: Start = { kind: "start", modules: this.#modules };
    await this.#send(worker, START_ID, message, []);
  }

  #send(worker: Worker, id: number, message: Start | Call, transfer: Transferable[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, pieces: [] });
      try {
        worker.postMessage(message, transfer);
      } catch (error) {
        this.#waiting.delete(id);
        reject(new Failure("refused", error instanceof Error ? error.message : error));
      }
    });
  }

  #hear(worker: Worker, answer: Reply | Piece): void {
    if (worker !== this.#worker) return;
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    if ("piece" in answer) {
      waiting.pieces.push(answer);
    } else if (answer.ok) {
      this.#waiting.delete(answer.id);
      waiting.resolve(putTogether(answer.value, waiting.pieces));
    } else if (answer.kind === "crashed") {
      this.#crash(worker, answer.reason);
    } else {
      this.#waiting.delete(answer.id);
      waiting.reject(new Failure(answer.kind, answer.reason));
    }
  }

  #crash(worker: Worker, reason: unknown): void {
    if (worker !== this.#worker) return;
    const starting = this.#waiting.has(START_ID);
    const failure = new Failure("crashed", reason);
    console.error("The engine crashed:", reason);
    if (starting) {
      // It does not even start: trying for ever would help nobody.
      this.#end(failure);
    } else {
      void this.#restart(failure).catch(() => undefined);
    }
    for (const listener of [...this.#onCrash]) listener();
  }

  #end(failure: Failure): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of all) waiting.reject(failure);
  }

  async #restart(failure: Failure): Promise<void> {
    this.#end(failure);
    const launched = this.#launch();
    // The worker takes calls in their order, so what is asked here comes right after its start.
    for (const listener of [...this.#onRestart]) listener();
    await launched;
  }
}

/** The page's engine. */
export const engine = new EngineClient(() => new EngineWorker());
