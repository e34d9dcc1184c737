//! What a fact, a measure or a node can be: a number, a rating, a word, an outcome, or absent for a reason.

use std::sync::Arc;

use serde::Serialize;

use crate::exact::Exact;
use crate::policy::read::Read;

/// Why there is no value. The reasons stay apart to the end: "too few students" is not "not reported".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The file lists it for this school and leaves it blank.
    NotReported,
    /// Fewer students than the policy's minimum.
    TooFewStudents,
    /// A response rate below the policy's minimum.
    LowResponse,
    /// The students were not tested.
    NotTested,
    /// It doesn't apply to this school.
    NotApplicable,
    /// The authority has it and doesn't give it out.
    Withheld,
    /// Parts that it is made of are missing, and the policy gives no other way.
    MissingParts,
    /// A division by zero, or a number of too many digits.
    NotComputable,
    /// No file has such a column at all: not asked yet.
    NotAsked,
    /// It is computed from student records, which are not supplied.
    NotSupplied,
    /// The file's text is not what the policy expects; a notice says so.
    Unreadable,
    /// It depends on something that isn't known.
    Undetermined,
    /// The policy's sources don't say what happens here.
    RuleUnknown,
}

impl Reason {
    /// Whether the true value may exist and is not known here. Such a value is never treated as missing: whatever needs
    /// it is undetermined.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotAsked | Self::NotSupplied | Self::Unreadable | Self::Undetermined | Self::RuleUnknown)
    }
}

/// The value of a fact, a measure or a node for one school.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A number.
    Number(Exact),
    /// A level of a rating scale; level 0 is the lowest.
    Rating {
        /// The scale's place among the framework's rating scales.
        scale: usize,
        /// The level's place on the scale, lowest first.
        level: usize,
    },
    /// A word: a survey category, a model's name.
    Word(Arc<str>),
    /// A declared outcome that is no rating, such as "Inability to Rate": its place among the framework's outcomes.
    Outcome(usize),
    /// No value, and why.
    Absent(Reason),
}

impl Value {
    /// The number, if it is one.
    pub fn number(&self) -> Option<&Exact> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Why there is no value, if there is none. An outcome is no value for what builds on it either.
    pub fn missing(&self) -> Option<Reason> {
        match self {
            Self::Absent(reason) => Some(*reason),
            Self::Outcome(_) => Some(Reason::NotApplicable),
            _ => None,
        }
    }

    /// Whether there is a value to calculate or compare with.
    pub fn is_present(&self) -> bool {
        self.missing().is_none()
    }
}
