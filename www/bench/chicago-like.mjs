// Invented results for any number of schools, under the names of Chicago's elementary measures: the same text every time.

const INDICATORS = [
  ["National School Growth Percentile - Reading", "percentile", 0],
  ["National School Growth Percentile - Math", "percentile", 0],
  ["Percent of Students Meeting/Exceeding National Average Growth Norms", "tested percent", 0],
  ["African-American Growth Percentile - Reading", "percentile", 40],
  ["Hispanic Growth Percentile - Reading", "percentile", 45],
  ["English Learner Growth Percentile - Reading", "percentile", 70],
  ["Diverse Learner Growth Percentile - Reading", "percentile", 45],
  ["African-American Growth Percentile - Math", "percentile", 40],
  ["Hispanic Growth Percentile - Math", "percentile", 45],
  ["English Learner Growth Percentile - Math", "percentile", 70],
  ["Diverse Learner Growth Percentile - Math", "percentile", 45],
  ["National School Attainment %ile - Reading (Grades 3-8)", "percentile", 0],
  ["National School Attainment %ile - Math (Grades 3-8)", "percentile", 0],
  ["National School Attainment %ile - Reading (Grade 2)", "percentile", 5],
  ["National School Attainment %ile - Math (Grade 2)", "percentile", 5],
  ["Average Daily Attendance Rate (Grades K-8)", "attendance", 1],
  ["My Voice, My School 5 Essentials Survey", "survey", 1],
  ["Data Quality Index Score", "quality", 0],
];
const SURVEY = [
  "Not Yet Organized",
  "Partially Organized",
  "Moderately Organized",
  "Organized",
  "Well Organized",
];

/** A small generator of numbers that always gives the same ones (a linear congruence, Numerical Recipes). */
const numbers = (seed) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
};

const score = (kind, next) => {
  switch (kind) {
    case "percentile":
      return String(1 + next(99));
    case "tested percent":
      return (30 + next(500) / 10).toFixed(1);
    case "attendance":
      return (90 + next(80) / 10).toFixed(1);
    case "survey":
      return SURVEY[next(SURVEY.length)];
    default:
      return (96 + next(40) / 10).toFixed(1);
  }
};

/** Two files: the schools, and their results in long form. */
export const chicagoLike = (schools) => {
  const next = numbers(42);
  let list = "school_id,school_name,model\n";
  let results = "school_id,indicator,score,participation_rate\n";
  for (let index = 0; index < schools; index += 1) {
    const id = 500000 + index;
    list += `${id},Invented School ${index + 1},elementary\n`;
    for (const [name, kind, missing] of INDICATORS) {
      const blank = next(100) < missing;
      const tested = kind === "percentile" || kind === "tested percent";
      const participation = tested && !blank ? String(next(10) === 0 ? 88 + next(7) : 95 + next(6)) : "";
      results += `${id},"${name}",${blank ? "" : score(kind, next)},${participation}\n`;
    }
  }
  return { "schools.csv": list, "results.csv": results };
};
