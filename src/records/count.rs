//! From records to cells, in one pass over each table.
//!
//! Each slice of the plan chooses rows by what was taken, by grade and by student groups. All three are small codes, so
//! for each code it is worked out once which slices take it: a row is in the slices that take all of its codes. What is
//! counted of a row is again a small code, its place among the values of a column. So the pass itself only looks up and
//! adds.

mod choose;
mod column;
mod gather;
pub(super) mod stays;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap as HashMap;

use super::cells::{Cell, Cells, Counted, CountedSchool};
use super::collection::Collection;
use super::element::Element;
use super::plan::{CellPlan, Slice};
use super::store::Records;
use crate::order;
use gather::{Gathered, Seen};

/// The most counters that are kept at a time. More are counted in several passes, some years each.
const MOST_COUNTERS: usize = 8 << 20;

/// The tables that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counting {
    Assessments,
    Attendance,
    Outcomes,
}

impl Counting {
    const ALL: [Self; 3] = [Self::Assessments, Self::Attendance, Self::Outcomes];

    /// The table that has an element.
    fn of(element: Element) -> Self {
        match element {
            Element::DaysAbsent | Element::DaysPresent | Element::DaysEnrolled => Self::Attendance,
            Element::Graduated | Element::DroppedOut | Element::OnTrack | Element::Postsecondary => Self::Outcomes,
            _ => Self::Assessments,
        }
    }

    /// The elements, besides student groups, by which rows can be chosen.
    fn codes(self) -> &'static [Element] {
        match self {
            Self::Assessments => &[Element::Subject, Element::Test, Element::Period, Element::Subtest, Element::Grade],
            Self::Attendance => &[Element::Grade],
            Self::Outcomes => &[Element::Grade, Element::CohortYear],
        }
    }
}

impl Cells {
    /// Counts records by a plan. The files that the records came from are for the caller to add.
    pub fn count(records: &Records, plan: &CellPlan) -> Self {
        let mut seen = Seen::default();
        let mut counted: Vec<(Slice, Option<Gathered>)> = Vec::with_capacity(plan.slices.len());
        for table in Counting::ALL {
            let of_table = plan
                .slices
                .iter()
                .filter(|slice| Element::named(&slice.of).is_some_and(|element| Counting::of(element) == table));
            let mut slices: Vec<&Slice> = of_table.collect();
            order::sort_by(&mut slices, |a, b| a.enrollment.cmp(&b.enrollment));
            // Without slices, a table still has schools, years and grades.
            let without: &[&Slice] = &[];
            let groups = slices.chunk_by(|a, b| a.enrollment == b.enrollment);
            for group in std::iter::once(without).filter(|_| slices.is_empty()).chain(groups) {
                let gathered = gather::gather(records, table, group, &mut seen);
                counted.extend(group.iter().map(|slice| (*slice).clone()).zip(gathered.into_iter().map(Some)));
            }
        }
        // An element that Evenhand doesn't know is in no records.
        let unknown = plan.slices.iter().filter(|slice| Element::named(&slice.of).is_none());
        counted.extend(unknown.map(|slice| (slice.clone(), None)));
        order::sort_by(&mut counted, |a, b| a.0.cmp(&b.0));

        let years = seen.years;
        let schools = order::distinct(seen.schools.iter().map(|school| name_of(records, *school)));
        let school_places: HashMap<u16, usize> = seen
            .schools
            .iter()
            .filter_map(|school| Some((*school, schools.binary_search(&name_of(records, *school)).ok()?)))
            .collect();
        let elements = plan.slices.iter().flat_map(|slice| slice.chosen_by().chain([slice.of.as_str()]));
        let words = choose::words(records, elements, &seen.grades);
        let counted = counted.into_iter().map(|(slice, gathered)| {
            let codes = Element::named(&slice.of).map_or(&[][..], |element| Counting::of(element).codes());
            let mut unmatched = choose::unmatched(&slice, codes, &words);
            let gathered = gathered.unwrap_or_default();
            let is_group = Element::named(&slice.of).is_some_and(|element| element.dimension().is_some());
            if let Some(lacks) = gathered.lacks {
                unmatched.push(lacks.name().to_owned());
                order::sort(&mut unmatched);
            } else if gathered.years.is_empty() || (is_group && words.get(&slice.of).is_none_or(Vec::is_empty)) {
                unmatched.push(slice.of.clone());
                order::sort(&mut unmatched);
            }
            let place = |year: &u16| years.binary_search(year).ok();
            let cells = gathered.cells.into_iter().filter_map(|(school, year, tally)| {
                Some(Cell { school: *school_places.get(&school)?, year: place(&year)?, tally })
            });
            let mut cells: Vec<Cell> = cells.collect();
            order::sort_by(&mut cells, |a, b| (a.school, a.year).cmp(&(b.school, b.year)));
            Counted {
                slice,
                years: gathered.years.iter().filter_map(place).collect(),
                unmatched,
                unsettled: gathered.unsettled,
                decimals: gathered.decimals,
                words: gathered.words,
                cells,
            }
        });
        let counted = counted.collect();
        let year = |year: &u16| if *year == 0 { String::new() } else { year.to_string() };
        Self {
            files: Vec::new(),
            years: years.iter().map(year).collect(),
            schools: schools.into_iter().map(|id| CountedSchool { id: id.to_owned(), name: None }).collect(),
            words,
            counted,
        }
    }
}

impl Collection {
    /// Counts all records by a plan, with the names of schools where a file of schools has them. The files themselves are for
    /// the caller to add. The collection should be settled.
    pub fn count(&self, plan: &CellPlan) -> Cells {
        let mut cells = Cells::count(self.records(), plan);
        let named = self.school_facts().filter_map(|(school, facts)| Some((school, facts.name.as_deref()?)));
        for (id, name) in order::distinct(named).into_iter().rev() {
            // Of several names the first in order stays, as in school tables.
            if let Some(school) = cells.school(id).and_then(|place| cells.schools.get_mut(place)) {
                school.name = Some(name.to_owned());
            }
        }
        cells
    }
}

fn name_of(records: &Records, school: u16) -> &str {
    records.schools().get(usize::from(school)).unwrap_or_default()
}
