//! Recognizes what each column of a file is, by its name and by what it holds.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use super::hint::LayoutHint;
use super::mapping::{IdentifierPart, Mapping, Shape};
use super::names::plain_name;
use super::notices::{IdentifierNotRecognized, NameAsIdentifier, RowsNotToldApart, ValueNotRecognized};
use super::sheet::Sheet;
use super::synonyms;
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told};
use crate::order;

/// How many different measures a long file may have.
const MOST_MEASURES: usize = 5000;

/// What a column mostly holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ColumnContent {
    /// Nothing.
    Empty,
    /// Numbers.
    Numbers,
    /// Text.
    Text,
}

/// A column as the mapping step shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ColumnProfile {
    /// Its name.
    pub name: String,
    /// What it mostly holds.
    pub content: ColumnContent,
    /// How many rows have something in it.
    pub filled: usize,
    /// The first different texts, at most three.
    pub samples: Vec<String>,
}

/// Another way to read the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Alternative {
    /// The policy whose names it follows.
    pub policy: String,
    /// The mapping.
    pub mapping: Mapping,
}

/// What was recognized.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Recognition {
    /// The mapping, when it is certain enough to go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub mapping: Option<Mapping>,
    /// The policy whose names the file has.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub matched: Option<String>,
    /// What was found, certain or not: where the mapping step starts.
    pub proposal: Mapping,
    /// The readings of other policies that fit as well, the best first.
    pub alternatives: Vec<Alternative>,
    /// The columns.
    pub columns: Vec<ColumnProfile>,
    /// What to tell.
    pub notices: Vec<Notice>,
}

/// Finds out what each column is: by the names that frameworks give (`hints`), else by names in common use and by what
/// the columns hold.
pub fn recognize(sheet: &Sheet, hints: &[LayoutHint]) -> Recognition {
    let columns = profiles(sheet);
    let reader = Reader::new(sheet);
    let read = |hint| reader.by_hint(hint).map(|(score, mapping)| (score, hint, mapping));
    let mut readings: Vec<(usize, &LayoutHint, Mapping)> = hints.iter().filter_map(read).collect();
    order::sort_by(&mut readings, |a, b| b.0.cmp(&a.0).then_with(|| a.1.policy.cmp(&b.1.policy)));
    let mut readings = readings.into_iter();
    if let Some((_, hint, proposal)) = readings.next() {
        let alternatives =
            readings.map(|(_, hint, mapping)| Alternative { policy: hint.policy.clone(), mapping }).collect();
        let unsure = reader.without_value(&proposal);
        return Recognition {
            mapping: unsure.is_none().then(|| proposal.clone()),
            matched: Some(hint.policy.clone()),
            proposal,
            alternatives,
            columns,
            notices: unsure.into_iter().collect(),
        };
    }
    let (proposal, unsure) = reader.by_content();
    let mut notices: Vec<Notice> = unsure.into_iter().collect();
    let certain = notices.is_empty();
    if certain && let Some(part) = proposal.identifier.iter().find(|part| proposal.name.as_ref() == Some(&part.column))
    {
        let place = Place::file(Arc::clone(sheet.file())).in_column(part.column.clone());
        notices.push(NameAsIdentifier { column: part.column.clone() }.at(place));
    }
    let mapping = certain.then(|| proposal.clone());
    Recognition { mapping, matched: None, proposal, alternatives: Vec::new(), columns, notices }
}

fn profiles(sheet: &Sheet) -> Vec<ColumnProfile> {
    let profile = |(index, name): (usize, &String)| {
        let cells = || (0..sheet.row_count()).map(|row| sheet.cell(row, index)).filter(|cell| !cell.is_empty());
        let mut samples: Vec<String> = Vec::new();
        for cell in cells().take(200) {
            if samples.len() == 3 {
                break;
            }
            if !samples.iter().any(|sample| sample == cell) {
                samples.push(cell.chars().take(60).collect());
            }
        }
        ColumnProfile { name: name.clone(), content: content(cells()), filled: cells().count(), samples }
    };
    sheet.headers().iter().enumerate().filter(|(_, name)| !name.is_empty()).map(profile).collect()
}

/// What the cells mostly are, judged by the first thousand.
fn content<'a>(cells: impl Iterator<Item = &'a str>) -> ColumnContent {
    let (mut numbers, mut others) = (0_usize, 0_usize);
    for cell in cells.take(1000) {
        if Exact::check(cell).is_ok() {
            numbers += 1;
        } else {
            others += 1;
        }
    }
    match (numbers, others) {
        (0, 0) => ColumnContent::Empty,
        _ if numbers > others => ColumnContent::Numbers,
        _ => ColumnContent::Text,
    }
}

/// The columns that a framework names, and whether spans of grades tell rows apart.
struct Roles {
    value: Option<usize>,
    year: Option<usize>,
    group: Option<usize>,
    program: Option<usize>,
    spans: bool,
}

impl Roles {
    /// Where no framework says anything, rows that differ in their span of grades alone are told apart by it.
    const UNNAMED: Self = Self { value: None, year: None, group: None, program: None, spans: true };
}

/// The file with its names in plain form.
struct Reader<'a> {
    sheet: &'a Sheet,
    plain: Vec<String>,
    names_one: Vec<bool>,
    contents: Vec<ColumnContent>,
    /// Of columns of text with few different texts: these in plain form.
    words: Vec<Option<HashSet<String>>>,
}

impl<'a> Reader<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        let plain: Vec<String> = sheet.headers().iter().map(|name| plain_name(name)).collect();
        let mut times: HashMap<&str, usize> = HashMap::default();
        for name in &plain {
            *times.entry(name).or_insert(0) += 1;
        }
        let names_one = plain.iter().map(|name| !name.is_empty() && times.get(name.as_str()) == Some(&1)).collect();
        let filled =
            |column| (0..sheet.row_count()).map(move |row| sheet.cell(row, column)).filter(|cell| !cell.is_empty());
        let columns = 0..sheet.headers().len();
        let contents: Vec<ColumnContent> = columns.clone().map(|column| content(filled(column))).collect();
        let words = columns.zip(&contents).map(|(column, content)| {
            if *content != ColumnContent::Text {
                return None;
            }
            let mut different: HashSet<&str> = HashSet::default();
            for cell in filled(column) {
                different.insert(cell);
                // Names and addresses differ from row to row; measures come back.
                if different.len() > MOST_MEASURES {
                    return None;
                }
            }
            Some(different.into_iter().map(plain_name).collect())
        });
        let words = words.collect();
        Self { sheet, plain, names_one, contents, words }
    }

    /// The column with one of these plain names, in the names' order. A name that two columns have is none.
    fn find<N: AsRef<str>>(&self, names: &[N]) -> Option<usize> {
        self.find_all(names).next()
    }

    fn find_all<'n, N: AsRef<str>>(&'n self, names: &'n [N]) -> impl Iterator<Item = usize> + 'n {
        names.iter().filter_map(|name| {
            let name = name.as_ref();
            let mut found = self.plain.iter().enumerate().filter(|(_, plain)| plain.as_str() == name);
            match (found.next(), found.next()) {
                (Some((index, _)), None) if !name.is_empty() => Some(index),
                _ => None,
            }
        })
    }

    fn header(&self, column: usize) -> String {
        self.sheet.headers().get(column).cloned().unwrap_or_default()
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &'a str> {
        let sheet = self.sheet;
        (0..sheet.row_count()).map(move |row| sheet.cell(row, column))
    }

    fn content(&self, column: usize) -> ColumnContent {
        self.contents.get(column).copied().unwrap_or(ColumnContent::Empty)
    }

    /// How many rows have something in each of the columns, and how many different such rows there are.
    fn distinct(&self, columns: &[usize]) -> (usize, usize) {
        let mut seen: HashSet<u64> = HashSet::default();
        let mut filled = 0;
        for row in 0..self.sheet.row_count() {
            if columns.iter().any(|&column| self.sheet.cell(row, column).is_empty()) {
                continue;
            }
            filled += 1;
            let mut hasher = DefaultHasher::new();
            for &column in columns {
                self.sheet.cell(row, column).hash(&mut hasher);
            }
            seen.insert(hasher.finish());
        }
        (filled, seen.len())
    }

    /// The file as a framework reads it, and how many of the framework's fields it has.
    fn by_hint(&self, hint: &LayoutHint) -> Option<(usize, Mapping)> {
        let plain = |names: &[String]| names.iter().map(|name| plain_name(name)).collect::<Vec<_>>();
        let mut identifier = Vec::new();
        let mut taken = Vec::new();
        for part in &hint.identifier {
            let column = self.find(&plain(&part.names))?;
            taken.push(column);
            identifier.push(IdentifierPart { column: self.header(column), digits: part.digits });
        }
        if identifier.is_empty() {
            return None;
        }
        let wanted: HashSet<String> = hint.measures.iter().map(|name| plain_name(name)).collect();
        let name = self
            .find(&plain(&hint.names))
            .or_else(|| self.name_column(&taken))
            .filter(|column| !taken.contains(column) && !wanted.contains(&self.plain_of(*column)));
        taken.extend(name);
        let as_columns = self.plain.iter().filter(|name| wanted.contains(*name)).count();
        let named = |names: &[String]| self.find_all(&plain(names)).find(|column| !taken.contains(column));
        let by_name = named(&hint.roles.measure);
        let (measure, as_cells) = match by_name {
            Some(column) => (by_name, self.known_words(column, &wanted)),
            None => self.measure_by_cells(&wanted, &taken),
        };
        let roles = Roles {
            value: named(&hint.roles.value),
            year: named(&hint.roles.year),
            group: named(&hint.roles.group),
            program: named(&hint.roles.program),
            spans: hint.programs,
        };
        let mut mapping = Mapping { identifier, name: name.map(|column| self.header(column)), ..Mapping::default() };
        if as_cells > 0
            && let Some(measure) = measure
            // The columns of a long file may be named as fields as well (its "score"), its measures rather more so.
            && (by_name.is_some() || as_cells >= as_columns || self.find(synonyms::MEASURE) == Some(measure))
        {
            match roles.value.filter(|value| *value != measure).or_else(|| self.value_column(measure, &taken)) {
                Some(value) => self.make_long(&mut mapping, measure, value, &taken, &roles),
                // It is long all the same: a person has to say which column holds the values.
                None => {
                    mapping.shape = Shape::Long;
                    mapping.measure = Some(self.header(measure));
                }
            }
            return Some((as_cells, mapping));
        }
        if as_columns == 0 {
            return None;
        }
        self.split_rows(&mut mapping, &taken, &roles);
        Some((as_columns, mapping))
    }

    /// Tells of a long file whose column of values isn't known.
    fn without_value(&self, mapping: &Mapping) -> Option<Notice> {
        let measure = mapping.measure.as_ref().filter(|_| mapping.shape == Shape::Long && mapping.value.is_none())?;
        let columns = self.sheet.headers().iter().filter(|name| !name.is_empty()).cloned().collect();
        let notice = ValueNotRecognized { measure: measure.clone(), columns };
        Some(notice.at(Place::file(Arc::clone(self.sheet.file()))))
    }

    /// Whether a mapping can name the column: it has a name, and no other column has the same.
    fn names_one(&self, column: usize) -> bool {
        self.names_one.get(column).copied().unwrap_or(false)
    }

    fn plain_of(&self, column: usize) -> String {
        self.plain.get(column).cloned().unwrap_or_default()
    }

    /// The column whose cells name most of the wanted measures, and how many.
    fn measure_by_cells(&self, wanted: &HashSet<String>, taken: &[usize]) -> (Option<usize>, usize) {
        let mut best = (None, 0);
        for (column, words) in
            self.words.iter().enumerate().filter(|(column, _)| self.names_one(*column) && !taken.contains(column))
        {
            let known = words.as_ref().map_or(0, |words| words.intersection(wanted).count());
            if known > best.1 {
                best = (Some(column), known);
            }
        }
        best
    }

    /// How many of the wanted measures a column's cells name.
    fn known_words(&self, column: usize, wanted: &HashSet<String>) -> usize {
        let words = self.words.get(column).and_then(Option::as_ref);
        words.map_or(0, |words| words.intersection(wanted).count())
    }

    fn value_column(&self, measure: usize, taken: &[usize]) -> Option<usize> {
        let free = |column: &usize| *column != measure && !taken.contains(column);
        let value = self.find_all(synonyms::VALUE).find(|column| free(column));
        let numbers = |column: &usize| free(column) && self.content(*column) == ColumnContent::Numbers;
        value.or_else(|| self.find_all(synonyms::VALUE_IF_NUMBERS).find(numbers)).or_else(|| {
            let roles = [synonyms::YEAR, synonyms::GROUP, synonyms::PROGRAM];
            let other: Vec<usize> = roles.iter().filter_map(|names| self.find(names)).collect();
            let mut numbers = (0..self.plain.len())
                .filter(|&column| self.names_one(column))
                .filter(|column| free(column) && !other.contains(column))
                .filter(|&column| self.content(column) == ColumnContent::Numbers);
            // One column of numbers is the value; of several none is certain.
            match (numbers.next(), numbers.next()) {
                (Some(only), None) => Some(only),
                _ => None,
            }
        })
    }

    fn make_long(&self, mapping: &mut Mapping, measure: usize, value: usize, taken: &[usize], roles: &Roles) {
        let free = |column: &usize| *column != measure && *column != value && !taken.contains(column);
        let role = |named: Option<usize>, names: &[&str]| {
            let named = named.filter(|column| free(column));
            named.or_else(|| self.find_all(names).find(|column| free(column))).map(|column| self.header(column))
        };
        mapping.shape = Shape::Long;
        mapping.measure = Some(self.header(measure));
        mapping.value = Some(self.header(value));
        mapping.year = role(roles.year, synonyms::YEAR);
        mapping.group = role(roles.group, synonyms::GROUP);
        mapping.program = role(roles.program, synonyms::PROGRAM);
        if mapping.program.is_none() && roles.spans {
            let (_, distinct) = self.key(mapping);
            let spans = self.find_all(synonyms::SPAN).filter(free);
            let with = spans.map(|column| Mapping { program: Some(self.header(column)), ..mapping.clone() });
            if let Some(with) = with.into_iter().find(|with| self.key(with).1 > distinct) {
                *mapping = with;
            }
        }
    }

    /// In a wide file, a year, group or program column has that role if rows need it to be told apart; the year also
    /// when the whole file is of one year, and the group whenever it says anything: a group's value is never the school's.
    fn split_rows(&self, mapping: &mut Mapping, taken: &[usize], named: &Roles) {
        let mut key: Vec<usize> =
            mapping.identifier.iter().filter_map(|part| self.sheet.column(&part.column)).collect();
        let (filled, mut distinct) = self.distinct(&key);
        let spans: &[&str] = if named.spans { synonyms::SPAN } else { &[] };
        let program = [synonyms::PROGRAM, spans].concat();
        let roles: [(&[&str], Option<usize>, &mut Option<String>); 3] = [
            (synonyms::YEAR, named.year, &mut mapping.year),
            (synonyms::GROUP, named.group, &mut mapping.group),
            (&program, named.program, &mut mapping.program),
        ];
        for (names, named, role) in roles {
            let free = |column: &usize| !taken.contains(column) && !key.contains(column);
            if let Some(column) = named.filter(free) {
                *role = Some(self.header(column));
                key.push(column);
                distinct = self.distinct(&key).1;
                continue;
            }
            let Some(column) = self.find_all(names).find(free) else { continue };
            let mut with = key.clone();
            with.push(column);
            let (_, more) = self.distinct(&with);
            let one_year = names == synonyms::YEAR && self.distinct(&[column]).1 == 1;
            // A column that is only called "group" may group schools.
            let of_groups = names == synonyms::GROUP
                && self.plain_of(column) != "group"
                && self.content(column) != ColumnContent::Empty;
            if (distinct < filled && more > distinct) || one_year || of_groups {
                *role = Some(self.header(column));
                distinct = more.max(distinct);
                key = with;
            }
        }
    }

    fn name_column(&self, taken: &[usize]) -> Option<usize> {
        self.find_all(synonyms::NAME)
            .find(|&column| !taken.contains(&column) && self.content(column) == ColumnContent::Text)
    }

    /// The column that identifies the school: of those named so, the surest that is filled.
    fn school_column(&self) -> Option<usize> {
        let rows = self.sheet.row_count();
        self.find_all(synonyms::SCHOOL).find(|&column| {
            let (filled, _) = self.distinct(&[column]);
            match self.plain_of(column).as_str() {
                // These hold a number or a name.
                "school" | "campus" => filled * 2 >= rows && self.mostly_codes(column),
                // These may be anything's.
                "id" | "code" => filled * 2 >= rows,
                _ => filled > 0,
            }
        })
    }

    /// Whether most cells have a digit and no blank, as identifiers do.
    fn mostly_codes(&self, column: usize) -> bool {
        let (mut codes, mut all) = (0_usize, 0_usize);
        for cell in self.cells(column).filter(|cell| !cell.is_empty()).take(1000) {
            all += 1;
            if cell.contains(|character: char| character.is_ascii_digit()) && !cell.contains(char::is_whitespace) {
                codes += 1;
            }
        }
        codes * 2 > all
    }

    /// The best reading without a hint, and what is not certain about it.
    fn by_content(&self) -> (Mapping, Option<Notice>) {
        let place = || Place::file(Arc::clone(self.sheet.file()));
        let named = || self.sheet.headers().iter().filter(|name| !name.is_empty()).cloned().collect::<Vec<_>>();
        let school = self.school_column();
        let name = self.name_column(&school.into_iter().collect::<Vec<_>>());
        let Some(school) = school.or(name) else {
            let notice = IdentifierNotRecognized { columns: named() };
            return (Mapping::default(), Some(notice.at(place())));
        };
        let taken: Vec<usize> = [Some(school), name].into_iter().flatten().collect();
        let part = |column: usize| IdentifierPart { column: self.header(column), digits: None };
        let mut mapping = Mapping {
            identifier: vec![part(school)],
            name: name.map(|column| self.header(column)),
            ..Mapping::default()
        };
        let measure = self
            .find_all(synonyms::MEASURE)
            .find(|&column| !taken.contains(&column) && self.content(column) == ColumnContent::Text);
        match measure.map(|measure| (measure, self.value_column(measure, &taken))) {
            Some((measure, Some(value))) => self.make_long(&mut mapping, measure, value, &taken, &Roles::UNNAMED),
            Some((measure, None)) if self.repeats(school) => {
                mapping.shape = Shape::Long;
                mapping.measure = Some(self.header(measure));
                let unsure = self.without_value(&mapping);
                return (mapping, unsure);
            }
            _ => self.split_rows(&mut mapping, &taken, &Roles::UNNAMED),
        }
        let (mut filled, mut distinct) = self.key(&mapping);
        if distinct < filled
            && let Some(district) = self.find_all(synonyms::DISTRICT).find(|column| !taken.contains(column))
        {
            let mut with = mapping.clone();
            with.identifier.insert(0, part(district));
            let key = self.key(&with);
            if key.1 > distinct {
                mapping = with;
                (filled, distinct) = key;
            }
        }
        // A few repeated rows are mistakes to tell later; many are a layout that isn't understood.
        if distinct * 10 < filled * 9 {
            let notice = RowsNotToldApart {
                identifier: mapping.identifier.iter().map(|part| part.column.clone()).collect(),
                rows: u64::try_from(filled).unwrap_or(u64::MAX),
                schools: u64::try_from(distinct).unwrap_or(u64::MAX),
            };
            return (mapping, Some(notice.at(place())));
        }
        (mapping, None)
    }

    fn repeats(&self, column: usize) -> bool {
        let (filled, distinct) = self.distinct(&[column]);
        distinct * 2 <= filled
    }

    /// How many rows have a whole key under this mapping, and how many different ones there are.
    fn key(&self, mapping: &Mapping) -> (usize, usize) {
        let parts: Vec<usize> = mapping.identifier.iter().filter_map(|part| self.sheet.column(&part.column)).collect();
        let (filled, _) = self.distinct(&parts);
        let roles = [&mapping.measure, &mapping.year, &mapping.group, &mapping.program];
        let mut seen: HashSet<u64> = HashSet::default();
        let rest: Vec<usize> = roles.into_iter().flatten().filter_map(|column| self.sheet.column(column)).collect();
        for row in 0..self.sheet.row_count() {
            if parts.iter().any(|&column| self.sheet.cell(row, column).is_empty()) {
                continue;
            }
            let mut hasher = DefaultHasher::new();
            for &column in parts.iter().chain(&rest) {
                self.sheet.cell(row, column).hash(&mut hasher);
            }
            seen.insert(hasher.finish());
        }
        (filled, seen.len())
    }
}
