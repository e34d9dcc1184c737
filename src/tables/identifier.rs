//! Identifiers of schools, and what spreadsheets do to them.

use std::borrow::Cow;
use std::sync::Arc;

use super::account::Lines;
use super::book::NoticeBook;
use super::notices::{DecimalIdentifier, ShortenedIdentifier, ZerosRestored};
use crate::exact::{Exact, ParseError};

/// What was mended or lost in a column of identifiers.
#[derive(Default)]
pub(super) struct Mended {
    zeros: Lines,
    decimals: Lines,
    shortened: Lines,
    zeros_example: String,
    decimals_example: String,
    shortened_example: String,
}

/// The part of an identifier with what a spreadsheet took put back; none when that can't be known.
pub(super) fn mend<'a>(cell: &'a str, digits: Option<u8>, line: u64, mended: &mut Mended) -> Option<Cow<'a, str>> {
    let example = |lines: &mut Lines, example: &mut String| {
        if lines.count == 0 {
            cell.clone_into(example);
        }
        lines.add(line);
    };
    if Exact::check(cell) == Err(ParseError::Scientific) && cell.contains(['+', '.']) {
        example(&mut mended.shortened, &mut mended.shortened_example);
        return None;
    }
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut part = cell;
    if let Some((whole, fraction)) = cell.split_once('.')
        && all_digits(whole)
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte == b'0')
    {
        example(&mut mended.decimals, &mut mended.decimals_example);
        part = whole;
    }
    if let Some(digits) = digits.map(usize::from)
        && part.len() < digits
        && all_digits(part)
    {
        example(&mut mended.zeros, &mut mended.zeros_example);
        return Some(Cow::Owned(format!("{part:0>digits$}")));
    }
    Some(Cow::Borrowed(part))
}

pub(super) fn tell_about_identifiers(
    file: &Arc<str>,
    column: &str,
    digits: Option<u8>,
    mended: Mended,
    book: &mut NoticeBook,
) {
    if let Some(place) = mended.zeros.place(file) {
        let digits = u64::from(digits.unwrap_or(0));
        let notice = ZerosRestored { count: mended.zeros.count, digits, example: mended.zeros_example };
        book.tell(notice, place.in_column(column));
    }
    if let Some(place) = mended.decimals.place(file) {
        let notice = DecimalIdentifier { count: mended.decimals.count, example: mended.decimals_example };
        book.tell(notice, place.in_column(column));
    }
    if let Some(place) = mended.shortened.place(file) {
        let notice = ShortenedIdentifier {
            count: mended.shortened.count,
            lines: mended.shortened.named(),
            example: mended.shortened_example,
        };
        book.tell(notice, place.in_column(column));
    }
}
