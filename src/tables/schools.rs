//! All files together: one line of cells a school.

use std::sync::Arc;

use serde::Serialize;

use super::account::{DropReason, RowAccount};
use super::book::NoticeBook;
use super::content::{Content, Slot};
use super::field::{Field, FieldIndex, FieldQuery, Otherwise, PARTS, Part};
use super::index::{narrow, wide};
use super::mapping::Mapping;
use super::merge::Builder;
use super::names::plain_name;
use super::sheet::Sheet;
use super::synonyms::ALL_STUDENTS;
use crate::notice::Notice;
use crate::order::{self, Sorted};

/// The most cells that a table holds.
pub const MAX_CELLS: usize = 10_000_000;

/// A school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SchoolEntry {
    /// The identifier, its parts joined by `-`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub id: Arc<str>,
    /// The identifier's parts, as text with their zeros.
    pub parts: Vec<String>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub name: Option<String>,
}

/// What stands in a file for a school and a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The text, trimmed. Empty when the cell is there but blank.
    pub text: &'a str,
    /// The file.
    pub file: &'a Arc<str>,
    /// The line of the file where the row starts.
    pub line: u64,
    /// Whether the files contradict each other here. Then there is no text, and the line is that of the first.
    pub contested: bool,
}

/// Schools, fields and cells from all files. Nothing in it depends on the order of rows or files, but for the places
/// that cells name. It stands by itself: the files that it was made from need not be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolTable {
    /// What the cells say, and where they stand.
    pub(super) content: Arc<Content>,
    pub(super) schools: Vec<SchoolEntry>,
    pub(super) fields: Vec<Field>,
    pub(super) columns: Vec<Column>,
    names: Sorted<String, Vec<usize>>,
    pub(super) accounts: Vec<RowAccount>,
}

/// A field's cells by school: all of them, or where few schools have the field only those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    Dense(Vec<Option<Slot>>),
    Sparse(Vec<(u32, Slot)>),
}

impl SchoolTable {
    /// Puts the files together by the schools' identifiers.
    ///
    /// The mappings should have passed [`check`](super::check); a column that isn't there is read as blank.
    pub fn build(sheets: &[(Sheet, Mapping)]) -> (Self, Vec<Notice>) {
        Self::build_within(sheets, MAX_CELLS)
    }

    /// As [`SchoolTable::build`], with another limit of cells.
    pub fn build_within(sheets: &[(Sheet, Mapping)], limit: usize) -> (Self, Vec<Notice>) {
        let mut book = NoticeBook::default();
        let mut builder = Builder::new(limit.min(MAX_CELLS));
        for (index, (sheet, mapping)) in sheets.iter().enumerate() {
            builder.add(narrow(index), sheet, mapping, &mut book);
        }
        let sheets: Vec<&Sheet> = sheets.iter().map(|(sheet, _)| sheet).collect();
        let table = builder.finish(&sheets, &mut book);
        (table, book.close())
    }

    /// The same table with further schools, that student records name. Of a school that it has already, only a missing name
    /// is taken.
    #[must_use]
    pub fn with_schools<'a>(&self, further: impl IntoIterator<Item = (&'a str, Option<&'a str>)>) -> Self {
        let mut schools = self.schools.clone();
        for (id, name) in further {
            let name = name.map(str::to_owned);
            match self.find_school(id) {
                Some(place) => {
                    if let Some(known) = schools.get_mut(place).filter(|known| known.name.is_none()) {
                        known.name = name;
                    }
                }
                None => schools.push(SchoolEntry { id: Arc::from(id), parts: vec![id.to_owned()], name }),
            }
        }
        order::sort_by(&mut schools, |a, b| a.id.cmp(&b.id));
        schools.dedup_by(|next, known| next.id == known.id);
        let place_of = |old: usize| {
            let id = &self.schools.get(old)?.id;
            schools.binary_search_by(|school| school.id.cmp(id)).ok()
        };
        let places: Vec<usize> = (0..self.schools.len()).filter_map(place_of).collect();
        let place = |old: usize| places.get(old).copied().map(narrow);
        let columns = self.columns.iter().map(|column| {
            let slots: Vec<(u32, Slot)> = match column {
                Column::Dense(slots) => {
                    slots.iter().enumerate().filter_map(|(old, slot)| Some((place(old)?, (*slot)?))).collect()
                }
                Column::Sparse(slots) => {
                    slots.iter().filter_map(|(old, slot)| Some((place(wide(*old))?, *slot))).collect()
                }
            };
            Column::new(slots, schools.len())
        });
        let columns = columns.collect();
        Self {
            content: Arc::clone(&self.content),
            schools,
            fields: self.fields.clone(),
            columns,
            names: self.names.clone(),
            accounts: self.accounts.clone(),
        }
    }

    pub(super) fn new(
        content: Content,
        schools: Vec<SchoolEntry>,
        fields: Vec<Field>,
        columns: Vec<Column>,
        accounts: Vec<RowAccount>,
    ) -> Self {
        let mut names: Sorted<String, Vec<usize>> = Sorted::new();
        for (index, field) in fields.iter().enumerate() {
            names.change(plain_name(&field.name), |places| places.push(index));
        }
        Self { content: Arc::new(content), schools, fields, columns, names, accounts }
    }

    /// The schools, in the order of their identifiers.
    pub fn schools(&self) -> &[SchoolEntry] {
        &self.schools
    }

    /// The fields, in the order of their names.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The places of the fields, in the same order.
    pub fn indexes(&self) -> impl Iterator<Item = FieldIndex> {
        (0..self.fields.len()).map(FieldIndex)
    }

    /// What became of each file's rows, in the order in which the files were given.
    pub fn accounts(&self) -> &[RowAccount] {
        &self.accounts
    }

    /// Whether rows were lost whose school and measure can't be told: a cell that isn't listed may stand in one of them.
    pub fn lost_rows(&self) -> bool {
        let lost = [DropReason::TooLong, DropReason::Truncated, DropReason::UnclosedQuote];
        self.accounts.iter().any(|account| lost.iter().any(|reason| account.dropped.contains_key(reason)))
    }

    /// The place in [`SchoolTable::schools`] of the school with this identifier.
    pub fn find_school(&self, id: &str) -> Option<usize> {
        self.schools.binary_search_by(|school| (*school.id).cmp(id)).ok()
    }

    /// The field that is meant. Names are compared as written, then without case, spaces and punctuation; where several
    /// fields fit then, the answer is none.
    pub fn field(&self, query: &FieldQuery<'_>) -> Option<FieldIndex> {
        let plain = plain_name(query.name);
        let same_name = self.names.get(&plain)?;
        let pick = |index: &usize| self.fields.get(*index);
        let mut found: Vec<usize> = same_name
            .iter()
            .copied()
            .filter(|index| pick(index).is_some_and(|field| field.name == query.name))
            .collect();
        if found.is_empty() {
            if plain.is_empty() {
                return None;
            }
            let mut names = same_name.iter().filter_map(pick).map(|field| &field.name);
            let first = names.next();
            if names.any(|name| Some(name) != first) {
                return None;
            }
            found = same_name.clone();
        }
        for (part, otherwise) in PARTS {
            found = self.narrow_by(found, part, part.of_query(query), otherwise)?;
        }
        match found.as_slice() {
            [only] => Some(FieldIndex(*only)),
            _ => None,
        }
    }

    /// Those of the fields that fit in one part.
    fn narrow_by(
        &self,
        found: Vec<usize>,
        part: Part,
        wanted: Option<&str>,
        otherwise: Otherwise,
    ) -> Option<Vec<usize>> {
        let value = |index: usize| self.fields.get(index).and_then(|field| part.of_field(field));
        let filter = |test: &dyn Fn(Option<&str>) -> bool| -> Vec<usize> {
            found.iter().copied().filter(|&index| test(value(index))).collect()
        };
        let one_spelling = |fitting: Vec<usize>| {
            let mut spellings = fitting.iter().map(|&index| value(index));
            let first = spellings.next()?;
            spellings.all(|spelling| spelling == first).then_some(fitting)
        };
        let exact = filter(&|value| value == wanted);
        if !exact.is_empty() {
            return Some(exact);
        }
        let all_students =
            |value: Option<&str>| value.is_some_and(|value| ALL_STUDENTS.contains(&plain_name(value).as_str()));
        if let Some(wanted) = wanted {
            let plain = plain_name(wanted);
            let same = filter(&|value| !plain.is_empty() && value.is_some_and(|value| plain_name(value) == plain));
            if !same.is_empty() {
                return one_spelling(same);
            }
        }
        match otherwise {
            Otherwise::AllStudents if wanted.is_none() || all_students(wanted) => {
                let whole = filter(&|value| value.is_none());
                if whole.is_empty() { one_spelling(filter(&all_students)) } else { Some(whole) }
            }
            Otherwise::TheOnlyOne if wanted.is_none() => one_spelling(found.clone()),
            _ => None,
        }
    }

    /// What stands there for a school (its place in [`SchoolTable::schools`]) and a field. None when no file lists it;
    /// a cell with empty text when a file does, and leaves it blank; a contested cell when files contradict each other.
    pub fn cell(&self, school: usize, field: FieldIndex) -> Option<Cell<'_>> {
        let slot = match self.columns.get(field.0)? {
            Column::Dense(slots) => (*slots.get(school)?)?,
            Column::Sparse(slots) => {
                let index = slots.binary_search_by_key(&school, |(school, _)| wide(*school)).ok()?;
                slots.get(index)?.1
            }
        };
        self.content.cell(slot)
    }
}

impl Column {
    /// A field's cells, in the order of the schools.
    pub(super) fn new(slots: Vec<(u32, Slot)>, schools: usize) -> Self {
        if slots.len().saturating_mul(8) < schools {
            return Self::Sparse(slots);
        }
        let mut all = vec![None; schools];
        for (school, slot) in slots {
            if let Some(place) = all.get_mut(wide(school)) {
                *place = Some(slot);
            }
        }
        Self::Dense(all)
    }

    /// How many cells it has room for.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Dense(slots) => slots.len(),
            Self::Sparse(slots) => slots.len(),
        }
    }
}
