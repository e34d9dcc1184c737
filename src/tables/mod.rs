//! Files as they come, up to a school-level table.
//!
//! Three steps, each of which answers with notices and never panics on what a file holds:
//!
//! 1. [`Sheet::read`]: bytes → rows of text. Encoding, delimiter, title lines above the header, quoting; files that are
//!    something else (a workbook, a PDF, a student-level file) are each answered in their own words.
//! 2. [`recognize`] and [`check`]: which column identifies the school, which holds the measure, which the value: a
//!    [`Mapping`], found by the names that frameworks and publishers use, or given by the user.
//! 3. [`SchoolTable::build`]: all files together, one line of cells a school, with an account of every row.
//!
//! The finished table goes from module to module as a [`TableDocument`]: whoever asks it needs none of the three steps.
//!
//! [`write_csv`] is the way back. Text stays text here: what a cell means is the framework's business.

mod account;
mod book;
mod bytes;
mod content;
mod csv;
mod document;
mod export;
mod field;
mod hint;
mod identifier;
mod index;
mod mapping;
mod merge;
mod names;
pub mod notices;
mod recognize;
mod schools;
mod sheet;
mod synonyms;

pub(crate) use account::Lines;
pub use account::{DropReason, RowAccount};
pub(crate) use book::NoticeBook;
pub(crate) use book::limited;
pub(crate) use bytes::{text_of, windows_text};
pub(crate) use csv::sniff;
pub use document::{NotATable, SourceFile, TableDocument};
pub use export::write_csv;
pub use field::{Field, FieldIndex, FieldQuery};
pub use hint::{IdentifierHint, LayoutHint, RoleNames};
pub use mapping::{IdentifierPart, Mapping, Shape, check};
pub use names::plain_name;
pub use notices::CODES;
pub use recognize::{Alternative, ColumnContent, ColumnProfile, Recognition, recognize};
pub use schools::{Cell, MAX_CELLS, SchoolEntry, SchoolTable};
pub use sheet::{MAX_BYTES, MAX_COLUMNS, Sheet};
