//! JSON text to a tree (RFC 8259). The lexer is `hifijson`'s, which hands numbers over as text: a parser that makes floats
//! of them on the way rounds, and brings its floats and their texts into the module.

use hifijson::escape::Error::Eof as EscapeEnds;
use hifijson::num::LexWrite as _;
use hifijson::str::{Error as TextError, LexAlloc as _};
use hifijson::token::Lex as _;
use hifijson::{Read as _, SliceLexer};

use super::{Json, child, push_item, push_key};
use crate::notice::{Notice, Place, Told};
use crate::order;
use crate::policy::notices::{DuplicateKey, NotJson, NumberNotText, TooDeep};

/// How deep lists and objects may lie in each other.
const MOST_DEPTH: usize = 127;

/// Reads JSON text.
///
/// # Errors
/// The notices of everything that is wrong with it, up to the first place where it isn't JSON at all.
pub fn parse(text: &str) -> Result<Json, Vec<Notice>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lexer = SliceLexer::new(text.as_bytes());
    let mut parser = Parser { lexer, depth: 0, pointer: String::new(), notices: Vec::new() };
    let read = parser.value().and_then(|json| match parser.lexer.ws_peek() {
        None => Ok(json),
        Some(_) => Err(parser.unexpected("text-after-end")),
    });
    match read {
        Ok(json) if parser.notices.is_empty() => Ok(json),
        Ok(_) => Err(parser.notices),
        Err(problem) => {
            parser.notices.push(stopped(problem, text, parser.lexer.as_slice().len()));
            Err(parser.notices)
        }
    }
}

/// Why the text isn't JSON. The lexer stands behind what is wrong.
type Stop = &'static str;

/// Tells where and why the text isn't JSON.
fn stopped(problem: Stop, text: &str, unread: usize) -> Notice {
    let before = text.len().checked_sub(unread).and_then(|read| text.as_bytes().get(..read)).unwrap_or_default();
    let count = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
    let breaks = before.iter().filter(|byte| **byte == b'\n').count();
    let position = before.iter().rev().take_while(|byte| **byte != b'\n').count();
    let place = Place { line: Some(count(breaks) + 1), ..Place::default() };
    match problem {
        "too-deep" => TooDeep {}.at(place),
        problem => NotJson { problem: problem.to_owned(), position: count(position) }.at(place),
    }
}

/// Makes the tree; knows where in the document it is.
struct Parser<'a> {
    lexer: SliceLexer<'a>,
    depth: usize,
    pointer: String,
    notices: Vec<Notice>,
}

impl Parser<'_> {
    /// What follows is not what must follow.
    fn unexpected(&mut self, problem: Stop) -> Stop {
        match self.lexer.take_next() {
            Some(_) => problem,
            None => "ends-early",
        }
    }

    fn value(&mut self) -> Result<Json, Stop> {
        match self.lexer.ws_peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => self.text().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'n' | b't' | b'f') => match self.lexer.null_or_bool() {
                Some(None) => Ok(Json::Null),
                Some(Some(value)) => Ok(Json::Bool(value)),
                None => Err("other"),
            },
            _ => Err(self.unexpected("value-missing")),
        }
    }

    /// Steps into a list or an object.
    fn nested(&mut self, read: fn(&mut Self) -> Result<Json, Stop>) -> Result<Json, Stop> {
        if self.depth == MOST_DEPTH {
            return Err("too-deep");
        }
        self.lexer.take_next();
        self.depth += 1;
        let json = read(self)?;
        self.depth -= 1;
        Ok(json)
    }

    fn list(&mut self) -> Result<Json, Stop> {
        let mut values = Vec::new();
        if self.mark(b']') {
            return Ok(Json::List(values));
        }
        let length = self.pointer.len();
        loop {
            push_item(&mut self.pointer, values.len());
            values.push(self.value()?);
            self.pointer.truncate(length);
            if self.ends(b']', "list-comma-missing")? {
                return Ok(Json::List(values));
            }
        }
    }

    fn object(&mut self) -> Result<Json, Stop> {
        let mut entries: Vec<(String, Json)> = Vec::new();
        if self.mark(b'}') {
            return Ok(Json::Object(entries));
        }
        let length = self.pointer.len();
        loop {
            if self.lexer.ws_peek() != Some(b'"') {
                return Err(self.unexpected("key-not-text"));
            }
            let key = self.text()?;
            if !self.mark(b':') {
                return Err(self.unexpected("colon-missing"));
            }
            push_key(&mut self.pointer, &key);
            let value = self.value()?;
            self.pointer.truncate(length);
            entries.push((key, value));
            if self.ends(b'}', "object-comma-missing")? {
                self.tell_twice(&entries);
                return Ok(Json::Object(entries));
            }
        }
    }

    /// Steps over this mark, if it follows.
    fn mark(&mut self, mark: u8) -> bool {
        self.lexer.expect(SliceLexer::ws_peek, mark).is_some()
    }

    /// After an entry: whether the list or the object ends here, or a comma leads on.
    fn ends(&mut self, end: u8, comma_missing: Stop) -> Result<bool, Stop> {
        if self.mark(end) {
            return Ok(true);
        }
        if !self.mark(b',') {
            return Err(self.unexpected(comma_missing));
        }
        if self.mark(end) { Err("trailing-comma") } else { Ok(false) }
    }

    /// Tells of keys that stand twice.
    fn tell_twice(&mut self, entries: &[(String, Json)]) {
        let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        order::sort(&mut keys);
        let pairs = keys.iter().zip(keys.iter().skip(1));
        let mut twice: Vec<&str> = pairs.filter(|(a, b)| a == b).map(|(key, _)| *key).collect();
        twice.dedup();
        for key in twice {
            let notice = DuplicateKey { key: key.to_owned() };
            self.notices.push(notice.at(Place::pointer(child(&self.pointer, key))));
        }
    }

    /// A number. One that isn't whole, or is too large, is told: other programs may have rounded it.
    fn number(&mut self) -> Result<Json, Stop> {
        let number = self.lexer.num_string().validated();
        // To the lexer, a digit behind a zero in front begins another number.
        let (Ok((written, _)), None | Some(..b'0' | b':'..)) = (number, self.lexer.peek_next()) else {
            return Err(self.unexpected("number"));
        };
        match written.parse() {
            Ok(whole) => Ok(Json::Integer(whole)),
            Err(_) => {
                let notice = NumberNotText { written: written.to_owned() };
                self.notices.push(notice.at(Place::pointer(self.pointer.as_str())));
                Ok(Json::Null)
            }
        }
    }

    fn text(&mut self) -> Result<String, Stop> {
        match self.lexer.discarded().str_string() {
            Ok(text) => Ok(text.into_owned()),
            Err(TextError::Eof | TextError::Escape(EscapeEnds)) => Err("ends-early"),
            Err(TextError::Control) => Err("line-break-in-text"),
            Err(_) => Err("backslash"),
        }
    }
}
