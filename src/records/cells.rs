//! Cells: what was counted in student records, for each school and year. Nothing of a single student is in them, but groups
//! may be small, so they are student data until a disclosure rule has passed them.
//!
//! A cell's state is exact and adds up: numbers of records by value, or sums of scaled whole numbers. So files counted
//! apart and [merged](Cells::merge) give the same as files counted together.

mod document;
mod merge;
pub mod notices;
mod together;

use crate::exact::{Exact, ExactError};
use crate::order::{self, Sorted};

use super::plan::Slice;
pub use document::{CELLS, CellsDocument};
pub use notices::CODES;
pub use together::{BesideSession, How, Side};

/// What was counted in student records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// The files that the records came from.
    pub files: Vec<CountedFile>,
    /// The school years, in order. A year is named by the year in which it ends: `2025`.
    pub years: Vec<String>,
    /// The schools, in the order of their identifiers.
    pub schools: Vec<CountedSchool>,
    /// The words that the records have, by element: of the elements that slices count or choose by.
    pub words: Sorted<String, Vec<String>>,
    /// What was counted, in the order of the slices.
    pub counted: Vec<Counted>,
}

/// A file of student records.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountedFile {
    /// Its name.
    pub name: String,
    /// A fingerprint of its bytes.
    pub fingerprint: String,
}

/// A school that student records name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountedSchool {
    /// Its identifier.
    pub id: String,
    /// Its name, where the records have it.
    pub name: Option<String>,
}

/// What was counted for a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// What.
    pub slice: Slice,
    /// The years (places in [`Cells::years`]) of which some record has a value of the slice's element, in it or not.
    pub years: Vec<usize>,
    /// The elements that records are chosen by of which no record has one of the wanted words; and the slice's own element if
    /// no record has a value of it.
    pub unmatched: Vec<String>,
    /// How many records were left out because the stays that the slice asks for aren't known.
    pub unsettled: u64,
    /// How many decimals the counted numbers have: 7435 with one is 743.5.
    pub decimals: u8,
    /// The words that are counted: a [`Tally::Spread`] names them by their places here.
    pub words: Vec<String>,
    /// The cells that aren't empty, by school and year.
    pub cells: Vec<Cell>,
}

/// A school and a year, and what was counted there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The school's place in [`Cells::schools`].
    pub school: usize,
    /// The year's place in [`Cells::years`].
    pub year: usize,
    /// The state.
    pub tally: Tally,
}

/// A cell's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tally {
    /// How many records have each value, by value, ascending.
    Spread(Vec<(i64, u64)>),
    /// Sums.
    Totals {
        /// The number of records.
        records: u64,
        /// The sum of the element.
        sum: i64,
        /// The sum of the divisor.
        per: i64,
    },
}

/// Words counted as taking part in a test, in order.
pub const PARTICIPATION: [&str; 3] = ["excused", "not-tested", "tested"];
/// Words counted for a chronic absence, in order.
pub const CHRONIC: [&str; 2] = ["no", "yes"];

impl Tally {
    /// How many records it rests on.
    pub fn records(&self) -> u64 {
        match self {
            Self::Spread(spread) => spread.iter().map(|(_, records)| records).sum(),
            Self::Totals { records, .. } => *records,
        }
    }

    /// Both together. None when they are of different kinds or a sum is too large.
    #[must_use]
    pub fn add(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Spread(one), Self::Spread(other)) => {
                let mut both: Vec<(i64, u64)> = Vec::with_capacity(one.len().max(other.len()));
                let mut all: Vec<(i64, u64)> = one.iter().chain(other).copied().collect();
                order::sort(&mut all);
                for (value, records) in all {
                    match both.last_mut() {
                        Some((last, sum)) if *last == value => *sum = sum.checked_add(records)?,
                        _ => both.push((value, records)),
                    }
                }
                Some(Self::Spread(both))
            }
            (Self::Totals { records, sum, per }, Self::Totals { records: more, sum: other_sum, per: other_per }) => {
                Some(Self::Totals {
                    records: records.checked_add(*more)?,
                    sum: sum.checked_add(*other_sum)?,
                    per: per.checked_add(*other_per)?,
                })
            }
            _ => None,
        }
    }
}

impl Cells {
    /// What was counted for a slice.
    pub fn of(&self, slice: &Slice) -> Option<&Counted> {
        self.counted.iter().find(|counted| counted.slice == *slice)
    }

    /// The place of a school.
    pub fn school(&self, id: &str) -> Option<usize> {
        self.schools.binary_search_by(|school| school.id.as_str().cmp(id)).ok()
    }
}

impl Counted {
    /// A school's state in a year.
    pub fn tally(&self, school: usize, year: usize) -> Option<&Tally> {
        let at = self.cells.binary_search_by(|cell| (cell.school, cell.year).cmp(&(school, year))).ok()?;
        self.cells.get(at).map(|cell| &cell.tally)
    }

    /// A counted number as it was written: 7435 with one decimal is 743.5.
    ///
    /// # Errors
    /// When it has too many digits.
    pub fn number(&self, scaled: i64) -> Result<Exact, ExactError> {
        let mut unit = 1_i64;
        for _ in 0..self.decimals {
            unit = unit.checked_mul(10).ok_or(ExactError::TooManyDigits)?;
        }
        Exact::ratio(scaled, unit)
    }
}
