//! All files together: schools, fields, cells, and an account of every row.

use evenhand::notice::Notice;
use evenhand::tables::{DropReason, FieldQuery, IdentifierPart, Mapping, SchoolTable, Shape, Sheet};

use crate::{argument, cell, codes, mapped, text};

type Told = (&'static str, Vec<&'static str>, Vec<Notice>);

fn built(files: &[(&str, &str)]) -> (SchoolTable, Vec<Notice>) {
    let sheets: Vec<(Sheet, Mapping)> = files.iter().map(|(file, text)| mapped(file, text)).collect();
    let (table, notices) = SchoolTable::build(&sheets);
    for account in table.accounts() {
        assert_eq!(account.read, account.kept + account.dropped.values().sum::<u64>(), "{account:?}");
    }
    (table, notices)
}

fn with_digits(file: &str, text: &str, digits: u8) -> (Sheet, Mapping) {
    let (sheet, mut mapping) = mapped(file, text);
    mapping.identifier[0].digits = Some(digits);
    (sheet, mapping)
}

/// Inputs with the codes that are expected.
pub fn told() -> Vec<Told> {
    let case = |name, expected: &[&'static str], files: &[(&str, &str)]| (name, expected.to_vec(), built(files).1);
    let digits = SchoolTable::build(&[with_digits("f.csv", "school_id,a\n31,2\n0041,3\n", 4)]).1;
    let room = SchoolTable::build_within(&[mapped("f.csv", "school_id,a,b\n1,2,3\n2,3,4\n3,4,5\n")], 5).1;
    vec![
        case(
            "no identifier in a row",
            &["tables.rows-without-identifier"],
            &[("f.csv", "school_id,name,a\n1,A,2\n,B,3\n")],
        ),
        case(
            "no measure in a row",
            &["tables.rows-without-measure"],
            &[("f.csv", "school_id,measure,value\n1,x,2\n2,,3\n")],
        ),
        case(
            "summaries",
            &["tables.summary-rows"],
            &[("f.csv", "school_id,name,a\n1,A,2\n,District Total,3\nSTATE,,4\n")],
        ),
        case("remarks", &["tables.note-rows"], &[("f.csv", "school_id,name,a\n1,A,2\n* fewer than ten,,\n")]),
        ("lost zeros", vec!["tables.zeros-restored"], digits),
        case("decimals", &["tables.decimal-identifier"], &[("f.csv", "school_id,a\n400010.0,2\n400011.0,3\n")]),
        case("shortened", &["tables.shortened-identifier"], &[("f.csv", "school_id,a\n4.0001E+11,2\n1,3\n")]),
        case(
            "a file twice",
            &["tables.repeated-cells"],
            &[("f.csv", "school_id,a\n1,2\n"), ("f.csv", "school_id,a\n1,2\n")],
        ),
        case("a blank", &["tables.blank-filled"], &[("f.csv", "school_id,a\n1,2\n"), ("g.csv", "school_id,a\n1,\n")]),
        case(
            "a contradiction",
            &["tables.conflicting-cells"],
            &[("f.csv", "school_id,a\n1,2\n"), ("g.csv", "school_id,a\n1,3\n")],
        ),
        case(
            "two names",
            &["tables.conflicting-names"],
            &[("f.csv", "school_id,name,a\n1,B,2\n"), ("g.csv", "school_id,name,b\n1,A,2\n")],
        ),
        case(
            "two ways to number schools",
            &["tables.different-identifiers"],
            &[
                ("f.csv", "District Number,School Number,a\n1,1,2\n1,2,2\n2,1,2\n2,2,3\n"),
                ("g.csv", "school_id,b\n1,2\n2,3\n"),
            ],
        ),
        ("no room", vec!["tables.too-many-cells"], room),
    ]
}

#[test]
fn files_come_together_by_identifier() {
    let (table, notices) = built(&[
        ("wide.csv", "school_id,name,network,rating\n2,Burr,North,1+\n1,Adams,,2\n"),
        (
            "long.csv",
            "school_id,indicator,score,points\n1,Growth - Reading,75,4\n1,Attendance,,\n3,Growth - Reading,60,3\n",
        ),
    ]);
    assert_eq!(notices, []);
    let schools: Vec<_> = table.schools().iter().map(|school| (&*school.id, school.name.as_deref())).collect();
    assert_eq!(schools, [("1", Some("Adams")), ("2", Some("Burr")), ("3", None)]);
    let fields: Vec<_> = table.fields().iter().map(ToString::to_string).collect();
    assert_eq!(
        fields,
        ["Attendance", "Attendance · points", "Growth - Reading", "Growth - Reading · points", "network", "rating"]
    );
    assert_eq!(text(&table, "1", "growth-reading"), Some("75"));
    // Listed but blank, and not listed at all.
    assert_eq!(text(&table, "1", "Attendance"), Some(""));
    assert_eq!(text(&table, "1", "network"), Some(""));
    assert_eq!(text(&table, "2", "Attendance"), None);
    assert_eq!(text(&table, "3", "rating"), None);
    assert_eq!(table.find_school("4"), None);
    let place = cell(&table, "1", "Attendance").expect("a cell");
    assert_eq!((&**place.file, place.line), ("long.csv", 3));
}

#[test]
fn every_row_is_accounted_for() {
    let file = "school_id,name,a,b\n\
                1,A,2,3\n\
                ,,,\n\
                2,B,3,4,5\n\
                ,No number,1,2\n\
                school_id,name,a,b\n\
                Total,,5,6\n\
                See the notes below,,,\n\
                5.1E+08,C,1,2\n\
                3,D,4,5\n\
                4,E";
    let (table, notices) = built(&[("f.csv", file)]);
    let account = &table.accounts()[0];
    assert_eq!((account.read, account.kept), (10, 2));
    let dropped: Vec<_> = account.dropped.iter().map(|(reason, count)| (*reason, *count)).collect();
    assert_eq!(
        dropped,
        [
            (DropReason::Empty, 1),
            (DropReason::TooLong, 1),
            (DropReason::Truncated, 1),
            (DropReason::WithoutIdentifier, 1),
            (DropReason::ShortenedIdentifier, 1),
            (DropReason::RepeatedHeader, 1),
            (DropReason::Summary, 1),
            (DropReason::Note, 1),
        ]
    );
    let lines: Vec<_> = notices.iter().map(|notice| (notice.code, notice.place.line)).collect();
    assert_eq!(
        lines,
        [
            ("tables.rows-without-identifier", Some(5)),
            ("tables.summary-rows", Some(7)),
            ("tables.note-rows", Some(8)),
            ("tables.shortened-identifier", Some(9)),
        ]
    );
    let json = serde_json::to_string(account).expect("JSON");
    assert!(json.contains("\"without-identifier\":1"), "{json}");
    // An open quote, and rows for which there is no room.
    let (table, _) = built(&[("f.csv", "school_id,a\n1,2\n2,\"3\n")]);
    assert_eq!(table.accounts()[0].dropped.get(&DropReason::UnclosedQuote), Some(&1));
    let (table, _) = SchoolTable::build_within(&[mapped("f.csv", "school_id,a,b\n1,2,3\n2,3,4\n3,4,5\n")], 5);
    assert_eq!(table.accounts()[0].dropped.get(&DropReason::NoRoom), Some(&1));
    assert_eq!(table.schools().len(), 2);
}

#[test]
fn lines_without_identifier_are_named_up_to_ten() {
    let file = format!("school_id,name,a\n1,A,2\n{}", ",X,3\n".repeat(15));
    let (_, notices) = built(&[("f.csv", &file)]);
    assert_eq!(codes(&notices), ["tables.rows-without-identifier"]);
    assert_eq!(argument(&notices[0], "count"), "15");
    assert_eq!(argument(&notices[0], "lines"), "3|4|5|6|7|8|9|10|11|12");
}

#[test]
fn what_spreadsheets_take_from_identifiers_is_put_back() {
    let sheets = [
        with_digits("f.csv", "school_id,a\n0031,1\n0041,2\nA7,3\n", 4),
        with_digits("g.csv", "school_id,b\n31,4\n41.0,5\nA7,6\n00031,7\n", 4),
    ];
    let (table, notices) = SchoolTable::build(&sheets);
    let ids: Vec<&str> = table.schools().iter().map(|school| &*school.id).collect();
    // Letters and numbers with more digits stay as they are.
    assert_eq!(ids, ["00031", "0031", "0041", "A7"]);
    assert_eq!((text(&table, "0031", "b"), text(&table, "0041", "b")), (Some("4"), Some("5")));
    assert_eq!(codes(&notices), ["tables.zeros-restored", "tables.decimal-identifier"]);
    assert_eq!(argument(&notices[0], "count"), "2");
    assert_eq!(argument(&notices[0], "digits"), "4");
    assert_eq!(argument(&notices[0], "example"), "31");
    assert_eq!(argument(&notices[1], "example"), "41.0");
    assert_eq!((notices[0].place.line, notices[1].place.line), (Some(2), Some(3)));
    assert_eq!(notices[0].place.column.as_deref(), Some("school_id"));
    // Without a known number of digits, zeros are nobody's to guess, and text that looks odd is kept.
    let (table, notices) = built(&[("f.csv", "school_id,a\n31,1\n12E4,2\n1.5,3\n7.,4\n")]);
    assert_eq!(notices, []);
    let ids: Vec<&str> = table.schools().iter().map(|school| &*school.id).collect();
    assert_eq!(ids, ["1.5", "12E4", "31", "7."]);
}

#[test]
fn contradictions_count_for_nothing_and_say_where() {
    let (table, notices) = built(&[
        ("b.csv", "school_id,measure,value\n1,Reading,70\n2,Reading,50\n"),
        ("a.csv", "school_id,measure,value\n2,Reading,50\n1,Reading,75\n"),
    ]);
    assert_eq!(codes(&notices), ["tables.conflicting-cells", "tables.repeated-cells"]);
    let place = &notices[0].place;
    assert_eq!((place.file.as_deref(), place.line, place.school.as_deref()), (Some("a.csv"), Some(3), Some("1")));
    assert_eq!(place.column.as_deref(), Some("value"));
    let arguments =
        ["field", "value", "other", "line", "otherfile", "otherline"].map(|name| argument(&notices[0], name));
    assert_eq!(arguments, ["Reading", "75", "70", "3", "b.csv", "2"]);
    assert_eq!((text(&table, "1", "Reading"), text(&table, "2", "Reading")), (Some(""), Some("50")));
    let field = table.field(&FieldQuery::named("Reading")).unwrap();
    assert_eq!([0, 1].map(|school| table.cell(school, field).unwrap().contested), [true, false]);
    // Also within a row, where two columns have one name.
    let (sheet, _) = Sheet::read("f.csv", b"school_id,a,a\n1,2,3\n2,3,3\n3,,4\n").expect("a table");
    let mapping =
        Mapping { identifier: vec![IdentifierPart { column: "school_id".into(), digits: None }], ..Mapping::default() };
    let (table, notices) = SchoolTable::build(&[(sheet, mapping)]);
    assert_eq!(codes(&notices), ["tables.conflicting-cells", "tables.repeated-cells", "tables.blank-filled"]);
    assert_eq!(
        (text(&table, "1", "a"), text(&table, "2", "a"), text(&table, "3", "a")),
        (Some(""), Some("3"), Some("4"))
    );
}

#[test]
fn the_first_name_in_the_alphabet_is_kept() {
    let (table, notices) = built(&[
        ("f.csv", "school_id,name,a\n1,Roosevelt H S,2\n"),
        ("g.csv", "school_id,name,b\n1,Roosevelt HS,2\n"),
        ("h.csv", "school_id,name,c\n1,,2\n"),
    ]);
    assert_eq!(table.schools()[0].name.as_deref(), Some("Roosevelt H S"));
    assert_eq!(argument(&notices[0], "names"), "Roosevelt H S|Roosevelt HS");
    assert_eq!(notices[0].place.school.as_deref(), Some("1"));
}

#[test]
fn fields_are_found_as_a_person_would_name_them() {
    let (table, _) =
        built(&[("f.csv", "school_id,Percent Tested,percent-tested,Total Points,%\n1,1,2,3,4\n2,2,3,4,5\n")]);
    let field =
        |name: &str| table.field(&FieldQuery::named(name)).map(|field| table.fields()[field.position()].name.clone());
    assert_eq!(field("Percent Tested").as_deref(), Some("Percent Tested"));
    assert_eq!(field("percent-tested").as_deref(), Some("percent-tested"));
    // Two fit: none is meant for certain.
    assert_eq!(field("percent tested"), None);
    assert_eq!(field("TOTAL_POINTS").as_deref(), Some("Total Points"));
    assert_eq!(field("%").as_deref(), Some("%"));
    assert_eq!(field("#"), None);
    assert_eq!(field("total"), None);
}

#[test]
fn groups_years_and_programs_divide_fields() {
    let file = "school_id,measure,value,n,year,student group,program\n\
                1,Reading,70,20,2018,All Students,\n\
                1,Reading,50,9,2018,English Learners,\n\
                1,Reading,72,21,2019,All Students,\n\
                1,Math,60,20,2019,,\n\
                1,Math,61,20,2019,,Evening\n\
                1,Science,61,20,2019,English Learners,\n";
    let (table, notices) = built(&[("f.csv", file)]);
    assert_eq!(notices, []);
    let text = |query: &FieldQuery<'_>| table.field(query).and_then(|field| table.cell(0, field)).map(|cell| cell.text);
    let reading = FieldQuery::named("reading");
    // Two years: which one is meant must be said. No group means all students.
    assert_eq!(text(&reading), None);
    assert_eq!(text(&FieldQuery { year: Some("2019"), ..reading }), Some("72"));
    assert_eq!(text(&FieldQuery { year: Some("2018"), group: Some("english learners"), ..reading }), Some("50"));
    assert_eq!(text(&FieldQuery { group: Some("English Learners"), ..reading }), Some("50"));
    assert_eq!(text(&FieldQuery { year: Some("2018"), attribute: Some("N"), ..reading }), Some("20"));
    assert_eq!(text(&FieldQuery { year: Some("2020"), ..reading }), None);
    assert_eq!(text(&FieldQuery { year: Some("2018"), group: Some("Homeless"), ..reading }), None);
    let math = FieldQuery::named("Math");
    assert_eq!(text(&math), Some("60"));
    assert_eq!(text(&FieldQuery { program: Some("evening"), ..math }), Some("61"));
    // A field without a group is that of all students, however they are called.
    assert_eq!(text(&FieldQuery { group: Some("Overall"), ..math }), Some("60"));
    assert_eq!(text(&FieldQuery { year: Some("2018"), group: Some("all"), ..reading }), Some("70"));
    assert_eq!(text(&FieldQuery { group: Some("Homeless"), ..math }), None);
    // One group is never all students.
    assert_eq!(text(&FieldQuery::named("Science")), None);
}

#[test]
fn a_wide_file_may_have_a_row_a_group() {
    let (table, notices) = built(&[("f.csv", "school_id,subgroup,score\n1,All,2\n1,EL,3\n2,All,4\n2,EL,\n")]);
    assert_eq!(notices, []);
    assert_eq!(text(&table, "2", "score"), Some("4"));
    let learners = FieldQuery { group: Some("EL"), ..FieldQuery::named("score") };
    let field = table.field(&learners).expect("a field");
    assert_eq!(table.cell(0, field).map(|cell| cell.text), Some("3"));
    assert_eq!(table.cell(1, field).map(|cell| cell.text), Some(""));
    assert_eq!(table.cell(2, field), None);
}

#[test]
fn identifiers_in_parts_and_in_one_piece_meet() {
    let (table, notices) = built(&[
        ("g.csv", "school_id,b\n01-0031,7\n"),
        ("f.csv", "District Number,School Number,a\n01,0031,1\n01,0041,2\n02,0031,3\n02,0041,3\n"),
    ]);
    assert_eq!(codes(&notices), ["tables.different-identifiers"]);
    assert_eq!(table.schools()[0].parts, ["01", "0031"]);
    assert_eq!((text(&table, "01-0031", "a"), text(&table, "01-0031", "b")), (Some("1"), Some("7")));
}

#[test]
fn few_cells_in_many_schools_are_found() {
    let mut file = String::from("school_id,measure,value\n");
    for school in 100..400 {
        file += &format!("{school},Common,{school}\n");
    }
    file += "250,Rare,x\n100,Rare,y\n399,Rare,z\n";
    let (table, _) = built(&[("f.csv", &file)]);
    assert_eq!(table.schools().len(), 300);
    for school in table.schools() {
        let rare = match &*school.id {
            "250" => Some("x"),
            "100" => Some("y"),
            "399" => Some("z"),
            _ => None,
        };
        assert_eq!(text(&table, &school.id, "Rare"), rare);
        assert_eq!(text(&table, &school.id, "Common"), Some(&*school.id));
    }
}

#[test]
fn ignored_columns_are_left_out_and_wrong_mappings_read_nothing() {
    let (sheet, mapping) = mapped("f.csv", "school_id,a,b\n1,2,3\n");
    let ignoring = Mapping { ignore: vec!["a".into()], ..mapping.clone() };
    let (table, _) = SchoolTable::build(&[(sheet.clone(), ignoring)]);
    assert_eq!(table.fields().len(), 1);
    let wrong = Mapping { identifier: vec![IdentifierPart { column: "zzz".into(), digits: None }], ..mapping.clone() };
    let (table, notices) = SchoolTable::build(&[(sheet.clone(), wrong)]);
    assert_eq!((table.schools().len(), codes(&notices)), (0, vec!["tables.rows-without-identifier"]));
    let (table, notices) = SchoolTable::build(&[(sheet.clone(), Mapping::default())]);
    assert_eq!((table.schools().len(), codes(&notices)), (0, vec!["tables.rows-without-identifier"]));
    let long = Mapping { shape: Shape::Long, ..mapping };
    let (table, notices) = SchoolTable::build(&[(sheet, long)]);
    assert_eq!((table.fields().len(), codes(&notices)), (0, vec!["tables.rows-without-measure"]));
    assert_eq!(SchoolTable::build(&[]).0.schools(), []);
}

#[test]
fn a_school_may_be_called_like_a_sum() {
    // "District" and "All" are also values of a school's own: its governance, its grades.
    let (table, notices) =
        built(&[("f.csv", "school_id,name,type,grades\n1,A,District,All\n2,State Street,Charter,All\n")]);
    assert_eq!(notices, []);
    assert_eq!(table.schools().len(), 2);
    // A row without a number that only has such a value isn't a sum.
    let (_, notices) = built(&[("f.csv", "school_id,name,type\n1,A,x\n,B,District\n")]);
    assert_eq!(codes(&notices), ["tables.rows-without-identifier"]);
}
