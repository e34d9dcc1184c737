// Workbooks and archives are opened here, away from the page. The worker reads of the file what it needs, has no network, and
// ends when the file is read.
import { ContainerFile, initSync } from "../../../pkg/container/container.js";
import type { Ask, Piece, Said, Whole } from "./protocol.js";

/** What is unpacked at once. */
const CHUNK = 1 << 20;

let opened: ContainerFile | undefined;

const say = (said: Said): void => (self as unknown as Worker).postMessage(said);

const open = ({ module, name, file }: Extract<Ask, { ask: "open" }>): ContainerFile => {
  initSync({ module });
  const reader = new FileReaderSync();
  return new ContainerFile(name, BigInt(file.size), (from, length) => {
    const start = Number(from);
    return new Uint8Array(reader.readAsArrayBuffer(file.slice(start, start + length)));
  });
};

const whole = (file: ContainerFile, entry: number): Whole => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  file.begin(entry);
  for (let piece = file.next(CHUNK); piece !== undefined; piece = file.next(CHUNK))
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  return { content: new Blob(pieces), notices: file.finish() };
};

/** Whose turn it is: one entry at a time is read, though all ports may be given out ahead. */
let current: MessagePort | undefined;

/** One piece for each message, so that no more is unpacked than is read. */
const stream = (file: ContainerFile, entry: number, port: MessagePort): void => {
  const send = (piece: Piece, transfer: Transferable[] = []): void => port.postMessage(piece, transfer);
  let begun = false;
  port.onmessage = () => {
    try {
      if (!begun) {
        begun = true;
        current = port;
        file.begin(entry);
      }
      // Who gave up an entry may have asked for one piece more.
      if (current !== port) return;
      const bytes = file.next(CHUNK);
      if (bytes === undefined) send({ end: file.finish() });
      else send({ bytes, done: Number(file.done()) }, [bytes.buffer as ArrayBuffer]);
    } catch (error) {
      const crashed = String(error);
      send({ crashed });
      say({ crashed });
    }
  };
};

self.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  try {
    if (data.ask === "open") {
      opened = open(data);
      say({ answer: opened.contents() });
    } else if (opened === undefined) throw new Error("no file is open");
    else if (data.ask === "whole") say({ answer: whole(opened, data.entry) });
    else stream(opened, data.entry, data.port);
  } catch (error) {
    say({ crashed: String(error) });
  }
});
