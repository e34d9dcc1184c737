//! What must hold for any bytes read as a file with a row a student: the fuzz target and the replay of its corpus call this.

use std::sync::OnceLock;

use evenhand::records::cells::Cells;
use evenhand::records::interim::{InterimOffer, InterimQuestion};
use evenhand::records::layout::Layout;
use evenhand::records::plan::{CellPlan, Count, EnrollmentRule, FullYear, MOST_DAYS, Slice};
use evenhand::records::{Collection, ImportedFile, Importer, Settled};

/// A preset of each table, and one of a real file.
const PRESETS: [&str; 10] = [
    include_str!("../../www/layouts/evenhand-assessments.json"),
    include_str!("../../www/layouts/evenhand-students.json"),
    include_str!("../../www/layouts/evenhand-enrollments.json"),
    include_str!("../../www/layouts/evenhand-attendance.json"),
    include_str!("../../www/layouts/evenhand-daily-attendance.json"),
    include_str!("../../www/layouts/evenhand-graduation.json"),
    include_str!("../../www/layouts/evenhand-schools.json"),
    include_str!("../../www/layouts/student-growth-demo.json"),
    include_str!("../../www/layouts/evenhand-interim.json"),
    include_str!("../../www/layouts/nwea-map.json"),
];

/// Stays of whatever file is tried, beside it.
const STAYS: &str = "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate,enrollmentExitDate,numberOfDaysInMembership\n\
    1,A,2024,2023-08-15,2024-06-01,170\n2,A,2024,2023-08-15,2023-10-01,40\n2,B,2024,2023-10-02,,130\n";

fn plan() -> CellPlan {
    let day = |text: &str| Some(text.to_owned());
    let full_year = FullYear { from: day("10-01"), through: day("04-30"), ..FullYear::default() };
    let rule = EnrollmentRule {
        full_year: Some(full_year),
        counts_at: Some(MOST_DAYS.to_owned()),
        open_ended: true,
        cite: None,
    };
    let level = Slice::new("assessmentPerformanceLevelIdentifier", Count::Words);
    CellPlan::new([
        Slice { enrollment: Some(rule), ..level.clone() },
        level,
        Slice::new("assessmentResultScoreValue", Count::Numbers),
        Slice::new("studentGrowthPercentile", Count::Numbers).only("sex", ["Female"]),
        Slice::new("assessmentRegistrationParticipationIndicator", Count::Participation),
        Slice {
            per: Some("numberOfDaysInMembership".to_owned()),
            ..Slice::new("numberOfDaysInAttendance", Count::Ratio)
        },
        Slice::new("highSchoolGraduationIndicator", Count::Words),
    ])
}

/// Reads the bytes in pieces of two sizes, and counts what they hold.
///
/// # Panics
/// When a promise is broken.
pub fn check_records(bytes: &[u8]) {
    // Read once: a try must not take longer than what is tried.
    static LAYOUTS: OnceLock<Vec<Layout>> = OnceLock::new();
    let layouts = LAYOUTS.get_or_init(|| {
        PRESETS.iter().map(|text| Layout::read(text).unwrap_or_else(|notices| panic!("{notices:?}"))).collect()
    });
    let read = |piece: usize| -> (ImportedFile, Settled, Cells) {
        let mut collection = Collection::new();
        let mut importer = Importer::new("a.csv", 0, layouts.clone());
        for piece in bytes.chunks(piece) {
            importer.push(piece, &mut collection);
        }
        let file = importer.finish(&mut collection);
        let mut stays = Importer::new("stays.csv", 0, layouts.clone());
        stays.push(STAYS.as_bytes(), &mut collection);
        stays.finish(&mut collection);
        let settled = collection.settle(None);
        assert!(settled.accounts.iter().all(|account| account.adds_up()), "every row is in one bucket");
        assert_eq!(collection.settle(None), settled, "settling again changes nothing");
        for school in collection.interim_schools() {
            for InterimOffer { year, subject, test } in school.offers {
                let school = school.id.clone();
                let question = InterimQuestion { school, year, subject, test, measure: None, on_track: None };
                assert!(collection.interim(&question).is_some(), "what is offered has an answer");
            }
        }
        (file, settled, collection.count(&plan()))
    };
    let whole = read(bytes.len().max(1));
    assert_eq!(read(bytes.len() % 13 + 1), whole, "it doesn't matter where the bytes are cut");
    let written = serde_json::to_string(&whole.2.document()).expect("cells are written");
    assert_eq!(Cells::read(&written), Ok(whole.2), "cells are read as they were written");
}
