//! Bytes → records, in chunks cut anywhere, without a copy of a cell.
//!
//! A record is a list of the places where its fields end. Eight bytes are looked at together; whatever is no delimiter, quote
//! or line end is passed over, so the cells of columns that nobody reads are never looked at one by one.

/// More bytes than a record may have. A quoted cell that is never closed runs into it.
pub(super) const MOST_BYTES: usize = 1 << 20;

/// Bytes behind the data, so that sixteen can be read from any place of it.
const PADDING: usize = 16;

/// How the bytes are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Division {
    /// What divides the fields.
    pub(super) delimiter: u8,
    /// Whether a carriage return alone ends a line, too.
    pub(super) lone_returns: bool,
}

/// What the next bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// A record. It ended with a line end, or with the file.
    Record {
        /// Whether the file ended within it.
        at_end: bool,
    },
    /// More bytes are needed.
    More,
    /// A quoted cell is never closed.
    Unclosed,
    /// There is nothing more.
    End,
}

/// The bytes at hand, and the record found last.
#[derive(Debug)]
pub(super) struct Scanner {
    division: Division,
    buffer: Vec<u8>,
    // The end of the data in the buffer; padding follows.
    filled: usize,
    start: usize,
    next: usize,
    line: u64,
    next_line: u64,
    ends: Vec<usize>,
    last: bool,
    broken: bool,
}

/// A field of the record found last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    /// The bytes, without outer quotes and blanks.
    pub(super) bytes: &'a [u8],
    /// The sixteen bytes from its first one on, whatever they are.
    pub(super) window: [u8; 16],
}

impl Scanner {
    pub(super) fn new(division: Division) -> Self {
        Self {
            division,
            buffer: vec![0; PADDING],
            filled: 0,
            start: 0,
            next: 0,
            line: 1,
            next_line: 1,
            ends: Vec::new(),
            last: false,
            broken: false,
        }
    }

    /// Adds bytes. What was found before is given up.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.buffer.copy_within(self.next..self.filled, 0);
        self.filled -= self.next;
        self.next = 0;
        self.buffer.truncate(self.filled);
        self.buffer.reserve(bytes.len() + PADDING);
        self.buffer.extend_from_slice(bytes);
        self.filled = self.buffer.len();
        self.buffer.extend_from_slice(&[0; PADDING]);
    }

    /// There are no more bytes than these.
    pub(super) fn end(&mut self) {
        self.last = true;
    }

    /// The line on which the record begins, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// How many fields the record has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bytes of a field as they stand.
    fn raw(&self, index: usize) -> (usize, &[u8]) {
        let start = match index.checked_sub(1) {
            None => self.start,
            Some(before) => self.ends.get(before).map_or(self.filled, |end| end + 1),
        };
        let end = self.ends.get(index).copied().unwrap_or(start);
        (start, self.buffer.get(start..end).unwrap_or_default())
    }

    /// A field of the record; empty where it has none. `scratch` takes a field with quotes in it.
    #[inline]
    pub(super) fn field<'a>(&'a self, index: usize, scratch: &'a mut Vec<u8>) -> Field<'a> {
        let (mut start, mut bytes) = self.raw(index);
        if bytes.first() == Some(&b'"') {
            if let Some(inner) = bytes.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\""))
                && !inner.contains(&b'"')
            {
                start += 1;
                bytes = inner;
            } else {
                return unquoted(bytes, scratch);
            }
        }
        while let [first, rest @ ..] = bytes
            && *first <= b' '
        {
            bytes = rest;
            start += 1;
        }
        while let [rest @ .., last] = bytes
            && *last <= b' '
        {
            bytes = rest;
        }
        let window = self.buffer.get(start..).and_then(|rest| rest.first_chunk()).copied().unwrap_or_default();
        Field { bytes, window }
    }

    /// Finds the next record. Blank lines are passed over.
    pub(super) fn advance(&mut self) -> Next {
        loop {
            if self.broken {
                return Next::End;
            }
            match self.find() {
                Next::Record { .. } if self.is_blank() => {}
                next => return next,
            }
        }
    }

    fn is_blank(&self) -> bool {
        match self.ends.as_slice() {
            [end] => self.buffer.get(self.start..*end).unwrap_or_default().iter().all(|byte| *byte <= b' '),
            _ => false,
        }
    }

    fn find(&mut self) -> Next {
        self.start = self.next;
        self.line = self.next_line;
        self.ends.clear();
        let delimiter = self.division.delimiter;
        let lone_returns = self.division.lone_returns;
        let quotes = repeat(b'"');
        let delimiters = repeat(delimiter);
        let newlines = repeat(b'\n');
        let returns = repeat(if lone_returns { b'\r' } else { b'\n' });
        let mut at = self.start;
        let mut field = self.start;
        let mut lines = 0_u64;
        loop {
            let Some(bytes) = self.buffer.get(at..).and_then(|rest| rest.first_chunk::<8>()) else {
                return self.ends_here(field, lines);
            };
            if at >= self.filled {
                return self.ends_here(field, lines);
            }
            let word = u64::from_le_bytes(*bytes);
            let mut found =
                equal(word, delimiters) | equal(word, newlines) | equal(word, quotes) | equal(word, returns);
            let base = at;
            at += 8;
            while found != 0 {
                // At most 7.
                let offset = found.trailing_zeros() >> 3;
                found &= found - 1;
                let place = base + usize::try_from(offset).unwrap_or(0);
                if place >= self.filled {
                    break;
                }
                let byte = self.buffer.get(place).copied().unwrap_or_default();
                if byte == delimiter {
                    self.ends.push(place);
                    field = place + 1;
                } else if byte == b'"' {
                    if place != field {
                        continue;
                    }
                    match self.closing(place, &mut lines) {
                        Some(closing) => at = closing + 1,
                        None if self.last || self.filled - self.start > MOST_BYTES => return self.unclosed(),
                        None => return Next::More,
                    }
                    break;
                } else {
                    let mut after = place + 1;
                    if byte == b'\r' {
                        if after == self.filled && !self.last {
                            return Next::More;
                        }
                        if self.buffer.get(after) == Some(&b'\n') && after < self.filled {
                            after += 1;
                        }
                    }
                    let mut end = place;
                    if byte == b'\n' && !lone_returns && end > field && self.buffer.get(end - 1) == Some(&b'\r') {
                        end -= 1;
                    }
                    if place - self.start > MOST_BYTES {
                        return self.unclosed();
                    }
                    self.ends.push(end);
                    self.next = after;
                    self.next_line = self.line + lines + 1;
                    return Next::Record { at_end: false };
                }
            }
        }
    }

    /// The quote that closes the one at this place.
    fn closing(&self, opening: usize, lines: &mut u64) -> Option<usize> {
        let mut at = opening + 1;
        let data = self.buffer.get(..self.filled)?;
        loop {
            let byte = *data.get(at)?;
            if byte == b'"' {
                match data.get(at + 1) {
                    Some(b'"') => at += 1,
                    None if !self.last => return None,
                    _ => return Some(at),
                }
            } else if byte == b'\n' || (byte == b'\r' && self.division.lone_returns && data.get(at + 1) != Some(&b'\n'))
            {
                *lines += 1;
            }
            at += 1;
        }
    }

    fn unclosed(&mut self) -> Next {
        self.broken = true;
        self.next = self.filled;
        Next::Unclosed
    }

    /// The data ends within the record.
    fn ends_here(&mut self, field: usize, lines: u64) -> Next {
        if self.filled - self.start > MOST_BYTES {
            return self.unclosed();
        }
        if !self.last {
            return Next::More;
        }
        if self.start == self.filled {
            return Next::End;
        }
        let mut end = self.filled;
        // The end-of-file mark of old programs, and half a line end.
        while end > field && matches!(self.buffer.get(end - 1), Some(b'\r' | 0x1A)) {
            end -= 1;
        }
        self.ends.push(end);
        self.next = self.filled;
        self.next_line = self.line + lines + 1;
        Next::Record { at_end: true }
    }
}

/// A field with quotes in it, or behind its closing quote.
#[cold]
fn unquoted<'a>(raw: &[u8], scratch: &'a mut Vec<u8>) -> Field<'a> {
    scratch.clear();
    let mut bytes = raw.iter().copied().skip(1).peekable();
    let mut open = true;
    while let Some(byte) = bytes.next() {
        if byte == b'"' && open {
            if bytes.peek() == Some(&b'"') {
                bytes.next();
                scratch.push(b'"');
            } else {
                open = false;
            }
        } else {
            scratch.push(byte);
        }
    }
    let text = scratch.trim_ascii();
    let mut window = [0; 16];
    for (to, from) in window.iter_mut().zip(text) {
        *to = *from;
    }
    Field { bytes: text, window }
}

const fn repeat(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of each byte that is the same in both.
#[inline]
fn equal(word: u64, other: u64) -> u64 {
    const LOW: u64 = repeat(0x7F);
    let differ = word ^ other;
    !((differ & LOW).wrapping_add(LOW) | differ | LOW)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COMMA: Division = Division { delimiter: b',', lone_returns: false };

    /// A record's line and its fields.
    type Record = (u64, Vec<Vec<u8>>);

    /// All records, the bytes cut into pieces of this many.
    fn records(text: &[u8], division: Division, piece: usize) -> (Vec<Record>, bool) {
        let mut scanner = Scanner::new(division);
        let mut records = Vec::new();
        let mut scratch = Vec::new();
        let mut pieces = text.chunks(piece.max(1));
        loop {
            match scanner.advance() {
                Next::Record { .. } => {
                    let fields =
                        (0..scanner.len()).map(|index| scanner.field(index, &mut scratch).bytes.to_vec()).collect();
                    records.push((scanner.line(), fields));
                }
                Next::More => match pieces.next() {
                    Some(piece) => scanner.push(piece),
                    None => scanner.end(),
                },
                Next::Unclosed => return (records, true),
                Next::End => return (records, false),
            }
        }
    }

    #[test]
    fn quotes_blanks_and_line_ends_are_those_of_the_format() {
        let text = b"a, b ,\"c,1\"\r\n\r\n\"x\n\"\"y\"\"\",,z\n last,\"\"";
        let (found, unclosed) = records(text, COMMA, 1000);
        assert!(!unclosed);
        let text = |fields: &[&str]| fields.iter().map(|field| field.as_bytes().to_vec()).collect::<Vec<_>>();
        assert_eq!(
            found,
            [(1, text(&["a", "b", "c,1"])), (3, text(&["x\n\"y\"", "", "z"])), (5, text(&["last", ""])),]
        );
        assert!(records(b"a\n\"b,c\nd,e\n", COMMA, 3).1);
        let old = Division { delimiter: b';', lone_returns: true };
        assert_eq!(
            records(b"a;b\rc;d\r\n\ne;f", old, 2).0.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
            [1, 2, 4]
        );
    }

    proptest! {
        #[test]
        fn it_does_not_matter_where_the_bytes_are_cut(text in "[ab,;\"\\n\\r ]{0,60}", piece in 1_usize..12, lone in any::<bool>()) {
            let division = Division { delimiter: b',', lone_returns: lone };
            let whole = records(text.as_bytes(), division, text.len());
            prop_assert_eq!(records(text.as_bytes(), division, piece), whole);
        }

        #[test]
        fn the_records_are_those_of_csv_core(rows in prop::collection::vec(prop::collection::vec("[a-c,\"\\n é]{0,12}", 1..5), 1..8)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let text: String = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n").collect();
            let (found, unclosed) = records(text.as_bytes(), COMMA, 7);
            prop_assert!(!unclosed);
            let wanted: Vec<Vec<Vec<u8>>> = rows.iter()
                .map(|row| row.iter().map(|cell| cell.as_bytes().trim_ascii().to_vec()).collect()).collect();
            // A record of one quoted blank is still a record.
            let found: Vec<Vec<Vec<u8>>> = found.into_iter().map(|(_, fields)| fields).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
