//! The beginning of a file: what kind of file it is, its encoding, what divides its columns, and its header.

use std::sync::Arc;

use crate::notice::{Notice, Place, Told};
use crate::records::element::{ELEMENTS, Element, is_private};
use crate::records::scan::{Division, Next, Scanner};
use crate::tables::notices::{OneColumn, TitleLines};
use crate::tables::{NoticeBook, plain_name, sniff, text_of};

/// How many bytes are looked at before the first row is read.
pub(crate) const HEAD: usize = 256 * 1024;

/// How many records may stand above the header.
const MOST_TITLES: usize = 30;

/// Bytes as they come, to bytes of UTF-8 or of an old one-byte encoding.
#[derive(Debug, Clone)]
pub(super) enum Decoder {
    /// As they are, but for these bytes at the beginning.
    Plain { skip: usize },
    /// Two bytes a unit.
    Wide { big: bool, skip: usize, rest: Vec<u8> },
}

impl Decoder {
    fn of(head: &[u8]) -> Self {
        let wide = |big, skip| Self::Wide { big, skip, rest: Vec::new() };
        match head {
            [0xEF, 0xBB, 0xBF, ..] => Self::Plain { skip: 3 },
            [0xFF, 0xFE, ..] => wide(false, 2),
            [0xFE, 0xFF, ..] => wide(true, 2),
            [first, 0, second, 0, ..] if first.is_ascii_graphic() && second.is_ascii_graphic() => wide(false, 0),
            [0, first, 0, second, ..] if first.is_ascii_graphic() && second.is_ascii_graphic() => wide(true, 0),
            _ => Self::Plain { skip: 0 },
        }
    }

    /// Hands on the next bytes.
    pub(super) fn feed(&mut self, bytes: &[u8], scanner: &mut Scanner) {
        match self {
            Self::Plain { skip } => {
                let bytes = bytes.get(*skip..).unwrap_or_default();
                *skip = 0;
                scanner.push(bytes);
            }
            Self::Wide { big, skip, rest } => {
                rest.extend_from_slice(bytes.get(*skip..).unwrap_or_default());
                *skip = 0;
                let unit = if *big { u16::from_be_bytes } else { u16::from_le_bytes };
                let mut units: Vec<u16> = rest.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
                // Half a character waits for its other half.
                if units.last().is_some_and(|last| (0xD800..0xDC00).contains(last)) {
                    units.pop();
                }
                rest.drain(..units.len() * 2);
                let text: String =
                    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
                scanner.push(text.as_bytes());
            }
        }
    }
}

/// What the beginning of a file tells.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) decoder: Decoder,
    pub(super) division: Division,
    /// How many records to pass over before the rows, the header among them.
    pub(super) above: usize,
    pub(super) headings: Vec<String>,
    pub(super) notices: Vec<Notice>,
}

impl Head {
    /// Looks at the first bytes of a file.
    pub(super) fn read(file: &Arc<str>, bytes: &[u8]) -> Result<Self, Vec<Notice>> {
        let mut book = NoticeBook::default();
        let text = match text_of(file, bytes, &mut book) {
            Ok(text) => text,
            Err(notice) => {
                let mut notices = book.close();
                notices.push(*notice);
                return Err(notices);
            }
        };
        let dialect = sniff(&text, None);
        // A carriage return alone ends lines where the beginning has one.
        let lone_returns = text.as_bytes().windows(2).any(|pair| matches!(pair, [b'\r', next] if *next != b'\n'));
        let division = Division { delimiter: dialect.delimiter, lone_returns };
        drop(text);
        let decoder = Decoder::of(bytes);
        let mut notices = book.close();
        let records = first_records(&decoder, division, bytes);
        let Some((above, headings)) = header(&records, dialect.columns) else {
            notices.push(OneColumn { column: String::new() }.at(Place::file(Arc::clone(file))));
            return Err(notices);
        };
        if headings.len() < 2 {
            let column = headings.into_iter().next().unwrap_or_default();
            notices.push(OneColumn { column }.at(Place::file(Arc::clone(file))));
            return Err(notices);
        }
        if above > 1 {
            let count = u64::try_from(above - 1).unwrap_or(0);
            notices.push(TitleLines { count }.at(Place::line(Arc::clone(file), 1)));
        }
        Ok(Self { decoder, division, above, headings, notices })
    }

    /// The rows at the beginning: at most this many. The cells of private columns are passed over.
    pub(super) fn rows(&self, bytes: &[u8], most: usize) -> Vec<Vec<String>> {
        let mut scanner = Scanner::new(self.division);
        let mut decoder = self.decoder.clone();
        decoder.feed(bytes, &mut scanner);
        if bytes.len() < HEAD {
            scanner.end();
        }
        let private: Vec<bool> = self.headings.iter().map(|heading| is_private(heading)).collect();
        texts(&mut scanner, self.above + most, &private).into_iter().skip(self.above).collect()
    }
}

fn first_records(decoder: &Decoder, division: Division, bytes: &[u8]) -> Vec<Vec<String>> {
    let mut scanner = Scanner::new(division);
    let mut decoder = decoder.clone();
    decoder.feed(bytes, &mut scanner);
    scanner.end();
    texts(&mut scanner, MOST_TITLES + 1, &[])
}

/// The texts of records; those of private columns are empty.
fn texts(scanner: &mut Scanner, most: usize, private: &[bool]) -> Vec<Vec<String>> {
    let mut scratch = Vec::new();
    let mut records = Vec::new();
    while records.len() < most
        && let Next::Record { .. } = scanner.advance()
    {
        let fields = (0..scanner.len())
            .map(|index| {
                if private.get(index) == Some(&true) {
                    return String::new();
                }
                crate::records::value::decode(scanner.field(index, &mut scratch).bytes).0.trim().to_owned()
            })
            .collect();
        records.push(fields);
    }
    records
}

/// The header: how many records it ends, and its headings. It is the first record that names columns which Evenhand knows,
/// or else the first as wide as the others.
fn header(records: &[Vec<String>], columns: usize) -> Option<(usize, Vec<String>)> {
    let known = |record: &Vec<String>| {
        let names = record.iter().filter(|heading| {
            let plain = plain_name(heading);
            ELEMENTS.iter().any(|definition| definition.headings.contains(&plain.as_str()))
        });
        names.count() >= 2
    };
    let wide = |record: &Vec<String>| {
        let filled = record.iter().filter(|field| !field.is_empty()).count();
        record.len() >= columns && filled * 2 >= columns
    };
    let place =
        records.iter().position(|record| wide(record) && known(record)).or_else(|| records.iter().position(wide))?;
    let mut headings = records.get(place)?.clone();
    while headings.len() > 1 && headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    Some((place + 1, headings))
}

/// Where the heading of an element stands: the column of the first of these names.
pub(in crate::records) fn find(headings: &[String], names: &[String]) -> Option<usize> {
    names.iter().find_map(|name| {
        let wanted = plain_name(name);
        headings
            .iter()
            .position(|heading| heading == name)
            .or_else(|| headings.iter().position(|heading| plain_name(heading) == wanted))
    })
}

/// Whether a heading is one of the numbers of the National Center for Education Statistics, which has twelve digits.
pub(super) fn is_nces(element: Element, heading: &str) -> bool {
    element == Element::NcesSchool
        || ["ncesschoolid", "ncessch", "ncesschoolidentifier"].contains(&plain_name(heading).as_str())
}
