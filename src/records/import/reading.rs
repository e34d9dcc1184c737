//! The rows of a file, one after the other.

mod interim;

use std::sync::Arc;

use rustc_hash::FxHashMap as HashMap;

use super::ImportedFile;
use super::cell::pack;
use super::head::{Decoder, Head};
use super::plan::{Plan, place};
use super::slot::{CODE, Meaning, Mended, NO_ROOM, SHORTENED, Slot, UNKNOWN, YES, is_odd, mend};
use crate::notice::{Notice, Place, Told};
use crate::order::Sorted;
use crate::records::account::{RecordAccount, RecordDropReason as Drop};
use crate::records::collection::{Collection, FileEntry, RosterRow, SchoolFacts, Traced};
use crate::records::element::{DIMENSIONS, ELEMENTS, Element, ElementKind, RACE_FLAGS, StudentTable};
use crate::records::layout::{DecimalMark, Layout};
use crate::records::notices as told;
use crate::records::scan::{Field, Next, Scanner};
use crate::records::store::{
    Assessment, Attendance, Enrollment, Grade, Names, Outcome, Participation, Profile, Records, Short, Sitting,
    THOUSANDTHS, year_of_day,
};
use crate::records::value;
use crate::tables::Lines;
use crate::tables::notices::WindowsEncoding;

/// Rows that are read at a time.
const PART: usize = 512;

/// No number.
const NO_NUMBER: i64 = i64::MIN;

/// The codes and numbers of a row, by the places of their elements.
#[derive(Debug)]
struct Row {
    codes: Vec<u32>,
    numbers: Vec<i64>,
    student: Student,
    growth: u8,
}

/// Whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Student {
    Nobody,
    /// The student of that number.
    Number(u32),
    /// The number is looked up later, for many rows together.
    Later(Short),
}

impl Student {
    /// The number, where it is known.
    fn number(self) -> u32 {
        match self {
            Self::Number(number) => number,
            Self::Nobody | Self::Later(_) => u32::MAX,
        }
    }
}

impl Row {
    #[inline]
    fn code(&self, place: usize) -> u32 {
        self.codes.get(place).copied().unwrap_or(0)
    }

    fn number(&self, place: usize) -> Option<i64> {
        self.numbers.get(place).copied().filter(|number| *number != NO_NUMBER)
    }
}

/// Where the elements stand that every row is asked for.
#[derive(Debug)]
struct Places {
    school: usize,
    year: usize,
    subject: usize,
    test: usize,
    period: usize,
    subtest: usize,
    grade: usize,
    score: usize,
    level: usize,
    participation: usize,
    race: usize,
    flags: [usize; RACE_FLAGS.len()],
}

/// A file whose rows are read.
#[derive(Debug)]
pub(super) struct Reading {
    file: Arc<str>,
    // The file's number among the files.
    number: u32,
    scanner: Scanner,
    decoder: Decoder,
    // Records to pass over before the rows.
    above: usize,
    plan: Plan,
    // Whether nothing but the row itself asks for its student's number.
    numbers_later: bool,
    places: Places,
    row: Row,
    scratch: Vec<u8>,
    // The slots whose texts of the row aren't understood. They are told if the row is kept.
    unknown: Vec<usize>,
    names: Vec<Names>,
    sittings: HashMap<u64, u16>,
    interim: interim::Sittings,
    profiles: HashMap<(u128, u64), u32>,
    races: [u32; RACE_FLAGS.len()],
    cuts: HashMap<(u16, u16, u8), Option<usize>>,
    uncut: Sorted<(String, u16, String, &'static str), Lines>,
    scales: HashMap<u32, Option<(i64, i64)>>,
    off_scale: Option<(i64, i64)>,
    account: RecordAccount,
    lines: Sorted<Drop, Lines>,
    short: Lines,
    truncated: Option<(u64, u64)>,
    // The line of the last row, where the file ended within it, and it is as wide as the others.
    open_end: Option<u64>,
    notices: Vec<Notice>,
    first_row: usize,
}

impl Reading {
    pub(super) fn new(file: Arc<str>, head: Head, mut plan: Plan, notices: Vec<Notice>, into: &mut Collection) -> Self {
        let mut names = vec![Names::default(); ELEMENTS.len()];
        let mut row = Row {
            codes: vec![0; ELEMENTS.len()],
            numbers: vec![NO_NUMBER; ELEMENTS.len()],
            student: Student::Nobody,
            growth: 0,
        };
        for (slot, value) in &mut plan.constants {
            let number = value::thousandths(value.as_bytes());
            let meaning = slot.understand(value.as_bytes());
            let code = encode(slot, meaning, &mut into.records, &mut names);
            if let Some(known) = row.codes.get_mut(slot.index) {
                *known = code & CODE;
            }
            if let (Some(known), Some(number)) = (row.numbers.get_mut(slot.index), number) {
                *known = number;
            }
        }
        let race = Element::Race.dimension().unwrap_or(0);
        let races = value::RACES.map(|name| into.records.add_value(race, name).map_or(0, u32::from));
        let places = Places {
            school: place(Element::SchoolIdentifier),
            year: place(Element::SchoolYear),
            subject: place(Element::Subject),
            test: place(Element::Test),
            period: place(Element::Period),
            subtest: place(Element::Subtest),
            grade: place(Element::Grade),
            score: place(Element::Score),
            level: place(Element::Level),
            participation: place(Element::Participation),
            race: place(Element::Race),
            flags: RACE_FLAGS.map(place),
        };
        let number = into.begin(Arc::clone(&file), &plan);
        Self {
            number,
            scanner: Scanner::new(head.division),
            decoder: head.decoder,
            above: head.above,
            account: RecordAccount::new(Arc::clone(&file), plan.layout.table),
            file,
            places,
            numbers_later: plan.layout.table == StudentTable::Assessments && plan.beside.is_none(),
            plan,
            row,
            scratch: Vec::new(),
            unknown: Vec::new(),
            names,
            sittings: HashMap::default(),
            interim: interim::Sittings::default(),
            profiles: HashMap::default(),
            races,
            cuts: HashMap::default(),
            uncut: Sorted::new(),
            scales: HashMap::default(),
            off_scale: None,
            lines: Sorted::new(),
            short: Lines::default(),
            truncated: None,
            open_end: None,
            notices,
            first_row: into.records.assessments.len(),
        }
    }

    pub(super) fn rows(&self) -> u64 {
        self.account.read
    }

    pub(super) fn push(&mut self, bytes: &[u8], into: &mut Collection) {
        self.decoder.feed(bytes, &mut self.scanner);
        self.read(into);
    }

    fn read(&mut self, into: &mut Collection) {
        while self.some_rows(into) {}
        into.number_students();
    }

    /// Reads some rows; false when there are no more at hand. A browser makes a function fast while it runs, but only its next
    /// call is the fast one; so there are many calls.
    #[inline(never)]
    fn some_rows(&mut self, into: &mut Collection) -> bool {
        for _ in 0..PART {
            match self.scanner.advance() {
                Next::Record { .. } if self.above > 0 => self.above -= 1,
                Next::Record { at_end } => {
                    self.account.read += 1;
                    match self.record(at_end, into) {
                        Ok(()) => {
                            self.account.kept += 1;
                            self.open_end = at_end.then(|| self.scanner.line());
                        }
                        Err(reason) => self.drop(reason),
                    }
                }
                Next::Unclosed => {
                    self.account.read += 1;
                    self.drop(Drop::UnclosedQuote);
                }
                Next::More | Next::End => return false,
            }
        }
        true
    }

    #[cold]
    fn drop(&mut self, reason: Drop) {
        let line = self.scanner.line();
        self.account.dropped.change(reason, |count| *count += 1);
        self.lines.change(reason, |lines| lines.add(line));
    }

    /// Reads a row and adds it to the records.
    fn record(&mut self, at_end: bool, into: &mut Collection) -> Result<(), Drop> {
        let line = self.scanner.line();
        if self.scanner.len() != self.plan.columns {
            self.odd_width(at_end)?;
        }
        for filter in &mut self.plan.filters {
            let field = self.scanner.field(filter.column, &mut self.scratch);
            let code = filter.codes.get(&field).unwrap_or_else(|| {
                let (text, _) = value::decode(field.bytes);
                let code = u32::from(filter.is.contains(&text.trim().to_lowercase()));
                filter.codes.put(field.bytes, code);
                code
            });
            if code == 0 {
                return Err(self.not_in(line));
            }
        }
        let mut wrong: Option<Drop> = None;
        self.unknown.clear();
        for (number, slot) in self.plan.slots.iter_mut().enumerate() {
            let field = self.scanner.field(slot.column, &mut self.scratch);
            match slot.kind {
                ElementKind::Student => match student(slot, &field, line, self.numbers_later, into) {
                    Ok(student) => self.row.student = student,
                    Err(reason) => {
                        self.row.student = Student::Nobody;
                        wrong = wrong.or(reason);
                    }
                },
                ElementKind::Number => {
                    let number = match value::thousandths(field.bytes) {
                        Some(number) if !slot.by_comma => number,
                        None if field.bytes.is_empty() => NO_NUMBER,
                        _ => match odd_number(slot, field.bytes, line) {
                            Ok(number) => number,
                            Err(()) => {
                                wrong = wrong.or(Some(Drop::UnreadableNumber));
                                NO_NUMBER
                            }
                        },
                    };
                    if let Some(known) = self.row.numbers.get_mut(slot.index) {
                        *known = number;
                    }
                }
                ElementKind::Percentile => {
                    self.row.growth = match value::percentile(field.bytes) {
                        Some(growth) if !slot.by_comma => growth,
                        None if field.bytes.is_empty() => 0,
                        _ => match odd_growth(slot, field.bytes, line) {
                            Ok(growth) => growth,
                            Err(()) => {
                                wrong = wrong.or(Some(Drop::UnreadableGrowth));
                                0
                            }
                        },
                    };
                }
                _ => {
                    let code = match slot.codes.get(&field) {
                        Some(code) => code,
                        None => new_code(slot, field.bytes, line, into, &mut self.names),
                    };
                    if code & !CODE != 0 {
                        wrong = wrong.or(odd_code(slot, code, number, &mut self.unknown));
                    }
                    if let Some(known) = self.row.codes.get_mut(slot.index) {
                        *known = code & CODE;
                    }
                }
            }
        }
        if self.row.student == Student::Nobody && wrong.is_none() && self.plan.layout.table != StudentTable::Schools {
            return Err(self.without_student());
        }
        if let Some(reason) = wrong {
            return Err(self.not_read(reason));
        }
        match self.plan.layout.table {
            StudentTable::Assessments => self.assessment(line, into),
            StudentTable::Interim => self.interim(line, into),
            _ => self.other(line, into),
        }?;
        if !self.unknown.is_empty() {
            self.note_unknown(line);
        }
        Ok(())
    }

    #[cold]
    fn note_unknown(&mut self, line: u64) {
        for number in &self.unknown {
            if let Some(slot) = self.plan.slots.get_mut(*number) {
                let field = self.scanner.field(slot.column, &mut self.scratch);
                slot.note_unknown(field.bytes, line);
            }
        }
    }

    /// A row with more or fewer fields than the header.
    #[cold]
    fn odd_width(&mut self, at_end: bool) -> Result<(), Drop> {
        let (cells, columns) = (self.scanner.len(), self.plan.columns);
        if cells > columns {
            let mut scratch = Vec::new();
            let more = (columns..cells).any(|index| !self.scanner.field(index, &mut scratch).bytes.is_empty());
            return if more { Err(Drop::TooLong) } else { Ok(()) };
        }
        if at_end {
            let count = |count: usize| u64::try_from(count).unwrap_or(0);
            self.truncated = Some((count(cells), count(columns)));
            return Err(Drop::Truncated);
        }
        self.short.add(self.scanner.line());
        Ok(())
    }

    /// Whether the header stands here once more.
    fn is_header(&self) -> bool {
        let mut scratch = Vec::new();
        let mut same = |slot: &Slot| self.scanner.field(slot.column, &mut scratch).bytes == slot.heading.as_bytes();
        self.plan.slots.len() > 1 && self.plan.slots.iter().all(&mut same)
    }

    #[cold]
    fn not_read(&self, reason: Drop) -> Drop {
        if self.is_header() { Drop::RepeatedHeader } else { reason }
    }

    #[cold]
    fn not_in(&self, _line: u64) -> Drop {
        if self.is_header() {
            Drop::RepeatedHeader
        } else if self.is_empty() {
            Drop::Empty
        } else {
            Drop::NotIncluded
        }
    }

    #[cold]
    fn without_student(&self) -> Drop {
        if self.is_header() {
            Drop::RepeatedHeader
        } else if self.is_empty() {
            Drop::Empty
        } else {
            Drop::WithoutStudent
        }
    }

    fn is_empty(&self) -> bool {
        let mut scratch = Vec::new();
        (0..self.scanner.len()).all(|index| self.scanner.field(index, &mut scratch).bytes.is_empty())
    }

    fn assessment(&mut self, line: u64, into: &mut Collection) -> Result<(), Drop> {
        let places = &self.places;
        let school = self.row.code(places.school);
        let year = self.row.code(places.year);
        let subject = self.row.code(places.subject);
        if school == 0 {
            return Err(self.not_read(Drop::WithoutSchool));
        }
        if year == 0 {
            return Err(self.not_read(Drop::WithoutYear));
        }
        if subject == 0 {
            return Err(self.not_read(Drop::WithoutSubject));
        }
        let score = match self.row.number(places.score).map(i32::try_from) {
            None => None,
            Some(Ok(score)) if score != i32::MIN => Some(score),
            Some(_) => return Err(Drop::UnreadableNumber),
        };
        if let Some(score) = score.filter(|_| !self.plan.layout.scales.is_empty()) {
            self.on_scale(subject, i64::from(score))?;
        }
        let places = &self.places;
        let sitting = [places.subject, places.test, places.period, places.subtest]
            .into_iter()
            .fold(0_u64, |all, place| all << 16 | u64::from(self.row.code(place) & 0xFFFF));
        let sitting = match self.sittings.get(&sitting) {
            Some(place) => *place,
            None => self.new_sitting(sitting, &mut into.records).ok_or(Drop::NoRoom)?,
        };
        let profile = self.profile(&mut into.records).ok_or(Drop::NoRoom)?;
        let places = &self.places;
        let small = |code: u32| u8::try_from(code).unwrap_or(0);
        let grade = Grade::of_code(small(self.row.code(places.grade))).unwrap_or_default();
        let mut level = small(self.row.code(places.level));
        let year = u16::try_from(year).unwrap_or(0);
        if level == 0
            && !self.plan.layout.cuts.is_empty()
            && let Some(score) = score
        {
            level = self.cut(sitting, year, grade, i64::from(score), line, &mut into.records);
        }
        let tested = score.is_some() || level != 0 || self.row.growth != 0;
        let participation = match self.row.code(self.places.participation) {
            1 => Participation::Tested,
            2 => Participation::NotTested,
            3 => Participation::Excused,
            _ if tested => Participation::Tested,
            _ => Participation::Unknown,
        };
        let row = Assessment {
            student: self.row.student.number(),
            school: u16::try_from(school).unwrap_or(0),
            year,
            sitting,
            grade,
            level,
            growth: self.row.growth,
            participation,
            profile,
            score,
            line: u32::try_from(line).unwrap_or(u32::MAX),
        };
        let later = match self.row.student {
            Student::Later(short) => Some(short),
            Student::Nobody | Student::Number(_) => None,
        };
        if !into.add_assessment(later, row) {
            return Err(Drop::NoRoom);
        }
        if self.plan.beside.is_some() {
            self.beside(&row, line, into);
        }
        Ok(())
    }

    /// Whether a score is on its scale.
    fn on_scale(&mut self, subject: u32, score: i64) -> Result<(), Drop> {
        let (layout, names, place) = (&self.plan.layout, &self.names, self.places.subject);
        let scale = *self.scales.entry(subject).or_insert_with(|| {
            let name = names.get(place).and_then(|names| names.get(usize::try_from(subject).ok()?));
            let fits = |scale: &&crate::records::layout::ScoreScale| {
                scale.subject.as_deref().is_none_or(|subject| Some(subject) == name)
            };
            layout.scales.iter().find(fits).map(|scale| (scale.from, scale.to))
        });
        match scale {
            Some((from, to)) if score < from * THOUSANDTHS || score > to * THOUSANDTHS => {
                self.off_scale = Some((from, to));
                Err(Drop::ScoreOffScale)
            }
            _ => Ok(()),
        }
    }

    #[cold]
    fn new_sitting(&mut self, codes: u64, records: &mut Records) -> Option<u16> {
        let name = |place: usize| {
            let code = usize::try_from(self.row.code(place)).unwrap_or(0);
            self.names.get(place).and_then(|names| names.get(code)).unwrap_or_default().to_owned()
        };
        let places = &self.places;
        let sitting = Sitting {
            subject: name(places.subject),
            test: name(places.test),
            period: name(places.period),
            subtest: name(places.subtest),
        };
        let place = records.add_sitting(sitting)?;
        self.sittings.insert(codes, place);
        Some(place)
    }

    /// The place of the row's profile.
    #[inline]
    fn profile(&mut self, records: &mut Records) -> Option<u32> {
        if self.plan.race_flags {
            self.race_of_flags();
        }
        let mut key = (0_u128, 0_u64);
        for (count, (_, place)) in self.plan.dimensions.iter().enumerate() {
            let code = self.row.code(*place) & 0xFF;
            if count < 16 {
                key.0 = key.0 << 8 | u128::from(code);
            } else {
                key.1 = key.1 << 8 | u64::from(code);
            }
        }
        if let Some(profile) = self.profiles.get(&key) {
            return Some(*profile);
        }
        let mut profile = Profile::default();
        for (dimension, place) in &self.plan.dimensions {
            let code = u8::try_from(self.row.code(*place)).ok()?;
            if let Some(known) = profile.0.get_mut(*dimension) {
                *known = code;
            }
        }
        let place = records.profiles.place(profile);
        self.profiles.insert(key, place);
        Some(place)
    }

    /// One race of one column a race: Hispanic whatever else is said, else two or more, else the one.
    fn race_of_flags(&mut self) {
        let mut chosen = 0;
        let mut count = 0;
        let [hispanic, .., several] = self.races;
        for (flag, race) in self.places.flags.iter().zip(self.races) {
            if self.row.code(*flag) == YES {
                chosen = if race == hispanic || chosen == hispanic { hispanic } else { race };
                count += 1;
            }
        }
        let race = match count {
            0 => return self.keep_race_column(),
            1 => chosen,
            _ if chosen == hispanic => hispanic,
            _ => several,
        };
        if let Some(known) = self.row.codes.get_mut(self.places.race) {
            *known = race;
        }
    }

    /// No flag is set: the column of races counts if there is one.
    fn keep_race_column(&mut self) {
        let has_column = self.plan.slots.iter().any(|slot| slot.element == Element::Race);
        if let Some(known) = self.row.codes.get_mut(self.places.race).filter(|_| !has_column) {
            *known = 0;
        }
    }

    /// The level of a score by the layout's cut scores; 0 where there are none for it.
    fn cut(&mut self, sitting: u16, year: u16, grade: Grade, score: i64, line: u64, records: &mut Records) -> u8 {
        let layout = &self.plan.layout;
        let sat = records.sittings.get(usize::from(sitting)).cloned().unwrap_or_default();
        let found = *self.cuts.entry((sitting, year, grade.code())).or_insert_with(|| {
            layout.cuts.iter().position(|cut| {
                cut.test.as_deref().is_none_or(|test| test == sat.test)
                    && cut.years.contains(&u32::from(year))
                    && cut.subject == sat.subject
                    && cut.grades.iter().any(|name| value::grade(name) == Some(grade))
            })
        });
        let Some(cut) = found.and_then(|place| layout.cuts.get(place)) else {
            let known = layout.cuts.iter().any(|cut| cut.subject == sat.subject);
            if known {
                self.uncut.change((sat.test, year, sat.subject, grade.name()), |lines| lines.add(line));
            }
            return 0;
        };
        let reached = cut.levels.iter().filter(|(from, _)| score >= from * THOUSANDTHS).max_by_key(|(from, _)| *from);
        reached.and_then(|(_, level)| records.add_level(level)).unwrap_or(0)
    }

    /// A row of a table other than the assessments.
    fn other(&mut self, line: u64, into: &mut Collection) -> Result<(), Drop> {
        let code = |element: Element| self.row.code(place(element));
        let school = u16::try_from(code(Element::SchoolIdentifier)).unwrap_or(0);
        let year = u16::try_from(code(Element::SchoolYear)).unwrap_or(0);
        let grade = Grade::of_code(u8::try_from(code(Element::Grade)).unwrap_or(0)).unwrap_or_default();
        let student = self.row.student.number();
        let table = self.plan.layout.table;
        if school == 0 && table != StudentTable::Students {
            return Err(self.not_read(Drop::WithoutSchool));
        }
        if table == StudentTable::Schools {
            let facts = self.school(school);
            into.schools.push(Traced { file: self.number, line, row: facts });
            return Ok(());
        }
        let profile = self.profile(&mut into.records).ok_or(Drop::NoRoom)?;
        let number = |element: Element| self.row.number(place(element));
        let code = |element: Element| self.row.code(place(element));
        let answer = |element: Element| match code(element) {
            0 => None,
            code => Some(code == YES),
        };
        let file = self.number;
        match table {
            StudentTable::Students => {
                let row = RosterRow { student, year, school, grade, profile };
                into.roster.push(Traced { file, line, row });
            }
            StudentTable::Enrollments => {
                let day = |element| Some(code(element)).filter(|day| *day != 0);
                let days = number(Element::DaysEnrolled);
                if days.is_some_and(cannot_be) {
                    return Err(Drop::ImpossibleDays);
                }
                let (from, to) = (day(Element::EntryDate), day(Element::ExitDate));
                if from.zip(to).is_some_and(|(from, to)| to < from) {
                    return Err(Drop::ReversedStay);
                }
                let row = Enrollment { student, school, year, grade, profile, days, from, to };
                into.enrollments.push(Traced { file, line, row });
            }
            StudentTable::Outcomes => {
                let row = Outcome {
                    student,
                    school,
                    year,
                    cohort: u16::try_from(code(Element::CohortYear)).ok().filter(|year| *year != 0),
                    grade,
                    profile,
                    graduated: answer(Element::Graduated),
                    dropped_out: answer(Element::DroppedOut),
                    on_track: answer(Element::OnTrack),
                    postsecondary: answer(Element::Postsecondary),
                };
                into.outcomes.push(Traced { file, line, row });
            }
            StudentTable::Attendance => {
                let date = code(Element::AttendanceDate);
                let (enrolled, absent, present) =
                    (number(Element::DaysEnrolled), number(Element::DaysAbsent), number(Element::DaysPresent));
                if date != 0 && enrolled.is_none() && absent.is_none() && present.is_none() {
                    let year = if year == 0 { year_of_day(date) } else { year };
                    // Without a word about it, the row stands for a day of absence.
                    let part = match code(Element::AttendanceStatus) {
                        0 => THOUSANDTHS,
                        code => i64::from(code) - 1,
                    };
                    let (enrolled, absent, present) = (None, Some(part), None);
                    let row = Attendance { student, school, year, grade, profile, enrolled, absent, present };
                    into.days.push(Traced { file, line, row: (date, row) });
                } else {
                    let sum = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a + b);
                    let rest = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a - b);
                    let enrolled_days = enrolled.or_else(|| sum(absent, present));
                    let absent_days = absent.or_else(|| rest(enrolled, present));
                    let impossible = absent_days
                        .is_some_and(|absent| absent < 0 || enrolled_days.is_some_and(|enrolled| absent > enrolled));
                    if impossible || [enrolled, absent, present].into_iter().flatten().any(cannot_be) {
                        return Err(Drop::ImpossibleDays);
                    }
                    if enrolled_days.is_none() && absent_days.is_none() && present.is_none() {
                        return Err(self.not_read(Drop::UnreadableNumber));
                    }
                    let row = Attendance {
                        student,
                        school,
                        year,
                        grade,
                        profile,
                        enrolled: enrolled_days,
                        absent: absent_days,
                        present: present.filter(|_| enrolled_days.is_none()),
                    };
                    into.attendance.push(Traced { file, line, row });
                }
            }
            StudentTable::Assessments | StudentTable::Schools | StudentTable::Interim => {}
        }
        Ok(())
    }

    /// What a row of the table of schools says.
    fn school(&self, school: u16) -> SchoolFacts {
        let text = |element: Element| {
            let place = place(element);
            let code = usize::try_from(self.row.code(place)).unwrap_or(0);
            let name = self.names.get(place).and_then(|names| names.get(code)).unwrap_or_default();
            (!name.is_empty()).then(|| name.to_owned())
        };
        let grade = |element: Element| {
            let name =
                Grade::of_code(u8::try_from(self.row.code(place(element))).unwrap_or(0)).unwrap_or_default().name();
            (!name.is_empty()).then(|| name.to_owned())
        };
        let count = |element: Element| {
            let number = self.row.number(place(element))?;
            (number % THOUSANDTHS == 0).then_some(number / THOUSANDTHS)
        };
        SchoolFacts {
            school,
            name: text(Element::SchoolName),
            nces: text(Element::NcesSchool),
            governance: text(Element::Governance),
            model: text(Element::Model),
            region: text(Element::Region),
            lowest_grade: grade(Element::LowestGrade),
            highest_grade: grade(Element::HighestGrade),
            seats: count(Element::Seats),
            enrollment: count(Element::Enrollment),
        }
    }

    /// None of its rows stays.
    pub(super) fn cancel(self, into: &mut Collection) {
        into.give_up(self.number, self.first_row);
    }

    /// The file has no more bytes.
    pub(super) fn finish(mut self, into: &mut Collection) -> ImportedFile {
        self.scanner.end();
        self.read(into);
        let changed = self.plan.slots.iter().filter(|slot| slot.day_order_changed());
        let changed: Vec<Notice> = changed
            .map(|slot| {
                let place = Place::file(Arc::clone(&self.file)).in_column(slot.heading.clone());
                told::DayOrderChanges {}.at(place)
            })
            .collect();
        if !changed.is_empty() {
            // A day that may be another one is worse than none.
            into.give_up(self.number, self.first_row);
            let file = self.file;
            return ImportedFile { file, layout: None, title: None, account: None, proposal: None, notices: changed };
        }
        self.tell();
        let Layout { id, title, .. } = self.plan.layout;
        let entry = FileEntry { rows: self.first_row..into.records.assessments.len(), account: self.account.clone() };
        into.end(self.number, entry);
        ImportedFile {
            file: self.file,
            layout: Some(id),
            title: Some(title),
            account: Some(self.account),
            proposal: None,
            notices: self.notices,
        }
    }

    /// Tells what was noted.
    fn tell(&mut self) {
        let file = Arc::clone(&self.file);
        let at = |lines: &Lines| lines.place(&file).unwrap_or_else(|| Place::file(Arc::clone(&file)));
        let columns = u64::try_from(self.plan.columns).unwrap_or(0);
        if self.account.read == 0 {
            self.notices.push(told::NoRows { columns }.at(Place::file(Arc::clone(&file))));
        }
        for (reason, lines) in self.lines.iter() {
            let (count, list, place) = (lines.count, lines.named(), at(lines));
            let notice = match reason {
                Drop::Empty => told::EmptyRows { count, lines: list }.at(place),
                Drop::TooLong => told::LongRows { count, lines: list, columns }.at(place),
                Drop::Truncated => {
                    let (cells, columns) = self.truncated.unwrap_or((0, columns));
                    told::TruncatedRow { cells, columns }.at(place)
                }
                Drop::UnclosedQuote => told::UnclosedQuote {}.at(place),
                Drop::RepeatedHeader => told::RepeatedHeader { count, lines: list }.at(place),
                Drop::NotIncluded => told::NotIncluded { count, lines: list }.at(place),
                Drop::WithoutStudent => told::WithoutStudent { count, lines: list }.at(place),
                Drop::WithoutSchool => told::WithoutSchool { count, lines: list }.at(place),
                Drop::WithoutYear => told::WithoutYear { count, lines: list }.at(place),
                Drop::WithoutSubject => told::WithoutSubject { count, lines: list }.at(place),
                Drop::ShortenedIdentifier => told::ShortenedIdentifier { count, lines: list }.at(place),
                Drop::UnreadableNumber => told::UnreadableNumber { count, lines: list }.at(place),
                Drop::ScoreOffScale => {
                    let (from, to) = self.off_scale.unwrap_or_default();
                    let whole = |number: i64| u64::try_from(number).unwrap_or(0);
                    told::ScoreOffScale { count, lines: list, lowest: whole(from), highest: whole(to) }.at(place)
                }
                Drop::UnreadableGrowth => told::UnreadableGrowth { count, lines: list }.at(place),
                Drop::ImpossibleDays => told::ImpossibleDays { count, lines: list }.at(place),
                Drop::ReversedStay => told::ReversedStay { count, lines: list }.at(place),
                Drop::WithoutCycle => told::WithoutCycle { count, lines: list }.at(place),
                Drop::ImpossiblePoints => told::ImpossiblePoints { count, lines: list }.at(place),
                Drop::NoRoom => told::NoRoom { count, lines: list }.at(place),
                // These are told when all files are compared.
                Drop::Repeated | Drop::Conflicting | Drop::Superseded => continue,
            };
            self.notices.push(notice);
        }
        if let Some(line) = self.open_end {
            self.notices.push(told::NoLastLineEnd {}.at(Place::line(Arc::clone(&file), line)));
        }
        if self.short.count > 0 {
            let (count, lines, place) = (self.short.count, self.short.named(), at(&self.short));
            self.notices.push(told::ShortRows { count, lines, columns }.at(place));
        }
        for ((test, year, subject, grade), lines) in self.uncut.iter() {
            let notice = told::NoCutScores {
                test: test.clone(),
                year: u64::from(*year),
                subject: subject.clone(),
                grade: (*grade).to_owned(),
                count: lines.count,
            };
            self.notices.push(notice.at(at(lines)));
        }
        for slot in self.plan.slots.iter_mut().chain(self.plan.beside.iter_mut().flat_map(|beside| beside.slots())) {
            tell_column(slot, &file, &mut self.notices);
        }
        let windows = self.plan.slots.iter().any(|slot| slot.windows);
        let code = <WindowsEncoding as Told>::CODE.code;
        if windows && !self.notices.iter().any(|notice| notice.code == code) {
            self.notices.push(WindowsEncoding {}.at(Place::file(file)));
        }
    }
}

/// Whether there are no so many days in a year: thousandths of them.
fn cannot_be(days: i64) -> bool {
    !(0..=366 * THOUSANDTHS).contains(&days)
}

/// Tells what was noted about a column.
fn tell_column(slot: &mut Slot, file: &Arc<str>, notices: &mut Vec<Notice>) {
    let at = |lines: &Lines| {
        lines.place(file).unwrap_or_else(|| Place::file(Arc::clone(file))).in_column(slot.heading.clone())
    };
    let element = slot.element.name().to_owned();
    for (text, lines) in &slot.unknown {
        let (count, list) = (lines.count, lines.named());
        let notice = told::UnknownValue { element: element.clone(), value: text.clone(), count, lines: list };
        notices.push(notice.at(at(lines)));
    }
    if slot.unknown_more.count > 0 {
        let lines = &slot.unknown_more;
        let notice = told::MoreUnknownValues { element, count: lines.count, lines: lines.named() };
        notices.push(notice.at(at(lines)));
    }
    if slot.zeros.count > 0 {
        let digits = slot.digits.map_or(0, u64::from);
        notices.push(told::ZerosRestored { count: slot.zeros.count, digits }.at(at(&slot.zeros)));
    }
    if slot.decimals.count > 0 {
        notices.push(told::DecimalIdentifier { count: slot.decimals.count }.at(at(&slot.decimals)));
    }
    if slot.commas.count > 0 {
        let (count, lines, place) = (slot.commas.count, slot.commas.named(), at(&slot.commas));
        notices.push(match slot.mark_shown.mark() {
            Some(DecimalMark::Comma) => told::DecimalCommas { count, lines }.at(place),
            _ => told::UnclearCommas { count, lines }.at(place),
        });
    }
    if slot.day_order_shown.is_only_assumed() {
        notices.push(told::DayOrderNotShown {}.at(Place::file(Arc::clone(file)).in_column(slot.heading.clone())));
    }
    if slot.formats.len() > 1 {
        slot.formats.sort_unstable();
        let formats = slot.formats.iter().map(|format| format.example().to_owned()).collect();
        let place = Place::file(Arc::clone(file)).in_column(slot.heading.clone());
        notices.push(told::MixedDates { formats }.at(place));
    }
}

/// The number of a student; an error where there is none, with the reason if it isn't that the cell is blank.
#[inline]
fn student(
    slot: &mut Slot,
    field: &Field<'_>,
    line: u64,
    later: bool,
    into: &mut Collection,
) -> Result<Student, Option<Drop>> {
    if field.bytes.is_empty() {
        return Err(None);
    }
    if is_odd(field.bytes, slot.digits) || !field.bytes.iter().any(u8::is_ascii_digit) {
        return odd_student(slot, field.bytes, line, into);
    }
    let short = pack(field).and_then(Short::of);
    let number = match short {
        Some(short) if later => return Ok(Student::Later(short)),
        Some(short) => into.records.students.short(short),
        None => into.records.students.number(field.bytes),
    };
    number.map(Student::Number).ok_or(Some(Drop::NoRoom))
}

#[cold]
fn odd_student(slot: &mut Slot, bytes: &[u8], line: u64, into: &mut Collection) -> Result<Student, Option<Drop>> {
    let (text, _) = value::decode(bytes);
    if slot.told_by_layout(text.trim()) == Some(Meaning::Blank) {
        return Err(None);
    }
    let mended = match mend(&text, slot.digits) {
        Mended::Same => text,
        Mended::Zeros(mended) => {
            slot.zeros.add(line);
            mended
        }
        Mended::Decimal(mended) => {
            slot.decimals.add(line);
            mended
        }
        Mended::Shortened => return Err(Some(Drop::ShortenedIdentifier)),
    };
    into.records.students.number(mended.as_bytes()).map(Student::Number).ok_or(Some(Drop::NoRoom))
}

/// A number that isn't plain digits: blank in words, or with blanks in it; an error where it can't be read.
#[cold]
fn odd_number(slot: &mut Slot, bytes: &[u8], line: u64) -> Result<i64, ()> {
    let (text, _) = value::decode(bytes);
    let text = text.trim();
    if let Some(told) = slot.told_by_layout(text) {
        return if told == Meaning::Blank { Ok(NO_NUMBER) } else { slot.number_of(text).ok_or(()) };
    }
    slot.number_with_commas(text, line).ok_or(())
}

/// A growth percentile that isn't plain digits; 0 where it is blank.
#[cold]
fn odd_growth(slot: &mut Slot, bytes: &[u8], line: u64) -> Result<u8, ()> {
    match odd_number(slot, bytes, line)? {
        NO_NUMBER => Ok(0),
        number => value::percentile_of(number).ok_or(()),
    }
}

/// The code of a text that wasn't seen before.
#[cold]
fn new_code(slot: &mut Slot, bytes: &[u8], line: u64, into: &mut Collection, names: &mut [Names]) -> u32 {
    let meaning = slot.understand(bytes);
    if slot.kind == ElementKind::Identifier {
        let (text, _) = value::decode(bytes);
        match mend(text.trim(), slot.digits_of(text.trim())) {
            Mended::Zeros(_) => slot.zeros.add(line),
            Mended::Decimal(_) => slot.decimals.add(line),
            Mended::Same | Mended::Shortened => {}
        }
    }
    let code = encode(slot, meaning, &mut into.records, names);
    slot.codes.put(bytes, code);
    code
}

/// What a text means, as a code.
fn encode(slot: &Slot, meaning: Meaning, records: &mut Records, names: &mut [Names]) -> u32 {
    match meaning {
        Meaning::Blank => 0,
        Meaning::Number(number) => number,
        Meaning::Unknown => UNKNOWN,
        Meaning::Shortened => SHORTENED,
        Meaning::Value(text) => {
            let code = match (slot.element, slot.element.dimension()) {
                (Element::SchoolIdentifier, _) => records.add_school(&text).map(u32::from),
                (Element::Level, _) if !slot.of_interim => records.add_level(&text).map(u32::from),
                (_, Some(dimension)) => records.add_value(dimension, &text).map(u32::from),
                _ => names.get_mut(slot.index).and_then(|names| names.place(&text, u16::MAX)).map(u32::from),
            };
            code.unwrap_or(NO_ROOM)
        }
    }
}

/// A text that isn't understood, or an identifier that is lost: whether the row is dropped for it.
#[cold]
fn odd_code(slot: &Slot, code: u32, number: usize, unknown: &mut Vec<usize>) -> Option<Drop> {
    if code & NO_ROOM != 0 {
        return Some(Drop::NoRoom);
    }
    if code & SHORTENED != 0 {
        return Some(Drop::ShortenedIdentifier);
    }
    match slot.element {
        // A row without its year is dropped, and told so.
        Element::SchoolYear if slot.year_needed => None,
        Element::AttendanceDate => Some(Drop::UnreadableNumber),
        _ => {
            unknown.push(number);
            None
        }
    }
}

const _: () = assert!(DIMENSIONS.len() <= 24, "a profile's key has room for 24 dimensions");
