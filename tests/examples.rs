//! The guide's worked examples (`www/policies/examples`): each rates the schools of its own small files and gets exactly
//! what it says; and all together they show everything that the language has.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where its files can't be read")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading};
use evenhand::framework::reference::Attribute;
use evenhand::framework::trace::{Shown, Step};
use evenhand::notice::Notice;
use evenhand::policy::json::parse;
use evenhand::policy::read::decode;
use evenhand::records::cells::Cells;
use evenhand::records::layout::Layout;
use evenhand::records::{Collection, Importer};
use evenhand::tables::{SchoolTable, Sheet, recognize};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// An example as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    /// What it shows, in a sentence.
    shows: String,
    framework: Box<RawValue>,
    /// The files, by name.
    files: BTreeMap<String, String>,
    /// The files with a row a student, by name, in Evenhand's own layouts.
    #[serde(default)]
    students: BTreeMap<String, String>,
    #[serde(default)]
    choosing: Option<Value>,
    /// What comes out, by school.
    expect: BTreeMap<String, Expected>,
    /// The codes of all that is noticed, in loading and rating, each once. Without it: nothing is.
    #[serde(default)]
    notices: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Expected {
    rating: String,
    #[serde(default)]
    score: Option<String>,
    #[serde(default)]
    model: Option<String>,
    #[serde(default)]
    labels: Option<Vec<String>>,
    /// Whether the published rating agrees.
    #[serde(default)]
    agrees: Option<bool>,
    /// Values by reference: `growth.points`, `growth#n`, `growth@-1`.
    #[serde(default)]
    values: BTreeMap<String, String>,
    /// What is published of a node beside what is computed, where the two differ.
    #[serde(default)]
    published: BTreeMap<String, String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/policies/examples")
}

fn examples() -> Vec<(String, Example)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let example = serde_json::from_str(&text).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        (name, example)
    };
    files.iter().map(read).collect()
}

/// A value as the examples write it.
fn text(value: &Shown) -> String {
    match value {
        Shown::Number { exact, .. } => exact.clone(),
        Shown::Rating { rating, .. } => rating.clone(),
        Shown::Word { word } => word.clone(),
        Shown::Outcome { label, .. } => label.in_language("en").to_owned(),
        Shown::Absent { reason } => format!("absent: {}", serde_json::to_value(reason).unwrap().as_str().unwrap()),
    }
}

/// A step's name as a reference is written.
fn reference(step: &Step) -> String {
    let attribute = Attribute::NAMES.iter().find(|(_, attribute)| *attribute == step.attribute);
    let attribute = attribute.map(|(name, _)| format!("#{name}")).unwrap_or_default();
    let years = if step.years == 0 { String::new() } else { format!("@{}", step.years) };
    format!("{}{attribute}{years}", step.name)
}

/// The student files read by the layouts that come with the site, and counted.
fn counted(framework: &Framework, files: &BTreeMap<String, String>, told: &mut Vec<Notice>) -> Cells {
    let layouts = std::fs::read_dir(folder().join("../../layouts")).unwrap();
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        Layout::read(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap()
    };
    let layouts: Vec<Layout> = layouts.map(read).collect();
    let mut collection = Collection::new();
    for (name, text) in files {
        let mut importer = Importer::new(name, u64::try_from(text.len()).unwrap(), layouts.clone());
        importer.push(text.as_bytes(), &mut collection);
        told.extend(importer.finish(&mut collection).notices);
    }
    told.extend(collection.settle(None).notices);
    collection.count(&framework.cell_plan())
}

/// What differs from what the example says.
fn problems(example: &Example) -> Vec<String> {
    let framework = match Framework::load(example.framework.get()) {
        Ok(framework) => framework,
        Err(notices) => return notices.iter().map(|notice| format!("{notice:?}")).collect(),
    };
    let mut problems = Vec::new();
    let mut told = framework.notices.clone();
    let mut sheets = Vec::new();
    for (name, text) in &example.files {
        let (sheet, notices) = Sheet::read(name, text.as_bytes()).unwrap();
        told.extend(notices);
        let recognition = recognize(&sheet, &[framework.layout_hint()]);
        told.extend(recognition.notices);
        match recognition.mapping {
            Some(mapping) => sheets.push((sheet, mapping)),
            None => problems.push(format!("{name} is not recognized")),
        }
    }
    let (mut table, notices) = SchoolTable::build(&sheets);
    told.extend(notices);
    let cells = (!example.students.is_empty()).then(|| {
        let counted = Rc::new(counted(&framework, &example.students, &mut told));
        let schools = counted.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref()));
        table = table.with_schools(schools);
        counted
    });
    let choosing = example.choosing.as_ref().map_or_else(Choosing::default, |choosing| {
        let mut notices = Vec::new();
        let read = decode(&parse(&choosing.to_string()).unwrap(), "", &mut notices);
        assert_eq!(notices, [], "{}", example.shows);
        read.unwrap()
    });
    let reading = Reading::with_cells(&framework, &table, cells, &choosing);
    let ratings = framework.rate(&table, &reading);
    told.extend(ratings.notices.iter().cloned());

    let rated: BTreeSet<&str> = ratings.schools.iter().map(|school| &*school.school).collect();
    let expected: BTreeSet<&str> = example.expect.keys().map(String::as_str).collect();
    if rated != expected {
        problems.push(format!("the schools are {rated:?}"));
    }
    for (index, school) in ratings.schools.iter().enumerate() {
        let Some(expected) = example.expect.get(&*school.school) else { continue };
        let mut check = |what: &str, expected: &str, found: String| {
            if expected != found {
                problems.push(format!("{} {what}: {expected:?} is expected, {found:?} found", school.school));
            }
        };
        check("rating", &expected.rating, text(&school.rating));
        if let Some(score) = &expected.score {
            check("score", score, school.score.as_ref().map(text).unwrap_or_default());
        }
        if let Some(model) = &expected.model {
            check("model", model, school.model.clone().unwrap_or_default());
        }
        if let Some(labels) = &expected.labels {
            let found: Vec<&str> = school.labels.iter().map(|label| label.in_language("en")).collect();
            check("labels", &labels.join(", "), found.join(", "));
        }
        if let Some(agrees) = expected.agrees {
            check("agrees", &agrees.to_string(), school.agrees.map(|agrees| agrees.to_string()).unwrap_or_default());
        }
        let trace = framework.explain(&table, &reading, index);
        let steps = trace.map(|trace| trace.steps).unwrap_or_default();
        let find = |name: &str| steps.iter().find(|step| reference(step) == name);
        for (name, value) in &expected.values {
            check(name, value, find(name).map_or("no step".to_owned(), |step| text(&step.value)));
        }
        for (name, value) in &expected.published {
            let differing = find(name).and_then(|step| step.published.as_ref()).filter(|published| !published.agrees);
            check(name, value, differing.map(|published| published.published.clone()).unwrap_or_default());
        }
    }
    let codes: BTreeSet<String> = told.iter().map(|notice| notice.code.to_owned()).collect();
    if codes != example.notices {
        let surprising = told.iter().filter(|notice| !example.notices.contains(notice.code));
        problems.extend(surprising.map(|notice| format!("{notice:?}")));
        problems.extend(example.notices.difference(&codes).map(|code| format!("{code} is expected")));
    }
    problems
}

#[test]
fn every_example_comes_out_as_it_says() {
    let mut wrong = Vec::new();
    for (name, example) in examples() {
        assert!(example.shows.ends_with('.') && example.shows.len() > 20, "{name}: a sentence says what it shows");
        wrong.extend(problems(&example).into_iter().map(|problem| format!("{name}: {problem}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A test that can't fail is none: a changed cut point is noticed.
#[test]
fn a_wrong_example_is_found() {
    let (_, mut example) = examples().into_iter().find(|(name, _)| name == "first-framework").unwrap();
    assert_eq!(problems(&example), Vec::<String>::new());
    let changed = example.framework.get().replace("\"atLeast\": 90", "\"atLeast\": 92");
    example.framework = RawValue::from_string(changed).unwrap();
    assert!(!problems(&example).is_empty());
}

/// All that is written anywhere in the examples: keys, and texts that are values.
#[derive(Default)]
struct Used {
    keys: BTreeSet<String>,
    pairs: BTreeSet<(String, String)>,
}

impl Used {
    fn visit(&mut self, key: &str, value: &Value) {
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| {
                self.keys.insert(key.clone());
                self.visit(key, value);
            }),
            Value::Array(list) => list.iter().for_each(|value| self.visit(key, value)),
            Value::String(text) => {
                self.pairs.insert((key.to_owned(), text.clone()));
            }
            Value::Bool(truth) => {
                self.pairs.insert((key.to_owned(), truth.to_string()));
            }
            Value::Null | Value::Number(_) => {}
        }
    }
}

#[test]
fn together_the_examples_show_the_whole_language() {
    let examples = examples();
    let mut used = Used::default();
    let mut operators = BTreeSet::new();
    let mut results = BTreeSet::new();
    for (_, example) in &examples {
        used.visit("", &serde_json::from_str(example.framework.get()).unwrap());
        let framework = Framework::load(example.framework.get()).unwrap();
        operators.extend(framework.definition.nodes.iter().map(|entry| entry.value.operator.key()));
        for expected in example.expect.values() {
            results.extend(expected.values.values().chain([&expected.rating]).cloned());
        }
    }
    // Every field of every type, as the committed schema has them; so every operator, modifier, test and section too.
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(folder().join("../framework.schema.json")).unwrap()).unwrap();
    let mut fields = BTreeSet::new();
    properties(&schema, &mut fields);
    let shown: BTreeSet<&str> = used.keys.iter().map(String::as_str).collect();
    let missing: Vec<&&str> = fields.difference(&shown).filter(|field| **field != "$schema").collect();
    assert!(missing.is_empty(), "no example uses the fields {missing:?}");
    assert_eq!(operators.len(), 26, "{operators:?}");

    // Every choice of a field.
    for (key, choices) in [
        ("missing", &["absent", "skip"][..]),
        ("mode", &["half-up", "half-even", "up", "down", "truncate"]),
        ("whenUnknown", &["met", "not-met"]),
        ("known", &["true", "false"]),
        ("kind", &["number", "set"]),
        ("unit", &["percent", "percentile", "points", "scale-score", "students", "category", "number"]),
        ("method", &["below", "at-or-below", "midpoint"]),
        ("first", &["highest", "lowest"]),
        ("ties", &["included", "excluded"]),
        ("gives", &["mean", "difference", "percent-below", "rank", "edge"]),
        ("combine", &["sum", "mean", "weighted-mean", "best", "worst", "count"]),
        ("between", &["linear", "lower"]),
        ("statistic", &["share", "mean", "median", "index", "rate", "chronic-absence"]),
        ("excused", &["in", "out"]),
        ("prefer", &["computed"]),
    ] {
        for choice in choices {
            let pair = (key.to_owned(), (*choice).to_owned());
            assert!(used.pairs.contains(&pair), "no example says \"{key}\": \"{choice}\"");
        }
    }
    // Every reason for which there may be no value comes out somewhere.
    for reason in [
        "not-reported",
        "too-few-students",
        "low-response",
        "not-tested",
        "not-applicable",
        "withheld",
        "missing-parts",
        "not-computable",
        "not-asked",
        "not-supplied",
        "unreadable",
        "undetermined",
        "rule-unknown",
    ] {
        assert!(results.contains(&format!("absent: {reason}")), "no example comes to {reason}");
    }
}

/// The names of all properties in a schema.
fn properties<'a>(schema: &'a Value, found: &mut BTreeSet<&'a str>) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Object(properties)) = object.get("properties") {
                found.extend(properties.keys().map(String::as_str));
            }
            object.values().for_each(|value| properties(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| properties(value, found)),
        _ => {}
    }
}
/// What the guide itself writes out is true as well.
#[test]
fn the_guides_own_framework_loads_and_the_notices_it_names_exist() {
    let guide = std::fs::read_to_string(folder().join("../README.md")).unwrap();
    let mut whole = 0;
    for block in guide.split("```json").skip(1) {
        let framework = Framework::load(block.split("```").next().unwrap());
        let notices = framework.map_or_else(|notices| notices, |framework| framework.notices);
        assert_eq!(notices, []);
        whole += 1;
    }
    assert_eq!(whole, 1);
    let codes: BTreeSet<&str> = evenhand::catalog().iter().map(|code| code.code).collect();
    let named: BTreeSet<&str> = guide
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|text| text.starts_with("framework.") || text.starts_with("policy."))
        .filter(|text| !text.ends_with(".json"))
        .collect();
    assert!(named.len() > 10, "{named:?}");
    assert!(named.is_subset(&codes), "{:?}", named.difference(&codes));
}

/// The guide speaks of every example, and of no other.
#[test]
fn the_guide_names_every_example() {
    let guide = std::fs::read_to_string(folder().join("../README.md")).unwrap();
    let linked: BTreeSet<&str> =
        guide.split("](examples/").skip(1).filter_map(|rest| rest.split(".json").next()).collect();
    let examples = examples();
    let there: BTreeSet<&str> = examples.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(linked, there);
}
