//! A sheet's rows, as lines of CSV.

use std::rc::Rc;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::super::directory::Trouble;
use super::super::notices::{ErrorCells, UnworkedFormulas};
use super::formats::{Format, Formats};
use super::number;
use super::strings::{Strings, decode_escapes, read_text};
use super::xml::{Attributes, LONGEST, Xml, push_text};
use crate::notice::{Notice, Place, Told};

/// Excel's own limits.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// As many cells as a row has room for.
const MOST: usize = 16_384;

/// Cells that are named in a notice.
const NAMED: usize = 8;

pub(in super::super) struct Rows {
    xml: Xml,
    strings: Rc<Strings>,
    formats: Rc<Formats>,
    /// The rows that were passed, and those of them that were written.
    passed: u32,
    written: u32,
    /// The columns of the widest row so far: shorter ones are filled up, so that nobody takes them for cut off.
    width: usize,
    declared: Option<u64>,
    row: Row,
    errors: Noted,
    unworked: Noted,
    at_end: bool,
}

/// The filled cells of a row.
#[derive(Default)]
struct Row {
    text: String,
    cells: Vec<Filled>,
}

#[derive(Clone, Copy)]
struct Filled {
    column: u32,
    from: usize,
    to: usize,
}

/// Cells of which something is told.
#[derive(Default)]
struct Noted {
    count: u64,
    cells: Vec<String>,
}

impl Noted {
    fn note(&mut self, row: u32, column: u32) {
        self.count += 1;
        if self.cells.len() < NAMED {
            self.cells.push(cell_name(row, column));
        }
    }
}

/// What a cell says its value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number(Format),
    Shared,
    Text,
    Inline,
    Boolean,
    Error,
}

impl Rows {
    pub(super) fn new(xml: Xml, strings: Rc<Strings>, formats: Rc<Formats>) -> Self {
        Self {
            xml,
            strings,
            formats,
            passed: 0,
            written: 0,
            width: 0,
            declared: None,
            row: Row::default(),
            errors: Noted::default(),
            unworked: Noted::default(),
            at_end: false,
        }
    }

    /// The next lines, about so many bytes; none at the end.
    pub(in super::super) fn piece(&mut self, limit: usize) -> Result<Vec<u8>, Trouble> {
        let mut piece = Vec::with_capacity(limit + (limit >> 3));
        while piece.len() < limit && self.next_row()? {
            self.write(&mut piece);
        }
        Ok(piece)
    }

    /// Whether any cell is filled.
    pub(super) fn find_first(&mut self) -> Result<bool, Trouble> {
        self.next_row()
    }

    /// The last row, as the sheet itself says at its beginning.
    pub(super) fn declared_rows(&self) -> Option<u64> {
        self.declared
    }

    /// How many bytes of the sheet were read.
    pub(in super::super) fn done(&self) -> u64 {
        self.xml.done()
    }

    /// What is told of its cells.
    pub(in super::super) fn notices(&self, file: &Arc<str>) -> Vec<Notice> {
        let place = || Place::file(Arc::clone(file));
        let mut notices = Vec::new();
        if self.errors.count > 0 {
            let cells = self.errors.cells.clone();
            notices.push(ErrorCells { count: self.errors.count, cells }.at(place()));
        }
        if self.unworked.count > 0 {
            let cells = self.unworked.cells.clone();
            notices.push(UnworkedFormulas { count: self.unworked.count, cells }.at(place()));
        }
        notices
    }

    /// Reads on to the next row with anything in it.
    fn next_row(&mut self) -> Result<bool, Trouble> {
        while !self.at_end {
            let number = match self.xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    b"row" => match attribute(&start, b"r") {
                        Some(number) => parse_number(number).ok_or(Trouble::Damaged)?,
                        None => self.passed.saturating_add(1),
                    },
                    b"dimension" => {
                        self.declared = attribute(&start, b"ref").and_then(last_row);
                        continue;
                    }
                    _ => continue,
                },
                Event::End(end) if end.local_name().as_ref() == b"sheetData" => {
                    self.at_end = true;
                    continue;
                }
                // Without its end the sheet was cut off.
                Event::Eof => return Err(Trouble::Damaged),
                _ => continue,
            };
            // Rows stand in their order; one that doesn't would make lines lie.
            if number <= self.passed || number > ROWS {
                return Err(Trouble::Damaged);
            }
            self.passed = number;
            self.read_row()?;
            if !self.row.cells.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn read_row(&mut self) -> Result<(), Trouble> {
        self.row.text.clear();
        self.row.cells.clear();
        let mut next_column = 0;
        loop {
            let (column, kind) = match self.xml.next()? {
                Event::Start(start) if start.local_name().as_ref() == b"c" => {
                    let (name, kind) = cell_of(&start, &self.formats);
                    let column = match name {
                        Some(name) => column_of(name).ok_or(Trouble::Damaged)?,
                        None => next_column,
                    };
                    (column, kind)
                }
                Event::End(end) if end.local_name().as_ref() == b"row" => break,
                Event::Eof => return Err(Trouble::Damaged),
                _ => continue,
            };
            if column >= COLUMNS || self.row.cells.len() > MOST {
                return Err(Trouble::Damaged);
            }
            next_column = column + 1;
            let from = self.row.text.len();
            self.read_cell(column, kind)?;
            let to = self.row.text.len();
            if to > from {
                self.row.cells.push(Filled { column, from, to });
            }
        }
        // Cells stand in their order too, but nothing is lost where they don't.
        if !self.row.cells.is_sorted_by_key(|cell| cell.column) {
            self.row.cells.sort_by_key(|cell| cell.column);
        }
        Ok(())
    }

    /// Reads up to the cell's end; its text is added to the row's.
    fn read_cell(&mut self, column: u32, kind: Kind) -> Result<(), Trouble> {
        let (mut in_value, mut formula) = (false, false);
        // A number's or an index's own text.
        let mut stored = std::mem::take(&mut self.row.text);
        let from = stored.len();
        loop {
            match self.xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    b"v" => in_value = true,
                    b"f" => formula = true,
                    b"is" if kind == Kind::Inline => read_text(&mut self.xml, b"is", &mut stored)?,
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    b"v" => in_value = false,
                    b"c" => break,
                    _ => {}
                },
                Event::Eof => return Err(Trouble::Damaged),
                event if in_value && stored.len() - from < LONGEST => push_text(&event, &mut stored),
                _ if in_value => return Err(Trouble::Damaged),
                _ => {}
            }
        }
        let value = match kind {
            // Their text is in its place already.
            Kind::Inline => None,
            Kind::Text => {
                decode_escapes(&mut stored, from);
                None
            }
            Kind::Number(_) | Kind::Shared | Kind::Boolean | Kind::Error => Some(stored.split_off(from)),
        };
        self.row.text = stored;
        if formula && kind != Kind::Text && value.as_ref().is_some_and(String::is_empty) {
            self.unworked.note(self.passed, column);
        }
        let Some(value) = value.filter(|value| !value.is_empty()) else { return Ok(()) };
        let text = &mut self.row.text;
        match kind {
            Kind::Number(format) => number::write(&value, format, self.formats.epoch, text),
            Kind::Shared => {
                let shared = value.trim().parse().ok().and_then(|index| self.strings.get(index));
                text.push_str(shared.ok_or(Trouble::Damaged)?);
            }
            Kind::Boolean => text.push_str(if matches!(value.trim(), "1" | "true") { "TRUE" } else { "FALSE" }),
            Kind::Error => self.errors.note(self.passed, column),
            Kind::Text | Kind::Inline => {}
        }
        Ok(())
    }

    /// Writes the row as a line, in front of it an empty line for each row without anything in it.
    fn write(&mut self, out: &mut Vec<u8>) {
        let empty = self.passed.saturating_sub(self.written).saturating_sub(1);
        out.extend(std::iter::repeat_n(b'\n', usize::try_from(empty).unwrap_or(0)));
        self.written = self.passed;
        let mut columns = 0;
        for cell in &self.row.cells {
            let column = usize::try_from(cell.column).unwrap_or(0);
            // Two cells at one place: the first stands.
            if columns > column {
                continue;
            }
            // A comma stands in front of each field but the first, so there are as many as the column's number.
            out.extend(std::iter::repeat_n(b',', column - columns.saturating_sub(1)));
            write_field(self.row.text.get(cell.from..cell.to).unwrap_or_default(), out);
            columns = column + 1;
        }
        out.extend(std::iter::repeat_n(b',', self.width.saturating_sub(columns)));
        self.width = self.width.max(columns);
        out.push(b'\n');
    }
}

/// Writes a field. Line breaks within become blanks: a line of the CSV is a row of the sheet.
fn write_field(text: &str, out: &mut Vec<u8>) {
    let special = |byte: u8| matches!(byte, b',' | b';' | b'\t' | b'^' | b'|' | b'"' | b'\r' | b'\n');
    if !text.bytes().any(special) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    let mut before = 0;
    for byte in text.bytes() {
        match byte {
            b'"' => out.extend_from_slice(b"\"\""),
            b'\n' if before == b'\r' => {}
            b'\r' | b'\n' => out.push(b' '),
            _ => out.push(byte),
        }
        before = byte;
    }
    out.push(b'"');
}

fn attribute<'a>(start: &'a BytesStart<'_>, name: &[u8]) -> Option<&'a [u8]> {
    Attributes(start.attributes_raw()).find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// A cell's own name, where it has one, and what its value is.
fn cell_of<'a>(start: &'a BytesStart<'_>, formats: &Formats) -> (Option<&'a [u8]>, Kind) {
    let (mut name, mut kind, mut style) = (None, None, 0);
    for (attribute, value) in Attributes(start.attributes_raw()) {
        match attribute {
            b"r" => name = Some(value),
            b"t" => {
                kind = match value {
                    b"s" => Some(Kind::Shared),
                    b"inlineStr" => Some(Kind::Inline),
                    b"b" => Some(Kind::Boolean),
                    b"e" => Some(Kind::Error),
                    // The text of a formula, or a day that is written as such.
                    b"str" | b"d" => Some(Kind::Text),
                    _ => None,
                }
            }
            b"s" => style = parse_number(value).and_then(|style| usize::try_from(style).ok()).unwrap_or(0),
            _ => {}
        }
    }
    (name, kind.unwrap_or_else(|| Kind::Number(formats.of(style))))
}

fn parse_number(text: &[u8]) -> Option<u32> {
    std::str::from_utf8(text).ok()?.trim().parse().ok()
}

/// The column, from 0, of a cell's name such as `AB12`.
fn column_of(name: &[u8]) -> Option<u32> {
    let mut column = 0_u32;
    for letter in name.iter().take_while(|byte| byte.is_ascii_alphabetic()) {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    column.checked_sub(1)
}

/// The last row of a range such as `A1:N120`.
fn last_row(range: &[u8]) -> Option<u64> {
    let last = range.rsplit(|byte| *byte == b':').next()?;
    let digits = last.iter().position(u8::is_ascii_digit).and_then(|at| last.get(at..))?;
    parse_number(digits).map(u64::from)
}

/// A cell's name, from its row, from 1, and its column, from 0.
fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from_u32(u32::from(b'A') + left % 26).unwrap_or('A'));
        left /= 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}
