//! The explanation of a rating: the calculation as a graph of steps, from the rating down to what went in.

use serde::Serialize;

use super::observations::Basis;
use super::reference::Attribute;
use super::value::{Reason, Value};
use crate::exact::{Exact, Rounding};
use crate::policy::condition::Verdict;
use crate::policy::header::Words;
use crate::policy::source::Citation;

/// A value as it crosses to the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Shown {
    /// A number.
    Number {
        /// Exactly, as a decimal or a fraction.
        exact: String,
        /// With the places to which the rule rounds, `4.0`, where that is written otherwise.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        written: Option<String>,
    },
    /// A rating.
    Rating {
        /// The rating scale's name.
        scale: String,
        /// The level's place, lowest first, from 0.
        level: usize,
        /// How many levels the scale has.
        levels: usize,
        /// The rating as the policy writes it.
        rating: String,
        /// How a person calls it.
        label: Words,
    },
    /// A word.
    Word {
        /// The word.
        word: String,
    },
    /// An outcome that is no rating.
    Outcome {
        /// Its name in the definition.
        outcome: String,
        /// How a person calls it.
        label: Words,
    },
    /// No value.
    Absent {
        /// Why.
        reason: Reason,
    },
}

/// How a school came to its rating: steps that name each other as inputs. The first is the rating.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Trace {
    /// The steps. Inputs point into this list.
    pub steps: Vec<Step>,
    /// The place of the rating's step.
    pub rating: usize,
    /// The place of the score's step.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub score: Option<usize>,
    /// The parts as the model groups them for a reader.
    pub indicators: Vec<TracedIndicator>,
    /// How the model was chosen: the condition, and what it found.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Verdict<string> | null"))]
    pub model: Option<Verdict>,
    /// What the steps cite, each once.
    pub citations: Vec<Citation>,
    /// The scales that the steps look values up in, each once: the bounds of all rows, for drawing, from the top as written.
    pub scales: Vec<Vec<ShownBand>>,
    /// The names of what must become known before there is a rating.
    pub waits_for: Vec<String>,
    /// The published result that differs first, if any: the place of its step.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub first_difference: Option<usize>,
}

/// A group of parts.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TracedIndicator {
    /// How a person calls it.
    pub label: Words,
    /// The places of its parts' steps.
    pub parts: Vec<usize>,
}

/// One step: what went in, which rule applied, what came out, by whose authority.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The name of the fact, the measure or the node.
    pub name: String,
    /// What of it, for a measure.
    pub attribute: Attribute,
    /// Of which year: 0 is the rated year, -1 the year before.
    pub years: i32,
    /// How a person calls it.
    pub label: Words,
    /// `fact`, `measure`, or the operator's key in JSON.
    pub operator: &'static str,
    /// What came out.
    pub value: Shown,
    /// What went in.
    pub inputs: Vec<Input>,
    /// Whether the rating hangs on this step.
    pub decisive: bool,
    /// What a measure rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub observed: Option<Observed>,
    /// The row of a scale or the cell of a grid that applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub row: Option<AppliedRow>,
    /// The table of weights that applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub weights: Option<String>,
    /// The moves of weight, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub moves: Vec<WeightMove>,
    /// Points taken off.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub penalty: Option<AppliedPenalty>,
    /// The rounding.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub rounding: Option<AppliedRounding>,
    /// The conditions that were asked, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Verdict<string>[]"))]
    pub conditions: Vec<Verdict>,
    /// For a choice: which case applied (none: otherwise). For a best or worst of: which input won.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub chosen: Option<usize>,
    /// For a gate: what the value was before, where the gate changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub before_gate: Option<Shown>,
    /// For ranks and comparisons: the schools it was compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub compared_with: Option<ComparedWith>,
    /// What the sources don't say, where the rule is unknown; a remark or a doubt of the policy's author.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub notes: Vec<Words>,
    /// Whether the policy's author marks the rule as unverified.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub unverified: bool,
    /// A person's override of this result.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub overridden: Option<AppliedOverride>,
    /// The authority's own result, beside.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub published: Option<Compared>,
    /// Where the rule comes from: places among the trace's citations.
    pub citations: Vec<usize>,
    /// Where the rule stands in the definition (JSON pointer).
    pub pointer: String,
}

/// What went into a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// The place of its step; absent for a number written in the rule.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub step: Option<usize>,
    /// The number written in the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub number: Option<String>,
    /// What it is to the step.
    pub role: Role,
    /// Whether the step's value hangs on it.
    pub decisive: bool,
    /// Its weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub weight: Option<InputWeight>,
}

/// What an input is to its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// What the operator works on.
    Of,
    /// A part of a sum, a mean, a choice of the best.
    Part,
    /// What a condition asks.
    Condition,
    /// What a choice may result in.
    Result,
    /// A weight, a limit, a divisor.
    Parameter,
    /// The participation behind a penalty.
    Participation,
    /// What must be there.
    Needed,
}

/// The weight of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct InputWeight {
    /// In the table.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub table: Exact,
    /// After all moves.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub effective: Exact,
    /// Value times effective weight, where there is a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub product: Option<Exact>,
}

/// A move of weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WeightMove {
    /// The missing part.
    pub from: String,
    /// The receiver.
    pub to: String,
    /// How much.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub amount: Exact,
    /// The step of the redistribution (JSON pointer).
    pub pointer: String,
    /// Where the rule comes from: places among the trace's citations.
    pub citations: Vec<usize>,
}

/// What a measure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Observed {
    /// Reported by a file, or computed from student records.
    pub basis: Basis,
    /// The number of students.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub n: Option<Exact>,
    /// The participation rate, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub participation: Option<Exact>,
    /// The response rate, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub response_rate: Option<Exact>,
    /// The file's text.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub text: Option<String>,
    /// The file.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub file: Option<String>,
    /// The line of the file.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub line: Option<u64>,
    /// The column, or the measure's name in a long file.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub column: Option<String>,
}

/// The row of a scale or the cell of a grid that applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AppliedRow {
    /// The scale's name, if it has one.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub scale: Option<String>,
    /// The row, from 0; for a grid the row and the column.
    pub place: Vec<usize>,
    /// The value as it was looked up, after the scale's own rounding.
    pub value: String,
    /// The place of all its rows among the trace's scales; a grid has none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub rows: Option<usize>,
}

/// A row of a banded scale, for drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ShownBand {
    /// The lower end, and whether it is included.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, boolean] | null"))]
    pub lower: Option<(Exact, bool)>,
    /// The upper end, and whether it is included.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, boolean] | null"))]
    pub upper: Option<(Exact, bool)>,
    /// Points, rating, outcome or word of the row, as text.
    pub gives: String,
}

/// Points taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AppliedPenalty {
    /// The participation that decided.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub by: Exact,
    /// Before.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub before: Exact,
    /// Points that the scale takes off.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub points: Exact,
    /// After, held at the floor.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub after: Exact,
    /// Where the rule comes from: places among the trace's citations.
    pub citations: Vec<usize>,
}

/// A rounding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AppliedRounding {
    /// Before.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub before: Exact,
    /// After, written with the rule's places.
    pub after: String,
    /// The rule.
    pub rule: Rounding,
}

/// The schools that a rank or a comparison looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ComparedWith {
    /// How many.
    pub count: usize,
    /// Their identifiers, where they are few.
    pub schools: Vec<String>,
}

/// A person's override.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct AppliedOverride {
    /// What the rules gave, as text.
    pub computed: String,
    /// Who.
    pub who: String,
    /// When (a date).
    pub when: String,
    /// Why.
    pub why: String,
}

/// The authority's own result beside the computed one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// As published.
    pub published: String,
    /// As computed.
    pub computed: String,
    /// Whether they agree.
    pub agrees: bool,
}

/// What `Shown` needs of a framework to write a value.
pub(crate) trait Showing {
    /// Writes a value for the page.
    fn show(&self, value: &Value) -> Shown;
}
