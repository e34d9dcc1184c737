//! Rows of text → CSV that spreadsheets open and none runs.

use crate::exact::Exact;

/// Writes a CSV file (RFC 4180, lines end with CR LF). Text that a spreadsheet would take for a formula gets an
/// apostrophe in front; plain numbers such as `-1.5` stay as they are.
pub fn write_csv<H, R, C>(headers: &[H], rows: R) -> String
where
    H: AsRef<str>,
    R: IntoIterator,
    R::Item: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut out = String::new();
    write_row(&mut out, headers);
    for row in rows {
        write_row(&mut out, row);
    }
    out
}

fn write_row<C: AsRef<str>>(out: &mut String, cells: impl IntoIterator<Item = C>) {
    let start = out.len();
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_cell(out, cell.as_ref());
    }
    // A row of one empty cell must not look like a blank line.
    if out.len() == start {
        out.push_str("\"\"");
    }
    out.push_str("\r\n");
}

fn write_cell(out: &mut String, cell: &str) {
    let runs = would_run(cell);
    let edges = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    // Whatever may divide columns is quoted, so that nobody takes it for the delimiter.
    let quoted = edges || cell.contains([',', ';', '\t', '^', '|', '"', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if runs {
        out.push('\'');
    }
    if quoted {
        for character in cell.chars() {
            if character == '"' {
                out.push('"');
            }
            out.push(character);
        }
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

/// Whether a spreadsheet may take the text for a formula: some skip blanks and quotes before the sign.
fn would_run(cell: &str) -> bool {
    if cell.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let start = cell.trim_start_matches(|first: char| {
        first.is_whitespace() || first.is_control() || matches!(first, '"' | '\u{FEFF}' | '\u{200B}')
    });
    // Spreadsheets set to East Asian languages read the full-width signs as well.
    let sign = start.starts_with(['=', '+', '-', '@', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}']);
    sign && !plain_number(cell)
}

fn plain_number(cell: &str) -> bool {
    !cell.contains(['%', '/']) && !cell.starts_with(char::is_whitespace) && Exact::check(cell).is_ok()
}
