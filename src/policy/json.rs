//! Policy JSON: text to a tree, and JSON pointers (RFC 6901) to the places in it. From the tree to typed values goes
//! [`read`](super::read).
//!
//! [`parse`] finds what other parsers let pass: keys that stand twice, and numbers that a parser may have rounded.

mod lines;

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

pub use lines::line_of;

use super::notices::{DuplicateKey, NotJson, NumberNotText, TooDeep};
use crate::notice::{Notice, Place, Told};
use crate::order;

/// A JSON value whose numbers are whole: others stand as text, so that their value is exact.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, its entries in the order written, each key once.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of that key, if it is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.as_object()?.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The entries of an object.
    pub fn as_object(&self) -> Option<&[(String, Json)]> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    /// The values of a list.
    pub fn as_list(&self) -> Option<&[Json]> {
        if let Self::List(values) = self { Some(values) } else { None }
    }

    /// A text.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A whole number.
    pub fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(value) = self { Some(*value) } else { None }
    }

    /// `true` or `false`.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The word for its type, as the notices use it.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true-false",
            Self::Integer(_) => "whole-number",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Object(_) => "object",
        }
    }
}

/// The pointer of a key of the object at `pointer`.
pub fn child(pointer: &str, key: &str) -> String {
    let mut longer = pointer.to_owned();
    push_key(&mut longer, key);
    longer
}

/// The pointer of an entry of the list at `pointer`.
pub fn item(pointer: &str, index: usize) -> String {
    let mut longer = pointer.to_owned();
    push_item(&mut longer, index);
    longer
}

pub(super) fn push_item(pointer: &mut String, index: usize) {
    pointer.push('/');
    pointer.push_str(&index.to_string());
}

pub(super) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Reads JSON text.
///
/// # Errors
/// The notices of everything that is wrong with it, up to the first place where it isn't JSON at all.
pub fn parse(text: &str) -> Result<Json, Vec<Notice>> {
    let mut notices = Vec::new();
    let mut pointer = String::new();
    let mut reader = serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let read = Build { pointer: &mut pointer, notices: &mut notices }
        .deserialize(&mut reader)
        .and_then(|json| reader.end().map(|()| json));
    match read {
        Ok(json) if notices.is_empty() => Ok(json),
        Ok(_) => Err(notices),
        Err(error) => {
            notices.push(syntax_notice(&error));
            Err(notices)
        }
    }
}

fn syntax_notice(error: &serde_json::Error) -> Notice {
    let place = Place { line: u64::try_from(error.line()).ok(), ..Place::default() };
    let message = error.to_string();
    if message.starts_with("recursion limit exceeded") {
        return TooDeep {}.at(place);
    }
    let problem = if error.is_eof() {
        "ends-early"
    } else {
        // serde_json names its errors only by their text; a test holds each of these.
        const PROBLEMS: [(&str, &str); 10] = [
            ("trailing comma", "trailing-comma"),
            ("trailing characters", "text-after-end"),
            ("key must be a string", "key-not-text"),
            ("expected `:`", "colon-missing"),
            ("expected `,` or `]`", "list-comma-missing"),
            ("expected `,` or `}`", "object-comma-missing"),
            ("expected value", "value-missing"),
            ("control character", "line-break-in-text"),
            ("invalid escape", "backslash"),
            ("invalid number", "number"),
        ];
        PROBLEMS.iter().find(|(start, _)| message.starts_with(start)).map_or("other", |(_, problem)| problem)
    };
    NotJson { problem: problem.to_owned(), position: u64::try_from(error.column()).unwrap_or(0) }.at(place)
}

/// Builds the tree; knows where it is.
struct Build<'a> {
    pointer: &'a mut String,
    notices: &'a mut Vec<Notice>,
}

impl Build<'_> {
    fn number_not_text<E>(self, written: String) -> Result<Json, E> {
        self.notices.push(NumberNotText { written }.at(Place::pointer(self.pointer.clone())));
        Ok(Json::Null)
    }
}

impl<'de> DeserializeSeed<'de> for Build<'_> {
    type Value = Json;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Build<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Integer(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        match i64::try_from(value) {
            Ok(value) => Ok(Json::Integer(value)),
            Err(_) => self.number_not_text(value.to_string()),
        }
    }
    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        self.number_not_text(value.to_string())
    }
    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut values = Vec::new();
        let length = self.pointer.len();
        loop {
            push_item(self.pointer, values.len());
            let value = list.next_element_seed(Build { pointer: self.pointer, notices: self.notices });
            self.pointer.truncate(length);
            match value? {
                Some(value) => values.push(value),
                None => return Ok(Json::List(values)),
            }
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut entries: Vec<(String, Json)> = Vec::new();
        let length = self.pointer.len();
        while let Some(key) = map.next_key::<String>()? {
            push_key(self.pointer, &key);
            let value = map.next_value_seed(Build { pointer: self.pointer, notices: self.notices });
            self.pointer.truncate(length);
            entries.push((key, value?));
        }
        let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        order::sort(&mut keys);
        let mut twice: Vec<&str> =
            keys.iter().zip(keys.iter().skip(1)).filter(|(a, b)| a == b).map(|(key, _)| *key).collect();
        twice.dedup();
        for key in twice {
            let notice = DuplicateKey { key: key.to_owned() };
            self.notices.push(notice.at(Place::pointer(child(self.pointer, key))));
        }
        Ok(Json::Object(entries))
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Json {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Json".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        true.into()
    }
}

#[cfg(test)]
mod tests;
