//! The sample district: the same files on every device, in order, and with all that they are there to show. Everything is
//! counted here by plain means.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where its files can't be read"
)]

use std::collections::{BTreeMap, BTreeSet};

use evenhand::sample::{LAST_YEAR, SEED, files};

type Row = BTreeMap<String, String>;

/// The rows of a file. No cell of the sample has a comma or a quotation mark in it.
fn rows(name: &str) -> Vec<Row> {
    let file = files(SEED).into_iter().find(|file| file.name == name).unwrap();
    assert!(!file.text.contains('"'));
    let mut lines = file.text.lines();
    let headings: Vec<String> = lines.next().unwrap().split(',').map(str::to_owned).collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), headings.len(), "{name}: {line}");
            headings.iter().cloned().zip(cells.into_iter().map(str::to_owned)).collect()
        })
        .collect()
}

/// FNV-1a: a fingerprint that needs no library.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Name, bytes, lines, fingerprint. They change only when the district is changed on purpose: ratings that others quote
/// from it change with it.
const FILES: [(&str, usize, usize, u64); 7] = [
    ("riverbend-schools.csv", 3_054, 41, 0xe5dd_0a93_7acc_d47b),
    ("riverbend-students.csv", 1_378_733, 27_686, 0x783a_7606_3bac_0498),
    ("riverbend-assessments.csv", 2_660_263, 38_319, 0x8a76_97d7_1562_d2d6),
    ("riverbend-attendance.csv", 703_094, 28_835, 0x1238_5b72_7906_5eab),
    ("riverbend-outcomes.csv", 292_783, 8_613, 0x2592_94f2_cba2_3a94),
    ("riverbend-interim.csv", 761_024, 9_241, 0x7e12_91b3_6e03_9a31),
    ("riverbend-checks.csv", 821_112, 8_471, 0xe2f4_f89f_ca9d_58e3),
];

#[test]
fn the_files_are_the_same_everywhere() {
    let made: Vec<_> = files(SEED)
        .iter()
        .map(|file| (file.name, file.text.len(), file.text.lines().count(), fingerprint(&file.text)))
        .collect();
    assert_eq!(made, FILES);
    assert_eq!(files(SEED), files(SEED));
    let others = files(SEED + 1);
    assert_eq!(others[0].name, "riverbend-schools.csv");
    assert!(others.iter().zip(files(SEED)).all(|(other, file)| other.text != file.text));
}

#[test]
fn forty_schools_of_every_kind() {
    let schools = rows("riverbend-schools.csv");
    assert_eq!(schools.len(), 40);
    let values = |heading: &str| -> BTreeSet<String> { schools.iter().map(|school| school[heading].clone()).collect() };
    assert_eq!(values("schoolIdentifier").len(), 40);
    assert_eq!(values("nameOfInstitution").len(), 40);
    assert_eq!(values("region").len(), 5);
    assert_eq!(values("schoolModel").len(), 7);
    let kinds: BTreeSet<String> =
        schools.iter().map(|school| school["governance"].clone() + school["highestGrade"].as_str()).collect();
    for kind in ["district-run", "charter", "innovation"] {
        for highest in ["05", "08", "12"] {
            assert!(kinds.contains(&format!("{kind}{highest}")), "{kind} up to {highest}");
        }
    }
    assert_eq!(values("titleIStatus").len(), 2);
    for school in &schools {
        let number = |heading: &str| school[heading].parse::<u32>().unwrap();
        assert!(
            number("seats") > 0 && number("enrollment") > 0 && number("enrollment") < 2 * number("seats"),
            "{school:?}"
        );
    }
}

#[test]
fn every_row_is_of_a_known_school_and_student_and_says_one_thing() {
    let schools: BTreeSet<String> =
        rows("riverbend-schools.csv").iter().map(|row| row["schoolIdentifier"].clone()).collect();
    let mut students = BTreeSet::new();
    for row in rows("riverbend-students.csv") {
        assert!(students.insert((row["studentIdentifier"].clone(), row["schoolYear"].clone())), "{row:?}");
    }
    let years: BTreeSet<&str> = students.iter().map(|(_, year)| year.as_str()).collect();
    assert_eq!(years, ["2024", "2025", "2026"].into());
    assert_eq!(years.last().unwrap().parse::<u16>().unwrap(), LAST_YEAR);
    let keys: [(&str, &[&str]); 5] = [
        ("riverbend-assessments.csv", &["assessmentAcademicSubject"]),
        ("riverbend-attendance.csv", &["schoolIdentifier"]),
        ("riverbend-outcomes.csv", &[]),
        ("riverbend-interim.csv", &["assessmentAcademicSubject", "assessmentSubtestTitle", "assessmentPeriod"]),
        (
            "riverbend-checks.csv",
            &["assessmentAcademicSubject", "learningStandardItemCode", "assessmentAdministrationName"],
        ),
    ];
    for (name, key) in keys {
        let mut seen = BTreeSet::new();
        for row in rows(name) {
            assert!(schools.contains(&row["schoolIdentifier"]), "{name} {row:?}");
            let student = (row["studentIdentifier"].clone(), row["schoolYear"].clone());
            // Those who dropped out earlier are waited for, and in no class.
            let waited_for = row.get("dropoutIndicator").is_some_and(String::is_empty);
            assert!(waited_for || students.contains(&student), "{name} {row:?}");
            let key: Vec<String> = key.iter().map(|heading| row[*heading].clone()).collect();
            assert!(seen.insert((student, key)), "{name} {row:?}");
        }
    }
}

#[test]
fn results_are_where_they_can_be() {
    let mut earlier: BTreeMap<(String, u32), u32> = BTreeMap::new();
    let mut excused = 0;
    for row in rows("riverbend-assessments.csv") {
        let (score, level) = (&row["assessmentResultScoreValue"], &row["assessmentPerformanceLevelIdentifier"]);
        let growth = &row["studentGrowthPercentile"];
        let tested = row["assessmentRegistrationParticipationIndicator"] == "Tested";
        assert_eq!(tested, !score.is_empty(), "{row:?}");
        assert_eq!(tested, !level.is_empty(), "{row:?}");
        assert!(growth.is_empty() || (tested && (1..=99).contains(&growth.parse().unwrap())), "{row:?}");
        if tested {
            let expected = match score.parse::<u32>().unwrap() {
                300..455 => "Did Not Meet",
                455..505 => "Approached",
                505..560 => "Met",
                560..=700 => "Exceeded",
                _ => "off the scale",
            };
            assert_eq!(level, expected);
        }
        excused += usize::from(row["assessmentRegistrationParticipationIndicator"] == "Excused");
        let grade: u32 = row["gradeLevelWhenAssessed"].parse().unwrap();
        assert!((3..=11).contains(&grade));
        assert!(grade > 3 || growth.is_empty());
        let year: u32 = row["schoolYear"].parse().unwrap();
        let student = row["studentIdentifier"].clone();
        if let Some(before) = earlier.get(&(student.clone(), year - 1)) {
            assert_eq!(grade, before + 1, "a student moves up");
        }
        earlier.insert((student, year), grade);
    }
    assert!(excused > 100);
}

#[test]
fn days_add_up() {
    let mut days: BTreeMap<(String, String), (u32, u32)> = BTreeMap::new();
    for row in rows("riverbend-attendance.csv") {
        let number = |heading: &str| row[heading].parse::<u32>().unwrap();
        let (enrolled, absent) = (number("numberOfDaysInMembership"), number("numberOfDaysAbsent"));
        assert!(absent <= enrolled && enrolled > 0);
        let sum = days.entry((row["studentIdentifier"].clone(), row["schoolYear"].clone())).or_default();
        *sum = (sum.0 + enrolled, sum.1 + 1);
    }
    assert!(days.values().all(|(enrolled, schools)| *enrolled <= 172 && *schools <= 2));
    let two_schools: BTreeSet<_> =
        days.iter().filter(|(_, (_, schools))| *schools == 2).map(|(key, _)| key.clone()).collect();
    assert!(two_schools.len() > 500);
    assert!(days.iter().all(|(key, (enrolled, _))| !two_schools.contains(key) || *enrolled == 172));
    // Who moved was not at the school of the test for a full year.
    for row in rows("riverbend-assessments.csv") {
        let key = (row["studentIdentifier"].clone(), row["schoolYear"].clone());
        let whole_year = days[&key] == (172, 1);
        assert_eq!(row["schoolFullAcademicYear"] == "Yes", whole_year, "{row:?}");
    }
}

/// Twice the median growth percentile of a school's full-year students in both subjects.
fn growth(rows: &[Row], school: &str, year: &str) -> i32 {
    let mut found: Vec<i32> = rows
        .iter()
        .filter(|row| {
            row["schoolIdentifier"] == school && row["schoolYear"] == year && row["schoolFullAcademicYear"] == "Yes"
        })
        .filter_map(|row| row["studentGrowthPercentile"].parse().ok())
        .collect();
    found.sort_unstable();
    found[found.len() / 2] + found[(found.len() - 1) / 2]
}

#[test]
fn the_stories_are_there() {
    let tests = rows("riverbend-assessments.csv");
    // A school that improves, and one that falls.
    assert!(growth(&tests, "1007", "2026") > growth(&tests, "1007", "2024") + 30);
    assert!(growth(&tests, "1012", "2026") + 30 < growth(&tests, "1012", "2024"));
    // One that has just opened.
    let years: BTreeSet<&str> =
        tests.iter().filter(|row| row["schoolIdentifier"] == "1020").map(|row| row["schoolYear"].as_str()).collect();
    assert_eq!(years, ["2026"].into());
    // One so small that its groups can't be shown.
    let small = tests.iter().filter(|row| row["schoolIdentifier"] == "1018" && row["schoolYear"] == "2026").count();
    assert!((10..60).contains(&small), "{small}");
    // Low participation.
    let rate = |school: &str| {
        let all: Vec<&Row> =
            tests.iter().filter(|row| row["schoolIdentifier"] == school && row["schoolYear"] == "2026").collect();
        let tested = all.iter().filter(|row| row["assessmentRegistrationParticipationIndicator"] == "Tested").count();
        100 * tested / all.len()
    };
    assert!(rate("1103") < 95 && rate("1001") >= 95);
    // A high school that fails to graduate a third of its students.
    let outcomes = rows("riverbend-outcomes.csv");
    let cohort: Vec<&Row> = outcomes
        .iter()
        .filter(|row| {
            row["schoolIdentifier"] == "1104" && row["cohortGraduationYear"] == "2026" && row["schoolYear"] == "2026"
        })
        .collect();
    let graduated = cohort.iter().filter(|row| row["highSchoolGraduationIndicator"] == "Yes").count();
    assert!(cohort.len() > 50 && 100 * graduated < 67 * cohort.len(), "{graduated} of {}", cohort.len());
    // Groups of a few students, everywhere.
    let groups = rows("riverbend-students.csv");
    let migrants = groups.iter().filter(|row| row["migrantStatus"] == "Yes" && row["schoolYear"] == "2026").count();
    assert!((20..150).contains(&migrants), "{migrants}");
    // Schools with an interim test in four cycles.
    let interim = rows("riverbend-interim.csv");
    let schools: BTreeSet<&str> = interim.iter().map(|row| row["schoolIdentifier"].as_str()).collect();
    assert_eq!(schools, ["1002", "1007", "1018", "1053"].into());
    let cycles: BTreeSet<&str> = interim.iter().map(|row| row["assessmentPeriod"].as_str()).collect();
    assert_eq!(cycles.len(), 4);
    let levels: BTreeSet<&str> =
        interim.iter().map(|row| row["assessmentPerformanceLevelIdentifier"].as_str()).collect();
    assert_eq!(levels, ["Behind", "Close", "On Track"].into());
}

/// What the mid-year view of a school and subject must show, by plain means: all students, each standard, each cycle.
#[test]
fn the_mid_year_view_of_the_sample_is_what_its_files_say() {
    use evenhand::records::interim::{InterimQuestion, PartKind, ShownChange, ShownMean, ShownShare};
    use evenhand::records::layout::Layout;
    use evenhand::records::{Collection, Importer};

    let layouts: Vec<Layout> = ["evenhand-assessments", "evenhand-interim", "evenhand-schools", "evenhand-students"]
        .iter()
        .map(|id| Layout::read(&std::fs::read_to_string(format!("www/layouts/{id}.json")).unwrap()).unwrap())
        .collect();
    let mut collection = Collection::new();
    for name in ["riverbend-schools.csv", "riverbend-students.csv", "riverbend-checks.csv", "riverbend-interim.csv"] {
        let text = files(SEED).into_iter().find(|file| file.name == name).unwrap().text;
        let mut importer = Importer::new(name, 0, layouts.clone());
        importer.push(text.as_bytes(), &mut collection);
        assert_eq!(importer.finish(&mut collection).notices, [], "{name}");
    }
    assert_eq!(collection.settle(None).notices, []);
    let schools = collection.interim_schools();
    assert_eq!(schools.iter().map(|school| school.id.as_str()).collect::<Vec<_>>(), ["1002", "1007", "1018", "1053"]);
    assert!(schools.iter().all(|school| school.offers.len() == 4 && school.name.is_some()));

    /// To one decimal, a tie away from zero: `above` of `below`, both whole.
    fn tenths(above: i128, below: i128) -> String {
        let sign = if above < 0 { "-" } else { "" };
        let tenths = (above.abs() * 20 + below) / (below * 2);
        if tenths == 0 { "0.0".to_owned() } else { format!("{sign}{}.{}", tenths / 10, tenths % 10) }
    }
    let learners: BTreeSet<String> = rows("riverbend-students.csv")
        .iter()
        .filter(|row| row["schoolYear"] == "2026" && row["englishLearnerStatus"] == "Yes")
        .map(|row| row["studentIdentifier"].clone())
        .collect();
    let checks = rows("riverbend-checks.csv");
    let (mut compared, mut rises, mut falls, mut small) = (0, 0, 0, 0);
    for school in &schools {
        for subject in ["ELA", "Math"] {
            let answer = collection
                .interim(&InterimQuestion {
                    school: school.id.clone(),
                    year: "2026".to_owned(),
                    subject: subject.to_owned(),
                    test: "Riverbend Check-In".to_owned(),
                    measure: None,
                    on_track: None,
                })
                .unwrap();
            let cycles: Vec<&str> = answer.cycles.iter().map(|cycle| cycle.name.as_str()).collect();
            assert_eq!(cycles, ["Cycle 1", "Cycle 2", "Cycle 3"]);
            let of_learners = answer
                .groups
                .iter()
                .find(|group| group.element.name() == "englishLearnerStatus" && group.value == "Yes");
            let groups = [(&answer.parts, false)].into_iter().chain(of_learners.map(|group| (&group.parts, true)));
            for (parts, only_learners) in groups {
                for part in parts.iter().filter(|part| part.kind == PartKind::Area) {
                    // Points by student, of each cycle.
                    let mut points: [BTreeMap<&str, (i128, i128)>; 3] = Default::default();
                    let mut on_track = [(0_i128, 0_i128); 3];
                    let mut asked = [false; 3];
                    for row in &checks {
                        if row["schoolIdentifier"] != school.id
                            || row["assessmentAcademicSubject"] != subject
                            || row["learningStandardItemCode"] != part.name
                        {
                            continue;
                        }
                        let cycle =
                            cycles.iter().position(|name| *name == row["assessmentAdministrationName"]).unwrap();
                        asked[cycle] = true;
                        if only_learners && !learners.contains(&row["studentIdentifier"]) {
                            continue;
                        }
                        if let Ok(earned) = row["assessmentPointsEarned"].parse::<i128>() {
                            let possible = row["assessmentPointsPossible"].parse().unwrap();
                            points[cycle].insert(&row["studentIdentifier"], (earned, possible));
                            on_track[cycle].0 += i128::from(row["assessmentOnTrackStatus"] == "Yes");
                            on_track[cycle].1 += 1;
                        }
                    }
                    for cycle in 0..3 {
                        let shown = &part.cycles[cycle];
                        let n = u64::try_from(points[cycle].len()).unwrap();
                        let (earned, possible) = points[cycle]
                            .values()
                            .fold((0, 0), |(a, b), (earned, possible)| (a + earned, b + possible));
                        let mean = match n {
                            _ if !asked[cycle] => ShownMean::NotAsked,
                            0 => ShownMean::NoResult,
                            n => ShownMean::Mean { n, value: tenths(earned * 100, possible) },
                        };
                        assert_eq!(shown.mean, mean, "{} {subject} {} {cycle}", school.id, part.name);
                        let (yes, told) = on_track[cycle];
                        let share = match told {
                            0 => ShownShare::NotSaid,
                            _ => ShownShare::Share {
                                n: u64::try_from(told).unwrap(),
                                yes: u64::try_from(yes).unwrap(),
                                value: tenths(yes * 100, told),
                            },
                        };
                        assert_eq!(shown.on_track, share);
                        let Some(before) = cycle.checked_sub(1) else {
                            assert_eq!(shown.change, ShownChange::First);
                            continue;
                        };
                        // All points possible of a standard are the same, so the changes add up over one divisor.
                        let both: Vec<i128> = points[cycle]
                            .iter()
                            .filter_map(|(student, (now, _))| Some(now - points[before].get(student)?.0))
                            .collect();
                        let possible = points[cycle].values().next().map_or(1, |(_, possible)| *possible);
                        let count = i128::try_from(both.len()).unwrap();
                        let change = match both.len() {
                            _ if !asked[cycle] => ShownChange::NotAsked,
                            _ if !asked[before] => ShownChange::NotAskedBefore,
                            0 => ShownChange::NobodyInBoth,
                            n => {
                                let value = tenths(both.iter().sum::<i128>() * 100, possible * count);
                                let direction = match value.as_str() {
                                    "0.0" => 0,
                                    fell if fell.starts_with('-') => -1,
                                    _ => 1,
                                };
                                ShownChange::Change { n: u64::try_from(n).unwrap(), value, direction }
                            }
                        };
                        assert_eq!(shown.change, change, "{} {subject} {} {cycle}", school.id, part.name);
                        compared += 1;
                        rises += usize::from(matches!(change, ShownChange::Change { direction: 1, .. }));
                        falls += usize::from(matches!(change, ShownChange::Change { direction: -1, .. }));
                        small += usize::from((1..10).contains(&n));
                    }
                }
            }
        }
    }
    // Something of everything is there to be seen.
    assert!(compared > 100 && rises > 30 && falls > 10 && small > 5, "{compared} {rises} {falls} {small}");
}
