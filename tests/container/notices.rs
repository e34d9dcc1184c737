//! Each notice of the module, produced.

use evenhand::container::{CODES, Container, MAX_ENTRIES};

use super::archives::deflated;
use super::check::zipped::{Packed, workbook, zip};
use super::codes;

fn sheet(rows: &str) -> Vec<u8> {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes()
}

const A1: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;

fn compound(streams: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend([0; 600]);
    bytes.extend(streams.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// Workbooks of several sheets: each its name, its state and its rows.
pub fn sheets(of: &[(&str, &str, &str)]) -> Vec<u8> {
    let (mut relations, mut list, mut entries) = (String::new(), String::new(), Vec::new());
    for (number, (name, state, rows)) in of.iter().enumerate() {
        relations += &format!(r#"<Relationship Id="r{number}" Type="x/worksheet" Target="worksheets/{number}.xml"/>"#);
        list += &format!(r#"<sheet name="{name}" sheetId="{number}" state="{state}" r:id="r{number}"/>"#);
        entries.push(Packed::stored(&format!("xl/worksheets/{number}.xml"), &sheet(rows)));
    }
    entries.push(Packed::stored("xl/_rels/workbook.xml.rels", format!("<R>{relations}</R>").as_bytes()));
    entries.push(Packed::stored("xl/workbook.xml", format!("<workbook>{list}</workbook>").as_bytes()));
    zip(&entries)
}

#[test]
fn each_code_is_told_where_it_belongs() {
    let table = Packed::stored("a.csv", b"a,b\n");
    let entry = |change: fn(&mut Packed)| {
        let mut entry = deflated("a.csv", &b"school,score\n1,2\n".repeat(100));
        change(&mut entry);
        zip(&[entry])
    };
    let many: Vec<Packed> = (0..=MAX_ENTRIES).map(|_| table.clone()).collect();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("container.damaged-archive", b"PK\x03\x04 and nothing else".to_vec()),
        ("container.damaged-archive", Vec::new()),
        ("container.damaged-archive", zip(std::slice::from_ref(&table))[..60].to_vec()),
        ("container.damaged-entry", entry(|entry| entry.bytes[20] ^= 0x55)),
        ("container.damaged-entry", entry(|entry| entry.checksum ^= 1)),
        ("container.damaged-entry", entry(|entry| entry.unpacked += 1)),
        ("container.damaged-entry", entry(|entry| entry.unpacked -= 1)),
        ("container.damaged-entry", entry(|entry| entry.bytes.truncate(10))),
        ("container.encrypted", entry(|entry| entry.flags |= 1)),
        ("container.unread-compression", entry(|entry| entry.method = 14)),
        ("container.too-large", entry(|entry| entry.unpacked = 3_000_000_000)),
        ("container.too-many-entries", zip(&many)),
        ("container.encrypted-workbook", compound("EncryptedPackage")),
        ("container.old-workbook", compound("Workbook")),
        ("container.other-document", zip(&[Packed::stored("word/document.xml", b"<w/>")])),
        ("container.no-tables", zip(&[Packed::stored("photo.jpg", b"")])),
        ("container.no-tables", zip(&[])),
        ("container.nested", zip(&[table.clone(), Packed::stored("b.ZIP", b"")])),
        ("container.left-out", zip(&[table.clone(), Packed::stored("read me.pdf", b"")])),
        ("container.empty-workbook", sheets(&[("One", "visible", ""), ("Two", "hidden", "")])),
        ("container.empty-sheets", sheets(&[("One", "visible", ""), ("Two", "visible", A1)])),
        ("container.hidden-sheets", sheets(&[("One", "veryHidden", A1), ("Two", "visible", A1)])),
        (
            "container.error-cells",
            workbook(&sheet(r#"<row r="2"><c r="A2"><v>1</v></c><c r="AB2" t="e"><v>#N/A</v></c></row>"#), b"", b""),
        ),
        (
            "container.unworked-formulas",
            workbook(&sheet(r#"<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2*2</f><v/></c></row>"#), b"", b""),
        ),
    ];
    for (code, bytes) in &cases {
        assert_eq!(codes(bytes.clone()), [*code]);
    }
    // The other one needs a file that goes away: see `archives`.
    let told: std::collections::BTreeSet<&str> =
        cases.iter().map(|(code, _)| *code).chain(["container.unreadable"]).collect();
    let declared = CODES.iter().map(|code| code.code).collect();
    assert_eq!(told, declared);
}

#[test]
fn notices_name_the_entry_and_the_cells() {
    let errors = sheet(r#"<row r="2"><c r="A2"><v>1</v></c><c r="AB2" t="e"><v>#N/A</v></c></row>"#);
    let container = Container::open("book.xlsx", workbook(&errors, b"", b"")).unwrap_or_else(|told| panic!("{told:?}"));
    let (text, notices) = super::read(&container, 0);
    assert_eq!(text, "\n1\n");
    let json = serde_json::to_value(&notices).unwrap();
    assert_eq!(json[0]["place"]["file"], "book.xlsx");
    assert_eq!(json[0]["arguments"], serde_json::json!({ "count": 1, "cells": ["AB2"] }));
}

#[test]
fn a_broken_sheet_is_told_and_the_others_are_read() {
    for broken in [
        // Rows out of their order, beyond the last, or cut off; a text that isn't there; a column beyond the last.
        r#"<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#,
        r#"<row r="1048577"><c><v>1</v></c></row>"#,
        r#"<row r="1"><c t="s"><v>7</v></c></row>"#,
        r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A1"><v>1</v>"#,
        r#"<row r="1"><c r="A1"><v>1</v></c></row><!-- "#,
        r#"<row r="x"><c r="A1"><v>1</v></c></row>"#,
    ] {
        let bytes = sheets(&[("Broken", "visible", broken), ("Whole", "visible", A1)]);
        let container = Container::open("book.xlsx", bytes).unwrap_or_else(|told| panic!("{told:?}"));
        let (_, told) = super::read(&container, 0);
        assert_eq!(told.iter().map(|notice| notice.code).collect::<Vec<_>>(), ["container.damaged-entry"], "{broken}");
        assert_eq!(told[0].place.file.as_deref(), Some("book.xlsx › Broken"));
        assert_eq!(super::text(&container, 1), "1\n");
    }
}
