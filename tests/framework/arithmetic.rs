//! Operators at their edges.

use evenhand::framework::rating::{Choosing, OverrideRequest};
use evenhand::framework::trace::Shown;
use evenhand::notice::Notice;
use serde_json::{Value, json};

use crate::support::{definition, framework, measure, rate, rate_choosing, step};

fn levels() -> Value {
    json!({ "level": { "lowestFirst": [
        { "rating": "C", "also": ["Low"] }, { "rating": "B" }, { "rating": "A", "also": ["High"] }
    ], "cite": "book" } })
}

#[test]
fn so_many_parts_of_a_table_of_weights_may_be_needed() {
    let parts = json!({
        "measures": { "a": measure("A"), "b": measure("B"), "c": measure("C") },
        "weights": { "w": { "parts": { "a": 1, "b": 1, "c": 2 }, "cite": "book" }, "v": { "parts": { "a": 1 }, "cite": "book" } },
        "nodes": { "x": {
            "weightedMean": [ { "when": { "fact": "a", "atLeast": 100, "whenUnknown": "not-met" }, "weights": "v" }, { "weights": "w" } ],
            "missing": "skip", "needs": { "atLeast": 2 }
        } },
    });
    let rating = |file: &str| rate(parts.clone(), &[file]).rating("s");
    assert_eq!(rating("school,A,B,C\ns,1,2,3\n"), "9/4".replace("9/4", "2.25"));
    assert_eq!(rating("school,A,B,C\ns,1,,4\n"), "3");
    assert_eq!(rating("school,A,B,C\ns,,,4\n"), "(missing-parts)");
    assert_eq!(rating("school,A,B,C\ns,100,,4\n"), "(missing-parts)", "the other table has one part");
    assert_eq!(rating("school,A,B\ns,,\n"), "(missing-parts)");
    assert_eq!(rating("school,A,C\ns,1,\n"), "(undetermined)");
}

#[test]
fn the_participation_of_something_that_is_no_measure_must_be_named() {
    let raise = |by: Value| {
        json!({
            "measures": { "m": { "reported": { "column": ["M"], "participation": ["P"] }, "cite": "book" } },
            "nodes": { "twice": { "multiply": ["m", 2] }, "x": { "raiseDenominator": "twice", "to": 95, "by": by, "cite": "book" } },
        })
    };
    let text = serde_json::to_string(&definition(raise(Value::Null))).unwrap();
    let notices = evenhand::framework::Framework::load(&text).unwrap_err();
    assert_eq!(notices[0].code, "framework.not-a-measure");
    assert_eq!(notices[0].place.pointer.as_deref(), Some("/nodes/x/raiseDenominator"));
    let rated = rate(raise(json!("m#participation")), &["school,M,P\ns,20,50\n"]);
    assert_eq!(rated.rating("s"), "400/19");
}

#[test]
fn a_rate_over_at_least_so_many() {
    let parts = json!({
        "measures": { "m": { "reported": { "column": ["M"], "participation": ["P"] }, "cite": "book" } },
        "nodes": { "x": { "raiseDenominator": "m", "to": 95, "cite": "book" } },
    });
    for (file, rating) in [
        ("school,M,P\ns,53,95\n", "53"),
        ("school,M,P\ns,57,93\n", "55.8"),
        ("school,M,P\ns,57,97\n", "57"),
        ("school,M,P\ns,57,\n", "57"),
        ("school,M,P\ns,57,0\n", "0"),
        ("school,M\ns,57\n", "(undetermined)"),
    ] {
        assert_eq!(rate(parts.clone(), &[file]).rating("s"), rating, "{file}");
    }
}

#[test]
fn a_rating_may_be_looked_up_by_any_of_its_names() {
    let parts = json!({
        "ratings": levels(),
        "measures": { "m": measure("M") },
        "scales": {
            "grade": { "ratings": "level", "bands": [ { "atLeast": 2, "rating": "A" }, { "atLeast": 1, "rating": "B" }, { "rating": "C" } ], "cite": "book" },
            "worth": { "lookup": { "high": 4, "B": 3, "low": 1 }, "cite": "book" },
        },
        "nodes": { "grade": { "scale": "grade", "of": "m" }, "x": { "scale": "worth", "of": "grade" } },
    });
    let rated = rate(parts, &["school,M\na,2\nb,1\nc,0\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["4", "3", "1"]);
}

#[test]
fn a_value_that_no_row_takes_is_told_and_stays_open() {
    let parts = json!({
        "measures": { "m": measure("M"), "w": { "unit": "category", "categories": ["Good", "Bad"], "reported": { "column": ["W"] }, "cite": "book" } },
        "scales": {
            "gap": { "bands": [ { "atLeast": 5, "points": 2 }, { "below": 4, "points": 1 } ], "cite": "book" },
            "word": { "lookup": { "Good": 1 }, "cite": "book" },
        },
        "nodes": { "number": { "scale": "gap", "of": "m" }, "word": { "scale": "word", "of": "w" }, "x": { "sum": ["number", "word"], "missing": "skip" } },
    });
    let rated = rate(parts, &["school,M,W\na,4.5,Bad\nb,5,good\n"]);
    assert_eq!((rated.rating("a"), rated.rating("b")), ("(undetermined)".into(), "3".into()));
    let mut told: Vec<_> = rated
        .told("framework.no-row-fits")
        .iter()
        .map(|notice| (notice.place.school.clone(), serde_json::to_value(&notice.arguments).unwrap()))
        .collect();
    told.sort_by_key(|(_, arguments)| arguments.to_string());
    assert_eq!(
        told,
        [
            (Some("a".into()), json!({ "scale": "gap", "value": "4.5" })),
            (Some("a".into()), json!({ "scale": "word", "value": "Bad" })),
        ]
    );
}

#[test]
fn a_value_that_has_its_row_is_not_told_of_where_something_else_is_open() {
    let bands = json!({ "bands": [ { "atLeast": 5, "points": 2 }, { "points": 1 } ], "cite": "book" });
    let linear = json!({ "linear": [ { "value": 0, "points": 0 }, { "value": 10, "points": 1 } ], "cite": "book" });
    for scale in [bands, linear] {
        let parts = json!({
            "measures": { "m": measure("M"), "other": measure("Other") },
            "nodes": { "x": { "scale": scale, "of": "m", "needs": { "all": ["other"] } } },
        });
        let rated = rate(parts, &["school,M,Other\na,7,oops\n"]);
        assert_eq!(rated.rating("a"), "(undetermined)");
        assert_eq!(rated.told("framework.no-row-fits"), Vec::<&Notice>::new());
    }
}

/// A rule that hands a rounded number on writes it as the rounding does: 4 to one place is 4.0.
#[test]
fn what_is_handed_on_keeps_the_places_of_its_rounding() {
    let to = |places: u8| json!({ "value": "m", "round": { "to": places, "mode": "half-up" } });
    let over = |node: Value| json!({ "measures": { "m": measure("M") }, "nodes": { "one": to(1), "also": to(1), "two": to(2), "x": node } });
    for (node, written_as) in [
        (json!({ "value": "one" }), "4.0"),
        (json!({ "limit": "one", "atMost": 9 }), "4.0"),
        (json!({ "gate": "two", "when": { "fact": "m", "above": 9 }, "atMost": 3, "cite": "book" }), "4.00"),
        (json!({ "bestOf": ["one", "also"], "cite": "book" }), "4.0"),
        (json!({ "worstOf": ["one", "also"], "cite": "book" }), "4.0"),
        (json!({ "bestOf": ["one", "two"], "cite": "book" }), "4"),
        (json!({ "sum": ["one", "also"] }), "8"),
    ] {
        let rated = rate(over(node.clone()), &["school,M\na,4\n"]);
        let Shown::Number { exact, written } = &rated.school("a").rating else { panic!("{node}") };
        assert_eq!(written.as_ref().unwrap_or(exact), written_as, "{node}");
    }
}

#[test]
fn a_choice_among_very_many_cases() {
    let cases: Vec<Value> = (0..5_000)
        .map(|at| json!({ "when": { "fact": "m", "equals": at.to_string() }, "then": (at * 2).to_string() }))
        .collect();
    let parts = json!({ "measures": { "m": measure("M") }, "nodes": { "x": { "choose": cases, "otherwise": "-1", "cite": "book" } } });
    let rated = rate(parts, &["school,M\na,0\nb,4999\nc,5000\nd,\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["0", "9998", "-1"]);
    assert_eq!(rated.rating("d"), "(undetermined)");
    let trace = rated.trace("d");
    assert_eq!(step(&trace, "x").chosen, None, "nothing was chosen");
}

#[test]
fn an_undecided_choice_is_decided_where_all_ways_lead_to_one_result() {
    let parts = |then: Value, otherwise: Value| {
        json!({
            "measures": { "m": measure("M"), "n": measure("N") },
            "nodes": { "x": { "choose": [ { "when": { "fact": "n", "atLeast": 1 }, "then": then } ], "otherwise": otherwise, "cite": "book" } },
        })
    };
    assert_eq!(rate(parts(json!("m"), json!(5)), &["school,M\ns,5\n"]).rating("s"), "5");
    assert_eq!(rate(parts(json!("m"), json!(5)), &["school,M\ns,6\n"]).rating("s"), "(undetermined)");
    assert_eq!(
        rate(parts(json!({ "absent": "withheld" }), json!({ "absent": "withheld" })), &["school,M\ns,6\n"]).rating("s"),
        "(withheld)"
    );
}

#[test]
fn a_gate_whose_effect_changes_nothing_needs_no_answer() {
    let parts = |effect: Value| {
        let mut node = json!({ "gate": "grade", "when": { "fact": "n", "below": 1 }, "cite": "book" });
        node.as_object_mut().unwrap().extend(effect.as_object().unwrap().clone());
        json!({
            "ratings": levels(),
            "measures": { "m": measure("M"), "n": measure("N") },
            "scales": { "grade": { "ratings": "level", "bands": [ { "atLeast": 2, "rating": "A" }, { "atLeast": 1, "rating": "B" }, { "rating": "C" } ], "cite": "book" } },
            "nodes": { "grade": { "scale": "grade", "of": "m" }, "x": node },
        })
    };
    for (effect, open, met) in [
        (json!({ "atMost": { "rating": "B" } }), ["(undetermined)", "B", "C"], ["B", "B", "C"]),
        (json!({ "atLeast": { "rating": "B" } }), ["A", "B", "(undetermined)"], ["A", "B", "B"]),
        (json!({ "lower": 1 }), ["(undetermined)", "(undetermined)", "C"], ["B", "C", "C"]),
        (json!({ "raise": 5 }), ["A", "(undetermined)", "(undetermined)"], ["A", "A", "A"]),
        (json!({ "becomes": { "rating": "C" } }), ["(undetermined)", "(undetermined)", "C"], ["C", "C", "C"]),
    ] {
        let rated = rate(parts(effect.clone()), &["school,M\na,2\nb,1\nc,0\n"]);
        assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), open, "{effect}");
        let rated = rate(parts(effect.clone()), &["school,M,N\na,2,0\nb,1,0\nc,0,0\n"]);
        assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), met, "{effect}");
        let rated = rate(parts(effect), &["school,M,N\na,2,1\nb,1,1\nc,0,1\n"]);
        assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["A", "B", "C"]);
    }
}

#[test]
fn the_best_rating_needs_nothing_more() {
    let parts = |operator: &str| {
        json!({
            "ratings": levels(),
            "measures": { "m": measure("M"), "n": measure("N") },
            "scales": { "grade": { "ratings": "level", "bands": [ { "atLeast": 2, "rating": "A" }, { "atLeast": 1, "rating": "B" }, { "rating": "C" } ], "cite": "book" } },
            "nodes": { "one": { "scale": "grade", "of": "m" }, "two": { "scale": "grade", "of": "n" }, "x": { operator: ["one", "two"], "cite": "book" } },
        })
    };
    let rated = rate(parts("bestOf"), &["school,M\na,2\nb,1\nc,\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["A", "(undetermined)", "(undetermined)"]);
    let rated = rate(parts("worstOf"), &["school,M\na,2\nb,1\nc,0\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["(undetermined)", "(undetermined)", "C"]);
    let rated = rate(parts("bestOf"), &["school,M,N\na,2,0\nb,0,1\nc,,\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["A", "B", "(missing-parts)"]);
    let rated = rate(parts("worstOf"), &["school,M,N\na,2,0\nb,,1\nc,1,2\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["C", "B", "B"]);
}

#[test]
fn a_penalty_stops_at_its_floor_and_lifts_nothing() {
    let parts = json!({
        "measures": { "m": { "reported": { "column": ["M"], "participation": ["P"] }, "cite": "book" } },
        "scales": { "loss": { "bands": [ { "atLeast": 95, "points": 0 }, { "atLeast": 90, "points": 1 }, { "points": 4 } ], "cite": "book" } },
        "nodes": { "x": { "value": "m", "penalty": { "by": "m#participation", "round": { "to": 0, "mode": "up" }, "scale": "loss", "notBelow": 1 } } },
    });
    for (value, participation, rating) in [
        ("5", "95", "5"),
        ("5", "94.1", "5"),
        ("5", "94", "4"),
        ("3", "10", "1"),
        ("1", "10", "1"),
        ("0.5", "10", "0.5"),
        ("", "10", "(not-reported)"),
    ] {
        let rated = rate(parts.clone(), &[&format!("school,M,P\ns,{value},{participation}\n")]);
        assert_eq!(rated.rating("s"), rating, "{value} at {participation}");
    }
}

#[test]
fn an_override_holds_wherever_the_rating_stands() {
    let request = |school: &str| OverrideRequest {
        school: school.into(),
        rating: "C".into(),
        who: "The board".into(),
        when: "2024-03-01".into(),
        why: "A vote".into(),
    };
    // The rating is a measure of the file itself.
    let parts = json!({
        "ratings": levels(),
        "measures": { "x": { "unit": "category", "categories": ["A", "B", "C"], "reported": { "column": ["Grade"] }, "cite": "book" } },
        "overrides": { "rule": "The board may.", "cite": "book" },
    });
    let choosing = Choosing { overrides: vec![request("a")], ..Choosing::default() };
    let rated = rate_choosing(parts, &["school,Grade\na,A\nb,A\n"], &choosing);
    assert_eq!((rated.rating("a"), rated.school("a").overridden), ("C".into(), true));
    assert_eq!((rated.rating("b"), rated.school("b").overridden), ("A".into(), false));
    let trace = rated.trace("a");
    assert_eq!(step(&trace, "x").overridden.as_ref().unwrap().computed, "A");
    // A school without a model has nothing to override.
    let parts = json!({
        "ratings": levels(),
        "measures": { "m": measure("M") },
        "scales": { "grade": { "ratings": "level", "bands": [ { "atLeast": 2, "rating": "A" }, { "rating": "C" } ], "cite": "book" } },
        "nodes": { "x": { "scale": "grade", "of": "m" } },
        "models": { "big": { "label": "Big", "when": { "fact": "m", "atLeast": 1 }, "rating": "x", "cite": "book" } },
        "overrides": { "rule": "The board may.", "cite": "book" },
    });
    let rated = rate_choosing(parts, &["school,M\na,0\nb,5\n"], &choosing);
    assert_eq!((rated.rating("a"), rated.school("a").overridden), ("(not-applicable)".into(), false));
    assert_eq!(rated.rating("b"), "A");
}

#[test]
fn words_where_a_number_is_needed_are_refused_at_their_place() {
    for (node, pointer) in [
        (json!({ "value": "m", "penalty": { "by": "word", "scale": "loss" } }), "/nodes/x/penalty/by"),
        (json!({ "value": "m", "penalty": { "by": "m", "scale": "words" } }), "/nodes/x/penalty/scale"),
        (json!({ "value": "word", "round": { "to": 0, "mode": "half-up" } }), "/nodes/x/round"),
        (json!({ "value": "word", "penalty": { "by": "m", "scale": "loss" } }), "/nodes/x/penalty"),
        (json!({ "sum": ["m", "word"] }), "/nodes/x/sum/1"),
        (json!({ "sum": ["m", "cell"] }), "/nodes/x/sum/1"),
        (json!({ "limit": "m", "atMost": "word" }), "/nodes/x/atMost"),
        (
            json!({ "earnedOverEligible": [ { "earned": "m", "eligible": "word" } ] }),
            "/nodes/x/earnedOverEligible/0/eligible",
        ),
        (json!({ "raiseDenominator": "m", "to": "word" }), "/nodes/x/to"),
        (json!({ "weightedMean": "by-word" }), "/weights/by-word/parts/m"),
        (json!({ "weightedMean": "of-word" }), "/weights/of-word/parts/word"),
        (json!({ "parts": "m", "link": "word", "combine": "weighted-mean", "weightBy": "word" }), "/nodes/x/weightBy"),
    ] {
        let text = serde_json::to_string(&definition(json!({
            "facts": { "word": { "column": ["W"] } },
            "measures": { "m": measure("M") },
            "scales": {
                "loss": { "bands": [ { "points": 1 } ], "cite": "book" },
                "words": { "lookup": { "a": 1 }, "cite": "book" },
            },
            "weights": { "by-word": { "parts": { "m": "word" }, "cite": "book" }, "of-word": { "parts": { "word": 1 }, "cite": "book" } },
            "ratings": levels(),
            "grids": { "g": { "rows": [ { "above": 0 } ], "columns": [ { "above": 0 } ], "cells": [ ["A"] ], "cite": "book" } },
            "nodes": { "x": node, "all": { "value": "m" }, "cell": { "grid": "g", "row": "m", "column": "m" } },
        })))
        .unwrap();
        let notices = evenhand::framework::Framework::load(&text).unwrap_err();
        let wrong: Vec<_> = notices
            .iter()
            .filter(|notice| notice.code == "framework.wrong-kind")
            .map(|notice| notice.place.pointer.as_deref().unwrap())
            .collect();
        assert_eq!(wrong, [pointer]);
    }
    let _ = framework(json!({ "measures": { "m": measure("M") }, "nodes": { "x": { "value": "m" } } }));
}

#[test]
fn a_part_whose_weight_is_missing_is_skipped_where_missing_parts_are() {
    let parts = |missing: Value| {
        json!({
            "measures": { "m": measure("M"), "o": measure("O") },
            "facts": { "size": { "column": ["Size"], "kind": "number" } },
            "weights": { "w": { "parts": { "m": "size", "o": 10 }, "cite": "book" } },
            "nodes": { "x": { "weightedMean": "w", "missing": missing } },
        })
    };
    let file = "school,M,O,Size\na,2,5,\nb,2,5,10\nc,2,,\nd,2,5,abc\ne,abc,5,\n";
    let skipped = rate(parts(json!("skip")), &[file]);
    let ratings = ["a", "b", "c", "d", "e"].map(|school| skipped.rating(school));
    assert_eq!(ratings, ["5", "3.5", "(missing-parts)", "(undetermined)", "5"]);
    let absent = rate(parts(json!("absent")), &[file]);
    assert_eq!(["a", "b"].map(|school| absent.rating(school)), ["(missing-parts)", "3.5"]);
}

#[test]
fn what_is_rounded_to_places_is_written_with_them() {
    let parts = json!({
        "measures": { "m": measure("M") },
        "nodes": {
            "rounded": { "value": "m", "round": { "to": 1, "mode": "half-up" } },
            "capped": { "gate": "rounded", "when": { "fact": "m", "above": 9 }, "atMost": 9, "cite": "book" },
            "x": { "choose": [ { "when": { "fact": "m", "above": 5 }, "then": "capped" } ], "otherwise": "rounded", "cite": "book" },
            "double": { "sum": ["x", "x"] },
            "third": { "divide": ["x", 3] },
        },
        "models": { "all": { "label": "All", "rating": "x", "score": "x", "cite": "book",
            "indicators": [ { "label": "Shown", "parts": ["double", "third"] } ] } },
    });
    let written = |shown: &Shown| match shown {
        Shown::Number { exact, written } => format!("{exact} {}", written.as_ref().unwrap_or(exact)),
        other => format!("{other:?}"),
    };
    let rated = rate(parts, &["school,M\na,4\nb,9.96\nc,-0.04\nd,2.25\n"]);
    let of = |school: &str, name: &str| written(&step(&rated.trace(school), name).value);
    let scores = ["a", "b", "c", "d"].map(|school| written(rated.school(school).score.as_ref().unwrap()));
    assert_eq!(scores, ["4 4.0", "9 9.0", "0 0.0", "2.3 2.3"]);
    assert_eq!(
        (of("d", "rounded"), of("b", "capped"), of("b", "rounded")),
        ("2.3 2.3".into(), "9 9.0".into(), "10 10.0".into())
    );
    // What is calculated from it has its own places, and a measure those of the file.
    assert_eq!((of("a", "double"), of("a", "third"), of("a", "m")), ("8 8".into(), "4/3 4/3".into(), "4 4".into()));
    let rounding = step(&rated.trace("a"), "rounded").rounding.clone().unwrap();
    assert_eq!(rounding.after, "4.0");
}
