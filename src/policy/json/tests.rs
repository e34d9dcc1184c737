use super::*;
use crate::notice::{Notice, Place, Told};
use crate::policy::notices::*;

fn told(notice: impl Told, pointer: &str) -> Notice {
    notice.at(Place::pointer(pointer))
}

#[test]
fn json_is_read_with_its_order_and_types() {
    let json = parse("\u{feff}{ \"b\": [null, true, -3, \"0.5\"], \"a\": {} }").unwrap();
    let entries = json.as_object().unwrap();
    assert_eq!(entries.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    let values = json.get("b").unwrap().as_list().unwrap();
    assert_eq!(values[0], Json::Null);
    assert_eq!((values[1].as_bool(), values[2].as_integer(), values[3].as_text()), (Some(true), Some(-3), Some("0.5")));
    assert_eq!(json.get("a").unwrap().as_object(), Some(&[][..]));
    assert_eq!(json.get("c"), None);
    for (index, name) in ["null", "true-false", "whole-number", "text"].iter().enumerate() {
        assert_eq!(values[index].type_name(), *name);
    }
    assert_eq!((json.type_name(), json.get("b").unwrap().type_name()), ("object", "list"));
}

#[test]
fn text_that_is_not_json_is_told_with_line_and_column() {
    for (text, problem, line, position) in [
        ("", "ends-early", 1, 0),
        ("{\n \"a\": [1,", "ends-early", 2, 9),
        ("{\n \"a\": \"b", "ends-early", 2, 8),
        ("[1,\n]", "trailing-comma", 2, 1),
        ("{\"a\": 1,}", "trailing-comma", 1, 9),
        ("{} {}", "text-after-end", 1, 4),
        ("{a: 1}", "key-not-text", 1, 2),
        ("{'a': 1}", "key-not-text", 1, 2),
        ("{\"a\" 1}", "colon-missing", 1, 6),
        ("[1 2]", "list-comma-missing", 1, 4),
        ("{\"a\": 1 \"b\": 2}", "object-comma-missing", 1, 9),
        ("{\n  // note\n}", "key-not-text", 2, 3),
        ("[// note\n]", "value-missing", 1, 2),
        ("[\"a\nb\"]", "line-break-in-text", 2, 0),
        ("[\"C:\\data\"]", "backslash", 1, 6),
        ("[01]", "number", 1, 3),
        ("[-]", "number", 1, 3),
        ("[1.]", "number", 1, 4),
        ("[1e+]", "number", 1, 5),
        ("[1e", "ends-early", 1, 3),
        ("[\"\\ud800\"]", "backslash", 1, 8),
        ("[\"\\u12g4\"]", "backslash", 1, 7),
        ("[\"\\u12", "ends-early", 1, 6),
        ("[nul]", "other", 1, 2),
    ] {
        let found = parse(text).unwrap_err();
        let expected = NotJson { problem: problem.into(), position };
        assert_eq!(found, [expected.at(Place { line: Some(line), ..Place::default() })], "{text}");
    }
}

#[test]
fn json_that_lies_too_deep_is_told_and_does_not_overflow_the_stack() {
    let found = parse(&"[".repeat(100_000)).unwrap_err();
    assert_eq!(found, [TooDeep {}.at(Place { line: Some(1), ..Place::default() })]);
    assert!(parse(&format!("{}{}", "[".repeat(120), "]".repeat(120))).is_ok());
}

#[test]
fn a_key_that_stands_twice_is_told_wherever_it_is() {
    let found = parse(r#"{ "a": 1, "b/c": [{ "x": 1, "y": 2, "x": 3, "x": 4 }], "a": 1 }"#).unwrap_err();
    assert_eq!(
        found,
        [told(DuplicateKey { key: "x".into() }, "/b~1c/0/x"), told(DuplicateKey { key: "a".into() }, "/a")]
    );
}

#[test]
fn a_number_that_may_have_been_rounded_is_told() {
    let found = parse(r#"{ "a": 0.5, "b": [1, 1e3, 9223372036854775807, 9223372036854775808] }"#).unwrap_err();
    let number = |written: &str, pointer| told(NumberNotText { written: written.into() }, pointer);
    assert_eq!(found, [number("0.5", "/a"), number("1e3", "/b/1"), number("9223372036854775808", "/b/3")]);
}

/// A tree as the general parser understands the text; none for numbers that aren't whole. To it, -0 is a float.
fn by_serde(value: serde_json::Value) -> Option<Json> {
    use serde_json::Value;
    Some(match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(value),
        Value::Number(number) => Json::Integer(number.as_i64().or((number.as_f64() == Some(0.0)).then_some(0))?),
        Value::String(text) => Json::Text(text),
        Value::Array(values) => Json::List(values.into_iter().map(by_serde).collect::<Option<_>>()?),
        Value::Object(entries) => {
            let entries = entries.into_iter().map(|(key, value)| Some((key, by_serde(value)?)));
            let mut entries = entries.collect::<Option<Vec<_>>>()?;
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Json::Object(entries)
        }
    })
}

/// The tree with the entries of every object in the order of their keys.
fn ordered(json: Json) -> Json {
    match json {
        Json::List(values) => Json::List(values.into_iter().map(ordered).collect()),
        Json::Object(entries) => {
            let mut entries: Vec<_> = entries.into_iter().map(|(key, value)| (key, ordered(value))).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Json::Object(entries)
        }
        other => other,
    }
}

proptest::proptest! {
    /// Pieces of JSON in any order: what a general parser reads is read alike, and what it refuses is refused.
    #[test]
    fn texts_are_read_as_a_general_parser_reads_them(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..12)
    ) {
        let text = pieces.concat();
        let ours = parse(&text);
        match serde_json::from_str::<serde_json::Value>(&text) {
            Err(_) => proptest::prop_assert!(ours.is_err(), "{text}"),
            Ok(value) => match (ours, by_serde(value)) {
                (Ok(ours), theirs) => proptest::prop_assert_eq!(Some(ordered(ours)), theirs, "{}", text),
                (Err(notices), _) => {
                    let fine = ["policy.number-not-text", "policy.duplicate-key"];
                    proptest::prop_assert!(notices.iter().all(|notice| fine.contains(&notice.code)), "{text}: {notices:?}");
                }
            },
        }
    }
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\"a\"",
    "\"b\"",
    "\"a\":",
    "\"\\u00e9\\n\"",
    "\"\\ud83d\\ude00é\"",
    "\"\\ud83d\"",
    "\"",
    "\\",
    "null",
    "true",
    "false",
    "0",
    "-1",
    "12",
    "01",
    "1.5",
    "-",
    "1e3",
    "tru",
    "[1, 2]",
    "{\"c\": 3}",
    "\t",
];

#[test]
fn what_is_wrong_before_the_text_stops_being_json_is_told_as_well() {
    let found = parse("{ \"a\": 0.5,\n}").unwrap_err();
    let codes: Vec<&str> = found.iter().map(|notice| notice.code).collect();
    assert_eq!(codes, ["policy.number-not-text", "policy.not-json"]);
}

#[test]
fn pointers_escape_slash_and_tilde() {
    assert_eq!(child("/a", "b/c~d"), "/a/b~1c~0d");
    assert_eq!(item("/a", 12), "/a/12");
    assert_eq!(child("", ""), "/");
}
