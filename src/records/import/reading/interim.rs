//! Rows of interim results, and those that stand beside a test in its row.

use rustc_hash::FxHashMap as HashMap;

use super::{Reading, new_code, year_of_day};
use crate::records::account::RecordDropReason as Drop;
use crate::records::collection::Collection;
use crate::records::element::Element;
use crate::records::import::plan::{Beside, Goal, place};
use crate::records::import::slot::{CODE, Meaning, NO_ROOM, Slot, UNKNOWN, YES};
use crate::records::interim::InterimResult;
use crate::records::store::{Assessment, Grade, Sitting, THOUSANDTHS};
use crate::records::value;

/// The places of what was taken, by the codes of subject, test, period and part.
pub(super) type Sittings = HashMap<u64, u16>;

impl Reading {
    /// A row of interim results. It stays out of the code that reads the millions of rows of other tables.
    #[inline(never)]
    pub(super) fn interim(&mut self, line: u64, into: &mut Collection) -> Result<(), Drop> {
        let code = |element: Element| self.row.code(place(element));
        let number = |element: Element| self.row.number(place(element));
        let day = code(Element::AdministrationDate);
        let school = u16::try_from(code(Element::SchoolIdentifier)).unwrap_or(0);
        let year = match u16::try_from(code(Element::SchoolYear)).unwrap_or(0) {
            0 if day != 0 => year_of_day(day),
            year => year,
        };
        let (subject, part) = (code(Element::Subject), code(Element::Subtest));
        if school == 0 {
            return Err(self.not_read(Drop::WithoutSchool));
        }
        if year == 0 {
            return Err(self.not_read(Drop::WithoutYear));
        }
        if subject == 0 {
            return Err(self.not_read(Drop::WithoutSubject));
        }
        if day == 0 && code(Element::Period) == 0 {
            return Err(self.not_read(Drop::WithoutCycle));
        }
        let small = |number: i64| i32::try_from(number).map_err(|_| Drop::UnreadableNumber);
        let score = number(Element::Score).map(small).transpose()?;
        let cycle = match number(Element::AdministrationNumber) {
            None => 0,
            Some(number) => u8::try_from(number / THOUSANDTHS)
                .ok()
                .filter(|cycle| *cycle > 0 && number % THOUSANDTHS == 0)
                .ok_or(Drop::UnreadableNumber)?,
        };
        let points = match (number(Element::PointsEarned), number(Element::PointsPossible)) {
            (Some(earned), Some(possible)) if possible > 0 && (0..=possible).contains(&earned) => {
                Some((small(earned)?, small(possible)?))
            }
            // What was possible says nothing of a student who earned nothing that is told.
            (None, _) => None,
            (Some(_), _) => return Err(Drop::ImpossiblePoints),
        };
        let grade = Grade::of_code(u8::try_from(code(Element::Grade)).unwrap_or(0)).unwrap_or_default();
        let on_track = answer(code(Element::OnTrackInCycle));
        let level = code(Element::Level);
        let result = InterimResult {
            student: self.row.student.number(),
            school,
            year,
            sitting: self.taken(part, day, into).ok_or(Drop::NoRoom)?,
            number: cycle,
            level: self.level(level, into).ok_or(Drop::NoRoom)?,
            grade,
            on_track,
            day,
            score,
            points,
            profile: self.profile(&mut into.records).ok_or(Drop::NoRoom)?,
        };
        into.records.interim.add(result, self.number, line, false).then_some(()).ok_or(Drop::NoRoom)
    }

    /// The test that the row tells as a whole, and the goal areas beside it, as interim results.
    #[inline(never)]
    pub(super) fn beside(&mut self, row: &Assessment, line: u64, into: &mut Collection) {
        let Some(mut beside) = self.plan.beside.take() else { return };
        if self.add_beside(&mut beside, row, line, into).is_none() {
            // The row itself is kept; what had no room is told.
            self.lines.change(Drop::NoRoom, |lines| lines.add(line));
        }
        self.plan.beside = Some(beside);
    }

    fn add_beside(&mut self, beside: &mut Beside, row: &Assessment, line: u64, into: &mut Collection) -> Option<()> {
        let day = self.row.code(place(Element::AdministrationDate));
        let period = self.row.code(place(Element::Period));
        if day == 0 && period == 0 {
            return Some(());
        }
        let cycle = self.name(Element::Period, period).to_lowercase();
        let on_track = beside.on_track.iter_mut().find(|(name, _)| *name == cycle);
        let on_track = on_track.and_then(|(_, slot)| answer(self.code(slot, line, into)));
        let level = into.records.levels.get(usize::from(row.level)).unwrap_or_default().to_owned();
        let mut result = InterimResult {
            student: row.student,
            school: row.school,
            year: row.year,
            sitting: self.taken(0, day, into)?,
            number: 0,
            level: into.records.interim.add_level(&level)?,
            grade: row.grade,
            on_track,
            day,
            score: row.score,
            points: None,
            profile: row.profile,
        };
        if !into.records.interim.add(result, self.number, line, true) {
            return None;
        }
        // The column says it of the test as a whole.
        result.on_track = None;
        for Goal { name, score, level } in &mut beside.goals {
            let part = self.code(name, line, into);
            if part == 0 {
                continue;
            }
            result.score = self.score(score, line);
            let level = level.as_mut().map_or(0, |level| self.code(level, line, into));
            if result.score.is_none() && level == 0 {
                continue;
            }
            result.sitting = self.taken(part, day, into)?;
            result.level = self.level(level, into)?;
            if !into.records.interim.add(result, self.number, line, true) {
                return None;
            }
        }
        Some(())
    }

    /// The code of a column's cell; 0 where it is blank or not understood, which is told.
    fn code(&mut self, slot: &mut Slot, line: u64, into: &mut Collection) -> u32 {
        let field = self.scanner.field(slot.column, &mut self.scratch);
        let code = match slot.codes.get(&field) {
            Some(code) => code,
            None => new_code(slot, field.bytes, line, into, &mut self.names),
        };
        if code & (UNKNOWN | NO_ROOM) != 0 {
            slot.note_unknown(field.bytes, line);
            return 0;
        }
        code & CODE
    }

    /// A score; none where it is blank or can't be read, which is told.
    fn score(&mut self, slot: &mut Slot, line: u64) -> Option<i32> {
        let field = self.scanner.field(slot.column, &mut self.scratch);
        if field.bytes.is_empty() {
            return None;
        }
        let score = value::thousandths(field.bytes).and_then(|score| i32::try_from(score).ok());
        if score.is_none() {
            let (text, _) = value::decode(field.bytes);
            if slot.told_by_layout(text.trim()) != Some(Meaning::Blank) {
                slot.note_unknown(field.bytes, line);
            }
        }
        score
    }

    /// The name behind a code.
    fn name(&self, element: Element, code: u32) -> &str {
        let code = usize::try_from(code).unwrap_or(0);
        self.names.get(place(element)).and_then(|names| names.get(code)).unwrap_or_default()
    }

    /// The place of what was taken in this row.
    fn taken(&mut self, part: u32, day: u32, into: &mut Collection) -> Option<u16> {
        let code = |element: Element| self.row.code(place(element));
        let (subject, test, mut period) = (code(Element::Subject), code(Element::Test), code(Element::Period));
        if period == 0 {
            // Where nothing names the cycle, its day does.
            let names = self.names.get_mut(place(Element::Period))?;
            period = names.place(&written(day), u16::MAX).map(u32::from)?;
        }
        let taken =
            [subject, test, period, part].into_iter().fold(0_u64, |all, code| all << 16 | u64::from(code & 0xFFFF));
        if let Some(place) = self.interim.get(&taken) {
            return Some(*place);
        }
        let sitting = Sitting {
            subject: self.name(Element::Subject, subject).to_owned(),
            test: self.name(Element::Test, test).to_owned(),
            period: self.name(Element::Period, period).to_owned(),
            subtest: self.name(Element::Subtest, part).to_owned(),
        };
        let place = into.records.interim.add_sitting(sitting)?;
        self.interim.insert(taken, place);
        Some(place)
    }

    /// The place of a level among those of interim results.
    fn level(&self, code: u32, into: &mut Collection) -> Option<u8> {
        into.records.interim.add_level(self.name(Element::Level, code))
    }
}

/// Yes, no, or nothing.
fn answer(code: u32) -> Option<bool> {
    (code != 0).then_some(code == YES)
}

/// A day such as `20240916` as `2024-09-16`.
fn written(day: u32) -> String {
    format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100)
}
