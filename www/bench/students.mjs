// Student files: a million rows and five million through the real import to cells, beside the shared floor, which only parses
// and counts. Start-up is within each time. The floor lies in EVENHAND_BENCH or ../shared/bench, and is built here.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The floor as WebAssembly; none where it isn't there. */
export const buildFloor = (root) => {
  const bench = process.env.EVENHAND_BENCH ?? join(root, "../shared/bench");
  if (!existsSync(join(bench, "floor/Cargo.toml"))) return undefined;
  // A copy, so that nothing is written into what is shared.
  const copy = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "floor");
  cpSync(join(bench, "floor"), copy, { recursive: true });
  const options = ["--quiet", "--release", "--lib", "--target", "wasm32-unknown-unknown", "--target-dir", join(copy, "target")];
  execFileSync("cargo", ["build", ...options, "--manifest-path", join(copy, "Cargo.toml")], { stdio: "inherit", cwd: copy });
  return readFileSync(join(copy, "target/wasm32-unknown-unknown/release/floor.wasm"));
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** How two lists of lines differ, in a word for a person. */
const difference = (own, other) => {
  const at = own.findIndex((line, place) => line !== other[place]);
  return own.length === other.length && at < 0
    ? undefined
    : `${own.length} and ${other.length} cells; the first that differ: ${own[at]} and ${other[at]}`;
};

/** Each import has a worker of its own, which ends after it. The rows come from a file, or are made. */
const importRows = (page, source, rounds, withFloor) =>
  page.evaluate(
    async ({ source, rounds, withFloor }) => {
      const ask = (message) =>
        new Promise((resolve, reject) => {
          const worker = new Worker("/bench/students-worker.mjs", { type: "module" });
          worker.onmessage = ({ data }) => {
            worker.terminate();
            if (data.failed === undefined) resolve(data);
            else reject(new Error(data.failed));
          };
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(message);
        });
      const blob =
        source.file === undefined ? (await ask({ rows: source.rows })).made : await (await fetch(source.file)).blob();
      const kinds = withFloor ? ["evenhand", "floor"] : ["evenhand"];
      const first = {};
      const times = { evenhand: [], floor: [] };
      // By turns, so that a machine that grows slower does so for both.
      for (let round = 0; round < rounds; round += 1) {
        for (const by of kinds) {
          const measured = await ask({ blob, by, compare: round === 0 });
          if (round === 0) first[by] = measured;
          times[by].push(measured.ms);
        }
      }
      const { evenhand, floor } = first;
      return {
        times,
        peak: evenhand.peak,
        told: evenhand.told,
        account: evenhand.accounts[0],
        cells: evenhand.lines,
        floorCells: floor?.lines,
      };
    },
    { source, rounds, withFloor },
  );

/**
 * Measures, and writes lines by `figure(name, unit, value, budget, least)`. `shared` is the shared file: its address and its
 * cells; `duckdb` computes a file's cells by DuckDB-Wasm.
 */
export const benchStudents = async ({ page, floor, rounds, figure, shared, duckdb }) => {
  if (floor === undefined)
    console.error("The shared floor is not there (EVENHAND_BENCH or ../shared/bench): no ratio to it is measured.");
  let million;
  for (const [name, rows, ratio, most] of [
    ["import-1m", 1_000_000, 2, 150],
    ["import-5m", 5_000_000, 6, 300],
  ]) {
    const one = rows === 1_000_000;
    const source = one && shared !== undefined ? { file: shared.address } : { rows };
    const measured = await importRows(page, source, one ? rounds : Math.min(rounds, 3), floor !== undefined);
    const { account, told, cells } = measured;
    if (account.kept !== rows || told.length > 0) throw new Error(`${name}: ${JSON.stringify({ account, told })}`);
    const others = { floor: measured.floorCells, "expected cells": source.file === undefined ? undefined : shared.cells };
    const own = median(measured.times.evenhand);
    figure(name, "ms", own);
    if (floor !== undefined) {
      const floorTime = median(measured.times.floor);
      million ??= { own, floorTime };
      figure(name, "floor-ms", floorTime);
      figure(name, "floor-ratio", own / million.floorTime / (rows / 1_000_000), one ? ratio : undefined);
    }
    million ??= { own };
    if (!one) figure(name, "per-1m", own / million.own, ratio);
    // The module's memory, which never shrinks, and the two chunks that are under way.
    figure(name, "peak-mib", measured.peak / (1 << 20), most);
    if (source.file !== undefined && duckdb !== undefined) {
      const times = [];
      for (let round = 0; round < rounds; round += 1) {
        const by = await duckdb(source.file);
        times.push(by.ms);
        others["DuckDB-Wasm"] ??= by.lines.sort();
      }
      figure(name, "duckdb-ms", median(times));
      figure(name, "duckdb-ratio", median(times) / own, undefined, 3);
    }
    for (const [other, lines] of Object.entries(others)) {
      const wrong = lines === undefined ? undefined : difference(cells, lines);
      if (wrong !== undefined) throw new Error(`${name}: not the cells of ${other}: ${wrong}`);
      if (lines !== undefined) console.log(`${name}: ${cells.length} cells, the same as ${other}`);
    }
  }
};
