//! What is counted of a row: its place among the values of a column, or a number.

use rustc_hash::FxHashMap as HashMap;

use crate::exact::Exact;
use crate::order;
use crate::records::element::Element;
use crate::records::store::{Answer, Assessment, Attendance, Outcome, Participation, Records};

use super::choose;
use super::stays::Standing;

/// Values that have places.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Column {
    /// Words of an element.
    Words(Element),
    /// The growth percentile; its place is itself.
    Growth,
    /// The scale score.
    Scores,
    /// Tested, not tested, excused.
    Participation,
    /// Whether absences reach this share of the days of membership, of students with at least so many days.
    Chronic {
        /// The share.
        at_least: Exact,
        /// The least days.
        minimum: Exact,
    },
}

/// A row of one of the tables.
pub(super) trait Row: Copy {
    fn student(&self) -> u32;
    fn school(&self) -> u16;
    /// The same at another school.
    fn at(self, school: u16) -> Self;
    /// Which of a student's rows count where all of them are counted at one school. Each result of a test stands once.
    fn moved(_rows: impl Iterator<Item = Self>, _standings: &mut [Standing], _records: &Records) {}
    fn year(&self) -> u16;
    fn grade(&self) -> u8;
    fn profile(&self) -> u32;
    /// The code of what else rows are chosen by.
    fn kind(&self) -> u16;
    /// The place of its value in a column.
    fn place(&self, column: &Column, records: &Records, scores: &Scores) -> Option<usize>;
    /// A number of it, in thousandths.
    fn number(&self, element: Element) -> Option<i64>;
    /// Whether it has a value of each of [`Row::ELEMENTS`]: a bit each.
    fn values(&self) -> u8;
    /// The elements of the table that are counted, besides student groups.
    const ELEMENTS: &'static [Element];
}

/// A bit for each that is there.
fn bits(there: &[bool]) -> u8 {
    (0_u32..).zip(there).fold(0, |bits, (place, there)| bits | u8::from(*there) << place)
}

/// The distinct scores, so that each has a place.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// In order.
    pub list: Vec<i32>,
    places: HashMap<i32, usize>,
}

impl Scores {
    pub fn new(list: Vec<i32>) -> Self {
        let places = list.iter().copied().zip(0..).collect();
        Self { list, places }
    }
}

/// The place of a word of a student group; words are counted from the first that isn't blank.
fn of_profile(records: &Records, profile: u32, element: Element) -> Option<usize> {
    let profile = records.profiles().get(usize::try_from(profile).ok()?)?;
    usize::from(profile.value(element.dimension()?)).checked_sub(1)
}

impl Row for Assessment {
    fn student(&self) -> u32 {
        self.student
    }
    fn school(&self) -> u16 {
        self.school
    }
    fn at(self, school: u16) -> Self {
        Self { school, ..self }
    }
    fn year(&self) -> u16 {
        self.year
    }
    fn grade(&self) -> u8 {
        self.grade.code()
    }
    fn profile(&self) -> u32 {
        self.profile
    }
    fn kind(&self) -> u16 {
        self.sitting
    }
    fn place(&self, column: &Column, records: &Records, scores: &Scores) -> Option<usize> {
        match column {
            Column::Words(Element::Level) => usize::from(self.level).checked_sub(1),
            Column::Words(element) => of_profile(records, self.profile, *element),
            Column::Growth => (self.growth > 0).then_some(usize::from(self.growth)),
            Column::Scores => scores.places.get(&self.score?).copied(),
            Column::Participation => match self.participation {
                Participation::Excused => Some(0),
                Participation::NotTested => Some(1),
                Participation::Tested => Some(2),
                Participation::Unknown => None,
            },
            Column::Chronic { .. } => None,
        }
    }
    fn number(&self, element: Element) -> Option<i64> {
        match element {
            Element::Score => self.score.map(i64::from),
            Element::Growth => (self.growth > 0).then(|| i64::from(self.growth) * 1000),
            _ => None,
        }
    }
    const ELEMENTS: &'static [Element] = &[Element::Level, Element::Growth, Element::Score, Element::Participation];
    fn values(&self) -> u8 {
        // A file that only has students who were tested doesn't say who wasn't.
        let untested = matches!(self.participation, Participation::NotTested | Participation::Excused);
        bits(&[self.level > 0, self.growth > 0, self.score.is_some(), untested])
    }
}

impl Row for Attendance {
    fn student(&self) -> u32 {
        self.student
    }
    fn school(&self) -> u16 {
        self.school
    }
    fn at(self, school: u16) -> Self {
        Self { school, ..self }
    }
    fn year(&self) -> u16 {
        self.year
    }
    fn grade(&self) -> u8 {
        self.grade.code()
    }
    fn profile(&self) -> u32 {
        self.profile
    }
    fn kind(&self) -> u16 {
        0
    }
    fn place(&self, column: &Column, records: &Records, _scores: &Scores) -> Option<usize> {
        match column {
            Column::Chronic { at_least, minimum } => {
                let enrolled = thousandths(self.enrolled?)?;
                let absent = thousandths(self.absent?)?;
                let counts = enrolled >= *minimum && !enrolled.is_zero();
                let reached = enrolled.mul(at_least).ok()? <= absent;
                counts.then_some(usize::from(reached))
            }
            Column::Words(element) => of_profile(records, self.profile, *element),
            Column::Growth | Column::Scores | Column::Participation => None,
        }
    }
    fn number(&self, element: Element) -> Option<i64> {
        match element {
            Element::DaysEnrolled => self.enrolled,
            Element::DaysAbsent => self.absent,
            Element::DaysPresent => match self.enrolled.zip(self.absent) {
                Some((enrolled, absent)) => enrolled.checked_sub(absent),
                None => self.present,
            },
            _ => None,
        }
    }
    /// What was at another school is no matter of this one.
    fn moved(rows: impl Iterator<Item = Self>, standings: &mut [Standing], _records: &Records) {
        for (row, standing) in rows.zip(standings) {
            if matches!(standing, Standing::At(school) if *school != row.school) {
                *standing = Standing::Out;
            }
        }
    }
    const ELEMENTS: &'static [Element] = &[Element::DaysEnrolled, Element::DaysAbsent, Element::DaysPresent];
    fn values(&self) -> u8 {
        let present = self.number(Element::DaysPresent).is_some();
        bits(&[self.enrolled.is_some(), self.absent.is_some(), present])
    }
}

impl Row for Outcome {
    fn student(&self) -> u32 {
        self.student
    }
    fn school(&self) -> u16 {
        self.school
    }
    fn at(self, school: u16) -> Self {
        Self { school, ..self }
    }
    fn year(&self) -> u16 {
        self.year
    }
    fn grade(&self) -> u8 {
        self.grade.code()
    }
    fn profile(&self) -> u32 {
        self.profile
    }
    fn kind(&self) -> u16 {
        choose::cohort(self.year, self.cohort)
    }
    fn place(&self, column: &Column, records: &Records, _scores: &Scores) -> Option<usize> {
        let answer: Answer = match column {
            Column::Words(Element::Graduated) => self.graduated,
            Column::Words(Element::DroppedOut) => self.dropped_out,
            Column::Words(Element::OnTrack) => self.on_track,
            Column::Words(Element::Postsecondary) => self.postsecondary,
            Column::Words(element) => return of_profile(records, self.profile, *element),
            _ => return None,
        };
        answer.map(usize::from)
    }
    fn number(&self, _element: Element) -> Option<i64> {
        None
    }
    /// Of several rows of a student and cohort, the one of the school that the student counts for; where that has none, the
    /// others' if they say the same.
    fn moved(rows: impl Iterator<Item = Self>, standings: &mut [Standing], records: &Records) {
        // The rows that count at all, each with its place and the school at which it counts.
        let counting = rows.enumerate().filter_map(|(place, row)| match standings.get(place) {
            Some(Standing::At(school)) => Some((place, *school, row)),
            _ => None,
        });
        let mut rows: Vec<(usize, u16, Self)> = counting.collect();
        // By name, so that it makes no difference which file came first.
        let key = |row: &Self| (row.student, row.year, row.cohort);
        let name = |row: &Self| records.schools().get(usize::from(row.school));
        order::sort_by(&mut rows, |(.., a), (.., b)| key(a).cmp(&key(b)).then_with(|| name(a).cmp(&name(b))));
        let answers = |row: &Self| [row.graduated, row.dropped_out, row.on_track, row.postsecondary];
        for group in rows.chunk_by(|(.., a), (.., b)| key(a) == key(b)) {
            let Some((first, school, row)) = group.first() else { continue };
            let own = group.iter().find(|(.., row)| row.school == *school).map(|(place, ..)| *place);
            let agree = group.iter().all(|(.., other)| answers(other) == answers(row));
            for (place, ..) in group {
                if let Some(standing) = standings.get_mut(*place)
                    && *place != own.unwrap_or(*first)
                {
                    *standing = Standing::Out;
                } else if let Some(standing) = standings.get_mut(*place)
                    && own.is_none()
                    && !agree
                {
                    *standing = Standing::Unknown;
                }
            }
        }
    }
    const ELEMENTS: &'static [Element] =
        &[Element::Graduated, Element::DroppedOut, Element::OnTrack, Element::Postsecondary];
    fn values(&self) -> u8 {
        let answers = [self.graduated, self.dropped_out, self.on_track, self.postsecondary];
        bits(&answers.map(|answer| answer.is_some()))
    }
}

fn thousandths(number: i64) -> Option<Exact> {
    Exact::ratio(number, 1000).ok()
}

/// The words of a column by their places.
pub(super) fn words(column: &Column, records: &Records) -> Vec<String> {
    let after_blank = |names: &crate::records::store::Names| names.iter().skip(1).map(str::to_owned).collect();
    match column {
        Column::Words(Element::Level) => after_blank(records.levels()),
        Column::Words(Element::Graduated | Element::DroppedOut | Element::OnTrack | Element::Postsecondary) => {
            vec!["No".to_owned(), "Yes".to_owned()]
        }
        Column::Words(element) => {
            element.dimension().and_then(|dimension| records.values(dimension)).map(after_blank).unwrap_or_default()
        }
        Column::Growth | Column::Scores | Column::Participation | Column::Chronic { .. } => Vec::new(),
    }
}
