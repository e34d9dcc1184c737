//! Workbooks made at random, read here and by calamine, another reader of workbooks that shares no code with ours: the same
//! cells.

use calamine::{Data, Reader, Xlsx};
use evenhand::container::Container;
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

use super::text;

#[derive(Debug, Clone)]
enum Put {
    Text(String),
    Number(f64),
    Percent(f64),
    Boolean(bool),
    Nothing,
}

fn put() -> impl Strategy<Value = Put> {
    prop_oneof![
        "[ -~áéñ\n\"]{0,12}".prop_map(Put::Text),
        (-1_000_000_i32..1_000_000, 0_u32..6)
            .prop_map(|(n, places)| Put::Number(f64::from(n) / 10_f64.powi(places as i32))),
        (any::<i64>(), -40_i32..20).prop_map(|(n, places)| Put::Number(n as f64 * 10_f64.powi(places))),
        (0_u32..1001).prop_map(|n| Put::Percent(f64::from(n) / 1000.0)),
        any::<bool>().prop_map(Put::Boolean),
        Just(Put::Nothing),
    ]
}

/// The fields of our text: a plain parser, since line breaks never stand within.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                fields.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

proptest! {

    #[test]
    fn cells_are_those_that_another_reader_finds(
        rows in prop::collection::vec(prop::collection::vec(put(), 0..5), 1..8),
        (down, right) in (0_u32..4, 0_u16..3),
    ) {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        let percent = Format::new().set_num_format("0.0%");
        for (row, cells) in (down..).zip(&rows) {
            for (column, put) in (right..).zip(cells) {
                match put {
                    Put::Text(text) => page.write_string(row, column, text).map(|_| ()),
                    Put::Number(number) => page.write_number(row, column, *number).map(|_| ()),
                    Put::Percent(number) => page.write_number_with_format(row, column, *number, &percent).map(|_| ()),
                    Put::Boolean(is) => page.write_boolean(row, column, *is).map(|_| ()),
                    Put::Nothing => Ok(()),
                }.unwrap();
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        let mut theirs = Xlsx::new(std::io::Cursor::new(bytes.clone())).unwrap();
        let theirs = theirs.worksheet_range("Sheet1").unwrap();
        let ours = match Container::open("book.xlsx", bytes) {
            Ok(container) => text(&container, 0),
            Err(told) => {
                prop_assert_eq!(told[0].code, "container.empty-workbook");
                String::new()
            }
        };
        let ours: Vec<Vec<String>> = ours.lines().map(fields).collect();
        let none = String::new();
        for (row, cells) in (down..).zip(&rows) {
            for (column, put) in (right..).zip(cells) {
                let our = ours.get(row as usize).and_then(|line| line.get(column as usize)).unwrap_or(&none);
                match theirs.get_value((row, u32::from(column))).unwrap_or(&Data::Empty) {
                    Data::Empty => prop_assert_eq!(our, ""),
                    Data::String(text) => prop_assert_eq!(our, &text.replace('\n', " ")),
                    Data::Bool(is) => prop_assert_eq!(our, if *is { "TRUE" } else { "FALSE" }),
                    Data::Float(number) => {
                        let hundredfold = if matches!(put, Put::Percent(_)) { 100.0 } else { 1.0 };
                        let our: f64 = our.trim_end_matches('%').parse().unwrap();
                        prop_assert!((our - number * hundredfold).abs() <= (number * hundredfold).abs() * 1e-14);
                    }
                    other => prop_assert!(false, "{:?}", other),
                }
                prop_assert_eq!(our.ends_with('%') && our.len() > 1, matches!(put, Put::Percent(_)) || matches!(put, Put::Text(text) if text.ends_with('%') && text.len() > 1));
            }
        }
    }
}
