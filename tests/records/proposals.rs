//! Files that no layout fits: what their columns seem to be, and the mapping that is saved.

use evenhand::records::Importer;
use evenhand::records::element::{Element, StudentTable};
use evenhand::records::layout::Layout;

use super::{codes, content, data, import, import_by};

/// A file of an unknown vendor.
fn unknown() -> String {
    let mut text =
        "Pupil,Surname,Campus,Sch Yr,Content Area,Gr,Scaled Score,Perf Level,Growth Pct,M/F,Ethnic,FRPL,LEP\n"
            .to_owned();
    for number in 0..60_u32 {
        let year = 2023 + number % 2;
        text += &format!(
            "S{:04},Zyxwv{number},{:03},{}-{:02},{},{:02},{},{},{},{},{},{},{}\n",
            number / 4,
            100 + number % 3,
            year - 1,
            year % 100,
            ["Math", "Reading"][number as usize / 2 % 2],
            3 + number % 4,
            400 + number,
            ["Low", "Mid", "High"][number as usize % 3],
            1 + number * 7 % 99,
            ["M", "F"][number as usize % 2],
            ["Hispanic", "White", "Asian"][number as usize % 3],
            ["Y", "N"][number as usize % 2],
            ["TRUE", "FALSE"][number as usize % 2],
        );
    }
    text
}

#[test]
fn columns_and_values_are_proposed_and_rows_are_masked() {
    let text = unknown();
    let (_, file, settled) = import("test scores.csv", text.as_bytes());
    assert_eq!(codes(&file.notices), ["records.private-columns", "records.not-recognized"]);
    assert_eq!((file.layout, file.account, settled.accounts), (None, None, Vec::new()));
    let proposal = file.proposal.unwrap();
    let elements: Vec<Option<Element>> = proposal.columns.iter().map(|column| column.element).collect();
    assert_eq!(
        elements,
        [
            Some(Element::StudentIdentifier),
            None,
            Some(Element::SchoolIdentifier),
            Some(Element::SchoolYear),
            Some(Element::Subject),
            Some(Element::Grade),
            Some(Element::Score),
            Some(Element::Level),
            Some(Element::Growth),
            Some(Element::Sex),
            Some(Element::Race),
            Some(Element::EconomicDisadvantage),
            Some(Element::EnglishLearner),
        ]
    );
    assert!(proposal.columns[1].private);
    assert_eq!((proposal.layout.table, proposal.missing.as_slice()), (StudentTable::Assessments, [].as_slice()));
    let races: Vec<(&str, Option<&str>)> =
        proposal.columns[10].values.texts.iter().map(|(text, value)| (text.as_str(), value.as_deref())).collect();
    assert_eq!(races, [("Asian", Some("Asian")), ("Hispanic", Some("Hispanic or Latino")), ("White", Some("White"))]);
    // Neither students nor names are shown, and the rows are masked.
    assert_eq!(proposal.columns[0].values.texts, []);
    assert_eq!(proposal.masked.len(), 10);
    assert_eq!(proposal.masked[0][..4], ["x9999", "", "999", "9999-99"]);
    let written = serde_json::to_string(&proposal).unwrap();
    assert!(!written.contains("Zyxwv") && !written.contains("S0001"));
    // The proposed layout, saved, reads this year's file and the next one's.
    let saved = serde_json::to_string(&proposal.layout).unwrap();
    let layout = Layout::read(&saved).unwrap();
    let (collection, file, _) = import_by(Importer::new("next year.csv", 0, vec![layout]), text.as_bytes());
    let account = file.account.unwrap();
    assert_eq!((account.read, account.kept, account.adds_up()), (60, 60, true));
    assert!(content(collection.records()).iter().all(|row| !row.contains("None")));
}

#[test]
fn what_a_table_needs_and_the_file_lacks_is_said() {
    let text = "id,score\n1,400\n2,410\n";
    let (_, file, _) = import("a.csv", text.as_bytes());
    let proposal = file.proposal.unwrap();
    assert_eq!(proposal.missing, [Element::SchoolIdentifier, Element::SchoolYear, Element::Subject]);
    let saved = serde_json::to_string(&proposal.layout).unwrap();
    // The user says what is the same for all rows.
    let whole = saved.replacen(
        "\"table\"",
        r#""constants":{"schoolIdentifier":"A","schoolYear":"2024","assessmentAcademicSubject":"Math"},"table""#,
        1,
    );
    let layout = Layout::read(&whole).unwrap();
    let (collection, _, _) = import_by(Importer::by("a.csv", 0, layout), text.as_bytes());
    assert_eq!(content(collection.records()).len(), 2);
    assert!(Layout::read(&saved).is_err());
}

#[test]
fn a_known_file_would_be_proposed_right_as_well() {
    let Some(bytes) = data("nwea-map-sample/StudentsBySchool.csv") else { return };
    let (_, file, _) = import_by(Importer::new("a.csv", 0, Vec::new()), &bytes);
    let proposal = file.proposal.unwrap();
    assert_eq!(proposal.layout.table, StudentTable::Students);
    let element = |heading: &str| proposal.columns.iter().find(|column| column.heading == heading).unwrap().element;
    assert_eq!(element("StudentID"), Some(Element::StudentIdentifier));
    assert_eq!(element("StudentEthnicGroup"), Some(Element::Race));
    assert_eq!(element("StudentGender"), Some(Element::Sex));
    assert_eq!(element("Grade"), Some(Element::Grade));
    assert_eq!(element("StudentDateOfBirth"), None);
}
