// The same cells by DuckDB-Wasm, which is started, reads the file and computes them in SQL; it checks nothing. Its package is
// installed beside this file by `.ci/setup bench`, since nothing else needs it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const FOLDER = fileURLToPath(new URL("duckdb", import.meta.url));
const PACKAGE = join(FOLDER, "node_modules/@duckdb/duckdb-wasm/dist");

export const duckdbIsThere = () => existsSync(join(PACKAGE, "duckdb-eh.wasm"));

/** Its scripts as one file, as a site would ship them: a hundred requests would be no fair start. */
const bundled = async () => {
  const { output } = (
    await build({
      configFile: false,
      root: FOLDER,
      logLevel: "error",
      build: { write: false, lib: { entry: join(PACKAGE, "duckdb-browser.mjs"), formats: ["es"], fileName: "duckdb" } },
    })
  )[0];
  return output[0].code;
};

let script;

/** What the server of the bench answers for these addresses; undefined for any other. */
export const duckdbFile = (path) => {
  if (path === "/duckdb.js") return { content: script };
  if (path === "/duckdb-worker.js") return { content: readFileSync(join(PACKAGE, "duckdb-browser-eh.worker.js")) };
  if (path === "/duckdb.wasm") return { content: readFileSync(join(PACKAGE, "duckdb-eh.wasm")) };
  return undefined;
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

/** Milliseconds from an empty page to the cells, its start included; and the cells. */
export const byDuckdb = async (browser, stage, file) => {
  script ??= await bundled();
  const page = await browser.newPage();
  await page.goto(stage);
  const measured = await page.evaluate(
    async ({ file, sql }) => {
      const blob = await (await fetch(file)).blob();
      const began = performance.now();
      const { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } = await import("/duckdb.js");
      const database = new AsyncDuckDB(new VoidLogger(), new Worker("/duckdb-worker.js"));
      await database.instantiate("/duckdb.wasm");
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
