//! Measures computed from student records.

use std::collections::BTreeSet;
use std::rc::Rc;

use evenhand::framework::Framework;
use evenhand::framework::observations::Basis;
use evenhand::framework::rating::{Choosing, Reading};
use evenhand::notice::Notice;
use evenhand::records::Records;
use evenhand::records::cells::Cells;
use evenhand::records::element::{DIMENSIONS, Element};
use evenhand::records::plan::{CellPlan, Count, Slice};
use evenhand::records::store::{Assessment, Grade, Participation, Sitting};
use serde_json::{Value, json};

use crate::support::{Rated, framework, step, table, text};

/// Rows as they are written here: a heading line with element names or short names, then a row a line.
pub fn records(text: &str) -> Records {
    let mut records = Records::new();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let headings: Vec<&str> = lines.next().unwrap().split(',').collect();
    for (number, line) in (2..).zip(lines) {
        let fields: Vec<&str> = line.split(',').collect();
        let field = |name: &str| headings.iter().position(|heading| *heading == name).map_or("", |place| fields[place]);
        let groups: Vec<(Element, &str)> = DIMENSIONS
            .iter()
            .map(|element| (*element, field(element.name())))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let sitting = Sitting {
            subject: field("subject").to_owned(),
            test: field("test").to_owned(),
            period: field("period").to_owned(),
            subtest: field("part").to_owned(),
        };
        let assessment = Assessment {
            student: records.add_student(field("student").as_bytes()).unwrap(),
            school: records.add_school(field("school")).unwrap(),
            year: field("year").parse().unwrap_or(0),
            sitting: records.add_sitting(sitting).unwrap(),
            grade: Grade::named(field("grade")).unwrap_or(Grade::NONE),
            level: records.add_level(field("level")).unwrap(),
            growth: field("growth").parse().unwrap_or(0),
            participation: match field("took") {
                "no" => Participation::NotTested,
                "excused" => Participation::Excused,
                _ => Participation::Tested,
            },
            profile: records.add_profile(&groups).unwrap(),
            score: field("score").parse::<i32>().ok().map(|score| score * 1000),
            line: number,
        };
        records.add_assessment(&assessment);
    }
    records
}

/// The cells of these rows, through their document.
pub fn cells(plan: &CellPlan, rows: &str) -> Cells {
    let counted = Cells::count(&records(rows), plan);
    let text = serde_json::to_string(&counted.document()).unwrap();
    let read = Cells::read(&text).unwrap_or_else(|notices| panic!("{notices:#?}"));
    assert_eq!(read, counted);
    read
}

/// Rates the schools of files and student rows.
pub fn rate_students(parts: Value, files: &[&str], rows: &str, choosing: &Choosing) -> Rated {
    let framework = framework(parts);
    let cells = cells(&framework.cell_plan(), rows);
    let further = cells.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref()));
    let table = table(files).with_schools(further);
    let reading = Reading::with_cells(&framework, &table, Some(Rc::new(cells)), choosing);
    let ratings = framework.rate(&table, &reading);
    Rated { framework, table, reading, ratings }
}

/// A framework whose rating is this measure.
pub fn of(measure: Value) -> Value {
    let mut measure = measure;
    measure["cite"] = json!("book");
    json!({
        "minimums": { "few": { "n": 3, "cite": "book" } },
        "measures": { "m": measure },
        "nodes": { "x": { "value": "m" }, "n": { "value": "m#n" }, "participation": { "value": "m#participation" } },
    })
}

pub const LEVEL: &str = "assessmentPerformanceLevelIdentifier";
const SUBJECT: &str = "assessmentAcademicSubject";

/// The measure's value, number of students and participation in a school.
fn found(computed: Value, rows: &str, school: &str) -> [String; 3] {
    let rated = rate_students(of(json!({ "computed": computed })), &[], rows, &Choosing::default());
    let trace = rated.trace(school);
    ["m", "n", "participation"].map(|name| text(&step(&trace, name).value))
}

fn codes(notices: &[Notice]) -> BTreeSet<&str> {
    notices.iter().map(|notice| notice.code).collect()
}

const ROWS: &str = "
    student,school,year,subject,grade,level,growth,score,took,schoolFullAcademicYear,englishLearnerStatus,migrantStatus
    1,a,2025,Reading,03,Met,10,700,,Yes,Yes,No
    2,a,2025,Reading,04,Met,20,710,,Yes,No,No
    3,a,2025,Reading,04,Below,40,720,,No,No,Yes
    4,a,2025,Reading,05,Exceeded,90,731,,Yes,Yes,No
    5,a,2025,Reading,05,,,,no,Yes,No,No
    6,a,2025,Reading,05,,,,excused,Yes,No,No
    1,a,2025,Math,03,Below,50,600,,Yes,Yes,No
    1,a,2024,Reading,02,Below,60,650,,Yes,Yes,No
    7,b,2025,Reading,03,,,,no,Yes,No,No
    8,c,2025,Math,03,Met,,,,Yes,No,No
";

#[test]
fn each_statistic_is_exact() {
    let reading = json!({ SUBJECT: ["reading"] });
    let level = |statistic: &str| json!({ "statistic": statistic, "of": LEVEL, "where": reading });
    let mut share = level("share");
    share["counts"] = json!(["Met", "Exceeded"]);
    assert_eq!(found(share.clone(), ROWS, "a"), ["75", "4", "(undetermined)"]);
    let mut index = level("index");
    index["worth"] = json!({ "Met": 100, "Exceeded": "125.5", "Below": 0 });
    assert_eq!(found(index, ROWS, "a")[0], "81.375");
    let of = |statistic: &str, of: &str| json!({ "statistic": statistic, "of": of, "where": reading });
    assert_eq!(found(of("mean", "assessmentResultScoreValue"), ROWS, "a")[0], "715.25");
    assert_eq!(found(of("median", "assessmentResultScoreValue"), ROWS, "a")[0], "715");
    assert_eq!(found(of("median", "studentGrowthPercentile"), ROWS, "a")[0], "30");
    assert_eq!(found(of("mean", "studentGrowthPercentile"), ROWS, "a")[0], "40");
    let mut reached = of("share", "assessmentResultScoreValue");
    reached["atLeast"] = json!(710);
    assert_eq!(found(reached, ROWS, "a")[0], "75");
    // Grades may be written without their zeros.
    share["where"]["gradeLevelWhenAssessed"] = json!(["3", "4"]);
    assert_eq!(found(share, ROWS, "a")[..2], ["200/3", "3"]);
}

#[test]
fn groups_and_the_full_academic_year_choose_students() {
    let share = |more: Value| {
        let mut share = json!({ "statistic": "share", "of": LEVEL, "counts": ["Met", "Exceeded"], "where": { SUBJECT: ["Reading"] } });
        for (key, value) in more.as_object().unwrap() {
            share[key] = value.clone();
        }
        let [value, n, _] = found(share, ROWS, "a");
        format!("{value} of {n}")
    };
    assert_eq!(share(json!({ "group": { "englishLearnerStatus": ["Yes"] } })), "100 of 2");
    assert_eq!(share(json!({ "fullAcademicYear": true })), "100 of 3");
    let any = json!([ { "englishLearnerStatus": ["Yes"] }, { "migrantStatus": ["Yes"] } ]);
    assert_eq!(share(json!({ "anyGroup": any })), "200/3 of 3");
    assert_eq!(share(json!({ "anyGroup": any, "fullAcademicYear": true })), "100 of 2");
    // Where both choose by one element, both must hold.
    let both = json!({ "where": { SUBJECT: ["Reading"], "englishLearnerStatus": ["Yes", "No"] }, "group": { "englishLearnerStatus": ["No"] } });
    assert_eq!(share(both), "50 of 2");
}

#[test]
fn participation_counts_those_who_should_have_been_tested() {
    let share = |excused: &str| json!({ "statistic": "share", "of": LEVEL, "counts": ["Met"], "where": { SUBJECT: ["Reading"] }, "participation": { "excused": excused } });
    assert_eq!(found(share("in"), ROWS, "a")[2], "200/3");
    assert_eq!(found(share("out"), ROWS, "a")[2], "80");
    // Nobody was tested: it isn't that the school has no students.
    assert_eq!(found(share("in"), ROWS, "b"), ["(not-tested)", "0", "0"]);
    // The school has no students in reading at all.
    assert_eq!(found(share("in"), ROWS, "c"), ["(not-reported)", "0", "(not-reported)"]);
    // Records of tested students alone don't say who wasn't.
    let tested = "
        student,school,year,subject,level
        1,a,2025,Reading,Met
    ";
    let rated = rate_students(of(json!({ "computed": share("in") })), &[], tested, &Choosing::default());
    assert_eq!([rated.value("a", "m"), rated.value("a", "participation")], ["100", "(undetermined)"]);
    assert!(codes(&rated.ratings.notices).contains("framework.not-in-records"));
    let mut full_year = share("out");
    full_year["participation"]["fullAcademicYear"] = json!(true);
    assert_eq!(found(full_year, ROWS, "a")[2], "75");
}

#[test]
fn years_are_pooled_and_a_year_that_is_not_there_is_open() {
    let pooled = |years: u8| json!({ "statistic": "median", "of": "studentGrowthPercentile", "where": { SUBJECT: ["Reading"] }, "years": years });
    assert_eq!(found(pooled(2), ROWS, "a")[..2], ["40", "5"]);
    assert_eq!(found(pooled(3), ROWS, "a")[..2], ["(not-supplied)", "(undetermined)"]);
    let rated = rate_students(of(json!({ "computed": pooled(3) })), &[], ROWS, &Choosing::default());
    assert!(codes(&rated.ratings.notices).contains("framework.years-not-in-records"));
    // The year before is asked for by a reference, and is a year of its own.
    let mut parts = of(json!({ "computed": pooled(1) }));
    parts["nodes"]["before"] = json!({ "value": "m@-1" });
    let rated = rate_students(parts, &[], ROWS, &Choosing::default());
    assert_eq!(rated.ratings.year.as_deref(), Some("2025"));
    assert_eq!(rated.value("a", "before"), "60");
}

#[test]
fn years_of_files_and_of_records_are_the_same_however_they_are_written() {
    let computed = json!({ "statistic": "median", "of": "studentGrowthPercentile", "where": { SUBJECT: ["Reading"] } });
    let mut parts = of(json!({ "computed": computed }));
    parts["measures"]["told"] = json!({ "reported": { "column": ["Told"] }, "cite": "book" });
    parts["nodes"]["both"] = json!({ "sum": ["m", "told"] });
    let file = "school,year,Told\na,2024-25,5\na,2023-24,7\n";
    let rated = rate_students(parts.clone(), &[file], ROWS, &Choosing::default());
    assert_eq!(rated.ratings.year.as_deref(), Some("2024-25"));
    assert_eq!(rated.value("a", "both"), "35");
    let before = Choosing { year: Some("2023-24".to_owned()), ..Choosing::default() };
    let rated = rate_students(parts.clone(), &[file], ROWS, &before);
    assert_eq!(rated.value("a", "both"), "67");
    let in_full = rate_students(parts, &["school,year,Told\na,2024-2025,5\n"], ROWS, &Choosing::default());
    assert_eq!(in_full.value("a", "both"), "35");
}

/// Nobody knows how many years stand in records that name none.
#[test]
fn records_without_a_year_are_no_two_years() {
    let rows = "
        student,school,subject,growth
        1,a,Reading,10
        2,a,Reading,30
    ";
    let median = |years: u8| json!({ "statistic": "median", "of": "studentGrowthPercentile", "years": years });
    assert_eq!(found(median(1), rows, "a")[..2], ["20", "2"]);
    assert_eq!(found(median(2), rows, "a")[..2], ["(not-supplied)", "(undetermined)"]);
    let rated = rate_students(of(json!({ "computed": median(2) })), &[], rows, &Choosing::default());
    assert!(codes(&rated.ratings.notices).contains("framework.years-not-in-records"));
}

#[test]
fn a_minimum_takes_small_results_away() {
    let share = json!({ "statistic": "share", "of": LEVEL, "counts": ["Met"], "where": { SUBJECT: ["Reading"] }, "group": { "englishLearnerStatus": ["Yes"] } });
    let rated = rate_students(of(json!({ "computed": share, "minimum": "few" })), &[], ROWS, &Choosing::default());
    assert_eq!(rated.rating("a"), "(too-few-students)");
    assert_eq!(rated.rating("c"), "(too-few-students)");
    let told: Vec<_> = rated.ratings.notices.iter().filter(|notice| notice.code == "framework.below-minimum").collect();
    assert_eq!(told.len(), 1, "a group that nobody is in isn't told of: {told:#?}");
    assert_eq!(told[0].place.school.as_deref(), Some("a"));
}

#[test]
fn as_many_students_as_the_minimum_are_enough() {
    let median = json!({ "statistic": "median", "of": "studentGrowthPercentile", "where": { SUBJECT: ["Reading"] } });
    let mut parts = of(json!({ "computed": median, "minimum": "few" }));
    parts["nodes"]["before"] = json!({ "value": "m@-1" });
    for (least, value) in [(4, "30"), (5, "(too-few-students)")] {
        parts["minimums"]["few"]["n"] = json!(least);
        let rated = rate_students(parts.clone(), &[], ROWS, &Choosing::default());
        assert_eq!(rated.rating("a"), value, "{least}");
        assert_eq!(rated.value("a", "before"), "(too-few-students)");
        // Which year is meant is said where it isn't the rated one.
        let told = rated.told("framework.below-minimum").into_iter();
        let told: Vec<Value> = told.map(|notice| serde_json::to_value(&notice.arguments).unwrap()).collect();
        let mut expected = vec![json!({ "measure": "m", "year": "2024" })];
        expected.extend((least == 5).then(|| json!({ "measure": "m", "year": "" })));
        assert_eq!(told.len(), expected.len(), "{told:?}");
        assert!(expected.iter().all(|each| told.contains(each)), "{told:?}");
    }
}

#[test]
fn a_computed_value_at_an_end_of_its_range_is_within_it() {
    let share =
        json!({ "statistic": "share", "of": LEVEL, "counts": ["Met", "Exceeded"], "where": { SUBJECT: ["Reading"] } });
    for (range, value) in
        [(["0", "75"], "75"), (["75", "100"], "75"), (["0", "74"], "(unreadable)"), (["76", "100"], "(unreadable)")]
    {
        let measure = json!({ "computed": share, "range": range });
        let rated = rate_students(of(measure), &[], ROWS, &Choosing::default());
        assert_eq!(rated.value("a", "m"), value, "{range:?}");
        let told = rated.told("framework.computed-out-of-range");
        assert_eq!(told.iter().any(|notice| notice.place.school.as_deref() == Some("a")), value != "75", "{range:?}");
    }
}

#[test]
fn participation_stays_known_where_the_value_is_not() {
    let share = json!({ "statistic": "share", "of": LEVEL, "counts": ["4", "5"], "where": { SUBJECT: ["Reading"] }, "participation": { "excused": "in" } });
    assert_eq!(found(share, ROWS, "a"), ["(not-supplied)", "(undetermined)", "200/3"]);
}

#[test]
fn where_nothing_is_wrong_nothing_is_told() {
    let share = json!({ "statistic": "share", "of": LEVEL, "counts": ["Met", "Exceeded"], "others": ["Below"], "where": { SUBJECT: ["Reading"] }, "participation": { "excused": "in" } });
    let rated = rate_students(of(json!({ "computed": share })), &[], ROWS, &Choosing::default());
    assert_eq!(rated.ratings.notices, Vec::new());
}

#[test]
fn a_measure_for_which_there_are_no_records_was_not_supplied() {
    let growth = json!({ "statistic": "median", "of": "studentGrowthPercentile" });
    let measure = json!({ "reported": { "column": ["M"] }, "computed": growth });
    let rated = crate::support::rate(of(measure), &["school,Other\na,1\n"]);
    assert_eq!(rated.value("a", "m"), "(not-supplied)");
}

#[test]
fn a_part_of_a_test_counts_only_where_it_is_asked_for() {
    let rows = "
        student,school,year,subject,part,growth
        1,a,2025,Reading,,10
        1,a,2025,Reading,Vocabulary,90
    ";
    let median = json!({ "statistic": "median", "of": "studentGrowthPercentile", "where": { SUBJECT: ["Reading"] } });
    assert_eq!(found(median.clone(), rows, "a")[..2], ["10", "1"]);
    let mut part = median;
    part["where"]["assessmentSubtestTitle"] = json!(["Vocabulary"]);
    assert_eq!(found(part, rows, "a")[..2], ["90", "1"]);
}

#[test]
fn what_records_do_not_have_is_open_and_told() {
    let share = |counts: Value, more: Value| {
        let mut share = json!({ "statistic": "share", "of": LEVEL, "counts": counts });
        for (key, value) in more.as_object().unwrap() {
            share[key] = value.clone();
        }
        let rated = rate_students(of(json!({ "computed": share })), &[], ROWS, &Choosing::default());
        let told = codes(&rated.ratings.notices).contains("framework.not-in-records");
        (rated.value("a", "m"), told)
    };
    let open = ("(not-supplied)".to_owned(), true);
    // A subject, a column and levels that the records don't have: nobody is counted as not proficient for it.
    assert_eq!(share(json!(["Met"]), json!({ "where": { SUBJECT: ["Science"] } })), open);
    assert_eq!(share(json!(["Met"]), json!({ "where": { "assessmentTitle": ["CMAS"] } })), open);
    assert_eq!(share(json!(["4", "5"]), json!({})), open);
    assert_eq!(share(json!(["Met"]), json!({ "group": { "giftedAndTalentedIndicator": ["Yes"] } })), open);
    // What the measure itself is of must be there, though a student group asks for the same.
    let both = json!({ "where": { "englishLearnerStatus": ["Long-term"] }, "group": { "englishLearnerStatus": ["Long-term"] } });
    assert_eq!(share(json!(["Met"]), both), open);
    assert_eq!(
        share(
            json!(["Met"]),
            json!({ "anyGroup": [ { "migrantStatus": ["Yes"] }, { "homelessnessStatus": ["Yes"] } ] })
        ),
        open
    );
    // An element of which nobody has a value.
    let growth = json!({ "statistic": "median", "of": "studentGrowthPercentile" });
    let rated = rate_students(
        of(json!({ "computed": growth })),
        &[],
        "student,school,year,level\n1,a,2025,Met\n",
        &Choosing::default(),
    );
    assert_eq!(rated.value("a", "m"), "(not-supplied)");
    // It is told at the measure, with the words that are there.
    let science = json!({ "statistic": "share", "of": LEVEL, "counts": ["Met"], "where": { SUBJECT: ["Science"] } });
    let rated = rate_students(of(json!({ "computed": science })), &[], ROWS, &Choosing::default());
    let told = rated.told("framework.not-in-records")[0];
    assert_eq!(told.place.pointer.as_deref(), Some("/measures/m"));
    assert_eq!(
        serde_json::to_value(&told.arguments).unwrap(),
        json!({ "measure": "m", "element": SUBJECT, "wanted": ["Science"], "found": ["Math", "Reading"] })
    );
    // What the value and its participation both lack is told once.
    let both = json!({ "statistic": "share", "of": LEVEL, "counts": ["Met"], "where": { SUBJECT: ["Science"] }, "participation": { "excused": "in" } });
    let rated = rate_students(of(json!({ "computed": both })), &[], ROWS, &Choosing::default());
    assert_eq!(rated.told("framework.not-in-records").len(), 1);
    // A student group that is known and empty is empty.
    let nobody = share(json!(["Met"]), json!({ "group": { "englishLearnerStatus": ["Long-term"] } }));
    assert_eq!(nobody, ("(not-reported)".to_owned(), true));
    assert_eq!(share(json!(["Met"]), json!({ "where": { SUBJECT: ["Math"] } })), ("0".to_owned(), false));
}

#[test]
fn a_level_of_which_the_policy_says_nothing_leaves_the_school_open() {
    let index = json!({ "statistic": "index", "of": LEVEL, "worth": { "Met": 1, "Below": 0 }, "where": { SUBJECT: ["Reading", "Math"] } });
    let share = json!({ "statistic": "share", "of": LEVEL, "counts": ["Met"], "others": ["Below"], "where": { SUBJECT: ["Reading", "Math"] } });
    for computed in [index, share] {
        let rated = rate_students(of(json!({ "computed": computed })), &[], ROWS, &Choosing::default());
        assert_eq!(rated.value("a", "m"), "(unreadable)");
        assert_ne!(rated.value("c", "m"), "(unreadable)");
        assert!(codes(&rated.ratings.notices).contains("framework.words-without-meaning"));
    }
}

#[test]
fn the_policy_says_whether_a_file_or_the_records_are_used() {
    let computed = json!({ "statistic": "median", "of": "studentGrowthPercentile", "where": { SUBJECT: ["Reading"] } });
    let file = "school,M\na,55\nd,66\n";
    for (prefer, [a, b, d]) in
        [("reported", ["55", "(not-reported)", "66"]), ("computed", ["30", "(not-reported)", "66"])]
    {
        let measure = json!({ "reported": { "column": ["M"] }, "computed": computed, "prefer": prefer });
        let rated = rate_students(of(measure), &[file], ROWS, &Choosing::default());
        assert_eq!([rated.rating("a"), rated.rating("b"), rated.rating("d")], [a, b, d], "{prefer}");
        let told = rated.ratings.notices.iter().find(|notice| notice.code == "framework.two-origins").unwrap();
        assert_eq!(format!("{:?}", told.arguments.get("used")), format!("Some(Text({prefer:?}))"));
        let basis = |school: &str| {
            let trace = rated.trace(school);
            let step = trace.steps.iter().find(|step| step.name == "m").unwrap();
            step.observed.clone().unwrap()
        };
        let observed = basis("a");
        assert_eq!(observed.basis == Basis::Computed, prefer == "computed");
        assert_eq!(observed.file.is_some(), prefer == "reported");
        assert_eq!(basis("d").basis, Basis::Reported);
    }
}

#[test]
fn two_origins_are_told_only_where_a_school_has_both() {
    let computed = json!({ "statistic": "median", "of": "studentGrowthPercentile", "where": { SUBJECT: ["Reading"] } });
    let measure = json!({ "reported": { "column": ["M"] }, "computed": computed });
    let rated = rate_students(of(measure), &["school,M\nd,66\n"], ROWS, &Choosing::default());
    assert_eq!([rated.rating("a"), rated.rating("d")], ["30", "66"]);
    assert_eq!(rated.told("framework.two-origins").len(), 0);
}

#[test]
fn ranks_references_and_nearest_schools_work_on_computed_measures() {
    let rows = "
        student,school,year,subject,growth
        1,a,2025,Reading,10
        2,b,2025,Reading,50
        3,c,2025,Reading,90
        4,d,2025,Reading,60
    ";
    let mut parts = of(json!({ "computed": { "statistic": "median", "of": "studentGrowthPercentile" } }));
    parts["facts"] = json!({ "need": { "column": ["Need"], "kind": "number" } });
    parts["references"] = json!({ "norm": { "version": "2019", "values": [20, 40, 55, 70], "cite": "book" } });
    parts["nodes"]["place"] = json!({ "percentile": "m", "in": "norm", "cite": "book" });
    parts["nodes"]["rank"] = json!({ "rank": "m", "cite": "book" });
    parts["nodes"]["near"] =
        json!({ "nearest": "m", "index": "need", "schools": 2, "gives": "difference", "cite": "book" });
    let file = "school,Need\na,1\nb,2\nc,3\nd,9\n";
    let rated = rate_students(parts, &[file], rows, &Choosing::default());
    let trace = rated.trace("b");
    let value = |name: &str| text(&step(&trace, name).value);
    assert_eq!([value("m"), value("place"), value("rank"), value("near")], ["50", "50", "3", "0"]);
}

/// The framework asks for what its measures need, and each only once.
#[test]
fn measures_that_count_the_same_share_a_slice() {
    let framework: Framework = framework(json!({
        "measures": {
            "share": { "computed": { "statistic": "share", "of": LEVEL, "counts": ["Met"], "participation": { "excused": "in" } }, "cite": "book" },
            "index": { "computed": { "statistic": "index", "of": LEVEL, "worth": { "Met": 1 }, "participation": { "excused": "out" } }, "cite": "book" },
        },
        "nodes": { "x": { "sum": ["share", "index"] } },
    }));
    let plan = framework.cell_plan();
    assert_eq!(plan.slices.len(), 2, "{plan:#?}");
    let cells = cells(&CellPlan::new([]), ROWS);
    assert_eq!(framework.not_counted(&cells), ["index", "share"]);
}

/// What stands behind a measure: the records that count and what they give, though they may be too few, and who was left out.
#[test]
fn what_stands_behind_a_measure_is_told() {
    let rows = "
        student,school,year,subject,level,growth,took,schoolFullAcademicYear,englishLearnerStatus
        1,a,2025,Reading,Met,10,,Yes,Yes
        2,a,2025,Reading,Met,30,,Yes,No
        3,a,2025,Reading,Below,40,,Yes,No
        4,a,2025,Reading,Met,99,,No,No
        5,a,2025,Reading,,,no,Yes,No
        6,a,2025,Reading,,,excused,No,No
        7,a,2024,Reading,Met,50,,Yes,No
        8,b,2025,Reading,Met,50,,Yes,No
    ";
    let minimum = json!({ "minimum": "few" });
    let with = |computed: Value| {
        let mut measure = minimum.clone();
        measure["cite"] = json!("book");
        measure["computed"] = computed;
        measure
    };
    let growth = json!({ "statistic": "median", "of": "studentGrowthPercentile", "fullAcademicYear": true });
    let mut learners = growth.clone();
    learners["group"] = json!({ "englishLearnerStatus": ["Yes"] });
    let mut pooled = growth.clone();
    pooled["years"] = json!(2);
    let share = json!({ "statistic": "share", "of": LEVEL, "counts": ["Met"], "fullAcademicYear": true, "participation": { "excused": "out" } });
    let parts = json!({
        "minimums": { "few": { "n": 3, "cite": "book" } },
        "measures": {
            "growth": with(growth), "learners": with(learners), "pooled": with(pooled), "share": with(share),
            "lacking": with(json!({ "statistic": "share", "of": "dropoutIndicator", "counts": ["Yes"] })),
        },
        "nodes": { "x": { "sum": ["growth", "learners"] } },
    });
    let rated = rate_students(parts, &[], rows, &Choosing::default());
    let index = rated.table.find_school("a").unwrap();
    let told = serde_json::to_value(rated.framework.behind(&rated.table, &rated.reading, index)).unwrap();
    let told = |measure: &str| told.as_array().unwrap().iter().find(|each| each["measure"] == measure).cloned();
    let of = |measure: &str| {
        let told = told(measure).unwrap();
        let part_year = told["others"].as_array().unwrap().last().cloned();
        (told["n"].as_u64().unwrap(), told["gives"]["exact"].as_str().unwrap().to_owned(), part_year)
    };
    let part_year = |count: u64| Some(json!(["part-year", count]));
    assert_eq!(of("growth"), (3, "30".to_owned(), part_year(1)));
    assert_eq!(told("growth").unwrap()["words"], json!([]));
    // Of growth it is told too who wasn't tested, of the students of a full year.
    let others = told("growth").unwrap()["others"].clone();
    assert_eq!(others, json!([["not-tested", 1], ["no-percentile", 0], ["part-year", 1]]));
    // One student is too few, and still the number is there for whoever looks.
    assert_eq!(of("learners"), (1, "10".to_owned(), part_year(0)));
    let trace = rated.trace("a");
    assert_eq!(text(&step(&trace, "learners").value), "(too-few-students)");
    assert_eq!(of("pooled"), (4, "35".to_owned(), part_year(1)));
    let share = told("share").unwrap();
    assert_eq!((&share["n"], &share["gives"]["exact"]), (&json!(3), &json!("200/3")));
    assert_eq!(share["words"], json!([["Below", 1], ["Met", 2]]));
    assert_eq!(share["others"], json!([["excused", 1], ["not-tested", 1], ["tested", 4], ["part-year", 1]]));
    // A project file of before has no counts of those who were left out. Everything else is as it was.
    let lean = rated.framework.cell_plan().slices.into_iter();
    let is_value =
        |slice: &Slice| slice.filter.contains_key("schoolFullAcademicYear") && slice.count != Count::Participation;
    let lean = CellPlan::new(lean.filter(is_value));
    let cells = Rc::new(cells(&lean, rows));
    assert_eq!(rated.framework.not_counted(&cells), ["lacking", "share"], "of the share its participation");
    let reading = Reading::with_cells(&rated.framework, &rated.table, Some(cells), &Choosing::default());
    let before = rated.framework.behind(&rated.table, &reading, index);
    let growth = before.iter().find(|each| each.measure == "growth").unwrap();
    assert_eq!((growth.n, growth.others.len()), (3, 0));
    // What the records don't have at all is no number.
    assert_eq!(told("lacking"), None);
    // A school that only a file names has no records.
    assert_eq!(rated.framework.behind(&rated.table, &rated.reading, 99), []);
}

/// Who was tested and has no growth percentile, whether or not the files say who wasn't tested.
#[test]
fn the_tested_without_a_percentile_are_told() {
    let heading = "student,school,year,subject,level,growth,took,englishLearnerStatus\n";
    let rows = "
        1,a,2024,Reading,Met,10,,No
        2,a,2024,Reading,Met,,,Yes
        1,a,2025,Reading,Met,10,,No
        2,a,2025,Reading,Met,,,Yes
        3,a,2025,Reading,Below,,,No
        3,a,2025,Math,Below,,,No
        4,b,2025,Reading,Below,,,No
    ";
    let others = |more: &str, changed: Value| {
        let mut computed =
            json!({ "statistic": "median", "of": "studentGrowthPercentile", "where": { SUBJECT: ["Reading"] } });
        computed.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
        let parts = of(json!({ "computed": computed }));
        let rated = rate_students(parts, &[], &format!("{heading}{rows}\n{more}"), &Choosing::default());
        let told = |school: &str| {
            let index = rated.table.find_school(school).unwrap();
            let behind = rated.framework.behind(&rated.table, &rated.reading, index);
            let behind = behind.first().unwrap();
            (behind.n, behind.others.clone())
        };
        let (n, others) = told("a");
        assert_eq!(
            n,
            if changed.get("group").is_some() {
                0
            } else if changed.get("years").is_some() {
                2
            } else {
                1
            }
        );
        // A school without a single percentile.
        let others_there = told("b").1;
        assert_eq!(others_there.contains(&("no-percentile".to_owned(), 1)), changed.get("group").is_none());
        others.into_iter().map(|(why, count)| format!("{why} {count}")).collect::<Vec<_>>()
    };
    assert_eq!(others("", json!({})), ["no-percentile 2"]);
    let untested = "5,a,2025,Reading,,,no,No\n6,a,2025,Reading,,,excused,No\n7,a,2025,Reading,Met,,no,No\n";
    assert_eq!(others(untested, json!({})), ["excused 1", "not-tested 2", "no-percentile 2"]);
    // Its own participation is counted the same way.
    let participation = json!({ "participation": { "excused": "out" } });
    assert_eq!(others(untested, participation), ["excused 1", "not-tested 2", "no-percentile 2"]);
    assert_eq!(others("", json!({ "years": 2 })), ["no-percentile 3"]);
    assert_eq!(others("", json!({ "group": { "englishLearnerStatus": ["Yes"] } })), ["no-percentile 1"]);
    // Of a level nothing of the kind is asked.
    let level = json!({ "of": LEVEL, "statistic": "share", "counts": ["Met"] });
    let computed = json!({ "computed": level });
    let rated = rate_students(of(computed), &[], &format!("{heading}{rows}"), &Choosing::default());
    assert_eq!(rated.framework.behind(&rated.table, &rated.reading, 0)[0].others, []);
}

/// A file's result that is preferred is told apart from what the records give.
#[test]
fn behind_a_reported_measure_stand_its_records_all_the_same() {
    let measure = json!({ "reported": { "column": ["Share"] }, "computed": { "statistic": "share", "of": LEVEL, "counts": ["Met"] } });
    let rows = "student,school,year,level\n1,a,2025,Met\n2,a,2025,Below\n";
    let rated = rate_students(of(measure), &["school,Share\na,61\n"], rows, &Choosing::default());
    let told = &rated.framework.behind(&rated.table, &rated.reading, 0)[0];
    assert_eq!((told.n, text(told.gives.as_ref().unwrap())), (2, "50".to_owned()));
    let trace = rated.trace("a");
    let step = step(&trace, "m");
    assert_eq!((text(&step.value), step.observed.as_ref().unwrap().basis), ("61".to_owned(), Basis::Reported));
}
