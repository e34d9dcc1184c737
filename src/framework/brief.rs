//! A school's answer in short, and where two calculations of it part.

use serde::Serialize;

use super::Framework;
use super::evaluate::SchoolRun;
use super::observations::same_word;
use super::rating::{ModelChoice, Standing};
use super::record::Record;
use super::reference::Port;
use super::trace::{Showing, Shown};
use super::value::{Reason, Value};
use crate::policy::header::Words;

/// What came out for a school.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct BriefAnswer {
    /// What became of it.
    pub standing: Standing,
    /// The rating, or the outcome, or why there is none.
    pub rating: Shown,
    /// The score beside it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Shown | null"))]
    pub score: Option<Shown>,
}

impl Framework {
    /// What comes out for a school.
    pub(crate) fn brief(&self, school: &SchoolRun<'_>) -> BriefAnswer {
        let (rating, score) = match school.model() {
            ModelChoice::At(place) => match self.definition.models.at(place) {
                Some(model) => {
                    let score = model.value.score.as_ref().map(|score| school.operand(score));
                    (school.operand(&model.value.rating), score)
                }
                None => (Value::Absent(Reason::RuleUnknown), None),
            },
            ModelChoice::None => (Value::Absent(Reason::NotApplicable), None),
            ModelChoice::Undetermined(_) => (Value::Absent(Reason::Undetermined), None),
        };
        BriefAnswer {
            standing: Standing::of(&rating),
            rating: self.show(&rating),
            score: score.map(|score| self.show(&score)),
        }
    }
}

/// Whether two values say the same, if by different frameworks.
pub(crate) fn alike(a: &Shown, b: &Shown) -> bool {
    match (a, b) {
        (Shown::Rating { rating, .. }, Shown::Rating { rating: other, .. }) => same_word(rating, other),
        (Shown::Number { exact, .. }, Shown::Number { exact: other, .. }) => exact == other,
        (Shown::Outcome { outcome, .. }, Shown::Outcome { outcome: other, .. }) => same_word(outcome, other),
        _ => a == b,
    }
}

/// A step that comes out otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct DifferingStep {
    /// The fact, the measure or the node, as a definition refers to it: `growth#participation`.
    pub name: String,
    /// How a person calls it.
    pub label: Words,
    /// What comes out by the one calculation.
    pub before: Shown,
    /// And by the other.
    pub after: Shown,
}

/// The steps of a school's calculation by a framework.
pub(crate) struct Walked<'a> {
    pub framework: &'a Framework,
    pub record: &'a Record,
}

impl Walked<'_> {
    /// A step of this calculation, where that of the same name comes out otherwise in an earlier one.
    pub(crate) fn differing(&self, before: &Walked<'_>, step: usize) -> Option<DifferingStep> {
        let draft = self.record.steps.get(step)?;
        let name = self.framework.graph.name(draft.port.entry);
        let other = Port { entry: before.framework.graph.place(name)?, ..draft.port };
        let other = before.record.steps.get(*before.record.places.get(&other)?)?;
        let (before, after) = (before.framework.show(&other.value), self.framework.show(&draft.value));
        if alike(&before, &after) {
            return None;
        }
        let mut name = draft.port.attribute.of(name);
        if draft.port.years != 0 {
            name = format!("{name}@{}", draft.port.years);
        }
        Some(DifferingStep { name, label: self.framework.label(draft.port), before, after })
    }
}
