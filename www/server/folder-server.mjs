// A small host for the built folder on this machine. It only reads, and only below that folder.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { hostHeaders } from "./host-headers.mjs";

/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * @param {string} folder
 * @param {string} path
 * @returns {Promise<string | undefined>} the file for a path, if the folder has one to give
 */
const fileFor = async (folder, path) => {
  const wanted = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!wanted.startsWith(folder + sep) || /(^|\/)[._][^/]*$/.test(path)) return undefined;
  const found = await stat(wanted).catch(() => undefined);
  return found?.isFile() === true ? wanted : undefined;
};

/**
 * @param {{ folder: string, withHeaders?: boolean }} options without headers it is a host that knows no header files
 * @returns {Promise<import("node:http").RequestListener>}
 */
export const folderListener = async ({ folder, withHeaders = true }) => {
  const headersFor = withHeaders ? await hostHeaders(folder) : () => [];
  return (request, response) => {
    const answer = async () => {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
      for (const [name, value] of headersFor(path)) response.setHeader(name, value);
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405, { Allow: "GET, HEAD" }).end();
        return;
      }
      const file = await fileFor(folder, path);
      if (file === undefined) {
        response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
        return;
      }
      response.writeHead(200, { "Content-Type": MEDIA_TYPES[extname(file)] ?? "application/octet-stream" });
      if (request.method === "HEAD") response.end();
      else
        createReadStream(file)
          .on("error", () => response.destroy())
          .pipe(response);
    };
    answer().catch(() => {
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  };
};

/**
 * Listens on this machine only; takes the next port while one is taken.
 * @param {import("node:http").RequestListener} listener
 * @param {number} port
 * @returns {Promise<{ server: import("node:http").Server, port: number }>}
 */
export const listen = async (listener, port) => {
  const server = createServer(listener);
  for (let next = port; next < port + 50; next += 1) {
    const free = await new Promise((resolve, reject) => {
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
        error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error),
      );
      server.listen(next, "127.0.0.1", () => resolve(true));
    });
    server.removeAllListeners("error");
    const address = server.address();
    if (free && address !== null && typeof address === "object") return { server, port: address.port };
    if (port === 0) break;
  }
  throw new Error(`no free port from ${port} on`);
};
