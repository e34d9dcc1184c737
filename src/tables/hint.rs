//! How a framework expects the files to look that it rates from.

use serde::Serialize;

use crate::policy::read::Read;

/// What a framework says of the files it reads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LayoutHint {
    /// The policy's identifier.
    pub policy: String,
    /// The parts of a school's identifier.
    pub identifier: Vec<IdentifierHint>,
    /// The names that the column with the school's name may have.
    pub names: Vec<String>,
    /// The names of the fields that the framework reads.
    pub measures: Vec<String>,
    /// The names that columns with a role may have, before those in common use.
    pub roles: RoleNames,
    /// Whether the framework tells programs, or spans of grades, apart.
    pub programs: bool,
}

/// The names that a framework gives to the columns of its files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleNames {
    /// Of a long file: the column that names the measure.
    pub measure: Vec<String>,
    /// Of a long file: the column with the value.
    pub value: Vec<String>,
    /// The column with the year.
    pub year: Vec<String>,
    /// The column with the student group.
    pub group: Vec<String>,
    /// The column with the program.
    pub program: Vec<String>,
}

/// What a framework says of a column that identifies the school, alone or together with others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IdentifierHint {
    /// The names that the column may have.
    pub names: Vec<String>,
    /// How many digits the number has.
    pub digits: Option<u8>,
}
