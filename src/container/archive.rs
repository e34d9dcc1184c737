//! A zip archive of tables.

use std::sync::Arc;

use super::directory::{Directory, Listed, Trouble};
use super::notices::{LeftOut, Nested, NoTables, OtherDocument};
use super::unpack::Unpacked;
use crate::letters::lower;
use crate::notice::{Notice, Place, Told};

pub(super) struct Archive {
    directory: Directory,
    tables: Vec<Listed>,
}

/// Names that are listed in a notice.
const NAMED: usize = 8;

/// What a file within an archive is, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Table,
    Archive,
    Other,
    /// What systems put in by themselves; nobody needs to be told.
    Litter,
}

const TABLES: [&str; 4] = ["csv", "tsv", "tab", "txt"];
const ARCHIVES: [&str; 12] = ["zip", "xlsx", "xlsm", "xls", "xlsb", "ods", "gz", "tgz", "bz2", "xz", "7z", "rar"];

/// Other documents that are zip archives, by an entry that each has.
const DOCUMENTS: [(&str, &str); 5] = [
    ("xl/workbook.bin", "Excel, .xlsb"),
    ("word/document.xml", "Word, .docx"),
    ("ppt/presentation.xml", "PowerPoint, .pptx"),
    ("Index/Document.iwa", "Apple Numbers"),
    ("META-INF/manifest.xml", "OpenDocument, .ods"),
];

fn kind_of(name: &str) -> Kind {
    let last = name.rsplit('/').next().unwrap_or(name);
    if name.starts_with("__MACOSX/") || last.starts_with('.') || last == "Thumbs.db" || last == "desktop.ini" {
        return Kind::Litter;
    }
    let ending = lower(last.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default());
    if TABLES.contains(&&*ending) {
        Kind::Table
    } else if ARCHIVES.contains(&&*ending) {
        Kind::Archive
    } else {
        Kind::Other
    }
}

impl Archive {
    pub(super) fn open(file: &Arc<str>, directory: Directory) -> Result<(Self, Vec<Notice>), Vec<Notice>> {
        let place = || Place::file(Arc::clone(file));
        let document = DOCUMENTS.iter().find(|(entry, _)| directory.find(entry).is_some());
        if let Some((_, format)) = document {
            return Err(vec![OtherDocument { format: (*format).to_owned() }.at(place())]);
        }
        let files = || directory.entries.iter().filter(|entry| !entry.is_folder());
        let of = |kind: Kind| files().filter(move |entry| kind_of(&entry.name) == kind);
        let names = |kind: Kind| of(kind).take(NAMED).map(|entry| entry.name.clone()).collect::<Vec<_>>();
        let mut notices = Vec::new();
        let nested = names(Kind::Archive);
        if !nested.is_empty() {
            notices.push(Nested { entries: nested }.at(place()));
        }
        let tables: Vec<Listed> = of(Kind::Table).cloned().collect();
        if tables.is_empty() {
            notices.push(NoTables { entries: names(Kind::Other) }.at(place()));
            return Err(notices);
        }
        let others = u64::try_from(of(Kind::Other).count()).unwrap_or(u64::MAX);
        if others > 0 {
            notices.push(LeftOut { count: others, entries: names(Kind::Other) }.at(place()));
        }
        Ok((Self { directory, tables }, notices))
    }

    /// Name, size, and rows, which nobody knows.
    pub(super) fn entries(&self) -> Vec<(String, u64, Option<u64>)> {
        self.tables.iter().map(|entry| (entry.name.clone(), entry.unpacked, None)).collect()
    }

    pub(super) fn unpack(&self, entry: usize) -> Result<Unpacked, Trouble> {
        self.directory.unpack(self.tables.get(entry).ok_or(Trouble::Damaged)?)
    }
}
