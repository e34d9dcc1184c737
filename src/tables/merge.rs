//! Puts files together by the schools' identifiers.

use rustc_hash::FxHashMap as HashMap;
use std::borrow::Cow;
use std::sync::Arc;

use super::account::{DropReason, Lines, RowAccount};
use super::book::NoticeBook;
use super::content::{CONTESTED, Content, Row, Slot, Texts};
use super::field::Field;
use super::identifier::{Mended, mend, tell_about_identifiers};
use super::index::{count, narrow, wide};
use super::mapping::{Mapping, Shape};
use super::names::plain_name;
use super::notices::{
    BlankFilled, ConflictingCells, ConflictingNames, DifferentIdentifiers, NoteRows, RepeatedCells,
    RowsWithoutIdentifier, RowsWithoutMeasure, SummaryRows, TooManyCells,
};
use super::schools::{Column, SchoolEntry, SchoolTable};
use super::sheet::Sheet;
use super::synonyms::SUMMARY;
use crate::notice::Place;
use crate::order::{self, Sorted};

/// A school as the files give it, before sorting.
#[derive(Default)]
struct Gathered {
    parts: Vec<String>,
    names: Sorted<String, ()>,
}

/// Where a cell was found.
#[derive(Clone, Copy)]
struct Found {
    sheet: u32,
    row: u32,
    column: u32,
}

impl Found {
    fn sheet<'a>(&self, sheets: &[&'a Sheet]) -> Option<&'a Sheet> {
        sheets.get(wide(self.sheet)).copied()
    }

    fn text<'a>(&self, sheet: &'a Sheet) -> &'a str {
        sheet.cell(wide(self.row), wide(self.column))
    }
}

#[derive(Default)]
pub(super) struct Builder {
    schools: HashMap<Arc<str>, u32>,
    ids: Vec<Arc<str>>,
    gathered: Vec<Gathered>,
    fields: HashMap<Field, u32>,
    // Field, school, and where the cell stands.
    cells: Vec<(u32, u32, Found)>,
    accounts: Vec<RowAccount>,
    // Files by the number of parts of their identifiers.
    parts: Sorted<usize, Sorted<Arc<str>, ()>>,
    limit: usize,
    full: bool,
}

/// A file's columns by role.
struct Roles {
    identifier: Vec<(usize, Option<u8>)>,
    name: Option<usize>,
    measure: Option<usize>,
    year: Option<usize>,
    group: Option<usize>,
    program: Option<usize>,
    /// Columns with cells, and which of `fields` each is of.
    cells: Vec<(usize, usize)>,
    /// The name of a wide file's field, or the attribute of a long one's (none for the value itself).
    fields: Vec<Option<String>>,
}

impl Roles {
    fn new(sheet: &Sheet, mapping: &Mapping) -> Self {
        let find = |name: &Option<String>| name.as_ref().and_then(|name| sheet.column(name));
        let long = mapping.shape == Shape::Long;
        let value = if long { find(&mapping.value) } else { None };
        let mut taken: Vec<&String> = mapping.columns().chain(&mapping.name).collect();
        if long && let Some(value) = &mapping.value {
            taken.retain(|column| *column != value);
        }
        let mut fields: Vec<Option<String>> = Vec::new();
        let mut places: HashMap<Option<&str>, usize> = HashMap::default();
        let mut cells = Vec::new();
        for (column, header) in sheet.headers().iter().enumerate() {
            if header.is_empty() || taken.contains(&header) {
                continue;
            }
            let field = if Some(column) == value { None } else { Some(header.as_str()) };
            // Columns of one name are one field; their cells must agree.
            let place = *places.entry(field).or_insert_with(|| {
                fields.push(field.map(str::to_owned));
                fields.len() - 1
            });
            cells.push((column, place));
        }
        let parts = mapping.identifier.iter();
        Self {
            // A part that isn't there stays a part, always blank, so that no row gets half an identifier.
            identifier: parts.map(|part| (sheet.column(&part.column).unwrap_or(usize::MAX), part.digits)).collect(),
            name: find(&mapping.name),
            measure: if long { find(&mapping.measure).or(Some(usize::MAX)) } else { None },
            year: find(&mapping.year),
            group: find(&mapping.group),
            program: find(&mapping.program),
            cells,
            fields,
        }
    }
}

impl Builder {
    /// A table of at most so many cells.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, ..Self::default() }
    }

    pub(super) fn add(&mut self, index: u32, sheet: &Sheet, mapping: &Mapping, book: &mut NoticeBook) {
        let roles = Roles::new(sheet, mapping);
        let file = sheet.file();
        let (read, dropped) = sheet.account();
        let mut account = RowAccount { file: Arc::clone(file), read, kept: 0, dropped: dropped.clone() };
        let mut mended: Vec<Mended> = roles.identifier.iter().map(|_| Mended::default()).collect();
        let mut lines: Sorted<DropReason, Lines> = Sorted::new();
        let mut known_fields: HashMap<String, Vec<u32>> = HashMap::default();
        let mut key = String::new();
        for row in 0..sheet.row_count() {
            let line = sheet.line(row);
            match self.add_row(index, row, sheet, &roles, &mut mended, &mut known_fields, &mut key) {
                Ok(()) => account.kept += 1,
                Err(reason) => {
                    account.dropped.change(reason, |rows| *rows += 1);
                    lines.change(reason, |lines| lines.add(line));
                }
            }
        }
        self.parts.change(roles.identifier.len(), |files| files.insert(Arc::clone(file), ()));
        self.accounts.push(account);
        tell_about_rows(file, &lines, book);
        for (part, mended) in mapping.identifier.iter().zip(mended) {
            tell_about_identifiers(file, &part.column, part.digits, mended, book);
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the loop's buffers are handed on")]
    fn add_row(
        &mut self,
        index: u32,
        row: usize,
        sheet: &Sheet,
        roles: &Roles,
        mended: &mut [Mended],
        known_fields: &mut HashMap<String, Vec<u32>>,
        key: &mut String,
    ) -> Result<(), DropReason> {
        let line = sheet.line(row);
        let mut parts: Vec<Cow<'_, str>> = Vec::with_capacity(roles.identifier.len());
        let mut lost = false;
        for (&(column, digits), mended) in roles.identifier.iter().zip(mended) {
            match mend(sheet.cell(row, column), digits, line, mended) {
                Some(part) => parts.push(part),
                None => lost = true,
            }
        }
        if lost {
            return Err(DropReason::ShortenedIdentifier);
        }
        if parts.is_empty() || parts.iter().any(|part| part.is_empty()) {
            // Where such a row says what it is. Elsewhere "District" or "All" may be a school's own value.
            let columns = roles.identifier.iter().map(|(column, _)| *column).chain(roles.name).chain([0]);
            let summary = columns.into_iter().any(|column| is_summary(sheet.cell(row, column)));
            return Err(if summary { DropReason::Summary } else { DropReason::WithoutIdentifier });
        }
        if parts.iter().any(|part| is_summary(part)) {
            return Err(DropReason::Summary);
        }
        if is_note(sheet, row, roles) {
            return Err(DropReason::Note);
        }
        let optional = |column: Option<usize>| column.map_or("", |column| sheet.cell(row, column));
        let measure = optional(roles.measure);
        if roles.measure.is_some() && measure.is_empty() {
            return Err(DropReason::WithoutMeasure);
        }
        if self.cells.len().saturating_add(roles.cells.len()) > self.limit {
            self.full = true;
            return Err(DropReason::NoRoom);
        }
        key.clear();
        for (position, part) in parts.iter().enumerate() {
            if position > 0 {
                key.push('-');
            }
            key.push_str(part);
        }
        let school = self.school(key, &parts);
        let name = optional(roles.name);
        if !name.is_empty()
            && let Some(gathered) = self.gathered.get_mut(wide(school))
            && !gathered.names.contains_key(name)
        {
            gathered.names.insert(name.to_owned(), ());
        }
        let (group, year, program) = (optional(roles.group), optional(roles.year), optional(roles.program));
        key.clear();
        for part in [measure, group, year, program] {
            key.push_str(part);
            key.push('\u{1F}');
        }
        if !known_fields.contains_key(key.as_str()) {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let field = |column: &Option<String>| {
                let (name, attribute) = match (roles.measure, column) {
                    (Some(_), attribute) => (measure.to_owned(), attribute.clone()),
                    (None, name) => (name.clone().unwrap_or_default(), None),
                };
                Field { name, attribute, group: some(group), year: some(year), program: some(program) }
            };
            let fields: Vec<u32> = roles.fields.iter().map(|column| self.field(field(column))).collect();
            known_fields.insert(key.clone(), fields);
        }
        let Some(fields) = known_fields.get(key.as_str()) else {
            return Ok(());
        };
        for &(column, place) in &roles.cells {
            if let Some(&field) = fields.get(place) {
                self.cells.push((field, school, Found { sheet: index, row: narrow(row), column: narrow(column) }));
            }
        }
        Ok(())
    }

    fn school(&mut self, id: &str, parts: &[Cow<'_, str>]) -> u32 {
        let index = match self.schools.get(id) {
            Some(&index) => index,
            None => {
                let index = narrow(self.ids.len());
                let id: Arc<str> = Arc::from(id);
                self.schools.insert(Arc::clone(&id), index);
                self.ids.push(id);
                self.gathered.push(Gathered::default());
                index
            }
        };
        // Two files may divide the same identifier differently: the one with more parts says more.
        if let Some(gathered) = self.gathered.get_mut(wide(index))
            && (parts.len() > gathered.parts.len()
                || (parts.len() == gathered.parts.len()
                    && parts.iter().map(|part| &**part).lt(gathered.parts.iter().map(String::as_str))))
        {
            gathered.parts = parts.iter().map(|part| part.clone().into_owned()).collect();
        }
        index
    }

    fn field(&mut self, field: Field) -> u32 {
        let next = narrow(self.fields.len());
        *self.fields.entry(field).or_insert(next)
    }

    pub(super) fn finish(mut self, sheets: &[&Sheet], book: &mut NoticeBook) -> SchoolTable {
        if self.full {
            book.tell(TooManyCells { limit: count(self.limit) }, Place::default());
        }
        if self.parts.len() > 1 {
            let files = self.parts.values().flat_map(Sorted::keys).map(|file| file.to_string()).collect();
            book.tell(DifferentIdentifiers { files }, Place::default());
        }
        let (schools, school_places) = self.sorted_schools(book);
        let mut fields: Vec<(Field, u32)> = std::mem::take(&mut self.fields).into_iter().collect();
        order::sort(&mut fields);
        let mut field_places = vec![0_u32; fields.len()];
        for (place, (_, old)) in fields.iter().enumerate() {
            if let Some(new) = field_places.get_mut(wide(*old)) {
                *new = narrow(place);
            }
        }
        let fields: Vec<Field> = fields.into_iter().map(|(field, _)| field).collect();
        for (field, school, _) in &mut self.cells {
            *field = field_places.get(wide(*field)).copied().unwrap_or(u32::MAX);
            *school = school_places.get(wide(*school)).copied().unwrap_or(u32::MAX);
        }
        // Within a cell the order doesn't matter: its places are sorted by file and line when they are compared.
        order::sort_by(&mut self.cells, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        let (columns, content) = columns(&self.cells, sheets, &schools, &fields, book);
        SchoolTable::new(content, schools, fields, columns, self.accounts)
    }

    /// The schools in order, and for each its new place.
    fn sorted_schools(&mut self, book: &mut NoticeBook) -> (Vec<SchoolEntry>, Vec<u32>) {
        let gathered = std::mem::take(&mut self.gathered);
        let mut entries: Vec<(Arc<str>, Gathered, usize)> = std::mem::take(&mut self.ids)
            .into_iter()
            .zip(gathered)
            .enumerate()
            .map(|(old, (id, gathered))| (id, gathered, old))
            .collect();
        order::sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
        let mut places = vec![0_u32; entries.len()];
        let mut schools = Vec::with_capacity(entries.len());
        for (place, (id, gathered, old)) in entries.into_iter().enumerate() {
            if let Some(new) = places.get_mut(old) {
                *new = narrow(place);
            }
            let name = gathered.names.keys().next().cloned();
            if let Some(kept) = &name
                && gathered.names.len() > 1
            {
                let names = gathered.names.keys().cloned().collect();
                book.tell(ConflictingNames { kept: kept.clone(), names }, Place::school(id.to_string()));
            }
            schools.push(SchoolEntry { id, parts: gathered.parts, name });
        }
        (schools, places)
    }
}

/// The cells, sorted by field and school, as columns. Where several stand for one school and field, they count as one if
/// their texts are the same, and not at all if they differ.
fn columns(
    cells: &[(u32, u32, Found)],
    sheets: &[&Sheet],
    schools: &[SchoolEntry],
    fields: &[Field],
    book: &mut NoticeBook,
) -> (Vec<Column>, Content) {
    let mut repeated: Sorted<Arc<str>, u64> = Sorted::new();
    let mut blanks: Sorted<Arc<str>, u64> = Sorted::new();
    let mut columns: Vec<Vec<(u32, Slot)>> = vec![Vec::new(); fields.len()];
    // The rows of all files one after the other, and the place of each file's first.
    let mut rows = Vec::new();
    let mut firsts = Vec::with_capacity(sheets.len());
    for (file, sheet) in sheets.iter().enumerate() {
        firsts.push(narrow(rows.len()));
        rows.extend((0..sheet.row_count()).map(|row| Row { file: narrow(file), line: sheet.line_number(row) }));
    }
    let mut texts = Texts::default();
    for same in cells.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some(&(field, school, first)) = same.first() else { continue };
        let kept = if same.len() == 1 {
            Some((first, false))
        } else {
            agreed(same, sheets, schools, fields, &mut repeated, &mut blanks, book)
        };
        let Some((found, contested)) = kept else { continue };
        let (Some(sheet), Some(first_row)) = (found.sheet(sheets), firsts.get(wide(found.sheet))) else { continue };
        let text = if contested { CONTESTED } else { texts.place(found.text(sheet)) };
        if let Some(column) = columns.get_mut(wide(field)) {
            column.push((school, Slot { text, row: first_row.saturating_add(found.row) }));
        }
    }
    for (file, count) in repeated {
        book.tell(RepeatedCells { count }, Place::file(file));
    }
    for (file, count) in blanks {
        book.tell(BlankFilled { count }, Place::file(file));
    }
    let columns = columns.into_iter().map(|slots| Column::new(slots, schools.len())).collect();
    (columns, texts.finish(sheets.iter().map(|sheet| Arc::clone(sheet.file())).collect(), rows))
}

/// The one cell that several places agree on, or the first of those that contradict each other, and whether they do. A
/// blank doesn't contradict.
fn agreed(
    same: &[(u32, u32, Found)],
    sheets: &[&Sheet],
    schools: &[SchoolEntry],
    fields: &[Field],
    repeated: &mut Sorted<Arc<str>, u64>,
    blanks: &mut Sorted<Arc<str>, u64>,
    book: &mut NoticeBook,
) -> Option<(Found, bool)> {
    let mut places: Vec<(&Arc<str>, u64, &str, Found)> = same
        .iter()
        .filter_map(|(_, _, found)| {
            let sheet = found.sheet(sheets)?;
            Some((sheet.file(), sheet.line(wide(found.row)), found.text(sheet), *found))
        })
        .collect();
    order::sort_by(&mut places, |a, b| (a.0, a.1, a.3.column).cmp(&(b.0, b.1, b.3.column)));
    let filled: Vec<_> = places.iter().filter(|place| !place.2.is_empty()).collect();
    let Some(first) = filled.first() else {
        // All are blank.
        if let Some(last) = places.last() {
            repeated.change(Arc::clone(last.0), |cells| *cells += count(places.len() - 1));
        }
        return places.first().map(|place| (place.3, false));
    };
    if let Some(other) = filled.iter().find(|place| place.2 != first.2) {
        let (_, school, _) = same.first()?;
        let field = fields.get(wide(same.first()?.0))?;
        let school = schools.get(wide(*school))?;
        let sheet = first.3.sheet(sheets)?;
        let column = sheet.headers().get(wide(first.3.column)).cloned();
        let place = Place {
            file: Some(Arc::clone(first.0)),
            line: Some(first.1),
            column,
            school: Some(school.id.to_string()),
            ..Place::default()
        };
        let notice = ConflictingCells {
            field: field.to_string(),
            value: first.2.to_owned(),
            other: other.2.to_owned(),
            line: first.1,
            otherfile: other.0.to_string(),
            otherline: other.1,
        };
        book.tell(notice, place);
        return Some((first.3, true));
    }
    for (position, place) in filled.iter().enumerate() {
        if position > 0 {
            repeated.change(Arc::clone(place.0), |cells| *cells += 1);
        }
    }
    for place in places.iter().filter(|place| place.2.is_empty()) {
        blanks.change(Arc::clone(place.0), |cells| *cells += 1);
    }
    Some((first.3, false))
}

fn is_summary(text: &str) -> bool {
    // The longest of the words has 15 letters; anything much longer is a name.
    if text.is_empty() || text.len() > 40 || text.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    SUMMARY.contains(&plain_name(text).as_str())
}

/// A row that holds nothing but words in the identifier's column.
fn is_note(sheet: &Sheet, row: usize, roles: &Roles) -> bool {
    let [(column, _)] = roles.identifier.as_slice() else {
        return false;
    };
    sheet.cell(row, *column).contains(char::is_whitespace)
        && roles.name != Some(*column)
        && (0..sheet.headers().len()).all(|other| other == *column || sheet.cell(row, other).is_empty())
}

fn tell_about_rows(file: &Arc<str>, lines: &Sorted<DropReason, Lines>, book: &mut NoticeBook) {
    for (reason, rows) in lines.iter() {
        let Some(place) = rows.place(file) else { continue };
        let (count, lines) = (rows.count, rows.named());
        match reason {
            DropReason::WithoutIdentifier => book.tell(RowsWithoutIdentifier { count, lines }, place),
            DropReason::WithoutMeasure => book.tell(RowsWithoutMeasure { count, lines }, place),
            DropReason::Summary => book.tell(SummaryRows { count, lines }, place),
            DropReason::Note => book.tell(NoteRows { count, lines }, place),
            // The others are told where they come up.
            DropReason::Empty
            | DropReason::TooLong
            | DropReason::Truncated
            | DropReason::UnclosedQuote
            | DropReason::RepeatedHeader
            | DropReason::ShortenedIdentifier
            | DropReason::NoRoom => {}
        }
    }
}
