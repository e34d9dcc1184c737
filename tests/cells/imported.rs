//! Cells of files as they come, through the importer, beside a plain computation on the same text.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading, Standing};
use evenhand::records::cells::{Cells, Tally};
use evenhand::records::layout::Layout;
use evenhand::records::plan::{CellPlan, Count, Slice};
use evenhand::records::{Collection, Importer};
use evenhand::tables::SchoolTable;

use crate::oracle::split;
use crate::support::{LEVEL, SUBJECT};

/// The text of a compressed file of the shared data; none where that isn't there.
fn data(path: &str) -> Option<String> {
    let folder = std::env::var("EVENHAND_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let file = PathBuf::from(folder).join(path);
    if !file.exists() {
        println!("SKIPPED: {} is not there", file.display());
        return None;
    }
    let output = Command::new("gzip").args(["-dc", file.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The demo file's layout, as a person would save it.
fn demo() -> Layout {
    let columns = serde_json::json!({
        "studentIdentifier": { "heading": ["ID"] },
        "schoolIdentifier": { "heading": ["SCHOOL_NUMBER"] },
        "schoolYear": { "heading": ["YEAR"] },
        "assessmentAcademicSubject": { "heading": ["CONTENT_AREA"] },
        "gradeLevelWhenAssessed": { "heading": ["GRADE"] },
        "assessmentResultScoreValue": { "heading": ["SCALE_SCORE"] },
        "assessmentPerformanceLevelIdentifier": { "heading": ["ACHIEVEMENT_LEVEL"], "blank": ["No Score"] },
        "schoolFullAcademicYear": {
            "heading": ["SCHOOL_ENROLLMENT_STATUS"],
            "values": { "Enrolled School: Yes": "Yes", "Enrolled School: No": "No" },
        },
        "economicDisadvantageStatus": {
            "heading": ["FREE_REDUCED_LUNCH_STATUS"],
            "values": { "Free Reduced Lunch: Yes": "Yes", "Free Reduced Lunch: No": "No" },
        },
    });
    let layout = serde_json::json!({
        "evenhand": "layout/1", "id": "demo", "title": "Demo", "table": "assessments", "columns": columns,
        "rows": [ { "heading": "VALID_CASE", "is": ["VALID_CASE"] } ],
    });
    Layout::read(&layout.to_string()).unwrap_or_else(|notices| panic!("{notices:#?}"))
}

/// The records of a text, handed over in pieces.
fn import(text: &str, layout: Layout) -> Collection {
    let mut collection = Collection::new();
    let mut importer = Importer::by("students.csv", text.len() as u64, layout);
    for piece in text.as_bytes().chunks(1 << 20) {
        importer.push(piece, &mut collection);
    }
    let imported = importer.finish(&mut collection);
    let account = imported.account.unwrap_or_else(|| panic!("{:#?}", imported.notices));
    assert!(account.adds_up());
    collection.settle(None);
    collection
}

/// School, year, subject and group; then students with a level, proficient ones, and the sum of scores of those who have one,
/// in tenths.
type Plain = BTreeMap<[String; 4], [i64; 3]>;

/// The groups that are counted: all, and students who are economically disadvantaged and full-year.
const GROUPS: [&str; 2] = ["all", "disadvantaged"];

fn plain(text: &str) -> Plain {
    let mut all = Plain::new();
    for line in text.lines().skip(1) {
        let row = split(line);
        let end = row[2].rsplit('_').next().unwrap().to_owned();
        let in_group = row[11].ends_with("Yes") && row[20].ends_with("Yes");
        for group in GROUPS.iter().filter(|group| **group == "all" || in_group) {
            let key = [row[15].clone(), end.clone(), row[1].clone(), (*group).to_owned()];
            let entry = all.entry(key).or_default();
            if row[8] != "No Score" {
                entry[0] += 1;
                entry[1] += i64::from(["Proficient", "Advanced"].contains(&row[8].as_str()));
            }
            if let Some((whole, tenths)) = row[7].split_once('.') {
                entry[2] += whole.parse::<i64>().unwrap() * 10 + tenths.parse::<i64>().unwrap();
            }
        }
    }
    all
}

fn counted(cells: &Cells) -> Plain {
    let mut all = Plain::new();
    for counted in &cells.counted {
        let group = GROUPS[usize::from(counted.slice.filter.len() > 1)].to_owned();
        let subject = counted.slice.filter.get(SUBJECT).unwrap()[0].clone();
        for cell in &counted.cells {
            let (school, year) = (cells.schools[cell.school].id.clone(), cells.years[cell.year].clone());
            let entry = all.entry([school, year, subject.clone(), group.clone()]).or_default();
            match &cell.tally {
                Tally::Spread(spread) => {
                    entry[0] = cell.tally.records() as i64;
                    let proficient =
                        |word: i64| ["Proficient", "Advanced"].contains(&counted.words[word as usize].as_str());
                    let records =
                        spread.iter().filter(|(word, _)| proficient(*word)).map(|(_, records)| *records as i64);
                    entry[1] = records.sum();
                }
                Tally::Totals { sum, .. } => entry[2] = sum / 100,
            }
        }
    }
    all
}

#[test]
fn the_demo_file_gives_the_cells_of_a_plain_computation_and_ratings_of_its_schools() {
    let Some(text) = data("student-growth-demo/assessments.csv.gz") else { return };
    let collection = import(&text, demo());
    let mut slices = Vec::new();
    for subject in ["MATHEMATICS", "READING"] {
        for (of, count) in [(LEVEL, Count::Words), ("assessmentResultScoreValue", Count::Sum)] {
            let all = Slice::new(of, count).only(SUBJECT, [subject]);
            slices
                .push(all.clone().only("economicDisadvantageStatus", ["Yes"]).only("schoolFullAcademicYear", ["Yes"]));
            slices.push(all);
        }
    }
    let cells = Cells::count(collection.records(), &CellPlan::new(slices));
    let expected = plain(&text);
    assert_eq!(cells.schools.len(), 121);
    assert!(expected.len() > 1000);
    let counted = counted(&cells);
    for (key, expected) in &expected {
        assert_eq!(counted.get(key).copied().unwrap_or_default(), *expected, "{key:?}");
    }
    assert_eq!(counted.len(), expected.values().filter(|counts| **counts != [0; 3]).count());

    let framework = serde_json::json!({
        "evenhand": "framework/1", "id": "demo", "version": "1", "title": "Demo", "authority": "Nobody",
        "sources": { "book": { "title": "The book", "asOf": "2024-01-02", "read": true } },
        "school": { "identifier": [ { "column": ["school"] } ] },
        "minimums": { "tests": { "n": 16, "cite": "book" } },
        "ratings": { "level": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ], "cite": "book" } },
        "scales": { "level": { "bands": [ { "atLeast": 60, "rating": "High" }, { "rating": "Low" } ], "domain": ["0", "100"], "cite": "book" } },
        "measures": {
            "reading": { "minimum": "tests", "unit": "percent", "cite": "book", "computed": {
                "statistic": "share", "of": LEVEL, "counts": ["Proficient", "Advanced"],
                "others": ["Partially Proficient", "Unsatisfactory"], "where": { SUBJECT: ["Reading"] }, "years": 3 } },
            "growth": { "unit": "percentile", "cite": "book", "computed": { "statistic": "median", "of": "studentGrowthPercentile" } },
        },
        "nodes": { "rating": { "scale": "level", "of": "reading" } },
        "models": { "all": { "label": "All", "rating": "rating", "indicators": [ { "label": "Growth", "parts": ["growth"] } ], "cite": "book" } },
    });
    let framework = Framework::load(&framework.to_string()).unwrap_or_else(|notices| panic!("{notices:#?}"));
    let cells = Cells::count(collection.records(), &framework.cell_plan());
    let schools = cells.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref()));
    let table = SchoolTable::default().with_schools(schools);
    let reading = Reading::with_cells(&framework, &table, Some(std::rc::Rc::new(cells)), &Choosing::default());
    let ratings = framework.rate(&table, &reading);
    assert_eq!((ratings.year.as_deref(), ratings.schools.len()), (Some("2025"), 121));
    // Every school by the plain computation: three years of reading together, at least 16 results, 60 percent.
    for (index, school) in ratings.schools.iter().enumerate() {
        let years = ["2023", "2024", "2025"].map(|year| {
            expected.get(&[school.school.to_string(), year.to_owned(), "READING".to_owned(), "all".to_owned()])
        });
        let (n, proficient) = years.iter().flatten().fold((0, 0), |sum, counts| (sum.0 + counts[0], sum.1 + counts[1]));
        let rating = format!("{:?}", school.rating);
        match school.standing {
            Standing::Rated => {
                assert!(n >= 16);
                assert_eq!(
                    rating.contains("\"High\""),
                    proficient * 100 >= n * 60,
                    "{}: {proficient} of {n}",
                    school.school
                );
            }
            Standing::NotRated => assert!(n < 16, "{} has {n}", school.school),
            other => panic!("{}: {other:?}", school.school),
        }
        // The file has no growth percentiles: they are not supplied, and nobody works them out.
        let trace = framework.explain(&table, &reading, index).unwrap();
        let growth = trace.steps.iter().find(|step| step.name == "growth").unwrap();
        assert!(format!("{:?}", growth.value).contains("NotSupplied"), "{:?}", growth.value);
    }
}

#[test]
fn schools_have_the_names_that_a_file_of_schools_gives() {
    let layout = |name: &str| {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/layouts").join(name);
        Layout::read(&std::fs::read_to_string(file).unwrap()).unwrap()
    };
    let files = [
        (
            "evenhand-assessments.json",
            "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,studentGrowthPercentile\n1,0010,2025,Reading,50\n2,0020,2025,Reading,60\n",
        ),
        (
            "evenhand-schools.json",
            "schoolIdentifier,nameOfInstitution,governance\n0010,Alder,charter\n0030,Cedar,district\n",
        ),
    ];
    let mut collection = Collection::new();
    for (name, text) in files {
        let mut importer = Importer::by(name, text.len() as u64, layout(name));
        importer.push(text.as_bytes(), &mut collection);
        let imported = importer.finish(&mut collection);
        assert!(imported.account.is_some(), "{:#?}", imported.notices);
    }
    collection.settle(None);
    let cells = collection.count(&CellPlan::new([Slice::new("studentGrowthPercentile", Count::Numbers)]));
    let schools: Vec<_> = cells.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref())).collect();
    assert_eq!(schools, [("0010", Some("Alder")), ("0020", None)]);
}
