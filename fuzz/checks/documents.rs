//! What must hold for any text opened as a document of one kind: the fuzz targets and the replay of their corpora call this.

use std::rc::Rc;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading};
use evenhand::notice::has_error;
use evenhand::policy::json::parse;
use evenhand::policy::read::decode;
use evenhand::records::cells::Cells;
use evenhand::records::layout::Layout;
use evenhand::records::plan::CellPlan;
use evenhand::records::{Collection, Importer};
use evenhand::tables::{SchoolTable, TableDocument};
use evenhand::workbench::{Answer, Workbench};

/// A few students with results, stays, attendance and outcomes, each with the layout that reads it.
const STUDENTS: [(&str, &str); 4] = [
    (
        include_str!("../../www/layouts/evenhand-assessments.json"),
        "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,gradeLevelWhenAssessed,assessmentResultScoreValue,assessmentPerformanceLevelIdentifier,studentGrowthPercentile,sex,schoolFullAcademicYear\n\
         1,A,2025,Reading,3,400,Met,50,F,Yes\n2,A,2025,Reading,4,410.5,Below,60,M,\n3,B,2025,Math,KG,,,,M,No\n1,B,2024,Reading,2,390,Met,40,F,\n",
    ),
    (
        include_str!("../../www/layouts/evenhand-enrollments.json"),
        "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate,enrollmentExitDate,numberOfDaysInMembership\n\
         1,A,2025,2024-08-15,2025-06-01,170\n2,A,2025,2024-08-15,2024-10-01,40\n2,B,2025,2024-10-02,,130\n3,B,,2023-08-01,,\n",
    ),
    (
        include_str!("../../www/layouts/evenhand-attendance.json"),
        "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysAbsent\n1,A,2025,17\n2,B,2025,3.5\n3,B,2025,1\n",
    ),
    (
        include_str!("../../www/layouts/evenhand-graduation.json"),
        "studentIdentifier,schoolIdentifier,schoolYear,cohortGraduationYear,highSchoolGraduationIndicator\n8,A,2025,2025,Yes\n8,B,2025,2025,No\n9,B,2025,2024,No\n",
    ),
];

fn students() -> Collection {
    let mut collection = Collection::new();
    for (layout, text) in STUDENTS {
        let layout = Layout::read(layout).unwrap_or_else(|notices| panic!("{notices:?}"));
        let mut importer = Importer::by("s.csv", 0, layout);
        importer.push(text.as_bytes(), &mut collection);
        let imported = importer.finish(&mut collection);
        assert!(imported.account.is_some(), "{:?}", imported.notices);
    }
    collection.settle(None);
    collection
}

/// Reads the text as a framework, and rates by it, with a school-level table and with cells.
///
/// # Panics
/// When a promise is broken.
pub fn check_policy(text: &str) {
    let framework = match Framework::load(text) {
        Ok(framework) => framework,
        Err(notices) => {
            assert!(has_error(&notices), "a refused framework says why");
            return;
        }
    };
    assert!(!has_error(&framework.notices));
    let cells = students().count(&framework.cell_plan());
    let schools = cells.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref()));
    let table = SchoolTable::default().with_schools(schools);
    for cells in [None, Some(Rc::new(cells.clone()))] {
        let reading = Reading::with_cells(&framework, &table, cells, &Choosing::default());
        let ratings = framework.rate(&table, &reading);
        assert_eq!(ratings.schools.len(), table.schools().len());
    }
}

/// Reads the text as a layout, writes it again, and reads a file with its headings by it.
///
/// # Panics
/// When a promise is broken.
pub fn check_layout(text: &str) {
    let layout = match Layout::read(text) {
        Ok(layout) => layout,
        Err(notices) => {
            assert!(has_error(&notices), "a refused layout says why");
            return;
        }
    };
    let written = serde_json::to_string(&layout).expect("a layout is written");
    assert_eq!(Layout::read(&written).as_ref(), Ok(&layout), "a layout is read as it was written");
    let headings: Vec<String> =
        layout.columns.0.iter().flat_map(|(_, column)| column.heading.first().cloned()).collect();
    let quoted = |cells: &[String]| {
        cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",") + "\n"
    };
    let mut file = quoted(&headings);
    for cell in ["1", "2025", "Yes", "2024-09-01", "400.5", "12,5", "1.250,5", "12/5/2024", "", "x"] {
        file += &quoted(&vec![cell.to_owned(); headings.len()]);
    }
    let read = |piece: usize| {
        let mut collection = Collection::new();
        let mut importer = Importer::by("l.csv", 0, layout.clone());
        for piece in file.as_bytes().chunks(piece) {
            importer.push(piece, &mut collection);
        }
        let imported = importer.finish(&mut collection);
        let settled = collection.settle(None);
        assert!(settled.accounts.iter().all(|account| account.adds_up()));
        (imported, settled)
    };
    assert_eq!(read(3), read(file.len()));
}

/// Reads the text as a plan of cells, counts by it, and reads the cells as they were written.
///
/// # Panics
/// When a promise is broken.
pub fn check_plan(text: &str) {
    let Ok(json) = parse(text) else { return };
    let mut notices = Vec::new();
    let Some(plan) = decode::<CellPlan>(&json, "", &mut notices) else {
        assert!(has_error(&notices), "a refused plan says why");
        return;
    };
    let cells = students().count(&plan);
    let written = serde_json::to_string(&cells.document()).expect("cells are written");
    assert_eq!(Cells::read(&written), Ok(cells), "cells are read as they were written");
}

/// Reads the text as a session, and what it holds as it was written.
///
/// # Panics
/// When a promise is broken.
pub fn check_session(text: &str) {
    let mut workbench = Workbench::default();
    let read = match workbench.read_session(text) {
        Answer::Success { value, .. } => value,
        Answer::Failure { notices } => {
            assert!(has_error(&notices), "a refused session says why");
            return;
        }
    };
    workbench.take_session();
    let session = workbench.session(read.chosen.as_deref(), &read.choosing);
    let written = serde_json::to_string(&session).expect("a session is written");
    let mut again = Workbench::default();
    match again.read_session(&written) {
        Answer::Success { value, .. } => assert_eq!(value.chosen, read.chosen),
        Answer::Failure { notices } => panic!("a session is not read as it was written: {notices:?}"),
    }
}

/// Reads the bytes as a school-level table that crosses from module to module.
///
/// # Panics
/// When a promise is broken.
pub fn check_table(bytes: &[u8]) {
    if let Ok(document) = TableDocument::read(bytes) {
        assert_eq!(TableDocument::read(&document.bytes()), Ok(document), "a table is read as it was written");
    }
}
