//! Each operator where its rule turns: parts that are missing or open, numbers that just meet a bound, things that can't be
//! put together.

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Standing};
use evenhand::notice::{Argument, Notice};
use serde_json::{Value, json};

use crate::support::{Rated, definition, measure, rate, rate_choosing, step};

/// Two measures and two rating scales, with nodes over them.
fn over(nodes: Value) -> Value {
    let levels =
        |names: [&str; 2]| json!({ "lowestFirst": [ { "rating": names[0] }, { "rating": names[1] } ], "cite": "book" });
    json!({
        "facts": { "kind": { "column": ["Kind"] }, "size": { "column": ["Size"], "kind": "number" } },
        "measures": { "m": measure("M"), "other": measure("Other") },
        "ratings": { "level": levels(["Low", "High"]), "colour": levels(["Red", "Blue"]) },
        "outcomes": { "none": { "label": "None", "cite": "book" } },
        "scales": {
            "level": { "bands": [ { "atLeast": 50, "rating": "High" }, { "rating": "Low" } ], "cite": "book" },
            "colour": { "bands": [ { "atLeast": 50, "rating": "Blue" }, { "rating": "Red" } ], "cite": "book" },
        },
        "references": { "norm": { "version": "1", "values": [1, 2], "cite": "book" } },
        "grids": { "g": { "rows": [ { "below": 5 } ], "columns": [ { "below": 5 }, { "atLeast": 5 } ], "cells": [ [1, 2] ], "cite": "book" } },
        "weights": { "w": { "parts": { "m": 1, "other": 1 }, "cite": "book" } },
        "redistributions": { "r": { "steps": [ { "ifMissing": ["other"], "to": { "m": 1 } } ], "leftover": { "outcome": "none" }, "cite": "book" } },
        "nodes": nodes,
    })
}

/// The rating of a node in a school with these values of `M` and `Other`.
fn rating(node: Value, values: &str) -> String {
    rate(over(json!({ "x": node })), &[&format!("school,M,Other\na,{values}\n")]).rating("a")
}

#[test]
fn what_a_missing_part_makes_of_each_operator() {
    let none = json!({ "becomes": { "outcome": "none" } });
    let earned = json!([ { "earned": "m", "eligible": 10 }, { "earned": "other", "eligible": 10 } ]);
    let scale = json!({ "bands": [ { "atLeast": 5, "points": 2 }, { "points": 1 } ], "cite": "book" });
    for (operator, missing, expected) in [
        (json!({ "value": "other" }), none.clone(), "=none"),
        (json!({ "value": "other" }), json!({ "as": 3 }), "3"),
        (json!({ "scale": scale, "of": "other" }), none.clone(), "=none"),
        (json!({ "scale": scale, "of": "other" }), json!({ "becomes": 7 }), "7"),
        (json!({ "scale": scale, "of": "other" }), json!({ "as": 7 }), "2"),
        (json!({ "limit": "other", "atMost": 5 }), json!({ "becomes": 7 }), "7"),
        (json!({ "limit": "other", "atMost": 5 }), json!({ "as": 7 }), "5"),
        (json!({ "percentile": "other", "in": "norm" }), json!({ "becomes": 7 }), "7"),
        (json!({ "percentile": "other", "in": "norm" }), json!({ "as": 7 }), "100"),
        (json!({ "raiseDenominator": "other", "to": 8, "by": "m" }), json!({ "becomes": 7 }), "7"),
        (json!({ "raiseDenominator": "other", "to": 8, "by": "m" }), json!({ "as": 7 }), "3.5"),
        (json!({ "grid": "g", "row": "m", "column": "other" }), json!({ "becomes": 7 }), "7"),
        (json!({ "grid": "g", "row": "other", "column": "m" }), json!({ "becomes": 7 }), "7"),
        (json!({ "grid": "g", "row": "m", "column": "other" }), json!({ "as": 7 }), "2"),
        (json!({ "sum": ["m", "other"] }), none.clone(), "=none"),
        (json!({ "sum": ["m", "other"] }), json!({ "becomes": "m" }), "4"),
        (json!({ "sum": ["m", "other"] }), json!("absent"), "(missing-parts)"),
        (json!({ "sum": ["m", "other"] }), json!({ "as": 3 }), "7"),
        (json!({ "bestOf": ["m", "other"] }), json!({ "as": 5 }), "5"),
        (json!({ "bestOf": ["m", "other"] }), json!({ "as": 3 }), "4"),
        (json!({ "worstOf": ["m", "other"] }), json!({ "as": 3 }), "3"),
        (json!({ "bestOf": ["m", "other"] }), none.clone(), "=none"),
        (json!({ "bestOf": ["m", "other"] }), json!("absent"), "(missing-parts)"),
        (json!({ "bestOf": ["m", "other"] }), json!("skip"), "4"),
        (json!({ "earnedOverEligible": earned }), json!({ "as": 0 }), "0.2"),
        (json!({ "earnedOverEligible": earned }), json!("absent"), "(missing-parts)"),
        (json!({ "earnedOverEligible": earned }), none.clone(), "=none"),
        (json!({ "earnedOverEligible": earned }), json!("skip"), "0.4"),
        (json!({ "earnedOverEligible": [ { "earned": "other", "eligible": 10 } ] }), json!("skip"), "(missing-parts)"),
        (json!({ "earnedOverEligible": [ { "earned": "m", "eligible": "other" } ] }), json!({ "as": 8 }), "0.5"),
        (json!({ "earnedOverEligible": [ { "earned": "m", "eligible": "other" } ] }), json!("skip"), "(missing-parts)"),
        (json!({ "weightedMean": "w" }), none, "=none"),
        (json!({ "weightedMean": "w" }), json!({ "redistribute": "r" }), "4"),
        (json!({ "weightedSum": "w" }), json!({ "redistribute": "r" }), "8"),
    ] {
        let mut node = operator.clone();
        node["missing"] = missing.clone();
        assert_eq!(rating(node, "4,"), expected, "{operator} {missing}");
    }
}

#[test]
fn a_number_is_held_between_its_limits() {
    let node = json!({ "limit": "m", "atLeast": 0, "atMost": "other" });
    for (number, held) in [("15", "10"), ("10", "10"), ("5", "5"), ("0", "0"), ("-3", "0")] {
        assert_eq!(rating(node.clone(), &format!("{number},10")), held, "{number}");
    }
}

#[test]
fn an_open_part_is_not_given_away_and_not_counted() {
    let open = |node: Value| rating(node, "60,oops");
    assert_eq!(open(json!({ "weightedMean": "w", "missing": { "redistribute": "r" } })), "(undetermined)");
    assert_eq!(open(json!({ "lowest": "5%", "of": "other" })), "(undetermined)");
    assert_eq!(open(json!({ "gate": "m", "when": { "fact": "m", "above": 0 }, "atMost": "other" })), "(undetermined)");
    assert_eq!(
        rating(json!({ "gate": "m", "when": { "fact": "m", "above": 0 }, "atMost": "other" }), "60,"),
        "(not-computable)"
    );
    // The best there is, but whether there are two is not known.
    let two = json!({
        "one": { "scale": "level", "of": "m" },
        "two": { "scale": "level", "of": "other" },
        "x": { "bestOf": ["one", "two"], "needs": { "atLeast": 2 } },
    });
    let file = |other: &str| format!("school,M,Other\na,60,{other}\n");
    assert_eq!(rate(over(two.clone()), &[&file("oops")]).rating("a"), "(undetermined)");
    assert_eq!(rate(over(two.clone()), &[&file("1")]).rating("a"), "High");
    assert_eq!(rate(over(two), &[&file("")]).rating("a"), "(missing-parts)");
}

#[test]
fn a_step_that_ends_the_calculation_waits_for_what_is_no_part() {
    let mut parts = over(json!({ "x": { "weightedMean": "w", "missing": { "redistribute": "r" } } }));
    parts["measures"]["third"] = measure("Third");
    parts["redistributions"]["r"]["steps"] = json!([
        { "ifAllMissing": ["other", "third"], "becomes": { "outcome": "none" } },
        { "ifMissing": ["other"], "to": { "m": 1 } },
    ]);
    for (other, third, rating) in
        [("", "", "=none"), ("", "7", "4"), ("", "oops", "(undetermined)"), ("6", "", "5"), ("6", "oops", "5")]
    {
        let rated = rate(parts.clone(), &[&format!("school,M,Other,Third\na,4,{other},{third}\n")]);
        assert_eq!(rated.rating("a"), rating, "{other} {third}");
    }
}

#[test]
fn rates_beside_one_measure_are_not_taken_for_each_other() {
    let parts = json!({
        "measures": { "m": { "reported": { "column": ["M"], "participation": ["P"], "n": ["N"] }, "cite": "book" } },
        "nodes": { "x": { "sum": ["m#participation", "m#n", "m", "m#participation@-1", "m#n@-1", "m@-1"] } },
    });
    let file = "school,year,M,P,N\na,2024,1,20,300\na,2023,4000,95,600000\n";
    assert_eq!(rate(parts, &[file]).rating("a"), "604416");
}

#[test]
fn a_penalty_of_less_than_nothing_lifts_up_to_the_floor() {
    let scale = json!({ "bands": [ { "points": -1 } ], "cite": "book" });
    let node = json!({ "value": "m", "penalty": { "by": "other", "scale": scale, "notBelow": 1, "cite": "book" } });
    assert_eq!(rating(node.clone(), "0,9"), "1");
    assert_eq!(rating(node, "-5,9"), "-5");
}

#[test]
fn cases_that_may_apply_matter_only_where_they_give_something_else() {
    let node = |second: i64| {
        json!({ "choose": [
            { "when": { "fact": "other", "atLeast": 1 }, "then": 7 },
            { "when": { "fact": "m", "atLeast": 1 }, "then": second },
        ], "otherwise": 9 })
    };
    assert_eq!(rating(node(7), "4,oops"), "7");
    assert_eq!(rating(node(8), "4,oops"), "(undetermined)");
    assert_eq!(rating(node(7), "0,oops"), "(undetermined)");
}

#[test]
fn a_choice_of_two_sorts_can_only_be_put_together_with_its_own() {
    // A choice may give what its first case doesn't: then it can't be added, or compared.
    let nodes = json!({
        "sort": { "choose": [ { "when": { "fact": "m", "below": 50 }, "then": 1 } ], "otherwise": "kind" },
        "x": { "sum": ["sort", 1] },
    });
    let rated = rate(over(nodes), &["school,M,Kind\na,1,plain\nb,60,plain\n"]);
    assert_eq!([rated.rating("a"), rated.rating("b")], ["2", "(not-computable)"]);
    let nodes = json!({
        "one": { "scale": "level", "of": "m" },
        "two": { "scale": "colour", "of": "other" },
        "either": { "choose": [ { "when": { "fact": "m", "below": 50 }, "then": { "rating": "Low" } } ], "otherwise": "two", "ratings": "level" },
        "x": { "bestOf": ["one", "either"] },
    });
    let rated = rate(over(nodes), &["school,M,Other\na,1,60\nb,60,60\n"]);
    assert_eq!([rated.rating("a"), rated.rating("b")], ["Low", "(not-computable)"]);
}

#[test]
fn a_grid_of_ratings_names_its_cell() {
    let mut parts = over(json!({
        "one": { "scale": "level", "of": "m" },
        "two": { "scale": "colour", "of": "other" },
        "x": { "grid": "g", "row": "one", "column": "two" },
    }));
    parts["grids"] = json!({ "g": {
        "rows": [ { "is": "High" }, { "is": "Low" } ],
        "columns": [ { "is": "Blue" }, { "is": "Red" } ],
        "cells": [ [1, 2], [3, 4] ],
        "cite": "book",
    } });
    let rated = rate(parts, &["school,M,Other\na,60,0\nb,0,60\n"]);
    assert_eq!([rated.rating("a"), rated.rating("b")], ["2", "3"]);
    let trace = rated.trace("a");
    assert_eq!(step(&trace, "x").row.as_ref().unwrap().place, [0, 1]);
}

#[test]
fn a_rating_that_no_row_of_a_lookup_takes_is_told_as_it_is_written() {
    let mut parts = over(json!({ "one": { "scale": "level", "of": "m" }, "x": { "scale": "worth", "of": "one" } }));
    parts["scales"]["worth"] = json!({ "lookup": { "High": 2 }, "cite": "book" });
    let rated = rate(parts, &["school,M\na,60\nb,0\n"]);
    assert_eq!([rated.rating("a"), rated.rating("b")], ["2", "(rule-unknown)"]);
    let told = rated.told("framework.no-row-fits");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].place.school.as_deref(), Some("b"));
    assert_eq!(argument(told[0], "value"), Some(&Argument::Text("Low".to_owned())));
}

fn argument<'a>(notice: &'a Notice, name: &str) -> Option<&'a Argument> {
    notice.arguments.get(name)
}

#[test]
fn a_school_is_rated_or_not_or_open_or_has_an_outcome() {
    let node = json!({ "choose": [ { "when": { "fact": "m", "above": 90 }, "then": { "outcome": "none" } } ], "otherwise": "m" });
    let rated = rate(over(json!({ "x": node })), &["school,M\na,1\nb,95\nc,oops\n"]);
    let standings: Vec<Standing> = rated.ratings.schools.iter().map(|school| school.standing).collect();
    assert_eq!(standings, [Standing::Rated, Standing::Outcome, Standing::Undetermined]);
    let rated = rate(over(json!({ "x": { "value": "m" } })), &["school,M,Other\na,,1\n"]);
    assert_eq!(rated.school("a").standing, Standing::NotRated);
}

#[test]
fn a_fact_that_no_file_has_is_told_with_the_number_of_schools_that_wait() {
    let node = json!({ "sum": ["m", "size"] });
    let rated = rate(over(json!({ "x": node })), &["school,M\na,1\nb,2\n"]);
    let told = rated.told("framework.measure-not-in-file");
    assert_eq!(told.len(), 1);
    assert_eq!(argument(told[0], "measure"), Some(&Argument::Text("size".to_owned())));
    assert_eq!(argument(told[0], "schools"), Some(&Argument::Count(2)));
    // A school that waits for it twice, here for two years of it, is one school.
    let years = json!({ "sum": ["m", "size", "size@-1"] });
    let rated = rate(over(json!({ "x": years })), &["school,M\na,1\nb,2\n"]);
    assert_eq!(argument(rated.told("framework.measure-not-in-file")[0], "schools"), Some(&Argument::Count(2)));
    // One that can't be read is there.
    let rated = rate(over(json!({ "x": node })), &["school,M,Size\na,1,many\nb,2,3\n"]);
    assert_eq!([rated.rating("a"), rated.rating("b")], ["(undetermined)", "5"]);
    assert!(rated.told("framework.measure-not-in-file").is_empty());
}

#[test]
fn a_chosen_column_may_be_of_a_fact_and_a_wrong_one_is_guessed_at() {
    let choose = |name: &str, column: &str| -> Rated {
        let choosing = Choosing { columns: [(name.to_owned(), column.to_owned())].into(), ..Choosing::default() };
        rate_choosing(over(json!({ "x": { "sum": ["m", "size"] } })), &["school,M,Students\na,1,9\n"], &choosing)
    };
    assert_eq!(choose("size", "Students").rating("a"), "10");
    assert!(choose("size", "Students").told("framework.unknown-choice").is_empty());
    let guessed = |name: &str, column: &str| {
        let rated = choose(name, column);
        let told = rated.told("framework.unknown-choice");
        assert_eq!(told.len(), 1, "{name} {column}");
        argument(told[0], "suggestion").cloned()
    };
    assert_eq!(guessed("size", "Student"), Some(Argument::Text("Students".to_owned())));
    assert_eq!(guessed("othr", "Students"), Some(Argument::Text("other".to_owned())));
}

#[test]
fn schools_that_agree_in_nothing_are_compared_with_nobody() {
    // c has no kind for certain: it is in no group, whatever its size turns out to be.
    let node = json!({ "rank": "m", "within": ["kind", "size"] });
    let rated = rate(over(json!({ "x": node })), &["school,M,Kind,Size\na,1,plain,5\nb,2,plain,5\nc,3,,many\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["2", "1", "(missing-parts)"]);
}

#[test]
fn a_tie_with_a_similar_school_shares_the_place() {
    let node = json!({ "nearest": "m", "index": "other", "schools": 2, "gives": "rank" });
    let rated = rate(over(json!({ "x": node })), &["school,M,Other\na,20,1\nb,20,2\nc,30,3\n"]);
    assert_eq!(["a", "b", "c"].map(|school| rated.rating(school)), ["2", "2", "1"]);
}

#[test]
fn wholes_of_parts_that_are_missing_open_or_of_negative_weight() {
    let of = |node: Value, file: &str| {
        let mut node = node;
        let fields = node.as_object_mut().unwrap();
        fields.entry("parts").or_insert(json!("m"));
        fields.entry("link").or_insert(json!("kind"));
        fields.entry("combine").or_insert(json!("sum"));
        rate(over(json!({ "x": node })), &[file]).rating("w")
    };
    let lacking = "school,M,Kind\np,10,w\nq,,w\nw,,\n";
    assert_eq!(of(json!({}), lacking), "10");
    assert_eq!(of(json!({ "missing": "absent" }), lacking), "(missing-parts)");
    assert_eq!(of(json!({ "missing": { "becomes": { "outcome": "none" } } }), lacking), "=none");
    assert_eq!(of(json!({ "missing": { "as": 5 } }), lacking), "15");
    let all = "school,M,Kind\np,10,w\nq,20,w\nw,,\n";
    assert_eq!(of(json!({ "missing": "absent" }), all), "30");
    assert_eq!(of(json!({ "missing": { "becomes": { "outcome": "none" } } }), all), "30");
    assert_eq!(of(json!({ "missing": { "as": 5 } }), all), "30");
    assert_eq!(of(json!({ "missing": "absent" }), "school,M,Kind\np,10,w\nq,oops,w\nw,,\n"), "(undetermined)");
    let weighted = json!({ "combine": "weighted-mean", "weightBy": "other" });
    assert_eq!(of(weighted.clone(), "school,M,Kind,Other\np,10,w,1\nq,20,w,3\nw,,,\n"), "17.5");
    assert_eq!(of(weighted, "school,M,Kind,Other\np,10,w,-1\nq,20,w,3\nw,,,\n"), "(undetermined)", "it is told");
    let nodes = json!({
        "less": { "subtract": ["other", 5] },
        "x": { "parts": "m", "link": "kind", "combine": "weighted-mean", "weightBy": "less" },
    });
    let weights = |p: i64| {
        rate(over(nodes.clone()), &[&format!("school,M,Kind,Other\np,10,w,{p}\nq,20,w,8\nw,,,\n")]).rating("w")
    };
    assert_eq!([weights(6), weights(4)], ["17.5", "(not-computable)"]);
    // Schools may be numbered, and the link with them.
    let node = json!({ "parts": "m", "link": "size", "combine": "sum" });
    let rated = rate(over(json!({ "x": node })), &["school,M,Size\n1,10,7\n2,20,7\n7,,\n"]);
    assert_eq!(rated.rating("7"), "30");
    // A part whose whole can't be read may belong to any other, but not to itself.
    let rated = rate(over(json!({ "x": node })), &["school,M,Size\n1,10,7\n2,20,many\n7,,\n"]);
    assert_eq!([rated.rating("7"), rated.rating("2")], ["(undetermined)", "(missing-parts)"]);
}

/// What loading tells of these nodes: the code, the place and, where one is guessed, the guess.
fn told(nodes: Value) -> Vec<Notice> {
    let text = serde_json::to_string_pretty(&definition(over(nodes))).unwrap();
    match Framework::load(&text) {
        Ok(framework) => framework.notices,
        Err(notices) => notices,
    }
}

#[test]
fn ratings_are_known_for_ratings_wherever_they_come_from() {
    let first = json!({ "scale": "level", "of": "m" });
    let second = json!({ "scale": "level", "of": "other" });
    for node in [
        json!({ "bestOf": ["one", "two"], "cite": "book" }),
        json!({ "worstOf": ["one", "two"], "cite": "book" }),
        json!({ "value": "one" }),
        json!({ "gate": "one", "when": { "fact": "m", "below": 1 }, "lower": 1, "cite": "book" }),
        json!({ "choose": [ { "when": { "fact": "m", "below": 1 }, "then": "one" } ], "otherwise": "two", "cite": "book" }),
    ] {
        let nodes = json!({ "one": first, "two": second, "both": node, "x": { "sum": ["both", 1] } });
        let notices = told(nodes);
        let wrong = notices.iter().find(|notice| notice.code == "framework.wrong-kind");
        let wrong = wrong.unwrap_or_else(|| panic!("{node}: {notices:#?}"));
        assert_eq!(wrong.place.pointer.as_deref(), Some("/nodes/x/sum/0"));
        assert_eq!(argument(wrong, "found"), Some(&Argument::Text("rating".to_owned())));
        assert_eq!(argument(wrong, "expected"), Some(&Argument::Text("number".to_owned())));
    }
}

#[test]
fn names_that_do_not_exist_are_guessed_at() {
    let guesses = |count: usize| {
        let mut nodes = json!({ "x": { "value": "m" } });
        for at in 0..count {
            nodes[format!("n{at}")] = json!({ "value": "othr" });
        }
        let notices = told(nodes);
        let unknown = notices.iter().filter(|notice| notice.code == "framework.unknown-reference");
        unknown.filter(|notice| argument(notice, "suggestion").is_some()).count()
    };
    assert_eq!([guesses(1), guesses(100)], [1, 100]);
}

#[test]
fn weights_make_circles_too() {
    for operator in ["weightedMean", "weightedSum"] {
        let mut parts = over(json!({ "x": { operator: "circle" } }));
        parts["weights"]["circle"] = json!({ "parts": { "x": 1 }, "cite": "book" });
        let notices = Framework::load(&serde_json::to_string(&definition(parts)).unwrap()).unwrap_err();
        assert!(notices.iter().any(|notice| notice.code == "framework.cycle"), "{operator}: {notices:#?}");
    }
}

#[test]
fn keys_of_a_grid_hold_what_their_bounds_say() {
    let key = |key: Value, other: Value| {
        let mut parts = over(json!({ "x": { "grid": "k", "row": "m", "column": "other" } }));
        parts["grids"]["k"] =
            json!({ "rows": [key, other], "columns": [ { "atLeast": 0 } ], "cells": [ [1], [2] ], "cite": "book" });
        let rated = rate(parts, &["school,M,Other\na,4,0\nb,5,0\nc,6,0\n"]);
        ["a", "b", "c"].map(|school| rated.rating(school))
    };
    assert_eq!(key(json!({ "above": 5 }), json!({ "atMost": 5 })), ["2", "2", "1"]);
    assert_eq!(key(json!({ "atLeast": 5 }), json!({ "below": 5 })), ["2", "1", "1"]);
    assert_eq!(key(json!({ "atMost": 5 }), json!({ "above": 5 })), ["1", "1", "2"]);
    assert_eq!(key(json!({ "below": 5 }), json!({ "atLeast": 5 })), ["1", "2", "2"]);
}

#[test]
fn so_many_of_an_operators_own_parts_may_be_needed() {
    for (operator, all, one) in [
        (json!({ "sum": ["m", "other"] }), "6", "(missing-parts)"),
        (json!({ "mean": ["m", "other"] }), "3", "(missing-parts)"),
        (json!({ "subtract": ["m", "other"] }), "2", "(missing-parts)"),
        (json!({ "multiply": ["m", "other"] }), "8", "(missing-parts)"),
        (json!({ "divide": ["m", "other"] }), "2", "(missing-parts)"),
        (json!({ "bestOf": ["m", "other"] }), "4", "(missing-parts)"),
        (json!({ "worstOf": ["m", "other"] }), "2", "(missing-parts)"),
        (json!({ "countPresent": ["m", "other"] }), "2", "(missing-parts)"),
        (
            json!({ "earnedOverEligible": [ { "earned": "m", "eligible": 6 }, { "earned": "other", "eligible": 6 } ] }),
            "0.5",
            "(missing-parts)",
        ),
    ] {
        let mut node = operator.clone();
        node["needs"] = json!({ "atLeast": 2 });
        assert_eq!(rating(node.clone(), "4,2"), all, "{operator}");
        if node.get("countPresent").is_none() && node.get("bestOf").is_none() && node.get("worstOf").is_none() {
            node["missing"] = json!({ "as": 1 });
        }
        assert_eq!(rating(node, "4,"), one, "{operator}");
    }
}

#[test]
fn a_number_of_parts_is_a_number_whatever_the_parts_are() {
    let nodes = json!({
        "one": { "scale": "level", "of": "m" },
        "parts": { "parts": "one", "link": "kind", "combine": "count" },
        "x": { "sum": ["parts", 1] },
    });
    assert!(told(nodes).iter().all(|notice| notice.code != "framework.wrong-kind"));
    let nodes = json!({
        "one": { "scale": "level", "of": "m" },
        "parts": { "parts": "one", "link": "kind", "combine": "best" },
        "x": { "sum": ["parts", 1] },
    });
    assert!(told(nodes).iter().any(|notice| notice.code == "framework.wrong-kind"));
    let nodes = json!({
        "either": { "choose": [ { "when": { "fact": "m", "below": 1 }, "then": { "rating": "Low" } } ], "otherwise": { "rating": "High" }, "ratings": "level" },
        "x": { "sum": ["either", 1] },
    });
    assert!(told(nodes).iter().any(|notice| notice.code == "framework.wrong-kind"));
}

#[test]
fn limits_that_just_hold_are_in_order() {
    for node in [
        json!({ "lowest": "100%", "of": "m", "cite": "book" }),
        json!({ "lowest": "0%", "of": "m", "cite": "book" }),
        json!({ "sum": ["m", "other"], "needs": { "atLeast": 2 } }),
    ] {
        assert_eq!(
            told(json!({ "x": node })).iter().map(|notice| notice.code).collect::<Vec<_>>(),
            Vec::<&str>::new(),
            "{node}"
        );
    }
    // A gate's rating is on the scale of what it gates, though another scale has one of that name.
    let mut parts = over(json!({
        "one": { "scale": "level", "of": "m" },
        "x": { "gate": "one", "when": { "fact": "other", "below": 5 }, "atMost": { "rating": "Low" }, "cite": "book" },
    }));
    parts["ratings"]["third"] =
        json!({ "lowestFirst": [ { "rating": "Low" }, { "rating": "Third" } ], "cite": "book" });
    parts["scales"]["level"]["ratings"] = json!("level");
    assert_eq!(rate(parts, &["school,M,Other\na,60,1\nb,60,9\n"]).rating("a"), "Low");
}

#[test]
fn mistakes_are_told_with_what_was_found_and_what_is_meant() {
    let of = |parts: Value, code: &str| -> Value {
        let notices = Framework::load(&serde_json::to_string(&definition(parts)).unwrap())
            .map_or_else(|notices| notices, |framework| framework.notices);
        let notice =
            notices.iter().find(|notice| notice.code == code).unwrap_or_else(|| panic!("{code}: {notices:#?}"));
        serde_json::to_value(&notice.arguments).unwrap()
    };
    let scaled = |bands: Value| {
        let mut parts = over(json!({ "x": { "scale": "s", "of": "m" } }));
        parts["scales"]["s"] = json!({ "bands": bands, "cite": "book" });
        parts
    };
    let rows = scaled(
        json!([ { "atLeast": 50, "points": 3 }, { "atLeast": 20, "atMost": 30, "points": 2 }, { "atLeast": 30, "atMost": 40, "points": 1 } ]),
    );
    assert_eq!(of(rows.clone(), "framework.overlap"), json!({ "first": 2, "second": 3 }));
    let dead = scaled(
        json!([ { "atLeast": 50, "points": 3 }, { "atLeast": 20, "points": 2 }, { "atLeast": 60, "points": 1 } ]),
    );
    assert_eq!(of(dead, "framework.dead-row"), json!({ "row": 3 }));
    let mut grid = over(json!({ "x": { "grid": "g", "row": "m", "column": "other" } }));
    grid["grids"]["g"] = json!({ "rows": [ { "is": "1" }, { "is": "2" }, { "is": "1" } ], "columns": [ { "is": "1" } ], "cells": [ [1], [2], [3] ], "cite": "book" });
    assert_eq!(of(grid, "framework.dead-row"), json!({ "row": 3 }));
    // The ends of a gap are those that the rows name, whichever row has them.
    for (upper, lower) in [
        (json!({ "atLeast": 50, "points": 3 }), json!({ "atLeast": 20, "below": 40, "points": 2 })),
        (json!({ "above": 50, "points": 3 }), json!({ "atLeast": 20, "below": 40, "points": 2 })),
        (json!({ "atLeast": 50, "points": 3 }), json!({ "atMost": 40, "points": 2 })),
        (json!({ "above": 50, "points": 3 }), json!({ "above": 20, "atMost": 40, "points": 2 })),
    ] {
        let gap = of(scaled(json!([upper, lower])), "framework.gap");
        assert_eq!(gap, json!({ "lower": "40", "upper": "50" }), "{upper} {lower}");
    }
    let misspelt = over(json!({ "x": { "summ": ["m"] } }));
    assert_eq!(of(misspelt, "framework.no-operator")["suggestion"], json!("sum"));
    let labelled = over(json!({ "x": { "label": "The sum" } }));
    assert_eq!(of(labelled, "framework.no-operator")["suggestion"], json!(""));
    let best = over(json!({ "x": { "bestOf": ["m", "kind"], "cite": "book" } }));
    assert_eq!(of(best, "framework.wrong-kind"), json!({ "name": "kind", "found": "word", "expected": "number" }));
    let mut rating = over(json!({ "x": { "scale": "s", "of": "m" } }));
    rating["scales"]["s"] = json!({ "bands": [ { "rating": "Hig" } ], "ratings": "level", "cite": "book" });
    assert_eq!(of(rating, "framework.unknown-rating")["suggestion"], json!("High"));
}

#[test]
fn words_are_the_same_without_regard_to_case_and_to_spaces() {
    let is = |written: &str, found: &str| {
        let node =
            json!({ "choose": [ { "when": { "fact": "kind", "equals": written }, "then": 1 } ], "otherwise": 0 });
        let file = format!("school,Kind\na,{found}\n");
        let by_condition = rate(over(json!({ "x": node })), &[&file]).rating("a") == "1";
        let mut parts = over(json!({ "x": { "scale": "s", "of": "kind" } }));
        parts["scales"]["s"] = json!({ "lookup": { written: 1, "Else": 0 }, "cite": "book" });
        (by_condition, rate(parts, &[&file]).rating("a") == "1")
    };
    for same in [["plain", "PLAIN"], ["Élan", "éLAN"], ["plain", " plain "]] {
        assert_eq!(is(same[0], same[1]), (true, true), "{same:?}");
    }
    for spaced in [["K  8", "k 8"], ["a b", "A  B"]] {
        assert!(is(spaced[0], spaced[1]).1, "{spaced:?}");
    }
    for other in [["plain", "plan"], ["Élan", "Elan"], ["K 8", "K8"], ["ab", "a b"], ["plain", "plains"]] {
        assert_eq!(is(other[0], other[1]), (false, false), "{other:?}");
    }
}
