//! Attendance and outcomes counted, beside what assessments show from outside.

use crate::exact::Exact;
use crate::records::cells::{Cells, Tally};
use crate::records::element::Element;
use crate::records::plan::{CellPlan, Count, Slice};
use crate::records::store::{Attendance, Grade, Outcome, Records};

const ABSENT: &str = "numberOfDaysAbsent";
const MEMBERSHIP: &str = "numberOfDaysInMembership";

/// A student's school, whether an English learner, and thousandths of days of membership and of absence.
type Present = (&'static str, &'static str, Option<(i64, i64)>);

fn attendance(rows: &[Present]) -> Records {
    let mut records = Records::new();
    for (number, (school, learner, days)) in (0_u32..).zip(rows) {
        let entry = Attendance {
            student: number,
            school: records.add_school(school).unwrap(),
            year: 2025,
            grade: Grade::number(4).unwrap(),
            profile: records.add_profile(&[(Element::EnglishLearner, learner)]).unwrap(),
            enrolled: days.map(|(enrolled, _)| enrolled),
            absent: days.map(|(_, absent)| absent),
            present: None,
        };
        records.attendance.push(entry);
    }
    records
}

fn chronic(at_least: &str, minimum: i64) -> Slice {
    Slice {
        per: Some(MEMBERSHIP.to_owned()),
        at_least: Exact::parse(at_least).ok(),
        minimum: Some(Exact::integer(minimum)),
        ..Slice::new(ABSENT, Count::Chronic)
    }
}

fn tally(records: &Records, slice: &Slice, school: &str) -> Option<Tally> {
    let cells = Cells::count(records, &CellPlan::new([slice.clone()]));
    let school = cells.school(school)?;
    cells.of(&slice.clone().in_order())?.tally(school, 0).cloned()
}

#[test]
fn chronic_absence_is_a_share_of_the_days_exactly_reached() {
    let records = attendance(&[
        ("a", "Yes", Some((180_000, 18_000))),
        ("a", "No", Some((180_000, 17_999))),
        ("a", "No", Some((9_500, 9_500))),
        ("a", "No", Some((0, 0))),
        ("a", "No", None),
        ("b", "No", Some((10_000, 500))),
    ]);
    let spread = |at_least: &str, minimum, school| tally(&records, &chronic(at_least, minimum), school);
    assert_eq!(spread("10%", 10, "a"), Some(Tally::Spread(vec![(0, 1), (1, 1)])));
    assert_eq!(spread("10%", 0, "a"), Some(Tally::Spread(vec![(0, 1), (1, 2)])));
    assert_eq!(spread("5%", 10, "b"), Some(Tally::Spread(vec![(1, 1)])));
    assert_eq!(spread("10%", 11, "b"), None);
    let learners = chronic("10%", 10).only("englishLearnerStatus", ["yes"]);
    assert_eq!(tally(&records, &learners, "a"), Some(Tally::Spread(vec![(1, 1)])));
}

#[test]
fn rates_add_days_up_of_students_who_have_both() {
    let records =
        attendance(&[("a", "Yes", Some((180_000, 18_500))), ("a", "No", Some((20_000, 0))), ("a", "No", None)]);
    let rate = Slice { per: Some(MEMBERSHIP.to_owned()), ..Slice::new("numberOfDaysInAttendance", Count::Ratio) };
    assert_eq!(tally(&records, &rate, "a"), Some(Tally::Totals { records: 2, sum: 181_500, per: 200_000 }));
    // Days have no subject: whoever asks for one gets none, and is told.
    let of_subject = rate.only("assessmentAcademicSubject", ["Math"]);
    assert_eq!(tally(&records, &of_subject, "a"), None);
    let cells = Cells::count(&records, &CellPlan::new([of_subject.clone()]));
    assert_eq!(cells.of(&of_subject).unwrap().unmatched, ["assessmentAcademicSubject"]);
}

#[test]
fn outcomes_are_chosen_by_cohort() {
    let mut records = Records::new();
    let school = records.add_school("a").unwrap();
    let profile = records.add_profile(&[]).unwrap();
    for (number, (cohort, graduated)) in
        (0_u32..).zip([(2025, Some(true)), (2025, Some(false)), (2025, None), (2024, Some(true)), (0, Some(true))])
    {
        records.outcomes.push(Outcome {
            student: number,
            school,
            year: 2025,
            cohort: Some(cohort).filter(|cohort| *cohort > 0),
            grade: Grade::number(12).unwrap(),
            profile,
            graduated,
            dropped_out: None,
            on_track: None,
            postsecondary: None,
        });
    }
    let all = Slice::new("highSchoolGraduationIndicator", Count::Words);
    let of = |slice: Slice| tally(&records, &slice, "a");
    assert_eq!(of(all.clone()), Some(Tally::Spread(vec![(0, 1), (1, 3)])));
    assert_eq!(of(all.clone().only("cohortGraduationYear", ["0"])), Some(Tally::Spread(vec![(0, 1), (1, 1)])));
    assert_eq!(of(all.clone().only("cohortGraduationYear", ["-1"])), Some(Tally::Spread(vec![(0, 1)])));
    let cells = Cells::count(&records, &CellPlan::new([all.clone()]));
    assert_eq!(cells.of(&all).unwrap().words, ["No", "Yes"]);
}
