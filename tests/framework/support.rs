//! Small frameworks and small files, and what comes out of them.

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, RatedSchool, Ratings, Reading};
use evenhand::framework::trace::{Shown, Step, Trace};
use evenhand::framework::value::Reason;
use evenhand::notice::Notice;
use evenhand::tables::{IdentifierPart, Mapping, SchoolTable, Shape, Sheet};
use serde_json::{Map, Value, json};

/// A definition with all that every framework needs; `parts` are its sections, or take the place of them. Without models
/// there is one for all schools: its rating is the node `rating`, or else `x`, and it shows every node, measure and fact.
pub fn definition(parts: Value) -> Value {
    let mut whole = json!({
        "evenhand": "framework/1",
        "id": "test",
        "version": "1",
        "title": "A test",
        "authority": "Nobody",
        "sources": { "book": { "title": "The book", "asOf": "2024-01-02", "read": true } },
        "school": { "identifier": [ { "column": ["school"] } ] },
    });
    let Value::Object(parts) = parts else { panic!("sections") };
    let names = |section: &str| -> Vec<String> {
        parts.get(section).and_then(Value::as_object).into_iter().flat_map(Map::keys).cloned().collect()
    };
    if !parts.contains_key("models") {
        let shown: Vec<String> = ["nodes", "measures", "facts"].into_iter().flat_map(names).collect();
        let rating = if shown.iter().any(|name| name == "rating") { "rating" } else { "x" };
        whole["models"] = json!({ "all": {
            "label": "All schools",
            "rating": rating,
            "indicators": [ { "label": "Everything", "parts": shown } ],
            "cite": "book",
        } });
    }
    for (key, value) in parts {
        whole[key] = value;
    }
    whole
}

/// The framework of these sections. The definition must be in order.
pub fn framework(parts: Value) -> Framework {
    let text = serde_json::to_string_pretty(&definition(parts)).unwrap();
    Framework::load(&text).unwrap_or_else(|notices| panic!("{notices:#?}"))
}

/// A measure of this column, of any numbers.
pub fn measure(column: &str) -> Value {
    json!({ "reported": { "column": [column] }, "cite": "book" })
}

/// How a file of the tests is read: long when it has the columns `measure` and `value`.
pub fn mapping(sheet: &Sheet) -> Mapping {
    let has = |name: &str| sheet.headers().iter().any(|header| header == name);
    let column = |name: &str| has(name).then(|| name.to_owned());
    let long = has("measure") && has("value");
    Mapping {
        shape: if long { Shape::Long } else { Shape::Wide },
        identifier: vec![IdentifierPart { column: "school".to_owned(), digits: None }],
        name: column("name"),
        measure: column("measure").filter(|_| long),
        value: column("value").filter(|_| long),
        year: column("year"),
        group: column("group"),
        program: column("program"),
        ignore: Vec::new(),
    }
}

/// The table of these files.
pub fn table(files: &[&str]) -> SchoolTable {
    let sheets: Vec<(Sheet, Mapping)> = files
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let (sheet, _) = Sheet::read(&format!("{at}.csv"), text.as_bytes()).unwrap();
            let mapping = mapping(&sheet);
            (sheet, mapping)
        })
        .collect();
    SchoolTable::build(&sheets).0
}

/// A framework with the schools of some files, rated.
pub struct Rated {
    pub framework: Framework,
    pub table: SchoolTable,
    pub reading: Reading,
    pub ratings: Ratings,
}

/// Rates the schools of these files.
pub fn rate(parts: Value, files: &[&str]) -> Rated {
    rate_choosing(parts, files, &Choosing::default())
}

/// Rates the schools of these files, with what a person adds.
pub fn rate_choosing(parts: Value, files: &[&str], choosing: &Choosing) -> Rated {
    let framework = framework(parts);
    let table = table(files);
    let reading = Reading::new(&framework, &table, choosing);
    let ratings = framework.rate(&table, &reading);
    Rated { framework, table, reading, ratings }
}

impl Rated {
    pub fn school(&self, school: &str) -> &RatedSchool {
        self.ratings.schools.iter().find(|rated| &*rated.school == school).unwrap_or_else(|| panic!("no {school}"))
    }

    /// The school's rating as text.
    pub fn rating(&self, school: &str) -> String {
        text(&self.school(school).rating)
    }

    pub fn trace(&self, school: &str) -> Trace {
        let index = self.table.find_school(school).unwrap_or_else(|| panic!("no {school}"));
        self.framework.explain(&self.table, &self.reading, index).expect("a trace")
    }

    /// What came out of a node, a measure or a fact for a school.
    pub fn value(&self, school: &str, name: &str) -> String {
        text(&step(&self.trace(school), name).value)
    }

    /// The notices of that code.
    pub fn told(&self, code: &str) -> Vec<&Notice> {
        self.ratings.notices.iter().filter(|notice| notice.code == code).collect()
    }
}

/// The step of this name: of the value itself, in the rated year.
pub fn step<'a>(trace: &'a Trace, name: &str) -> &'a Step {
    let value = evenhand::framework::reference::Attribute::Value;
    let found = trace.steps.iter().find(|step| step.name == name && step.attribute == value && step.years == 0);
    found.unwrap_or_else(|| panic!("no step {name}"))
}

/// A value as short text: absences in brackets, outcomes after `=`.
pub fn text(value: &Shown) -> String {
    match value {
        Shown::Number { exact, .. } => exact.clone(),
        Shown::Rating { rating, .. } => rating.clone(),
        Shown::Word { word } => word.clone(),
        Shown::Outcome { outcome, .. } => format!("={outcome}"),
        Shown::Absent { reason } => format!("({})", reason_text(*reason)),
    }
}

fn reason_text(reason: Reason) -> String {
    serde_json::to_value(reason).unwrap().as_str().unwrap().to_owned()
}
