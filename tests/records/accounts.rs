//! Every row ends in exactly one bucket.

use evenhand::records::{Importer, RecordDropReason as Drop};

use super::{codes, import, import_by, own, preset};

#[test]
fn each_row_is_kept_or_dropped_for_one_reason_with_its_line() {
    let text = own("1,A,2024,Math,3,400,Met,50,F,N\n\
        ,A,2024,Math,3,400,Met,50,F,N\n\
        3,,2024,Math,3,400,Met,50,F,N\n\
        4,A,soon,Math,3,400,Met,50,F,N\n\
        5,A,2024,,3,400,Met,50,F,N\n\
        1.23E+11,A,2024,Math,3,400,Met,50,F,N\n\
        7,A,2024,Math,3,four,Met,50,F,N\n\
        8,A,2024,Math,3,400,Met,100,F,N\n\
        studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,gradeLevelWhenAssessed,assessmentResultScoreValue,assessmentPerformanceLevelIdentifier,studentGrowthPercentile,sex,englishLearnerStatus\n\
        ,,,,,,,,,\n\
        9,A,2024,Math,3,400,Met,50,F,N,more\n\
        10,A,2024,Math\n\
        11,A,2024,Mat");
    let (collection, file, settled) = import("a.csv", text.as_bytes());
    let account = file.account.unwrap();
    assert!(account.adds_up());
    assert_eq!((account.read, account.kept), (13, 2));
    let dropped: Vec<(Drop, u64)> = account.dropped.iter().map(|(reason, count)| (*reason, *count)).collect();
    assert_eq!(
        dropped,
        [
            (Drop::Empty, 1),
            (Drop::TooLong, 1),
            (Drop::Truncated, 1),
            (Drop::RepeatedHeader, 1),
            (Drop::WithoutStudent, 1),
            (Drop::WithoutSchool, 1),
            (Drop::WithoutYear, 1),
            (Drop::WithoutSubject, 1),
            (Drop::ShortenedIdentifier, 1),
            (Drop::UnreadableNumber, 1),
            (Drop::UnreadableGrowth, 1),
        ]
    );
    let lines: Vec<(&str, Option<u64>)> = file.notices.iter().map(|notice| (notice.code, notice.place.line)).collect();
    assert_eq!(
        lines,
        [
            ("records.empty-rows", Some(11)),
            ("records.long-rows", Some(12)),
            ("records.truncated-row", Some(14)),
            ("records.repeated-header", Some(10)),
            ("records.without-student", Some(3)),
            ("records.without-school", Some(4)),
            ("records.without-year", Some(5)),
            ("records.without-subject", Some(6)),
            ("records.shortened-identifier", Some(7)),
            ("records.unreadable-number", Some(8)),
            ("records.unreadable-growth", Some(9)),
            ("records.short-rows", Some(13)),
        ]
    );
    assert_eq!(settled.notices, []);
    assert_eq!(collection.records().assessments().rows().count(), 2);
}

#[test]
fn an_unclosed_quote_ends_the_file_and_is_told() {
    let text =
        own("1,A,2024,Math,3,400,Met,50,F,N\n2,A,2024,\"Math,3,400,Met,50,F,N\n3,A,2024,Math,3,400,Met,50,F,N\n");
    let (_, file, _) = import("a.csv", text.as_bytes());
    let account = file.account.unwrap();
    assert_eq!((account.read, account.kept, account.adds_up()), (2, 1, true));
    assert_eq!(codes(&file.notices), ["records.unclosed-quote"]);
    assert_eq!(file.notices[0].place.line, Some(3));
}

#[test]
fn scores_off_their_scale_are_dropped_and_cut_scores_go_by_year() {
    let mut layout = preset("evenhand-assessments");
    let scaled = serde_json::to_string(&layout).unwrap().replacen(
        "\"table\"",
        r#""scales":[{"subject":"Math","from":300,"to":500}],"cuts":[{"years":[2024],"subject":"Math","grades":["3"],"levels":[[300,"Low"],[400,"Met"]]}],"table""#,
        1,
    );
    layout = evenhand::records::layout::Layout::read(&scaled).unwrap();
    let text = own(
        "1,A,2024,Math,3,399.5,,,F,N\n2,A,2024,Math,3,400,,,F,N\n3,A,2025,Math,3,400,,,F,N\n4,A,2024,Math,3,999,,,F,N\n",
    );
    let (collection, file, _) = import_by(Importer::by("a.csv", 0, layout), text.as_bytes());
    let records = collection.records();
    let levels: Vec<&str> =
        records.assessments().rows().map(|row| records.levels().get(usize::from(row.level)).unwrap()).collect();
    assert_eq!(levels, ["Low", "Met", ""]);
    let told: Vec<(&str, Option<u64>)> = file.notices.iter().map(|notice| (notice.code, notice.place.line)).collect();
    assert_eq!(told, [("records.score-off-scale", Some(5)), ("records.no-cut-scores", Some(4))]);
}
