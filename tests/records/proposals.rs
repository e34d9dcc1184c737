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

/// The table that is proposed for a file, and the elements of its columns.
fn proposed(text: &str) -> (StudentTable, Vec<Option<Element>>) {
    let (_, file, _) = import_by(Importer::new("a.csv", 0, Vec::new()), text.as_bytes());
    let proposal = file.proposal.unwrap();
    (proposal.layout.table, proposal.columns.iter().map(|column| column.element).collect())
}

#[test]
fn stays_and_days_are_known_by_how_people_call_them() {
    let rows = |headings: &str, row: fn(u32) -> String| -> String {
        format!("{headings}\n{}", (0..30).map(row).collect::<String>())
    };
    let stays = rows("Student ID,School Code,First Day,Last Day", |number| {
        format!("{number},{},2024-08-{:02},2025-05-{:02}\n", 100 + number % 3, 1 + number % 28, 1 + number % 28)
    });
    let (id, school) = (Some(Element::StudentIdentifier), Some(Element::SchoolIdentifier));
    let both = [Some(Element::EntryDate), Some(Element::ExitDate)];
    assert_eq!(proposed(&stays), (StudentTable::Enrollments, vec![id, school, both[0], both[1]]));
    for headings in ["Date Entered,Date Left", "Primer día,Último día", "Entry Date,Withdrawal Date"] {
        let text = stays.replace("First Day,Last Day", headings);
        assert_eq!(proposed(&text).1[2..], both, "{headings}");
    }
    // A first day of something else.
    let text = stays.replace("First Day,Last Day", "First Day of English Program,Last Day of Term");
    assert_eq!(proposed(&text), (StudentTable::Students, vec![id, school, None, None]));

    let days = rows("Student ID,School Code,Days Missed,Days Enrolled", |number| {
        format!("{number},{},{},{}\n", 100 + number % 3, number % 20, 150 + number % 20)
    });
    let counted = [Some(Element::DaysAbsent), Some(Element::DaysEnrolled)];
    assert_eq!(proposed(&days), (StudentTable::Attendance, vec![id, school, counted[0], counted[1]]));
    for headings in ["Total Days Absent,Days On Roll", "Días perdidos,Días de matrícula", "Days Abs,Days Possible"] {
        let text = days.replace("Days Missed,Days Enrolled", headings);
        assert_eq!(proposed(&text).1[2..], counted, "{headings}");
    }
}

#[test]
fn a_file_of_schools_is_known_by_its_span_of_grades_and_its_counts() {
    let rows: String = (0..30)
        .map(|number| {
            format!(
                "{},School {number},{},{},{},{}\n",
                100 + number,
                ["KG", "06", "09"][number % 3],
                ["05", "08", "12"][number % 3],
                200 + number,
                300 + number
            )
        })
        .collect();
    let (id, name) = (Some(Element::SchoolIdentifier), Some(Element::SchoolName));
    let span = [Some(Element::LowestGrade), Some(Element::HighestGrade)];
    for headings in [
        "Low Gr,High Gr",
        "Lowest Grade,Highest Grade",
        "Gr Low,Gr High",
        "Grades From,Grades To",
        "Min Grade,Max Grade",
    ] {
        let text = format!("School No,School Name,{headings},Students,Capacity\n{rows}");
        let (table, elements) = proposed(&text);
        assert_eq!(
            (table, &elements[..2], &elements[2..4]),
            (StudentTable::Schools, &[id, name][..], &span[..]),
            "{headings}"
        );
        assert_eq!(elements[5], Some(Element::Seats));
    }
    for heading in ["Total Students", "Student Count", "Enrollment 2024"] {
        let text = format!("School No,School Name,Low Gr,High Gr,{heading},Capacity\n{rows}");
        assert_eq!(proposed(&text).1[4], Some(Element::Enrollment), "{heading}");
    }
}
