//! Files that the fuzz target begins with, and what it found worth keeping, are tried again by all presets, and as the target does.

use std::path::Path;

use evenhand::records::interim::{InterimOffer, InterimQuestion};
use evenhand::records::{Collection, Importer};

use super::{add, content, presets};

#[path = "../../fuzz/checks/records.rs"]
mod check;

#[test]
fn the_corpus_is_read_without_a_panic_and_the_same_in_any_pieces() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/records");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let run = |piece: usize| {
            let mut collection = Collection::new();
            let file = add(&mut collection, Importer::new("a.csv", 0, presets()), &bytes, piece);
            let settled = collection.settle(None);
            assert!(settled.accounts.iter().all(|account| account.adds_up()));
            let mut interim = Vec::new();
            for school in collection.interim_schools() {
                for InterimOffer { year, subject, test } in school.offers {
                    let school = school.id.clone();
                    let question = InterimQuestion { school, year, subject, test, measure: None, on_track: None };
                    interim.push(collection.interim(&question).unwrap());
                }
            }
            (content(collection.records()), file, settled, interim)
        };
        assert_eq!(run(7), run(bytes.len().max(1)));
        check::check_records(&bytes);
        count += 1;
    }
    assert!(count >= 8);
}
