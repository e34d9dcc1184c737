//! What a school's rating would be, were some of its measures others. It is never taken for the school's rating.

use serde::Serialize;

use super::Framework;
use super::brief::{BriefAnswer, DifferingStep, Walked};
use super::definition::Unit;
use super::evaluate::Shared;
use super::graph::Source;
use super::observations::{Basis, Choices, same_word};
use super::rating::Reading;
use super::reference::{Attribute, Port, Reference};
use super::trace::{Shown, Trace};
use super::value::Value;
use crate::exact::Exact;
use crate::tables::SchoolTable;

/// What would come out for a school. Distributions that it is compared with and all other schools are as they were.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// What the rules give as it is, without a person's override.
    pub before: BriefAnswer,
    /// What they would give.
    pub after: BriefAnswer,
    /// By how much the score would be another one.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub score_change: Option<Exact>,
    /// What would come out otherwise, from the measures on.
    pub changed: Vec<DifferingStep>,
    /// All steps, with what is supposed.
    pub trace: Trace,
}

impl Framework {
    /// What would come out for a school with other values of some measures: the measure's name, or the name with
    /// `#participation`, and the value as text.
    ///
    /// # Errors
    /// The measures and texts that can't be.
    pub fn what_if(
        &self,
        table: &SchoolTable,
        reading: &Reading,
        school: usize,
        changes: &Choices,
    ) -> Result<Option<WhatIf>, Vec<(String, String)>> {
        let mut supposed: Vec<(Port, Value)> = Vec::new();
        let mut refused = Vec::new();
        for (measure, text) in changes.iter() {
            match self.supposition(measure, text) {
                Some(known) => supposed.push(known),
                None => refused.push((measure.clone(), text.clone())),
            }
        }
        if refused.is_empty() { Ok(self.suppose(table, reading, school, &supposed)) } else { Err(refused) }
    }

    fn suppose(
        &self,
        table: &SchoolTable,
        reading: &Reading,
        school: usize,
        supposed: &[(Port, Value)],
    ) -> Option<WhatIf> {
        let apart = Shared::default();
        let run = reading.run_by_rules(self, table, school, &apart);
        let mut trace = self.explain_supposing(&run, reading, school, supposed)?;
        let (before, after) = (self.brief(&run.school(school)), self.brief(&run.supposing(school, supposed)));
        let (plain, _, _) = self.walk(&run, school, &[]);
        let (other, _, _) = self.walk(&run, school, supposed);
        let plain = Walked { framework: self, record: &plain };
        let other = Walked { framework: self, record: &other };
        let changed = (0..other.record.steps.len()).rev().filter_map(|step| other.differing(&plain, step)).collect();
        for step in &mut trace.steps {
            // The authority's results are of what is, not of what is supposed.
            step.published = None;
            let is_supposed = |(port, _): &(Port, Value)| {
                self.graph.name(port.entry) == step.name && port.attribute == step.attribute && step.years == 0
            };
            if supposed.iter().any(is_supposed)
                && let Some(observed) = &mut step.observed
            {
                observed.basis = Basis::Supposed;
                (observed.text, observed.file, observed.line, observed.column) = (None, None, None, None);
            }
        }
        trace.first_difference = None;
        let score_change = match (&before.score, &after.score) {
            (Some(Shown::Number { exact: before, .. }), Some(Shown::Number { exact: after, .. })) => {
                let number = |text: &str| Exact::parse(text).ok();
                number(after).zip(number(before)).and_then(|(after, before)| after.sub(&before).ok())
            }
            _ => None,
        };
        Some(WhatIf { before, after, score_change, changed, trace })
    }

    /// What a text means as the value of a measure, if it can be.
    fn supposition(&self, measure: &str, text: &str) -> Option<(Port, Value)> {
        let Reference { name, attribute, years: 0 } = Reference::parse(measure).ok()? else { return None };
        let entry = self.graph.place(&name)?;
        let Some(Source::Measure(at)) = self.graph.source(entry) else { return None };
        let measure = &self.definition.measures.at(at)?.value;
        let text = text.trim();
        let value = if attribute == Attribute::Value && measure.unit == Unit::Category {
            let word = measure.categories.iter().find(|category| same_word(category, text))?;
            Value::Word(word.as_str().into())
        } else {
            let number = Exact::parse(text).ok()?;
            let percent = Some((Exact::ZERO, Exact::HUNDRED));
            let range = match attribute {
                Attribute::Value if measure.unit == Unit::Percent => measure.range.clone().or(percent),
                Attribute::Value => measure.range.clone(),
                Attribute::Participation | Attribute::ResponseRate => percent,
                Attribute::N => None,
            };
            let within = range.is_none_or(|(low, high)| low <= number && number <= high);
            Some(Value::Number(number)).filter(|_| within)?
        };
        Some((Port { entry, attribute, years: 0 }, value))
    }
}
