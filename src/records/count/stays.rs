//! Which records count by a rule on the stays of students, and at which school.
//!
//! Days are compared as files write them. What a file doesn't say may be anything: a rule is met or not met only where that
//! holds whatever the missing days are, and else it isn't known.

use rustc_hash::FxHashMap as HashMap;

use super::column::Row;
use crate::exact::Exact;
use crate::order;
use crate::records::element::Element;
use crate::records::plan::{EnrollmentRule, FullYear, MOST_DAYS, YearDay};
use crate::records::store::{Enrollment, Records, day_number};

/// What a rule says of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It counts at this school.
    At(u16),
    /// It doesn't count.
    Out,
    /// It isn't known: the student's stays or their days are missing.
    Unknown,
}

/// All of them hold: not if one doesn't, and else not known if one isn't.
fn all(answers: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = true;
    for answer in answers {
        match answer {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = false,
        }
    }
    known.then_some(true)
}

/// The first and the last day of a stay, as far as they are known, in days.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: Option<i64>,
    to: Option<i64>,
}

impl Span {
    fn of(stay: &Enrollment, open_ended: bool) -> Self {
        let to = stay.to.map(day_number).or_else(|| open_ended.then_some(i64::MAX));
        Self { from: stay.from.map(day_number), to }
    }

    /// The days that surely belong to it: where only one end is known, that day.
    fn certain(self) -> Option<(i64, i64)> {
        Some((self.from.or(self.to)?, self.to.or(self.from)?))
    }

    /// The days that may belong to it.
    fn possible(self) -> (i64, i64) {
        (self.from.unwrap_or(i64::MIN), self.to.unwrap_or(i64::MAX))
    }
}

/// Whether stays hold all days from one through another, but for breaks of so many days between two of them. These two days
/// themselves are in no break.
fn hold(mut spans: Vec<(i64, i64)>, from: i64, through: i64, gap: i64) -> bool {
    spans.retain(|(_, end)| *end >= from);
    spans.sort_unstable();
    let mut reached: Option<i64> = None;
    for (start, end) in spans {
        let latest = reached.map_or(from, |reached| reached.saturating_add(1).saturating_add(gap));
        if start > latest.min(through) {
            return false;
        }
        let end = reached.map_or(end, |reached| reached.max(end));
        if end >= through {
            return true;
        }
        reached = Some(end);
    }
    false
}

/// The stays, by student.
pub(super) struct Stays<'a> {
    records: &'a Records,
    rule: &'a EnrollmentRule,
    rows: Vec<&'a Enrollment>,
    full: HashMap<(u32, u16, u16), Option<bool>>,
    schools: HashMap<(u32, u16), Standing>,
}

impl<'a> Stays<'a> {
    pub(super) fn new(records: &'a Records, rule: &'a EnrollmentRule) -> Self {
        let mut rows: Vec<&Enrollment> = records.enrollments().iter().collect();
        order::sort(&mut rows);
        Self { records, rule, rows, full: HashMap::default(), schools: HashMap::default() }
    }

    /// What the rule says of each of these rows.
    pub(super) fn standings<R: Row>(&mut self, rows: impl Iterator<Item = R>) -> Vec<Standing> {
        rows.map(|row| self.standing(&row)).collect()
    }

    fn standing(&mut self, row: &impl Row) -> Standing {
        let (student, year) = (row.student(), row.year());
        let rule = self.rule;
        let school = match &rule.counts_at {
            None => row.school(),
            Some(counts_at) => {
                let known = self.schools.get(&(student, year)).copied();
                let standing = known.unwrap_or_else(|| {
                    let standing = self.school(student, year, counts_at);
                    self.schools.insert((student, year), standing);
                    standing
                });
                match standing {
                    Standing::At(school) => school,
                    other => return other,
                }
            }
        };
        let Some(full_year) = &rule.full_year else { return Standing::At(school) };
        // The record's own word is about its own school.
        let word = self.records.group(row.profile(), Element::SchoolFullAcademicYear);
        let was_there = match word {
            "Yes" if school == row.school() => Some(true),
            "No" if school == row.school() => Some(false),
            _ => {
                let key = (student, school, year);
                match self.full.get(&key) {
                    Some(known) => *known,
                    None => {
                        let found = self.full_year(student, school, year, full_year);
                        self.full.insert(key, found);
                        found
                    }
                }
            }
        };
        match was_there {
            Some(true) => Standing::At(school),
            Some(false) => Standing::Out,
            None => Standing::Unknown,
        }
    }

    /// A student's stays in a year, at whatever school.
    fn of(&self, student: u32, year: u16) -> Vec<&'a Enrollment> {
        let first = self.rows.partition_point(|stay| stay.student < student);
        let stays = self.rows.iter().skip(first).take_while(|stay| stay.student == student);
        stays.filter(|stay| stay.concerns(year)).copied().collect()
    }

    /// The school for which a student counts.
    fn school(&self, student: u32, year: u16, counts_at: &str) -> Standing {
        let stays = self.of(student, year);
        let mut schools: Vec<u16> = stays.iter().map(|stay| stay.school).collect();
        schools.sort_unstable();
        schools.dedup();
        let at = |school: u16| stays.iter().copied().filter(move |stay| stay.school == school);
        if counts_at == MOST_DAYS {
            if let [school] = schools.as_slice() {
                return Standing::At(*school);
            }
            let days: Option<Vec<(i64, u16)>> =
                schools.iter().map(|school| Some((sum(at(*school), year)?, *school))).collect();
            let Some(days) = days else { return Standing::Unknown };
            let most = days.iter().map(|(days, _)| *days).max();
            let mut first = days.iter().filter(|(days, _)| Some(*days) == most);
            return match (first.next(), first.next()) {
                (Some((_, school)), None) => Standing::At(*school),
                _ => Standing::Unknown,
            };
        }
        let Some(day) = dated(counts_at, year).filter(|_| !stays.is_empty()) else { return Standing::Unknown };
        let within = |(start, end): (i64, i64)| start <= day && day <= end;
        let span = |stay: &Enrollment| Span::of(stay, self.rule.open_ended);
        let possible: Vec<u16> =
            schools.iter().copied().filter(|school| at(*school).any(|stay| within(span(stay).possible()))).collect();
        match possible.as_slice() {
            [] => Standing::Out,
            [school] if at(*school).any(|stay| span(stay).certain().is_some_and(within)) => Standing::At(*school),
            _ => Standing::Unknown,
        }
    }

    /// Whether a student was at a school for a full academic year.
    fn full_year(&self, student: u32, school: u16, year: u16, rule: &FullYear) -> Option<bool> {
        let stays = self.of(student, year);
        if stays.is_empty() {
            return None;
        }
        let here: Vec<&Enrollment> = stays.into_iter().filter(|stay| stay.school == school).collect();
        if here.is_empty() {
            return Some(false);
        }
        let spans: Vec<Span> = here.iter().map(|stay| Span::of(stay, self.rule.open_ended)).collect();
        let certain: Vec<(i64, i64)> = spans.iter().filter_map(|span| span.certain()).collect();
        let possible: Vec<(i64, i64)> = spans.iter().map(|span| span.possible()).collect();
        let answer = |from: i64, through: i64, gap: i64| {
            if hold(certain.clone(), from, through, gap) {
                Some(true)
            } else if hold(possible.clone(), from, through, gap) {
                None
            } else {
                Some(false)
            }
        };
        let span = rule.from.as_ref().zip(rule.through.as_ref()).map(|(from, through)| {
            let (from, through) = dated(from, year).zip(dated(through, year))?;
            answer(from, through, rule.gap_days.map_or(0, i64::from))
        });
        let on = rule.on.iter().map(|day| dated(day, year).and_then(|day| answer(day, day, 0)));
        let days = rule.least_days.as_ref().map(|least| {
            let needed = match &rule.of_days {
                None => least.clone(),
                Some(of) => least.mul(of).ok()?,
            };
            let enough = |days: i64| Exact::ratio(days, 1000).ok().map(|days| days >= needed);
            match sum(here.iter().copied(), year) {
                Some(days) => enough(days),
                // Further days can only add to those that are known.
                None => {
                    let known =
                        here.iter().filter(|stay| stay.year_of_days() == Some(year)).filter_map(|stay| stay.days);
                    enough(known.sum()).filter(|enough| *enough)
                }
            }
        });
        all(span.into_iter().chain(on).chain(days))
    }
}

/// A day of the school year as a number of days; none where the year isn't known.
fn dated(day: &str, year: u16) -> Option<i64> {
    (year != 0).then(|| YearDay::parse(day)).flatten().map(|day| day_number(day.in_year(year)))
}

/// The days of membership of stays in a year, in thousandths; none where one of them doesn't say.
pub(in crate::records) fn sum<'a>(stays: impl Iterator<Item = &'a Enrollment>, year: u16) -> Option<i64> {
    let mut sum = 0_i64;
    for stay in stays {
        sum = sum.checked_add(stay.days.filter(|_| stay.year_of_days() == Some(year))?)?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_hold_a_span_from_its_first_day_to_its_last() {
        for (spans, gap, wanted) in [
            (vec![(1, 100)], 0, true),
            (vec![(10, 50)], 0, true),
            (vec![(11, 50)], 0, false),
            (vec![(10, 49)], 0, false),
            (vec![(10, 30), (31, 50)], 0, true),
            (vec![(31, 50), (10, 30)], 0, true),
            (vec![(10, 30), (32, 50)], 0, false),
            (vec![(10, 30), (32, 50)], 1, true),
            // A break over the first day is no break between two stays.
            (vec![(1, 9), (11, 50)], 5, false),
            (vec![(10, 48), (51, 60)], 2, false),
            (vec![(10, 47), (50, 60)], 2, true),
            (vec![(10, 48)], 5, false),
            (vec![(1, 60), (5, 20)], 0, true),
            (vec![], 9, false),
        ] {
            assert_eq!(hold(spans.clone(), 10, 50, gap), wanted, "{spans:?} {gap}");
        }
    }
}
