//! The records, column by column, in about 27 bytes a row.
//!
//! Whatever repeats is a small code with a dictionary: the school, the grade, the level, the *sitting* (subject, test,
//! period, part of the test) and the *profile* (all student groups of a row together). A student is a number; the
//! identifiers behind the numbers never leave this module.

mod dictionary;
mod student;

pub use dictionary::Names;
pub(super) use student::Short;
pub use student::Students;

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;

use super::element::{DIMENSIONS, Element};
use super::interim::InterimResults;

/// Scores and days are whole thousandths: `435.5` is 435500.
pub const THOUSANDTHS: i64 = 1000;

/// No score.
const NO_SCORE: i32 = i32::MIN;

/// Rows of a block.
const BLOCK: usize = 1 << 16;

/// Rows that are passed over at a time. A browser makes a function fast while it runs, but only its next call is the fast one;
/// so there are many calls.
pub(super) const PART: usize = 1 << 12;

/// A grade level as CEDS writes it; `Grade::NONE` where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade(u8);

impl Grade {
    /// No grade.
    pub const NONE: Self = Self(0);

    const NAMES: [&str; 18] =
        ["", "IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

    /// The grade of that number, 1 to 12; 0 is kindergarten.
    pub fn number(number: u8) -> Option<Self> {
        (number <= 12).then(|| Self(number + 5))
    }

    /// The grade of that name: `PK`, `KG`, `01` to `12`, and whatever else is kept as it is.
    pub fn named(name: &str) -> Option<Self> {
        let upper = name.trim().to_ascii_uppercase();
        let digits = upper.trim_start_matches('0');
        if !upper.is_empty() && upper.bytes().all(|byte| byte.is_ascii_digit()) {
            return if digits.is_empty() { Self::number(0) } else { digits.parse().ok().and_then(Self::number) };
        }
        let place = Self::NAMES.iter().position(|known| *known == upper)?;
        u8::try_from(place).ok().map(Self)
    }

    /// Its name, `""` for none. Names in the order of [`Grade`] are in the order of the grades.
    pub fn name(self) -> &'static str {
        Self::NAMES.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// Its place: 0 for none, less than 32 always.
    pub fn code(self) -> u8 {
        self.0
    }

    /// The grade at a place.
    pub fn of_code(code: u8) -> Option<Self> {
        (usize::from(code) < Self::NAMES.len()).then_some(Self(code))
    }
}

/// Whether the student took the test.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participation {
    /// The file doesn't say, and there is no result.
    #[default]
    Unknown,
    /// The student was tested.
    Tested,
    /// The student was not tested.
    NotTested,
    /// The student was not tested, and was excused.
    Excused,
}

impl Participation {
    fn of_code(code: u8) -> Self {
        match code {
            1 => Self::Tested,
            2 => Self::NotTested,
            3 => Self::Excused,
            _ => Self::Unknown,
        }
    }

    fn code(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Tested => 1,
            Self::NotTested => 2,
            Self::Excused => 3,
        }
    }
}

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
    pub(super) fn key(&self) -> u64 {
        key(self.student, self.year, self.sitting)
    }
}

/// The year is kept as years since 1900, in eight bits.
pub(super) fn key(student: u32, year: u16, sitting: u16) -> u64 {
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
    pub(super) fn all(&self) -> impl Iterator<Item = Assessment> + '_ {
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
    pub(super) fn parts(&self) -> impl Iterator<Item = impl Iterator<Item = Assessment> + '_> + '_ {
        self.blocks.iter().flat_map(Block::parts)
    }

    /// The same with the rows' numbers.
    pub(super) fn numbered_parts(&self) -> impl Iterator<Item = impl Iterator<Item = (u32, Assessment)> + '_> + '_ {
        (0..).step_by(BLOCK).zip(&self.blocks).flat_map(|(first, block)| block.numbered_parts(first))
    }

    /// The student, year and sitting of every row, kept or not.
    pub(super) fn keys(&self) -> impl Iterator<Item = u64> + '_ {
        self.blocks.iter().flat_map(|block| block.keys.iter().copied())
    }

    /// Adds a row; whether it filled a block.
    pub(super) fn push(&mut self, row: &Assessment) -> bool {
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
    pub(super) fn truncate(&mut self, rows: usize) {
        self.blocks.truncate(rows.div_ceil(BLOCK));
        if let Some(block) = self.blocks.last_mut().filter(|_| !rows.is_multiple_of(BLOCK)) {
            block.truncate(rows % BLOCK);
        }
    }

    /// Every row counts again.
    pub(super) fn keep_all(&mut self) {
        for block in &mut self.blocks {
            block.fates.clear();
        }
    }

    /// Says what became of a row.
    pub(super) fn settle(&mut self, row: u32, fate: Fate) {
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
    pub(super) fn row(&self, row: u32) -> Option<Assessment> {
        let row = usize::try_from(row).ok()?;
        self.blocks.get(row / BLOCK)?.row(row % BLOCK)
    }

    /// Writes a row in the place of another one.
    pub(super) fn replace(&mut self, row: u32, new: &Assessment) {
        if let Some((block, place)) = self.block_of(row) {
            block.replace(place, new);
        }
    }

    /// Puts a row's own grade and profile back.
    pub(super) fn put_back(&mut self, row: u32, grade: Grade, profile: u32) {
        if let Some((block, place)) = self.block_of(row) {
            put(&mut block.grades, place, grade.0);
            put(&mut block.profiles, place, profile);
        }
    }

    /// Changes the grades and profiles of rows.
    pub(super) fn change(&mut self, mut change: impl FnMut(u32, &Assessment) -> Option<(Grade, u32)>) {
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

/// What was taken: the subject, the test, when, and which part of it. Each is `""` where the file doesn't say.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sitting {
    /// The subject.
    pub subject: String,
    /// The name of the test.
    pub test: String,
    /// When in the year.
    pub period: String,
    /// The part of the test: a goal area, a standard. `""` is the whole test.
    pub subtest: String,
}

/// All student groups of a row: for each of [`DIMENSIONS`] the place of its value in that dimension's names; 0 is blank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Profile(pub(super) [u8; DIMENSIONS.len()]);

impl Profile {
    /// The place of a dimension's value in [`Records::values`]; 0 is blank.
    pub fn value(&self, dimension: usize) -> u8 {
        self.0.get(dimension).copied().unwrap_or_default()
    }
}

/// A list in which each entry stands once.
#[derive(Debug, Clone)]
pub struct Distinct<T> {
    list: Vec<T>,
    places: HashMap<T, u32>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Self { list: Vec::new(), places: HashMap::default() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Distinct<T> {
    /// The entries by their places.
    pub fn list(&self) -> &[T] {
        &self.list
    }

    /// The entry at a place.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.list.get(place)
    }

    /// The place of an entry, which is added if it is new.
    pub(super) fn place(&mut self, entry: T) -> u32 {
        if let Some(place) = self.places.get(&entry) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(entry.clone());
        self.places.insert(entry, place);
        place
    }
}

/// The presence of a student at a school in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attendance {
    /// The student's number.
    pub student: u32,
    /// The school's place in [`Records::schools`].
    pub school: u16,
    /// The year in which the school year ends.
    pub year: u16,
    /// The grade.
    pub grade: Grade,
    /// The place in [`Records::profiles`].
    pub profile: u32,
    /// Days of membership, in thousandths.
    pub enrolled: Option<i64>,
    /// Days of absence, in thousandths.
    pub absent: Option<i64>,
    /// Days of attendance, in thousandths, where the two others don't give them.
    pub present: Option<i64>,
}

/// A stay of a student at a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Enrollment {
    /// The student's number.
    pub student: u32,
    /// The school's place in [`Records::schools`].
    pub school: u16,
    /// The year in which the school year ends.
    pub year: u16,
    /// The grade.
    pub grade: Grade,
    /// The place in [`Records::profiles`].
    pub profile: u32,
    /// Days of membership, in thousandths.
    pub days: Option<i64>,
    /// The first day, as `20240916`.
    pub from: Option<u32>,
    /// The last day.
    pub to: Option<u32>,
}

impl Enrollment {
    /// The school year that its days of membership belong to: the one it names, or else the one that holds both its days.
    pub fn year_of_days(&self) -> Option<u16> {
        if self.year != 0 {
            return Some(self.year);
        }
        let (from, to) = (year_of_day(self.from?), year_of_day(self.to?));
        (from == to).then_some(from)
    }

    /// Whether it is of a school year, or may be.
    pub fn concerns(&self, year: u16) -> bool {
        if self.year != 0 || year == 0 {
            return self.year == year;
        }
        self.from.is_none_or(|from| year_of_day(from) <= year) && self.to.is_none_or(|to| year_of_day(to) >= year)
    }
}

/// The school year of a day such as `20240916`; it begins in July.
pub(super) fn year_of_day(day: u32) -> u16 {
    let (year, month) = (day / 10_000, day / 100 % 100);
    u16::try_from(if month >= 7 { year + 1 } else { year }).unwrap_or(0)
}

/// A day such as `20240916` as a number of days, so that the next day is one more.
pub(super) fn day_number(day: u32) -> i64 {
    let (year, month, day) = (i64::from(day / 10_000), i64::from(day / 100 % 100), i64::from(day % 100));
    // Years from March on, so that the leap day is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
}

/// Yes, no, or not said.
pub type Answer = Option<bool>;

/// What became of a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// The student's number.
    pub student: u32,
    /// The school's place in [`Records::schools`].
    pub school: u16,
    /// The year in which the school year ends.
    pub year: u16,
    /// The year in which the student's cohort was to graduate.
    pub cohort: Option<u16>,
    /// The grade.
    pub grade: Grade,
    /// The place in [`Records::profiles`].
    pub profile: u32,
    /// Whether the student graduated in time.
    pub graduated: Answer,
    /// Whether the student dropped out.
    pub dropped_out: Answer,
    /// Whether the student is on track to graduate.
    pub on_track: Answer,
    /// Whether the student enrolled after school.
    pub postsecondary: Answer,
}

/// All records of all files.
#[derive(Debug, Clone, Default)]
pub struct Records {
    pub(super) students: Students,
    pub(super) schools: Names,
    pub(super) levels: Names,
    pub(super) sittings: Distinct<Sitting>,
    pub(super) profiles: Distinct<Profile>,
    pub(super) values: [Names; DIMENSIONS.len()],
    pub(super) assessments: Assessments,
    pub(super) attendance: Vec<Attendance>,
    pub(super) enrollments: Vec<Enrollment>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) interim: InterimResults,
}

impl Records {
    /// No records.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many students there are.
    pub fn student_count(&self) -> usize {
        self.students.len()
    }

    /// The identifiers of the schools. Place 0 is `""`: no school.
    pub fn schools(&self) -> &Names {
        &self.schools
    }

    /// The achievement levels. Place 0 is `""`: no level.
    pub fn levels(&self) -> &Names {
        &self.levels
    }

    /// What was taken.
    pub fn sittings(&self) -> &[Sitting] {
        self.sittings.list()
    }

    /// The combinations of student groups.
    pub fn profiles(&self) -> &[Profile] {
        self.profiles.list()
    }

    /// The values of a dimension, one of [`DIMENSIONS`]. Place 0 is `""`: blank. Yes and no are `Yes` and `No`.
    pub fn values(&self, dimension: usize) -> Option<&Names> {
        self.values.get(dimension)
    }

    /// The value of an element in a profile; `""` where it is blank or no dimension.
    pub fn group(&self, profile: u32, element: Element) -> &str {
        let place = usize::try_from(profile).ok().and_then(|place| self.profiles.get(place));
        place
            .zip(element.dimension())
            .and_then(|(profile, dimension)| self.values(dimension)?.get(usize::from(profile.value(dimension))))
            .unwrap_or_default()
    }

    /// The assessments.
    pub fn assessments(&self) -> &Assessments {
        &self.assessments
    }

    /// The attendance, one entry a student, school and year.
    pub fn attendance(&self) -> &[Attendance] {
        &self.attendance
    }

    /// The stays.
    pub fn enrollments(&self) -> &[Enrollment] {
        &self.enrollments
    }

    /// The outcomes.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// The interim results.
    pub fn interim(&self) -> &InterimResults {
        &self.interim
    }
}

/// Adding records. A file is read by [`import`](super), which uses these; none is the answer where there is no room.
impl Records {
    /// The number of a student.
    pub fn add_student(&mut self, identifier: &[u8]) -> Option<u32> {
        self.students.number(identifier)
    }

    /// The place of a school.
    pub fn add_school(&mut self, identifier: &str) -> Option<u16> {
        self.schools.place(identifier, u16::MAX)
    }

    /// The place of a level.
    pub fn add_level(&mut self, level: &str) -> Option<u8> {
        self.levels.place(level, u16::from(u8::MAX)).and_then(|place| u8::try_from(place).ok())
    }

    /// The place of a sitting.
    pub fn add_sitting(&mut self, sitting: Sitting) -> Option<u16> {
        let most = usize::from(u16::MAX);
        if self.sittings.list().len() > most && !self.sittings.list().contains(&sitting) {
            return None;
        }
        u16::try_from(self.sittings.place(sitting)).ok()
    }

    /// The place of a value of a dimension.
    pub fn add_value(&mut self, dimension: usize, value: &str) -> Option<u8> {
        let names = self.values.get_mut(dimension)?;
        names.place(value, u16::from(u8::MAX)).and_then(|place| u8::try_from(place).ok())
    }

    /// The place of a profile with these values.
    pub fn add_profile(&mut self, values: &[(Element, &str)]) -> Option<u32> {
        let mut profile = Profile::default();
        for (element, value) in values {
            let dimension = element.dimension()?;
            let place = self.add_value(dimension, value)?;
            *profile.0.get_mut(dimension)? = place;
        }
        Some(self.profiles.place(profile))
    }

    /// Adds a row of the assessments.
    pub fn add_assessment(&mut self, row: &Assessment) {
        self.assessments.push(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_was_added() {
        let mut records = Records::new();
        let mut rows = Vec::new();
        for number in 0..70_000_u32 {
            let identifier = number.to_string();
            let row = Assessment {
                student: records.add_student(identifier.as_bytes()).unwrap(),
                school: records.add_school(&format!("S{}", number % 300)).unwrap(),
                year: if number % 7 == 0 { 0 } else { 2024 },
                sitting: records
                    .add_sitting(Sitting { subject: format!("{}", number % 3), ..Sitting::default() })
                    .unwrap(),
                grade: Grade::number(3).unwrap(),
                level: records.add_level(["", "Met"][usize::from(number % 2 == 0)]).unwrap(),
                growth: 50,
                participation: Participation::Excused,
                profile: records.add_profile(&[(Element::Sex, ["Female", ""][usize::from(number % 5 == 0)])]).unwrap(),
                score: (number % 11 != 0).then_some(-435_500),
                line: number + 2,
            };
            records.add_assessment(&row);
            rows.push(row);
        }
        assert!(records.assessments().rows().eq(rows.iter().copied()));
        assert_eq!(records.assessments().blocks().len(), 2);
        assert_eq!(records.profiles().len(), 2);
        assert_eq!(records.group(rows[1].profile, Element::Sex), "Female");
        assert_eq!(records.group(rows[0].profile, Element::Sex), "");
        assert_eq!(records.assessments().keys().last(), rows.last().map(Assessment::key));
    }

    #[test]
    fn days_are_numbered_without_a_gap() {
        let days = [20_240_228, 20_240_229, 20_240_301, 20_240_302].map(day_number);
        assert!(days.windows(2).all(|pair| pair[1] == pair[0] + 1), "{days:?}");
        assert_eq!(day_number(20_250_301) - day_number(20_250_228), 1);
        assert_eq!(day_number(20_250_101) - day_number(20_241_231), 1);
        assert_eq!(day_number(20_250_630) - day_number(20_240_630), 365);
        assert_eq!([20_240_630, 20_240_701, 20_241_231, 20_250_101].map(year_of_day), [2024, 2025, 2025, 2025]);
    }

    #[test]
    fn grades_are_known_by_their_names_and_numbers() {
        for (written, name) in [("3", "03"), ("03", "03"), ("12", "12"), ("KG", "KG"), ("0", "KG"), ("pk", "PK")] {
            assert_eq!(Grade::named(written).map(Grade::name), Some(name), "{written}");
        }
        assert_eq!(Grade::named("13"), None);
        assert_eq!(Grade::named("adult"), None);
    }
}
