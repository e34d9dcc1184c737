// A file of student assessments, invented: a row a student, year and subject, of the shape of the shared benchmark's. The same
// rows every time, in an order that mixes students, schools and years.

export const LAYOUT = {
  evenhand: "layout/1",
  id: "bench-assessments",
  title: "Benchmark file",
  table: "assessments",
  headings: ["student_id", "school_id", "year", "subject", "scale_score", "sgp", "race_eth", "swd", "continuous"],
  columns: {
    studentIdentifier: { heading: ["student_id"] },
    schoolIdentifier: { heading: ["school_id"], digits: 12 },
    schoolYear: { heading: ["year"] },
    assessmentAcademicSubject: { heading: ["subject"] },
    gradeLevelWhenAssessed: { heading: ["grade"] },
    assessmentResultScoreValue: { heading: ["scale_score"] },
    assessmentPerformanceLevelIdentifier: { heading: ["level"] },
    studentGrowthPercentile: { heading: ["sgp"] },
    sex: { heading: ["gender"] },
    raceAndEthnicity: { heading: ["race_eth"] },
    economicDisadvantageStatus: { heading: ["frl"] },
    englishLearnerStatus: { heading: ["el"] },
    ideaIndicator: { heading: ["swd"] },
    giftedAndTalentedIndicator: { heading: ["gifted"] },
    migrantStatus: { heading: ["migrant"] },
    schoolFullAcademicYear: { heading: ["continuous"] },
  },
};

const HEADER =
  "student_id,school_id,school_name,year,subject,grade,scale_score,level,sgp,gender,race_eth,frl,el,swd,gifted,migrant,continuous\n";

const SCHOOLS = 200;

/** A number below 2^32 that depends on its two arguments only (the finisher of MurmurHash3). */
const mixed = (value, salt) => {
  let hash = (value ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const RACES = [..."WWWWWWWWHHHHHHHBBAMI", "P"];

const row = (student, turn) => {
  const [year, subject] = [turn < 2 ? 2024 : 2025, turn % 2 === 0 ? "ELA" : "MATH"];
  // Small schools and large ones.
  const draw = mixed(student, 1) % (SCHOOLS * SCHOOLS);
  const school = Math.floor(Math.sqrt(draw));
  const percent = (salt) => mixed(student, salt) % 100;
  const race = RACES[mixed(student, 2) % RACES.length];
  const grade = Math.min(8, 3 + (mixed(student, 3) % 6) + (turn < 2 ? 0 : 1));
  const learner = percent(4) < (race === "H" ? 28 : 5);
  const own = (mixed(student, 5) % 60) + (mixed(student * 4 + turn, 6) % 60) + (school % 20) - (learner ? 16 : 0);
  const score = Math.max(650, Math.min(850, 665 + own));
  const level = 1 + [700, 725, 750, 790].filter((cut) => score >= cut).length;
  const growth = grade === 3 || mixed(student * 4 + turn, 7) % 100 < 6 ? "" : String(1 + (mixed(student * 4 + turn, 8) % 99));
  const yes = (salt, share) => (percent(salt) < share ? "Y" : "N");
  const gender = percent(9) < 49 ? "F" : percent(10) < 98 ? "M" : "X";
  const id = `08${String(3_000_000_000 + school * 17)}`;
  const name = `School ${String(school + 1).padStart(3, "0")}`;
  const quoted = school % 5 === 0 ? `"${name}, Elementary"` : name;
  return `${1_000_000_000 + student * 7},${id},${quoted},${year},${subject},${grade},${score},${level},${growth},${gender},${race},${yes(11, 20 + (school % 50))},${learner ? "Y" : "N"},${yes(12, 13)},${yes(13, 8)},${percent(14) < 1 ? "Y" : "N"},${yes(15, 90)}\n`;
};

/** The file as a `Blob`, made in pieces. */
export const assessments = (rows) => {
  const encoder = new TextEncoder();
  const students = Math.ceil(rows / 4);
  const parts = [];
  let text = HEADER;
  for (let number = 0; number < rows; number += 1) {
    // Rows of one student lie far apart.
    text += row((number * 7919) % students, Math.floor(number / students));
    if (text.length > 4_000_000) {
      parts.push(encoder.encode(text));
      text = "";
    }
  }
  parts.push(encoder.encode(text));
  return new Blob(parts);
};
