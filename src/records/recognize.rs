//! Which layout fits a file's headings, and what the columns of other files seem to be.

mod headings;
mod meaning;
mod profile;

use std::sync::Arc;

use serde::Serialize;

use super::element::{Element, ElementKind, StudentTable, is_private};
use super::layout::{ColumnReading, ColumnReadings, DecimalMark, FORMAT, Layout, LayoutConstants, instead, needed};
use super::value;
use crate::order::{self, Sorted};
use crate::policy::header::Words;
use crate::tables::plain_name;

use headings::Column;
pub use meaning::KnownElement;
use profile::{Profile, is_shared};

/// How many rows a proposal shows, masked.
const SHOWN: usize = 10;

/// The beginning of the names of mappings, which tells them from the layouts that come with the program.
const MAPPING: &str = "mapping";

/// The layout whose fingerprint the headings have: all its headings, and none that it excludes. Of several, the one with
/// the longest fingerprint.
pub fn best<'a>(headings: &[String], layouts: &'a [Layout]) -> Option<&'a Layout> {
    let plain: Vec<String> = headings.iter().map(|heading| plain_name(heading)).collect();
    let has = |heading: &String| plain.contains(&plain_name(heading));
    layouts
        .iter()
        .filter(|layout| !layout.headings.is_empty())
        .filter(|layout| layout.headings.iter().all(has) && !layout.without.iter().any(has))
        .max_by(|a, b| a.headings.len().cmp(&b.headings.len()).then_with(|| b.id.cmp(&a.id)))
}

/// The mapping that fits the headings, if it is the only one of its kind: of two that fit alike, only somebody can say which
/// is meant.
pub fn only<'a>(headings: &[String], mappings: &'a [Layout]) -> Option<&'a Layout> {
    let found = best(headings, mappings)?;
    let alike = |other: &&Layout| other.headings.len() == found.headings.len() && other.id != found.id;
    let others: Vec<Layout> = mappings.iter().filter(alike).cloned().collect();
    best(headings, &others).is_none().then_some(found)
}

/// What a column of an unknown file seems to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ColumnGuess {
    /// The heading.
    pub heading: String,
    /// Whether it is never read: a name, a birth date, an address.
    pub private: bool,
    /// The element, if one is proposed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub element: Option<Element>,
    /// What an element's cells are, if one is proposed.
    pub kind: Option<ElementKind>,
    /// How many of the cells that were looked at are filled.
    pub filled: u32,
    /// How many digits its identifiers have, if that was said before.
    pub digits: Option<u8>,
    /// Whether its numbers have commas, so that it matters what stands before their decimals.
    pub commas: bool,
    /// What stands before the decimals of its numbers: as it was said before, or as the commas show it.
    pub decimal_mark: Option<DecimalMark>,
    /// What its texts would mean.
    pub values: ColumnValues,
}

/// The texts of a column of few values, and what each would mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ColumnValues {
    /// Each text with its value: `""` means that there is nothing, `null` that it isn't understood.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, string | null][]"))]
    pub texts: Vec<(String, Option<String>)>,
    /// Whether its texts aren't listed although they might mean something: they are many, or tell who somebody is.
    pub withheld: bool,
}

/// How an unknown file may be read: for somebody to check, change and save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// The proposed layout. It may lack what its table needs: see `missing`.
    pub layout: Layout,
    /// The columns.
    pub columns: Vec<ColumnGuess>,
    /// What the table needs and nothing was found for.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub missing: Vec<Element>,
    /// Rows from the beginning with letters as `x` and digits as `9`; private columns are empty.
    pub masked: Vec<Vec<String>>,
}

/// The beginning of a file, kept while somebody says how it is read. Cells of private columns aren't in it.
#[derive(Debug, Clone)]
pub struct Sample {
    file: Arc<str>,
    pub(super) headings: Vec<String>,
    rows: Vec<Vec<String>>,
    /// How it is read now, if anybody said.
    pub(super) base: Option<Layout>,
}

impl Sample {
    pub(super) fn new(file: Arc<str>, headings: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        Self { file, headings, rows, base: None }
    }

    /// The same, with how the file is read now: a proposal starts from it.
    #[must_use]
    pub fn read_by(self, base: Option<Layout>) -> Self {
        Self { base, ..self }
    }

    /// Its headings.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// The file's name without its ending.
    pub(super) fn stem(&self) -> &str {
        stem(&self.file)
    }

    /// The place of a heading.
    pub(super) fn find(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|known| known == heading)
    }

    /// Proposes how the file may be read, from its headings and first rows.
    pub fn propose(&self) -> Proposal {
        let columns: Vec<Column<'_>> = self
            .headings
            .iter()
            .enumerate()
            .map(|(place, heading)| Column {
                heading,
                private: is_private(heading),
                profile: Profile::of(&self.rows, place),
            })
            .collect();
        let (seeming, guessed) = headings::elements(&columns);
        let elements = self.elements(guessed);
        let table = self.base.as_ref().map_or(seeming, |base| base.table);
        let student = elements.iter().position(|element| *element == Some(Element::StudentIdentifier));
        let guesses: Vec<ColumnGuess> = columns
            .iter()
            .zip(&elements)
            .enumerate()
            .map(|(place, (column, element))| {
                let reading = element.and_then(|element| self.reading(element));
                let said = reading.and_then(|reading| reading.decimal_mark);
                let shown = if column.private { None } else { column.profile.decimal_mark() };
                ColumnGuess {
                    heading: column.heading.to_owned(),
                    private: column.private,
                    element: *element,
                    kind: element.map(Element::kind),
                    filled: u32::try_from(column.profile.filled).unwrap_or(u32::MAX),
                    digits: reading.and_then(|reading| reading.digits),
                    commas: said.is_some() || shown.is_some(),
                    decimal_mark: said.or_else(|| shown.and_then(value::DecimalMarkShown::mark)),
                    values: element.map(|element| self.values_of(place, element, student, &[])).unwrap_or_default(),
                }
            })
            .collect();
        let constants = self.constants(table, &elements);
        let layout = self.layout_of(table, constants, &guesses);
        let missing = missing(table, &elements, &layout.constants);
        let masked = self.rows.iter().take(SHOWN).map(|row| self.masked(row)).collect();
        Proposal { layout, columns: guesses, missing, masked }
    }

    /// What the texts of a column would mean if it were this element, where that column numbers the students. `more` are
    /// texts that were met further down, and not understood.
    pub fn values(&self, heading: &str, element: Element, student: Option<&str>, more: &[String]) -> ColumnValues {
        let student = student.and_then(|student| self.find(student));
        self.find(heading).map(|place| self.values_of(place, element, student, more)).unwrap_or_default()
    }

    /// Whether a text of a column may be listed and saved: it says nothing of who somebody is.
    pub(super) fn may_list(&self, heading: &str, element: Element, student: Option<&str>, text: &str) -> bool {
        let Some(place) = self.find(heading) else { return false };
        element.has_meanings()
            && !is_private(heading)
            && (self.is_category(place, student.and_then(|student| self.find(student))) || is_a_word_of(element, text))
    }

    fn is_category(&self, place: usize, student: Option<usize>) -> bool {
        Profile::of(&self.rows, place).is_short_list() && is_shared(&self.rows, place, student)
    }

    fn values_of(&self, place: usize, element: Element, student: Option<usize>, more: &[String]) -> ColumnValues {
        let private = self.headings.get(place).is_none_or(|heading| is_private(heading));
        if private || !element.has_meanings() {
            return ColumnValues::default();
        }
        let profile = Profile::of(&self.rows, place);
        let category = profile.is_short_list() && is_shared(&self.rows, place, student);
        let words = || profile.distinct.len() <= profile::TEXTS && profile.all(|text| is_a_word_of(element, text));
        if !category && !words() {
            return ColumnValues { texts: Vec::new(), withheld: profile.filled > 0 };
        }
        let further = more.iter().map(String::as_str).filter(|text| !value::is_blank(text));
        let texts = order::distinct(profile.distinct.iter().copied().chain(further));
        let said = self.reading(element);
        let meanings = meaning::meanings(element, &texts);
        let texts = texts.into_iter().zip(meanings).map(|(text, meaning)| {
            let said = said.and_then(|reading| said_of(reading, text));
            (text.to_owned(), said.or(meaning))
        });
        ColumnValues { texts: texts.collect(), withheld: false }
    }

    /// How an element is read now.
    fn reading(&self, element: Element) -> Option<&ColumnReading> {
        self.base.as_ref().and_then(|base| base.column(element))
    }

    /// The elements of the columns: those that were said, and of the others only what is needed.
    fn elements(&self, guessed: Vec<Option<Element>>) -> Vec<Option<Element>> {
        let Some(base) = &self.base else { return guessed };
        let mut elements = vec![None; self.headings.len()];
        for (element, reading) in &base.columns.0 {
            let column = super::import::find(&self.headings, &reading.heading);
            if let Some(place) = column.and_then(|column| elements.get_mut(column)) {
                *place = Some(*element);
            }
        }
        let lacking = missing(base.table, &elements, &base.constants);
        for (place, guess) in elements.iter_mut().zip(guessed) {
            if place.is_none() && guess.is_some_and(|element| lacking.contains(&element)) {
                *place = guess;
            }
        }
        elements
    }

    /// What stands in no column: what was said, and the school year if the file's name has it.
    fn constants(&self, table: StudentTable, elements: &[Option<Element>]) -> LayoutConstants {
        let mut constants = self.base.as_ref().map(|base| base.constants.clone()).unwrap_or_default();
        if self.base.is_none()
            && missing(table, elements, &constants).contains(&Element::SchoolYear)
            && let Some(year) = value::year(self.stem(), value::DayOrder::default())
        {
            constants.0.push((Element::SchoolYear, year.to_string()));
        }
        constants
    }

    fn layout_of(&self, table: StudentTable, constants: LayoutConstants, columns: &[ColumnGuess]) -> Layout {
        let mapped = || columns.iter().filter_map(|column| Some((column.element?, column)));
        let readings = mapped().map(|(element, column)| (element, self.reading_of(element, column))).collect();
        let headings = mapped().map(|(_, column)| column.heading.clone()).collect();
        let base = self.base.as_ref();
        let own = base.filter(|base| base.id.starts_with(MAPPING));
        let title = own.map_or_else(|| Words::Plain(self.stem().to_owned()), |base| base.title.clone());
        Layout {
            evenhand: FORMAT.to_owned(),
            id: id_of(&title),
            title,
            years: Vec::new(),
            table,
            headings,
            without: Vec::new(),
            columns: ColumnReadings(readings),
            constants,
            rows: base.map(|base| base.rows.clone()).unwrap_or_default(),
            duplicates: base.and_then(|base| base.duplicates),
            scales: base.map(|base| base.scales.clone()).unwrap_or_default(),
            cuts: base.map(|base| base.cuts.clone()).unwrap_or_default(),
            interim: None,
            roster: false,
            source: None,
        }
    }

    fn reading_of(&self, element: Element, column: &ColumnGuess) -> ColumnReading {
        let before = self.reading(element);
        let meant = column.values.texts.iter().filter_map(|(text, value)| Some((text.as_str(), value.as_deref()?)));
        let reading = reading(element, &column.heading, column.digits, before, meant);
        ColumnReading { decimal_mark: column.decimal_mark.filter(|_| element.kind().is_number()), ..reading }
    }

    fn masked(&self, row: &[String]) -> Vec<String> {
        let private = self.headings.iter().map(|heading| is_private(heading)).chain(std::iter::repeat(true));
        row.iter().zip(private).map(|(text, private)| if private { String::new() } else { mask(text) }).collect()
    }
}

/// How a column is read by which these texts mean these values: only what must be said of them is.
pub(super) fn reading<'a>(
    element: Element,
    heading: &str,
    digits: Option<u8>,
    before: Option<&ColumnReading>,
    meant: impl Iterator<Item = (&'a str, &'a str)>,
) -> ColumnReading {
    // What was said before of texts that don't stand here stays said.
    let mut values = before.map(|before| before.values.clone()).unwrap_or_default();
    let mut blank = before.map(|before| before.blank.clone()).unwrap_or_default();
    for (text, value) in meant {
        blank.retain(|known| !known.eq_ignore_ascii_case(text));
        // A name stands for itself, unless another was said.
        let itself = element.kind() == ElementKind::Name && value == text && !values.contains_key(text);
        if value.is_empty() {
            blank.push(text.to_owned());
        } else if !itself {
            values.insert(text.to_owned(), value.to_owned());
        }
    }
    let values: Sorted<String, String> = values
        .iter()
        .filter(|(text, _)| !blank.contains(text))
        .map(|(text, value)| (text.clone(), value.clone()))
        .collect();
    ColumnReading { heading: vec![heading.to_owned()], values, blank, digits, ..ColumnReading::default() }
}

/// The lasting name of a mapping of this title.
pub(super) fn id_of(title: &Words) -> String {
    match plain_name(title.in_language("en")).as_str() {
        "" => MAPPING.to_owned(),
        plain => format!("{MAPPING}-{plain}"),
    }
}

/// What a reading says of a text.
fn said_of(reading: &ColumnReading, text: &str) -> Option<String> {
    let same = |known: &str| known.trim().to_lowercase() == text.to_lowercase();
    let value = reading.values.iter().find(|(known, _)| same(known)).map(|(_, value)| value.clone());
    value.or_else(|| reading.blank.iter().any(|known| same(known)).then(String::new))
}

/// Whether a text is one of the words of an element that has but a few, and not a name.
fn is_a_word_of(element: Element, text: &str) -> bool {
    let closed = !matches!(element.kind(), ElementKind::Name | ElementKind::Race);
    // Words of races are found within texts: only as short as a code are they no part of a name.
    let code = element.kind() == ElementKind::Race && text.len() <= 4;
    (closed || code) && value::fits(element.kind(), text)
}

/// What the table needs, and neither a column nor a constant says.
fn missing(table: StudentTable, elements: &[Option<Element>], constants: &LayoutConstants) -> Vec<Element> {
    let has =
        |element: Element| elements.contains(&Some(element)) || constants.0.iter().any(|(known, _)| *known == element);
    needed(table)
        .iter()
        .copied()
        .filter(|element| !has(*element))
        .filter(|element| !instead(table, *element).is_some_and(&has))
        .collect()
}

/// A file's name without its ending.
fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(name, _)| name)
}

/// Letters become `x`, digits `9`.
fn mask(text: &str) -> String {
    text.chars()
        .take(40)
        .map(|character| match character {
            _ if character.is_alphabetic() => 'x',
            _ if character.is_numeric() => '9',
            _ => character,
        })
        .collect()
}
