//! The rows of assessments, column by column, in about 27 bytes a row.

use std::ops::Range;

use super::{Grade, Participation};

/// No score.
const NO_SCORE: i32 = i32::MIN;

/// Rows of a block.
const BLOCK: usize = 1 << 16;

/// Rows that are passed over at a time. A browser makes a function fast while it runs, but only its next call is the fast one;
/// so there are many calls.
pub(in crate::records) const PART: usize = 1 << 12;

/// What became of a row after all rows were seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It counts.
    #[default]
    Kept,
    /// The same row stands elsewhere and counts there.
    Repeated,
    /// Another row says something else of the same student, year and sitting.
    Conflicting,
    /// A rule on values chose another row.
    Superseded,
}

/// One row of the assessments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// The student's number within these records.
    pub student: u32,
    /// The school's place in [`Records::schools`].
    pub school: u16,
    /// The year in which the school year ends. 0 when none is known.
    pub year: u16,
    /// The place in [`Records::sittings`].
    pub sitting: u16,
    /// The grade.
    pub grade: Grade,
    /// The place in [`Records::levels`]; 0 is no level.
    pub level: u8,
    /// The growth percentile, 1 to 99; 0 is none.
    pub growth: u8,
    /// Whether the student was tested.
    pub participation: Participation,
    /// The place in [`Records::profiles`].
    pub profile: u32,
    /// The scale score in thousandths.
    pub score: Option<i32>,
    /// The line of the file.
    pub line: u32,
}

impl Assessment {
    /// The student, year and sitting in one number: what may stand only once.
    pub(in crate::records) fn key(&self) -> u64 {
        key(self.student, self.year, self.sitting)
    }
}

/// The year is kept as years since 1900, in eight bits.
pub(in crate::records) fn key(student: u32, year: u16, sitting: u16) -> u64 {
    let year = if year == 0 { 0 } else { u64::from(year.saturating_sub(1900)).min(255) };
    u64::from(student) << 24 | year << 16 | u64::from(sitting)
}

fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(known) = list.get_mut(place) {
        *known = value;
    }
}

fn low_u16(value: u64) -> u16 {
    let [a, b, ..] = value.to_le_bytes();
    u16::from_le_bytes([a, b])
}

fn low_u32(value: u64) -> u32 {
    let [a, b, c, d, ..] = value.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// Rows of assessments in columns, all of one length.
#[derive(Debug, Clone, Default)]
pub struct Block {
    keys: Vec<u64>,
    schools: Vec<u16>,
    grades: Vec<u8>,
    levels: Vec<u8>,
    growth: Vec<u8>,
    participation: Vec<u8>,
    profiles: Vec<u32>,
    scores: Vec<i32>,
    lines: Vec<u32>,
    // Only where some row isn't kept.
    fates: Vec<Fate>,
}

impl Block {
    fn with_room() -> Self {
        Self {
            keys: Vec::with_capacity(BLOCK),
            schools: Vec::with_capacity(BLOCK),
            grades: Vec::with_capacity(BLOCK),
            levels: Vec::with_capacity(BLOCK),
            growth: Vec::with_capacity(BLOCK),
            participation: Vec::with_capacity(BLOCK),
            profiles: Vec::with_capacity(BLOCK),
            scores: Vec::with_capacity(BLOCK),
            lines: Vec::with_capacity(BLOCK),
            fates: Vec::new(),
        }
    }

    fn push(&mut self, row: &Assessment) {
        self.keys.push(row.key());
        self.schools.push(row.school);
        self.grades.push(row.grade.0);
        self.levels.push(row.level);
        self.growth.push(row.growth);
        self.participation.push(row.participation.code());
        self.profiles.push(row.profile);
        self.scores.push(row.score.unwrap_or(NO_SCORE));
        self.lines.push(row.line);
    }

    fn row(&self, place: usize) -> Option<Assessment> {
        let key = *self.keys.get(place)?;
        let score = *self.scores.get(place)?;
        let years = low_u16(key >> 16) & 0xFF;
        Some(Assessment {
            student: low_u32(key >> 24),
            school: *self.schools.get(place)?,
            year: if years == 0 { 0 } else { years + 1900 },
            sitting: low_u16(key),
            grade: Grade(*self.grades.get(place)?),
            level: *self.levels.get(place)?,
            growth: *self.growth.get(place)?,
            participation: Participation::of_code(*self.participation.get(place)?),
            profile: *self.profiles.get(place)?,
            score: (score != NO_SCORE).then_some(score),
            line: *self.lines.get(place)?,
        })
    }

    fn replace(&mut self, place: usize, row: &Assessment) {
        put(&mut self.keys, place, row.key());
        put(&mut self.schools, place, row.school);
        put(&mut self.grades, place, row.grade.0);
        put(&mut self.levels, place, row.level);
        put(&mut self.growth, place, row.growth);
        put(&mut self.participation, place, row.participation.code());
        put(&mut self.profiles, place, row.profile);
        put(&mut self.scores, place, row.score.unwrap_or(NO_SCORE));
    }

    fn truncate(&mut self, rows: usize) {
        self.keys.truncate(rows);
        self.schools.truncate(rows);
        self.grades.truncate(rows);
        self.levels.truncate(rows);
        self.growth.truncate(rows);
        self.participation.truncate(rows);
        self.profiles.truncate(rows);
        self.scores.truncate(rows);
        self.lines.truncate(rows);
        self.fates.truncate(rows);
    }

    /// All rows, kept or not.
    pub(in crate::records) fn all(&self) -> impl Iterator<Item = Assessment> + '_ {
        self.some(0..self.len())
    }

    /// Some of the rows, kept or not.
    fn some(&self, range: Range<usize>) -> impl Iterator<Item = Assessment> + '_ {
        fn of<'a, T>(column: &'a [T], range: &Range<usize>) -> std::slice::Iter<'a, T> {
            column.get(range.clone()).unwrap_or_default().iter()
        }
        let (keys, schools, grades) = (of(&self.keys, &range), of(&self.schools, &range), of(&self.grades, &range));
        let (levels, growth) = (of(&self.levels, &range), of(&self.growth, &range));
        let keys = keys.zip(schools).zip(grades).zip(levels).zip(growth);
        let (profiles, scores) = (of(&self.profiles, &range), of(&self.scores, &range));
        let rest = of(&self.participation, &range).zip(profiles).zip(scores).zip(of(&self.lines, &range));
        keys.zip(rest).map(|(((((key, school), grade), level), growth), (((participation, profile), score), line))| {
            let years = low_u16(key >> 16) & 0xFF;
            Assessment {
                student: low_u32(key >> 24),
                school: *school,
                year: if years == 0 { 0 } else { years + 1900 },
                sitting: low_u16(*key),
                grade: Grade(*grade),
                level: *level,
                growth: *growth,
                participation: Participation::of_code(*participation),
                profile: *profile,
                score: (*score != NO_SCORE).then_some(*score),
                line: *line,
            }
        })
    }

    /// The rows that count, in parts.
    fn parts(&self) -> impl Iterator<Item = impl Iterator<Item = Assessment> + '_> + '_ {
        self.numbered_parts(0).map(|part| part.map(|(_, row)| row))
    }

    /// The same with the rows' numbers, which begin with this one.
    fn numbered_parts(&self, first: u32) -> impl Iterator<Item = impl Iterator<Item = (u32, Assessment)> + '_> + '_ {
        (first..).step_by(PART).zip((0..self.len()).step_by(PART)).map(|(first, start)| {
            let range = start..(start + PART).min(self.len());
            let fates = self.fates.get(range.clone()).unwrap_or_default();
            let kept = fates.iter().copied().chain(std::iter::repeat(Fate::Kept));
            let rows = (first..).zip(self.some(range)).zip(kept);
            rows.filter(|(_, fate)| *fate == Fate::Kept).map(|(row, _)| row)
        })
    }

    /// The rows that count.
    pub fn rows(&self) -> impl Iterator<Item = Assessment> + '_ {
        self.parts().flatten()
    }

    /// How many rows it has, kept or not.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

/// The assessments.
#[derive(Debug, Clone, Default)]
pub struct Assessments {
    blocks: Vec<Block>,
}

impl Assessments {
    /// The blocks of rows. A pass over all rows goes block by block.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// How many rows there are, kept or not.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(Block::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The rows that count.
    pub fn rows(&self) -> impl Iterator<Item = Assessment> + '_ {
        self.blocks.iter().flat_map(Block::rows)
    }

    /// The rows that count, in parts.
    pub(in crate::records) fn parts(&self) -> impl Iterator<Item = impl Iterator<Item = Assessment> + '_> + '_ {
        self.blocks.iter().flat_map(Block::parts)
    }

    /// The same with the rows' numbers.
    pub(in crate::records) fn numbered_parts(
        &self,
    ) -> impl Iterator<Item = impl Iterator<Item = (u32, Assessment)> + '_> + '_ {
        (0..).step_by(BLOCK).zip(&self.blocks).flat_map(|(first, block)| block.numbered_parts(first))
    }

    /// The student, year and sitting of every row, kept or not.
    pub(in crate::records) fn keys(&self) -> impl Iterator<Item = u64> + '_ {
        self.blocks.iter().flat_map(|block| block.keys.iter().copied())
    }

    /// Adds a row; whether it filled a block.
    pub(in crate::records) fn push(&mut self, row: &Assessment) -> bool {
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => {
                block.push(row);
                block.len() == BLOCK
            }
            _ => {
                let mut block = Block::with_room();
                block.push(row);
                self.blocks.push(block);
                false
            }
        }
    }

    /// Gives up the rows from this one on.
    pub(in crate::records) fn truncate(&mut self, rows: usize) {
        self.blocks.truncate(rows.div_ceil(BLOCK));
        if let Some(block) = self.blocks.last_mut().filter(|_| !rows.is_multiple_of(BLOCK)) {
            block.truncate(rows % BLOCK);
        }
    }

    /// Every row counts again.
    pub(in crate::records) fn keep_all(&mut self) {
        for block in &mut self.blocks {
            block.fates.clear();
        }
    }

    /// Says what became of a row.
    pub(in crate::records) fn settle(&mut self, row: u32, fate: Fate) {
        if let Some((block, place)) = self.block_of(row) {
            block.fates.resize(block.keys.len(), Fate::Kept);
            if let Some(known) = block.fates.get_mut(place) {
                *known = fate;
            }
        }
    }

    fn block_of(&mut self, row: u32) -> Option<(&mut Block, usize)> {
        let row = usize::try_from(row).ok()?;
        self.blocks.get_mut(row / BLOCK).map(|block| (block, row % BLOCK))
    }

    /// A row.
    pub(in crate::records) fn row(&self, row: u32) -> Option<Assessment> {
        let row = usize::try_from(row).ok()?;
        self.blocks.get(row / BLOCK)?.row(row % BLOCK)
    }

    /// Writes a row in the place of another one.
    pub(in crate::records) fn replace(&mut self, row: u32, new: &Assessment) {
        if let Some((block, place)) = self.block_of(row) {
            block.replace(place, new);
        }
    }

    /// Puts a row's own grade and profile back.
    pub(in crate::records) fn put_back(&mut self, row: u32, grade: Grade, profile: u32) {
        if let Some((block, place)) = self.block_of(row) {
            put(&mut block.grades, place, grade.0);
            put(&mut block.profiles, place, profile);
        }
    }

    /// Changes the grades and profiles of rows.
    pub(in crate::records) fn change(&mut self, mut change: impl FnMut(u32, &Assessment) -> Option<(Grade, u32)>) {
        let mut number = 0;
        for block in &mut self.blocks {
            let mut changed: Vec<Option<(Grade, u32)>> = Vec::with_capacity(block.len());
            for row in block.all() {
                changed.push(change(number, &row));
                number += 1;
            }
            for (place, changed) in changed.into_iter().enumerate() {
                if let Some((grade, profile)) = changed {
                    put(&mut block.grades, place, grade.0);
                    put(&mut block.profiles, place, profile);
                }
            }
        }
    }
}
