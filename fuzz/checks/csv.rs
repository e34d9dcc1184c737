//! What must hold for any bytes whatever: the fuzz target and the replay of its corpus call this.

use evenhand::exact::Exact;
use evenhand::notice::{Notice, has_error};
use evenhand::tables::{FieldQuery, IdentifierHint, LayoutHint, SchoolTable, Sheet, check, recognize, write_csv};

/// Reads the bytes as a file, recognizes its layout, builds the table, and writes it again.
///
/// # Panics
/// When a promise is broken.
pub fn check_csv(bytes: &[u8]) {
    let (sheet, notices) = match Sheet::read("f.csv", bytes) {
        Ok(read) => read,
        Err(notices) => {
            assert!(has_error(&notices), "a refused file says why");
            return limited(&notices);
        }
    };
    limited(&notices);
    assert!(sheet.row_count() > 0 && sheet.headers().len() > 1);
    let mut line = 1;
    for row in 0..sheet.row_count() {
        assert!(sheet.line(row) > line || (sheet.line(row) == line && row > 0), "lines go up");
        line = sheet.line(row);
        for column in 0..sheet.headers().len() {
            let cell = sheet.cell(row, column);
            assert_eq!(cell, cell.trim());
        }
    }
    let hint = LayoutHint {
        policy: "p".into(),
        identifier: vec![
            IdentifierHint { names: vec!["District".into(), "a".into()], digits: Some(2) },
            IdentifierHint { names: vec!["School".into(), "b".into()], digits: Some(4) },
        ],
        names: vec!["Name".into(), "c".into()],
        measures: vec!["Reading".into(), "Math".into(), "d".into()],
        ..LayoutHint::default()
    };
    for hints in [&[][..], &[hint]] {
        let recognition = recognize(&sheet, hints);
        if let Some(mapping) = &recognition.mapping {
            assert_eq!(check(&sheet, mapping), [], "what is recognized can be used");
        }
        let twice = [(sheet.clone(), recognition.proposal.clone()), (sheet.clone(), recognition.proposal)];
        let (table, notices) = SchoolTable::build(&twice[..1]);
        limited(&notices);
        consistent(&table);
        // The same file again changes nothing.
        let (again, _) = SchoolTable::build(&twice);
        assert_eq!(again.schools(), table.schools());
        assert_eq!(again.fields(), table.fields());
        if table.schools().len() * table.fields().len() < 10_000 {
            assert_eq!(texts(&table), texts(&again));
        }
    }
    let rows: Vec<Vec<&str>> = (0..sheet.row_count())
        .map(|row| (0..sheet.headers().len()).map(|column| sheet.cell(row, column)).collect())
        .collect();
    let written = write_csv(sheet.headers(), &rows);
    let back = cells_of(&written);
    assert_eq!(back.len(), (rows.len() + 1) * sheet.headers().len(), "every cell is there");
    for (cell, before) in back.iter().zip(sheet.headers().iter().map(String::as_str).chain(rows.into_iter().flatten()))
    {
        assert!(cell == before || cell.strip_prefix('\'') == Some(before), "{before:?} became {cell:?}");
        let start = cell.trim_start_matches(|first: char| first.is_whitespace() || first == '"');
        assert!(!start.starts_with(['=', '@']), "nothing runs: {cell}");
        assert!(!start.starts_with(['+', '-']) || Exact::parse(cell).is_ok(), "nothing runs: {cell}");
    }
}

/// The cells of a CSV file, read by the letter of RFC 4180.
fn cells_of(written: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = written.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => push(&mut cells, '"'),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            '\r' if !quoted && characters.next_if_eq(&'\n').is_some() => cells.push(String::new()),
            other => push(&mut cells, other),
        }
    }
    assert!(!quoted && cells.pop().is_some_and(|rest| rest.is_empty()), "the file ends with a line end");
    cells
}

fn push(cells: &mut [String], character: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(character);
    }
}

/// No code floods the page.
fn limited(notices: &[Notice]) {
    for notice in notices {
        let same = notices.iter().filter(|other| other.code == notice.code && other.place.file == notice.place.file);
        let more = notice.code == "tables.more-of-the-same";
        assert!(same.count() <= if more { 40 } else { 20 });
    }
}

fn consistent(table: &SchoolTable) {
    for account in table.accounts() {
        assert_eq!(account.read, account.kept + account.dropped.values().sum::<u64>());
    }
    assert!(table.schools().is_sorted_by(|a, b| a.id < b.id), "in order, each once");
    assert!(table.fields().is_sorted_by(|a, b| a < b), "in order, each once");
    for (index, school) in table.schools().iter().enumerate() {
        assert_eq!(table.find_school(&school.id), Some(index));
        assert!(!school.id.is_empty() && !school.parts.is_empty());
    }
}

fn texts(table: &SchoolTable) -> Vec<Option<String>> {
    let mut texts = Vec::new();
    for field in table.fields() {
        let query = FieldQuery {
            name: &field.name,
            attribute: field.attribute.as_deref(),
            group: field.group.as_deref(),
            year: field.year.as_deref(),
            program: field.program.as_deref(),
        };
        let Some(place) = table.field(&query) else { panic!("{field} is not found by its own names") };
        texts.extend(
            (0..table.schools().len()).map(|school| table.cell(school, place).map(|cell| cell.text.to_owned())),
        );
    }
    texts
}
