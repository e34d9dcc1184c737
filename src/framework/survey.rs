//! All schools at a glance, for charts: into which groups they fall, and the numbers behind their ratings.

use serde::Serialize;

use super::Framework;
use super::definition::FactKind;
use super::evaluate::Run;
use super::observations::of_year;
use super::rating::{ModelChoice, Reading};
use super::reference::{Attribute, Port};
use super::trace::{Showing, Shown};
use super::value::Value;
use crate::exact::Exact;
use crate::letters::lower;
use crate::order::{self, Sorted};
use crate::policy::header::Words;
use crate::tables::{FieldQuery, SchoolTable};

/// More groups than these are no grouping that a person could choose from. A chart takes fewer: that is the page's to say.
const MOST_GROUPS: usize = 100;

/// The schools in groups by what a fact, or a column of the files, says of them.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Grouping {
    /// The fact, or the column's heading.
    pub name: String,
    /// How a person calls it.
    pub label: Words,
    /// What the files say of the schools of each group.
    pub values: Vec<String>,
    /// For each group the middle one of its schools' scores, or the mean of the middle two.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "(string | null)[]"))]
    pub medians: Vec<Option<Exact>>,
    /// The place of each school's group, in the order of the schools; none for a school in no group.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "(number | null)[]"))]
    pub of: Vec<Option<usize>>,
}

/// A measure or a node of all schools.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Numbers {
    /// The value of each school, in the order of the schools.
    pub values: Vec<Shown>,
    /// The middle one of the numbers, or the mean of the middle two.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Shown | null"))]
    pub median: Option<Shown>,
}

/// The middle number, or the mean of the middle two.
fn median(mut numbers: Vec<Exact>) -> Option<Exact> {
    order::sort(&mut numbers);
    let upper = numbers.get(numbers.len() / 2)?;
    let lower = numbers.get(numbers.len().saturating_sub(1) / 2)?;
    lower.add(upper).and_then(|sum| sum.div(&Exact::integer(2))).ok()
}

impl Framework {
    /// The groups that the schools fall into, by facts of the framework and by columns that it doesn't read.
    pub fn groupings(&self, table: &SchoolTable, reading: &Reading) -> Vec<Grouping> {
        let run = reading.run(self, table);
        let schools = table.schools().len();
        let scores: Vec<Option<Exact>> = (0..schools).map(|school| self.score(&run, school)).collect();
        let mut groupings = Vec::new();
        for (place, entry) in self.definition.facts.iter().enumerate() {
            let values = reading.observed.facts.get(&0).and_then(|facts| facts.get(place));
            if entry.value.kind != FactKind::Number
                && let Some(values) = values
            {
                let words = values.iter().map(|value| match value {
                    Value::Word(word) => Some(&**word),
                    _ => None,
                });
                let label = entry.value.label.clone().unwrap_or_else(|| Words::Plain(entry.name.clone()));
                groupings.extend(grouping(&entry.name, label, words.collect(), &scores));
            }
        }
        for column in self.unread_columns(table, reading) {
            let query = FieldQuery::named(&column);
            let Some(field) = of_year(table, reading.observed.year.as_deref(), query) else { continue };
            let cell = |school| table.cell(school, field).map(|cell| cell.text).filter(|text| !text.is_empty());
            let words: Vec<Option<&str>> = (0..schools).map(cell).collect();
            // Columns of numbers are results, not kinds of school.
            if words.iter().flatten().all(|text| Exact::parse(text.trim_end_matches('%')).is_err()) {
                groupings.extend(grouping(&column, Words::Plain(column.clone()), words, &scores));
            }
        }
        groupings
    }

    fn score(&self, run: &Run<'_>, school: usize) -> Option<Exact> {
        let school = run.school(school);
        let ModelChoice::At(model) = school.model() else { return None };
        let score = self.definition.models.at(model)?.value.score.as_ref()?;
        school.operand(score).number().cloned()
    }

    /// A measure or a node of all schools.
    pub fn numbers(&self, table: &SchoolTable, reading: &Reading, name: &str) -> Option<Numbers> {
        let run = reading.run(self, table);
        let port = Port { entry: self.graph.place(name)?, attribute: Attribute::Value, years: 0 };
        let mut values = Vec::with_capacity(table.schools().len());
        let mut numbers = Vec::new();
        for school in 0..table.schools().len() {
            let value = run.school(school).port(port);
            numbers.extend(value.number().cloned());
            values.push(self.show_of(Some(port), &value));
        }
        Some(Numbers { values, median: median(numbers).map(|middle| self.show(&Value::Number(middle))) })
    }
}

/// The groups that words make, if they are few enough to be looked over and tell the schools apart.
fn grouping(name: &str, label: Words, words: Vec<Option<&str>>, scores: &[Option<Exact>]) -> Option<Grouping> {
    let folded = |word: &str| lower(&word.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut places: Sorted<String, usize> = Sorted::new();
    let mut values: Vec<String> = Vec::new();
    let mut scored: Vec<Vec<Exact>> = Vec::new();
    let mut of = Vec::with_capacity(words.len());
    for (word, score) in words.iter().zip(scores) {
        let Some(word) = word else {
            of.push(None);
            continue;
        };
        let folded = folded(word);
        let place = places.get(&folded).copied().unwrap_or_else(|| {
            places.insert(folded, values.len());
            values.push((*word).to_owned());
            scored.push(Vec::new());
            values.len() - 1
        });
        if values.len() > MOST_GROUPS {
            return None;
        }
        of.push(Some(place));
        if let Some(numbers) = scored.get_mut(place) {
            numbers.extend(score.clone());
        }
    }
    // One group tells nothing apart, and a word of its own for nearly every school is a name.
    if values.len() < 2 || values.len() * 2 > of.iter().flatten().count() {
        return None;
    }
    Some(Grouping { name: name.to_owned(), label, values, medians: scored.into_iter().map(median).collect(), of })
}
