//! A school's answer in short, and where two calculations of it part.

use serde::Serialize;

use super::Framework;
use super::evaluate::SchoolRun;
use super::observations::same_word;
use super::rating::{ModelChoice, Standing};
use super::record::{Draft, Record};
use super::reference::Port;
use super::trace::{Showing, Shown};
use super::value::{Reason, Value};

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

/// The steps of a school's calculation by a framework.
pub(crate) struct Walked<'a> {
    pub framework: &'a Framework,
    pub record: &'a Record,
}

impl Walked<'_> {
    /// The step of the same name, of the same year, in this calculation.
    pub(crate) fn same_step(&self, other: &Walked<'_>, draft: &Draft) -> Option<&Draft> {
        let entry = self.framework.graph.place(other.framework.graph.name(draft.port.entry))?;
        let place = self.record.places.get(&Port { entry, ..draft.port })?;
        self.record.steps.get(*place)
    }

    pub(crate) fn shown(&self, draft: &Draft) -> Shown {
        self.framework.show(&draft.value)
    }
}
