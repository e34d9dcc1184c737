//! The sample district: student-level files of Riverbend, a district that does not exist, to try the program with.
//!
//! Everything here is invented: no school, no student and no result is real. The files are made anew on each device from a
//! number, without a clock, a float or a download, and are the same everywhere. They hold what a district's files hold:
//! students who move up through the grades and between schools, groups too small to show, tests that were missed or
//! excused, a school that improves and one that falls, one that has just opened, and one so small that nothing can be said.

mod chance;
mod checks;
mod district;
mod schools;

/// A file of the sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleFile {
    /// Its name.
    pub name: &'static str,
    /// Its text: CSV, with the names of elements as headings.
    pub text: String,
}

/// The number from which the district is made that the site shows.
pub const SEED: u64 = 2026;

/// The last of the three school years that the files hold, by the year in which it ends.
pub const LAST_YEAR: u16 = 2026;

/// The files of the sample district. The same number gives the same files; another gives the same schools with other students.
pub fn files(seed: u64) -> Vec<SampleFile> {
    district::files(seed)
}
