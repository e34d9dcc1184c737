//! Redistribution: whatever is missing, the weights add up to the whole, exactly.

use evenhand::exact::Exact;
use evenhand::framework::trace::Shown;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use crate::support::{measure, rate, step, text};

/// A step of a redistribution, before it is written out. Weight only moves to later parts.
#[derive(Debug, Clone)]
struct Step {
    /// Whether the step speaks of this part and the next together.
    both: bool,
    /// Whether the weight goes to those that are present, or in written shares.
    present: bool,
    picks: [Index; 3],
    share: i64,
}

fn steps() -> impl Strategy<Value = Step> {
    (any::<bool>(), any::<bool>(), any::<[Index; 3]>(), 0..=7_i64).prop_map(|(both, present, picks, share)| Step {
        both,
        present,
        picks,
        share,
    })
}

fn written(step: &Step, at: usize, parts: usize) -> Value {
    let named = |part: usize| format!("p{part}");
    let both = step.both && at + 2 < parts;
    let from = if both { at + 1 } else { at };
    let later = |pick: usize| named(from + 1 + step.picks[pick].index(parts - from - 1));
    let mut written =
        if both { json!({ "ifAllMissing": [named(at), named(at + 1)] }) } else { json!({ "ifMissing": [named(at)] }) };
    if step.present {
        let mut receivers = vec![later(0), later(1)];
        receivers.dedup();
        written["toPresent"] = json!(receivers);
        written["otherwise"] = json!({ later(2): 1 });
    } else {
        let mut shares: Map<String, Value> = Map::new();
        if later(0) == later(1) || step.share == 7 {
            shares.insert(later(0), json!(1));
        } else {
            shares.insert(later(0), json!(format!("{}/7", step.share)));
            shares.insert(later(1), json!(format!("{}/7", 7 - step.share)));
        }
        written["to"] = Value::Object(shares);
    }
    written
}

proptest! {
    #[test]
    fn moved_weights_add_up_to_the_whole(
        parts in proptest::collection::vec((0..=20_i64, proptest::option::weighted(0.6, 0..=10_i64)), 2..6),
        steps in proptest::collection::vec(steps(), 5),
        leftover in any::<bool>(),
        mean in any::<bool>(),
    ) {
        let count = parts.len();
        let third = |number: i64| Exact::ratio(number, 3).unwrap();
        let total = parts.iter().try_fold(Exact::ZERO, |total, (weight, _)| total.add(&third(*weight))).unwrap();
        prop_assume!(!total.is_zero());
        let named = |part: usize| format!("p{part}");
        let weights: Map<String, Value> =
            parts.iter().enumerate().map(|(at, (weight, _))| (named(at), json!(format!("{weight}/3")))).collect();
        let measures: Map<String, Value> = (0..count).map(|at| (named(at), measure(&named(at)))).collect();
        // Every part but the last gives its weight away.
        let steps: Vec<Value> = (0..count - 1).map(|at| written(&steps[at], at, count)).collect();
        let mut redistribution = json!({ "steps": steps, "cite": "book" });
        if leftover {
            redistribution["leftover"] = json!({ "outcome": "left" });
        }
        let rated = rate(
            json!({
                "measures": measures,
                "outcomes": { "left": { "label": "Left over", "cite": "book" } },
                "weights": { "w": { "total": total.to_string(), "parts": weights, "cite": "book" } },
                "redistributions": { "r": redistribution },
                "nodes": { "x": { if mean { "weightedMean" } else { "weightedSum" }: "w", "missing": { "redistribute": "r" } } },
            }),
            &[&format!(
                "school,{}\na,{}\n",
                (0..count).map(named).collect::<Vec<_>>().join(","),
                parts
                    .iter()
                    .map(|(_, value)| value.map(|value| value.to_string()).unwrap_or_default())
                    .collect::<Vec<_>>()
                    .join(","),
            )],
        );
        let trace = rated.trace("a");
        let step = step(&trace, "x");
        let Shown::Number { exact, .. } = &step.value else {
            // Something is missing whose weight found no place.
            let expected = match (parts.iter().all(|(_, value)| value.is_none()), leftover) {
                (_, true) if text(&step.value) == "=left" => "=left",
                (_, false) if text(&step.value) == "(rule-unknown)" => "(rule-unknown)",
                (true, _) => "(missing-parts)",
                (false, true) => "=left",
                (false, false) => "(rule-unknown)",
            };
            prop_assert_eq!(text(&step.value), expected);
            prop_assert!(parts.iter().any(|(_, value)| value.is_none()));
            return Ok(());
        };
        let (mut held, mut sum) = (Exact::ZERO, Exact::ZERO);
        for (input, (_, value)) in step.inputs.iter().zip(&parts) {
            let weight = input.weight.as_ref().expect("a part has a weight");
            match value {
                Some(value) => sum = sum.add(&weight.effective.mul(&Exact::integer(*value)).unwrap()).unwrap(),
                None => prop_assert!(weight.effective.is_zero(), "a missing part holds {}", weight.effective),
            }
            held = held.add(&weight.effective).unwrap();
        }
        prop_assert_eq!(&held, &total);
        let result = if mean { sum.div(&total).unwrap() } else { sum };
        prop_assert_eq!(exact, &result.to_string());
    }
}
