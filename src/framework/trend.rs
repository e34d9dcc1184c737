//! A school's answers over the years that the files have, each year rated by the same framework.

use serde::Serialize;

use super::Framework;
use super::brief::BriefAnswer;
use super::observations::{Basis, Observation};
use super::rating::{Choosing, Reading};
use super::value::Reason;
use crate::tables::SchoolTable;

/// All schools over the years, the years in the order in which they were asked for.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Trend {
    /// The years, as the files write them.
    pub years: Vec<String>,
    /// For each year: how many of the framework's measures the files have for this very year.
    pub measures: Vec<usize>,
    /// For each year: how many they have without a year, so that these are the same in every year.
    pub undated: Vec<usize>,
    /// For each school, in the order of the schools, its answer of each year: none where the files say nothing of the
    /// school for that year.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "(BriefAnswer | null)[][]"))]
    pub answers: Vec<Vec<Option<BriefAnswer>>>,
}

impl Framework {
    /// Rates the schools as of each of these years. What a person overrode is of the rated year alone.
    pub fn trend(&self, table: &SchoolTable, years: &[String], choosing: &Choosing, rated: &Reading) -> Trend {
        let mut trend = Trend {
            years: years.to_vec(),
            measures: Vec::new(),
            undated: Vec::new(),
            answers: vec![Vec::new(); table.schools().len()],
        };
        for year in years {
            let own;
            let reading = if rated.observed.year.as_ref() == Some(year) {
                rated
            } else {
                let choosing =
                    Choosing { year: Some(year.clone()), columns: choosing.columns.clone(), overrides: Vec::new() };
                own = Reading::with_cells(self, table, rated.cells.clone(), &choosing);
                &own
            };
            let (measures, undated) = self.dated(table, reading);
            trend.measures.push(measures);
            trend.undated.push(undated);
            let run = reading.run(self, table);
            for (index, answers) in trend.answers.iter_mut().enumerate() {
                let says = (0..self.definition.measures.len())
                    .filter_map(|measure| reading.observed.measures.get(&0)?.get(measure)?.of(index))
                    .any(says_something);
                answers.push((measures > 0 && says).then(|| self.brief(&run.school(index))));
            }
        }
        trend
    }

    /// How many measures the files have for the rated year itself, and how many without a year.
    fn dated(&self, table: &SchoolTable, reading: &Reading) -> (usize, usize) {
        let (mut dated, mut undated) = (0, 0);
        let bindings = reading.observed.bindings.get(&0).map(Vec::as_slice).unwrap_or_default();
        let measures = reading.observed.measures.get(&0).map(Vec::as_slice).unwrap_or_default();
        for (binding, measure) in bindings.iter().zip(measures) {
            let mut schools = (0..table.schools().len()).filter_map(|school| measure.of(school));
            let Some(observation) = schools.find(|observation| says_something(observation)) else { continue };
            let field = binding.value.and_then(|value| table.fields().get(value.position()));
            // Cells of student records are always of a year.
            if observation.basis == Basis::Computed || field.is_some_and(|field| field.year.is_some()) {
                dated += 1;
            } else {
                undated += 1;
            }
        }
        (dated, undated)
    }
}

/// Whether the files say anything of a measure, if only that too few students stand behind it.
fn says_something(observation: &Observation) -> bool {
    !matches!(observation.value.missing(), Some(Reason::NotReported | Reason::NotAsked | Reason::NotSupplied))
}
