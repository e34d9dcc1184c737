//! Files as they come, up to a school-level table: what a user may drop on the page, and what is answered.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

mod corpus;
mod export;
mod files;
mod layouts;
mod order;
mod published;
mod schools;

use std::collections::BTreeSet;

use evenhand::notice::{Argument, Notice};
use evenhand::tables::{self, Cell, FieldQuery, Mapping, SchoolTable, Sheet, recognize};

/// The codes of notices, in their order.
fn codes(notices: &[Notice]) -> Vec<&'static str> {
    notices.iter().map(|notice| notice.code).collect()
}

/// A sheet that is read without any notice.
fn clean(file: &str, text: &str) -> Sheet {
    let (sheet, notices) = Sheet::read(file, text.as_bytes()).unwrap_or_else(|notices| panic!("{notices:?}"));
    assert_eq!(notices, [], "{text}");
    sheet
}

/// A sheet with the mapping that is recognized.
fn mapped(file: &str, text: &str) -> (Sheet, Mapping) {
    let (sheet, _) = Sheet::read(file, text.as_bytes()).unwrap_or_else(|notices| panic!("{notices:?}"));
    let recognition = recognize(&sheet, &[]);
    let mapping = recognition.mapping.unwrap_or_else(|| panic!("{:?}", recognition.notices));
    (sheet, mapping)
}

/// All rows of a sheet.
fn rows(sheet: &Sheet) -> Vec<Vec<&str>> {
    (0..sheet.row_count())
        .map(|row| (0..sheet.headers().len()).map(|column| sheet.cell(row, column)).collect())
        .collect()
}

/// What a table says of a school.
fn cell<'a>(table: &'a SchoolTable, school: &str, field: &str) -> Option<Cell<'a>> {
    table.cell(table.find_school(school)?, table.field(&FieldQuery::named(field))?)
}

fn text<'a>(table: &'a SchoolTable, school: &str, field: &str) -> Option<&'a str> {
    cell(table, school, field).map(|cell| cell.text)
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

/// Every code of the module, told by the tests of this folder that are named here.
#[test]
fn every_notice_is_told() {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (_, _, notices) in files::told().into_iter().chain(layouts::told()).chain(schools::told()) {
        told.extend(codes(&notices));
    }
    let declared: BTreeSet<&str> = tables::CODES.iter().map(|code| code.code).collect();
    assert_eq!(told, declared);
}

/// Each of these inputs is answered by just the notices that are expected.
#[test]
fn notices_are_as_expected() {
    for (name, expected, notices) in files::told().into_iter().chain(layouts::told()).chain(schools::told()) {
        assert_eq!(codes(&notices), expected, "{name}: {notices:?}");
    }
}
