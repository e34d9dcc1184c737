// `make bench`: what the design has budgets for, measured in one run in headless Chromium. Medians of five.
import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { sharedFile } from "./assessments-file.mjs";
import { byDuckdb, duckdbFile, duckdbIsThere } from "./duckdb.mjs";
import { benchExcel } from "./excel.mjs";
import { benchStudents, buildFloor } from "./students.mjs";
import { folderListener, listen } from "../server/folder-server.mjs";

const ROUNDS = 5;
const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "www/dist");
const KINDS = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const compressed = (file) => gzipSync(readFileSync(file), { level: 9 }).length / 1024;
const lines = [];
const figure = (name, unit, value, budget, least) => {
  const line = `bench ${name} ${unit} ${value.toFixed(value < 10 ? 2 : 1)}`;
  lines.push(line);
  if (budget !== undefined && value > budget) console.error(`over budget (${budget}): ${line}`);
  if (least !== undefined && value < least) console.error(`under its budget (${least}): ${line}`);
};

const floor = buildFloor(root);
const shared = sharedFile(root);
if (!duckdbIsThere()) console.error("DuckDB-Wasm is not installed (.ci/setup bench): no ratio to it is measured.");

/** Serves the module and this folder to the measuring worker; no policy of content, no service worker. */
const stage = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  if (path === "/") {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>bench</title>");
    return;
  }
  if (path === "/floor.wasm" && floor !== undefined) {
    response.writeHead(200, { "content-type": KINDS[".wasm"] }).end(floor);
    return;
  }
  if (path === "/assessments.csv" && shared !== undefined) {
    createReadStream(shared.path).pipe(response.writeHead(200, { "content-type": "text/csv" }));
    return;
  }
  const file = path.startsWith("/bench/") ? join(root, "www", path) : path.startsWith("/pkg/") ? join(root, path) : "";
  try {
    const { kind, content } = duckdbFile(path) ?? { content: readFileSync(file) };
    response.writeHead(200, { "content-type": kind ?? KINDS[extname(path)] ?? "text/plain" }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => stage.listen(0, "127.0.0.1", resolve));
const stageAddress = `http://127.0.0.1:${stage.address().port}/`;
const policy = readFileSync(join(root, "www/policies/chicago-sqrp-2019.json"), "utf8");

const browser = await chromium.launch({
  executablePath: process.env.EVENHAND_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
  ],
});

const inWorker = async (schools) => {
  const page = await browser.newPage();
  await page.goto(stageAddress);
  const measured = await page.evaluate(
    (message) =>
      new Promise((resolve) => {
        const worker = new Worker("/bench/worker.mjs", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => resolve({ failed: event.message });
        worker.postMessage(message);
      }),
    { policy, schools, rounds: ROUNDS },
  );
  await page.close();
  if (measured.failed !== undefined) throw new Error(measured.failed);
  return measured;
};

const { server, port } = await listen(await folderListener({ folder: dist }), 0);
const firstLoads = [];
for (let round = 0; round < ROUNDS; round += 1) {
  // A context of its own is a first visit: no cache, no service worker.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/`);
  await page.waitForFunction(() => performance.getEntriesByName("evenhand-ready").length > 0);
  firstLoads.push(await page.evaluate(() => performance.getEntriesByName("evenhand-ready")[0].startTime));
  await context.close();
}
server.close();

const few = await inWorker(650);
const many = await inWorker(10_000);
const studentsPage = await browser.newPage();
await studentsPage.goto(stageAddress);
await benchExcel(studentsPage, ROUNDS, figure);
await benchStudents({
  page: studentsPage,
  floor,
  rounds: ROUNDS,
  figure,
  shared: shared && { address: "/assessments.csv", cells: shared.cells },
  duckdb: duckdbIsThere() ? (file) => byDuckdb(browser, stageAddress, file) : undefined,
});
await browser.close();
stage.close();
if (few.rated < 600) throw new Error(`only ${few.rated} of 650 schools were rated`);

const assets = readdirSync(join(dist, "assets")).map((file) => join(dist, "assets", file));
const sum = (ending, part = "") =>
  assets.filter((file) => file.endsWith(ending) && file.includes(part)).reduce((total, file) => total + compressed(file), 0);

figure("rate-650", "ms", median(few.rate), 20);
figure("rate-650-first", "ms", few.first);
figure("read-650", "ms", few.read);
figure("together-650", "ms", few.together);
figure("together-10000", "ms", many.together);
figure("handed-over-10000", "ms", many.handed);
figure("rate-10000", "ms", median(many.rate));
figure("rate-10000-per-650", "ratio", median(many.rate) / median(few.rate) / (10_000 / 650));
figure("trace", "ms", median(few.trace), 2);
figure("first-load", "ms", median(firstLoads), 1000);
figure("module", "gzip-kb", compressed(join(root, "pkg/evenhand_bg.wasm")), 250);
figure("tables-module", "gzip-kb", compressed(join(root, "pkg/tables/tables_bg.wasm")));
figure("container-module", "gzip-kb", compressed(join(root, "pkg/container/container_bg.wasm")), 350);
figure("records-module", "gzip-kb", compressed(join(root, "pkg/records/records_bg.wasm")));
figure("page", "gzip-kb", sum(".js", "assets/index-"), 80);
figure("student-pages", "gzip-kb", sum(".js") - sum(".js", "assets/index-"));
figure("styles", "gzip-kb", sum(".css"), 30);
console.log(lines.join("\n"));
