//! Performance frameworks: definition → measures → scales → weights → ratings, and the trace.
//!
//! A framework is a graph of named nodes, and a node has one operator. Measures are the leaves; scales, combinations,
//! choices, caps, rounding and ratings are nodes over nodes; the trace is the same graph with values in it.
//!
//! Reading a definition: `expand` writes out what is written once for many, `load` reads the sections ([`definition`],
//! [`node`], [`scale`]), `resolve` gives every reference its place in the `graph`, `check` finds what can't be meant.
//!
//! Rating: [`observations`] reads a school-level table as the definition's facts and measures, and `computed` works measures
//! out from cells of student records; `evaluate` works out any
//! value for a school (with `weights`, `population`, `arithmetic`), `record` writes down the steps; [`rating`] answers for
//! all schools, [`trace`] for one, [`published`] holds the answers against the authority's, [`change`] says what would
//! change them. [`what_if`] tries that out, [`trend`] goes through the years, [`movement`] holds two frameworks side by side,
//! [`survey`] looks over all schools, [`behind`] at the students behind a school's measures.

mod arithmetic;
pub mod behind;
pub mod brief;
pub mod change;
mod check;
pub mod compare;
mod computed;
pub mod definition;
pub mod entries;
mod evaluate;
mod expand;
mod explain;
mod graph;
mod kinds;
mod load;
pub mod movement;
pub mod node;
mod not_in_file;
pub mod notices;
pub mod observations;
mod population;
pub mod published;
pub mod rating;
mod reach;
mod record;
pub mod reference;
mod resolve;
pub mod scale;
#[cfg(test)]
mod schema;
pub mod survey;
pub mod trace;
pub mod trend;
pub mod value;
mod weights;
pub mod what_if;
mod written;

use std::sync::Arc;

pub use load::KIND;

use crate::notice::Notice;
use crate::policy::rating_scale::RatingScale;
use definition::{Definition, Level};
use graph::Graph;
use node::ScaleChoice;
use scale::Scale;
use value::Value;

/// A framework that was read and checked: it rates schools.
#[derive(Debug)]
pub struct Framework {
    /// As its author wrote it, with repetitions written out.
    pub definition: Arc<Definition>,
    /// Warnings and remarks about the definition.
    pub notices: Vec<Notice>,
    pub(crate) graph: Graph,
    /// The rating scales, in the definition's order.
    pub(crate) rating_scales: Vec<Arc<RatingScale>>,
    /// The kind of value at each place of the graph.
    kinds: Vec<Option<kinds::Kind>>,
    /// To how many decimal places the value at each place of the graph is rounded, where it is.
    places: Vec<Option<u8>>,
}

impl Framework {
    /// The scale that is meant.
    pub(crate) fn scale<'a>(&'a self, choice: &'a ScaleChoice) -> Option<&'a Scale> {
        match choice {
            ScaleChoice::Named(name) => self.definition.scales.named(name),
            ScaleChoice::Inline(scale) => Some(scale),
        }
    }

    /// How many levels a rating scale has.
    pub(crate) fn levels(&self, scale: usize) -> usize {
        self.rating_scales.get(scale).map_or(0, |scale| scale.levels().len())
    }

    /// A level of a rating scale.
    pub(crate) fn level(&self, scale: usize, level: usize) -> Option<&Level> {
        self.definition.ratings.at(scale)?.value.lowest_first.get(level)
    }

    /// The rating that a text means on one scale.
    pub(crate) fn rating_on(&self, text: &str, scale: usize) -> Option<Value> {
        let levels = &self.definition.ratings.at(scale)?.value.lowest_first;
        levels.iter().position(|level| level.is(text)).map(|level| Value::Rating { scale, level })
    }

    /// The rating that a text means: on the named scale, else on the only one that has it.
    pub(crate) fn rating(&self, text: &str, scale: Option<&str>) -> Option<Value> {
        match scale {
            Some(name) => self.rating_on(text, self.definition.ratings.place(name)?),
            None => {
                let mut found = (0..self.definition.ratings.len()).filter_map(|scale| self.rating_on(text, scale));
                found.next().filter(|_| found.next().is_none())
            }
        }
    }
}

impl Framework {
    /// How a file for this framework looks: its identifier, and the names that the definition reads.
    pub fn layout_hint(&self) -> crate::tables::LayoutHint {
        let definition = &self.definition;
        let mut measures = Vec::new();
        for fact in &definition.facts {
            measures.extend(fact.value.column.iter().cloned());
        }
        let mut programs = false;
        for reported in definition.measures.iter().filter_map(|entry| entry.value.reported.as_ref()) {
            measures.extend(reported.column.iter().cloned());
            programs |= reported.program.is_some();
        }
        let hint = |part: &definition::IdentifierColumn| crate::tables::IdentifierHint {
            names: part.column.clone(),
            digits: part.digits,
        };
        crate::tables::LayoutHint {
            policy: definition.id.clone(),
            identifier: definition.school.identifier.iter().map(hint).collect(),
            names: definition.school.name.clone(),
            programs,
            measures,
            roles: crate::tables::RoleNames {
                measure: definition.columns.measure.clone(),
                value: definition.columns.value.clone(),
                year: definition.columns.year.clone(),
                group: definition.columns.group.clone(),
                program: definition.columns.program.clone(),
            },
        }
    }
}

impl Framework {
    /// How a person calls each fact, measure and node.
    pub fn labels(&self) -> crate::order::Sorted<String, crate::policy::header::Words> {
        let port = |entry| reference::Port { entry, attribute: reference::Attribute::Value, years: 0 };
        (0..self.graph.len()).map(|entry| (self.graph.name(entry).to_owned(), self.label(port(entry)))).collect()
    }

    /// The table's columns that no measure, no fact and no comparison reads, each once, by name.
    pub fn unread_columns(&self, table: &crate::tables::SchoolTable, reading: &rating::Reading) -> Vec<String> {
        let definition = &self.definition;
        let mut read = Vec::new();
        let mut reads = |columns: &[String]| read.extend(columns.iter().map(|name| crate::tables::plain_name(name)));
        for fact in &definition.facts {
            reads(&fact.value.column);
        }
        for reported in definition.measures.iter().filter_map(|entry| entry.value.reported.as_ref()) {
            for columns in [&reported.column, &reported.participation, &reported.n, &reported.response_rate] {
                reads(columns);
            }
        }
        for published in &definition.published {
            reads(&published.column);
        }
        let read = crate::order::distinct(read);
        let mut chosen = crate::order::Set::new();
        for binding in reading.observed.bindings.values().flatten() {
            for field in [binding.value, binding.participation, binding.n, binding.response_rate].into_iter().flatten()
            {
                chosen.add(field.position());
            }
        }
        let fields = table.fields().iter().enumerate();
        let unread = fields
            .filter(|(place, field)| {
                field.attribute.is_none()
                    && !chosen.contains_key(place)
                    && read.binary_search(&crate::tables::plain_name(&field.name)).is_err()
            })
            .map(|(_, field)| field.name.as_str());
        crate::order::distinct(unread).into_iter().map(str::to_owned).collect()
    }
}
