// One import, from a fresh module to the cells, in a worker of its own: by the module that the site ships, or by the floor, a
// bare csv-core parser with counters that checks nothing. Reading the file is the same for both.
import { assessments, LAYOUT } from "/bench/assessments.mjs";

/** The most bytes of a piece. */
const CHUNK = 2 << 20;

/** What the floor's columns and values are called here. */
const GROUPS = {
  gender: ["sex", { F: "Female", M: "Male", X: "Nonbinary" }],
  race_eth: [
    "raceAndEthnicity",
    {
      H: "Hispanic or Latino",
      I: "American Indian or Alaska Native",
      A: "Asian",
      B: "Black or African American",
      P: "Native Hawaiian or Other Pacific Islander",
      W: "White",
      M: "Two or More Races",
    },
  ],
  frl: ["economicDisadvantageStatus", { Y: "Yes", N: "No" }],
  el: ["englishLearnerStatus", { Y: "Yes", N: "No" }],
  swd: ["ideaIndicator", { Y: "Yes", N: "No" }],
  gifted: ["giftedAndTalentedIndicator", { Y: "Yes", N: "No" }],
  migrant: ["migrantStatus", { Y: "Yes", N: "No" }],
};
const SUBJECTS = { ELA: "ELA", MATH: "Math" };

const wanted = function* () {
  for (const [subject, counted] of Object.entries(SUBJECTS)) {
    const of = { assessmentAcademicSubject: [counted] };
    yield { subject, dim: "all", value: "all", where: of };
    for (const [dim, [element, values]] of Object.entries(GROUPS))
      for (const [value, word] of Object.entries(values))
        yield { subject, dim, value, where: { ...of, [element]: [word] } };
  }
};

const PLAN = {
  evenhand: "cell-plan/1",
  slices: [...wanted()].flatMap(({ where }) => [
    { of: "assessmentPerformanceLevelIdentifier", count: "words", where },
    { of: "studentGrowthPercentile", count: "numbers", where },
  ]),
};

const chunks = async function* (blob) {
  const reader = blob.stream().getReader();
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) return;
    if (value.length > CHUNK) throw new Error(`a piece of ${value.length} bytes`);
    yield value;
  }
};

const byEvenhand = async (blob) => {
  const { initSync, StudentFiles } = await import("/pkg/records/records.js");
  const wasm = await (await fetch("/pkg/records/records_bg.wasm")).arrayBuffer();
  const { memory } = initSync({ module: await WebAssembly.compile(wasm) });
  const students = new StudentFiles();
  const wrong = students.addLayout(JSON.stringify(LAYOUT));
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  students.begin("bench.csv", blob.size);
  for await (const chunk of chunks(blob)) students.push(chunk);
  const imported = students.finish();
  const settled = students.settle();
  const cells = students.count(PLAN);
  const told = [...imported.notices, ...settled.notices].map(({ code }) => code);
  return { result: { cells, told, accounts: settled.accounts }, peak: memory.buffer.byteLength + 2 * CHUNK };
};

const byFloor = async (blob) => {
  const { instance } = await WebAssembly.instantiate(await (await fetch("/floor.wasm")).arrayBuffer());
  const floor = instance.exports;
  const at = floor.init(CHUNK);
  for await (const chunk of chunks(blob)) {
    new Uint8Array(floor.memory.buffer, at, chunk.length).set(chunk);
    floor.feed(chunk.length);
  }
  const out = floor.finish();
  const text = new TextDecoder().decode(new Uint8Array(floor.memory.buffer, out, floor.outlen()));
  return { result: text, peak: floor.memory.buffer.byteLength + 2 * CHUNK };
};

const spread = (text) =>
  (text ?? "").split(";").map((cell) => cell.split(" ").filter(Boolean).map((pair) => pair.split(":").map(Number)));

/** The lines that the floor writes, from a `cells/1` document. */
const asLines = (text) => {
  const cells = JSON.parse(text);
  const key = ({ of, where }) => JSON.stringify([of, Object.entries(where).sort()]);
  const counted = new Map(cells.counted.map((each) => [key(each.slice), each]));
  const lines = [];
  for (const { subject, dim, value, where } of wanted()) {
    const at = (of, use) => {
      const column = counted.get(key({ of, where }));
      const [schools, years] = [column.school, column.year].map((list) => list.split(/[ ,]+/).filter((part) => part !== ""));
      const spreads = spread(column.spread);
      schools.forEach((school, place) =>
        use(`${cells.schools[school].id},${cells.years[years[place]]}`, spreads[place], column),
      );
    };
    const growth = new Map();
    at("studentGrowthPercentile", (place, values) => {
      const all = values.reduce((sum, [, count]) => sum + count, 0);
      const nth = (rank) => {
        let passed = 0;
        return values.find(([, count]) => (passed += count) > rank)?.[0] ?? 0;
      };
      growth.set(place, `${all},${all === 0 ? "" : nth(Math.floor((all - 1) / 2)) + nth(Math.floor(all / 2))}`);
    });
    at("assessmentPerformanceLevelIdentifier", (place, values, { words }) => {
      const all = values.reduce((sum, [, count]) => sum + count, 0);
      const proficient = values.reduce((sum, [word, count]) => sum + (Number(words[word]) >= 4 ? count : 0), 0);
      lines.push(`${place},${subject},${dim},${value},${all},${proficient},${growth.get(place) ?? "0,"}`);
    });
  }
  return lines.sort();
};

self.onmessage = async ({ data: { blob, by, compare, rows } }) => {
  try {
    if (rows !== undefined) return self.postMessage({ made: assessments(rows) });
    const began = performance.now();
    const { result, peak } = await (by === "floor" ? byFloor : byEvenhand)(blob);
    const ms = performance.now() - began;
    const lines = compare
      ? by === "floor"
        ? result.trim().split("\n").slice(1).sort()
        : asLines(result.cells)
      : undefined;
    self.postMessage({ ms, peak, lines, told: result.told, accounts: result.accounts });
  } catch (error) {
    self.postMessage({ failed: String(error?.stack ?? error) });
  }
};
