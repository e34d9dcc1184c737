//! Definitions of any size and depth are read or refused, never a hang or a crash.

use evenhand::framework::Framework;
use serde_json::{Map, Value, json};

use crate::support::{definition, measure, rate};

fn codes(parts: Value) -> Vec<&'static str> {
    let text = serde_json::to_string(&definition(parts)).unwrap();
    match Framework::load(&text) {
        Ok(_) => Vec::new(),
        Err(notices) => notices.iter().map(|notice| notice.code).collect(),
    }
}

/// A chain of nodes, each the next one plus one; `x` is its start.
fn chain(length: usize) -> Value {
    let mut nodes = Map::new();
    for at in 0..length {
        let name = if at == 0 { "x".to_owned() } else { format!("n{at}") };
        let next = if at + 1 == length { "m".to_owned() } else { format!("n{}", at + 1) };
        nodes.insert(name, json!({ "sum": [next, 1] }));
    }
    let models = json!({ "all": { "label": "All", "rating": "x", "cite": "book" } });
    json!({ "measures": { "m": measure("M") }, "nodes": nodes, "models": models })
}

#[test]
fn a_chain_of_nodes_works_up_to_the_stated_limit() {
    let rated = rate(chain(100), &["school,M\na,1\n"]);
    assert_eq!(rated.rating("a"), "101");
    assert_eq!(codes(chain(101)), ["framework.too-many-levels"]);
    assert_eq!(codes(chain(40_000)), ["framework.too-many-levels"]);
    assert_eq!(codes(chain(100_000)), ["framework.too-large"]);
}

#[test]
fn deeply_nested_conditions_are_refused() {
    let mut when = json!({ "fact": "m", "atLeast": 1 });
    let nested =
        |when: &Value| codes(json!({ "measures": { "m": measure("M") }, "nodes": { "x": { "holds": when } } }));
    for _ in 0..50 {
        when = json!({ "not": when });
    }
    assert!(nested(&when).is_empty());
    // serde_json can't write deeper than it reads, so the text is made by hand.
    let deep = format!("{}{}{}", "{\"not\":".repeat(100_000), "{}", "}".repeat(100_000));
    let notices = Framework::load(&deep).unwrap_err();
    assert_eq!(notices[0].code, "policy.too-deep");
}

#[test]
fn lists_that_multiply_are_refused_before_they_are_written_out() {
    let mut lists = Map::new();
    let mut key = String::new();
    for list in 0..12 {
        let items: Vec<String> = (0..50).map(|at| format!("i{at}")).collect();
        lists.insert(format!("l{list}"), json!(items));
        key.push_str(&format!("{{l{list}}}"));
    }
    let mut nodes = Map::new();
    nodes.insert(key.clone(), json!({ "value": 1 }));
    nodes.insert("x".into(), json!({ "sum": [key] }));
    assert_eq!(codes(json!({ "lists": lists, "nodes": nodes })), ["framework.too-large"]);
}

#[test]
fn thousands_of_mistakes_are_told_in_time() {
    let mut nodes = Map::new();
    for at in 0..5_000 {
        nodes.insert(format!("n{at}"), json!({ "value": format!("unknown{at}") }));
    }
    nodes.insert("x".into(), json!({ "value": 1 }));
    let models = json!({ "all": { "label": "All", "rating": "x", "cite": "book" } });
    let found = codes(json!({ "nodes": nodes, "models": models }));
    assert!(found.len() <= 1_000 && found.contains(&"framework.unknown-reference"), "{}", found.len());
}

#[test]
fn a_scale_of_a_thousand_rows_is_checked_in_time() {
    let bands: Vec<Value> = (0..1_000).rev().map(|at| json!({ "atLeast": at, "points": at })).collect();
    let parts = json!({
        "measures": { "m": measure("M") },
        "scales": { "s": { "bands": bands, "cite": "book" } },
        "nodes": { "x": { "scale": "s", "of": "m" } },
    });
    assert_eq!(rate(parts, &["school,M\na,512.5\n"]).rating("a"), "512");
}
