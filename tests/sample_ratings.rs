//! The sample district from its files to the ratings of its forty schools: generated, imported, counted, rated by its framework.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where its files can't be read")]

use std::rc::Rc;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Ratings, Reading};
use evenhand::framework::trace::Shown;
use evenhand::records::cells::Cells;

use evenhand::records::layout::Layout;
use evenhand::records::{Collection, Importer};
use evenhand::sample::{SEED, files};
use evenhand::tables::{SchoolTable, Sheet, recognize};

const POLICY: &str = include_str!("../www/policies/fictional-riverbend-students.json");
const SCHOOLS: &str = "riverbend-schools.csv";

/// School, score, rating, labels of 2025-26, worked out from the same files by a plain script of its own.
const ANSWERS: [(&str, &str, &str, &str); 40] = [
    ("1001", "3.48", "Exceeds", ""),
    ("1002", "3.3", "Exceeds", ""),
    ("1003", "2.63", "Meets", ""),
    ("1004", "2.73", "Meets", ""),
    ("1005", "3.45", "Exceeds", ""),
    ("1006", "1.3", "Priority support", ""),
    ("1007", "2.8", "Approaching", ""),
    ("1008", "1.03", "Priority support", "Comprehensive support, Targeted support: a student group grows too little"),
    ("1009", "2.28", "Approaching", ""),
    ("1010", "3.33", "Exceeds", ""),
    ("1011", "3.48", "Exceeds", ""),
    ("1012", "1.18", "Priority support", "Targeted support: a student group grows too little"),
    ("1013", "2.25", "Approaching", ""),
    ("1014", "3.45", "Exceeds", ""),
    ("1015", "1.83", "Approaching", ""),
    ("1016", "3.45", "Exceeds", ""),
    ("1017", "1.75", "Priority support", ""),
    ("1018", "2.7", "Meets", ""),
    ("1019", "2.25", "Approaching", ""),
    ("1020", "2.45", "Approaching", "In its first year"),
    ("1031", "2.5", "Approaching", ""),
    ("1032", "3.2", "Exceeds", ""),
    ("1033", "2.7", "Approaching", ""),
    ("1034", "2.5", "Approaching", ""),
    ("1051", "2.85", "Meets", "Targeted support: a student group grows too little"),
    ("1052", "1.68", "Priority support", "Targeted support: a student group grows too little"),
    ("1053", "3.25", "Exceeds", ""),
    ("1054", "2.6", "Meets", ""),
    ("1055", "3.13", "Meets", ""),
    ("1056", "1.1", "Priority support", "Comprehensive support"),
    ("1057", "1.88", "Approaching", "Targeted support: a student group grows too little"),
    ("1101", "3.53", "Exceeds", ""),
    ("1102", "3.2", "Exceeds", ""),
    ("1103", "2.64", "Approaching", "Low participation"),
    ("1104", "1.14", "Priority support", "Comprehensive support, Targeted support: a student group grows too little"),
    ("1105", "2.51", "Approaching", ""),
    ("1106", "2.1", "Approaching", ""),
    ("1107", "2.14", "Approaching", ""),
    ("1108", "", "too-little-data", "Low participation"),
    ("1121", "3.65", "Exceeds", ""),
];

/// The layouts that are shipped.
fn layouts() -> Vec<Layout> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/layouts");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| Layout::read(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

/// The policy, the schools, and what was counted in the students' files.
fn district() -> (Framework, SchoolTable, Rc<Cells>) {
    let framework = Framework::load(POLICY).unwrap_or_else(|notices| panic!("{notices:#?}"));
    assert_eq!(framework.notices, []);
    let layouts = layouts();
    let mut collection = Collection::new();
    let mut table = None;
    for file in files(SEED) {
        if file.name == SCHOOLS {
            let (sheet, notices) = Sheet::read(file.name, file.text.as_bytes()).unwrap();
            assert_eq!(notices, []);
            let recognition = recognize(&sheet, &[framework.layout_hint()]);
            assert_eq!(recognition.matched.as_deref(), Some("fictional-riverbend-students"));
            let (schools, notices) = SchoolTable::build(&[(sheet, recognition.mapping.unwrap())]);
            assert_eq!(notices, []);
            table = Some(schools);
            continue;
        }
        let mut importer = Importer::new(file.name, u64::try_from(file.text.len()).unwrap(), layouts.clone());
        for chunk in file.text.as_bytes().chunks(100_000) {
            importer.push(chunk, &mut collection);
        }
        let imported = importer.finish(&mut collection);
        assert_eq!(imported.notices, [], "{}", file.name);
        assert!(imported.layout.is_some_and(|layout| layout.starts_with("evenhand-")), "{}", file.name);
    }
    let settled = collection.settle(None);
    let told: Vec<&str> = settled.notices.iter().map(|notice| notice.code).collect();
    assert_eq!(told, Vec::<&str>::new());
    let cells = Cells::count(collection.records(), &framework.cell_plan());
    (framework, table.unwrap(), Rc::new(cells))
}

fn rate(framework: &Framework, table: &SchoolTable, cells: &Rc<Cells>, year: Option<&str>) -> Ratings {
    let choosing = Choosing { year: year.map(str::to_owned), ..Choosing::default() };
    let reading = Reading::with_cells(framework, table, Some(Rc::clone(cells)), &choosing);
    framework.rate(table, &reading)
}

fn text(value: &Shown) -> &str {
    match value {
        Shown::Number { exact, .. } => exact,
        Shown::Rating { rating, .. } => rating,
        Shown::Word { word } => word,
        Shown::Outcome { .. } | Shown::Absent { .. } => "",
    }
}

fn outcome(value: &Shown) -> &str {
    match value {
        Shown::Outcome { outcome, .. } => outcome,
        other => text(other),
    }
}

#[test]
fn every_school_is_rated_from_student_files_or_says_why_not() {
    let (framework, table, cells) = district();
    let ratings = rate(&framework, &table, &cells, None);
    let answers: Vec<_> = ratings
        .schools
        .iter()
        .map(|school| {
            let labels: Vec<&str> = school.labels.iter().map(|label| label.in_language("en")).collect();
            let score = school.score.as_ref().map_or("", text);
            (&*school.school, score.to_owned(), outcome(&school.rating).to_owned(), labels.join(", "))
        })
        .collect();
    let expected =
        ANSWERS.map(|(id, score, rating, labels)| (id, score.to_owned(), rating.to_owned(), labels.to_owned()));
    assert_eq!(answers, expected);
}

/// The school that improves and the one that falls, over the years.
#[test]
fn the_years_tell_the_stories() {
    let (framework, table, cells) = district();
    let score = |year: &str, school: &str| {
        let ratings = rate(&framework, &table, &cells, Some(year));
        let rated = ratings.schools.iter().find(|rated| &*rated.school == school).unwrap();
        text(rated.score.as_ref().unwrap()).parse::<f64>().unwrap()
    };
    assert!(score("2026", "1007") > score("2024", "1007") + 0.7);
    assert!(score("2026", "1012") + 0.7 < score("2024", "1012"));
}
