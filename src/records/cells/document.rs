//! Cells as a document: the one form in which they leave the records' module and lie in a project file.
//!
//! A column is a text of whole numbers, so that hundreds of thousands of them are read in one pass. The cells of a spread
//! are divided by `;`, each a list of `value:records`.

use serde::Serialize;

use super::notices::{Damaged, NotCells};
use super::{Cell, Cells, Counted, CountedFile, CountedSchool, Tally};
use crate::notice::{Notice, Place, Told};
use crate::order::Sorted;
use crate::policy::json::{Json, child, item, parse};
use crate::policy::read::{Read, decode};
use crate::records::plan::Slice;

/// The kind and version of the document.
pub const CELLS: &str = "cells/1";

/// What the document says of itself to whoever opens it.
const HOLDS: &str = "Student data. Counts of students by school and group, small groups included: keep it like student records, and don't publish it.";

/// The document, for `JSON.stringify` or any other writer of JSON.
#[derive(Serialize, Read)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellsDocument {
    evenhand: String,
    holds: String,
    files: Vec<File>,
    years: Vec<String>,
    schools: Vec<School>,
    words: Sorted<String, Vec<String>>,
    counted: Vec<Columns>,
}

#[derive(Serialize, Read)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    name: String,
    fingerprint: String,
}

#[derive(Serialize, Read)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct School {
    id: String,
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// A slice's cells, column by column.
#[derive(Serialize, Read)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Columns {
    slice: Slice,
    table_years: String,
    unmatched: Vec<String>,
    #[serde(default)]
    unsettled: u64,
    decimals: u8,
    words: Vec<String>,
    school: String,
    year: String,
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    spread: Option<String>,
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    records: Option<String>,
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<String>,
    #[serde(default)]
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<String>,
}

impl Cells {
    /// The document.
    pub fn document(&self) -> CellsDocument {
        CellsDocument {
            evenhand: CELLS.to_owned(),
            holds: HOLDS.to_owned(),
            files: self
                .files
                .iter()
                .map(|file| File { name: file.name.clone(), fingerprint: file.fingerprint.clone() })
                .collect(),
            years: self.years.clone(),
            schools: self
                .schools
                .iter()
                .map(|school| School { id: school.id.clone(), name: school.name.clone() })
                .collect(),
            words: self.words.clone(),
            counted: self.counted.iter().map(columns).collect(),
        }
    }

    /// Reads a document.
    ///
    /// # Errors
    /// The notices that say why it can't be used.
    pub fn read(text: &str) -> Result<Self, Vec<Notice>> {
        let not_cells = |found: &str| {
            let told = NotCells { found: found.to_owned(), expected: CELLS.to_owned() };
            vec![told.at(Place::default())]
        };
        let json = parse(text).map_err(|_| not_cells(""))?;
        match json.get("evenhand").and_then(Json::as_text) {
            Some(CELLS) => {}
            found => return Err(not_cells(found.unwrap_or_default())),
        }
        let mut notices = Vec::new();
        let Some(document) = decode::<CellsDocument>(&json, "", &mut notices) else { return Err(notices) };
        let damaged = |pointer: String| vec![Damaged {}.at(Place::pointer(pointer))];
        let mut cells = Self {
            files: document
                .files
                .into_iter()
                .map(|file| CountedFile { name: file.name, fingerprint: file.fingerprint })
                .collect(),
            years: document.years,
            schools: document
                .schools
                .into_iter()
                .map(|school| CountedSchool { id: school.id, name: school.name })
                .collect(),
            words: document.words,
            counted: Vec::with_capacity(document.counted.len()),
        };
        if !ascending(&cells.schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>()) {
            return Err(damaged(child("", "schools")));
        }
        if !ascending(&cells.years) {
            return Err(damaged(child("", "years")));
        }
        for (place, columns) in document.counted.into_iter().enumerate() {
            let pointer = item("/counted", place);
            let counted = counted(columns, cells.schools.len(), cells.years.len()).ok_or_else(|| damaged(pointer))?;
            cells.counted.push(counted);
        }
        Ok(cells)
    }
}

fn ascending<T: Ord>(list: &[T]) -> bool {
    list.iter().zip(list.iter().skip(1)).all(|(before, after)| before < after)
}

fn columns(counted: &Counted) -> Columns {
    let totals = |which: fn(&Tally) -> Option<i64>| -> Option<String> {
        let column: Option<Vec<i64>> = counted.cells.iter().map(|cell| which(&cell.tally)).collect();
        column.filter(|column| !column.is_empty()).map(|column| line(column.into_iter()))
    };
    Columns {
        slice: counted.slice.clone(),
        table_years: line(counted.years.iter().copied()),
        unmatched: counted.unmatched.clone(),
        unsettled: counted.unsettled,
        decimals: counted.decimals,
        words: counted.words.clone(),
        school: line(counted.cells.iter().map(|cell| cell.school)),
        year: line(counted.cells.iter().map(|cell| cell.year)),
        spread: spreads(&counted.cells),
        records: totals(|tally| match tally {
            Tally::Totals { records, .. } => i64::try_from(*records).ok(),
            Tally::Spread(_) => None,
        }),
        sum: totals(|tally| match tally {
            Tally::Totals { sum, .. } => Some(*sum),
            Tally::Spread(_) => None,
        }),
        per: totals(|tally| match tally {
            Tally::Totals { per, .. } => Some(*per),
            Tally::Spread(_) => None,
        }),
    }
}

/// Numbers as a column's text.
fn line(numbers: impl Iterator<Item = impl itoa::Integer>) -> String {
    let mut digits = itoa::Buffer::new();
    let mut text = String::new();
    for number in numbers {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(digits.format(number));
    }
    text
}

/// The column of spreads; none unless all are spreads.
fn spreads(cells: &[Cell]) -> Option<String> {
    let mut digits = itoa::Buffer::new();
    let mut text = String::new();
    for (number, cell) in cells.iter().enumerate() {
        let Tally::Spread(spread) = &cell.tally else { return None };
        if number > 0 {
            text.push(';');
        }
        for (number, (value, records)) in spread.iter().enumerate() {
            if number > 0 {
                text.push(' ');
            }
            text.push_str(digits.format(*value));
            text.push(':');
            text.push_str(digits.format(*records));
        }
    }
    (!cells.is_empty()).then_some(text)
}

/// A column's numbers.
fn numbers<T: std::str::FromStr>(text: &str) -> Option<Vec<T>> {
    text.split_ascii_whitespace().map(|number| number.parse().ok()).collect()
}

fn read_spread(text: &str) -> Option<Tally> {
    let mut spread: Vec<(i64, u64)> = Vec::new();
    let mut all = 0_i64;
    for pair in text.split_ascii_whitespace() {
        let (value, records) = pair.split_once(':')?;
        let (value, records): (i64, u64) = (value.parse().ok()?, records.parse().ok()?);
        // So many records that they can't be counted are none.
        all = all.checked_add(i64::try_from(records).ok()?)?;
        if records == 0 || spread.last().is_some_and(|(before, _)| *before >= value) {
            return None;
        }
        spread.push((value, records));
    }
    Some(Tally::Spread(spread))
}

/// A slice's cells; none when the columns don't fit together.
fn counted(columns: Columns, schools: usize, years: usize) -> Option<Counted> {
    let school: Vec<usize> = numbers(&columns.school)?;
    let year: Vec<usize> = numbers(&columns.year)?;
    let tallies: Vec<Tally> = match (&columns.spread, &columns.records, &columns.sum, &columns.per) {
        (None, None, None, None) => Vec::new(),
        (Some(spread), None, None, None) => spread.split(';').map(read_spread).collect::<Option<_>>()?,
        (None, Some(records), Some(sum), Some(per)) => {
            let (records, sum, per): (Vec<u64>, Vec<i64>, Vec<i64>) = (numbers(records)?, numbers(sum)?, numbers(per)?);
            if records.len() != sum.len() || sum.len() != per.len() {
                return None;
            }
            let both = records.into_iter().zip(sum).zip(per);
            both.map(|((records, sum), per)| Tally::Totals { records, sum, per }).collect()
        }
        _ => return None,
    };
    if school.len() != tallies.len() || year.len() != tallies.len() {
        return None;
    }
    let words = i64::try_from(columns.words.len()).ok()?;
    let known = |tally: &Tally| match tally {
        Tally::Spread(spread) if words > 0 => spread.iter().all(|(value, _)| (0..words).contains(value)),
        _ => true,
    };
    let cells: Vec<Cell> =
        school.into_iter().zip(year).zip(tallies).map(|((school, year), tally)| Cell { school, year, tally }).collect();
    let inside = cells.iter().all(|cell| cell.school < schools && cell.year < years && known(&cell.tally));
    let in_order = ascending(&cells.iter().map(|cell| (cell.school, cell.year)).collect::<Vec<_>>());
    let table_years: Vec<usize> = numbers(&columns.table_years)?;
    let known_years = table_years.iter().all(|year| *year < years);
    (inside && in_order && known_years).then_some(Counted {
        slice: columns.slice,
        years: table_years,
        unmatched: columns.unmatched,
        unsettled: columns.unsettled,
        decimals: columns.decimals,
        words: columns.words,
        cells,
    })
}
