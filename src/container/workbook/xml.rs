//! The parts of a workbook as a stream of XML, without names' prefixes.

use std::io::BufReader;

use quick_xml::events::Event;
use quick_xml::{Error, Reader};

use super::super::directory::{Directory, Trouble};
use super::super::unpack::Unpacked;

/// A tag or a text of more bytes than this is no cell: Excel's own limit is 32,767 letters.
pub(super) const LONGEST: usize = 16 << 20;

pub(super) struct Xml {
    reader: Reader<BufReader<Unpacked>>,
    buffer: Vec<u8>,
}

/// A tag that opens.
pub(super) struct Element {
    pub name: Vec<u8>,
    attributes: Vec<(Vec<u8>, String)>,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(known, _)| known == name.as_bytes()).map(|(_, value)| value.clone())
    }
}

impl Xml {
    /// None where the workbook has no such part.
    pub(super) fn open(directory: &Directory, path: &str) -> Result<Option<Self>, Trouble> {
        let Some(entry) = directory.find(path) else { return Ok(None) };
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 15, directory.unpack(entry)?));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // What is misnested is still a table, and what a name opens is watched by who reads it.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Ok(Some(Self { reader, buffer: Vec::with_capacity(1 << 10) }))
    }

    /// The next thing in it; [`Event::Eof`] at the end.
    pub(super) fn next(&mut self) -> Result<Event<'_>, Trouble> {
        self.buffer.clear();
        self.reader.get_mut().get_mut().allow(LONGEST);
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => Ok(event),
            Err(Error::Io(_)) => Err(self.reader.get_ref().get_ref().trouble()),
            Err(_) => Err(Trouble::Damaged),
        }
    }

    /// How many bytes were read.
    pub(super) fn done(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The next tag that opens, wherever it stands. For the small parts.
    pub(super) fn next_start(&mut self) -> Result<Option<Element>, Trouble> {
        loop {
            match self.next()? {
                Event::Start(start) => {
                    let attributes = start
                        .attributes()
                        .with_checks(false)
                        .flatten()
                        .map(|found| (found.key.local_name().as_ref().to_vec(), unescaped(&found.value)))
                        .collect();
                    return Ok(Some(Element { name: start.local_name().as_ref().to_vec(), attributes }));
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

/// The attributes of a tag as they stand, names and raw values. A sheet has millions of tags, so nothing is checked.
pub(super) struct Attributes<'a>(pub &'a [u8]);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let from = self.0.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let (name, rest) = split_at(self.0.get(from..)?, |byte| byte == b'=')?;
        let (_, rest) = split_at(rest, |byte| matches!(byte, b'"' | b'\''))?;
        let quote = *self.0.get(self.0.len() - rest.len() - 1)?;
        let (value, rest) = split_at(rest, |byte| byte == quote)?;
        self.0 = rest;
        Some((name.trim_ascii_end(), value))
    }
}

/// What stands in front of the first such byte, and behind it.
fn split_at(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| is(*byte))?;
    Some((bytes.get(..at)?, bytes.get(at + 1..)?))
}

fn unescaped(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value);
    let mut out = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match after.split_once(';') {
            Some((entity, after)) if entity.len() <= 10 => {
                push_entity(entity, &mut out);
                rest = after;
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// What stands between tags, added to a text.
pub(super) fn push_text(event: &Event<'_>, out: &mut String) {
    match event {
        Event::Text(text) => push_lossy(text, out),
        Event::CData(text) => push_lossy(text, out),
        Event::GeneralRef(entity) => push_entity(&String::from_utf8_lossy(entity), out),
        _ => {}
    }
}

fn push_lossy(bytes: &[u8], out: &mut String) {
    match std::str::from_utf8(bytes) {
        Ok(text) => out.push_str(text),
        Err(_) => out.push_str(&String::from_utf8_lossy(bytes)),
    }
}

/// The five names that XML has by itself, and characters by their number. A document's own entities are never expanded.
fn push_entity(name: &str, out: &mut String) {
    let number = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        },
        None => None,
    };
    match (name, number.and_then(char::from_u32)) {
        (_, Some(letter)) => out.push(letter),
        ("amp", _) => out.push('&'),
        ("lt", _) => out.push('<'),
        ("gt", _) => out.push('>'),
        ("quot", _) => out.push('"'),
        ("apos", _) => out.push('\''),
        _ => {}
    }
}
