//! Evenhand: one yardstick for every school of a portfolio district.
//!
//! The modules, in the order in which they may use each other (a module uses only those above it):
//!
//! - [`exact`]: exact numbers and named rounding.
//! - [`letters`]: text without regard to capitals, and parts of text.
//! - [`notice`]: the one way to tell a user something.
//! - [`order`]: sorting and small sorted maps.
//! - [`policy`]: what all policy documents share: reading JSON with the place of every mistake, versions and dates,
//!   sources and citations, facts and three-valued conditions.
//! - [`tables`]: files as they come, up to a school-level table, which goes from module to module as bytes; and CSV that no
//!   spreadsheet runs.
//! - [`container`]: Excel workbooks and zip archives, taken apart into the files that `tables` and `records` read.
//! - [`records`]: students, from files with a row a student to records column by column, and the cells counted from them.
//! - [`framework`]: a performance framework's definition, and from measures to scales, weights and ratings with the trace.
//! - [`workbench`]: what a person works with: open policies, added files, the rating of the schools in them.
//! - [`sample`]: the student-level files of a district that does not exist, to try the program with.
//! - [`catalog()`]: the codes of all modules' notices in one list.
//! - `src/wasm`: the only code that knows JavaScript, four packages of their own: the engine, what reads school-level files
//!   (`tables`), what holds student records (`records`), and what opens workbooks and archives (`container`).
//!
//! Everything here compiles and is tested natively.

// The derive macro for `policy::read` names this crate from outside and from inside alike.
extern crate self as evenhand;

mod catalog;
pub mod container;
pub mod exact;
pub mod framework;
pub mod letters;
pub mod notice;
pub mod order;
pub mod policy;
pub mod records;
pub mod sample;
pub mod tables;
pub mod workbench;

pub use catalog::catalog;
