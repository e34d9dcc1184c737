//! Absence is a value: what nobody asked for yet, or what can't be read, is never taken for missing.

use serde_json::{Value, json};

use crate::support::{measure, rate};

/// `m` and `other` in points, and nodes over them.
fn over(nodes: Value) -> Value {
    json!({ "measures": { "m": measure("M"), "other": measure("Other") }, "nodes": nodes })
}

#[test]
fn an_absent_column_is_open_and_a_blank_cell_is_missing() {
    let nodes = json!({ "x": { "sum": ["m", "other"], "missing": "skip" } });
    let rated = rate(over(nodes.clone()), &["school,M\na,1\n"]);
    assert_eq!((rated.value("a", "other"), rated.rating("a")), ("(not-asked)".into(), "(undetermined)".into()));
    assert_eq!(rated.trace("a").waits_for, ["other"]);
    let rated = rate(over(nodes), &["school,M,Other\na,1,\n"]);
    assert_eq!((rated.value("a", "other"), rated.rating("a")), ("(not-reported)".into(), "1".into()));
}

#[test]
fn nothing_open_is_skipped_whatever_the_operator() {
    let scale = json!({ "bands": [ { "atLeast": 5, "points": 2 }, { "points": 1 } ], "cite": "book" });
    for (name, node) in [
        ("sum", json!({ "sum": ["m", "other"], "missing": "skip" })),
        ("mean", json!({ "mean": ["m", "other"], "missing": { "as": "0" } })),
        ("multiply", json!({ "multiply": ["m", "other"], "missing": { "becomes": 0 } })),
        ("best", json!({ "bestOf": ["m", "other"] })),
        ("worst", json!({ "worstOf": ["m", "other"], "missing": "skip" })),
        ("present", json!({ "countPresent": ["m", "other"] })),
        (
            "earned",
            json!({ "earnedOverEligible": [ { "earned": "m", "eligible": 10 }, { "earned": "other", "eligible": 10 } ] }),
        ),
        ("eligible", json!({ "earnedOverEligible": [ { "earned": "m", "eligible": "other" } ] })),
        ("scale", json!({ "scale": scale, "of": "other", "missing": { "as": "0" } })),
        ("weighted", json!({ "weightedMean": "w", "missing": "skip" })),
        ("weighted-as", json!({ "weightedSum": "w", "missing": { "as": "0" } })),
        ("by-weight", json!({ "weightedMean": "by", "missing": "absent" })),
        ("value", json!({ "value": "other", "ifAbsent": 0 })),
        ("needs", json!({ "value": "m", "needs": { "all": ["other"], "otherwise": 0 } })),
        ("needs-any", json!({ "value": "m", "needs": { "any": ["other"], "otherwise": 0 } })),
        ("penalty", json!({ "value": "m", "penalty": { "by": "other", "scale": scale } })),
        ("limit", json!({ "limit": "m", "atMost": "other" })),
        ("choose", json!({ "choose": [ { "when": { "fact": "other", "atLeast": 1 }, "then": 1 } ], "otherwise": 2 })),
        (
            "choose-unknown",
            json!({ "choose": [ { "when": { "fact": "other", "atLeast": 1, "whenUnknown": "not-met" }, "then": 1 } ], "otherwise": 2 }),
        ),
        (
            "choose-known",
            json!({ "choose": [ { "when": { "fact": "other", "known": true }, "then": 1 } ], "otherwise": 2 }),
        ),
        ("gate", json!({ "gate": "m", "when": { "fact": "other", "below": 1 }, "atMost": 0 })),
        ("gate-known", json!({ "gate": "m", "when": { "fact": "other", "known": false }, "becomes": 0 })),
        ("count", json!({ "count": [ { "fact": "other", "known": true } ] })),
        ("holds", json!({ "holds": { "fact": "other", "equals": 1, "whenUnknown": "met" } })),
        ("raise", json!({ "raiseDenominator": "m", "to": 95, "by": "other" })),
        ("raise-own", json!({ "raiseDenominator": "m", "to": 95 })),
        ("participation", json!({ "value": "m", "penalty": { "by": "m#participation", "scale": scale } })),
        ("rank", json!({ "rank": "other" })),
        ("lowest", json!({ "lowest": "5%", "of": "m", "among": { "fact": "other", "known": true } })),
    ] {
        let mut parts = over(json!({ "x": node }));
        parts["weights"] = json!({
            "w": { "parts": { "m": 1, "other": 1 }, "cite": "book" },
            "by": { "parts": { "m": "other" }, "cite": "book" },
        });
        let rated = rate(parts.clone(), &["school,M\na,1\nb,2\n"]);
        assert_eq!(rated.rating("a"), "(undetermined)", "{name}: the column is absent");
        let rated = rate(parts, &["school,M,Other\na,1,abc\nb,2,abc\n"]);
        if !name.contains("own") && name != "participation" {
            assert_eq!(rated.rating("a"), "(undetermined)", "{name}: the cell can't be read");
        }
    }
}

#[test]
fn a_rate_beside_a_value_is_open_where_no_file_has_its_column() {
    let scale = json!({ "bands": [ { "atLeast": 95, "points": 0 }, { "points": 3 } ] });
    let parts = json!({
        "measures": { "m": { "reported": { "column": ["M"], "participation": ["Tested"] }, "cite": "book" } },
        "nodes": { "x": { "value": "m", "penalty": { "by": "m#participation", "scale": scale, "cite": "book" } } },
    });
    let rated = rate(parts.clone(), &["school,M\na,10\n"]);
    assert_eq!(rated.rating("a"), "(undetermined)");
    let told = rated.told("framework.measure-not-in-file");
    assert_eq!(told.len(), 1);
    assert_eq!(
        serde_json::to_value(&told[0].arguments).unwrap(),
        json!({ "measure": "m#participation", "columns": ["Tested"], "schools": 1 })
    );
    for (cell, rating) in [("95%", "10"), ("94.9", "7"), ("", "10"), ("abc", "(undetermined)")] {
        let rated = rate(parts.clone(), &[&format!("school,M,Tested\na,10,{cell}\n")]);
        assert_eq!(rated.rating("a"), rating, "{cell:?}");
        assert_eq!(rated.told("framework.unreadable-number").len(), usize::from(cell == "abc"));
    }
    // A measure that is missing for the school has no participation either.
    let rated = rate(parts, &["school,M,Tested\na,,\n"]);
    assert_eq!(rated.rating("a"), "(not-reported)");
}

#[test]
fn a_minimum_that_cannot_be_judged_leaves_the_value_open() {
    let parts = json!({
        "absences": { "n<10": "too-few-students", "low": "low-response" },
        "minimums": { "c": { "n": 10, "responseRate": "50", "cite": "book" } },
        "measures": { "m": { "minimum": "c", "reported": { "column": ["M"], "n": ["N"], "responseRate": ["R"] }, "cite": "book" } },
        "nodes": { "x": { "value": "m" } },
    });
    for (n, rate_text, rating) in [
        ("10", "50", "7"),
        ("9", "50", "(too-few-students)"),
        ("9.99", "", "(unreadable)"),
        ("10", "49.9%", "(low-response)"),
        ("", "", "7"),
        ("ten", "", "(unreadable)"),
        ("", "half", "(unreadable)"),
        ("N<10", "", "(too-few-students)"),
        ("", "low", "(low-response)"),
    ] {
        let rated = rate(parts.clone(), &[&format!("school,M,N,R\na,7,{n},{rate_text}\n")]);
        assert_eq!(rated.value("a", "m"), rating, "n {n:?}, response {rate_text:?}");
    }
    // A file that gives no numbers of students is taken to have applied the minimum.
    assert_eq!(rate(parts, &["school,M\na,7\n"]).value("a", "m"), "7");
}

#[test]
fn texts_for_no_value_mean_so_in_facts_too() {
    let parts = json!({
        "absences": { "N/A": "not-applicable", "not  enough data": "too-few-students" },
        "facts": {
            "level": { "column": ["Level"] },
            "grade": { "column": ["Grade"], "kind": "number", "default": "8" },
        },
        "measures": { "m": measure("M") },
        "nodes": { "x": { "value": "m" } },
    });
    let rated = rate(parts, &["school,M,Level,Grade\na,Not Enough  Data,n/a,N/A\nb,1,high,3\n"]);
    assert_eq!(rated.value("a", "level"), "(not-applicable)");
    assert_eq!(rated.value("a", "grade"), "8");
    assert_eq!(rated.value("a", "m"), "(too-few-students)");
    assert_eq!((rated.value("b", "level"), rated.value("b", "grade")), ("high".into(), "3".into()));
}

#[test]
fn numbers_with_a_percent_sign_are_percentages_or_refused() {
    let unit = |unit: &str, times: Value| {
        json!({
            "measures": { "m": { "unit": unit, "reported": { "column": ["M"], "times": times }, "cite": "book" } },
            "nodes": { "x": { "value": "m" } },
        })
    };
    for (name, times, cell, value) in [
        ("percent", Value::Null, "92.5", "92.5"),
        ("percent", Value::Null, "92.5%", "92.5"),
        ("percent", Value::Null, "92.5 %", "92.5"),
        ("percent", Value::Null, "92.5%%", "(unreadable)"),
        ("percent", json!("100"), "0.925", "92.5"),
        // The sign says that it is a percentage already.
        ("percent", json!("100"), "92.5%", "92.5"),
        ("percentile", Value::Null, "92%", "(unreadable)"),
        ("number", Value::Null, "92%", "(unreadable)"),
        ("points", Value::Null, "4.5", "4.5"),
        ("number", Value::Null, "1,000", "(unreadable)"),
        ("number", Value::Null, "4.5E+05", "(unreadable)"),
    ] {
        let rated = rate(unit(name, times), &[&format!("school,M\na,\"{cell}\"\n")]);
        assert_eq!(rated.value("a", "m"), value, "{name} {cell}");
    }
}

#[test]
fn a_value_out_of_range_is_noticed_and_stays_open() {
    let parts = json!({
        "measures": { "m": { "unit": "percentile", "range": ["1", "99"], "reported": { "column": ["M"] }, "cite": "book" } },
        "nodes": { "x": { "value": "m", "ifAbsent": 0 } },
    });
    for (cell, rating) in
        [("0.999", "(undetermined)"), ("1", "1"), ("99", "99"), ("99.001", "(undetermined)"), ("", "0")]
    {
        let rated = rate(parts.clone(), &[&format!("school,M\na,{cell}\n")]);
        assert_eq!(rated.rating("a"), rating, "{cell}");
        assert_eq!(rated.told("framework.out-of-range").len(), usize::from(rating == "(undetermined)"), "{cell}");
    }
}

#[test]
fn an_open_fact_is_undetermined_and_a_missing_one_is_what_the_policy_says() {
    let parts = |test: Value| {
        let mut when = json!({ "fact": "m" });
        for (key, value) in test.as_object().unwrap() {
            when[key] = value.clone();
        }
        json!({ "measures": { "m": measure("M"), "n": measure("N") }, "nodes": { "x": { "holds": when } } })
    };
    for (test, open, missing, there) in [
        (json!({ "known": true }), "(undetermined)", "no", "yes"),
        (json!({ "known": false }), "(undetermined)", "yes", "no"),
        (json!({ "atLeast": 5 }), "(undetermined)", "(undetermined)", "yes"),
        (json!({ "atLeast": 5, "whenUnknown": "met" }), "(undetermined)", "yes", "yes"),
        (json!({ "atLeast": 5, "whenUnknown": "not-met" }), "(undetermined)", "no", "yes"),
    ] {
        let rating = |file: &str| rate(parts(test.clone()), &[file]).rating("a");
        assert_eq!(rating("school,N\na,1\n"), open, "{test}");
        assert_eq!(rating("school,M\na,oops\n"), open, "{test}");
        assert_eq!(rating("school,M,N\na,,1\n"), missing, "{test}");
        assert_eq!(rating("school,M\na,5\n"), there, "{test}");
    }
    let trace = rate(parts(json!({ "known": false })), &["school,N\na,1\n"]).trace("a");
    let verdict = &crate::support::step(&trace, "x").conditions[0];
    assert_eq!(verdict.settles.as_deref(), Some(&["m".to_owned()][..]));
}

#[test]
fn not_rated_for_certain_comes_before_undetermined_only_where_the_order_allows() {
    let parts = json!({
        "measures": { "m": measure("M"), "other": measure("Other") },
        "outcomes": { "first": { "label": "First", "cite": "book" }, "second": { "label": "Second", "cite": "book" } },
        "weights": { "w": { "parts": { "m": 1, "other": 1 }, "cite": "book" } },
        "redistributions": { "r": { "steps": [
            { "ifMissing": ["other"], "becomes": { "outcome": "first" } },
            { "ifMissing": ["m"], "becomes": { "outcome": "second" } },
        ], "cite": "book" } },
        "nodes": { "x": { "weightedMean": "w", "missing": { "redistribute": "r" } } },
    });
    // `other` may turn out to be missing: then the outcome would be the first one.
    assert_eq!(rate(parts.clone(), &["school,M\na,\n"]).rating("a"), "(undetermined)");
    assert_eq!(rate(parts.clone(), &["school,M,Other\na,,1\n"]).rating("a"), "=second");
    assert_eq!(rate(parts.clone(), &["school,M,Other\na,,\n"]).rating("a"), "=first");
    let mut same = parts;
    same["redistributions"]["r"]["steps"][0]["becomes"] = json!({ "outcome": "second" });
    assert_eq!(rate(same, &["school,M\na,\n"]).rating("a"), "=second");
}

#[test]
fn the_best_there_can_be_is_not_certain_where_a_missing_part_would_undo_it() {
    let parts = |missing: Value| {
        let mut parts = json!({
            "measures": { "m": measure("M"), "other": measure("Other") },
            "ratings": { "level": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ], "cite": "book" } },
            "scales": { "level": { "bands": [ { "atLeast": 50, "rating": "High" }, { "rating": "Low" } ], "cite": "book" } },
            "nodes": {
                "one": { "scale": "level", "of": "m" },
                "two": { "scale": "level", "of": "other" },
                "x": { "bestOf": ["one", "two"], "cite": "book" },
            },
        });
        if !missing.is_null() {
            parts["nodes"]["x"]["missing"] = missing;
        }
        parts
    };
    // No file has the other measure: it may turn out to be blank.
    let open = |missing: Value| rate(parts(missing), &["school,M\na,60\n"]).rating("a");
    assert_eq!(open(Value::Null), "High");
    assert_eq!(open(json!("skip")), "High");
    assert_eq!(open(json!("absent")), "(undetermined)");
    assert_eq!(open(json!({ "becomes": { "rating": "Low" } })), "(undetermined)");
    let blank = |missing: Value| rate(parts(missing), &["school,M,Other\na,60,\n"]).rating("a");
    assert_eq!(blank(json!("absent")), "(missing-parts)");
    assert_eq!(blank(json!({ "becomes": { "rating": "Low" } })), "Low");
}

#[test]
fn what_a_redistribution_asks_beside_the_parts_may_be_open_too() {
    let parts = json!({
        "measures": { "m": measure("M"), "other": measure("Other") },
        "outcomes": { "none": { "label": "None", "cite": "book" } },
        "weights": { "w": { "parts": { "m": 1 }, "cite": "book" } },
        "redistributions": { "r": { "steps": [ { "ifMissing": ["other"], "becomes": { "outcome": "none" } } ], "cite": "book" } },
        "nodes": { "x": { "weightedMean": "w", "missing": { "redistribute": "r" } } },
    });
    assert_eq!(rate(parts.clone(), &["school,M\na,1\n"]).rating("a"), "(undetermined)");
    assert_eq!(rate(parts.clone(), &["school,M,Other\na,1,2\n"]).rating("a"), "1");
    assert_eq!(rate(parts, &["school,M,Other\na,1,\n"]).rating("a"), "=none");
}

#[test]
fn an_optional_measure_may_be_lacking_altogether_in_any_year() {
    let parts = json!({
        "measures": { "m": measure("M"), "extra": { "optional": true, "reported": { "column": ["Extra"] }, "cite": "book" } },
        "nodes": { "x": { "mean": ["m", "extra", "extra@-1"], "missing": "skip" } },
    });
    assert_eq!(rate(parts.clone(), &["school,M\na,1\n"]).rating("a"), "1");
    assert_eq!(rate(parts, &["school,year,M\na,2020,1\n"]).rating("a"), "1");
}

#[test]
fn a_weight_that_is_not_known_counts_unless_its_part_cannot() {
    let parts = |missing: Value| {
        json!({
            "facts": { "size": { "column": ["Size"], "kind": "number" } },
            "measures": { "m": measure("M"), "other": measure("Other") },
            "weights": { "w": { "parts": { "m": 1, "other": "size" }, "cite": "book" } },
            "nodes": { "x": { "weightedMean": "w", "missing": missing } },
        })
    };
    for (missing, file, rating) in [
        // The part is missing; whether it would have weight isn't known.
        ("absent", "school,M,Other\na,1,\n", "(undetermined)"),
        ("skip", "school,M,Other\na,1,\n", "1"),
        ("absent", "school,M,Other,Size\na,1,,\n", "1"),
        ("absent", "school,M,Other,Size\na,1,,0\n", "1"),
        ("absent", "school,M,Other,Size\na,1,,1\n", "(missing-parts)"),
        ("absent", "school,M,Other,Size\na,1,4,2\n", "3"),
        ("absent", "school,M,Other,Size\na,1,4,\n", "(missing-parts)"),
        ("absent", "school,M,Other,Size\na,1,4,-2\n", "(undetermined)"),
        // Nothing hangs on an open part without weight.
        ("absent", "school,M,Size\na,1,0\n", "1"),
        ("absent", "school,M,Size\na,1,2\n", "(undetermined)"),
    ] {
        assert_eq!(rate(parts(json!(missing)), &[file]).rating("a"), rating, "{missing} {file}");
    }
}

#[test]
fn an_open_part_whose_weight_is_missing_would_leave_no_result() {
    let parts = |missing: &str| {
        json!({
            "measures": { "a": measure("A"), "b": measure("B"), "size": measure("Size") },
            "weights": { "w": { "parts": { "a": 1, "b": "size" }, "cite": "book" } },
            "nodes": { "x": { "weightedMean": "w", "missing": missing } },
        })
    };
    for (file, expected) in [
        ("school,A,B,Size\ns,2,4,\n", "(missing-parts)"),
        ("school,A,B,Size\ns,2,,\n", "2"),
        // So it hangs on what can't be read whether there is a result.
        ("school,A,B,Size\ns,2,oops,\n", "(undetermined)"),
        ("school,A,B,Size\ns,2,oops,0\n", "2"),
    ] {
        assert_eq!(rate(parts("absent"), &[file]).rating("s"), expected, "{file}");
    }
    // What nobody says how to weigh is left out here, whatever its value.
    assert_eq!(rate(parts("skip"), &["school,A,B,Size\ns,2,oops,\n"]).rating("s"), "2");
}
