//! The sample district from its files to the ratings of its forty schools: generated, imported, counted, rated by its framework.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where its files can't be read"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use evenhand::exact::Exact;
use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Ratings, Reading};
use evenhand::framework::trace::Shown;
use evenhand::framework::value::Reason;
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
    let text = &files(SEED).into_iter().find(|file| file.name == SCHOOLS).unwrap().text;
    let (sheet, notices) = Sheet::read(SCHOOLS, text.as_bytes()).unwrap();
    assert_eq!(notices, []);
    let recognition = recognize(&sheet, &[framework.layout_hint()]);
    assert_eq!(recognition.matched.as_deref(), Some("fictional-riverbend-students"));
    let (table, notices) = SchoolTable::build(&[(sheet, recognition.mapping.unwrap())]);
    assert_eq!(notices, []);
    let cells = counted(&framework, &[SCHOOLS]);
    (framework, table, cells)
}

/// What was counted for a framework in the students' files but these.
fn counted(framework: &Framework, without: &[&str]) -> Rc<Cells> {
    let layouts = layouts();
    let mut collection = Collection::new();
    for file in files(SEED).into_iter().filter(|file| !without.contains(&file.name)) {
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
    Rc::new(Cells::count(collection.records(), &framework.cell_plan()))
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

/// The cells of a file of the sample, row by row and by heading. No cell has a comma in it.
fn rows(name: &str) -> Vec<BTreeMap<String, String>> {
    let file = files(SEED).into_iter().find(|file| file.name == name).unwrap();
    let mut lines = file.text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let headings = lines.next().unwrap();
    lines.map(|cells| headings.iter().cloned().zip(cells).collect()).collect()
}

/// A real state's and a real district's measures are worked out from the invented students; their ratings wait, because the
/// sources don't give the points.
#[test]
fn partly_known_policies_give_measures_from_student_files_and_no_rating() {
    let file = "School Number,EMH Level,Education Level\n1051,M,Middle\n";
    let mut growth: Vec<i32> = rows("riverbend-assessments.csv")
        .iter()
        .filter(|row| row["schoolIdentifier"] == "1051" && row["schoolYear"] == "2026")
        .filter(|row| row["assessmentAcademicSubject"] == "Math")
        .filter_map(|row| row["studentGrowthPercentile"].parse().ok())
        .collect();
    growth.sort_unstable();
    let twice = growth[growth.len() / 2] + growth[(growth.len() - 1) / 2];
    let median = if twice % 2 == 0 { (twice / 2).to_string() } else { format!("{}.5", twice / 2) };
    for (policy, known, points) in [
        (include_str!("../www/policies/colorado-spf-2019.json"), "growth.math", "growth.math.points"),
        (include_str!("../www/policies/denver-spf-2017.json"), "growth.math", "growth.math.points"),
    ] {
        let framework = Framework::load(policy).unwrap();
        let (sheet, _) = Sheet::read("schools.csv", file.as_bytes()).unwrap();
        let mapping = recognize(&sheet, &[framework.layout_hint()]).mapping.unwrap();
        let (table, _) = SchoolTable::build(&[(sheet, mapping)]);
        let cells = counted(&framework, &[SCHOOLS, "riverbend-interim.csv"]);
        let reading = Reading::with_cells(&framework, &table, Some(cells), &Choosing::default());
        let ratings = framework.rate(&table, &reading);
        let steps = framework.explain(&table, &reading, 0).unwrap().steps;
        let value = |name: &str| &steps.iter().find(|step| step.name == name && step.years == 0).unwrap().value;
        assert_eq!(text(value(known)), median);
        assert!(matches!(value(points), Shown::Absent { reason: Reason::RuleUnknown }), "{:?}", value(points));
        let rating = &ratings.schools[0].rating;
        assert!(matches!(rating, Shown::Absent { reason } if reason.is_open()), "{rating:?}");
    }
}

/// Graduation of three years together decides who is identified, without any school-level file of it.
#[test]
fn graduation_of_three_years_is_worked_out_from_student_files() {
    let framework = Framework::load(include_str!("../www/policies/essa-identification.json")).unwrap();
    let file = "School ID,Title I,3-Year Percent of Points\n1101,no,60\n1104,no,40\n1106,no,50\n";
    let (sheet, _) = Sheet::read("schools.csv", file.as_bytes()).unwrap();
    let mapping = recognize(&sheet, &[framework.layout_hint()]).mapping.unwrap();
    let (table, _) = SchoolTable::build(&[(sheet, mapping)]);
    let cells = counted(&framework, &[SCHOOLS]);
    let reading = Reading::with_cells(&framework, &table, Some(cells), &Choosing::default());
    let outcomes = rows("riverbend-outcomes.csv");
    for (index, school) in table.schools().iter().enumerate() {
        let said: Vec<&str> = outcomes
            .iter()
            .filter(|row| row["schoolIdentifier"] == *school.id)
            .map(|row| row["highSchoolGraduationIndicator"].as_str())
            .filter(|said| !said.is_empty())
            .collect();
        let graduated = said.iter().filter(|said| **said == "Yes").count();
        let (graduated, all) = (i64::try_from(graduated).unwrap(), i64::try_from(said.len()).unwrap());
        let rate = Exact::ratio(100 * graduated, all).unwrap();
        let steps = framework.explain(&table, &reading, index).unwrap().steps;
        let value = |name: &str| text(&steps.iter().find(|step| step.name == name).unwrap().value);
        assert_eq!(value("graduation.four"), rate.to_string(), "{}", school.id);
        assert_eq!(value("low-graduation"), if 100 * graduated < 67 * all { "yes" } else { "no" }, "{}", school.id);
    }
}
