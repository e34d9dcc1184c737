//! Workbooks and archives, taken apart into the files that are read.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::float_arithmetic,
    clippy::string_slice,
    reason = "a test ends where its files are no good"
)]

mod archives;
#[path = "../../fuzz/checks/container.rs"]
mod check;
mod corpus;
mod notices;
mod oracle;
mod workbooks;

use evenhand::container::Container;
use evenhand::notice::{Notice, has_error};

/// Opens what must be possible to open.
pub fn open(bytes: Vec<u8>) -> Container {
    Container::open("file.zip", bytes).unwrap_or_else(|notices| panic!("{notices:?}"))
}

/// An entry's text and what is told at its end.
pub fn read(container: &Container, entry: usize) -> (String, Vec<Notice>) {
    let mut stream = container.stream(entry);
    let mut all = Vec::new();
    while let Some(piece) = stream.next_piece(100) {
        all.extend(piece);
    }
    (String::from_utf8(all).unwrap(), stream.finish())
}

/// The text of an entry of which nothing bad is told.
pub fn text(container: &Container, entry: usize) -> String {
    let (text, notices) = read(container, entry);
    assert!(!has_error(&notices), "{notices:?}");
    text
}

/// The codes that are told when a file is opened and all of it is read.
pub fn codes(bytes: Vec<u8>) -> Vec<&'static str> {
    let mut notices = Vec::new();
    match Container::open("file.zip", bytes) {
        Err(told) => notices.extend(told),
        Ok(container) => {
            notices.extend(container.notices().to_vec());
            for entry in 0..container.entries().len() {
                notices.extend(read(&container, entry).1);
            }
        }
    }
    notices.iter().map(|notice| notice.code).collect()
}
