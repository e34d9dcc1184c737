//! What is counted of a row: its place among the values of a column, or a number.

use rustc_hash::FxHashMap as HashMap;

use crate::exact::Exact;
use crate::records::element::Element;
use crate::records::store::{Answer, Assessment, Attendance, Outcome, Participation, Records};

use super::choose;

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
    fn school(&self) -> u16;
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
    fn school(&self) -> u16 {
        self.school
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

/// A student's presence, by reference.
impl Row for &Attendance {
    fn school(&self) -> u16 {
        self.school
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
            Element::DaysPresent => self.enrolled?.checked_sub(self.absent?),
            _ => None,
        }
    }
    const ELEMENTS: &'static [Element] = &[Element::DaysEnrolled, Element::DaysAbsent, Element::DaysPresent];
    fn values(&self) -> u8 {
        let both = self.enrolled.is_some() && self.absent.is_some();
        bits(&[self.enrolled.is_some(), self.absent.is_some(), both])
    }
}

impl Row for &Outcome {
    fn school(&self) -> u16 {
        self.school
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
