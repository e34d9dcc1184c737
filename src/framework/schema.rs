//! The JSON Schema of a framework as its author writes it, from the types that read it.
//!
//! Lists and placeholders are written out before anything is read, so the schema lets a placeholder stand for a number or a
//! choice, and `"for"` in every object that stands in a list. It helps an editor; loading checks far more.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::definition::Definition;
use super::load::KIND;
use super::node::{BestOf, Effect};
use super::node::{
    Choose, Count, CountPresent, DivideOf, EarnedOverEligible, Finding, Gate, GridOf, Holds, Limit, Lowest, MeanOf,
    Modifiers, MultiplyOf, Nearest, Node, OPERATORS, Parts, PercentRank, Percentile, RaiseDenominator, Rank, ScaleOf,
    SubtractOf, SumOf, ValueOf, WeightedMean, WeightedSum, WorstOf,
};
use super::reference::Operand;
use super::value::Reason;
use crate::policy::condition::Condition;
use crate::policy::header::Words;

const FILE: &str = "www/policies/framework.schema.json";

/// A placeholder anywhere in a text.
const PLACEHOLDER: &str = "\\{[A-Za-z0-9_.-]+\\}";

impl JsonSchema for Node {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Node".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        // Only their names are needed here: each form points at the one definition.
        generator.subschema_for::<Modifiers>();
        let operators: Vec<(&str, Schema)> = vec![
            ("value", ValueOf::json_schema(generator)),
            ("scale", ScaleOf::json_schema(generator)),
            ("grid", GridOf::json_schema(generator)),
            ("weightedMean", WeightedMean::json_schema(generator)),
            ("weightedSum", WeightedSum::json_schema(generator)),
            ("sum", SumOf::json_schema(generator)),
            ("mean", MeanOf::json_schema(generator)),
            ("bestOf", BestOf::json_schema(generator)),
            ("worstOf", WorstOf::json_schema(generator)),
            ("subtract", SubtractOf::json_schema(generator)),
            ("multiply", MultiplyOf::json_schema(generator)),
            ("divide", DivideOf::json_schema(generator)),
            ("earnedOverEligible", EarnedOverEligible::json_schema(generator)),
            ("choose", Choose::json_schema(generator)),
            ("gate", Gate::json_schema(generator)),
            ("limit", Limit::json_schema(generator)),
            ("count", Count::json_schema(generator)),
            ("countPresent", CountPresent::json_schema(generator)),
            ("holds", Holds::json_schema(generator)),
            ("raiseDenominator", RaiseDenominator::json_schema(generator)),
            ("percentile", Percentile::json_schema(generator)),
            ("rank", Rank::json_schema(generator)),
            ("percentRank", PercentRank::json_schema(generator)),
            ("lowest", Lowest::json_schema(generator)),
            ("nearest", Nearest::json_schema(generator)),
            ("parts", Parts::json_schema(generator)),
        ];
        assert_eq!(operators.iter().map(|(key, _)| *key).collect::<Vec<_>>(), OPERATORS);
        let forms: Vec<Value> = operators
            .into_iter()
            .map(|(key, schema)| {
                let mut form = schema.to_value();
                assert!(form["required"].as_array().is_some_and(|keys| keys.contains(&json!(key))), "{key}: {form}");
                for modifier in Modifiers::KEYS {
                    form["properties"][modifier] =
                        json!({ "$ref": format!("#/$defs/Modifiers/properties/{modifier}") });
                }
                form["title"] = json!(key);
                form
            })
            .collect();
        json_schema!({
            "description": "A node: one operator, and what is done to its result.",
            "type": "object",
            "anyOf": forms
        })
    }
}

impl JsonSchema for Gate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Gate".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let finding = generator.subschema_for::<Finding>();
        let effects = Effect::KEYS.map(|key| json!({ "required": [key] }));
        json_schema!({
            "description": "{ \"gate\": x, \"when\": …, EFFECT }: the value passes, unless the condition is met; then the effect applies.",
            "type": "object",
            "properties": {
                "gate": generator.subschema_for::<Operand>(),
                "when": generator.subschema_for::<Condition<Operand>>(),
                "atMost": finding,
                "atLeast": finding,
                "lower": { "description": "So many levels down.", "type": "integer", "minimum": 0 },
                "raise": { "description": "So many levels up.", "type": "integer", "minimum": 0 },
                "becomes": finding
            },
            "required": ["gate", "when"],
            "oneOf": effects
        })
    }
}

impl JsonSchema for Finding {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Finding".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let form =
            |key: &str, value: Value| json!({ "type": "object", "properties": { key: value }, "required": [key] });
        let operand = generator.subschema_for::<Operand>().to_value();
        let text = json!({ "type": "string" });
        json_schema!({
            "description": "A result: a number or a name for a value, or an object with one of value, rating, outcome, absent, unknown.",
            "anyOf": [
                operand,
                form("value", operand.clone()),
                form("rating", text.clone()),
                form("outcome", text),
                form("absent", generator.subschema_for::<Reason>().to_value()),
                form("unknown", generator.subschema_for::<Words>().to_value())
            ]
        })
    }
}

/// The whole schema.
fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let mut schema = Definition::json_schema(&mut generator).to_value();
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("Evenhand framework");
    schema["required"] = json!(["evenhand", "id", "version", "title", "authority", "ratings", "nodes", "models"]);
    let properties = &mut schema["properties"];
    properties["$schema"] = json!({ "type": "string" });
    properties["evenhand"] =
        json!({ "description": "What the document is, and for which version of the language.", "const": KIND });
    let text = json!({ "type": ["string", "integer"] });
    properties["lists"] = json!({
        "description": "Lists for placeholders: a list's name, and its items. An item is a text, or an object with an id and other properties.",
        "type": "object",
        "additionalProperties": {
            "type": "array",
            "minItems": 1,
            "items": { "anyOf": [text, {
                "type": "object",
                "properties": { "id": text },
                "required": ["id"],
                "additionalProperties": text
            }] }
        }
    });
    let mut definitions = generator.take_definitions(true);
    let placeholder = json!({ "description": "A placeholder.", "type": "string", "pattern": PLACEHOLDER });
    if let Some(Value::Array(forms)) = definitions.get_mut("Exact").and_then(|exact| exact.get_mut("anyOf")) {
        forms.push(placeholder.clone());
    }
    for name in in_lists(&json!([schema, definitions])) {
        if let Some(definition) = definitions.get_mut(&name) {
            repeatable(definition);
        }
    }
    for definition in definitions.values_mut() {
        // A choice of texts may be filled in by a placeholder.
        if let Some(Value::Array(forms)) = definition.get_mut("oneOf")
            && forms.iter().all(|form| form.get("const").is_some())
        {
            forms.push(placeholder.clone());
        }
        close(definition);
    }
    close(&mut schema);
    schema["$defs"] = Value::Object(definitions);
    schema
}

/// The definitions that stand in lists.
fn in_lists(schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    match schema {
        Value::Object(object) => {
            if let Some(name) = object.get("items").and_then(|items| items.get("$ref")).and_then(Value::as_str) {
                found.push(name.trim_start_matches("#/$defs/").to_owned());
            }
            found.extend(object.values().flat_map(in_lists));
        }
        Value::Array(list) => found.extend(list.iter().flat_map(in_lists)),
        _ => {}
    }
    found
}

/// Lets an object say `"for"`.
fn repeatable(definition: &mut Value) {
    for forms in ["oneOf", "anyOf"] {
        if let Some(Value::Array(forms)) = definition.get_mut(forms) {
            forms.iter_mut().for_each(repeatable);
        }
    }
    if let Some(Value::Object(properties)) = definition.get_mut("properties") {
        properties.insert(
            "for".to_owned(),
            json!({
                "description": "Repeats the object for each item of this list, or for each combination of several lists' items.",
                "type": ["string", "array"],
                "items": { "type": "string" }
            }),
        );
    }
}

/// No object has more than the properties it knows, and a default of null says nothing.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.contains_key("properties") && !object.contains_key("additionalProperties") {
                object.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            if object.get("default") == Some(&Value::Null) {
                object.remove("default");
            }
            for (key, value) in object.iter_mut() {
                if key == "properties" {
                    if let Value::Object(properties) = value {
                        properties.values_mut().for_each(close);
                    }
                } else {
                    close(value);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

/// With `EVENHAND_UPDATE=1` the file is written anew.
#[test]
fn the_committed_schema_is_that_of_the_types() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let mut generated = serde_json::to_string_pretty(&schema()).unwrap();
    generated.push('\n');
    if std::env::var_os("EVENHAND_UPDATE").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == generated, "{FILE} is not that of the types: run `EVENHAND_UPDATE=1 cargo test schema`");
}

/// The sections that loading knows are those of the schema.
#[test]
fn the_schema_knows_every_section() {
    let schema = schema();
    let known: std::collections::BTreeSet<&str> =
        schema["properties"].as_object().map(Map::keys).into_iter().flatten().map(String::as_str).collect();
    let sections: std::collections::BTreeSet<&str> = super::load::sections().collect();
    assert_eq!(known, sections);
}
