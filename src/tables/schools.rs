//! All files together: one line of cells a school.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::book::NoticeBook;
use super::layout::{Mapping, Shape};
use super::names::plain_name;
use super::notices::{
    BlankFilled, ConflictingCells, ConflictingNames, DecimalIdentifier, DifferentIdentifiers, NoteRows, RepeatedCells,
    RowsWithoutIdentifier, RowsWithoutMeasure, ShortenedIdentifier, SummaryRows, TooManyCells, ZerosRestored,
};
use super::sheet::Sheet;
use super::synonyms::{ALL_STUDENTS, SUMMARY};
use crate::exact::{Exact, ParseError};
use crate::notice::{Notice, Place};

/// The most cells that a table holds.
pub const MAX_CELLS: usize = 10_000_000;

/// How many lines a notice names before it only counts.
pub(super) const LINES_NAMED: usize = 10;

/// Why a row of a file is not in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum DropReason {
    /// All its cells are empty.
    Empty,
    /// It has values beyond the header's last column.
    TooLong,
    /// The file breaks off in it.
    Truncated,
    /// A quoted cell in it is never closed.
    UnclosedQuote,
    /// It has no identifier of a school.
    WithoutIdentifier,
    /// A spreadsheet shortened its identifier.
    ShortenedIdentifier,
    /// It is the header once more.
    RepeatedHeader,
    /// It names no measure.
    WithoutMeasure,
    /// It sums schools up.
    Summary,
    /// It is a remark.
    Note,
    /// The table has no room for it.
    NoRoom,
}

/// What became of a file's rows: `read` = `kept` + all that was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RowAccount {
    /// The file's name.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub file: Arc<str>,
    /// Rows below the header.
    pub read: u64,
    /// Rows in the table.
    pub kept: u64,
    /// Rows that are not, by reason.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Partial<Record<DropReason, number>>"))]
    pub dropped: BTreeMap<DropReason, u64>,
}

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
    /// The student group. None is the field without a group or, failing that, the one for all students.
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
pub struct FieldIndex(usize);

impl FieldIndex {
    /// Its place in [`SchoolTable::fields`].
    pub fn position(self) -> usize {
        self.0
    }
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
}

/// Schools, fields and cells from all files. Nothing in it depends on the order of rows or files, but for the places
/// that cells name.
#[derive(Debug, Clone, Default)]
pub struct SchoolTable {
    sheets: Vec<Sheet>,
    schools: Vec<SchoolEntry>,
    fields: Vec<Field>,
    columns: Vec<Column>,
    names: HashMap<String, Vec<usize>>,
    accounts: Vec<RowAccount>,
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slot {
    sheet: u32,
    row: u32,
    column: u32,
}

/// A field's cells by school: all of them, or where few schools have the field only those.
#[derive(Debug, Clone)]
enum Column {
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
        let mut builder = Builder { limit: limit.min(MAX_CELLS), ..Builder::default() };
        for (index, (sheet, mapping)) in sheets.iter().enumerate() {
            builder.add(narrow(index), sheet, mapping, &mut book);
        }
        let shared: Vec<Sheet> = sheets.iter().map(|(sheet, _)| sheet.clone()).collect();
        let table = builder.finish(shared, &mut book);
        (table, book.close())
    }

    /// The schools, in the order of their identifiers.
    pub fn schools(&self) -> &[SchoolEntry] {
        &self.schools
    }

    /// The fields, in the order of their names.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// What became of each file's rows, in the order in which the files were given.
    pub fn accounts(&self) -> &[RowAccount] {
        &self.accounts
    }

    /// The place in [`SchoolTable::schools`] of the school with this identifier.
    pub fn find_school(&self, id: &str) -> Option<usize> {
        self.schools.binary_search_by(|school| (*school.id).cmp(id)).ok()
    }

    /// The field that is meant. Names are compared as written, then without case, spaces and punctuation; where several
    /// fields fit then, the answer is none.
    pub fn field(&self, query: &FieldQuery<'_>) -> Option<FieldIndex> {
        let plain = plain_name(query.name);
        let same_name: Vec<usize> = self.names.get(&plain).cloned().unwrap_or_default();
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
            found = same_name;
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
            let spellings: BTreeSet<Option<&str>> = fitting.iter().map(|&index| value(index)).collect();
            (spellings.len() == 1).then_some(fitting)
        };
        let exact = filter(&|value| value == wanted);
        if !exact.is_empty() {
            return Some(exact);
        }
        match (wanted, otherwise) {
            (Some(wanted), _) => {
                let wanted = plain_name(wanted);
                one_spelling(filter(&|value| {
                    !wanted.is_empty() && value.is_some_and(|value| plain_name(value) == wanted)
                }))
            }
            (None, Otherwise::AllStudents) => one_spelling(filter(&|value| {
                value.is_some_and(|value| ALL_STUDENTS.contains(&plain_name(value).as_str()))
            })),
            (None, Otherwise::TheOnlyOne) => one_spelling(found.clone()),
            (None, Otherwise::Nothing) => None,
        }
    }

    /// What stands there for a school (its place in [`SchoolTable::schools`]) and a field. None when no file lists it;
    /// a cell with empty text when a file does, and leaves it blank.
    pub fn cell(&self, school: usize, field: FieldIndex) -> Option<Cell<'_>> {
        let slot = match self.columns.get(field.0)? {
            Column::Dense(slots) => (*slots.get(school)?)?,
            Column::Sparse(slots) => {
                let index = slots.binary_search_by_key(&school, |(school, _)| wide(*school)).ok()?;
                slots.get(index)?.1
            }
        };
        let sheet = self.sheets.get(wide(slot.sheet))?;
        Some(Cell { text: slot.text(sheet), file: sheet.file(), line: sheet.line(wide(slot.row)) })
    }
}

/// The parts of a field beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Attribute,
    Group,
    Program,
    Year,
}

/// What an unstated part may mean when no field goes without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Otherwise {
    Nothing,
    AllStudents,
    TheOnlyOne,
}

const PARTS: [(Part, Otherwise); 4] = [
    (Part::Attribute, Otherwise::Nothing),
    (Part::Group, Otherwise::AllStudents),
    (Part::Program, Otherwise::Nothing),
    (Part::Year, Otherwise::TheOnlyOne),
];

impl Part {
    fn of_field(self, field: &Field) -> Option<&str> {
        match self {
            Self::Attribute => field.attribute.as_deref(),
            Self::Group => field.group.as_deref(),
            Self::Program => field.program.as_deref(),
            Self::Year => field.year.as_deref(),
        }
    }

    fn of_query<'a>(self, query: &FieldQuery<'a>) -> Option<&'a str> {
        match self {
            Self::Attribute => query.attribute,
            Self::Group => query.group,
            Self::Program => query.program,
            Self::Year => query.year,
        }
    }
}

impl Slot {
    fn text<'a>(&self, sheet: &'a Sheet) -> &'a str {
        sheet.cell(wide(self.row), wide(self.column))
    }
}

fn wide(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// Lines of rows that share a fate.
#[derive(Default)]
struct Lines {
    count: u64,
    first: Vec<u64>,
}

impl Lines {
    fn add(&mut self, line: u64) {
        self.count += 1;
        if self.first.len() < LINES_NAMED {
            self.first.push(line);
        }
    }

    fn named(&self) -> Vec<String> {
        self.first.iter().map(u64::to_string).collect()
    }

    fn place(&self, file: &Arc<str>) -> Option<Place> {
        self.first.first().map(|&line| Place::line(Arc::clone(file), line))
    }
}

/// What was mended or lost in a column of identifiers.
#[derive(Default)]
struct Mended {
    zeros: Lines,
    decimals: Lines,
    shortened: Lines,
    zeros_example: String,
    decimals_example: String,
    shortened_example: String,
}

/// A school as the files give it, before sorting.
#[derive(Default)]
struct Gathered {
    parts: Vec<String>,
    names: BTreeSet<String>,
}

#[derive(Default)]
struct Builder {
    schools: HashMap<Arc<str>, u32>,
    ids: Vec<Arc<str>>,
    gathered: Vec<Gathered>,
    fields: HashMap<Field, u32>,
    // Field, school, and where the cell stands.
    cells: Vec<(u32, u32, Slot)>,
    accounts: Vec<RowAccount>,
    // Files by the number of parts of their identifiers.
    parts: BTreeMap<usize, BTreeSet<Arc<str>>>,
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
        let mut taken: BTreeSet<&String> = mapping.columns().chain(&mapping.name).collect();
        if long && let Some(value) = &mapping.value {
            taken.remove(value);
        }
        let mut fields: Vec<Option<String>> = Vec::new();
        let mut places: HashMap<Option<&str>, usize> = HashMap::new();
        let mut cells = Vec::new();
        for (column, header) in sheet.headers().iter().enumerate() {
            if header.is_empty() || taken.contains(header) {
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
    fn add(&mut self, index: u32, sheet: &Sheet, mapping: &Mapping, book: &mut NoticeBook) {
        let roles = Roles::new(sheet, mapping);
        let file = sheet.file();
        let (read, dropped) = sheet.account();
        let mut account = RowAccount { file: Arc::clone(file), read, kept: 0, dropped: dropped.clone() };
        let mut mended: Vec<Mended> = roles.identifier.iter().map(|_| Mended::default()).collect();
        let mut lines: BTreeMap<DropReason, Lines> = BTreeMap::new();
        let mut known_fields: HashMap<String, Vec<u32>> = HashMap::new();
        let mut key = String::new();
        for row in 0..sheet.row_count() {
            let line = sheet.line(row);
            match self.add_row(index, row, sheet, &roles, &mut mended, &mut known_fields, &mut key) {
                Ok(()) => account.kept += 1,
                Err(reason) => {
                    *account.dropped.entry(reason).or_insert(0) += 1;
                    lines.entry(reason).or_default().add(line);
                }
            }
        }
        self.parts.entry(roles.identifier.len()).or_default().insert(Arc::clone(file));
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
            && !gathered.names.contains(name)
        {
            gathered.names.insert(name.to_owned());
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
                self.cells.push((field, school, Slot { sheet: index, row: narrow(row), column: narrow(column) }));
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

    fn finish(mut self, sheets: Vec<Sheet>, book: &mut NoticeBook) -> SchoolTable {
        if self.full {
            book.tell(TooManyCells { limit: count(self.limit) }, Place::default());
        }
        if self.parts.len() > 1 {
            let files = self.parts.values().flatten().map(|file| file.to_string()).collect();
            book.tell(DifferentIdentifiers { files }, Place::default());
        }
        let (schools, school_places) = self.sorted_schools(book);
        let mut fields: Vec<(Field, u32)> = std::mem::take(&mut self.fields).into_iter().collect();
        fields.sort();
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
        self.cells.sort_unstable_by_key(|&(field, school, _)| (field, school));
        let columns = columns(&self.cells, &sheets, &schools, &fields, book);
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, field) in fields.iter().enumerate() {
            names.entry(plain_name(&field.name)).or_default().push(index);
        }
        SchoolTable { sheets, schools, fields, columns, names, accounts: self.accounts }
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
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        let mut places = vec![0_u32; entries.len()];
        let mut schools = Vec::with_capacity(entries.len());
        for (place, (id, gathered, old)) in entries.into_iter().enumerate() {
            if let Some(new) = places.get_mut(old) {
                *new = narrow(place);
            }
            let name = gathered.names.first().cloned();
            if let Some(kept) = &name
                && gathered.names.len() > 1
            {
                let names = gathered.names.iter().cloned().collect();
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
    cells: &[(u32, u32, Slot)],
    sheets: &[Sheet],
    schools: &[SchoolEntry],
    fields: &[Field],
    book: &mut NoticeBook,
) -> Vec<Column> {
    let mut repeated: BTreeMap<Arc<str>, u64> = BTreeMap::new();
    let mut blanks: BTreeMap<Arc<str>, u64> = BTreeMap::new();
    let mut columns: Vec<Vec<(u32, Slot)>> = vec![Vec::new(); fields.len()];
    for same in cells.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some(&(field, school, first)) = same.first() else { continue };
        let kept = if same.len() == 1 {
            Some(first)
        } else {
            agreed(same, sheets, schools, fields, &mut repeated, &mut blanks, book)
        };
        if let (Some(slot), Some(column)) = (kept, columns.get_mut(wide(field))) {
            column.push((school, slot));
        }
    }
    for (file, count) in repeated {
        book.tell(RepeatedCells { count }, Place::file(file));
    }
    for (file, count) in blanks {
        book.tell(BlankFilled { count }, Place::file(file));
    }
    let dense = |slots: Vec<(u32, Slot)>| {
        if slots.len().saturating_mul(8) < schools.len() {
            return Column::Sparse(slots);
        }
        let mut all = vec![None; schools.len()];
        for (school, slot) in slots {
            if let Some(place) = all.get_mut(wide(school)) {
                *place = Some(slot);
            }
        }
        Column::Dense(all)
    };
    columns.into_iter().map(dense).collect()
}

/// The one cell that several places agree on. A blank doesn't contradict.
fn agreed(
    same: &[(u32, u32, Slot)],
    sheets: &[Sheet],
    schools: &[SchoolEntry],
    fields: &[Field],
    repeated: &mut BTreeMap<Arc<str>, u64>,
    blanks: &mut BTreeMap<Arc<str>, u64>,
    book: &mut NoticeBook,
) -> Option<Slot> {
    let mut places: Vec<(&Arc<str>, u64, &str, Slot)> = same
        .iter()
        .filter_map(|(_, _, slot)| {
            let sheet = sheets.get(wide(slot.sheet))?;
            Some((sheet.file(), sheet.line(wide(slot.row)), slot.text(sheet), *slot))
        })
        .collect();
    places.sort_by(|a, b| (a.0, a.1, a.3.column).cmp(&(b.0, b.1, b.3.column)));
    let filled: Vec<_> = places.iter().filter(|place| !place.2.is_empty()).collect();
    let Some(first) = filled.first() else {
        // All are blank.
        if let Some(last) = places.last() {
            *repeated.entry(Arc::clone(last.0)).or_insert(0) += count(places.len() - 1);
        }
        return places.first().map(|place| place.3);
    };
    if let Some(other) = filled.iter().find(|place| place.2 != first.2) {
        let (_, school, _) = same.first()?;
        let field = fields.get(wide(same.first()?.0))?;
        let school = schools.get(wide(*school))?;
        let sheet = sheets.get(wide(first.3.sheet))?;
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
        return None;
    }
    for (position, place) in filled.iter().enumerate() {
        if position > 0 {
            *repeated.entry(Arc::clone(place.0)).or_insert(0) += 1;
        }
    }
    for place in places.iter().filter(|place| place.2.is_empty()) {
        *blanks.entry(Arc::clone(place.0)).or_insert(0) += 1;
    }
    Some(first.3)
}

/// The part of an identifier with what a spreadsheet took put back; none when that can't be known.
fn mend<'a>(cell: &'a str, digits: Option<u8>, line: u64, mended: &mut Mended) -> Option<Cow<'a, str>> {
    let example = |lines: &mut Lines, example: &mut String| {
        if lines.count == 0 {
            cell.clone_into(example);
        }
        lines.add(line);
    };
    if Exact::parse(cell) == Err(ParseError::Scientific) && cell.contains(['+', '.']) {
        example(&mut mended.shortened, &mut mended.shortened_example);
        return None;
    }
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut part = cell;
    if let Some((whole, fraction)) = cell.split_once('.')
        && all_digits(whole)
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte == b'0')
    {
        example(&mut mended.decimals, &mut mended.decimals_example);
        part = whole;
    }
    if let Some(digits) = digits.map(usize::from)
        && part.len() < digits
        && all_digits(part)
    {
        example(&mut mended.zeros, &mut mended.zeros_example);
        return Some(Cow::Owned(format!("{part:0>digits$}")));
    }
    Some(Cow::Borrowed(part))
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

fn tell_about_rows(file: &Arc<str>, lines: &BTreeMap<DropReason, Lines>, book: &mut NoticeBook) {
    for (reason, rows) in lines {
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

fn tell_about_identifiers(file: &Arc<str>, column: &str, digits: Option<u8>, mended: Mended, book: &mut NoticeBook) {
    if let Some(place) = mended.zeros.place(file) {
        let digits = u64::from(digits.unwrap_or(0));
        let notice = ZerosRestored { count: mended.zeros.count, digits, example: mended.zeros_example };
        book.tell(notice, place.in_column(column));
    }
    if let Some(place) = mended.decimals.place(file) {
        let notice = DecimalIdentifier { count: mended.decimals.count, example: mended.decimals_example };
        book.tell(notice, place.in_column(column));
    }
    if let Some(place) = mended.shortened.place(file) {
        let notice = ShortenedIdentifier {
            count: mended.shortened.count,
            lines: mended.shortened.named(),
            example: mended.shortened_example,
        };
        book.tell(notice, place.in_column(column));
    }
}
