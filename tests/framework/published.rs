//! The authority's own results beside the computed ones: which cell belongs to which node, what agrees, and what is read by
//! nothing.

use evenhand::framework::published::Agreement;
use evenhand::framework::trace::Role;
use serde_json::{Value, json};

use crate::support::{measure, rate, step};

/// Each comparison as `node [part]: agreeing/compared, differences`.
fn lines(agreements: &[Agreement]) -> Vec<String> {
    let one = |agreement: &Agreement| {
        let part = agreement.part.as_ref().map(|part| format!(" {part}")).unwrap_or_default();
        let differences: Vec<String> = agreement
            .differences
            .iter()
            .map(|difference| {
                let first = if difference.first { " first" } else { "" };
                format!("; {} {} not {}{first}", difference.school, difference.published, difference.computed)
            })
            .collect();
        format!("{}{part}: {}/{}{}", agreement.node, agreement.agreeing, agreement.compared, differences.concat())
    };
    agreements.iter().map(one).collect()
}

#[test]
fn what_agrees_is_counted_and_what_no_school_has_is_left_out() {
    let parts = json!({
        "measures": { "m": measure("M") },
        "nodes": { "twice": { "multiply": ["m", 2] }, "x": { "sum": ["twice", 1] }, "y": { "value": "twice" }, "open": { "divide": ["m", 0] } },
        "published": [
            { "node": "x", "column": ["Total"] },
            { "node": "twice", "column": ["Twice"] },
            { "node": "y", "column": ["Y"] },
            { "node": "open", "column": ["Open"] },
        ],
    });
    let rated = rate(
        parts,
        &["school,M,Twice,Total,Y,Remark,Open\na,1,2,3,,one,\nb,2,5,6,,two,\nc,3,6,9,,three,\nd,4,8,9,,,\n"],
    );
    let agreements = rated.framework.agreements(&rated.table, &rated.reading);
    assert_eq!(
        lines(&agreements),
        [
            // b's total differs because what goes in differs already.
            "x: 2/4; b 6 not 5; c 9 not 7 first",
            "twice: 3/4; b 5 not 4 first",
            "y: 0/4; a  not 2 first; b  not 4; c  not 6 first; d  not 8 first",
        ]
    );
    let place = |name: &str, school: &str| {
        let trace = rated.trace(school);
        let first = trace.first_difference.map(|place| trace.steps[place].name.clone());
        assert_eq!(first.as_deref(), Some(name), "{school}");
    };
    place("twice", "b");
    assert_eq!(rated.framework.unread_columns(&rated.table, &rated.reading), ["Remark"]);
}

#[test]
fn of_two_differences_the_earlier_step_is_named_whatever_the_order_of_the_definition() {
    for published in [["p", "q"], ["q", "p"]] {
        let parts = json!({
            "measures": { "m": measure("M"), "n": measure("N") },
            "nodes": { "p": { "multiply": ["m", 2] }, "q": { "multiply": ["n", 2] }, "x": { "sum": ["p", "q"] } },
            "published": published.map(|node| json!({ "node": node, "column": [format!("Published {node}")] })),
        });
        let rated = rate(parts, &["school,M,N,Published p,Published q\na,1,1,3,3\n"]);
        let trace = rated.trace("a");
        let first = trace.first_difference.map(|place| trace.steps[place].name.clone());
        assert_eq!(first.as_deref(), Some("p"), "{published:?}");
    }
}

#[test]
fn a_published_cell_stands_in_the_row_of_the_measure_below() {
    let scale = json!({ "bands": [ { "atLeast": 50, "points": 2 }, { "points": 1 } ], "cite": "book" });
    for node in [
        json!({ "value": "m" }),
        json!({ "scale": scale, "of": "m" }),
        json!({ "limit": "m", "atMost": 10 }),
        json!({ "gate": "m", "when": { "fact": "m", "below": 5 }, "atMost": 3 }),
        json!({ "raiseDenominator": "m", "to": 95, "by": 95 }),
        json!({ "percentile": "m", "in": "norm" }),
        json!({ "percentRank": "m" }),
    ] {
        let parts = json!({
            "measures": {
                "m": { "reported": { "column": ["M"], "group": "EL", "program": "Dual" }, "cite": "book" },
                "all": measure("M"),
            },
            "references": { "norm": { "version": "1", "values": [1, 2], "cite": "book" } },
            "nodes": { "part": node, "x": { "sum": ["part", "all"], "needs": { "atLeast": 1 } } },
            "published": [ { "partsOf": "x", "attribute": ["points"] } ],
        });
        let file = "school,measure,group,program,value,points\na,M,EL,Dual,60,-7\na,M,,,1,1\n";
        let rated = rate(parts, &[file]);
        let trace = rated.trace("a");
        let published = |name: &str| step(&trace, name).published.as_ref().map(|compared| compared.published.clone());
        assert_eq!(published("part").as_deref(), Some("-7"), "{node}");
        assert_eq!(published("all").as_deref(), Some("1"), "{node}");
    }
}

#[test]
fn published_weights_are_those_that_a_part_has_in_the_end() {
    let parts = json!({
        "measures": { "a": measure("A"), "b": measure("B") },
        "weights": { "w": { "parts": { "a": 1, "b": 3 }, "cite": "book" } },
        "redistributions": { "r": { "steps": [ { "ifMissing": ["b"], "to": { "a": 1 } } ],
            "leftover": { "absent": "not-applicable" }, "cite": "book" } },
        "nodes": { "x": { "weightedMean": "w", "missing": { "redistribute": "r" } } },
        "published": [ { "weightsOf": "x", "attribute": ["weight"] } ],
    });
    let file = "school,measure,value,weight\n\
        s,A,2,4\ns,B,,\n\
        t,A,2,1\nt,B,4,3\n\
        u,A,2,1\nu,B,4,2\n\
        v,A,,\nv,B,,\n\
        w,A,2,4\nw,B,,0\n";
    let rated = rate(parts, &[file]);
    assert_eq!(
        lines(&rated.framework.agreements(&rated.table, &rated.reading)),
        ["x a: 4/4", "x b: 1/3; u 2 not 3 first; w 0 not  first"]
    );
}

#[test]
fn a_step_shows_what_it_rests_on() {
    let parts = json!({
        "measures": { "m": { "reported": { "column": ["M"], "participation": ["P"], "n": ["N"], "responseRate": ["R"] }, "cite": "book" } },
        "sources": {
            "book": { "title": "The book", "asOf": "2024-01-02", "read": true },
            "table": { "title": "The table", "asOf": "2024-01-02", "read": true },
        },
        "references": { "norm": { "version": "1", "values": [1, 2], "cite": "table" } },
        "grids": { "g": { "rows": [ { "above": 0 } ], "columns": [ { "above": 0 } ], "cells": [ [3] ], "cite": "table" } },
        "nodes": {
            "place": { "percentile": "m", "in": "norm", "cite": "book" },
            "cell": { "grid": "g", "row": "m", "column": "m", "cite": "book" },
            "x": { "sum": ["place", "cell"] },
        },
    });
    let rated = rate(parts, &["school,M,P,N,R\na,9,91,92,93\n"]);
    let trace = rated.trace("a");
    let observed = serde_json::to_value(step(&trace, "m").observed.as_ref().unwrap()).unwrap();
    for (field, expected) in
        [("basis", "reported"), ("n", "92"), ("participation", "91"), ("responseRate", "93"), ("text", "9")]
    {
        assert_eq!(observed[field], json!(expected), "{field}: {observed}");
    }
    for name in ["place", "cell"] {
        let cited: Vec<Value> = step(&trace, name)
            .citations
            .iter()
            .map(|at| serde_json::to_value(&trace.citations[*at]).unwrap())
            .collect();
        let text = serde_json::to_string(&cited).unwrap();
        assert!(text.contains("The table") && text.contains("The book"), "{name}: {text}");
    }
}

/// The steps and inputs on which the result hangs are marked, so that a reader may skip the rest.
#[test]
fn a_gate_hangs_on_its_condition_where_it_changed_something() {
    let parts = json!({
        "measures": { "m": measure("M"), "n": measure("N") },
        "nodes": { "x": { "gate": "m", "when": { "fact": "n", "below": 5 }, "atMost": 3, "cite": "book" } },
    });
    let rated = rate(parts, &["school,M,N\na,9,1\nb,9,7\nc,2,1\n"]);
    let decisive = |school: &str| {
        let trace = rated.trace(school);
        let inputs = &step(&trace, "x").inputs;
        let condition = inputs.iter().find(|input| input.role == Role::Condition).unwrap().decisive;
        (condition, step(&trace, "n").decisive, step(&trace, "m").decisive)
    };
    assert_eq!(rated.rating("a"), "3");
    assert_eq!(decisive("a"), (true, true, true));
    assert_eq!(decisive("b"), (false, false, true));
    assert_eq!(decisive("c"), (false, false, true), "it was lower already");
}

#[test]
fn where_no_model_is_certain_the_condition_that_is_open_is_shown() {
    let parts = json!({
        "facts": { "sort": { "column": ["Sort"] }, "size": { "column": ["Size"], "kind": "number" } },
        "measures": { "m": measure("M") },
        "nodes": { "x": { "value": "m" } },
        "models": {
            "one": { "label": "One", "when": { "fact": "sort", "equals": "one" }, "rating": "x", "cite": "book" },
            "two": { "label": "Two", "when": { "fact": "size", "atLeast": 9 }, "rating": "x", "cite": "book" },
        },
    });
    let rated = rate(parts, &["school,M,Sort\na,1,two\n"]);
    let model = serde_json::to_string(&rated.trace("a").model).unwrap();
    assert!(model.contains("\"size\"") && !model.contains("\"sort\""), "{model}");
}

#[test]
fn what_would_settle_a_condition_knows_that_a_number_is_on_one_side_only() {
    let parts = json!({
        "measures": { "m": measure("M"), "n": measure("N") },
        "nodes": { "x": { "holds": { "all": [
            { "fact": "m", "below": 5 }, { "fact": "m", "above": 7 }, { "fact": "n", "atLeast": 1 },
        ] } } },
    });
    let rated = rate(parts, &["school,M,N\na,oops,oops\n"]);
    let settles = step(&rated.trace("a"), "x").conditions[0].settles.clone();
    assert_eq!(settles.unwrap_or_default(), ["m"]);
}
