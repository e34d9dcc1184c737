//! Documents that the fuzz target begins with, and what it found worth keeping, are tried again; and each with its parts
//! changed.

#[path = "../../fuzz/checks/cells.rs"]
mod check;

use evenhand::framework::Framework;
use evenhand::records::cells::Cells;

use crate::generated::{Numbers, rows};
use crate::support::records;

#[test]
fn every_document_of_the_corpus_keeps_the_promises() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/cells");
    if std::env::var_os("EVENHAND_UPDATE").is_some() {
        let framework = Framework::load(check::FRAMEWORK).unwrap();
        for (name, students) in [("none", 0), ("few", 2), ("some", 12)] {
            let cells = Cells::count(&records(&rows(students, 3, 9)), &framework.cell_plan());
            std::fs::write(folder.join(format!("{name}.json")), serde_json::to_string(&cells.document()).unwrap())
                .unwrap();
        }
    }
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 3, "the corpus has {} files", files.len());
    let mut numbers = Numbers::new(1);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        check::check_cells(&text);
        // A digit here and there is another one, a large one, or none.
        let digits: Vec<usize> =
            text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()).map(|(at, _)| at).collect();
        for _ in 0..500 {
            let at = digits[numbers.below(digits.len() as u64) as usize];
            let instead = ["0", "7", "-1", "18446744073709551615", "9223372036854775807", "", " ", ";", ":"];
            let instead = instead[numbers.below(instead.len() as u64) as usize];
            check::check_cells(&format!("{}{instead}{}", &text[..at], &text[at + 1..]));
        }
    }
}
