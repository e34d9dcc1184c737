//! A school's answer in short, and where two calculations of it part.

use serde::Serialize;

use super::Framework;
use super::evaluate::SchoolRun;
use super::observations::same_word;
use super::rating::{ModelChoice, Standing};
use super::record::Record;
use super::reference::{Operand, Port};
use super::trace::Shown;
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
        let model = match school.model() {
            ModelChoice::At(place) => self.definition.models.at(place).ok_or(Reason::RuleUnknown),
            ModelChoice::None => Err(Reason::NotApplicable),
            ModelChoice::Undetermined(_) => Err(Reason::Undetermined),
        };
        let shown = |operand: &Operand| self.show_of(operand.port(), &school.operand(operand));
        match model {
            Ok(model) => BriefAnswer {
                standing: Standing::of(&school.operand(&model.value.rating)),
                rating: shown(&model.value.rating),
                score: model.value.score.as_ref().map(shown),
            },
            Err(reason) => BriefAnswer {
                standing: Standing::of(&Value::Absent(reason)),
                rating: Shown::Absent { reason },
                score: None,
            },
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
        let port = Port { entry: before.framework.graph.place(name)?, ..draft.port };
        let other = before.record.steps.get(*before.record.places.get(&port)?)?;
        let before = before.framework.show_of(Some(port), &other.value);
        let after = self.framework.show_of(Some(draft.port), &draft.value);
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
