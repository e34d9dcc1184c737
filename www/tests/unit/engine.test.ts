// The conversation between page and worker: every call ends, whatever happens on the other side.
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Reply } from "../../src/engine/protocol.js";

/** A real trap: a module whose only function is `unreachable`. */
const trap = (): never => {
  const bytes = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ]);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  (exports["f"] as () => never)();
  throw new Error("the module did not trap");
};

vi.mock("../../../pkg/evenhand.js", () => ({
  initSync: vi.fn(),
  default: vi.fn(),
  double: (value: number) => value * 2,
  column: () => new Float64Array([1, 2]),
  refuse: () => {
    throw { notices: [{ code: "policy.not-json" }] };
  },
  trap: () => trap(),
  Workbench: class {
    #sum = 0;
    add(value: number): number {
      return (this.#sum += value);
    }
    list(length: number): unknown {
      return { type: "success", value: { list: Array.from({ length }, (_, place) => ({ place })), other: [1] } };
    }
    clearTable(): void {
      // Nothing to forget.
    }
    free(): void {
      throw new Error("the workbench was freed");
    }
  },
}));

vi.mock("../../../pkg/tables/tables.js", () => ({
  initSync: vi.fn(),
  SchoolFiles: class {
    addFile(name: string, bytes: Uint8Array): unknown {
      return { type: "success", value: `${name}: ${String(bytes.length)}`, notices: [] };
    }
  },
}));

type Listener = (event: { data?: unknown; message?: string; preventDefault?: () => void }) => void;

/** A worker in the same thread: runs `worker.ts`, and copies messages as a browser would. */
class ThreadlessWorker {
  static made: ThreadlessWorker[] = [];
  terminated = false;
  #listeners = new Map<string, Listener[]>();
  #inner: Listener | undefined;
  #ready: Promise<void>;

  constructor() {
    ThreadlessWorker.made.push(this);
    this.#ready = this.#boot();
  }

  async #boot(): Promise<void> {
    vi.resetModules();
    vi.stubGlobal(
      "FileReaderSync",
      class {
        // Node reads files only later, so the test's file carries its bytes with it.
        readAsArrayBuffer = (blob: Blob): ArrayBuffer => new ArrayBuffer(blob.size);
      },
    );
    vi.stubGlobal("self", {
      addEventListener: (_: string, listener: Listener) => (this.#inner = listener),
      postMessage: (data: Reply, transfer: Transferable[]) => {
        const copy = structuredClone(data, { transfer });
        queueMicrotask(() => this.say("message", { data: copy }));
      },
    });
    await import("../../src/engine/worker.js");
  }

  addEventListener(kind: string, listener: Listener): void {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), listener]);
  }

  say(kind: string, event: Parameters<Listener>[0]): void {
    if (!this.terminated) for (const listener of this.#listeners.get(kind) ?? []) listener(event);
  }

  postMessage(data: unknown, transfer: Transferable[]): void {
    const copy: unknown = structuredClone(data, { transfer });
    void this.#ready.then(() => {
      if (!this.terminated) this.#inner?.({ data: copy });
    });
  }

  terminate(): void {
    this.terminated = true;
  }
}

vi.mock("../../src/engine/worker.js?worker&inline", () => ({ default: class {} }));
const { EngineClient, Failure } = await import("../../src/engine/client.js");

const EMPTY = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
const started = async (): Promise<InstanceType<typeof EngineClient>> => {
  const client = new EngineClient(() => new ThreadlessWorker() as unknown as Worker);
  await client.start({ engine: EMPTY, tables: EMPTY });
  return client;
};

describe("the engine's client", () => {
  beforeEach(() => {
    ThreadlessWorker.made = [];
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });

  it("answers each call with its own answer", async () => {
    const client = await started();
    await expect(Promise.all([client.call("double", [2]), client.call("double", [21])])).resolves.toEqual([4, 42]);
    await expect(client.call("column")).resolves.toEqual(new Float64Array([1, 2]));
  });

  it("moves what is to be moved", async () => {
    const client = await started();
    const bytes = new Uint8Array(8);
    await client.call("double", [bytes], [bytes.buffer]);
    expect(bytes.byteLength).toBe(0);
  });

  it("carries a refusal with its notices and goes on", async () => {
    const client = await started();
    await expect(client.call("refuse")).rejects.toMatchObject({
      kind: "refused",
      reason: { notices: [{ code: "policy.not-json" }] },
    });
    await expect(client.call("double", [1])).resolves.toBe(2);
    expect(ThreadlessWorker.made).toHaveLength(1);
  });

  it("refuses what the module does not export, the glue's own functions, and what cannot be sent", async () => {
    const client = await started();
    for (const method of [
      "nothing",
      "initSync",
      "default",
      "constructor",
      "__proto__",
      "Workbench",
      "workbench.free",
    ]) {
      await expect(client.call(method)).rejects.toMatchObject({ kind: "refused" });
    }
    await expect(client.call("double", [() => 1])).rejects.toBeInstanceOf(Failure);
    await expect(client.call("double", [1])).resolves.toBe(2);
  });

  it("keeps one workbench between calls, and an empty one after a restart", async () => {
    const client = await started();
    await expect(client.call("workbench.add", [2])).resolves.toBe(2);
    await expect(client.call("workbench.add", [3])).resolves.toBe(5);
    const restarted = vi.fn(() => void client.call("workbench.add", [10]));
    client.onRestart(restarted);
    await client.stop();
    await expect(client.call("workbench.add", [1])).resolves.toBe(11);
    expect(restarted).toHaveBeenCalledOnce();
  });

  it("sends long lists in pieces and puts them together again", async () => {
    const client = await started();
    const said = vi.spyOn(ThreadlessWorker.made[0] as ThreadlessWorker, "say");
    for (const length of [0, 1, 1_000, 1_001, 2_500]) {
      const list = Array.from({ length }, (_, place) => ({ place }));
      await expect(client.call("workbench.list", [length])).resolves.toEqual({
        type: "success",
        value: { list, other: [1] },
      });
    }
    expect(said).toHaveBeenCalledTimes(5 + 2 + 3);
  });

  it("takes a file as a handle and reads it on its own side", async () => {
    const client = await started();
    const answer: unknown = await client.workbench.addFile("a.csv", new Blob(["four"]));
    expect(answer).toMatchObject({ value: "a.csv: 4" });
  });

  it("ends a trapped worker, fails every waiting call, says so, and starts a new one", async () => {
    const client = await started();
    const crashed = vi.fn();
    client.onCrash(crashed);
    const both = [client.call("trap"), client.call("double", [1])];
    for (const each of both) await expect(each).rejects.toMatchObject({ kind: "crashed" });
    expect(crashed).toHaveBeenCalledOnce();
    expect(ThreadlessWorker.made.map(({ terminated }) => terminated)).toEqual([true, false]);
    await expect(client.call("double", [4])).resolves.toBe(8);
  });

  it("treats a fault outside any call, and an answer that cannot be read, as a crash", async () => {
    for (const kind of ["error", "messageerror"]) {
      const client = await started();
      const waiting = client.call("double", [1]);
      ThreadlessWorker.made.at(-1)?.say(kind, { message: "a fault", preventDefault: () => undefined });
      await expect(waiting).rejects.toMatchObject({ kind: "crashed" });
      await expect(client.call("double", [4])).resolves.toBe(8);
    }
  });

  it("stops on request and is ready again", async () => {
    const client = await started();
    const waiting = client.call("double", [1]);
    const stopped = client.stop();
    await expect(waiting).rejects.toMatchObject({ kind: "stopped" });
    await stopped;
    await expect(client.call("double", [4])).resolves.toBe(8);
  });

  it("answers before the start that it is not there", async () => {
    const client = new EngineClient(() => new ThreadlessWorker() as unknown as Worker);
    await expect(client.call("double", [1])).rejects.toMatchObject({ kind: "unavailable" });
  });
});
