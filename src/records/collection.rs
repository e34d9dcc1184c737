//! The rows of all files together: what counts once, what conflicts, and what one table says of another one's students.

mod contradictions;
mod settle;

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::account::RecordAccount;
use super::duplicates::Duplicates;
use super::import::Says;
use super::layout::DuplicateRule;
use super::store::{Assessment, Attendance, Enrollment, Grade, Outcome, Records, Short};
use crate::notice::Notice;
use crate::records::import::Plan;

/// How many rows wait for the numbers of their students.
const WAITING: usize = 64;

/// A row with its file and line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Traced<T> {
    /// The file's number.
    pub(super) file: u32,
    /// The line.
    pub(super) line: u64,
    /// The row.
    pub(super) row: T,
}

/// What a table of students says of one, in a year or (0) in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RosterRow {
    pub(super) student: u32,
    pub(super) year: u16,
    pub(super) school: u16,
    pub(super) grade: Grade,
    pub(super) profile: u32,
}

/// What a table of schools says of one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SchoolFacts {
    /// The school's place in [`Records::schools`].
    #[serde(skip)]
    pub school: u16,
    /// Its name.
    pub name: Option<String>,
    /// Its number at the National Center for Education Statistics.
    pub nces: Option<String>,
    /// Who runs it.
    pub governance: Option<String>,
    /// What kind of school it is.
    pub model: Option<String>,
    /// Where it lies.
    pub region: Option<String>,
    /// The lowest grade it serves.
    pub lowest_grade: Option<String>,
    /// The highest grade it serves.
    pub highest_grade: Option<String>,
    /// How many students it has room for.
    pub seats: Option<i64>,
    /// How many students it has.
    pub enrollment: Option<i64>,
}

/// What is known of a file that was read to its end.
#[derive(Debug, Clone)]
pub(super) struct FileEntry {
    /// Its rows among the assessments.
    pub(super) rows: Range<usize>,
    /// What became of its rows before they were compared with others.
    pub(super) account: RecordAccount,
}

#[derive(Debug, Clone)]
struct FileState {
    name: Arc<str>,
    says: Says,
    rule: Option<DuplicateRule>,
    /// What its layout tells of interim results: the order of the cycles, the levels that mean on track.
    interim: Option<(Vec<String>, Vec<String>)>,
    entry: Option<FileEntry>,
}

/// The records of all files.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    pub(super) records: Records,
    rows: u32,
    // Rows of the file that is read, of which the students' numbers are still to be looked up.
    waiting: Vec<(Option<Short>, Assessment)>,
    duplicates: Duplicates,
    files: Vec<FileState>,
    // Rows to which a table of students added something, with what they said themselves.
    joined: Vec<(u32, Grade, u32)>,
    pub(super) roster: Vec<Traced<RosterRow>>,
    pub(super) schools: Vec<Traced<SchoolFacts>>,
    // Those of them that count, one a school.
    facts: Vec<SchoolFacts>,
    pub(super) enrollments: Vec<Traced<Enrollment>>,
    pub(super) attendance: Vec<Traced<Attendance>>,
    // The day and what it says, of daily attendance.
    pub(super) days: Vec<Traced<(u32, Attendance)>>,
    pub(super) outcomes: Vec<Traced<Outcome>>,
}

/// What the comparison of all rows gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Settled {
    /// What became of each file's rows in the end.
    pub accounts: Vec<RecordAccount>,
    /// What is told.
    pub notices: Vec<Notice>,
}

impl Collection {
    /// No records.
    pub fn new() -> Self {
        Self::default()
    }

    /// The records. They are complete after [`Collection::settle`].
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// What the tables of schools say.
    pub fn school_facts(&self) -> impl Iterator<Item = (&str, &SchoolFacts)> {
        self.facts.iter().map(|facts| (self.records.schools.get(usize::from(facts.school)).unwrap_or_default(), facts))
    }

    /// A file begins; its number.
    pub(super) fn begin(&mut self, name: Arc<str>, plan: &Plan) -> u32 {
        let rule = plan.layout.duplicates;
        let interim = plan.layout.interim.as_ref();
        let interim = interim.map(|interim| (interim.order.clone(), interim.on_track_levels.clone()));
        self.files.push(FileState { name, says: plan.says, rule, interim, entry: None });
        u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX)
    }

    /// A file was read to its end.
    pub(super) fn end(&mut self, file: u32, entry: FileEntry) {
        if let Some(state) = usize::try_from(file).ok().and_then(|file| self.files.get_mut(file)) {
            state.entry = Some(entry);
        }
    }

    /// A file is given up: none of its rows stays.
    pub(super) fn give_up(&mut self, file: u32, first_row: usize) {
        let row = u32::try_from(first_row).unwrap_or(u32::MAX);
        self.waiting.clear();
        self.records.assessments.truncate(first_row);
        self.duplicates.forget();
        self.rows = row;
        self.joined.retain(|(joined, ..)| *joined < row);
        self.roster.retain(|row| row.file != file);
        self.schools.retain(|row| row.file != file);
        self.enrollments.retain(|row| row.file != file);
        self.attendance.retain(|row| row.file != file);
        self.days.retain(|row| row.file != file);
        self.outcomes.retain(|row| row.file != file);
        self.records.interim.give_up(file);
    }

    /// Of the interim results of a file, the order of the cycles and the levels that mean on track, as its layout has them.
    pub(super) fn interim_of(&self, file: u32) -> Option<&(Vec<String>, Vec<String>)> {
        let state = usize::try_from(file).ok().and_then(|file| self.files.get(file))?;
        state.interim.as_ref()
    }

    /// Adds a row of the assessments; false when there is no room. Where the student's identifier is given, the row's student is
    /// its number, which is looked up for many rows together: [`Collection::number_students`] is to be called behind the last.
    #[inline]
    pub(super) fn add_assessment(&mut self, student: Option<Short>, row: Assessment) -> bool {
        if self.rows == u32::MAX {
            return false;
        }
        self.rows += 1;
        self.waiting.push((student, row));
        if self.waiting.len() == WAITING {
            self.number_students();
        }
        true
    }

    /// Adds the rows that wait for the numbers of their students.
    #[inline(never)]
    pub(super) fn number_students(&mut self) {
        let Self { records: Records { students, assessments, .. }, waiting, duplicates, .. } = self;
        students.expect(waiting.iter().map(|(student, _)| *student));
        for (student, mut row) in waiting.drain(..) {
            if let Some(student) = student {
                // A table of all the numbers that there are would never fit into the memory.
                row.student = students.short(student).unwrap_or(u32::MAX);
            }
            if assessments.push(&row) {
                duplicates.note(assessments);
            }
        }
    }
}
