//! Text → records, as RFC 4180 has them, and which character divides the columns.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::synonyms::names_school_column;

/// Characters that divide columns in files as they come.
const DELIMITERS: [u8; 5] = [b',', b';', b'\t', b'^', b'|'];

/// How many records are looked at to find the delimiter and the header.
const SAMPLE_RECORDS: usize = 60;

/// How many bytes are looked at.
const SAMPLE_BYTES: usize = 256 * 1024;

/// How many lines may stand above the header.
const MOST_TITLE_RECORDS: usize = 25;

/// The records of a text, one at a time, with the lines where they start.
pub(super) struct Records<'a> {
    reader: Reader,
    input: &'a [u8],
    at: usize,
    line: u64,
    // Whether lines end with a carriage return alone (old Mac), as few files' do.
    lone_returns: bool,
    output: Vec<u8>,
    ends: Vec<usize>,
}

/// What the reader is given: the text, then a line end of our own, which ends the record unless a quote is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Feed {
    Text,
    LineEnd,
    End,
}

/// One record. Its fields are as written, without the quotes.
pub(super) struct Record<'a> {
    pub(super) line: u64,
    /// A quoted field was still open at the end of the text.
    pub(super) unclosed: bool,
    /// The text ended without a line end after this record.
    pub(super) at_end: bool,
    output: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The fields, trimmed.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'a str> {
        let output = self.output;
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            // The text was valid, and the delimiter, quotes and line ends that are gone are ASCII.
            let field = output.get(start..end).and_then(|field| std::str::from_utf8(field).ok()).unwrap_or_default();
            start = end;
            match field.as_bytes() {
                [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => field,
                _ => field.trim(),
            }
        })
    }
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8) -> Self {
        let input = text.as_bytes();
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            input,
            at: 0,
            line: 1,
            lone_returns: input.windows(2).any(|pair| matches!(pair, [b'\r', next] if *next != b'\n')),
            output: vec![0; 1024],
            ends: vec![0; 64],
        }
    }

    fn passed(&mut self, from: usize) {
        let passed = self.input.get(from..self.at).unwrap_or_default();
        let mut lines = passed.iter().filter(|&&byte| byte == b'\n').count();
        if self.lone_returns {
            let after = self.input.get(from + 1..).unwrap_or_default().iter().map(Some).chain([None]);
            lines += passed.iter().zip(after).filter(|&(&byte, next)| byte == b'\r' && next != Some(&b'\n')).count();
        }
        self.line += u64::try_from(lines).unwrap_or(0);
    }

    /// The next record; blank lines are skipped.
    pub(super) fn next(&mut self) -> Option<Record<'_>> {
        let start = self.at;
        while self.input.get(self.at).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            self.at += 1;
        }
        self.passed(start);
        let line = self.line;
        let start = self.at;
        if start == self.input.len() {
            return None;
        }
        let (mut written, mut fields) = (0, 0);
        let mut feed = Feed::Text;
        loop {
            let input = match feed {
                Feed::Text => self.input.get(self.at..).unwrap_or_default(),
                Feed::LineEnd => b"\n",
                Feed::End => &[],
            };
            if input.is_empty() && feed == Feed::Text {
                feed = Feed::LineEnd;
                continue;
            }
            let output = self.output.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(fields..).unwrap_or_default();
            let (result, read, wrote, ended) = self.reader.read_record(input, output, ends);
            written += wrote;
            fields += ended;
            match feed {
                Feed::Text => self.at += read,
                Feed::LineEnd if read > 0 && result != ReadRecordResult::Record => feed = Feed::End,
                Feed::LineEnd | Feed::End => {}
            }
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            }
        }
        self.passed(start);
        Some(Record {
            line,
            unclosed: feed == Feed::End,
            at_end: feed != Feed::Text,
            output: self.output.get(..written).unwrap_or_default(),
            ends: self.ends.get(..fields).unwrap_or_default(),
        })
    }
}

/// How a text is laid out: what divides the columns, and how many records stand above the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) delimiter: u8,
    pub(crate) titles: usize,
    /// The columns that the records have; 1 when nothing divides them.
    pub(crate) columns: usize,
}

/// Finds the delimiter that divides the first records most evenly.
pub(crate) fn sniff(text: &str, told: Option<u8>) -> Dialect {
    let sample = sample(text);
    let mut best = (0, Dialect { delimiter: b',', titles: 0, columns: 1 });
    let told = told.map(|delimiter| [delimiter]);
    let candidates: &[u8] = told.as_ref().map_or(&DELIMITERS, |delimiter| delimiter);
    for &delimiter in candidates {
        let (evenness, dialect) = try_delimiter(sample, sample.len() == text.len(), delimiter);
        if evenness > best.0 {
            best = (evenness, dialect);
        }
    }
    best.1
}

fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

fn try_delimiter(sample: &str, whole: bool, delimiter: u8) -> (u64, Dialect) {
    let mut seen: Vec<Shape> = Vec::new();
    let mut records = Records::new(sample, delimiter);
    while seen.len() < SAMPLE_RECORDS
        && let Some(record) = records.next()
    {
        // The sample may end within its last record.
        if !record.at_end || whole {
            seen.push(Shape::of(&record));
        }
    }
    // The width that most records have; of two, the larger.
    let times = |width: usize| seen.iter().filter(|other| other.width == width).count();
    let width = seen.iter().map(|shape| (times(shape.width), shape.width)).max();
    let Some((_, columns)) = width else {
        return (0, Dialect { delimiter, titles: 0, columns: 1 });
    };
    // The header is the first record as wide as the others that fills at least half of its fields. A title line may do
    // so, too, in a narrow table: a record with a school's column in it is surer.
    let wide = |shape: &&Shape| shape.width >= columns && shape.filled >= 2.min(columns) && shape.filled * 2 >= columns;
    let top = || seen.iter().take(MOST_TITLE_RECORDS).enumerate().filter(|(_, shape)| wide(shape));
    let header = top().find(|(_, shape)| shape.names_school).or_else(|| top().next());
    let titles = header.map_or(0, |(index, _)| index);
    let body = seen.get(titles..).unwrap_or_default();
    let even = body.iter().filter(|shape| shape.width == columns).count();
    let share = wide_count(even) * 1000 / wide_count(body.len()).max(1);
    // The records above the header count against a delimiter as well, so that one that only the data rows have
    // (a decimal comma in a file with semicolons) loses.
    let twice = wide_count(seen.len()) * 2;
    let share = share * (twice - wide_count(titles)) / twice.max(1);
    let score = share * share * wide_count(columns.saturating_sub(1)) / wide_count(columns).max(1);
    (score, Dialect { delimiter, titles, columns })
}

fn wide_count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What of a record tells a header from a title.
struct Shape {
    width: usize,
    filled: usize,
    names_school: bool,
}

impl Shape {
    fn of(record: &Record<'_>) -> Self {
        Self {
            width: record.len(),
            filled: record.fields().filter(|field| !field.is_empty()).count(),
            names_school: record.fields().any(names_school_column),
        }
    }
}
