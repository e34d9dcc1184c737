// A small framework and files of schools that do not exist, for tests of the pages.

const cite = "handbook: page 1";

/** Two measures, points by bands, their mean, a rating by bands. */
export const FRAMEWORK = JSON.stringify(
  {
    evenhand: "framework/1",
    id: "test-valley",
    version: "2030",
    title: { en: "Test Valley framework", es: "Marco de Test Valley" },
    authority: "Test Valley Schools",
    sources: { handbook: { title: "Handbook of Test Valley", asOf: "2030-01-15", read: true } },
    school: { identifier: [{ column: ["valley_number"] }], name: ["valley_name"] },
    measures: Object.fromEntries(
      ["math", "reading"].map((name) => [
        name,
        {
          label: { en: `Proficient in ${name}`, es: `Competentes: ${name}` },
          unit: "percent",
          range: ["0", "100"],
          reported: { column: [`valley_${name}`] },
          cite,
        },
      ]),
    ),
    scales: {
      points: {
        bands: [{ atLeast: "80", points: "3" }, { atLeast: "50", points: "2" }, { points: "1" }],
        domain: ["0", "100"],
        cite,
      },
      levels: {
        ratings: "level",
        bands: [{ atLeast: "2.5", rating: "Strong" }, { atLeast: "1.5", rating: "Steady" }, { rating: "Weak" }],
        domain: ["1", "3"],
        cite,
      },
    },
    ratings: {
      level: {
        lowestFirst: [
          { rating: "Weak", label: { en: "Weak", es: "Débil" } },
          { rating: "Steady", label: { en: "Steady", es: "Estable" } },
          { rating: "Strong", label: { en: "Strong", es: "Fuerte" } },
        ],
        cite,
      },
    },
    weights: { main: { parts: { "math.points": "1", "reading.points": "1" }, total: "2", cite } },
    nodes: {
      "math.points": { scale: "points", of: "math", cite },
      "reading.points": { scale: "points", of: "reading", cite },
      score: { label: { en: "Score", es: "Puntaje" }, weightedMean: "main", round: { to: 1, mode: "half-up" }, cite },
      rating: { label: { en: "Rating", es: "Calificación" }, scale: "levels", of: "score", cite },
    },
    models: {
      all: {
        label: { en: "All schools", es: "Todas las escuelas" },
        rating: "rating",
        score: "score",
        indicators: [{ label: { en: "Achievement", es: "Logro" }, parts: ["math.points", "reading.points"] }],
        cite,
      },
    },
    overrides: { rule: { en: "The board may override a rating.", es: "La junta puede sustituirla." }, cite },
    published: [{ node: "rating", column: ["valley_published"] }],
  },
  null,
  2,
);

const HEADER = "valley_number,valley_name,valley_math,valley_reading,valley_published";

/** Four schools; of Delta one measure is missing, and the published rating of Beta differs. */
export const SCHOOLS = `${HEADER}
101,Alpha School,90,85,Strong
102,Beta School,55,60,Strong
103,Gamma School,20,10,Weak
104,Delta School,70,,
`;

export const withRows = (...rows: readonly string[]): string => `${HEADER}\n${rows.join("\n")}\n`;

/** As many schools as wanted. */
export const manySchools = (count: number): string =>
  withRows(
    ...Array.from({ length: count }, (_, place) => {
      const number = String(10_000 + place);
      return `${number},School ${number},${String((place * 37) % 101)},${String((place * 53) % 101)},`;
    }),
  );

export interface Dropped {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const file = (name: string, content: string | Uint8Array): Dropped => ({
  name,
  mimeType: name.endsWith(".json") ? "application/json" : "text/csv",
  buffer: Buffer.from(content as Uint8Array),
});

export const framework = (): Dropped => file("valley.json", FRAMEWORK);
export const schools = (): Dropped => file("schools.csv", SCHOOLS);
