//! Files that hold other files: Excel workbooks (`.xlsx`) and zip archives, taken apart into the CSV files that the
//! importers read.
//!
//! Nothing is unpacked ahead. [`Container::open`] reads the list of what is within; [`Container::stream`] gives one sheet or
//! entry in pieces, as they are asked for. A sheet comes as CSV whose lines are the sheet's rows, so that a notice about
//! line 14 speaks of row 14.
//!
//! Numbers of a workbook are handled as the decimal text that the file holds, never as floats: see [`workbook`].

mod archive;
mod directory;
pub mod notices;
mod source;
mod unpack;
mod workbook;

use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;

use crate::notice::{Notice, Place, Told};
use archive::Archive;
use directory::{Directory, Trouble};
pub use notices::CODES;
use notices::{
    DamagedArchive, DamagedEntry, Encrypted, EncryptedWorkbook, OldWorkbook, TooLarge, TooManyEntries,
    UnreadCompression, Unreadable,
};
pub use source::Source;
use unpack::Unpacked;
use workbook::{Rows, Workbook};

/// The most entries that an archive may have.
pub const MAX_ENTRIES: usize = 10_000;

/// The most bytes that one sheet or entry may have when it is unpacked.
pub const MAX_UNPACKED: u64 = 2 << 30;

/// What is between the file's name and its entry's in the names of both.
pub const WITHIN: &str = " › ";

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum ContainerKind {
    /// An Excel workbook: its entries are sheets.
    Workbook,
    /// A zip archive: its entries are files.
    Archive,
}

/// A sheet with something in it, or a file that may hold a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ContainerEntry {
    /// The sheet's name, or the file's within the archive.
    pub name: String,
    /// The name under which notices speak of it.
    pub file: String,
    /// How many bytes [`Stream::done`] says at the end.
    pub size: u64,
    /// The last row of a sheet, where the workbook says it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub rows: Option<u64>,
}

/// What a file holds, for the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Contents {
    /// None where it can't be opened.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "ContainerKind | null"))]
    pub kind: Option<ContainerKind>,
    /// What may be read, in the file's order.
    pub entries: Vec<ContainerEntry>,
    /// What is told about the file as a whole.
    pub notices: Vec<Notice>,
}

impl Contents {
    /// What came of opening a file.
    pub fn of(opened: &Result<Container, Vec<Notice>>) -> Self {
        match opened {
            Ok(container) => Self {
                kind: Some(container.kind()),
                entries: container.entries.clone(),
                notices: container.notices.clone(),
            },
            Err(notices) => Self { kind: None, entries: Vec::new(), notices: notices.clone() },
        }
    }
}

/// An open workbook or archive.
pub struct Container {
    file: Arc<str>,
    content: Content,
    entries: Vec<ContainerEntry>,
    notices: Vec<Notice>,
}

enum Content {
    Workbook(Workbook),
    Archive(Archive),
}

impl Container {
    /// Reads what the file holds.
    ///
    /// # Errors
    /// Notices of which at least one is an error, when there is nothing in it that could be read.
    pub fn open(name: &str, source: impl Source + 'static) -> Result<Self, Vec<Notice>> {
        let file: Arc<str> = Arc::from(name);
        let source: Rc<dyn Source> = Rc::new(source);
        let told = |trouble: Trouble| vec![tell(trouble, &file, "")];
        let mut start = [0_u8; 8];
        let found = source.fill(0, &mut start).map_err(|_| told(Trouble::Unreadable))?;
        if start.get(..found).is_some_and(|start| start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])) {
            let locked = holds_encrypted_package(&*source).map_err(|_| told(Trouble::Unreadable))?;
            let place = Place::file(Arc::clone(&file));
            return Err(vec![if locked { EncryptedWorkbook {}.at(place) } else { OldWorkbook {}.at(place) }]);
        }
        let directory = Directory::read(source).map_err(told)?;
        let (content, entries, notices) = if directory.find("xl/workbook.xml").is_some() {
            let (workbook, notices) = Workbook::open(&file, directory)?;
            let entries = workbook.entries();
            (Content::Workbook(workbook), entries, notices)
        } else {
            let (archive, notices) = Archive::open(&file, directory)?;
            let entries = archive.entries();
            (Content::Archive(archive), entries, notices)
        };
        // Where there is but one, it is known by the file's own name.
        let alone = entries.len() == 1;
        let entries = entries
            .into_iter()
            .map(|(name, size, rows)| {
                let file = if alone { file.to_string() } else { format!("{file}{WITHIN}{name}") };
                ContainerEntry { name, file, size, rows }
            })
            .collect();
        Ok(Self { file, content, entries, notices })
    }

    /// What kind of file it is.
    pub fn kind(&self) -> ContainerKind {
        match self.content {
            Content::Workbook(_) => ContainerKind::Workbook,
            Content::Archive(_) => ContainerKind::Archive,
        }
    }

    /// What may be read, in the file's order.
    pub fn entries(&self) -> &[ContainerEntry] {
        &self.entries
    }

    /// What is told about the file as a whole, such as what was left out.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Begins to read an entry.
    pub fn stream(&self, entry: usize) -> Stream {
        let told = self.entries.get(entry).map_or_else(|| Arc::clone(&self.file), |entry| Arc::from(&*entry.file));
        let name = self.entries.get(entry).map(|entry| entry.name.clone()).unwrap_or_default();
        let begun = match &self.content {
            Content::Workbook(workbook) => workbook.rows(entry).map(|rows| Inner::Rows(Box::new(rows))),
            Content::Archive(archive) => archive.unpack(entry).map(|unpacked| Inner::Bytes(Box::new(unpacked))),
        };
        let (inner, trouble) = match begun {
            Ok(inner) => (inner, None),
            Err(trouble) => (Inner::End, Some(trouble)),
        };
        Stream { file: told, name, inner, trouble, done: 0, notices: Vec::new() }
    }
}

/// An entry that is being read.
pub struct Stream {
    file: Arc<str>,
    name: String,
    inner: Inner,
    trouble: Option<Trouble>,
    done: u64,
    notices: Vec<Notice>,
}

enum Inner {
    Rows(Box<Rows>),
    Bytes(Box<Unpacked>),
    End,
}

impl Stream {
    /// The next bytes, about so many; none at the end, or where the rest can't be read.
    pub fn next_piece(&mut self, limit: usize) -> Option<Vec<u8>> {
        let (piece, done) = match &mut self.inner {
            Inner::Rows(rows) => (rows.piece(limit), rows.done()),
            Inner::Bytes(bytes) => (bytes.piece(limit), bytes.done()),
            Inner::End => return None,
        };
        self.done = done;
        match piece {
            Ok(piece) if !piece.is_empty() => return Some(piece),
            Ok(_) => {}
            Err(trouble) => self.trouble = Some(trouble),
        }
        if let Inner::Rows(rows) = std::mem::replace(&mut self.inner, Inner::End) {
            self.notices = rows.notices(&self.file);
        }
        None
    }

    /// How many of the entry's bytes were read; of a sheet, those of its own form, not of the CSV.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// What is told at the end. With an error among it the entry was not read to its end, and none of it may count.
    pub fn finish(self) -> Vec<Notice> {
        let mut notices = self.notices;
        notices.extend(self.trouble.map(|trouble| tell(trouble, &self.file, &self.name)));
        notices
    }
}

fn tell(trouble: Trouble, file: &Arc<str>, entry: &str) -> Notice {
    let place = Place::file(Arc::clone(file));
    let entry = entry.to_owned();
    match trouble {
        Trouble::Unreadable => Unreadable {}.at(place),
        Trouble::NoDirectory => DamagedArchive {}.at(place),
        Trouble::Damaged => DamagedEntry { entry }.at(place),
        Trouble::Encrypted => Encrypted { entry }.at(place),
        Trouble::Compression => UnreadCompression { entry }.at(place),
        Trouble::TooLarge => TooLarge { entry, limit: MAX_UNPACKED >> 20 }.at(place),
        Trouble::TooMany(count) => {
            TooManyEntries { count, limit: u64::try_from(MAX_ENTRIES).unwrap_or(u64::MAX) }.at(place)
        }
    }
}

/// Whether an old compound document is the wrapping of a workbook with a password. The names of its streams stand near
/// its end or its beginning, in UTF-16.
fn holds_encrypted_package(source: &dyn Source) -> std::io::Result<bool> {
    let wanted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bytes = vec![0; 1 << 20];
    for from in [0, source.size().saturating_sub(1 << 20)] {
        let found = source.fill(from, &mut bytes)?;
        let part = bytes.get(..found).unwrap_or_default();
        if part.windows(wanted.len()).any(|window| window == wanted) {
            return Ok(true);
        }
    }
    Ok(false)
}
