use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;

use evenhand::container::{Container, ContainerKind, Source};
use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::check::zipped::{Packed, checksum, zip};
use super::{codes, open, text};

pub fn deflated(name: &str, bytes: &[u8]) -> Packed {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    Packed { bytes: encoder.finish().unwrap(), method: 8, ..Packed::stored(name, bytes) }
}

#[test]
fn the_tables_of_an_archive_are_listed_and_read() {
    let long = "1,2,3\n".repeat(50_000);
    let archive = open(zip(&[
        Packed::stored("data/", b""),
        deflated("data/students.csv", long.as_bytes()),
        Packed::stored("SCHOOLS.TXT", b"a\tb\n"),
        Packed::stored("__MACOSX/._SCHOOLS.TXT", b"junk"),
        Packed::stored(".DS_Store", b"junk"),
        Packed::stored("empty.csv", b""),
    ]));
    assert_eq!(archive.kind(), ContainerKind::Archive);
    let listed: Vec<_> = archive.entries().iter().map(|entry| (&*entry.name, &*entry.file, entry.size)).collect();
    assert_eq!(
        listed,
        [
            ("data/students.csv", "file.zip › data/students.csv", 300_000),
            ("SCHOOLS.TXT", "file.zip › SCHOOLS.TXT", 4),
            ("empty.csv", "file.zip › empty.csv", 0)
        ]
    );
    assert!(archive.notices().is_empty());
    assert_eq!(text(&archive, 0), long);
    assert_eq!(text(&archive, 1), "a\tb\n");
    assert_eq!(text(&archive, 2), "");
}

#[test]
fn a_single_table_bears_the_archives_own_name() {
    let archive = open(zip(&[Packed::stored("a.csv", b"a,b\n")]));
    assert_eq!(archive.entries()[0].file, "file.zip");
}

#[test]
fn what_stands_before_and_behind_an_archive_is_passed_over() {
    let mut bytes = b"#!/bin/sh\nexit\n".to_vec();
    bytes.extend(zip(&[Packed::stored("a.csv", b"a,b\n")]));
    let comment = b"made by PK\x05\x06 somebody";
    let at = bytes.len() - 2;
    bytes[at..].copy_from_slice(&(comment.len() as u16).to_le_bytes());
    bytes.extend(comment);
    // The comment looks like an end record; the true one is found all the same, or it is said that there is none.
    let told = codes(bytes.clone());
    assert!(told.is_empty() || told == ["container.damaged-archive"], "{told:?}");
    let plain = bytes.len() - comment.len();
    bytes.truncate(plain);
    bytes.extend([b'x'; 23]);
    assert_eq!(text(&open(bytes), 0), "a,b\n");
}

#[test]
fn numbers_without_room_stand_in_the_fields_of_large_archives() {
    // Written by hand after APPNOTE.TXT 4.3.14, 4.3.15 and 4.5.3: one entry whose sizes and place stand in a field of its own.
    let content = b"a,b\n1,2\n";
    let mut bytes = b"PK\x03\x04\x2d\x00\x00\x08\x00\x00\x00\x00\x21\x00".to_vec();
    bytes.extend(checksum(content).to_le_bytes());
    bytes.extend([0xFF; 8]);
    bytes.extend([5, 0, 20, 0]);
    bytes.extend(b"a.csv\x01\x00\x10\x00");
    bytes.extend([8_u64.to_le_bytes(), 8_u64.to_le_bytes()].concat());
    bytes.extend(content);
    let directory = bytes.len() as u64;
    bytes.extend(b"PK\x01\x02\x2d\x00\x2d\x00\x00\x08\x00\x00\x00\x00\x21\x00");
    bytes.extend(checksum(content).to_le_bytes());
    bytes.extend([0xFF; 8]);
    bytes.extend([5, 0, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]);
    bytes.extend(b"a.csv\x01\x00\x18\x00");
    bytes.extend([8_u64.to_le_bytes(), 8_u64.to_le_bytes(), 0_u64.to_le_bytes()].concat());
    let end = bytes.len() as u64;
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend([1_u64, 1, end - directory, directory].map(u64::to_le_bytes).concat());
    bytes.extend(b"PK\x06\x07\x00\x00\x00\x00");
    bytes.extend(end.to_le_bytes());
    bytes.extend([1, 0, 0, 0]);
    bytes.extend(b"PK\x05\x06\x00\x00\x00\x00\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00\x00");
    assert_eq!(text(&open(bytes), 0), "a,b\n1,2\n");
}

/// A file that gives a few bytes at a time, counts them, and may break off.
struct Slow {
    bytes: Vec<u8>,
    given: Rc<Cell<usize>>,
    until: usize,
}

impl Source for Slow {
    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, from: u64, into: &mut [u8]) -> io::Result<usize> {
        if self.given.get() > self.until {
            return Err(io::ErrorKind::Other.into());
        }
        let many = into.len().min(1_000);
        let came = self.bytes.read_at(from, &mut into[..many])?;
        self.given.set(self.given.get() + came);
        Ok(came)
    }
}

#[test]
fn only_what_is_asked_for_is_read_and_a_file_that_goes_away_is_told() {
    let noise: Vec<u8> = (0..400_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let bytes = zip(&[Packed::stored("large.csv", &noise), Packed::stored("small.csv", b"a,b\n")]);
    let given = Rc::new(Cell::new(0));
    let source = Slow { bytes: bytes.clone(), given: Rc::clone(&given), until: usize::MAX };
    let archive = Container::open("file.zip", source).unwrap_or_else(|told| panic!("{told:?}"));
    assert_eq!(text(&archive, 1), "a,b\n");
    assert!(given.get() < 100_000, "{} bytes were read for a small entry", given.get());

    let source = Slow { bytes, given: Rc::new(Cell::new(0)), until: 200_000 };
    let archive = Container::open("file.zip", source).unwrap_or_else(|told| panic!("{told:?}"));
    let mut stream = archive.stream(0);
    while stream.next_piece(10_000).is_some() {}
    let told = stream.finish();
    assert_eq!(told.iter().map(|notice| notice.code).collect::<Vec<_>>(), ["container.unreadable"]);
    assert_eq!(told[0].place.file.as_deref(), Some("file.zip › large.csv"));
    let gone = Slow { bytes: vec![0; 10], given: Rc::new(Cell::new(1)), until: 0 };
    let told = Container::open("file.zip", gone).err().unwrap();
    assert_eq!(told[0].code, "container.unreadable");
}
