//! What a table can say of a school, and how it is asked for.

use serde::Serialize;

/// What a table can say of a school.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// The measure: the column's name in a wide file, the measure's name in a long one.
    pub name: String,
    /// Something beside the measure's value, in a long file: participation, points, weight.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub attribute: Option<String>,
    /// The student group.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub group: Option<String>,
    /// The year.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub year: Option<String>,
    /// The program within the school.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub program: Option<String>,
}

/// The field as a person would call it.
impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        for part in [&self.attribute, &self.group, &self.year, &self.program].into_iter().flatten() {
            write!(f, " · {part}")?;
        }
        Ok(())
    }
}

/// A field that is looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct FieldQuery<'a> {
    /// The measure's name.
    pub name: &'a str,
    /// Something beside the value. None is the value itself.
    pub attribute: Option<&'a str>,
    /// The student group. None is the field without a group or, failing that, the one for all students; a name for all
    /// students also finds the field without a group.
    pub group: Option<&'a str>,
    /// The year. None is the field without a year or, failing that, of the only year there is.
    pub year: Option<&'a str>,
    /// The program. None is the field without one.
    pub program: Option<&'a str>,
}

impl<'a> FieldQuery<'a> {
    /// The measure's value.
    pub fn named(name: &'a str) -> Self {
        Self { name, ..Self::default() }
    }
}

/// A field of a [`SchoolTable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldIndex(pub(super) usize);

impl FieldIndex {
    /// Its place in [`SchoolTable::fields`].
    pub fn position(self) -> usize {
        self.0
    }
}

/// The parts of a field beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Attribute,
    Group,
    Program,
    Year,
}

/// What an unstated part may mean when no field goes without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Otherwise {
    Nothing,
    AllStudents,
    TheOnlyOne,
}

pub(super) const PARTS: [(Part, Otherwise); 4] = [
    (Part::Attribute, Otherwise::Nothing),
    (Part::Group, Otherwise::AllStudents),
    (Part::Program, Otherwise::Nothing),
    (Part::Year, Otherwise::TheOnlyOne),
];

impl Part {
    pub(super) fn of_field(self, field: &Field) -> Option<&str> {
        match self {
            Self::Attribute => field.attribute.as_deref(),
            Self::Group => field.group.as_deref(),
            Self::Program => field.program.as_deref(),
            Self::Year => field.year.as_deref(),
        }
    }

    pub(super) fn of_query<'a>(self, query: &FieldQuery<'a>) -> Option<&'a str> {
        match self {
            Self::Attribute => query.attribute,
            Self::Group => query.group,
            Self::Program => query.program,
            Self::Year => query.year,
        }
    }
}
