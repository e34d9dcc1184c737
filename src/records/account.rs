//! What became of each row of a file: kept, or dropped for exactly one reason.

use std::sync::Arc;

use serde::Serialize;

use super::element::StudentTable;
use super::store::Fate;
use crate::order::Sorted;

/// Why a row of a file is not among the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum RecordDropReason {
    /// All its cells are empty.
    Empty,
    /// It has values beyond the header's last column.
    TooLong,
    /// The file breaks off in it.
    Truncated,
    /// A quoted cell in it is never closed.
    UnclosedQuote,
    /// It is the header once more.
    RepeatedHeader,
    /// The layout leaves such rows out.
    NotIncluded,
    /// It has no student.
    WithoutStudent,
    /// It has no school.
    WithoutSchool,
    /// It has no school year, or none that can be read.
    WithoutYear,
    /// It has no subject.
    WithoutSubject,
    /// A spreadsheet shortened an identifier.
    ShortenedIdentifier,
    /// Its score, days or day can't be read.
    UnreadableNumber,
    /// Its score is off the scale of the test.
    ScoreOffScale,
    /// Its growth percentile isn't one.
    UnreadableGrowth,
    /// Its days can't be.
    ImpossibleDays,
    /// Its last day is before its first.
    ReversedStay,
    /// It tells neither a cycle nor a day.
    WithoutCycle,
    /// More points were earned than are possible, or only one of the two numbers is there.
    ImpossiblePoints,
    /// There is no room for it.
    NoRoom,
    /// The same row stands elsewhere, and counts there.
    Repeated,
    /// Another row says something else of the same student, year and subject.
    Conflicting,
    /// A rule on values chose another row.
    Superseded,
}

impl RecordDropReason {
    /// The reason of a row that was read and then dropped.
    pub(super) fn of(fate: Fate) -> Option<Self> {
        match fate {
            Fate::Kept => None,
            Fate::Repeated => Some(Self::Repeated),
            Fate::Conflicting => Some(Self::Conflicting),
            Fate::Superseded => Some(Self::Superseded),
        }
    }
}

/// What became of a file's rows: `read` = `kept` + all that was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RecordAccount {
    /// The file's name.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub file: Arc<str>,
    /// What its rows are.
    pub table: StudentTable,
    /// Rows below the header.
    pub read: u64,
    /// Rows among the records.
    pub kept: u64,
    /// Rows that are not, by reason.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<RecordDropReason, number>>"))]
    pub dropped: Sorted<RecordDropReason, u64>,
}

impl RecordAccount {
    pub(super) fn new(file: Arc<str>, table: StudentTable) -> Self {
        Self { file, table, read: 0, kept: 0, dropped: Sorted::new() }
    }

    /// A kept row turns out not to count.
    pub(super) fn drop_kept(&mut self, reason: RecordDropReason) {
        self.kept = self.kept.saturating_sub(1);
        self.dropped.change(reason, |count| *count += 1);
    }

    /// Whether each row is in exactly one bucket.
    pub fn adds_up(&self) -> bool {
        self.read == self.kept + self.dropped.iter().map(|(_, count)| count).sum::<u64>()
    }
}
