//! What stands behind a school's measures that are computed from student records: how many records of which student group,
//! how many were left out, and what they give even where a policy finds them too few. Numbers only: the records stay where
//! they are.

use serde::Serialize;

use super::Framework;
use super::computed::{
    Asked, Counts, any_year_slice, beside_slice, participation_slice, slice, unsettled_slice, value, word,
};
use super::rating::Reading;
use super::trace::{Showing, Shown};
use crate::records::cells::{Counted, PARTICIPATION, Tally};
use crate::records::plan::{Count, Slice};
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
    /// How many records are of students who were `excused`, `not-tested` and `tested`, where that is counted; and how many further
    /// ones would count, were it not for this: `no-percentile`, `too-few-days`, `no-stay` (it isn't known at which school, or
    /// whether long enough), `part-year`, or `part-year-or-unknown` where these two can't be told apart.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, number][]"))]
    pub others: Vec<(String, u64)>,
}

impl Framework {
    /// What was counted for a school's measures. A measure of which nothing can be told isn't among them.
    pub fn behind(&self, table: &SchoolTable, reading: &Reading, school: usize) -> Vec<CountedMeasure> {
        let mut behind = Vec::new();
        let Some(cells) = &reading.cells else { return behind };
        let counts = Counts::new(&self.definition, cells, table);
        for measure in self.definition.measures.iter() {
            let Some(computed) = &measure.value.computed else { continue };
            let asked = Asked { measure, computed, year: reading.observed.year.as_deref(), rated: true };
            let own = slice(computed, &self.definition);
            let Some((counted, tally)) = counts.found(&own, &asked, school) else { continue };
            let beside = |slice: Option<Slice>| counts.beside(&slice?, &own, &asked, school);
            let n = records(tally.as_ref());
            let gives = tally.as_ref().filter(|_| n > 0).map(|tally| value(computed, counted, tally));
            let took_part = participation_slice(computed, &self.definition);
            let mut others = words(took_part.and_then(|slice| counts.found(&slice, &asked, school)));
            if let Some((wider, of_all)) = beside(beside_slice(computed, &self.definition)) {
                let mut all = records(of_all.as_ref());
                let mut why = "too-few-days";
                if wider.slice.count == Count::Participation {
                    let words = words(Some((wider, of_all)));
                    all = words.iter().find(|(word, _)| word == PARTICIPATION[2]).map_or(0, |(_, tested)| *tested);
                    why = "no-percentile";
                    if others.is_empty() {
                        others = words;
                    }
                }
                others.push((why.to_owned(), all.saturating_sub(n)));
            }
            let unsettled = beside(unsettled_slice(computed, &self.definition));
            let unsettled = unsettled.map(|(_, tally)| records(tally.as_ref()));
            if let Some(unsettled) = unsettled {
                others.push(("no-stay".to_owned(), unsettled));
            }
            if let Some((_, tally)) = beside(any_year_slice(computed, &self.definition)) {
                let further = records(tally.as_ref()).saturating_sub(n);
                // Of whom it isn't known how long they were there is among the further ones, at the school of the record.
                let rule = own.enrollment.as_ref().filter(|rule| counted.unsettled > 0 && rule.full_year.is_some());
                let (why, left_out) = match (rule, unsettled) {
                    (None, _) => ("part-year", further),
                    (Some(rule), Some(unsettled)) if rule.counts_at.is_none() => {
                        ("part-year", further.saturating_sub(unsettled))
                    }
                    _ => ("part-year-or-unknown", further),
                };
                others.push((why.to_owned(), left_out));
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
