//! CSV on the way out: it comes back as it went, and no spreadsheet runs it.

use evenhand::tables::{Sheet, write_csv};
use proptest::prelude::*;

fn one(cell: &str) -> String {
    let text = write_csv(&["a", "b"], [[cell, "x"]]);
    text.strip_prefix("a,b\r\n").and_then(|row| row.strip_suffix(",x\r\n")).expect("one row").to_owned()
}

#[test]
fn cells_are_quoted_where_they_must_be() {
    for (cell, written) in [
        ("plain", "plain"),
        ("", ""),
        ("a,b", "\"a,b\""),
        ("a;b", "\"a;b\""),
        ("say \"yes\"", "\"say \"\"yes\"\"\""),
        ("two\r\nlines", "\"two\r\nlines\""),
        (" edge", "\" edge\""),
        ("Peña", "Peña"),
    ] {
        assert_eq!(one(cell), written, "{cell:?}");
    }
    assert_eq!(write_csv(&["a"], [[""], ["b"]]), "a\r\n\"\"\r\nb\r\n");
    assert_eq!(write_csv::<&str, _, &str>(&["a", "b"], Vec::<Vec<&str>>::new()), "a,b\r\n");
}

#[test]
fn nothing_runs_in_a_spreadsheet() {
    for cell in [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "=HYPERLINK(\"http://example.org\")",
        " =1+1",
        "\u{A0}=1",
        "\"=1+1",
        "\u{FEFF}=1",
        "\u{200B}=1",
        "\t=1",
        "\tx",
        "\rx",
        "\nx",
        "=",
        "-",
        "-50%",
        "+5/3",
        "-2/3",
        "－1+1",
        "＝1",
        "＋1",
        "＠x",
        " -5",
    ] {
        let written = one(cell);
        assert!(written.starts_with('\'') || written.starts_with("\"'"), "{cell:?} → {written:?}");
    }
    for cell in ["-1.5", "+3", "-5", "\u{2212}5", "5-3", "a=b", "'=1", "x@y", "1/2", "50%"] {
        assert!(!one(cell).contains("'") || cell.starts_with('\''), "{cell:?} → {:?}", one(cell));
    }
    assert_eq!(one("'=1"), "'=1");
    // Headers as well.
    assert_eq!(write_csv(&["=a"], [["b"]]), "'=a\r\nb\r\n");
}

/// Texts with everything that matters to the format, and to sniffing delimiters and titles.
fn text() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[ab0-9é“,;|^\"'=+@ \t\r\n.-]{0,8}").expect("a pattern")
}

/// What comes back: trimmed, with the apostrophe that keeps it from running.
fn kept(cell: &str) -> String {
    let alone = write_csv(&[cell], Vec::<Vec<&str>>::new());
    let written = alone.strip_suffix("\r\n").expect("a line");
    let inner =
        written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(|rest| rest.replace("\"\"", "\""));
    inner.unwrap_or_else(|| written.to_owned()).trim().to_owned()
}

proptest! {
    #[test]
    fn what_is_written_comes_back(cells in proptest::collection::vec((text(), text(), text()), 1..12)) {
        let rows: Vec<[String; 4]> =
            cells.into_iter().enumerate().map(|(index, (a, b, c))| [format!("{index}"), a, b, c]).collect();
        let written = write_csv(&["school_id", "First", "Second", "Third"], &rows);
        let (sheet, _) = Sheet::read("f.csv", written.as_bytes()).map_err(|notices| {
            TestCaseError::fail(format!("{notices:?}\n{written}"))
        })?;
        prop_assert_eq!(sheet.headers(), ["school_id", "First", "Second", "Third"]);
        prop_assert_eq!(sheet.row_count(), rows.len());
        for (index, row) in rows.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                prop_assert_eq!(sheet.cell(index, column), kept(cell), "{}", written);
            }
        }
        // Once neutralized, a cell stays as it is.
        let again: Vec<Vec<&str>> =
            (0..sheet.row_count()).map(|row| (0..4).map(|column| sheet.cell(row, column)).collect()).collect();
        let twice = write_csv(sheet.headers(), &again);
        let (back, _) = Sheet::read("f.csv", twice.as_bytes()).expect("a table");
        for (index, row) in again.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                prop_assert_eq!(back.cell(index, column), *cell);
            }
        }
    }
}
