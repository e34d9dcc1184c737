//! A tree to typed values, with the place of whatever is wrong.
//!
//! A type that implements [`Read`], mostly by `#[derive(Read)]`, is filled from a [`Json`] tree by [`decode`]. Records tell of
//! fields that they don't have and of fields that are missing; every mistake is told, not only the first.
//!
//! serde's own way of reading would do the same with some hundred kilobytes more of WebAssembly: it hands errors back
//! through every step and makes code for each step of each type. Here a value is made blank, then filled in its place, and
//! a reader remembers what was wrong.

/// Derives the trait of the same name: see `derive/lib.rs`.
pub use evenhand_read_derive::Read;

use super::json::{Json, push_item, push_key};
use super::notices::{
    Empty, MissingField, NotANumber, OneChoice, OutOfRange, UnknownChoice, UnknownField, WrongLength, WrongType,
};
use super::source::Sources;
use crate::exact::{Exact, ParseError, Rounding, RoundingMode};
use crate::notice::{Notice, Number, Place, Told, nearest};
use crate::order::Sorted;

/// Something that can be filled from a JSON tree.
pub trait Read {
    /// The value before it is filled; a field that may be left out keeps it.
    fn blank() -> Self
    where
        Self: Sized;

    /// Fills it. What is wrong is told to the reader, and the value is of no use then.
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>);
}

/// Makes a value of the tree. `pointer` is the tree's own place in its document.
///
/// What is wrong is told, and there is no value then, with one exception: fields that a record doesn't have are told and
/// passed over. Whoever decodes asks [`has_error`](crate::notice::has_error) in the end.
pub fn decode<T: Read>(json: &Json, pointer: &str, notices: &mut Vec<Notice>) -> Option<T> {
    decode_citing(json, pointer, &Sources::default(), notices)
}

/// Makes a value of the tree, as [`decode`] does, where conditions cite these sources.
pub fn decode_citing<T: Read>(json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> Option<T> {
    let mut value = T::blank();
    fill(&mut value, json, pointer, sources, notices).then_some(value)
}

/// Fills a value; false when something in it couldn't be read.
pub fn fill(value: &mut dyn Read, json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> bool {
    let mut reader = Reader { pointer: pointer.to_owned(), sources, notices, failed: false, passed_over: &[] };
    value.read(json, &mut reader);
    !reader.failed
}

/// Where a reading is, and what it has told so far.
pub struct Reader<'a> {
    pointer: String,
    sources: &'a Sources,
    notices: &'a mut Vec<Notice>,
    failed: bool,
    passed_over: &'static [&'static str],
}

impl<'a> Reader<'a> {
    /// The place of what is being read.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The sources that the document cites, as far as they are known.
    pub fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// Where notices go that don't hinder the reading.
    pub fn notices(&mut self) -> &mut Vec<Notice> {
        self.notices
    }

    /// Tells why something can't be read, at its place.
    pub fn tell(&mut self, notice: impl Told) {
        self.notices.push(notice.at(Place::pointer(self.pointer.as_str())));
        self.give_up();
    }

    /// What is being read is of no use; why has been told.
    pub fn give_up(&mut self) {
        self.failed = true;
    }

    /// Tells that something of another type was expected. The words for types are in the locale files.
    pub fn wrong_type(&mut self, json: &Json, expected: &str) {
        self.tell(WrongType { expected: expected.to_owned(), found: json.type_name().to_owned() });
    }

    /// Reads the value of a key of the object that is being read.
    pub fn key(&mut self, key: &str, json: &Json, place: &mut dyn Read) {
        let length = self.pointer.len();
        push_key(&mut self.pointer, key);
        place.read(json, self);
        self.pointer.truncate(length);
    }

    /// Reads the value of a key that may be left out. There is none either when it can't be read.
    pub fn part<T: Read>(&mut self, json: &Json, key: &str) -> Option<T> {
        let json = json.get(key)?;
        let mut value = T::blank();
        let before = std::mem::replace(&mut self.failed, false);
        self.key(key, json, &mut value);
        let read = !self.failed;
        self.failed |= before;
        read.then_some(value)
    }

    /// Reads an entry of the list that is being read.
    pub fn item(&mut self, index: usize, json: &Json, place: &mut dyn Read) {
        let length = self.pointer.len();
        push_item(&mut self.pointer, index);
        place.read(json, self);
        self.pointer.truncate(length);
    }

    /// A text.
    pub fn text<'j>(&mut self, json: &'j Json) -> Option<&'j str> {
        if json.as_text().is_none() {
            self.wrong_type(json, "text");
        }
        json.as_text()
    }

    /// A list.
    pub fn list<'j>(&mut self, json: &'j Json) -> Option<&'j [Json]> {
        if json.as_list().is_none() {
            self.wrong_type(json, "list");
        }
        json.as_list()
    }

    /// The entries of an object.
    pub fn object<'j>(&mut self, json: &'j Json) -> Option<&'j [(String, Json)]> {
        if json.as_object().is_none() {
            self.wrong_type(json, "object");
        }
        json.as_object()
    }

    /// A whole number within these limits.
    pub fn whole_number(&mut self, json: &Json, least: i64, most: i64) -> Option<i64> {
        let Some(value) = json.as_integer() else {
            self.wrong_type(json, "whole-number");
            return None;
        };
        if !(least..=most).contains(&value) {
            let [value, least, most] = [value, least, most].map(Number::from);
            self.tell(OutOfRange { value, least, most });
            return None;
        }
        Some(value)
    }

    /// The object of a record: its fields' names, and whether each may be left out.
    pub fn record<'r, 'j>(&'r mut self, json: &'j Json, shape: &'static [(&str, bool)]) -> Option<Record<'r, 'a, 'j>> {
        let passed_over = std::mem::take(&mut self.passed_over);
        let entries = self.object(json)?;
        let known = || shape.iter().map(|(name, _)| *name).chain(passed_over.iter().copied());
        if !entries.iter().all(|(key, _)| known().any(|name| name == key)) {
            self.unknown_fields(entries, &known().collect::<Vec<_>>());
        }
        Some(Record { reader: self, entries, fields: shape.iter() })
    }

    /// The next record passes these fields over: something else reads them.
    pub fn pass_over(&mut self, fields: &'static [&'static str]) {
        self.passed_over = fields;
    }

    /// Tells of every key that isn't one of these. They don't hinder the reading of the others.
    pub fn unknown_fields(&mut self, entries: &[(String, Json)], known: &[&str]) {
        for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let mut pointer = self.pointer.clone();
            push_key(&mut pointer, key);
            let notice = UnknownField {
                field: key.clone(),
                suggestion: nearest(key, known.iter().copied()),
                fields: owned(known),
            };
            self.notices.push(notice.at(Place::pointer(pointer)));
        }
    }

    /// One of several names: its place among them.
    pub fn name(&mut self, json: &Json, names: &[&str]) -> Option<usize> {
        self.one_of(json, names, &|_| false).map(|(place, _)| place)
    }

    /// One of several choices, each a name or a name with content.
    pub fn choice<'r, 'j>(
        &'r mut self,
        json: &'j Json,
        names: &'static [&str],
        contents: &[bool],
    ) -> Option<Choice<'r, 'a, 'j>> {
        let (place, content) = self.one_of(json, names, &|place| contents.get(place) == Some(&true))?;
        let name = names.get(place).copied().unwrap_or_default();
        Some(Choice { reader: self, place, name, content })
    }

    fn one_of<'j>(
        &mut self,
        json: &'j Json,
        names: &[&str],
        has_content: &dyn Fn(usize) -> bool,
    ) -> Option<(usize, Option<&'j Json>)> {
        let (written, content) = match json {
            Json::Text(written) => (written, None),
            Json::Object(entries) => match entries.as_slice() {
                [(written, content)] => (written, Some(content)),
                _ => {
                    self.tell(OneChoice { choices: owned(names) });
                    return None;
                }
            },
            _ => {
                self.wrong_type(json, "choice");
                return None;
            }
        };
        let Some(place) = names.iter().position(|name| name == written) else {
            let suggestion = nearest(written, names.iter().copied());
            self.tell(UnknownChoice { written: written.clone(), suggestion, choices: owned(names) });
            return None;
        };
        match (has_content(place), content.is_some()) {
            (true, false) => self.wrong_type(json, "object"),
            (false, true) => self.wrong_type(json, "text"),
            _ => return Some((place, content)),
        }
        None
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A record that is being read, field by field in the order of its shape.
pub struct Record<'r, 'a, 'j> {
    reader: &'r mut Reader<'a>,
    entries: &'j [(String, Json)],
    fields: std::slice::Iter<'static, (&'static str, bool)>,
}

impl Record<'_, '_, '_> {
    /// Reads the next field.
    pub fn next(&mut self, place: &mut dyn Read) {
        let Some((name, may_be_absent)) = self.fields.next() else { return };
        match self.entries.iter().find(|(key, _)| key == name) {
            Some((_, json)) => self.reader.key(name, json, place),
            None if *may_be_absent => {}
            None => self.reader.tell(MissingField { field: (*name).to_owned() }),
        }
    }
}

/// A choice that was made.
pub struct Choice<'r, 'a, 'j> {
    reader: &'r mut Reader<'a>,
    place: usize,
    name: &'static str,
    content: Option<&'j Json>,
}

impl Choice<'_, '_, '_> {
    /// Its place among the choices.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Reads its content.
    pub fn content<T: Read>(&mut self) -> T {
        let mut content = T::blank();
        if let Some(json) = self.content {
            self.reader.key(self.name, json, &mut content);
        }
        content
    }
}

impl Read for String {
    fn blank() -> Self {
        Self::new()
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        if let Some(text) = reader.text(json) {
            text.clone_into(self);
        }
    }
}

impl Read for bool {
    fn blank() -> Self {
        false
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json.as_bool() {
            Some(value) => *self = value,
            None => reader.wrong_type(json, "true-false"),
        }
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => { $(
        impl Read for $number {
            fn blank() -> Self {
                0
            }
            fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
                let least = i64::try_from(Self::MIN).unwrap_or(i64::MIN);
                let most = i64::try_from(Self::MAX).unwrap_or(i64::MAX);
                let value = reader.whole_number(json, least, most).and_then(|value| Self::try_from(value).ok());
                *self = value.unwrap_or_default();
            }
        }
    )* };
}

whole_numbers! { u8, u32, u64, i64 }

impl Read for Exact {
    fn blank() -> Self {
        Self::ZERO
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json {
            Json::Text(written) => match Self::parse(written) {
                Ok(value) => *self = value,
                Err(error) => {
                    let problem = number_problem(error).to_owned();
                    reader.tell(NotANumber { written: written.clone(), problem });
                }
            },
            Json::Integer(value) => *self = Self::integer(*value),
            _ => reader.wrong_type(json, "number"),
        }
    }
}

/// The word by which the notices tell why a text isn't a number.
pub(crate) fn number_problem(error: ParseError) -> &'static str {
    match error {
        ParseError::Empty => "empty",
        ParseError::NotANumber => "not-a-number",
        ParseError::Scientific => "scientific",
        ParseError::ZeroDenominator => "zero-denominator",
        ParseError::TooManyDigits => "too-many-digits",
    }
}

// `exact` stands above `policy` and doesn't know how a policy is read, so this stands here.
impl Read for Rounding {
    fn blank() -> Self {
        Self { places: 0, mode: RoundingMode::HalfUp }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        if let Some(mut record) = reader.record(json, &[("to", false), ("mode", false)]) {
            record.next(&mut self.places);
            record.next(&mut self.mode);
        }
    }
}

impl Read for RoundingMode {
    fn blank() -> Self {
        Self::HalfUp
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        const MODES: [(&str, RoundingMode); 5] = [
            ("half-up", RoundingMode::HalfUp),
            ("half-even", RoundingMode::HalfEven),
            ("up", RoundingMode::Up),
            ("down", RoundingMode::Down),
            ("truncate", RoundingMode::Truncate),
        ];
        if let Some((_, mode)) = reader.name(json, &MODES.map(|(name, _)| name)).and_then(|place| MODES.get(place)) {
            *self = *mode;
        }
    }
}

/// A part of a document as it stands, for what is read later.
impl Read for Json {
    fn blank() -> Self {
        Self::Null
    }
    fn read(&mut self, json: &Json, _: &mut Reader<'_>) {
        self.clone_from(json);
    }
}

impl<T: Read> Read for Option<T> {
    fn blank() -> Self {
        None
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        if *json != Json::Null {
            self.insert(T::blank()).read(json, reader);
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        T::read(self, json, reader);
    }
}

impl<T: Read> Read for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        for (index, json) in reader.list(json).unwrap_or_default().iter().enumerate() {
            let mut value = T::blank();
            reader.item(index, json, &mut value);
            self.push(value);
        }
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn blank() -> Self {
        (A::blank(), B::blank())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match reader.list(json) {
            None => {}
            Some([first, second]) => {
                reader.item(0, first, &mut self.0);
                reader.item(1, second, &mut self.1);
            }
            Some([]) => reader.tell(Empty {}),
            Some(values) => {
                let found = u64::try_from(values.len()).unwrap_or(u64::MAX);
                reader.tell(WrongLength { found, expected: "2".to_owned() });
            }
        }
    }
}

impl<T: Read> Read for Sorted<String, T> {
    fn blank() -> Self {
        Self::new()
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        for (key, json) in reader.object(json).unwrap_or_default() {
            let mut value = T::blank();
            reader.key(key, json, &mut value);
            self.insert(key.clone(), value);
        }
    }
}

#[cfg(test)]
mod tests;
