//! What must not matter: where the bytes are cut, how rows are ordered, how they are shared out among files.

use evenhand::records::layout::DuplicateRule;
use evenhand::records::{Collection, Importer, Settled};
use proptest::prelude::*;

use super::{OWN, add, content, preset};

/// A row, with texts that may be odd.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = (
        prop::sample::select(vec!["1", "2", "3", "4", "05", "", "NA", "\"6\"", "1.0"]),
        prop::sample::select(vec!["A", "B", "\"C, D\"", ""]),
        prop::sample::select(vec!["2024", "2023-24", "2025", "never"]),
        prop::sample::select(vec!["Math", "Reading"]),
        prop::sample::select(vec!["3", "04", "KG", "?"]),
        prop::sample::select(vec!["400", "400.0", "410.5", "", "x"]),
        prop::sample::select(vec!["Met", "Not", "\"a \"\"b\"\"\n\"", ""]),
        prop::sample::select(vec!["50", "", "100"]),
        prop::sample::select(vec!["F", "M", "é"]),
        prop::sample::select(vec!["Y", "N", ""]),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i, j)| [a, b, c, d, e, f, g, h, i, j].join(",") + "\n");
    prop::collection::vec(row, 1..24)
}

fn read(files: &[String], piece: usize, rule: Option<DuplicateRule>) -> (Vec<String>, Settled, Collection) {
    let mut collection = Collection::new();
    for (number, text) in files.iter().enumerate() {
        let importer = Importer::by(&format!("{number}.csv"), 0, preset("evenhand-assessments"));
        let file = add(&mut collection, importer, text.as_bytes(), piece);
        assert!(file.account.is_some(), "{:?}", file.notices);
    }
    let settled = collection.settle(rule);
    (content(collection.records()), settled, collection)
}

/// The buckets of all files together.
fn buckets(settled: &Settled) -> Vec<(String, u64)> {
    let mut sums = std::collections::BTreeMap::new();
    for account in &settled.accounts {
        assert!(account.adds_up());
        *sums.entry("read".to_owned()).or_insert(0) += account.read;
        *sums.entry("kept".to_owned()).or_insert(0) += account.kept;
        for (reason, count) in account.dropped.iter() {
            *sums.entry(format!("{reason:?}")).or_insert(0) += count;
        }
    }
    sums.into_iter().collect()
}

fn rule() -> impl Strategy<Value = Option<DuplicateRule>> {
    prop::sample::select(vec![None, Some(DuplicateRule::HighestScore), Some(DuplicateRule::LowestScore)])
}

proptest! {
    #[test]
    fn it_does_not_matter_where_the_bytes_are_cut(rows in rows(), piece in 1_usize..40, rule in rule()) {
        let text = format!("{OWN}{}", rows.concat());
        let (whole, settled, _) = read(std::slice::from_ref(&text), text.len(), rule);
        let (cut, cut_settled, _) = read(&[text], piece, rule);
        prop_assert_eq!(cut, whole);
        prop_assert_eq!(cut_settled, settled);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows(), rule in rule(), seed in any::<u64>()) {
        let mut shuffled = rows.clone();
        let mut state = seed | 1;
        for place in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(place, (state >> 33) as usize % (place + 1));
        }
        let (before, settled, _) = read(&[format!("{OWN}{}", rows.concat())], 1000, rule);
        let (after, shuffled_settled, _) = read(&[format!("{OWN}{}", shuffled.concat())], 1000, rule);
        prop_assert_eq!(after, before);
        prop_assert_eq!(buckets(&shuffled_settled), buckets(&settled));
    }

    #[test]
    fn it_does_not_matter_how_rows_are_shared_out_among_files(rows in rows(), at in any::<prop::sample::Index>(), rule in rule()) {
        let at = at.index(rows.len());
        let (whole, settled, _) = read(&[format!("{OWN}{}", rows.concat())], 1000, rule);
        let parts = [format!("{OWN}{}", rows[at..].concat()), format!("{OWN}{}", rows[..at].concat())];
        let (parted, parted_settled, mut collection) = read(&parts, 1000, rule);
        prop_assert_eq!(&parted, &whole);
        prop_assert_eq!(buckets(&parted_settled), buckets(&settled));
        // Settling again changes nothing.
        prop_assert_eq!(collection.settle(rule), parted_settled);
        prop_assert_eq!(content(collection.records()), whole);
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200), piece in 1_usize..50) {
        let mut collection = Collection::new();
        let text = [OWN.as_bytes(), &bytes].concat();
        let file = add(&mut collection, Importer::by("a.csv", 0, preset("evenhand-assessments")), &text, piece);
        prop_assert!(file.account.is_none_or(|account| account.adds_up()));
        let settled = collection.settle(None);
        prop_assert!(settled.accounts.iter().all(|account| account.adds_up()));
    }
}
