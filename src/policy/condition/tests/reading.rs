use super::*;
use crate::policy::notices::*;

fn told(text: &str, notice: impl Told, pointer: &str) {
    assert_eq!(read(text), (None, vec![notice.at(Place::pointer(pointer))]), "{text}");
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

const FORMS: [&str; 5] = ["all", "any", "not", "of", "fact"];
const TESTS: [&str; 9] = ["atLeast", "atMost", "above", "below", "equals", "in", "contains", "containsAny", "known"];

#[test]
fn a_condition_of_another_type_or_form_is_told() {
    let wrong = |expected: &str, found: &str| WrongType { expected: expected.into(), found: found.into() };
    told("[]", wrong("condition", "list"), "/when");
    told(r#"{ "all": [5] }"#, wrong("condition", "whole-number"), "/when/all/0");
    told(r#"{ "all": {} }"#, wrong("list", "object"), "/when/all");
    told(r#"{ "all": [] }"#, Empty {}, "/when/all");
    told(r#"{ "not": [] }"#, wrong("condition", "list"), "/when/not");
    let forms = || OneChoice { choices: list(&FORMS) };
    told("{}", forms(), "/when");
    told(r#"{ "all": [], "any": [] }"#, forms(), "/when");
    told(r#"{ "atLeast": 5 }"#, forms(), "/when");
}

#[test]
fn a_comparison_has_one_fact_and_one_test() {
    let tests = || OneChoice { choices: list(&TESTS) };
    told(r#"{ "fact": "a" }"#, tests(), "/when");
    told(r#"{ "fact": "a", "atLeast": 1, "atMost": 2 }"#, tests(), "/when");
    told(r#"{ "fact": "", "atLeast": 1 }"#, Empty {}, "/when/fact");
    let wrong = |expected: &str, found: &str| WrongType { expected: expected.into(), found: found.into() };
    told(r#"{ "fact": 5, "atLeast": 1 }"#, wrong("text", "whole-number"), "/when/fact");
    told(r#"{ "fact": "a", "atLeast": null }"#, wrong("literal", "null"), "/when/atLeast");
    told(r#"{ "fact": "a", "in": 1 }"#, wrong("list", "whole-number"), "/when/in");
    told(r#"{ "fact": "a", "in": [] }"#, Empty {}, "/when/in");
    told(r#"{ "fact": "a", "containsAny": [1, []] }"#, wrong("literal", "list"), "/when/containsAny/1");
    told(r#"{ "fact": "a", "known": "yes" }"#, wrong("true-false", "text"), "/when/known");
}

#[test]
fn every_test_is_read() {
    let literal = || Literal::new("1");
    for (text, test) in [
        (r#""atLeast": 1"#, Test::AtLeast(literal())),
        (r#""atMost": "1""#, Test::AtMost(literal())),
        (r#""above": 1"#, Test::Above(literal())),
        (r#""below": 1"#, Test::Below(literal())),
        (r#""equals": 1"#, Test::Equals(literal())),
        (r#""equals": true"#, Test::Equals(Literal::new("true"))),
        (r#""in": [1, "a"]"#, Test::In(vec![literal(), Literal::new("a")])),
        (r#""contains": 1"#, Test::Contains(literal())),
        (r#""containsAny": [1]"#, Test::ContainsAny(vec![literal()])),
        (r#""known": false"#, Test::Known(false)),
    ] {
        let expected = Rule::Fact(Comparison { fact: "a".into(), test: test.clone(), when_unknown: None });
        assert_eq!(condition(&format!(r#"{{ "fact": "a", {text} }}"#)).rule, expected);
        assert!(text.starts_with(&format!("\"{}\"", test.name())));
    }
}

#[test]
fn a_count_must_lie_between_one_and_the_number_of_parts() {
    let part = r#"{ "fact": "a", "atLeast": 1 }"#;
    for (count, fits) in [(0, false), (1, true), (2, true), (3, false), (-1, false)] {
        let (condition, notices) = read(&format!(r#"{{ "atLeast": {count}, "of": [{part}, {part}] }}"#));
        assert_eq!(condition.is_some(), fits, "{count}");
        let range = OutOfRange { value: count.into(), least: 1.into(), most: 2.into() };
        assert_eq!(notices, if fits { vec![] } else { vec![range.at(Place::pointer("/when/atLeast"))] }, "{count}");
    }
    told(&format!(r#"{{ "of": [{part}] }}"#), MissingField { field: "atLeast".into() }, "/when");
    let wrong = WrongType { expected: "whole-number".into(), found: "text".into() };
    told(&format!(r#"{{ "atLeast": "1", "of": [{part}] }}"#), wrong, "/when/atLeast");
    told(r#"{ "atLeast": 1, "of": [] }"#, Empty {}, "/when/of");
}

#[test]
fn unknown_keys_are_told_with_the_nearest_and_all_in_one_go() {
    let unknown = |field: &str, suggestion: &str, fields: &[&str]| UnknownField {
        field: field.into(),
        suggestion: suggestion.into(),
        fields: list(fields),
    };
    let everything = [&FORMS[..], &["label", "cite", "whenUnknown"], &TESTS[..]].concat();
    told(r#"{ "fakt": "a", "atLeast": 1 }"#, unknown("fakt", "fact", &everything), "/when/fakt");
    let comparison = [&["fact", "whenUnknown"], &TESTS[..], &["label", "cite"]].concat();
    let (read_anyway, notices) = read(
        r#"{ "all": [{ "fact": "a", "atLeast": 1, "wenUnknown": "met" }, { "not": { "fact": "a", "atLeast": 1, "zz": 1 } }],
             "atLeast": 2 }"#,
    );
    assert!(read_anyway.is_some());
    assert_eq!(
        notices,
        [
            unknown("wenUnknown", "whenUnknown", &comparison).at(Place::pointer("/when/all/0/wenUnknown")),
            unknown("zz", "", &comparison).at(Place::pointer("/when/all/1/not/zz")),
            unknown("atLeast", "", &["all", "label", "cite"]).at(Place::pointer("/when/atLeast")),
        ]
    );
    // A test that is misspelled is told beside the missing one.
    let (nothing, notices) = read(r#"{ "fact": "a", "atleast": 1 }"#);
    let codes: Vec<&str> = notices.iter().map(|notice| notice.code).collect();
    assert_eq!((nothing, codes), (None, vec!["policy.one-choice", "policy.unknown-field"]));
}

#[test]
fn what_an_unknown_fact_counts_as_the_words_and_the_source_are_checked() {
    let fact = |rest: &str| format!(r#"{{ "fact": "a", "atLeast": 1, {rest} }}"#);
    let choice =
        UnknownChoice { written: "notmet".into(), suggestion: "not-met".into(), choices: list(&["met", "not-met"]) };
    assert_eq!(read(&fact(r#""whenUnknown": "notmet""#)).1, [choice.at(Place::pointer("/when/whenUnknown"))]);
    let wrong = WrongType { expected: "words".into(), found: "list".into() };
    assert_eq!(read(&fact(r#""label": []"#)).1, [wrong.at(Place::pointer("/when/label"))]);
    let source = UnknownSource { cited: "book".into(), suggestion: String::new(), sources: vec![] };
    assert_eq!(read(&fact(r#""cite": ["book: page 2"]"#)).1, [source.at(Place::pointer("/when/cite/0"))]);
}

#[test]
fn a_condition_inside_a_decoded_document_keeps_its_place() {
    #[derive(Read)]
    struct Gate {
        when: Condition,
    }
    let mut notices = Vec::new();
    let json = parse(r#"{ "gates": [{ "when": { "all": [] } }] }"#).unwrap();
    let gates: Option<crate::order::Sorted<String, Vec<Gate>>> = crate::policy::read::decode(&json, "", &mut notices);
    assert!(gates.is_none());
    assert_eq!(notices, [Empty {}.at(Place::pointer("/gates/0/when/all"))]);
}

fn problems(text: &str, kind: &FactKind) -> Vec<Notice> {
    let mut notices = Vec::new();
    let of = |fact: &String| (fact == "a").then(|| kind.clone());
    condition(text).problems("/when", &of, &mut notices);
    notices
}

#[test]
fn tests_that_do_not_fit_the_values_are_told() {
    let rating = FactKind::Rating(scale());
    let fitting = |kind: &FactKind| -> Vec<&str> {
        TESTS
            .into_iter()
            .filter(|test| {
                let value = match *test {
                    "in" | "containsAny" => "[\"high\"]",
                    "known" => "true",
                    _ => "\"high\"",
                };
                let found = problems(&format!(r#"{{ "not": {{ "fact": "a", "{test}": {value} }} }}"#), kind);
                let misfit = TestDoesNotFit { test: (*test).into(), kind: kind.name().into() };
                let misfit = misfit.at(Place::pointer(format!("/when/not/{test}")));
                !found.contains(&misfit)
            })
            .collect()
    };
    let ordered = ["atLeast", "atMost", "above", "below", "equals", "in", "known"];
    assert_eq!(fitting(&FactKind::Number), ordered);
    assert_eq!(fitting(&rating), ordered);
    assert_eq!(fitting(&FactKind::Text), ["equals", "in", "known"]);
    assert_eq!(fitting(&FactKind::Truth), ["equals", "in", "known"]);
    assert_eq!(fitting(&FactKind::Set), ["contains", "containsAny", "known"]);
}

#[test]
fn literals_that_can_not_be_a_value_are_told() {
    let number = NotANumber { written: "high".into(), problem: "not-a-number".into() };
    let text = r#"{ "all": [{ "fact": "a", "in": [1, "high"] }, { "fact": "other", "in": ["high"] }] }"#;
    assert_eq!(problems(text, &FactKind::Number), [number.at(Place::pointer("/when/all/0/in/1"))]);
    let levels = list(&["low", "middle", "high"]);
    let level = UnknownLevel { written: "hihg".into(), suggestion: "high".into(), levels };
    let found = problems(r#"{ "fact": "a", "atLeast": "hihg" }"#, &FactKind::Rating(scale()));
    assert_eq!(found, [level.at(Place::pointer("/when/atLeast"))]);
    let truth = InvalidValue { written: "yes".into(), expected: "true-false".into() };
    assert_eq!(
        problems(r#"{ "fact": "a", "equals": "yes" }"#, &FactKind::Truth),
        [truth.at(Place::pointer("/when/equals"))]
    );
    assert_eq!(problems(r#"{ "fact": "a", "equals": true }"#, &FactKind::Truth), []);
    assert_eq!(problems(r#"{ "fact": "a", "equals": "yes" }"#, &FactKind::Text), []);
    assert_eq!(problems(r#"{ "fact": "a", "atLeast": "high" }"#, &FactKind::Rating(scale())), []);
    assert_eq!(problems(r#"{ "fact": "a", "atLeast": "1/3" }"#, &FactKind::Number), []);
    assert_eq!(problems(r#"{ "fact": "a", "contains": "yes" }"#, &FactKind::Set), []);
}

#[test]
fn the_schema_says_every_key_that_is_read() {
    let schema = schemars::schema_for!(Condition);
    let text = serde_json::to_string(&schema).unwrap();
    for key in FORMS.iter().chain(&TESTS).chain(&["label", "cite", "whenUnknown"]) {
        assert!(text.contains(&format!("\"{key}\":")), "{key}");
    }
}
