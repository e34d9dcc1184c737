//! Numbers with a comma: read exactly where somebody said what it is, proposed where a column shows it, and never guessed.

use evenhand::policy::json::parse;
use evenhand::policy::read::decode;
use evenhand::records::element::Element;
use evenhand::records::layout::{DecimalMark, Layout};
use evenhand::records::mapping::MappingDraft;
use evenhand::records::{Collection, Importer, sample};
use proptest::prelude::*;
use serde_json::json;

use super::{argument, codes, import, import_by};

const HEADINGS: &str =
    "studentIdentifier;schoolIdentifier;schoolYear;assessmentAcademicSubject;assessmentResultScoreValue";

/// A file of the program's own layout, divided by semicolons, with these scores.
fn own(scores: impl IntoIterator<Item = impl std::fmt::Display>) -> String {
    with_headings(HEADINGS, scores)
}

fn with_headings(headings: &str, scores: impl IntoIterator<Item = impl std::fmt::Display>) -> String {
    let mut text = format!("{headings}\n");
    for (student, score) in scores.into_iter().enumerate() {
        text.push_str(&format!("{student};A;2026;Math;{score}\n"));
    }
    text
}

/// The layout of such a file, with what somebody said of its scores.
fn saying(mark: &str) -> Layout {
    let column = |heading: &str| json!({ "heading": [heading] });
    let text = json!({
        "evenhand": "layout/1", "id": "decimals", "title": "Decimals", "table": "assessments",
        "columns": {
            "studentIdentifier": column("studentIdentifier"), "schoolIdentifier": column("schoolIdentifier"),
            "schoolYear": column("schoolYear"), "assessmentAcademicSubject": column("assessmentAcademicSubject"),
            "assessmentResultScoreValue": { "heading": ["assessmentResultScoreValue"], "decimalMark": mark },
        },
    });
    let layout = Layout::read(&text.to_string()).unwrap();
    assert_eq!(Layout::read(&serde_json::to_string(&layout).unwrap()), Ok(layout.clone()));
    layout
}

fn scores(collection: &Collection) -> Vec<Option<i32>> {
    collection.records().assessments().rows().map(|row| row.score).collect()
}

#[test]
fn a_comma_that_nobody_said_anything_of_is_told_and_never_guessed() {
    let (collection, file, _) = import("a.csv", own(["12,5", "13", "1,250", "", "14.5"]).as_bytes());
    assert_eq!(scores(&collection), [Some(13_000), None, Some(14_500)]);
    assert_eq!(codes(&file.notices), ["records.unreadable-number", "records.decimal-commas"]);
    let told = &file.notices[1];
    assert_eq!((argument(told, "count"), argument(told, "lines")), ("2".to_owned(), "2|4".to_owned()));
    assert_eq!(told.place.column.as_deref(), Some("assessmentResultScoreValue"));
    // These may be thousands.
    let (_, file, _) = import("a.csv", own(["1,250", "1,300"]).as_bytes());
    assert_eq!(codes(&file.notices), ["records.unreadable-number", "records.unclear-commas"]);
    // Some of these are, and others can't be.
    let (_, file, _) = import("a.csv", own(["1,250,000", "1,3"]).as_bytes());
    assert_eq!(codes(&file.notices), ["records.unreadable-number", "records.unclear-commas"]);
    // No number at all.
    let (_, file, _) = import("a.csv", own(["ten, or so"]).as_bytes());
    assert_eq!(codes(&file.notices), ["records.unreadable-number"]);
}

#[test]
fn what_somebody_said_is_read_exactly() {
    for (mark, read, left_out) in [
        ("comma", vec![Some(12_500), Some(1_250), Some(1_250_500), Some(1_250_000), Some(13_000)], 2),
        ("point", vec![Some(1_250_000), Some(1_250), Some(13_000), Some(12_500)], 3),
    ] {
        let text = own(["12,5", "1,250", "1.250,5", "1.250", "13", "12.5", "1,2,5"]);
        let (collection, file, _) = import_by(Importer::by("a.csv", 0, saying(mark)), text.as_bytes());
        assert_eq!(scores(&collection), read, "{mark}");
        assert_eq!(codes(&file.notices), ["records.unreadable-number"]);
        assert_eq!(argument(&file.notices[0], "count"), left_out.to_string());
    }
}

proptest! {
    #[test]
    fn a_decimal_comma_changes_nothing_of_a_number(numbers in prop::collection::vec(-2_000_000_i32..2_000_000, 1..40), parted in any::<bool>()) {
        let written = |mark: char, parted: Option<char>| {
            let numbers: Vec<String> = numbers.iter().map(|number| {
                let (whole, rest) = (number.unsigned_abs() / 1000, number.unsigned_abs() % 1000);
                let sign = if *number < 0 { "-" } else { "" };
                match parted {
                    Some(other) if whole >= 1000 => format!("{sign}{}{other}{:03}{mark}{rest:03}", whole / 1000, whole % 1000),
                    _ => format!("{sign}{whole}{mark}{rest:03}"),
                }
            }).collect();
            own(numbers)
        };
        let by = |layout: Layout, text: &str| {
            let (collection, file, _) = import_by(Importer::by("a.csv", 0, layout), text.as_bytes());
            assert_eq!(codes(&file.notices), [""; 0]);
            scores(&collection)
        };
        let wanted: Vec<Option<i32>> = numbers.iter().copied().map(Some).collect();
        prop_assert_eq!(by(saying("comma"), &written(',', parted.then_some('.'))), wanted.clone());
        prop_assert_eq!(by(saying("point"), &written('.', parted.then_some(','))), wanted.clone());
        // Without a word about it, as ever.
        let (collection, ..) = import("a.csv", written('.', None).as_bytes());
        prop_assert_eq!(scores(&collection), wanted);
    }
}

#[test]
fn what_a_column_shows_is_proposed_and_kept_in_the_mapping() {
    let proposed = |scores: &[&str]| {
        let text = with_headings("Student ID;School Code;School Year;Subject;Scale Score", scores);
        let proposal = sample("a.csv", text.as_bytes()).unwrap().propose();
        let column = &proposal.columns[4];
        let read = proposal.layout.column(Element::Score).and_then(|reading| reading.decimal_mark);
        assert_eq!(column.element, Some(Element::Score));
        assert_eq!(read, column.decimal_mark);
        (column.commas, column.decimal_mark)
    };
    let many = |text: &'static str| -> Vec<&'static str> { vec![text; 12] };
    assert_eq!(proposed(&[&many("12,5")[..], &["13"]].concat()), (true, Some(DecimalMark::Comma)));
    assert_eq!(proposed(&[&many("1,250")[..], &["0,5"]].concat()), (true, Some(DecimalMark::Comma)));
    assert_eq!(proposed(&[&many("1,250")[..], &["12.5"]].concat()), (true, Some(DecimalMark::Point)));
    // It may be either, or both are shown: somebody has to say it.
    assert_eq!(proposed(&many("1,250")), (true, None));
    assert_eq!(proposed(&[&many("12,5")[..], &["12.5"]].concat()), (true, None));
    // There is nothing to be said.
    assert_eq!(proposed(&many("12.5")), (false, None));

    let text = with_headings("Student ID;School Code;School Year;Subject;Scale Score", ["12,5", "1,250"]);
    let draft = |element: &str, mark: &str| -> MappingDraft {
        let column = |heading: &str, element: &str| json!({ "heading": heading, "element": element });
        let draft = json!({
            "title": "Scores", "table": "assessments", "constants": {},
            "columns": [
                column("Student ID", "studentIdentifier"), column("School Code", "schoolIdentifier"),
                column("School Year", "schoolYear"), column("Subject", "assessmentAcademicSubject"),
                { "heading": "Scale Score", "element": element, "decimalMark": mark },
            ],
        });
        decode(&parse(&draft.to_string()).unwrap(), "", &mut Vec::new()).unwrap()
    };
    let taken = sample("a.csv", text.as_bytes()).unwrap();
    let layout = taken.layout(&draft("assessmentResultScoreValue", "comma")).unwrap();
    let (collection, file, _) = import_by(Importer::by("a.csv", 0, layout.clone()), text.as_bytes());
    assert_eq!((scores(&collection), codes(&file.notices)), (vec![Some(12_500), Some(1_250)], vec![]));
    // What was said is where one starts from the next time.
    let again = taken.clone().read_by(Some(layout)).propose();
    assert_eq!((again.columns[4].commas, again.columns[4].decimal_mark), (true, Some(DecimalMark::Comma)));
    // A column that is said to be something else has no decimals.
    let other = taken.layout(&draft("assessmentPeriod", "comma")).unwrap();
    assert!(!serde_json::to_string(&other).unwrap().contains("decimalMark"));
}

#[test]
fn a_column_without_numbers_has_no_decimals() {
    let text = serde_json::to_string(&saying("comma")).unwrap();
    let wrong = text.replace("\"heading\":[\"schoolYear\"]", "\"heading\":[\"schoolYear\"],\"decimalMark\":\"comma\"");
    let notices = Layout::read(&wrong).unwrap_err();
    assert_eq!(codes(&notices), ["records.decimal-mark-of-no-number"]);
    assert_eq!(notices[0].place.pointer.as_deref(), Some("/columns/schoolYear/decimalMark"));
}
