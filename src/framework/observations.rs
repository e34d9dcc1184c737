//! What the files say of each school, read as the definition's facts and measures.

use std::sync::Arc;

use serde::Serialize;

use super::Framework;
use super::computed::{Asked, Counts, preferred};
use super::definition::{Definition, Fact, FactKind, Measure, Minimum, Reported, Unit};
use super::node::Operator;
use super::notices::{
    AmbiguousColumn, BelowMinimum, FactContradicts, ImpossibleNumber, OnlyOtherYears, OutOfRange, UnknownCategory,
    UnknownYear, UnreadableNumber,
};
use super::reach::Reached;
use super::reference::{Attribute, Port};
use super::value::{Reason, Value};
use crate::exact::Exact;
use crate::letters::lower;
use crate::notice::{Notice, Place, Told, nearest};
use crate::order::{self, Sorted};
use crate::records::cells::Cells;
use crate::tables::{Cell, Field, FieldIndex, FieldQuery, SchoolTable, plain_name};

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
    /// The number of students.
    pub n: Value,
    /// The participation rate, in percent.
    pub participation: Value,
    /// The response rate, in percent.
    pub response_rate: Value,
    /// What it rests on.
    pub basis: Basis,
    /// Whether the file has a place for it, if only a blank one.
    pub listed: bool,
}

impl Observation {
    /// One of its numbers.
    pub(crate) fn part(&self, attribute: Attribute) -> &Value {
        match attribute {
            Attribute::Value => &self.value,
            Attribute::Participation => &self.participation,
            Attribute::N => &self.n,
            Attribute::ResponseRate => &self.response_rate,
        }
    }

    pub(super) fn absent(reason: Reason, basis: Basis, listed: bool) -> Self {
        // Whoever asks for the participation of a measure that isn't known yet can't know it either.
        let beside = Value::Absent(if reason.is_open() { reason } else { Reason::NotReported });
        let (n, participation, response_rate) = (beside.clone(), beside.clone(), beside);
        Self { value: Value::Absent(reason), n, participation, response_rate, basis, listed }
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

/// A measure of all schools in one year.
#[derive(Debug)]
pub(crate) enum MeasureValues {
    /// No file has it: it is the same for every school.
    Alike(Observation),
    /// By the school's place.
    Each(Vec<Observation>),
}

impl MeasureValues {
    /// That of a school.
    pub fn of(&self, school: usize) -> Option<&Observation> {
        match self {
            Self::Alike(observation) => Some(observation),
            Self::Each(observations) => observations.get(school),
        }
    }
}

/// All facts and measures of all schools, by year: 0 is the rated year, -1 the year before.
#[derive(Debug)]
pub struct Observations {
    /// The rated year, where the files have years.
    pub year: Option<String>,
    pub(crate) facts: Sorted<i32, Vec<Vec<Value>>>,
    /// Where each fact stands, where it has a column of its own.
    pub(crate) fact_fields: Sorted<i32, Vec<Option<FieldIndex>>>,
    pub(crate) measures: Sorted<i32, Vec<MeasureValues>>,
    pub(crate) bindings: Sorted<i32, Vec<Binding>>,
}

/// A choice of column made by a person: a measure's or a fact's name, and the heading that holds it.
pub type Choices = Sorted<String, String>;

impl Observations {
    /// Reads the table as the framework's facts and measures. What can't be read is a notice, and an absent value that
    /// stays open: it is never taken for missing.
    pub fn read(
        framework: &Framework,
        table: &SchoolTable,
        cells: Option<&Cells>,
        year: Option<&str>,
        choices: &Choices,
        notices: &mut Vec<Notice>,
    ) -> Self {
        let definition = &framework.definition;
        let years = years(table, cells);
        let rated = year
            .map(str::to_owned)
            .or_else(|| years.iter().max_by_key(|year| (school_year(year), **year)).map(|year| (*year).to_owned()));
        if let Some(year) = year
            && !years.contains(&year)
        {
            let years = years.iter().map(|year| (*year).to_owned()).collect();
            notices.push(UnknownYear { year: year.to_owned(), years }.at(Place::default()));
        }
        let offsets = offsets(rated.as_deref(), &years);
        let reached: Reached = framework.reached(|_| true);
        let weighing = weighing(framework);
        let headings = Headings::of(table);
        let absences = Absences::of(definition);
        let counted = cells.map(|cells| Counts::new(definition, cells, table));
        let mut read = Self {
            year: rated.clone(),
            facts: Sorted::new(),
            fact_fields: Sorted::new(),
            measures: Sorted::new(),
            bindings: Sorted::new(),
        };
        for (offset, year) in offsets {
            let counts =
                |name: &str| framework.graph.place(name).is_some_and(|place| reached.contains_key(&(place, offset)));
            let mut reader = Reader {
                definition,
                table,
                year,
                choices,
                notices,
                rated: offset == 0,
                counts: &counts,
                weighing: &weighing,
                headings: &headings,
                absences: &absences,
            };
            let fields: Vec<Option<FieldIndex>> =
                definition.facts.iter().map(|entry| reader.fact_field(&entry.name, &entry.value)).collect();
            let facts = definition.facts.iter().zip(&fields);
            let facts = facts.map(|(entry, field)| reader.fact(&entry.name, &entry.value, *field)).collect();
            let bindings: Vec<Binding> =
                definition.measures.iter().map(|entry| reader.bind(&entry.name, &entry.value)).collect();
            let reported = reader.measures(&bindings);
            let measures = definition
                .measures
                .iter()
                .zip(reported)
                .map(|(entry, (reported, told))| {
                    reader.notices.extend(told);
                    let (Some(counted), Some(computed)) = (&counted, &entry.value.computed) else { return reported };
                    if offset != 0 && !counts(&entry.name) {
                        return reported;
                    }
                    let asked = Asked { measure: entry, computed, year, rated: offset == 0 };
                    let computed = counted.observe(&asked, reader.notices);
                    preferred(&asked, reported, computed, reader.notices)
                })
                .collect();
            read.facts.insert(offset, facts);
            read.fact_fields.insert(offset, fields);
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

/// The years of the files and of the cells, each once. A year that both have is written as the files write it.
pub(crate) fn years<'a>(table: &'a SchoolTable, cells: Option<&'a Cells>) -> Vec<&'a str> {
    let mut years = order::distinct(table.fields().iter().filter_map(|field| field.year.as_deref()));
    for year in cells.into_iter().flat_map(|cells| &cells.years) {
        let number = school_year(year);
        if number.is_some() && !years.iter().any(|known| school_year(known) == number) {
            years.push(year);
        }
    }
    order::distinct(years)
}

/// The years by their distance from the rated one. Where two texts are equally far, the one that is written as the rated
/// one counts.
fn offsets<'a>(rated: Option<&'a str>, years: &[&'a str]) -> Sorted<i32, Option<&'a str>> {
    let mut offsets = Sorted::from([(0, rated)]);
    let Some(rated) = rated else { return offsets };
    let form = |year: &str| -> String { year.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    let (alike, other): (Vec<&str>, Vec<&str>) = years.iter().partition(|year| form(year) == form(rated));
    for year in alike.into_iter().chain(other) {
        if let (Some(number), Some(base)) = (school_year(year), school_year(rated)) {
            offsets.change(number - base, |taken| *taken = taken.or(Some(year)));
        }
    }
    offsets
}

/// A school year as the calendar year in which it ends: 2019 of `2019`, `SY2018-19`, `2018_2019` and `2018/19`.
pub(crate) fn school_year(text: &str) -> Option<i32> {
    let numbers = text.split(|character: char| !character.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let mut numbers = numbers.take(2);
    let first = numbers.next()?;
    let next = numbers.next().unwrap_or_default();
    let number: i32 = first.parse().ok()?;
    let follows = match (first.len(), next.len()) {
        (4, 4) => next.parse() == Ok(number + 1),
        (4, 2) => next.parse() == Ok((number + 1) % 100),
        _ => false,
    };
    Some(if follows { number + 1 } else { number })
}

/// The names of the facts and measures that weigh something.
fn weighing(framework: &Framework) -> Vec<String> {
    let parts = framework.definition.weights.iter().flat_map(|entry| &entry.value.parts).map(|part| &part.value);
    let wholes = framework.definition.nodes.iter().filter_map(|entry| match &entry.value.operator {
        Operator::Parts(of) => of.weight_by.as_ref(),
        _ => None,
    });
    let ports = parts.chain(wholes).filter_map(|operand| operand.port());
    let values = ports.filter(|port| port.attribute == Attribute::Value);
    order::distinct(values.map(|Port { entry, .. }| framework.graph.name(entry).to_owned()))
}

struct Reader<'a> {
    definition: &'a Definition,
    table: &'a SchoolTable,
    year: Option<&'a str>,
    choices: &'a Choices,
    notices: &'a mut Vec<Notice>,
    /// Whether this is the rated year.
    rated: bool,
    /// Whether an answer rests on a measure or a fact of this year. What is wrong with another isn't told.
    counts: &'a dyn Fn(&str) -> bool,
    /// The names of the facts and measures that are weights.
    weighing: &'a [String],
    headings: &'a Headings,
    absences: &'a Absences<'a>,
}

/// The table's headings without regard to case, spaces and punctuation, which every measure asks for.
struct Headings {
    /// Of each field's name.
    names: Vec<String>,
    /// Of what a field says, where it says something beside a measure; else of its name.
    said: Vec<String>,
    /// All names.
    known: Vec<String>,
}

impl Headings {
    fn of(table: &SchoolTable) -> Self {
        let names: Vec<String> = table.fields().iter().map(|field| plain_name(&field.name)).collect();
        let said = |(field, name): (&Field, &String)| {
            field.attribute.as_ref().map_or_else(|| name.clone(), |attribute| plain_name(attribute))
        };
        let said = table.fields().iter().zip(&names).map(said).collect();
        let known = order::distinct(names.iter().cloned());
        Self { names, said, known }
    }
}

/// The words that stand for no value. A cell mostly holds a number, and few of these words begin like one.
struct Absences<'a> {
    words: Vec<(&'a str, Reason)>,
    /// Whether one begins with this letter of ASCII.
    begins: [bool; 128],
    /// Whether one begins with anything else.
    other: bool,
}

impl<'a> Absences<'a> {
    fn of(definition: &'a Definition) -> Self {
        let words: Vec<_> = definition.absences.iter().map(|entry| (entry.name.as_str(), entry.value)).collect();
        let mut absences = Self { words: Vec::new(), begins: [false; 128], other: false };
        for (word, _) in &words {
            let first = word.bytes().next().filter(u8::is_ascii_graphic).map(|first| first.to_ascii_lowercase());
            match first.and_then(|first| absences.begins.get_mut(usize::from(first))) {
                Some(begins) => *begins = true,
                None => absences.other = true,
            }
        }
        Self { words, ..absences }
    }

    /// What a text means that stands for no value.
    fn find(&self, text: &str) -> Option<Reason> {
        let first = text.bytes().next().filter(u8::is_ascii_graphic).map(|first| first.to_ascii_lowercase());
        let begins = first.is_none_or(|first| self.begins.get(usize::from(first)) == Some(&true));
        if !begins && !self.other {
            return None;
        }
        self.words.iter().find(|(word, _)| same_word(word, text)).map(|(_, reason)| *reason)
    }
}

/// A measure that a file has, as it is read.
struct MeasureColumn<'a> {
    name: &'a str,
    measure: &'a Measure,
    reported: &'a Reported,
    binding: &'a Binding,
    field: FieldIndex,
    minimum: Option<&'a Minimum>,
}

impl Reader<'_> {
    /// The first of the names that the table has: in this year's rows, else in rows without a year if those may stand for
    /// it. Rows of another year never do.
    fn find(
        &self,
        names: &[String],
        attribute: Option<&str>,
        group: Option<&str>,
        program: Option<&str>,
        undated: bool,
    ) -> Option<FieldIndex> {
        let find = |name| of_year(self.table, self.year, FieldQuery { name, attribute, group, year: None, program });
        let dated = |field: &FieldIndex| undated || self.year.is_none() || !self.is_undated(*field);
        names.iter().find_map(|name| find(name).filter(dated))
    }

    /// Where a long file says a fact beside every measure, or a wide one in the rows of groups or programs.
    fn places_beside(&self, columns: &[String]) -> Vec<FieldIndex> {
        let plain: Vec<String> = columns.iter().map(|column| plain_name(column)).collect();
        let fields = self.table.fields().iter().zip(self.table.indexes()).zip(&self.headings.said);
        let fields = fields.filter(|((field, _), said)| {
            plain.contains(said) && (field.year.is_none() || field.year.as_deref() == self.year)
        });
        fields.map(|((_, index), _)| index).collect()
    }

    /// A fact that stands in several places: its cells of a school must agree.
    fn beside(&mut self, name: &str, fact: &Fact, places: &[FieldIndex], school: usize) -> Option<Value> {
        let table = self.table;
        let cells = places.iter().filter_map(|index| table.cell(school, *index)).filter(says_something);
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
        if let Some(reason) = self.absences.find(cell.text) {
            return Value::Absent(reason);
        }
        let value = read_fact(cell.text, fact.kind);
        if value == Value::Absent(Reason::Unreadable) {
            self.tell_cell(cell, school, name, |text| UnreadableNumber { measure: name.to_owned(), text });
        }
        self.possible_weight(value, cell, school, name)
    }

    /// Nothing weighs less than nothing.
    fn possible_weight(&mut self, value: Value, cell: &Cell<'_>, school: usize, name: &str) -> Value {
        match &value {
            Value::Number(number) if number.is_negative() && self.weighing.iter().any(|weight| weight == name) => {
                self.tell_impossible("weight", cell, school, name);
                Value::Absent(Reason::Unreadable)
            }
            _ => value,
        }
    }

    fn tell_impossible(&mut self, attribute: &str, cell: &Cell<'_>, school: usize, name: &str) {
        let (measure, attribute) = (name.to_owned(), attribute.to_owned());
        self.tell_cell(cell, school, name, |text| ImpossibleNumber { measure, attribute, text });
    }

    fn is_undated(&self, field: FieldIndex) -> bool {
        self.table.fields().get(field.position()).is_some_and(|field| field.year.is_none())
    }

    /// The table's measures and columns that these may mean.
    fn named(&self, columns: &[String]) -> impl Iterator<Item = &Field> {
        let wanted: Vec<String> = columns.iter().map(|column| plain_name(column)).collect();
        let fields = self.table.fields().iter().zip(&self.headings.names);
        fields.filter(move |(field, name)| field.attribute.is_none() && wanted.contains(name)).map(|(field, _)| field)
    }

    /// Tells of a measure or a fact that the files have, but for other years only.
    fn tell_of_other_years(&mut self, name: &str, columns: &[String]) {
        let Some(year) = self.year.filter(|_| self.rated) else { return };
        let fields = self.named(columns);
        let years = order::distinct(fields.filter_map(|field| field.year.clone()).filter(|other| other != year));
        if !years.is_empty() {
            let told = OnlyOtherYears { measure: name.to_owned(), year: year.to_owned(), years };
            self.notices.push(told.at(Place::default()));
        }
    }

    fn names(&self, name: &str, columns: &[String]) -> Vec<String> {
        self.choices.get(name).map_or_else(|| columns.to_vec(), |chosen| vec![chosen.clone()])
    }

    fn fact_field(&mut self, name: &str, fact: &Fact) -> Option<FieldIndex> {
        let columns = self.names(name, &fact.column);
        // What is known of a school without a year holds for all years.
        let field = self.find(&columns, None, None, None, true);
        if field.is_none() {
            self.tell_of_other_years(name, &columns);
        }
        field
    }

    #[inline(never)]
    fn fact(&mut self, name: &str, fact: &Fact, field: Option<FieldIndex>) -> Vec<Value> {
        let columns = self.names(name, &fact.column);
        let default = fact.default.as_deref().map(|text| read_fact(text, fact.kind));
        let beside = self.places_beside(&columns);
        let mut values = Vec::with_capacity(self.table.schools().len());
        for school in 0..self.table.schools().len() {
            let cell = field.and_then(|field| self.table.cell(school, field)).filter(says_something);
            let value = match cell {
                Some(cell) => Some(self.fact_value(name, fact, &cell, school)),
                None => self.beside(name, fact, &beside, school),
            };
            let value = value.unwrap_or(Value::Absent(match field {
                None if beside.is_empty() => Reason::NotAsked,
                _ => Reason::NotReported,
            }));
            values.push(match (value.missing(), &default) {
                (Some(reason), Some(default)) if reason != Reason::Unreadable => default.clone(),
                _ => value,
            });
        }
        values
    }

    #[inline(never)]
    fn bind(&mut self, name: &str, measure: &Measure) -> Binding {
        let Some(reported) = &measure.reported else { return Binding::default() };
        let mut columns = self.names(name, &reported.column);
        // A policy knows many measures that a file doesn't have, and each is looked for under several headings.
        columns.retain(|column| self.headings.known.binary_search(&plain_name(column)).is_ok());
        let (group, program) = (reported.group.as_deref(), reported.program.as_deref());
        let in_row = |heading: &String| self.find(&columns, Some(heading), group, program, self.rated);
        let value = match reported.value.as_slice() {
            [] => self.find(&columns, None, group, program, self.rated),
            headings => headings.iter().find_map(in_row),
        };
        if value.is_none() {
            self.tell_of_other_years(name, &columns);
        }
        if value.is_none() && self.rated {
            let candidates = order::distinct(self.named(&columns).map(|field| field.name.clone()));
            if candidates.len() > 1 {
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
                .find_map(|attribute| self.find(&columns, Some(attribute), group, program, self.rated));
            in_row.or_else(|| self.find(names, None, group, program, self.rated))
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

    /// What the files report of every measure, and what is to be told of it.
    #[inline(never)]
    fn measures(&mut self, bindings: &[Binding]) -> Vec<(MeasureValues, Vec<Notice>)> {
        let schools = self.table.schools().len();
        let mut measures = Vec::with_capacity(bindings.len());
        let mut columns = Vec::new();
        for (entry, binding) in self.definition.measures.iter().zip(bindings) {
            let measure = &entry.value;
            let absent = |reason, basis| MeasureValues::Alike(Observation::absent(reason, basis, false));
            measures.push(match (&measure.reported, binding.value) {
                (Some(reported), Some(field)) => {
                    let class = measure.minimum.as_deref();
                    let minimum = class.and_then(|class| self.definition.minimums.get(class));
                    columns.push(MeasureColumn { name: &entry.name, measure, reported, binding, field, minimum });
                    (MeasureValues::Each(Vec::with_capacity(schools)), Vec::new())
                }
                (None, _) => (absent(Reason::NotSupplied, Basis::Computed), Vec::new()),
                (Some(_), None) if measure.optional => (absent(Reason::NotReported, Basis::Reported), Vec::new()),
                (Some(_), None) if measure.computed.is_some() => {
                    (absent(Reason::NotSupplied, Basis::Reported), Vec::new())
                }
                (Some(_), None) => (absent(Reason::NotAsked, Basis::Reported), Vec::new()),
            });
        }
        // School by school, because what a file says of a school mostly stands together in it. What is to be told stays
        // with its measure.
        let before = std::mem::take(self.notices);
        for school in 0..schools {
            let read = measures.iter_mut().filter_map(|(values, notices)| match values {
                MeasureValues::Each(observations) => Some((observations, notices)),
                MeasureValues::Alike(_) => None,
            });
            for (column, (observations, notices)) in columns.iter().zip(read) {
                observations.push(self.observation(column, school));
                if !self.notices.is_empty() {
                    notices.append(self.notices);
                }
            }
        }
        *self.notices = before;
        measures
    }

    /// A measure of one school.
    #[inline(never)]
    fn observation(&mut self, column: &MeasureColumn<'_>, school: usize) -> Observation {
        let MeasureColumn { name, measure, reported, binding, field, minimum } = *column;
        let Some(cell) = self.table.cell(school, field) else {
            // It may stand in a row that was lost.
            let reason = if self.table.lost_rows() { Reason::Unreadable } else { Reason::NotReported };
            return Observation::absent(reason, Basis::Reported, false);
        };
        let n = self.number_beside(name, Attribute::N, binding.n, school);
        let participation = self.number_beside(name, Attribute::Participation, binding.participation, school);
        let response_rate = self.number_beside(name, Attribute::ResponseRate, binding.response_rate, school);
        let mut value = self.value(name, measure, reported.times.as_ref(), &cell, school);
        if value.is_present()
            && let Some(minimum) = minimum
        {
            let judged = below_minimum(&n, minimum.n.as_ref(), Reason::TooFewStudents)
                .or_else(|| below_minimum(&response_rate, minimum.response_rate.as_ref(), Reason::LowResponse));
            if let Some(reason) = judged {
                value = Value::Absent(reason);
            }
            if judged.is_some_and(|reason| !reason.is_open()) {
                let year = self.year.filter(|_| !self.rated).unwrap_or_default().to_owned();
                self.tell_cell(&cell, school, name, |_| BelowMinimum { measure: name.to_owned(), year });
            }
        }
        let basis = Basis::Reported;
        Observation { value, n, participation, response_rate, basis, listed: true }
    }

    /// A number that stands beside a measure's value.
    fn number_beside(&mut self, name: &str, attribute: Attribute, field: Option<FieldIndex>, school: usize) -> Value {
        let Some(field) = field else { return Value::Absent(Reason::NotAsked) };
        let Some(cell) = self.table.cell(school, field).filter(says_something) else {
            return Value::Absent(Reason::NotReported);
        };
        if cell.contested {
            return Value::Absent(Reason::Unreadable);
        }
        if let Some(reason) = self.absences.find(cell.text) {
            return Value::Absent(reason);
        }
        match read_percent(cell.text) {
            Some(number) if is_possible(&number, attribute, cell.text) => Value::Number(number),
            Some(_) => {
                self.tell_impossible(attribute.of("").trim_start_matches('#'), &cell, school, name);
                Value::Absent(Reason::Unreadable)
            }
            None => {
                self.tell_cell(&cell, school, name, |text| UnreadableNumber { measure: name.to_owned(), text });
                Value::Absent(Reason::Unreadable)
            }
        }
    }

    #[inline(never)]
    fn value(&mut self, name: &str, measure: &Measure, times: Option<&Exact>, cell: &Cell<'_>, school: usize) -> Value {
        if cell.contested {
            return Value::Absent(Reason::Unreadable);
        }
        if cell.text.is_empty() {
            return Value::Absent(Reason::NotReported);
        }
        if let Some(reason) = self.absences.find(cell.text) {
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
        // With its sign a percentage is one already. Where no percentage is meant, the sign is a riddle: 0.925 or 92.5?
        let percentage = is_percentage(cell.text);
        let number = match (percentage, measure.unit) {
            (true, Unit::Percent) => read_percent(cell.text),
            (true, _) => None,
            (false, _) => Exact::parse(cell.text).ok(),
        };
        let number = number.and_then(|number| match times {
            Some(times) if !percentage => number.mul(times).ok(),
            _ => Some(number),
        });
        let Some(number) = number else {
            self.tell_cell(cell, school, name, |text| UnreadableNumber { measure: name.to_owned(), text });
            return Value::Absent(Reason::Unreadable);
        };
        if let Some((low, high)) = &measure.range
            && (&number < low || &number > high)
        {
            let (low, high) = (low.clone().into(), high.clone().into());
            self.tell_cell(cell, school, name, |text| OutOfRange { measure: name.to_owned(), text, low, high });
            return Value::Absent(Reason::Unreadable);
        }
        self.possible_weight(Value::Number(number), cell, school, name)
    }

    fn tell_cell<T: Told>(&mut self, cell: &Cell<'_>, school: usize, name: &str, told: impl FnOnce(String) -> T) {
        if !self.rated && !(self.counts)(name) {
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

/// The reason for which a number below its minimum, or one that can't be told from that, takes the value away. A file that
/// doesn't give the number is taken to have applied the minimum.
fn below_minimum(number: &Value, least: Option<&Exact>, reason: Reason) -> Option<Reason> {
    match (number, least?) {
        (Value::Number(number), least) if number < least => Some(reason),
        (Value::Absent(Reason::Unreadable), _) => Some(Reason::Unreadable),
        // The file says in its own words that it is too low.
        (Value::Absent(own), _) if *own == reason => Some(reason),
        _ => None,
    }
}

fn read_fact(text: &str, kind: FactKind) -> Value {
    match kind {
        FactKind::Word | FactKind::Set => Value::Word(Arc::from(text)),
        FactKind::Number if is_percentage(text) => Value::Absent(Reason::Unreadable),
        FactKind::Number => Exact::parse(text).map_or(Value::Absent(Reason::Unreadable), Value::Number),
    }
}

/// A number of percent: `92.5` and `92.5%` are the same.
fn read_percent(text: &str) -> Option<Exact> {
    if !is_percentage(text) {
        return Exact::parse(text).ok();
    }
    let number = text.get(..text.len() - 1)?;
    if is_percentage(number) { None } else { Exact::parse(number).ok() }
}

/// Whether a text ends in the sign of percent.
fn is_percentage(text: &str) -> bool {
    text.as_bytes().last() == Some(&b'%')
}

/// Whether a number beside a measure can be: students are counted in whole numbers, and of 100 percent no more than all.
fn is_possible(number: &Exact, attribute: Attribute, text: &str) -> bool {
    match attribute {
        Attribute::N => !number.is_negative() && number.is_integer() && !is_percentage(text),
        _ => !number.is_negative() && *number <= Exact::HUNDRED,
    }
}

/// Whether two words are the same but for case and spaces.
pub(crate) fn same_word(a: &str, b: &str) -> bool {
    // Most words differ in their first letter, and every cell is compared with the words that stand for no value.
    let begins = |text: &str| text.bytes().next().filter(u8::is_ascii_graphic).map(|byte| byte.to_ascii_lowercase());
    if let (Some(first), Some(other)) = (begins(a), begins(b))
        && first != other
    {
        return false;
    }
    if a == b {
        return true;
    }
    if a.is_ascii() && b.is_ascii() {
        return same_ascii_word(a.as_bytes(), b.as_bytes());
    }
    lower(a).split_whitespace().eq(lower(b).split_whitespace())
}

/// [`same_word`] letter by letter, up to the first that differs.
fn same_ascii_word(a: &[u8], b: &[u8]) -> bool {
    let is_space = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let after_spaces = |text: &mut &[u8]| {
        while let Some((_, rest)) = text.split_first().filter(|(first, _)| is_space(first)) {
            *text = rest;
        }
    };
    // Spaces within count as one, those at the end as none.
    let next = |text: &mut &[u8]| {
        let (first, rest) = text.split_first()?;
        if is_space(first) {
            after_spaces(text);
            return (!text.is_empty()).then_some(b' ');
        }
        *text = rest;
        Some(first.to_ascii_lowercase())
    };
    let (mut left, mut right) = (a, b);
    after_spaces(&mut left);
    after_spaces(&mut right);
    loop {
        match (next(&mut left), next(&mut right)) {
            (None, None) => return true,
            (one, other) if one != other => return false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The plainest way to say what [`same_word`] says.
    fn written_out(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_lowercase).collect()
    }

    proptest! {
        #[test]
        fn words_are_the_same_but_for_case_and_spaces(
            a in "[ \\t\u{b}\u{a0}aAbéÉKk1+-]{0,6}", b in "[ \\t\u{b}\u{a0}aAbéÉKk1+-]{0,6}",
        ) {
            prop_assert_eq!(same_word(&a, &b), written_out(&a) == written_out(&b));
            prop_assert!(same_word(&a, &a));
        }
    }
}
