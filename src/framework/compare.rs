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
            for place in 0..old.len().max(new.len()) {
                let pointer = item(pointer, place);
                match (old.get(place), new.get(place)) {
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
