//! What a zip archive says it holds: its central directory. PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16 and
//! 4.5.3 (sizes beyond 4 GiB).

use std::rc::Rc;

use super::source::Source;
use super::unpack::{Method, Unpacked};
use super::{MAX_ENTRIES, MAX_UNPACKED};

/// Why something can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The file itself is gone or changed.
    Unreadable,
    /// There is no directory, or it is broken.
    NoDirectory,
    /// The entry's own bytes are broken.
    Damaged,
    Encrypted,
    Compression,
    TooLarge,
    TooMany(u64),
}

impl From<std::io::Error> for Trouble {
    fn from(_: std::io::Error) -> Self {
        Self::Unreadable
    }
}

/// One entry, as the directory describes it.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// With `/` between its folders.
    pub name: String,
    pub unpacked: u64,
    packed: u64,
    checksum: u32,
    method: Option<Method>,
    encrypted: bool,
    /// Where its own header stands.
    header: u64,
}

pub(super) struct Directory {
    source: Rc<dyn Source>,
    pub entries: Vec<Listed>,
}

/// The end record without its comment, and the longest comment that may follow it.
const END: usize = 22;
const COMMENT: u64 = 0xFFFF;
/// A directory of more bytes than this is no archive of tables.
const LONGEST: u64 = 16 << 20;

impl Directory {
    pub(super) fn read(source: Rc<dyn Source>) -> Result<Self, Trouble> {
        let size = source.size();
        let tail_from = size.saturating_sub(COMMENT + 22);
        let mut tail = vec![0; usize::try_from(size - tail_from).unwrap_or(0)];
        let found = source.fill(tail_from, &mut tail)?;
        tail.truncate(found);
        let end_at = tail.windows(END).rposition(|end| end.starts_with(b"PK\x05\x06")).ok_or(Trouble::NoDirectory)?;
        let end = tail.get(end_at..).unwrap_or_default();
        let (mut count, mut length, mut from) =
            (u64::from(u16_at(end, 10)?), u64::from(u32_at(end, 12)?), u64::from(u32_at(end, 16)?));
        let mut end_place = tail_from + place(end_at);
        // Where a number has no room in the end record, another record stands in front of it, with a locator between.
        let locator = end_at
            .checked_sub(20)
            .and_then(|at| tail.get(at..end_at))
            .filter(|record| record.starts_with(b"PK\x06\x07"));
        if let Some(locator) = locator {
            let mut record = [0; 56];
            let at = u64_at(locator, 8)?;
            if source.fill(at, &mut record)? == record.len() && record.starts_with(b"PK\x06\x06") {
                (count, length, from) = (u64_at(&record, 32)?, u64_at(&record, 40)?, u64_at(&record, 48)?);
                end_place = at;
            }
        }
        if count > place(MAX_ENTRIES) {
            return Err(Trouble::TooMany(count));
        }
        // What stands in front of the archive, as in one that unpacks itself, moves every place.
        let moved =
            end_place.checked_sub(length).and_then(|start| start.checked_sub(from)).ok_or(Trouble::NoDirectory)?;
        if length > LONGEST {
            return Err(Trouble::NoDirectory);
        }
        let mut bytes = vec![0; usize::try_from(length).map_err(|_| Trouble::NoDirectory)?];
        if source.fill(moved + from, &mut bytes)? < bytes.len() {
            return Err(Trouble::NoDirectory);
        }
        let mut entries = Vec::new();
        let mut rest = bytes.as_slice();
        while entries.len() < usize::try_from(count).unwrap_or(usize::MAX) {
            let (entry, after) = Listed::read(rest, moved)?;
            entries.push(entry);
            rest = after;
        }
        Ok(Self { source, entries })
    }

    /// The entry of that name. Some programs write other capitals, or `\`.
    pub(super) fn find(&self, name: &str) -> Option<&Listed> {
        let entries = &self.entries;
        entries
            .iter()
            .find(|entry| entry.name == name)
            .or_else(|| entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)))
    }

    /// Begins to unpack an entry.
    pub(super) fn unpack(&self, entry: &Listed) -> Result<Unpacked, Trouble> {
        if entry.encrypted {
            return Err(Trouble::Encrypted);
        }
        let method = entry.method.ok_or(Trouble::Compression)?;
        if entry.unpacked > MAX_UNPACKED {
            return Err(Trouble::TooLarge);
        }
        // The entry's own header repeats the name, and may have other extra fields than the directory.
        let mut header = [0; 30];
        if self.source.fill(entry.header, &mut header)? < header.len() || !header.starts_with(b"PK\x03\x04") {
            return Err(Trouble::Damaged);
        }
        let skipped = 30 + u64::from(u16_at(&header, 26)?) + u64::from(u16_at(&header, 28)?);
        let from = entry.header.saturating_add(skipped);
        if from.saturating_add(entry.packed) > self.source.size() {
            return Err(Trouble::Damaged);
        }
        Ok(Unpacked::new(&self.source, from, entry.packed, method, entry.unpacked, entry.checksum))
    }
}

impl Listed {
    /// Reads one entry of the directory; what is left of it comes with it.
    fn read(bytes: &[u8], moved: u64) -> Result<(Self, &[u8]), Trouble> {
        if !bytes.starts_with(b"PK\x01\x02") {
            return Err(Trouble::NoDirectory);
        }
        let flags = u16_at(bytes, 8)?;
        let [name, extra, comment] = [u16_at(bytes, 28)?, u16_at(bytes, 30)?, u16_at(bytes, 32)?].map(usize::from);
        let part = |from: usize, length: usize| bytes.get(from..from + length).ok_or(Trouble::NoDirectory);
        let (raw, extra_fields) = (part(46, name)?, part(46 + name, extra)?);
        let mut listed = Self {
            name: name_of(raw, flags & 0x800 != 0),
            unpacked: u64::from(u32_at(bytes, 24)?),
            packed: u64::from(u32_at(bytes, 20)?),
            checksum: u32_at(bytes, 16)?,
            method: match u16_at(bytes, 10)? {
                0 => Some(Method::Stored),
                8 => Some(Method::Deflated),
                _ => None,
            },
            encrypted: flags & 1 != 0,
            header: u64::from(u32_at(bytes, 42)?),
        };
        let mut fields = extra_fields;
        while fields.len() >= 4 {
            let length = usize::from(u16_at(fields, 2)?);
            let field = fields.get(4..4 + length).unwrap_or_default();
            if u16_at(fields, 0)? == 1 {
                // Only numbers that had no room stand here, in this order.
                let mut at = 0;
                for number in [&mut listed.unpacked, &mut listed.packed, &mut listed.header] {
                    if *number == u64::from(u32::MAX) {
                        *number = u64_at(field, at)?;
                        at += 8;
                    }
                }
            }
            fields = fields.get(4 + length..).unwrap_or_default();
        }
        listed.header = listed.header.saturating_add(moved);
        Ok((listed, bytes.get(46 + name + extra + comment..).unwrap_or_default()))
    }

    pub(super) fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }
}

/// Names are UTF-8 where they say so, and mostly where they don't; else of the old code page, of which only letters of
/// English are sure.
fn name_of(raw: &[u8], is_utf8: bool) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) if is_utf8 => String::from_utf8_lossy(raw).into_owned(),
        Err(_) => raw.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '_' }).collect(),
    };
    // A name is shown, never used as a path; control characters have no place in either.
    name.chars().map(|letter| if letter == '\\' { '/' } else { letter }).filter(|letter| !letter.is_control()).collect()
}

fn place(index: usize) -> u64 {
    u64::try_from(index).unwrap_or(u64::MAX)
}

fn at<const N: usize>(bytes: &[u8], from: usize) -> Result<[u8; N], Trouble> {
    bytes.get(from..).and_then(<[u8]>::first_chunk).copied().ok_or(Trouble::NoDirectory)
}

fn u16_at(bytes: &[u8], from: usize) -> Result<u16, Trouble> {
    at(bytes, from).map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], from: usize) -> Result<u32, Trouble> {
    at(bytes, from).map(u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], from: usize) -> Result<u64, Trouble> {
    at(bytes, from).map(u64::from_le_bytes)
}
