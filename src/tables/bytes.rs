//! Bytes → text: what kind of file it is, and its encoding.

use std::borrow::Cow;
use std::sync::Arc;

use super::book::NoticeBook;
use super::notices::{
    BinaryFile, BrokenCharacters, CompressedFile, EmptyFile, ExcelWorkbook, JsonDocument, OldExcelWorkbook,
    PdfDocument, Picture, WebPage, WindowsEncoding, XmlDocument, ZipArchive,
};
use crate::letters::around;
use crate::notice::{Notice, Place, Told};

/// The text of the file, or why it has none.
pub(crate) fn text_of<'a>(
    file: &Arc<str>,
    bytes: &'a [u8],
    book: &mut NoticeBook,
) -> Result<Cow<'a, str>, Box<Notice>> {
    let place = || Place::file(Arc::clone(file));
    if let Some(notice) = other_kind(bytes, place()) {
        return Err(Box::new(notice));
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest).unwrap_or_else(|| windows(rest, file, book)),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        // UTF-16 without its mark: every other byte of plain letters is zero.
        [first, 0, second, 0, ..] if first.is_ascii_graphic() && second.is_ascii_graphic() => {
            Cow::Owned(utf16(bytes, u16::from_le_bytes))
        }
        [0, first, 0, second, ..] if first.is_ascii_graphic() && second.is_ascii_graphic() => {
            Cow::Owned(utf16(bytes, u16::from_be_bytes))
        }
        _ => utf8(bytes).unwrap_or_else(|| windows(bytes, file, book)),
    };
    // The end-of-file mark of old programs, and a second mark of the encoding, as joined files have it.
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches('\u{1A}').trim_start_matches('\u{FEFF}')),
        owned => owned,
    };
    if is_binary(&text) {
        return Err(Box::new(BinaryFile {}.at(place())));
    }
    if text.trim().is_empty() {
        return Err(Box::new(EmptyFile {}.at(place())));
    }
    if let Some(notice) = other_text(&text, place()) {
        return Err(Box::new(notice));
    }
    let broken = text.matches('\u{FFFD}').count();
    if let Some(first) = text.find('\u{FFFD}') {
        let above = text.get(..first).unwrap_or_default().matches('\n').count();
        let line = u64::try_from(above).unwrap_or(0) + 1;
        let count = u64::try_from(broken).unwrap_or(u64::MAX);
        book.tell(BrokenCharacters { count }, Place::line(Arc::clone(file), line));
    }
    Ok(text)
}

/// A kind of file that is told by its first bytes.
fn other_kind(bytes: &[u8], place: Place) -> Option<Notice> {
    let compressed = |format: &str| CompressedFile { format: format.to_owned() };
    let picture = |format: &str| Picture { format: format.to_owned() };
    Some(match bytes {
        [] => EmptyFile {}.at(place),
        [b'P', b'K', 3, 4, ..] if holds(bytes, b"xl/") => ExcelWorkbook {}.at(place),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => ZipArchive {}.at(place),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => OldExcelWorkbook {}.at(place),
        [0x1F, 0x8B, ..] => compressed("gzip").at(place),
        [b'B', b'Z', b'h', b'1'..=b'9', b'1', b'A', b'Y', ..] => compressed("bzip2").at(place),
        [0xFD, b'7', b'z', b'X', b'Z', 0, ..] => compressed("xz").at(place),
        [b'7', b'z', 0xBC, 0xAF, ..] => compressed("7z").at(place),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => compressed("Zstandard").at(place),
        [b'R', b'a', b'r', b'!', 0x1A, ..] => compressed("RAR").at(place),
        [0x89, b'P', b'N', b'G', ..] => picture("PNG").at(place),
        [0xFF, 0xD8, 0xFF, ..] => picture("JPEG").at(place),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => picture("GIF").at(place),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => picture("TIFF").at(place),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => picture("WebP").at(place),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] if bytes.first() == Some(&0) => picture("HEIC").at(place),
        _ if starts_with_pdf(bytes) => PdfDocument {}.at(place),
        _ => return None,
    })
}

/// A PDF may have some bytes before its mark.
fn starts_with_pdf(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    holds(start, b"%PDF-")
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Text has no zeros, and few other control characters.
fn is_binary(text: &str) -> bool {
    let (mut all, mut control) = (0_usize, 0_usize);
    for byte in text.bytes().take(4096) {
        all += 1;
        if byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C) {
            control += 1;
        }
    }
    text.contains('\0') || control * 50 > all
}

/// A kind of text that is no table.
fn other_text(text: &str, place: Place) -> Option<Notice> {
    let start = text.trim_start();
    let head: String = start.chars().take(1000).collect::<String>().to_ascii_lowercase();
    if head.starts_with('<') {
        let holds = |tag| around(&head, tag).is_some();
        let page = ["<!doctype html", "<html", "<head", "<body", "<table"].iter().any(|tag| holds(tag));
        // An Excel "XML spreadsheet" and any other XML is no web page, even where it holds a table.
        return if head.starts_with("<?xml") && !holds("<html") {
            Some(XmlDocument {}.at(place))
        } else if page {
            Some(WebPage {}.at(place))
        } else if head.chars().nth(1).is_some_and(|second| second.is_ascii_alphabetic() || "?!".contains(second)) {
            Some(XmlDocument {}.at(place))
        } else {
            None
        };
    }
    let inside = start.strip_prefix(['{', '['])?.trim_start();
    let json = inside.starts_with(['"', '{', '[', '}', ']'])
        || (start.starts_with('[') && inside.starts_with(|first: char| first.is_ascii_digit() || first == '-'));
    json.then(|| JsonDocument {}.at(place))
}

/// The text if it is UTF-8, but for a character cut off at the very end.
fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            let whole = bytes.get(..error.valid_up_to())?;
            // A lone last byte of Windows-1252 looks like the start of a longer character, too.
            if whole.is_ascii() {
                return None;
            }
            std::str::from_utf8(whole).ok().map(Cow::Borrowed)
        }
        Err(_) => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text: String = char::decode_utf16(pairs.iter().copied().map(unit))
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Windows-1252, 0x80 to 0x9F; the other bytes are the code points of the same number. Five bytes mean nothing.
const WINDOWS: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}', //
    '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

fn windows<'a>(bytes: &[u8], file: &Arc<str>, book: &mut NoticeBook) -> Cow<'a, str> {
    // Bytes that mean nothing in a text of this encoding are a sign of something else: the next checks tell what.
    book.tell(WindowsEncoding {}, Place::file(Arc::clone(file)));
    Cow::Owned(windows_text(bytes))
}

/// The text of bytes in the old Windows encoding.
pub(crate) fn windows_text(bytes: &[u8]) -> String {
    let character = |byte: u8| match byte {
        0x80..=0x9F => WINDOWS.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    };
    bytes.iter().copied().map(character).collect()
}
