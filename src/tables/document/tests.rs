#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;

use super::{NotATable, SourceFile, TableDocument};
use crate::tables::{Mapping, SchoolTable, Sheet, recognize};

/// Files whose tables have all that a document can hold: a field that few schools have, blanks, a contradiction, dropped rows.
fn document(rows: &[(u8, String, String)]) -> TableDocument {
    let mut long = String::from("district,school_id,school_name,measure,group,year,value,points\n");
    let mut wide = String::from("school_id,a,b\n,1,2\n");
    for (school, first, second) in rows {
        long.push_str(&format!("7,{school},\"Höhe {school}\",m{},all,2024,\"{first}\",{second}\n", school % 3));
        wide.push_str(&format!("7-{school},\"{first}\",\"{second}\"\n"));
    }
    long.push_str("7,1,Name,rare,EL,2023,5,6\n7,1,Name,rare,EL,2023,4,6\n7,1,Name,,EL,2023,4,6\n");
    let files = [("long.csv", long), ("wide.csv", wide)];
    let sheets: Vec<(Sheet, Mapping)> = files
        .iter()
        .map(|(name, text)| {
            let sheet = Sheet::read(name, text.as_bytes()).unwrap().0;
            let mapping = recognize(&sheet, &[]).proposal;
            (sheet, mapping)
        })
        .collect();
    let sources = ["long.csv", "wide.csv", "unread.csv"];
    let source = |name: &str| SourceFile { name: name.to_owned(), fingerprint: name.len().to_string() };
    TableDocument { files: sources.map(source).into(), table: SchoolTable::build(&sheets).0 }
}

#[test]
fn an_empty_table_comes_back() {
    let empty = TableDocument::default();
    assert_eq!(TableDocument::read(&empty.bytes()), Ok(empty));
}

#[test]
fn what_is_no_table_is_refused() {
    for bytes in [&b""[..], b"\x07table/2", b"\x07table/1", b"school_id,a\n1,2\n", &[0xFF; 40]] {
        assert_eq!(TableDocument::read(bytes), Err(NotATable));
    }
}

proptest! {
    #[test]
    fn a_table_comes_back_as_it_was(rows in prop::collection::vec((any::<u8>(), "[a-zé0-9. ]{0,6}", "[0-9]{0,3}"), 1..40)) {
        let document = document(&rows);
        prop_assert!(!document.table.fields().is_empty());
        let bytes = document.bytes();
        prop_assert_eq!(TableDocument::read(&bytes), Ok(document));
        // What breaks off or goes on is no table.
        let cut = bytes.len() * usize::from(rows[0].0) / 256;
        prop_assert_eq!(TableDocument::read(&bytes[..cut]), Err(NotATable));
        prop_assert_eq!(TableDocument::read(&[&bytes[..], &[0]].concat()), Err(NotATable));
    }

    #[test]
    fn no_bytes_stop_the_program(place in any::<prop::sample::Index>(), byte in any::<u8>(), school in any::<u8>()) {
        let mut bytes = document(&[(school, "1".to_owned(), "2".to_owned()), (1, String::new(), "3".to_owned())]).bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(read) = TableDocument::read(&bytes) {
            for school in 0..read.table.schools().len() + 1 {
                for field in read.table.indexes() {
                    read.table.cell(school, field);
                }
            }
        }
    }
}
