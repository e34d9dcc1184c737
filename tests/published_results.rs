//! The published results of real authorities, reproduced exactly: every point, weight, total and rating.
//!
//! The data is not part of the project: it is read from `../shared/data`, or from where `EVENHAND_DATA` says. A test whose
//! data is absent says so and is skipped. The published values are read here, column by column, and not by way of a
//! policy's own `published` section, so that a mistake there hides nothing. Each step prints a line, also when all is
//! well: `chicago-sqrp-2019 elementary points 6530/6530`. The numbers after the stroke are demanded as well.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::explicit_write,
    reason = "a test ends where its files can't be read, and says its lines also when it passes"
)]

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use evenhand::exact::Exact;
use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Ratings, Reading, Standing};
use evenhand::framework::trace::{Shown, Step, Trace};
use evenhand::tables::{SchoolTable, Sheet, recognize};

const CHICAGO: &str = include_str!("../www/policies/chicago-sqrp-2019.json");
const FLORIDA: &str = include_str!("../www/policies/florida-school-grades-2022.json");

/// A file's name and text.
type File = (String, String);

/// A row of a CSV file, by column.
type Row = BTreeMap<String, String>;

/// Says something even when the test passes: `println!` would be kept back.
fn say(line: &str) {
    writeln!(std::io::stdout(), "{line}").unwrap();
}

/// The data set's files; none, and a line that says so, where one is absent.
fn data(set: &str, files: &[&str]) -> Option<Vec<File>> {
    let folder = std::env::var_os("EVENHAND_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let mut read = Vec::new();
    for file in files {
        let path = folder.join(set).join(file);
        match std::fs::read_to_string(&path) {
            Ok(text) => read.push(((*file).to_owned(), text)),
            Err(problem) => {
                say(&format!("SKIPPED: the published results of {set} ({}: {problem})", path.display()));
                return None;
            }
        }
    }
    Some(read)
}

/// The rows of a CSV text, by its header.
fn rows(text: &str) -> Vec<Row> {
    let mut lines = text.lines().map(cells);
    let header = lines.next().unwrap();
    lines.map(|cells| header.iter().cloned().zip(cells).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

/// The text with these columns emptied.
fn without(text: &str, columns: &[&str]) -> String {
    let header = cells(text.lines().next().unwrap());
    let quote = |cell: &String| if cell.contains(',') { format!("\"{cell}\"") } else { cell.clone() };
    let mut blanked = 0;
    let mut lines = vec![header.iter().map(quote).collect::<Vec<_>>().join(",")];
    for line in text.lines().skip(1) {
        let mut cells = cells(line);
        for (name, cell) in header.iter().zip(&mut cells) {
            if columns.contains(&name.as_str()) && !cell.is_empty() {
                cell.clear();
                blanked += 1;
            }
        }
        lines.push(cells.iter().map(quote).collect::<Vec<_>>().join(","));
    }
    assert!(blanked > 0 || !header.iter().any(|name| columns.contains(&name.as_str())));
    lines.join("\n")
}

/// All answers for some files.
struct Answers {
    ratings: Ratings,
    traces: BTreeMap<String, Trace>,
}

impl Answers {
    fn of(policy: &str, files: &[File]) -> Self {
        let framework = Framework::load(policy).unwrap();
        let sheets: Vec<_> = files
            .iter()
            .map(|(name, text)| {
                let (sheet, _) = Sheet::read(name, text.as_bytes()).unwrap();
                let recognition = recognize(&sheet, &[framework.layout_hint()]);
                let told = recognition.notices;
                let mapping = recognition.mapping.unwrap_or_else(|| panic!("{name} is not recognized: {told:?}"));
                (sheet, mapping)
            })
            .collect();
        let (table, notices) = SchoolTable::build(&sheets);
        assert_eq!(notices, []);
        let reading = Reading::new(&framework, &table, &Choosing::default());
        assert_eq!(reading.notices, []);
        let ratings = framework.rate(&table, &reading);
        assert_eq!(ratings.notices, []);
        let traced = table.schools().iter().enumerate();
        let traces = traced
            .map(|(index, school)| (school.id.to_string(), framework.explain(&table, &reading, index).unwrap()))
            .collect();
        Self { ratings, traces }
    }

    fn step(&self, school: &str, node: &str) -> Option<&Step> {
        self.traces.get(school)?.steps.iter().find(|step| step.name == node && step.years == 0)
    }

    /// A node's value as text: blank where there is none.
    fn value(&self, school: &str, node: &str) -> String {
        self.step(school, node).map(|step| text(&step.value)).unwrap_or_default()
    }

    /// The weight that a part has in the end.
    fn weight(&self, school: &str, node: &str, part: &str) -> Option<Exact> {
        let steps = &self.traces.get(school)?.steps;
        let input = self
            .step(school, node)?
            .inputs
            .iter()
            .find(|input| input.step.and_then(|place| steps.get(place)).is_some_and(|step| step.name == part))?;
        Some(input.weight.clone()?.effective)
    }

    /// Everything that a published value could have changed: ratings, and each step's value and weights.
    fn essence(&self) -> Vec<String> {
        let rated = self.ratings.schools.iter().map(|school| {
            format!("{} {:?} {:?} {:?} {:?}", school.school, school.model, school.standing, school.rating, school.score)
        });
        let steps = self.traces.iter().flat_map(|(school, trace)| {
            trace.steps.iter().map(move |step| {
                format!("{school} {} {:?} {:?} {:?} {:?}", step.name, step.value, step.inputs, step.moves, step.row)
            })
        });
        rated.chain(steps).collect()
    }
}

fn text(value: &Shown) -> String {
    match value {
        Shown::Number { exact, .. } => exact.clone(),
        Shown::Rating { rating, .. } => rating.clone(),
        Shown::Outcome { label, .. } => label.in_language("en").to_owned(),
        Shown::Word { word } => word.clone(),
        Shown::Absent { .. } => String::new(),
    }
}

/// Counts what agrees, and names what doesn't.
struct Tally {
    name: String,
    agreeing: usize,
    compared: usize,
    misses: Vec<String>,
}

impl Tally {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), agreeing: 0, compared: 0, misses: Vec::new() }
    }

    fn count(&mut self, agrees: bool, miss: impl FnOnce() -> String) {
        self.compared += 1;
        if agrees {
            self.agreeing += 1;
        } else {
            self.misses.push(miss());
        }
    }

    /// A published text and a computed one: the same text, or the same number.
    fn compare(&mut self, school: &str, published: &str, computed: &str) {
        let same_number = || Exact::parse(published).is_ok_and(|number| Exact::parse(computed) == Ok(number));
        self.count(published == computed || same_number(), || {
            format!("{school}: published {published:?}, computed {computed:?}")
        });
    }

    /// Says the line and demands that all of so many agree.
    fn close(self, expected: usize) {
        say(&format!("{} {}/{}", self.name, self.agreeing, self.compared));
        assert!(self.misses.is_empty(), "{}:\n{}", self.name, self.misses.join("\n"));
        assert_eq!(self.compared, expected, "{}: so many were to be compared", self.name);
    }
}

/// The node that gives the points of each indicator of Chicago's files.
fn chicago_parts(model: &str) -> BTreeMap<&'static str, String> {
    let mut parts = BTreeMap::new();
    let groups = [
        ("African-American", "african-american"),
        ("Hispanic", "hispanic"),
        ("English Learner", "english-learner"),
        ("Diverse Learner", "diverse-learner"),
    ];
    let mut add = |indicator: String, node: &str| {
        parts.insert(&*indicator.leak(), format!("{node}.points"));
    };
    add("My Voice, My School 5 Essentials Survey".to_owned(), "survey");
    add("Data Quality Index Score".to_owned(), "data-quality");
    if model == "elementary" {
        for (subject, node) in [("Reading", "reading"), ("Math", "math")] {
            add(format!("National School Growth Percentile - {subject}"), &format!("elementary.growth.{node}"));
            for (group, id) in groups {
                add(format!("{group} Growth Percentile - {subject}"), &format!("elementary.growth.{node}.{id}"));
            }
            let attainment = format!("National School Attainment %ile - {subject}");
            add(format!("{attainment} (Grades 3-8)"), &format!("elementary.attainment.{node}"));
            add(format!("{attainment} (Grade 2)"), &format!("elementary.attainment-grade-2.{node}"));
        }
        let meeting = "Percent of Students Meeting/Exceeding National Average Growth Norms";
        add(meeting.to_owned(), "elementary.meeting-growth");
        add("Average Daily Attendance Rate (Grades K-8)".to_owned(), "elementary.attendance");
    } else {
        for (group, id) in groups {
            add(format!("SAT11 {group} Cohort Growth Percentile"), &format!("high.growth.cohort.{id}"));
        }
        for (indicator, node) in [
            ("SAT11 Cohort Growth Percentile", "high.growth.cohort"),
            ("SAT11 EBRW Annual Growth Percentile", "high.growth.sat11.ebrw"),
            ("SAT11 MATH Annual Growth Percentile", "high.growth.sat11.math"),
            ("PSAT10 EBRW Annual Growth Percentile", "high.growth.psat10.ebrw"),
            ("PSAT10 MATH Annual Growth Percentile", "high.growth.psat10.math"),
            ("PSAT09 Cohort Growth Percentile", "high.growth.psat9"),
            ("Percent Meeting College Readiness Benchmarks", "high.readiness"),
            ("Average Daily Attendance Rate", "high.attendance"),
            ("Freshmen On-Track Rate", "high.on-track"),
            ("4-Year Cohort Graduation Rate", "high.graduation"),
            ("1-Year Dropout Rate", "high.dropout"),
            ("% Earning Early College and Career Credentials", "high.credential"),
            ("College Enrollment Rate", "high.enrollment"),
            ("College Persistence Rate", "high.persistence"),
        ] {
            add(indicator.to_owned(), node);
        }
    }
    parts
}

/// What is published of one of Chicago's models, and how much of it.
struct Chicago {
    model: &'static str,
    schools: usize,
    points: usize,
    totals: usize,
    ratings: usize,
    unrated: usize,
}

impl Chicago {
    fn check(&self, answers: &Answers, schools: &str, indicators: &str) {
        let tally = |step: &str| Tally::new(&format!("chicago-sqrp-2019 {} {step}", self.model));
        let score = format!("{}.score", self.model);
        let parts = chicago_parts(self.model);

        let mut points = tally("points");
        let mut weights: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rows(indicators) {
            let school = &row["school_id"];
            let part = parts.get(row["indicator"].as_str()).unwrap_or_else(|| panic!("{}", row["indicator"]));
            let computed = answers.value(school, part);
            if row["points"].is_empty() {
                assert_eq!(computed, "", "{school} {part}: points where none are published");
            } else {
                points.compare(&format!("{school} {part}"), &row["points"], &computed);
            }
            // Only schools with a total have weights; what has none there has the weight zero.
            let misses = weights.entry(school.clone()).or_default();
            let computed = answers.weight(school, &score, part);
            let published = Exact::parse(if row["weight"].is_empty() { "0" } else { &row["weight"] }).unwrap();
            let near = computed
                .as_ref()
                .is_some_and(|computed| computed.sub(&published).unwrap().abs() <= Exact::parse("0.011").unwrap());
            if !near {
                misses.push(format!("{school} {part}: published weight {published}, computed {computed:?}"));
            }
        }
        points.close(self.points);

        let (mut moved, mut totals, mut ratings) = (tally("weights"), tally("totals"), tally("ratings"));
        let mut unrated = tally("“Inability to Rate”");
        let published = rows(schools);
        assert_eq!(published.len(), self.schools);
        for row in published {
            let school = &row["school_id"];
            let total = answers.value(school, &score);
            if row["total_points"].is_empty() {
                let computed = answers.step(school, &score).map(|step| &step.value);
                assert!(matches!(computed, Some(Shown::Outcome { .. })), "{school}: a total where none is published");
            } else {
                let misses = weights.remove(school).unwrap();
                moved.count(misses.is_empty(), || misses.join("\n"));
                totals.compare(school, &row["total_points"], &total);
            }
            let answer = answers.ratings.schools.iter().find(|answer| *answer.school == **school).unwrap();
            assert_eq!(answer.model.as_deref(), Some(self.model), "{school}");
            let outcome = answer.standing == Standing::Outcome;
            let tally = if row["rating"] == "Inability to Rate" { &mut unrated } else { &mut ratings };
            assert_eq!(outcome, row["rating"] == "Inability to Rate", "{school}: {:?}", answer.rating);
            tally.compare(school, &row["rating"], &text(&answer.rating));
        }
        moved.close(self.totals);
        totals.close(self.totals);
        ratings.close(self.ratings);
        unrated.close(self.unrated);
    }
}

const CHICAGO_FILES: [&str; 5] = [
    "schools-elementary.csv",
    "indicators-elementary.csv",
    "schools-high.csv",
    "indicators-high.csv",
    "school-facts.csv",
];

#[test]
fn chicago_sqrp_2019() {
    let Some(files) = data("chicago-sqrp-2019", &CHICAGO_FILES) else { return };
    let answers = Answers::of(CHICAGO, &files);
    assert_eq!(answers.ratings.schools.len(), 589);
    let elementary = Chicago { model: "elementary", schools: 473, points: 6530, totals: 465, ratings: 465, unrated: 8 };
    elementary.check(&answers, &files[0].1, &files[1].1);
    let high = Chicago { model: "high", schools: 116, points: 1886, totals: 116, ratings: 112, unrated: 4 };
    high.check(&answers, &files[2].1, &files[3].1);
    let agreeing = answers.ratings.schools.iter().filter(|school| school.agrees == Some(true)).count();
    assert_eq!(agreeing, 589, "the page tells of every school that it agrees");
}

#[test]
fn florida_school_grades_2022() {
    let Some(files) = data("florida-school-grades-2022", &["schools.csv"]) else { return };
    let answers = Answers::of(FLORIDA, &files);
    let tally = |step: &str| Tally::new(&format!("florida-school-grades-2022 {step}"));
    let steps = [
        ("totals", "total", "Total Points Earned"),
        ("components", "components", "Total Components"),
        ("percents", "percent", "Percent of Total Possible Points"),
        ("grades", "grade", "Grade 2022"),
    ];
    let published = rows(&files[0].1);
    assert_eq!(published.len(), 3409);
    assert_eq!(answers.ratings.schools.len(), 3409);
    let key = |row: &Row| format!("{}-{}", row["District Number"], row["School Number"]);
    for (step, node, column) in steps {
        let mut tally = tally(step);
        for row in published.iter().filter(|row| row["Grade 2022"] != "I") {
            tally.compare(&key(row), &row[column], &answers.value(&key(row), node));
        }
        tally.close(3368);
    }
    let mut incomplete = tally("incomplete");
    for row in published.iter().filter(|row| row["Grade 2022"] == "I") {
        let values = steps.map(|(_, node, _)| answers.value(&key(row), node));
        incomplete.count(values == ["", "", "", "Incomplete"], || format!("{}: {values:?}", key(row)));
    }
    incomplete.close(41);
    let agreeing = answers.ratings.schools.iter().filter(|school| school.agrees == Some(true)).count();
    assert_eq!(agreeing, 3409, "the page tells of every school that it agrees");
}

/// Published results are compared and never an input: without them every answer is the same.
#[test]
fn published_results_are_no_input() {
    let published = [
        ("chicago-sqrp-2019", CHICAGO, &CHICAGO_FILES[..], &["points", "weight", "total_points", "rating"][..]),
        (
            "florida-school-grades-2022",
            FLORIDA,
            &["schools.csv"][..],
            &["Total Points Earned", "Total Components", "Percent of Total Possible Points", "Grade 2022"][..],
        ),
    ];
    for (set, policy, files, columns) in published {
        let Some(files) = data(set, files) else { continue };
        let blanked: Vec<File> = files.iter().map(|(name, text)| (name.clone(), without(text, columns))).collect();
        assert_ne!(files, blanked);
        let (with, without) = (Answers::of(policy, &files), Answers::of(policy, &blanked));
        let agrees = |answers: &Answers| answers.ratings.schools.iter().any(|school| school.agrees == Some(true));
        // The comparison is there, and it is what the blanking took away: only outcomes of blank cells may still agree.
        assert!(agrees(&with), "{set}");
        let (with, without) = (with.essence(), without.essence());
        assert_eq!(with.len(), without.len(), "{set}");
        for (with, without) in with.iter().zip(&without) {
            assert_eq!(with, without, "{set}");
        }
        say(&format!("{set} without its published results: {} answers and steps are the same", with.len()));
    }
}
