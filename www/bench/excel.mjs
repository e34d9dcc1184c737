// A workbook of 100,000 students' rows, from fresh modules to the cells.

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export const benchExcel = async (page, rounds, figure) => {
  const rows = 100_000;
  const measured = await page.evaluate(
    async ({ rows, rounds }) => {
      const ask = (message) =>
        new Promise((resolve, reject) => {
          const worker = new Worker("/bench/excel-worker.mjs", { type: "module" });
          worker.onmessage = ({ data }) => {
            worker.terminate();
            if (data.failed === undefined) resolve(data);
            else reject(new Error(data.failed));
          };
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(message);
        });
      const { csv, workbook } = await ask({ rows });
      const plain = await ask({ csv });
      const times = [];
      let last;
      for (let round = 0; round < rounds; round += 1) {
        last = await ask({ workbook });
        times.push(last.ms);
      }
      return { times, kept: last.kept, same: last.cells === plain.cells, size: workbook.size, unpacked: last.unpacked, peak: last.peak };
    },
    { rows, rounds },
  );
  if (measured.kept !== rows || !measured.same) throw new Error(`excel-100k: ${JSON.stringify(measured)}`);
  figure("excel-100k", "ms", median(measured.times), 3_000);
  // The module's memory, which never shrinks but ends with its worker.
  figure("excel-100k", "peak-mib", measured.peak / (1 << 20));
};
