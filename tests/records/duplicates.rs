//! The same student, year and subject in several rows, of one file or of several.

use evenhand::records::layout::DuplicateRule;
use evenhand::records::{Collection, Importer, RecordDropReason as Drop};

use super::{add, codes, content, import, own, preset, presets};

#[test]
fn equal_rows_count_once_and_conflicting_ones_not_at_all() {
    let text = own("1,A,2024,Math,3,400,Met,50,F,N\n1,A,2024,Math,3,400,Met,50,F,N\n\
        2,A,2024,Math,3,400,Met,50,F,N\n2,A,2024,Math,3,401,Met,50,F,N\n2,A,2024,Math,3,400,Met,50,F,N\n\
        3,A,2024,Math,3,400,Met,50,F,N\n3,A,2025,Math,4,400,Met,50,F,N\n");
    let (collection, _, settled) = import("a.csv", text.as_bytes());
    let account = &settled.accounts[0];
    assert!(account.adds_up());
    assert_eq!(account.kept, 3);
    assert_eq!(account.dropped.get(&Drop::Repeated), Some(&1));
    assert_eq!(account.dropped.get(&Drop::Conflicting), Some(&3));
    assert_eq!(codes(&settled.notices), ["records.repeated-rows", "records.conflicting-rows"]);
    assert_eq!(settled.notices[1].place.line, Some(4));
    assert_eq!(collection.records().assessments().rows().count(), 3);
}

#[test]
fn a_rule_on_values_settles_what_conflicts() {
    let text = own("1,A,2024,Math,3,400,Met,50,F,N\n1,A,2024,Math,3,420,Met,50,F,N\n1,A,2024,Math,3,,,,F,N\n\
        2,A,2024,Math,3,420,Met,50,F,N\n2,B,2024,Math,3,420,Met,50,F,N\n2,A,2024,Math,3,400,Met,50,F,N\n");
    let (mut collection, _, _) = import("a.csv", text.as_bytes());
    let settled = collection.settle(Some(DuplicateRule::HighestScore));
    assert_eq!(collection.records().assessments().rows().map(|row| row.score).collect::<Vec<_>>(), [Some(420_000)]);
    assert_eq!(settled.accounts[0].dropped.get(&Drop::Superseded), Some(&2));
    assert!(codes(&settled.notices).contains(&"records.superseded-rows"));
    // Two highest rows that say different things settle nothing.
    assert_eq!(settled.accounts[0].dropped.get(&Drop::Conflicting), Some(&3));
    assert!(settled.accounts[0].adds_up());
    let settled = collection.settle(Some(DuplicateRule::LowestScore));
    assert_eq!(
        collection.records().assessments().rows().map(|row| row.score).collect::<Vec<_>>(),
        [Some(400_000), Some(400_000)]
    );
    assert!(settled.accounts[0].adds_up());
}

#[test]
fn files_are_compared_with_each_other_in_any_order() {
    let first = own("1,A,2024,Math,3,400,Met,50,F,N\n2,A,2024,Math,3,400,Met,50,F,N\n");
    let second =
        own("1,A,2024,Math,3,400,Met,50,F,N\n2,A,2024,Math,3,410,Met,50,F,N\n3,A,2024,Math,3,410,Met,50,F,N\n");
    let run = |texts: [&str; 2]| {
        let mut collection = Collection::new();
        for (number, text) in texts.iter().enumerate() {
            add(&mut collection, Importer::new(&format!("{number}.csv"), 0, presets()), text.as_bytes(), 50);
        }
        let settled = collection.settle(None);
        let kept: u64 = settled.accounts.iter().map(|account| account.kept).sum();
        assert!(settled.accounts.iter().all(|account| account.adds_up()));
        (content(collection.records()), kept)
    };
    let forward = run([&first, &second]);
    assert_eq!(forward, run([&second, &first]));
    assert_eq!(forward.1, 2);
}

#[test]
fn what_a_file_has_no_column_for_it_does_not_contradict() {
    let growth = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,studentGrowthPercentile\n1,A,2024,Math,50\n";
    let status = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentPerformanceLevelIdentifier,sex\n1,A,2024,Math,Met,F\n";
    let mut collection = Collection::new();
    for text in [growth, status] {
        add(&mut collection, Importer::new("a.csv", 0, presets()), text.as_bytes(), 50);
    }
    collection.settle(None);
    assert_eq!(content(collection.records()), ["A 2024 Math///  None Met 50 Tested Female,,,"]);
    // It comes to the same when it is settled again.
    let settled = collection.settle(None);
    assert_eq!(content(collection.records()), ["A 2024 Math///  None Met 50 Tested Female,,,"]);
    assert!(settled.accounts.iter().all(|account| account.adds_up()));
}

#[test]
fn a_file_that_is_given_up_leaves_no_row() {
    let first = own("1,A,2024,Math,3,400,Met,50,F,N\n");
    let second = own("1,A,2024,Math,3,410,Met,50,F,N\n2,A,2024,Math,3,410,Met,50,F,N\n");
    let mut collection = Collection::new();
    add(&mut collection, Importer::new("1.csv", 0, presets()), first.as_bytes(), 50);
    let mut importer = Importer::by("2.csv", 0, preset("evenhand-assessments"));
    let long = second.clone() + &"9,A,2024,Math,3,410,Met,50,F,N\n".repeat(20_000);
    importer.push(long.as_bytes(), &mut collection);
    assert!(importer.progress().rows > 2);
    importer.cancel(&mut collection);
    let settled = collection.settle(None);
    assert_eq!(settled.notices, []);
    assert_eq!(collection.records().assessments().rows().count(), 1);
    // The next file is compared with what is left.
    add(&mut collection, Importer::new("3.csv", 0, presets()), second.as_bytes(), 50);
    let settled = collection.settle(None);
    assert_eq!(codes(&settled.notices), ["records.conflicting-rows", "records.conflicting-rows"]);
    assert_eq!(collection.records().assessments().rows().count(), 1);
}
