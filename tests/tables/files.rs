//! Bytes → sheets: encodings, delimiters, quoting, headers, and files that are something else.

use evenhand::notice::{Notice, Severity, has_error};
use evenhand::tables::{MAX_COLUMNS, Sheet};

use crate::{argument, clean, codes, rows};

/// All notices of reading, whether there is a sheet or not.
fn read(bytes: &[u8]) -> Vec<Notice> {
    match Sheet::read("f.csv", bytes) {
        Ok((_, notices)) => notices,
        Err(notices) => {
            assert!(has_error(&notices), "a refused file says why: {notices:?}");
            notices
        }
    }
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

type Told = (&'static str, Vec<&'static str>, Vec<Notice>);

/// Inputs with the codes that are expected.
pub fn told() -> Vec<Told> {
    let case = |name, expected: &[&'static str], bytes: &[u8]| (name, expected.to_vec(), read(bytes));
    let wide_header = (0..=MAX_COLUMNS).map(|column| format!("c{column}")).collect::<Vec<_>>().join(",");
    let many_short = format!("id,a,b\n{}9,1,2\n", "1,2\n".repeat(30));
    let short = ["tables.short-row"; 20];
    vec![
        case("no bytes", &["tables.empty-file"], b""),
        case("blanks", &["tables.empty-file"], b"\xEF\xBB\xBF \r\n\t\n"),
        case("xlsx", &["tables.excel-workbook"], b"PK\x03\x04....xl/workbook.xml...."),
        case("xls", &["tables.old-excel-workbook"], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        case("zip", &["tables.zip-archive"], b"PK\x03\x04....word/document.xml"),
        case("gzip", &["tables.compressed-file"], b"\x1F\x8B\x08\x00"),
        case("xz", &["tables.compressed-file"], b"\xFD7zXZ\x00"),
        case("bzip2", &["tables.compressed-file"], b"BZh91AY&SY"),
        case("7z", &["tables.compressed-file"], b"7z\xBC\xAF\x27\x1C"),
        case("Zstandard", &["tables.compressed-file"], b"\x28\xB5\x2F\xFD"),
        case("RAR", &["tables.compressed-file"], b"Rar!\x1A\x07"),
        case("PDF", &["tables.pdf-document"], b"%PDF-1.7\n"),
        case("PNG", &["tables.picture"], b"\x89PNG\r\n\x1A\n"),
        case("JPEG", &["tables.picture"], b"\xFF\xD8\xFF\xE0"),
        case("GIF", &["tables.picture"], b"GIF89a"),
        case("TIFF", &["tables.picture"], b"II*\x00"),
        case("WebP", &["tables.picture"], b"RIFF\x10\x00\x00\x00WEBP"),
        case("HEIC", &["tables.picture"], b"\x00\x00\x00\x18ftypheic"),
        case("zeros", &["tables.binary-file"], b"id,name\n1,\x00\n"),
        case("control characters", &["tables.binary-file"], b"\x01\x02\x03,\x04\n\x05,\x06\n"),
        case("web page", &["tables.web-page"], b"\n<!DOCTYPE html><html><body>Log in"),
        case("table of a web page", &["tables.web-page"], b"<table><tr><td>a,b</td></tr></table>"),
        case("XML", &["tables.xml-document"], b"<?xml version=\"1.0\"?><Workbook><Table/></Workbook>"),
        case("XML without its declaration", &["tables.xml-document"], b"<rows><row a=\"1\"/></rows>"),
        case("JSON", &["tables.json-document"], b"{ \"id\": \"policy\" }"),
        case("list of JSON", &["tables.json-document"], b"[\n  {\"a\": 1}, {\"a\": 2}\n]"),
        case("one column", &["tables.one-column"], b"school\n1\n2\n"),
        case("one column and empty ones", &["tables.one-column"], b"school,,\n1,,\n2,,\n"),
        case("a header alone", &["tables.no-rows"], b"school_id,score\n"),
        case("blank rows alone", &["tables.no-rows"], b"school_id,score\n,\n,\n"),
        case("students", &["tables.student-file"], b"SchoolID,State Student Identifier,Score\n1,2,3\n"),
        case("students by name", &["tables.student-file"], b"SCHOOL,LAST_NAME,FIRST_NAME,GRADE\n1,a,b,3\n"),
        (
            "too many bytes",
            vec!["tables.file-too-large"],
            Sheet::read_within("f.csv", b"a,b\n1,2\n", 4).expect_err("too large"),
        ),
        case("too many columns", &["tables.too-many-columns"], format!("{wide_header}\n1,2\n").as_bytes()),
        case("Windows-1252", &["tables.windows-encoding"], b"id,name\n1,Jos\xE9 \x93Mart\xED\x94\n"),
        case("lost characters", &["tables.broken-characters"], "id,name\n1,Jos\u{FFFD}\n".as_bytes()),
        case("half a pair", &["tables.broken-characters"], &{
            let mut bytes = vec![0xFF, 0xFE];
            bytes.extend(utf16("id,name\n1,J", u16::to_le_bytes));
            bytes.extend([0x00, 0xD8, 0x0A, 0x00]);
            bytes
        }),
        case("title lines", &["tables.title-lines"], b"Report, 2019\n\nid,a,b,c\n1,2,3,4\n2,3,4,5\n"),
        case("no header", &["tables.header-looks-like-data"], b"400009,75,100\n400010,76,99\n"),
        case("unnamed column", &["tables.unnamed-column"], b"id,,b\n1,2,3\n"),
        case("unnamed last column", &["tables.unnamed-column"], b"id,b,\n1,2,3\n"),
        case("repeated column", &["tables.repeated-column"], b"id,a,a,a\n1,2,3,4\n"),
        case("header again", &["tables.repeated-header"], b"id,a\n1,2\nid,a\n2,3\n"),
        case("short row", &["tables.short-row"], b"id,a,b\n1,2\n2,3,4\n"),
        case("long row", &["tables.long-row"], b"id,a\n1,Smith, Jr.\n2,3\n4,5\n"),
        case("broken off", &["tables.truncated-row"], b"id,a,b\n1,2,3\n2,3,4\n3,4"),
        case("open quote", &["tables.unclosed-quote"], b"id,a\n1,2\n2,\"3\n4,5\n"),
        case("open quote in the header", &["tables.unclosed-quote"], b"id,\"a\n1,2\n"),
        case("open quote in the only row", &["tables.unclosed-quote", "tables.no-rows"], b"id,a\n\"1,2\n"),
        case("spreadsheet error", &["tables.spreadsheet-error"], b"id,a,b\n1,#N/A,#N/A\n2,#N/A,3\n"),
        ("many of a kind", [&short[..], &["tables.more-of-the-same"]].concat(), read(many_short.as_bytes())),
    ]
}

#[test]
fn encodings_give_the_same_sheet() {
    let text = "school_id,name\r\n0031,Peña “Élan”\r\n";
    let expected = vec![vec!["0031", "Peña “Élan”"]];
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let little = utf16(text, u16::to_le_bytes);
    let big = utf16(text, u16::to_be_bytes);
    for (name, bytes) in [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with its mark", with(b"\xEF\xBB\xBF", text.as_bytes())),
        ("UTF-16 little", with(b"\xFF\xFE", &little)),
        ("UTF-16 big", with(b"\xFE\xFF", &big)),
        ("UTF-16 little without its mark", little.clone()),
        ("UTF-16 big without its mark", big.clone()),
        ("DOS end of file", with(text.as_bytes(), b"\x1A")),
    ] {
        let (sheet, notices) = Sheet::read("f.csv", &bytes).unwrap_or_else(|notices| panic!("{name}: {notices:?}"));
        assert_eq!(notices, [], "{name}");
        assert_eq!(sheet.headers(), ["school_id", "name"], "{name}");
        assert_eq!(rows(&sheet), expected, "{name}");
    }
    let windows = b"school_id,name\r\n0031,Pe\xF1a \x93\xC9lan\x94\r\n";
    let (sheet, notices) = Sheet::read("f.csv", windows).expect("a table");
    assert_eq!(codes(&notices), ["tables.windows-encoding"]);
    assert_eq!(notices[0].severity, Severity::Info);
    assert_eq!(rows(&sheet), expected);
    // The five bytes that mean nothing there.
    let (sheet, notices) = Sheet::read("f.csv", b"id,name\n1,a\x81\x8D\x8F\x90\x9Dz\x80\x9F\n").expect("a table");
    assert_eq!(codes(&notices), ["tables.windows-encoding", "tables.broken-characters"]);
    assert_eq!(argument(&notices[1], "count"), "5");
    assert_eq!(notices[1].place.line, Some(2));
    assert_eq!(sheet.cell(0, 1), "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}z€Ÿ");
}

#[test]
fn a_character_cut_off_at_the_end_leaves_the_rest_readable() {
    let mut bytes = "id,name\n1,Peña\n2,Peñ".as_bytes().to_vec();
    bytes.pop();
    let (sheet, notices) = Sheet::read("f.csv", &bytes).expect("a table");
    assert_eq!(notices, []);
    assert_eq!(rows(&sheet), [["1", "Peña"], ["2", "Pe"]]);
    // A lone last byte of a text that is else ASCII is Windows-1252.
    let (sheet, notices) = Sheet::read("f.csv", b"id,name\n1,Caf\xE9").expect("a table");
    assert_eq!(codes(&notices), ["tables.windows-encoding"]);
    assert_eq!(sheet.cell(0, 1), "Café");
}

#[test]
fn delimiters_are_found() {
    let table = [["school_id", "name", "score"], ["1", "A", "75.5"], ["2", "B", "80"], ["3", "C", ""]];
    for delimiter in [",", ";", "\t", "^", "|"] {
        let text = table.map(|row| row.join(delimiter)).join("\n") + "\n";
        let sheet = clean("f.csv", &text);
        assert_eq!(sheet.headers(), table[0], "{delimiter:?}");
        assert_eq!(rows(&sheet), table[1..], "{delimiter:?}");
    }
    // Decimal commas do not win over semicolons, nor lists within cells over commas.
    let sheet = clean("f.csv", "id;score;rate\n1;75,5;99,1\n2;76,5;98,0\n3;74,0;97,5\n");
    assert_eq!(sheet.headers(), ["id", "score", "rate"]);
    assert_eq!(sheet.cell(0, 1), "75,5");
    let sheet = clean("f.csv", "id,name,grades\n1,A,K;1;2;3;4\n2,B,K;1;2;3;4\n3,C,K;1;2;3;4\n");
    assert_eq!(sheet.headers(), ["id", "name", "grades"]);
    // A delimiter within quotes divides nothing.
    let sheet = clean("f.csv", "id;name\n1;\"a,b,c\"\n2;\"d,e,f\"\n");
    assert_eq!(rows(&sheet), [["1", "a,b,c"], ["2", "d,e,f"]]);
    // Excel's own hint, also for other delimiters.
    for delimiter in [";", ",", "~"] {
        let sheet =
            clean("f.csv", &format!("sep={delimiter}\r\nid{delimiter}a,b\r\n1{delimiter}2\r\n").replace("a,b", "a"));
        assert_eq!(sheet.headers(), ["id", "a"]);
        assert_eq!(sheet.line(0), 3);
    }
}

#[test]
fn quoting_follows_the_standard() {
    let text = "id,name,note\n\
                1,\"SMITH, J\",\"said \"\"yes\"\"\"\n\
                2,\"two\r\nlines\n\nand more\",\"\"\n\
                3,un\"quoted\",\" blanks \"\n\n\
                4,\"\",\"\"\"\"\n";
    let sheet = clean("f.csv", text);
    assert_eq!(
        rows(&sheet),
        [
            ["1", "SMITH, J", "said \"yes\""],
            ["2", "two\r\nlines\n\nand more", ""],
            ["3", "un\"quoted\"", "blanks"],
            ["4", "", "\""],
        ]
    );
    // Lines as an editor counts them.
    assert_eq!((0..4).map(|row| sheet.line(row)).collect::<Vec<_>>(), [2, 3, 7, 9]);
}

#[test]
fn all_line_ends_count_alike() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["id,a", "1,2", "", "2,3"].join(end);
        let sheet = clean("f.csv", &text);
        assert_eq!(rows(&sheet), [["1", "2"], ["2", "3"]], "{end:?}");
        assert_eq!((sheet.line(0), sheet.line(1)), (2, 4), "{end:?}");
    }
    let sheet = clean("f.csv", "id,a\r1,2\n2,\"3\r4\"\r\n\r5,6\r\r\n7,8\r");
    assert_eq!((0..4).map(|row| sheet.line(row)).collect::<Vec<_>>(), [2, 3, 6, 8]);
}

#[test]
fn long_fields_and_many_fields_fit() {
    let long = "x".repeat(100_000);
    let names: Vec<String> = (0..500).map(|column| format!("c{column}")).collect();
    let text = format!("id,{}\n1,{}\"{long}\"", names.join(","), "7,".repeat(499));
    let sheet = clean("f.csv", &text);
    assert_eq!(sheet.cell(0, 500), long);
    assert_eq!(sheet.cell(0, 499), "7");
    // The same without the closing quote, where the buffers grow at the very end.
    for length in 1000..1050 {
        let text = format!("id,a\n1,2\n2,\"{}", "x".repeat(length));
        let (sheet, notices) = Sheet::read("f.csv", text.as_bytes()).expect("a table");
        assert_eq!((sheet.row_count(), codes(&notices)), (1, vec!["tables.unclosed-quote"]), "{length}");
        let sheet = clean("f.csv", &(text + "\""));
        assert_eq!(sheet.cell(1, 1).len(), length);
    }
}

#[test]
fn headers_are_trimmed_and_on_one_line() {
    let sheet = clean("f.csv", "\" School\nID \", Percent\u{A0}\u{A0}Tested ,,\n1,2,,\n2,3,,\n");
    assert_eq!(sheet.headers(), ["School ID", "Percent Tested"]);
    assert_eq!(sheet.column("Percent Tested"), Some(1));
}

#[test]
fn lines_above_the_header_are_skipped() {
    for (text, line) in [
        ("Ratings of all schools\nid,name,score\n1,A,3\n2,B,4\n", 3),
        ("Ratings,,\n,,\nid,name,score\n1,A,3\n2,B,4\n", 4),
        ("\"Ratings, by school\nof the district\"\nid,name,score\n1,A,3\n2,B,4\n", 4),
        ("District:,Chicago,\nschool_id,name,score\n1,A,3\n2,B,4\n", 3),
        ("Report,2019\nschool_id,score\n1,3\n2,4\n", 3),
    ] {
        let (sheet, notices) = Sheet::read("f.csv", text.as_bytes()).expect("a table");
        assert_eq!(codes(&notices), ["tables.title-lines"], "{text}");
        assert_eq!(sheet.line(0), line, "{text}");
        assert_eq!(sheet.row_count(), 2, "{text}");
    }
    // A header with a nameless column is a header.
    let (sheet, _) = Sheet::read("f.csv", b",school_id,score\n0,1,2\n1,2,3\n").expect("a table");
    assert_eq!(sheet.headers(), ["", "school_id", "score"]);
}

#[test]
fn rows_keep_their_place() {
    let text = "id,a,b\n1,2\n,,\n2,3,4,,\n3,4,5,6\n4,5,6\n";
    let (sheet, notices) = Sheet::read("f.csv", text.as_bytes()).expect("a table");
    assert_eq!(codes(&notices), ["tables.short-row", "tables.long-row"]);
    assert_eq!(notices.iter().map(|notice| notice.place.line).collect::<Vec<_>>(), [Some(2), Some(5)]);
    assert_eq!(rows(&sheet), [["1", "2", ""], ["2", "3", "4"], ["4", "5", "6"]]);
    assert_eq!((0..3).map(|row| sheet.line(row)).collect::<Vec<_>>(), [2, 4, 6]);
    // Beyond the sheet there is nothing.
    assert_eq!(
        (sheet.cell(0, 3), sheet.cell(3, 0), sheet.cell(usize::MAX, usize::MAX), sheet.line(3)),
        ("", "", "", 0)
    );
}

#[test]
fn a_short_last_row_is_broken_off_only_where_others_are_whole() {
    let (sheet, notices) = Sheet::read("f.csv", b"id,a,b\n1,2\n2,3").expect("a table");
    assert_eq!(codes(&notices), ["tables.short-row", "tables.short-row"]);
    assert_eq!(sheet.row_count(), 2);
    // With its line end it is whole.
    let (sheet, notices) = Sheet::read("f.csv", b"id,a,b\n1,2,3\n2,3,4\n2,3\n").expect("a table");
    assert_eq!(codes(&notices), ["tables.short-row"]);
    assert_eq!(sheet.row_count(), 3);
}

#[test]
fn text_kept_as_a_formula_is_text() {
    let sheet = clean("f.csv", "id,name\n=\"0031\",A\n\"=\"\"0041\"\"\",B\n");
    assert_eq!(rows(&sheet), [["0031", "A"], ["0041", "B"]]);
}

#[test]
fn tables_that_look_like_something_else_are_read() {
    // A school's number may begin with PK, a column's name with a bracket or a less-than sign.
    for text in ["PK,score\n1,2\n", "[id],score\n1,2\n", "< 10,score\n1,2\n", "%PDF,score\n1,2\n"] {
        assert!(Sheet::read("f.csv", text.as_bytes()).is_ok(), "{text}");
    }
    // Names of persons alone, such as a principal's, make no file of students; nor do counts of students.
    clean("f.csv", "School ID,First Name,Last Name,Number of Students\n1,A,B,300\n");
}

#[test]
fn a_file_of_students_says_nothing_of_them() {
    let notices = read(b"StudentID,Name,Score\n77777,Secret Person,3\n");
    assert!(!format!("{notices:?}").contains("Secret") && !format!("{notices:?}").contains("77777"));
}
