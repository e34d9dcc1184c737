//! A framework as its author writes it: the sections of the JSON document.
//!
//! The generated JSON Schema (`www/policies/framework.schema.json`) takes its descriptions from here; the guide is
//! `www/policies/README.md`. How a document becomes a [`Definition`] is in `load`.

use serde::Serialize;

use super::entries::Entries;
use super::node::{Finding, Node};
use super::reference::Operand;
use super::scale::Scale;
use super::value::Reason;
use crate::exact::Exact;
use crate::policy::condition::Condition;
use crate::policy::date::Effective;
use crate::policy::header::Words;
use crate::policy::read::Read;
use crate::policy::source::{Cite, Sources};
use crate::records::plan::EnrollmentRule;

/// A whole framework.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    /// What the document is and for which version of the language: `framework/1`.
    pub evenhand: String,
    /// The framework's short name: lower-case letters, digits and hyphens. The same for all its versions.
    pub id: String,
    /// The version, as the authority calls it: `SY2018-19`.
    pub version: String,
    /// The title.
    pub title: Words,
    /// Who answers for the framework.
    pub authority: Words,
    /// What it is, in a few sentences.
    pub about: Option<Words>,
    /// From when until when it holds.
    pub effective: Option<Effective>,
    /// The documents that the rules come from.
    pub sources: Sources,
    /// How a file names the school.
    pub school: SchoolColumns,
    /// How files name their columns that are no results: the measure, the value, the year, the student group, the program.
    pub columns: FileColumns,
    /// Texts that stand in a file for "no value", and what they mean. Compared without regard to case.
    pub absences: Entries<Reason>,
    /// What is known of a school besides its results: its model, its enrollment.
    pub facts: Entries<Fact>,
    /// Minimum numbers, by class of measure.
    pub minimums: Entries<Minimum>,
    /// What counts as a full academic year, and for which school a student counts who was at several.
    pub enrollments: Entries<EnrollmentRule>,
    /// The results that go in.
    pub measures: Entries<Measure>,
    /// Scales turn a value into points or a rating.
    pub scales: Entries<Scale>,
    /// Grids turn two values into points or a rating.
    pub grids: Entries<Grid>,
    /// Ordered scales of ratings.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Entries<RatingLevels>"))]
    pub ratings: Entries<Ratings>,
    /// Answers that are no rating.
    pub outcomes: Entries<Outcome>,
    /// Tables of weights.
    pub weights: Entries<Weights>,
    /// What becomes of the weight of missing parts.
    pub redistributions: Entries<Redistribution>,
    /// Distributions that values are compared with.
    pub references: Entries<Distribution>,
    /// The calculation: each node has one operator.
    pub nodes: Entries<Node>,
    /// The kinds of school that are rated each in its own way. The first whose condition is met applies.
    pub models: Entries<Model>,
    /// Labels that a school carries beside its rating and that change nothing.
    pub labels: Entries<Label>,
    /// By which rule a rating may be overridden by a person.
    pub overrides: Option<Overrides>,
    /// Where a file carries the authority's own results, to be compared.
    #[serde(default)]
    pub published: Vec<Published>,
}

/// How a file names the school.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SchoolColumns {
    /// The columns that together identify a school; several where numbers repeat across districts.
    #[serde(default)]
    pub identifier: Vec<IdentifierColumn>,
    /// The column with the school's name: its possible headings.
    #[serde(default)]
    pub name: Vec<String>,
}

/// One column of the identifier.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IdentifierColumn {
    /// Its possible headings.
    pub column: Vec<String>,
    /// How many digits it has: zeros that a spreadsheet took away in front are put back.
    #[serde(default)]
    pub digits: Option<u8>,
}

/// How files name their columns that are no results. Each is a list of possible headings, and only needed where the
/// heading isn't a usual one.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileColumns {
    /// Of a long file: the column that names the measure.
    #[serde(default)]
    pub measure: Vec<String>,
    /// Of a long file: the column with the measure's value.
    #[serde(default)]
    pub value: Vec<String>,
    /// The column with the year.
    #[serde(default)]
    pub year: Vec<String>,
    /// The column with the student group.
    #[serde(default)]
    pub group: Vec<String>,
    /// The column with the program within the school, or the span of grades.
    #[serde(default)]
    pub program: Vec<String>,
}

/// Something known of a school besides its results.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fact {
    /// How a person calls it.
    #[serde(default)]
    pub label: Option<Words>,
    /// The columns, or the fact's names in a long file, that hold it.
    pub column: Vec<String>,
    /// What kind of value it is.
    #[serde(default)]
    pub kind: FactKind,
    /// What it is taken to be where no file tells.
    #[serde(default)]
    pub default: Option<String>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// The kind of a fact's value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// A word, compared without regard to case.
    #[default]
    Word,
    /// A number.
    Number,
    /// Several words in one cell, divided by commas, semicolons or bars: `K, 1, 2`.
    Set,
}

/// The minimum of students or of answers that a result needs to count.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Minimum {
    /// The least number of students. A file that gives no numbers of students is taken to have applied it.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub n: Option<Exact>,
    /// The least response rate, in percent.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub response_rate: Option<Exact>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A result that goes in: reported by a school-level file, or computed from student records.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measure {
    /// How a person calls it.
    #[serde(default)]
    pub label: Option<Words>,
    /// What its number counts.
    #[serde(default)]
    pub unit: Unit,
    /// The lowest and the highest possible value. A value outside is noticed and not used.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, string] | null"))]
    pub range: Option<(Exact, Exact)>,
    /// The possible words, for the unit `category`.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Where a school-level file has it.
    #[serde(default)]
    pub reported: Option<Reported>,
    /// How it is computed from student records.
    #[serde(default)]
    pub computed: Option<Computed>,
    /// Which of the two is used where both are there. A notice tells it.
    #[serde(default)]
    pub prefer: Prefer,
    /// The minimum of students or answers: the name of a class under `minimums`.
    #[serde(default)]
    pub minimum: Option<String>,
    /// Whether the files may lack it altogether, or lack a year of it. Then it is missing; else the ratings that need it
    /// wait.
    #[serde(default)]
    pub optional: bool,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// What a measure's number counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A plain number.
    #[default]
    Number,
    /// A percentage: 92.5 means 92.5 of 100. In a file, `92.5%` is read as 92.5.
    Percent,
    /// A percentile, 1 to 99.
    Percentile,
    /// Points.
    Points,
    /// A scale score of a test.
    ScaleScore,
    /// A number of students.
    Students,
    /// A word out of `categories`.
    Category,
}

/// Where a school-level file has a measure.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reported {
    /// The measure's possible names: headings of a wide file, or the measure's name in a long file.
    pub column: Vec<String>,
    /// Of a long file: the further column that holds the value, where it isn't the file's own column of values: last year's
    /// result in the row of this year's.
    #[serde(default)]
    pub value: Vec<String>,
    /// Where the participation rate is, in percent: headings of a wide file, or of a long file's further column.
    #[serde(default)]
    pub participation: Vec<String>,
    /// Where the number of students is.
    #[serde(default)]
    pub n: Vec<String>,
    /// Where the response rate is, in percent.
    #[serde(default)]
    pub response_rate: Vec<String>,
    /// The student group, where the file has a column of groups.
    #[serde(default)]
    pub group: Option<String>,
    /// The program, where the file has a column of programs.
    #[serde(default)]
    pub program: Option<String>,
    /// What the file's number is multiplied by: `"100"` where a file writes a percentage as 0.925.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub times: Option<Exact>,
}

/// How a measure is computed from student records.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Computed {
    /// What is computed.
    pub statistic: Statistic,
    /// The element of the student file (CEDS name) that is counted or averaged.
    pub of: String,
    /// For `share`: the words that count as yes.
    #[serde(default)]
    pub counts: Vec<String>,
    /// For `share`: the words that count as no. With them any other word is told and leaves the measure open; without them it
    /// counts as no.
    #[serde(default)]
    pub others: Vec<String>,
    /// For `share` of a number: from here on it counts as yes. For `chronic-absence`: the share of `per`, such as `"10%"`.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub at_least: Option<Exact>,
    /// For `index`: what each word is worth. Any other word is told and leaves the measure open.
    #[serde(default)]
    pub worth: Entries<Exact>,
    /// For `rate` and `chronic-absence`: the element of the divisor.
    #[serde(default)]
    pub per: Option<String>,
    /// For `chronic-absence`: students with fewer days than this in `per` aren't counted.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub minimum_days: Option<Exact>,
    /// Which records are in: elements and their words. A record must have one of the words of each.
    #[serde(default, rename = "where")]
    pub filter: Entries<Vec<String>>,
    /// The student group, in the same way.
    #[serde(default)]
    pub group: Entries<Vec<String>>,
    /// A combined student group: students who are in at least one of these, each once.
    #[serde(default)]
    pub any_group: Vec<Entries<Vec<String>>>,
    /// Whether only students of a full academic year count.
    #[serde(default)]
    pub full_academic_year: bool,
    /// The rule on the stays of students: a name under `enrollments`. With `fullAcademicYear` it says who was there for a full
    /// academic year, where the record itself doesn't.
    #[serde(default)]
    pub enrollment: Option<String>,
    /// How participation is counted. Without it the measure has none.
    #[serde(default)]
    pub participation: Option<Participation>,
    /// How many years are pooled, this one included. A result of a student in each year counts each time.
    #[serde(default)]
    pub years: Option<u8>,
}

/// What is computed from student records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Statistic {
    /// The share of records whose word is among `counts`, or whose number is at least `atLeast`, in percent.
    Share,
    /// The mean.
    Mean,
    /// The median: of an even number of values the mean of the middle two.
    Median,
    /// The mean of what each word is worth.
    Index,
    /// The sum of `of` divided by the sum of `per`, in percent.
    Rate,
    /// The share of students whose `of` (days absent) is at least the share `atLeast` of their `per` (days of membership), in
    /// percent.
    ChronicAbsence,
}

/// How participation is counted: students tested, of those who should have been.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Participation {
    /// Whether excused students count among those who should have been tested.
    pub excused: Excused,
    /// Whether only students of a full academic year count. The usual is all students.
    #[serde(default)]
    pub full_academic_year: bool,
}

/// How a participation rate treats students who were excused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Excused {
    /// They stay in the divisor, and so lower the rate.
    In,
    /// They leave the divisor.
    Out,
}

/// What is used of a measure that is both reported and computed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Prefer {
    /// What the school-level file says, if it lists the school.
    #[default]
    Reported,
    /// What the student records give, if they are there.
    Computed,
}

/// A grid: two values, each banded or looked up, give points or a rating.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Grid {
    /// How a person calls it.
    #[serde(default)]
    pub label: Option<Words>,
    /// The rows, for the first value: bands or categories without points.
    pub rows: Vec<GridKey>,
    /// The columns, for the second value.
    pub columns: Vec<GridKey>,
    /// A list a row, with a number or a rating a column. `null`: the sources don't say.
    pub cells: Vec<Vec<Option<Operand>>>,
    /// The rating scale, where the cells are ratings.
    #[serde(default)]
    pub ratings: Option<String>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A row or a column of a grid: a band (inclusive lower bound), or a category or rating.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GridKey {
    /// For numbers: from here on, this value included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub at_least: Option<Exact>,
    /// From here on, this value not included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub above: Option<Exact>,
    /// Up to here, this value included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub at_most: Option<Exact>,
    /// Up to here, this value not included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub below: Option<Exact>,
    /// For words, ratings and levels that are numbers: this one.
    #[serde(default)]
    pub is: Option<String>,
    /// How a person calls it.
    #[serde(default)]
    pub label: Option<Words>,
}

/// An ordered scale of ratings.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
// In TypeScript all types are in one place, and the answers for all schools are the `Ratings`.
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(rename = "RatingLevels", missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ratings {
    /// The levels, the lowest first.
    pub lowest_first: Vec<Level>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A rating.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Level {
    /// The rating as rules and files write it.
    pub rating: String,
    /// How a person calls it, where that is another text.
    #[serde(default)]
    pub label: Option<Words>,
    /// Other texts that files write for it.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means, in a sentence.
    #[serde(default)]
    pub meaning: Option<Words>,
}

/// An answer that is no rating.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outcome {
    /// How a person calls it.
    pub label: Words,
    /// Other texts that files write for it.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it means, in a sentence.
    #[serde(default)]
    pub meaning: Option<Words>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A table of weights.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Weights {
    /// How a person calls it.
    #[serde(default)]
    pub label: Option<Words>,
    /// What the weights must add up to. Loading checks it.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub total: Option<Exact>,
    /// The weight of each part. A weight may be a name: then each school's own value is the weight (enrollment).
    pub parts: Entries<Operand>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// What becomes of the weight of missing parts: steps in order, each moving all that its part holds by then.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Redistribution {
    /// The steps, in order.
    pub steps: Vec<RedistributionStep>,
    /// What the whole becomes when weight is left on a missing part after the last step. Without it: undetermined.
    #[serde(default)]
    pub leftover: Option<Finding>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// One step of a redistribution.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedistributionStep {
    /// Applies to each of these that is missing, in this order.
    #[serde(default)]
    pub if_missing: Vec<Operand>,
    /// Applies when all of these are missing.
    #[serde(default)]
    pub if_all_missing: Vec<Operand>,
    /// What the whole becomes.
    #[serde(default)]
    pub becomes: Option<Finding>,
    /// The weight goes here, in these shares of it (they add up to 1). A receiver that is missing passes it on at its own,
    /// later step.
    #[serde(default)]
    pub to: Entries<Exact>,
    /// The weight goes to those of these that are present, in proportion to their weights in the table.
    #[serde(default)]
    pub to_present: Vec<Operand>,
    /// Where the weight goes when none of `toPresent` is present, in shares that add up to 1.
    #[serde(default)]
    pub otherwise: Entries<Exact>,
    /// The rule in words, where the steps need it.
    #[serde(default)]
    pub note: Option<Words>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A distribution that values are compared with. It is data of a year, and has a version.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Distribution {
    /// How a person calls it.
    #[serde(default)]
    pub label: Option<Words>,
    /// Its version, such as the year it was made.
    pub version: String,
    /// All its values, in any order.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub values: Vec<Exact>,
    /// Or: points of it, the value and its percentile, values ascending. In between, `between` says how to read it.
    #[serde(default)]
    pub anchors: Vec<DistributionAnchor>,
    /// How a value between two anchors is read.
    #[serde(default)]
    pub between: Between,
    /// Where the data comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A point of a distribution.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DistributionAnchor {
    /// The value.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub value: Exact,
    /// Its percentile.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub percentile: Exact,
}

/// How a value between two anchors is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Between {
    /// In proportion between the two.
    #[default]
    Linear,
    /// As the lower one.
    Lower,
}

/// A kind of school and where its answers are.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Model {
    /// How a person calls it.
    pub label: Words,
    /// Which schools it is for. Without it: all.
    pub when: Option<Condition<Operand>>,
    /// The rating.
    pub rating: Operand,
    /// The score that stands beside the rating.
    pub score: Option<Operand>,
    /// The parts that a reader sees, in their order.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Where the rule comes from.
    pub cite: Option<Cite>,
}

/// A group of parts that a reader sees together.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// How a person calls the group.
    pub label: Words,
    /// Its parts.
    pub parts: Vec<Operand>,
}

/// A label that a school carries beside its rating.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// The label's text.
    pub label: Words,
    /// When a school carries it.
    pub when: Condition<Operand>,
    /// Where the rule comes from.
    pub cite: Option<Cite>,
}

/// By which rule a rating may be overridden by a person.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Overrides {
    /// Who may, and when, in words.
    pub rule: Words,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// Where a file carries the authority's own result. It is never an input; it is compared.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Published {
    /// The node that the result belongs to.
    #[serde(default)]
    pub node: Option<Operand>,
    /// Or: a weighted node, and the result of each of its parts.
    #[serde(default)]
    pub parts_of: Option<Operand>,
    /// Or: a weighted node, and the weight of each of its parts.
    #[serde(default)]
    pub weights_of: Option<Operand>,
    /// The column of a wide file.
    #[serde(default)]
    pub column: Vec<String>,
    /// The further column of a long file, in the row of the measure that the part is made of.
    #[serde(default)]
    pub attribute: Vec<String>,
    /// The greatest difference that still agrees.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub tolerance: Option<Exact>,
    /// Only in schools of this model.
    #[serde(default)]
    pub model: Option<String>,
}

impl GridKey {
    /// Its bounds, for numbers.
    pub fn bounds(&self) -> super::scale::Bounds {
        super::scale::Bounds {
            at_least: self.at_least.clone(),
            above: self.above.clone(),
            at_most: self.at_most.clone(),
            below: self.below.clone(),
        }
    }

    /// Whether its bounds hold the number.
    pub fn holds(&self, value: &Exact) -> bool {
        self.at_least.as_ref().is_none_or(|bound| value >= bound)
            && self.above.as_ref().is_none_or(|bound| value > bound)
            && self.at_most.as_ref().is_none_or(|bound| value <= bound)
            && self.below.as_ref().is_none_or(|bound| value < bound)
    }
}

impl Level {
    /// Whether a text means this rating.
    pub fn is(&self, text: &str) -> bool {
        let same = |other: &str| super::observations::same_word(other, text);
        same(&self.rating) || self.also.iter().any(|other| same(other))
    }
}
