//! The records: assessments column by column, the other tables row by row.
//!
//! Whatever repeats is a small code with a dictionary: the school, the grade, the level, the *sitting* (subject, test,
//! period, part of the test) and the *profile* (all student groups of a row together). A student is a number; the
//! identifiers behind the numbers never leave this module.

mod assessments;
mod dictionary;
mod student;

pub use assessments::{Assessment, Assessments, Block, Fate};
pub(super) use assessments::{PART, key};
pub use dictionary::Names;
pub(super) use student::Short;
pub use student::Students;

use rustc_hash::FxHashMap as HashMap;

use super::element::{DIMENSIONS, Element};
use super::interim::InterimResults;

/// Scores and days are whole thousandths: `435.5` is 435500.
pub const THOUSANDTHS: i64 = 1000;

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
