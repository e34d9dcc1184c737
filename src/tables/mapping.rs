//! What each column of a file is.

use rustc_hash::FxHashSet as HashSet;
use std::sync::Arc;

use serde::Serialize;

use super::notices::{AmbiguousColumn, ColumnTwice, MissingColumn, NoIdentifier, NoMeasureColumn, NoValueColumn};
use super::sheet::Sheet;
use crate::notice::{Notice, Place, Told, nearest};
use crate::policy::read::Read;

/// Whether a file has one row a school or one row a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// One row a school, one column a measure.
    #[default]
    Wide,
    /// One row a school and measure.
    Long,
}

/// A column that identifies the school, alone or together with others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IdentifierPart {
    /// The column's name.
    pub column: String,
    /// How many digits the number has, so that zeros that a spreadsheet dropped can be put back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub digits: Option<u8>,
}

/// What each column of a file is. Columns without a role are measures of a wide file, and further attributes of a
/// measure (participation, points, weight) in a long one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    /// One row a school, or one row a measure.
    pub shape: Shape,
    /// The columns that identify the school.
    pub identifier: Vec<IdentifierPart>,
    /// The column with the school's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub name: Option<String>,
    /// Of a long file: the column that names the measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub measure: Option<String>,
    /// Of a long file: the column with the measure's value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub value: Option<String>,
    /// The column with the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub year: Option<String>,
    /// The column with the student group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub group: Option<String>,
    /// The column with the program within the school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub program: Option<String>,
    /// Columns that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub ignore: Vec<String>,
}

impl Mapping {
    /// The columns with a role, each with its role's order; the name may be the identifier as well.
    pub(super) fn columns(&self) -> impl Iterator<Item = &String> {
        let parts = self.identifier.iter().map(|part| &part.column);
        let long = [&self.measure, &self.value].into_iter().filter(|_| self.shape == Shape::Long);
        let rest = [&self.year, &self.group, &self.program].into_iter();
        parts.chain(long.chain(rest).flatten()).chain(&self.ignore)
    }
}

/// What is wrong with a mapping for this file. Empty when it can be used.
pub fn check(sheet: &Sheet, mapping: &Mapping) -> Vec<Notice> {
    let place = || Place::file(Arc::clone(sheet.file()));
    let mut notices = Vec::new();
    if mapping.identifier.is_empty() {
        notices.push(NoIdentifier {}.at(place()));
    }
    if mapping.shape == Shape::Long {
        if mapping.measure.is_none() {
            notices.push(NoMeasureColumn {}.at(place()));
        }
        if mapping.value.is_none() {
            notices.push(NoValueColumn {}.at(place()));
        }
    }
    let known = || sheet.headers().iter().map(String::as_str).filter(|name| !name.is_empty());
    let mut seen: HashSet<&str> = HashSet::default();
    for column in mapping.columns().chain(&mapping.name) {
        let here = || place().in_column(column.clone());
        let is_name = mapping.name.as_ref() == Some(column);
        if !seen.insert(column) {
            // The name alone may double as the identifier.
            if !is_name || mapping.columns().filter(|other| *other == column).count() > 1 {
                notices.push(ColumnTwice { column: column.clone() }.at(here()));
            }
            continue;
        }
        match sheet.columns_named(column).count() {
            0 => {
                let suggestion = nearest(column, known());
                let columns = known().map(str::to_owned).collect();
                notices.push(MissingColumn { column: column.clone(), suggestion, columns }.at(here()));
            }
            1 => {}
            _ if mapping.ignore.contains(column) => {}
            _ => notices.push(AmbiguousColumn { column: column.clone() }.at(here())),
        }
    }
    notices
}
