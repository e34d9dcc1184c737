//! What somebody says of a file: the mapping that comes of it, what it holds, and what it refuses.

use evenhand::policy::json::parse;
use evenhand::policy::read::decode;
use evenhand::records::element::{Element, StudentTable};
use evenhand::records::layout::Layout;
use evenhand::records::mapping::MappingDraft;
use evenhand::records::{Importer, Sample, sample};
use serde_json::{Value, json};

use super::{argument, codes, content, import, import_by};

/// Sixteen students with eight rows each: few enough that their numbers could pass for categories.
fn text() -> String {
    let mut text = "Perm,Who,Teacher Code,Site,Course,Mark,Points,Lang\n".to_owned();
    for number in 0..128_usize {
        text += &format!(
            "P-{:03},Zyxwv {},{},{},{},{},{},{}\n",
            number / 8,
            number / 8,
            ["T1", "T2"][number % 2],
            ["North", "South"][number / 8 % 2],
            ["Alg", "Geo", "Lit", "Bio"][number % 4].to_owned() + if number % 8 > 3 { "2" } else { "" },
            ["Above", "Below", "At"][number / 3 % 3],
            300 + number,
            ["E", "S", "?"][number / 8 % 3],
        );
    }
    text
}

fn taken() -> Sample {
    sample("marks.csv", text().as_bytes()).unwrap()
}

fn draft(json: Value) -> MappingDraft {
    let mut notices = Vec::new();
    let draft = decode(&parse(&json.to_string()).unwrap(), "", &mut notices).unwrap();
    assert_eq!(notices, []);
    draft
}

/// What somebody would say of it.
fn said() -> Value {
    json!({
        "title": "Marks",
        "table": "assessments",
        "columns": [
            { "heading": "Perm", "element": "studentIdentifier", "values": { "P-001": "P-001" }, "digits": 3 },
            { "heading": "Site", "element": "schoolIdentifier" },
            { "heading": "Course", "element": "assessmentAcademicSubject", "values": { "Alg": "Algebra", "Geo": "Geo" } },
            { "heading": "Mark", "element": "assessmentPerformanceLevelIdentifier", "values": { "Below": "Below", "Above": "Above" } },
            { "heading": "Points", "element": "assessmentResultScoreValue", "values": { "300": "300" } },
            { "heading": "Lang", "element": "englishLearnerStatus", "values": { "S": "Yes", "E": "No", "?": "" } },
        ],
        "constants": { "schoolYear": "2024", "assessmentTitle": "Marks" },
    })
}

#[test]
fn a_mapping_is_made_saved_and_read_again() {
    let layout = taken().layout(&draft(said())).unwrap();
    let saved = serde_json::to_string(&layout).unwrap();
    assert_eq!(Layout::read(&saved).as_ref(), Ok(&layout));
    let (collection, file, _) = import_by(Importer::by("marks.csv", 0, layout), text().as_bytes());
    assert_eq!(codes(&file.notices), [""; 0]);
    assert_eq!(file.account.unwrap().kept, 128);
    let rows = content(collection.records());
    assert!(rows.contains(&"North 2024 Algebra/Marks//  Some(300000) Above 0 Tested ,,No,".to_owned()), "{rows:?}");
    assert!(rows.iter().any(|row| row.contains("Yes")) && rows.iter().any(|row| row.ends_with(",,,")));
}

#[test]
fn a_mapping_holds_no_value_of_a_student() {
    let holds_none = |layout: &Layout| {
        let saved = serde_json::to_string(layout).unwrap();
        for number in 0..16 {
            assert!(!saved.contains(&format!("P-{number:03}")), "{saved}");
        }
        assert!(!saved.contains("Zyxwv"), "{saved}");
        for score in 300..428 {
            assert!(!saved.contains(&format!("\"{score}\"")), "{saved}");
        }
    };
    // The page may say what it likes: nothing but categories is kept.
    holds_none(&taken().layout(&draft(said())).unwrap());
    // Even where columns are said to be what they aren't.
    for (heading, element) in [
        ("Perm", "assessmentPerformanceLevelIdentifier"),
        ("Perm", "assessmentAcademicSubject"),
        ("Perm", "raceAndEthnicity"),
        ("Who", "assessmentTitle"),
        ("Who", "englishLearnerLevel"),
        ("Points", "assessmentPerformanceLevelIdentifier"),
        ("Points", "gradeLevelWhenAssessed"),
    ] {
        let values: serde_json::Map<String, Value> = text()
            .lines()
            .skip(1)
            .map(|line| {
                let column =
                    ["Perm", "Who", "", "", "", "", "Points"].iter().position(|known| *known == heading).unwrap();
                (line.split(',').nth(column).unwrap().to_owned(), json!(""))
            })
            .collect();
        let mut said = said();
        let columns = said["columns"].as_array_mut().unwrap();
        columns.retain(|column| column["heading"] != heading && column["element"] != element);
        let student = if heading == "Perm" { "Who" } else { "Perm" };
        columns.retain(|column| column["element"] != "studentIdentifier");
        columns.push(json!({ "heading": student, "element": "studentIdentifier" }));
        columns.push(json!({ "heading": heading, "element": element, "values": values }));
        if element == "assessmentAcademicSubject" {
            said["constants"]["assessmentAcademicSubject"] = json!("Math");
        }
        holds_none(&taken().layout(&draft(said)).unwrap());
    }
    // Nor does the proposal show any.
    let shown = serde_json::to_string(&taken().propose()).unwrap();
    assert!(!shown.contains("Zyxwv") && !shown.contains("P-00"), "{shown}");
    for element in [Element::Level, Element::Subject, Element::Race] {
        let values = taken().values("Perm", element, Some("Who"), &["P-001".to_owned()]);
        assert!(values.texts.is_empty() && values.withheld, "{values:?}");
    }
    assert_eq!(taken().values("Perm", Element::StudentIdentifier, Some("Who"), &[]).texts, []);
}

#[test]
fn what_is_wrong_with_a_mapping_is_told_at_its_column() {
    let told = |said: Value| -> Vec<(&'static str, Option<String>, Option<String>)> {
        let notices = taken().layout(&draft(said)).unwrap_err();
        notices.into_iter().map(|notice| (notice.code, notice.place.column, notice.place.pointer)).collect()
    };
    let mut twice = said();
    twice["columns"].as_array_mut().unwrap().push(json!({ "heading": "Teacher Code", "element": "schoolIdentifier" }));
    assert_eq!(told(twice), [("records.element-twice", Some("Site".to_owned()), None)]);
    let mut without = said();
    without["columns"].as_array_mut().unwrap().remove(0);
    without["constants"]["schoolYear"] = json!("");
    assert_eq!(
        told(without).iter().map(|(code, ..)| *code).collect::<Vec<_>>(),
        ["records.layout-without-element", "records.layout-without-element"]
    );
    let mut year = said();
    year["constants"]["schoolYear"] = json!("soon");
    assert_eq!(told(year), [("records.layout-value", None, Some("/constants/schoolYear".to_owned()))]);
    let mut value = said();
    value["columns"][5]["values"]["S"] = json!("maybe");
    assert_eq!(
        told(value),
        [("records.layout-value", Some("Lang".to_owned()), Some("/columns/englishLearnerStatus/values/S".to_owned()))]
    );
    let mut absent = said();
    absent["columns"][1]["heading"] = json!("Campus");
    assert_eq!(told(absent), [("records.missing-column", Some("Campus".to_owned()), None)]);
}

#[test]
fn no_layout_reads_a_column_of_names() {
    let text = "Last Name,School,Year,Subject\nZyxwv,1,2024,Math\n";
    let said = draft(json!({
        "title": "x", "table": "assessments", "constants": {},
        "columns": [
            { "heading": "Last Name", "element": "studentIdentifier" },
            { "heading": "School", "element": "schoolIdentifier" },
            { "heading": "Year", "element": "schoolYear" },
            { "heading": "Subject", "element": "assessmentAcademicSubject" },
        ],
    }));
    let sample = sample("a.csv", text.as_bytes()).unwrap();
    assert!(!format!("{sample:?}").contains("Zyxwv"));
    let notices = sample.layout(&said).unwrap_err();
    let at: Vec<_> = notices.iter().map(|notice| (notice.code, notice.place.pointer.as_deref())).collect();
    assert_eq!(at, [("records.private-heading", Some("/columns/studentIdentifier/heading/0"))]);
}

#[test]
fn next_year_s_file_is_read_at_once_and_a_mapping_comes_before_the_presets() {
    let mut said = said();
    said["constants"] = json!({ "assessmentTitle": "Marks" });
    said["columns"].as_array_mut().unwrap().push(json!({ "heading": "Teacher Code", "element": "schoolYear" }));
    let mut layout = taken().layout(&draft(said)).unwrap();
    let by = |layout: &Layout, text: &str| {
        let importer = Importer::new("next.csv", 0, super::presets()).with_mappings(vec![layout.clone()]);
        import_by(importer, text.as_bytes()).1
    };
    let text = text().replace(",T1,", ",2024,").replace(",T2,", ",2025,");
    let file = by(&layout, &text);
    assert_eq!(file.layout.as_deref(), Some("mapping-marks"));
    assert_eq!(codes(&file.notices), ["records.from-mapping"]);
    assert_eq!(argument(&file.notices[0], "value"), "Marks");
    // Two that fit alike say different things: nobody but the user knows which is meant.
    let mut other = layout.clone();
    other.id = "mapping-other".to_owned();
    let importer = Importer::new("next.csv", 0, Vec::new()).with_mappings(vec![layout.clone(), other]);
    assert_eq!(codes(&import_by(importer, text.as_bytes()).1.notices), ["records.not-recognized"]);
    // A file of the presets that the mapping fits as well.
    layout.headings = vec!["studentIdentifier".to_owned()];
    let own = super::own("1,A,2024,Math,3,400,Met,50,F,N\n");
    assert_eq!(by(&layout, &own).layout, None);
    assert_eq!(import("a.csv", own.as_bytes()).1.layout.as_deref(), Some("evenhand-assessments"));
}

#[test]
fn a_year_that_stands_in_no_column_is_asked_for_again() {
    let layout = taken().layout(&draft(said())).unwrap();
    let importer = Importer::new("next.csv", 0, Vec::new()).with_mappings(vec![layout.clone()]);
    let (_, file, _) = import_by(importer, text().as_bytes());
    assert_eq!(codes(&file.notices), ["records.year-not-in-file"]);
    let proposal = file.proposal.unwrap();
    assert_eq!((proposal.layout.table, proposal.missing), (StudentTable::Assessments, vec![Element::SchoolYear]));
    // All else is as it was said.
    assert_eq!(proposal.layout.columns, layout.columns);
    assert_eq!(proposal.layout.constant(Element::Test), Some("Marks"));
    let lang = proposal.columns.iter().find(|column| column.heading == "Lang").unwrap();
    let said: Vec<(&str, Option<&str>)> =
        lang.values.texts.iter().map(|(text, value)| (text.as_str(), value.as_deref())).collect();
    assert_eq!(said, [("?", Some("")), ("E", Some("No")), ("S", Some("Yes"))]);
}

#[test]
fn texts_that_come_further_down_can_be_given_a_meaning() {
    let sample = taken();
    let values = sample.values("Lang", Element::EnglishLearner, Some("Perm"), &["V".to_owned()]);
    assert_eq!(
        values.texts,
        [("?", None), ("E", None), ("S", Some("Yes")), ("V", None)]
            .map(|(text, value): (&str, Option<&str>)| (text.to_owned(), value.map(str::to_owned)))
    );
    let mut said = said();
    said["columns"][5]["values"]["V"] = json!("Yes");
    let layout = sample.layout(&draft(said)).unwrap();
    assert_eq!(layout.column(Element::EnglishLearner).unwrap().values.get("V").map(String::as_str), Some("Yes"));
}

#[test]
fn a_file_that_a_preset_reads_can_be_read_differently() {
    let text = super::own("1,A,2024,Math,3,400,Met,50,F,N\n2,A,2024,Math,3,410,Met,60,M,Y\n");
    let preset = super::preset("evenhand-assessments");
    let proposal = sample("a.csv", text.as_bytes()).unwrap().read_by(Some(preset.clone())).propose();
    assert_eq!((proposal.layout.table, proposal.missing.as_slice()), (preset.table, [].as_slice()));
    assert!(proposal.columns.iter().all(|column| column.element.map(Element::name) == Some(column.heading.as_str())));
    let read = |layout: Layout| content(import_by(Importer::by("a.csv", 0, layout), text.as_bytes()).0.records());
    assert_eq!(read(proposal.layout.clone()), read(preset));
    // Rules of the preset stay.
    let map = super::preset("nwea-map-2013");
    let text = "TermName,StudentID,SchoolName,MeasurementScale,Discipline,GrowthMeasureYN,TestType,TestRITScore,TestPercentile\n";
    let proposal = sample("a.csv", text.as_bytes()).unwrap().read_by(Some(map.clone())).propose();
    assert_eq!((proposal.layout.rows, proposal.layout.constants), (map.rows, map.constants));
}
