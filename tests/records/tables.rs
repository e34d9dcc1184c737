//! The tables beside the assessments.

use evenhand::records::element::Element;
use evenhand::records::{Collection, Importer, RecordDropReason as Drop};

use super::{add, argument, codes, import, presets};

#[test]
fn attendance_comes_as_sums_or_day_by_day() {
    let sums = "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysInMembership,numberOfDaysAbsent\n1,A,2024,170,17.5\n1,A,2024,170,17.5\n2,A,2024,170,171\n3,A,2024,,\n4,A,2024,100,1\n4,A,2024,100,2\n";
    let (collection, file, settled) = import("a.csv", sums.as_bytes());
    assert_eq!(codes(&file.notices), ["records.unreadable-number", "records.impossible-days"]);
    assert_eq!(
        (argument(&file.notices[0], "lines"), argument(&file.notices[1], "lines")),
        ("5".to_owned(), "4".to_owned())
    );
    let account = &settled.accounts[0];
    assert!(account.adds_up());
    assert_eq!((account.dropped.get(&Drop::Repeated), account.dropped.get(&Drop::Conflicting)), (Some(&1), Some(&2)));
    let days: Vec<(Option<i64>, Option<i64>)> =
        collection.records().attendance().iter().map(|row| (row.enrolled, row.absent)).collect();
    assert_eq!(days, [(Some(170_000), Some(17_500))]);
    let present = "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysInMembership,numberOfDaysInAttendance\n1,A,2024,170,160\n";
    let (collection, _, _) = import("a.csv", present.as_bytes());
    assert_eq!(collection.records().attendance()[0].absent, Some(10_000));
    let daily = "studentIdentifier,schoolIdentifier,attendanceEventDate,attendanceStatus\n\
        1,A,2023-09-01,Present\n1,A,2023-09-02,Absent\n1,A,9/3/2023,Tardy\n1,A,2024-02-01,Half day\n1,A,2024-02-01,Half day\n";
    let (collection, file, settled) = import("a.csv", daily.as_bytes());
    assert_eq!(codes(&file.notices), ["records.day-order-not-shown", "records.mixed-dates"]);
    assert_eq!(codes(&settled.notices), ["records.repeated-rows"]);
    let row = &collection.records().attendance()[0];
    assert_eq!((row.year, row.enrolled, row.absent), (2024, Some(4_000), Some(1_500)));
    let absences = "studentIdentifier,schoolIdentifier,attendanceEventDate,attendanceStatus\n1,A,2023-09-01,Absent\n";
    let (collection, _, _) = import("a.csv", absences.as_bytes());
    // A list of absences doesn't say how many days there were.
    assert_eq!(
        (collection.records().attendance()[0].enrolled, collection.records().attendance()[0].absent),
        (None, Some(1_000))
    );
}

#[test]
fn outcomes_and_stays_take_their_groups_from_the_table_of_students() {
    let mut collection = Collection::new();
    for text in [
        "studentIdentifier,schoolIdentifier,schoolYear,cohortGraduationYear,highSchoolGraduationIndicator,dropoutIndicator\n1,A,2024,2024,Y,N\n2,A,2024,2024,N,Y\n",
        "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysInMembership,enrollmentEntryDate,enrollmentExitDate\n1,A,2024,90,2023-08-20,2024-01-10\n1,B,2024,80,2024-01-11,\n",
        "studentIdentifier,sex,englishLearnerStatus\n1,F,Y\n2,M,\n2,F,\n",
    ] {
        add(&mut collection, Importer::new("a.csv", 0, presets()), text.as_bytes(), 1000);
    }
    let settled = collection.settle(None);
    // The table of students contradicts itself about one: that is no knowledge.
    assert_eq!(codes(&settled.notices), ["records.conflicting-groups"]);
    let records = collection.records();
    let outcomes: Vec<(Option<bool>, Option<bool>, &str, &str)> = records
        .outcomes()
        .iter()
        .map(|row| {
            (
                row.graduated,
                row.dropped_out,
                records.group(row.profile, Element::Sex),
                records.group(row.profile, Element::EnglishLearner),
            )
        })
        .collect();
    assert_eq!(outcomes, [(Some(true), Some(false), "Female", "Yes"), (Some(false), Some(true), "", "")]);
    let stays: Vec<(Option<i64>, &str)> =
        records.enrollments().iter().map(|row| (row.days, records.group(row.profile, Element::Sex))).collect();
    assert_eq!(stays, [(Some(90_000), "Female"), (Some(80_000), "Female")]);
}

#[test]
fn schools_are_read_with_their_facts_and_lost_zeros() {
    let text = "schoolIdentifier,nameOfInstitution,ncesSchoolIdentifier,governance,schoolModel,region,lowestGrade,highestGrade,seats,enrollment\n\
        0001,North,80336001234,Charter,Dual language,West,K,5,400,380\n";
    let (collection, file, _) = import("schools.csv", text.as_bytes());
    assert_eq!(codes(&file.notices), ["records.zeros-restored"]);
    let (id, facts) = collection.school_facts().next().unwrap();
    assert_eq!(
        (id, facts.nces.as_deref(), facts.governance.as_deref()),
        ("0001", Some("080336001234"), Some("Charter"))
    );
    assert_eq!(
        (facts.lowest_grade.as_deref(), facts.highest_grade.as_deref(), facts.seats),
        (Some("KG"), Some("05"), Some(400))
    );
}

#[test]
fn a_table_of_students_fills_only_what_is_blank_and_may_come_later() {
    let tests = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentResultScoreValue,sex\n1,A,2024,Math,400,\n1,A,2024,Math,400,\n2,A,2024,Math,400,M\n";
    let mut collection = Collection::new();
    add(&mut collection, Importer::new("a.csv", 0, presets()), tests.as_bytes(), 1000);
    collection.settle(None);
    let students = "studentIdentifier,schoolYear,gradeLevelWhenAssessed,sex\n1,2024,3,F\n2,2024,4,F\n";
    add(&mut collection, Importer::new("b.csv", 0, presets()), students.as_bytes(), 1000);
    collection.settle(None);
    let groups = |collection: &Collection| -> Vec<(String, &'static str)> {
        let records = collection.records();
        records
            .assessments()
            .rows()
            .map(|row| (records.group(row.profile, Element::Sex).to_owned(), row.grade.name()))
            .collect()
    };
    let wanted = [("Female".to_owned(), "03"), ("Male".to_owned(), "04")];
    assert_eq!(groups(&collection), wanted);
    // The same file once more: its rows are equal to those that were filled.
    add(&mut collection, Importer::new("c.csv", 0, presets()), tests.as_bytes(), 1000);
    let settled = collection.settle(None);
    assert!(!codes(&settled.notices).contains(&"records.conflicting-rows"));
    assert_eq!(groups(&collection), wanted);
}
