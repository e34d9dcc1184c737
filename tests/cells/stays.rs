//! Rules on the stays of students: what counts by them, beside a plain computation that tries every day which a file leaves open.

use std::collections::BTreeSet;
use std::rc::Rc;

use evenhand::exact::Exact;
use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading};
use evenhand::notice::Notice;
use evenhand::records::cells::{Cells, Tally};
use evenhand::records::layout::Layout;
use evenhand::records::plan::{CellPlan, Count, EnrollmentRule, FullYear, MOST_DAYS, Slice};
use evenhand::records::{Collection, Importer};
use evenhand::tables::{SchoolEntry, SchoolTable};
use proptest::prelude::*;

const TESTS: &str = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentPerformanceLevelIdentifier,schoolFullAcademicYear\n";
const STAYS: &str =
    "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate,enrollmentExitDate,numberOfDaysInMembership\n";
const LEVEL: &str = "assessmentPerformanceLevelIdentifier";

fn layouts() -> Vec<Layout> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/layouts");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        Layout::read(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap()
    };
    std::fs::read_dir(folder).unwrap().map(read).collect()
}

fn collect(files: &[String]) -> (Collection, Vec<Notice>) {
    let layouts = layouts();
    let mut collection = Collection::new();
    let mut told = Vec::new();
    for (number, text) in files.iter().enumerate() {
        let mut importer = Importer::new(&format!("{number}.csv"), text.len() as u64, layouts.clone());
        importer.push(text.as_bytes(), &mut collection);
        let imported = importer.finish(&mut collection);
        assert!(imported.account.is_some(), "{:?}", imported.notices);
        told.extend(imported.notices);
    }
    told.extend(collection.settle(None).notices);
    (collection, told)
}

fn count(files: &[String], slice: &Slice) -> Cells {
    collect(files).0.count(&CellPlan::new([slice.clone()]))
}

/// How many records count at each school, and how many are left out because it isn't known whether they do.
fn counted(files: &[String], slice: &Slice) -> (Vec<(String, u64)>, u64) {
    let cells = count(files, slice);
    let counted = &cells.counted[0];
    let by_school =
        counted.cells.iter().map(|cell| (cells.schools[cell.school].id.clone(), cell.tally.records())).collect();
    (by_school, counted.unsettled)
}

fn levels(rule: EnrollmentRule) -> Slice {
    Slice { enrollment: Some(rule), ..Slice::new(LEVEL, Count::Words) }
}

fn full(full_year: FullYear) -> EnrollmentRule {
    EnrollmentRule { full_year: Some(full_year), ..EnrollmentRule::default() }
}

fn span(from: &str, through: &str) -> FullYear {
    FullYear { from: Some(from.to_owned()), through: Some(through.to_owned()), ..FullYear::default() }
}

fn moving(counts_at: &str) -> EnrollmentRule {
    EnrollmentRule { counts_at: Some(counts_at.to_owned()), open_ended: true, ..EnrollmentRule::default() }
}

fn files(tests: &str, stays: &str) -> Vec<String> {
    vec![format!("{TESTS}{tests}"), format!("{STAYS}{stays}")]
}

#[test]
fn the_records_own_word_comes_before_the_stays() {
    let files = files(
        "1,A,2025,Math,Met,Yes\n2,A,2025,Math,Met,No\n3,A,2025,Math,Met,\n4,A,2025,Math,Met,\n5,A,2025,Math,Met,\n",
        "1,A,2025,2025-03-01,2025-06-01,\n2,A,2025,2024-08-01,2025-06-01,\n3,A,2025,2024-08-01,2025-06-01,\n4,B,2025,2024-08-01,2025-06-01,\n",
    );
    // 1 by its own word, 3 by the stay. 4 was elsewhere. Of 5 there is no stay.
    assert_eq!(counted(&files, &levels(full(span("10-01", "05-01")))), (vec![("A".to_owned(), 2)], 1));
}

#[test]
fn a_stay_without_a_last_day_goes_on_where_the_policy_says_so() {
    let files = files("1,A,2025,Math,Met,\n", "1,A,2025,2024-08-01,,\n");
    let rule = full(span("10-01", "05-01"));
    assert_eq!(counted(&files, &levels(rule.clone())), (Vec::new(), 1));
    let open_ended = EnrollmentRule { open_ended: true, ..rule };
    assert_eq!(counted(&files, &levels(open_ended)), (vec![("A".to_owned(), 1)], 0));
    // The first day is known all the same.
    let on = |on: &str| full(FullYear { on: vec![on.to_owned()], ..FullYear::default() });
    assert_eq!(counted(&files, &levels(on("08-01"))), (vec![("A".to_owned(), 1)], 0));
    assert_eq!(counted(&files, &levels(on("07-31"))), (Vec::new(), 0));
    assert_eq!(counted(&files, &levels(on("08-02"))), (Vec::new(), 1));
}

#[test]
fn days_of_membership_reach_a_number_or_a_share_of_a_year_exactly() {
    let rule = |least: &str, of: Option<i64>| {
        let (least_days, of_days) = (Exact::parse(least).ok(), of.map(Exact::integer));
        levels(full(FullYear { least_days, of_days, ..FullYear::default() }))
    };
    let files = files(
        "1,A,2025,Math,Met,\n2,A,2025,Math,Met,\n3,A,2025,Math,Met,\n4,A,2025,Math,Met,\n",
        "1,A,2025,,,100\n1,A,2025,2025-01-07,,62\n2,A,2025,,,161.5\n3,A,2025,,,161\n3,A,2025,2025-02-01,,\n4,A,2024,,,180\n",
    );
    // 1 has 162 in two stays. The unknown days of 3 may suffice. 4 has days of another year only.
    assert_eq!(counted(&files, &rule("162", None)), (vec![("A".to_owned(), 1)], 2));
    assert_eq!(counted(&files, &rule("90%", Some(180))), (vec![("A".to_owned(), 1)], 2));
    assert_eq!(counted(&files, &rule("161.5", None)), (vec![("A".to_owned(), 2)], 2));
    assert_eq!(counted(&files, &rule("161", None)), (vec![("A".to_owned(), 3)], 1));
}

#[test]
fn a_student_of_two_schools_counts_for_the_one_that_the_policy_says() {
    let files = files(
        "1,B,2025,Math,Met,\n2,B,2025,Math,Met,\n3,B,2025,Math,Met,\n4,B,2025,Math,Met,\n5,B,2025,Math,Met,\n",
        // 1 moved in spring, 2 in autumn, 3 came late, 4 is at both schools on the day, 5 has no days of membership.
        "1,A,2025,2024-08-01,2025-03-03,120\n1,B,2025,2025-03-04,,50\n\
         2,A,2025,2024-08-01,2024-09-20,30\n2,B,2025,2024-09-21,,140\n\
         3,B,2025,2024-11-01,,120\n\
         4,A,2025,2024-08-01,2024-10-20,85\n4,B,2025,2024-09-01,,85\n\
         5,A,2025,2024-08-01,2024-12-01,\n5,B,2025,2024-12-02,,100\n",
    );
    let on_the_day = (vec![("A".to_owned(), 2), ("B".to_owned(), 1)], 1);
    assert_eq!(counted(&files, &levels(moving("10-01"))), on_the_day);
    let most_days = (vec![("A".to_owned(), 1), ("B".to_owned(), 2)], 2);
    assert_eq!(counted(&files, &levels(moving(MOST_DAYS))), most_days);
    let as_recorded = Slice::new(LEVEL, Count::Words);
    assert_eq!(counted(&files, &as_recorded), (vec![("B".to_owned(), 5)], 0));
    // The word of the record is about the school where it was made.
    let both = EnrollmentRule { full_year: Some(span("10-01", "03-01")), ..moving("10-01") };
    let said = files[0].replace("1,B,2025,Math,Met,", "1,B,2025,Math,Met,No");
    assert_eq!(counted(&[said, files[1].clone()], &levels(both)), (vec![("A".to_owned(), 1), ("B".to_owned(), 1)], 1));
}

#[test]
fn attendance_at_another_school_counts_nowhere_and_an_outcome_counts_once() {
    let stays = format!(
        "{STAYS}1,A,2025,2024-08-01,2025-01-31,\n1,B,2025,2025-02-01,2025-06-01,\n2,A,2025,2024-08-01,2025-06-01,\n"
    );
    let attendance = "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysInMembership,numberOfDaysAbsent\n1,A,2025,100,1\n1,B,2025,70,70\n2,A,2025,170,17\n";
    let chronic = Slice {
        per: Some("numberOfDaysInMembership".to_owned()),
        at_least: Exact::parse("10%").ok(),
        enrollment: Some(moving("10-01")),
        ..Slice::new("numberOfDaysAbsent", Count::Chronic)
    };
    let cells = count(&[stays.clone(), attendance.to_owned()], &chronic);
    let tallies: Vec<&Tally> = cells.counted[0].cells.iter().map(|cell| &cell.tally).collect();
    assert_eq!(tallies, [&Tally::Spread(vec![(0, 1), (1, 1)])]);
    // B counts nobody, and is a school all the same.
    assert_eq!(cells.schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>(), ["A", "B"]);

    let graduation =
        Slice { enrollment: Some(moving("10-01")), ..Slice::new("highSchoolGraduationIndicator", Count::Words) };
    let header = "studentIdentifier,schoolIdentifier,schoolYear,cohortGraduationYear,highSchoolGraduationIndicator\n";
    let outcomes = |rows: &str| vec![stays.clone(), format!("{header}{rows}")];
    // The school's own row counts, else the others if they agree.
    let own = counted(&outcomes("1,A,2025,2025,No\n1,B,2025,2025,Yes\n"), &graduation);
    assert_eq!(own, (vec![("A".to_owned(), 1)], 0));
    let moved = counted(&outcomes("1,B,2025,2025,Yes\n1,C,2025,2025,Yes\n"), &graduation);
    assert_eq!(moved, (vec![("A".to_owned(), 1)], 0));
    assert_eq!(counted(&outcomes("1,B,2025,2025,Yes\n1,C,2025,2025,No\n"), &graduation), (Vec::new(), 1));
}

#[test]
fn a_year_of_which_no_stay_is_known_is_not_one_without_students() {
    let slice = levels(full(span("10-01", "05-01")));
    let files = files("1,A,2024,Math,Met,\n1,A,2025,Math,Met,\n", "1,A,2025,2024-08-01,2025-06-01,\n");
    let cells = count(&files, &slice);
    let counted = &cells.counted[0];
    assert_eq!(counted.years.iter().map(|year| cells.years[*year].as_str()).collect::<Vec<_>>(), ["2025"]);
    assert_eq!((counted.unmatched.as_slice(), counted.unsettled), (&[][..], 1));
    let cells = count(&files[..1], &slice);
    assert_eq!(cells.counted[0].unmatched, ["schoolFullAcademicYear"]);
    let moving = count(&files[..1], &levels(moving("10-01")));
    assert_eq!(moving.counted[0].unmatched, ["enrollmentEntryDate"]);
}

#[test]
fn a_stay_without_a_year_is_of_the_years_of_its_days() {
    let files =
        files("1,A,2024,Math,Met,\n1,A,2025,Math,Met,\n1,A,2026,Math,Met,\n", "1,A,,2023-08-01,2025-03-01,150\n");
    // It covers all of 2024, and ends in 2025. By 2026 the student has no stay.
    let cells = count(&files, &levels(full(span("10-01", "05-01"))));
    let counted = &cells.counted[0];
    assert_eq!(counted.cells.iter().map(|cell| cells.years[cell.year].as_str()).collect::<Vec<_>>(), ["2024"]);
    assert_eq!(counted.unsettled, 1);
}

#[test]
fn membership_that_attendance_lacks_comes_from_the_stays() {
    let absences = "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysAbsent\n1,A,2025,17\n2,A,2025,17.5\n3,A,2025,60\n4,A,2025,1\n5,A,2025,1\n";
    let stays = format!(
        "{STAYS}1,A,2025,,,100\n1,A,2025,2025-01-07,,70\n2,A,2025,,,175\n3,A,2025,,,50\n4,A,2025,,,100\n4,A,2025,2025-01-07,,\n"
    );
    let (collection, told) = collect(&[absences.to_owned(), stays.clone()]);
    let days: Vec<Option<i64>> = collection.records().attendance().iter().map(|row| row.enrolled).collect();
    // 3 was absent for more days than there were; one stay of 4 doesn't say; 5 has none.
    assert_eq!(days, [Some(170_000), Some(175_000), None, None, None]);
    let codes: Vec<&str> = told.iter().map(|notice| notice.code).collect();
    let wanted =
        ["records.membership-from-stays", "records.days-beyond-membership", "records.attendance-without-membership"];
    assert_eq!(codes, wanted);
    let presence =
        "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysInAttendance\n1,A,2025,153\n2,A,2025,175\n";
    let (collection, _) = collect(&[presence.to_owned(), stays]);
    let absent: Vec<Option<i64>> = collection.records().attendance().iter().map(|row| row.absent).collect();
    assert_eq!(absent, [Some(17_000), Some(0)]);
}

#[test]
fn a_stay_that_ends_before_it_begins_is_told() {
    let (collection, told) =
        collect(&[format!("{STAYS}1,A,2025,2025-06-01,2024-08-01,\n1,A,2025,2024-08-01,2024-08-01,\n")]);
    assert_eq!(
        told.iter().map(|notice| (notice.code, notice.place.line)).collect::<Vec<_>>(),
        [("records.reversed-stay", Some(2))]
    );
    assert_eq!(collection.records().enrollments().len(), 1);
}

/// What left students out of a measure, school by school.
fn left_out(files: &[String], rule: &str, computed: &str) -> Vec<(String, u64, Vec<String>)> {
    let policy = format!(
        r#"{{
            "evenhand": "framework/1", "id": "test", "version": "1", "title": "A test", "authority": "Nobody",
            "sources": {{ "book": {{ "title": "The book", "asOf": "2024-01-02", "read": true }} }},
            "school": {{ "identifier": [ {{ "column": ["school"] }} ] }},
            "enrollments": {{ "rule": {{ {rule}, "cite": "book" }} }},
            "measures": {{ "m": {{ "label": "M", "computed": {{ {computed} }}, "cite": "book" }} }},
            "nodes": {{ "x": {{ "value": "m", "cite": "book" }} }},
            "models": {{ "all": {{ "label": "All", "rating": "x", "cite": "book" }} }}
        }}"#
    );
    let framework = Framework::load(&policy).unwrap_or_else(|notices| panic!("{notices:#?}"));
    let cells = collect(files).0.count(&framework.cell_plan());
    let again = Cells::read(&serde_json::to_string(&cells.document()).unwrap()).unwrap();
    assert_eq!(again, cells);
    let (table, _) = SchoolTable::build(&[]);
    let table = table.with_schools(cells.schools.iter().map(|school| (school.id.as_str(), None)));
    let choosing = Choosing { year: Some("2025".to_owned()), ..Choosing::default() };
    let reading = Reading::with_cells(&framework, &table, Some(Rc::new(cells)), &choosing);
    let told = |(place, school): (usize, &SchoolEntry)| {
        let behind = framework.behind(&table, &reading, place).into_iter().next()?;
        let others = behind.others.iter().filter(|(_, count)| *count > 0).map(|(why, count)| format!("{why} {count}"));
        Some((school.id.to_string(), behind.n, others.collect()))
    };
    table.schools().iter().enumerate().filter_map(told).collect()
}

#[test]
fn what_a_rule_on_stays_leaves_out_is_told_school_by_school() {
    let level = format!(r#""statistic": "share", "of": "{LEVEL}", "counts": ["Met"], "enrollment": "rule""#);
    let full_year = format!(r#"{level}, "fullAcademicYear": true"#);
    let all = |told: &[(&str, u64, &[&str])]| -> Vec<(String, u64, Vec<String>)> {
        let owned = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        told.iter().map(|(school, n, others)| ((*school).to_owned(), *n, owned(others))).collect()
    };
    let files = files(
        "1,A,2025,Math,Met,\n2,A,2025,Math,Met,\n3,A,2025,Math,Met,\n4,A,2025,Math,Met,\n5,B,2025,Math,Met,\n6,B,2025,Math,Met,\n",
        // 1 all year, 2 only in autumn, 3 perhaps, of 4 and 5 no stay is told, 6 moved from A to B in winter.
        "1,A,2025,2024-08-01,2025-06-01,\n2,A,2025,2024-08-01,2024-12-01,\n3,A,2025,2024-08-01,,\n6,A,2025,2024-08-01,2025-01-10,\n6,B,2025,2025-01-11,2025-06-01,\n",
    );
    let span = r#""fullYear": { "from": "10-01", "through": "05-01" }"#;
    let told = left_out(&files, span, &full_year);
    assert_eq!(told, all(&[("A", 1, &["no-stay 2", "part-year 1"]), ("B", 0, &["no-stay 1", "part-year 1"])]));
    // For the school of a day: 6 counts at A. Of 4 and 5 it isn't known where.
    let told = left_out(&files, r#""countsAt": "10-01", "openEnded": true"#, &level);
    assert_eq!(told, all(&[("A", 4, &["no-stay 1"]), ("B", 0, &["no-stay 1"])]));
    // Both: who counts at A but wasn't there to the end, or may not have been, stands together.
    let told = left_out(&files, &format!(r#""countsAt": "10-01", {span}"#), &full_year);
    assert_eq!(
        told,
        all(&[("A", 1, &["no-stay 2", "part-year-or-unknown 2"]), ("B", 0, &["no-stay 1"])]),
        "3 is perhaps at A"
    );
    // Where all stays are known the two are apart.
    let known =
        [files[0].replace("3,A,2025,Math,Met,\n4,A,2025,Math,Met,\n5,B,2025,Math,Met,\n", ""), files[1].clone()];
    let told = left_out(&known, &format!(r#""countsAt": "10-01", {span}"#), &full_year);
    assert_eq!(told, all(&[("A", 1, &["part-year 2"]), ("B", 0, &[])]));
}

#[test]
fn too_few_days_of_membership_are_told() {
    let attendance = "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysInMembership,numberOfDaysAbsent\n1,A,2025,100,1\n2,A,2025,29.5,7\n3,A,2025,30,3\n4,B,2025,5,5\n5,A,2025,0,0\n6,A,2025,40,\n";
    let chronic = r#""statistic": "chronic-absence", "of": "numberOfDaysAbsent", "per": "numberOfDaysInMembership", "atLeast": "10%""#;
    let rule = r#""countsAt": "10-01""#;
    let files = [attendance.to_owned()];
    let told = left_out(&files, rule, &format!(r#"{chronic}, "minimumDays": 30"#));
    let too_few = vec!["too-few-days 1".to_owned()];
    assert_eq!(told, [("A".to_owned(), 2, too_few.clone()), ("B".to_owned(), 0, too_few)]);
    // Without a least number of days everybody counts who was there at all.
    let told = left_out(&files, rule, chronic);
    assert_eq!(told, [("A".to_owned(), 3, vec![]), ("B".to_owned(), 1, vec![])]);
}

/// Counts of what is left out are counts like others: of two halves together the same.
#[test]
fn what_is_left_out_adds_up() {
    let slice = Slice { unsettled: true, ..levels(full(span("10-01", "05-01"))) };
    let tests = "1,A,2025,Math,Met,\n2,A,2025,Math,Below,\n3,B,2025,Math,Met,\n4,B,2025,Math,Met,\n";
    let stays = "2,A,2025,2024-08-01,2025-06-01,\n4,B,2025,2024-08-01,2025-06-01,\n";
    let half = |half: &str| {
        let of = |rows: &str| rows.split_inclusive('\n').filter(|row| row.contains(half)).collect::<String>();
        count(&files(&of(tests), &of(stays)), &slice)
    };
    let (merged, _) = half(",A,").merge(&half(",B,")).unwrap();
    let whole = count(&files(tests, stays), &slice);
    assert_eq!(merged.counted, whole.counted);
    assert_eq!(counted(&files(tests, stays), &slice), (vec![("A".to_owned(), 1), ("B".to_owned(), 1)], 2));
}

/// A stay within eighteen days, from September 28 on: the school, and its ends where they are known.
type Stay = (bool, Option<u32>, Option<u32>);

const DAYS: u32 = 18;

fn written(day: Option<u32>) -> String {
    match day {
        None => String::new(),
        Some(day @ 0..=2) => format!("2024-09-{}", 28 + day),
        Some(day) => format!("2024-10-{:02}", day - 2),
    }
}

/// All days that a stay may have had.
fn completions((_, from, to): &Stay) -> Vec<(u32, u32)> {
    let either = |known: &Option<u32>| known.map_or(0..DAYS, |day| day..day + 1);
    let all = either(from).flat_map(|from| either(to).map(move |to| (from, to)));
    all.filter(|(from, to)| from <= to).collect()
}

/// Whether stays hold all days from October 1 through 12 but for breaks of so many days, day by day.
fn holds(stays: &[(u32, u32)], gap: u32) -> bool {
    let there = |day: u32| stays.iter().any(|(from, to)| (*from..=*to).contains(&day));
    let days: Vec<bool> = (3..=14).map(there).collect();
    let breaks = days.split(|there| *there).map(<[bool]>::len);
    days[0] && days[11] && breaks.max().unwrap() <= gap as usize
}

fn answers(stays: &[Stay], gap: u32) -> BTreeSet<bool> {
    let mut all: Vec<Vec<(u32, u32)>> = vec![Vec::new()];
    for stay in stays {
        let longer = |before: &Vec<(u32, u32)>| {
            let before = before.clone();
            completions(stay).into_iter().map(move |days| before.iter().copied().chain([days]).collect::<Vec<_>>())
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.iter().map(|stays| holds(stays, gap)).collect()
}

fn stay() -> impl Strategy<Value = Stay> {
    let end = || prop::option::weighted(0.8, 0..DAYS);
    (any::<bool>(), end(), end()).prop_map(|(here, a, b)| match (a, b) {
        (Some(a), Some(b)) => (here, Some(a.min(b)), Some(a.max(b))),
        ends => (here, ends.0, ends.1),
    })
}

proptest! {
    #[test]
    fn a_span_of_days_is_judged_as_day_by_day(stays in prop::collection::vec(stay(), 1..4), gap in 0_u8..4) {
        let rows: String = stays.iter()
            .map(|(here, from, to)| format!("1,{},2025,{},{},\n", if *here { "A" } else { "B" }, written(*from), written(*to)))
            .collect();
        let files = files("1,A,2025,Math,Met,\n", &rows);
        let rule = full(FullYear { gap_days: Some(gap), ..span("10-01", "10-12") });
        let here: Vec<Stay> = stays.iter().filter(|(here, ..)| *here).copied().collect();
        let wanted = match answers(&here, u32::from(gap)).into_iter().collect::<Vec<bool>>().as_slice() {
            [true] => (vec![("A".to_owned(), 1)], 0),
            [false] => (Vec::new(), 0),
            _ => (Vec::new(), 1),
        };
        prop_assert_eq!(counted(&files, &levels(rule)), wanted);
    }

    #[test]
    fn nothing_depends_on_the_order_of_rows_and_files(
        stays in prop::collection::vec((0_u32..4, stay(), prop::option::of(0_u32..90)), 0..10),
        seed in prop::collection::vec(any::<u64>(), 20),
        most in any::<bool>(),
    ) {
        let tests: Vec<String> = (0..4).map(|student| format!("{student},{},2025,Math,Met,\n", ["A", "B"][student % 2])).collect();
        let outcomes: Vec<String> = (0..4)
            .flat_map(|student| ["A", "B", "C"].map(|school| format!("{student},{school},2025,2025,{}\n", ["Yes", "No"][student / 2 * usize::from(school == "B")])))
            .collect();
        let rows: Vec<String> = stays.iter()
            .map(|(student, (here, from, to), days)| {
                let days = days.map(|days| days.to_string()).unwrap_or_default();
                format!("{student},{},2025,{},{},{days}\n", if *here { "A" } else { "B" }, written(*from), written(*to))
            })
            .collect();
        let shuffled = |rows: &[String]| {
            let mut rows: Vec<(u64, String)> = rows.iter().enumerate().map(|(place, row)| (seed[place % 20], row.clone())).collect();
            rows.sort();
            rows.into_iter().map(|(_, row)| row).collect::<String>()
        };
        let counts_at = if most { MOST_DAYS } else { "10-05" };
        let rule = EnrollmentRule { full_year: Some(span("10-03", "10-06")), ..moving(counts_at) };
        let only_at = EnrollmentRule { full_year: None, ..rule.clone() };
        let graduated = |rule: EnrollmentRule| Slice { enrollment: Some(rule), ..Slice::new("highSchoolGraduationIndicator", Count::Words) };
        let plan = CellPlan::new([levels(rule.clone()), levels(only_at.clone()), graduated(rule), graduated(only_at)]);
        let header = "studentIdentifier,schoolIdentifier,schoolYear,cohortGraduationYear,highSchoolGraduationIndicator\n";
        let texts = |rows: &dyn Fn(&[String]) -> String, tests: &[String], outcomes: &[String], stays: &[String]| {
            vec![format!("{TESTS}{}", rows(tests)), format!("{header}{}", rows(outcomes)), format!("{STAYS}{}", rows(stays))]
        };
        let files = texts(&|rows| rows.concat(), &tests, &outcomes, &rows);
        let mut others = texts(&shuffled, &tests, &outcomes, &rows);
        others.reverse();
        prop_assert_eq!(collect(&files).0.count(&plan), collect(&others).0.count(&plan));
    }
}
