//! Reading a condition. Which form it has depends on which key is there, so this is written by hand.

use std::sync::Arc;

use super::{Comparison, Condition, Rule, Test};
use crate::notice::Notice;
use crate::policy::fact::Literal;
use crate::policy::json::{Json, child};
use crate::policy::notices::{Empty, MissingField, OneChoice, OutOfRange};
use crate::policy::read::{Read, Reader, decode_citing};
use crate::policy::source::{Cite, Sources};

/// The keys of which a condition has exactly one.
const FORMS: [&str; 5] = ["all", "any", "not", "of", "fact"];

/// The keys of which a comparison has exactly one.
const TESTS: [&str; 9] = ["atLeast", "atMost", "above", "below", "equals", "in", "contains", "containsAny", "known"];

impl Condition {
    /// Reads a condition. What is wrong is told, and there is no condition then; unknown keys are told and passed over.
    pub fn read(json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Self> {
        decode_citing(json, pointer, sources, notices)
    }
}

impl<F: From<String>> Read for Condition<F> {
    fn blank() -> Self {
        Self { rule: Rule::All { parts: Vec::new() }, label: None, citations: Arc::default() }
    }

    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        let Some(entries) = json.as_object() else { return reader.wrong_type(json, "condition") };
        // Without a form, a key that is near one is most likely the mistake.
        if !FORMS.iter().any(|form| json.get(form).is_some()) {
            let before = reader.notices().len();
            reader.unknown_fields(entries, &[&FORMS[..], &["label", "cite", "whenUnknown"], &TESTS[..]].concat());
            if reader.notices().len() > before {
                return reader.give_up();
            }
        }
        let Some((form, value)) = one_of(json, &FORMS, reader) else { return };
        match form {
            "all" => self.rule = Rule::All { parts: listed(form, value, reader) },
            "any" => self.rule = Rule::Any { parts: listed(form, value, reader) },
            "not" => {
                let mut part = Box::new(Self::blank());
                reader.key(form, value, part.as_mut());
                self.rule = Rule::Not { part };
            }
            "of" => self.rule = at_least(json, value, reader),
            _ => {
                if let Some(comparison) = comparison(json, value, reader) {
                    self.rule = Rule::Fact(comparison);
                }
            }
        }
        let own: &[&str] = match form {
            "of" => &["atLeast", "of"],
            "fact" => &["fact", "whenUnknown"],
            other => &[other],
        };
        let tests: &[&str] = if form == "fact" { &TESTS } else { &[] };
        reader.unknown_fields(entries, &[own, tests, &["label", "cite"]].concat());
        self.label = reader.part(json, "label");
        if let Some(cite) = reader.part::<Cite>(json, "cite") {
            let place = child(reader.pointer(), "cite");
            self.citations = Arc::from(cite.resolve(reader.sources(), &place, reader.notices()));
        }
    }
}

/// The one key of these that is there, with its value.
fn one_of<'j>(json: &'j Json, choices: &[&'static str], reader: &mut Reader<'_>) -> Option<(&'static str, &'j Json)> {
    let mut found = choices.iter().filter_map(|choice| json.get(choice).map(|value| (*choice, value)));
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => {
            reader.tell(OneChoice { choices: choices.iter().map(|choice| (*choice).to_owned()).collect() });
            None
        }
    }
}

/// A list that may not be empty.
struct Listed<T>(Vec<T>);

impl<T: Read> Read for Listed<T> {
    fn blank() -> Self {
        Self(Vec::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        self.0.read(json, reader);
        if json.as_list().is_some_and(<[Json]>::is_empty) {
            reader.tell(Empty {});
        }
    }
}

fn listed<T: Read>(key: &str, json: &Json, reader: &mut Reader<'_>) -> Vec<T> {
    let mut list = Listed::blank();
    reader.key(key, json, &mut list);
    list.0
}

fn at_least<F: From<String>>(json: &Json, of: &Json, reader: &mut Reader<'_>) -> Rule<F> {
    let parts: Vec<Condition<F>> = listed("of", of, reader);
    let mut count = HowMany { count: 0, most: parts.len() };
    match json.get("atLeast") {
        Some(written) => reader.key("atLeast", written, &mut count),
        None => reader.tell(MissingField { field: "atLeast".to_owned() }),
    }
    Rule::AtLeast { count: count.count, parts }
}

/// How many of the parts are demanded.
struct HowMany {
    count: usize,
    most: usize,
}

impl Read for HowMany {
    fn blank() -> Self {
        Self { count: 0, most: 0 }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        let Some(value) = reader.whole_number(json, i64::MIN, i64::MAX) else { return };
        match usize::try_from(value) {
            Ok(count) if (1..=self.most).contains(&count) => self.count = count,
            // An empty list is told already; nothing would be within its limits.
            _ if self.most == 0 => {}
            _ => {
                let most = i64::try_from(self.most).unwrap_or(i64::MAX).into();
                reader.tell(OutOfRange { value: value.into(), least: 1.into(), most });
            }
        }
    }
}

/// The name of a fact.
struct FactName(String);

impl Read for FactName {
    fn blank() -> Self {
        Self(String::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        self.0.read(json, reader);
        if json.as_text() == Some("") {
            reader.tell(Empty {});
        }
    }
}

fn comparison<F: From<String>>(json: &Json, fact: &Json, reader: &mut Reader<'_>) -> Option<Comparison<F>> {
    let mut name = FactName::blank();
    reader.key("fact", fact, &mut name);
    let when_unknown = reader.part(json, "whenUnknown");
    let (key, value) = one_of(json, &TESTS, reader)?;
    let test = match key {
        "in" => Test::In(listed(key, value, reader)),
        "containsAny" => Test::ContainsAny(listed(key, value, reader)),
        "known" => Test::Known(reader.part(json, key)?),
        _ => {
            let literal: Literal = reader.part(json, key)?;
            match key {
                "atLeast" => Test::AtLeast(literal),
                "atMost" => Test::AtMost(literal),
                "above" => Test::Above(literal),
                "below" => Test::Below(literal),
                "equals" => Test::Equals(literal),
                _ => Test::Contains(literal),
            }
        }
    };
    Some(Comparison { fact: F::from(name.0), test, when_unknown })
}

impl Read for Literal {
    fn blank() -> Self {
        Self::new(String::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json {
            Json::Text(text) => *self = Self::new(text.clone()),
            Json::Integer(value) => *self = Self::new(value.to_string()),
            Json::Bool(value) => *self = Self::new(value.to_string()),
            Json::Null | Json::List(_) | Json::Object(_) => reader.wrong_type(json, "literal"),
        }
    }
}

/// The schema of a condition as a policy writes it, whatever an interpreter has made of the facts' names since.
#[cfg(test)]
impl<F> schemars::JsonSchema for Condition<F> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Condition".into()
    }
    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Condition").into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        use schemars::json_schema;
        use serde_json::{Map, Value, json};

        use crate::policy::condition::WhenUnknown;
        use crate::policy::header::Words;

        let condition = generator.subschema_for::<Condition>();
        let parts = json!({ "type": "array", "minItems": 1, "items": condition });
        let common = [
            ("label", generator.subschema_for::<Words>().to_value()),
            ("cite", generator.subschema_for::<Cite>().to_value()),
        ];
        let literal = json!({ "type": ["string", "integer", "boolean"] });
        let literals = json!({ "type": "array", "minItems": 1, "items": literal });
        let form = |properties: Vec<(&str, Value)>, required: &[&str]| {
            let properties: Map<String, Value> =
                properties.into_iter().chain(common.clone()).map(|(name, schema)| (name.to_owned(), schema)).collect();
            json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
        };
        let mut forms = vec![
            form(vec![("all", parts.clone())], &["all"]),
            form(vec![("any", parts.clone())], &["any"]),
            form(vec![("not", condition.to_value())], &["not"]),
            form(vec![("atLeast", json!({ "type": "integer", "minimum": 1 })), ("of", parts)], &["atLeast", "of"]),
        ];
        let when_unknown = generator.subschema_for::<WhenUnknown>().to_value();
        for test in TESTS {
            let value = match test {
                "in" | "containsAny" => literals.clone(),
                "known" => json!({ "type": "boolean" }),
                _ => literal.clone(),
            };
            let fact = ("fact", json!({ "type": "string", "minLength": 1 }));
            forms.push(form(vec![fact, (test, value), ("whenUnknown", when_unknown.clone())], &["fact", test]));
        }
        json_schema!({
            "description": "A condition: \"all\", \"any\", \"not\", \"atLeast\" so many \"of\" a list, or a \"fact\" with one test.",
            "oneOf": forms
        })
    }
}
