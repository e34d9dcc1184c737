// `make serve`: the built folder on localhost, with the headers of its own header file.
import { fileURLToPath } from "node:url";
import { folderListener, listen } from "./folder-server.mjs";

const folder = fileURLToPath(new URL("../dist", import.meta.url));
const wanted = Number(process.env["PORT"] ?? "8080");
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env["PORT"]}".`);
  process.exit(2);
}

const { server, port } = await listen(await folderListener({ folder }), wanted);
if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken, so the next free one is used.`);
console.log(`\n  Evenhand is at  http://localhost:${port}/\n\n  Press Ctrl+C to stop.`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
