//! What crosses to JavaScript, as a tree of plain values.
//!
//! serde makes code for every type with every serializer. The one here calls nothing, can't fail and does the same for all
//! types, so that each adds little; the serializer to JavaScript has only this one tree to write.

use std::cell::RefCell;
use std::fmt::{self, Display, Formatter};

use rustc_hash::FxHashMap;
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_wasm_bindgen::preserve;
use wasm_bindgen::JsValue;

/// A value without a type of its own.
pub enum Plain {
    Nothing,
    Truth(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    /// A word of the program.
    Word(&'static str),
    Text(String),
    List(Vec<Plain>),
    /// An object by the names of its fields.
    Record(Vec<(&'static str, Plain)>),
    /// An object whose keys are data.
    Map(Vec<(Plain, Plain)>),
}

impl Plain {
    /// The value as a tree.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        match value.serialize(ToPlain) {
            Ok(plain) => plain,
            Err(never) => match never {},
        }
    }
}

/// A tree on its way to JavaScript. Names and citations come again and again, and making a text there takes longer than
/// finding it here, so each becomes a JavaScript string once.
pub struct Crossing<'a> {
    plain: &'a Plain,
    texts: &'a RefCell<Texts<'a>>,
}

/// The texts that have crossed.
pub type Texts<'a> = FxHashMap<&'a str, JsValue>;

impl<'a> Crossing<'a> {
    pub fn new(plain: &'a Plain, texts: &'a RefCell<Texts<'a>>) -> Self {
        Self { plain, texts }
    }

    fn part(&self, plain: &'a Plain) -> Self {
        Self { plain, texts: self.texts }
    }
}

impl Serialize for Crossing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.plain {
            Plain::Nothing => serializer.serialize_none(),
            Plain::Truth(value) => serializer.serialize_bool(*value),
            Plain::Signed(value) => serializer.serialize_i64(*value),
            Plain::Unsigned(value) => serializer.serialize_u64(*value),
            Plain::Float(value) => serializer.serialize_f64(*value),
            Plain::Word(word) => serializer.serialize_unit_variant("", 0, word),
            Plain::Text(text) => {
                let mut texts = self.texts.borrow_mut();
                let known = texts.entry(text).or_insert_with(|| JsValue::from_str(text));
                preserve::serialize(known, serializer)
            }
            Plain::List(values) => serializer.collect_seq(values.iter().map(|value| self.part(value))),
            Plain::Record(fields) => {
                let mut record = serializer.serialize_struct("", fields.len())?;
                for (name, value) in fields {
                    record.serialize_field(name, &self.part(value))?;
                }
                record.end()
            }
            Plain::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (self.part(key), self.part(value))))
            }
        }
    }
}

/// The error that doesn't occur.
#[derive(Debug)]
pub enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::ser::Error for Never {
    /// serde asks for a way to make an error of a text. No type of the crate takes it.
    fn custom<T: Display>(_: T) -> Self {
        std::process::abort()
    }
}

type Written<T = Plain> = Result<T, Never>;

/// Writes a value as a tree.
struct ToPlain;

/// Under way: a list.
struct Values(Vec<Plain>);
/// Under way: an object by its fields.
struct Fields(Vec<(&'static str, Plain)>);
/// Under way: an object by its keys, and the key whose value is next.
struct Entries(Vec<(Plain, Plain)>, Plain);
/// Under way: an object of one field, the name of a variant.
struct Variant<T>(&'static str, T);

fn variant(name: &'static str, value: Plain) -> Plain {
    Plain::Record(vec![(name, value)])
}

impl Serializer for ToPlain {
    type Ok = Plain;
    type Error = Never;
    type SerializeSeq = Values;
    type SerializeTuple = Values;
    type SerializeTupleStruct = Values;
    type SerializeTupleVariant = Variant<Values>;
    type SerializeMap = Entries;
    type SerializeStruct = Fields;
    type SerializeStructVariant = Variant<Fields>;

    fn serialize_bool(self, value: bool) -> Written {
        Ok(Plain::Truth(value))
    }
    fn serialize_i8(self, value: i8) -> Written {
        Ok(Plain::Signed(value.into()))
    }
    fn serialize_i16(self, value: i16) -> Written {
        Ok(Plain::Signed(value.into()))
    }
    fn serialize_i32(self, value: i32) -> Written {
        Ok(Plain::Signed(value.into()))
    }
    fn serialize_i64(self, value: i64) -> Written {
        Ok(Plain::Signed(value))
    }
    fn serialize_u8(self, value: u8) -> Written {
        Ok(Plain::Unsigned(value.into()))
    }
    fn serialize_u16(self, value: u16) -> Written {
        Ok(Plain::Unsigned(value.into()))
    }
    fn serialize_u32(self, value: u32) -> Written {
        Ok(Plain::Unsigned(value.into()))
    }
    fn serialize_u64(self, value: u64) -> Written {
        Ok(Plain::Unsigned(value))
    }
    fn serialize_f32(self, value: f32) -> Written {
        Ok(Plain::Float(value.into()))
    }
    fn serialize_f64(self, value: f64) -> Written {
        Ok(Plain::Float(value))
    }
    fn serialize_char(self, value: char) -> Written {
        Ok(Plain::Text(value.into()))
    }
    fn serialize_str(self, value: &str) -> Written {
        Ok(Plain::Text(value.to_owned()))
    }
    fn serialize_bytes(self, value: &[u8]) -> Written {
        self.collect_seq(value)
    }
    fn serialize_none(self) -> Written {
        Ok(Plain::Nothing)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Written {
        Ok(Plain::Nothing)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Ok(Plain::Nothing)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        Ok(Plain::Word(name))
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Written {
        Ok(variant(name, Plain::of(value)))
    }
    fn serialize_seq(self, count: Option<usize>) -> Written<Values> {
        Ok(Values(Vec::with_capacity(count.unwrap_or(0))))
    }
    fn serialize_tuple(self, count: usize) -> Written<Values> {
        self.serialize_seq(Some(count))
    }
    fn serialize_tuple_struct(self, _: &'static str, count: usize) -> Written<Values> {
        self.serialize_seq(Some(count))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        count: usize,
    ) -> Written<Variant<Values>> {
        Ok(Variant(name, self.serialize_seq(Some(count))?))
    }
    fn serialize_map(self, count: Option<usize>) -> Written<Entries> {
        Ok(Entries(Vec::with_capacity(count.unwrap_or(0)), Plain::Nothing))
    }
    fn serialize_struct(self, _: &'static str, count: usize) -> Written<Fields> {
        Ok(Fields(Vec::with_capacity(count)))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        count: usize,
    ) -> Written<Variant<Fields>> {
        Ok(Variant(name, self.serialize_struct(name, count)?))
    }
}

/// A value whose type is forgotten, so that what is done with it is one piece of code for all types.
trait Untyped {
    fn plain(&self) -> Plain;
}

impl<T: Serialize + ?Sized> Untyped for &T {
    fn plain(&self) -> Plain {
        Plain::of(*self)
    }
}

impl Values {
    #[inline(never)]
    fn push(&mut self, value: &dyn Untyped) -> Written<()> {
        self.0.push(value.plain());
        Ok(())
    }
}

impl Fields {
    #[inline(never)]
    fn push(&mut self, name: &'static str, value: &dyn Untyped) -> Written<()> {
        self.0.push((name, value.plain()));
        Ok(())
    }
}

impl Entries {
    #[inline(never)]
    fn key(&mut self, key: &dyn Untyped) -> Written<()> {
        self.1 = key.plain();
        Ok(())
    }

    #[inline(never)]
    fn value(&mut self, value: &dyn Untyped) -> Written<()> {
        let key = std::mem::replace(&mut self.1, Plain::Nothing);
        self.0.push((key, value.plain()));
        Ok(())
    }
}

impl SerializeSeq for Values {
    type Ok = Plain;
    type Error = Never;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written<()> {
        self.push(&value)
    }
    fn end(self) -> Written {
        Ok(Plain::List(self.0))
    }
}

impl SerializeTuple for Values {
    type Ok = Plain;
    type Error = Never;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written<()> {
        self.push(&value)
    }
    fn end(self) -> Written {
        Ok(Plain::List(self.0))
    }
}

impl SerializeTupleStruct for Values {
    type Ok = Plain;
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written<()> {
        self.push(&value)
    }
    fn end(self) -> Written {
        Ok(Plain::List(self.0))
    }
}

impl SerializeTupleVariant for Variant<Values> {
    type Ok = Plain;
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written<()> {
        self.1.push(&value)
    }
    fn end(self) -> Written {
        Ok(variant(self.0, Plain::List(self.1.0)))
    }
}

impl SerializeMap for Entries {
    type Ok = Plain;
    type Error = Never;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written<()> {
        self.key(&key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written<()> {
        self.value(&value)
    }
    fn end(self) -> Written {
        Ok(Plain::Map(self.0))
    }
}

impl SerializeStruct for Fields {
    type Ok = Plain;
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written<()> {
        self.push(name, &value)
    }
    fn end(self) -> Written {
        Ok(Plain::Record(self.0))
    }
}

impl SerializeStructVariant for Variant<Fields> {
    type Ok = Plain;
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written<()> {
        self.1.push(name, &value)
    }
    fn end(self) -> Written {
        Ok(variant(self.0, Plain::Record(self.1.0)))
    }
}
