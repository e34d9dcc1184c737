//! Cells hold whatever the order of rows and however files are divided.

use evenhand::records::cells::{Cells, Tally};
use evenhand::records::plan::Count;

use crate::generated::rows;
use crate::oracle::{DIMENSIONS, Rows, expected};
use crate::support::{ELEMENTS, LEVEL, SUBJECT, plan, records};

/// The cells in the form of the bench's expected file.
fn as_rows(cells: &Cells) -> Rows {
    let mut all = Rows::new();
    for counted in &cells.counted {
        let subject = counted.slice.filter.get(SUBJECT).unwrap()[0].clone();
        let dimension = ELEMENTS.iter().zip(DIMENSIONS).find_map(|(element, (name, _))| {
            Some((name.to_owned(), counted.slice.filter.get(element.name())?[0].clone()))
        });
        let (dimension, value) = dimension.unwrap_or(("all".to_owned(), "all".to_owned()));
        for cell in &counted.cells {
            let (school, year) = (cells.schools[cell.school].id.clone(), cells.years[cell.year].clone());
            let row = all.entry([school, year, subject.clone(), dimension.clone(), value.clone()]).or_default();
            let Tally::Spread(spread) = &cell.tally else { panic!("a spread is counted") };
            if counted.slice.count == Count::Words {
                assert_eq!(counted.slice.of, LEVEL);
                row[0] = cell.tally.records();
                let proficient = |word: i64| ["4", "5"].contains(&counted.words[word as usize].as_str());
                row[1] = spread.iter().filter(|(word, _)| proficient(*word)).map(|(_, records)| records).sum();
            } else {
                row[2] = cell.tally.records();
                let values: Vec<i64> =
                    spread.iter().flat_map(|(value, records)| vec![*value; *records as usize]).collect();
                row[3] = (values[(values.len() - 1) / 2] + values[values.len() / 2]) as u64;
            }
        }
    }
    all
}

#[test]
fn cells_are_those_of_a_plain_computation() {
    let rows = rows(4000, 40, 7);
    let cells = Cells::count(&records(&rows), &plan());
    let expected = expected(&rows);
    assert!(expected.len() > 1500, "{} cells are few", expected.len());
    assert!(expected.values().any(|[n, ..]| *n < 10), "there are small groups");
    assert_eq!(as_rows(&cells), expected);
}

/// Run by hand with `--ignored --release`: how long a million rows take.
#[test]
#[ignore = "a measurement"]
fn a_million_rows() {
    let rows = rows(250_000, 200, 42);
    let records = records(&rows);
    let plan = plan();
    for _ in 0..3 {
        let start = std::time::Instant::now();
        let cells = Cells::count(&records, &plan);
        let counted = start.elapsed();
        let text = serde_json::to_string(&cells.document()).unwrap();
        println!("{counted:?} for {} slices, written {:?}, {} bytes", cells.counted.len(), start.elapsed(), text.len());
    }
}
