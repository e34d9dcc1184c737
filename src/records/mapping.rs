//! What somebody said of the columns of a file, made into a layout.
//!
//! A mapping is kept as a file, so it may hold no student's value: of a column's texts it holds those of categories alone,
//! and of those only what must be said.

use super::element::{Element, StudentTable, is_private};
use super::layout::{ColumnReading, ColumnReadings, DecimalMark, DuplicateRule, FORMAT, Layout, LayoutConstants};
use super::notices::{ElementTwice, MissingColumn};
use super::recognize::{Sample, id_of, reading};
use crate::notice::{Notice, Place, Told};
use crate::order::Sorted;
use crate::policy::header::Words;
use crate::policy::read::Read;

/// What somebody said of a file.
#[derive(Debug, Clone, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappingDraft {
    /// What the mapping is called.
    pub title: String,
    /// What the rows are.
    pub table: StudentTable,
    /// The columns that are read.
    pub columns: Vec<MappedColumn>,
    /// What stands in no column: the value by its element.
    pub constants: LayoutConstants,
    /// What settles rows that say different things.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub duplicates: Option<DuplicateRule>,
}

/// What somebody said of a column.
#[derive(Debug, Clone, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappedColumn {
    /// Its heading.
    pub heading: String,
    /// What it is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub element: Element,
    /// What its texts mean: `""` that there is nothing.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub values: Sorted<String, String>,
    /// How many digits its identifiers have.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub digits: Option<u8>,
    /// What stands before the decimals of its numbers.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub decimal_mark: Option<DecimalMark>,
}

impl Sample {
    /// The mapping that somebody made for this file.
    ///
    /// # Errors
    /// The notices of everything that is wrong with it, at the columns.
    pub fn layout(&self, draft: &MappingDraft) -> Result<Layout, Vec<Notice>> {
        let mut notices = self.wrong_columns(draft);
        let of = |element: Element| draft.columns.iter().find(move |column| column.element == element);
        let student = of(Element::StudentIdentifier).map(|column| column.heading.as_str());
        let readings = draft.columns.iter().map(|column| {
            let before = self.base.as_ref().and_then(|base| base.column(column.element));
            let before = before.filter(|before| before.heading.contains(&column.heading));
            let listed = |text: &str| self.may_list(&column.heading, column.element, student, text);
            let meant = column.values.iter().map(|(text, value)| (text.as_str(), value.as_str()));
            let meant = meant.filter(|(text, _)| listed(text));
            let reading = reading(column.element, &column.heading, column.digits, before, meant);
            // Said of a column that holds something else now, it says nothing.
            let decimal_mark = column.decimal_mark.filter(|_| column.element.kind().is_number());
            (column.element, ColumnReading { decimal_mark, ..reading })
        });
        let constants =
            draft.constants.0.iter().filter(|(element, value)| of(*element).is_none() && !value.trim().is_empty());
        // The rules of a layout for the same kind of rows still hold.
        let base = self.base.as_ref().filter(|base| base.table == draft.table);
        let said = draft.title.trim();
        let title = Words::Plain(if said.is_empty() { self.stem() } else { said }.to_owned());
        let layout = Layout {
            evenhand: FORMAT.to_owned(),
            id: id_of(&title),
            title,
            years: Vec::new(),
            table: draft.table,
            headings: draft.columns.iter().map(|column| column.heading.clone()).collect(),
            without: Vec::new(),
            columns: ColumnReadings(readings.collect()),
            constants: LayoutConstants(constants.cloned().collect()),
            rows: base.map(|base| base.rows.clone()).unwrap_or_default(),
            duplicates: draft.duplicates,
            scales: base.map(|base| base.scales.clone()).unwrap_or_default(),
            cuts: base.map(|base| base.cuts.clone()).unwrap_or_default(),
            interim: base.and_then(|base| base.interim.clone()),
            roster: base.is_some_and(|base| base.roster),
            source: None,
        };
        layout.check(&mut notices);
        if notices.is_empty() { Ok(layout) } else { Err(notices) }
    }

    /// Columns that can't be read so, and elements that two columns are said to be.
    fn wrong_columns(&self, draft: &MappingDraft) -> Vec<Notice> {
        let mut notices = Vec::new();
        for (place, column) in draft.columns.iter().enumerate() {
            let at = || Place::default().in_column(column.heading.clone());
            // The layout itself tells of private ones.
            if is_private(&column.heading) {
                continue;
            }
            if self.find(&column.heading).is_none() {
                let (element, headings) = (column.element.name().to_owned(), vec![column.heading.clone()]);
                notices.push(MissingColumn { element, headings }.at(at()));
            }
            let same: Vec<String> = draft
                .columns
                .iter()
                .filter(|other| other.element == column.element)
                .map(|other| other.heading.clone())
                .collect();
            let first = draft.columns.iter().position(|other| other.element == column.element) == Some(place);
            if same.len() > 1 && first {
                let told = ElementTwice { element: column.element.name().to_owned(), columns: same };
                notices.push(told.at(at()));
            }
        }
        notices
    }
}
