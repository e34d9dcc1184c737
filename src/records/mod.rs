//! Students: files with a row a student, up to records column by column.
//!
//! Only cells (counts, sums and histograms by school and student group) leave this module. Student identifiers stay in it;
//! names, birth dates and addresses are never read at all.
//!
//! - [`element`]: the columns that Evenhand knows, and those that are never read.
//! - [`layout`]: how one kind of file is read; presets and saved mappings are the same kind of document.
//! - [`store`]: the records, column by column.
//! - [`plan`]: what is to be counted in them, as frameworks ask for it.
//! - [`cells`]: what was counted, as a document; `count` makes them.

pub mod cells;
mod count;
pub mod element;
pub mod layout;
pub mod notices;
pub mod plan;
pub mod store;

pub use store::Records;
