use evenhand::container::{Container, ContainerKind};
use evenhand::tables::Sheet;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::check::zipped::{Packed, workbook, zip};
use super::notices::sheets;
use super::{open, text};

fn sheet(rows: &str) -> Vec<u8> {
    format!(r#"<worksheet xmlns:x="y"><dimension ref="A1:C9"/><sheetData>{rows}</sheetData></worksheet>"#).into_bytes()
}

#[test]
fn cells_come_as_the_text_that_a_person_sees() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let percent = Format::new().set_num_format("0.0%");
    let day = Format::new().set_num_format("m/d/yyyy");
    page.write_row(0, 0, ["School ID", "Name", "Rate", "Score", "Day", "Open", "Sum"]).unwrap();
    page.write_string(1, 0, "0031").unwrap();
    page.write_string(1, 1, "Ada \"A\" Lovelace,\nUpper School").unwrap();
    page.write_number_with_format(1, 2, 0.925, &percent).unwrap();
    page.write_number(1, 3, 92.5).unwrap();
    page.write_datetime_with_format(1, 4, ExcelDateTime::from_ymd(2024, 5, 1).unwrap(), &day).unwrap();
    page.write_boolean(1, 5, true).unwrap();
    page.write_formula(1, 6, Formula::new("=C2*100").set_result("92.5")).unwrap();
    page.write_number_with_format(3, 0, 32, &Format::new().set_num_format("0000")).unwrap();
    page.write_number(3, 3, 0.1 + 0.2).unwrap();
    page.write_formula(3, 1, Formula::new("=\"B\"").set_result("B")).unwrap();
    let book = Container::open("book.xlsx", book.save_to_buffer().unwrap()).unwrap_or_else(|told| panic!("{told:?}"));
    assert_eq!(book.kind(), ContainerKind::Workbook);
    assert_eq!(book.entries().len(), 1);
    assert_eq!((&*book.entries()[0].name, &*book.entries()[0].file), ("Sheet1", "book.xlsx"));
    assert_eq!(book.entries()[0].rows, Some(4));
    assert_eq!(
        text(&book, 0),
        "School ID,Name,Rate,Score,Day,Open,Sum\n\
         0031,\"Ada \"\"A\"\" Lovelace, Upper School\",92.5%,92.5,2024-05-01,TRUE,92.5\n\
         \n\
         0032,B,,0.3,,,\n"
    );
}

#[test]
fn the_lines_of_the_text_are_the_rows_of_the_sheet() {
    let rows = r#"<row r="3"><c r="B3" t="inlineStr"><is><t>School ID</t></is></c><c r="C3" t="inlineStr"><is><t>Score</t></is></c></row>
        <row r="4"><c r="B4"><v>1</v></c><c r="C4"><v>5</v></c></row>
        <row r="7"><c r="B7"><v>2</v></c><c r="C7"><v>6</v></c><c r="D7"><v>9</v></c></row>
        <row r="9"><c r="B9"/></row>"#;
    let csv = text(&open(workbook(&sheet(rows), b"", b"")), 0);
    assert_eq!(csv, "\n\n,School ID,Score\n,1,5\n\n\n,2,6,9\n");
    let (read, notices) = Sheet::read("book.xlsx", csv.as_bytes()).unwrap_or_else(|told| panic!("{told:?}"));
    assert_eq!((read.line(0), read.cell(0, 1)), (4, "1"));
    // The row that is longer than the header is told with its own number.
    assert_eq!(notices.iter().find(|notice| notice.code == "tables.long-row").unwrap().place.line, Some(7));
}

#[test]
fn what_programs_write_in_other_ways_is_read_the_same() {
    // Without names of rows and cells; with prefixes; with runs of text, how they are pronounced, and escapes.
    let strings = r#"<x:sst><x:si><x:r><x:t>Up</x:t></x:r><x:rPh><x:t>uh</x:t></x:rPh><x:r><x:t xml:space="preserve">per </x:t></x:r></x:si>
        <x:si><x:t>a_x000D_&#10;b &amp; &lt;c&gt; _x005F_x0041_ &#xE9;<![CDATA[ & d]]></x:t></x:si><x:si/></x:sst>"#;
    let rows = r#"<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:f>X</x:f><x:v>t_x0041_</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c t="b"><x:v>0</x:v></x:c></x:row>
        <x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="d"><x:v>2024-05-01</x:v></x:c><x:c s="77"><x:v> 5 </x:v></x:c></x:row>
        <x:row><x:c r="C3"><x:v>3</x:v></x:c><x:c r="A3"><x:v>1</x:v></x:c></x:row>"#;
    let sheet = format!("<x:worksheet><x:sheetData>{rows}</x:sheetData></x:worksheet>");
    let book = open(workbook(sheet.as_bytes(), strings.as_bytes(), b""));
    assert_eq!(text(&book, 0), "Upper ,tA,,FALSE\n\"a b & <c> _x0041_ é & d\",2024-05-01,5,\n1,,3,\n");
}

#[test]
fn days_count_from_1904_where_the_workbook_says_so() {
    let parts = |properties: &str| {
        zip(&[
            Packed::stored(
                "XL\\Workbook.xml",
                format!(r#"<w>{properties}<sheet name="A&amp;B" id="1"/></w>"#).as_bytes(),
            ),
            Packed::stored(
                "xl/_rels/workbook.xml.rels",
                br#"<R><T Id="1"/><Relationship Id="1" Type="q/worksheet" Target="/xl/s.xml"/></R>"#,
            ),
            Packed::stored(
                "xl/styles.xml",
                br#"<s><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="14"/></cellXfs></s>"#,
            ),
            Packed::stored(
                "xl/s.xml",
                br#"<w><sheetData><row r="1"><c r="A1" s="0"><v>43951</v></c></row></sheetData></w>"#,
            ),
        ])
    };
    let book = open(parts(r#"<workbookPr date1904="1"/>"#));
    assert_eq!(book.entries()[0].name, "A&B");
    assert_eq!(text(&book, 0), "2024-05-01\n");
    assert_eq!(text(&open(parts("<workbookPr/>")), 0), "2020-04-30\n");
}

#[test]
fn sheets_come_in_the_order_of_their_tabs() {
    let row = |text: &str| format!(r#"<row><c t="inlineStr"><is><t>{text}</t></is></c></row>"#);
    let (one, two) = (row("one"), row("two"));
    let book = open(sheets(&[("Zwei", "visible", &two), ("Eins", "visible", &one)]));
    let names: Vec<_> = book.entries().iter().map(|entry| &*entry.file).collect();
    assert_eq!(names, ["file.zip › Zwei", "file.zip › Eins"]);
    assert_eq!((text(&book, 0), text(&book, 1)), ("two\n".into(), "one\n".into()));
}

#[test]
fn a_declared_size_is_believed_by_nobody() {
    // A library that reserves what a file says of itself would end here.
    let strings = br#"<sst count="99999999999999999999" uniqueCount="9223372036854775807"><si><t>x</t></si></sst>"#;
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    assert_eq!(text(&open(workbook(&sheet(rows), strings, b"")), 0), "x\n");
}
