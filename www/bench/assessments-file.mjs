// The file of a million assessments that the shared benchmark makes, and the cells that are known for it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The file's path and its cells' lines. Undefined, with the reason told, where it can't be made here. */
export const sharedFile = (root) => {
  const bench = process.env.EVENHAND_BENCH ?? join(root, "../shared/bench");
  const generator = join(bench, "generate_assessments.py");
  const python = join(root, "target/bench/python/bin/python");
  const missing = [generator, python].find((path) => !existsSync(path));
  if (missing !== undefined) {
    console.error(`${missing} is not there: an own file of the same shape is measured, and compared with the floor's cells.`);
    return undefined;
  }
  const path = join(root, "target/bench/assessments-1m.csv");
  if (!existsSync(path)) {
    mkdirSync(join(root, "target/bench"), { recursive: true });
    execFileSync(python, [generator, `${path}.part`], { stdio: ["ignore", "ignore", "inherit"] });
    renameSync(`${path}.part`, path);
  }
  const cells = gunzipSync(readFileSync(join(bench, "expected-cells.csv.gz"))).toString();
  return { path, cells: cells.trim().split(/\r?\n/).slice(1).sort() };
};
