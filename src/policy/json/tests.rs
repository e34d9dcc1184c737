use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;
use crate::exact::Exact;
use crate::policy::notices::*;

fn told(notice: impl Told, pointer: &str) -> Notice {
    notice.at(Place::pointer(pointer))
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> (Option<T>, Vec<Notice>) {
    let mut notices = Vec::new();
    (decode(&parse(text).unwrap(), "/at", &mut notices), notices)
}

fn notices<T: serde::de::DeserializeOwned>(text: &str) -> Vec<Notice> {
    read::<T>(text).1
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
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
        ("[1e999]", "other", 1, 6),
        ("[nul]", "other", 1, 5),
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
    assert_eq!(found, [number("0.5", "/a"), number("1000", "/b/1"), number("9223372036854775808", "/b/3")]);
}

#[test]
fn what_is_wrong_before_the_text_stops_being_json_is_told_as_well() {
    let found = parse("{ \"a\": 0.5,\n}").unwrap_err();
    let codes: Vec<&str> = found.iter().map(|notice| notice.code).collect();
    assert_eq!(codes, ["policy.number-not-text", "policy.not-json"]);
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Everything {
    name: String,
    minimum: u8,
    weight: Exact,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    parts: Vec<Part>,
    #[serde(default)]
    by_name: BTreeMap<String, Part>,
    #[serde(default)]
    pair: Option<(i64, bool)>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Part {
    NotRated,
    Score(Exact),
    Pair(i16, i16),
    #[serde(rename_all = "camelCase")]
    Range {
        at_least: Exact,
        nothing: Option<()>,
    },
}

const WHOLE: &str = r#"{ "name": "n", "minimum": 10, "weight": "5/3", "note": null,
    "parts": ["not-rated", { "score": 5 }, { "pair": [1, -2] }, { "range": { "atLeast": "0.5" } }],
    "byName": { "a/b": "not-rated" }, "pair": [-1, true] }"#;

#[test]
fn every_kind_of_type_is_filled() {
    let (value, notices) = read::<Everything>(WHOLE);
    assert_eq!(notices, []);
    let half = Exact::parse("0.5").unwrap();
    let expected = Everything {
        name: "n".into(),
        minimum: 10,
        weight: Exact::parse("5/3").unwrap(),
        note: None,
        parts: vec![
            Part::NotRated,
            Part::Score(Exact::integer(5)),
            Part::Pair(1, -2),
            Part::Range { at_least: half, nothing: None },
        ],
        by_name: BTreeMap::from([("a/b".into(), Part::NotRated)]),
        pair: Some((-1, true)),
    };
    assert_eq!(value.unwrap(), expected);
}

#[test]
fn all_unknown_fields_are_told_in_one_go_with_the_nearest_name() {
    let text =
        WHOLE.replace("\"note\"", "\"nota\"").replace("{ \"atLeast\"", "{ \"atLest\": 1, \"zzz\": 2, \"atLeast\"");
    let (value, notices) = read::<Everything>(&text);
    assert!(value.is_some());
    let unknown = |field: &str, suggestion: &str, fields: &[&str]| UnknownField {
        field: field.into(),
        suggestion: suggestion.into(),
        fields: list(fields),
    };
    let outer = ["name", "minimum", "weight", "note", "parts", "byName", "pair"];
    assert_eq!(
        notices,
        [
            told(unknown("nota", "note", &outer), "/at/nota"),
            told(unknown("atLest", "atLeast", &["atLeast", "nothing"]), "/at/parts/3/range/atLest"),
            told(unknown("zzz", "", &["atLeast", "nothing"]), "/at/parts/3/range/zzz"),
        ]
    );
}

#[test]
fn a_missing_field_is_told_at_its_object() {
    let missing = |field: &str| MissingField { field: field.into() };
    assert_eq!(notices::<Everything>(&WHOLE.replace("\"name\": \"n\",", "")), [told(missing("name"), "/at")]);
    let inner = WHOLE.replace("{ \"atLeast\": \"0.5\" }", "{}");
    assert_eq!(notices::<Everything>(&inner), [told(missing("atLeast"), "/at/parts/3/range")]);
}

#[test]
fn a_wrong_type_is_told_with_what_was_expected_and_found() {
    let wrong = |from: &str, to: &str, expected: &str, found: &str, pointer: &str| {
        let expected = WrongType { expected: expected.into(), found: found.into() };
        assert_eq!(notices::<Everything>(&WHOLE.replace(from, to)), [told(expected, pointer)], "{to}");
    };
    wrong("\"name\": \"n\"", "\"name\": 5", "text", "whole-number", "/at/name");
    wrong("10", "\"10\"", "whole-number", "text", "/at/minimum");
    wrong("\"5/3\"", "[]", "number", "list", "/at/weight");
    wrong("\"5/3\"", "{}", "number", "object", "/at/weight");
    wrong("\"5/3\"", "null", "number", "null", "/at/weight");
    wrong("\"5/3\"", "true", "number", "true-false", "/at/weight");
    wrong("null", "{}", "text", "object", "/at/note");
    wrong("[-1, true]", "[-1, 1]", "true-false", "whole-number", "/at/pair/1");
    wrong("[-1, true]", "{}", "list", "object", "/at/pair");
    wrong("{ \"a/b\": \"not-rated\" }", "[]", "object", "list", "/at/byName");
    wrong("{ \"a/b\": \"not-rated\" }", "{ \"a/b\": 5 }", "choice", "whole-number", "/at/byName/a~1b");
    wrong("{ \"a/b\": \"not-rated\" }", "{ \"a/b\": { \"not-rated\": 1 } }", "text", "object", "/at/byName/a~1b");
    wrong("{ \"score\": 5 }", "\"score\"", "object", "text", "/at/parts/1");
    wrong("{ \"atLeast\": \"0.5\" }", "[]", "object", "list", "/at/parts/3/range");
    wrong(
        "{ \"atLeast\": \"0.5\" }",
        "{ \"atLeast\": 1, \"nothing\": 5 }",
        "null",
        "whole-number",
        "/at/parts/3/range/nothing",
    );
    let parts = r#"{ "name": "n", "minimum": 10, "weight": 1, "parts": "x" }"#;
    let expected = WrongType { expected: "list".into(), found: "text".into() };
    assert_eq!(notices::<Everything>(parts), [told(expected, "/at/parts")]);
    assert_eq!(
        notices::<Everything>("[]"),
        [told(WrongType { expected: "object".into(), found: "list".into() }, "/at")]
    );
}

#[test]
fn a_whole_number_outside_its_limits_is_told_with_them() {
    for (number, fits) in [("0", true), ("255", true), ("256", false), ("-1", false)] {
        let expected =
            OutOfRange { value: Exact::parse(number).unwrap(), least: Exact::ZERO, most: Exact::integer(255) };
        let found = notices::<Everything>(&WHOLE.replace("10", number));
        assert_eq!(found, if fits { vec![] } else { vec![told(expected, "/at/minimum")] }, "{number}");
    }
    assert_eq!(read::<u64>("9223372036854775807").0, Some(9_223_372_036_854_775_807));
    let most = Exact::integer(i64::MAX);
    let expected = OutOfRange { value: Exact::integer(-1), least: Exact::ZERO, most };
    assert_eq!(notices::<u64>("-1"), [told(expected, "/at")]);
}

#[test]
fn text_that_is_not_a_number_is_told_with_the_reason() {
    for (written, problem) in [
        ("", "empty"),
        ("five", "not-a-number"),
        ("1e3", "scientific"),
        ("1/0", "zero-denominator"),
        (&"1".repeat(2_000), "too-many-digits"),
    ] {
        let expected = NotANumber { written: written.into(), problem: problem.into() };
        assert_eq!(notices::<Everything>(&WHOLE.replace("5/3", written)), [told(expected, "/at/weight")]);
    }
}

#[test]
fn a_choice_that_does_not_exist_is_told_with_the_nearest() {
    let choices = ["not-rated", "score", "pair", "range"];
    let unknown = |written: &str, suggestion: &str| UnknownChoice {
        written: written.into(),
        suggestion: suggestion.into(),
        choices: list(&choices),
    };
    let swap = |to: &str| notices::<Everything>(&WHOLE.replace("{ \"score\": 5 }", to));
    assert_eq!(swap("\"notrated\""), [told(unknown("notrated", "not-rated"), "/at/parts/1")]);
    assert_eq!(swap("{ \"scor\": 5 }"), [told(unknown("scor", "score"), "/at/parts/1")]);
    assert_eq!(swap("{}"), [told(OneChoice { choices: list(&choices) }, "/at/parts/1")]);
    assert_eq!(swap("{ \"score\": 5, \"pair\": 1 }"), [told(OneChoice { choices: list(&choices) }, "/at/parts/1")]);
}

#[test]
fn a_list_of_the_wrong_length_is_told() {
    let length = |found| WrongLength { found, expected: "2".into() };
    assert_eq!(notices::<(i64, i64)>("[1]"), [told(length(1), "/at")]);
    assert_eq!(notices::<(i64, i64)>("[1, 2, 3]"), [told(length(3), "/at")]);
    assert_eq!(notices::<(i64, i64)>("[]"), [told(Empty {}, "/at")]);
    assert_eq!(notices::<Part>("{ \"pair\": [1, 2, 3] }"), [told(length(3), "/at/pair")]);
}

#[test]
fn what_fits_none_of_several_forms_is_told_at_its_place() {
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    enum Form {
        #[allow(dead_code)]
        Text(String),
        #[allow(dead_code)]
        Number(i64),
    }
    let reason = "data did not match any variant of untagged enum Form".to_owned();
    assert_eq!(notices::<Vec<Form>>("[\"a\", 1, []]"), [told(Unreadable { reason }, "/at/2")]);
}

#[test]
fn a_value_can_be_read_with_its_place() {
    let (value, notices) = read::<BTreeMap<String, Vec<At<Exact>>>>(r#"{ "a~b": ["1/2", 3] }"#);
    assert_eq!(notices, []);
    let list = &value.unwrap()["a~b"];
    assert_eq!((list[0].pointer.as_str(), list[1].pointer.as_str()), ("/at/a~0b/0", "/at/a~0b/1"));
    assert_eq!(list[0].value, Exact::parse("0.5").unwrap());

    let text = r#"{ "a": [null, true, -3, "0.5", {}] }"#;
    let (value, notices) = read::<At<Json>>(text);
    assert_eq!(notices, []);
    assert_eq!(value.unwrap(), At { pointer: "/at".into(), value: parse(text).unwrap() });

    // Errors inside keep their own place.
    let found = super::tests::notices::<Vec<At<Vec<String>>>>(r#"[["a"], ["b", 1]]"#);
    assert_eq!(found, [told(WrongType { expected: "text".into(), found: "whole-number".into() }, "/at/1/1")]);
    // Another format gives no place.
    let other: At<String> = serde_json::from_str("\"a\"").unwrap();
    assert_eq!(other, At { pointer: String::new(), value: "a".into() });
}

#[test]
fn a_key_may_be_one_of_several_choices() {
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Level {
        HighSchool,
    }
    assert_eq!(
        read::<BTreeMap<Level, u8>>(r#"{ "high-school": 1 }"#).0,
        Some(BTreeMap::from([(Level::HighSchool, 1)]))
    );
    let expected =
        UnknownChoice { written: "high".into(), suggestion: "high-school".into(), choices: list(&["high-school"]) };
    assert_eq!(notices::<BTreeMap<Level, u8>>(r#"{ "high": 1 }"#), [told(expected, "/at/high")]);
}

#[test]
fn pointers_escape_slash_and_tilde() {
    assert_eq!(child("/a", "b/c~d"), "/a/b~1c~0d");
    assert_eq!(item("/a", 12), "/a/12");
    assert_eq!(child("", ""), "/");
}
