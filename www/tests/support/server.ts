// Two hosts on this machine: the site's own, and a stranger that must never hear anything. Both write down whatever
// arrives, so a test can ask the receiving end instead of believing the sender.
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { folderListener, listen } from "../../server/folder-server.mjs";

export interface Arrival {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: string;
}

export class Host {
  readonly arrivals: Arrival[] = [];
  #server: Server | undefined;
  #port = 0;

  private constructor(private readonly answer: RequestListener) {}

  static async start(answer: RequestListener): Promise<Host> {
    const host = new Host(answer);
    await host.open();
    return host;
  }

  get origin(): string {
    return `http://localhost:${String(this.#port)}`;
  }

  /** Listens, again on the same port after a `close`. */
  async open(): Promise<void> {
    const { server, port } = await listen((request, response) => this.#take(request, response), this.#port);
    // A WebSocket begins as a request to upgrade, which Node hands over here; that it arrived is all that counts.
    server.on("upgrade", (request, socket) => {
      this.arrivals.push({ method: "UPGRADE", url: request.url ?? "", body: "" });
      socket.destroy();
    });
    this.#server = server;
    this.#port = port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    // Written down at once: a body that is cut off must not hide the request.
    const at = this.arrivals.length;
    const seen = { method: request.method ?? "", url: request.url ?? "" };
    this.arrivals.push({ ...seen, body: "" });
    request.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      this.arrivals[at] = { ...seen, body: Buffer.concat(chunks).toString() };
    });
    this.answer(request, response);
  }
}

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** Extra answers of the own host, by path, for what a test needs beside the built folder. */
export type Extras = Readonly<Record<string, { readonly type: string; readonly body: string }>>;

/**
 * The built site on a host of its own.
 * @param withHeaders whether the host knows the header files, as GitHub Pages and S3 do not
 */
export const startSite = async ({
  withHeaders = true,
  extras = {},
}: { withHeaders?: boolean; extras?: Extras } = {}): Promise<Host> => {
  const folder = await folderListener({ folder: DIST, withHeaders });
  return Host.start((request, response) => {
    const extra = extras[new URL(request.url ?? "/", "http://localhost").pathname];
    if (extra === undefined) {
      folder(request, response);
    } else {
      response.writeHead(200, { "Content-Type": extra.type, "Cache-Control": "no-store" }).end(extra.body);
    }
  });
};

/** A stranger on another origin, which takes whatever comes. */
export const startSink = (): Promise<Host> =>
  Host.start((request, response) => {
    request.resume();
    response
      .writeHead(200, { "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" })
      .end("taken");
  });
