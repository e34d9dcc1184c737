use super::*;
use crate::policy::json::parse;

fn told(notice: impl Told, pointer: &str) -> Notice {
    notice.at(Place::pointer(pointer))
}

fn read<T: Read>(text: &str) -> (Option<T>, Vec<Notice>) {
    let mut notices = Vec::new();
    (decode(&parse(text).unwrap(), "/at", &mut notices), notices)
}

fn notices<T: Read>(text: &str) -> Vec<Notice> {
    read::<T>(text).1
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[derive(Debug, PartialEq, Read)]
#[serde(rename_all = "camelCase")]
struct Everything {
    name: String,
    minimum: u8,
    weight: Exact,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    parts: Vec<Part>,
    #[serde(default)]
    by_name: Sorted<String, Part>,
    #[serde(default)]
    pair: Option<(i64, bool)>,
}

#[derive(Debug, PartialEq, Read)]
#[serde(rename_all = "kebab-case")]
enum Part {
    NotRated,
    Score(Exact),
    Pair((i64, i64)),
    Range(Range),
}

#[derive(Debug, PartialEq, Read)]
#[serde(rename_all = "camelCase")]
struct Range {
    at_least: Exact,
    most: Option<Exact>,
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
            Part::Pair((1, -2)),
            Part::Range(Range { at_least: half, most: None }),
        ],
        by_name: Sorted::from([("a/b".into(), Part::NotRated)]),
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
            told(unknown("atLest", "atLeast", &["atLeast", "most"]), "/at/parts/3/range/atLest"),
            told(unknown("zzz", "", &["atLeast", "most"]), "/at/parts/3/range/zzz"),
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
        "{ \"atLeast\": 1, \"most\": true }",
        "number",
        "true-false",
        "/at/parts/3/range/most",
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
        let expected = OutOfRange { value: Exact::parse(number).unwrap().into(), least: 0.into(), most: 255.into() };
        let found = notices::<Everything>(&WHOLE.replace("10", number));
        assert_eq!(found, if fits { vec![] } else { vec![told(expected, "/at/minimum")] }, "{number}");
    }
    assert_eq!(read::<u64>("9223372036854775807").0, Some(9_223_372_036_854_775_807));
    let most = Exact::integer(i64::MAX);
    let expected = OutOfRange { value: (-1).into(), least: 0.into(), most: most.into() };
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
fn every_mistake_is_told_at_its_place() {
    let text = r#"{ "name": 5, "minimum": 256, "parts": ["score", "x"], "byName": { "a~b": [] } }"#;
    let wrong = |expected: &str, found: &str| WrongType { expected: expected.into(), found: found.into() };
    let codes: Vec<(&str, Option<String>)> =
        notices::<Everything>(text).into_iter().map(|notice| (notice.code, notice.place.pointer)).collect();
    let at = |code, pointer: &str| (code, Some(pointer.to_owned()));
    assert_eq!(
        codes,
        [
            at("policy.wrong-type", "/at/name"),
            at("policy.out-of-range", "/at/minimum"),
            at("policy.missing-field", "/at"),
            at("policy.wrong-type", "/at/parts/0"),
            at("policy.unknown-choice", "/at/parts/1"),
            at("policy.wrong-type", "/at/byName/a~0b"),
        ]
    );
    assert_eq!(notices::<Vec<Vec<String>>>(r#"[["a"], ["b", 1]]"#), [told(wrong("text", "whole-number"), "/at/1/1")]);
}

#[test]
fn a_part_can_be_kept_as_it_stands() {
    let text = r#"{ "a": [null, true, -3, "0.5", {}] }"#;
    assert_eq!(read::<Json>(text), (Some(parse(text).unwrap()), vec![]));
}

#[test]
fn a_part_that_is_not_there_or_wrong_is_none_and_the_rest_goes_on() {
    #[derive(Debug, PartialEq)]
    struct Parts(Option<String>, Option<String>);
    impl Read for Parts {
        fn blank() -> Self {
            Self(None, None)
        }
        fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
            self.0 = reader.part(json, "a");
            self.1 = reader.part(json, "b");
        }
    }
    assert_eq!(read(r#"{ "b": "x" }"#), (Some(Parts(None, Some("x".into()))), vec![]));
    let wrong = WrongType { expected: "text".into(), found: "whole-number".into() };
    assert_eq!(read::<Parts>(r#"{ "a": 1, "b": "x" }"#), (None, vec![told(wrong, "/at/a")]));
}

#[test]
fn fields_that_something_else_reads_are_passed_over_once() {
    struct Outer(Range);
    impl Read for Outer {
        fn blank() -> Self {
            Self(Range::blank())
        }
        fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
            reader.pass_over(&["label"]);
            self.0.read(json, reader);
        }
    }
    assert_eq!(notices::<Outer>(r#"{ "atLeast": 1, "label": "x" }"#), []);
    let unknown = |fields: &[&str]| UnknownField {
        field: "labl".into(),
        suggestion: fields.iter().find(|field| **field == "label").map(|_| "label".into()).unwrap_or_default(),
        fields: list(fields),
    };
    let fields = ["atLeast", "most", "label"];
    assert_eq!(notices::<Outer>(r#"{ "atLeast": 1, "labl": "x" }"#), [told(unknown(&fields), "/at/labl")]);
    assert_eq!(notices::<Range>(r#"{ "atLeast": 1, "labl": "x" }"#), [told(unknown(&fields[..2]), "/at/labl")]);
}
