//! Cells hold whatever the order of rows and however files are divided.

use evenhand::records::cells::{BesideSession, Cells, CountedFile, How, Tally};
use evenhand::records::plan::{CellPlan, Count, Slice};
use proptest::prelude::*;

use crate::generated::rows;
use crate::oracle::{DIMENSIONS, Rows, expected, split};
use crate::support::{ELEMENTS, GROWTH, LEVEL, SUBJECT, plan, records};

/// The cells in the form of the bench's expected file.
fn as_rows(cells: &Cells) -> Rows {
    let mut all = Rows::new();
    for counted in &cells.counted {
        let subject = counted.slice.filter.get(SUBJECT).unwrap()[0].clone();
        let dimension = ELEMENTS.iter().zip(DIMENSIONS).find_map(|(element, (name, _))| {
            Some((name.to_owned(), counted.slice.filter.get(element.name())?[0].clone()))
        });
        let (dimension, value) = dimension.unwrap_or(("all".to_owned(), "all".to_owned()));
        for cell in &counted.cells {
            let (school, year) = (cells.schools[cell.school].id.clone(), cells.years[cell.year].clone());
            let row = all.entry([school, year, subject.clone(), dimension.clone(), value.clone()]).or_default();
            let Tally::Spread(spread) = &cell.tally else { panic!("a spread is counted") };
            if counted.slice.count == Count::Words {
                assert_eq!(counted.slice.of, LEVEL);
                row[0] = cell.tally.records();
                let proficient = |word: i64| ["4", "5"].contains(&counted.words[word as usize].as_str());
                row[1] = spread.iter().filter(|(word, _)| proficient(*word)).map(|(_, records)| records).sum();
            } else {
                row[2] = cell.tally.records();
                let values: Vec<i64> =
                    spread.iter().flat_map(|(value, records)| vec![*value; *records as usize]).collect();
                row[3] = (values[(values.len() - 1) / 2] + values[values.len() / 2]) as u64;
            }
        }
    }
    all
}

#[test]
fn cells_are_those_of_a_plain_computation() {
    let rows = rows(4000, 40, 7);
    let cells = Cells::count(&records(&rows), &plan());
    let expected = expected(&rows);
    assert!(expected.len() > 1500, "{} cells are few", expected.len());
    assert!(expected.values().any(|[n, ..]| *n < 10), "there are small groups");
    assert_eq!(as_rows(&cells), expected);
}

/// The processor time that this thread has taken so far, in milliseconds.
fn processor() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<u64>().ok()).unwrap_or(0) / 1_000_000
}

/// Run by hand, optimized, with `--ignored --nocapture`: how long a million rows take.
#[test]
#[ignore = "a measurement"]
fn a_million_rows() {
    let rows = rows(250_000, 200, 42);
    let records = records(&rows);
    let plan = plan();
    for _ in 0..5 {
        let start = processor();
        let cells = Cells::count(&records, &plan);
        let counted = processor();
        let text = serde_json::to_string(&cells.document()).unwrap();
        let written = processor();
        println!(
            "{} ms for {} slices, {} ms to write {} bytes",
            counted - start,
            cells.counted.len(),
            written - counted,
            text.len()
        );
    }
}

/// The rows of schools or of years apart.
fn parts(rows: &[String], column: usize, among: impl Fn(&str) -> bool) -> [Vec<String>; 2] {
    let (one, other) = rows.iter().cloned().partition(|row| among(&split(row)[column]));
    [one, other]
}

fn count(rows: &[String]) -> Cells {
    Cells::count(&records(rows), &plan())
}

/// A plan of all kinds of counts.
fn all_kinds() -> CellPlan {
    let score = "assessmentResultScoreValue";
    let kinds = [
        (LEVEL, Count::Words),
        (GROWTH, Count::Numbers),
        (score, Count::Numbers),
        (score, Count::Sum),
        ("assessmentRegistrationParticipationIndicator", Count::Participation),
        ("englishLearnerStatus", Count::Words),
    ];
    CellPlan::new(kinds.into_iter().flat_map(|(of, count)| {
        let all = Slice::new(of, count);
        [all.clone().only(SUBJECT, ["math"]), all.clone().only("migrantStatus", ["y"]), all]
    }))
}

proptest! {
    #[test]
    fn the_order_of_rows_makes_no_difference(seed in 0_u64..1_000_000, students in 1_u64..60) {
        let rows = rows(students, 6, seed);
        let mut turned = rows.clone();
        turned.reverse();
        turned.rotate_left(rows.len() / 3);
        for plan in [plan(), all_kinds()] {
            let [one, other] = [&rows, &turned].map(|rows| Cells::count(&records(rows), &plan));
            prop_assert_eq!(&one, &other);
            let text = serde_json::to_string(&one.document()).unwrap();
            prop_assert_eq!(Cells::read(&text), Ok(one));
        }
    }

    #[test]
    fn cells_counted_apart_add_up(seed in 0_u64..1_000_000, students in 2_u64..60, year in any::<bool>()) {
        let rows = rows(students, 6, seed);
        let schools = ["083000000000", "083000000017", "083000000034"];
        let parts = if year { parts(&rows, 3, |year| year == "2024") } else { parts(&rows, 1, |id| schools.contains(&id)) };
        prop_assume!(parts.iter().all(|part| !part.is_empty()));
        for plan in [plan(), all_kinds()] {
            let whole = Cells::count(&records(&rows), &plan);
            let [one, other] = parts.clone().map(|part| Cells::count(&records(&part), &plan));
            let (merged, told) = one.merge(&other).unwrap();
            prop_assert_eq!(&merged, &whole);
            prop_assert_eq!(&other.merge(&one).unwrap().0, &whole);
            // The students of one year are not those of another; of two schools they may be.
            let codes: Vec<&str> = told.iter().map(|notice| notice.code).collect();
            prop_assert_eq!(codes, if year { vec![] } else { vec!["cells.shared-years"] });
        }
    }
}

#[test]
fn students_are_not_counted_twice() {
    let rows = rows(200, 6, 3);
    let told = |one: &Cells, other: &Cells| {
        let notices = one.merge(other).map_or_else(|notices| notices, |(_, notices)| notices);
        notices.iter().map(|notice| notice.code).collect::<Vec<_>>()
    };
    let whole = count(&rows);
    assert_eq!(told(&whole, &whole), ["cells.overlap"]);
    // What only one of them counts isn't there for both.
    let [one, other] = parts(&rows, 3, |year| year == "2024");
    let other = Cells::count(&records(&other), &all_kinds());
    assert_eq!(told(&count(&one), &other), ["cells.other-plan"]);
    assert_eq!(count(&one).merge(&other).unwrap().0.counted, []);
}

#[test]
fn a_document_that_is_none_is_refused_at_its_place() {
    let cells = count(&rows(30, 3, 1));
    let good = serde_json::to_string(&cells.document()).unwrap();
    assert!(good.contains("Student data"));
    let told = |text: &str| {
        let notices = Cells::read(text).unwrap_err();
        (notices[0].code, notices[0].place.pointer.clone().unwrap_or_default())
    };
    assert_eq!(told("school,n\n").0, "cells.not-cells");
    assert_eq!(told(r#"{ "evenhand": "cells/2" }"#).0, "cells.not-cells");
    let mut changed: serde_json::Value = serde_json::from_str(&good).unwrap();
    changed["counted"][3]["school"] = "0 0".into();
    assert_eq!(told(&changed.to_string()), ("cells.damaged", "/counted/3".to_owned()));
    let spreads = ["0:-1", "0", "1:1 0:1", "99:1", "0:0", "a:b"];
    for spread in spreads {
        let mut changed: serde_json::Value = serde_json::from_str(&good).unwrap();
        let at =
            changed["counted"].as_array().unwrap().iter().position(|counted| counted["words"] != serde_json::json!([]));
        let counted = &mut changed["counted"][at.unwrap()];
        (counted["school"], counted["year"], counted["spread"]) = ("0".into(), "0".into(), spread.into());
        assert_eq!(told(&changed.to_string()).0, "cells.damaged", "{spread}");
    }
    let mut changed: serde_json::Value = serde_json::from_str(&good).unwrap();
    changed["years"] = serde_json::json!(["2025", "2024"]);
    assert_eq!(told(&changed.to_string()), ("cells.damaged", "/years".to_owned()));
    changed["years"] = 5.into();
    assert_eq!(told(&changed.to_string()).0, "policy.wrong-type");
}

#[test]
fn files_stand_beside_a_session_only_where_no_student_can_be_in_both() {
    let named = |mut cells: Cells, name: &str| {
        cells.files = vec![CountedFile { name: name.to_owned(), fingerprint: format!("of {name}") }];
        cells
    };
    let codes = |beside: &BesideSession| beside.notices.iter().map(|notice| notice.code).collect::<Vec<_>>();
    let rows = rows(200, 6, 3);
    let [one, other] = parts(&rows, 3, |year| year == "2024").map(|part| count(&part));
    let (one, other) = (named(one, "2024.csv"), named(other, "others.csv"));

    let (beside, sum) = one.beside(&other);
    assert_eq!((beside.how, codes(&beside)), (How::Disjoint, vec![]));
    assert_eq!((beside.session.years, beside.files.files), (vec!["2024".to_owned()], vec!["others.csv".to_owned()]));
    let sum = sum.unwrap();
    assert_eq!(sum.counted, count(&rows).counted);

    // The same students again.
    let (beside, again) = sum.beside(&named(other.clone(), "another copy.csv"));
    assert_eq!((beside.how, codes(&beside), again), (How::Apart, vec!["cells.overlap"], None));
    // Of other schools in the same year, some may be the same students.
    let [here, there] = parts(&rows, 1, |id| id == "083000000000").map(|part| count(&part));
    let (beside, again) = named(here, "here.csv").beside(&named(there, "there.csv"));
    assert_eq!((beside.how, codes(&beside), again), (How::Apart, vec!["cells.shared-years"], None));
    // What only one of them counts would be lost.
    let [_, theirs] = parts(&rows, 3, |year| year == "2024").map(|part| Cells::count(&records(&part), &all_kinds()));
    let (beside, again) = one.beside(&named(theirs, "others.csv"));
    assert_eq!((beside.how, codes(&beside), again), (How::Apart, vec!["cells.other-plan"], None));

    // The session's own files, and more: nothing of it is lost.
    let mut more = count(&rows);
    more.files = [&one, &other].into_iter().flat_map(|cells| cells.files.clone()).collect();
    let (beside, again) = one.beside(&more);
    assert_eq!((beside.how, codes(&beside), again), (How::SameFiles, vec![], None));
    // A file of that name with other bytes is another file.
    more.files[0].fingerprint.push('!');
    assert_eq!(one.beside(&more).0.how, How::Apart);
}
