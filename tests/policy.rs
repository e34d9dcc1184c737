//! Policy documents from outside: every notice is produced by a mistake that an author can make.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use evenhand::notice::Notice;
use evenhand::policy::condition::Condition;
use evenhand::policy::fact::FactKind;
use evenhand::policy::header::Header;
use evenhand::policy::json::{line_of, parse};
use evenhand::policy::rating_scale::RatingScale;
use evenhand::policy::read::{Read, decode, decode_citing};
use evenhand::policy::source::{Cite, Sources};

/// A small document of the shared parts.
#[derive(Read)]
#[serde(rename_all = "camelCase")]
struct Document {
    about: Header,
    #[serde(default)]
    sources: Sources,
    #[serde(default)]
    cite: Option<Cite>,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    when: Option<Condition>,
    #[serde(default)]
    #[allow(dead_code)]
    pair: Option<(i64, i64)>,
}

/// Reads the document as an interpreter would, and gives everything that is told.
fn told(text: &str) -> Vec<Notice> {
    let json = match parse(text) {
        Ok(json) => json,
        Err(notices) => return notices,
    };
    let mut notices = Vec::new();
    // The sources come first, because conditions carry their citations whole.
    let sources = json.get("sources").and_then(|sources| decode(sources, "/sources", &mut notices));
    let sources: Sources = sources.unwrap_or_default();
    notices.clear();
    let Some(document) = decode_citing::<Document>(&json, "", &sources, &mut notices) else { return notices };
    document.about.check("/about", &mut notices);
    document.sources.check("/sources", &mut notices);
    if let Some(cite) = document.cite {
        cite.resolve(&document.sources, "/cite", &mut notices);
    }
    let scale = RatingScale::new(document.levels);
    scale.check("/levels", &mut notices);
    let kind = FactKind::Rating(Arc::new(scale));
    if let Some(condition) = document.when {
        condition.problems("/when", &|_| Some(kind.clone()), &mut notices);
    }
    notices
}

const FINE: &str = r#"{
  "about": {
    "id": "a",
    "version": "1",
    "title": "A",
    "effective": { "from": "2020-01-01", "until": "2020-12-31" }
  },
  "sources": { "book": { "title": "The book", "url": "https://example.org/", "asOf": "2020-01-31", "read": true } },
  "cite": "book: page 4",
  "levels": ["low", "high"],
  "when": { "atLeast": 1, "of": [{ "fact": "rating", "atLeast": "high" }] },
  "pair": [1, 2]
}"#;

#[test]
fn a_document_without_mistakes_is_answered_with_nothing() {
    assert_eq!(told(FINE), []);
}

#[test]
fn every_notice_is_produced_by_a_mistake_and_stands_on_its_line() {
    let deep = "[".repeat(200);
    let mut produced = BTreeSet::new();
    for (right, wrong, code, pointer, line) in [
        ("\"book\": {", "\"book\" {", "policy.not-json", None, 8),
        ("[1, 2]", deep.as_str(), "policy.too-deep", None, 12),
        ("\"pair\":", "\"cite\":", "policy.duplicate-key", Some("/cite"), 9),
        ("[1, 2]", "[1,\n 2.5]", "policy.number-not-text", Some("/pair/1"), 13),
        ("\"pair\"", "\"pear\"", "policy.unknown-field", Some("/pear"), 12),
        ("\"version\": \"1\",", "", "policy.missing-field", Some("/about"), 2),
        ("\"version\": \"1\"", "\"version\": 1", "policy.wrong-type", Some("/about/version"), 4),
        ("\"atLeast\": 1", "\"atLeast\": 2", "policy.out-of-range", Some("/when/atLeast"), 11),
        ("2020-01-31", "31.1.2020", "policy.invalid-value", Some("/sources/book/asOf"), 8),
        (
            "\"fact\": \"rating\"",
            "\"whenUnknown\": \"never\", \"fact\": \"rating\"",
            "policy.unknown-choice",
            Some("/when/of/0/whenUnknown"),
            11,
        ),
        (
            "\"atLeast\": \"high\"",
            "\"atLeast\": \"high\", \"above\": \"low\"",
            "policy.one-choice",
            Some("/when/of/0"),
            11,
        ),
        ("[1, 2]", "[1, 2, 3]", "policy.wrong-length", Some("/pair"), 12),
        ("[{ \"fact\": \"rating\", \"atLeast\": \"high\" }]", "[]", "policy.empty", Some("/when/of"), 11),
        ("\"book: page 4\"", "\"bok: page 4\"", "policy.unknown-source", Some("/cite"), 9),
        (
            "\"book\": {",
            "\"b:c\": { \"title\": \"\", \"asOf\": \"2020-01-31\", \"read\": false }, \"book\": {",
            "policy.source-name",
            Some("/sources/b:c"),
            8,
        ),
        ("\"id\": \"a\"", "\"id\": \"A b\"", "policy.identifier", Some("/about/id"), 3),
        ("2020-12-31", "2019-12-31", "policy.dates-reversed", Some("/about/effective"), 6),
        ("[\"low\", \"high\"]", "[\"low\", \"high\",\n \"low\"]", "policy.duplicate-level", Some("/levels/2"), 11),
        ("\"atLeast\": \"high\"", "\"atLeast\": \"hi\"", "policy.unknown-level", Some("/when/of/0/atLeast"), 11),
        (
            "\"atLeast\": \"high\"",
            "\"contains\": \"high\"",
            "policy.test-does-not-fit",
            Some("/when/of/0/contains"),
            11,
        ),
    ] {
        let text = FINE.replace(right, wrong);
        let notices = told(&text);
        let [notice] = notices.as_slice() else { panic!("{code}: {notices:?}") };
        assert_eq!((notice.code, notice.place.pointer.as_deref()), (code, pointer));
        let found = match &notice.place.pointer {
            Some(pointer) => line_of(&text, pointer),
            None => notice.place.line,
        };
        assert_eq!(found, Some(line), "{code}");
        produced.insert(code);
    }
    // A number is asked for by the facts' own sort.
    let mut notices = Vec::new();
    let json = parse(r#"{ "fact": "score", "atLeast": "90 points" }"#).unwrap();
    let condition = Condition::read(&json, "", &Sources::default(), &mut notices).unwrap();
    condition.problems("", &|_| Some(FactKind::Number), &mut notices);
    assert_eq!(notices.len(), 1);
    produced.insert(notices[0].code);

    let declared: BTreeSet<&str> = evenhand::policy::notices::CODES.iter().map(|code| code.code).collect();
    assert_eq!(produced, declared);
}

#[test]
fn a_notice_crosses_as_code_place_and_typed_values() {
    let notices = told(&FINE.replace("\"pair\"", "\"pear\""));
    let json: BTreeMap<String, serde_json::Value> =
        serde_json::from_value(serde_json::to_value(&notices[0]).unwrap()).unwrap();
    assert_eq!(json["code"], "policy.unknown-field");
    assert_eq!(json["severity"], "error");
    assert_eq!(json["place"], serde_json::json!({ "pointer": "/pear" }));
    assert_eq!(json["arguments"]["suggestion"], "pair");
    assert!(json["arguments"]["fields"].is_array());
}
