//! What the files say of each school, read as the definition's facts and measures.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::Framework;
use super::definition::{Definition, Fact, FactKind, Measure, Unit};
use super::notices::{
    AmbiguousColumn, BelowMinimum, FactContradicts, MeasureNotInFile, OutOfRange, UnknownCategory, UnreadableNumber,
};
use super::value::{Reason, Value};
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told, nearest};
use crate::tables::{Cell, FieldIndex, FieldQuery, SchoolTable, plain_name};

/// What a measure rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A school-level file gives it.
    Reported,
    /// It is computed from student records.
    Computed,
    /// A person tries out what it would change.
    Supposed,
}

/// A measure of one school in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The value.
    pub value: Value,
    /// The number of students, where the file gives it.
    pub n: Option<Exact>,
    /// The participation rate, in percent.
    pub participation: Option<Exact>,
    /// The response rate, in percent.
    pub response_rate: Option<Exact>,
    /// What it rests on.
    pub basis: Basis,
    /// Whether the file has a place for it, if only a blank one.
    pub listed: bool,
}

impl Observation {
    fn absent(reason: Reason, basis: Basis, listed: bool) -> Self {
        Self { value: Value::Absent(reason), n: None, participation: None, response_rate: None, basis, listed }
    }
}

/// Where the parts of a measure or a fact stand in the table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Binding {
    pub value: Option<FieldIndex>,
    pub participation: Option<FieldIndex>,
    pub n: Option<FieldIndex>,
    pub response_rate: Option<FieldIndex>,
}

/// All facts and measures of all schools, by year: 0 is the rated year, -1 the year before.
#[derive(Debug)]
pub struct Observations {
    /// The rated year, where the files have years.
    pub year: Option<String>,
    pub(crate) facts: BTreeMap<i32, Vec<Vec<Value>>>,
    pub(crate) measures: BTreeMap<i32, Vec<Vec<Observation>>>,
    pub(crate) bindings: BTreeMap<i32, Vec<Binding>>,
}

/// A choice of column made by a person: a measure's or a fact's name, and the heading that holds it.
pub type Choices = BTreeMap<String, String>;

impl Observations {
    /// Reads the table as the framework's facts and measures. What can't be read is a notice, and an absent value that
    /// stays open: it is never taken for missing.
    pub fn read(
        framework: &Framework,
        table: &SchoolTable,
        year: Option<&str>,
        choices: &Choices,
        notices: &mut Vec<Notice>,
    ) -> Self {
        let definition = &framework.definition;
        let years: BTreeSet<&str> = table.fields().iter().filter_map(|field| field.year.as_deref()).collect();
        let rated = year
            .map(str::to_owned)
            .or_else(|| years.iter().max_by_key(|year| (leading_number(year), **year)).map(|year| (*year).to_owned()));
        let mut offsets: BTreeMap<i32, Option<&str>> = BTreeMap::new();
        match rated.as_deref() {
            None => {
                offsets.insert(0, None);
            }
            Some(rated) => {
                offsets.insert(0, Some(rated));
                for year in &years {
                    if let (Some(number), Some(base)) = (leading_number(year), leading_number(rated)) {
                        offsets.insert(number - base, Some(year));
                    }
                }
            }
        }
        let mut read =
            Self { year: rated.clone(), facts: BTreeMap::new(), measures: BTreeMap::new(), bindings: BTreeMap::new() };
        for (offset, year) in offsets {
            let mut reader = Reader { definition, table, year, choices, notices, tell: offset == 0 };
            let facts = definition.facts.iter().map(|entry| reader.fact(&entry.name, &entry.value)).collect();
            let bindings: Vec<Binding> =
                definition.measures.iter().map(|entry| reader.bind(&entry.name, &entry.value)).collect();
            let measures = definition
                .measures
                .iter()
                .zip(&bindings)
                .map(|(entry, binding)| reader.measure(&entry.name, &entry.value, binding))
                .collect();
            read.facts.insert(offset, facts);
            read.measures.insert(offset, measures);
            read.bindings.insert(offset, bindings);
        }
        read
    }
}

/// The field in a year's rows, else in rows without a year: never in those of another year.
pub(crate) fn of_year(table: &SchoolTable, year: Option<&str>, query: FieldQuery<'_>) -> Option<FieldIndex> {
    let Some(year) = year else { return table.field(&query) };
    let of_year = table.field(&FieldQuery { year: Some(year), ..query });
    of_year.or_else(|| {
        let found = table.field(&query)?;
        table.fields().get(found.position()).is_some_and(|field| field.year.is_none()).then_some(found)
    })
}

/// The first whole number in a year's text: 2018 of `SY2018-19`.
fn leading_number(year: &str) -> Option<i32> {
    let digits: String = year.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

struct Reader<'a> {
    definition: &'a Definition,
    table: &'a SchoolTable,
    year: Option<&'a str>,
    choices: &'a Choices,
    notices: &'a mut Vec<Notice>,
    /// Whether to tell of what is wrong: once, for the rated year.
    tell: bool,
}

impl Reader<'_> {
    /// The first of the names that the table has: in the rated year's rows, else in rows without a year.
    fn find(
        &self,
        names: &[String],
        attribute: Option<&str>,
        group: Option<&str>,
        program: Option<&str>,
    ) -> Option<FieldIndex> {
        names
            .iter()
            .find_map(|name| of_year(self.table, self.year, FieldQuery { name, attribute, group, year: None, program }))
    }

    /// A fact that a long file says beside every measure: its cells of each school, which must agree.
    fn beside(&mut self, name: &str, fact: &Fact, school: usize) -> Option<Value> {
        let columns: Vec<String> = self.names(name, &fact.column).iter().map(|column| plain_name(column)).collect();
        let (table, year) = (self.table, self.year);
        let fields = table.fields().iter().zip(table.indexes()).filter(|(field, _)| {
            field.attribute.as_ref().is_some_and(|attribute| columns.contains(&plain_name(attribute)))
                && (field.year.is_none() || field.year.as_deref() == year)
        });
        let cells = fields.filter_map(|(_, index)| table.cell(school, index)).filter(says_something);
        let mut found: Option<Cell<'_>> = None;
        for cell in cells {
            match &found {
                None => found = Some(cell),
                Some(first) if !first.contested && !cell.contested && same_word(first.text, cell.text) => {}
                Some(first) => {
                    let texts = vec![first.text.to_owned(), cell.text.to_owned()];
                    self.tell_cell(&cell, school, name, |_| FactContradicts { fact: name.to_owned(), texts });
                    return Some(Value::Absent(Reason::Unreadable));
                }
            }
        }
        found.map(|cell| self.fact_value(name, fact, &cell, school))
    }

    fn fact_value(&mut self, name: &str, fact: &Fact, cell: &Cell<'_>, school: usize) -> Value {
        if cell.contested {
            return Value::Absent(Reason::Unreadable);
        }
        if let Some(reason) = self.absence(cell.text) {
            return Value::Absent(reason);
        }
        let value = read_fact(cell.text, fact.kind);
        if value == Value::Absent(Reason::Unreadable) {
            self.tell_cell(cell, school, name, |text| UnreadableNumber { measure: name.to_owned(), text });
        }
        value
    }

    fn names(&self, name: &str, columns: &[String]) -> Vec<String> {
        self.choices.get(name).map_or_else(|| columns.to_vec(), |chosen| vec![chosen.clone()])
    }

    fn fact(&mut self, name: &str, fact: &Fact) -> Vec<Value> {
        let columns = self.names(name, &fact.column);
        let field = self.find(&columns, None, None, None);
        let default = fact.default.as_deref().map(|text| read_fact(text, fact.kind));
        let beside = field.is_none() && {
            let plain: Vec<String> = columns.iter().map(|column| plain_name(column)).collect();
            let mut attributes = self.table.fields().iter().filter_map(|field| field.attribute.as_deref());
            attributes.any(|attribute| plain.contains(&plain_name(attribute)))
        };
        let mut values = Vec::with_capacity(self.table.schools().len());
        for school in 0..self.table.schools().len() {
            let cell = field.and_then(|field| self.table.cell(school, field)).filter(says_something);
            let value = match cell {
                Some(cell) => Some(self.fact_value(name, fact, &cell, school)),
                None if beside => self.beside(name, fact, school),
                None => None,
            };
            let value = value.unwrap_or(Value::Absent(match field {
                None if !beside => Reason::NotAsked,
                _ => Reason::NotReported,
            }));
            values.push(match (value.missing(), &default) {
                (Some(reason), Some(default)) if reason != Reason::Unreadable => default.clone(),
                _ => value,
            });
        }
        values
    }

    fn bind(&mut self, name: &str, measure: &Measure) -> Binding {
        let Some(reported) = &measure.reported else { return Binding::default() };
        let columns = self.names(name, &reported.column);
        let (group, program) = (reported.group.as_deref(), reported.program.as_deref());
        let value = self.find(&columns, None, group, program);
        if value.is_none() && self.tell {
            let wanted: Vec<String> = columns.iter().map(|column| plain_name(column)).collect();
            let alike = self.table.fields().iter().filter(|field| field.attribute.is_none());
            let candidates: BTreeSet<String> = alike
                .filter(|field| wanted.contains(&plain_name(&field.name)))
                .map(|field| field.name.clone())
                .collect();
            if candidates.len() > 1 {
                let candidates = candidates.into_iter().collect();
                let told = AmbiguousColumn { measure: name.to_owned(), columns: candidates };
                self.notices.push(told.at(Place::default()));
            }
        }
        // In a long file the rate stands in the measure's own row, in a wide one in a column of its own.
        let attribute = |names: &[String], usual: &[&str]| {
            let in_row = names
                .iter()
                .map(String::as_str)
                .chain(usual.iter().copied())
                .find_map(|attribute| self.find(&columns, Some(attribute), group, program));
            in_row.or_else(|| self.find(names, None, group, program))
        };
        Binding {
            value,
            participation: attribute(
                &reported.participation,
                &["participation_rate", "participation", "percent_tested"],
            ),
            n: attribute(&reported.n, &["n", "count", "n_students", "student_count", "number_of_students"]),
            response_rate: attribute(&reported.response_rate, &["response_rate"]),
        }
    }

    fn measure(&mut self, name: &str, measure: &Measure, binding: &Binding) -> Vec<Observation> {
        let schools = self.table.schools().len();
        let Some(reported) = &measure.reported else {
            return vec![Observation::absent(Reason::NotSupplied, Basis::Computed, false); schools];
        };
        let Some(field) = binding.value else {
            let reason = if measure.optional {
                Reason::NotReported
            } else if measure.computed.is_some() {
                Reason::NotSupplied
            } else {
                Reason::NotAsked
            };
            return vec![Observation::absent(reason, Basis::Reported, false); schools];
        };
        let minimum = measure.minimum.as_deref().and_then(|class| self.definition.minimums.get(class));
        let mut observations = Vec::with_capacity(schools);
        for school in 0..schools {
            let Some(cell) = self.table.cell(school, field) else {
                // It may stand in a row that was lost.
                let reason = if self.table.lost_rows() { Reason::Unreadable } else { Reason::NotReported };
                observations.push(Observation::absent(reason, Basis::Reported, false));
                continue;
            };
            let number = |reader: &mut Self, field: Option<FieldIndex>| {
                let cell = reader.table.cell(school, field?)?;
                if cell.text.is_empty() || reader.absence(cell.text).is_some() {
                    return None;
                }
                let number = read_percent(cell.text);
                if number.is_none() {
                    reader.tell_cell(&cell, school, name, |text| UnreadableNumber { measure: name.to_owned(), text });
                }
                number
            };
            let n = number(self, binding.n);
            let participation = number(self, binding.participation);
            let response_rate = number(self, binding.response_rate);
            let mut value = self.value(name, measure, reported.times.as_ref(), &cell, school);
            if value.is_present()
                && let Some(minimum) = minimum
            {
                if let (Some(n), Some(least)) = (&n, &minimum.n)
                    && n < least
                {
                    value = Value::Absent(Reason::TooFewStudents);
                } else if let (Some(rate), Some(least)) = (&response_rate, &minimum.response_rate)
                    && rate < least
                {
                    value = Value::Absent(Reason::LowResponse);
                }
                if !value.is_present() {
                    self.tell_cell(&cell, school, name, |_| BelowMinimum { measure: name.to_owned() });
                }
            }
            let basis = Basis::Reported;
            observations.push(Observation { value, n, participation, response_rate, basis, listed: true });
        }
        observations
    }

    /// What a text means that stands for no value.
    fn absence(&self, text: &str) -> Option<Reason> {
        self.definition.absences.iter().find(|entry| same_word(&entry.name, text)).map(|entry| entry.value)
    }

    fn value(&mut self, name: &str, measure: &Measure, times: Option<&Exact>, cell: &Cell<'_>, school: usize) -> Value {
        if cell.contested {
            return Value::Absent(Reason::Unreadable);
        }
        if cell.text.is_empty() {
            return Value::Absent(Reason::NotReported);
        }
        if let Some(reason) = self.absence(cell.text) {
            return Value::Absent(reason);
        }
        if measure.unit == Unit::Category {
            let known = measure.categories.iter().find(|category| same_word(category, cell.text));
            if let Some(category) = known {
                return Value::Word(Arc::from(category.as_str()));
            }
            let suggestion = nearest(cell.text, measure.categories.iter().map(String::as_str));
            self.tell_cell(cell, school, name, |text| UnknownCategory { measure: name.to_owned(), text, suggestion });
            return Value::Absent(Reason::Unreadable);
        }
        let number = if measure.unit == Unit::Percent { read_percent(cell.text) } else { Exact::parse(cell.text).ok() };
        let number = number.and_then(|number| match times {
            Some(times) => number.mul(times).ok(),
            None => Some(number),
        });
        let Some(number) = number else {
            self.tell_cell(cell, school, name, |text| UnreadableNumber { measure: name.to_owned(), text });
            return Value::Absent(Reason::Unreadable);
        };
        if let Some((low, high)) = &measure.range
            && (&number < low || &number > high)
        {
            let (low, high) = (low.clone(), high.clone());
            self.tell_cell(cell, school, name, |text| OutOfRange { measure: name.to_owned(), text, low, high });
            return Value::Absent(Reason::Unreadable);
        }
        Value::Number(number)
    }

    fn tell_cell<T: Told>(&mut self, cell: &Cell<'_>, school: usize, name: &str, told: impl FnOnce(String) -> T) {
        if !self.tell {
            return;
        }
        let place = Place {
            file: Some(cell.file.clone()),
            line: Some(cell.line),
            column: Some(name.to_owned()),
            school: self.table.schools().get(school).map(|school| school.id.to_string()),
            pointer: None,
        };
        self.notices.push(told(cell.text.to_owned()).at(place));
    }
}

/// Whether a cell holds more than a blank, if only a contradiction.
fn says_something(cell: &Cell<'_>) -> bool {
    cell.contested || !cell.text.is_empty()
}

/// Tells of measures that a rating needed and that no file has, once for all schools.
pub(crate) fn tell_not_asked(definition: &Definition, needed: &BTreeMap<usize, u64>, notices: &mut Vec<Notice>) {
    for (index, schools) in needed {
        if let Some(entry) = definition.measures.at(*index) {
            let columns = entry.value.reported.as_ref().map(|reported| reported.column.clone()).unwrap_or_default();
            let told = MeasureNotInFile { measure: entry.name.clone(), columns, schools: *schools };
            notices.push(told.at(Place::pointer(&entry.pointer)));
        }
    }
}

fn read_fact(text: &str, kind: FactKind) -> Value {
    match kind {
        FactKind::Word | FactKind::Set => Value::Word(Arc::from(text)),
        FactKind::Number => Exact::parse(text).map_or(Value::Absent(Reason::Unreadable), Value::Number),
    }
}

/// A number of percent: `92.5` and `92.5%` are the same.
fn read_percent(text: &str) -> Option<Exact> {
    Exact::parse(text.trim_end().trim_end_matches('%')).ok()
}

/// Whether two words are the same but for case and spaces.
pub(crate) fn same_word(a: &str, b: &str) -> bool {
    let lower = |word: &str, other: &str| {
        word.eq_ignore_ascii_case(other)
            || (!(word.is_ascii() && other.is_ascii())
                && word.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase)))
    };
    if lower(a, b) {
        return true;
    }
    // Only spaces can still make a difference; words that begin otherwise differ.
    let spaced = |text: &str| text.bytes().any(|byte| byte <= b' ' || byte >= 0x80);
    let begins = |text: &str| text.bytes().next().filter(u8::is_ascii_graphic).map(|byte| byte.to_ascii_lowercase());
    if !spaced(a) && !spaced(b) {
        return false;
    }
    if let (Some(first), Some(other)) = (begins(a), begins(b))
        && first != other
    {
        return false;
    }
    let (mut left, mut right) = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (left.next(), right.next()) {
            (Some(word), Some(other)) if lower(word, other) => {}
            (None, None) => return true,
            _ => return false,
        }
    }
}
