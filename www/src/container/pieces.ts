// The reading end of a port from which an entry comes.
import type { Notice } from "../../../pkg/container/container.js";
import type { Piece } from "./protocol.js";

/** The entry's pieces; at its end what is told of it. The next piece is unpacked while one is read. */
export const piecesFrom = async function* (
  port: MessagePort,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly done: number }, readonly Notice[]> {
  const next = (): Promise<Piece> =>
    new Promise((resolve) => {
      port.onmessage = ({ data }: MessageEvent<Piece>) => resolve(data);
      port.postMessage(undefined);
    });
  try {
    let coming = next();
    for (;;) {
      const piece = await coming;
      if ("crashed" in piece) throw new Error(piece.crashed);
      if ("end" in piece) return piece.end;
      coming = next();
      yield piece;
    }
  } finally {
    port.close();
  }
};
