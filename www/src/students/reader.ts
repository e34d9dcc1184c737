import StudentsWorker from "./worker.js?worker&inline";
import type {
  Answer,
  BesideSession,
  CellPlan,
  ColumnValues,
  InterimAnswer,
  InterimQuestion,
  InterimSchool,
  MappingDraft,
  Notice,
} from "../../../pkg/records/records.js";
import { layoutTexts, recordsModule } from "../shell/program-files.js";
import { Unpackers } from "../container/entries.js";
import type { Ask, Chosen, Given, OfColumn, Progress, Proposing, Said, Taken } from "./protocol.js";

/** The reader of student files crashed or was ended: what it held is gone. */
export class Ended extends Error {}

const giving = async (file: Chosen, unpackers: Unpackers): Promise<Given> => {
  const { name, content, within, mapping } = file;
  const port = await unpackers.port(file);
  return {
    name,
    content,
    size: within?.size ?? content.size,
    ...(port === undefined ? {} : { port }),
    ...(mapping === undefined ? {} : { mapping }),
  };
};

/** The page's side of the worker that holds the student records. It is started by the first question. */
export class Reader {
  #worker: Worker | undefined;
  #launched = 0;
  #waiting: { resolve(value: unknown): void; reject(reason: Ended): void } | undefined;

  /** `onLost` is told of a crash that ends no question: one that does, ends the question. */
  constructor(
    private readonly onProgress: (progress: Progress) => void,
    private readonly onLost: (lost: Ended) => void,
  ) {}

  read(files: readonly Chosen[], mappings: readonly string[]): Promise<Taken> {
    return this.#withGiven(files, (given) => this.#ask({ ask: "read", files: given, mappings })) as Promise<Taken>;
  }

  /** Tells one worker from the next, which knows nothing of what the other was told. */
  get launched(): number {
    return this.#launched;
  }

  /** What is wrong with the text of a mapping. */
  check(text: string): Promise<readonly Notice[]> {
    return this.#ask({ ask: "check", text }) as Promise<readonly Notice[]>;
  }

  /** How a file may be read: the beginning of what follows. */
  propose(file: Chosen): Promise<Proposing> {
    return this.#withGiven([file], ([given]) =>
      given === undefined ? Promise.reject(new Ended("no file")) : this.#ask({ ask: "propose", file: given }),
    ) as Promise<Proposing>;
  }

  values(name: string, of: OfColumn): Promise<ColumnValues> {
    return this.#ask({ ask: "values", name, of }) as Promise<ColumnValues>;
  }

  /** The text of the mapping that somebody made for a file, or what is wrong with it. */
  map(name: string, draft: MappingDraft): Promise<Answer<string>> {
    return this.#ask({ ask: "map", name, draft }) as Promise<Answer<string>>;
  }

  /** Workbooks and archives are unpacked by workers of their own, which end with the reading. */
  async #withGiven<T>(files: readonly Chosen[], use: (given: readonly Given[]) => Promise<T>): Promise<T> {
    const unpackers = new Unpackers();
    const given: Given[] = [];
    try {
      for (const file of files) given.push(await giving(file, unpackers));
      return await use(given);
    } finally {
      unpackers.end();
    }
  }

  sample(): Promise<readonly Chosen[]> {
    return this.#ask({ ask: "sample" }) as Promise<readonly Chosen[]>;
  }

  count(plan: CellPlan): Promise<string> {
    return this.#ask({ ask: "count", plan }) as Promise<string>;
  }

  /** How what was counted stands to what a session had counted, and the sum of both where they are disjoint. */
  beside(session: string, files: string): Promise<readonly [BesideSession, string | null]> {
    return this.#ask({ ask: "beside", session, files }) as Promise<readonly [BesideSession, string | null]>;
  }

  interimSchools(): Promise<readonly InterimSchool[]> {
    return this.#ask({ ask: "interim-schools" }) as Promise<readonly InterimSchool[]>;
  }

  interim(question: InterimQuestion): Promise<InterimAnswer | null> {
    return this.#ask({ ask: "interim", question }) as Promise<InterimAnswer | null>;
  }

  csv(headings: readonly string[], cells: readonly string[]): Promise<string> {
    return this.#ask({ ask: "csv", headings, cells }) as Promise<string>;
  }

  cancel(): void {
    this.#worker?.postMessage({ ask: "cancel" } satisfies Ask);
  }

  /** Ends the worker and all that it held. */
  end(reason = "ended"): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting?.reject(new Ended(reason));
    this.#waiting = undefined;
  }

  /** One question at a time: who asks waits for the answer. */
  async #ask(asked: Ask): Promise<unknown> {
    if (this.#worker === undefined && asked.ask !== "start") {
      const module = recordsModule();
      if (module === undefined) throw new Ended("the module is missing");
      this.#worker = this.#launch();
      await this.#ask({ ask: "start", module, layouts: layoutTexts() });
    }
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      const files = asked.ask === "read" ? asked.files : asked.ask === "propose" ? [asked.file] : [];
      const ports = files.flatMap(({ port }) => port ?? []);
      this.#worker?.postMessage(asked, ports);
    });
  }

  #launch(): Worker {
    const worker = new StudentsWorker();
    this.#launched += 1;
    worker.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if (worker !== this.#worker) return;
      if ("progress" in data) this.onProgress(data.progress);
      else if ("crashed" in data) this.#crash(data.crashed);
      else this.#answered(data.answer);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#crash(event.message);
    });
    return worker;
  }

  #answered(answer: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }

  #crash(reason: string): void {
    console.error("The reader of student files crashed:", reason);
    const idle = this.#waiting === undefined;
    this.end(reason);
    if (idle) this.onLost(new Ended(reason));
  }
}
