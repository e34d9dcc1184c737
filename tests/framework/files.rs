//! What a framework asks of the files: what no file has is told, and what no file can truly say is not used.

use serde_json::{Value, json};

use crate::support::{Rated, measure, rate};

/// The arguments of the only notice of a code.
fn only(rated: &Rated, code: &str) -> Value {
    let told = rated.told(code);
    assert_eq!(told.len(), 1, "{code}: {:#?}", rated.ratings.notices);
    serde_json::to_value(&told[0].arguments).unwrap()
}

fn beside() -> Value {
    json!({
        "minimums": { "ten": { "n": 10, "cite": "book" } },
        "measures": {
            "m": { "minimum": "ten", "reported": { "column": ["M"], "n": ["M N"], "participation": ["Tested"] }, "cite": "book" },
            "o": { "minimum": "ten", "reported": { "column": ["O"], "n": ["O N"] }, "cite": "book" },
        },
        "nodes": { "x": { "sum": ["m", "o"] } },
    })
}

#[test]
fn a_number_beside_a_measure_that_no_file_has_is_told() {
    let rated = rate(beside(), &["school,M,O,O N,Tested\na,1,2,20,95\n"]);
    let told = only(&rated, "framework.column-not-in-file");
    assert_eq!(told, json!({ "attribute": "n", "measures": ["m"], "columns": ["M N"] }));
    assert_eq!(rated.rating("a"), "3");
    let whole = rate(beside(), &["school,M,O,M N,O N,Tested\na,1,2,20,20,95\n"]);
    assert_eq!(whole.told("framework.column-not-in-file").len(), 0);
    // Where the measure itself is missing, that is what is told.
    let rated = rate(beside(), &["school,O,O N\na,2,20\n"]);
    assert_eq!(rated.told("framework.column-not-in-file").len(), 0);
    assert_eq!(rated.told("framework.measure-not-in-file").len(), 1);
}

#[test]
fn each_column_that_is_missing_beside_measures_is_told() {
    let mut parts = beside();
    parts["measures"]["o"]["reported"]["participation"] = json!(["M N"]);
    let rated = rate(parts, &["school,M,O,Testet\na,1,2,95\n"]);
    let told = rated.told("framework.column-not-in-file").into_iter();
    let told: Vec<Value> = told.map(|notice| serde_json::to_value(&notice.arguments).unwrap()).collect();
    let each = |attribute: &str, measure: &str, column: &str| json!({ "attribute": attribute, "measures": [measure], "columns": [column] });
    assert_eq!(
        told,
        [
            each("n", "m", "M N"),
            each("participation", "m", "Tested"),
            each("n", "o", "O N"),
            each("participation", "o", "M N")
        ]
    );
    assert_eq!(
        only(&rated, "framework.heading-alike"),
        json!({ "measure": "m#participation", "column": "Tested", "suggestion": "Testet" })
    );
}

#[test]
fn a_value_column_that_no_file_has_is_named() {
    let parts = json!({
        "measures": { "m": { "reported": { "column": ["M"], "value": ["Score", "Points"] }, "cite": "book" } },
        "nodes": { "x": { "value": "m" } },
    });
    let rated = rate(parts, &["school,measure,value\na,M,1\n"]);
    assert_eq!(rated.rating("a"), "(undetermined)");
    assert_eq!(
        only(&rated, "framework.measure-not-in-file"),
        json!({ "measure": "m", "columns": ["Score", "Points"], "schools": 1 })
    );
}

#[test]
fn what_is_repeated_may_have_hyphens_underscores_and_digits_in_its_name() {
    for list in ["main-subject", "main_subject", "subject2"] {
        let mut parts = json!({
            "lists": { list: [ { "id": "reading", "label": "Reading" }, { "id": "math", "label": "Math" } ] },
            "measures": {},
            "nodes": { "x": { "sum": ["reading", "math"] } },
        });
        parts["measures"][format!("{{{list}}}")] = measure(&format!("{{{list}.label}}"));
        assert_eq!(rate(parts, &["school,Reading,Math\na,1,2\n"]).rating("a"), "3", "{list}");
    }
}

#[test]
fn a_framework_that_reads_programs_says_so_to_whoever_maps_a_file() {
    let of = |reported: Value| {
        let parts = json!({ "measures": { "m": { "reported": reported, "cite": "book" }, "o": measure("O") }, "nodes": { "x": { "sum": ["m", "o"] } } });
        crate::support::framework(parts).layout_hint().programs
    };
    assert!(of(json!({ "column": ["M"], "program": "Dual" })));
    assert!(!of(json!({ "column": ["M"] })));
}

#[test]
fn measures_of_one_column_are_told_together() {
    let mut parts = beside();
    parts["measures"]["o"]["reported"]["n"] = json!(["M N"]);
    let rated = rate(parts, &["school,M,O,Tested\na,1,2,95\n"]);
    let told = only(&rated, "framework.column-not-in-file");
    assert_eq!(told, json!({ "attribute": "n", "measures": ["m", "o"], "columns": ["M N"] }));
}

#[test]
fn a_rate_that_ratings_wait_for_is_told_once() {
    let mut parts = beside();
    let scale = json!({ "bands": [ { "atLeast": 95, "points": 0 }, { "points": 3 } ] });
    parts["nodes"]["x"] =
        json!({ "value": "m", "penalty": { "by": "m#participation", "scale": scale, "cite": "book" } });
    let rated = rate(parts, &["school,M,M N,O,O N\na,1,20,1,20\n"]);
    assert_eq!(rated.told("framework.measure-not-in-file").len(), 1);
    assert_eq!(rated.told("framework.column-not-in-file").len(), 0);
}

#[test]
fn optional_measures_and_facts_that_no_file_has_are_told() {
    let optional = |column: &str| {
        let mut optional = measure(column);
        optional["optional"] = json!(true);
        optional
    };
    let parts = json!({
        "facts": { "kind": { "column": ["Kind"] }, "span": { "column": ["Span"], "default": "K-8" } },
        "measures": { "m": measure("M"), "science": optional("Science"), "art": optional("Art") },
        "nodes": { "x": { "sum": ["m", "science", "art"], "missing": "skip" } },
    });
    let rated = rate(parts.clone(), &["school,M,Sciense,Other\na,1,2,3\n"]);
    assert_eq!(
        only(&rated, "framework.optional-not-in-file"),
        json!({ "measures": ["art", "science"], "columns": ["Art", "Science"] })
    );
    assert_eq!(
        only(&rated, "framework.facts-not-in-file"),
        json!({ "facts": ["kind", "span"], "columns": ["Kind", "Span"] })
    );
    // A measure that isn't optional is told by itself.
    let without = rate(parts.clone(), &["school,Other\na,3\n"]);
    assert_eq!(
        only(&without, "framework.optional-not-in-file"),
        json!({ "measures": ["art", "science"], "columns": ["Art", "Science"] })
    );
    assert_eq!(without.told("framework.measure-not-in-file").len(), 1);
    // A heading that nothing reads and that looks like it.
    assert_eq!(
        only(&rated, "framework.heading-alike"),
        json!({ "measure": "science", "column": "Science", "suggestion": "Sciense" })
    );
    let whole = rate(parts, &["school,M,Science,Art,Kind,Span\na,1,2,,k,K\n"]);
    for code in ["framework.optional-not-in-file", "framework.facts-not-in-file", "framework.heading-alike"] {
        assert_eq!(whole.told(code).len(), 0, "{code}");
    }
}

#[test]
fn a_measure_of_which_a_file_has_two_columns_is_not_told_as_missing() {
    let optional = |column: &str| json!({ "optional": true, "reported": { "column": [column] }, "cite": "book" });
    let parts = json!({
        "measures": { "m": optional("my M"), "art": optional("Art"), "other": measure("Other") },
        "nodes": { "x": { "sum": ["m", "art", "other"], "missing": "skip" } },
    });
    let rated = rate(parts, &["school,My M,my m,Other\na,1,2,3\n"]);
    let ambiguous = json!({ "measure": "m", "columns": ["My M", "my m"] });
    assert_eq!(only(&rated, "framework.ambiguous-column"), ambiguous);
    let missing = json!({ "measures": ["art"], "columns": ["Art"] });
    assert_eq!(only(&rated, "framework.optional-not-in-file"), missing);
    assert_eq!(rated.told("framework.heading-alike").len(), 0);
}

#[test]
fn what_no_school_of_the_files_needs_is_not_asked_for() {
    let optional = json!({ "optional": true, "reported": { "column": ["Graduation"] }, "cite": "book" });
    let parts = json!({
        "facts": { "kind": { "column": ["Kind"] } },
        "measures": { "m": measure("M"), "graduation": optional },
        "nodes": { "low": { "value": "m" }, "high": { "sum": ["m", "graduation"], "missing": "skip" } },
        "models": {
            "high": { "label": "High", "when": { "fact": "kind", "equals": "high" }, "rating": "high", "cite": "book" },
            "low": { "label": "Low", "rating": "low", "cite": "book" },
        },
    });
    let rated = rate(parts.clone(), &["school,Kind,M\na,low,1\n"]);
    assert_eq!(rated.told("framework.optional-not-in-file").len(), 0);
    let rated = rate(parts, &["school,Kind,M\na,low,1\nb,high,1\n"]);
    assert_eq!(rated.told("framework.optional-not-in-file").len(), 1);
}

#[test]
fn published_results_that_no_file_has_are_told() {
    let parts = json!({
        "measures": { "m": measure("M") },
        "nodes": { "x": { "weightedMean": "w" } },
        "weights": { "w": { "parts": { "m": 1 }, "cite": "book" } },
        "published": [ { "node": "x", "column": ["Total"] }, { "weightsOf": "x", "attribute": ["weight"] } ],
    });
    let rated = rate(parts.clone(), &["school,measure,value\na,M,1\n"]);
    assert_eq!(only(&rated, "framework.published-not-in-file"), json!({ "columns": ["Total", "weight"] }));
    let rated = rate(parts, &["school,measure,value,weight\na,M,1,1\na,Total,1,\n"]);
    assert_eq!(rated.told("framework.published-not-in-file").len(), 0);
}

#[test]
fn a_percentage_is_no_number_of_a_fact() {
    let parts = json!({
        "facts": { "size": { "column": ["Size"], "kind": "number" } },
        "nodes": { "x": { "value": "size" } },
    });
    let rated = rate(parts, &["school,Size\na,50\nb,50%\n"]);
    assert_eq!([rated.value("a", "size"), rated.value("b", "size")], ["50", "(unreadable)"]);
    assert_eq!(only(&rated, "framework.unreadable-number"), json!({ "measure": "size", "text": "50%" }));
}

#[test]
fn a_word_for_no_value_is_known_without_its_spaces() {
    let parts = json!({
        "absences": { " * ": "withheld", "N/A": "not-applicable" },
        "measures": { "m": measure("M") },
        "nodes": { "x": { "value": "m" } },
    });
    let rated = rate(parts, &["school,M\na,*\nb,n/a\nc,7\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["(withheld)", "(not-applicable)", "7"]);
}

#[test]
fn a_fact_that_stands_beside_measures_is_missing_where_a_school_lacks_it() {
    let parts = json!({
        "facts": { "kind": { "column": ["Kind"] } },
        "measures": { "m": measure("M") },
        "nodes": { "x": { "value": "m" }, "y": { "holds": { "fact": "kind", "equals": "high", "whenUnknown": "not-met" } } },
    });
    let rated = rate(parts, &["school,measure,value,Kind\na,M,1,high\nb,M,2,\n"]);
    assert_eq!([rated.value("a", "kind"), rated.value("b", "kind")], ["high", "(not-reported)"]);
    assert_eq!([rated.value("a", "y"), rated.value("b", "y")], ["yes", "no"]);
}

#[test]
fn the_first_of_several_headings_is_used_and_no_other_is_asked_about() {
    let mut m = measure("M");
    m["reported"]["column"] = json!(["M", "Old M"]);
    let parts = json!({ "measures": { "m": m }, "nodes": { "x": { "value": "m" } } });
    let rated = rate(parts, &["school,Old M,M\na,1,2\n"]);
    assert_eq!(rated.rating("a"), "2");
    assert_eq!(rated.told("framework.ambiguous-column").len(), 0);
}

#[test]
fn a_label_that_is_not_known_is_told() {
    let parts = json!({
        "measures": { "m": measure("M") },
        "facts": { "tested": { "column": ["Tested"], "kind": "number" } },
        "nodes": { "x": { "value": "m" } },
        "labels": { "low": { "label": "Low participation", "when": { "fact": "tested", "below": 95 }, "cite": "book" } },
    });
    let rated = rate(parts.clone(), &["school,M,Tested\na,1,90\nb,1,\nc,1,abc\n"]);
    let told = rated.told("framework.label-undetermined");
    assert_eq!(told.len(), 1);
    assert_eq!(
        serde_json::to_value(&told[0].arguments).unwrap(),
        json!({ "label": "Low participation", "schools": 2, "needs": ["tested"] })
    );
    assert_eq!(told[0].place.pointer.as_deref(), Some("/labels/low"));
    assert_eq!(rated.school("a").labels.len(), 1);
    let rated = rate(parts, &["school,M,Tested\na,1,90\n"]);
    assert_eq!(rated.told("framework.label-undetermined").len(), 0);
}

#[test]
fn a_condition_that_a_missing_value_leaves_undetermined_is_told() {
    let parts = |when: Value| {
        json!({
            "measures": { "m": measure("M"), "o": measure("O") },
            "nodes": { "x": { "choose": [ { "when": when, "then": 1 } ], "otherwise": "m", "cite": "book" } },
        })
    };
    let file = "school,M,O\na,2,5\nb,2,\nc,2,\nd,2,abc\n";
    let rated = rate(parts(json!({ "fact": "o", "above": 3 })), &[file]);
    assert_eq!(rated.rating("b"), "(undetermined)");
    let told = rated.told("framework.condition-undetermined");
    assert_eq!(told[0].place.pointer.as_deref(), Some("/nodes/x"));
    // What is open, such as a cell that can't be read, is told by itself.
    assert_eq!(only(&rated, "framework.condition-undetermined"), json!({ "name": "x", "schools": 2, "needs": ["o"] }));
    let rated = rate(parts(json!({ "fact": "o", "above": 3, "whenUnknown": "not-met" })), &[file]);
    assert_eq!((rated.rating("b"), rated.told("framework.condition-undetermined").len()), ("2".into(), 0));
    // Whatever it is that the condition decides.
    let when = json!({ "fact": "o", "above": 3 });
    let tables = json!([ { "when": when, "weights": "w" }, { "weights": "w" } ]);
    for node in [
        json!({ "gate": "m", "when": when, "atMost": 1, "cite": "book" }),
        json!({ "count": [when] }),
        json!({ "holds": when }),
        json!({ "weightedMean": tables }),
        json!({ "weightedSum": tables }),
    ] {
        let mut parts = parts(json!({ "fact": "o", "above": 3 }));
        parts["weights"] = json!({ "w": { "parts": { "m": 1 }, "cite": "book" } });
        parts["nodes"]["x"] = node.clone();
        let rated = rate(parts, &[file]);
        assert_eq!(rated.rating("b"), "(undetermined)", "{node}");
        let told = only(&rated, "framework.condition-undetermined");
        assert_eq!(told, json!({ "name": "x", "schools": 2, "needs": ["o"] }), "{node}");
    }
}

#[test]
fn numbers_that_cannot_be_are_told_and_not_used() {
    let parts = json!({
        "minimums": { "ten": { "n": 10, "responseRate": 50, "cite": "book" } },
        "measures": { "m": { "minimum": "ten", "cite": "book",
            "reported": { "column": ["M"], "n": ["N"], "participation": ["P"], "responseRate": ["R"] } } },
        "nodes": {
            "x": { "value": "m" },
            "p": { "value": "m#participation" },
            "n": { "value": "m#n" },
            "r": { "value": "m#response-rate" },
        },
    });
    for (n, p, r, wrong, node) in [
        ("-1", "95", "60", "n", "n"),
        ("12.5", "95", "60", "n", "n"),
        ("50%", "95", "60", "n", "n"),
        ("20", "-0.1", "60", "participation", "p"),
        ("20", "100.1", "60", "participation", "p"),
        ("20", "95", "101", "response-rate", "r"),
    ] {
        let rated = rate(parts.clone(), &[&format!("school,M,N,P,R\na,7,{n},{p},{r}\n")]);
        let told = rated.told("framework.impossible-number");
        assert_eq!(told.len(), 1, "{n} {p} {r}");
        let arguments = serde_json::to_value(&told[0].arguments).unwrap();
        assert_eq!((&arguments["measure"], &arguments["attribute"]), (&json!("m"), &json!(wrong)));
        let place = &told[0].place;
        assert_eq!((place.file.as_deref(), place.line, place.school.as_deref()), (Some("0.csv"), Some(2), Some("a")));
        let value = rated.value("a", node);
        assert!(value == "(undetermined)" || value == "(unreadable)", "{node}: {value}");
    }
    let rated = rate(parts, &["school,M,N,P,R\na,7,10,0,100%\nb,7,0,100,50\n"]);
    assert_eq!(rated.told("framework.impossible-number").len(), 0);
    assert_eq!((rated.rating("a"), rated.rating("b")), ("7".into(), "(too-few-students)".into()));
}

#[test]
fn a_negative_weight_from_a_file_is_told() {
    let parts = json!({
        "facts": { "size": { "column": ["Size"], "kind": "number" }, "other": { "column": ["Other"], "kind": "number" } },
        "measures": { "m": measure("M"), "weigh": measure("Weigh") },
        "nodes": { "x": { "weightedMean": "w" }, "y": { "sum": ["other", "m"] } },
        "weights": { "w": { "parts": { "m": "size", "y": "weigh" }, "cite": "book" } },
    });
    let rated = rate(parts, &["school,M,Size,Weigh,Other\na,7,-5,1,-5\nb,7,5,-2,1\nc,7,0,1,-1\n"]);
    let told = rated.told("framework.impossible-number");
    let found: Vec<(Option<&str>, Option<&str>)> =
        told.iter().map(|notice| (notice.place.school.as_deref(), notice.place.column.as_deref())).collect();
    assert_eq!(found, [(Some("a"), Some("size")), (Some("b"), Some("weigh"))]);
    assert_eq!((rated.rating("a"), rated.rating("b")), ("(undetermined)".into(), "(undetermined)".into()));
    assert_eq!(rated.rating("c"), "6");
}

#[test]
fn what_is_wrong_in_an_earlier_year_that_counts_is_told() {
    let parts = json!({
        "minimums": { "ten": { "n": 10, "cite": "book" } },
        "measures": { "m": { "minimum": "ten", "optional": true, "reported": { "column": ["M"], "n": ["N"] }, "cite": "book" } },
        "nodes": { "now": { "value": "m" }, "mean": { "mean": ["now", "m@-1"], "missing": "skip" },
                   "x": { "mean": ["mean", "now@-2"], "missing": "skip" } },
    });
    let rated = rate(parts, &["school,year,M,N\na,2025,7,20\na,2024,5,9\na,2023,4,8\na,2022,4,7\n"]);
    let told = rated.told("framework.below-minimum");
    let found: Vec<(Option<u64>, Value)> =
        told.iter().map(|notice| (notice.place.line, serde_json::to_value(&notice.arguments).unwrap())).collect();
    let expected = |line: u64, year: &str| (Some(line), json!({ "measure": "m", "year": year }));
    assert_eq!(found, [expected(4, "2023"), expected(3, "2024")], "2022 counts for nothing");
    assert_eq!(rated.rating("a"), "7");
}
