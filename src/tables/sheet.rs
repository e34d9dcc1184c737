//! A file as rows of text.

use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

use super::account::{DropReason, LINES_NAMED};
use super::book::NoticeBook;
use super::bytes::text_of;
use super::csv::{Dialect, Record, Records, sniff};
use super::index::{count, narrow, wide};
use super::notices::{
    FileTooLarge, HeaderLooksLikeData, LongRow, NoRows, OneColumn, RepeatedColumn, RepeatedHeader, ShortRow,
    SpreadsheetError, StudentFile, TitleLines, TooManyColumns, TruncatedRow, UnclosedQuote, UnnamedColumn,
};

use super::synonyms::student_column;
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told};
use crate::order::Sorted;

/// The most bytes that a file may have.
pub const MAX_BYTES: usize = 400 * 1024 * 1024;

/// The most columns that a file may have: as many as a worksheet of Excel.
pub const MAX_COLUMNS: usize = 16_384;

/// What a spreadsheet writes for a formula that failed.
const SPREADSHEET_ERRORS: [&str; 8] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"];

/// A file's header and rows. Cloning shares the text.
#[derive(Debug, Clone)]
pub struct Sheet(Arc<Content>);

#[derive(Debug)]
struct Content {
    file: Arc<str>,
    headers: Vec<String>,
    // The text of all cells one after the other, where each ends, and the first cell of each row.
    text: String,
    ends: Vec<u32>,
    rows: Vec<u32>,
    lines: Vec<u32>,
    read: u64,
    dropped: Sorted<DropReason, u64>,
}

impl Sheet {
    /// Reads a file: its text, delimiter, header and rows.
    ///
    /// # Errors
    /// Notices of which at least one is an error, when the file holds no table that this program reads.
    pub fn read(file_name: &str, bytes: &[u8]) -> Result<(Self, Vec<Notice>), Vec<Notice>> {
        Self::read_within(file_name, bytes, MAX_BYTES)
    }

    /// As [`Sheet::read`], with another limit of bytes.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn read_within(file_name: &str, bytes: &[u8], limit: usize) -> Result<(Self, Vec<Notice>), Vec<Notice>> {
        let file: Arc<str> = Arc::from(file_name);
        let limit = limit.min(MAX_BYTES);
        if bytes.len() > limit {
            let megabytes = |bytes: usize| u64::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(u64::MAX);
            let notice = FileTooLarge { megabytes: megabytes(bytes.len()), limit: megabytes(limit) };
            return Err(vec![notice.at(Place::file(file))]);
        }
        let mut book = NoticeBook::default();
        let sheet = text_of(&file, bytes, &mut book).and_then(|text| Self::parse(&file, &text, &mut book));
        let mut notices = book.close();
        match sheet {
            Ok(sheet) => Ok((sheet, notices)),
            Err(notice) => {
                notices.push(*notice);
                Err(notices)
            }
        }
    }

    fn parse(file: &Arc<str>, text: &str, book: &mut NoticeBook) -> Result<Self, Box<Notice>> {
        let place = || Place::file(Arc::clone(file));
        let (told, skipped) = told_delimiter(text);
        let Dialect { delimiter, titles, columns } = sniff(text.get(skipped..).unwrap_or_default(), told);
        let mut records = Records::new(text, delimiter);
        if skipped > 0 {
            records.next();
        }
        for _ in 0..titles {
            records.next();
        }
        if titles > 0 {
            book.tell(TitleLines { count: count(titles) }, place());
        }
        let Some(header) = records.next() else {
            return Err(Box::new(NoRows { columns: 0 }.at(place())));
        };
        let header_line = header.line;
        if header.unclosed {
            return Err(Box::new(UnclosedQuote {}.at(Place::line(Arc::clone(file), header_line))));
        }
        let mut headers: Vec<String> = header.fields().map(one_line).collect();
        if let Some(column) = student_column(&headers) {
            return Err(Box::new(StudentFile { column: column.to_owned() }.at(place().in_column(column))));
        }
        if columns < 2 && headers.len() < 2 {
            let column = headers.first().cloned().unwrap_or_default();
            return Err(Box::new(OneColumn { column }.at(place())));
        }
        // Columns without a name at the right end are what a spreadsheet leaves behind, unless they hold values.
        let named = headers.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        if headers.len() > MAX_COLUMNS {
            let notice = TooManyColumns { columns: count(headers.len()), limit: count(MAX_COLUMNS) };
            return Err(Box::new(notice.at(Place::line(Arc::clone(file), header_line))));
        }
        tell_about_header(file, header_line, &headers, book);
        let mut content = Content {
            file: Arc::clone(file),
            headers: Vec::new(),
            text: String::with_capacity(text.len()),
            ends: Vec::new(),
            rows: vec![0],
            lines: Vec::new(),
            read: 0,
            dropped: Sorted::new(),
        };
        let rows = RowReader { file, headers: &headers, named, filled: vec![false; headers.len()] };
        let filled = rows.read(records, &mut content, book);
        for (index, (name, filled)) in headers.iter().zip(&filled).enumerate() {
            if name.is_empty() && *filled {
                book.tell(UnnamedColumn { number: count(index + 1) }, Place::line(Arc::clone(file), header_line));
            }
        }
        let used = filled.iter().rposition(|&filled| filled).map_or(0, |last| last + 1);
        headers.truncate(named.max(used));
        content.headers = headers;
        if content.lines.is_empty() {
            let columns = count(content.headers.len());
            return Err(Box::new(NoRows { columns }.at(place())));
        }
        // Delimiters without anything beside them divide nothing.
        if let [column] = content.headers.as_slice() {
            return Err(Box::new(OneColumn { column: column.clone() }.at(place())));
        }
        Ok(Self(Arc::new(content)))
    }

    /// The file's name.
    pub fn file(&self) -> &Arc<str> {
        &self.0.file
    }

    /// The columns' names, trimmed, in the file's order. A column without a name has an empty one.
    pub fn headers(&self) -> &[String] {
        &self.0.headers
    }

    /// How many rows were kept.
    pub fn row_count(&self) -> usize {
        self.0.lines.len()
    }

    /// The cell's text, trimmed. Empty where the row or the column doesn't reach.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let content = &*self.0;
        let Some(&[first, next]) = content.rows.get(row..).and_then(<[u32]>::first_chunk) else {
            return "";
        };
        let index = wide(first).saturating_add(column);
        if index >= wide(next) {
            return "";
        }
        let (start, end) = match index.checked_sub(1) {
            None => (0, content.ends.first().copied().unwrap_or(0)),
            Some(before) => match content.ends.get(before..).and_then(<[u32]>::first_chunk) {
                Some(&[start, end]) => (start, end),
                None => return "",
            },
        };
        content.text.get(wide(start)..wide(end)).unwrap_or_default()
    }

    /// The line of the file, from 1, where the row starts.
    pub fn line(&self, row: usize) -> u64 {
        self.line_number(row).into()
    }

    pub(super) fn line_number(&self, row: usize) -> u32 {
        self.0.lines.get(row).copied().unwrap_or(0)
    }

    /// The columns of this name.
    pub(super) fn columns_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.headers().iter().enumerate().filter(move |(_, header)| *header == name).map(|(index, _)| index)
    }

    /// The first column of this name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns_named(name).next()
    }

    /// The records below the header, and how many of them were not kept.
    pub(super) fn account(&self) -> (u64, &Sorted<DropReason, u64>) {
        (self.0.read, &self.0.dropped)
    }
}

/// Excel's own hint, `sep=;` on the first line, and how many bytes it takes.
fn told_delimiter(text: &str) -> (Option<u8>, usize) {
    let line = text.lines().next().unwrap_or_default();
    match line.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter]
            if delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() && *delimiter != b'"' =>
        {
            (Some(*delimiter), line.len())
        }
        _ => (None, 0),
    }
}

/// A name on one line: line breaks and runs of blanks within become one blank.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tell_about_header(file: &Arc<str>, line: u64, headers: &[String], book: &mut NoticeBook) {
    let mut times: HashMap<&str, u64> = HashMap::default();
    for name in headers.iter().filter(|name| !name.is_empty()) {
        *times.entry(name).or_insert(0) += 1;
    }
    for name in headers {
        // Told at its first place, then no more.
        if let Some(count) = times.remove(name.as_str())
            && count > 1
        {
            let place = Place::line(Arc::clone(file), line).in_column(name.clone());
            book.tell(RepeatedColumn { column: name.clone(), count }, place);
        }
    }
    // Years may be names of columns; other numbers hardly.
    let number = |name: &&String| Exact::check(name).is_ok() && !(name.len() == 4 && name.starts_with(['1', '2']));
    let numbers: Vec<String> = headers.iter().filter(number).cloned().collect();
    let named = headers.iter().filter(|name| !name.is_empty()).count();
    if !numbers.is_empty() && numbers.len() * 3 >= named {
        let cells = numbers.into_iter().take(5).collect();
        book.tell(HeaderLooksLikeData { cells }, Place::line(Arc::clone(file), line));
    }
}

struct RowReader<'a> {
    file: &'a Arc<str>,
    headers: &'a [String],
    // The columns up to the last that has a name; a row that ends there isn't short.
    named: usize,
    filled: Vec<bool>,
}

/// Takes back the row that was just written.
fn drop_row(content: &mut Content, reason: DropReason, first_cell: usize, first_byte: usize) {
    content.dropped.change(reason, |rows| *rows += 1);
    content.ends.truncate(first_cell);
    content.text.truncate(first_byte);
}

impl RowReader<'_> {
    fn place(&self, record: &Record<'_>) -> Place {
        Place::line(Arc::clone(self.file), record.line)
    }

    /// Reads all rows; says which columns hold anything.
    fn read(mut self, mut records: Records<'_>, content: &mut Content, book: &mut NoticeBook) -> Vec<bool> {
        let mut errors: Sorted<&str, (u64, Option<u64>)> = Sorted::new();
        let mut short_rows = 0_u64;
        let mut headers_again: Vec<u64> = Vec::new();
        while let Some(record) = records.next() {
            content.read += 1;
            let (first_cell, first_byte) = (content.ends.len(), content.text.len());
            let mut last_filled = None;
            let mut repeats_header = true;
            let mut error = None;
            for (index, field) in record.fields().enumerate() {
                if !field.is_empty() {
                    last_filled = Some(index);
                }
                let (Some(header), Some(filled)) = (self.headers.get(index), self.filled.get_mut(index)) else {
                    continue;
                };
                let field = formula_text(field);
                *filled |= !field.is_empty();
                repeats_header = repeats_header && header == field;
                content.text.push_str(field);
                content.ends.push(narrow(content.text.len()));
                if field.starts_with('#') {
                    error = error.or_else(|| SPREADSHEET_ERRORS.iter().find(|&&text| text == field));
                }
            }
            if last_filled.is_some() && repeats_header && record.len() >= self.named {
                headers_again.push(record.line);
                drop_row(content, DropReason::RepeatedHeader, first_cell, first_byte);
                continue;
            }
            let cells = count(record.len());
            let columns = count(self.headers.len());
            let dropped = if record.unclosed {
                book.tell(UnclosedQuote {}, self.place(&record));
                Some(DropReason::UnclosedQuote)
            } else if let Some(last) = last_filled {
                if last >= self.headers.len() {
                    book.tell(LongRow { cells, columns }, self.place(&record));
                    Some(DropReason::TooLong)
                } else if record.len() >= self.named {
                    None
                } else if record.at_end && short_rows == 0 {
                    // Where no other row is short, a last one without a line end was cut off, its last value with it.
                    book.tell(TruncatedRow { cells, columns }, self.place(&record));
                    Some(DropReason::Truncated)
                } else {
                    short_rows += 1;
                    book.tell(ShortRow { cells, columns }, self.place(&record));
                    None
                }
            } else {
                Some(DropReason::Empty)
            };
            if let Some(reason) = dropped {
                drop_row(content, reason, first_cell, first_byte);
                continue;
            }
            if let Some(text) = error {
                errors.change(text, |(count, first)| {
                    *count += 1;
                    first.get_or_insert(record.line);
                });
            }
            content.rows.push(narrow(content.ends.len()));
            content.lines.push(u32::try_from(record.line).unwrap_or(u32::MAX));
        }
        if let Some(&first) = headers_again.first() {
            let lines = headers_again.iter().take(LINES_NAMED).map(u64::to_string).collect();
            let notice = RepeatedHeader { count: count(headers_again.len()), lines };
            book.tell(notice, Place::line(Arc::clone(self.file), first));
        }
        for (text, (count, line)) in errors {
            let place = Place { file: Some(Arc::clone(self.file)), line, ..Place::default() };
            book.tell(SpreadsheetError { text: text.to_owned(), count }, place);
        }
        self.filled
    }
}

/// `="0031"` is how some programs keep a spreadsheet from eating zeros: the text within.
fn formula_text(field: &str) -> &str {
    match field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) if !inner.contains('"') => inner.trim(),
        _ => field,
    }
}
