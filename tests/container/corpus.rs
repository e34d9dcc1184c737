//! What the fuzz target begins with, and what it found worth keeping, is tried again; and each with bytes of it changed.

use rust_xlsxwriter::{Format, Workbook};

use super::archives::deflated;
use super::check::check_container;
use super::check::zipped::{Packed, zip};

/// The files that the corpus begins with.
fn first() -> Vec<(&'static str, Vec<u8>)> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_row(0, 0, ["School", "Rate", "Day"]).unwrap();
    page.write_number_with_format(1, 1, 0.5, &Format::new().set_num_format("0%")).unwrap();
    page.write_number_with_format(3, 2, 45_000, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    let sheet = r#"<worksheet><dimension ref="A1:D4"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.925</v></c>
        <c r="C1" s="2"><v>45413.5</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="4"><c t="inlineStr"><is><r><t>a_x000D_b</t></r></is></c>
        <c t="b"><v>1</v></c><c t="str"><v>&amp;&#65;</v></c><c s="3"><v>1.5E1</v></c></row></sheetData></worksheet>"#;
    let strings = r#"<sst uniqueCount="2"><si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>"#;
    vec![
        ("workbook.bin", book.save_to_buffer().unwrap()),
        (
            "archive.bin",
            zip(&[
                deflated("a.csv", &b"a,b\n1,2\n".repeat(20)),
                Packed::stored("b.txt", b"x"),
                Packed::stored("c.pdf", b""),
            ]),
        ),
        ("sheet.bin", sheet.into()),
        ("strings.bin", strings.into()),
        ("compound.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].repeat(3)),
    ]
}

#[test]
fn every_file_of_the_corpus_keeps_the_promises() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/container");
    if std::env::var_os("EVENHAND_UPDATE").is_some() {
        for (name, bytes) in first() {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
    }
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= first().len(), "the corpus has {} files", files.len());
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        check_container(&bytes);
        for _ in 0..300 {
            let mut changed = bytes.clone();
            let at = next(changed.len());
            match next(3) {
                0 => changed[at] = next(256) as u8,
                1 => changed.truncate(at),
                _ => changed[at] = b"<>&;\"0 /\xFF"[next(9)],
            }
            check_container(&changed);
        }
    }
}
