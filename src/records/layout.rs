//! How one kind of file is read: a layout.
//!
//! A preset that comes with the site and a mapping that a user saved are the same kind of document (`layout/1`, JSON). It
//! holds headings, names of values and rules, and never a student's value.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::element::{Element, ElementKind, StudentTable, is_private};
use super::notices::{DecimalMarkOfNoNumber, LayoutFormat, LayoutValue, LayoutWithoutElement, PrivateHeading};
use super::value;
use crate::notice::{Notice, Place, Told};
use crate::order::Sorted;
use crate::policy::header::Words;
use crate::policy::json::{Json, child, parse};
use crate::policy::read::{Read, Reader, decode};

/// The one format there is.
pub const FORMAT: &str = "layout/1";

/// A layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Layout {
    /// `layout/1`.
    pub evenhand: String,
    /// Its lasting name.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// The school years in which files are so, as one would write them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<String>,
    /// What the rows are.
    pub table: StudentTable,
    /// The headings that a file must have to be read so: its fingerprint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<String>,
    /// Headings that a file must not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// Which column holds what.
    pub columns: ColumnReadings,
    /// What is the same for all rows, and stands in no column.
    #[serde(default, skip_serializing_if = "LayoutConstants::is_empty")]
    pub constants: LayoutConstants,
    /// Which rows are in. Others are dropped, and counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowRule>,
    /// What settles rows that say different things of the same student, year and sitting. Without it, all are dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub duplicates: Option<DuplicateRule>,
    /// The limits of scores.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<ScoreScale>,
    /// The cut scores of achievement levels, where the file has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cuts: Vec<CutScores>,
    /// What it tells of interim results, beside the columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub interim: Option<InterimReading>,
    /// Whether it is a roster: schools, race and sex only.
    #[serde(default, skip_serializing_if = "is_false")]
    pub roster: bool,
    /// Where this is known from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub source: Option<String>,
}

/// ColumnReadings by element, in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, ColumnReading>"))]
pub struct ColumnReadings(pub Vec<(Element, ColumnReading)>);

/// How a column is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColumnReading {
    /// The column's possible headings; the first that the file has is read.
    pub heading: Vec<String>,
    /// What a cell's text means: text → value. A text that isn't here is read as its kind is read.
    #[serde(default, skip_serializing_if = "Sorted::is_empty")]
    pub values: Sorted<String, String>,
    /// Texts that mean that there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blank: Vec<String>,
    /// Of identifiers: how many digits they have, so that zeros which a spreadsheet dropped are put back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub digits: Option<u8>,
    /// Of numbers: what stands before the decimals. Where it is said, the other of the two may part thousands: `1.250,5`.
    /// Where it isn't, it is a point, and a number with a comma isn't read: `1,250` may be either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub decimal_mark: Option<DecimalMark>,
    /// Whether a file may come without it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
}

/// What stands before the decimals of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DecimalMark {
    /// `12.5`.
    Point,
    /// `12,5`.
    Comma,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Values by element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
pub struct LayoutConstants(pub Vec<(Element, String)>);

impl LayoutConstants {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Rows whose cell in this column is one of these texts are in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowRule {
    /// The heading.
    pub heading: String,
    /// The texts of rows that are in.
    pub is: Vec<String>,
}

/// A rule on values that settles conflicting rows. Never one on positions: a file may be sorted in any way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DuplicateRule {
    /// The row with the highest score counts.
    HighestScore,
    /// The row with the lowest score counts.
    LowestScore,
}

/// The lowest and the highest score of a test.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScoreScale {
    /// The subject; absent for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub subject: Option<String>,
    /// The lowest score.
    pub from: i64,
    /// The highest score.
    pub to: i64,
}

/// The cut scores of a version of a test, by year, subject and grade.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CutScores {
    /// The test; absent for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub test: Option<String>,
    /// The years in which the school years end.
    pub years: Vec<u32>,
    /// The subject.
    pub subject: String,
    /// The grades.
    pub grades: Vec<String>,
    /// Each level with the lowest score that reaches it.
    pub levels: Vec<(i64, String)>,
}

/// How interim results stand in files of this layout. Each row of tests is an interim result, too, and so are the goal
/// areas beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InterimReading {
    /// The names of the cycles in their order, where neither a day nor a number tells it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// Goal areas that stand side by side in a row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<GoalColumns>,
    /// Which column says of a cycle whether the student is on track.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_track: Vec<OnTrackColumn>,
    /// The levels that mean on track.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_track_levels: Vec<String>,
}

/// The columns of one goal area, by their headings. A file may come without them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GoalColumns {
    /// The heading of its name.
    pub name: String,
    /// The heading of its score.
    pub score: String,
    /// The heading of its level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub level: Option<String>,
}

/// A column that says of one cycle whether the student is on track.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnTrackColumn {
    /// The cycle.
    pub cycle: String,
    /// The heading.
    pub heading: String,
}

impl Layout {
    /// Reads a layout's text.
    ///
    /// # Errors
    /// The notices of everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<Notice>> {
        let json = parse(text)?;
        let mut notices = Vec::new();
        let layout = decode::<Self>(&json, "", &mut notices);
        if let Some(layout) = &layout {
            layout.check(&mut notices);
            if layout.evenhand != FORMAT {
                let notice = LayoutFormat { found: layout.evenhand.clone(), expected: FORMAT.to_owned() };
                notices.push(notice.at(Place::pointer("/evenhand")));
            }
        }
        match layout {
            Some(layout) if notices.is_empty() => Ok(layout),
            _ => Err(notices),
        }
    }

    /// Tells of what no file can be read by.
    pub(super) fn check(&self, notices: &mut Vec<Notice>) {
        for (element, reading) in &self.columns.0 {
            let at = child("/columns", element.name());
            // In a table of schools the column `name` is the school's.
            let of_school = self.table == StudentTable::Schools && *element == Element::SchoolName;
            let private = |heading: &str| is_private(heading) && !of_school;
            for (place, heading) in reading.heading.iter().enumerate().filter(|(_, heading)| private(heading)) {
                let pointer = child(&child(&at, "heading"), &place.to_string());
                let place = Place { column: Some(heading.clone()), ..Place::pointer(pointer) };
                notices.push(PrivateHeading { column: heading.clone() }.at(place));
            }
            for (text, value) in reading.values.iter().filter(|(_, value)| !is_value(*element, value)) {
                let pointer = child(&child(&at, "values"), text);
                let place = Place { column: reading.heading.first().cloned(), ..Place::pointer(pointer) };
                notices.push(LayoutValue { element: element.name().to_owned(), value: value.clone() }.at(place));
            }
        }
        let not_a_number = |(element, reading): &&(Element, ColumnReading)| {
            reading.decimal_mark.is_some() && !element.kind().is_number()
        };
        for (element, _) in self.columns.0.iter().filter(not_a_number) {
            let place = Place::pointer(child(&child("/columns", element.name()), "decimalMark"));
            notices.push(DecimalMarkOfNoNumber { element: element.name().to_owned() }.at(place));
        }
        for (element, value) in self.constants.0.iter().filter(|(element, value)| !is_value(*element, value)) {
            let place = Place::pointer(child("/constants", element.name()));
            notices.push(LayoutValue { element: element.name().to_owned(), value: value.clone() }.at(place));
        }
        for (place, rule) in self.rows.iter().enumerate().filter(|(_, rule)| is_private(&rule.heading)) {
            let pointer = child(&child("/rows", &place.to_string()), "heading");
            notices.push(PrivateHeading { column: rule.heading.clone() }.at(Place::pointer(pointer)));
        }
        for element in needed(self.table) {
            let known = self.column(*element).is_some() || self.constant(*element).is_some();
            let named = instead(self.table, *element).is_some_and(|other| self.column(other).is_some());
            if !known && !named {
                let notice = LayoutWithoutElement { element: element.name().to_owned() };
                notices.push(notice.at(Place::pointer("/columns")));
            }
        }
    }

    /// How a column is read.
    pub fn column(&self, element: Element) -> Option<&ColumnReading> {
        self.columns.0.iter().find(|(known, _)| *known == element).map(|(_, column)| column)
    }

    /// The same layout for a file of another year: where no column says the school year, nothing does.
    #[must_use]
    pub fn without_year(mut self) -> Self {
        self.constants.0.retain(|(element, _)| *element != Element::SchoolYear);
        self
    }

    /// What is the same for all rows.
    pub fn constant(&self, element: Element) -> Option<&str> {
        self.constants.0.iter().find(|(known, _)| *known == element).map(|(_, value)| value.as_str())
    }
}

/// Whether a layout may say that a text means this, or that all rows have it: `""` is nothing.
fn is_value(element: Element, text: &str) -> bool {
    let free = matches!(
        element.kind(),
        ElementKind::Student | ElementKind::Identifier | ElementKind::Text | ElementKind::Name
    );
    match element {
        _ if text.is_empty() => true,
        Element::AttendanceStatus => value::day_absent(text).is_some(),
        _ => free || value::fits(element.kind(), text),
    }
}

/// What a table can't do without.
pub fn needed(table: StudentTable) -> &'static [Element] {
    match table {
        StudentTable::Assessments => {
            &[Element::StudentIdentifier, Element::SchoolIdentifier, Element::SchoolYear, Element::Subject]
        }
        StudentTable::Students => &[Element::StudentIdentifier],
        StudentTable::Enrollments | StudentTable::Attendance | StudentTable::Outcomes => {
            &[Element::StudentIdentifier, Element::SchoolIdentifier]
        }
        StudentTable::Schools => &[Element::SchoolIdentifier],
        StudentTable::Interim => &[
            Element::StudentIdentifier,
            Element::SchoolIdentifier,
            Element::SchoolYear,
            Element::Subject,
            Element::Period,
        ],
    }
}

/// What does as well for a table: a school's name for its number, the day of an interim test for its year and its cycle.
pub fn instead(table: StudentTable, element: Element) -> Option<Element> {
    match element {
        Element::SchoolIdentifier => Some(Element::SchoolName),
        Element::SchoolYear | Element::Period if table == StudentTable::Interim => Some(Element::AdministrationDate),
        _ => None,
    }
}

impl Serialize for ColumnReadings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (element, column) in &self.0 {
            map.serialize_entry(element, column)?;
        }
        map.end()
    }
}

impl Read for ColumnReadings {
    fn blank() -> Self {
        Self::default()
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        self.0 = by_element(json, reader);
    }
}

impl Serialize for LayoutConstants {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(element, value)| (element, value)))
    }
}

impl Read for LayoutConstants {
    fn blank() -> Self {
        Self::default()
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        self.0 = by_element(json, reader);
    }
}

/// An object whose keys are elements.
fn by_element<T: Read>(json: &Json, reader: &mut Reader<'_>) -> Vec<(Element, T)> {
    let mut list = Vec::new();
    for (key, json) in reader.object(json).unwrap_or_default() {
        let (mut element, mut value) = (Element::blank(), T::blank());
        reader.key(key, &Json::Text(key.clone()), &mut element);
        reader.key(key, json, &mut value);
        list.push((element, value));
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{ "evenhand": "layout/1", "id": "small", "title": "Small", "table": "assessments",
        "headings": ["ID", "SCORE"],
        "columns": { "studentIdentifier": { "heading": ["ID"], "digits": 10 }, "schoolIdentifier": { "heading": ["SCHOOL"] },
            "schoolYear": { "heading": ["YEAR"] }, "assessmentResultScoreValue": { "heading": ["SCORE"], "blank": ["NA"] } },
        "constants": { "assessmentAcademicSubject": "Mathematics" },
        "rows": [ { "heading": "VALID", "is": ["Y"] } ], "duplicates": "highest-score" }"#;

    #[test]
    fn a_layout_is_written_as_it_was_read() {
        let layout = Layout::read(SMALL).expect("a layout");
        assert_eq!(layout.column(Element::StudentIdentifier).and_then(|column| column.digits), Some(10));
        assert_eq!(layout.constant(Element::Subject), Some("Mathematics"));
        let text = serde_json::to_string(&layout).expect("JSON");
        assert_eq!(Layout::read(&text), Ok(layout));
    }

    #[test]
    fn what_is_wrong_with_a_layout_is_told_at_its_place() {
        let told = |text: &str| -> Vec<(&str, Option<String>)> {
            Layout::read(text)
                .expect_err("notices")
                .into_iter()
                .map(|notice| (notice.code, notice.place.pointer))
                .collect()
        };
        let wrong = SMALL.replace("studentIdentifier", "studentIdentifer");
        assert_eq!(told(&wrong), [("policy.unknown-choice", Some(child("/columns", "studentIdentifer")))]);
        let without = SMALL.replace("\"assessmentAcademicSubject\": \"Mathematics\"", "");
        assert_eq!(told(&without), [("records.layout-without-element", Some("/columns".to_owned()))]);
        let later = SMALL.replace("layout/1", "layout/2");
        assert_eq!(told(&later), [("records.layout-format", Some("/evenhand".to_owned()))]);
    }
}
