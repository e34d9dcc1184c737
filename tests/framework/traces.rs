//! Snapshots of traces: whole explanations of invented schools under Chicago's policy, to be read by a person.
//!
//! `*` marks what the rating hangs on. `EVENHAND_UPDATE=1` (or `cargo insta review`) writes new ones.

use std::fmt::Write as _;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, OverrideRequest, Reading};
use evenhand::framework::trace::{Input, Step, Trace};
use evenhand::policy::condition::{VerdictNode, VerdictRule};
use evenhand::policy::header::Words;
use evenhand::tables::{Mapping, SchoolTable, Sheet, recognize};

use crate::support::text;

pub fn chicago() -> Framework {
    Framework::load(include_str!("../../www/policies/chicago-sqrp-2019.json")).unwrap()
}

/// The files as Chicago writes them, put together.
pub fn files(framework: &Framework, files: &[(&str, String)]) -> SchoolTable {
    let sheets: Vec<(Sheet, Mapping)> = files
        .iter()
        .map(|(name, text)| {
            let (sheet, _) = Sheet::read(name, text.as_bytes()).unwrap();
            let recognition = recognize(&sheet, &[framework.layout_hint()]);
            let mapping = recognition.mapping.unwrap_or_else(|| panic!("{name}: {:?}", recognition.notices));
            (sheet, mapping)
        })
        .collect();
    SchoolTable::build(&sheets).0
}

/// A file of schools and one of their results, as Chicago writes them.
struct Case {
    schools: String,
    results: String,
}

impl Case {
    fn new(schools: &str) -> Self {
        Self { schools: schools.to_owned(), results: "school_id,indicator,score,participation_rate\n".into() }
    }

    fn result(mut self, school: u32, indicator: &str, score: &str, participation: &str) -> Self {
        writeln!(self.results, "{school},{indicator},{score},{participation}").unwrap();
        self
    }

    /// All results of an elementary school, but for those of these names.
    fn elementary(mut self, school: u32, but: &[(&str, &str, &str)]) -> Self {
        let mut results: Vec<(String, String, String)> = Vec::new();
        for subject in ["Reading", "Math"] {
            results.push((format!("National School Growth Percentile - {subject}"), "75".into(), "97.2".into()));
            results.push((
                format!("National School Attainment %ile - {subject} (Grades 3-8)"),
                "55".into(),
                "97.2".into(),
            ));
            results.push((format!("National School Attainment %ile - {subject} (Grade 2)"), "45".into(), "98".into()));
            for group in ["African-American", "Hispanic", "English Learner", "Diverse Learner"] {
                results.push((format!("{group} Growth Percentile - {subject}"), "52".into(), "96".into()));
            }
        }
        for (name, score) in [
            ("Percent of Students Meeting/Exceeding National Average Growth Norms", "61.5"),
            ("Average Daily Attendance Rate (Grades K-8)", "95.3"),
            ("My Voice, My School 5 Essentials Survey", "Organized"),
            ("Data Quality Index Score", "99.6"),
        ] {
            results.push((
                name.into(),
                score.into(),
                if name.starts_with("Percent") { "97.2".into() } else { String::new() },
            ));
        }
        for (name, score, participation) in &results {
            let (score, participation) = match but.iter().find(|(other, _, _)| other == name) {
                Some((_, score, participation)) => (*score, *participation),
                None => (score.as_str(), participation.as_str()),
            };
            let name = if name.contains(',') { format!("\"{name}\"") } else { name.clone() };
            self = self.result(school, &name, score, participation);
        }
        for (name, _, _) in but {
            assert!(results.iter().any(|(other, _, _)| other == name), "{name}");
        }
        self
    }

    /// All results of a high school, but for those of these names.
    fn high(mut self, school: u32, but: &[(&str, &str, &str)]) -> Self {
        let names = [
            ("SAT11 Cohort Growth Percentile", "62", "96"),
            ("SAT11 African-American Cohort Growth Percentile", "", ""),
            ("SAT11 Hispanic Cohort Growth Percentile", "71", "96"),
            ("SAT11 English Learner Cohort Growth Percentile", "", ""),
            ("SAT11 Diverse Learner Cohort Growth Percentile", "33", "95"),
            ("SAT11 EBRW Annual Growth Percentile", "48", "96"),
            ("SAT11 MATH Annual Growth Percentile", "39", "96"),
            ("PSAT10 EBRW Annual Growth Percentile", "71", "93.4"),
            ("PSAT10 MATH Annual Growth Percentile", "90", "96"),
            ("PSAT09 Cohort Growth Percentile", "55", "89.9"),
            ("Percent Meeting College Readiness Benchmarks", "41.2", "96"),
            ("Average Daily Attendance Rate", "88.4", ""),
            ("Freshmen On-Track Rate", "86.1", ""),
            ("4-Year Cohort Graduation Rate", "79", ""),
            ("1-Year Dropout Rate", "4.1", ""),
            ("% Earning Early College and Career Credentials", "32", ""),
            ("College Enrollment Rate", "66.6", ""),
            ("College Persistence Rate", "71", ""),
            ("My Voice, My School 5 Essentials Survey", "Well Organized", ""),
            ("Data Quality Index Score", "94.9", ""),
        ];
        for (name, score, participation) in names {
            let (score, participation) = match but.iter().find(|(other, _, _)| *other == name) {
                Some((_, score, participation)) => (*score, *participation),
                None => (score, participation),
            };
            let name = if name.contains(',') { format!("\"{name}\"") } else { name.to_owned() };
            self = self.result(school, &name, score, participation);
        }
        for (name, _, _) in but {
            assert!(names.iter().any(|(other, _, _)| other == name), "{name}");
        }
        self
    }

    fn explain(self, school: &str, choosing: &Choosing) -> String {
        let framework = chicago();
        let table = files(&framework, &[("schools.csv", self.schools), ("results.csv", self.results)]);
        let reading = Reading::new(&framework, &table, choosing);
        let index = table.find_school(school).expect("the school");
        let trace = framework.explain(&table, &reading, index).expect("a trace");
        written(&trace)
    }
}

fn words(words: &Words) -> &str {
    words.in_language("en")
}

fn cited(trace: &Trace, citations: &[usize]) -> String {
    let one = |place: &usize| {
        let citation = &trace.citations[*place];
        let title = citation.title.split(',').next().unwrap_or_default();
        let locator = citation.locator.as_ref().map(|locator| format!(": {locator}")).unwrap_or_default();
        let unread = if citation.read { "" } else { " (not read)" };
        format!("{title}{locator}{unread}")
    };
    citations.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn condition(node: &VerdictNode, depth: usize, out: &mut String) {
    let mark = if node.decisive { "*" } else { " " };
    let rule = match &node.rule {
        VerdictRule::All => "all of".to_owned(),
        VerdictRule::Any => "any of".to_owned(),
        VerdictRule::Not => "not".to_owned(),
        VerdictRule::AtLeast { count } => format!("at least {count} of"),
        VerdictRule::Fact { fact, test, actual, when_unknown } => {
            let literals: Vec<&str> = test.literals().iter().map(|literal| literal.written()).collect();
            let actual = actual.as_deref().unwrap_or("no value");
            let unknown = when_unknown.map(|counts| format!(", unknown counts as {counts:?}")).unwrap_or_default();
            format!("{fact} {} {}: {actual}{unknown}", test.name(), literals.join(", "))
        }
    };
    writeln!(out, "    {}when{mark} {:?}: {rule}", "  ".repeat(depth), node.truth).unwrap();
    for part in &node.parts {
        condition(part, depth + 1, out);
    }
}

fn input(trace: &Trace, input: &Input) -> String {
    let role = serde_json::to_value(input.role).unwrap();
    let mark = if input.decisive { "*" } else { "" };
    let what = match input.step.map(|step| &trace.steps[step]) {
        Some(step) => format!("{} = {}", name(step), text(&step.value)),
        None => input.number.clone().unwrap_or_default(),
    };
    let weight = input.weight.as_ref().map(|weight| {
        let product = weight.product.as_ref().map(|product| format!(", gives {product}")).unwrap_or_default();
        if weight.table == weight.effective {
            format!(" × {}{product}", weight.effective)
        } else {
            format!(" × {} (in the table {}){product}", weight.effective, weight.table)
        }
    });
    format!("{}{mark} {what}{}", role.as_str().unwrap(), weight.unwrap_or_default())
}

fn name(step: &Step) -> String {
    let attribute = serde_json::to_value(step.attribute).unwrap();
    let attribute = match attribute.as_str().unwrap() {
        "value" => String::new(),
        other => format!("#{other}"),
    };
    let year = if step.years == 0 { String::new() } else { format!("@{}", step.years) };
    format!("{}{attribute}{year}", step.name)
}

/// A trace as text that a person can check line by line.
fn written(trace: &Trace) -> String {
    let mut out = String::new();
    if let Some(model) = &trace.model {
        writeln!(out, "model").unwrap();
        condition(&model.root, 0, &mut out);
    }
    let at = |step: usize| name(&trace.steps[step]);
    writeln!(out, "rating: {}", at(trace.rating)).unwrap();
    if let Some(score) = trace.score {
        writeln!(out, "score: {}", at(score)).unwrap();
    }
    for indicator in &trace.indicators {
        let parts: Vec<String> = indicator.parts.iter().map(|part| at(*part)).collect();
        writeln!(out, "indicator {}: {}", words(&indicator.label), parts.join(", ")).unwrap();
    }
    if !trace.waits_for.is_empty() {
        writeln!(out, "waits for: {}", trace.waits_for.join(", ")).unwrap();
    }
    if let Some(first) = trace.first_difference {
        writeln!(out, "first difference: {}", at(first)).unwrap();
    }
    for step in &trace.steps {
        let mark = if step.decisive { "*" } else { " " };
        writeln!(out, "\n{mark} {} = {} [{}] {}", name(step), text(&step.value), step.operator, words(&step.label))
            .unwrap();
        if let Some(observed) = &step.observed {
            let number = |label: &str, number: &Option<evenhand::exact::Exact>| {
                number.as_ref().map(|number| format!(", {label} {number}")).unwrap_or_default()
            };
            writeln!(
                out,
                "    {:?} “{}” in {} line {}, {}{}{}{}",
                observed.basis,
                observed.text.as_deref().unwrap_or("nothing"),
                observed.file.as_deref().unwrap_or("-"),
                observed.line.map(|line| line.to_string()).unwrap_or_default(),
                observed.column.as_deref().unwrap_or("-"),
                number("n", &observed.n),
                number("participation", &observed.participation),
                number("response", &observed.response_rate),
            )
            .unwrap();
        }
        for one in &step.inputs {
            writeln!(out, "    {}", input(trace, one)).unwrap();
        }
        if let Some(row) = &step.row {
            let bounds = |end: &Option<(evenhand::exact::Exact, bool)>, closed: &str, open: &str| match end {
                Some((value, true)) => format!("{closed}{value}"),
                Some((value, false)) => format!("{open}{value}"),
                None => String::new(),
            };
            let place: Vec<String> = row.place.iter().map(|place| (place + 1).to_string()).collect();
            let band = row.rows.and_then(|rows| trace.scales[rows].get(*row.place.first()?));
            let band = band.map(|band| {
                format!(" ({} {} → {})", bounds(&band.lower, "≥ ", "> "), bounds(&band.upper, "≤ ", "< "), band.gives)
            });
            writeln!(
                out,
                "    row {} of {} for {}{}",
                place.join("/"),
                row.scale.as_deref().unwrap_or("its own scale"),
                row.value,
                band.unwrap_or_default()
            )
            .unwrap();
        }
        if let Some(weights) = &step.weights {
            writeln!(out, "    weights {weights}").unwrap();
        }
        for moved in &step.moves {
            writeln!(
                out,
                "    moves {} from {} to {} by {} ({})",
                moved.amount,
                moved.from,
                moved.to,
                moved.pointer,
                cited(trace, &moved.citations)
            )
            .unwrap();
        }
        if let Some(penalty) = &step.penalty {
            writeln!(
                out,
                "    penalty at {}: {} less {} is {} ({})",
                penalty.by,
                penalty.before,
                penalty.points,
                penalty.after,
                cited(trace, &penalty.citations)
            )
            .unwrap();
        }
        if let Some(rounding) = &step.rounding {
            writeln!(
                out,
                "    rounded {} to {} places, {:?}: {}",
                rounding.before, rounding.rule.places, rounding.rule.mode, rounding.after
            )
            .unwrap();
        }
        for verdict in &step.conditions {
            condition(&verdict.root, 0, &mut out);
            if let Some(settles) = &verdict.settles {
                writeln!(out, "      settled by {}", settles.join(", ")).unwrap();
            }
        }
        if let Some(chosen) = step.chosen {
            writeln!(out, "    chosen {}", chosen + 1).unwrap();
        }
        if let Some(before) = &step.before_gate {
            writeln!(out, "    before the gate {}", text(before)).unwrap();
        }
        if let Some(compared) = &step.compared_with {
            writeln!(out, "    compared with {}: {}", compared.count, compared.schools.join(", ")).unwrap();
        }
        for note in &step.notes {
            writeln!(out, "    note: {}", words(note)).unwrap();
        }
        if step.unverified {
            writeln!(out, "    unverified").unwrap();
        }
        if let Some(overridden) = &step.overridden {
            writeln!(
                out,
                "    overridden: {} by {} on {}: {}",
                overridden.computed, overridden.who, overridden.when, overridden.why
            )
            .unwrap();
        }
        if let Some(published) = &step.published {
            writeln!(
                out,
                "    published {} computed {}: {}",
                published.published,
                published.computed,
                if published.agrees { "agrees" } else { "differs" }
            )
            .unwrap();
        }
        if !step.citations.is_empty() {
            writeln!(out, "    by {}", cited(trace, &step.citations)).unwrap();
        }
        writeln!(out, "    at {}", step.pointer).unwrap();
    }
    out
}

fn same_as(expected: &str, written: &str) {
    assert!(written.contains(expected), "{expected} is not in:\n{written}");
}

const GROWTH_MATH: &str = "National School Growth Percentile - Math";
const ATTAINMENT_READING: &str = "National School Attainment %ile - Reading (Grades 3-8)";
const ATTAINMENT_MATH: &str = "National School Attainment %ile - Math (Grades 3-8)";
const SURVEY: &str = "My Voice, My School 5 Essentials Survey";
const SCHOOLS: &str = "school_id,model,school_name,highest_grade\n";

#[test]
fn elementary_penalty_redistribution_and_attainment_route() {
    let trace = Case::new(&format!("{SCHOOLS}100001,elementary,Elm,\n"))
        .elementary(
            100_001,
            &[
                (GROWTH_MATH, "88", "92.3"),
                (ATTAINMENT_READING, "91", "95"),
                (ATTAINMENT_MATH, "71", "96.5"),
                ("National School Attainment %ile - Math (Grade 2)", "", ""),
                ("Hispanic Growth Percentile - Reading", "", ""),
                ("English Learner Growth Percentile - Math", "", ""),
                (SURVEY, "Not Enough Data", ""),
            ],
        )
        .explain("100001", &Choosing::default());
    same_as("elementary.rating = Level 1 ", &trace);
    insta::assert_snapshot!(trace);
}

#[test]
fn elementary_not_rated() {
    let trace = Case::new(&format!("{SCHOOLS}100002,elementary,Oak,\n"))
        .elementary(100_002, &[(ATTAINMENT_MATH, "", "")])
        .explain("100002", &Choosing::default());
    same_as("elementary.rating = =inability-to-rate", &trace);
    insta::assert_snapshot!(trace);
}

#[test]
fn elementary_highest_grade_3() {
    let trace = Case::new(&format!("{SCHOOLS}100003,elementary,Fir,3\n"))
        .elementary(100_003, &[])
        .explain("100003", &Choosing::default());
    insta::assert_snapshot!(trace);
}

#[test]
fn high_cascade() {
    let trace = Case::new(&format!("{SCHOOLS}200001,high,Ash,\n"))
        .high(
            200_001,
            &[
                ("College Persistence Rate", "", ""),
                ("College Enrollment Rate", "", ""),
                ("4-Year Cohort Graduation Rate", "", ""),
            ],
        )
        .explain("200001", &Choosing::default());
    insta::assert_snapshot!(trace);
}

#[test]
fn high_inability_to_rate() {
    let names = [
        "SAT11 Cohort Growth Percentile",
        "SAT11 Hispanic Cohort Growth Percentile",
        "SAT11 Diverse Learner Cohort Growth Percentile",
        "SAT11 EBRW Annual Growth Percentile",
        "SAT11 MATH Annual Growth Percentile",
        "PSAT10 EBRW Annual Growth Percentile",
        "PSAT10 MATH Annual Growth Percentile",
        "PSAT09 Cohort Growth Percentile",
        "Percent Meeting College Readiness Benchmarks",
    ];
    let trace = Case::new(&format!("{SCHOOLS}200002,high,Yew,\n"))
        .high(200_002, &names.map(|name| (name, "", "")))
        .explain("200002", &Choosing::default());
    same_as("high.rating = =inability-to-rate", &trace);
    insta::assert_snapshot!(trace);
}

#[test]
fn option_rule_unknown() {
    let mut case = Case::new(&format!("{SCHOOLS}300001,option,Ivy,\n"));
    for (name, score, participation) in [
        ("STAR Growth Percentile - Reading", "51", "88"),
        ("STAR Growth Percentile - Math", "62", "91"),
        ("Percent Meeting Growth Target - Reading", "44", "91"),
        ("Percent Meeting Growth Target - Math", "", ""),
        ("1-Year Graduation Rate", "71", ""),
        ("Credit Attainment Rate", "66", ""),
        ("Stabilization Rate", "81", ""),
        ("Average Daily Attendance", "79", ""),
        ("Growth in Attendance Rate", "64", ""),
    ] {
        case = case.result(300_001, name, score, participation);
    }
    let trace = case.explain("300001", &Choosing::default());
    same_as("option.rating = (undetermined)", &trace);
    insta::assert_snapshot!(trace);
}

#[test]
fn combination_by_reported_scores() {
    let schools = "school_id,model,elementary_enrollment,high_enrollment,elementary_points,high_points\n400001,combination,310,190,3.4,3.7\n";
    let framework = chicago();
    let table = files(&framework, &[("schools.csv", schools.to_owned())]);
    let reading = Reading::new(&framework, &table, &Choosing::default());
    let trace = written(&framework.explain(&table, &reading, 0).unwrap());
    insta::assert_snapshot!(trace);
}

#[test]
fn combination_by_computed_programs() {
    let schools = "school_id,model,elementary_enrollment,high_enrollment\n400002,combination,310,190\n";
    let mut case = Case::new(schools).elementary(
        400_002,
        &[
            (ATTAINMENT_READING, "92", "96"),
            (ATTAINMENT_MATH, "90", "96"),
            ("Average Daily Attendance Rate (Grades K-8)", "91", ""),
        ],
    );
    // One survey and one index of data quality serve both programs.
    let high = Case::new("").high(400_002, &[]).results;
    let shared =
        |line: &&str| !line.contains("Survey") && !line.contains("Data Quality") && !line.starts_with("school_id");
    case.results.extend(high.lines().filter(shared).map(|line| format!("{line}\n")));
    let trace = case.explain("400002", &Choosing::default());
    same_as("combination.elementary = 4 ", &trace);
    insta::assert_snapshot!(trace);
}

#[test]
fn an_override_and_a_published_difference() {
    // The file says 3 points for growth in reading (75 is 4), and so another total; its rating agrees with the computed one.
    let schools = "school_id,model,school_name,total_points,rating\n100004,elementary,Bay,3.8,Level 1\n";
    let mut case = Case::new(schools).elementary(100_004, &[]);
    case.results = case
        .results
        .replace("participation_rate\n", "participation_rate,points,weight\n")
        .replace("- Reading,75,97.2\n", "- Reading,75,97.2,3,15\n")
        .replace("- Math,75,97.2\n", "- Math,75,97.2,4,15\n");
    let by = OverrideRequest {
        school: "100004".into(),
        rating: "Level 2+".into(),
        who: "The Chief Executive Officer".into(),
        when: "2019-10-25".into(),
        why: "Held for one year".into(),
    };
    let trace = case.explain("100004", &Choosing { overrides: vec![by], ..Choosing::default() });
    same_as("first difference: elementary.growth.reading.points", &trace);
    insta::assert_snapshot!(trace);
}

#[test]
fn an_absence_is_told_to_the_end() {
    let trace = Case::new(&format!("{SCHOOLS}100005,elementary,Box,\n"))
        .elementary(100_005, &[(GROWTH_MATH, "n/a?", "97")])
        .explain("100005", &Choosing::default());
    same_as("waits for: elementary.growth.math", &trace);
}
