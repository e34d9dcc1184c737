//! Any bytes, in any pieces, by any preset: no panic, and every row in one bucket.
#![no_main]

use evenhand::records::interim::{InterimOffer, InterimQuestion};
use evenhand::records::layout::Layout;
use evenhand::records::{Collection, Importer};
use libfuzzer_sys::fuzz_target;

const PRESETS: [&str; 6] = [
    include_str!("../../www/layouts/evenhand-assessments.json"),
    include_str!("../../www/layouts/evenhand-students.json"),
    include_str!("../../www/layouts/evenhand-daily-attendance.json"),
    include_str!("../../www/layouts/student-growth-demo.json"),
    include_str!("../../www/layouts/evenhand-interim.json"),
    include_str!("../../www/layouts/nwea-map.json"),
];

fuzz_target!(|input: (u8, &[u8])| {
    let (piece, bytes) = input;
    let layouts: Vec<Layout> = PRESETS.iter().filter_map(|text| Layout::read(text).ok()).collect();
    let mut collection = Collection::new();
    let mut importer = Importer::new("fuzz.csv", 0, layouts);
    for piece in bytes.chunks(usize::from(piece).max(1)) {
        importer.push(piece, &mut collection);
    }
    importer.finish(&mut collection);
    let settled = collection.settle(None);
    assert!(settled.accounts.iter().all(|account| account.adds_up()));
    for school in collection.interim_schools() {
        for InterimOffer { year, subject, test } in school.offers {
            let school = school.id.clone();
            let question = InterimQuestion { school, year, subject, test, measure: None, on_track: None };
            assert!(collection.interim(&question).is_some());
        }
    }
});
