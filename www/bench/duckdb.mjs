// The same cells by DuckDB-Wasm, which is started, reads the file and computes them in SQL; it checks nothing. Its package is
// installed beside this file by `.ci/setup bench`, since nothing else needs it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("duckdb/node_modules", import.meta.url));

export const duckdbIsThere = () => existsSync(join(PACKAGES, "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));

/** A page on which the packages import each other by name. */
const PAGE = `<!doctype html><title>bench</title><script type="importmap">${JSON.stringify({
  imports: {
    "@duckdb/duckdb-wasm": "/duckdb/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs",
    "apache-arrow": "/duckdb/apache-arrow/Arrow.dom.mjs",
    flatbuffers: "/duckdb/flatbuffers/mjs/flatbuffers.js",
    tslib: "/duckdb/tslib/tslib.es6.mjs",
  },
})}</script>`;

/** What the server of the bench answers for these addresses; undefined for any other. */
export const duckdbFile = (path) => {
  if (path === "/duckdb") return { kind: "text/html", content: PAGE };
  if (!path.startsWith("/duckdb/") || path.includes("..")) return undefined;
  return { content: readFileSync(join(PACKAGES, path.slice("/duckdb/".length))) };
};

const GROUPS = ["gender", "race_eth", "frl", "el", "swd", "gifted", "migrant"];

const SQL = `
  WITH counted AS (
    SELECT school_id, year, subject, ${GROUPS.join(", ")}, count(*) AS n,
      count(*) FILTER (level >= 4) AS proficient, count(sgp) AS growing, 2 * median(sgp) AS growth
    FROM read_csv('rows.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = {
      student_id: 'VARCHAR', school_id: 'VARCHAR', school_name: 'VARCHAR', year: 'SMALLINT', subject: 'VARCHAR', grade: 'TINYINT',
      scale_score: 'SMALLINT', level: 'TINYINT', sgp: 'TINYINT', ${GROUPS.map((each) => `${each}: 'VARCHAR'`).join(", ")},
      continuous: 'VARCHAR' })
    GROUP BY GROUPING SETS ((school_id, year, subject), ${GROUPS.map((each) => `(school_id, year, subject, ${each})`).join(", ")})
  )
  SELECT concat_ws(',', school_id, year, subject,
    CASE ${GROUPS.map((each) => `WHEN ${each} IS NOT NULL THEN '${each},' || ${each}`).join(" ")} ELSE 'all,all' END,
    n, proficient, growing, coalesce(CAST(CAST(growth AS INTEGER) AS VARCHAR), '')) AS line
  FROM counted`;

/** Milliseconds from an empty page, its scripts loaded, to the cells; and the cells. */
export const byDuckdb = async (browser, stage, file) => {
  const page = await browser.newPage();
  await page.goto(`${stage}duckdb`);
  const measured = await page.evaluate(
    async ({ file, sql }) => {
      const { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } = await import("@duckdb/duckdb-wasm");
      const blob = await (await fetch(file)).blob();
      const began = performance.now();
      const folder = "/duckdb/@duckdb/duckdb-wasm/dist";
      const database = new AsyncDuckDB(new VoidLogger(), new Worker(`${folder}/duckdb-browser-eh.worker.js`));
      await database.instantiate(`${folder}/duckdb-eh.wasm`);
      await database.registerFileHandle("rows.csv", new File([blob], "rows.csv"), DuckDBDataProtocol.BROWSER_FILEREADER, true);
      const connection = await database.connect();
      const table = await connection.query(sql);
      const lines = table.toArray().map((row) => String(row.line));
      const ms = performance.now() - began;
      await connection.close();
      await database.terminate();
      return { ms, lines };
    },
    { file, sql: SQL },
  );
  await page.close();
  return measured;
};
