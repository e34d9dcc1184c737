//! Students: files with a row a student, up to records column by column.
//!
//! Only cells (counts, sums and histograms by school and student group) leave this module, and the mid-year view of one school
//! (counts, means and shares by standard and student group). Student identifiers stay in it; names, birth dates and addresses
//! are never read at all.
//!
//! - [`element`]: the columns that Evenhand knows, and those that are never read.
//! - [`layout`]: how one kind of file is read; presets and saved mappings are the same kind of document.
//! - [`mapping`]: what somebody says of a file that no layout fits, made into one.
//! - `import`: a file with a row a student, read as it comes; `recognize`: which layout fits, or what the columns seem to be.
//! - [`interim`]: interim results in a table of their own, and the mid-year view of one school.
//! - `collection`: the rows of all files together: duplicates, conflicts, tables of students joined to the others.
//! - [`store`]: the records, column by column.
//! - [`plan`]: what is to be counted in them, as frameworks ask for it.
//! - [`cells`]: what was counted, as a document; `count` makes them.

mod account;
pub mod cells;
mod collection;
mod count;
mod duplicates;
pub mod element;
mod fingerprint;
mod import;
pub mod interim;
pub mod layout;
pub mod mapping;
pub mod notices;
pub mod plan;
mod recognize;
mod scan;
pub mod store;
mod value;

pub use account::{RecordAccount, RecordDropReason};
pub use collection::{Collection, SchoolFacts, Settled};
pub use fingerprint::Fingerprint;
pub use import::{ImportProgress, ImportedFile, Importer, SAMPLE, sample};
pub use recognize::{ColumnGuess, ColumnValues, KnownElement, Proposal, Sample, best, only};
pub use store::Records;
