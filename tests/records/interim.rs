//! Interim results: six-week cycles of one school by standard or goal area and by student group.

use evenhand::exact::Exact;
use evenhand::records::interim::{
    CycleOrder, InterimAnswer, InterimMeasure, InterimQuestion, OnTrackBy, OnTrackRule, PartKind, ShownChange,
    ShownCycle, ShownMean, ShownShare,
};
use evenhand::records::layout::{DuplicateRule, InterimReading};
use evenhand::records::{Collection, Importer, RecordDropReason as Drop, Settled};
use proptest::prelude::*;

use super::{add, argument, codes, data, presets};

const HEADER: &str = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,learningStandardItemCode,assessmentAdministrationName,assessmentAdministrationStartDate,assessmentPointsEarned,assessmentPointsPossible,assessmentOnTrackStatus,englishLearnerStatus\n";

/// Worked out by hand in the test below.
const SMALL: [&str; 12] = [
    "1,A,2026,Math,S1,Second,2025-11-21,7,10,Yes,Y\n",
    "1,A,2026,Math,S2,Second,2025-11-21,1,5,No,Y\n",
    "2,A,2026,Math,S1,Second,2025-11-21,6,10,Yes,N\n",
    "2,A,2026,Math,S2,Second,2025-11-21,5,5,Yes,N\n",
    "4,A,2026,Math,S1,Second,2025-11-22,3,10,No,N\n",
    "4,A,2026,Math,S2,Second,2025-11-22,,5,,N\n",
    "1,A,2026,Math,S1,First,2025-10-10,4,10,No,Y\n",
    "1,A,2026,Math,S2,First,2025-10-10,2,5,No,Y\n",
    "2,A,2026,Math,S1,First,2025-10-10,6,10,Yes,N\n",
    "2,A,2026,Math,S2,First,2025-10-10,4,5,Yes,N\n",
    "3,A,2026,Math,S1,First,2025-10-10,8,10,Yes,N\n",
    // Of another school: it says nothing of this one.
    "9,B,2026,Math,S1,First,2025-10-10,1,10,No,N\n",
];

fn question() -> InterimQuestion {
    InterimQuestion {
        school: "A".to_owned(),
        year: "2026".to_owned(),
        subject: "Math".to_owned(),
        test: String::new(),
        measure: None,
        on_track: None,
    }
}

fn read(files: &[String], piece: usize) -> (Collection, Settled) {
    let mut collection = Collection::new();
    for (number, text) in files.iter().enumerate() {
        let file = add(&mut collection, Importer::new(&format!("{number}.csv"), 0, presets()), text.as_bytes(), piece);
        assert!(file.account.is_some_and(|account| account.adds_up()), "{:?}", file.notices);
    }
    let settled = collection.settle(None);
    assert!(settled.accounts.iter().all(|account| account.adds_up()));
    (collection, settled)
}

/// A cycle in few letters: the result, the change, the share on track; each with its number.
fn brief(cycle: &ShownCycle) -> String {
    let mean = match &cycle.mean {
        ShownMean::NotAsked => "not asked".to_owned(),
        ShownMean::NoResult => "none".to_owned(),
        ShownMean::Mean { n, value } => format!("{value} ({n})"),
    };
    let change = match &cycle.change {
        ShownChange::First => "first".to_owned(),
        ShownChange::OrderUnknown => "no order".to_owned(),
        ShownChange::NotAsked => "not now".to_owned(),
        ShownChange::NotAskedBefore => "not before".to_owned(),
        ShownChange::NobodyInBoth => "nobody".to_owned(),
        ShownChange::Change { n, value, direction } => format!("{value} ({n}) {direction}"),
    };
    let share = match &cycle.on_track {
        ShownShare::NotChosen => "not chosen".to_owned(),
        ShownShare::NotSaid => "not said".to_owned(),
        ShownShare::Share { n, yes, value } => format!("{value} ({yes} of {n})"),
    };
    format!("{mean} | {change} | {share}")
}

/// All cycles of a part, of a group or (by `""`) of all students.
fn cycles(answer: &InterimAnswer, group: &str, part: &str) -> Vec<String> {
    let parts = match group {
        "" => &answer.parts,
        group => {
            let found = answer.groups.iter().find(|one| format!("{}={}", one.element.name(), one.value) == group);
            &found.unwrap_or_else(|| panic!("no group {group}: {:?}", answer.groups)).parts
        }
    };
    let is = |kind: PartKind| if kind == PartKind::Area { "" } else { "all" };
    let found = parts.iter().find(|one| one.name == part && (part.is_empty() == (is(one.kind) == "all")));
    found.unwrap_or_else(|| panic!("no part {part}")).cycles.iter().map(brief).collect()
}

#[test]
fn results_growth_and_on_track_are_as_worked_out_by_hand() {
    let (collection, settled) = read(&[format!("{HEADER}{}", SMALL.concat())], 1000);
    assert_eq!(settled.notices, []);
    let answer = collection.interim(&question()).unwrap();
    assert_eq!(
        (answer.measure, answer.measures.as_slice()),
        (InterimMeasure::Points, [InterimMeasure::Points].as_slice())
    );
    assert_eq!(answer.order, CycleOrder::Day);
    let names: Vec<(&str, Option<&str>, u64)> =
        answer.cycles.iter().map(|cycle| (cycle.name.as_str(), cycle.day.as_deref(), cycle.students)).collect();
    assert_eq!(names, [("First", Some("2025-10-10"), 3), ("Second", Some("2025-11-21"), 3)]);
    // 18 of 30 points, then 16 of 30; +30 and 0 percent in the two students of both cycles.
    assert_eq!(
        cycles(&answer, "", "S1"),
        ["60.0 (3) | first | 66.7 (2 of 3)", "53.3 (3) | 15.0 (2) 1 | 66.7 (2 of 3)"]
    );
    // 6 of 10 points, twice; -20 and +20 percent. Who has no points has no result.
    assert_eq!(cycles(&answer, "", "S2"), ["60.0 (2) | first | 50.0 (1 of 2)", "60.0 (2) | 0.0 (2) 0 | 50.0 (1 of 2)"]);
    // 24 of 40 points, then 22 of 40; from 6 to 8 and from 10 to 11 of 15 points: (2/15 + 1/15) / 2.
    assert_eq!(cycles(&answer, "", ""), ["60.0 (3) | first | 60.0 (3 of 5)", "55.0 (3) | 10.0 (2) 1 | 60.0 (3 of 5)"]);
    assert_eq!(answer.parts[0].kind, PartKind::Together);
    let learners = "englishLearnerStatus=Yes";
    assert_eq!(
        cycles(&answer, learners, "S1"),
        ["40.0 (1) | first | 0.0 (0 of 1)", "70.0 (1) | 30.0 (1) 1 | 100.0 (1 of 1)"]
    );
    assert_eq!(answer.groups.len(), 2);
    let summary = &answer.summaries[1];
    assert_eq!(
        (summary.rose.as_slice(), summary.same.as_slice()),
        (["S1".to_owned()].as_slice(), ["S2".to_owned()].as_slice())
    );
    // The other school has one cycle.
    let other = collection.interim(&InterimQuestion { school: "B".to_owned(), ..question() }).unwrap();
    assert_eq!(other.order, CycleOrder::Single);
    assert_eq!(cycles(&other, "", "S1"), ["10.0 (1) | first | 0.0 (0 of 1)"]);
    assert_eq!(collection.interim(&InterimQuestion { school: "C".to_owned(), ..question() }), None);
    let schools = collection.interim_schools();
    assert_eq!(schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!(schools[0].offers.len(), 1);
    // Frameworks see nothing of it.
    assert_eq!(collection.records().assessments().len(), 0);
    assert!(collection.records().sittings().is_empty() && collection.records().levels().is_empty());
}

#[test]
fn what_counts_as_on_track_can_be_chosen_and_is_never_made_up() {
    let text = "studentIdentifier,schoolIdentifier,assessmentAcademicSubject,learningStandardItemCode,assessmentAdministrationName,assessmentAdministrationNumber,assessmentAdministrationStartDate,assessmentResultScoreValue,assessmentPerformanceLevelIdentifier\n\
        1,A,Math,,Autumn,2,2025-10-10,200,Low\n1,A,Math,,Summer,1,2025-09-01,190.5,Low\n2,A,Math,,Autumn,2,,210,High\n2,A,Math,,Summer,1,2025-09-01,,\n";
    // The day of one row is missing, and with it its school year.
    let (collection, settled) = read(&[text.to_owned()], 50);
    assert_eq!(settled.accounts[0].dropped.get(&Drop::WithoutYear), Some(&1));
    let text = text.replace("Autumn,2,,210", "Autumn,2,2025-10-11,210");
    let (collection_whole, _) = read(&[text], 50);
    let of =
        |collection: &Collection, on_track| collection.interim(&InterimQuestion { on_track, ..question() }).unwrap();
    let answer = of(&collection_whole, None);
    assert_eq!((answer.measure, answer.on_track.clone(), answer.statuses), (InterimMeasure::Score, None, false));
    assert_eq!(answer.levels, ["High", "Low"]);
    assert_eq!(answer.parts.len(), 1);
    assert_eq!(answer.parts[0].kind, PartKind::Whole);
    assert_eq!(cycles(&answer, "", ""), ["190.5 (1) | first | not chosen", "205.0 (2) | 9.5 (1) 1 | not chosen"]);
    let by = |by, levels: &[&str], at_least: Option<&str>| {
        let levels = levels.iter().map(|level| (*level).to_owned()).collect();
        Some(OnTrackRule { by, levels, at_least: at_least.map(|text| Exact::parse(text).unwrap()) })
    };
    let last = |rule| brief(&of(&collection_whole, rule).parts[0].cycles[1]).rsplit(" | ").next().unwrap().to_owned();
    assert_eq!(last(by(OnTrackBy::Levels, &["High"], None)), "50.0 (1 of 2)");
    assert_eq!(last(by(OnTrackBy::Levels, &[], None)), "not chosen");
    assert_eq!(last(by(OnTrackBy::AtLeast, &[], Some("200"))), "100.0 (2 of 2)");
    assert_eq!(last(by(OnTrackBy::AtLeast, &[], Some("200.001"))), "50.0 (1 of 2)");
    assert_eq!(last(by(OnTrackBy::AtLeast, &[], None)), "not chosen");
    assert_eq!(last(by(OnTrackBy::Status, &[], None)), "not said");
    assert_eq!(cycles(&of(&collection, None), "", "")[1], "200.0 (1) | 9.5 (1) 1 | not chosen");
}

#[test]
fn a_layout_may_name_the_levels_that_are_on_track() {
    let mut layout = super::preset("evenhand-interim");
    layout.interim =
        Some(InterimReading { on_track_levels: vec!["High".to_owned(), "Highest".to_owned()], ..Default::default() });
    let text = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,learningStandardItemCode,assessmentAdministrationName,assessmentPerformanceLevelIdentifier\n1,A,2026,Math,S1,C1,High\n2,A,2026,Math,S1,C1,Low\n";
    let (collection, ..) = super::import_by(Importer::by("a.csv", 0, layout), text.as_bytes());
    let answer = collection.interim(&question()).unwrap();
    assert_eq!(
        answer.on_track.as_ref().map(|rule| (rule.by, rule.levels.as_slice())),
        Some((OnTrackBy::Levels, ["High".to_owned()].as_slice()))
    );
    // There are levels and no results that could be averaged.
    assert_eq!(cycles(&answer, "", "S1"), ["none | first | 50.0 (1 of 2)"]);
}

#[test]
fn absence_is_a_value() {
    let rows = "1,A,2026,Math,S1,C1,2025-09-10,5,10,,Y\n1,A,2026,Math,S1,C3,2025-12-10,6,10,,Y\n\
        1,A,2026,Math,S2,C2,2025-10-20,3,5,,Y\n2,A,2026,Math,S2,C3,2025-12-10,3,5,,N\n2,A,2026,Math,S1,C3,2025-12-10,,10,,N\n";
    let (collection, _) = read(&[format!("{HEADER}{rows}")], 1000);
    let answer = collection.interim(&question()).unwrap();
    assert_eq!(
        cycles(&answer, "", "S1"),
        ["50.0 (1) | first | not chosen", "not asked | not now | not chosen", "60.0 (1) | not before | not chosen"]
    );
    assert_eq!(
        cycles(&answer, "", "S2"),
        ["not asked | first | not chosen", "60.0 (1) | not before | not chosen", "60.0 (1) | nobody | not chosen"]
    );
    // Asked of the school, and nobody of the group answered.
    assert_eq!(cycles(&answer, "englishLearnerStatus=No", "S1")[2], "none | not before | not chosen");
    // No area was asked in two cycles in a row, so there is nothing to compare.
    assert_eq!(cycles(&answer, "", "")[2], "60.0 (2) | nobody | not chosen");
    assert_eq!(answer.summaries[2].open, ["S1", "S2"]);
}

#[test]
fn without_an_order_there_is_no_growth() {
    let rows = "1,A,2026,Math,S1,Before,,5,10,,\n1,A,2026,Math,S1,After,,6,10,,\n";
    let (collection, _) = read(&[format!("{HEADER}{rows}")], 1000);
    let answer = collection.interim(&question()).unwrap();
    assert_eq!(answer.order, CycleOrder::Unknown);
    assert_eq!(cycles(&answer, "", "S1")[1], "50.0 (1) | no order | not chosen");
    // Days alone make cycles, too.
    let header = HEADER.replace("assessmentAdministrationName,", "");
    let rows = "1,A,,Math,S1,2025-10-10,5,10,,\n1,A,,Math,S1,2025-11-21,6,10,,\n";
    let (collection, _) = read(&[format!("{header}{rows}")], 1000);
    let answer = collection.interim(&question()).unwrap();
    assert_eq!(answer.cycles.iter().map(|cycle| cycle.name.as_str()).collect::<Vec<_>>(), ["2025-10-10", "2025-11-21"]);
    assert_eq!(cycles(&answer, "", "S1")[1], "60.0 (1) | 10.0 (1) 1 | not chosen");
}

#[test]
fn equal_results_count_once_and_conflicting_ones_not_at_all() {
    let rows = "1,A,2026,Math,S1,C1,2025-09-10,5,10,,\n1,A,2026,Math,S1,C1,2025-09-10,5,10,,\n\
        2,A,2026,Math,S1,C1,2025-09-10,5,10,,\n2,A,2026,Math,S1,C1,2025-09-10,7,10,,\n2,A,2026,Math,S1,C1,2025-09-10,5,10,,\n\
        3,A,2026,Math,S1,C1,2025-09-10,1,10,,\n";
    let (mut collection, settled) = read(&[format!("{HEADER}{rows}")], 1000);
    let account = &settled.accounts[0];
    assert_eq!((account.read, account.kept), (6, 2));
    assert_eq!(account.dropped.get(&Drop::Repeated), Some(&1));
    assert_eq!(account.dropped.get(&Drop::Conflicting), Some(&3));
    assert_eq!(codes(&settled.notices), ["records.repeated-rows", "records.conflicting-rows"]);
    assert_eq!(argument(&settled.notices[1], "lines"), "4|5|6");
    assert_eq!(cycles(&collection.interim(&question()).unwrap(), "", "S1"), ["30.0 (2) | first | not chosen"]);
    let settled = collection.settle(Some(DuplicateRule::HighestScore));
    assert_eq!(settled.accounts[0].dropped.get(&Drop::Superseded), Some(&2));
    assert_eq!(cycles(&collection.interim(&question()).unwrap(), "", "S1"), ["43.3 (3) | first | not chosen"]);
    let settled = collection.settle(Some(DuplicateRule::LowestScore));
    assert_eq!(settled.accounts[0].dropped.get(&Drop::Superseded), Some(&1));
    assert!(settled.accounts[0].adds_up());
    // Without the rule it is as before.
    assert_eq!(collection.settle(None).accounts[0].kept, 2);
}

#[test]
fn rows_that_cannot_be_are_told_with_their_lines() {
    let rows = "1,A,2026,Math,S1,,,5,10,,\n2,A,2026,Math,S1,C1,,11,10,,\n3,A,2026,Math,S1,C1,,5,,,\n\
        4,A,2026,Math,S1,C1,,-1,10,,\n5,A,2026,Math,S1,C1,,x,10,,\n6,A,2026,,S1,C1,,5,10,,\n7,A,2026,Math,S1,C1,,5,10,,\n8,A,,Math,S1,C1,,5,10,,\n";
    let text = format!("{HEADER}{rows}");
    let (_, file, _) = super::import("a.csv", text.as_bytes());
    assert_eq!(file.layout.as_deref(), Some("evenhand-interim"));
    assert_eq!(file.account.unwrap().kept, 1);
    let told: Vec<(&str, String)> =
        file.notices.iter().map(|notice| (notice.code, argument(notice, "lines"))).collect();
    assert_eq!(
        told,
        [
            ("records.without-year", "9".to_owned()),
            ("records.without-subject", "7".to_owned()),
            ("records.unreadable-number", "6".to_owned()),
            ("records.without-cycle", "2".to_owned()),
            ("records.impossible-points", "3|4|5".to_owned())
        ]
    );
}

#[test]
fn what_is_told_of_all_students_alike_is_no_group_and_not_unknown() {
    let told = |learners: [&str; 3]| {
        let rows: Vec<String> = learners
            .iter()
            .enumerate()
            .map(|(student, learner)| format!("{student},A,2026,Math,S1,First,2025-10-10,4,10,No,{learner}\n"))
            .collect();
        let (collection, _) = read(&[format!("{HEADER}{}", rows.concat())], 1000);
        let answer = collection.interim(&question()).unwrap();
        let alike: Vec<String> =
            answer.told_of_all.iter().map(|one| format!("{}={}", one.element.name(), one.value)).collect();
        (answer.groups.len(), alike.join(" "))
    };
    assert_eq!(told(["N", "N", "N"]), (0, "englishLearnerStatus=No".to_owned()));
    assert_eq!(told(["N", "Y", "N"]), (2, String::new()));
    // Of the others nothing is told.
    assert_eq!(told(["N", "", "N"]), (1, String::new()));
    assert_eq!(told(["", "", ""]), (0, String::new()));
}

#[test]
fn a_table_of_students_adds_the_groups_and_one_of_schools_the_name() {
    let bare = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,learningStandardItemCode,assessmentAdministrationName,assessmentResultScoreValue\n1,A,2026,Math,S1,C1,5\n2,A,2026,Math,S1,C1,8\n".to_owned();
    let students = "studentIdentifier,schoolYear,sex,gradeLevelWhenAssessed\n1,2026,F,3\n2,2026,M,4\n".to_owned();
    let schools = "schoolIdentifier,nameOfInstitution,governance,seats\nA,North,Charter,100\n".to_owned();
    for files in [[bare.clone(), students.clone(), schools.clone()], [schools, students, bare]] {
        let (mut collection, settled) = read(&files, 1000);
        assert_eq!(settled.notices, []);
        let answer = collection.interim(&question()).unwrap();
        assert_eq!(answer.school, "North");
        assert_eq!(cycles(&answer, "sex=Female", "S1"), ["5.0 (1) | first | not chosen"]);
        assert_eq!(cycles(&answer, "gradeLevelWhenAssessed=04", "S1"), ["8.0 (1) | first | not chosen"]);
        // Settling again changes nothing.
        assert_eq!(collection.settle(None), settled);
        assert_eq!(collection.interim(&question()), Some(answer));
    }
}

#[test]
fn a_file_that_is_given_up_leaves_no_result() {
    let text = format!("{HEADER}{}", SMALL.concat());
    let (mut collection, _) = read(std::slice::from_ref(&text), 1000);
    let before = collection.interim(&question());
    let mut importer = Importer::new("2.csv", 0, presets());
    let more: String =
        (100..20_000).map(|student| format!("{student},A,2026,Math,S1,First,2025-10-10,1,10,No,N\n")).collect();
    importer.push(format!("{HEADER}{more}").as_bytes(), &mut collection);
    assert!(importer.progress().rows > 1000);
    importer.cancel(&mut collection);
    assert_eq!(collection.settle(None).notices, []);
    assert_eq!(collection.interim(&question()), before);
}

#[test]
fn assessments_that_tell_a_period_are_shown_too() {
    let text = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,assessmentSubtestTitle,assessmentPeriod,assessmentResultScoreValue,assessmentPerformanceLevelIdentifier\n\
        1,A,2026,Math,S1,Cycle 10,7,Met\n1,A,2026,Math,S1,Cycle 9,5,Not\n1,A,2026,Math,,,400,Met\n".to_owned();
    let (collection, _) = read(std::slice::from_ref(&text), 1000);
    let answer = collection.interim(&question()).unwrap();
    assert_eq!(answer.order, CycleOrder::Name);
    assert_eq!(cycles(&answer, "", "S1"), ["5.0 (1) | first | not chosen", "7.0 (1) | 2.0 (1) 1 | not chosen"]);
    // The same told by both tables counts once; what they contradict counts not at all.
    let header = "studentIdentifier,schoolIdentifier,schoolYear,assessmentAcademicSubject,learningStandardItemCode,assessmentAdministrationName,assessmentResultScoreValue,assessmentOnTrackStatus\n";
    let same = format!("{header}1,A,2026,Math,S1,Cycle 10,7,Yes\n1,A,2026,Math,S1,Cycle 9,6,Yes\n");
    let (collection, _) = read(&[text, same], 1000);
    let answer = collection.interim(&question()).unwrap();
    assert_eq!(answer.contradicting, 1);
    assert_eq!(cycles(&answer, "", "S1")[1], "7.0 (1) | nobody | 100.0 (1 of 1)");
}

/// A file of NWEA MAP, its header shortened to what is read.
fn nwea(rows: &str) -> String {
    format!(
        "TermName,SchoolName,School_StateID,StudentID,Subject,Course,GrowthMeasureYN,TestStartDate,TestRITScore,FallToWinterMetProjectedGrowth,FallToSpringMetProjectedGrowth,FallToSpringConditionalGrowthPercentile,Goal1Name,Goal1RitScore,Goal1Adjective,Goal2Name,Goal2RitScore,Goal2Adjective\n{rows}"
    )
}

#[test]
fn goal_areas_side_by_side_are_results_of_their_own() {
    let text = nwea(
        "Winter 2025-2026,North,A,1,Math,M,TRUE,01/15/2026,208,No,,,Geometry,203,LoAvg,Numbers,215,Avg\n\
         Fall 2025-2026,North,A,1,Math,M,TRUE,09/15/2025,200,,,,Geometry,205,LoAvg,Numbers,195,Low\n\
         Fall 2025-2026,North,A,2,Math,M,TRUE,09/16/2025,210,,,,Geometry,210,Avg,,,\n\
         Winter 2025-2026,North,A,2,Math,M,TRUE,01/16/2026,213,Yes,,,Geometry,213,Avg,Numbers,,\n",
    );
    let (collection, file, settled) = super::import("map.csv", text.as_bytes());
    assert_eq!(file.layout.as_deref(), Some("nwea-map"));
    assert_eq!((file.notices, settled.notices), (Vec::new(), Vec::new()));
    let asked = InterimQuestion { test: "MAP Growth".to_owned(), ..question() };
    let answer = collection.interim(&asked).unwrap();
    assert_eq!((answer.order, answer.contradicting), (CycleOrder::Day, 0));
    assert_eq!(answer.parts[0].kind, PartKind::Whole);
    assert_eq!(cycles(&answer, "", ""), ["205.0 (2) | first | not said", "210.5 (2) | 5.5 (2) 1 | 50.0 (1 of 2)"]);
    assert_eq!(cycles(&answer, "", "Geometry"), ["207.5 (2) | first | not said", "208.0 (2) | 0.5 (2) 1 | not said"]);
    assert_eq!(cycles(&answer, "", "Numbers"), ["195.0 (1) | first | not said", "215.0 (1) | 20.0 (1) 1 | not said"]);
    assert_eq!(answer.levels, ["Avg", "LoAvg", "Low"]);
    // The terms alone give the order as well.
    let undated = text.replace("01/15/2026", "").replace("09/16/2025", "").replace("09/15/2025", "");
    let (collection, ..) = super::import("map.csv", undated.as_bytes());
    let again = collection.interim(&asked).unwrap();
    assert_eq!((again.order, &again.parts), (CycleOrder::Layout, &answer.parts));
    // The assessments are what they were, and their levels and parts of the test no others.
    assert_eq!(collection.records().assessments().rows().count(), 4);
    assert!(collection.records().levels().is_empty());
    assert!(collection.records().sittings().iter().all(|sitting| sitting.subtest.is_empty()));
}

#[test]
fn goal_areas_that_contradict_each_other_are_told() {
    let row = "Fall 2025-2026,North,A,1,Math,M,TRUE,09/15/2025,200,,,,Geometry,205,LoAvg,Numbers,195,Low\n";
    let other = row.replace("195", "196");
    let (collection, file, settled) = super::import("map.csv", nwea(&format!("{row}{other}")).as_bytes());
    assert_eq!(file.notices, []);
    assert_eq!(codes(&settled.notices), ["records.conflicting-goals", "records.repeated-rows"]);
    assert_eq!(argument(&settled.notices[0], "lines"), "2|3");
    assert!(settled.accounts[0].adds_up());
    let answer = collection.interim(&InterimQuestion { test: "MAP Growth".to_owned(), ..question() }).unwrap();
    assert_eq!(answer.parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(), ["", "Geometry"]);
    // Where the rows contradict each other as a whole, that is told once.
    let other = other.replace(",200,", ",201,");
    let (_, _, settled) = super::import("map.csv", nwea(&format!("{row}{other}")).as_bytes());
    assert_eq!(codes(&settled.notices), ["records.conflicting-rows"]);
    let odd = row.replace("195", "n/k").replace("09/15/2025", "soon");
    let (_, file, _) = super::import("map.csv", nwea(&odd).as_bytes());
    assert_eq!(codes(&file.notices), ["records.unknown-value", "records.unknown-value"]);
}

#[test]
fn the_samples_of_nwea_are_read() {
    let (Some(older), Some(newer)) =
        (data("nwea-map-sample/AssessmentResults.csv"), data("layouts/nwea-map-growth-sample.csv"))
    else {
        return;
    };
    let (collection, file, _) = super::import("AssessmentResults.csv", &older);
    assert_eq!(codes(&file.notices), ["records.not-included"]);
    let asked = InterimQuestion {
        school: "Mt. Bachelor Middle School".to_owned(),
        year: "2014".to_owned(),
        subject: "Reading".to_owned(),
        test: "MAP Growth".to_owned(),
        ..question()
    };
    let answer = collection.interim(&asked).unwrap();
    let names: Vec<&str> = answer.cycles.iter().map(|cycle| cycle.name.as_str()).collect();
    assert_eq!((names, answer.order), (vec!["Fall", "Winter", "Spring"], CycleOrder::Day));
    // The mean and the change, worked out from the file by a plain reading of its own: the cells of these columns have no commas.
    let text = String::from_utf8(older).unwrap();
    let headings: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let at = |heading: &str| headings.iter().position(|one| *one == heading).unwrap();
    let cells: Vec<Vec<&str>> = text.lines().skip(1).map(plain_cells).collect();
    let score = |area: &str, term: &str| -> std::collections::BTreeMap<&str, i64> {
        let of = |row: &&Vec<&str>| {
            row[at("TermName")] == term
                && row[at("SchoolName")] == asked.school
                && row[at("MeasurementScale")] == "Reading"
                && row[at("GrowthMeasureYN")] == "True"
        };
        let score = |row: &Vec<&str>| {
            (1..=8)
                .find(|goal| row[at(&format!("Goal{goal}Name"))] == area)
                .and_then(|goal| row[at(&format!("Goal{goal}RitScore"))].parse::<i64>().ok())
        };
        cells.iter().filter(of).filter_map(|row| Some((row[at("StudentID")], score(row)?))).collect()
    };
    let (fall, winter) = (score("Literature", "Fall 2013-2014"), score("Literature", "Winter 2013-2014"));
    let both: Vec<i64> = fall.iter().filter_map(|(student, before)| Some(winter.get(student)? - before)).collect();
    let tenths = |sum: i64, count: usize| {
        let count = i64::try_from(count).unwrap();
        Exact::ratio(sum, count)
            .unwrap()
            .round(evenhand::exact::Rounding { places: 1, mode: evenhand::exact::RoundingMode::HalfUp })
            .unwrap()
            .written(1)
    };
    assert!(both.len() > 100, "{}", both.len());
    let change = both.iter().sum::<i64>();
    assert_eq!(
        cycles(&answer, "", "Literature")[1],
        format!(
            "{} ({}) | {} ({}) {} | not chosen",
            tenths(winter.values().sum(), winter.len()),
            winter.len(),
            tenths(change, both.len()),
            both.len(),
            change.signum()
        )
    );
    let (collection, file, _) = super::import("map.csv", &newer);
    assert_eq!(file.layout.as_deref(), Some("nwea-map"));
    let schools = collection.interim_schools();
    assert!(!schools.is_empty());
    assert!(schools.iter().any(|school| school.offers.iter().any(|offer| offer.subject == "Science")));
    for school in schools {
        for offer in school.offers {
            let asked = InterimQuestion {
                school: school.id.clone(),
                year: offer.year,
                subject: offer.subject,
                test: offer.test,
                measure: None,
                on_track: None,
            };
            let answer = collection.interim(&asked).unwrap();
            assert_eq!(answer.order, CycleOrder::Single);
            assert_eq!(answer.contradicting, 0);
        }
    }
}

/// The cells of a line, quotes taken off; a comma within quotes is part of the cell.
fn plain_cells(line: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (place, letter) in line.char_indices().chain([(line.len(), ',')]) {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                cells.push(line[start..place].trim_matches('"'));
                start = place + 1;
            }
            _ => {}
        }
    }
    cells
}

/// Rows that may contradict each other, in any number.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = (
        prop::sample::select(vec!["1", "2", "3", "4", ""]),
        prop::sample::select(vec!["A", "B"]),
        prop::sample::select(vec!["2026", "2025-26", "2025", ""]),
        prop::sample::select(vec!["S1", "S2", ""]),
        prop::sample::select(vec!["C1", "C2", "C3", ""]),
        prop::sample::select(vec!["2025-10-10", "11/21/2025", "2026-01-23", ""]),
        prop::sample::select(vec!["5", "7.5", "0", "12", ""]),
        prop::sample::select(vec!["10", "8", ""]),
        prop::sample::select(vec!["Yes", "No", ""]),
        prop::sample::select(vec!["Y", "N", ""]),
    );
    let row = row.prop_map(|(a, b, c, d, e, f, g, h, i, j)| format!("{a},{b},{c},Math,{d},{e},{f},{g},{h},{i},{j}\n"));
    prop::collection::vec(row, 1..30)
}

fn answers(collection: &Collection) -> Vec<Option<InterimAnswer>> {
    let asked = |school: &str, year: &str| {
        collection.interim(&InterimQuestion { school: school.to_owned(), year: year.to_owned(), ..question() })
    };
    vec![asked("A", "2026"), asked("A", "2025"), asked("B", "2026")]
}

proptest! {
    #[test]
    fn neither_the_order_of_rows_nor_where_bytes_are_cut_nor_how_files_are_split_matters(
        rows in rows(), piece in 1_usize..40, at in any::<prop::sample::Index>(), seed in any::<u64>(),
    ) {
        let (collection, settled) = read(&[format!("{HEADER}{}", rows.concat())], 100_000);
        let whole = answers(&collection);
        let (cut, cut_settled) = read(&[format!("{HEADER}{}", rows.concat())], piece);
        prop_assert_eq!(&answers(&cut), &whole);
        prop_assert_eq!(&cut_settled, &settled);
        let mut shuffled = rows.clone();
        let mut state = seed | 1;
        for place in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(place, (state >> 33) as usize % (place + 1));
        }
        let (mixed, _) = read(&[format!("{HEADER}{}", shuffled.concat())], 1000);
        prop_assert_eq!(&answers(&mixed), &whole);
        let at = at.index(rows.len());
        let parts = [format!("{HEADER}{}", rows[at..].concat()), format!("{HEADER}{}", rows[..at].concat())];
        let (mut parted, again) = read(&parts, 1000);
        prop_assert_eq!(&answers(&parted), &whole);
        prop_assert_eq!(parted.settle(None), again);
        prop_assert_eq!(&answers(&parted), &whole);
    }
}
