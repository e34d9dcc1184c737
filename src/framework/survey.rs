//! All schools at a glance, for charts: into which groups they fall, and the numbers behind their ratings.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::Framework;
use super::definition::FactKind;
use super::evaluate::Run;
use super::observations::of_year;
use super::rating::{ModelChoice, Reading};
use super::reference::{Attribute, Port};
use super::trace::{Showing, Shown};
use super::value::{Reason, Value};
use crate::exact::Exact;
use crate::order::{self, Sorted};
use crate::policy::header::Words;
use crate::tables::{FieldQuery, SchoolTable};

/// More groups than these are no grouping that a person could look over.
const MOST_GROUPS: usize = 12;

/// The schools in groups by what a fact, or a column of the files, says of them.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Grouping {
    /// The fact, or the column's heading.
    pub name: String,
    /// How a person calls it.
    pub label: Words,
    /// The groups.
    pub groups: Vec<SchoolGroup>,
    /// The place of each school's group, in the order of the schools; none for a school in no group.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "(number | null)[]"))]
    pub of: Vec<Option<usize>>,
}

/// A group of schools.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SchoolGroup {
    /// What the files say of these schools.
    pub value: String,
    /// How many there are.
    pub schools: usize,
    /// How many of them have a score.
    pub scored: usize,
    /// The middle one of their scores, or the mean of the middle two.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub median: Option<Exact>,
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

    /// These measures and nodes of all schools, by name. A name that the framework doesn't have is left out.
    pub fn numbers(&self, table: &SchoolTable, reading: &Reading, names: &[String]) -> Sorted<String, Numbers> {
        let run = reading.run(self, table);
        let found = names.iter().filter_map(|name| {
            let entry = self.graph.place(name)?;
            let port = Port { entry, attribute: Attribute::Value, years: 0 };
            let values =
                (0..table.schools().len()).map(|school| run.school(school).port(port)).map(|value| match value {
                    Value::Number(_) | Value::Absent(_) => value,
                    _ => Value::Absent(Reason::NotApplicable),
                });
            let values: Vec<Value> = values.collect();
            let middle = median(values.iter().filter_map(|value| value.number().cloned()).collect());
            let numbers = Numbers {
                values: values.iter().map(|value| self.show(value)).collect(),
                median: middle.map(|middle| self.show(&Value::Number(middle))),
            };
            Some((name.clone(), numbers))
        });
        found.collect()
    }
}

/// The groups that words make, if they are few enough to be looked over and tell the schools apart.
fn grouping(name: &str, label: Words, words: Vec<Option<&str>>, scores: &[Option<Exact>]) -> Option<Grouping> {
    let folded = |word: &str| word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut groups: Vec<SchoolGroup> = Vec::new();
    let mut scored: Vec<Vec<Exact>> = Vec::new();
    let mut of = Vec::with_capacity(words.len());
    for (word, score) in words.iter().zip(scores) {
        let Some(word) = word else {
            of.push(None);
            continue;
        };
        let place = *places.entry(folded(word)).or_insert_with(|| {
            groups.push(SchoolGroup { value: (*word).to_owned(), schools: 0, scored: 0, median: None });
            scored.push(Vec::new());
            groups.len() - 1
        });
        if groups.len() > MOST_GROUPS {
            return None;
        }
        of.push(Some(place));
        if let (Some(group), Some(numbers)) = (groups.get_mut(place), scored.get_mut(place)) {
            group.schools += 1;
            numbers.extend(score.clone());
        }
    }
    // One group tells nothing apart, and a word of its own for nearly every school is a name.
    let schools: usize = groups.iter().map(|group| group.schools).sum();
    if groups.len() < 2 || groups.len() * 2 > schools {
        return None;
    }
    for (group, numbers) in groups.iter_mut().zip(scored) {
        group.scored = numbers.len();
        group.median = median(numbers);
    }
    Some(Grouping { name: name.to_owned(), label, groups, of })
}
