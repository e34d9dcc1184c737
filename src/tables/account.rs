//! What became of each row of a file.

use std::sync::Arc;

use serde::Serialize;

use crate::notice::Place;
use crate::order::Sorted;

/// How many lines a notice names before it only counts.
pub(super) const LINES_NAMED: usize = 10;

/// Why a row of a file is not in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DropReason {
    /// All its cells are empty.
    Empty,
    /// It has values beyond the header's last column.
    TooLong,
    /// The file breaks off in it.
    Truncated,
    /// A quoted cell in it is never closed.
    UnclosedQuote,
    /// It has no identifier of a school.
    WithoutIdentifier,
    /// A spreadsheet shortened its identifier.
    ShortenedIdentifier,
    /// It is the header once more.
    RepeatedHeader,
    /// It names no measure.
    WithoutMeasure,
    /// It sums schools up.
    Summary,
    /// It is a remark.
    Note,
    /// The table has no room for it.
    NoRoom,
}

impl DropReason {
    /// All of them.
    pub(super) const ALL: [Self; 11] = [
        Self::Empty,
        Self::TooLong,
        Self::Truncated,
        Self::UnclosedQuote,
        Self::WithoutIdentifier,
        Self::ShortenedIdentifier,
        Self::RepeatedHeader,
        Self::WithoutMeasure,
        Self::Summary,
        Self::Note,
        Self::NoRoom,
    ];
}

/// What became of a file's rows: `read` = `kept` + all that was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RowAccount {
    /// The file's name.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub file: Arc<str>,
    /// Rows below the header.
    pub read: u64,
    /// Rows in the table.
    pub kept: u64,
    /// Rows that are not, by reason.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<DropReason, number>>"))]
    pub dropped: Sorted<DropReason, u64>,
}

/// Lines of rows that share a fate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    pub(crate) count: u64,
    first: Vec<u64>,
}

impl Lines {
    pub(crate) fn add(&mut self, line: u64) {
        self.count += 1;
        if self.first.len() < LINES_NAMED {
            self.first.push(line);
        }
    }

    pub(crate) fn named(&self) -> Vec<String> {
        self.first.iter().map(u64::to_string).collect()
    }

    pub(crate) fn place(&self, file: &Arc<str>) -> Option<Place> {
        self.first.first().map(|&line| Place::line(Arc::clone(file), line))
    }
}
