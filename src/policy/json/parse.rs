//! JSON text to a tree (RFC 8259). Written by hand so that a number is never turned into a float on the way, and because
//! general parsers bring those floats and their error texts into the module.

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
    let mut parser = Parser { text, at: 0, depth: 0, pointer: String::new(), notices: Vec::new() };
    let read = parser.value().and_then(|json| match parser.peek() {
        None => Ok(json),
        Some(_) => Err(parser.unexpected("text-after-end")),
    });
    match read {
        Ok(json) if parser.notices.is_empty() => Ok(json),
        Ok(_) => Err(parser.notices),
        Err(stop) => {
            parser.notices.push(stop.notice(text));
            Err(parser.notices)
        }
    }
}

/// The text that a JSON text stands for; its quotes are part of what is given. `None` when it isn't one.
pub(super) fn unescaped(written: &str) -> Option<String> {
    let mut parser = Parser { text: written, at: 1, depth: 0, pointer: String::new(), notices: Vec::new() };
    parser.text().ok()
}

/// Where and why the text isn't JSON.
struct Stop {
    problem: &'static str,
    /// How many bytes were read.
    at: usize,
}

impl Stop {
    fn notice(&self, text: &str) -> Notice {
        let before = text.as_bytes().get(..self.at).unwrap_or_default();
        let count = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        let breaks = before.iter().filter(|byte| **byte == b'\n').count();
        let position = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        let place = Place { line: Some(count(breaks) + 1), ..Place::default() };
        match self.problem {
            "too-deep" => TooDeep {}.at(place),
            problem => NotJson { problem: problem.to_owned(), position: count(position) }.at(place),
        }
    }
}

/// Reads the text from the front; knows where in the document it is.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    pointer: String,
    notices: Vec<Notice>,
}

impl Parser<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that isn't space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// What follows is not what must follow.
    fn unexpected(&self, problem: &'static str) -> Stop {
        match self.byte() {
            Some(_) => Stop { problem, at: self.at + 1 },
            None => Stop { problem: "ends-early", at: self.at },
        }
    }

    fn value(&mut self) -> Result<Json, Stop> {
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::list),
            Some(b'"') => {
                self.at += 1;
                self.text().map(Json::Text)
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            _ => Err(self.unexpected("value-missing")),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Stop> {
        for byte in word.bytes() {
            if self.byte() != Some(byte) {
                return Err(self.unexpected("other"));
            }
            self.at += 1;
        }
        Ok(value)
    }

    /// Steps into a list or an object.
    fn nested(&mut self, read: fn(&mut Self) -> Result<Json, Stop>) -> Result<Json, Stop> {
        if self.depth == MOST_DEPTH {
            return Err(Stop { problem: "too-deep", at: self.at });
        }
        self.at += 1;
        self.depth += 1;
        let json = read(self)?;
        self.depth -= 1;
        Ok(json)
    }

    fn list(&mut self) -> Result<Json, Stop> {
        let mut values = Vec::new();
        if self.peek() == Some(b']') {
            self.at += 1;
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
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(entries));
        }
        let length = self.pointer.len();
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("key-not-text"));
            }
            self.at += 1;
            let key = self.text()?;
            if self.peek() != Some(b':') {
                return Err(self.unexpected("colon-missing"));
            }
            self.at += 1;
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

    /// After an entry: whether the list or the object ends here, or a comma leads on.
    fn ends(&mut self, end: u8, comma_missing: &'static str) -> Result<bool, Stop> {
        match self.peek() {
            Some(byte) if byte == end => {
                self.at += 1;
                Ok(true)
            }
            Some(b',') => {
                self.at += 1;
                if self.peek() == Some(end) { Err(self.unexpected("trailing-comma")) } else { Ok(false) }
            }
            _ => Err(self.unexpected(comma_missing)),
        }
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

    /// Steps over digits; how many there are.
    fn digits(&mut self) -> usize {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        self.at - from
    }

    /// A number. One that isn't whole, or is too large, is told: other programs may have rounded it.
    fn number(&mut self) -> Result<Json, Stop> {
        let from = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        let zero = self.byte() == Some(b'0');
        match self.digits() {
            0 => return Err(self.unexpected("number")),
            1 => {}
            // No digit follows a zero in front.
            digits if zero => return Err(Stop { problem: "number", at: self.at - digits + 2 }),
            _ => {}
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return Err(self.unexpected("number"));
            }
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            if self.digits() == 0 {
                return Err(self.unexpected("number"));
            }
        }
        let written = self.text.get(from..self.at).unwrap_or_default();
        match written.parse() {
            Ok(whole) => Ok(Json::Integer(whole)),
            Err(_) => {
                let notice = NumberNotText { written: written.to_owned() };
                self.notices.push(notice.at(Place::pointer(self.pointer.as_str())));
                Ok(Json::Null)
            }
        }
    }

    /// A text, from behind its first quote.
    fn text(&mut self) -> Result<String, Stop> {
        let mut text = String::new();
        loop {
            let plain = self.at;
            while self.byte().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            text.push_str(self.text.get(plain..self.at).unwrap_or_default());
            let Some(byte) = self.byte() else { return Err(self.unexpected("ends-early")) };
            self.at += 1;
            match byte {
                b'"' => return Ok(text),
                b'\\' => text.push(self.escaped()?),
                _ => return Err(Stop { problem: "line-break-in-text", at: self.at }),
            }
        }
    }

    /// The character that stands behind a backslash.
    fn escaped(&mut self) -> Result<char, Stop> {
        let Some(byte) = self.byte() else { return Err(self.unexpected("ends-early")) };
        self.at += 1;
        match byte {
            b'"' => Ok('"'),
            b'\\' => Ok('\\'),
            b'/' => Ok('/'),
            b'b' => Ok('\u{8}'),
            b'f' => Ok('\u{c}'),
            b'n' => Ok('\n'),
            b'r' => Ok('\r'),
            b't' => Ok('\t'),
            b'u' => {
                let unit = self.unit()?;
                // A character beyond U+FFFF is written as two.
                let mut second = None;
                if (0xD800..0xDC00).contains(&unit)
                    && self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(b"\\u"))
                {
                    self.at += 2;
                    second = Some(self.unit()?);
                }
                let mut decoded = char::decode_utf16(std::iter::once(unit).chain(second));
                match (decoded.next(), decoded.next()) {
                    (Some(Ok(character)), None) => Ok(character),
                    _ => Err(Stop { problem: "backslash", at: self.at }),
                }
            }
            _ => Err(Stop { problem: "backslash", at: self.at }),
        }
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u16, Stop> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(byte) = self.byte() else { return Err(self.unexpected("ends-early")) };
            self.at += 1;
            let digit = char::from(byte).to_digit(16).and_then(|digit| u16::try_from(digit).ok());
            unit = unit * 16 + digit.ok_or(Stop { problem: "backslash", at: self.at })?;
        }
        Ok(unit)
    }
}
