//! A school-level table as bytes: how whoever reads the files hands it to whoever rates.
//!
//! Whole numbers are written in groups of seven bits, the lowest first, the highest bit set where more follow (LEB128); a
//! text is its length in bytes and its UTF-8; a list is its length and its items; what may be absent is a list of one or
//! none. Only one version of the program writes and reads a document, so there is no older form to know.

use std::sync::Arc;

use super::account::{DropReason, RowAccount};
use super::content::{Content, Row, Slot};
use super::field::Field;
use super::schools::{Column, SchoolEntry, SchoolTable};

/// The first text of a document.
const KIND: &str = "table/1";

/// What isn't a table as this version of the program writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not a table")]
pub struct NotATable;

/// A file that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name.
    pub name: String,
    /// A fingerprint of its bytes.
    pub fingerprint: String,
}

/// All files put together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableDocument {
    /// The files, those too whose columns are not known yet.
    pub files: Vec<SourceFile>,
    /// The schools, fields and cells.
    pub table: SchoolTable,
}

impl TableDocument {
    /// Writes it.
    pub fn bytes(&self) -> Vec<u8> {
        let Self { files, table } = self;
        let content = &table.content;
        let cells: usize = table.columns.iter().map(Column::len).sum();
        // Five bytes are the most for a text and for a row; most take fewer.
        let mut out = Writer(Vec::with_capacity(content.text.len() + 5 * content.rows.len() + 6 * cells));
        out.text(KIND);
        out.list(files, |out, file| {
            out.text(&file.name);
            out.text(&file.fingerprint);
        });
        out.list(&content.files, |out, file| out.text(file));
        out.list(&content.rows, |out, row| {
            out.place(row.file);
            out.place(row.line);
        });
        out.text(&content.text);
        out.list(&content.ends, |out, end| out.place(*end));
        out.list(&table.schools, |out, school| {
            out.text(&school.id);
            out.list(&school.parts, |out, part| out.text(part));
            out.maybe(&school.name);
        });
        out.list(&table.fields, |out, field| {
            out.text(&field.name);
            for part in [&field.attribute, &field.group, &field.year, &field.program] {
                out.maybe(part);
            }
        });
        out.list(&table.accounts, |out, account| {
            out.text(&account.file);
            out.number(account.read);
            out.number(account.kept);
            let dropped: Vec<_> = account.dropped.iter().collect();
            out.list(&dropped, |out, (reason, rows)| {
                out.length(DropReason::ALL.iter().position(|known| known == *reason).unwrap_or(usize::MAX));
                out.number(**rows);
            });
        });
        for column in &table.columns {
            match column {
                Column::Dense(slots) => {
                    out.number(1);
                    out.list(slots, |out, slot| match slot {
                        Some(slot) => {
                            // One more, since 0 is no cell.
                            out.number(u64::from(slot.text) + 1);
                            out.place(slot.row);
                        }
                        None => out.number(0),
                    });
                }
                Column::Sparse(slots) => {
                    out.number(0);
                    out.list(slots, |out, (school, slot)| {
                        out.place(*school);
                        out.place(slot.text);
                        out.place(slot.row);
                    });
                }
            }
        }
        out.0
    }

    /// Reads it.
    ///
    /// # Errors
    /// When the bytes are something else, or break off.
    pub fn read(bytes: &[u8]) -> Result<Self, NotATable> {
        Self::of(&mut Reader(bytes)).ok_or(NotATable)
    }

    fn of(from: &mut Reader<'_>) -> Option<Self> {
        if from.text()? != KIND {
            return None;
        }
        let files = from.list(|from| Some(SourceFile { name: from.owned()?, fingerprint: from.owned()? }))?;
        let content = Content {
            files: from.list(|from| Some(Arc::from(from.text()?)))?,
            rows: from.list(|from| Some(Row { file: from.place()?, line: from.place()? }))?,
            text: from.owned()?,
            ends: from.list(Reader::place)?,
        };
        let schools = from.list(|from| {
            let id = Arc::from(from.text()?);
            Some(SchoolEntry { id, parts: from.list(Reader::owned)?, name: from.maybe()? })
        })?;
        let fields = from.list(|from| {
            Some(Field {
                name: from.owned()?,
                attribute: from.maybe()?,
                group: from.maybe()?,
                year: from.maybe()?,
                program: from.maybe()?,
            })
        })?;
        let accounts = from.list(|from| {
            let (file, read, kept) = (Arc::from(from.text()?), from.number()?, from.number()?);
            let dropped = from.list(|from| Some((*DropReason::ALL.get(from.length()?)?, from.number()?)))?;
            Some(RowAccount { file, read, kept, dropped: dropped.into_iter().collect() })
        })?;
        let mut columns = Vec::with_capacity(fields.len());
        for _ in &fields {
            columns.push(match from.number()? {
                1 => Column::Dense(from.list(|from| {
                    Some(match from.number()?.checked_sub(1) {
                        None => None,
                        Some(text) => Some(Slot { text: u32::try_from(text).ok()?, row: from.place()? }),
                    })
                })?),
                _ => Column::Sparse(
                    from.list(|from| Some((from.place()?, Slot { text: from.place()?, row: from.place()? })))?,
                ),
            });
        }
        let table = SchoolTable::new(content, schools, fields, columns, accounts);
        from.0.is_empty().then_some(Self { files, table })
    }
}

struct Writer(Vec<u8>);

impl Writer {
    #[inline(never)]
    fn number(&mut self, mut number: u64) {
        while number > 0x7F {
            self.0.push((number & 0x7F | 0x80).to_le_bytes()[0]);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    fn place(&mut self, place: u32) {
        self.number(place.into());
    }

    fn length(&mut self, length: usize) {
        self.number(u64::try_from(length).unwrap_or(u64::MAX));
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn maybe(&mut self, text: &Option<String>) {
        self.list(text.as_slice(), |out, text| out.text(text));
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.length(items.len());
        for item in items {
            write(self, item);
        }
    }
}

/// The bytes that are still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    #[inline(never)]
    fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..u64::BITS).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn place(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    #[inline(never)]
    fn text(&mut self) -> Option<&'a str> {
        let length = self.length()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    fn maybe(&mut self) -> Option<Option<String>> {
        self.list(Self::owned).map(|texts| texts.into_iter().next())
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        // Every item takes a byte at least, so a length that can't be true asks for no memory.
        let length = self.length().filter(|length| *length <= self.0.len())?;
        let mut items = Vec::with_capacity(length);
        for _ in 0..length {
            items.push(item(self)?);
        }
        Some(items)
    }
}

#[cfg(test)]
mod tests;
