//! The remaining notices, each by a file that causes it.

use evenhand::records::{Collection, Importer};

use super::{add, argument, codes, import, own, presets};

#[test]
fn texts_that_mean_nothing_are_told_with_their_lines_and_read_as_blank() {
    let text = own(
        "1,A,2024,Math,3,400,Met,50,Q,perhaps\n2,A,2024,Math,thrird,400,Met,50,Q,N\n3,A,2024,Math,3,400,Met,50,F,N\n",
    );
    let (_, file, _) = import("a.csv", text.as_bytes());
    let told: Vec<(String, String, String, Option<String>)> = file
        .notices
        .iter()
        .map(|notice| {
            assert_eq!(notice.code, "records.unknown-value");
            (
                argument(notice, "value"),
                argument(notice, "count"),
                argument(notice, "lines"),
                notice.place.column.clone(),
            )
        })
        .collect();
    let wanted = [
        ("thrird", "1", "3", "gradeLevelWhenAssessed"),
        ("Q", "2", "2|3", "sex"),
        ("perhaps", "1", "2", "englishLearnerStatus"),
    ];
    let told: Vec<(&str, &str, &str, &str)> = told
        .iter()
        .map(|(value, count, lines, column)| {
            (value.as_str(), count.as_str(), lines.as_str(), column.as_deref().unwrap())
        })
        .collect();
    assert_eq!(told, wanted);
    assert_eq!(file.account.unwrap().kept, 3);
}

#[test]
fn many_texts_that_mean_nothing_are_counted() {
    let rows: String = (0..20).map(|number| format!("{number},A,2024,Math,3,400,Met,50,q{number},N\n")).collect();
    let (_, file, _) = import("a.csv", own(&rows).as_bytes());
    assert_eq!(file.notices.len(), 13);
    let last = file.notices.last().unwrap();
    assert_eq!((last.code, argument(last, "count")), ("records.more-unknown-values", "8".to_owned()));
}

#[test]
fn a_student_of_several_groups_or_schools_is_told() {
    let text = own("1,A,2024,Math,3,400,Met,50,F,N\n1,A,2024,Reading,3,400,Met,50,M,N\n\
        2,A,2024,Math,3,400,Met,50,F,N\n2,B,2024,Reading,3,400,Met,50,F,\n2,C,2025,Reading,4,400,Met,50,F,N\n");
    let (_, _, settled) = import("a.csv", text.as_bytes());
    let told: Vec<(&str, Option<u64>, String)> =
        settled.notices.iter().map(|notice| (notice.code, notice.place.line, argument(notice, "count"))).collect();
    assert_eq!(
        told,
        [("records.conflicting-groups", Some(3), "1".to_owned()), ("records.two-schools", Some(5), "1".to_owned())]
    );
    assert_eq!(argument(&settled.notices[0], "groups"), "sex");
}

#[test]
fn schools_that_do_not_exist_and_students_that_are_not_listed_are_told() {
    let mut collection = Collection::new();
    let text = own("1,0001,2024,Math,3,400,Met,50,,\n2,0009,2024,Math,3,400,Met,50,,\n");
    add(&mut collection, Importer::new("a.csv", 0, presets()), text.as_bytes(), 1000);
    let schools = "schoolIdentifier,nameOfInstitution,governance,seats\n0001,One,Charter,100\n";
    add(&mut collection, Importer::new("s.csv", 0, presets()), schools.as_bytes(), 1000);
    let students = "studentIdentifier,schoolYear,sex,gradeLevelWhenAssessed\n1,2024,F,3\n";
    add(&mut collection, Importer::new("p.csv", 0, presets()), students.as_bytes(), 1000);
    let settled = collection.settle(None);
    assert_eq!(codes(&settled.notices), ["records.students-not-listed", "records.unknown-schools"]);
    assert_eq!(argument(&settled.notices[1], "schools"), "0009");
    assert!(settled.accounts.iter().all(|account| account.adds_up()));
}

#[test]
fn zeros_and_decimals_of_identifiers_are_mended_and_told_without_showing_them() {
    let colorado = super::preset("colorado-growth-2017");
    let headings: Vec<String> = colorado.columns.0.iter().map(|(_, column)| column.heading[0].clone()).collect();
    let header = headings.join(",") + ",CDE_REPORTING_UNIT\n";
    let row = |student: &str, school: &str| {
        let cells: Vec<&str> = headings
            .iter()
            .map(|heading| match heading.as_str() {
                "SASID" => student,
                "SCH_NUMBER" => school,
                "REPORTING_YEAR" => "2017",
                "SUBJECT" => "MATH",
                "SGP" => "50",
                _ => "",
            })
            .collect();
        cells.join(",") + ",x\n"
    };
    let text = header + &row("1234567", "12") + &row("0001234567", "0012") + &row("7654321.0", "0013");
    let (collection, file, settled) = import("a.csv", text.as_bytes());
    let told: Vec<(&str, Option<u64>, Option<&str>)> =
        file.notices.iter().map(|notice| (notice.code, notice.place.line, notice.place.column.as_deref())).collect();
    assert_eq!(
        told,
        [("records.zeros-restored", Some(2), Some("SASID")), ("records.zeros-restored", Some(2), Some("SCH_NUMBER")),]
    );
    assert!(!format!("{:?}{:?}", file.notices, settled.notices).contains("234567"));
    assert_eq!(codes(&settled.notices), ["records.repeated-rows"]);
    assert_eq!(collection.records().student_count(), 2);
    let decimal = own("12.0,A,2024,Math,3,400,Met,50,F,N\n");
    let (_, file, _) = import("a.csv", decimal.as_bytes());
    assert_eq!(codes(&file.notices), ["records.decimal-identifier"]);
}

#[test]
fn the_old_encoding_other_delimiters_and_title_lines_are_understood() {
    let utf8 = own("1,Peña,2024,Math,3,400,Met,50,F,N\n");
    let windows: Vec<u8> = utf8.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let (collection, file, _) = import("a.csv", &windows);
    assert_eq!(codes(&file.notices), ["tables.windows-encoding"]);
    assert_eq!(collection.records().schools().get(1), Some("Peña"));
    for delimiter in [";", "\t", "^", "|"] {
        let text = format!("\u{feff}{}", utf8.replace(',', delimiter));
        let (collection, file, _) = import("a.csv", text.as_bytes());
        assert_eq!(file.notices, []);
        assert_eq!(super::content(collection.records()).len(), 1, "{delimiter}");
    }
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf8.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut collection = Collection::new();
    let file = add(&mut collection, Importer::new("a.csv", 0, presets()), &wide, 3);
    assert_eq!((file.notices, collection.records().schools().get(1)), (Vec::new(), Some("Peña")));
    let titled = format!("Riverbend\nPrinted on Monday\n\n{utf8}");
    let (_, file, _) = import("a.csv", titled.as_bytes());
    assert_eq!(codes(&file.notices), ["tables.title-lines"]);
    assert_eq!(file.account.unwrap().kept, 1);
    let old = utf8.replace('\n', "\r");
    assert_eq!(import("a.csv", old.as_bytes()).1.account.unwrap().kept, 1);
}

#[test]
fn what_is_no_table_of_students_is_answered() {
    for (bytes, code) in [
        (b"PK\x03\x04xl/workbook".as_slice(), "tables.excel-workbook"),
        (b"%PDF-1.7 abc", "tables.pdf-document"),
        (b"", "tables.empty-file"),
        (b"one column\n1\n2\n", "tables.one-column"),
    ] {
        let (_, file, settled) = import("a.csv", bytes);
        assert_eq!(codes(&file.notices), [code]);
        assert_eq!((file.account, settled.accounts), (None, Vec::new()));
    }
    let (_, file, _) = import("a.csv", own("").as_bytes());
    assert_eq!(codes(&file.notices), ["records.no-rows"]);
}

#[test]
fn dates_in_several_formats_are_told() {
    let text = "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate\n1,A,2024,2023-09-01\n2,A,2024,9/2/2023\n3,A,2024,3-Sep-2023\n4,A,2024,20230904\n5,A,2024,25/9/2023\n6,A,2024,soon\n";
    let (collection, file, _) = import("a.csv", text.as_bytes());
    assert_eq!(codes(&file.notices), ["records.unknown-value", "records.mixed-dates"]);
    // One date shows that the day comes first, so it does in the others too.
    assert_eq!(argument(&file.notices[1], "formats"), "2024-09-16|16/9/2024|20240916|16-Sep-2024");
    assert_eq!(entries(&collection), [20230901, 20230209, 20230903, 20230904, 20230925, 0]);
}

/// The first days of stays, 0 where there is none.
fn entries(collection: &Collection) -> Vec<u32> {
    collection.records().enrollments().iter().map(|stay| stay.from.unwrap_or(0)).collect()
}

fn stays(days: impl IntoIterator<Item = impl std::fmt::Display>) -> String {
    let mut text = "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate\n".to_owned();
    for (student, day) in days.into_iter().enumerate() {
        text.push_str(&format!("{student},A,2026,{day}\n"));
    }
    text
}

#[test]
fn the_order_of_day_and_month_is_that_of_the_whole_column() {
    for (days, read, told) in [
        (["3/11/2025", "18/8/2025", "5.6.2026"], [20251103, 20250818, 20260605], &[][..]),
        (["3/11/2025", "8/18/2025", "2026-06-05"], [20250311, 20250818, 20260605], &["records.mixed-dates"][..]),
        (["3/11/2025", "2/9/2025", "4/6/2026"], [20250311, 20250209, 20260406], &["records.day-order-not-shown"][..]),
        // Both are shown: what can be read both ways isn't read.
        (
            ["3/11/2025", "8/18/2025", "18/8/2025"],
            [0, 20250818, 20250818],
            &["records.unknown-value", "records.mixed-dates"][..],
        ),
    ] {
        let (collection, file, _) = import("a.csv", stays(days).as_bytes());
        assert_eq!((entries(&collection), codes(&file.notices)), (read.to_vec(), told.to_vec()), "{days:?}");
        let turned = days.iter().rev();
        let (collection, file, _) = import("a.csv", stays(turned).as_bytes());
        let read: Vec<u32> = read.iter().rev().copied().collect();
        assert_eq!((entries(&collection), codes(&file.notices)), (read, told.to_vec()), "{days:?}");
    }
}

#[test]
fn a_school_year_written_as_a_day_is_read_in_the_order_of_its_column() {
    let file = |years: [&str; 3]| {
        let rows: Vec<String> =
            years.iter().enumerate().map(|(student, year)| format!("{student},A,{year},Math,400\n")).collect();
        format!(
            "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentResultScoreValue\n{}",
            rows.concat()
        )
    };
    for (years, read, told) in [
        // The last one shows that the day comes first.
        (["12/5/2024", "7/8/2024", "30/6/2024"], [2024, 2025, 2024], &[][..]),
        (["12/5/2024", "7/8/2024", "6/30/2024"], [2025, 2025, 2024], &[][..]),
        (["12/5/2024", "7/8/2024", "1/1/2024"], [2025, 2025, 2024], &["records.day-order-not-shown"][..]),
        // Whichever comes first, it is the same school year.
        (["7/8/2024", "1/2/2024", "2023-24"], [2025, 2024, 2024], &[][..]),
    ] {
        let (collection, imported, _) = import("a.csv", file(years).as_bytes());
        let found: Vec<u16> = collection.records().assessments().rows().map(|row| row.year).collect();
        assert_eq!((found, codes(&imported.notices)), (read.to_vec(), told.to_vec()), "{years:?}");
    }
    // Both are shown: a day that would give two years isn't read.
    let (collection, imported, _) = import("a.csv", file(["12/5/2024", "30/6/2024", "6/30/2024"]).as_bytes());
    assert_eq!(collection.records().assessments().rows().count(), 2);
    assert_eq!(codes(&imported.notices), ["records.without-year"]);
}

#[test]
fn a_file_that_shows_another_order_of_day_and_month_further_down_is_left_out() {
    // A quarter of a megabyte is looked at before the first row is read.
    let early = |day: &'static str| std::iter::repeat_n(day, 20_000);
    let (collection, file, settled) = import("a.csv", stays(early("3/11/2025").chain(["18/8/2025"])).as_bytes());
    assert_eq!((codes(&file.notices), file.account), (vec!["records.day-order-changes"], None));
    assert_eq!((entries(&collection), settled.accounts), (Vec::new(), Vec::new()));
    let (_, file, _) =
        import("a.csv", stays(["18/8/2025"].into_iter().chain(early("3/11/2025")).chain(["8/18/2025"])).as_bytes());
    assert_eq!(codes(&file.notices), ["records.day-order-changes"]);
    // Nothing was read otherwise.
    let (collection, file, _) = import("a.csv", stays(early("2025-11-03").chain(["18/8/2025"])).as_bytes());
    assert_eq!((codes(&file.notices), entries(&collection).len()), (vec!["records.mixed-dates"], 20_001));
}

#[test]
fn private_columns_are_named_and_never_read() {
    let text = "studentIdentifier,LastName,Birth Date,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentResultScoreValue\n1,Zyxwv,2012-02-03,A,2024,Math,400\n";
    let (collection, file, settled) = import("a.csv", text.as_bytes());
    assert_eq!(codes(&file.notices), ["records.private-columns"]);
    assert_eq!(argument(&file.notices[0], "columns"), "LastName|Birth Date");
    assert!(!format!("{collection:?}{file:?}{settled:?}").contains("Zyxwv"));
}

#[test]
fn a_column_of_the_layout_that_is_missing_is_told() {
    let layout = super::preset("student-growth-demo");
    let text = "ID,YEAR,CONTENT_AREA,GRADE\n1,2024,MATHEMATICS,3\n";
    let (_, file, _) = super::import_by(Importer::by("a.csv", 0, layout), text.as_bytes());
    assert_eq!(codes(&file.notices), ["records.missing-column", "records.missing-column"]);
    assert_eq!(argument(&file.notices[0], "headings"), "SCHOOL_NUMBER");
    assert_eq!(argument(&file.notices[1], "headings"), "VALID_CASE");
    assert!(file.proposal.is_some());
}

#[test]
fn more_levels_than_there_is_room_for_are_dropped() {
    let rows: String = (0..300).map(|number| format!("{number},A,2024,Math,3,400,level {number},50,F,N\n")).collect();
    let (_, file, _) = import("a.csv", own(&rows).as_bytes());
    assert_eq!(codes(&file.notices), ["records.no-room"]);
    let account = file.account.unwrap();
    assert_eq!((account.kept, account.adds_up()), (255, true));
}

#[test]
fn identifiers_that_only_differ_by_zeros_are_told_without_showing_a_student() {
    let mut collection = Collection::new();
    let one = own("0077,0101,2025,Math,3,400,Met,50,F,N\n0078,0101,2025,Math,3,400,Met,50,F,N\n");
    let other = own("77,101,2025,Reading,3,400,Met,50,F,N\n78,102,2025,Reading,3,400,Met,50,F,N\n");
    add(&mut collection, Importer::new("a.csv", 0, presets()), one.as_bytes(), 1000);
    add(&mut collection, Importer::new("b.csv", 0, presets()), other.as_bytes(), 1000);
    let settled = collection.settle(None);
    assert_eq!(codes(&settled.notices), ["records.students-differ-by-zeros", "records.schools-differ-by-zeros"]);
    assert_eq!(argument(&settled.notices[0], "count"), "2");
    assert_eq!(argument(&settled.notices[1], "schools"), "0101 = 101");
    assert!(!format!("{:?}", settled.notices).contains("77"));
}

#[test]
fn a_heading_that_stands_twice_is_told_where_it_is_read() {
    let text = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,Assessment Result Score Value,assessmentResultScoreValue,note,note\n1,A,2025,Math,400,401,,\n";
    let (_, file, _) = import("a.csv", text.as_bytes());
    let told: Vec<_> = file.notices.iter().map(|notice| (notice.code, notice.place.column.as_deref())).collect();
    assert_eq!(told, [("records.same-heading", Some("assessmentResultScoreValue"))]);
}

#[test]
fn a_file_that_ends_within_its_last_row_is_told() {
    let whole = own("1,A,2024,Math,3,400,Met,50,F,N\n2,A,2024,Math,3,400,Met,50,F,N\n");
    assert_eq!(import("a.csv", whole.as_bytes()).1.notices, []);
    let (_, file, _) = import("a.csv", whole.trim_end().as_bytes());
    assert_eq!(codes(&file.notices), ["records.no-last-line-end"]);
    assert_eq!((file.notices[0].place.line, file.account.unwrap().kept), (Some(3), 2));
    let (_, file, _) = import("a.csv", whole.trim_end().strip_suffix(",N").unwrap().as_bytes());
    assert_eq!(codes(&file.notices), ["records.truncated-row"]);
}

#[test]
fn days_that_cannot_be_are_told() {
    let attendance = "studentIdentifier,schoolIdentifier,schoolYear,numberOfDaysInMembership,numberOfDaysAbsent\n1,A,2024,170,171\n2,A,2024,367,1\n3,A,2024,-1,\n4,A,2024,366,0\n";
    let (_, file, settled) = import("a.csv", attendance.as_bytes());
    assert_eq!(
        (codes(&file.notices), argument(&file.notices[0], "lines")),
        (vec!["records.impossible-days"], "2|3|4".to_owned())
    );
    assert_eq!(settled.accounts[0].kept, 1);
    let stays = "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate,numberOfDaysInMembership\n1,A,2024,2023-09-01,1020\n";
    assert_eq!(codes(&import("a.csv", stays.as_bytes()).1.notices), ["records.impossible-days"]);
}

#[test]
fn stays_that_contradict_each_other_are_all_left_out() {
    let text = "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate,enrollmentExitDate,numberOfDaysInMembership\n1,A,2024,2023-09-01,,40\n1,A,2024,2023-09-01,2024-06-01,170\n2,A,2024,2023-09-01,2023-12-01,50\n2,A,2024,2024-02-01,,70\n2,A,2024,2024-02-01,,70\n";
    let (collection, _, settled) = import("a.csv", text.as_bytes());
    let told: Vec<_> = settled.notices.iter().map(|notice| (notice.code, argument(notice, "lines"))).collect();
    assert_eq!(told, [("records.repeated-rows", "6".to_owned()), ("records.conflicting-rows", "2|3".to_owned())]);
    assert_eq!(collection.records().enrollments().len(), 2);
    // Stays without days may lie side by side: those of a roster are stays in classes.
    let classes = "studentIdentifier,schoolIdentifier,schoolYear,enrollmentEntryDate,enrollmentExitDate\n1,A,2024,2023-09-01,2023-10-15\n1,A,2024,2023-09-01,2024-06-01\n";
    let (collection, _, settled) = import("a.csv", classes.as_bytes());
    assert_eq!((settled.notices, collection.records().enrollments().len()), (Vec::new(), 2));
}

#[test]
fn schools_that_contradict_each_other_stay_so_when_further_files_come() {
    let mut collection = Collection::new();
    let schools = "schoolIdentifier,nameOfInstitution,governance\nA,One,Charter\nA,Other,Charter\nB,Two,Charter\n";
    add(&mut collection, Importer::new("s.csv", 0, presets()), schools.as_bytes(), 1000);
    let text = own("1,A,2024,Math,3,400,Met,50,F,N\n");
    add(&mut collection, Importer::new("a.csv", 0, presets()), text.as_bytes(), 1000);
    let settled = collection.settle(None);
    // The file has the school; only what it says of it doesn't count.
    assert_eq!(codes(&settled.notices), ["records.conflicting-rows"]);
    assert_eq!(settled.accounts[0].kept, 1);
    assert_eq!(collection.school_facts().map(|(school, _)| school).collect::<Vec<_>>(), ["B"]);
    assert_eq!(collection.settle(None), settled);
}
