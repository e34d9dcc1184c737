// A workbook from fresh modules to the cells, in a worker of its own; and the same rows as CSV, which must give the same cells.
import { assessments, LAYOUT } from "/bench/assessments.mjs";
import { workbookOf } from "/bench/workbook.mjs";

const CHUNK = 1 << 20;

const PLAN = {
  evenhand: "cell-plan/1",
  slices: ["ELA", "Math"].flatMap((subject) =>
    [{}, { englishLearnerStatus: ["Yes"] }, { sex: ["Female"] }].map((group) => ({
      of: "assessmentPerformanceLevelIdentifier",
      count: "words",
      where: { assessmentAcademicSubject: [subject], ...group },
    })),
  ),
};

const started = async (name) => {
  const glue = await import(`/pkg/${name}/${name}.js`);
  const wasm = await (await fetch(`/pkg/${name}/${name}_bg.wasm`)).arrayBuffer();
  return { ...glue, memory: glue.initSync({ module: await WebAssembly.compile(wasm) }).memory };
};

const sheetOf = function* (ContainerFile, blob) {
  const reader = new FileReaderSync();
  const file = new ContainerFile("bench.xlsx", BigInt(blob.size), (from, length) => {
    const start = Number(from);
    return new Uint8Array(reader.readAsArrayBuffer(blob.slice(start, start + length)));
  });
  const { entries, notices } = file.contents();
  if (entries.length !== 1 || notices.length > 0) throw new Error(JSON.stringify({ entries, notices }));
  file.begin(0);
  for (let piece = file.next(CHUNK); piece !== undefined; piece = file.next(CHUNK)) yield piece;
  const told = file.finish();
  if (told.length > 0) throw new Error(JSON.stringify(told));
};

const read = async (blob, isWorkbook) => {
  const container = isWorkbook ? await started("container") : undefined;
  const { StudentFiles } = await started("records");
  const students = new StudentFiles();
  const wrong = students.addLayout(JSON.stringify(LAYOUT));
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  students.begin("bench", blob.size);
  let unpacked = 0;
  if (isWorkbook) for (const piece of sheetOf(container.ContainerFile, blob)) {
    unpacked += piece.length;
    students.push(piece);
  }
  else students.push(new Uint8Array(await blob.arrayBuffer()));
  students.finish();
  const { accounts } = students.settle();
  const { files: _, ...cells } = JSON.parse(students.count(PLAN));
  return { kept: accounts[0].kept, cells: JSON.stringify(cells), unpacked, peak: container?.memory.buffer.byteLength };
};

self.onmessage = async ({ data: { rows, csv, workbook } }) => {
  try {
    if (rows !== undefined) {
      const made = assessments(rows);
      self.postMessage({ csv: made, workbook: await workbookOf(made) });
      return;
    }
    const began = performance.now();
    const answer = await read(csv ?? workbook, workbook !== undefined);
    self.postMessage({ ms: performance.now() - began, ...answer });
  } catch (error) {
    self.postMessage({ failed: String(error?.stack ?? error) });
  }
};
