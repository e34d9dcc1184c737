// Workbooks and archives among the student files: each of their entries is read like a file of its own, from a worker that
// unpacks as the reader of the records goes on.
import type { Notice } from "../../../pkg/container/container.js";
import { containers } from "../shell/program-files.js";
import type { Chosen } from "../students/protocol.js";
import { isContainer } from "./kind.js";
import type { OpenContainer } from "./containers.js";

/** What is told of a workbook or an archive as a whole. */
export interface Told {
  readonly name: string;
  readonly notices: readonly Notice[];
}

/** The files with those that hold others replaced by what they hold; and what is told of these. */
export const entriesOf = async (
  files: readonly Chosen[],
): Promise<{ readonly chosen: readonly Chosen[]; readonly told: readonly Told[] }> => {
  const chosen: Chosen[] = [];
  const told: Told[] = [];
  for (const file of files) {
    // A file that can't be read is told when it is tried as a table.
    if (!(await isContainer(file.content).catch(() => false))) {
      chosen.push(file);
      continue;
    }
    await containers().withContainer(file.name, file.content, (_, { entries, notices }) => {
      for (const [entry, { file: name, size }] of entries.entries())
        chosen.push({ name, content: file.content, within: { container: file.name, entry, size } });
      if (notices.length > 0) told.push({ name: file.name, notices });
      return Promise.resolve();
    });
  }
  return { chosen, told };
};

/** The bytes of a file, unpacked if it must be. */
export const contentOf = async ({ name, content, within }: Chosen): Promise<Blob> =>
  within === undefined
    ? content
    : containers().withContainer(name, content, async (container) => (await container.whole(within.entry)).content);

/** The workers that unpack while files are read. All of them end with the reading. */
export class Unpackers {
  readonly #open = new Map<Blob, OpenContainer>();

  /** Where an entry comes from, piece by piece; nothing for a file that is read as it is. */
  async port({ content, within }: Chosen): Promise<MessagePort | undefined> {
    if (within === undefined) return undefined;
    let container = this.#open.get(content);
    if (container === undefined) {
      container = new (containers().OpenContainer)(content);
      this.#open.set(content, container);
      await container.open(within.container);
    }
    return container.stream(within.entry);
  }

  end(): void {
    for (const container of this.#open.values()) container.end();
    this.#open.clear();
  }
}
