//! What would change a rating: the nearest value at which a rule answers otherwise, and what comes of it.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Rated, measure, rate, text};

/// Each change as `measure now → then: rating`, an arrow `=>` where the rating changes.
fn changes(rated: &Rated, school: &str) -> Vec<String> {
    let index = rated.table.find_school(school).unwrap();
    let changes = rated.framework.changes(&rated.table, &rated.reading, index);
    let now = &rated.framework.rate(&rated.table, &rated.reading).schools[index].rating;
    let one = |change: &evenhand::framework::change::Change| {
        assert_ne!(change.rating.as_ref().map(text), Some(text(now)), "no other rating");
        let attribute = serde_json::to_value(change.attribute).unwrap();
        let attribute = if attribute == "value" { String::new() } else { format!("#{}", attribute.as_str().unwrap()) };
        let distance = change.distance.as_ref().map(|distance| format!(" ({distance})")).unwrap_or_default();
        let arrow = if change.rating.is_some() { "=>" } else { "->" };
        format!(
            "{}{attribute} {} to {}{distance} {arrow} {}",
            change.measure,
            text(&change.now),
            text(&change.then),
            text(change.rating.as_ref().unwrap_or(now))
        )
    };
    changes.iter().map(one).collect()
}

/// One measure of a unit, under one scale.
fn scaled(unit: &str, scale: Value) -> Value {
    json!({
        "measures": { "m": { "unit": unit, "range": ["0", "100"], "reported": { "column": ["M"] }, "cite": "book" } },
        "nodes": { "x": { "scale": scale, "of": "m", "cite": "book" } },
    })
}

fn of(parts: Value, value: &str) -> Vec<String> {
    changes(&rate(parts, &[&format!("school,M\na,{value}\n")]), "a")
}

#[test]
fn the_next_band_up_and_down() {
    let bands = json!({ "bands": [ { "atLeast": 70, "points": 3 }, { "atLeast": 40, "points": 2 }, { "points": 1 } ] });
    let percent = |value: &str| of(scaled("percent", bands.clone()), value);
    assert_eq!(percent("55.5"), ["m 55.5 to 70 (14.5) => 3", "m 55.5 to 39.9 (-15.6) => 1"]);
    assert_eq!(percent("70"), ["m 70 to 69.9 (-0.1) => 2"]);
    assert_eq!(percent("69.99"), ["m 69.99 to 70 (0.01) => 3", "m 69.99 to 39.99 (-30) => 1"]);
    assert_eq!(percent("12"), ["m 12 to 40 (28) => 2"]);
    assert_eq!(percent(""), Vec::<String>::new());
    let percentile = |value: &str| of(scaled("percentile", bands.clone()), value);
    assert_eq!(percentile("70"), ["m 70 to 69 (-1) => 2"]);
    assert_eq!(percentile("69"), ["m 69 to 70 (1) => 3", "m 69 to 39 (-30) => 1"]);
    // A percentile is a whole number, whatever the bound is.
    let between = json!({ "bands": [ { "atLeast": "69.5", "points": 3 }, { "points": 1 } ], "roundValue": { "to": 1, "mode": "half-up" } });
    assert_eq!(of(scaled("percentile", between.clone()), "60"), ["m 60 to 70 (10) => 3"]);
    assert_eq!(of(scaled("percentile", between), "75"), ["m 75 to 69 (-6) => 1"]);
}

#[test]
fn inverse_scales_and_bounds_that_are_not_included() {
    let dropout = json!({ "bands": [ { "atMost": 2, "points": 3 }, { "atMost": 4, "points": 2 }, { "points": 1 } ] });
    assert_eq!(of(scaled("percent", dropout.clone()), "3.1"), ["m 3.1 to 4.1 (1) => 1", "m 3.1 to 2 (-1.1) => 3"]);
    assert_eq!(of(scaled("percent", dropout), "2"), ["m 2 to 2.1 (0.1) => 2"]);
    let above = json!({ "bands": [ { "above": 70, "points": 3 }, { "points": 1 } ] });
    assert_eq!(of(scaled("percent", above.clone()), "70"), ["m 70 to 70.1 (0.1) => 3"]);
    assert_eq!(of(scaled("percent", above), "88.5"), ["m 88.5 to 70 (-18.5) => 1"]);
    let below = json!({ "bands": [ { "below": 10, "points": 3 }, { "points": 1 } ] });
    assert_eq!(of(scaled("percentile", below), "10"), ["m 10 to 9 (-1) => 3"]);
}

#[test]
fn a_value_that_is_rounded_first() {
    let rounded = |mode: &str| json!({ "bands": [ { "atLeast": 70, "points": 3 }, { "points": 1 } ], "roundValue": { "to": 0, "mode": mode } });
    assert_eq!(of(scaled("percent", rounded("half-up")), "65.3"), ["m 65.3 to 69.5 (4.2) => 3"]);
    assert_eq!(of(scaled("percent", rounded("half-up")), "69.5"), ["m 69.5 to 69.4 (-0.1) => 1"]);
    assert_eq!(of(scaled("percent", rounded("up")), "65.3"), ["m 65.3 to 69.1 (3.8) => 3"]);
    assert_eq!(of(scaled("percent", rounded("down")), "65.3"), ["m 65.3 to 70 (4.7) => 3"]);
}

#[test]
fn rows_that_give_the_same_are_passed_over() {
    let same = json!({ "bands": [ { "atLeast": 70, "points": 2 }, { "atLeast": 40, "points": 2 }, { "atLeast": 10, "points": 1 }, { "points": 0 } ] });
    assert_eq!(of(scaled("percentile", same), "80"), ["m 80 to 39 (-41) => 1"]);
}

#[test]
fn lines_between_anchors() {
    let line = json!({ "linear": [ { "value": 10, "points": 0 }, { "value": 50, "points": 4 }, { "value": 90, "points": 5 } ] });
    assert_eq!(of(scaled("percent", line.clone()), "30"), ["m 30 to 50 (20) => 4", "m 30 to 10 (-20) => 0"]);
    assert_eq!(of(scaled("percent", line.clone()), "95"), ["m 95 to 50 (-45) => 4"]);
    assert_eq!(of(scaled("percent", line), "50"), ["m 50 to 90 (40) => 5", "m 50 to 10 (-40) => 0"]);
}

#[test]
fn words_of_a_lookup() {
    let parts = |lookup: Value| {
        json!({
            "ratings": { "level": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ], "cite": "book" } },
            "measures": { "w": { "unit": "category", "categories": ["Weak", "Fair", "Good", "Great"], "reported": { "column": ["W"] }, "cite": "book" } },
            "scales": { "s": { "lookup": lookup, "cite": "book" } },
            "nodes": { "x": { "scale": "s", "of": "w" } },
        })
    };
    let points = json!({ "Weak": 1, "Fair": 2, "Good": 3, "Great": 4 });
    let of =
        |lookup: &Value, word: &str| changes(&rate(parts(lookup.clone()), &[&format!("school,W\na,{word}\n")]), "a");
    assert_eq!(of(&points, "fair"), ["w Fair to Good => 3", "w Fair to Weak => 1"]);
    assert_eq!(of(&points, "Great"), ["w Great to Good => 3"]);
    let ratings = json!({ "Weak": "Low", "Fair": "Low", "Good": "High", "Great": "High" });
    assert_eq!(of(&ratings, "Fair"), ["w Fair to Good => High"]);
    assert_eq!(of(&ratings, "Good"), ["w Good to Weak => Low"]);
}

#[test]
fn the_next_step_of_participation() {
    let parts = json!({
        "measures": { "m": { "unit": "percentile", "range": ["0", "100"], "reported": { "column": ["M"], "participation": ["P"] }, "cite": "book" } },
        "scales": {
            "s": { "bands": [ { "atLeast": 50, "points": 5 }, { "points": 1 } ], "cite": "book" },
            "loss": { "bands": [ { "atLeast": 95, "points": 0 }, { "atLeast": 93, "points": 1 }, { "points": 4 } ], "cite": "book" },
        },
        "nodes": { "x": { "scale": "s", "of": "m", "penalty": { "by": "m#participation", "round": { "to": 0, "mode": "up" }, "scale": "loss", "notBelow": 1 } } },
    });
    let of = |value: &str, participation: &str| {
        changes(&rate(parts.clone(), &[&format!("school,M,P\na,{value},{participation}\n")]), "a")
    };
    assert_eq!(
        of("60", "93.2"),
        ["m 60 to 49 (-11) => 1", "m#participation 93.2 to 94.1 (0.9) => 5", "m#participation 93.2 to 92 (-1.2) => 1"]
    );
    assert_eq!(of("60", "100"), ["m 60 to 49 (-11) => 1", "m#participation 100 to 94 (-6) => 4"]);
    assert_eq!(of("60", ""), ["m 60 to 49 (-11) => 1"]);
}

#[test]
fn a_threshold_of_a_condition() {
    let parts = json!({
        "measures": { "m": measure("M"), "other": measure("Other") },
        "nodes": { "x": { "choose": [ { "when": { "all": [ { "fact": "m", "atLeast": "3.5" }, { "fact": "other", "below": 2 } ] }, "then": 1 } ], "otherwise": 0, "cite": "book" } },
    });
    let rated = rate(parts, &["school,M,Other\na,3,1\n"]);
    assert_eq!(changes(&rated, "a"), ["m 3 to 3.5 (0.5) => 1", "other 1 to 2 (1) -> 0"]);
}

#[test]
fn a_measure_that_two_rules_go_by_changes_at_the_nearer_one() {
    let parts = json!({
        "measures": { "m": { "unit": "percentile", "range": ["0", "100"], "reported": { "column": ["M"] }, "cite": "book" } },
        "scales": { "a": { "bands": [ { "atLeast": 50, "points": 2 }, { "points": 1 } ], "cite": "book" }, "b": { "bands": [ { "atLeast": 45, "points": 2 }, { "points": 1 } ], "cite": "book" } },
        "nodes": { "one": { "scale": "a", "of": "m" }, "two": { "scale": "b", "of": "m" }, "x": { "sum": ["one", "two"] } },
    });
    let rated = rate(parts, &["school,M\na,40\nb,47\n"]);
    assert_eq!(changes(&rated, "a"), ["m 40 to 45 (5) => 3"]);
    assert_eq!(changes(&rated, "b"), ["m 47 to 50 (3) => 4", "m 47 to 44 (-3) => 2"]);
}

#[test]
fn nothing_changes_a_school_without_a_model() {
    let parts = json!({
        "measures": { "m": measure("M") },
        "scales": { "s": { "bands": [ { "atLeast": 50, "points": 2 }, { "points": 1 } ], "cite": "book" } },
        "nodes": { "x": { "scale": "s", "of": "m" } },
        "models": { "big": { "label": "Big", "when": { "fact": "m", "atLeast": 10 }, "rating": "x", "cite": "book" } },
    });
    assert_eq!(changes(&rate(parts, &["school,M\na,5\n"]), "a"), Vec::<String>::new());
}

/// One measure of a range, under bands at its ends and beyond.
#[test]
fn no_change_goes_beyond_the_range() {
    let parts = |low: &str, high: &str, bound: i64| {
        json!({
            "measures": { "m": { "unit": "percentile", "range": [low, high], "reported": { "column": ["M"] }, "cite": "book" } },
            "nodes": { "x": { "scale": { "bands": [ { "atLeast": bound, "points": 2 }, { "points": 1 } ], "cite": "book" }, "of": "m", "cite": "book" } },
        })
    };
    let told = |low: &str, high: &str, bound: i64, value: &str| of(parts(low, high, bound), value);
    assert_eq!(told("0", "20", 20, "9"), ["m 9 to 20 (11) => 2"]);
    assert_eq!(told("0", "20", 21, "9"), Vec::<String>::new());
    assert_eq!(told("5", "20", 6, "9"), ["m 9 to 5 (-4) => 1"]);
    assert_eq!(told("6", "20", 6, "9"), Vec::<String>::new());
    assert_eq!(told("-20", "300", 200, "9"), ["m 9 to 200 (191) => 2"]);
    assert_eq!(told("-20", "300", -5, "9"), ["m 9 to -6 (-15) => 1"]);
}

#[test]
fn conditions_of_every_operator_tell_their_thresholds() {
    let above = json!({ "fact": "m", "atLeast": 50 });
    let yes = |holds: Value| json!({ "choose": [ { "when": { "fact": "h", "equals": "yes" }, "then": 2 } ], "otherwise": holds, "cite": "book" });
    for (nodes, expected) in [
        (json!({ "x": { "gate": "m", "when": above, "atMost": 7, "cite": "book" } }), "m 40 to 50 (10) => 7"),
        (json!({ "x": { "count": [above], "cite": "book" } }), "m 40 to 50 (10) => 1"),
        (json!({ "h": { "holds": above }, "x": yes(json!(1)) }), "m 40 to 50 (10) => 2"),
        (
            json!({ "x": { "choose": [ { "when": above, "then": 3 } ], "otherwise": 4, "cite": "book" } }),
            "m 40 to 50 (10) => 3",
        ),
    ] {
        let parts = json!({ "measures": { "m": measure("M") }, "nodes": nodes });
        assert_eq!(of(parts, "40"), [expected], "{nodes}");
    }
}

#[test]
fn a_change_names_its_measure_and_what_it_adds_to_the_score() {
    let parts = json!({
        "measures": { "m": { "label": "Growth", "unit": "percentile", "range": ["0", "100"], "reported": { "column": ["M"], "participation": ["P"] }, "cite": "book" } },
        "scales": {
            "s": { "bands": [ { "atLeast": 50, "points": 5 }, { "points": 1 } ], "cite": "book" },
            "loss": { "bands": [ { "atLeast": 95, "points": 0 }, { "points": 1 } ], "cite": "book" },
        },
        "nodes": { "x": { "scale": "s", "of": "m", "penalty": { "by": "m#participation", "scale": "loss", "cite": "book" } } },
        "models": { "all": { "label": "All", "rating": "x", "score": "x", "cite": "book" } },
    });
    let rated = rate(parts, &["school,M,P\na,40,90\n"]);
    let changes = rated.framework.changes(&rated.table, &rated.reading, 0);
    let one = |change: &evenhand::framework::change::Change| {
        (change.measure.clone(), change.score_change.as_ref().map(ToString::to_string))
    };
    let found: Vec<_> = changes.iter().map(one).collect();
    assert_eq!(found, [("m".to_owned(), Some("4".to_owned())), ("m".to_owned(), Some("1".to_owned()))]);
    // All that has a name has a label.
    assert_eq!(rated.framework.labels().iter().filter(|(name, _)| *name == "m" || *name == "x").count(), 2);
}

#[test]
fn what_has_no_label_is_called_by_what_it_is_made_of() {
    let parts = json!({
        "measures": { "m": { "label": "Growth", "reported": { "column": ["M"] }, "cite": "book" } },
        "scales": { "s": { "bands": [ { "atLeast": 50, "points": 5 }, { "points": 1 } ], "cite": "book" } },
        "nodes": {
            "this-year": { "value": "m" },
            "either": { "label": "Growth of one year or three", "bestOf": ["m", "this-year"] },
            "points": { "scale": "s", "of": "either" },
            "last-year": { "value": "m@-1" },
            "last-points": { "scale": "s", "of": "last-year" },
        },
        "models": { "all": { "label": "All", "rating": "points", "score": "points", "cite": "book" } },
    });
    let labels = rate(parts, &["school,M\na,40\n"]).framework.labels();
    let label = |name: &str| labels.get(name).map(|words| words.in_language("en").to_owned());
    assert_eq!(label("this-year").as_deref(), Some("Growth"));
    assert_eq!(label("points").as_deref(), Some("Growth of one year or three"));
    // "Growth" alone would be this year's.
    assert_eq!(label("last-points").as_deref(), Some("last-points"));
}

/// Two measures of which one is on the way to a scale.
fn led(nodes: Value) -> Value {
    let percentile = |column: &str| json!({ "unit": "percentile", "range": ["0", "100"], "optional": true, "reported": { "column": [column], "participation": [format!("{column} P")] }, "cite": "book" });
    json!({
        "measures": { "m": percentile("M"), "other": percentile("K") },
        "scales": { "s": { "bands": [ { "atLeast": 70, "points": 3 }, { "atLeast": 40, "points": 2 }, { "points": 1 } ], "cite": "book" } },
        "nodes": nodes,
    })
}

fn led_to(way: &Value, row: &str) -> Vec<String> {
    let parts = led(json!({ "way": way, "x": { "scale": "s", "of": "way" } }));
    changes(&rate(parts, &[&format!("school,M,K,M P,K P\na,{row}\n")]), "a")
}

#[test]
fn a_measure_that_reaches_its_scale_through_a_choice() {
    let way = json!({ "choose": [ { "when": { "fact": "m", "known": true }, "then": "m" } ], "otherwise": "other", "cite": "book" });
    assert_eq!(led_to(&way, "55,60,,"), ["m 55 to 70 (15) => 3", "m 55 to 39 (-16) => 1"]);
    assert_eq!(led_to(&way, ",60,,"), ["other 60 to 70 (10) => 3", "other 60 to 39 (-21) => 1"]);
    assert_eq!(led_to(&way, ",,,"), Vec::<String>::new());
    // And through several.
    let parts = led(json!({
        "same": { "value": "way" },
        "way": way,
        "or": { "choose": [ { "when": { "fact": "other", "below": 50, "whenUnknown": "met" }, "then": 80 } ], "otherwise": "same", "cite": "book" },
        "x": { "scale": "s", "of": "or" },
    }));
    let of = |row: &str| changes(&rate(parts.clone(), &[&format!("school,M,K\na,{row}\n")]), "a");
    assert_eq!(of("55,60"), ["m 55 to 70 (15) => 3", "m 55 to 39 (-16) => 1", "other 60 to 49 (-11) => 3"]);
    assert_eq!(of("55,40"), ["other 40 to 50 (10) => 2"]);
}

#[test]
fn a_choice_that_goes_by_the_very_measure() {
    let way = json!({ "choose": [ { "when": { "fact": "m", "atLeast": 50 }, "then": "m" } ], "otherwise": "other", "cite": "book" });
    // Below 50 it is the other one that counts, whatever the scale says to 39.
    assert_eq!(led_to(&way, "55,90,,"), ["m 55 to 70 (15) => 3", "m 55 to 49 (-6) => 3"]);
    assert_eq!(led_to(&way, "45,90,,"), ["m 45 to 50 (5) => 2", "other 90 to 69 (-21) => 2"]);
    assert_eq!(led_to(&way, "45,30,,"), ["m 45 to 50 (5) => 2", "other 30 to 40 (10) => 2"]);
}

#[test]
fn the_better_or_the_worse_of_two_goes_on() {
    let worst = json!({ "worstOf": ["m", "other"], "cite": "book" });
    assert_eq!(
        led_to(&worst, "80,55,,"),
        ["m 80 to 39 (-41) => 1", "other 55 to 70 (15) => 3", "other 55 to 39 (-16) => 1"]
    );
    let best = json!({ "bestOf": ["m", "other"], "cite": "book" });
    assert_eq!(
        led_to(&best, "30,55,,"),
        ["m 30 to 70 (40) => 3", "other 55 to 70 (15) => 3", "other 55 to 39 (-16) => 1"]
    );
}

#[test]
fn a_value_that_is_held_rounded_or_let_through_goes_on() {
    let held = json!({ "limit": "m", "atMost": "other", "cite": "book" });
    assert_eq!(
        led_to(&held, "80,55,,"),
        ["m 80 to 39 (-41) => 1", "other 55 to 70 (15) => 3", "other 55 to 39 (-16) => 1"]
    );
    let gate = json!({ "gate": "m", "when": { "fact": "other", "below": 50, "whenUnknown": "not-met" }, "becomes": 20, "cite": "book" });
    assert_eq!(led_to(&gate, "80,55,,"), ["m 80 to 69 (-11) => 2", "other 55 to 49 (-6) => 1"]);
    assert_eq!(led_to(&gate, "80,45,,"), ["other 45 to 50 (5) => 3"]);
    let absent = json!({ "value": "m", "ifAbsent": "other", "cite": "book" });
    assert_eq!(led_to(&absent, ",55,,"), ["other 55 to 70 (15) => 3", "other 55 to 39 (-16) => 1"]);
    // A penalty takes from a number what it isn't known to have: no value of the measure is named for it.
    let less = json!({ "value": "m", "penalty": { "by": "other", "scale": "s" }, "cite": "book" });
    assert_eq!(led_to(&less, "80,55,,"), ["other 55 to 70 (15) -> 3", "other 55 to 39 (-16) -> 3"]);
}

#[test]
fn participation_that_is_rounded_on_its_way_to_a_condition() {
    let nodes = json!({
        "took": { "value": "m#participation", "round": { "to": 0, "mode": "up" }, "cite": "book" },
        "points": { "scale": "s", "of": "m" },
        "x": { "gate": "points", "when": { "fact": "took", "below": 95 }, "atMost": 1, "cite": "book" },
    });
    let of = |row: &str| changes(&rate(led(nodes.clone()), &[&format!("school,M,M P\na,{row}\n")]), "a");
    assert_eq!(of("80,94"), ["m 80 to 69 (-11) -> 1", "m#participation 94 to 94.1 (0.1) => 3"]);
    assert_eq!(of("80,97.25"), ["m 80 to 69 (-11) => 2", "m#participation 97.25 to 94 (-3.25) => 1"]);
}

#[test]
fn words_through_a_choice() {
    let parts = json!({
        "measures": {
            "w": { "unit": "category", "categories": ["Weak", "Good", "Great"], "reported": { "column": ["W"] }, "cite": "book" },
            "v": { "unit": "category", "categories": ["Weak", "Good", "Great"], "reported": { "column": ["V"] }, "cite": "book" },
        },
        "scales": { "s": { "lookup": { "Weak": 1, "Good": 2, "Great": 3 }, "cite": "book" } },
        "nodes": {
            "way": { "choose": [ { "when": { "fact": "v", "known": true }, "then": "v" } ], "otherwise": "w", "cite": "book" },
            "x": { "scale": "s", "of": "way" },
        },
    });
    let rated = rate(parts, &["school,W,V\na,Good,Great\n"]);
    // The one that isn't chosen changes nothing.
    assert_eq!(changes(&rated, "a"), ["v Great to Good => 2"]);
}

#[test]
fn the_next_place_of_a_grid() {
    let parts = json!({
        "measures": { "m": { "unit": "percentile", "range": ["0", "100"], "reported": { "column": ["M"] }, "cite": "book" }, "other": { "unit": "percentile", "range": ["0", "100"], "reported": { "column": ["K"] }, "cite": "book" } },
        "grids": { "g": { "rows": [ { "atLeast": 50 }, { "below": 50 } ], "columns": [ { "atLeast": 60 }, { "atLeast": 30 }, { "below": 30 } ], "cells": [ [3, 2, 2], [2, 1, 0] ], "cite": "book" } },
        "nodes": { "x": { "grid": "g", "row": "m", "column": "other" } },
    });
    let of = |row: &str| changes(&rate(parts.clone(), &[&format!("school,M,K\na,{row}\n")]), "a");
    assert_eq!(of("40,40"), ["m 40 to 50 (10) => 2", "other 40 to 60 (20) => 2", "other 40 to 29 (-11) => 0"]);
    // Two columns that give the same.
    assert_eq!(of("70,40"), ["m 70 to 49 (-21) => 1", "other 40 to 60 (20) => 3"]);
}

#[test]
fn what_enters_a_sum_as_it_is_has_no_next_value() {
    let parts = led(json!({
        "points": { "scale": "s", "of": "m" },
        "reported": { "choose": [ { "when": { "fact": "other", "known": true }, "then": "other" } ], "otherwise": 0, "cite": "book" },
        "x": { "sum": ["points", "reported"] },
    }));
    let unlisted = |row: &str| {
        let rated = rate(parts.clone(), &[&format!("school,M,K\na,{row}\n")]);
        let mut unlisted = Vec::new();
        rated.framework.changes_but(&rated.table, &rated.reading, 0, &mut unlisted);
        unlisted
    };
    assert_eq!(unlisted("55,7"), ["other"]);
    assert_eq!(unlisted("55,"), Vec::<String>::new());
}

/// All ways on which a value stays what it is, for two measures.
fn ways() -> impl Strategy<Value = Value> {
    let name = || prop_oneof![Just("m"), Just("other"), Just("deep")];
    let bound = 0..=100_i64;
    prop_oneof![
        (name(), name(), bound.clone()).prop_map(|(of, then, bound)| json!({ "choose": [ { "when": { "fact": of, "atLeast": bound, "whenUnknown": "not-met" }, "then": then } ], "otherwise": "m", "cite": "book" })),
        (name(), name()).prop_map(|(a, b)| json!({ "bestOf": [a, b], "cite": "book" })),
        (name(), name()).prop_map(|(a, b)| json!({ "worstOf": [a, b], "cite": "book" })),
        (name(), bound.clone()).prop_map(|(of, bound)| json!({ "limit": of, "atLeast": bound, "cite": "book" })),
        (name(), name(), bound).prop_map(|(of, by, bound)| json!({ "gate": of, "when": { "fact": by, "below": bound, "whenUnknown": "not-met" }, "atMost": 60, "cite": "book" })),
        (name(), prop_oneof![Just("up"), Just("down"), Just("half-up")]).prop_map(|(of, mode)| json!({ "value": of, "round": { "to": 0, "mode": mode }, "cite": "book" })),
    ]
}

proptest! {
    // Every value is tried: none that is nearer than the listed one gives another result, and the listed one gives what is told.
    #[test]
    fn no_nearer_value_changes_the_result(deep in ways(), way in ways(), m in 0..=100_i64, other in 0..=100_i64) {
        let mut nodes = json!({ "deep": deep, "way": way, "x": { "scale": "s", "of": "way" } });
        // The deeper way goes by the measures alone.
        nodes["deep"] = serde_json::from_str(&nodes["deep"].to_string().replace("\"deep\"", "\"other\"")).unwrap();
        let told = nodes.to_string();
        let rated = rate(led(nodes), &[&format!("school,M,K\na,{m},{other}\n")]);
        let changes = rated.framework.changes(&rated.table, &rated.reading, 0);
        for (name, now) in [("m", m), ("other", other)] {
            let given = |value: i64| {
                let supposed = [(name.to_owned(), value.to_string())].into();
                text(&rated.framework.what_if(&rated.table, &rated.reading, 0, &supposed).unwrap().unwrap().after.rating)
            };
            let as_it_is = given(now);
            let listed = |up: bool| {
                let thens = changes.iter().filter(|change| change.measure == name);
                let mut thens = thens.map(|change| {
                    let rating = change.rating.as_ref().map_or_else(|| as_it_is.clone(), text);
                    (text(&change.then).parse::<i64>().unwrap(), rating)
                });
                thens.find(|(then, _)| (*then > now) == up)
            };
            let other_than_now = |value: &i64| given(*value) != as_it_is;
            for (up, first) in [(true, (now + 1..=100).find(other_than_now)), (false, (0..now).rev().find(other_than_now))] {
                let place = format!("{name} {up} {first:?} {:?} {told} {m} {other}", listed(up));
                if let Some((then, rating)) = listed(up) {
                    prop_assert_eq!(&given(then), &rating, "{}", &place);
                }
                if let Some(first) = first {
                    let (then, _) = listed(up).ok_or_else(|| TestCaseError::fail(place.clone()))?;
                    prop_assert!((then - now).abs() <= (first - now).abs(), "{}", &place);
                }
            }
        }
    }
}
