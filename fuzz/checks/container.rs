//! What must hold for any file opened as a workbook or an archive: the fuzz target and the replay of its corpus call this.

use evenhand::container::Container;
use evenhand::notice::{Notice, has_error};

#[path = "zipped.rs"]
pub mod zipped;

/// More than this isn't read of anything, so that a try stays short.
const ENOUGH: usize = 8 << 20;

const STYLES: &str = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;
const STRINGS: &str = "<sst><si><t>School</t></si><si><r><t>A</t></r><r><t>, B</t></r></si></sst>";

/// Opens the bytes as a file; as the sheet, and as the texts, of a workbook; reads all that is in them.
///
/// # Panics
/// When a promise is broken.
pub fn check_container(bytes: &[u8]) {
    read_all(bytes.to_vec());
    read_all(zipped::workbook(bytes, STRINGS.as_bytes(), STYLES.as_bytes()));
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>1.5</v></c></row></sheetData></worksheet>"#;
    read_all(zipped::workbook(sheet.as_bytes(), bytes, bytes));
}

fn read_all(bytes: Vec<u8>) {
    let container = match Container::open("some.xlsx", bytes) {
        Ok(container) => container,
        Err(notices) => {
            assert!(has_error(&notices), "what is refused says why");
            return;
        }
    };
    assert!(!container.entries().is_empty());
    assert!(!has_error(container.notices()));
    for entry in 0..container.entries().len().min(16) {
        let whole = read(&container, entry, 1 << 16);
        // Of what breaks off nothing counts, so it doesn't matter how much came before.
        if whole.0.len() < 1 << 14 && !has_error(&whole.1) {
            assert_eq!(whole, read(&container, entry, 3), "the size of the pieces changes nothing");
        }
    }
}

fn read(container: &Container, entry: usize, limit: usize) -> (Vec<u8>, Vec<Notice>) {
    let mut stream = container.stream(entry);
    let mut all = Vec::new();
    while let Some(piece) = stream.next_piece(limit) {
        assert!(!piece.is_empty());
        all.extend(piece);
        if all.len() > ENOUGH {
            break;
        }
    }
    (all, stream.finish())
}
