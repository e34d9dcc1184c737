//! What stands behind a school's measures that are computed from student records: how many records of which student group,
//! how many were left out, and what they give even where a policy finds them too few. Numbers only: the records stay where
//! they are.

use serde::Serialize;

use super::Framework;
use super::computed::{Asked, Counts, any_year_slice, participation_slice, slice, value, word};
use super::rating::Reading;
use super::trace::{Showing, Shown};
use crate::records::cells::{Counted, Tally};
use crate::records::plan::Slice;
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
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Shown | null"))]
    pub gives: Option<Shown>,
    /// How many records have each word, where words are counted.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, number][]"))]
    pub words: Vec<(String, u64)>,
    /// How many records are of students who were `excused`, `not-tested` and `tested`, where participation is counted; and how
    /// many further ones would count, were they not of students of a `part-year`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, number][]"))]
    pub others: Vec<(String, u64)>,
}

/// What left out the records of students who weren't there for a full academic year.
const PART_YEAR: &str = "part-year";

impl Framework {
    /// What was counted for a school's measures. A measure of which nothing can be told isn't among them.
    pub fn behind(&self, table: &SchoolTable, reading: &Reading, school: usize) -> Vec<CountedMeasure> {
        let mut behind = Vec::new();
        let Some(cells) = &reading.cells else { return behind };
        let counts = Counts::new(&self.definition, cells, table);
        for measure in self.definition.measures.iter() {
            let Some(computed) = &measure.value.computed else { continue };
            let asked = Asked { measure, computed, year: reading.observed.year.as_deref(), rated: true };
            let found = |slice: Option<Slice>| counts.found(&slice?, &asked, school);
            let Some((counted, tally)) = found(Some(slice(computed, &self.definition))) else { continue };
            let n = records(tally.as_ref());
            let gives = tally.as_ref().filter(|_| n > 0).map(|tally| value(computed, counted, tally));
            let mut others = words(found(participation_slice(computed, &self.definition)));
            if let Some((_, tally)) = found(any_year_slice(computed, &self.definition)) {
                others.push((PART_YEAR.to_owned(), records(tally.as_ref()).saturating_sub(n)));
            }
            behind.push(CountedMeasure {
                measure: measure.name.clone(),
                n,
                gives: gives.map(|gives| self.show(&gives)),
                words: words(Some((counted, tally))),
                others,
            });
        }
        behind
    }
}

fn records(tally: Option<&Tally>) -> u64 {
    tally.map_or(0, Tally::records)
}

/// How many records have each word.
fn words(found: Option<(&Counted, Option<Tally>)>) -> Vec<(String, u64)> {
    let mut words = Vec::new();
    if let Some((counted, Some(Tally::Spread(spread)))) = found
        && !counted.words.is_empty()
    {
        for (place, records) in spread {
            words.push((word(counted, place).to_owned(), records));
        }
    }
    words
}
