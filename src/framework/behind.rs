//! What stands behind a school's measures that are computed from student records: how many records of which student group,
//! how many were left out, and what they give even where a policy finds them too few. Numbers only: the records stay where
//! they are.

use serde::Serialize;

use super::Framework;
use super::computed::{Asked, Counts, GROWTH, LeftOut, beside, slice, value, word};
use super::rating::Reading;
use super::trace::{Showing, Shown};
use crate::records::cells::{Counted, PARTICIPATION, Tally};
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
            let n = records(tally.as_ref());
            let gives = tally.as_ref().filter(|_| n > 0).map(|tally| value(computed, counted, tally));
            let mut others = Vec::new();
            let mut unsettled = None;
            for (why, slice) in beside(computed, &self.definition) {
                let Some((wider, tally, said)) = counts.beside(&slice, &own, &asked, school) else { continue };
                let mut further = records(tally.as_ref());
                let why = match why {
                    LeftOut::TookPart => {
                        for (word, count) in words(wider, tally.as_ref()) {
                            if computed.of == GROWTH && word == PARTICIPATION[2] {
                                others.push(("no-percentile".to_owned(), count.saturating_sub(n)));
                            } else if said {
                                // Files with nobody but the tested don't tell who wasn't.
                                others.push((word, count));
                            }
                        }
                        continue;
                    }
                    LeftOut::Stay => {
                        unsettled = Some(further);
                        "no-stay"
                    }
                    LeftOut::Days => {
                        further = further.saturating_sub(n);
                        "too-few-days"
                    }
                    LeftOut::Year => {
                        further = further.saturating_sub(n);
                        // Of whom it isn't known how long they were there is among the further ones, at the record's school.
                        let rule = own.enrollment.as_ref().filter(|rule| rule.full_year.is_some());
                        match (rule, unsettled) {
                            (Some(rule), Some(unsettled)) if rule.counts_at.is_none() => {
                                further = further.saturating_sub(unsettled);
                                "part-year"
                            }
                            (Some(_), _) if counted.unsettled > 0 => "part-year-or-unknown",
                            _ => "part-year",
                        }
                    }
                };
                others.push((why.to_owned(), further));
            }
            behind.push(CountedMeasure {
                measure: measure.name.clone(),
                n,
                gives: gives.map(|gives| self.show(&gives)),
                words: words(counted, tally.as_ref()),
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
fn words(counted: &Counted, tally: Option<&Tally>) -> Vec<(String, u64)> {
    let mut words = Vec::new();
    if let Some(Tally::Spread(spread)) = tally
        && !counted.words.is_empty()
    {
        for (place, records) in spread {
            words.push((word(counted, *place).to_owned(), *records));
        }
    }
    words
}
