//! The real files beside the project.

use evenhand::records::element::Element;
use evenhand::records::{Collection, Importer};

use super::{add, codes, data, import, presets};

#[test]
fn nwea_results_are_joined_to_their_students() {
    let (Some(results), Some(students)) =
        (data("nwea-map-sample/AssessmentResults.csv"), data("nwea-map-sample/StudentsBySchool.csv"))
    else {
        return;
    };
    let mut collection = Collection::new();
    let read = add(&mut collection, Importer::new("AssessmentResults.csv", 0, presets()), &results, 10_000);
    assert_eq!(read.layout.as_deref(), Some("nwea-map-2013"));
    assert_eq!(read.account.as_ref().map(|account| account.read), Some(9_091));
    let listed = add(&mut collection, Importer::new("StudentsBySchool.csv", 0, presets()), &students, 10_000);
    assert_eq!(listed.layout.as_deref(), Some("nwea-students"));
    assert_eq!(listed.account.as_ref().map(|account| account.read), Some(2_670));
    let settled = collection.settle(None);
    for account in &settled.accounts {
        println!("{} read {} kept {} dropped {:?}", account.file, account.read, account.kept, account.dropped);
        assert!(account.adds_up());
    }
    println!("{:?}", codes(&settled.notices));
    let records = collection.records();
    let (mut rows, mut known) = (0, 0);
    for row in records.assessments().rows() {
        rows += 1;
        known += u32::from(!records.group(row.profile, Element::Sex).is_empty());
    }
    println!("{known} of {rows} rows with sex and grade");
    assert!(rows > 8_000 && known * 10 > rows * 9);
}

#[test]
fn the_samples_of_cmas_nwea_and_wida_are_recognized() {
    for (path, layout) in [
        ("layouts/cmas-sample.csv", "cmas-2022"),
        ("layouts/nwea-map-growth-sample.csv", "nwea-map"),
        ("layouts/wida-access-sample.csv", "wida-access"),
    ] {
        let Some(bytes) = data(path) else { continue };
        let (_, file, settled) = import(path, &bytes);
        assert_eq!(file.layout.as_deref(), Some(layout), "{path}");
        let account = &settled.accounts[0];
        println!("{path}: {account:?} {:?}", codes(&file.notices));
        assert!(account.adds_up() && account.kept > 0, "{path}: {account:?} {:?}", file.notices);
    }
}
