//! Nodes: each has one operator over other nodes, measures, facts and numbers, and modifiers that apply to its result.

mod read;

use serde::Serialize;

use super::entries::Name;
use super::reference::{Attribute, Operand, Port, Target};
use super::scale::Scale;
use super::value::Reason;
use crate::exact::{Exact, Rounding};
use crate::policy::condition::Condition;
use crate::policy::header::Words;
use crate::policy::read::Read;
use crate::policy::source::Cite;

/// A node: one operator, and what is done to its result: `missing` and `needs`, then `penalty`, then `round`, then
/// `ifAbsent`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// The operator.
    #[serde(flatten)]
    pub operator: Operator,
    /// What is done to its result.
    #[serde(flatten)]
    pub modifiers: Modifiers,
}

/// What any node may say besides its operator.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Modifiers {
    /// How a person calls the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Words>,
    /// What happens when a part is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
    /// What must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<Needs>,
    /// Points taken off for low participation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalty: Option<Penalty>,
    /// How the result is rounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<Rounding>,
    /// What the result becomes when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_absent: Option<Finding>,
    /// A remark for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
    /// The rule isn't sure: in a few words, why. It shows wherever the rule applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unverified: Option<Words>,
    /// Where the rule comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<Cite>,
}

impl Modifiers {
    /// Their keys in JSON.
    pub const KEYS: [&'static str; 9] =
        ["label", "missing", "needs", "penalty", "round", "ifAbsent", "note", "unverified", "cite"];
}

/// What happens when a part of a node is missing.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Missing {
    /// The result is absent.
    Absent,
    /// The part is left out: a mean is over the others, a weighted mean shares its weight among them in proportion, points
    /// leave both earned and eligible.
    Skip,
    /// The part counts as this number.
    As(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Exact),
    /// Its weight moves as the redistribution of this name says.
    Redistribute(String),
    /// The result becomes this.
    Becomes(Finding),
}

/// What must be there for a result.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Needs {
    /// All of these.
    #[serde(default)]
    pub all: Vec<Operand>,
    /// At least one of these.
    #[serde(default)]
    pub any: Vec<Operand>,
    /// At least so many of the operator's parts.
    #[serde(default)]
    pub at_least: Option<u32>,
    /// What the result becomes otherwise. Without it: absent.
    #[serde(default)]
    pub otherwise: Option<Finding>,
}

/// Points taken off for low participation.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Penalty {
    /// The number that decides, usually `name#participation`. Where it is missing nothing is taken off.
    pub by: Operand,
    /// How the number is rounded first.
    #[serde(default)]
    pub round: Option<Rounding>,
    /// The scale whose points are taken off.
    pub scale: ScaleChoice,
    /// The result doesn't fall below this through the penalty.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub not_below: Option<Exact>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A scale by name, or written in place.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(untagged)]
pub enum ScaleChoice {
    /// The name of a scale under `scales`.
    Named(
        #[cfg_attr(test, schemars(with = "String"))]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
        Name,
    ),
    /// A scale written in place.
    Inline(Box<Scale>),
}

/// A result that a rule states: a value, a rating, an outcome, or that there is none.
///
/// In JSON: a number or a name for a value, or an object with one of `rating`, `outcome`, `absent`, `unknown`, `value`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Finding {
    /// A number, or the value of a fact, a measure or a node.
    Value(Operand),
    /// A rating: its text, on the rating scale of the place (the only one, or the one named by `ratings`).
    Rating(String),
    /// An outcome: its name under `outcomes`.
    Outcome(String),
    /// No value, for this reason.
    Absent(Reason),
    /// The sources don't say: in a few words, what is missing.
    Unknown(Words),
}

/// What a node does. Its key in JSON says which.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(untagged)]
pub enum Operator {
    /// Another value, as it is.
    Value(ValueOf),
    /// Points or a rating by a scale.
    Scale(ScaleOf),
    /// Points or a rating by a grid of two values.
    Grid(GridOf),
    /// A weighted mean.
    WeightedMean(WeightedMean),
    /// A weighted sum.
    WeightedSum(WeightedSum),
    /// A sum.
    Sum(SumOf),
    /// A mean.
    Mean(MeanOf),
    /// The highest number or rating.
    BestOf(BestOf),
    /// The lowest number or rating.
    WorstOf(WorstOf),
    /// The first less the others.
    Subtract(SubtractOf),
    /// A product.
    Multiply(MultiplyOf),
    /// The first divided by the second.
    Divide(DivideOf),
    /// Points earned divided by points eligible.
    EarnedOverEligible(EarnedOverEligible),
    /// The first case whose condition is met.
    Choose(Choose),
    /// A value that a condition changes.
    Gate(Gate),
    /// A number held between limits.
    Limit(Limit),
    /// How many conditions are met.
    Count(Count),
    /// How many values are there.
    CountPresent(CountPresent),
    /// `yes` when a condition is met, `no` when not.
    Holds(Holds),
    /// A rate over at least so many percent of the students.
    RaiseDenominator(RaiseDenominator),
    /// The percentile in a reference distribution.
    Percentile(Percentile),
    /// The rank among the schools.
    Rank(Rank),
    /// The percentile rank among the schools.
    PercentRank(PercentRank),
    /// Whether the school is in the lowest share of the schools.
    Lowest(Lowest),
    /// The comparison with the most similar schools.
    Nearest(Nearest),
    /// A value over the schools that are parts of this one.
    Parts(Parts),
}

/// Names the operators' keys in JSON.
macro_rules! keys {
    ($($key:literal: $operator:ident,)*) => {
        /// The operators' keys in JSON.
        pub(crate) const OPERATORS: [&str; [$($key),*].len()] = [$($key),*];

        impl Operator {
            /// Its key in JSON.
            pub fn key(&self) -> &'static str {
                match self { $(Self::$operator(_) => $key),* }
            }
            /// The operator of that key, to be filled.
            fn blank(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$operator(Read::blank())),)* _ => None }
            }
            /// What it is filled as.
            fn record(&mut self) -> &mut dyn Read {
                match self { $(Self::$operator(of) => of),* }
            }
        }
    };
}

keys! {
    "value": Value,
    "scale": Scale,
    "grid": Grid,
    "weightedMean": WeightedMean,
    "weightedSum": WeightedSum,
    "sum": Sum,
    "mean": Mean,
    "bestOf": BestOf,
    "worstOf": WorstOf,
    "subtract": Subtract,
    "multiply": Multiply,
    "divide": Divide,
    "earnedOverEligible": EarnedOverEligible,
    "choose": Choose,
    "gate": Gate,
    "limit": Limit,
    "count": Count,
    "countPresent": CountPresent,
    "holds": Holds,
    "raiseDenominator": RaiseDenominator,
    "percentile": Percentile,
    "rank": Rank,
    "percentRank": PercentRank,
    "lowest": Lowest,
    "nearest": Nearest,
    "parts": Parts,
}

/// Declares an operator's struct with what all of them need.
macro_rules! operators {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$field_doc:meta])* $field:ident : $type:ty ),* $(,)? } )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Serialize, Read)]
            #[cfg_attr(test, derive(schemars::JsonSchema))]
            #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            pub struct $name { $( $(#[$field_doc])* pub $field: $type ),* }
        )*
    };
}

operators! {
    /// `{ "value": x }`: another value, as it is; to name it, round it or say what it becomes when absent.
    ValueOf {
        /// The value.
        value: Operand,
    }
    /// `{ "scale": s, "of": x }`.
    ScaleOf {
        /// The scale.
        scale: ScaleChoice,
        /// The value.
        of: Operand,
    }
    /// `{ "grid": g, "row": x, "column": y }`.
    GridOf {
        /// The grid's name under `grids`.
        grid: String,
        /// The value that chooses the row.
        row: Operand,
        /// The value that chooses the column.
        column: Operand,
    }
    /// `{ "sum": [ … ] }`.
    SumOf {
        /// The parts.
        sum: Vec<Operand>,
    }
    /// `{ "mean": [ … ] }`.
    MeanOf {
        /// The parts.
        mean: Vec<Operand>,
    }
    /// `{ "bestOf": [ … ] }`: missing parts are left out unless `missing` says otherwise.
    BestOf {
        /// The parts: all numbers, or all ratings of one scale.
        best_of: Vec<Operand>,
    }
    /// `{ "worstOf": [ … ] }`: missing parts are left out unless `missing` says otherwise.
    WorstOf {
        /// The parts: all numbers, or all ratings of one scale.
        worst_of: Vec<Operand>,
    }
    /// `{ "subtract": [ a, b ] }`: a less b.
    SubtractOf {
        /// The first and what is taken from it.
        subtract: Vec<Operand>,
    }
    /// `{ "multiply": [ … ] }`.
    MultiplyOf {
        /// The factors.
        multiply: Vec<Operand>,
    }
    /// `{ "divide": [ a, b ] }`: a divided by b.
    DivideOf {
        /// The dividend and the divisor.
        divide: Vec<Operand>,
    }
    /// `{ "earnedOverEligible": [ { "earned": x, "eligible": 40 }, … ], "times": 100 }`: a part that is missing leaves both
    /// sides, unless `missing` says otherwise.
    EarnedOverEligible {
        /// The parts.
        earned_over_eligible: Vec<Earned>,
        /// What the quotient is multiplied by; 100 makes it a percentage.
        #[serde(default)]
        times: Option<Operand>,
    }
    /// Points earned and points that could be earned.
    Earned {
        /// The points earned.
        earned: Operand,
        /// The points that could be earned.
        eligible: Operand,
    }
    /// `{ "limit": x, "atLeast": 0, "atMost": 10 }`: a number below is raised, a number above is lowered to the limit.
    Limit {
        /// The number.
        limit: Operand,
        /// The lower limit.
        #[serde(default)]
        at_least: Option<Operand>,
        /// The upper limit.
        #[serde(default)]
        at_most: Option<Operand>,
    }
    /// `{ "countPresent": [ … ] }`: how many of the values are there.
    CountPresent {
        /// The values.
        count_present: Vec<Operand>,
    }
    /// `{ "raiseDenominator": rate, "to": 95 }`: a rate among the tested becomes a rate among at least 95 % of the students:
    /// 53 of 93 tested of 100 becomes 53 of 95.
    RaiseDenominator {
        /// The measure: a rate in percent among those who took part.
        raise_denominator: Operand,
        /// The participation, in percent, that the divisor stands for at least.
        to: Operand,
        /// The participation rate; the measure's own (`#participation`) where it isn't given.
        #[serde(default)]
        by: Option<Operand>,
    }
    /// `{ "percentile": x, "in": reference }`.
    Percentile {
        /// The value.
        percentile: Operand,
        /// The distribution's name under `references`.
        #[serde(rename = "in")]
        reference: String,
        /// How a percentile is counted in a list of values.
        #[serde(default)]
        method: PercentileMethod,
    }
}

/// How a percentile is counted in a list of values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum PercentileMethod {
    /// The share of values below.
    #[default]
    Below,
    /// The share of values below or equal.
    AtOrBelow,
    /// The share below and half of the equal ones.
    Midpoint,
}

/// `{ "weightedMean": table }`: the sum of value × weight, divided by the sum of the weights.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WeightedMean {
    /// The table of weights.
    pub weighted_mean: WeightsChoice,
}

/// `{ "weightedSum": table }`: the sum of value × weight.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WeightedSum {
    /// The table of weights.
    pub weighted_sum: WeightsChoice,
}

/// A table of weights by name, or the first of several whose condition is met.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(untagged)]
pub enum WeightsChoice {
    /// The name of a table under `weights`.
    Named(String),
    /// The first whose condition is met.
    First(Vec<WeightsCase>),
}

/// A table of weights and when it applies.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct WeightsCase {
    /// When it applies. Without it: always.
    pub when: Option<Condition<Operand>>,
    /// The table's name under `weights`.
    pub weights: String,
}

/// `{ "choose": [ { "when": …, "then": … }, … ], "otherwise": … }`.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Choose {
    /// The cases, in order.
    pub choose: Vec<Case>,
    /// The result when no condition is met. Without it: absent.
    pub otherwise: Option<Finding>,
    /// The rating scale, where the results are ratings.
    pub ratings: Option<String>,
}

/// A case: when it applies, and its result.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// When it applies.
    pub when: Condition<Operand>,
    /// Its result.
    pub then: Finding,
}

/// `{ "gate": x, "when": …, EFFECT }`: the value passes, unless the condition is met; then the effect applies.
/// One effect of `atMost`, `atLeast`, `lower`, `raise`, `becomes`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Gate {
    /// The number or rating.
    pub gate: Operand,
    /// When the effect applies.
    pub when: Condition<Operand>,
    /// The effect.
    #[serde(flatten)]
    pub effect: Effect,
}

/// What a gate does.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// Not higher than this number or rating.
    AtMost(Finding),
    /// Not lower than this number or rating.
    AtLeast(Finding),
    /// So many levels down, to the lowest at most.
    Lower(u32),
    /// So many levels up, to the highest at most.
    Raise(u32),
    /// It becomes this.
    Becomes(Finding),
}

impl Effect {
    /// Their keys in JSON.
    pub const KEYS: [&'static str; 5] = ["atMost", "atLeast", "lower", "raise", "becomes"];

    /// Its key in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            Self::AtMost(_) => "atMost",
            Self::AtLeast(_) => "atLeast",
            Self::Lower(_) => "lower",
            Self::Raise(_) => "raise",
            Self::Becomes(_) => "becomes",
        }
    }
}

/// `{ "count": [ … ] }`: how many of the conditions are met.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Count {
    /// The conditions.
    pub count: Vec<Condition<Operand>>,
}

/// `{ "holds": … }`: the word `yes` when the condition is met, `no` when not.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Holds {
    /// The condition.
    pub holds: Condition<Operand>,
}

/// `{ "rank": x, "among": … }`: the school's place among the schools that have the value; ties share the better place.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Rank {
    /// The value.
    pub rank: Operand,
    /// Which end is place 1.
    #[serde(default)]
    pub first: RankFrom,
    /// Which schools are ranked. Without it: all.
    pub among: Option<Condition<Operand>>,
    /// Facts in which a school must agree with this one to be ranked with it, such as the grade span.
    #[serde(default)]
    pub within: Vec<Operand>,
}

/// Which end of the values is place 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum RankFrom {
    /// The highest value.
    #[default]
    Highest,
    /// The lowest value.
    Lowest,
}

/// `{ "percentRank": x, "among": … }`: the percentile of the school's value among the schools.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct PercentRank {
    /// The value.
    pub percent_rank: Operand,
    /// How it is counted.
    #[serde(default)]
    pub method: PercentileMethod,
    /// Which schools are counted. Without it: all.
    pub among: Option<Condition<Operand>>,
    /// Facts in which a school must agree with this one to be counted with it, such as the grade span.
    #[serde(default)]
    pub within: Vec<Operand>,
}

/// `{ "lowest": "5%", "of": x, "among": … }`: `yes` for the schools in the lowest share, else `no`.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Lowest {
    /// The share of the schools: `"5%"`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub lowest: Exact,
    /// The value.
    pub of: Operand,
    /// Which schools are ranked. A school outside gets `no`, and so does one without the value. Without it: all.
    pub among: Option<Condition<Operand>>,
    /// Facts in which a school must agree with this one to be ranked with it, such as the grade span.
    #[serde(default)]
    pub within: Vec<Operand>,
    /// How a number of schools that isn't whole is rounded. Without it: up ("at least 5 %").
    pub round_count: Option<crate::exact::RoundingMode>,
    /// Whether schools tied with the last one are in. Without it they are.
    #[serde(default)]
    pub ties: Ties,
    /// What comes out.
    #[serde(default)]
    pub gives: LowestGives,
}

/// What comes out of the lowest share of the schools.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum LowestGives {
    /// Whether the school is in it: `yes` or `no`.
    #[default]
    YesNo,
    /// The number at its edge: the highest among the schools that are in. Every school gets it, ranked or not, so that
    /// something else can be compared with it, such as a student group's score.
    Edge,
}

/// Whether ties with the last one are in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Ties {
    /// They are in: more schools than the share.
    #[default]
    Included,
    /// None of those tied at the edge is in: fewer schools than the share.
    Excluded,
}

/// `{ "nearest": x, "index": i, "schools": 10, "gives": "mean" }`: the comparison with the schools whose index is nearest.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Nearest {
    /// The value that is compared.
    pub nearest: Operand,
    /// The number that says how similar two schools are, such as a weighted sum of shares of student groups.
    pub index: Operand,
    /// How many schools. Schools at the same distance as the last one are in.
    pub schools: u32,
    /// What comes out.
    #[serde(default)]
    pub gives: NearestGives,
    /// Which schools may be compared with. Without it: all that have both numbers.
    pub among: Option<Condition<Operand>>,
    /// Facts in which a school must agree with this one, such as the education level.
    #[serde(default)]
    pub within: Vec<Operand>,
}

/// What a comparison with the nearest schools gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum NearestGives {
    /// The mean of their values.
    #[default]
    Mean,
    /// This school's value less the mean of theirs.
    Difference,
    /// The percentage of them whose value is below this school's.
    PercentBelow,
    /// This school's place among them and itself, the highest first.
    Rank,
}

/// `{ "parts": x, "link": fact, "combine": "weightedMean", "weightBy": enrollment }`: over the schools that name this one as
/// the school they are part of.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Parts {
    /// The value of each part.
    pub parts: Operand,
    /// The fact in which a part names the identifier of its whole.
    pub link: Operand,
    /// How the values are put together.
    pub combine: Combine,
    /// The weight of each part, for a weighted mean.
    pub weight_by: Option<Operand>,
    /// Which parts count. Without it: all.
    pub among: Option<Condition<Operand>>,
}

/// How values of several parts are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Combine {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// Their mean, weighted.
    WeightedMean,
    /// The highest number or rating.
    Best,
    /// The lowest number or rating.
    Worst,
    /// How many there are.
    Count,
}

impl RaiseDenominator {
    /// The participation of the measure itself, in the measure's year.
    pub(crate) fn own_participation(&self) -> Option<Operand> {
        let port = self.raise_denominator.port()?;
        let (name, year) = match self.raise_denominator.text.split_once('@') {
            Some((name, year)) => (name, format!("@{year}")),
            None => (self.raise_denominator.text.as_str(), String::new()),
        };
        let attribute = Attribute::Participation;
        Some(Operand { text: format!("{}{year}", attribute.of(name)), target: Target::At(Port { attribute, ..port }) })
    }
}

impl WeightsChoice {
    /// The conditions of its cases.
    fn conditions(&self) -> Vec<&Condition<Operand>> {
        match self {
            Self::Named(_) => Vec::new(),
            Self::First(cases) => cases.iter().filter_map(|case| case.when.as_ref()).collect(),
        }
    }

    /// The tables' names.
    pub fn names(&self) -> Vec<&String> {
        match self {
            Self::Named(name) => vec![name],
            Self::First(cases) => cases.iter().map(|case| &case.weights).collect(),
        }
    }
}

/// The operands of an operator with their pointers, borrowed either way.
macro_rules! operands_of {
    ($operator:expr, $iter:ident $(, $mutable:tt)?) => {{
        let mut found = Vec::new();
        macro_rules! one {
            ($key:literal, $operand:expr) => { found.push(($key.to_owned(), & $($mutable)? $operand)) };
        }
        macro_rules! several {
            ($key:literal, $operands:expr) => {
                found.extend($operands.$iter().enumerate().map(|(at, operand)| (format!("{}/{at}", $key), operand)))
            };
        }
        macro_rules! maybe {
            ($key:literal, $operand:expr) => {
                found.extend($operand.$iter().map(|operand| ($key.to_owned(), operand)))
            };
        }
        match $operator {
            Self::Value(of) => one!("value", of.value),
            Self::Scale(of) => one!("of", of.of),
            Self::Grid(of) => {
                one!("row", of.row);
                one!("column", of.column);
            }
            Self::Sum(of) => several!("sum", of.sum),
            Self::Mean(of) => several!("mean", of.mean),
            Self::BestOf(of) => several!("bestOf", of.best_of),
            Self::WorstOf(of) => several!("worstOf", of.worst_of),
            Self::Subtract(of) => several!("subtract", of.subtract),
            Self::Multiply(of) => several!("multiply", of.multiply),
            Self::Divide(of) => several!("divide", of.divide),
            Self::EarnedOverEligible(of) => {
                for (at, part) in of.earned_over_eligible.$iter().enumerate() {
                    found.push((format!("earnedOverEligible/{at}/earned"), & $($mutable)? part.earned));
                    found.push((format!("earnedOverEligible/{at}/eligible"), & $($mutable)? part.eligible));
                }
                maybe!("times", of.times);
            }
            Self::Gate(of) => one!("gate", of.gate),
            Self::Limit(of) => {
                one!("limit", of.limit);
                maybe!("atLeast", of.at_least);
                maybe!("atMost", of.at_most);
            }
            Self::CountPresent(of) => several!("countPresent", of.count_present),
            Self::RaiseDenominator(of) => {
                one!("raiseDenominator", of.raise_denominator);
                one!("to", of.to);
                maybe!("by", of.by);
            }
            Self::Percentile(of) => one!("percentile", of.percentile),
            Self::Rank(of) => {
                one!("rank", of.rank);
                several!("within", of.within);
            }
            Self::PercentRank(of) => {
                one!("percentRank", of.percent_rank);
                several!("within", of.within);
            }
            Self::Lowest(of) => {
                one!("of", of.of);
                several!("within", of.within);
            }
            Self::Nearest(of) => {
                one!("nearest", of.nearest);
                one!("index", of.index);
                several!("within", of.within);
            }
            Self::Parts(of) => {
                one!("parts", of.parts);
                one!("link", of.link);
                maybe!("weightBy", of.weight_by);
            }
            Self::WeightedMean(_) | Self::WeightedSum(_) | Self::Choose(_) | Self::Count(_) | Self::Holds(_) => {}
        }
        found
    }};
}

impl Node {
    /// What its value may be, as it is or rounded: one of several, a value held within limits, one that a condition lets
    /// through. Empty for a node that makes another value of what it gets.
    pub(crate) fn passed(&self) -> Vec<&Operand> {
        if self.modifiers.penalty.is_some() {
            return Vec::new();
        }
        let mut passed = Vec::new();
        let mut findings: Vec<&Finding> = Vec::new();
        match &self.operator {
            Operator::Value(of) => passed.push(&of.value),
            Operator::BestOf(_) | Operator::WorstOf(_) => passed = self.operator.parts(),
            Operator::Limit(of) => {
                passed.push(&of.limit);
                passed.extend(&of.at_least);
                passed.extend(&of.at_most);
            }
            Operator::Gate(of) => passed.push(&of.gate),
            Operator::Choose(of) => {
                for case in &of.choose {
                    findings.push(&case.then);
                }
                findings.extend(&of.otherwise);
            }
            _ => return passed,
        }
        findings.extend(&self.modifiers.if_absent);
        for finding in findings {
            if let Finding::Value(operand) = finding {
                passed.push(operand);
            }
        }
        passed
    }
}

impl Operator {
    /// The parts that it puts together, where it puts several together and they stand in the node itself.
    pub fn parts(&self) -> Vec<&Operand> {
        match self {
            Self::Sum(of) => of.sum.iter().collect(),
            Self::Mean(of) => of.mean.iter().collect(),
            Self::BestOf(of) => of.best_of.iter().collect(),
            Self::WorstOf(of) => of.worst_of.iter().collect(),
            Self::Subtract(of) => of.subtract.iter().collect(),
            Self::Multiply(of) => of.multiply.iter().collect(),
            Self::Divide(of) => of.divide.iter().collect(),
            Self::CountPresent(of) => of.count_present.iter().collect(),
            Self::EarnedOverEligible(of) => of.earned_over_eligible.iter().map(|part| &part.earned).collect(),
            _ => Vec::new(),
        }
    }

    /// The conditions that decide what the operator gives, in the order in which they are asked.
    pub(crate) fn conditions(&self) -> Vec<&Condition<Operand>> {
        match self {
            Self::Choose(of) => of.choose.iter().map(|case| &case.when).collect(),
            Self::Gate(of) => vec![&of.when],
            Self::Count(of) => of.count.iter().collect(),
            Self::Holds(of) => vec![&of.holds],
            Self::WeightedMean(of) => of.weighted_mean.conditions(),
            Self::WeightedSum(of) => of.weighted_sum.conditions(),
            _ => Vec::new(),
        }
    }

    /// All operands that stand in the operator outside its conditions and findings, each with its pointer from the node.
    pub(crate) fn operands(&self) -> Vec<(String, &Operand)> {
        operands_of!(self, iter)
    }

    /// The same, to be changed.
    pub(crate) fn operands_mut(&mut self) -> Vec<(String, &mut Operand)> {
        operands_of!(self, iter_mut, mut)
    }
}

// tsify would make interfaces of these two, which can't extend a choice of types.
#[cfg(target_arch = "wasm32")]
mod typescript {
    use wasm_bindgen::prelude::wasm_bindgen;
    #[wasm_bindgen(typescript_custom_section)]
    const NODE: &str = "/** A node: one operator, and what is done to its result. */\nexport type Node = Operator & Modifiers;\n/** A value that passes, unless the condition is met; then the effect applies. */\nexport type Gate = Effect & { gate: Operand; when: Condition<Operand> };";
}
