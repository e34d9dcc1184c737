//! Documents that the fuzz targets begin with, and what they found worth keeping, are tried again; and those that come with
//! the site.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that can't go on fails"
)]

#[path = "../fuzz/checks/documents.rs"]
mod check;

use std::path::{Path, PathBuf};

use evenhand::tables::{SchoolTable, Sheet, SourceFile, TableDocument, recognize};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.is_file()).collect();
    files.sort();
    files
}

/// Each text of the corpus, and each with something left out, doubled or in another place.
fn texts(corpus: &str, least: usize, check: fn(&str)) {
    let files = files(corpus);
    assert!(files.len() >= least, "{corpus} has {} files", files.len());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        println!("{}", file.display());
        check(&text);
        let places: Vec<usize> = text.match_indices(['"', ':', ',', '{', '[']).map(|(at, _)| at).collect();
        for at in places.iter().step_by(places.len().div_ceil(60).max(1)) {
            for instead in ["", "null,", "\"", "0", "[]"] {
                check(&format!("{}{instead}{}", &text[..*at], &text[at + 1..]));
            }
        }
    }
}

#[test]
fn frameworks() {
    texts("fuzz/corpus/policy", 5, check::check_policy);
    for file in files("www/policies").iter().filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
        check::check_policy(&std::fs::read_to_string(file).unwrap());
    }
}

#[test]
fn layouts() {
    texts("fuzz/corpus/layout", 5, check::check_layout);
    for file in files("www/layouts") {
        check::check_layout(&std::fs::read_to_string(file).unwrap());
    }
}

#[test]
fn plans() {
    texts("fuzz/corpus/plan", 4, check::check_plan);
}

#[test]
fn sessions() {
    texts("fuzz/corpus/session", 3, check::check_session);
}

#[test]
fn tables() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/table");
    if std::env::var_os("EVENHAND_UPDATE").is_some() {
        let text = "school_id,school_name,a,b\n1,Höhe,1,\n2,\"x, y\",3,4\n1,Höhe,2,\n,,5,6\n";
        let sheet = Sheet::read("wide.csv", text.as_bytes()).unwrap().0;
        let mapping = recognize(&sheet, &[]).proposal;
        let files = vec![SourceFile { name: "wide.csv".to_owned(), fingerprint: "8".to_owned() }];
        let document = TableDocument { files, table: SchoolTable::build(&[(sheet, mapping)]).0 };
        std::fs::write(folder.join("wide.bin"), document.bytes()).unwrap();
        std::fs::write(folder.join("empty.bin"), TableDocument::default().bytes()).unwrap();
    }
    assert!(files("fuzz/corpus/table").len() >= 2);
    for file in files("fuzz/corpus/table") {
        let bytes = std::fs::read(file).unwrap();
        check::check_table(&bytes);
        for at in 0..bytes.len() {
            check::check_table(&bytes[..at]);
            for instead in [0, 1, 0x7F, 0x80, 0xFF] {
                let mut bytes = bytes.clone();
                bytes[at] = instead;
                check::check_table(&bytes);
            }
        }
    }
}
