//! A tree to typed values: serde's side of [`decode`].

use std::cell::RefCell;
use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};

use super::{Json, push_key};
use crate::exact::{Exact, ParseError};
use crate::notice::{Notice, Place, Told, nearest};
use crate::policy::notices::{
    Empty, InvalidValue, MissingField, NotANumber, OneChoice, OutOfRange, UnknownChoice, UnknownField, Unreadable,
    WrongLength, WrongType,
};

/// Fills a type from the tree. `pointer` is the tree's own place in its document.
///
/// What is wrong is told, and there is no value then, with one exception: fields that a struct doesn't have are all told
/// and otherwise passed over, so that the rest is checked in the same go. Whoever decodes asks
/// [`has_error`](crate::notice::has_error) in the end.
pub fn decode<T: DeserializeOwned>(json: &Json, pointer: &str, notices: &mut Vec<Notice>) -> Option<T> {
    let unknown = RefCell::new(Vec::new());
    let trail = Trail::Start(pointer);
    let decoded = T::deserialize(Reader { json, trail: &trail, unknown: &unknown });
    notices.append(&mut unknown.into_inner());
    match decoded {
        Ok(value) => Some(value),
        Err(error) => {
            notices.push(error.at(&trail).notice());
            None
        }
    }
}

/// The way from the start to where the reader is. The pointer is made of it only when something is wrong.
enum Trail<'t> {
    Start(&'t str),
    Key(&'t Trail<'t>, &'t str),
    Item(&'t Trail<'t>, usize),
}

impl Trail<'_> {
    fn pointer(&self) -> String {
        match self {
            Self::Start(pointer) => (*pointer).to_owned(),
            Self::Key(parent, key) => super::child(&parent.pointer(), key),
            Self::Item(parent, index) => super::item(&parent.pointer(), *index),
        }
    }
}

/// What is wrong. Behind a pointer, because every step of reading hands it on.
#[derive(Debug)]
struct DecodeError(Box<Mistake>);

/// What is wrong, and where once a reader has told it.
#[derive(Debug)]
struct Mistake {
    problem: Problem,
    pointer: Option<String>,
}

#[derive(Debug)]
enum Problem {
    UnknownField { field: String, fields: &'static [&'static str] },
    MissingField(&'static str),
    WrongType { expected: String, found: String },
    OutOfRange { value: i64, least: i64, most: i64 },
    InvalidValue { written: String, expected: String },
    UnknownChoice { written: String, choices: &'static [&'static str] },
    OneChoice(&'static [&'static str]),
    Length { found: usize, expected: String },
    Unreadable(String),
}

impl DecodeError {
    /// The error, at this place unless an inner reader has already placed it.
    fn at(mut self, trail: &Trail<'_>) -> Self {
        self.0.pointer.get_or_insert_with(|| trail.pointer());
        self
    }

    fn notice(self) -> Notice {
        let Mistake { problem, pointer } = *self.0;
        let mut pointer = pointer.unwrap_or_default();
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        match problem {
            Problem::UnknownField { field, fields } => {
                push_key(&mut pointer, &field);
                let suggestion = nearest(&field, fields.iter().copied());
                UnknownField { field, suggestion, fields: list(fields) }.at(Place::pointer(pointer))
            }
            Problem::MissingField(field) => MissingField { field: field.to_owned() }.at(Place::pointer(pointer)),
            Problem::WrongType { expected, found } => WrongType { expected, found }.at(Place::pointer(pointer)),
            Problem::OutOfRange { value, least, most } => {
                OutOfRange { value: Exact::integer(value), least: Exact::integer(least), most: Exact::integer(most) }
                    .at(Place::pointer(pointer))
            }
            Problem::InvalidValue { written, expected } if expected == "number" => {
                let problem = Exact::parse(&written).err().map_or("not-a-number", number_problem).to_owned();
                NotANumber { written, problem }.at(Place::pointer(pointer))
            }
            Problem::InvalidValue { written, expected } => {
                InvalidValue { written, expected }.at(Place::pointer(pointer))
            }
            Problem::UnknownChoice { written, choices } => {
                let suggestion = nearest(&written, choices.iter().copied());
                UnknownChoice { written, suggestion, choices: list(choices) }.at(Place::pointer(pointer))
            }
            Problem::OneChoice(choices) => OneChoice { choices: list(choices) }.at(Place::pointer(pointer)),
            Problem::Length { found: 0, .. } => Empty {}.at(Place::pointer(pointer)),
            Problem::Length { found, expected } => {
                WrongLength { found: u64::try_from(found).unwrap_or(u64::MAX), expected }.at(Place::pointer(pointer))
            }
            Problem::Unreadable(reason) => Unreadable { reason }.at(Place::pointer(pointer)),
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

/// The notices' word for what a visitor expects. A type of ours says the word itself; serde's own types say a phrase.
fn expected_word(expected: &dyn Expected) -> String {
    let phrase = expected.to_string();
    let word = match phrase.as_str() {
        "a number as text" => "number",
        "a string" => "text",
        "a boolean" => "true-false",
        "a sequence" => "list",
        "a map" => "object",
        "unit" => "null",
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" | "isize" => "whole-number",
        struct_like if struct_like.starts_with("struct ") => "object",
        other => other,
    };
    word.to_owned()
}

/// The notices' word for what was found instead.
fn found_word(found: &Unexpected<'_>) -> String {
    let word = match found {
        Unexpected::Bool(_) => "true-false",
        Unexpected::Signed(_) | Unexpected::Unsigned(_) => "whole-number",
        Unexpected::Str(_) | Unexpected::Char(_) | Unexpected::UnitVariant => "text",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq | Unexpected::TupleVariant => "list",
        Unexpected::Map | Unexpected::StructVariant | Unexpected::NewtypeVariant => "object",
        other => return other.to_string(),
    };
    word.to_owned()
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0.problem)
    }
}

impl std::error::Error for DecodeError {}

impl From<Problem> for DecodeError {
    fn from(problem: Problem) -> Self {
        Self(Box::new(Mistake { problem, pointer: None }))
    }
}

impl Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Problem::Unreadable(message.to_string()).into()
    }
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Problem::WrongType { expected: expected_word(expected), found: found_word(&found) }.into()
    }
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let written = match found {
            Unexpected::Str(text) => text.to_owned(),
            Unexpected::Signed(value) => value.to_string(),
            Unexpected::Unsigned(value) => value.to_string(),
            Unexpected::Bool(value) => value.to_string(),
            other => other.to_string(),
        };
        Problem::InvalidValue { written, expected: expected_word(expected) }.into()
    }
    fn invalid_length(found: usize, expected: &dyn Expected) -> Self {
        Problem::Length { found, expected: expected_word(expected) }.into()
    }
    fn unknown_variant(written: &str, choices: &'static [&'static str]) -> Self {
        Problem::UnknownChoice { written: written.to_owned(), choices }.into()
    }
    fn unknown_field(field: &str, fields: &'static [&'static str]) -> Self {
        Problem::UnknownField { field: field.to_owned(), fields }.into()
    }
    fn missing_field(field: &'static str) -> Self {
        Problem::MissingField(field).into()
    }
}

#[derive(Clone, Copy)]
struct Reader<'de, 't> {
    json: &'de Json,
    trail: &'t Trail<'t>,
    /// The notices of fields that no struct has.
    unknown: &'t RefCell<Vec<Notice>>,
}

impl Reader<'_, '_> {
    fn wrong_type<T>(self, expected: &str) -> Result<T, DecodeError> {
        let found = self.json.type_name().to_owned();
        Err(DecodeError::from(Problem::WrongType { expected: expected.to_owned(), found }).at(self.trail))
    }
}

/// Whole numbers, each within the limits of its type.
macro_rules! whole_numbers {
    ($($method:ident, $visit:ident, $type:ty;)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            let Json::Integer(value) = *self.json else { return self.wrong_type("whole-number") };
            match <$type>::try_from(value) {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(Problem::OutOfRange {
                    value,
                    least: i64::try_from(<$type>::MIN).unwrap_or(i64::MIN),
                    most: i64::try_from(<$type>::MAX).unwrap_or(i64::MAX),
                }
                .into()),
            }
        }
    )* };
}

impl<'de> Deserializer<'de> for Reader<'de, '_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.json {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Integer(value) => visitor.visit_i64(*value),
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::List(values) => visitor.visit_seq(Items { reader: self, values, next: 0 }),
            Json::Object(entries) => visitor.visit_map(Entries { reader: self, entries, fields: None, value: None }),
        }
    }

    whole_numbers! {
        deserialize_i8, visit_i8, i8;
        deserialize_i16, visit_i16, i16;
        deserialize_i32, visit_i32, i32;
        deserialize_i64, visit_i64, i64;
        deserialize_u8, visit_u8, u8;
        deserialize_u16, visit_u16, u16;
        deserialize_u32, visit_u32, u32;
        deserialize_u64, visit_u64, u64;
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let Json::Bool(value) = self.json else { return self.wrong_type("true-false") };
        visitor.visit_bool(*value)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let Json::Text(text) = self.json else { return self.wrong_type("text") };
        visitor.visit_borrowed_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if *self.json == Json::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if *self.json == Json::Null { visitor.visit_unit() } else { self.wrong_type("null") }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if name == AT {
            return visitor.visit_seq(PointerThenValue { reader: self, next: Some(Half::Pointer) });
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let Json::List(values) = self.json else { return self.wrong_type("list") };
        visitor.visit_seq(Items { reader: self, values, next: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, DecodeError> {
        let Json::List(values) = self.json else { return self.wrong_type("list") };
        if values.len() != length {
            return Err(Problem::Length { found: values.len(), expected: length.to_string() }.into());
        }
        visitor.visit_seq(Items { reader: self, values, next: 0 })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let Json::Object(entries) = self.json else { return self.wrong_type("object") };
        visitor.visit_map(Entries { reader: self, entries, fields: None, value: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let Json::Object(entries) = self.json else { return self.wrong_type("object") };
        for (key, _) in entries.iter().filter(|(key, _)| !fields.contains(&key.as_str())) {
            let error = DecodeError::unknown_field(key, fields).at(self.trail);
            self.unknown.borrow_mut().push(error.notice());
        }
        visitor.visit_map(Entries { reader: self, entries, fields: Some(fields), value: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let (variant, content) = match self.json {
            Json::Text(variant) => (variant, None),
            Json::Object(entries) => match entries.as_slice() {
                [(variant, content)] => (variant, Some(content)),
                _ => return Err(Problem::OneChoice(variants).into()),
            },
            _ => return self.wrong_type("choice"),
        };
        if !variants.contains(&variant.as_str()) {
            return Err(DecodeError::unknown_variant(variant, variants));
        }
        visitor.visit_enum(Choice { reader: self, variant, content })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 f32 f64 char bytes byte_buf identifier }
}

/// The entries of a list.
struct Items<'de, 't> {
    reader: Reader<'de, 't>,
    values: &'de [Json],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DecodeError> {
        let Some(json) = self.values.get(self.next) else { return Ok(None) };
        let trail = Trail::Item(self.reader.trail, self.next);
        self.next += 1;
        let reader = Reader { json, trail: &trail, unknown: self.reader.unknown };
        seed.deserialize(reader).map(Some).map_err(|error| error.at(&trail))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.values.len() - self.next)
    }
}

/// The entries of an object; of a struct only those that it has.
struct Entries<'de, 't> {
    reader: Reader<'de, 't>,
    entries: &'de [(String, Json)],
    fields: Option<&'static [&'static str]>,
    value: Option<(&'de str, &'de Json)>,
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        while let Some(((key, value), rest)) = self.entries.split_first() {
            self.entries = rest;
            if self.fields.is_none_or(|fields| fields.contains(&key.as_str())) {
                self.value = Some((key, value));
                let read = seed.deserialize(BorrowedStrDeserializer::new(key));
                return read.map(Some).map_err(|error: DecodeError| match error.0.problem {
                    // Its notice adds the field to the pointer.
                    Problem::UnknownField { .. } => error.at(self.reader.trail),
                    _ => error.at(&Trail::Key(self.reader.trail, key)),
                });
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, DecodeError> {
        let Some((key, json)) = self.value.take() else { return Err(DecodeError::custom("a value without its key")) };
        let trail = Trail::Key(self.reader.trail, key);
        let reader = Reader { json, trail: &trail, unknown: self.reader.unknown };
        seed.deserialize(reader).map_err(|error| error.at(&trail))
    }
}

/// An enum's variant: `"name"`, or `{ "name": content }`.
struct Choice<'de, 't> {
    reader: Reader<'de, 't>,
    variant: &'de str,
    content: Option<&'de Json>,
}

impl<'de> Choice<'de, '_> {
    fn with_content<T>(self, read: impl FnOnce(Reader<'de, '_>) -> Result<T, DecodeError>) -> Result<T, DecodeError> {
        let Some(json) = self.content else { return self.reader.wrong_type("object") };
        let trail = Trail::Key(self.reader.trail, self.variant);
        read(Reader { json, trail: &trail, unknown: self.reader.unknown }).map_err(|error| error.at(&trail))
    }
}

impl<'de> EnumAccess<'de> for Choice<'de, '_> {
    type Error = DecodeError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), DecodeError> {
        let variant = seed.deserialize(BorrowedStrDeserializer::<DecodeError>::new(self.variant))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'de, '_> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<(), DecodeError> {
        if self.content.is_some() { self.reader.wrong_type("text") } else { Ok(()) }
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, DecodeError> {
        self.with_content(|reader| seed.deserialize(reader))
    }
    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, DecodeError> {
        self.with_content(|reader| reader.deserialize_tuple(length, visitor))
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.with_content(|reader| reader.deserialize_struct("", fields, visitor))
    }
}

/// A value with the place where it stands, for what can be checked only when the whole document is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct At<T> {
    /// The JSON pointer. Empty when it wasn't read by [`decode`].
    pub pointer: String,
    /// What stands there.
    pub value: T,
}

/// The name by which [`At`] asks a [`Reader`] for the pointer before the value.
const AT: &str = "$evenhand::At";

enum Half {
    Pointer,
    Value,
}

struct PointerThenValue<'de, 't> {
    reader: Reader<'de, 't>,
    next: Option<Half>,
}

impl<'de> SeqAccess<'de> for PointerThenValue<'de, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DecodeError> {
        match self.next {
            Some(Half::Pointer) => {
                self.next = Some(Half::Value);
                seed.deserialize(self.reader.trail.pointer().into_deserializer()).map(Some)
            }
            Some(Half::Value) => {
                self.next = None;
                seed.deserialize(self.reader).map(Some)
            }
            None => Ok(None),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Halves<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Halves<T> {
            type Value = At<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut halves: A) -> Result<At<T>, A::Error> {
                let pointer = halves.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
                let value = halves.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
                Ok(At { pointer, value })
            }
            // Any other deserializer takes the newtype at its word.
            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<At<T>, D::Error> {
                T::deserialize(deserializer).map(|value| At { pointer: String::new(), value })
            }
        }
        deserializer.deserialize_newtype_struct(AT, Halves(std::marker::PhantomData))
    }
}

#[cfg(test)]
impl<T: schemars::JsonSchema> schemars::JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
