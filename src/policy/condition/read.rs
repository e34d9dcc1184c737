//! Reading a condition. Which form it has depends on which key is there, so this is done by hand and not by serde.

use std::sync::Arc;

use serde::{Deserialize, Deserializer};

use super::{Comparison, Condition, Rule, Test, WhenUnknown};
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told, nearest};
use crate::policy::fact::Literal;
use crate::policy::header::Words;
use crate::policy::json::{At, Json, child, decode, item};
use crate::policy::notices::{Empty, MissingField, OneChoice, OutOfRange, UnknownField, WrongType};
use crate::policy::source::{Cite, Sources};

/// The keys of which a condition has exactly one.
const FORMS: [&str; 5] = ["all", "any", "not", "of", "fact"];

/// The keys of which a comparison has exactly one.
const TESTS: [&str; 9] = ["atLeast", "atMost", "above", "below", "equals", "in", "contains", "containsAny", "known"];

/// A condition in a document that is being decoded, to be read once the document's sources are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadCondition(pub At<Json>);

impl UnreadCondition {
    /// Reads it.
    pub fn read(&self, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Condition> {
        Condition::read(&self.0.value, &self.0.pointer, sources, notices)
    }
}

impl<'de> Deserialize<'de> for UnreadCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        At::deserialize(deserializer).map(Self)
    }
}

impl Condition {
    /// Reads a condition. What is wrong is told, and there is no condition then; unknown keys are told and passed over.
    pub fn read(json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Self> {
        Reading { sources, notices }.condition(json, pointer)
    }
}

struct Reading<'a> {
    sources: &'a Sources,
    notices: &'a mut Vec<Notice>,
}

impl Reading<'_> {
    /// Tells something; there is no value then.
    fn tell<T>(&mut self, notice: impl Told, pointer: impl Into<String>) -> Option<T> {
        self.notices.push(notice.at(Place::pointer(pointer)));
        None
    }

    fn wrong_type<T>(&mut self, json: &Json, pointer: &str, expected: &str) -> Option<T> {
        self.tell(WrongType { expected: expected.to_owned(), found: json.type_name().to_owned() }, pointer)
    }

    /// Tells of every key that isn't one of these.
    fn unknown_keys(&mut self, json: &Json, pointer: &str, known: &[&str]) {
        for (key, _) in json.as_object().into_iter().flatten().filter(|(key, _)| !known.contains(&key.as_str())) {
            let notice = UnknownField {
                field: key.clone(),
                suggestion: nearest(key, known.iter().copied()),
                fields: known.iter().map(|name| (*name).to_owned()).collect(),
            };
            self.notices.push(notice.at(Place::pointer(child(pointer, key))));
        }
    }

    /// The one key of these that is there, with its value.
    fn one_of<'j>(
        &mut self,
        json: &'j Json,
        pointer: &str,
        choices: &[&'static str],
    ) -> Option<(&'static str, &'j Json)> {
        let mut found = choices.iter().filter_map(|choice| json.get(choice).map(|value| (*choice, value)));
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only),
            _ => {
                let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
                self.tell(OneChoice { choices }, pointer)
            }
        }
    }

    fn condition(&mut self, json: &Json, pointer: &str) -> Option<Condition> {
        if json.as_object().is_none() {
            return self.wrong_type(json, pointer, "condition");
        }
        let before = self.notices.len();
        // Without a form, a key that is near one is most likely the mistake.
        if !FORMS.iter().any(|form| json.get(form).is_some()) {
            self.unknown_keys(json, pointer, &[&FORMS[..], &["label", "cite", "whenUnknown"], &TESTS[..]].concat());
            if self.notices.len() > before {
                return None;
            }
        }
        let (form, value) = self.one_of(json, pointer, &FORMS)?;
        let place = child(pointer, form);
        let rule = match form {
            "all" => self.parts(value, &place).map(|parts| Rule::All { parts }),
            "any" => self.parts(value, &place).map(|parts| Rule::Any { parts }),
            "not" => self.condition(value, &place).map(|part| Rule::Not { part: Box::new(part) }),
            "of" => self.at_least(json, value, pointer),
            _ => self.comparison(json, value, pointer),
        };
        let own: &[&str] = match form {
            "of" => &["atLeast", "of"],
            "fact" => &["fact", "whenUnknown"],
            other => &[other],
        };
        let tests: &[&str] = if form == "fact" { &TESTS } else { &[] };
        self.unknown_keys(json, pointer, &[own, tests, &["label", "cite"]].concat());
        let label = self.part::<Words>(json, pointer, "label");
        let cite = self.part::<Cite>(json, pointer, "cite");
        let place = child(pointer, "cite");
        let citations = cite.map(|cite| cite.resolve(self.sources, &place, self.notices)).unwrap_or_default();
        Some(Condition { rule: rule?, label, citations: Arc::from(citations) })
    }

    /// An optional part.
    fn part<T: serde::de::DeserializeOwned>(&mut self, json: &Json, pointer: &str, key: &str) -> Option<T> {
        decode(json.get(key)?, &child(pointer, key), self.notices)
    }

    fn parts(&mut self, json: &Json, pointer: &str) -> Option<Vec<Condition>> {
        let Some(list) = json.as_list() else { return self.wrong_type(json, pointer, "list") };
        if list.is_empty() {
            return self.tell(Empty {}, pointer);
        }
        // All of them, so that all mistakes are told.
        let parts: Vec<Option<Condition>> =
            list.iter().enumerate().map(|(index, part)| self.condition(part, &item(pointer, index))).collect();
        parts.into_iter().collect()
    }

    fn at_least(&mut self, json: &Json, of: &Json, pointer: &str) -> Option<Rule> {
        let parts = self.parts(of, &child(pointer, "of"));
        let Some(written) = json.get("atLeast") else {
            return self.tell(MissingField { field: "atLeast".to_owned() }, pointer);
        };
        let place = child(pointer, "atLeast");
        let Some(value) = written.as_integer() else { return self.wrong_type(written, &place, "whole-number") };
        let most = of.as_list().map_or(0, <[Json]>::len);
        match usize::try_from(value) {
            Ok(count) if (1..=most).contains(&count) => Some(Rule::AtLeast { count, parts: parts? }),
            // An empty list is told already; nothing would be within its limits.
            _ if most == 0 => None,
            _ => {
                let most = Exact::integer(i64::try_from(most).unwrap_or(i64::MAX));
                self.tell(OutOfRange { value: Exact::integer(value), least: Exact::ONE, most }, place)
            }
        }
    }

    fn comparison(&mut self, json: &Json, fact: &Json, pointer: &str) -> Option<Rule> {
        let fact = match fact.as_text() {
            Some("") => self.tell(Empty {}, child(pointer, "fact")),
            Some(name) => Some(name.to_owned()),
            None => self.wrong_type(fact, &child(pointer, "fact"), "text"),
        };
        let when_unknown = self.part::<WhenUnknown>(json, pointer, "whenUnknown");
        let (name, value) = self.one_of(json, pointer, &TESTS)?;
        let place = child(pointer, name);
        let test = match name {
            "atLeast" => self.literal(value, &place).map(Test::AtLeast),
            "atMost" => self.literal(value, &place).map(Test::AtMost),
            "above" => self.literal(value, &place).map(Test::Above),
            "below" => self.literal(value, &place).map(Test::Below),
            "equals" => self.literal(value, &place).map(Test::Equals),
            "contains" => self.literal(value, &place).map(Test::Contains),
            "in" => self.literals(value, &place).map(Test::In),
            "containsAny" => self.literals(value, &place).map(Test::ContainsAny),
            _ => match value.as_bool() {
                Some(known) => Some(Test::Known(known)),
                None => self.wrong_type(value, &place, "true-false"),
            },
        };
        Some(Rule::Fact(Comparison { fact: fact?, test: test?, when_unknown }))
    }

    fn literal(&mut self, json: &Json, pointer: &str) -> Option<Literal> {
        match json {
            Json::Text(text) => Some(Literal::new(text.clone())),
            Json::Integer(value) => Some(Literal::new(value.to_string())),
            Json::Bool(value) => Some(Literal::new(value.to_string())),
            Json::Null | Json::List(_) | Json::Object(_) => self.wrong_type(json, pointer, "literal"),
        }
    }

    fn literals(&mut self, json: &Json, pointer: &str) -> Option<Vec<Literal>> {
        let Some(list) = json.as_list() else { return self.wrong_type(json, pointer, "list") };
        if list.is_empty() {
            return self.tell(Empty {}, pointer);
        }
        let literals: Vec<Option<Literal>> =
            list.iter().enumerate().map(|(index, value)| self.literal(value, &item(pointer, index))).collect();
        literals.into_iter().collect()
    }
}

#[cfg(test)]
impl schemars::JsonSchema for UnreadCondition {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Condition::<String>::schema_name()
    }
    fn schema_id() -> std::borrow::Cow<'static, str> {
        Condition::<String>::schema_id()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Condition::<String>::json_schema(generator)
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
