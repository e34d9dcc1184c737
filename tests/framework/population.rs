//! Ranks, shares of the lowest, comparison groups and wholes made of parts: right against the plainest way of counting,
//! and quick enough for ten thousand schools.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{measure, rate};

fn over(nodes: Value) -> Value {
    json!({
        "facts": { "level": { "column": ["Level"] }, "whole": { "column": ["Whole"] }, "size": { "column": ["Size"], "kind": "number" } },
        "measures": { "m": measure("M"), "i": measure("I") },
        "nodes": nodes,
    })
}

fn column(rated: &crate::support::Rated, name: &str) -> Vec<String> {
    rated.table.schools().iter().map(|school| rated.value(&school.id, name)).collect()
}

#[test]
fn ranks_and_percent_ranks() {
    let nodes = json!({
        "x": { "rank": "m" },
        "low": { "rank": "m", "first": "lowest" },
        "below": { "percentRank": "m" },
        "at": { "percentRank": "m", "method": "at-or-below" },
        "mid": { "percentRank": "m", "method": "midpoint" },
        "high-only": { "rank": "m", "among": { "fact": "level", "equals": "high" } },
    });
    let rated = rate(over(nodes), &["school,M,Level\na,10,high\nb,20,high\nc,20,low\nd,40,high\ne,,high\n"]);
    assert_eq!(column(&rated, "x"), ["4", "2", "2", "1", "(missing-parts)"]);
    assert_eq!(column(&rated, "low"), ["1", "2", "2", "4", "(missing-parts)"]);
    assert_eq!(column(&rated, "below"), ["0", "25", "25", "75", "(missing-parts)"]);
    assert_eq!(column(&rated, "at"), ["25", "75", "75", "100", "(missing-parts)"]);
    assert_eq!(column(&rated, "mid"), ["12.5", "50", "50", "87.5", "(missing-parts)"]);
    assert_eq!(column(&rated, "high-only"), ["3", "2", "(not-applicable)", "1", "(missing-parts)"]);
}

#[test]
fn the_lowest_share() {
    let nodes = |extra: Value| {
        let mut node = json!({ "lowest": "40%", "of": "m" });
        node.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        over(json!({ "x": node }))
    };
    let file = "school,M,Level\na,1,high\nb,2,high\nc,2,low\nd,3,high\ne,4,high\nf,,high\n";
    for (extra, expected) in [
        (json!({}), ["yes", "yes", "yes", "no", "no"]),
        (json!({ "ties": "excluded" }), ["yes", "no", "no", "no", "no"]),
        (json!({ "among": { "fact": "level", "equals": "high" } }), ["yes", "yes", "no", "no", "no"]),
        (
            json!({ "among": { "fact": "level", "equals": "high" }, "roundCount": "down" }),
            ["yes", "no", "no", "no", "no"],
        ),
    ] {
        let rated = rate(nodes(extra.clone()), &[file]);
        assert_eq!(column(&rated, "x")[..5], expected, "{extra}");
        assert_eq!(rated.rating("f"), "no", "it has no value");
    }
}

#[test]
fn a_school_whose_own_number_is_open_has_no_edge() {
    let nodes = json!({ "x": { "lowest": "50%", "of": "m", "gives": "edge" } });
    assert_eq!(column(&rate(over(nodes.clone()), &["school,M\na,1\nb,2\n"]), "x"), ["1", "1"]);
    let open = "(undetermined)";
    assert_eq!(column(&rate(over(nodes), &["school,M\na,1\nb,oops\n"]), "x"), [open, open]);
}

#[test]
fn one_school_that_is_open_leaves_every_rank_open() {
    let nodes = json!({ "x": { "rank": "m" }, "y": { "rank": "m", "among": { "fact": "level", "equals": "high" } } });
    let rated = rate(over(nodes), &["school,M,Level\na,1,high\nb,oops,low\nc,3,high\n"]);
    assert_eq!(column(&rated, "x"), ["(undetermined)", "(undetermined)", "(undetermined)"]);
    assert_eq!(column(&rated, "y"), ["2", "(not-applicable)", "1"]);
}

#[test]
fn the_nearest_schools() {
    let nodes = json!({
        "x": { "nearest": "m", "index": "i", "schools": 2 },
        "difference": { "nearest": "m", "index": "i", "schools": 2, "gives": "difference" },
        "below": { "nearest": "m", "index": "i", "schools": 2, "gives": "percent-below" },
        "rank": { "nearest": "m", "index": "i", "schools": 2, "gives": "rank" },
        "alike": { "nearest": "m", "index": "i", "schools": 2, "within": ["level"] },
    });
    let file = "school,M,I,Level\na,10,0,high\nb,20,1,high\nc,60,3,low\nd,40,5,high\ne,,6,high\nf,50,,High\n";
    let rated = rate(over(nodes), &[file]);
    // For b: a is 1 away, c is 2 away. For c: b and d are both 2 away. For d: c is 2 away, b is 4 away.
    assert_eq!(column(&rated, "x"), ["40", "35", "30", "40", "50", "(missing-parts)"]);
    assert_eq!(column(&rated, "difference"), ["-30", "-15", "30", "0", "(missing-parts)", "(missing-parts)"]);
    assert_eq!(column(&rated, "below"), ["0", "50", "100", "50", "(missing-parts)", "(missing-parts)"]);
    assert_eq!(column(&rated, "rank"), ["3", "2", "1", "2", "(missing-parts)", "(missing-parts)"]);
    assert_eq!(column(&rated, "alike"), ["30", "25", "(not-applicable)", "15", "30", "(missing-parts)"]);
    let trace = rated.trace("b");
    assert_eq!(crate::support::step(&trace, "x").compared_with.as_ref().unwrap().schools, ["a", "c"]);
}

#[test]
fn all_schools_at_the_distance_of_the_last_one_are_compared_with() {
    let nodes = json!({ "x": { "nearest": "m", "index": "i", "schools": 1 } });
    let rated = rate(over(nodes), &["school,M,I\na,10,0\nb,20,1\nc,60,1\nd,5,-1\ne,1,9\n"]);
    assert_eq!(rated.rating("a"), "85/3");
    assert_eq!(rated.rating("b"), "60");
    assert_eq!(rated.rating("e"), "40");
}

#[test]
fn a_school_that_may_be_alike_leaves_the_comparison_open() {
    let nodes = json!({ "x": { "nearest": "m", "index": "i", "schools": 1, "within": ["size"] } });
    let rated = rate(over(nodes.clone()), &["school,M,I,Size\na,1,1,5\nb,2,2,5\nc,3,3,oops\n"]);
    assert_eq!(column(&rated, "x"), ["(undetermined)", "(undetermined)", "(undetermined)"]);
    let rated = rate(over(nodes), &["school,M,I,Size\na,1,1,5\nb,2,2,5\nc,3,3,\nd,3,3,\n"]);
    assert_eq!(column(&rated, "x"), ["2", "1", "(missing-parts)", "(missing-parts)"]);
}

#[test]
fn wholes_made_of_parts() {
    let nodes = json!({
        "x": { "parts": "m", "link": "whole", "combine": "weighted-mean", "weightBy": "size" },
        "sum": { "parts": "m", "link": "whole", "combine": "sum" },
        "mean": { "parts": "m", "link": "whole", "combine": "mean" },
        "best": { "parts": "m", "link": "whole", "combine": "best" },
        "worst": { "parts": "m", "link": "whole", "combine": "worst" },
        "count": { "parts": "m", "link": "whole", "combine": "count" },
        "high": { "parts": "m", "link": "whole", "combine": "count", "among": { "fact": "level", "equals": "high" } },
    });
    let file =
        "school,M,Size,Whole,Level\np,10,1,w,high\nq,20,3,w,low\nr,,5,w,high\ns,9,1,t,high\nt,1,1,,high\nw,,,,high\n";
    let rated = rate(over(nodes), &[file]);
    let of =
        |school: &str| ["x", "sum", "mean", "best", "worst", "count", "high"].map(|node| rated.value(school, node));
    assert_eq!(of("w"), ["17.5", "30", "15", "20", "10", "3", "2"]);
    assert_eq!(of("t"), ["9", "9", "9", "9", "9", "1", "1"]);
    assert_eq!(of("p")[5..], ["0", "0"]);
    assert_eq!(of("p")[0], "(missing-parts)");
}

#[test]
fn parts_wait_for_links_that_nobody_asked_for() {
    let nodes = json!({ "x": { "parts": "m", "link": "whole", "combine": "count" } });
    let rated = rate(over(nodes), &["school,M\na,1\nb,2\n"]);
    assert_eq!(column(&rated, "x"), ["(undetermined)", "(undetermined)"]);
}

#[test]
fn a_supposed_value_moves_only_its_own_school() {
    let parts = json!({
        "measures": { "m": { "unit": "percentile", "range": ["0", "100"], "reported": { "column": ["M"] }, "cite": "book" } },
        "scales": { "s": { "bands": [ { "atLeast": 50, "points": 2 }, { "points": 1 } ], "cite": "book" } },
        "nodes": { "points": { "scale": "s", "of": "m" }, "x": { "rank": "points" } },
    });
    let rated = rate(parts, &["school,M\na,40\nb,60\nc,30\n"]);
    let index = rated.table.find_school("a").unwrap();
    let changes = rated.framework.changes(&rated.table, &rated.reading, index);
    assert_eq!(changes.len(), 1);
    let rating = changes[0].rating.as_ref().map(crate::support::text);
    assert_eq!(rating.as_deref(), Some("1"), "b stays where it is, a stands beside it");
}

/// Ten thousand schools under every operator over several schools.
#[test]
fn ten_thousand_schools() {
    let nodes = json!({
        "x": { "sum": ["rank", "percent", "near"] },
        "rank": { "rank": "m", "among": { "fact": "level", "equals": "l1" } },
        "percent": { "percentRank": "m" },
        "low": { "lowest": "5%", "of": "m" },
        "near": { "nearest": "m", "index": "i", "schools": 10, "within": ["level"] },
        "parts": { "parts": "m", "link": "whole", "combine": "mean" },
    });
    let file = |schools: usize| {
        let mut file = "school,M,I,Level,Whole\n".to_owned();
        for school in 0..schools {
            let (m, i) = (school * 7_919 % 10_007, school * 104_729 % 9_973);
            writeln!(file, "s{school:05},{m},{i},l{},s{:05}", school % 3, school / 10).unwrap();
        }
        file
    };
    let schools = 10_000;
    let rated = rate(over(nodes), &[&file(schools)]);
    assert_eq!(rated.ratings.schools.len(), schools);
    assert!(rated.ratings.schools.iter().all(|school| crate::support::text(&school.rating) != "(undetermined)"));
}

proptest! {
    /// Whoever is in the lowest share has a number of at most its edge, and nobody else has; every school gets the same edge,
    /// whether it is ranked or not.
    #[test]
    fn the_edge_divides_the_lowest_from_the_others(
        schools in prop::collection::vec((prop::option::of(0..6), prop::bool::ANY), 1..12),
        tenths in 0..=10,
        excluded in prop::bool::ANY,
        down in prop::bool::ANY,
        within in prop::bool::ANY,
    ) {
        let share = json!({
            "lowest": format!("{tenths}/10"),
            "of": "m",
            "ties": if excluded { "excluded" } else { "included" },
            "roundCount": if down { "down" } else { "up" },
            "within": if within { json!(["level"]) } else { json!([]) },
            "among": { "fact": "m", "above": 0, "whenUnknown": "not-met" },
        });
        let with = |gives: &str| {
            let mut share = share.clone();
            share["gives"] = json!(gives);
            share
        };
        let mut file = "school,M,Level\n".to_owned();
        for (at, (number, high)) in schools.iter().enumerate() {
            let number = number.map(|number: i32| number.to_string()).unwrap_or_default();
            writeln!(file, "{at},{number},{}", if *high { "high" } else { "low" }).unwrap();
        }
        let rated = rate(over(json!({ "x": with("edge"), "in": with("yes-no") })), &[&file]);
        for (at, (number, high)) in schools.iter().enumerate() {
            let school = at.to_string();
            let inside = rated.value(&school, "in") == "yes";
            let edge = rated.value(&school, "x").parse::<i32>().ok();
            let ranked = number.filter(|number| *number > 0);
            prop_assert_eq!(inside, ranked.is_some_and(|number| edge.is_some_and(|edge| number <= edge)));
            for (other, (others_number, others_high)) in schools.iter().enumerate() {
                if !within || high == others_high {
                    let other = other.to_string();
                    prop_assert_eq!(rated.value(&school, "x"), rated.value(&other, "x"));
                    // It is a number that somebody inside has.
                    if edge.is_some() && edge == *others_number {
                        prop_assert_eq!(rated.value(&other, "in"), "yes");
                    }
                }
            }
            let met = |(number, of_high): &(Option<i32>, bool)| *number == edge && (!within || of_high == high);
            prop_assert!(edge.is_none() || schools.iter().any(met));
        }
    }
}
