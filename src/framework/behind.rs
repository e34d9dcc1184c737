//! What stands behind a school's measures that are computed from student records: how many records of which student group,
//! how many were left out, and what they give even where a policy finds them too few. Numbers only: the records stay where
//! they are.

use serde::Serialize;

use super::Framework;
use super::computed::{Answered, Asked, Counts, any_year_slice, participation_slice, pooled, slice, value};
use super::observations::{Basis, MeasureValues};
use super::rating::Reading;
use super::trace::{Showing, Shown};
use crate::records::cells::{Counted, Tally};
use crate::tables::SchoolTable;

/// A measure of a school as it was counted, in the rated year.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CountedMeasure {
    /// The measure's name.
    pub measure: String,
    /// How many records count.
    pub n: u64,
    /// What they give, whether or not there are enough of them.
    pub gives: Shown,
    /// What the framework takes.
    pub taken: Shown,
    /// Where it takes that from.
    pub basis: Basis,
    /// The school years that are pooled.
    pub years: Vec<String>,
    /// How many records have each word, where words are counted.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, number][]"))]
    pub words: Vec<(String, u64)>,
    /// How many records are of students who were excused, not tested and tested, where participation is counted.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, number][]"))]
    pub took_part: Vec<(String, u64)>,
    /// How many further records would count if those of students without a full academic year did, where they don't.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub part_year: Option<u64>,
}

impl Framework {
    /// What was counted for a school's measures. A measure of which nothing can be told isn't among them.
    pub fn behind(&self, table: &SchoolTable, reading: &Reading, school: usize) -> Vec<CountedMeasure> {
        let Some(cells) = &reading.cells else { return Vec::new() };
        let counts = Counts::new(&self.definition, cells, table);
        let year = reading.observed.year.as_deref();
        let observed = reading.observed.measures.get(&0);
        let measures = self.definition.measures.iter().enumerate();
        let behind = measures.filter_map(|(place, measure)| {
            let computed = measure.value.computed.as_ref()?;
            let asked = Asked { measure, computed, year, rated: true };
            // What was noticed in answering was told when the schools were rated.
            let found = |slice| match counts.answer(&slice, &asked, &mut Vec::new()) {
                Answered::By(counted, years) => Some((counted, pooled(counted, &years, counts.place(school)), years)),
                Answered::Open => None,
            };
            let (counted, tally, years) = found(slice(computed))?;
            let took_part = participation_slice(computed).and_then(found);
            let any_year = any_year_slice(computed).and_then(found);
            let records = |tally: &Option<Tally>| tally.as_ref().map_or(0, Tally::records);
            let n = records(&tally);
            let observation = observed.and_then(|all| all.get(place)).and_then(|all| MeasureValues::of(all, school))?;
            let tally = tally.filter(|_| n > 0);
            Some(CountedMeasure {
                measure: measure.name.clone(),
                n,
                gives: self.show(tally.as_ref().map(|tally| value(computed, counted, tally)).as_ref().unwrap_or(&observation.value)),
                taken: self.show(&observation.value),
                basis: observation.basis,
                years: years.iter().filter_map(|year| cells.years.get(*year).cloned()).collect(),
                words: words(counted, tally.as_ref()),
                took_part: took_part.map(|(counted, tally, _)| words(counted, tally.as_ref())).unwrap_or_default(),
                part_year: any_year.map(|(_, tally, _)| records(&tally).saturating_sub(n)),
            })
        });
        behind.collect()
    }
}

/// How many records have each word.
fn words(counted: &Counted, tally: Option<&Tally>) -> Vec<(String, u64)> {
    let Some(Tally::Spread(spread)) = tally else { return Vec::new() };
    let named = spread.iter().filter_map(|(place, records)| {
        let word = counted.words.get(usize::try_from(*place).ok()?)?;
        Some((word.clone(), *records))
    });
    named.collect()
}
