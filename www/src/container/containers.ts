// The page's side of workbooks and archives: a script of its own, fetched with the other program files.
import ContainerWorker from "./worker.js?worker&inline";
import type { Contents } from "../../../pkg/container/container.js";
import { containerModule } from "../shell/program-files.js";
import type { Ask, Said, Whole } from "./protocol.js";
import "./choice.js";

/** The worker crashed, which is a fault of the program, or was ended. */
export class ContainerEnded extends Error {}

/** A workbook or an archive that is open, in a worker of its own. Who opens one ends it. */
export class OpenContainer {
  readonly #worker = new ContainerWorker();
  #waiting: { resolve(value: Contents | Whole): void; reject(reason: ContainerEnded): void } | undefined;

  constructor(readonly file: Blob) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if ("crashed" in data) this.#crash(data.crashed);
      else this.#waiting?.resolve(data.answer);
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#crash(event.message);
    });
  }

  /** Reads what is in the file. The first thing to be asked. */
  open(name: string): Promise<Contents> {
    const module = containerModule();
    if (module === undefined) return Promise.reject(new ContainerEnded("the module is missing"));
    return this.#ask({ ask: "open", module, name, file: this.file }) as Promise<Contents>;
  }

  whole(entry: number): Promise<Whole> {
    return this.#ask({ ask: "whole", entry }) as Promise<Whole>;
  }

  /** The end of a port from which the entry comes, piece by piece. One entry at a time. */
  stream(entry: number): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ ask: "stream", entry, port: port1 } satisfies Ask, [port1]);
    return port2;
  }

  /** Ends the worker, and all that it read with it. */
  end(reason = "ended"): void {
    this.#worker.terminate();
    this.#waiting?.reject(new ContainerEnded(reason));
    this.#waiting = undefined;
  }

  #ask(asked: Ask): Promise<Contents | Whole> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.postMessage(asked);
    });
  }

  #crash(reason: string): void {
    console.error("The reader of workbooks and archives crashed:", reason);
    this.end(reason);
  }
}

/** Opens a file, does something with it, and ends its worker whatever comes. */
export const withContainer = async <T>(
  name: string,
  file: Blob,
  use: (container: OpenContainer, contents: Contents) => Promise<T>,
): Promise<T> => {
  const container = new OpenContainer(file);
  try {
    return await use(container, await container.open(name));
  } finally {
    container.end();
  }
};
