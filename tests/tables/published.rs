//! Published files, as they lie beside the project: recognized and read without a remark.

use std::path::PathBuf;

use evenhand::notice::Severity;
use evenhand::tables::{FieldQuery, IdentifierHint, LayoutHint, Mapping, SchoolTable, Shape, Sheet, check, recognize};

use crate::codes;

/// The folder of published data, which is not part of the project.
fn data(path: &str) -> Option<Vec<u8>> {
    let root = std::env::var_os("EVENHAND_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let file = root.join(path);
    let bytes = std::fs::read(&file).ok();
    if bytes.is_none() {
        println!("SKIPPED: {} is not there (set EVENHAND_DATA)", file.display());
    }
    bytes
}

fn recognized(path: &str, bytes: &[u8], hints: &[LayoutHint]) -> (Sheet, Mapping) {
    let (sheet, notices) = Sheet::read(path, bytes).unwrap_or_else(|notices| panic!("{path}: {notices:?}"));
    assert!(notices.is_empty(), "{path}: {notices:?}");
    let recognition = recognize(&sheet, hints);
    let mapping = recognition.mapping.unwrap_or_else(|| panic!("{path}: {:?}", recognition.notices));
    assert_eq!(check(&sheet, &mapping), []);
    (sheet, mapping)
}

#[test]
fn chicago_files_are_recognized_without_a_framework() {
    let folder = "chicago-sqrp-2019";
    let mut sheets = Vec::new();
    for name in ["indicators-elementary", "indicators-high", "schools-elementary", "schools-high", "school-facts"] {
        let Some(bytes) = data(&format!("{folder}/{name}.csv")) else { return };
        let (sheet, mapping) = recognized(&format!("{name}.csv"), &bytes, &[]);
        let long = name != "schools-elementary" && name != "schools-high";
        assert_eq!(mapping.shape, if long { Shape::Long } else { Shape::Wide }, "{name}");
        sheets.push((sheet, mapping));
    }
    let (table, notices) = SchoolTable::build(&sheets);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(table.schools().len(), 589);
    let school = table.find_school("400009").expect("a school of the file");
    assert_eq!(table.schools()[school].name.as_deref(), Some("GLOBAL CITIZENSHIP"));
    let reading = FieldQuery::named("national school growth percentile, reading");
    let text = |query: &FieldQuery<'_>| {
        table.field(query).and_then(|field| table.cell(school, field)).map(|cell| (cell.text, &**cell.file, cell.line))
    };
    assert_eq!(text(&reading), Some(("75", "indicators-elementary.csv", 2)));
    let points = FieldQuery { attribute: Some("points"), ..reading };
    assert_eq!(text(&points), Some(("4", "indicators-elementary.csv", 2)));
    assert_eq!(text(&FieldQuery::named("total_points")), Some(("3.5", "schools-elementary.csv", 2)));
    assert_eq!(text(&FieldQuery::named("highest_grade")), None);
    let facts = table.find_school("610024").expect("a school of the file");
    let grade = table.field(&FieldQuery::named("highest_grade")).expect("a fact of the file");
    assert_eq!(table.cell(facts, grade).map(|cell| cell.text), Some("3"));
    for account in table.accounts() {
        assert_eq!(account.read, account.kept);
    }
    assert_eq!(table.accounts().iter().map(|account| account.kept).collect::<Vec<_>>(), [8514, 2320, 473, 116, 3]);
}

#[test]
fn florida_is_recognized_with_and_without_a_framework() {
    let Some(bytes) = data("florida-school-grades-2022/schools.csv") else { return };
    let (sheet, mapping) = recognized("schools.csv", &bytes, &[]);
    let columns: Vec<&str> = mapping.identifier.iter().map(|part| part.column.as_str()).collect();
    assert_eq!(columns, ["District Number", "School Number"]);
    assert_eq!(mapping.name.as_deref(), Some("School Name"));
    assert_eq!(mapping.shape, Shape::Wide);
    let (table, notices) = SchoolTable::build(&[(sheet, mapping)]);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(table.schools().len(), 3409);
    assert!(table.find_school("01-0031").is_some());

    let hint = LayoutHint {
        policy: "florida".into(),
        identifier: vec![
            IdentifierHint { names: vec!["district number".into()], digits: Some(2) },
            IdentifierHint { names: vec!["school number".into()], digits: Some(4) },
        ],
        names: vec!["School Name".into()],
        measures: vec!["Total Points Earned".into(), "Percent Tested".into()],
        ..LayoutHint::default()
    };
    // Numbers as a spreadsheet leaves them.
    let text = String::from_utf8(bytes).expect("UTF-8");
    let mangled: String = text
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            cells[0] = cells[0].trim_start_matches('0');
            cells[2] = cells[2].trim_start_matches('0');
            cells.join(",") + "\r\n"
        })
        .collect();
    let (sheet, _) = Sheet::read("mangled.csv", mangled.as_bytes()).expect("a table");
    let recognition = recognize(&sheet, &[hint]);
    assert_eq!(recognition.matched.as_deref(), Some("florida"));
    let (mended, notices) = SchoolTable::build(&[(sheet, recognition.mapping.expect("a mapping"))]);
    assert_eq!(codes(&notices), ["tables.zeros-restored", "tables.zeros-restored"]);
    assert!(notices.iter().all(|notice| notice.severity == Severity::Warning));
    assert_eq!(mended.schools(), table.schools());
}

#[test]
fn files_of_students_are_not_read() {
    for path in [
        "nwea-map-sample/AssessmentResults.csv",
        "nwea-map-sample/StudentsBySchool.csv",
        "layouts/cmas-sample.csv",
        "layouts/nwea-map-growth-sample.csv",
        "layouts/wida-access-sample.csv",
    ] {
        let Some(bytes) = data(path) else { return };
        let notices = Sheet::read(path, &bytes).expect_err("a file of students");
        assert_eq!(codes(&notices), ["tables.student-file"], "{path}");
    }
    let Some(bytes) = data("student-growth-demo/assessments.csv.gz") else { return };
    assert_eq!(codes(&Sheet::read("a.csv.gz", &bytes).expect_err("compressed")), ["tables.compressed-file"]);
}

#[test]
fn every_known_layout_of_students_is_told_by_its_header() {
    let Some(bytes) = data("layouts/headers.csv") else { return };
    let (sheet, _) = Sheet::read("headers.csv", &bytes).expect("a table");
    assert!(sheet.row_count() > 5);
    for row in 0..sheet.row_count() {
        let names: Vec<&str> = sheet.cell(row, 1).split('|').collect();
        let file = format!("{}\n{}\n", names.join(","), vec!["1"; names.len()].join(","));
        let notices = Sheet::read("f.csv", file.as_bytes()).map(|_| ()).expect_err(sheet.cell(row, 0));
        assert!(codes(&notices).contains(&"tables.student-file"), "{}: {notices:?}", sheet.cell(row, 0));
    }
}

/// A framework's own names lead to the same reading as the names in common use, with the digits besides.
#[test]
fn the_chicago_framework_reads_its_files_as_they_are_recognized() {
    let policy = include_str!("../../www/policies/chicago-sqrp-2019.json");
    let framework = evenhand::framework::Framework::load(policy).expect("a framework");
    for name in ["indicators-elementary", "indicators-high", "schools-elementary", "schools-high", "school-facts"] {
        let Some(bytes) = data(&format!("chicago-sqrp-2019/{name}.csv")) else { return };
        let (sheet, mut alone) = recognized(&format!("{name}.csv"), &bytes, &[]);
        let recognition = recognize(&sheet, &[framework.layout_hint()]);
        assert_eq!(recognition.matched.as_deref(), Some(framework.layout_hint().policy.as_str()), "{name}");
        alone.identifier[0].digits = Some(6);
        assert_eq!(recognition.mapping, Some(alone), "{name}");
    }
}
