//! The same promises, kept by the policies that the site ships, over results that nobody had.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use evenhand::exact::Exact;
use evenhand::framework::Framework;
use evenhand::framework::definition::Unit;
use evenhand::framework::rating::{Choosing, Ratings, Reading, Standing};
use evenhand::framework::reference::Attribute;
use evenhand::tables::{IdentifierPart, Mapping, SchoolTable, Shape, Sheet};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::{answers, level};
use crate::support::text;

/// A policy, and what its files may say.
struct Policy {
    framework: Framework,
    /// The words that its conditions compare each fact with.
    words: BTreeMap<String, Vec<String>>,
}

fn policies() -> &'static [Policy] {
    static POLICIES: OnceLock<Vec<Policy>> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/policies");
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let texts = files.iter().filter(|path| path.extension().is_some_and(|kind| kind == "json"));
        let texts = texts.map(|path| std::fs::read_to_string(path).unwrap());
        let frameworks = texts.filter(|text| text.contains("\"evenhand\": \"framework/1\"")).map(|text| policy(&text));
        // A policy that takes nothing from school-level files is tried with student files, in `tests/sample_ratings.rs`.
        let reported = |policy: &Policy| {
            policy.framework.definition.measures.iter().any(|measure| measure.value.reported.is_some())
        };
        frameworks.filter(reported).collect()
    })
}

fn policy(text: &str) -> Policy {
    let framework = Framework::load(text).unwrap_or_else(|notices| panic!("{notices:#?}"));
    let mut words = BTreeMap::new();
    compared(&serde_json::from_str(text).unwrap(), &mut words);
    Policy { framework, words }
}

/// Gathers the words that facts are compared with.
fn compared(json: &Value, words: &mut BTreeMap<String, Vec<String>>) {
    if let Some(fact) = json.get("fact").and_then(Value::as_str) {
        for test in ["equals", "in", "contains", "containsAny"] {
            let found = json.get(test).into_iter().flat_map(|literal| match literal {
                Value::Array(literals) => literals.clone(),
                literal => vec![literal.clone()],
            });
            let found = found.filter_map(|literal| literal.as_str().map(str::to_owned));
            words.entry(fact.to_owned()).or_default().extend(found);
        }
    }
    match json {
        Value::Object(fields) => fields.values().for_each(|value| compared(value, words)),
        Value::Array(items) => items.iter().for_each(|value| compared(value, words)),
        _ => {}
    }
}

/// What a school says of a fact or a measure: which value, how many took part, how many students there are.
#[derive(Debug, Clone, Copy)]
struct Said {
    value: Option<u8>,
    participation: u8,
    students: u8,
}

const STEPS: u8 = 80;

fn said() -> impl Strategy<Value = Said> {
    (proptest::option::weighted(0.9, 0..=STEPS), 0..=STEPS, 0..=STEPS).prop_map(|(value, participation, students)| {
        // Most schools have results of nearly all, and of many, students.
        Said { value, participation: 100 - participation / 4, students: 5 + students }
    })
}

/// A policy and what some schools say: more than any policy asks for, the rest goes unused.
#[derive(Debug, Clone)]
struct Tried {
    policy: Index,
    schools: Vec<Vec<Said>>,
}

fn tried() -> impl Strategy<Value = Tried> {
    (any::<Index>(), proptest::collection::vec(proptest::collection::vec(said(), 64), 1..4))
        .prop_map(|(policy, schools)| Tried { policy, schools })
}

/// A cell that is written otherwise.
#[derive(Debug, Clone, PartialEq)]
struct Instead {
    school: usize,
    measure: usize,
    attribute: Attribute,
    text: String,
}

impl Tried {
    fn policy(&self) -> &'static Policy {
        self.policy.get(policies())
    }

    fn said(&self, school: usize, place: usize) -> Said {
        self.schools[school][place % 64]
    }

    /// A measure's value as text.
    fn value(&self, school: usize, measure: usize) -> String {
        let definition = &self.policy().framework.definition;
        let entry = &definition.measures.iter().nth(measure).unwrap().value;
        let Some(step) = self.said(school, definition.facts.len() + measure).value else { return String::new() };
        if entry.unit == Unit::Category {
            return entry.categories[usize::from(step) % entry.categories.len()].clone();
        }
        let (low, high) = entry.range.clone().unwrap_or((Exact::ZERO, Exact::HUNDRED));
        let share = Exact::ratio(i64::from(step), i64::from(STEPS)).unwrap();
        low.add(&high.sub(&low).unwrap().mul(&share).unwrap()).unwrap().to_string()
    }

    /// The rows of a long file: the header first. `instead` changes a cell.
    fn rows(&self, instead: Option<&Instead>) -> Vec<Vec<String>> {
        let policy = self.policy();
        let definition = &policy.framework.definition;
        let parts = definition.school.identifier.len();
        let mut header: Vec<String> = (0..parts).map(|part| format!("school {part}")).collect();
        let mut rates: Vec<String> = Vec::new();
        let mut counts: Vec<String> = Vec::new();
        for measure in definition.measures.iter().filter_map(|entry| entry.value.reported.as_ref()) {
            for (names, usual, columns) in
                [(&measure.participation, "participation", &mut rates), (&measure.n, "n", &mut counts)]
            {
                let name = names.first().cloned().unwrap_or_else(|| usual.to_owned());
                if !columns.contains(&name) {
                    columns.push(name);
                }
            }
        }
        header.extend(["measure", "value", "group", "program"].map(str::to_owned));
        header.extend(rates.iter().chain(&counts).cloned());
        let mut rows = vec![header];
        for school in 0..self.schools.len() {
            let row = |measure: &str,
                       value: String,
                       group: Option<&String>,
                       program: Option<&String>,
                       rate: String,
                       n: String| {
                let mut row: Vec<String> = (0..parts).map(|_| format!("{}", school + 1)).collect();
                row.extend([measure.to_owned(), value]);
                row.extend([group, program].map(|text| text.cloned().unwrap_or_default()));
                row.extend(rates.iter().map(|_| rate.clone()).chain(counts.iter().map(|_| n.clone())));
                row
            };
            for (place, fact) in definition.facts.iter().enumerate() {
                let Some(step) = self.said(school, place).value else { continue };
                let words = policy.words.get(&fact.name).filter(|words| !words.is_empty());
                let value = match words {
                    Some(words) => words[usize::from(step) % words.len()].clone(),
                    None => step.to_string(),
                };
                rows.push(row(&fact.value.column[0], value, None, None, String::new(), String::new()));
            }
            for (measure, entry) in definition.measures.iter().enumerate() {
                let Some(reported) = &entry.value.reported else { continue };
                let said = self.said(school, definition.facts.len() + measure);
                let own = |attribute: Attribute, text: String| match instead {
                    Some(instead)
                        if (instead.school, instead.measure, instead.attribute) == (school, measure, attribute) =>
                    {
                        instead.text.clone()
                    }
                    _ => text,
                };
                rows.push(row(
                    &reported.column[0],
                    own(Attribute::Value, self.value(school, measure)),
                    reported.group.as_ref(),
                    reported.program.as_ref(),
                    own(Attribute::Participation, said.participation.to_string()),
                    said.students.to_string(),
                ));
            }
        }
        rows
    }

    fn table(&self, files: &[Vec<Vec<String>>]) -> SchoolTable {
        let sheets: Vec<(Sheet, Mapping)> = files
            .iter()
            .enumerate()
            .map(|(at, rows)| {
                let text: String = rows.iter().map(|row| written(row)).collect();
                let (sheet, _) = Sheet::read(&format!("{at}.csv"), text.as_bytes()).unwrap();
                let some = |name: &str| Some(name.to_owned());
                let parts = self.policy().framework.definition.school.identifier.len();
                let part = |part: usize| IdentifierPart { column: format!("school {part}"), digits: None };
                let mapping = Mapping {
                    shape: Shape::Long,
                    identifier: (0..parts).map(part).collect(),
                    measure: some("measure"),
                    value: some("value"),
                    group: some("group"),
                    program: some("program"),
                    ..Mapping::default()
                };
                (sheet, mapping)
            })
            .collect();
        SchoolTable::build(&sheets).0
    }

    fn rate(&self, instead: Option<&Instead>) -> (SchoolTable, Reading, Ratings) {
        let framework = &self.policy().framework;
        let table = self.table(&[self.rows(instead)]);
        let reading = Reading::new(framework, &table, &Choosing::default());
        let ratings = framework.rate(&table, &reading);
        (table, reading, ratings)
    }

    /// The school's place in the table.
    fn place(&self, school: usize) -> usize {
        let mut identifiers: Vec<String> = (0..self.schools.len()).map(|school| (school + 1).to_string()).collect();
        identifiers.sort();
        identifiers.iter().position(|id| *id == (school + 1).to_string()).unwrap()
    }
}

/// A row of a CSV file.
fn written(row: &[String]) -> String {
    let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    cells.join(",") + "\n"
}

/// What is tried is no empty promise: of each policy schools are rated, and measures are told that would change ratings.
#[test]
fn schools_of_every_policy_are_rated() {
    let mut runner = TestRunner::deterministic();
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for _ in 0..150 {
        let tried = tried().new_tree(&mut runner).unwrap().current();
        let framework = &tried.policy().framework;
        let (table, reading, ratings) = tried.rate(None);
        let counts = found.entry(&framework.definition.id).or_default();
        counts.0 += ratings.schools.iter().filter(|school| school.standing == Standing::Rated).count();
        counts.1 += framework.changes(&table, &reading, 0).iter().filter(|change| change.rating.is_some()).count();
    }
    assert_eq!(found.len(), policies().len());
    assert!(found.values().all(|(rated, _)| *rated > 0), "{found:?}");
    assert!(found.values().map(|(_, changed)| changed).sum::<usize>() > 10, "{found:?}");
}

/// Which measures have no next value, of all that ever count: those that enter a sum, a mean or a comparison with other
/// schools as they are.
#[test]
fn the_measures_that_no_rule_has_a_next_value_for() {
    let mut runner = TestRunner::deterministic();
    let mut found: BTreeMap<&str, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for _ in 0..150 {
        let tried = tried().new_tree(&mut runner).unwrap().current();
        let framework = &tried.policy().framework;
        let (table, reading, _) = tried.rate(None);
        let (listed, unlisted) = found.entry(&framework.definition.id).or_default();
        for school in 0..table.schools().len() {
            let mut names = Vec::new();
            let changes = framework.changes_but(&table, &reading, school, &mut names);
            listed.extend(changes.into_iter().map(|change| change.measure));
            unlisted.extend(names);
        }
    }
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for (policy, (listed, unlisted)) in &found {
        assert!(listed.is_disjoint(unlisted), "{policy}: {listed:?} {unlisted:?}");
        if !unlisted.is_empty() {
            named.insert(policy, unlisted.len());
        }
    }
    // Scores of programs and points that were reported, scores that are compared with other schools' alone, and components whose
    // percents are the points.
    let expected =
        [("chicago-sqrp", 2), ("colorado-spf", 6), ("essa-identification", 11), ("florida-school-grades", 11)];
    assert_eq!(named, BTreeMap::from(expected));
}

/// A whole policy takes longer than a small one.
fn fewer() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases / 4, ..config }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn the_order_of_rows_and_files_changes_no_answer(tried in tried(), shuffle in any::<[Index; 8]>()) {
        let framework = &tried.policy().framework;
        let rows = tried.rows(None);
        let expected = answers(framework, &tried.table(std::slice::from_ref(&rows)));
        let mut files = vec![vec![rows[0].clone()]; 3];
        let mut rest: Vec<Vec<String>> = rows[1..].to_vec();
        for turn in 0.. {
            if rest.is_empty() {
                break;
            }
            let row = rest.swap_remove(shuffle[turn % 8].index(rest.len()));
            files[shuffle[(turn / 3) % 8].index(3)].push(row);
        }
        files.retain(|file| file.len() > 1);
        prop_assert_eq!(answers(framework, &tried.table(&files)), expected, "{}", &framework.definition.id);
    }

    #[test]
    fn what_is_not_known_yet_is_never_decided_otherwise(tried in tried(), which in any::<[Index; 3]>()) {
        let measures = tried.policy().framework.definition.measures.len();
        let instead = Instead {
            school: which[0].index(tried.schools.len()),
            measure: which[1].index(measures),
            attribute: *which[2].get(&[Attribute::Value, Attribute::Value, Attribute::Participation]),
            text: "sixty".to_owned(),
        };
        let (known, open) = (tried.rate(None).2, tried.rate(Some(&instead)).2);
        for (known, open) in known.schools.iter().zip(&open.schools) {
            if open.standing != Standing::Undetermined {
                prop_assert_eq!(text(&open.rating), text(&known.rating), "{} {:?}", known.school, instead);
            }
        }
    }

    #[test]
    fn what_is_told_to_change_a_rating_does_so(tried in tried(), which in any::<Index>()) {
        let framework = &tried.policy().framework;
        let school = which.index(tried.schools.len());
        let (table, reading, before) = tried.rate(None);
        let place = tried.place(school);
        for change in framework.changes(&table, &reading, place) {
            let measure = framework.definition.measures.iter().position(|entry| entry.name == change.measure).unwrap();
            let instead = Instead { school, measure, attribute: change.attribute, text: text(&change.then) };
            let after = &tried.rate(Some(&instead)).2.schools[place];
            let now = before.schools.iter().find(|rated| rated.school == after.school).unwrap();
            let told = (text(change.rating.as_ref().unwrap_or(&now.rating)), change.score.as_ref().map(text));
            let place = format!("{} {}: {instead:?}", framework.definition.id, change.measure);
            prop_assert_eq!((text(&after.rating), after.score.as_ref().map(text)), told, "{}", place);
            prop_assert_eq!(change.rating.is_some(), text(&now.rating) != text(&after.rating));
        }
    }

    #[test]
    fn a_better_result_never_lowers_a_rating(tried in tried(), which in any::<[Index; 2]>(), by in 1..=STEPS) {
        let definition = &tried.policy().framework.definition;
        let (school, measure) = (which[0].index(tried.schools.len()), which[1].index(definition.measures.len()));
        // Of a rate of dropouts or absences less is better; a category's order is the policy's.
        let entry = definition.measures.iter().nth(measure).unwrap();
        let inverse = ["dropout", "absen"].iter().any(|word| entry.name.contains(word));
        if inverse || entry.value.unit == Unit::Category {
            return Ok(());
        }
        let mut better = tried.clone();
        let said = &mut better.schools[school][(definition.facts.len() + measure) % 64];
        let Some(now) = said.value else { return Ok(()) };
        said.value = Some(now.saturating_add(by).min(STEPS));
        let (before, after) = (tried.rate(None).2, better.rate(None).2);
        let place = tried.place(school);
        if let (Some(before), Some(after)) = (level(&before.schools[place]), level(&after.schools[place])) {
            prop_assert!(after >= before, "{} {}: {before} became {after}", &definition.id, &entry.name);
        }
    }
}
