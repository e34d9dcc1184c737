import type { Page } from "@playwright/test";

/**
 * Lets the reader of student files wait a moment before each further piece, so that a test can stop it midway however fast
 * the machine is and however slow the test. The answer lets it run on.
 */
export const slowReading = async (page: Page): Promise<() => Promise<void>> => {
  // After the engine's, the worker of the records is the first that is started.
  const reader = page.workers()[1];
  if (reader === undefined) throw new Error("no student file was read yet");
  await reader.evaluate(() => {
    const { read } = ReadableStreamDefaultReader.prototype;
    const { postMessage } = MessagePort.prototype;
    const moment = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 200));
    // A piece of a file as it is, and the request for the next piece of an archive.
    ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
      await moment();
      return read.call(this);
    };
    MessagePort.prototype.postMessage = function (this: MessagePort, ...said: [unknown]) {
      void moment().then(() => postMessage.apply(this, said));
    };
    Object.assign(self, {
      runOn: () => {
        Object.assign(ReadableStreamDefaultReader.prototype, { read });
        Object.assign(MessagePort.prototype, { postMessage });
      },
    });
  });
  return () => reader.evaluate(() => (self as unknown as { runOn(): void }).runOn());
};
