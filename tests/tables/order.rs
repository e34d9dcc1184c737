//! Nothing depends on the order of rows or files.

use std::collections::{BTreeMap, BTreeSet};

use evenhand::tables::{IdentifierPart, Mapping, SchoolTable, Shape, Sheet, recognize};
use proptest::prelude::*;

/// Everything a table says, without the lines.
type Said = (Vec<(String, Vec<String>, Option<String>)>, Vec<String>, BTreeMap<(String, String), String>);

fn said(table: &SchoolTable) -> Said {
    let schools = table
        .schools()
        .iter()
        .map(|school| (school.id.to_string(), school.parts.clone(), school.name.clone()))
        .collect();
    let fields: Vec<String> = table.fields().iter().map(ToString::to_string).collect();
    let mut cells = BTreeMap::new();
    for (index, school) in table.schools().iter().enumerate() {
        for field in table.fields() {
            let query = evenhand::tables::FieldQuery {
                name: &field.name,
                attribute: field.attribute.as_deref(),
                group: field.group.as_deref(),
                year: field.year.as_deref(),
                program: field.program.as_deref(),
            };
            let place = table.field(&query).expect("a field of the table is found by its own names");
            assert_eq!(&table.fields()[place.position()], field);
            if let Some(cell) = table.cell(index, place) {
                cells.insert((school.id.to_string(), field.to_string()), cell.text.to_owned());
            }
        }
    }
    (schools, fields, cells)
}

fn file(number: usize, rows: &[Vec<String>]) -> Option<(Sheet, Mapping)> {
    if rows.is_empty() {
        return None;
    }
    let mut text = String::from("school,name,measure,value,points,group\n");
    for row in rows {
        text += &(row.join(",") + "\n");
    }
    // A file with nothing but blank rows is refused whole, in whatever order they come.
    if rows.iter().flatten().all(String::is_empty) {
        assert!(Sheet::read("blank.csv", text.as_bytes()).is_err());
        return None;
    }
    let (sheet, _) = Sheet::read(&format!("{number}.csv"), text.as_bytes()).expect("a table");
    let some = |name: &str| Some(name.to_owned());
    let mapping = Mapping {
        shape: Shape::Long,
        identifier: vec![IdentifierPart { column: "school".into(), digits: Some(2) }],
        name: some("name"),
        measure: some("measure"),
        value: some("value"),
        group: some("group"),
        ..Mapping::default()
    };
    Some((sheet, mapping))
}

fn row() -> impl Strategy<Value = Vec<String>> {
    let pick = |texts: &'static [&'static str]| proptest::sample::select(texts).prop_map(str::to_owned);
    (
        pick(&["1", "01", "1.0", "2", "33", "", "Total", "A-1"]),
        pick(&["", "Adams", "Burr"]),
        pick(&["Reading", "reading", "Math", ""]),
        pick(&["", "7", "8", "7.0"]),
        pick(&["", "1"]),
        pick(&["", "All", "EL"]),
    )
        .prop_map(|(a, b, c, d, e, f)| vec![a, b, c, d, e, f])
}

/// Rows, each with the number of the file it is in.
type Rows = Vec<(usize, Vec<String>)>;

/// Rows, the same ones in another order, and whether the files are turned round.
fn shuffled() -> impl Strategy<Value = (Rows, Rows, bool)> {
    proptest::collection::vec((0..3_usize, row()), 1..25)
        .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle(), any::<bool>()))
}

fn built(rows: &[(usize, Vec<String>)], backwards: bool) -> (SchoolTable, BTreeSet<&'static str>) {
    let of = |number| rows.iter().filter(|(file, _)| *file == number).map(|(_, row)| row.clone()).collect::<Vec<_>>();
    let mut files: Vec<(Sheet, Mapping)> = (0..3).filter_map(|number| file(number, &of(number))).collect();
    if backwards {
        files.reverse();
    }
    let (table, notices) = SchoolTable::build(&files);
    (table, notices.iter().map(|notice| notice.code).collect())
}

proptest! {
    #[test]
    fn rows_and_files_in_any_order_give_the_same_table((rows, other, backwards) in shuffled()) {
        let (table, codes) = built(&rows, false);
        let (same, same_codes) = built(&other, backwards);
        prop_assert_eq!(said(&table), said(&same));
        prop_assert_eq!(codes, same_codes);
        let kept = |table: &SchoolTable| {
            let mut accounts: Vec<_> =
                table.accounts().iter().map(|account| (account.file.clone(), account.kept, account.dropped.clone())).collect();
            accounts.sort();
            accounts
        };
        prop_assert_eq!(kept(&table), kept(&same));
    }

    #[test]
    fn a_layout_is_recognized_in_any_order((rows, other, _) in shuffled()) {
        let text = |rows: &[(usize, Vec<String>)]| {
            let rows: Vec<String> = rows.iter().map(|(_, row)| row.join(",") + "\n").collect();
            format!("school id,name,measure,value,points,group\n{}", rows.concat())
        };
        prop_assume!(rows.iter().any(|(_, row)| row.iter().any(|cell| !cell.is_empty())));
        let read = |text: &str| recognize(&Sheet::read("f.csv", text.as_bytes()).expect("a table").0, &[]);
        let (one, two) = (read(&text(&rows)), read(&text(&other)));
        prop_assert_eq!(one.mapping, two.mapping);
        prop_assert_eq!(one.proposal, two.proposal);
    }
}
