//! The six-week checks of the last year: points by standard, in three cycles, where the school gives them.

use super::chance::Chance;
use super::district::Lines;

/// A standard of a check.
struct Standard {
    name: &'static str,
    /// Points that can be earned.
    possible: i32,
    /// By cycle, how much easier (in percent) it is than others; nothing where it is not asked.
    ease: [Option<i32>; 3],
}

const fn standard(name: &'static str, possible: i32, ease: [Option<i32>; 3]) -> Standard {
    Standard { name, possible, ease }
}

/// The standards of each subject, in the order of the subjects of the annual test.
const STANDARDS: [[Standard; 4]; 2] = [
    [
        standard("ELA.1 Key ideas and details", 10, [Some(6), Some(9), Some(14)]),
        standard("ELA.2 Craft and structure", 8, [Some(0), Some(4), Some(5)]),
        standard("ELA.3 Writing with evidence", 6, [Some(-9), Some(-4), Some(-10)]),
        // Taught late in the autumn.
        standard("ELA.4 Vocabulary", 8, [None, Some(3), Some(10)]),
    ],
    [
        standard("MATH.1 Numbers and operations", 10, [Some(5), Some(11), Some(16)]),
        standard("MATH.2 Algebraic thinking", 8, [Some(-6), Some(0), Some(4)]),
        standard("MATH.3 Measurement and data", 8, [Some(4), Some(7), Some(0)]),
        // Asked again only after half a year.
        standard("MATH.4 Geometry", 6, [Some(2), None, Some(8)]),
    ],
];

/// The cycles, six weeks of school each, with the day of the check and a day to make it up.
const CYCLES: [(&str, [&str; 2]); 3] = [
    ("Cycle 1", ["2025-10-10", "2025-10-14"]),
    ("Cycle 2", ["2025-11-21", "2025-11-24"]),
    ("Cycle 3", ["2026-01-23", "2026-01-27"]),
];

/// The percentage of points from which on a student is on track, by cycle.
const AIMS: [i32; 3] = [50, 55, 60];

/// Whose checks these are.
pub(super) struct Taker<'t> {
    pub(super) student: &'t str,
    pub(super) number: u32,
    pub(super) school: &'t str,
    pub(super) year: &'t str,
    pub(super) grade: &'t str,
    /// The score at the end of the year, and the growth percentile.
    pub(super) score: i32,
    pub(super) percentile: i32,
}

pub(super) fn file() -> Lines {
    Lines::new(
        "riverbend-checks.csv",
        &[
            "studentIdentifier",
            "schoolIdentifier",
            "schoolYear",
            "assessmentTitle",
            "assessmentAcademicSubject",
            "learningStandardItemCode",
            "assessmentAdministrationName",
            "assessmentAdministrationStartDate",
            "gradeLevelWhenAssessed",
            "assessmentPointsEarned",
            "assessmentPointsPossible",
            "assessmentOnTrackStatus",
        ],
    )
}

/// Adds the checks of a student in a subject. They have a chance of their own, so that they change nothing else of the district.
pub(super) fn add(lines: &mut Lines, seed: u64, subject: (usize, &str), taker: &Taker<'_>) {
    let (place, subject) = subject;
    let stirred = u64::from(taker.number) * 2 + u64::from(place > 0);
    let mut chance = Chance::new(seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(stirred << 20));
    // How far the student is from the middle, and how much a cycle adds, in percent.
    let level = 56 + (taker.score - 500) / 4;
    let gain = (taker.percentile - 50) / 12;
    let strengths = [0; 4].map(|_: i32| chance.around(5));
    for (at, ((cycle, [day, later]), aim)) in (0..).zip(CYCLES.iter().zip(AIMS)) {
        let missed = chance.in_thousand(30);
        let day = if chance.in_thousand(80) { later } else { day };
        let standards = STANDARDS.get(place).into_iter().flatten();
        for (standard, strength) in standards.zip(strengths) {
            let Some(ease) = usize::try_from(at).ok().and_then(|at| standard.ease.get(at).copied().flatten()) else {
                continue;
            };
            let percent = level + gain * at + strength + ease + chance.around(6);
            let possible = standard.possible;
            let earned = ((percent * possible + 50) / 100).clamp(0, possible);
            let on_track = if earned * 100 >= aim * possible { "Yes" } else { "No" };
            let earned = earned.to_string();
            lines.add(&[
                taker.student,
                taker.school,
                taker.year,
                "Riverbend Check-In",
                subject,
                standard.name,
                cycle,
                day,
                taker.grade,
                if missed { "" } else { &earned },
                &possible.to_string(),
                if missed { "" } else { on_track },
            ]);
        }
    }
}
