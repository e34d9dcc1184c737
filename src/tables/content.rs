//! What the cells of a table say, and where they stand.

use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

use super::index::{narrow, wide};
use super::schools::Cell;

/// A cell: the place of its text and of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) text: u32,
    pub(super) row: u32,
}

/// In the place of the text of a cell about which the files contradict each other.
pub(super) const CONTESTED: u32 = u32::MAX;

/// A row of a file: the file, and the line where the row starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) file: u32,
    pub(super) line: u32,
}

/// The cells' texts, each kept once, and the rows that they stand in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) files: Vec<Arc<str>>,
    pub(super) rows: Vec<Row>,
    // The texts one after the other, and where each ends.
    pub(super) text: String,
    pub(super) ends: Vec<u32>,
}

impl Content {
    fn text(&self, index: u32) -> &str {
        let end = |index: usize| self.ends.get(index).copied().map_or(0, wide);
        let start = wide(index).checked_sub(1).map_or(0, end);
        self.text.get(start..end(wide(index))).unwrap_or_default()
    }

    pub(super) fn cell(&self, slot: Slot) -> Option<Cell<'_>> {
        let row = self.rows.get(wide(slot.row))?;
        let file = self.files.get(wide(row.file))?;
        let contested = slot.text == CONTESTED;
        let text = if contested { "" } else { self.text(slot.text) };
        Some(Cell { text, file, line: row.line.into(), contested })
    }
}

/// Texts that are gathered.
#[derive(Default)]
pub(super) struct Texts<'a> {
    known: HashMap<&'a str, u32>,
    text: String,
    ends: Vec<u32>,
}

impl<'a> Texts<'a> {
    /// The place of a text, which is kept if it is new.
    pub(super) fn place(&mut self, text: &'a str) -> u32 {
        if let Some(place) = self.known.get(text) {
            return *place;
        }
        let place = narrow(self.ends.len());
        self.text.push_str(text);
        self.ends.push(narrow(self.text.len()));
        self.known.insert(text, place);
        place
    }

    pub(super) fn finish(self, files: Vec<Arc<str>>, rows: Vec<Row>) -> Content {
        Content { files, rows, text: self.text, ends: self.ends }
    }
}
