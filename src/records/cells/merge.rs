//! Cells that were counted apart, put together.

use super::notices::{OtherPlan, Overlap, SharedYears};
use super::{Cell, Cells, Counted, CountedSchool, Tally};
use crate::notice::{Notice, Place, Told};
use crate::order::{self, Sorted};

impl Cells {
    /// Both together.
    ///
    /// Cells hold no students, so a student who is in both would count twice. That can't be where no table has records of
    /// the same year in both. Where the years are the same but the schools are others, only a student who changed schools can be
    /// in both: a notice says so. What only one of the two counts is left out, and a notice says so too.
    ///
    /// # Errors
    /// A notice when both count the same school in the same year.
    pub fn merge(&self, other: &Self) -> Result<(Self, Vec<Notice>), Vec<Notice>> {
        let mut notices = Vec::new();
        let years = order::distinct(self.years.iter().chain(&other.years).cloned());
        let schools = merged_schools(&self.schools, &other.schools);
        let both = Both { one: self, other, years: &years, schools: &schools };
        both.check(&mut notices)?;
        let mut words: Sorted<String, Vec<String>> = Sorted::new();
        for (element, found) in self.words.iter().chain(other.words.iter()) {
            words.change(element.clone(), |all| *all = order::distinct(all.drain(..).chain(found.iter().cloned())));
        }
        let mut counted = Vec::new();
        let mut left_out = 0_u64;
        for one in &self.counted {
            match other.of(&one.slice).and_then(|more| both.add(one, more)) {
                Some(sum) => counted.push(sum),
                None => left_out += 1,
            }
        }
        left_out += other.counted.iter().map(|more| u64::from(self.of(&more.slice).is_none())).sum::<u64>();
        if left_out > 0 {
            notices.push(OtherPlan { slices: left_out }.at(Place::default()));
        }
        let files = order::distinct(self.files.iter().chain(&other.files).cloned());
        Ok((Self { files, years, schools, words, counted }, notices))
    }
}

/// The schools of both, each once. Of two names the first in order stays, as in school tables.
fn merged_schools(one: &[CountedSchool], other: &[CountedSchool]) -> Vec<CountedSchool> {
    let mut names: Sorted<String, Option<String>> = Sorted::new();
    let mut all: Vec<&CountedSchool> = one.iter().chain(other).collect();
    order::sort(&mut all);
    for school in all {
        names.change(school.id.clone(), |name| {
            if name.is_none() {
                name.clone_from(&school.name);
            }
        });
    }
    names.into_iter().map(|(id, name)| CountedSchool { id, name }).collect()
}

struct Both<'a> {
    one: &'a Cells,
    other: &'a Cells,
    years: &'a [String],
    schools: &'a [CountedSchool],
}

impl Both<'_> {
    fn check(&self, notices: &mut Vec<Notice>) -> Result<(), Vec<Notice>> {
        let mut shared_years: Vec<String> = Vec::new();
        let mut overlapping: Vec<(String, String)> = Vec::new();
        for one in &self.one.counted {
            // Slices of one table can't be told from those of another here; the same element is of the same table.
            for more in self.other.counted.iter().filter(|more| more.slice.of == one.slice.of) {
                let years = |counted: &Counted, cells: &Cells| -> Vec<String> {
                    counted.years.iter().filter_map(|year| cells.years.get(*year).cloned()).collect()
                };
                let theirs = years(more, self.other);
                shared_years.extend(years(one, self.one).into_iter().filter(|year| theirs.contains(year)));
                if one.slice != more.slice {
                    continue;
                }
                for cell in &one.cells {
                    let (Some(school), Some(year)) = (self.one.schools.get(cell.school), self.one.years.get(cell.year))
                    else {
                        continue;
                    };
                    let place = self.other.school(&school.id).zip(self.other.years.binary_search(year).ok());
                    if place.is_some_and(|(school, year)| more.tally(school, year).is_some()) {
                        overlapping.push((school.id.clone(), year.clone()));
                    }
                }
            }
        }
        if !overlapping.is_empty() {
            let schools = order::distinct(overlapping.iter().map(|(school, _)| school)).len();
            let years = order::distinct(overlapping.into_iter().map(|(_, year)| year));
            let told = Overlap { schools: u64::try_from(schools).unwrap_or(u64::MAX), years };
            return Err(vec![told.at(Place::default())]);
        }
        let years = order::distinct(shared_years);
        if !years.is_empty() {
            notices.push(SharedYears { years }.at(Place::default()));
        }
        Ok(())
    }

    /// Both counts of a slice. None when a sum is too large.
    fn add(&self, one: &Counted, more: &Counted) -> Option<Counted> {
        let decimals = one.decimals.max(more.decimals);
        let words = order::distinct(one.words.iter().chain(&more.words).cloned());
        let mut cells: Vec<Cell> = Vec::with_capacity(one.cells.len() + more.cells.len());
        let mut years = Vec::new();
        for (counted, from) in [(one, self.one), (more, self.other)] {
            let school_places: Vec<usize> = from
                .schools
                .iter()
                .map(|school| self.schools.binary_search_by(|known| known.id.cmp(&school.id)).ok())
                .collect::<Option<_>>()?;
            let year_places: Vec<usize> =
                from.years.iter().map(|year| self.years.binary_search(year).ok()).collect::<Option<_>>()?;
            let word_places: Vec<usize> =
                counted.words.iter().map(|word| words.binary_search(word).ok()).collect::<Option<_>>()?;
            let unit = 10_i64.checked_pow(u32::from(decimals - counted.decimals))?;
            for cell in &counted.cells {
                cells.push(Cell {
                    school: *school_places.get(cell.school)?,
                    year: *year_places.get(cell.year)?,
                    tally: moved(&cell.tally, &word_places, unit)?,
                });
            }
            years.extend(counted.years.iter().filter_map(|year| year_places.get(*year).copied()));
        }
        order::sort_by(&mut cells, |a, b| (a.school, a.year).cmp(&(b.school, b.year)));
        let unmatched = one.unmatched.iter().filter(|element| more.unmatched.contains(element)).cloned().collect();
        let unsettled = one.unsettled.checked_add(more.unsettled)?;
        let years = order::distinct(years);
        Some(Counted { slice: one.slice.clone(), years, unmatched, unsettled, decimals, words, cells })
    }
}

/// A state whose words stand at other places, or whose numbers have more decimals.
fn moved(tally: &Tally, words: &[usize], unit: i64) -> Option<Tally> {
    Some(match tally {
        Tally::Spread(spread) => {
            let place = |value: i64| -> Option<i64> {
                if words.is_empty() {
                    return value.checked_mul(unit);
                }
                i64::try_from(*words.get(usize::try_from(value).ok()?)?).ok()
            };
            let mut moved: Vec<(i64, u64)> =
                spread.iter().map(|(value, records)| Some((place(*value)?, *records))).collect::<Option<_>>()?;
            order::sort(&mut moved);
            Tally::Spread(moved)
        }
        Tally::Totals { records, sum, per } => {
            Tally::Totals { records: *records, sum: sum.checked_mul(unit)?, per: per.checked_mul(unit)? }
        }
    })
}
