//! Interim results: a student's result in a cycle of the year, as a whole and by standard or goal area.
//!
//! They are kept apart from the assessments of the year: those have millions of rows and no room for a day, for points, or for
//! whether a student is on track. What leaves this module is the [`InterimAnswer`] of one school: counts, means and shares by
//! standard and student group.
//!
//! - `settle`: the same student, cycle and standard in several rows.
//! - `cycles`: in which order the cycles of a year stand.
//! - `gather`: the results of one school, from this table and from the assessments that tell a period.
//! - `sums`: exact means, shares and changes.
//! - `view`: the answer for one school, subject and test.

mod cycles;
mod gather;
mod settle;
mod sums;
mod view;

pub use cycles::CycleOrder;
pub use gather::{InterimOffer, InterimSchool};
pub use view::{
    GroupResults, InterimAnswer, InterimCycle, InterimMeasure, InterimQuestion, OnTrackBy, OnTrackRule, PartKind,
    PartResults, ShownChange, ShownCycle, ShownMean, ShownShare, Summary,
};

use super::store::{Distinct, Fate, Grade, Names, Sitting};

/// Rows of a block: what a growing list must copy at most.
const BLOCK: usize = 1 << 15;

/// A result in a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InterimResult {
    /// The student's number within these records.
    pub student: u32,
    /// The school's place in [`Records::schools`](super::store::Records::schools).
    pub school: u16,
    /// The year in which the school year ends.
    pub year: u16,
    /// The place in [`InterimResults::sittings`]: subject, test, cycle, and standard or goal area (`""` is the whole test).
    pub sitting: u16,
    /// The cycle's number; 0 is none.
    pub number: u8,
    /// The place in [`InterimResults::levels`]; 0 is no level.
    pub level: u8,
    /// The grade.
    pub grade: Grade,
    /// Whether the student is on track, as the file says.
    pub on_track: Option<bool>,
    /// The day, as `20240916`; 0 is none.
    pub day: u32,
    /// The score, in thousandths.
    pub score: Option<i32>,
    /// The points earned and possible, in thousandths.
    pub points: Option<(i32, i32)>,
    /// The place in [`Records::profiles`](super::store::Records::profiles).
    pub profile: u32,
}

/// A result with where it came from and what became of it.
#[derive(Debug, Clone, Copy)]
struct Row {
    result: InterimResult,
    file: u32,
    line: u32,
    /// It stands beside others in its row, whose fate isn't told by its own.
    beside: bool,
    fate: Fate,
    // With what a table of students adds.
    grade: Grade,
    profile: u32,
}

/// The interim results of all files.
#[derive(Debug, Clone, Default)]
pub struct InterimResults {
    sittings: Distinct<Sitting>,
    levels: Names,
    blocks: Vec<Vec<Row>>,
}

impl InterimResults {
    /// What was taken.
    pub fn sittings(&self) -> &[Sitting] {
        self.sittings.list()
    }

    /// The levels. Place 0 is `""`: no level.
    pub fn levels(&self) -> &Names {
        &self.levels
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(Vec::is_empty)
    }

    /// The results that count, with what the tables of students add.
    pub fn results(&self) -> impl Iterator<Item = InterimResult> + '_ {
        self.by_file().map(|(_, result)| result)
    }

    /// The results that count, each with the number of its file.
    fn by_file(&self) -> impl Iterator<Item = (u32, InterimResult)> + '_ {
        let kept = self.rows().filter(|row| row.fate == Fate::Kept);
        kept.map(|row| (row.file, InterimResult { grade: row.grade, profile: row.profile, ..row.result }))
    }

    fn rows(&self) -> impl Iterator<Item = &Row> + '_ {
        self.blocks.iter().flatten()
    }

    fn row(&self, place: u32) -> Option<&Row> {
        let place = usize::try_from(place).ok()?;
        self.blocks.get(place / BLOCK)?.get(place % BLOCK)
    }

    fn row_mut(&mut self, place: u32) -> Option<&mut Row> {
        let place = usize::try_from(place).ok()?;
        self.blocks.get_mut(place / BLOCK)?.get_mut(place % BLOCK)
    }

    fn len(&self) -> usize {
        self.blocks.iter().map(Vec::len).sum()
    }

    /// The place of what was taken; none where there is no room.
    pub(super) fn add_sitting(&mut self, sitting: Sitting) -> Option<u16> {
        let full = self.sittings.list().len() > usize::from(u16::MAX);
        if full && !self.sittings.list().contains(&sitting) {
            return None;
        }
        u16::try_from(self.sittings.place(sitting)).ok()
    }

    /// The place of a level; none where there is no room.
    pub(super) fn add_level(&mut self, level: &str) -> Option<u8> {
        self.levels.place(level, u16::from(u8::MAX)).and_then(|place| u8::try_from(place).ok())
    }

    /// Adds a result of a file's line; false when there is no room.
    pub(super) fn add(&mut self, result: InterimResult, file: u32, line: u64, beside: bool) -> bool {
        // A place has 31 bits.
        if i32::try_from(self.len()).is_err() {
            return false;
        }
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let (grade, profile) = (result.grade, result.profile);
        let row = Row { result, file, line, beside, fate: Fate::Kept, grade, profile };
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(row),
            _ => {
                let mut block = Vec::with_capacity(BLOCK);
                block.push(row);
                self.blocks.push(block);
            }
        }
        true
    }

    /// None of a file's rows stays. They are the last, because files are read one after the other.
    pub(super) fn give_up(&mut self, file: u32) {
        for block in &mut self.blocks {
            block.retain(|row| row.file != file);
        }
        self.blocks.retain(|block| !block.is_empty());
    }

    /// Gives each result the grade and the student groups that are known of its student.
    pub(super) fn fill(&mut self, mut fill: impl FnMut(&InterimResult) -> (Grade, u32)) {
        for row in self.blocks.iter_mut().flatten() {
            (row.grade, row.profile) = fill(&row.result);
        }
    }
}
