//! Two versions of a framework compared: what was meant to change is told, and nothing else.

use evenhand::framework::compare::changes;
use serde_json::{Value, json};

/// What differs, as `pointer: before -> after`.
fn told(before: Value, after: Value) -> Vec<String> {
    let found = changes(&before.to_string(), &after.to_string()).unwrap();
    let text = |side: Option<String>| side.unwrap_or_else(|| "nothing".to_owned());
    found
        .into_iter()
        .map(|change| format!("{}: {} -> {}", change.pointer, text(change.before), text(change.after)))
        .collect()
}

fn bands(bands: Value) -> Value {
    json!({ "scales": { "s": { "bands": bands } } })
}

fn three() -> Value {
    json!([ { "atLeast": 90, "points": 5 }, { "atLeast": 70, "points": 4 }, { "points": 1 } ])
}

#[test]
fn a_row_that_is_put_in_or_taken_out_is_told_alone() {
    let four = json!([ { "atLeast": 90, "points": 5 }, { "atLeast": 80, "points": 3 }, { "atLeast": 70, "points": 4 }, { "points": 1 } ]);
    assert_eq!(told(bands(three()), bands(three())), Vec::<String>::new());
    assert_eq!(told(bands(three()), bands(four.clone())), ["/scales/s/bands/1: nothing -> atLeast: 80; points: 3"]);
    assert_eq!(told(bands(four), bands(three())), ["/scales/s/bands/1: atLeast: 80; points: 3 -> nothing"]);
    let first = json!([ { "atLeast": 95, "points": 6 }, { "atLeast": 90, "points": 5 }, { "atLeast": 70, "points": 3 }, { "points": 1 } ]);
    assert_eq!(
        told(bands(three()), bands(first)),
        ["/scales/s/bands/2/points: 4 -> 3", "/scales/s/bands/0: nothing -> atLeast: 95; points: 6"]
    );
}

#[test]
fn a_row_with_another_bound_is_the_row_that_gives_the_same() {
    let moved = json!([ { "atLeast": 90, "points": 5 }, { "atLeast": 75, "points": 4 }, { "points": 1 } ]);
    assert_eq!(told(bands(three()), bands(moved)), ["/scales/s/bands/1/atLeast: 70 -> 75"]);
    let lower = json!([ { "atLeast": 95, "points": 6 }, { "atLeast": 88, "points": 5 }, { "atLeast": 70, "points": 4 }, { "points": 1 } ]);
    assert_eq!(
        told(bands(three()), bands(lower)),
        ["/scales/s/bands/1/atLeast: 90 -> 88", "/scales/s/bands/0: nothing -> atLeast: 95; points: 6"]
    );
}

#[test]
fn steps_are_known_by_what_they_speak_of() {
    let steps = |steps: Value| json!({ "redistributions": { "r": { "steps": steps } } });
    let a = json!({ "ifMissing": ["a"], "to": { "c": 1 } });
    let b = json!({ "ifMissing": ["b"], "to": { "c": 1 } });
    let other = json!({ "ifMissing": ["b"], "to": { "d": 1 } });
    assert_eq!(
        told(steps(json!([a])), steps(json!([other, a]))),
        ["/redistributions/r/steps/0: nothing -> ifMissing: b; to: d: 1"]
    );
    assert_eq!(
        told(steps(json!([b, a])), steps(json!([other, a]))),
        ["/redistributions/r/steps/0/to/c: 1 -> nothing", "/redistributions/r/steps/0/to/d: nothing -> 1"]
    );
    // The order of steps, as of rows, has a meaning: that it changed is told.
    assert!(!told(steps(json!([a, b])), steps(json!([b, a]))).is_empty());
}

#[test]
fn a_name_in_a_list_is_told_alone() {
    let parts = |parts: Value| json!({ "nodes": { "x": { "sum": parts } } });
    assert_eq!(told(parts(json!(["a", "b"])), parts(json!(["c", "a", "b"]))), ["/nodes/x/sum/0: nothing -> c"]);
    assert_eq!(told(parts(json!(["a", "b"])), parts(json!(["a", "c"]))), ["/nodes/x/sum/1: b -> c"]);
    assert_eq!(told(parts(json!(["a", "b", "c"])), parts(json!(["c"]))).len(), 2);
}
