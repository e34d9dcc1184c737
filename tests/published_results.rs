//! The published results of real authorities, reproduced exactly. The data is not part of the project: it is read from
//! `../shared/data`, or from where `EVENHAND_DATA` says, and a test whose data is absent says so.

use std::path::PathBuf;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading};
use evenhand::tables::{Mapping, SchoolTable, Sheet, recognize};

fn data(file: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("EVENHAND_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    std::fs::read(folder.join(file)).ok()
}

fn sheet(file: &str, framework: &Framework) -> Option<(Sheet, Mapping)> {
    let (sheet, _) = Sheet::read(file, &data(file)?).unwrap();
    let recognition = recognize(&sheet, &[framework.layout_hint()]);
    let mapping = recognition.mapping.unwrap_or_else(|| panic!("{file} is not recognized: {:?}", recognition.notices));
    Some((sheet, mapping))
}

#[test]
fn chicago() {
    let framework = Framework::load(include_str!("../www/policies/chicago-sqrp-2019.json")).unwrap();
    println!("{:#?}", framework.notices);
    let files = ["indicators-elementary", "indicators-high", "schools-elementary", "schools-high", "school-facts"];
    let sheets: Option<Vec<_>> =
        files.iter().map(|file| sheet(&format!("chicago-sqrp-2019/{file}.csv"), &framework)).collect();
    let Some(sheets) = sheets else {
        println!("SKIPPED: the data of chicago-sqrp-2019 is absent");
        return;
    };
    let (table, notices) = SchoolTable::build(&sheets);
    println!("{notices:#?}");
    let reading = Reading::new(&framework, &table, &Choosing::default());
    println!("{:#?}", reading.notices.iter().take(5).collect::<Vec<_>>());
    let start = std::time::Instant::now();
    let ratings = framework.rate(&table, &reading);
    println!("{:?}", start.elapsed());
    let agree = ratings.schools.iter().filter(|school| school.agrees == Some(true)).count();
    println!("{} of {} ratings agree", agree, ratings.schools.len());
    for school in ratings.schools.iter().filter(|school| school.agrees != Some(true)).take(5) {
        println!("{school:?}");
    }
    for agreement in framework.agreements(&table, &reading) {
        println!(
            "{:?} {} {:?} {}/{} {:?}",
            agreement.kind,
            agreement.node,
            agreement.part,
            agreement.agreeing,
            agreement.compared,
            agreement.differences.iter().take(2).collect::<Vec<_>>()
        );
    }
}
