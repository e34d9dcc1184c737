//! Files with a row a student: what a user may drop on the page, and what becomes of each row.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::as_conversions,
    reason = "a test that cannot go on fails"
)]

mod accounts;
mod corpus;
mod decimals;
mod districts;
mod duplicates;
mod interim;
mod mappings;
mod notices;
mod presets;
mod properties;
mod proposals;
mod real;
mod tables;

use std::path::{Path, PathBuf};

use evenhand::notice::{Argument, Notice};
use evenhand::records::element::Element;
use evenhand::records::layout::Layout;
use evenhand::records::{Collection, ImportedFile, Importer, Records, Settled};

/// All presets of the site.
fn presets() -> Vec<Layout> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/layouts");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            Layout::read(&text).unwrap_or_else(|notices| panic!("{}: {notices:?}", path.display()))
        })
        .collect()
}

fn preset(id: &str) -> Layout {
    presets().into_iter().find(|layout| layout.id == id).unwrap_or_else(|| panic!("no layout {id}"))
}

/// The real data beside the project, where it is there.
fn data(path: &str) -> Option<Vec<u8>> {
    let folder = std::env::var("EVENHAND_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let found = std::fs::read(Path::new(&folder).join(path)).ok();
    if found.is_none() {
        println!("skipped: {folder}/{path} is not there");
    }
    found
}

/// Adds a file to a collection, in pieces of so many bytes.
fn add(into: &mut Collection, importer: Importer, bytes: &[u8], piece: usize) -> ImportedFile {
    let mut importer = importer;
    for piece in bytes.chunks(piece) {
        importer.push(piece, into);
    }
    importer.finish(into)
}

/// What a single file gives by the presets.
fn import(name: &str, bytes: &[u8]) -> (Collection, ImportedFile, Settled) {
    import_by(Importer::new(name, bytes.len() as u64, presets()), bytes)
}

fn import_by(importer: Importer, bytes: &[u8]) -> (Collection, ImportedFile, Settled) {
    let mut collection = Collection::new();
    let file = add(&mut collection, importer, bytes, 64 * 1024);
    let settled = collection.settle(None);
    (collection, file, settled)
}

fn codes(notices: &[Notice]) -> Vec<&'static str> {
    notices.iter().map(|notice| notice.code).collect()
}

fn argument(notice: &Notice, name: &str) -> String {
    match notice.arguments.get(name) {
        Some(Argument::Text(text)) => text.clone(),
        Some(Argument::Number(number)) => number.to_string(),
        Some(Argument::Count(count)) => count.to_string(),
        Some(Argument::List(list)) => list.join("|"),
        None => panic!("no argument {name}: {notice:?}"),
    }
}

/// The rows that count, as text without students, sorted: what does not depend on the order of rows or files.
fn content(records: &Records) -> Vec<String> {
    let mut rows: Vec<String> = records
        .assessments()
        .rows()
        .map(|row| {
            let sitting = &records.sittings()[usize::from(row.sitting)];
            let groups: Vec<&str> =
                [Element::Sex, Element::Race, Element::EnglishLearner, Element::SchoolFullAcademicYear]
                    .iter()
                    .map(|element| records.group(row.profile, *element))
                    .collect();
            format!(
                "{} {} {}/{}/{}/{} {} {:?} {} {} {:?} {}",
                records.schools().get(usize::from(row.school)).unwrap(),
                row.year,
                sitting.subject,
                sitting.test,
                sitting.period,
                sitting.subtest,
                row.grade.name(),
                row.score,
                records.levels().get(usize::from(row.level)).unwrap(),
                row.growth,
                row.participation,
                groups.join(",")
            )
        })
        .collect();
    rows.sort();
    rows
}

/// The header of Evenhand's own layout of assessments.
const OWN: &str = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,gradeLevelWhenAssessed,assessmentResultScoreValue,assessmentPerformanceLevelIdentifier,studentGrowthPercentile,sex,englishLearnerStatus\n";

fn own(rows: &str) -> String {
    format!("{OWN}{rows}")
}
