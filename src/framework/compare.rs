//! What differs between two versions of a definition.

use serde::Serialize;

use super::expand::expand;
use crate::notice::Notice;
use crate::policy::json::{Json, child, item, parse};

/// A place where two documents differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct DocumentChange {
    /// Where, in the written-out documents (JSON pointer).
    pub pointer: String,
    /// Before; absent where it was added.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub before: Option<String>,
    /// After; absent where it was taken away.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub after: Option<String>,
}

/// Compares two documents, their repetitions written out, in the order of the first.
///
/// # Errors
/// The notices of a document that isn't JSON.
pub fn changes(before: &str, after: &str) -> Result<Vec<DocumentChange>, Vec<Notice>> {
    let mut ignored = Vec::new();
    let before = expand(&parse(before)?, &mut ignored).json;
    let after = expand(&parse(after)?, &mut ignored).json;
    let mut changes = Vec::new();
    compare(&before, &after, "", &mut changes);
    Ok(changes)
}

fn compare(before: &Json, after: &Json, pointer: &str, changes: &mut Vec<DocumentChange>) {
    match (before, after) {
        (Json::Object(old), Json::Object(new)) => {
            for (key, value) in old {
                let pointer = child(pointer, key);
                match new.iter().find(|(name, _)| name == key) {
                    Some((_, other)) => compare(value, other, &pointer, changes),
                    None => changes.push(DocumentChange { pointer, before: Some(written(value)), after: None }),
                }
            }
            for (key, value) in new {
                if !old.iter().any(|(name, _)| name == key) {
                    let pointer = child(pointer, key);
                    changes.push(DocumentChange { pointer, before: None, after: Some(written(value)) });
                }
            }
        }
        (Json::List(old), Json::List(new)) => {
            for (from, to) in pairs(old, new) {
                // What was taken away is told where it was, everything else where it is now.
                let Some(pointer) = to.or(from).map(|place| item(pointer, place)) else { continue };
                match (from.and_then(|place| old.get(place)), to.and_then(|place| new.get(place))) {
                    (Some(value), Some(other)) => compare(value, other, &pointer, changes),
                    (value, other) => {
                        changes.push(DocumentChange { pointer, before: value.map(written), after: other.map(written) })
                    }
                }
            }
        }
        (before, after) if before != after => changes.push(DocumentChange {
            pointer: pointer.to_owned(),
            before: Some(written(before)),
            after: Some(written(after)),
        }),
        _ => {}
    }
}

/// What the items of a list are known by, the surest first. A row of a scale is known by its bounds or, where they were
/// moved, by what it gives.
const KNOWN_BY: [&[&str]; 16] = [
    &["id"],
    &["atLeast", "above", "atMost", "below", "is"],
    &["ifMissing", "ifAllMissing"],
    &["when"],
    &["earned"],
    &["node", "partsOf", "weightsOf"],
    &["column"],
    &["fact"],
    &["value"],
    &["percentile"],
    &["rating"],
    &["points"],
    &["outcome"],
    &["then"],
    &["weights"],
    &["label"],
];

/// Which item of one list is which of the other: the same place in both where nothing else is known. Those of the first list
/// come in its order, then what was added.
fn pairs(old: &[Json], new: &[Json]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut partner: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    let mut pair = |same: &dyn Fn(&Json, &Json) -> bool| {
        for (item, partner) in old.iter().zip(&mut partner).filter(|(_, partner)| partner.is_none()) {
            let mut free = new.iter().zip(&mut taken).enumerate().filter(|(_, (_, taken))| !**taken);
            if let Some((place, (_, taken))) = free.find(|(_, (other, _))| same(item, other)) {
                *partner = Some(place);
                *taken = true;
            }
        }
    };
    pair(&|item, other| item == other);
    for keys in KNOWN_BY {
        let known = |json: &Json| keys.iter().any(|key| json.get(key).is_some());
        pair(&|item, other| known(item) && keys.iter().all(|key| item.get(key) == other.get(key)));
    }
    // As many that are like nothing in one list as in the other are each other's.
    if old.len() == new.len() {
        pair(&|_, _| true);
    }
    // The order of rows and steps has a meaning: where it changed, the places are compared.
    if !partner.iter().flatten().is_sorted() {
        let place = |place: usize, length: usize| (place < length).then_some(place);
        return (0..old.len().max(new.len())).map(|at| (place(at, old.len()), place(at, new.len()))).collect();
    }
    let kept = partner.into_iter().enumerate().map(|(from, to)| (Some(from), to));
    let added = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(to, _)| (None, Some(to)));
    kept.chain(added).collect()
}

fn written(json: &Json) -> String {
    match json {
        Json::Text(text) => text.clone(),
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Integer(value) => value.to_string(),
        Json::List(values) => values.iter().map(written).collect::<Vec<_>>().join(", "),
        Json::Object(entries) => {
            entries.iter().map(|(key, value)| format!("{key}: {}", written(value))).collect::<Vec<_>>().join("; ")
        }
    }
}
