//! Three years of a district, student by student.

use super::chance::Chance;
use super::checks::{self, Taker};
use super::schools::{School, schools};
use super::{LAST_YEAR, SampleFile};

/// Days of a school year.
const DAYS: i32 = 172;

/// Races and ethnicities, and how many of a hundred students have each.
const RACES: [(&str, u32); 7] = [
    ("Hispanic or Latino", 37),
    ("White", 33),
    ("Black or African American", 14),
    ("Asian", 8),
    ("Two or More Races", 5),
    ("American Indian or Alaska Native", 2),
    ("Native Hawaiian or Other Pacific Islander", 1),
];

/// The levels of the annual test, and the lowest score of each.
const LEVELS: [(&str, i32); 4] = [("Exceeded", 560), ("Met", 505), ("Approached", 455), ("Did Not Meet", 300)];

/// Subjects, and the goal areas of the interim test.
const SUBJECTS: [(&str, [&str; 3]); 2] = [
    ("ELA", ["Reading Literature", "Informational Text", "Language and Writing"]),
    ("Math", ["Number and Operations", "Algebraic Thinking", "Measurement and Geometry"]),
];

/// The schools that give the interim test, in six-week cycles.
const INTERIM: [&str; 4] = ["1002", "1007", "1018", "1053"];
const CYCLES: [&str; 4] = ["Cycle 1", "Cycle 2", "Cycle 3", "Cycle 4"];

/// A student.
#[derive(Debug)]
struct Student {
    id: u32,
    school: usize,
    grade: u8,
    female: bool,
    race: usize,
    poor: bool,
    learner: bool,
    disabled: bool,
    gifted: bool,
    migrant: bool,
    /// How far the scores lie from the mean, by subject.
    ability: [i32; 2],
    /// How many of a thousand days are missed.
    misses: i32,
    /// Whether there is a score of the year before.
    tested_before: bool,
    /// Dropped out, and is waited for in the year of the cohort.
    dropped: bool,
    /// Left the district, or finished.
    gone: bool,
}

/// A file that grows line by line.
pub(super) struct Lines {
    name: &'static str,
    text: String,
}

impl Lines {
    pub(super) fn new(name: &'static str, headings: &[&str]) -> Self {
        let mut lines = Self { name, text: String::new() };
        lines.add(headings);
        lines
    }

    pub(super) fn add(&mut self, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            self.text.push_str(cell);
        }
        self.text.push('\n');
    }
}

fn yes(is: bool) -> &'static str {
    if is { "Yes" } else { "No" }
}

/// A grade as files write it.
fn grade_code(grade: u8) -> String {
    match grade {
        0 => "KG".to_owned(),
        1..=9 => format!("0{grade}"),
        _ => grade.to_string(),
    }
}

/// Tested at the end of the year.
fn is_tested(grade: u8) -> bool {
    (3..=11).contains(&grade)
}

/// The district while it is made.
struct District {
    seed: u64,
    chance: Chance,
    schools: Vec<School>,
    students: Vec<Student>,
    groups: Lines,
    tests: Lines,
    attendance: Lines,
    outcomes: Lines,
    interim: Lines,
    checks: Lines,
}

pub(super) fn files(seed: u64) -> Vec<SampleFile> {
    let mut district = District {
        seed,
        chance: Chance::new(seed),
        schools: schools(),
        students: Vec::new(),
        groups: Lines::new(
            "riverbend-students.csv",
            &[
                "studentIdentifier",
                "schoolYear",
                "sex",
                "raceAndEthnicity",
                "economicDisadvantageStatus",
                "englishLearnerStatus",
                "ideaIndicator",
                "giftedAndTalentedIndicator",
                "migrantStatus",
            ],
        ),
        tests: Lines::new(
            "riverbend-assessments.csv",
            &[
                "studentIdentifier",
                "schoolIdentifier",
                "schoolYear",
                "assessmentTitle",
                "assessmentAcademicSubject",
                "gradeLevelWhenAssessed",
                "assessmentResultScoreValue",
                "assessmentPerformanceLevelIdentifier",
                "studentGrowthPercentile",
                "assessmentRegistrationParticipationIndicator",
                "schoolFullAcademicYear",
            ],
        ),
        attendance: Lines::new(
            "riverbend-attendance.csv",
            &["studentIdentifier", "schoolIdentifier", "schoolYear", "numberOfDaysInMembership", "numberOfDaysAbsent"],
        ),
        outcomes: Lines::new(
            "riverbend-outcomes.csv",
            &[
                "studentIdentifier",
                "schoolIdentifier",
                "schoolYear",
                "gradeLevelWhenAssessed",
                "cohortGraduationYear",
                "highSchoolGraduationIndicator",
                "dropoutIndicator",
                "onTrackToGraduate",
                "postsecondaryEnrollmentIndicator",
            ],
        ),
        interim: Lines::new(
            "riverbend-interim.csv",
            &[
                "studentIdentifier",
                "schoolIdentifier",
                "schoolYear",
                "assessmentTitle",
                "assessmentAcademicSubject",
                "assessmentSubtestTitle",
                "assessmentPeriod",
                "gradeLevelWhenAssessed",
                "assessmentResultScoreValue",
                "assessmentPerformanceLevelIdentifier",
            ],
        ),
        checks: checks::file(),
    };
    for (at, year) in (LAST_YEAR - 2..=LAST_YEAR).enumerate() {
        district.fill(at, year);
        district.year(at, year);
        if year < LAST_YEAR {
            district.turn(year);
        }
    }
    let schools = district.schools_file();
    let District { groups, tests, attendance, outcomes, interim, checks, .. } = district;
    let made = [schools, groups, tests, attendance, outcomes, interim, checks];
    made.into_iter().map(|lines| SampleFile { name: lines.name, text: lines.text }).collect()
}

impl District {
    fn schools_file(&mut self) -> Lines {
        let headings = [
            "schoolIdentifier",
            "nameOfInstitution",
            "governance",
            "schoolModel",
            "region",
            "lowestGrade",
            "highestGrade",
            "titleIStatus",
            "seats",
            "enrollment",
        ];
        let mut lines = Lines::new("riverbend-schools.csv", &headings);
        for (place, school) in self.schools.iter().enumerate() {
            let here = |student: &&Student| student.school == place && !student.gone && !student.dropped;
            let enrolled = self.students.iter().filter(here).count();
            let grades = u32::from(school.grades.1 - school.grades.0) + 1;
            let seats = school.size * grades * (85 + self.chance.below(40)) / 100;
            lines.add(&[
                school.id,
                school.name,
                school.governance,
                school.model,
                school.region,
                &grade_code(school.grades.0),
                &grade_code(school.grades.1),
                yes(school.poor >= 50),
                &seats.to_string(),
                &enrolled.to_string(),
            ]);
        }
        lines
    }

    /// A student who begins at a school.
    fn enroll(&mut self, place: usize, grade: u8) {
        let Some(school) = self.schools.get(place) else { return };
        let chance = &mut self.chance;
        let number = u32::try_from(self.students.len()).unwrap_or(0);
        let race = chance.place(RACES.iter().map(|(_, share)| *share));
        // Most learners of English are Hispanic or Asian.
        let learner = school.learners * if race == 0 || race == 3 { 19 } else { 2 };
        let poor = chance.in_thousand(school.poor * 10);
        let learner = chance.in_thousand(learner.min(900));
        let disabled = chance.in_thousand(125);
        let gifted = !disabled && chance.in_thousand(80);
        let groups = [(poor, -16), (learner, -22), (disabled, -38), (gifted, 55)];
        let from_groups: i32 = groups.iter().filter(|(is, _)| *is).map(|(_, points)| *points).sum();
        let common = chance.around(30) + from_groups + school.status;
        self.students.push(Student {
            // Spread over seven digits, each once: the factor is odd and the modulus a power of two.
            id: 1_000_000 + number.wrapping_mul(40_503) % 8_388_608,
            school: place,
            grade,
            female: chance.in_thousand(490),
            race,
            poor,
            learner,
            disabled,
            gifted,
            migrant: chance.in_thousand(9),
            ability: [common + chance.around(10), common + chance.around(12) - 4],
            misses: 35 + 28 * i32::from(poor) + chance.around(18) + if chance.in_thousand(70) { 110 } else { 0 },
            tested_before: grade > 3 && chance.in_thousand(930),
            dropped: false,
            gone: false,
        });
    }

    /// The students who begin this year: all of a school that opens, the lowest grade of a school for the youngest, and a
    /// few in every grade.
    fn fill(&mut self, at: usize, year: u16) {
        for place in 0..self.schools.len() {
            let Some(school) = self.schools.get(place) else { continue };
            let ((lowest, highest), size, opened) = (school.grades, school.size, school.opened);
            if opened > year {
                continue;
            }
            let opens = opened == year || (at == 0 && opened == 0);
            for grade in lowest..=highest {
                let (least, most) = if opens || grade == 0 { (size * 9 / 10, size * 11 / 10) } else { (0, size / 18) };
                let begin = least + self.chance.below(most - least + 1);
                for _ in 0..begin {
                    self.enroll(place, grade);
                }
            }
        }
    }

    /// Another open school for a student of this grade; the larger and the nearer, the likelier.
    fn another(&mut self, from: usize, grade: u8, year: u16) -> Option<usize> {
        let region = self.schools.get(from)?.region;
        let share = move |(place, school): (usize, &School)| {
            let serves = (school.grades.0..=school.grades.1).contains(&grade) && school.opened <= year;
            let near = if school.region == region { 8 } else { 1 };
            if serves && place != from { school.size * near } else { 0 }
        };
        let shares = self.schools.iter().enumerate().map(share);
        (shares.clone().sum::<u32>() > 0).then(|| self.chance.place(shares))
    }

    /// What happens in a year and is written down.
    fn year(&mut self, at: usize, year: u16) {
        let year_text = year.to_string();
        for number in 0..self.students.len() {
            let Some(student) = self.students.get(number).filter(|student| !student.gone) else { continue };
            let (id, grade, first, dropped) = (student.id.to_string(), student.grade, student.school, student.dropped);
            if dropped {
                self.outcome(number, &id, year);
                continue;
            }
            // A few come or go in the middle of the year.
            let late = self.chance.in_thousand(18);
            let moves = !late && self.chance.in_thousand(42);
            let moved = if moves { self.another(first, grade, year) } else { None };
            let day = self.chance.between(40, 130);
            match moved {
                Some(second) => {
                    self.attend(number, first, &year_text, day);
                    self.attend(number, second, &year_text, DAYS - day);
                    if let Some(student) = self.students.get_mut(number) {
                        student.school = second;
                    }
                }
                None => self.attend(number, first, &year_text, if late { DAYS - day } else { DAYS }),
            }
            self.groups(number, &id, &year_text);
            if is_tested(grade) {
                self.test(number, &id, at, &year_text, !late && moved.is_none());
            }
            if grade >= 9 {
                self.outcome(number, &id, year);
            }
        }
    }

    fn groups(&mut self, number: usize, id: &str, year: &str) {
        let Some(student) = self.students.get(number) else { return };
        let race = RACES.get(student.race).map_or("", |(race, _)| race);
        self.groups.add(&[
            id,
            year,
            if student.female { "Female" } else { "Male" },
            race,
            yes(student.poor),
            yes(student.learner),
            yes(student.disabled),
            yes(student.gifted),
            yes(student.migrant),
        ]);
    }

    fn attend(&mut self, number: usize, place: usize, year: &str, days: i32) {
        let (Some(student), Some(school)) = (self.students.get(number), self.schools.get(place)) else { return };
        // Where a school has trouble, more stay away.
        let misses = (student.misses - school.status / 3).max(5);
        let absent = (0..days).filter(|_| self.chance.in_thousand(misses)).count();
        self.attendance.add(&[&student.id.to_string(), school.id, year, &days.to_string(), &absent.to_string()]);
    }

    /// The annual test, and the interim test of the last year where the school gives it.
    fn test(&mut self, number: usize, id: &str, at: usize, year: &str, full_year: bool) {
        let (chance, Some(student)) = (&mut self.chance, self.students.get_mut(number)) else { return };
        let Some(school) = self.schools.get(student.school) else { return };
        let grade = grade_code(student.grade);
        let shift = school.growth.get(at).copied().unwrap_or(0);
        let mut any_score = false;
        for (place, ((subject, goals), ability)) in SUBJECTS.iter().zip(&mut student.ability).enumerate() {
            let missed = chance.in_thousand(school.untested);
            let excused = missed && chance.in_thousand(450);
            let percentile = (chance.between(1, 99) + shift).clamp(1, 99);
            *ability += (percentile - 50) / 5;
            let score = (500 + *ability + chance.around(8)).clamp(300, 700);
            let level = LEVELS.iter().find(|(_, least)| score >= *least).map_or("", |(level, _)| level);
            let growth =
                if student.tested_before && student.grade > 3 { percentile.to_string() } else { String::new() };
            let tested = match (missed, excused) {
                (false, _) => ["Tested", &score.to_string(), level, &growth].map(str::to_owned),
                (true, true) => ["Excused", "", "", ""].map(str::to_owned),
                (true, false) => ["Not tested", "", "", ""].map(str::to_owned),
            };
            let [participation, score_text, level, growth] = &tested;
            any_score |= !missed;
            self.tests.add(&[
                id,
                school.id,
                year,
                "Riverbend Annual",
                subject,
                &grade,
                score_text,
                level,
                growth,
                participation,
                yes(full_year),
            ]);
            if at == 2 && full_year && INTERIM.contains(&school.id) {
                let taker = Taker {
                    student: id,
                    number: student.id,
                    school: school.id,
                    year,
                    grade: &grade,
                    score,
                    percentile,
                };
                checks::add(&mut self.checks, self.seed, (place, subject), &taker);
                // From the level at which the student ended the year, back to where the year began.
                let end = 50 + (score - 500) / 3;
                let gain = (percentile - 20) / 8;
                for goal in goals {
                    let strength = chance.around(4);
                    for (passed, cycle) in CYCLES.iter().enumerate() {
                        let to_go = 4 - i32::try_from(passed).unwrap_or(0);
                        let reached = (end + strength - gain * to_go + chance.around(3)).clamp(2, 99);
                        let aim = 62 - 5 * to_go;
                        let level = match reached {
                            points if points >= aim => "On Track",
                            points if points >= aim - 12 => "Close",
                            _ => "Behind",
                        };
                        self.interim.add(&[
                            id,
                            school.id,
                            year,
                            "Riverbend Interim",
                            subject,
                            goal,
                            cycle,
                            &grade,
                            &reached.to_string(),
                            level,
                        ]);
                    }
                }
            }
        }
        student.tested_before = any_score;
    }

    /// What became of a student of grades 9 to 12.
    fn outcome(&mut self, number: usize, id: &str, year: u16) {
        let (chance, Some(student)) = (&mut self.chance, self.students.get_mut(number)) else { return };
        let Some(school) = self.schools.get(student.school) else { return };
        let cohort = (year + 12).saturating_sub(u16::from(student.grade));
        let strength = student.ability.iter().sum::<i32>() / 2 + school.status / 2;
        let was_dropped = student.dropped;
        if was_dropped && student.grade < 12 {
            return;
        }
        let drops = !was_dropped && chance.in_thousand((22 - strength / 3).clamp(3, 90));
        let graduates = student.grade == 12
            && !drops
            && !was_dropped
            && chance.in_thousand((925 + strength + school.status * 5 / 2).clamp(500, 990));
        let on_track = !drops && chance.in_thousand((860 + strength).clamp(400, 985));
        let goes_on = chance.in_thousand((560 + strength).clamp(150, 920));
        self.outcomes.add(&[
            id,
            school.id,
            &year.to_string(),
            &grade_code(student.grade),
            &cohort.to_string(),
            if student.grade == 12 { yes(graduates) } else { "" },
            if was_dropped { "" } else { yes(drops) },
            if student.grade == 9 { yes(on_track) } else { "" },
            if graduates { yes(goes_on) } else { "" },
        ]);
        student.dropped |= drops;
    }

    /// From one year to the next: a grade up, to another school where the school ends, and out of the district.
    fn turn(&mut self, year: u16) {
        for number in 0..self.students.len() {
            let leaves = self.chance.in_thousand(30);
            let learned = self.chance.in_thousand(110);
            let Some(student) = self.students.get_mut(number).filter(|student| !student.gone) else { continue };
            student.gone = student.grade == 12 || (leaves && !student.dropped);
            student.grade += 1;
            student.learner &= !learned;
            let (place, grade, dropped) = (student.school, student.grade, student.dropped);
            let ends = self.schools.get(place).is_some_and(|school| school.grades.1 < grade);
            if !ends || grade > 12 || dropped {
                continue;
            }
            let next = self.another(place, grade, year + 1);
            if let (Some(next), Some(student)) = (next, self.students.get_mut(number)) {
                student.school = next;
            }
        }
    }
}
