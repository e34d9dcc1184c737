//! What is to be counted in student records: which records, by which groups, and what of them.
//!
//! A framework says which measures it computes from student records; together they make a [`CellPlan`]. The records are
//! counted by the plan, and what comes out are [`Cells`](super::cells::Cells): nothing else of the records leaves their
//! module. Measures that count the same records in the same way share a slice.

mod enrollment;

use serde::Serialize;

use crate::exact::Exact;
use crate::order::{self, Sorted};
use crate::policy::read::Read;
pub use enrollment::{EnrollmentRule, FullYear, MOST_DAYS, YearDay};

/// The kind and version of the document.
pub const PLAN: &str = "cell-plan/1";

/// Elements and, for each, the values of which a record has one.
pub type Filter = Sorted<String, Vec<String>>;

/// Everything that is to be counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellPlan {
    /// What the document is: `cell-plan/1`.
    pub evenhand: String,
    /// What is counted, each once, in order.
    pub slices: Vec<Slice>,
}

/// Some of the records, and what of them is counted for each school and year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Slice {
    /// The element that is counted; it says the table too. Records without a value of it don't count.
    pub of: String,
    /// How it is counted.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "CountKind"))]
    pub count: Count,
    /// For `ratio` and `chronic`: the element of the divisor.
    #[serde(default)]
    pub per: Option<String>,
    /// For `chronic`: the share of `per` from which on a student counts.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub at_least: Option<Exact>,
    /// For `chronic`: students with less of `per` aren't counted.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub minimum: Option<Exact>,
    /// Which records are in: all of these hold.
    #[serde(default, rename = "where")]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string[]>"))]
    pub filter: Filter,
    /// If there are any: at least one of these holds too. A record in several of them counts once.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string[]>[]"))]
    pub any_group: Vec<Filter>,
    /// What must hold of the student's stays at schools.
    #[serde(default)]
    pub enrollment: Option<EnrollmentRule>,
    /// Counted are the records of which it isn't known whether that holds, instead of those of which it does: each at the school
    /// that it names itself.
    #[serde(default)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unsettled: bool,
}

/// How an element is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Read)]
// In TypeScript all types are in one place, and a node may be a `Count`.
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(rename = "CountKind", missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    /// How many records have each of its words.
    Words,
    /// How many records have each of its numbers: whatever asks for an order, such as a median.
    Numbers,
    /// How many records have a number, and the sum.
    Sum,
    /// The sum of it and the sum of `per`, over the records that have both.
    Ratio,
    /// How many students have at least the share `atLeast` of `per`, all their records of a school and year together.
    Chronic,
    /// How many records are of students who took the test, who did not, and who were excused; whether they have a value or not.
    Participation,
}

/// The elements that are numbers, those of tests first.
const NUMBERS: [&str; 5] = [
    "assessmentResultScoreValue",
    "studentGrowthPercentile",
    "numberOfDaysInMembership",
    "numberOfDaysAbsent",
    "numberOfDaysInAttendance",
];

/// The elements whose words are counted, besides student groups.
const WORDS: [&str; 5] = [
    "assessmentPerformanceLevelIdentifier",
    "highSchoolGraduationIndicator",
    "dropoutIndicator",
    "onTrackToGraduate",
    "postsecondaryEnrollmentIndicator",
];

/// The student groups, and what else is known of a record beside its results.
const GROUPS: [&str; 21] = [
    "sex",
    "raceAndEthnicity",
    "economicDisadvantageStatus",
    "englishLearnerStatus",
    "ideaIndicator",
    "giftedAndTalentedIndicator",
    "migrantStatus",
    "minority",
    "schoolFullAcademicYear",
    "leaFullAcademicYear",
    "includedInAccountability",
    "schoolLevel",
    "onTrackGrowth",
    "englishLearnerLevel",
    "section504Status",
    "homelessnessStatus",
    "fosterCareStatus",
    "militaryConnected",
    "titleIStatus",
    "assessmentTypeAdministered",
    "leaIdentifier",
];

impl Slice {
    /// Whether the element can be counted in this way at all.
    pub fn can_be_counted(&self) -> bool {
        let [score, growth, membership, absent, _] = NUMBERS;
        let of = self.of.as_str();
        let per = self.per.as_deref();
        let is_days = |element: &str| NUMBERS.contains(&element) && element != score && element != growth;
        match self.count {
            Count::Words => WORDS.contains(&of) || GROUPS.contains(&of),
            Count::Numbers => of == score || of == growth,
            Count::Sum => NUMBERS.contains(&of),
            Count::Ratio => is_days(of) && per.is_some_and(is_days),
            Count::Chronic => of == absent && per == Some(membership),
            Count::Participation => true,
        }
    }
}

impl CellPlan {
    /// These slices, each once, in an order that depends on nothing but themselves.
    pub fn new(slices: impl IntoIterator<Item = Slice>) -> Self {
        Self { evenhand: PLAN.to_owned(), slices: order::distinct(slices.into_iter().map(Slice::in_order)) }
    }
}

impl Slice {
    /// All records that have a value of an element.
    pub fn new(of: impl Into<String>, count: Count) -> Self {
        Self {
            of: of.into(),
            count,
            per: None,
            at_least: None,
            minimum: None,
            filter: Filter::new(),
            any_group: Vec::new(),
            enrollment: None,
            unsettled: false,
        }
    }

    /// Only records that have one of these values.
    #[must_use]
    pub fn only(mut self, element: impl Into<String>, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.filter.insert(element.into(), values.into_iter().map(Into::into).collect());
        self
    }

    /// The same, written in one way, so that equal slices are known as such.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.filter = in_order(self.filter);
        self.any_group = order::distinct(self.any_group.into_iter().map(in_order));
        self
    }

    /// The elements by which records are chosen.
    pub fn chosen_by(&self) -> impl Iterator<Item = &str> {
        let groups = self.any_group.iter().flat_map(Sorted::keys);
        self.filter.keys().chain(groups).map(String::as_str)
    }
}

fn in_order(filter: Filter) -> Filter {
    filter.into_iter().map(|(element, values)| (element, order::distinct(values))).collect()
}

#[cfg(test)]
mod tests {
    use crate::records::element::{DIMENSIONS, Element};

    use super::*;

    #[test]
    fn what_is_counted_are_elements() {
        let known = |name: &&str| Element::named(name).is_some();
        assert!(NUMBERS.iter().chain(&WORDS).all(known));
        assert_eq!(GROUPS, DIMENSIONS.map(Element::name));
    }
}
