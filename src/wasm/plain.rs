//! What crosses to JavaScript, as plain values one after the other.
//!
//! serde makes code for every type with every serializer. The one here calls nothing, can't fail and does the same for all
//! types, so that each adds little; the serializer to JavaScript has only what is written here to read. It is a line of
//! tokens and one text for all texts, because a tree would ask the memory for each of its thousands of parts.

use std::cell::{Cell, RefCell};
use std::fmt::{self, Display, Formatter, Write};

use rustc_hash::FxHashMap;
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde_wasm_bindgen::preserve;
use wasm_bindgen::JsValue;

/// A value without a type of its own. What a list, an object or a map holds follows it.
#[derive(Clone, Copy)]
enum Token {
    Nothing,
    Truth(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    /// A word of the program.
    Word(&'static str),
    /// From here to there in the text of all texts.
    Text(usize, usize),
    List(usize),
    /// An object by the names of its fields: before each value stands its name.
    Record(usize),
    Field(&'static str),
    /// An object whose keys are data: before each value stands its key.
    Map(usize),
}

/// A value written down token by token.
#[derive(Default)]
pub struct Plain {
    tokens: Vec<Token>,
    texts: String,
}

impl Plain {
    /// The value, written down.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        let mut plain = Self::default();
        (&value).write(&mut plain);
        plain
    }

    fn push(&mut self, token: Token) -> Written {
        self.tokens.push(token);
        Ok(())
    }

    /// The rest of the text of all texts is one of them.
    fn text(&mut self, start: usize) -> Written {
        self.push(Token::Text(start, self.texts.len()))
    }

    /// Begins something that is made of parts.
    fn open(&mut self, token: Token) -> Written<Parts<'_>> {
        let head = self.tokens.len();
        self.tokens.push(token);
        Ok(Parts { plain: self, head, count: 0 })
    }
}

/// A written value on its way to JavaScript. Names and citations come again and again, and making a text there takes longer
/// than finding it here, so each becomes a JavaScript string once.
pub struct Crossing<'a> {
    plain: &'a Plain,
    /// The place of the next token.
    next: Cell<usize>,
    texts: RefCell<FxHashMap<&'a str, JsValue>>,
}

impl<'a> Crossing<'a> {
    pub fn new(plain: &'a Plain) -> Self {
        Self { plain, next: Cell::new(0), texts: RefCell::default() }
    }

    fn token(&self) -> Token {
        let at = self.next.get();
        self.next.set(at + 1);
        self.plain.tokens.get(at).copied().unwrap_or(Token::Nothing)
    }
}

/// What comes next is written, with all its parts.
impl Serialize for Crossing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.token() {
            Token::Nothing => serializer.serialize_none(),
            Token::Truth(value) => serializer.serialize_bool(value),
            Token::Signed(value) => serializer.serialize_i64(value),
            Token::Unsigned(value) => serializer.serialize_u64(value),
            Token::Float(value) => serializer.serialize_f64(value),
            Token::Word(word) | Token::Field(word) => serializer.serialize_unit_variant("", 0, word),
            Token::Text(start, end) => {
                let text = self.plain.texts.get(start..end).unwrap_or_default();
                let mut texts = self.texts.borrow_mut();
                let known = texts.entry(text).or_insert_with(|| JsValue::from_str(text));
                preserve::serialize(known, serializer)
            }
            Token::List(count) => serializer.collect_seq((0..count).map(|_| self)),
            Token::Record(count) => {
                let mut record = serializer.serialize_struct("", count)?;
                for _ in 0..count {
                    if let Token::Field(name) = self.token() {
                        record.serialize_field(name, self)?;
                    }
                }
                record.end()
            }
            Token::Map(count) => serializer.collect_map((0..count).map(|_| (self, self))),
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

type Written<T = ()> = Result<T, Never>;

/// A value whose type is forgotten, so that what is done with it is one piece of code for all types.
trait Untyped {
    fn write(&self, plain: &mut Plain);
}

impl<T: Serialize + ?Sized> Untyped for &T {
    fn write(&self, plain: &mut Plain) {
        match (**self).serialize(ToPlain(plain)) {
            Ok(()) => {}
            Err(never) => match never {},
        }
    }
}

/// Writes a value down.
struct ToPlain<'p>(&'p mut Plain);

/// Under way: a list, an object or a map, how many parts it has by now, and where its token stands.
struct Parts<'p> {
    plain: &'p mut Plain,
    head: usize,
    count: usize,
}

impl Parts<'_> {
    #[inline(never)]
    fn part(&mut self, name: Option<&'static str>, value: &dyn Untyped) -> Written {
        self.count += 1;
        if let Some(name) = name {
            self.plain.push(Token::Field(name))?;
        }
        value.write(self.plain);
        Ok(())
    }

    fn close(self) -> Written {
        if let Some(Token::List(count) | Token::Record(count) | Token::Map(count)) =
            self.plain.tokens.get_mut(self.head)
        {
            *count = self.count;
        }
        Ok(())
    }
}

impl<'p> Serializer for ToPlain<'p> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Parts<'p>;
    type SerializeTuple = Parts<'p>;
    type SerializeTupleStruct = Parts<'p>;
    type SerializeTupleVariant = Parts<'p>;
    type SerializeMap = Parts<'p>;
    type SerializeStruct = Parts<'p>;
    type SerializeStructVariant = Parts<'p>;

    fn serialize_bool(self, value: bool) -> Written {
        self.0.push(Token::Truth(value))
    }
    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }
    fn serialize_i64(self, value: i64) -> Written {
        self.0.push(Token::Signed(value))
    }
    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }
    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }
    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }
    fn serialize_u64(self, value: u64) -> Written {
        self.0.push(Token::Unsigned(value))
    }
    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }
    fn serialize_f64(self, value: f64) -> Written {
        self.0.push(Token::Float(value))
    }
    fn serialize_char(self, value: char) -> Written {
        let start = self.0.texts.len();
        self.0.texts.push(value);
        self.0.text(start)
    }
    fn serialize_str(self, value: &str) -> Written {
        let start = self.0.texts.len();
        self.0.texts.push_str(value);
        self.0.text(start)
    }
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Written {
        let start = self.0.texts.len();
        // Writing into memory doesn't fail.
        let _ = write!(self.0.texts, "{value}");
        self.0.text(start)
    }
    fn serialize_bytes(self, value: &[u8]) -> Written {
        self.collect_seq(value)
    }
    fn serialize_none(self) -> Written {
        self.0.push(Token::Nothing)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Written {
        self.0.push(Token::Nothing)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.0.push(Token::Nothing)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        self.0.push(Token::Word(name))
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
        let mut variant = self.0.open(Token::Record(0))?;
        variant.part(Some(name), &value)?;
        variant.close()
    }
    fn serialize_seq(self, _: Option<usize>) -> Written<Parts<'p>> {
        self.0.open(Token::List(0))
    }
    fn serialize_tuple(self, _: usize) -> Written<Parts<'p>> {
        self.0.open(Token::List(0))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Written<Parts<'p>> {
        self.0.open(Token::List(0))
    }
    fn serialize_tuple_variant(self, _: &'static str, _: u32, name: &'static str, _: usize) -> Written<Parts<'p>> {
        self.0.push(Token::Record(1))?;
        self.0.push(Token::Field(name))?;
        self.0.open(Token::List(0))
    }
    fn serialize_map(self, _: Option<usize>) -> Written<Parts<'p>> {
        self.0.open(Token::Map(0))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Written<Parts<'p>> {
        self.0.open(Token::Record(0))
    }
    fn serialize_struct_variant(self, _: &'static str, _: u32, name: &'static str, _: usize) -> Written<Parts<'p>> {
        self.0.push(Token::Record(1))?;
        self.0.push(Token::Field(name))?;
        self.0.open(Token::Record(0))
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.part(None, &value)
    }
    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.part(None, &value)
    }
    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeTupleStruct for Parts<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.part(None, &value)
    }
    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeTupleVariant for Parts<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.part(None, &value)
    }
    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.part(None, &key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        // The key was counted.
        (&value).write(self.plain);
        Ok(())
    }
    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.part(Some(name), &value)
    }
    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeStructVariant for Parts<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.part(Some(name), &value)
    }
    fn end(self) -> Written {
        self.close()
    }
}
